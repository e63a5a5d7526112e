export const id = 402;
export const ids = [402];
export const modules = {

/***/ 65402:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QL: () => (/* reexport */ inputs),
  iW: () => (/* reexport */ main),
  IH: () => (/* reexport */ promoteModel)
});

// UNUSED EXPORTS: renderPromoted

// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var src = __webpack_require__(43845);
// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./actions/promote-model/src/inputs.ts


/** The inputs of promote-model. */
const inputs = schemas/* strictObject */.rej({
    model: src/* field */.ZZ.requiredText(),
    to: src/* field */.ZZ.requiredText(),
    reason: src/* field */.ZZ
        .text()
        .refine((text) => (text?.length ?? 0) <= 2000, "must be at most 2,000 characters"),
    dryRun: src/* field */.ZZ.boolean(false),
    output: src/* field */.ZZ.textOr("."),
    auditKey: src/* field */.ZZ.secret(),
    branch: src/* field */.ZZ
        .textOr("slipway")
        .refine((name) => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(name) && !name.includes(".."), "must be the name of a branch"),
    githubToken: src/* field */.ZZ.secret(),
    teamToken: src/* field */.ZZ.secret(),
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/git/src/index.ts + 14 modules
var git_src = __webpack_require__(81023);
// EXTERNAL MODULE: ./packages/audit/src/index.ts + 30 modules
var audit_src = __webpack_require__(4751);
// EXTERNAL MODULE: ./packages/delivery/src/index.ts + 11 modules
var delivery_src = __webpack_require__(64276);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
// EXTERNAL MODULE: ./packages/registry/src/index.ts + 20 modules
var registry_src = __webpack_require__(12642);
;// CONCATENATED MODULE: ./actions/promote-model/src/choose-candidate.ts


/** `MODEL@VERSION`, or `MODEL` alone. @throws UserError SW4004 */
function parseModelAtVersion(text) {
    const at = text.indexOf("@");
    if (at < 0)
        return { model: text, version: undefined };
    return { model: text.slice(0, at), version: `v${(0,registry_src/* parseVersion */.ot)(text.slice(at + 1)).text}` };
}
/**
 * The version that is promoted: the one that is named, else what the environment before runs, else the newest one.
 * @throws UserError SW4008 where nothing fits
 */
function chooseCandidate(state, wanted) {
    const { model, version, environment } = wanted;
    const newest = state.versions.toSorted((a, b) => (0,registry_src/* compareVersions */.Zy)(b.version, a.version))[0];
    if (newest === undefined)
        throw notRegistered(model);
    if (version !== undefined) {
        const found = state.versions.find((known) => known.version === version);
        if (found === undefined)
            throw noVersion(model, version, newest.version);
        return found;
    }
    if (environment.after === undefined)
        return newest;
    const before = state.pointers.get(environment.after);
    const found = state.versions.find((known) => known.version === before?.version);
    if (found === undefined)
        throw nothingBefore(model, environment);
    return found;
}
function notRegistered(model) {
    return new kernel_src/* UserError */.yo({
        code: "SW4008",
        message: `no version of ${model} is registered`,
        remedy: `Register one first: slipway register ${model}`,
    });
}
function noVersion(model, version, newest) {
    return new kernel_src/* UserError */.yo({
        code: "SW4008",
        message: `${model} ${version} is not registered; the newest version is ${newest}`,
        remedy: `See what is: slipway history ${model}`,
    });
}
function nothingBefore(model, { name, after }) {
    return new kernel_src/* UserError */.yo({
        code: "SW4008",
        message: `nothing of ${model} is in ${after ?? ""} yet, from where ${name} takes its versions`,
        remedy: `Promote it there first: slipway promote ${model} --to ${after ?? ""}`,
    });
}

;// CONCATENATED MODULE: ./packages/promotion/src/quote.ts
/** A name of foreign origin in backticks, which renderers print as code; cut to 60 characters. */
function quote(name) {
    const inner = name.replaceAll("`", "'");
    return `\`${inner.length > 60 ? `${inner.slice(0, 59)}…` : inner}\``;
}
/** "a, b and c", with the number of those beyond the first `most`; `last` stands before the last one. */
function enumerate(parts, { most = 5, last = "and" } = {}) {
    const shown = parts.slice(0, most);
    const more = parts.length - shown.length;
    const all = more > 0 ? [...shown, `${more} more`] : shown;
    const end = all.at(-1) ?? "";
    return all.length < 2 ? end : `${all.slice(0, -1).join(", ")} ${last} ${end}`;
}

;// CONCATENATED MODULE: ./packages/promotion/src/approvals-rule.ts

/** The rule `approvals`: enough people who may approve did, and none of them rejected. */
function approvalsRule(judged, demanded, facts) {
    return { id: "approvals", title: titleOf(demanded), ...standingOf(judged, demanded, facts) };
}
/** How sure it is that enough people approved: the level of the weakest approval that the quorum needs. */
function levelOfDecision(judged, demanded, facts) {
    const levels = approvals(judged).map(({ level }) => level);
    const order = ["oidc+review", "review", "pr-review"];
    const best = levels.toSorted((left, right) => order.indexOf(left) - order.indexOf(right));
    const weakest = best[Math.max(demanded?.min ?? 1, 1) - 1] ?? best.at(-1);
    return weakest ?? (facts.run === null ? "none" : "actor-only");
}
function titleOf({ min, notAuthor, users, teams, level }) {
    const number = min === 1 ? "1 approval" : `${min} approvals`;
    const by = [...users.map(quote), ...teams.map((team) => `team ${quote(team)}`)];
    return [
        by.length === 0 ? number : `${number} of ${enumerate(by, { last: "or" })}`,
        ...(notAuthor ? ["not by the author"] : []),
        ...(level === "oidc+review" ? ["in a job whose token names the environment"] : []),
    ].join(", ");
}
function standingOf(judged, demanded, facts) {
    const { min } = demanded;
    const counted = approvals(judged);
    const rejected = judged.filter(({ answer, reason }) => answer.state === "rejected" && reason === undefined);
    const number = `${counted.length} of ${min}`;
    if (rejected.length > 0) {
        const who = enumerate(rejected.map(({ answer }) => quote(answer.person.login)));
        return { state: "unmet", detail: `${number}; ${who} rejected it` };
    }
    if (min > 0 && demanded.notAuthor && facts.authors.length === 0)
        return {
            state: "unmet",
            detail: `${number}; the API names no author of this change, so that nobody can tell them from an approver`,
        };
    const others = refusedWords(judged);
    const told = [counted.length === 0 ? number : `${number}: ${byWhom(counted)}`, ...others].join("; ");
    if (min === 0)
        return { state: "met", detail: `none is demanded; ${told}` };
    if (counted.length >= min)
        return { state: "met", detail: told };
    const onlyOwn = counted.length === 0 &&
        judged.some(({ answer, reason }) => answer.state === "approved" && isOwn(reason));
    return { state: onlyOwn ? "unmet" : "waiting", detail: told };
}
function approvals(judged) {
    return judged.filter(({ answer, reason }) => answer.state === "approved" && reason === undefined);
}
function byWhom(counted) {
    return enumerate(counted.map(({ answer }) => {
        const { person, source, runId, pullRequest } = answer;
        const where = source === "environment"
            ? `environment approval, run ${String(runId ?? "unknown")}`
            : `review${pullRequest === undefined ? "" : ` of pull request ${String(pullRequest)}`}`;
        return `${quote(person.login)} (${where})`;
    }));
}
const wordsFor = {
    author: "approved, but is the author",
    starter: "approved, but started this run",
    "not-eligible": "approved, but the policy does not name them",
    program: "approved, but is a program",
    "other-run": "approved, but not this run",
    replaced: "approved, but changed their mind",
};
/** Why approvals that were given are not among those that count; one part for each person. */
function refusedWords(judged) {
    const told = judged.flatMap(({ answer, level, reason }) => {
        if (answer.state !== "approved" || reason === undefined)
            return [];
        const words = reason === "level" ? tooLow(level) : wordsFor[reason];
        return words === undefined ? [] : [`${quote(answer.person.login)} ${words}`];
    });
    return told.length > 6 ? [...told.slice(0, 5), `${told.length - 5} more do not count`] : told;
}
function tooLow(level) {
    return level === "pr-review"
        ? "approved by a review, but the policy wants an approval for the environment"
        : "approved, but no signed token says that this job runs in the environment: give it `id-token: write`";
}
function isOwn(reason) {
    return reason === "author" || reason === "starter";
}

// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var contracts_src = __webpack_require__(66174);
;// CONCATENATED MODULE: ./packages/promotion/src/demanded-approvals.ts

/** What `approvals` demands; `undefined` where the environment has none, and nobody needs to be asked. */
function demandedApprovals({ approvals, }) {
    if (approvals === undefined)
        return undefined;
    const anyone = approvals.users === undefined && approvals.teams === undefined;
    // GitHub limits who approves for an environment; a pull request of a public repository is reviewed by whoever likes.
    const level = approvals.evidence ?? (anyone ? "review" : "pr-review");
    return {
        min: approvals.min ?? 1,
        notAuthor: approvals["not-author"] ?? true,
        anyone,
        users: (approvals.users ?? []).map((login) => login.replace(/^@/, "").toLowerCase()),
        teams: (approvals.teams ?? []).map((team) => team.toLowerCase()),
        level,
        reviewsCount: reaches("pr-review", level),
    };
}
/** Whether `level` is at least `least`. */
function reaches(level, least) {
    return contracts_src/* evidenceLevels */.To.indexOf(level) <= contracts_src/* evidenceLevels */.To.indexOf(least);
}

;// CONCATENATED MODULE: ./packages/promotion/src/duration.ts
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const minutes = { millis: minute, word: "min" };
const hours = { millis: hour, word: "h" };
const days = { millis: day, word: "day" };
const units = new Map([
    ["m", minutes],
    ["h", hours],
    ["d", days],
    ["w", { millis: 7 * day, word: "week" }],
]);
/** A duration of the policy such as 24h in milliseconds; `undefined` where it has another form. */
function parseDuration(text) {
    const [, count, letter = ""] = /^([1-9]\d{0,4})([mhdw])$/.exec(text) ?? [];
    const unit = units.get(letter);
    return unit === undefined ? undefined : Number(count) * unit.millis;
}
/** A duration of the policy as people read it: "24 h", "7 days". */
function sayLimit(text) {
    const unit = units.get(text.slice(-1));
    return unit === undefined ? text : counted(Number(text.slice(0, -1)), unit.word);
}
/** How long something took, rounded down: "31 h", and from two days on "2 days". */
function sayDuration(millis) {
    return parts(millis)[0] ?? "under a minute";
}
/** The same to the next smaller unit, for where rounding would hide what is lacking: "23 h 59 min". */
function sayExactly(millis) {
    return parts(millis).join(" ") || "under a minute";
}
function parts(millis) {
    if (millis < hour)
        return share(millis, minutes);
    const [big, small] = millis >= 2 * day ? [days, hours] : [hours, minutes];
    return [...share(millis, big), ...share(millis % big.millis, small)];
}
function share(millis, { millis: unit, word }) {
    return millis < unit ? [] : [counted(Math.floor(millis / unit), word)];
}
function counted(count, word) {
    const isWhole = word === "day" || word === "week";
    return `${count} ${word}${isWhole && count !== 1 ? "s" : ""}`;
}

;// CONCATENATED MODULE: ./packages/promotion/src/instant.ts
const instant_day = 86_400_000;
/** Milliseconds since 1970 of an instant in UTC such as 2026-03-01T09:12:00.5Z, or of a date's midnight; else NaN. */
function millisOf(instant) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?Z)?$/.exec(instant);
    if (parts === null)
        return Number.NaN;
    // Groups that did not take part are undefined, whatever their type says.
    const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts
        .slice(1, 7)
        .map((part) => Number(part || "0"));
    const fraction = Math.floor(Number(`0.${parts[7] ?? "0"}`) * 1000);
    return daysOf(year, month, date) * instant_day + ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}
