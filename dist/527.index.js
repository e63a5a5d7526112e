export const id = 527;
export const ids = [527];
export const modules = {

/***/ 19527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QL: () => (/* reexport */ inputs),
  iW: () => (/* reexport */ main),
  W2: () => (/* reexport */ unaskedLine),
  Rn: () => (/* reexport */ verifyAudit)
});

// UNUSED EXPORTS: renderAudit

// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var src = __webpack_require__(43845);
// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./actions/verify-audit/src/inputs.ts


/** The inputs of verify-audit. */
const inputs = schemas/* strictObject */.rej({
    key: src/* field */.ZZ.text(),
    log: src/* field */.ZZ.text(),
    checkpoint: src/* field */.ZZ.lines(),
    branch: src/* field */.ZZ
        .textOr("slipway")
        .refine((name) => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(name) && !name.includes(".."), "must be the name of a branch"),
    githubToken: src/* field */.ZZ.secret(),
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/delivery/src/index.ts + 11 modules
var delivery_src = __webpack_require__(64276);
// EXTERNAL MODULE: ./packages/git/src/index.ts + 14 modules
var git_src = __webpack_require__(81023);
// EXTERNAL MODULE: ./packages/report/src/index.ts + 47 modules
var report_src = __webpack_require__(95624);
;// CONCATENATED MODULE: ./actions/verify-audit/src/render-audit.ts


/** Log, outputs, summary and annotations of verify-audit. */
function renderAudit(result) {
    const { verification, failure } = result;
    const { outcome, size, root } = verification;
    const whole = `the log of ${size} entries is whole, root ${root?.sha256.slice(0, 12) ?? "none"}`;
    const line = unaskedLine(result);
    const text = (0,report_src/* renderVerificationText */.bv)(verification, report_src/* plainStyle */.sj);
    const summary = (0,report_src/* renderVerification */.Y)(verification);
    return {
        outcome,
        outputs: {
            size: String(size),
            root: root?.sha256 ?? "",
            summary: (0,delivery_src/* headlineOf */.gD)(verification, whole),
            document: JSON.stringify(verification),
        },
        log: line === undefined ? text : `${text}\n${line}`,
        summary: line === undefined ? summary : `${summary}\n\n${(0,report_src/* escapeMarkdown */.FV)(line)}\n`,
        annotations: (0,delivery_src/* notesOf */.h$)(verification.checks),
        ...(failure === undefined ? {} : { failure }),
    };
}
/** What nobody was asked about, as a line, so that a verdict is not taken for more than it is. */
function unaskedLine({ unasked }) {
    return unasked.length === 0 ? undefined : `Not compared with ${unasked.join(", nor with ")}.`;
}

// EXTERNAL MODULE: ./packages/audit/src/index.ts + 30 modules
var audit_src = __webpack_require__(4751);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
// EXTERNAL MODULE: ./packages/registry/src/index.ts + 20 modules
var registry_src = __webpack_require__(12642);
;// CONCATENATED MODULE: ./actions/verify-audit/src/compare-deployments.ts

const mostOfEnvironment = 100;
/**
 * Compares the size and root that GitHub's deployments have pinned with today's log, which must be an extension of
 * each: a log that was cut off or rewritten is not, whoever signed it. The newest hundred of each environment count.
 * @throws UserError SW3111
 */
async function compareDeployments(deployments, environments, compared) {
    const wrong = [];
    let count = 0;
    // GitHub takes names that differ only in case for one environment.
    const distinct = new Map([...environments].map((name) => [name.toLowerCase(), name]));
    for (const environment of distinct.values()) {
        for (const deployment of await deployments.list(environment, mostOfEnvironment)) {
            count += 1;
            const detail = await mistakeOf(deployment, compared);
            if (detail === undefined)
                continue;
            const title = `today's log is an extension of what deployment ${deployment.id} (${environment.slice(0, 100)}) pinned`;
            wrong.push({ id: `deployment/${deployment.id}`, title, outcome: "fail", detail });
        }
    }
    if (wrong.length > 0)
        return wrong;
    const title = "today's log is an extension of what every deployment pinned";
    const detail = count === 0 ? "Slipway made no deployments yet" : `${count} compared`;
    return [{ id: "deployments", title, outcome: "pass", detail }];
}
async function mistakeOf({ size, root, entry: index, environment }, { log, read, entries }) {
    if (size > log.size)
        return `it was made when the log had ${size} entries; it has ${log.size} now: its end was cut off`;
    const older = { origin: log.key.name, size, root: bytesOf(root) };
    if (!(await (0,audit_src/* checkConsistency */.zV)(read, log, older)))
        return `the first ${size} entries had root ${root.slice(0, 12)} then and have another one now: the log was rewritten`;
    const entry = entries[index];
    const isSame = entry?.type === "promoted" && entry.environment.toLowerCase() === environment.toLowerCase();
    if (isSame)
        return undefined;
    return `it names entry ${index}, which is no promotion to this environment`;
}
function bytesOf(hex) {
    return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

;// CONCATENATED MODULE: ./actions/verify-audit/src/judge-unnamed.ts
/** What GTO makes of a tag instead of what its name says. */
const insteadOf = new Set([
    "lightweight",
    "created",
    "not-readable-by-gto",
    "tag-of-tag",
    "dangling",
]);
const beside = new Set(["two-versions-on-one-commit"]);
/**
 * Judges a tag that names no entry, of a model that the log knows. A move of a stage is a `fail`, and so is the tag of
 * a registered version that is at another commit now; whatever else it does is a `warn`, since promotions go by the
 * log. `undefined` for the tag of a registered version that another tool made where it belongs.
 */
function judgeUnnamed(named, ofModel, problems) {
    const { tag, gto } = named;
    const [first] = ofModel;
    const registered = ofModel
        .filter((entry) => entry.type === "registered")
        .find(({ version }) => gto.event === "registration" && version === gto.version);
    if (registered !== undefined)
        return judgeReplaced(tag, registered);
    const before = first !== undefined && tag.time > 0 && tag.time * 1000 < Date.parse(first.time);
    const isMove = gto.event === "assignment" || gto.event === "unassignment";
    const parts = [
        "no entry of the log is behind it",
        ...(before ? ["it says that it is older than the log"] : []),
        ...effects(gto, problems),
    ];
    return { outcome: isMove && !before ? "fail" : "warn", detail: parts.join("; ") };
}
/** The tag of a registered version without the words of its entry: registering never makes or takes over such a one. */
function judgeReplaced({ annotated, target, targetId }, { version, commit, index }) {
    const light = annotated ? "" : "it is lightweight now: GTO drops it; ";
    if (target === "commit" && targetId === commit) {
        if (annotated)
            return undefined;
        return {
            outcome: "warn",
            detail: `${light}entry ${index} registered ${version} at this commit`,
        };
    }
    const unreadable = target === "tree" || target === "blob"
        ? ", and every command of GTO ends with an error in this repository"
        : "";
    return {
        outcome: "fail",
        detail: `${light}it points at the ${target} ${targetId.slice(0, 12)}, but entry ${index} registered ${version} at commit ${commit.slice(0, 12)}: it was moved or replaced${annotated ? unreadable : ""}`,
    };
}
function effects(gto, problems) {
    const say = (kinds) => problems.filter(({ kind }) => kinds.has(kind)).map(({ message }) => `it ${message}`);
    const instead = say(insteadOf);
    return instead.length > 0 ? instead : [effectOf(gto), ...say(beside)];
}
function effectOf({ artifact, event, version = "", stage = "" }) {
    switch (event) {
        case "registration":
            return `it registers ${artifact} ${version} in GTO past Slipway, without evidence; promotions know no such version`;
        case "deregistration":
            return `it takes ${artifact} ${version} out of GTO's registry; promotions go by the log, which keeps what it registered`;
        case "assignment":
            return `it moves ${stage} of ${artifact} in GTO past Slipway, without evidence, policy or approval`;
        case "unassignment":
            return `it empties ${stage} of ${artifact} in GTO past Slipway, without policy or approval`;
        case "deprecation":
            return `it marks ${artifact} as deprecated in GTO; promotions go by the log, which knows of no such thing`;
        case "creation":
            return `it says that ${artifact} was created`;
    }
}

;// CONCATENATED MODULE: ./actions/verify-audit/src/compare-tags.ts


const mostNamed = 20;
const unreadable = new Set(["created", "not-readable-by-gto"]);
/**
 * Compares GTO's tags with the log. A tag that names an entry which is not there, or is about something else, is a
 * `fail`: the log was cut off or replaced, or the tag is forged. So is a stage tag without an entry: a move that
 * nobody recorded, if the log knew the model by then. A version tag without one, an entry without its tag, and one that
 * keeps GTO from reading the repository is a `warn`: promotions go by the log alone. Else tags of models that the log
 * never named are other people's.
 */
function compareTags(tags, entries) {
    const named = tags.flatMap((tag) => {
        const gto = (0,registry_src/* parseGtoTag */.eQ)(tag.name);
        return gto === undefined ? [] : [{ tag, gto }];
    });
    const published = named.flatMap((each) => {
        const found = each.tag.annotated ? (0,registry_src/* publishedEntry */.TS)(each.tag.message) : undefined;
        return found === undefined ? [] : [{ ...each, ...found }];
    });
    const names = new Set(published.map(({ tag }) => tag.name));
    const silent = named.filter(({ tag }) => !names.has(tag.name));
    const problems = Map.groupBy((0,registry_src/* registryView */.jw)(tags).problems, ({ tag }) => tag);
    const wrong = [
        ...published.flatMap((each) => compare_tags_mistakeOf(each, entries)),
        ...repeated(published),
        ...unnamed(silent, entries, problems),
        ...blocking(silent, entries, problems),
        ...untagged(published, silent, entries),
    ];
    if (published.length === 0 && wrong.length === 0)
        return [];
    const title = "every tag of the registry is what the log says";
    if (wrong.length > 0)
        return wrong;
    return [{ id: "tags", title, outcome: "pass", detail: `${published.length} compared` }];
}
/** The entry that a tag names is there, and says what the tag says. */
function compare_tags_mistakeOf(found, entries) {
    const { tag, entry: index, digest } = found;
    const entry = entries[index];
    if (entry === undefined)
        return [
            failed(tag, `it names entry ${index}, but the log has ${entries.length}: its end was cut off`),
        ];
    if (`sha256:${entry.digest.sha256}` === digest && isAbout(found, entry))
        return [];
    const what = `entry ${index} is: ${entry.model} ${entry.version} ${wordsOf(entry)}, sha256:${entry.digest.sha256.slice(0, 12)}`;
    return [
        {
            ...failed(tag, `${what}. The log was replaced, or the tag is not Slipway's`),
            entry: index,
        },
    ];
}
function isAbout({ gto, tag }, entry) {
    if (gto.artifact !== entry.model || tag.target !== "commit" || tag.targetId !== entry.commit)
        return false;
    if (entry.type === "registered")
        return gto.event === "registration" && gto.version === entry.version;
    return entry.type === "promoted" && gto.event === "assignment" && gto.stage === entry.environment;
}
function wordsOf(entry) {
    switch (entry.type) {
        case "registered":
            return "registered";
        case "promoted":
            return `promoted to ${entry.environment}`;
        case "refused":
            return `refused for ${entry.environment}`;
    }
}
/** A second tag for one entry moves a stage that the log did not move. */
function repeated(published) {
    const first = new Map();
    const inOrder = published.toSorted((a, b) => (a.gto.counter ?? 0) - (b.gto.counter ?? 0));
    return inOrder.flatMap((each) => {
        const known = first.get(each.entry);
        first.set(each.entry, known ?? each);
        if (known === undefined)
            return [];
        const detail = `it repeats entry ${each.entry}, which ${known.tag.name} published: the log knows of no such move`;
        return [{ ...failed(each.tag, detail), entry: each.entry }];
    });
}
/** Tags that name no entry, of models that the log knows. */
function unnamed(silent, entries, problems) {
    const ofModels = Map.groupBy(entries, ({ model }) => model);
    return silent.flatMap((each) => {
        const ofModel = ofModels.get(each.gto.artifact);
        if (ofModel === undefined)
            return [];
        const verdict = judgeUnnamed(each, ofModel, problems.get(each.tag.name) ?? []);
        return verdict === undefined ? [] : [{ ...failed(each.tag, verdict.detail), ...verdict }];
    });
}
/** Of other people's tags only those count that keep GTO from reading the repository. */
function blocking(silent, entries, problems) {
    const models = new Set(entries.map(({ model }) => model));
    if (models.size === 0)
        return [];
    return silent
        .filter(({ gto }) => !models.has(gto.artifact))
        .flatMap(({ tag }) => {
        const found = problems.get(tag.name)?.find(({ kind }) => unreadable.has(kind));
        if (found === undefined)
            return [];
        const title = `GTO can read the repository beside the tag ${tag.name.slice(0, 300)}`;
        return [{ ...failed(tag, `it ${found.message}`), title, outcome: "warn" }];
    });
}
/** Entries that should have been published; a crash leaves one, and so does whoever deletes tags. */
function untagged(published, silent, entries) {
    const known = new Set(published.map(({ entry }) => entry));
    const names = new Set(silent.map(({ tag }) => tag.name));
    const lacking = entries.filter(({ type, index, model, version }) => type !== "refused" &&
        !known.has(index) &&
        !(type === "registered" && names.has(`${model}@${version}`)));
    if (lacking.length === 0)
        return [];
    const shown = lacking
        .slice(0, mostNamed)
        .map((entry) => `${entry.index} (${entry.model} ${entry.version} ${wordsOf(entry)})`);
    const more = lacking.length > mostNamed ? ` and ${lacking.length - mostNamed} more` : "";
    return [
        {
            id: "tags/missing",
            title: "every registration and promotion of the log has its tag",
            outcome: "warn",
            detail: `no tag names ${lacking.length === 1 ? "entry" : "entries"} ${shown.join(", ")}${more}: deleted, or a run that stopped before it; the log holds without them`,
        },
    ];
}
function failed({ name }, detail) {
    return {
        id: `tag/${name.slice(0, 90)}`,
        title: `the tag ${name.slice(0, 300)} is what the log says`,
        outcome: "fail",
        detail,
    };
}

;// CONCATENATED MODULE: ./actions/verify-audit/src/judge-activity.ts
const title = "the branch was only ever appended to";
/**
 * Judges what the code host remembers of a branch: a push that was no fast-forward, or a deletion, is a `fail`, because
 * whoever holds the log's key can sign what was rewritten. Where the very next rewrite put the same commit back,
 * nothing is lost and both are a `warn`.
 */
function judgeActivity(branch, rewrites) {
    if (rewrites.length === 0)
        return [{ id: "activity", title, outcome: "pass", detail: `no rewrite of ${branch} is known` }];
    const oldestFirst = rewrites.toReversed();
    const checks = [];
    for (let at = 0; at < oldestFirst.length; at += 1) {
        const [rewrite, next] = oldestFirst.slice(at, at + 2);
        if (rewrite === undefined)
            break;
        const isUndone = next !== undefined && rewrite.before === next.after && rewrite.after === next.before;
        if (isUndone)
            at += 1;
        const undone = isUndone ? `, and put back by ${next.actor} at ${next.time}` : "";
        checks.push({
            id: `activity/${checks.length + 1}`,
            title,
            outcome: isUndone ? "warn" : "fail",
            detail: `${rewrite.kind.replaceAll("_", " ")} by ${rewrite.actor} at ${rewrite.time}, from ${judge_activity_short(rewrite.before)} to ${judge_activity_short(rewrite.after)}${undone}`,
        });
    }
    return checks;
}
function judge_activity_short(commit) {
    return commit.slice(0, 12);
}

;// CONCATENATED MODULE: ./actions/verify-audit/src/verify-audit.ts







/**
 * Recomputes the log, and compares it with older checkpoints, with the tags of `origin` and, where it may be asked,
 * with what the code host remembers. The key comes from the caller or the default branch.
 * @throws UserError SW4301 without a key, SW4309 where nothing speaks of a log, SW1301 without a checkpoint's file
 */
async function verifyAudit(input, ports) {
    const key = await (0,delivery_src/* trustedKey */.To)(input.key, ports.delivery);
    const checkpoints = await readCheckpoints(input.checkpoint, ports);
    const { readFiles: read, list } = await ports.view();
    const { crypto } = ports;
    const verification = await (0,audit_src/* verifyLog */.IO)({ read, list, key, crypto, checkpoints });
    const tags = await ports.tags?.list();
    const host = await ports.host?.();
    const isAlone = tags === undefined && host === undefined;
    const compared = isAlone ? undefined : await readLog(read, key, ports);
    const asked = await askHost(host, { input, compared, tags, ports });
    const checks = [
        ...verification.checks,
        ...(tags === undefined ? [] : tagChecks(tags, compared)),
        ...asked.checks,
    ];
    const hasLog = verification.root !== null || checkpoints.length > 0;
    if (!hasLog && !checks.some(({ outcome }) => outcome === "fail"))
        throw noLog(input);
    const found = withChecks(verification, checks);
    // A log that is not whole is the graver finding: what could not be asked beside it is told by its check alone.
    const failure = found.outcome === "fail" ? undefined : asked.failure;
    return {
        verification: found,
        unasked: [
            ...(tags === undefined ? ["the tags of the repository"] : []),
            ...(host === undefined ? ["GitHub's deployments and the activity of the branch"] : []),
        ],
        ...(failure === undefined ? {} : { failure }),
    };
}
function withChecks(verification, checks) {
    const outcome = (0,kernel_src/* worstOutcome */.Om)([verification.outcome, ...checks.map((check) => check.outcome)]);
    return { ...verification, outcome, checks: [...checks] };
}
async function readCheckpoints(patterns, { files }) {
    const paths = await Promise.all(patterns.map(async (pattern) => {
        const found = await files.list(pattern);
        // A glob that finds nothing would verify less than was asked for, in silence.
        return found.length === 0 ? [pattern] : found;
    }));
    return Promise.all([...new Set(paths.flat())].map(async (name) => ({ name, text: await files.readText(name) })));
}
/** The entries again, for comparing; `undefined` where the log does not hold, which its own checks say. */
async function readLog(read, key, { crypto }) {
    try {
        const log = await (0,audit_src/* openLog */.Ne)(read, key, crypto);
        return { log, read, entries: await (0,audit_src/* readEntries */.$2)(read, log, { from: 0, to: log.size }) };
    }
    catch (error) {
        if (error instanceof kernel_src/* UserError */.yo)
            return undefined;
        throw error;
    }
}
function tagChecks(tags, compared) {
    return compared === undefined
        ? [notCompared("tags", "every tag of the registry is what the log says")]
        : compareTags(tags, compared.entries);
}
async function askHost(host, facts) {
    if (host === undefined)
        return { checks: [] };
    const { input, compared } = facts;
    const title = "today's log is an extension of what every deployment pinned";
    const pinned = await answerOf({ id: "deployments", title }, async () => compared === undefined
        ? [notCompared("deployments", title)]
        : compareDeployments(host.deployments, await environmentsOf(facts, compared), compared));
    const activity = await answerOf({ id: "activity", title: "the branch was only ever appended to" }, async () => judgeActivity(input.branch, await host.activity.rewrites(input.branch)));
    const failure = pinned.failure ?? activity.failure;
    return {
        checks: [...pinned.checks, ...activity.checks],
        ...(failure === undefined ? {} : { failure }),
    };
}
/** What could not be asked is never a pass, and takes nothing from the other checks. */
async function answerOf(check, ask) {
    try {
        return { checks: await ask() };
    }
    catch (error) {
        if (!(error instanceof kernel_src/* UserError */.yo))
            throw error;
        const detail = `not checked: ${error.message}`;
        return { checks: [{ ...check, outcome: "inconclusive", detail }], failure: error };
    }
}
/** Those of the log, the tags and the policy: the entries of an environment may be what was cut off. */
async function environmentsOf({ tags = [], input, ports }, { entries }) {
    const stages = tags.flatMap(({ name }) => (0,registry_src/* parseGtoTag */.eQ)(name)?.stage ?? []);
    const ofLog = entries.flatMap((entry) => entry.type === "registered" ? [] : [entry.environment]);
    const delivery = input.key === undefined ? await ports.delivery?.() : undefined;
    const ofPolicy = (delivery?.config.environments ?? []).map(({ name }) => name);
    return new Set([...ofLog, ...stages, ...ofPolicy]);
}
function notCompared(id, title) {
    return {
        id,
        title,
        outcome: "inconclusive",
        detail: "not compared: the log does not verify",
    };
}
function noLog({ log, branch }) {
    return new kernel_src/* UserError */.yo({
        code: "SW4309",
        message: log === undefined
            ? `there is no log yet: origin has no branch ${branch} with entries, and nothing that names one`
            : `there is no log in ${log}`,
        remedy: log === undefined
            ? "The first `slipway register MODEL` makes it."
            : "Name the folder that holds the files `checkpoint`, `tile/` and `entries/`: a checkout of the branch slipway.",
    });
}

;// CONCATENATED MODULE: ./actions/verify-audit/src/main.ts







/** Starts verify-audit under a runner. */
function main() {
    return (0,src/* runAction */.Cs)({ inputs: inputs, ports, run: verifyAudit, render: renderAudit });
}
function ports({ log, branch, githubToken }) {
    const { env } = process;
    const folder = env["GITHUB_WORKSPACE"] ?? process.cwd();
    const files = (0,src/* workspaceFiles */.PZ)({ root: folder, roots: [(0,src/* temporaryFolder */.yy)(env)] });
    const shared = { files, crypto: src/* logCrypto */.ag };
    if (log !== undefined) {
        const view = () => Promise.resolve((0,src/* folderView */.kz)(files.locate(log)));
        return { ...shared, view, delivery: undefined, tags: undefined, host: undefined };
    }
    const place = { folder, ...(githubToken === undefined ? {} : { token: githubToken }) };
    let delivery;
    return {
        ...shared,
        view: () => (0,git_src/* gitSlipwayBranch */.iU)({ ...place, branch }).view(),
        delivery: () => (delivery ??= (0,git_src/* gitDefaultBranch */.c3)(place).then((found) => (0,delivery_src/* loadDelivery */.Fw)(found, sha256))),
        tags: (0,git_src/* gitRegistryTags */.zj)(place),
        host: githubToken === undefined ? undefined : () => connectHost(githubToken),
    };
}
async function connectHost(token) {
    const { connect, githubActivity, githubDeployments } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(700)]).then(__webpack_require__.bind(__webpack_require__, 89700));
    const connection = connect({
        token,
        repository: process.env["GITHUB_REPOSITORY"],
        tell: (message) => src/* jobLog */.Wh.notice(message),
    });
    return { deployments: githubDeployments(connection), activity: githubActivity(connection) };
}
function sha256(bytes) {
    return (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
}

;// CONCATENATED MODULE: ./actions/verify-audit/src/index.ts






/***/ })

};
