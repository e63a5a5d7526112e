export const id = 642;
export const ids = [642];
export const modules = {

/***/ 12642:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zy: () => (/* reexport */ compareVersions),
  Qm: () => (/* reexport */ demandDistinctNames),
  j0: () => (/* reexport */ modelManifest),
  Y8: () => (/* reexport */ modelRootDigest),
  Bu: () => (/* reexport */ nextTagTime),
  yU: () => (/* reexport */ nextVersion),
  eQ: () => (/* reexport */ parseGtoTag),
  ot: () => (/* reexport */ parseVersion),
  TS: () => (/* reexport */ publishedEntry),
  jw: () => (/* reexport */ registryView),
  TP: () => (/* reexport */ signModel),
  QX: () => (/* reexport */ stageTagName),
  ib: () => (/* reexport */ tagMessage),
  JK: () => (/* reexport */ verifyModelBundle),
  ap: () => (/* reexport */ versionTagName)
});

// UNUSED EXPORTS: demandTagName, isGtoArtifact, isGtoName

;// CONCATENATED MODULE: ./packages/registry/src/gto/parse-tag.ts
const parse_tag_name = "[a-zA-Z0-9](?:[a-zA-Z0-9-/_]*[a-zA-Z0-9])?";
const number = String.raw `(?:0|[1-9]\d*)`;
const identifier = String.raw `(?:${number}|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const semver = String.raw `${number}\.${number}\.${number}(?:-${identifier}(?:\.${identifier})*)?` +
    String.raw `(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?`;
const parse_tag_form = new RegExp(`^((?:[a-zA-Z0-9-_./]+=)?${parse_tag_name})` +
    `(?:(?:#(${parse_tag_name})|@(v${semver}))(!?)|@(deprecated|created))` +
    `(?:#([0-9]+))?$`);
const nameForm = new RegExp(`^${parse_tag_name}$`);
const artifactForm = new RegExp(`^(?:[a-zA-Z0-9-_./]+:)?${parse_tag_name}$`);
/** Reads the name of a tag by the grammar of GTO 1.10; `undefined` for any other tag. */
function parseGtoTag(tag) {
    const found = parse_tag_form.exec(tag);
    if (found === null)
        return undefined;
    const [, artifact = "", stage, version, cancel, word, counter] = found;
    return {
        artifact: artifact.replace("=", ":"),
        event: eventOf({ stage, version, isCancelled: cancel === "!", word }),
        ...(version === undefined ? {} : { version }),
        ...(stage === undefined ? {} : { stage }),
        ...(counter === undefined ? {} : { counter: Number(counter) }),
    };
}
/** Whether GTO takes it for the name of a stage, or of an artifact at the root of a repository. */
function isGtoName(text) {
    return nameForm.test(text);
}
/** Whether GTO takes it for the full name of an artifact, `folder:name` or `name`. */
function isGtoArtifact(text) {
    return artifactForm.test(text);
}
function eventOf(found) {
    const { stage, version, isCancelled, word } = found;
    if (stage !== undefined)
        return isCancelled ? "unassignment" : "assignment";
    if (version !== undefined)
        return isCancelled ? "deregistration" : "registration";
    return word === "created" ? "creation" : "deprecation";
}

;// CONCATENATED MODULE: ./packages/registry/src/gto/tag-event.ts
/** Our order of events: time, then counter, then name; GTO's own order is by time alone. */
function compareEvents(left, right) {
    if (left.tag.time !== right.tag.time)
        return left.tag.time - right.tag.time;
    const order = (left.gto.counter ?? 0) - (right.gto.counter ?? 0);
    return order === 0 ? compareNames(left, right) : order;
}
/** The order of the names, by their code units. */
function compareNames(left, right) {
    return left.tag.name < right.tag.name ? -1 : Number(left.tag.name > right.tag.name);
}

;// CONCATENATED MODULE: ./packages/registry/src/gto/gto-default-view.ts

const never = Number.NEGATIVE_INFINITY;
/** GTO's own reading of one artifact's annotated tags, its ties and its oddities included (gto/base.py). */
function gtoDefaultView(events) {
    const ordered = events.toSorted((left, right) => left.tag.time === right.tag.time ? compareNames(left, right) : left.tag.time - right.tag.time);
    const holders = new Map();
    const all = [];
    for (const { tag, gto } of ordered) {
        if (gto.version === undefined)
            continue;
        const found = holders.get(tag.targetId) ?? [];
        holders.set(tag.targetId, found);
        let holder = found.find(({ version }) => version === gto.version);
        if (holder === undefined) {
            holder = newHolder(gto.version);
            found.push(holder);
            all.push(holder);
        }
        note(holder.direct, gto.event === "registration", tag.time);
    }
    for (const { tag, gto } of ordered) {
        if (gto.stage === undefined)
            continue;
        const found = holders.get(tag.targetId) ?? [];
        if (found.length > 1)
            return { kind: "unreadable", tag: tag.name };
        // GTO never finds a version that is not registered again: each event makes another one.
        const holder = found[0] ?? unregistered(tag, all);
        const times = holder.stages.get(gto.stage) ?? { added: never, cancelled: never };
        holder.stages.set(gto.stage, times);
        note(times, gto.event === "assignment", tag.time);
    }
    return { kind: "shown", stages: shownStages(all), active: isActive(ordered) };
}
function newHolder(version) {
    return { version, direct: { added: never, cancelled: never }, stages: new Map() };
}
function unregistered(tag, all) {
    const holder = newHolder(tag.targetId);
    holder.direct.added = tag.time;
    all.push(holder);
    return holder;
}
function note(times, isAddition, time) {
    if (isAddition)
        times.added = Math.max(times.added, time);
    else
        times.cancelled = Math.max(times.cancelled, time);
}
/** Twice sorted and reversed, as GTO does, so that of equal times the version that came first wins. */
function shownStages(all) {
    const assignments = all
        .filter(({ direct }) => direct.added > direct.cancelled)
        .sort((left, right) => left.direct.added - right.direct.added)
        .reverse()
        .flatMap(({ version, stages }) => [...stages]
        .filter(([, times]) => times.added > times.cancelled)
        .map(([stage, times]) => ({ stage, version, time: times.added })))
        .sort((left, right) => left.time - right.time);
    return new Map(assignments.map(({ stage, version }) => [stage, version]));
}
function isActive(ordered) {
    let [deprecated, other] = [never, never];
    for (const { tag, gto } of ordered) {
        if (gto.event === "deprecation")
            deprecated = Math.max(deprecated, tag.time);
        else
            other = Math.max(other, tag.time);
    }
    return other >= deprecated;
}

;// CONCATENATED MODULE: ./packages/registry/src/gto/artifact-problems.ts

/** What is odd about the annotated tags of one artifact, both lists in our order; `shown` are those that GTO reads, tags of tags too. */
function artifactProblems(ordered, { state, shown }) {
    return [
        ...sameSecond(ordered),
        ...counterOrder(ordered),
        ...sharedCommits(ordered),
        ...dangling(ordered),
        ...differences(state, shown),
    ];
}
/** Only events that cancel or replace each other: GTO itself registers and assigns within one second. */
function sameSecond(ordered) {
    const newest = new Map();
    return ordered.flatMap((event) => {
        const { tag, gto } = event;
        // No stage is named like a version, whose dots no stage may have.
        const about = gto.stage ?? gto.version ?? "";
        const before = newest.get(about);
        newest.set(about, event);
        if (before?.tag.time !== tag.time)
            return [];
        const message = `has the same second as ${before.tag.name}: GTO does not know which came last, and ignores the counter`;
        return [{ tag: tag.name, kind: "same-second", message }];
    });
}
function counterOrder(ordered) {
    let highest;
    return ordered.flatMap((event) => {
        const { counter } = event.gto;
        if (counter === undefined)
            return [];
        const before = highest;
        if (counter > (before?.gto.counter ?? -1))
            highest = event;
        if (before === undefined || counter >= (before.gto.counter ?? 0))
            return [];
        const message = `is dated after ${before.tag.name}, whose counter is higher: a clock was wrong, and the dates decide`;
        return [{ tag: event.tag.name, kind: "counter-order", message }];
    });
}
function sharedCommits(ordered) {
    const atCommit = new Map();
    const ofVersion = new Map();
    const problems = [];
    for (const event of ordered) {
        const { tag, gto } = event;
        if (gto.event !== "registration")
            continue;
        const there = atCommit.get(tag.targetId) ?? event;
        const same = ofVersion.get(gto.version ?? "") ?? event;
        atCommit.set(tag.targetId, there);
        ofVersion.set(gto.version ?? "", same);
        if (there.gto.version !== gto.version) {
            const message = `is at the same commit as ${there.tag.name}: once a stage is assigned there, GTO cannot read the repository`;
            problems.push({ tag: tag.name, kind: "two-versions-on-one-commit", message });
        }
        if (same.tag.targetId !== tag.targetId) {
            const message = `registers the version of ${same.tag.name} at another commit`;
            problems.push({ tag: tag.name, kind: "one-version-on-two-commits", message });
        }
    }
    return problems;
}
function dangling(ordered) {
    // Most artifacts have none, and the keys below cost more than all the rest.
    if (!ordered.some(isCancellation))
        return [];
    const added = new Set();
    return ordered.flatMap((event) => {
        const { tag, gto } = event;
        const key = `${gto.stage ?? ""}@${gto.version ?? ""} ${tag.targetId}`;
        if (gto.event === "registration" || gto.event === "assignment")
            added.add(key);
        if (!isCancellation(event) || added.has(key))
            return [];
        const message = "cancels nothing: no earlier tag at its commit says what it takes back";
        return [{ tag: tag.name, kind: "dangling", message }];
    });
}
function isCancellation({ gto }) {
    return gto.event === "deregistration" || gto.event === "unassignment";
}
function differences(state, shown) {
    if (shown.length === 0)
        return [];
    const view = gtoDefaultView(shown);
    const differs = (tag, message) => {
        return { tag, kind: "differs-from-gto-default-view", message };
    };
    if (view.kind === "unreadable")
        return [differs(view.tag, "makes GTO end with an error: its commit has two versions")];
    const newest = shown.at(-1)?.tag.name ?? "";
    const problems = [];
    for (const stage of new Set([...state.stages.keys(), ...view.stages.keys()])) {
        const ours = state.stages.get(stage);
        const theirs = view.stages.get(stage);
        if (ours?.version === theirs)
            continue;
        const tag = ours?.tag ?? shown.find(({ gto }) => gto.stage === stage)?.tag.name ?? newest;
        const message = `${stage} is ${ours?.version ?? "empty"} here, and ${theirs ?? "empty"} in GTO's default view`;
        problems.push(differs(tag, message));
    }
    if (state.active !== view.active)
        problems.push(differs(newest, `GTO takes the artifact for ${view.active ? "" : "in"}active`));
    return problems;
}

;// CONCATENATED MODULE: ./packages/registry/src/gto/artifact-state.ts
/**
 * The state that the events of one artifact make, given in the order of {@link compareEvents}: a stage is held by the
 * version, still registered, whose assignment is the newest that was not cancelled.
 */
function artifactState(ordered) {
    const { versions, atCommit } = registeredVersions(ordered);
    return {
        versions,
        stages: currentStages(ordered, atCommit),
        active: ordered.length > 0 && ordered.at(-1)?.gto.event !== "deprecation",
    };
}
function registeredVersions(ordered) {
    const byName = new Map();
    const byCommit = new Map();
    for (const { tag, gto } of ordered) {
        const { version } = gto;
        if (version === undefined)
            continue;
        const commit = tag.targetId;
        const isRegistered = gto.event === "registration";
        const known = byName.get(version)?.get(commit);
        if (!isRegistered && known === undefined)
            continue;
        const state = isRegistered || known === undefined
            ? { version, commit, tag: tag.name, time: tag.time, active: true }
            : { ...known, active: false };
        putLast(byName, [version, commit], state);
        putLast(byCommit, [commit, version], state);
    }
    return { versions: newestOfEach(byName), atCommit: newestOfEach(byCommit) };
}
function currentStages(ordered, atCommit) {
    const assigned = new Map();
    for (const { tag, gto } of ordered) {
        const { stage } = gto;
        if (stage === undefined)
            continue;
        const commit = tag.targetId;
        const version = atCommit.get(commit);
        if (gto.event === "unassignment" || version?.active === false)
            assigned.get(stage)?.delete(commit);
        else
            putLast(assigned, [stage, commit], {
                stage,
                version: version?.version ?? commit,
                commit,
                tag: tag.name,
                time: tag.time,
            });
    }
    const current = [...assigned.values()].map((states) => [...states.values()].at(-1));
    return new Map(current.filter((state) => state !== undefined).map((state) => [state.stage, state]));
}
function putLast(ranked, [first, second], value) {
    const inner = ranked.get(first);
    if (inner === undefined)
        ranked.set(first, new Map([[second, value]]));
    else {
        inner.delete(second);
        inner.set(second, value);
    }
}
/** A deregistered version only where there is no other. */
function newestOfEach(ranked) {
    const newest = new Map();
    for (const [key, states] of ranked)
        for (const state of states.values())
            if (state.active || newest.get(key)?.active !== true)
                newest.set(key, state);
    return newest;
}

;// CONCATENATED MODULE: ./packages/registry/src/gto/registry-view.ts




/**
 * The registry that the tags make; tags that are not in GTO's grammar do not count. Events are ordered by time, then
 * counter, then name, and whatever GTO reads in another way, or not at all, is reported.
 */
function registryView(tags) {
    const artifacts = new Map();
    const judged = [];
    for (const [artifact, events] of eventsByArtifact(tags)) {
        const usable = events.filter(isUsable).sort(compareEvents);
        const state = artifactState(usable);
        artifacts.set(artifact, { ...state, ...extremes(events) });
        judged.push({ events, usable, state });
    }
    let problems;
    return {
        artifacts,
        // Looked for when somebody asks: most want to know the state alone.
        get problems() {
            return (problems ??= judged.flatMap(problemsOf));
        },
    };
}
function problemsOf({ events, usable, state }) {
    const shown = events.filter((event) => isUsable(event) || unusable(event)?.kind === "tag-of-tag");
    shown.sort(compareEvents);
    return [
        ...events.flatMap((event) => unusable(event) ?? []),
        ...artifactProblems(usable, { state, shown }),
    ];
}
function isUsable({ tag, gto }) {
    return gto.event !== "creation" && tag.annotated && tag.target === "commit";
}
function eventsByArtifact(tags) {
    const found = new Map();
    for (const tag of tags) {
        const gto = parseGtoTag(tag.name);
        if (gto === undefined)
            continue;
        const events = found.get(gto.artifact);
        if (events === undefined)
            found.set(gto.artifact, [{ tag, gto }]);
        else
            events.push({ tag, gto });
    }
    return found;
}
function unusable({ tag, gto }) {
    const { name, annotated, target } = tag;
    if (gto.event === "creation")
        return {
            tag: name,
            kind: "created",
            message: "makes every command of GTO end with KeyError: 'action'; no tool of today writes it",
        };
    if (!annotated)
        return {
            tag: name,
            kind: "lightweight",
            message: "is lightweight and does not count: it has neither time nor author",
        };
    if (target === "tag")
        return {
            tag: name,
            kind: "tag-of-tag",
            message: "points at a tag, not at a commit, and does not count: GTO takes it for an unknown version",
        };
    if (target !== "commit")
        return {
            tag: name,
            kind: "not-readable-by-gto",
            message: `points at a ${target}: every command of GTO ends with an error in this repository`,
        };
    return undefined;
}
function extremes(events) {
    let [highest, newestTime] = [0, 0];
    for (const { tag, gto } of events) {
        const { counter = 0 } = gto;
        // One more than an integer beyond 2^53 would be no other number.
        if (counter > highest && counter < Number.MAX_SAFE_INTEGER)
            highest = counter;
        if (tag.annotated && tag.time > newestTime)
            newestTime = tag.time;
    }
    return { counter: highest, newestTime };
}

;// CONCATENATED MODULE: ./packages/registry/src/gto/tag-message.ts
/** The message of a tag of ours: a line for people, and one line of JSON that names the entry and the model's digest. */
function tagMessage(text, { entry, digest }) {
    // A line break in it would let a name write a trailer of its own.
    const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
    return `${line}\n\n${JSON.stringify({ slipway: { entry, digest } })}\n`;
}
/** The entry that a tag's message names, or `undefined` where it is none of ours; only a line after the first counts. */
function publishedEntry(message) {
    if (!message.includes('{"slipway":'))
        return undefined;
    // Git appends the signature of a signed tag to its message, so that the trailer may not be the last line.
    const line = message
        .split("\n")
        .slice(1)
        .findLast((each) => each.startsWith('{"slipway":'));
    const found = /^\{"slipway":\{"entry":(?<entry>0|[1-9]\d{0,14}),"digest":"(?<digest>sha256:[0-9a-f]{64})"\}\}\s*$/.exec(line ?? "")?.groups;
    return found === undefined
        ? undefined
        : { entry: Number(found["entry"]), digest: found["digest"] ?? "" };
}

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
;// CONCATENATED MODULE: ./packages/registry/src/version.ts

const version_number = String.raw `(?:0|[1-9]\d*)`;
const version_identifier = String.raw `(?:${version_number}|\d*[A-Za-z-][0-9A-Za-z-]*)`;
const version_form = new RegExp(String.raw `^v?(?<major>${version_number})\.(?<minor>${version_number})\.(?<patch>${version_number})` +
    String.raw `(?:-(?<prerelease>${version_identifier}(?:\.${version_identifier})*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`);
const longest = 199;
/** Reads `1.2.3` or `v1.2.3` with prerelease and build, as SemVer 2.0 has them. @throws UserError SW4004 */
function parseVersion(text) {
    const version = readVersion(text);
    if (version !== undefined)
        return version;
    throw new src/* UserError */.yo({
        code: "SW4004",
        message: `${JSON.stringify(text.slice(0, 100))} is not a version`,
        remedy: "Write it as three numbers, such as v1.2.3 or v2.0.0-rc.1 (SemVer 2.0).",
    });
}
/** The order of two versions by SemVer's precedence: negative, 0 or positive; build metadata does not count. @throws UserError SW4004 */
function compareVersions(left, right) {
    return compare(parseVersion(left), parseVersion(right));
}
/**
 * The version after the highest of `existing`, `v1.0.0` where there is none; names that are no versions do not count.
 * After a prerelease comes the release that it precedes, where that is the asked bump.
 */
function nextVersion(existing, bump) {
    const highest = existing
        .map(readVersion)
        .filter((version) => version !== undefined)
        .sort(compare)
        .at(-1);
    if (highest === undefined)
        return "v1.0.0";
    const { major, minor, patch } = highest;
    const waits = highest.prerelease.length > 0;
    if (bump === "major")
        return `v${waits && minor === 0n && patch === 0n ? major : major + 1n}.0.0`;
    if (bump === "minor")
        return `v${major}.${waits && patch === 0n ? minor : minor + 1n}.0`;
    return `v${major}.${minor}.${waits ? patch : patch + 1n}`;
}
function readVersion(text) {
    const groups = text.length > longest + 1 ? undefined : version_form.exec(text)?.groups;
    if (groups === undefined)
        return undefined;
    return {
        text: text.replace(/^v/, ""),
        major: BigInt(groups["major"] ?? ""),
        minor: BigInt(groups["minor"] ?? ""),
        patch: BigInt(groups["patch"] ?? ""),
        prerelease: groups["prerelease"]?.split(".") ?? [],
    };
}
function compare(left, right) {
    for (const part of ["major", "minor", "patch"]) {
        if (left[part] !== right[part])
            return left[part] < right[part] ? -1 : 1;
    }
    return comparePrerelease(left.prerelease, right.prerelease);
}
function comparePrerelease(left, right) {
    if (left.length === 0 || right.length === 0)
        return right.length - left.length;
    for (const [at, one] of left.entries()) {
        const other = right[at];
        if (other === undefined)
            return 1;
        const order = compareIdentifiers(one, other);
        if (order !== 0)
            return order;
    }
    return left.length - right.length;
}
/** Numbers by value and below words; words by their ASCII codes. */
function compareIdentifiers(left, right) {
    if (left === right)
        return 0;
    const [isNumber, isOtherNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (isNumber !== isOtherNumber)
        return isNumber ? -1 : 1;
    if (isNumber && left.length !== right.length)
        return left.length - right.length;
    return left < right ? -1 : 1;
}

;// CONCATENATED MODULE: ./packages/registry/src/gto/tag-names.ts



/** The tag of a version, `MODEL@v1.2.3`: an annotated tag at its commit. @throws UserError SW4006, SW4004 */
function versionTagName(model, version) {
    demandTagName(model);
    return `${model}@v${parseVersion(version).text}`;
}
/** The tag that assigns a stage, `MODEL#STAGE#N` with N from 1. @throws UserError SW4006 */
function stageTagName(model, stage, counter) {
    demandTagName(model);
    demandTagName(stage);
    if (!Number.isSafeInteger(counter) || counter < 1)
        throw new RangeError("the counter must be a positive integer");
    return `${model}#${stage}#${counter}`;
}
/** Refuses the name of a model or stage that GTO or git would refuse in a tag. @throws UserError SW4006 */
function demandTagName(name) {
    // Git refuses an empty part between slashes, which GTO's grammar has no rule against.
    if (isGtoName(name) && !name.includes("//"))
        return;
    throw new src/* UserError */.yo({
        code: "SW4006",
        message: `${JSON.stringify(name.slice(0, 100))} cannot be part of a registry tag`,
        remedy: "Names of models and environments have letters, digits, `-`, `_` and `/`, and begin and end with a letter or digit: GTO reads no others. Rename it in slipway.yaml.",
    });
}

;// CONCATENATED MODULE: ./packages/registry/src/gto/tag-time.ts
const toleratedSeconds = 60;
/**
 * The time of the artifact's next tag in seconds since 1970: `now`, or one second after its newest tag, since GTO
 * orders by time alone. `behind` says that the newest tag is over a minute ahead of `now`: a clock is wrong.
 */
function nextTagTime(view, artifact, now) {
    const newest = view.artifacts.get(artifact)?.newestTime ?? 0;
    return { time: Math.max(Math.floor(now), newest + 1), behind: newest - now > toleratedSeconds };
}

;// CONCATENATED MODULE: ./packages/registry/src/oms/model-path.ts

/** Whether a name is a path that stays inside a model's folder: relative, without `.`, `..` or empty parts, and Unicode. */
function isModelPath(name) {
    return (name.isWellFormed() &&
        !name.includes("\0") &&
        name.split("/").every((part) => part !== "" && part !== "." && part !== ".."));
}
/** Refuses a name that is no path inside a model's folder. @throws UserError SW4107 */
function demandModelPath(name) {
    if (isModelPath(name))
        return;
    throw new src/* UserError */.yo({
        code: "SW4107",
        message: `${JSON.stringify(name.slice(0, 200))} is no name of a file inside a model's folder`,
        remedy: "Name files by their path inside the folder, with `/` between the parts.",
    });
}

;// CONCATENATED MODULE: ./packages/registry/src/oms/model-digest.ts


/** What belongs to git at the top of a folder is no part of a model. */
const excludedAtTop = new Set([
    ".git",
    ".gitignore",
    ".gitattributes",
    ".github",
]);
/**
 * The root digest of OpenSSF Model Signing: SHA-256 over the raw digests of the files, in the order of the
 * reference implementation (component by component, each by its UTF-8 bytes).
 * @throws UserError SW4101 for a model without files, SW4107 for a name that leads out of it
 */
function modelRootDigest(files, sha256) {
    const manifest = modelManifest(files);
    if (manifest.length === 0) {
        throw new src/* UserError */.yo({
            code: "SW4101",
            message: "the model's folder holds no files",
            remedy: "Let the training write its files there before this step, or correct `path` under `models:`.",
        });
    }
    for (const { name } of manifest)
        demandModelPath(name);
    return rootInOrder(manifest, sha256);
}
/** SHA-256 over the raw digests of the files in the order given. */
function rootInOrder(files, sha256) {
    const bytes = new Uint8Array(files.length * 32);
    for (const [index, { digest }] of files.entries())
        bytes.set(rawBytes(digest), index * 32);
    return { sha256: sha256(bytes) };
}
/** The files that make the model, in the order in which they are signed; what belongs to git is left out. */
function modelManifest(files) {
    return inReferenceOrder(files.filter(({ name }) => !excludedAtTop.has(name.split("/")[0] ?? "")));
}
/** Files as the reference implementation sorts them. */
function inReferenceOrder(files) {
    return files
        .map((file) => ({
        file,
        parts: file.name.split("/").map((part) => new TextEncoder().encode(part)),
    }))
        .sort((left, right) => compareParts(left.parts, right.parts))
        .map(({ file }) => file);
}
function compareParts(left, right) {
    for (const [index, part] of left.entries()) {
        const other = right[index];
        if (other === undefined)
            return 1;
        const order = compareBytes(part, other);
        if (order !== 0)
            return order;
    }
    return left.length - right.length;
}
function compareBytes(left, right) {
    const length = Math.min(left.length, right.length);
    for (let at = 0; at < length; at += 1) {
        const order = (left[at] ?? 0) - (right[at] ?? 0);
        if (order !== 0)
            return order;
    }
    return left.length - right.length;
}
function rawBytes({ sha256 }) {
    return Uint8Array.from({ length: 32 }, (_, at) => Number.parseInt(sha256.slice(at * 2, at * 2 + 2), 16));
}

;// CONCATENATED MODULE: ./packages/registry/src/oms/model-names.ts


/**
 * Refuses a model with two names, of files or of folders, that are one name to some file systems: the model would
 * lose a file there, and have another digest.
 * @throws UserError SW4103
 */
function demandDistinctNames(files) {
    const known = new Map();
    for (const { name } of modelManifest(files)) {
        for (let end = name.indexOf("/");; end = name.indexOf("/", end + 1)) {
            const path = end === -1 ? name : name.slice(0, end);
            const key = folded(path);
            const other = known.get(key);
            if (other !== undefined && other !== path)
                throw clash(other, path);
            known.set(key, path);
            if (end === -1)
                break;
        }
    }
}
/** One form for all spellings that a file system may take for the same: `ß` is `SS` to some. */
function folded(path) {
    return path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}
function clash(one, other) {
    const isCase = one.normalize("NFC") !== other.normalize("NFC");
    return new src/* UserError */.yo({
        code: "SW4103",
        message: `the model has ${quoted(one)} and ${quoted(other)}, which differ only in ${isCase ? "case" : "their Unicode form"}`,
        remedy: "On macOS and Windows they are one file, and the model would be another one there. Rename one of them.",
    });
}
/** A name for people, with controls and whatever is not ASCII spelled out, since two names may look alike. */
function quoted(name) {
    return JSON.stringify(name.slice(0, 200)).replaceAll(/[^ -~]/g, (char) => {
        return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
}

;// CONCATENATED MODULE: ./packages/registry/src/oms/bytes.ts
/** Standard base64 with padding. */
function base64Of(bytes) {
    const parts = [];
    // A call takes a limited number of arguments.
    for (let at = 0; at < bytes.length; at += 0x8000)
        parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
    return btoa(parts.join(""));
}
/** The bytes of standard base64 with padding, or `undefined`: `atob` alone takes other alphabets' gaps and spaces too. */
function bytesOfBase64(text) {
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
        return undefined;
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1)
        bytes[at] = binary.charCodeAt(at);
    return bytes;
}
/** UTF-8 text, or `undefined` where it is not. */
function textOf(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** Text as UTF-8. */
function bytesOf(text) {
    return new TextEncoder().encode(text);
}

;// CONCATENATED MODULE: ./packages/registry/src/oms/envelope.ts

/** The type of what the envelope holds: an in-toto statement. */
const payloadType = "application/vnd.in-toto+json";
/** The pre-authentication encoding of DSSE v1: the bytes that are signed. */
function preAuthentication(type, payload) {
    const header = bytesOf(`DSSEv1 ${bytesOf(type).length} ${type} ${payload.length} `);
    const bytes = new Uint8Array(header.length + payload.length);
    bytes.set(header);
    bytes.set(payload, header.length);
    return bytes;
}

;// CONCATENATED MODULE: ./packages/registry/src/oms/sign-model.ts



/** What a bundle calls itself. */
const bundleMediaType = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** The predicate of OpenSSF Model Signing 1.0. */
const predicateType = "https://model_signing/signature/v1.0";
/**
 * Signs a model as OpenSSF Model Signing 1.0 has it, method `key`: every file whole, with SHA-256. Twice is not the
 * same twice, since ECDSA is randomised: compare root digests, never bundles.
 * @throws UserError SW4101 for a model without files, SW4105 for a key that cannot be used
 */
function signModel({ files, folder, privateKeyPem }, keys, sha256) {
    const rootDigest = modelRootDigest(files, sha256);
    const statement = {
        _type: "https://in-toto.io/Statement/v1",
        subject: [{ name: folder, digest: rootDigest }],
        predicateType,
        predicate: {
            serialization: {
                method: "files",
                hash_type: "sha256",
                allow_symlinks: false,
                ignore_paths: [".git", ".gitattributes", ".github", ".gitignore"],
            },
            resources: modelManifest(files).map(({ name, digest }) => {
                return { name, algorithm: "sha256", digest: digest.sha256 };
            }),
        },
    };
    const payload = bytesOf(JSON.stringify(statement));
    const { signature, publicKeyPem } = keys.sign(privateKeyPem, preAuthentication(payloadType, payload));
    const keyHint = sha256(bytesOf(publicKeyPem));
    const bundle = {
        mediaType: bundleMediaType,
        verificationMaterial: { publicKey: { hint: keyHint }, tlogEntries: [] },
        dsseEnvelope: {
            payload: base64Of(payload),
            payloadType: payloadType,
            signatures: [{ sig: base64Of(signature), keyid: "" }],
        },
    };
    return { bundle: `${JSON.stringify(bundle)}\n`, keyHint, rootDigest };
}

// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./packages/registry/src/oms/bundle-schema.ts



const base64 = schemas/* string */.YjP().min(1);
const publicKey = schemas/* looseObject */._H3({ hint: schemas/* string */.YjP().optional(), rawBytes: base64.optional() })
    .refine(({ hint, rawBytes }) => hint !== undefined || rawBytes !== undefined, "needs `hint` or `rawBytes`");
const verificationMaterial = schemas/* strictObject */.rej({
    publicKey: publicKey.optional(),
    certificate: schemas/* unknown */.L5J().optional(),
    x509CertificateChain: schemas/* unknown */.L5J().optional(),
    tlogEntries: schemas/* array */.YOg(schemas/* unknown */.L5J()).optional(),
    timestampVerificationData: schemas/* unknown */.L5J().optional(),
})
    .refine(({ publicKey: key, certificate, x509CertificateChain: chain }) => [key, certificate, chain].filter((each) => each !== undefined).length === 1, "must have one of `publicKey`, `certificate` and `x509CertificateChain`")
    .refine(({ certificate, tlogEntries }) => certificate === undefined || tlogEntries !== undefined, "has a certificate of the keyless method, but no `tlogEntries`");
/** A Sigstore bundle as OMS uses it. What a later method needs is taken as it is: only `key` is verified here. */
const bundleSchema = schemas/* strictObject */.rej({
    mediaType: schemas/* literal */.euz(bundleMediaType),
    verificationMaterial,
    dsseEnvelope: schemas/* strictObject */.rej({
        payload: base64,
        payloadType: schemas/* literal */.euz(payloadType),
        signatures: schemas/* array */.YOg(schemas/* strictObject */.rej({ sig: base64, keyid: schemas/* string */.YjP().nullable().optional() }))
            .length(1, "must have exactly one signature"),
    }),
});
const hex = schemas/* string */.YjP().regex(/^[0-9a-fA-F]+$/, "must be hexadecimal");
const algorithm = schemas/* string */.YjP().min(1);
/** The statement inside. Resources may have further fields, and no other object may. */
const statementSchema = schemas/* strictObject */.rej({
    _type: schemas/* literal */.euz("https://in-toto.io/Statement/v1"),
    subject: schemas/* array */.YOg(schemas/* looseObject */._H3({
        name: schemas/* string */.YjP().min(1),
        digest: schemas/* looseObject */._H3({
            sha256: hex.length(64, "must have 64 digits").transform((text) => text.toLowerCase()),
        }),
    }))
        .length(1, "must have exactly one subject"),
    predicateType: schemas/* literal */.euz(predicateType),
    predicate: schemas/* strictObject */.rej({
        resources: schemas/* array */.YOg(schemas/* looseObject */._H3({
            name: schemas/* string */.YjP().min(1),
            digest: hex.transform((text) => text.toLowerCase()),
            algorithm,
        })),
        // The bundles of release 1.0 lack ignore_paths, and those of 1.1 that are sharded spell the algorithm otherwise.
        serialization: schemas/* strictObject */.rej({
            method: schemas/* enum */.k5n(["files", "shards"]),
            hash_type: algorithm,
            shard_size: schemas/* number */.aig().int().positive().optional(),
            allow_symlinks: schemas/* boolean */.zMY(),
            ignore_paths: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).optional(),
        }),
    }),
});

;// CONCATENATED MODULE: ./packages/registry/src/oms/check-files.ts

/** Compares files with a predicate whose names and serialization are in order; `claimed` is the subject's digest. */
function checkFiles(found, sha256) {
    const { predicate, claimed, files } = found;
    const signed = predicate.resources.map(({ name, digest }) => {
        return { name: fileName(name, files), digest: { sha256: digest } };
    });
    const { covered, ignored } = withoutIgnored(files, ignoredPaths(predicate));
    const rootDigest = rootInOrder(signed, sha256);
    const reference = rootInOrder(inReferenceOrder(signed), sha256);
    const problems = compareFiles(signed, covered);
    if (rootDigest.sha256 !== claimed) {
        const message = `the bundle claims the root digest ${claimed.slice(0, 12)}, but its files give ${rootDigest.sha256.slice(0, 12)}`;
        problems.unshift({ kind: "root-digest", message });
    }
    const referenceDigest = reference.sha256 === rootDigest.sha256 ? undefined : reference;
    return { rootDigest, referenceDigest, problems, ignored };
}
/** The name `.` stands for the one file of a model that is no folder. */
function fileName(name, files) {
    return name === "." && files.length === 1 ? (files[0]?.name ?? name) : name;
}
/** What the bundle leaves out, and what belongs to git unless it is signed after all. */
function ignoredPaths({ resources, serialization }) {
    const tops = new Set(resources.map(({ name }) => name.split("/")[0]));
    const git = [...excludedAtTop].filter((name) => !tops.has(name));
    return [...new Set([...git, ...(serialization.ignore_paths ?? [])])].sort();
}
function withoutIgnored(files, paths) {
    const known = new Set(paths);
    const ignored = new Set();
    const covered = files.filter(({ name }) => {
        const path = prefixesOf(name).find((prefix) => known.has(prefix));
        if (path !== undefined)
            ignored.add(path);
        return path === undefined;
    });
    return { covered, ignored: [...ignored].sort() };
}
function prefixesOf(name) {
    const parts = name.split("/");
    return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
function compareFiles(signed, covered) {
    const left = new Map(covered.map(({ name, digest }) => [name, digest.sha256]));
    const problems = [];
    for (const { name, digest } of signed) {
        const there = left.get(name);
        left.delete(name);
        if (there === undefined)
            problems.push({ kind: "missing-file", message: `${check_files_quoted(name)} is signed, but not there` });
        else if (there !== digest.sha256)
            problems.push({ kind: "changed-file", message: `${check_files_quoted(name)} has other bytes` });
    }
    for (const name of left.keys())
        problems.push({ kind: "extra-file", message: `${check_files_quoted(name)} is there, but not signed` });
    return problems;
}
function check_files_quoted(name) {
    return JSON.stringify(name.slice(0, 200));
}

;// CONCATENATED MODULE: ./packages/registry/src/oms/check-predicate.ts

/** What makes a predicate say less than it seems to, or more than can be checked here. */
function checkPredicate(predicate) {
    return [...checkSerialization(predicate), ...checkNames(predicate), ...checkIgnored(predicate)];
}
function checkSerialization({ serialization, resources }) {
    const { method, hash_type: hash, shard_size: shardSize } = serialization;
    const problem = (message) => [{ kind: "serialization", message }];
    if (method === "shards")
        return problem("the files are signed in shards; only whole files can be verified here");
    if (shardSize !== undefined)
        return problem("`shard_size` has no meaning for whole files");
    if (hash !== "sha256" || resources.some(({ algorithm }) => algorithm !== "sha256"))
        return problem(`the files are hashed with ${check_predicate_quoted(hash)}; only sha256 can be verified here`);
    if (resources.some(({ digest }) => digest.length !== 64))
        return problem("a digest has not the 64 digits of sha256");
    return [];
}
function checkNames({ resources }) {
    if (resources.length === 0)
        return [{ kind: "no-resources", message: "no file is signed, so that any folder would fit" }];
    const seen = new Set();
    const problems = [];
    for (const { name } of resources) {
        // Release 1.1 names the one file of a model that is no folder `.`.
        const isOnlyFile = name === "." && resources.length === 1;
        if (!isModelPath(name) && !isOnlyFile)
            problems.push({ kind: "unsafe-name", message: `${check_predicate_quoted(name)} leads out of the model` });
        if (seen.has(name))
            problems.push({ kind: "duplicate-name", message: `${check_predicate_quoted(name)} is signed twice` });
        seen.add(name);
    }
    return problems;
}
function checkIgnored({ resources, serialization }) {
    const signed = resources.map(({ name }) => name);
    return (serialization.ignore_paths ?? []).flatMap((path) => {
        const said = `\`ignore_paths\` has ${check_predicate_quoted(path)}`;
        if (path === "." || path === "./")
            return [{ kind: "ignored-resource", message: `${said}, which is the whole model` }];
        if (!isModelPath(path))
            return [{ kind: "unsafe-name", message: `${said}, which is no path inside the model` }];
        const hidden = signed.find((name) => name === path || name.startsWith(`${path}/`));
        if (hidden === undefined)
            return [];
        return [{ kind: "ignored-resource", message: `${said}, which hides ${check_predicate_quoted(hidden)}` }];
    });
}
function check_predicate_quoted(text) {
    return JSON.stringify(text.slice(0, 200));
}

;// CONCATENATED MODULE: ./packages/registry/src/oms/verify-bundle.ts





/**
 * Verifies a bundle of OpenSSF Model Signing, method `key`, files whole with SHA-256, in the order that it records.
 * More is refused than the reference implementation refuses: whatever lets a signature say less than it seems to.
 * @throws UserError SW4105 for a public key that cannot be used
 */
function verifyModelBundle({ bundle: text, files, publicKeyPem, signatureFile }, keys, sha256) {
    const publicKey = keys.publicKey(publicKeyPem);
    const bundle = parse(bundleSchema, text, "the bundle");
    if (!bundle.ok)
        return refused(bundle.problems);
    const payload = bytesOfBase64(bundle.value.dsseEnvelope.payload);
    const said = payload === undefined ? undefined : textOf(payload);
    const inside = parse(statementSchema, said, "the statement inside the bundle");
    const signed = checkSignature(bundle.value, { publicKey, keys, sha256 });
    if (!inside.ok)
        return refused([...signed, ...inside.problems]);
    const { predicate, subject } = inside.value;
    const form = checkPredicate(predicate);
    if (form.length > 0)
        return refused([...signed, ...form]);
    const own = files.filter(({ name }) => name !== signatureFile);
    const checked = checkFiles({ predicate, claimed: claimedRoot(subject), files: own }, sha256);
    const problems = [...signed, ...checked.problems];
    const ignored = own.length === files.length ? checked.ignored : [...checked.ignored, signatureFile ?? ""];
    return { ...checked, ok: problems.length === 0, problems, ignored };
}
function refused(problems) {
    return { ok: false, rootDigest: undefined, referenceDigest: undefined, problems, ignored: [] };
}
function claimedRoot(subject) {
    return subject[0]?.digest.sha256 ?? "";
}
function parse(schema, text, what) {
    let value;
    try {
        value = JSON.parse(text ?? "");
    }
    catch {
        return { ok: false, problems: [{ kind: "malformed", message: `${what} is not JSON` }] };
    }
    const result = schema.safeParse(value);
    if (result.success)
        return { ok: true, value: result.data };
    const problems = result.error.issues.map((issue) => {
        const at = issue.path.length === 0 ? what : `${what}, at ${issue.path.join(".")},`;
        return issue.code === "unrecognized_keys"
            ? { kind: "unknown-key", message: `${at} has the unknown key ${quoteAll(issue.keys)}` }
            : { kind: "malformed", message: `${at} ${issue.message.slice(0, 200)}` };
    });
    return { ok: false, problems };
}
function quoteAll(names) {
    return names.map((name) => JSON.stringify(name.slice(0, 100))).join(", ");
}
function checkSignature({ verificationMaterial: { publicKey: named }, dsseEnvelope }, { publicKey, keys, sha256 }) {
    if (named === undefined) {
        const message = "the bundle is signed with a certificate; only those that are signed with a key can be verified here";
        return [{ kind: "method", message }];
    }
    const hint = sha256(bytesOf(publicKey));
    if (named.hint !== undefined && named.hint.toLowerCase() !== hint) {
        const message = `the bundle names the key ${JSON.stringify(named.hint.slice(0, 12))}, the one given is "${hint.slice(0, 12)}"`;
        return [{ kind: "key-hint", message }];
    }
    // Bundles before release 1.1 carry the key itself, as PEM.
    if (named.hint === undefined &&
        textOf(bytesOfBase64(named.rawBytes ?? "") ?? bytesOf("")) !== publicKey)
        return [{ kind: "key-hint", message: "the bundle carries another key than the one given" }];
    const payload = bytesOfBase64(dsseEnvelope.payload);
    const signature = bytesOfBase64(dsseEnvelope.signatures[0]?.sig ?? "");
    if (payload === undefined || signature === undefined)
        return [{ kind: "malformed", message: "the bundle's payload or signature is not base64" }];
    if (keys.verify(publicKey, preAuthentication(payloadType, payload), signature))
        return [];
    return [{ kind: "signature", message: "the signature is not the one of this key" }];
}

;// CONCATENATED MODULE: ./packages/registry/src/index.ts












/***/ })

};