/** The moment as people read it, to the minute: "2026-03-01 09:12 UTC". */
function sayInstant(millis) {
    const minutes = Math.floor((((millis % instant_day) + instant_day) % instant_day) / 60_000);
    const time = [Math.floor(minutes / 60), minutes % 60].map(twoDigits).join(":");
    return `${dateOf(Math.floor(millis / instant_day))} ${time} UTC`;
}
/** Days since 1970-01-01 in the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
function daysOf(civilYear, month, date) {
    const year = month <= 2 ? civilYear - 1 : civilYear;
    const era = Math.floor(year / 400);
    const yearOfEra = year - era * 400;
    const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
    const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
    return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
}
/** The inverse of {@link daysOf}, as YYYY-MM-DD. */
function dateOf(days) {
    const shifted = days + 719_468;
    const era = Math.floor(shifted / 146_097);
    const dayOfEra = shifted - era * 146_097;
    const yearOfEra = Math.floor((dayOfEra -
        Math.floor(dayOfEra / 1460) +
        Math.floor(dayOfEra / 36_524) -
        Math.floor(dayOfEra / 146_096)) /
        365);
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
    const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
    const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(date)}`;
}
function twoDigits(number) {
    return String(number).padStart(2, "0");
}

;// CONCATENATED MODULE: ./packages/promotion/src/evidence-rules.ts





/** Clocks of machines differ by so much without anyone's fault. */
const clockSkew = 5 * 60_000;
/** The rule `evidence`: everything that the model demands was judged for these bytes and passed. */
function evidenceRule(facts) {
    const found = demandsOf(facts).map((demand) => judge(demand, facts));
    const open = found.filter(({ isMet }) => !isMet);
    const rule = { id: "evidence", title: "evidence of these bytes passes" };
    if (found.length === 0)
        return {
            ...rule,
            state: "unmet",
            detail: `the model ${quote(facts.model.name)} demands no evidence: nothing was checked`,
        };
    const told = (open.length > 0 ? open : found).map(({ text }) => text);
    return { ...rule, state: open.length > 0 ? "unmet" : "met", detail: enumerate(told) };
}
/** The rule `evidence-age`, for an environment that limits it. */
function evidenceAgeRule(facts, limit) {
    const most = parseDuration(limit) ?? 0;
    const found = demandsOf(facts).map((demand) => ageOf(demand, facts, most));
    const isMet = found.length > 0 && found.every((one) => one.isMet);
    return {
        id: "evidence-age",
        title: `evidence not older than ${sayLimit(limit)}`,
        state: isMet ? "met" : "unmet",
        detail: found.length === 0 ? "there is none" : enumerate(found.map(({ text }) => text)),
    };
}
/** What the policy of today demands of the model, whatever was demanded when it was registered. */
function demandsOf({ model }) {
    return [
        ...(model.evaluations ?? []).map((name) => ({ kind: "evaluation", name })),
        ...(model.data ?? []).map((name) => ({ kind: "data-validation", name })),
    ];
}
function judge(demand, facts) {
    const label = labelOf(demand);
    const no = (text) => ({ isMet: false, text: `${label} ${text}` });
    const reference = referenceOf(demand, facts);
    if (reference === undefined)
        return no("is none of the registered evidence");
    const document = documentOf(reference, facts);
    if (document === undefined)
        return no("is not on the branch with the registered bytes");
    if (document.kind !== demand.kind || document.name !== demand.name)
        return no("is a document about something else");
    const { sha256 } = facts.candidate.digest;
    if (document.kind === "evaluation" &&
        !document.subjects.some(({ digest }) => digest.sha256 === sha256))
        return no("did not judge the bytes of this model");
    const outcome = (0,kernel_src/* worstOutcome */.Om)([
        reference.outcome,
        document.outcome,
        (0,contracts_src/* verdictOf */.Vj)(document.checks).outcome,
    ]);
    if ((0,kernel_src/* exitCodeOf */.FO)(outcome) !== 0)
        return no(`ended as ${outcome}`);
    return judgeUndecided(document, { label, outcome, facts });
}
/** What was let go on although it is undecided does not carry a model into an environment, unless its policy says so. */
function judgeUndecided({ checks }, { label, outcome, facts }) {
    const open = checks.filter((check) => isOpen(check));
    const mayPass = facts.environment["allow-inconclusive"] === true;
    const stopping = mayPass ? open.filter(({ reason }) => !isUndecided(reason)) : open;
    if (stopping.length > 0) {
        const titles = enumerate(stopping.map(evidence_rules_titleOf), { most: 3 });
        return { isMet: false, text: `${label} is inconclusive: ${titles}` };
    }
    const allowed = open.length === 0 ? "" : `, ${open.length} undecided and allowed`;
    const word = outcome === "pass" ? "passes" : "passes with a warning";
    return { isMet: true, text: `${label} ${word}${allowed}` };
}
/** A gate of severity `warn` or `info` stops nothing when it fails, and no more when it is undecided. */
function isOpen({ outcome, severity, waived }) {
    return outcome === "inconclusive" && severity === "block" && waived === undefined;
}
/** What was not checked at all is never softened. */
function isUndecided(reason) {
    return reason === "undecided" || reason === "too-few";
}
function evidence_rules_titleOf(check) {
    const needed = "needed" in check && check.needed !== undefined ? ` (${check.needed} items would decide)` : "";
    return `${quote(check.title)}${needed}`;
}
function ageOf(demand, facts, most) {
    const label = labelOf(demand);
    const reference = referenceOf(demand, facts);
    if (reference === undefined)
        return { isMet: false, text: `${label} has none` };
    const age = millisOf(facts.now) - millisOf(reference.finishedAt);
    if (!(age >= -clockSkew))
        return { isMet: false, text: `${label} ends after this clock: one of the two is wrong` };
    const isMet = age <= most;
    return {
        isMet,
        text: `${label} ${isMet ? sayDuration(Math.max(0, age)) : `${sayExactly(age)}: too old`}`,
    };
}
/** The log says which evidence registered the version; a document that it does not name is no evidence. */
function referenceOf({ kind, name }, facts) {
    return facts.candidate.evidence.find((one) => one.kind === kind && one.name === name);
}
function documentOf({ digest }, facts) {
    return facts.evidence.find(({ reference }) => reference.digest.sha256 === digest.sha256)
        ?.document;
}
function labelOf({ kind, name }) {
    return `${kind === "evaluation" ? "evaluation" : "data"} ${quote(name)}`;
}

;// CONCATENATED MODULE: ./packages/promotion/src/freeze.ts



const freeze_minute = 60_000;
const week = 7 * 24 * 60 * freeze_minute;
/** Monday 1970-01-05, 00:00 UTC. */
const firstMonday = 4 * 24 * 60 * freeze_minute;
/** More windows in a row than any calendar needs: they cover every week. */
const mostInRow = 1000;
/** The windows of an environment. @throws UserError SW1202 with the environment and the value that cannot be read */
function parseFreeze(environment) {
    return (environment.freeze ?? []).map(({ from, to, reason }) => {
        const window = (0,contracts_src/* parseFreezeWindow */.$)({ from, to });
        if (window.kind === "problem")
            throw new kernel_src/* UserError */.yo({
                code: "SW1202",
                message: `environment "${environment.name}": freeze: ${window.at}: "${(window.at === "from" ? from : to).slice(0, 80)}" ${window.problem}`,
                remedy: "Write both ends as Fri 16:00, as 2026-12-20 or as 2026-12-20T16:00Z; all in UTC.",
            });
        const why = reason === undefined ? "" : `, ${reason.replaceAll("`", "'").slice(0, 200)}`;
        return { window, text: `${from} to ${to}${window.kind === "weekly" ? " UTC" : ""}${why}` };
    });
}
/** How the windows stand at `now`, in milliseconds since 1970. Windows that touch count as one. */
function freezeAt(windows, now) {
    const inside = windows.find(({ window }) => spanAt(window, now) !== undefined);
    if (inside !== undefined)
        return { kind: "frozen", until: endOf(windows, now), window: inside.text };
    const coming = windows
        .map(({ window, text }) => ({ start: nextStart(window, now), text }))
        .filter(({ start }) => start > now)
        .sort((left, right) => left.start - right.start);
    return { kind: "open", next: coming[0]?.text };
}
/** The rule `freeze`. @throws UserError SW1202 */
function freezeRule(environment, now) {
    const state = freezeAt(parseFreeze(environment), now);
    const rule = { id: "freeze", title: "outside freeze windows" };
    if (state.kind === "open") {
        const next = state.next === undefined ? "no window lies ahead" : `next: ${state.next}`;
        return { ...rule, state: "met", detail: next };
    }
    const end = state.until === null ? "without an end" : `until ${sayInstant(state.until)}`;
    return { ...rule, state: "waiting", detail: `frozen ${end} (${state.window})` };
}
function endOf(windows, now) {
    let end = now;
    for (let step = 0; step < mostInRow; step += 1) {
        const spans = windows.flatMap(({ window }) => spanAt(window, end) ?? []);
        if (spans.length === 0)
            return end;
        end = Math.max(...spans.map(({ to }) => to));
    }
    return null;
}
/** The occurrence of a window that holds `at`. */
function spanAt(window, at) {
    const span = window.kind === "once" ? once(window) : weekly(window, at);
    return span.from <= at && at < span.to ? span : undefined;
}
function nextStart(window, now) {
    return window.kind === "once" ? once(window).from : weekly(window, now).from + week;
}
function once({ from, to }) {
    return {
        from: millisOf(from.date) + from.minute * freeze_minute,
        to: millisOf(to.date) + to.minute * freeze_minute,
    };
}
/** The occurrence that began last. */
function weekly({ from, to }, at) {
    const first = firstMonday + from * freeze_minute;
    const start = first + Math.floor((at - first) / week) * week;
    return { from: start, to: start + (((((to - from) * freeze_minute) % week) + week) % week) };
}

;// CONCATENATED MODULE: ./packages/promotion/src/judge-answers.ts

const notes = {
    replaced: "a newer review of the same person replaces it",
    "other-run": "it is not about this run",
    program: "it is of a program, and only people approve",
    "not-eligible": "the policy does not name this person, or a team of theirs",
    author: "an author of the change",
    starter: "started this run",
    level: "its level is lower than the policy demands",
    "authors-unknown": "nobody can tell whether this person wrote the change",
    "also-rejected": "the same person also rejected, and the API does not say which came last",
    again: "a person counts once",
};
/**
 * Judges every answer. People are compared by their number, since a login can be given up and taken by another; only
 * the policy's own names are logins and teams. Each person counts once, at their best level.
 */
function judgeAnswers(facts, demanded) {
    const judged = facts.answers.map((answer, index) => {
        const level = levelOf(answer, facts.identity);
        const reason = isReplaced(facts.answers, index)
            ? "replaced"
            : reasonAgainst(answer, { level, facts, demanded });
        return { answer, level, reason };
    });
    return countOnce(withoutRejecters(judged));
}
/** The answers as they are recorded. */
function recordedApprovals(judged, { now, run }) {
    return judged.map(({ answer, reason }) => {
        const attempt = answer.source === "environment" && (run?.attempt ?? 1) > 1
            ? "the run was started again, and the API does not say which attempt was approved"
            : undefined;
        const note = [reason === undefined ? undefined : notes[reason], attempt]
            .filter((part) => part !== undefined)
            .join("; ");
        return {
            ...answer,
            observedAt: now,
            counted: reason === undefined,
            ...(note === "" ? {} : { note }),
        };
    });
}
/** The level of an answer: with a signed token that names the environment, an environment's approval is the best there is. */
function levelOf({ source }, identity) {
    if (source === "pull-request")
        return "pr-review";
    return identity === "confirmed" ? "oidc+review" : "review";
}
/** Reviews are told oldest first; answers for an environment have no order that the API would tell. */
function isReplaced(answers, index) {
    const answer = answers[index];
    if (answer?.source !== "pull-request")
        return false;
    return answers
        .slice(index + 1)
        .some((later) => later.source === "pull-request" &&
        later.person.id === answer.person.id &&
        later.pullRequest === answer.pullRequest);
}
function reasonAgainst(answer, { level, facts, demanded }) {
    const { person, source, state } = answer;
    if (source === "environment" && (facts.run === null || answer.runId !== facts.run.id))
        return "other-run";
    if (!isEligible(person, facts, demanded))
        return "not-eligible";
    // Whoever may approve may also reject, an author too.
    if (state === "rejected")
        return undefined;
    if (isProgram(person))
        return "program";
    if (demanded.notAuthor) {
        if (isAmong(facts.authors, person))
            return "author";
        if (isAmong(facts.starters, person))
            return "starter";
        if (facts.authors.length === 0)
            return "authors-unknown";
    }
    return reaches(level, demanded.level) ? undefined : "level";
}
function isEligible({ login }, { members }, { anyone, users, teams }) {
    if (anyone || users.includes(login.toLowerCase()))
        return true;
    return (members.get(login) ?? []).some((team) => teams.includes(team.toLowerCase()));
}
/** No person's login has brackets. */
function isProgram({ login }) {
    return /\[bot\]$/i.test(login);
}
function isAmong(people, { id }) {
    return people.some((person) => person.id === id);
}
function withoutRejecters(judged) {
    const rejecters = new Set(judged
        .filter(({ answer, reason }) => answer.state === "rejected" && reason === undefined)
        .map(({ answer }) => answer.person.id));
    return judged.map((one) => one.answer.state === "approved" &&
        one.reason === undefined &&
        rejecters.has(one.answer.person.id)
        ? { ...one, reason: "also-rejected" }
        : one);
}
function countOnce(judged) {
    const best = new Map();
    for (const one of judged) {
        if (one.answer.state !== "approved" || one.reason !== undefined)
            continue;
        const known = best.get(one.answer.person.id);
        if (known === undefined || !reaches(known.level, one.level))
            best.set(one.answer.person.id, one);
    }
    return judged.map((one) => one.answer.state === "approved" &&
        one.reason === undefined &&
        best.get(one.answer.person.id) !== one
        ? { ...one, reason: "again" }
        : one);
}

;// CONCATENATED MODULE: ./packages/promotion/src/order-rules.ts



/** The latest continuous stay of the candidate's bytes, whatever the version was called. */
function latestVisit({ upstream, candidate }) {
    let visit;
    for (const stay of upstream) {
        if (stay.digest.sha256 !== candidate.digest.sha256)
            continue;
        const since = millisOf(stay.since);
        const until = stay.until === null ? null : millisOf(stay.until);
        const goesOn = visit !== undefined && visit.until === since;
        visit = { since: goesOn && visit !== undefined ? visit.since : since, until };
    }
    return visit;
}
/** The rule `order`: these bytes ran in the environment before. */
function orderRule(facts, after) {
    const rule = { id: "order", title: `was in ${quote(after)}` };
    const visit = latestVisit(facts);
    return visit === undefined
        ? { ...rule, state: "unmet", detail: `these bytes were never in ${quote(after)}` }
        : { ...rule, state: "met", detail: sayVisit(visit) };
}
/** The rule `soak`: they stayed there for long enough. */
function soakRule(facts, soak) {
    const after = facts.environment.after;
    const place = after === undefined ? "the environment before" : quote(after);
    const rule = { id: "soak", title: `stayed in ${place} for ≥ ${sayLimit(soak)}` };
    const needed = parseDuration(soak);
    const visit = latestVisit(facts);
    if (visit === undefined || needed === undefined)
        return { ...rule, state: "unmet", detail: `these bytes were never in ${place}` };
    const now = millisOf(facts.now);
    if (!(now >= visit.since))
        return { ...rule, ...clockBehind(visit, now) };
    const stayed = Math.min(now, visit.until ?? now) - visit.since;
    if (stayed >= needed)
        return { ...rule, state: "met", detail: `${sayDuration(stayed)}, ${sayVisit(visit)}` };
    if (visit.until !== null && visit.until <= now)
        return {
            ...rule,
            state: "unmet",
            detail: `left after ${sayExactly(stayed)}, ${sayVisit(visit)}`,
        };
    return {
        ...rule,
        state: "waiting",
        detail: `${sayExactly(stayed)} so far; enough at ${sayInstant(visit.since + needed)}`,
    };
}
function clockBehind({ since }, now) {
    return {
        state: "waiting",
        detail: `this clock says ${sayInstant(now)}, before it came there at ${sayInstant(since)}: no time is counted`,
    };
}
function sayVisit({ since, until }) {
    return until === null
        ? `since ${sayInstant(since)}`
        : `from ${sayInstant(since)} to ${sayInstant(until)}`;
}

;// CONCATENATED MODULE: ./packages/promotion/src/notices.ts





/** What a reader must know although no rule says it: how much the gate on the code host is worth. */
function noticesOf(facts) {
    return [...upstreamNotices(facts), ...approvalNotices(facts)];
}
function upstreamNotices(facts) {
    const { after } = facts.environment;
    const until = after === undefined ? undefined : latestVisit(facts)?.until;
    return after === undefined || until === undefined || until === null
        ? []
        : [
            `${quote(after)} does not run these bytes any more, since ${sayInstant(until)}: see why it was replaced`,
        ];
}
function approvalNotices(facts) {
    const demanded = demandedApprovals(facts.environment);
    if (demanded === undefined || demanded.min === 0)
        return [];
    const { run, answers, authors } = facts;
    const found = gateNotices(facts, demanded);
    const hasReviews = answers.some(({ source }) => source === "pull-request");
    if (hasReviews && demanded.reviewsCount && demanded.anyone)
        found.push("the policy names no users and no teams: a review of anyone who may write here counts");
    if ((run?.attempt ?? 1) > 1 && answers.some(({ source }) => source === "environment"))
        found.push(`this is attempt ${String(run?.attempt)} of the run: the API does not say which attempt was approved`);
    if (demanded.notAuthor && authors.length > 0 && authors.every(isProgram))
        found.push("every known author of the change is a program: which person was behind it is not known");
    return found;
}
function gateNotices({ gate, environment }, { notAuthor, reviewsCount }) {
    const name = quote(environment.name);
    const left = reviewsCount
        ? "only reviews of the pull request can count"
        : "nobody can approve: name reviewers there, or let reviews count with `evidence: pr-review`";
    if (gate === null)
        return [`nobody was asked how ${name} is protected`];
    if (!gate.exists)
        return [
            `the environment ${name} does not exist: as soon as a job names it, GitHub creates it without protection and asks nobody, so that ${left}`,
        ];
    if (gate.reviewers.length === 0)
        return [
            `the environment ${name} has no required reviewers: GitHub lets every job of it start and asks nobody, so that ${left}`,
        ];
    return [
        ...(gate.adminsBypass === true
            ? [
                `administrators may start jobs of ${name} without an approval; whether that shows among the approvals is not documented`,
            ]
            : []),
        ...(gate.preventSelfReview
            ? []
            : [
                `GitHub lets whoever starts a run approve it for ${name}${notAuthor ? "; Slipway does not count that approval" : ", and so does the policy"}`,
            ]),
        ...(gate.branchPolicy
            ? []
            : [`jobs of every branch may run in ${name}: limit it to the default branch`]),
    ];
}

;// CONCATENATED MODULE: ./packages/promotion/src/reason-rules.ts

/** The rule `reason`, for rollbacks. */
function reasonRule({ reason }) {
    const isGiven = givesReason(reason);
    return {
        id: "reason",
        title: "a rollback has a reason",
        state: isGiven ? "met" : "unmet",
        detail: isGiven ? "given" : "none was given",
    };
}
/** The rule `hold`, for promotions while the environment is held by a rollback. */
function holdRule({ reason }, hold) {
    const isEnded = givesReason(reason);
    const held = `held since ${sayInstant(millisOf(hold.since))} by the rollback of entry ${hold.entry} (${hold.reason.replaceAll("`", "'").slice(0, 200)})`;
    return {
        id: "hold",
        title: "not held, or a reason ends the hold",
        state: isEnded ? "met" : "unmet",
        detail: isEnded ? `${held}; the reason of this promotion ends it` : held,
    };
}
/** Blanks, signs and invisible characters are no reason. */
function givesReason(reason) {
    return reason !== null && /[\p{L}\p{N}]/u.test(reason);
}

;// CONCATENATED MODULE: ./packages/promotion/src/decide-promotion.ts











/**
 * Decides whether a version may move into an environment: refused where a rule is broken, else waiting where time or an
 * approval is lacking, else allowed. It looks at every rule, so that one answer names all that is lacking.
 * @throws UserError SW1202 for a freeze window that cannot be read
 */
function decidePromotion(facts) {
    const direction = directionOf(facts);
    const demanded = demandedApprovals(facts.environment);
    const judged = demanded === undefined ? [] : judgeAnswers(facts, demanded);
    const rules = [
        registeredRule(facts),
        ...policyRules(facts, judged).map((rule) => skipped(rule, direction, facts)),
        ...(direction === "rollback" ? [reasonRule(facts)] : []),
        ...(direction === "promotion" && facts.current !== null && facts.current.hold !== null
            ? [holdRule(facts, facts.current.hold)]
            : []),
    ];
    return {
        state: stateOf(rules),
        direction,
        rules,
        approvals: recordedApprovals(judged, facts),
        evidenceLevel: levelOfDecision(judged, demanded, facts),
        hold: direction === "rollback",
        notices: noticesOf(facts),
    };
}
/** Whether an older version than the current one is asked for. */
function directionOf({ candidate, current }) {
    return current !== null && (0,registry_src/* compareVersions */.Zy)(candidate.version, current.version) < 0
        ? "rollback"
        : "promotion";
}
function stateOf(rules) {
    if (rules.some(({ state }) => state === "unmet"))
        return "refused";
    return rules.some(({ state }) => state === "waiting") ? "waiting" : "allowed";
}
function registeredRule({ candidate, model }) {
    const isMet = candidate.model === model.name;
    return {
        id: "registered",
        title: "registered in the log",
        state: isMet ? "met" : "unmet",
        detail: isMet
            ? `entry ${candidate.entry}, ${sayInstant(millisOf(candidate.time))}`
            : `entry ${candidate.entry} registered another model, ${quote(candidate.model)}`,
    };
}
/** The rules that the policy sets, and evidence, which it cannot turn off. */
function policyRules(facts, judged) {
    const { environment } = facts;
    const age = environment["max-evidence-age"];
    const demanded = demandedApprovals(environment);
    return [
        evidenceRule(facts),
        ...(age === undefined ? [] : [evidenceAgeRule(facts, age)]),
        ...(environment.after === undefined ? [] : [orderRule(facts, environment.after)]),
        ...(environment.soak === undefined ? [] : [soakRule(facts, environment.soak)]),
        ...((environment.freeze ?? []).length === 0
            ? []
            : [freezeRule(environment, millisOf(facts.now))]),
        ...(demanded === undefined ? [] : [approvalsRule(judged, demanded, facts)]),
    ];
}
/** A rule that the policy lets rollbacks leave out stays in the list, so that nobody overlooks that it was left out. */
function skipped(rule, direction, { environment }) {
    const skip = environment.rollback?.skip ?? [];
    if (direction !== "rollback" || rule.state === "met" || !skip.includes(rule.id))
        return rule;
    return {
        ...rule,
        state: "skipped",
        detail: `the policy skips it for rollbacks; it would be ${rule.state}: ${rule.detail}`,
    };
}

;// CONCATENATED MODULE: ./packages/promotion/src/index.ts




;// CONCATENATED MODULE: ./actions/promote-model/src/gather-answers.ts



const nobody = {
    answers: [],
    authors: [],
    starters: [],
    members: new Map(),
    gate: null,
    identity: "absent",
    run: null,
    actor: null,
};
/**
 * Asks the code host. It is asked about approvals only where the policy wants some, and a refusal to answer is an
 * error, never an empty answer.
 * @throws UserError SW1001 in a run for a pull request, SW3103 where approvals are wanted and nobody can be asked,
 * SW3108 to SW3110
 */
async function gatherAnswers(wanted, { host, identity, context }) {
    const { environment, commit } = wanted;
    const { approvals } = environment;
    const people = (await host?.())?.people;
    if (people === undefined) {
        if ((demandedApprovals(environment)?.min ?? 0) > 0)
            throw nobodyToAsk(environment.name);
        return nobody;
    }
    const { runId } = context.run;
    const facts = runId === undefined ? undefined : await people.run(runId);
    // The variables of a job are what its author likes; the API knows how the run began.
    (0,delivery_src/* refusePullRequest */.Jj)(facts?.event);
    const known = {
        ...nobody,
        gate: await people.environment(environment.name),
        run: runId === undefined || facts === undefined ? null : { id: runId, attempt: facts.attempt },
        actor: facts?.triggeringActor ?? facts?.actor ?? null,
    };
    if (approvals === undefined)
        return known;
    const ofRun = known.run === null ? [] : await people.environmentApprovals(known.run.id, environment.name);
    const answers = [
        ...ofRun.map((answer) => ({ ...answer, runAttempt: known.run?.attempt })),
        ...(await reviewsOf(wanted, people)),
    ];
    return {
        ...known,
        answers,
        authors: await people.authors(commit, wanted.since),
        starters: startersOf(facts),
        members: await membersOf(answers, approvals.teams ?? [], people),
        identity: confirms(await identity(), { environment: environment.name, ...context.run }),
    };
}
/** Reviews, where the policy counts them. In a public repository anybody may review: unless people are named, writers count. */
async function reviewsOf({ environment, commit }, people) {
    const demanded = demandedApprovals(environment);
    if (demanded?.reviewsCount !== true)
        return [];
    const reviews = await people.reviews(commit);
    if (!demanded.anyone)
        return reviews;
    const writers = await Promise.all(reviews.map(async (review) => ((await people.mayWrite(review.person.login)) ? [review] : [])));
    return writers.flat();
}
function startersOf(facts) {
    if (facts?.event !== "workflow_dispatch")
        return [];
    return [facts.actor, facts.triggeringActor].filter((person) => person !== undefined);
}
async function membersOf(answers, teams, people) {
    const logins = new Set(answers.map(({ person }) => person.login));
    const members = new Map();
    for (const login of teams.length === 0 ? [] : logins) {
        const found = [];
        for (const team of teams)
            if (await people.isTeamMember(team, login))
                found.push(team);
        members.set(login, found);
    }
    return members;
}
/** The signed token speaks of this very job only where run, repository and environment (in any case, as on GitHub) agree. */
function confirms(found, job) {
    if (found === undefined || job.runId === undefined)
        return "absent";
    const same = found.environment?.toLowerCase() === job.environment.toLowerCase() &&
        found.runId === job.runId &&
        found.repository === job.repository;
    return same ? "confirmed" : "absent";
}
function nobodyToAsk(environment) {
    return new kernel_src/* UserError */.yo({
        code: "SW3103",
        message: `${environment} wants approvals, and without a token nobody can be asked who approved`,
        remedy: "Promote in a workflow, or set GITHUB_TOKEN and GITHUB_REPOSITORY=owner/name: reviews of the merged pull request count too, where the policy lets them.",
    });
}

;// CONCATENATED MODULE: ./actions/promote-model/src/demand-first-time.ts

/**
 * A run promotes a version once. Run again after others moved the environment on, it would undo that, by an approval
 * that was given before.
 * @throws UserError SW4202
 */
function demandFirstTime(entries, key, current) {
    const done = entries.find((entry) => entry.type === "promoted" && entry.key === key);
    // Outside a run there is nothing to tell repeats by.
    if (done?.type !== "promoted" || done.run.runId === undefined || current === null)
        return;
    const { model, version, environment, index } = done;
    throw new kernel_src/* UserError */.yo({
        code: "SW4202",
        message: `this run promoted ${model} ${version} to ${environment} already, as entry ${index} of the log; entry ${current.entry} has put ${current.version} there since`,
        remedy: "A run promotes a version once, so that one that is run again undoes nothing. To promote it again, start a new run: it is approved anew.",
    });
}

;// CONCATENATED MODULE: ./actions/promote-model/src/demand-pinned.ts



/**
 * Compares the log with the size and root that GitHub's deployments remember of it, a memory that a push to the
 * branch cannot reach.
 * @throws UserError SW4306 for a log that was cut off or rewritten
 */
async function demandPinned(deployments, log, read) {
    for (const { id, size, root } of deployments) {
        if (await (0,audit_src/* checkConsistency */.zV)(read, log, (0,delivery_src/* pinnedCheckpoint */.DN)(log, { size, root })))
            continue;
        throw new kernel_src/* UserError */.yo({
            code: "SW4306",
            message: `deployment ${id} remembers the log with ${size} entries and root ${root.slice(0, 12)}; today's log has ${log.size} and is not its continuation: the branch was cut off or rewritten`,
            remedy: "Find out who rewrote the branch (the repository's activity page lists force pushes), and restore it: git push --force origin OLD_COMMIT:refs/heads/slipway. `slipway verify audit` tells when it is whole.",
        });
    }
}

;// CONCATENATED MODULE: ./actions/promote-model/src/read-evidence.ts

/** Reads the evidence of a registration, by the digest of its bytes. @throws UserError SW1401 where it cannot be read */
async function readEvidence(view, references, sha256) {
    const paths = references.map(({ digest }) => `blobs/sha256/${digest.sha256}`);
    const files = await view.readFiles(paths);
    return references.map((reference, at) => {
        const path = paths[at] ?? "";
        const bytes = files.get(path);
        if (bytes === undefined || sha256(bytes) !== reference.digest.sha256)
            return { reference, document: undefined };
        return { reference, document: (0,contracts_src/* parseEvidence */.vf)(new TextDecoder().decode(bytes), path) };
    });
}

;// CONCATENATED MODULE: ./actions/promote-model/src/plan-promotion.ts






/**
 * Decides on top of `view` and gives the files of the decision: entry, tiles, checkpoint and, where it is allowed,
 * the pointer. Nothing where it waits, is a dry run, or was done before.
 * @throws UserError SW4304 to SW4308
 */
async function planPromotion(view, request, ports) {
    const { delivery, environment, model, candidate } = request;
    const log = await (0,audit_src/* openLog */.Ne)(view.readFiles, delivery.key, ports.crypto);
    await demandPinned(request.deployments, log, view.readFiles);
    const state = await (0,delivery_src/* readModelState */.Nz)(view, log, model.name);
    (0,delivery_src/* demandPublished */.KC)(request.tags, { ...log, model: model.name, entries: state.entries });
    (0,delivery_src/* demandFreeTag */.e8)(request.tags, { ...candidate, digest: candidate.digest.sha256 });
    const current = state.pointers.get(environment.name) ?? null;
    if (current !== null && current.version === candidate.version)
        return unchanged({
            decision: undefined,
            current,
            entry: entryAt(state, current.entry),
            alreadyThere: true,
        });
    if (request.signer !== undefined)
        demandFirstTime(state.entries, keyFor(request, ports), current);
    const decidedAt = ports.clock.now();
    const evidence = await readEvidence(view, candidate.evidence, ports.sha256);
    const decision = decidePromotion({
        ...request.answers,
        now: decidedAt,
        model,
        environment,
        candidate,
        current,
        upstream: upstreamOf(state, request),
        evidence,
        reason: request.reason,
    });
    const decided = { request, decision, current };
    const repeated = repeatedRefusal(state, decided, ports);
    if (request.signer === undefined || decision.state === "waiting" || repeated !== undefined)
        return unchanged({ decision, current, entry: repeated, alreadyThere: false });
    const { time, notices } = (0,delivery_src/* entryTime */.gC)(decidedAt, state.newestTime);
    return record({ ...decided, time, notices, log, signer: request.signer }, ports);
}
function record(draft, ports) {
    const { request, decision, current, notices, log, signer } = draft;
    const { candidate, environment } = request;
    const entryAt = draftEntry(draft, ports);
    const { files, superseded, index } = (0,audit_src/* appendEntry */.D4)(log, entryAt, { signer, crypto: ports.crypto });
    const verb = decision.state === "allowed" ? "Promote" : "Refuse";
    return {
        files,
        removed: superseded,
        message: `${verb} ${candidate.model} ${candidate.version} to ${environment.name} as entry ${index}`,
        result: { decision, current, entry: entryAt(index), alreadyThere: false, notices },
    };
}
function unchanged(result) {
    return { files: [], message: "", result: { ...result, notices: [] } };
}
function entryAt(state, index) {
    const found = state.entries.find((entry) => entry.index === index);
    return found?.type === "promoted" ? found : undefined;
}
/** Where the same bytes were before; by digest, since a name says nothing. */
function upstreamOf(state, { environment, candidate }) {
    const { after } = environment;
    if (after === undefined)
        return [];
    return state.stays(after).filter(({ digest }) => digest.sha256 === candidate.digest.sha256);
}
/** A run that is repeated after a crash says the same thing once. Outside a run there is nothing to tell repeats by. */
function repeatedRefusal(state, decided, ports) {
    if (decided.decision.state !== "refused" || ports.context.run.runId === undefined)
        return undefined;
    const key = keyOf(decided, ports);
    const found = state.entries.findLast((entry) => entry.key === key);
    return found?.type === "refused" ? found : undefined;
}
function keyOf({ request, decision }, ports) {
    if (decision.state === "allowed")
        return keyFor(request, ports);
    const unmet = decision.rules.filter(({ state }) => state === "unmet").map(({ id }) => id);
    return `refuse/${eventOf(request, ports)}/${unmet.join("+")}`.slice(0, 500);
}
function keyFor(request, ports) {
    return `promote/${eventOf(request, ports)}`.slice(0, 500);
}
function eventOf({ candidate, environment }, { context, clock }) {
    const { runId, job } = context.run;
    const by = runId === undefined ? clock.now() : `run-${runId}-${job ?? ""}`;
    return `${environment.name}/${candidate.model}/${candidate.version}/${by}`;
}
function draftEntry(draft, ports) {
    const { request, decision, current, time } = draft;
    const { candidate, environment, answers, delivery } = request;
    const key = keyOf(draft, ports);
    return (index) => {
        const entry = {
            schema: "slipway/log-entry/v1",
            index,
            time,
            key,
            model: candidate.model,
            version: candidate.version,
            digest: candidate.digest,
            commit: candidate.commit,
            actor: answers.actor,
            run: ports.context.run,
            tool: ports.context.tool,
            environment: environment.name,
            direction: decision.direction,
            registered: candidate.entry,
            from: current && { version: current.version, digest: current.digest, entry: current.entry },
            reason: request.reason,
            policy: delivery.policy,
            rules: [...decision.rules],
            approvals: [...decision.approvals],
            evidenceLevel: decision.evidenceLevel,
            authors: [...answers.authors],
            gate: answers.gate,
        };
        return decision.state === "allowed"
            ? { ...entry, type: "promoted", hold: decision.hold }
            : { ...entry, type: "refused" };
    };
}

;// CONCATENATED MODULE: ./actions/promote-model/src/publish-promotion.ts



/** How far back a deployment of the same entry is looked for. */
const remembered = 100;
/**
 * Records a promotion as GitHub's deployment and as the registry's stage tag, each only where it is missing. Where a
 * later promotion has moved the environment meanwhile, these views are that one's.
 * @throws UserError SW3111, SW3205, SW4009
 */
async function publishPromotion(entry, { view, log }, ports) {
    const checkpoint = { size: log.size, root: { sha256: log.rootHex } };
    const { model, version, commit, digest, environment, index } = entry;
    if (await publish_promotion_isReplaced(entry, view)) {
        const notice = `a later promotion has moved ${environment} since; deployment and tag are left to it`;
        return { checkpoint, deployment: null, tag: null, notices: [notice] };
    }
    const host = await ports.host?.();
    const deployment = host === undefined ? null : await deploy(entry, { host, log }, ports);
    const published = { model, version, commit, digest: digest.sha256, now: ports.clock.now() };
    const registered = await (0,delivery_src/* publishVersion */.Qt)(ports.tags, { ...published, entry: entry.registered });
    const stage = await (0,delivery_src/* publishStage */.Wt)(ports.tags, { ...published, entry: index, environment });
    const alone = host === undefined ? ["no token was given: the deployment is not recorded on GitHub"] : [];
    return {
        checkpoint,
        deployment,
        tag: stage.name,
        notices: [...alone, ...registered.notices, ...stage.notices],
    };
}
async function publish_promotion_isReplaced(entry, view) {
    const path = (0,audit_src/* pointerPath */.hw)(entry.environment, entry.model);
    const bytes = (await view.readFiles([path])).get(path);
    if (bytes === undefined)
        return true;
    const pointer = contracts_src/* environmentPointerSchema */.k$.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return pointer.entry !== entry.index;
}
async function deploy(entry, { host, log }, { context }) {
    const { deployments } = host;
    const { model, version, environment, index, commit, digest } = entry;
    const known = await deployments.list(environment, remembered);
    const description = `${model} ${version}, entry ${index} of the log`;
    const found = known.find((each) => each.entry === index && each.commit === commit) ??
        (await deployments.create({
            environment,
            commit,
            model,
            version,
            digest: `sha256:${digest.sha256}`,
            entry: index,
            size: log.size,
            root: log.rootHex,
            description,
        }));
    await deployments.succeed(found.id, { description, logUrl: context.run.url });
    return { id: found.id, url: found.url };
}

;// CONCATENATED MODULE: ./actions/promote-model/src/describe-promotion.ts

const outcomes = {
    allowed: "pass",
    waiting: "inconclusive",
    refused: "fail",
};
/** The promotion as the document that people and programs read. */
function describePromotion(done, input, { clock, context }) {
    const { request, planned, published } = done;
    const { candidate, environment, delivery } = request;
    const { entry, alreadyThere } = planned;
    const state = planned.decision?.state ?? "allowed";
    return {
        schema: "slipway/promotion/v1",
        outcome: outcomes[state],
        state,
        dryRun: input.dryRun,
        alreadyThere,
        changed: isChange(planned, context.run.runId) && !input.dryRun,
        model: candidate.model,
        version: candidate.version,
        digest: candidate.digest,
        environment: environment.name,
        ...decidedParts(planned),
        ...askedParts(planned, request),
        policy: entry?.policy ?? delivery.policy,
        decidedAt: entry?.time ?? clock.now(),
        runId: context.run.runId ?? null,
        entry: entry?.index ?? null,
        ...publishedParts(published),
        notices: [
            ...(planned.decision?.notices ?? []),
            ...planned.notices,
            ...(published?.notices ?? []),
            ...(0,delivery_src/* unreadableTags */.dV)(request.tags),
        ],
    };
}
/** A job that runs again after a crash has moved what it finds moved. */
function isChange({ entry, alreadyThere }, runId) {
    if (entry?.type !== "promoted")
        return false;
    return !alreadyThere || (runId !== undefined && entry.run.runId === runId);
}
/** Of a version that is there already, what was said when it came. */
function askedParts({ entry, alreadyThere, current }, { reason, answers }) {
    return {
        from: alreadyThere ? (entry?.from ?? null) : currentAsReference(current),
        reason: alreadyThere ? (entry?.reason ?? null) : reason,
        authors: alreadyThere ? (entry?.authors ?? []) : [...answers.authors],
        gate: answers.gate,
    };
}
function publishedParts(published) {
    return {
        checkpoint: published?.checkpoint ?? null,
        deployment: published?.deployment ?? null,
        tag: published?.tag ?? null,
        proof: published?.proof ?? null,
    };
}
function decidedParts({ decision, entry, current }) {
    const isHeld = (current?.hold ?? null) !== null;
    if (decision !== undefined) {
        const { direction, rules, approvals, evidenceLevel } = decision;
        // A refusal, a wait and a dry run move nothing: what held before holds still.
        const hold = entry?.type === "promoted" ? decision.hold : isHeld;
        return { direction, hold, rules: [...rules], approvals: [...approvals], evidenceLevel };
    }
    return {
        direction: entry?.direction ?? "promotion",
        hold: isHeld,
        rules: entry?.rules ?? [],
        approvals: entry?.approvals ?? [],
        evidenceLevel: entry?.evidenceLevel ?? "none",
    };
}
function currentAsReference(current) {
    return current && { version: current.version, digest: current.digest, entry: current.entry };
}

;// CONCATENATED MODULE: ./actions/promote-model/src/promote-model.ts







/**
 * Decides whether a version may move to an environment, and moves it: pointer, entry and checkpoint in one commit of
 * the log's branch, then GitHub's deployment and the registry's stage tag. Run again after a crash it completes what
 * is missing, and doubles nothing. A refusal is logged; waiting and a dry run leave no trace.
 * @throws UserError where the decision cannot be made or kept; nothing has moved then
 */
async function promoteModel(input, ports) {
    const request = await prepare(input, ports);
    const { result } = await ports.branch.update((view) => planPromotion(view, request, ports));
    const published = input.dryRun ? undefined : await publish(result, { request, input }, ports);
    return describePromotion({ request, planned: result, published }, input, ports);
}
/** Settles everything that does not depend on what others write to the branch meanwhile. */
async function prepare(input, ports) {
    (0,delivery_src/* refusePullRequest */.Jj)(ports.context.run.event);
    const { model: name, version } = parseModelAtVersion(input.model);
    const branch = await ports.defaultBranch();
    const delivery = await (0,delivery_src/* loadDelivery */.Fw)(branch, ports.sha256);
    const model = (0,delivery_src/* modelOf */.DM)(delivery, name);
    const environment = (0,delivery_src/* environmentOf */.p7)(delivery, input.to);
    const signer = input.dryRun ? undefined : (0,delivery_src/* logSigner */.fW)(input.auditKey, delivery.key, ports.crypto);
    // Before the log: a run that goes on meanwhile makes its tag after its entry.
    const tags = await ports.tags.list();
    const view = await ports.branch.view();
    const log = await (0,audit_src/* openLog */.Ne)(view.readFiles, delivery.key, ports.crypto);
    const state = await (0,delivery_src/* readModelState */.Nz)(view, log, model.name);
    // A version that is missing since the log was cut off was registered all the same.
    (0,delivery_src/* demandPublished */.KC)(tags, { ...log, model: name, entries: state.entries });
    const candidate = chooseCandidate(state, { model: name, version, environment });
    const since = state.pointers.get(environment.name)?.commit;
    const host = input.dryRun ? undefined : await ports.host?.();
    // Noticed now, while nothing has moved.
    await host?.deployments.demandWritable();
    return {
        delivery,
        model,
        environment,
        candidate,
        reason: input.reason ?? null,
        answers: await gatherAnswers({ environment, commit: candidate.commit, since }, ports),
        tags,
        deployments: (await host?.deployments.list(environment.name, 10)) ?? [],
        signer,
    };
}
/** What follows a promotion, looked at from where the branch is now. */
async function publish({ entry }, { request, input }, ports) {
    if (entry?.type !== "promoted")
        return undefined;
    const view = await ports.branch.view();
    const log = await (0,audit_src/* openLog */.Ne)(view.readFiles, request.delivery.key, ports.crypto);
    const proof = await writeProof({ view, log, entry: entry.index }, { request, input }, ports);
    return { proof, ...(await publishPromotion(entry, { view, log }, ports)) };
}
async function writeProof({ view, log, entry }, { request, input }, { files }) {
    const { model, version } = request.candidate;
    const folder = input.output.replace(/^\.\/?/, "").replace(/\/+$/, "");
    const path = `${folder === "" ? "" : `${folder}/`}${model}-${version}-${request.environment.name}.tlog-proof`;
    await files.write(path, await (0,audit_src/* proveEntry */.fI)(view.readFiles, log, entry));
    return path;
}

// EXTERNAL MODULE: ./packages/report/src/index.ts + 47 modules
var report_src = __webpack_require__(95624);
;// CONCATENATED MODULE: ./actions/promote-model/src/render-promoted.ts

/** Log, summary and outputs of promote-model. */
function renderPromoted(found) {
    const { outcome, state, version, digest, entry, deployment, tag, proof } = found;
    return {
        outcome,
        outputs: {
            state,
            version,
            digest: `sha256:${digest.sha256}`,
            changed: String(found.changed),
            entry: entry === null ? "" : String(entry),
            deployment: deployment === null ? "" : String(deployment.id),
            tag: tag ?? "",
            proof: proof ?? "",
            document: JSON.stringify(found),
        },
        log: (0,report_src/* renderPromotionText */.$5)(found, report_src/* plainStyle */.sj),
        summary: (0,report_src/* renderPromotion */.Wz)(found),
        annotations: annotationsOf(found),
    };
}
function annotationsOf(found) {
    const title = `${found.model} ${found.version} to ${found.environment}`;
    const open = found.rules.filter(({ state }) => state === "unmet" || state === "waiting");
    const rules = open.map((rule) => {
        const level = rule.state === "unmet" ? "error" : "warning";
        return { level, title, message: `${rule.title}: ${rule.detail}` };
    });
    const notices = found.notices.map((message) => ({ level: "notice", title, message }));
    return [...rules, ...notices];
}

;// CONCATENATED MODULE: ./actions/promote-model/src/main.ts






/** Starts promote-model under a runner. */
function main() {
    return (0,src/* runAction */.Cs)({ inputs: inputs, ports, run: promoteModel, render: renderPromoted });
}
function ports({ branch, githubToken: token, teamToken }) {
    const { env } = process;
    const folder = env["GITHUB_WORKSPACE"] ?? process.cwd();
    const access = { folder, ...(token === undefined ? {} : { token }) };
    const repository = env["GITHUB_REPOSITORY"];
    const tell = (message) => src/* jobLog */.Wh.info(message);
    return {
        files: (0,src/* workspaceFiles */.PZ)({ root: folder, roots: [(0,src/* temporaryFolder */.yy)(env)] }),
        branch: (0,git_src/* gitSlipwayBranch */.iU)({ ...access, branch }),
        tags: (0,git_src/* gitRegistryTags */.zj)(access),
        defaultBranch: () => (0,git_src/* gitDefaultBranch */.c3)(access),
        host: async () => {
            const { connect, githubDeployments, githubPeople } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(700)]).then(__webpack_require__.bind(__webpack_require__, 89700));
            const connection = connect({ token, repository, tell });
            const teams = githubPeople(connect({ token: teamToken ?? token, repository, tell }));
            const people = githubPeople(connection);
            return {
                people: {
                    ...people,
                    isTeamMember: (team, login) => teams.isTeamMember(team, login),
                },
                deployments: githubDeployments(connection),
            };
        },
        identity: () => (0,src/* jobIdentity */.Kv)(env, { notice: (message) => src/* jobLog */.Wh.notice(message) }),
        clock: src/* systemClock */.ml,
        context: (0,src/* runContext */.pO)(env, (0,src/* readEvent */.j_)(env)),
        log: src/* jobLog */.Wh,
        crypto: src/* logCrypto */.ag,
        sha256: (bytes) => (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex"),
    };
}

;// CONCATENATED MODULE: ./actions/promote-model/src/index.ts






/***/ })

};
