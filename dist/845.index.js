export const id = 845;
export const ids = [845];
export const modules = {

/***/ 66174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XE: () => (/* reexport */ columnsSchema),
  zU: () => (/* reexport */ commentPayloadSchema),
  k$: () => (/* reexport */ environmentPointerSchema),
  To: () => (/* reexport */ evidenceLevels),
  jU: () => (/* reexport */ evidenceSchema),
  DB: () => (/* reexport */ gateRules),
  Tp: () => (/* reexport */ gateSchema),
  cp: () => (/* reexport */ jsonSchemaNames),
  Vq: () => (/* reexport */ jsonSchemaOf),
  Y9: () => (/* reexport */ logEntrySchema),
  Ri: () => (/* reexport */ nameOfFile),
  o4: () => (/* reexport */ parseConfig),
  vf: () => (/* reexport */ parseEvidence),
  $: () => (/* reexport */ parseFreezeWindow),
  hN: () => (/* reexport */ parseYaml),
  R3: () => (/* reexport */ showPlace),
  YP: () => (/* reexport */ standingOf),
  Vj: () => (/* reexport */ verdictOf)
});

// UNUSED EXPORTS: auditVerificationSchema, configSchema, historySchema, maxEvidenceChars, modelVerificationSchema, parseWithSchema, promotionSchema, registeredVersionSchema, registrationSchema, versionText

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./packages/contracts/src/comment-payload.ts


/** What the hidden marker of a sticky comment carries: enough to find it again and to know what it says. */
const commentPayloadSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("slipway/comment/v1"),
    key: schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
    commit: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{7,64}$/)
        .optional(),
    outcome: schemas/* enum */.k5n(src/* outcomes */.KI),
    checks: schemas/* int */.Whr().min(0),
    body: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{64}$/)
        .describe("SHA-256 of the visible body: unchanged means no write"),
});

// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(63364);
;// CONCATENATED MODULE: ./packages/contracts/src/freeze-window.ts

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const freeze_window_forms = "must be like Fri 16:00, 2026-12-20 or 2026-12-20T16:00Z (UTC)";
/** Reads a window of `freeze`. A date as `from` begins with its day, as `to` it ends with its day. */
function parseFreezeWindow(text) {
    const [weeklyFrom, weeklyTo] = [weekMinute(text.from), weekMinute(text.to)];
    if (weeklyFrom !== undefined && weeklyTo !== undefined)
        return weeklyFrom === weeklyTo
            ? { kind: "problem", at: "to", problem: "must not be the same moment as from" }
            : { kind: "weekly", from: weeklyFrom, to: weeklyTo };
    const [from, to] = [calendarMoment(text.from, 0), calendarMoment(text.to, 1440)];
    if (from === undefined && weeklyFrom === undefined)
        return { kind: "problem", at: "from", problem: freeze_window_forms };
    if (to === undefined && weeklyTo === undefined)
        return { kind: "problem", at: "to", problem: freeze_window_forms };
    if (from === undefined || to === undefined)
        return { kind: "problem", at: "to", problem: "must be of the same form as from" };
    return isBefore(from, to)
        ? { kind: "once", from, to }
        : { kind: "problem", at: "to", problem: "must be later than from" };
}
function weekMinute(text) {
    const [, day = "", hour, minute] = /^([a-z]{3}) ([01]\d|2[0-3]):([0-5]\d)$/.exec(text.toLowerCase()) ?? [];
    const index = weekdays.indexOf(day);
    return index < 0 ? undefined : index * 1440 + Number(hour) * 60 + Number(minute);
}
function calendarMoment(text, wholeDay) {
    const parts = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)Z)?$/.exec(text);
    const [, date = "", hour, minute] = parts ?? [];
    if (!iso/* date */.p6().safeParse(date).success)
        return undefined;
    return { date, minute: hour === undefined ? wholeDay : Number(hour) * 60 + Number(minute) };
}
function isBefore(left, right) {
    return left.date === right.date ? left.minute < right.minute : left.date < right.date;
}

;// CONCATENATED MODULE: ./packages/contracts/src/promotion-parts.ts

const count = schemas/* int */.Whr().min(0);
const promotion_parts_text = schemas/* string */.YjP().max(10_000);
/** What promotions name: also the parts of file names, tags and Markdown cells. */
const modelName = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, "must be 1 to 100 letters, digits, dots, dashes or underscores");
/** A version as the tags and the log write it: `v` and a SemVer 2.0 version. */
const versionText = schemas/* string */.YjP()
    .max(200)
    .regex(/^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/, "must be a version such as v1.2.3");
/** SHA-256 in the form of in-toto. */
const digestSchema = schemas/* strictObject */.rej({ sha256: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/) });
/** An account on the code host, as its API names it. Never an e-mail address. */
const personSchema = schemas/* strictObject */.rej({
    login: schemas/* string */.YjP().min(1).max(100),
    id: schemas/* int */.Whr().min(0),
});
/** How sure it is that a person approved, best first. */
const evidenceLevels = ["oidc+review", "review", "pr-review", "actor-only", "none"];
/** One answer of a person about a promotion, as the API gave it at the time `observedAt`. */
const approvalSchema = schemas/* strictObject */.rej({
    person: personSchema,
    state: schemas/* enum */.k5n(["approved", "rejected"]),
    source: schemas/* enum */.k5n(["environment", "pull-request"])
        .describe("An environment's reviewers, or a review on the head of the merged pull request"),
    observedAt: iso/* datetime */.w$().describe("When Slipway read it: the API gives no time"),
    runId: count.optional(),
    runAttempt: count
        .optional()
        .describe("The attempt that read it; the API does not say which one was approved"),
    pullRequest: count.optional(),
    counted: schemas/* boolean */.zMY(),
    note: promotion_parts_text.optional().describe("Why it does not count"),
});
/** A rule of the policy and how it stands. */
const promotionRuleSchema = schemas/* strictObject */.rej({
    id: schemas/* enum */.k5n([
        "registered",
        "evidence",
        "evidence-age",
        "order",
        "soak",
        "freeze",
        "approvals",
        "reason",
        "hold",
    ]),
    title: promotion_parts_text.describe("What is demanded, in a few words"),
    state: schemas/* enum */.k5n(["met", "unmet", "waiting", "skipped"])
        .describe("waiting: time or an approval is lacking; skipped: the policy skips it for rollbacks"),
    detail: promotion_parts_text.describe("What was found"),
});
/** What the API says of an environment at the time of a decision. */
const gateSchemaOfEnvironment = schemas/* strictObject */.rej({
    exists: schemas/* boolean */.zMY(),
    reviewers: schemas/* array */.YOg(schemas/* union */.KCZ([personSchema, schemas/* strictObject */.rej({ team: schemas/* string */.YjP().min(1).max(200) })]))
        .describe("Accounts, and teams by their slug"),
    preventSelfReview: schemas/* boolean */.zMY(),
    waitMinutes: count,
    adminsBypass: schemas/* boolean */.zMY().optional().describe("Where the API tells"),
    branchPolicy: schemas/* boolean */.zMY(),
});
/** A version as a promotion names it. */
const versionReferenceSchema = schemas/* strictObject */.rej({
    version: versionText,
    digest: digestSchema,
    entry: count.describe("The entry that put it there"),
});
/** The policy that decided: a file of the default branch. */
const decidingPolicySchema = schemas/* strictObject */.rej({
    file: promotion_parts_text,
    ref: promotion_parts_text,
    commit: promotion_parts_text,
    digest: digestSchema,
});

;// CONCATENATED MODULE: ./packages/contracts/src/environment-config.ts



const duration = schemas/* string */.YjP()
    .regex(/^[1-9][0-9]{0,4}[mhdw]$/, "must be a whole number and m, h, d or w, such as 24h");
/** The rules that a policy may skip for rollbacks. */
const skippable = schemas/* enum */.k5n(["soak", "freeze", "evidence-age", "approvals"]);
const freezeWindow = schemas/* strictObject */.rej({
    from: schemas/* string */.YjP().min(1).describe("Fri 16:00 (each week), 2026-12-20 or 2026-12-20T16:00Z; UTC"),
    to: schemas/* string */.YjP().min(1).describe("The end, in the same form as `from`"),
    reason: schemas/* string */.YjP().optional(),
})
    .superRefine((text, context) => {
    const window = parseFreezeWindow(text);
    if (window.kind === "problem")
        context.addIssue({ code: "custom", path: [window.at], message: window.problem });
});
/** An environment of `slipway.yaml`: the policy of what may run there. */
const environmentSchema = schemas/* strictObject */.rej({
    name: modelName,
    after: modelName
        .optional()
        .describe("The environment that the same bytes must have reached before"),
    soak: duration.optional().describe("How long they must have stayed there, such as 24h"),
    "max-evidence-age": duration.optional().describe("Older evidence is refused"),
    "allow-inconclusive": schemas/* boolean */.zMY()
        .optional()
        .describe("Whether an undecided change gate may pass (default false)"),
    freeze: schemas/* array */.YOg(freezeWindow).max(100).optional().describe("When nothing is promoted here"),
    approvals: schemas/* strictObject */.rej({
        min: schemas/* int */.Whr()
            .min(0)
            .max(100)
            .optional()
            .describe("How many people must approve (default 1)"),
        "not-author": schemas/* boolean */.zMY()
            .optional()
            .describe("Whether the change's authors do not count (default true)"),
        users: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
            .min(1, "must name somebody, or be left out")
            .optional()
            .describe("Logins that may approve"),
        teams: schemas/* array */.YOg(schemas/* string */.YjP()
            .max(200)
            .regex(/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/, "must be a team such as acme/ml-leads"))
            .min(1, "must name a team, or be left out")
            .optional()
            .describe("Teams whose members may approve, as org/slug"),
        evidence: schemas/* enum */.k5n(evidenceLevels).optional().describe("The least that an approval must be"),
    })
        .optional(),
    rollback: schemas/* strictObject */.rej({ skip: schemas/* array */.YOg(skippable) })
        .optional()
        .describe("What a rollback need not meet (default: it meets everything)"),
})
    .refine(({ after, soak }) => soak === undefined || after !== undefined, {
    path: ["soak"],
    message: "needs after: the environment where they must have stayed",
});

;// CONCATENATED MODULE: ./packages/contracts/src/config.ts


/** A name that is safe as a part of a file name, a branch path and a Markdown cell. */
const config_name = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, "must be 1 to 100 letters, digits, dots, dashes or underscores, and begin with a letter or digit");
const path = schemas/* string */.YjP().min(1, "must name a file or folder").max(1000);
const column = schemas/* string */.YjP().min(1, "must name a column").max(1000);
const share = schemas/* number */.aig().gt(0.5, "must be above 0.5").lt(1, "must be below 1");
const severity = schemas/* enum */.k5n(["block", "warn", "info"]);
const onInconclusive = schemas/* enum */.k5n(["warn", "fail"]);
const margin = schemas/* number */.aig().min(0, "must not be negative");
/** The rules that a gate can hold; a gate has at least one of them. */
const gateRules = ["min", "max", "max-drop", "max-relative-drop", "max-gap"];
const gate = schemas/* strictObject */.rej({
    metric: schemas/* string */.YjP()
        .min(1)
        .describe("A metric by its scikit-learn name, such as roc_auc or f1_macro"),
    min: schemas/* number */.aig().optional().describe("Smallest value that passes"),
    max: schemas/* number */.aig().optional().describe("Largest value that passes"),
    "max-drop": margin
        .optional()
        .describe("Damage against the baseline that is tolerated, in the metric's own unit"),
    "max-relative-drop": margin
        .optional()
        .describe("The same as a share of the baseline: 0.05 is 5 %"),
    "max-gap": margin.optional().describe("Largest difference between the groups of `slice`"),
    slice: column.optional().describe("Judge each value of this column on its own"),
    direction: schemas/* enum */.k5n(["higher", "lower"])
        .optional()
        .describe("What is better, where the metric does not say"),
    severity: severity
        .optional()
        .describe("block (default) fails the job, warn and info only tell"),
    judge: schemas/* enum */.k5n(["point", "interval"])
        .optional()
        .describe("What min and max look at: the value (default) or its whole interval"),
    confidence: share.optional().describe("Level of the one-sided bound (default 0.95)"),
    "min-n": schemas/* int */.Whr()
        .min(1)
        .optional()
        .describe("Smaller groups of `slice` are counted, not judged (default 10)"),
    "on-inconclusive": onInconclusive
        .optional()
        .describe("What an undecided change does (default warn)"),
})
    .refine((value) => gateRules.some((rule) => value[rule] !== undefined), {
    message: `needs one of ${gateRules.join(", ")}`,
})
    .refine((value) => value["max-gap"] === undefined || value.slice !== undefined, {
    message: "max-gap needs slice: the column whose groups are compared",
});
const columns = schemas/* strictObject */.rej({
    id: column.optional().describe("Names an item; without it nothing can be paired"),
    label: column.describe("The truth"),
    prediction: column
        .optional()
        .describe("The predicted class, or the predicted value of a regression"),
    score: schemas/* union */.KCZ([column, schemas/* record */.g1P(schemas/* string */.YjP(), column)])
        .optional()
        .describe("Probability of the positive class; for several classes a pattern such as p_*, or a column per class"),
    weight: column.optional(),
});
const evaluation = schemas/* strictObject */.rej({
    name: config_name,
    run: schemas/* string */.YjP().min(1).optional().describe("The command that writes the results"),
    results: path.describe("A predictions file: CSV or Parquet"),
    task: schemas/* enum */.k5n(["binary", "multiclass", "regression"]),
    columns,
    positive: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()])
        .optional()
        .describe("The positive class of a binary task (default 1 or true)"),
    slices: schemas/* array */.YOg(column).max(50).optional(),
    gates: schemas/* array */.YOg(gate).max(500).optional(),
    baseline: path
        .optional()
        .describe("A predictions file to compare with, instead of the evidence of the default branch"),
    confidence: share.optional(),
    "min-n": schemas/* int */.Whr().min(1).optional(),
    "on-inconclusive": onInconclusive.optional(),
    "first-run": schemas/* enum */.k5n(["block", "allow"])
        .optional()
        .describe("What a change gate does without a baseline (default block)"),
    seed: schemas/* int */.Whr().min(0).optional().describe("Seed of every resampling (default 1)"),
    resamples: schemas/* int */.Whr()
        .min(200)
        .max(100_000)
        .optional()
        .describe("Bootstrap resamples (default 1000)"),
});
const dataSet = schemas/* strictObject */.rej({
    name: config_name,
    path: path.describe("A file or a glob: CSV or Parquet"),
    contract: path.describe("An ODCS 3.1 contract"),
    object: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe("The contract's schema object, where its name is not the data set's"),
});
const model = schemas/* strictObject */.rej({
    name: config_name,
    path: path.describe("The folder whose bytes are the model"),
    data: schemas/* array */.YOg(config_name).optional(),
    evaluations: schemas/* array */.YOg(config_name).optional(),
});
/** `slipway.yaml`, version 1: what is checked, and against what. */
const configSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    data: schemas/* array */.YOg(dataSet).optional(),
    evaluations: schemas/* array */.YOg(evaluation).optional(),
    models: schemas/* array */.YOg(model).optional(),
    registry: schemas/* enum */.k5n(["git"]).optional(),
    audit: schemas/* strictObject */.rej({ key: schemas/* string */.YjP().min(1).describe("The log's public key in C2SP form") })
        .optional(),
    environments: schemas/* array */.YOg(environmentSchema).optional(),
});
/** A single gate, for those that come from a command line. */
const gateSchema = gate;
/** The column roles, for those that come from a command line. */
const columnsSchema = columns;

;// CONCATENATED MODULE: ./packages/contracts/src/evidence.ts


const evidence_count = schemas/* int */.Whr().min(0);
const evidence_text = schemas/* string */.YjP().max(10_000);
const instant = iso/* datetime */.w$();
const outcome = schemas/* enum */.k5n(src/* outcomes */.KI);
/** Non-finite numbers are no JSON: they are null with a reason beside them. */
const figure = schemas/* number */.aig().nullable();
const digest = schemas/* strictObject */.rej({ sha256: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/) });
const place = schemas/* strictObject */.rej({ file: evidence_text, line: evidence_count });
const slice = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const subject = schemas/* strictObject */.rej({ name: evidence_text, digest, sizeBytes: evidence_count });
const interval = schemas/* strictObject */.rej({
    low: figure,
    high: figure,
    level: schemas/* number */.aig().gt(0).lt(1),
    method: evidence_text,
});
/** Which job made a document. */
const runSchema = schemas/* strictObject */.rej({
    repository: evidence_text.optional(),
    commit: evidence_text.optional(),
    ref: evidence_text.optional(),
    event: evidence_text.optional(),
    workflow: evidence_text.optional(),
    job: evidence_text.optional(),
    runId: evidence_count.optional(),
    runAttempt: evidence_count.optional(),
    pullRequest: evidence_count.optional(),
    headCommit: evidence_text.optional(),
    baseCommit: evidence_text.optional(),
    url: evidence_text.optional(),
});
/** Which program made a document. */
const toolSchema = schemas/* strictObject */.rej({ name: evidence_text, version: evidence_text });
const loosened = schemas/* strictObject */.rej({ what: evidence_text, from: evidence_text, to: evidence_text, source: place.optional() });
const policy = schemas/* strictObject */.rej({
    origin: schemas/* enum */.k5n(["base", "pull-request", "working-tree", "command-line"]),
    file: evidence_text.optional(),
    ref: evidence_text.optional(),
    commit: evidence_text.optional(),
    digest: digest.optional().describe("Of the working tree's file, where that judged alone"),
    note: evidence_text.optional(),
    loosened: schemas/* array */.YOg(loosened),
});
const check = {
    id: schemas/* string */.YjP().min(1).max(1000).describe("Stable across runs"),
    kind: schemas/* string */.YjP().min(1).max(100),
    code: schemas/* string */.YjP().optional().describe("SW-Dnnn for a finding about data"),
    title: evidence_text.describe("What is demanded, in a few words"),
    outcome,
    severity: schemas/* enum */.k5n(["block", "warn", "info"]),
    blocks: schemas/* boolean */.zMY().describe("Whether this check keeps the document from passing"),
    reason: schemas/* string */.YjP().optional().describe("Why it is not a plain pass or fail, as a code word"),
    note: evidence_text.optional(),
    waived: schemas/* strictObject */.rej({ by: evidence_text, reason: evidence_text, until: evidence_text }).optional(),
    expected: schemas/* json */.Pq9(),
    observed: schemas/* json */.Pq9(),
    source: place,
};
const sample = schemas/* strictObject */.rej({
    file: evidence_text,
    row: evidence_count.describe("Data row, from 1"),
    line: evidence_count.optional().describe("Physical line where the row begins, from 1"),
    column: evidence_text.nullable(),
    value: evidence_text.nullable(),
});
const dataCheck = schemas/* strictObject */.rej({
    ...check,
    target: schemas/* strictObject */.rej({ dataset: evidence_text, column: evidence_text.optional() }),
    examined: evidence_count,
    failed: evidence_count.describe("Rows, or surplus occurrences of a repeated value"),
    samples: schemas/* array */.YOg(sample),
});
const evaluationCheck = schemas/* strictObject */.rej({
    ...check,
    target: schemas/* strictObject */.rej({
        evaluation: evidence_text,
        metric: evidence_text.optional(),
        slice: slice.nullable().optional(),
    }),
    metric: evidence_text.optional(),
    slice: slice.nullable().optional(),
    candidate: figure.optional(),
    baseline: figure.optional(),
    difference: figure.optional().describe("candidate - baseline, in the metric's own unit"),
    interval: interval.optional(),
    needed: evidence_count.optional().describe("Items that would decide an inconclusive change"),
});
const metric = schemas/* strictObject */.rej({
    name: evidence_text,
    function: evidence_text,
    params: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()),
    slice: slice.nullable(),
    value: figure,
    undefined: schemas/* string */.YjP().optional(),
    n: evidence_count,
    interval: interval.optional(),
});
const baseline = schemas/* strictObject */.rej({
    source: schemas/* enum */.k5n(["file", "branch", "production"]),
    name: evidence_text,
    commit: evidence_text.optional(),
    distance: evidence_count.optional().describe("Commits between it and the judged one"),
    ageDays: schemas/* number */.aig().min(0).optional(),
    finishedAt: instant.optional(),
    digest: digest.optional(),
    paired: evidence_count,
    onlyBaseline: evidence_count,
    onlyCandidate: evidence_count,
    pairedBy: evidence_text.nullable(),
    differing: schemas/* array */.YOg(evidence_text).describe("Fingerprint keys that make it not comparable"),
    metrics: schemas/* array */.YOg(metric),
});
const items = schemas/* strictObject */.rej({
    digest: digest.optional(),
    sizeBytes: evidence_count.optional(),
    rows: evidence_count,
    notice: evidence_text.optional().describe("Why no items travel with the evidence"),
});
const evidence_document = {
    schema: schemas/* literal */.euz("slipway/evidence/v1"),
    name: schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
    outcome,
    summary: schemas/* strictObject */.rej({
        pass: evidence_count,
        warn: evidence_count,
        fail: evidence_count,
        inconclusive: evidence_count,
        error: evidence_count,
    }),
    subjects: schemas/* array */.YOg(subject),
    inputs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()),
    policy,
    tool: toolSchema,
    run: runSchema,
    startedAt: instant,
    finishedAt: instant,
};
const dataEvidence = schemas/* strictObject */.rej({
    ...evidence_document,
    kind: schemas/* literal */.euz("data-validation"),
    rows: evidence_count,
    checks: schemas/* array */.YOg(dataCheck),
});
const evaluationEvidence = schemas/* strictObject */.rej({
    ...evidence_document,
    kind: schemas/* literal */.euz("evaluation"),
    task: schemas/* enum */.k5n(["binary", "multiclass", "regression"]),
    checks: schemas/* array */.YOg(evaluationCheck),
    metrics: schemas/* array */.YOg(metric),
    baseline: baseline.nullable(),
    items,
});
/** Evidence v1, as a writer must make it. Readers use `parseEvidence`, which overlooks unknown fields. */
const evidenceSchema = schemas/* discriminatedUnion */.gMt("kind", [dataEvidence, evaluationEvidence]);

;// CONCATENATED MODULE: ./packages/contracts/src/log-entry.ts




const log_entry_count = schemas/* int */.Whr().min(0);
const log_entry_text = schemas/* string */.YjP().max(10_000);
const common = {
    schema: schemas/* literal */.euz("slipway/log-entry/v1"),
    index: log_entry_count.describe("Position in the log, from 0"),
    time: iso/* datetime */.w$(),
    key: schemas/* string */.YjP().min(1).max(500).describe("Tells a repeated event from a new one"),
    model: modelName,
    version: versionText,
    digest: digestSchema.describe("The OMS root digest of the model"),
    commit: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{40,64}$/)
        .describe("The commit that was registered"),
    actor: personSchema.nullable().describe("Who started the run, as the API says; null outside one"),
    run: runSchema,
    tool: toolSchema,
};
const evidenceReference = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(["data-validation", "evaluation"]),
    name: modelName,
    outcome: schemas/* enum */.k5n(src/* outcomes */.KI),
    digest: digestSchema.describe("SHA-256 of the document's bytes on the branch"),
    finishedAt: iso/* datetime */.w$(),
});
const registered = schemas/* strictObject */.rej({
    ...common,
    type: schemas/* literal */.euz("registered"),
    evidence: schemas/* array */.YOg(evidenceReference),
    files: log_entry_count,
    sizeBytes: log_entry_count,
    order: schemas/* literal */.euz("oms-reference").describe("How the files were sorted for the root digest"),
    signature: schemas/* strictObject */.rej({ digest: digestSchema, keyHint: log_entry_text })
        .nullable()
        .describe("The OMS bundle under blobs/sha256/, and the hint of its key"),
});
const decision = {
    environment: modelName,
    direction: schemas/* enum */.k5n(["promotion", "rollback"]),
    registered: log_entry_count.describe("The entry that registered the version"),
    from: versionReferenceSchema.nullable().describe("What ran there until now"),
    reason: schemas/* string */.YjP().max(2000).nullable(),
    policy: decidingPolicySchema,
    rules: schemas/* array */.YOg(promotionRuleSchema),
    approvals: schemas/* array */.YOg(approvalSchema),
    evidenceLevel: schemas/* enum */.k5n(evidenceLevels),
    authors: schemas/* array */.YOg(personSchema).describe("Of the change, as the API says"),
    gate: gateSchemaOfEnvironment.nullable().describe("null where no API was asked"),
};
const promoted = schemas/* strictObject */.rej({
    ...common,
    type: schemas/* literal */.euz("promoted"),
    ...decision,
    hold: schemas/* boolean */.zMY().describe("Whether the next promotion here needs a reason"),
});
const refused = schemas/* strictObject */.rej({ ...common, type: schemas/* literal */.euz("refused"), ...decision });
/** One entry of the log, version 1: its leaf is the exact bytes of one line of JSON. */
const logEntrySchema = schemas/* discriminatedUnion */.gMt("type", [registered, promoted, refused]);
/** The file `environments/ENVIRONMENT/MODEL.json`: what should run there. */
const environmentPointerSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("slipway/environment/v1"),
    environment: modelName,
    model: modelName,
    version: versionText,
    digest: digestSchema,
    commit: schemas/* string */.YjP(),
    since: iso/* datetime */.w$(),
    entry: log_entry_count,
    hold: schemas/* strictObject */.rej({ since: iso/* datetime */.w$(), reason: schemas/* string */.YjP(), entry: log_entry_count })
        .nullable()
        .describe("Set by a rollback: the next promotion needs a reason"),
});
/** The file `models/MODEL/VERSION.json`: what was registered. */
const registeredVersionSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("slipway/version/v1"),
    model: modelName,
    version: versionText,
    digest: digestSchema,
    commit: schemas/* string */.YjP(),
    time: iso/* datetime */.w$(),
    entry: log_entry_count,
    evidence: schemas/* array */.YOg(evidenceReference),
    signature: digestSchema.nullable(),
});

;// CONCATENATED MODULE: ./packages/contracts/src/delivery-documents.ts




const delivery_documents_count = schemas/* int */.Whr().min(0);
const delivery_documents_text = schemas/* string */.YjP().max(10_000);
const delivery_documents_outcome = schemas/* enum */.k5n(src/* outcomes */.KI);
const checkpoint = schemas/* strictObject */.rej({ size: delivery_documents_count, root: digestSchema })
    .describe("The log's size and root after this");
/** What register-model did, as JSON. */
const registrationSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("slipway/registration/v1"),
    outcome: delivery_documents_outcome,
    state: schemas/* enum */.k5n(["registered", "already-registered"])
        .describe("already-registered: the same bytes were; whatever was missing of it was completed"),
    model: modelName,
    version: versionText,
    digest: digestSchema,
    commit: delivery_documents_text,
    entry: delivery_documents_count,
    checkpoint,
    tag: delivery_documents_text.nullable(),
    signature: delivery_documents_text.nullable().describe("Where the OMS bundle was written"),
    proof: delivery_documents_text.nullable().describe("Where the proof was written"),
    notices: schemas/* array */.YOg(delivery_documents_text),
});
/** What promote-model decided and did, as JSON. */
const promotionSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("slipway/promotion/v1"),
    outcome: delivery_documents_outcome,
    state: schemas/* enum */.k5n(["allowed", "refused", "waiting"]),
    dryRun: schemas/* boolean */.zMY(),
    alreadyThere: schemas/* boolean */.zMY().describe("The environment pointed at this version before"),
    changed: schemas/* boolean */.zMY().describe("This run moved it, now or in an earlier attempt"),
    model: modelName,
    version: versionText,
    digest: digestSchema,
    environment: modelName,
    direction: schemas/* enum */.k5n(["promotion", "rollback"]),
    from: versionReferenceSchema.nullable(),
    reason: schemas/* string */.YjP().nullable(),
    hold: schemas/* boolean */.zMY(),
    rules: schemas/* array */.YOg(promotionRuleSchema),
    approvals: schemas/* array */.YOg(approvalSchema),
    evidenceLevel: schemas/* enum */.k5n(evidenceLevels),
    authors: schemas/* array */.YOg(personSchema),
    gate: gateSchemaOfEnvironment.nullable(),
    policy: decidingPolicySchema,
    decidedAt: iso/* datetime */.w$(),
    runId: delivery_documents_count.nullable(),
    entry: delivery_documents_count.nullable().describe("null where nothing was logged"),
    checkpoint: checkpoint.nullable(),
    deployment: schemas/* strictObject */.rej({ id: delivery_documents_count, url: delivery_documents_text }).nullable(),
    tag: delivery_documents_text.nullable(),
    proof: delivery_documents_text.nullable(),
    notices: schemas/* array */.YOg(delivery_documents_text),
});
/** What `slipway history` tells, as JSON. */
const historySchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("slipway/history/v1"),
    model: modelName,
    environment: modelName.nullable(),
    at: iso/* datetime */.w$().nullable(),
    log: checkpoint,
    current: schemas/* array */.YOg(schemas/* strictObject */.rej({
        environment: modelName,
        version: versionText,
        digest: digestSchema,
        since: iso/* datetime */.w$(),
        entry: delivery_documents_count,
        hold: delivery_documents_text.nullable().describe("The reason of the rollback that holds it"),
    }))
        .describe("What ran where at `at`, or runs now"),
    events: schemas/* array */.YOg(logEntrySchema).describe("Oldest first; with `at` none that came later"),
});
const verificationCheck = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP().min(1).max(100),
    title: delivery_documents_text,
    outcome: delivery_documents_outcome,
    detail: delivery_documents_text,
    entry: delivery_documents_count.optional().describe("The entry it is about"),
});
/** What `slipway verify audit` found, as JSON. */
const auditVerificationSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("slipway/audit-verification/v1"),
    outcome: delivery_documents_outcome,
    key: delivery_documents_text.describe("The C2SP verifier key that was used"),
    size: delivery_documents_count,
    root: digestSchema.nullable(),
    checks: schemas/* array */.YOg(verificationCheck),
});
/** What `slipway verify model` found, as JSON. */
const modelVerificationSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("slipway/model-verification/v1"),
    outcome: delivery_documents_outcome,
    path: delivery_documents_text,
    digest: digestSchema.nullable(),
    model: modelName.nullable(),
    version: versionText.nullable(),
    environment: modelName.nullable(),
    checks: schemas/* array */.YOg(verificationCheck),
});

// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(33598);
;// CONCATENATED MODULE: ./packages/contracts/src/json-schemas.ts






const published = {
    slipway: { schema: configSchema, title: "slipway.yaml, version 1" },
    evidence: { schema: evidenceSchema, title: "Slipway evidence, version 1" },
    comment: { schema: commentPayloadSchema, title: "Payload of a Slipway comment, version 1" },
    "log-entry": { schema: logEntrySchema, title: "Entry of a Slipway log, version 1" },
    environment: { schema: environmentPointerSchema, title: "Slipway environment, version 1" },
    version: { schema: registeredVersionSchema, title: "Version of a model, version 1" },
    registration: { schema: registrationSchema, title: "Slipway registration, version 1" },
    promotion: { schema: promotionSchema, title: "Slipway promotion, version 1" },
    history: { schema: historySchema, title: "History of a model, version 1" },
    "audit-verification": {
        schema: auditVerificationSchema,
        title: "Verification of a Slipway log, version 1",
    },
    "model-verification": {
        schema: modelVerificationSchema,
        title: "Verification of a model, version 1",
    },
};
/** The names of the published JSON Schemas. */
const jsonSchemaNames = [
    "slipway",
    "evidence",
    "comment",
    "log-entry",
    "environment",
    "version",
    "registration",
    "promotion",
    "history",
    "audit-verification",
    "model-verification",
];
/** The JSON Schema (draft 2020-12) that is published for `name`, made from the schema that the code parses with. */
function jsonSchemaOf(name) {
    const { schema, title } = published[name];
    return { ...json_schema_processors/* toJSONSchema */.bl(schema, { target: "draft-2020-12" }), title };
}

;// CONCATENATED MODULE: ./packages/contracts/src/ledger.ts

/**
 * Applies a severity to a finding. A failure that does not block is a `warn`; an error always blocks.
 * `undecided` is an inconclusive change that its policy lets go on (`on-inconclusive: warn`).
 */
function standingOf(finding, severity, undecided = false) {
    const blocks = finding === "error" ||
        (severity === "block" && finding !== "pass" && !(finding === "inconclusive" && undecided));
    const outcome = finding === "fail" && severity !== "block" ? "warn" : finding;
    return { outcome, severity, blocks };
}
/** The outcome of a whole ledger and its counts. An empty ledger checked nothing: inconclusive. */
function verdictOf(checks) {
    const summary = { pass: 0, warn: 0, fail: 0, inconclusive: 0, error: 0 };
    for (const { outcome } of checks)
        summary[outcome] += 1;
    const blocking = checks.filter(({ blocks }) => blocks);
    if (blocking.length > 0)
        return { outcome: (0,src/* worstOutcome */.Om)(blocking.map(({ outcome }) => outcome)), summary };
    if (checks.length === 0)
        return { outcome: "inconclusive", summary };
    const warned = checks.some(({ outcome, severity }) => outcome !== "pass" && severity !== "info");
    return { outcome: warned ? "warn" : "pass", summary };
}

;// CONCATENATED MODULE: ./packages/contracts/src/name-of-file.ts
/**
 * A name that evidence can bear, made of a file's: its stem, with dashes for what a name cannot hold, and `prefix`
 * before it where it would begin with a sign.
 */
function nameOfFile(path, prefix) {
    const stem = (path.split(/[/\\]/).at(-1) ?? "")
        .replace(/\.(csv|csv\.gz|parquet)$/i, "")
        .replaceAll(/[^A-Za-z0-9._-]/g, "-");
    return (/^[A-Za-z0-9]/.test(stem) ? stem : `${prefix}${stem}`).slice(0, 100);
}

// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(88009);
;// CONCATENATED MODULE: ./packages/contracts/src/yaml-source.ts


const maxAliases = 100;
/**
 * Reads YAML 1.2 (and so JSON) strictly: one document, no duplicate keys, a bounded number of aliases.
 * @throws UserError SW1201 with the place of the first mistake
 */
function parseYaml(text, file) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, {
        lineCounter: lines,
        prettyErrors: false,
        uniqueKeys: true,
    });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const mistake = document.errors[0];
    if (mistake !== undefined)
        throw unreadable(at(mistake.pos[0]), mistake.message);
    return {
        file,
        value: toPlain(document, at(0)),
        placeOf: (path, key) => at(offsetOf(document, path, key)),
    };
}
/** `file:line:column`, the form that editors make a link of. */
function showPlace(place) {
    return `${place.file}:${place.line}:${place.column}`;
}
function toPlain(document, start) {
    try {
        return document.toJS({ maxAliasCount: maxAliases });
    }
    catch (cause) {
        throw unreadable(start, cause instanceof Error ? cause.message : "not YAML");
    }
}
function unreadable(place, detail) {
    return new src/* UserError */.yo({
        code: "SW1201",
        message: `${showPlace(place)}: not valid YAML: ${detail.split("\n")[0] ?? ""}`,
        remedy: "Mend the syntax at that place.",
    });
}
function offsetOf(document, path, key) {
    let node = document.contents;
    for (const step of path) {
        if (!(0,dist/* isCollection */.P3)(node))
            break;
        const next = node.get(typeof step === "number" ? step : String(step), true);
        if (next === undefined || next === null)
            break;
        node = next;
    }
    if (key !== undefined && (0,dist/* isMap */.jh)(node)) {
        const pair = node.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && item.key.value === key);
        if (pair !== undefined && (0,dist/* isScalar */.jn)(pair.key))
            return pair.key.range?.[0] ?? 0;
    }
    const range = (0,dist/* isCollection */.P3)(node) || (0,dist/* isScalar */.jn)(node) ? node.range : undefined;
    return range?.[0] ?? 0;
}

;// CONCATENATED MODULE: ./packages/contracts/src/parse-with-schema.ts



/**
 * Parses the whole of `source` and names every mistake, each with file, line and column.
 * @throws UserError SW1204 for an unknown key, SW1202 for anything else that does not fit
 */
function parseWithSchema(source, schema, what) {
    const result = schema.safeParse(source.value, { reportInput: true });
    if (result.success)
        return result.data;
    const mistakes = result.error.issues.flatMap((issue) => describe(issue, source, schema));
    throw asUserError(mistakes, what);
}
function describe(issue, source, schema) {
    if (issue.code === "unrecognized_keys") {
        const known = keysAt(schema, issue.path);
        return issue.keys.map((key) => {
            const place = showPlace(source.placeOf(issue.path, key));
            const meant = (0,src/* nearestWord */.zZ)(key, known);
            const guess = meant === undefined ? "" : `Did you mean "${meant}"? `;
            const text = `${place}: unknown key "${key.slice(0, 80)}"`;
            return {
                code: "SW1204",
                text,
                hint: `${guess}Known keys here: ${known.join(", ")}.`,
            };
        });
    }
    const where = issue.path.length === 0 ? "" : `${issue.path.map(String).join(".")}: `;
    const place = showPlace(source.placeOf(issue.path));
    return [{ code: "SW1202", text: `${place}: ${where}${plain(issue)}` }];
}
function plain(issue) {
    if (issue.code === "invalid_type") {
        return issue.input === undefined
            ? `is missing (${issue.expected} expected)`
            : `must be ${article(issue.expected)}`;
    }
    if (issue.code === "invalid_value") {
        return `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    }
    return issue.message;
}
function article(type) {
    return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
function asUserError(mistakes, what) {
    const first = mistakes.find(({ code }) => code === "SW1204") ?? mistakes[0];
    const shown = mistakes.slice(0, 20).map(({ text }) => text);
    const more = mistakes.length > 20 ? [`and ${mistakes.length - 20} more`] : [];
    const hints = mistakes.flatMap(({ hint }) => hint ?? []).slice(0, 5);
    return new src/* UserError */.yo({
        code: first?.code ?? "SW1202",
        message: [...shown, ...more].join("\n"),
        remedy: hints.length > 0 ? hints.join("\n") : `Mend ${what} there; its keys are in docs/schemas.`,
    });
}
/** The keys that an object at `path` may have, read from the JSON Schema of `schema`. */
function keysAt(schema, path) {
    let nodes = [json_schema_processors/* toJSONSchema */.bl(schema, { unrepresentable: "any" })];
    for (const step of path)
        nodes = nodes.flatMap(branches).flatMap((node) => childOf(node, step));
    const keys = nodes
        .flatMap(branches)
        .flatMap((node) => Object.keys(record(record(node)["properties"])));
    return [...new Set(keys)];
}
function childOf(node, step) {
    const object = record(node);
    const child = typeof step === "number"
        ? object["items"]
        : (record(object["properties"])[String(step)] ?? object["additionalProperties"]);
    return child === undefined ? [] : [child];
}
function branches(node) {
    const object = record(node);
    const alternatives = [object["anyOf"], object["oneOf"], object["allOf"]]
        .filter(Array.isArray)
        .flat();
    return [node, ...alternatives.flatMap(branches)];
}
function record(value) {
    return typeof value === "object" && value !== null ? { ...value } : {};
}

;// CONCATENATED MODULE: ./packages/contracts/src/parse-config.ts




/**
 * Reads `slipway.yaml`: every mistake is named with file, line and column.
 * @throws UserError SW1201, SW1202, SW1204, and SW1205 for a name that is used twice or never defined
 */
function parseConfig(text, file) {
    const source = parseYaml(text, file);
    const config = parseWithSchema(source, configSchema, file);
    refuseDoubles(config, source);
    refuseDangling(config, source);
    return { config, source };
}
function refuseDoubles(config, source) {
    for (const section of ["data", "evaluations", "models", "environments"]) {
        const seen = new Set();
        for (const [index, { name }] of (config[section] ?? []).entries()) {
            if (seen.has(name)) {
                throw reference(source, [section, index, "name"], `the name "${name}" is used twice in ${section}`);
            }
            seen.add(name);
        }
    }
}
function refuseDangling(config, source) {
    for (const section of ["data", "evaluations"]) {
        const known = new Set(config[section]?.map(({ name }) => name));
        for (const [index, model] of (config.models ?? []).entries()) {
            for (const [position, name] of (model[section] ?? []).entries()) {
                if (known.has(name))
                    continue;
                const path = ["models", index, section, position];
                throw reference(source, path, `no entry of ${section} is named "${name}"`);
            }
        }
    }
    const environments = new Set(config.environments?.map(({ name }) => name));
    for (const [index, { after }] of (config.environments ?? []).entries()) {
        if (after === undefined || environments.has(after))
            continue;
        throw reference(source, ["environments", index, "after"], `no environment is named "${after}"`);
    }
    refuseCircles(config, source);
}
/** A version that must have been everywhere before could never be anywhere. */
function refuseCircles(config, source) {
    const before = new Map(config.environments?.map(({ name, after }) => [name, after]));
    for (const [index, { name }] of (config.environments ?? []).entries()) {
        const seen = new Set();
        let at = name;
        while (at !== undefined && !seen.has(at)) {
            seen.add(at);
            at = before.get(at);
        }
        if (at !== name)
            continue;
        const path = ["environments", index, "after"];
        throw reference(source, path, `"${name}" comes after itself, by way of \`after\``);
    }
}
function reference(source, path, problem) {
    return new src/* UserError */.yo({
        code: "SW1205",
        message: `${showPlace(source.placeOf(path))}: ${problem}`,
        remedy: "Use each name once, and refer only to names that the file defines.",
    });
}

;// CONCATENATED MODULE: ./packages/contracts/src/parse-evidence.ts


/** Longer evidence is refused unread: 32 MiB of text. */
const maxEvidenceChars = 32 * 1024 * 1024;
/**
 * Reads an evidence file. Unknown fields, of a later Slipway, are dropped; everything else must fit.
 * @throws UserError SW1401
 */
function parseEvidence(text, file) {
    if (text.length > maxEvidenceChars)
        throw damaged(file, "it is larger than 32 MiB");
    const value = parseJson(text, file);
    const strict = checked(value, file);
    if (strict.success)
        return strict.data;
    dropUnknown(value, strict.error.issues);
    const tolerant = checked(value, file);
    if (tolerant.success)
        return tolerant.data;
    const issue = tolerant.error.issues[0];
    const where = issue === undefined || issue.path.length === 0
        ? ""
        : ` at ${issue.path.map(String).join(".").slice(0, 200)}`;
    throw damaged(file, `${issue?.message ?? "wrong form"}${where}`);
}
function parseJson(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw damaged(file, "it is not JSON (half-written?)", cause);
    }
}
function checked(value, file) {
    try {
        return evidenceSchema.safeParse(value);
    }
    catch (cause) {
        // The schema follows nested values as deep as they go.
        if (cause instanceof RangeError)
            throw damaged(file, "it is nested too deep", cause);
        throw cause;
    }
}
function dropUnknown(value, issues) {
    for (const issue of issues) {
        if (issue.code !== "unrecognized_keys")
            continue;
        let node = value;
        for (const step of issue.path)
            node = typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined;
        if (typeof node !== "object" || node === null)
            continue;
        for (const key of issue.keys)
            Reflect.deleteProperty(node, key);
    }
}
function damaged(file, detail, cause) {
    return new src/* UserError */.yo({
        code: "SW1401",
        message: `${file} is not evidence of Slipway: ${detail}`,
        remedy: "Make it again with slipway validate or slipway evaluate.",
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/contracts/src/index.ts
















/***/ }),

/***/ 63796:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yo: () => (/* reexport */ UserError),
  dZ: () => (/* reexport */ exactSum),
  FO: () => (/* reexport */ exitCodeOf),
  zZ: () => (/* reexport */ nearestWord),
  KI: () => (/* reexport */ outcomes),
  VK: () => (/* reexport */ shortDigest),
  Om: () => (/* reexport */ worstOutcome)
});

// UNUSED EXPORTS: ExactSum, errorCodes, parseDigest

;// CONCATENATED MODULE: ./packages/kernel/src/digest.ts
/** Reads 64 hexadecimal digits, with or without `sha256:` before them; anything else is `undefined`. */
function parseDigest(text) {
    const hex = text.startsWith("sha256:") ? text.slice("sha256:".length) : text;
    return /^[0-9a-f]{64}$/i.test(hex) ? { sha256: hex.toLowerCase() } : undefined;
}
/** Twelve digits for people; the whole digest is one click away wherever this is shown. */
function shortDigest(digest) {
    return digest.sha256.slice(0, 12);
}

;// CONCATENATED MODULE: ./packages/kernel/src/error-codes.ts
/**
 * Every code that a user can meet, with the sentence that docs/errors.md prints beside it.
 * 1 configuration and input, 2 contracts and data files, 3 GitHub and git, 4 registry,
 * 5 evaluation, 6 the data engine. A code is never renamed and never used for something else.
 */
const errorCodes = {
    SW1001: "An input of an action, or an option of the command line, has a value that cannot be used.",
    SW1101: "There is no slipway.yaml where one is needed.",
    SW1102: "There is no data that a first slipway.yaml could be drafted from.",
    SW1201: "A file that should be YAML or JSON cannot be parsed.",
    SW1202: "slipway.yaml has a value of the wrong type or form.",
    SW1204: "slipway.yaml has a key that Slipway does not know.",
    SW1205: "A name refers to something that slipway.yaml does not define.",
    SW1301: "A file or folder is missing or cannot be read.",
    SW1302: "A path leads out of the workspace.",
    SW1303: "A file that would be written exists already.",
    SW1304: "A file cannot be written.",
    SW1401: "An evidence file is not one that Slipway wrote, or is damaged.",
    SW1402: "No evidence was found.",
    SW1501: "A command that slipway.yaml names failed.",
    SW3101: "GitHub's API refused or did not answer.",
    SW3102: "The token may not write comments on pull requests.",
    SW3103: "The token is missing or not valid.",
    SW3104: "No pull request belongs to this run.",
    SW3105: "What an artifact claims does not fit the run it came from.",
    SW3106: "An artifact of this or another run is missing, too large or damaged.",
    SW3107: "Evidence cannot be stored as an artifact of the run.",
    SW3108: "The token may not read who approved a run, or the rules of an environment.",
    SW3109: "The token may not read the pull requests and reviews behind a commit.",
    SW3110: "The token may not read who belongs to a team.",
    SW3111: "The token may not read or write deployments.",
    SW3201: "The base branch of a pull request cannot be read.",
    SW3202: "The remote refuses to store evidence on the slipway branch.",
    SW3203: "The slipway branch kept moving while evidence was stored.",
    SW3204: "This is no git repository, or git is missing.",
    SW3205: "The remote refuses a tag.",
    SW4001: "No evidence was found for a model that would be registered.",
    SW4002: "The evidence does not allow this model to be registered.",
    SW4003: "A version is already registered with other bytes.",
    SW4004: "A version cannot be used.",
    SW4005: "The commit holds another version of the model already.",
    SW4006: "A name cannot be part of a registry tag.",
    SW4007: "The commit is not on the default branch.",
    SW4008: "No such model or version is registered.",
    SW4009: "A tag of the registry is in the way.",
    SW4010: "slipway.yaml of the default branch is missing, or lacks what this step needs.",
    SW4101: "A model's folder is empty.",
    SW4102: "A model's folder holds a link or a special file.",
    SW4103: "Two names in a model's folder differ only in case or in their Unicode form.",
    SW4104: "A model's folder is missing.",
    SW4105: "The key that signs models cannot be used.",
    SW4107: "A name in a model's folder cannot be signed.",
    SW4201: "An environment is not one of slipway.yaml.",
    SW4202: "This run promoted the version already, and another promotion replaced it.",
    SW4301: "The log has no public key, or one that cannot be read.",
    SW4302: "The log's secret key is missing or cannot be read.",
    SW4303: "The log's secret key does not belong to the public key.",
    SW4304: "The log's checkpoint is missing, damaged or signed by another key.",
    SW4305: "The log does not match its checkpoint.",
    SW4306: "The log is shorter, or another one, than what was published of it.",
    SW4307: "An entry is too large for the log.",
    SW4308: "The clock is behind the log.",
    SW4309: "There is no log yet.",
    SW5101: "The results of an evaluation have no rows.",
    SW5102: "A row of the results has no label or no prediction.",
    SW5103: "A row of the results has a score, weight or target that is not a finite number.",
    SW5104: "A row of the results has a negative weight.",
    SW5105: "All weights of the results are 0.",
    SW5201: "A metric has a name that Slipway does not know.",
    SW5202: "A metric does not fit the task of the evaluation.",
    SW5301: "A results file is missing, empty or of a format that cannot be read.",
    SW5302: "The header of a results file names a column twice.",
    SW5303: "A results file lacks a column that plays a role.",
    SW5304: "The columns that are named do not fit the task.",
    SW5305: "A cell of a results file is no finite number where one is needed.",
    SW5306: "An item of a results file has no id, or one that occurs again.",
    SW5307: "The classes or groups of a results file cannot be judged.",
    SW5308: "A results file is damaged.",
    SW5309: "A baseline cannot be used.",
    SW2001: "A contract is not one of the Open Data Contract Standard.",
    SW2002: "A contract has a mistake.",
    SW2003: "A contract has no object for a data set.",
    SW2101: "A data file is not in the encoding that it should have.",
    SW2102: "No file matches the path of a data set.",
    SW2103: "A data file is empty.",
    SW2104: "A data file has a header and no rows.",
    SW2105: "The header of a data file names a column twice, or not at all.",
    SW2106: "A row of a data file has more or fewer values than its header.",
    SW2107: "A compressed data file is cut off or damaged.",
    SW2108: "A Parquet file is damaged.",
    SW2109: "A data file cannot be read as CSV.",
    SW2110: "The format of a data file is not known, or a data set mixes formats.",
    SW6001: "The data engine does not exist for this platform.",
    SW6002: "The folder given as duckdb-binding does not hold the pinned data engine.",
    SW6003: "The data engine cannot be downloaded.",
    SW6004: "A download of the data engine is not the file that is pinned.",
    SW6005: "It is not known which npm registry to ask for the data engine.",
    SW6006: "The data engine cannot be stored in the tool cache.",
    SW6007: "The data engine cannot be loaded.",
    SW6101: "The data engine ran out of memory.",
};

;// CONCATENATED MODULE: ./packages/kernel/src/exact-sum.ts
/**
 * A sum that does not depend on the order of its terms: the correctly rounded value of the exact sum.
 * Shewchuk's expansion of non-overlapping partials (Adaptive Precision Floating-Point Arithmetic, 1997),
 * the algorithm behind Python's `math.fsum`.
 */
class ExactSum {
    #partials = [];
    #special;
    /** Adds one finite term; a NaN or an infinity makes the whole sum that value, or NaN where they disagree. */
    add(term) {
        if (!Number.isFinite(term)) {
            this.#special = (this.#special ?? 0) + term;
            return this;
        }
        let rest = term;
        let kept = 0;
        const partials = this.#partials;
        for (const partial of partials) {
            const [large, small] = Math.abs(rest) < Math.abs(partial) ? [partial, rest] : [rest, partial];
            const sum = large + small;
            const error = small - (sum - large);
            if (error !== 0)
                partials[kept++] = error;
            rest = sum;
        }
        partials.length = kept;
        partials.push(rest);
        return this;
    }
    /** The exact sum of all terms, rounded once (half to even). */
    value() {
        if (this.#special !== undefined)
            return this.#special;
        const partials = this.#partials;
        let index = partials.length - 1;
        let high = partials[index] ?? 0;
        let low = 0;
        while (index > 0) {
            index -= 1;
            const next = partials[index] ?? 0;
            const before = high;
            high = before + next;
            low = next - (high - before);
            if (low !== 0)
                break;
        }
        // Half-way cases round by the sign of the next partial.
        const below = partials[index - 1] ?? 0;
        if (index > 0 && ((low < 0 && below < 0) || (low > 0 && below > 0))) {
            const doubled = low * 2;
            const rounded = high + doubled;
            if (doubled === rounded - high)
                high = rounded;
        }
        return high;
    }
}
/** The exactly rounded sum of `terms`. */
function exactSum(terms) {
    const sum = new ExactSum();
    for (const term of terms)
        sum.add(term);
    return sum.value();
}

;// CONCATENATED MODULE: ./packages/kernel/src/nearest.ts
/** The word of `known` that `typed` was most likely meant to be, or `undefined` where none is near. */
function nearestWord(typed, known) {
    const wanted = normalised(typed);
    let best;
    for (const word of known) {
        const distance = editDistance(wanted, normalised(word));
        if (best === undefined || distance < best.distance)
            best = { word, distance };
    }
    const limit = typed.length <= 3 ? 1 : Math.max(2, Math.floor(typed.length / 3));
    return best !== undefined && best.distance <= limit ? best.word : undefined;
}
function normalised(word) {
    return word.slice(0, 64).toLowerCase().replaceAll("_", "-");
}
/** Levenshtein's distance: insertions, deletions and replacements of one character. */
function editDistance(left, right) {
    let row = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let i = 1; i <= left.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= right.length; j += 1) {
            const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
            next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[right.length] ?? 0;
}

;// CONCATENATED MODULE: ./packages/kernel/src/outcome.ts
/** How one check, or a whole document, ended. Only `pass` and `warn` let a job go on. */
const outcomes = ["pass", "warn", "inconclusive", "fail", "error"];
/** The worst of `found`; of nothing, `inconclusive`, because green means that something was checked. */
function worstOutcome(found) {
    let worst;
    for (const outcome of found) {
        if (worst === undefined || outcomes.indexOf(outcome) > outcomes.indexOf(worst))
            worst = outcome;
    }
    return worst ?? "inconclusive";
}
/** The exit code of a verdict: 0 for pass and warn, 1 for everything else. */
function exitCodeOf(outcome) {
    return outcome === "pass" || outcome === "warn" ? 0 : 1;
}

;// CONCATENATED MODULE: ./packages/kernel/src/user-error.ts
/** A failure that the workflow's author can fix. Anything else that is thrown is a bug of ours. */
class UserError extends Error {
    code;
    remedy;
    constructor(init) {
        super(init.message, { cause: init.cause });
        this.name = "UserError";
        this.code = init.code;
        this.remedy = init.remedy;
    }
}

;// CONCATENATED MODULE: ./packages/kernel/src/index.ts








/***/ }),

/***/ 43845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fG: () => (/* reexport */ ecdsaKeys),
  ek: () => (/* reexport */ evidenceFolder),
  zy: () => (/* reexport */ evidenceHome),
  ZZ: () => (/* reexport */ field),
  kz: () => (/* reexport */ folderView),
  C7: () => (/* reexport */ hasArtifacts),
  yu: () => (/* reexport */ inputName),
  k1: () => (/* reexport */ isArtifactName),
  tc: () => (/* reexport */ isRerun),
  Kv: () => (/* reexport */ jobIdentity),
  Wh: () => (/* reexport */ jobLog),
  N: () => (/* reexport */ keepEvidence),
  ag: () => (/* reexport */ logCrypto),
  Ch: () => (/* reexport */ modelFolder),
  TL: () => (/* reexport */ parseInputs),
  M2: () => (/* reexport */ pullRequestBase),
  j_: () => (/* reexport */ readEvent),
  Cs: () => (/* reexport */ runAction),
  pO: () => (/* reexport */ runContext),
  Vp: () => (/* reexport */ runUrl),
  hf: () => (/* reexport */ shellCommands),
  ml: () => (/* reexport */ systemClock),
  yy: () => (/* reexport */ temporaryFolder),
  wy: () => (/* reexport */ terminalStyle),
  Sn: () => (/* reexport */ unpackEvidence),
  rE: () => (/* reexport */ version),
  Xm: () => (/* reexport */ withJobArtifacts),
  PZ: () => (/* reexport */ workspaceFiles),
  f8: () => (/* reexport */ writeWhole)
});

// UNUSED EXPORTS: fieldMeta, printSafely, toolCache

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./packages/runner/src/version.ts
/** The suite's version; a test keeps it equal to the root package.json. */
const version = "0.1.0";

;// CONCATENATED MODULE: ./packages/runner/src/environment.ts






const repository = schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() });
const branch = schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), sha: schemas/* string */.YjP(), repo: repository.nullish() });
const environment_event = schemas/* object */.Ikc({
    pull_request: schemas/* object */.Ikc({ number: schemas/* int */.Whr(), head: branch, base: branch }).optional(),
    workflow_run: schemas/* object */.Ikc({
        id: schemas/* int */.Whr(),
        event: schemas/* string */.YjP(),
        head_sha: schemas/* string */.YjP(),
        head_branch: schemas/* string */.YjP().nullish(),
        head_repository: repository.nullish(),
        html_url: schemas/* string */.YjP().optional(),
    })
        .optional(),
    repository: schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP().optional() }).optional(),
});
/** Reads the event's payload; a job without one has an empty event. @throws UserError SW1201 */
function readEvent(env) {
    const path = env["GITHUB_EVENT_PATH"];
    if (path === undefined || path === "")
        return {};
    try {
        return environment_event.parse(JSON.parse((0,external_node_fs_.readFileSync)(path, "utf8")));
    }
    catch (cause) {
        throw new src/* UserError */.yo({
            code: "SW1201",
            message: "the event's payload (GITHUB_EVENT_PATH) cannot be read",
            remedy: "Run this action on a runner of GitHub Actions, or use the command line.",
            cause,
        });
    }
}
/** What the runner says about this job. Nothing of it authorises anything. */
function runContext(env, payload) {
    const { pull_request: pull } = payload;
    const run = {
        ...environment_text("repository", env["GITHUB_REPOSITORY"]),
        ...environment_text("commit", env["GITHUB_SHA"]),
        ...environment_text("ref", env["GITHUB_REF"]),
        ...environment_text("event", env["GITHUB_EVENT_NAME"]),
        ...environment_text("workflow", env["GITHUB_WORKFLOW"]),
        ...environment_text("job", env["GITHUB_JOB"]),
        ...count("runId", env["GITHUB_RUN_ID"]),
        ...count("runAttempt", env["GITHUB_RUN_ATTEMPT"]),
        ...(pull === undefined
            ? {}
            : { pullRequest: pull.number, headCommit: pull.head.sha, baseCommit: pull.base.sha }),
        ...environment_text("url", runUrl(env)),
    };
    return { run, tool: { name: "slipway", version: version } };
}
/** The page of this run, or `undefined` outside a runner. */
function runUrl(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: id } = env;
    return server && name && id ? `${server}/${name}/actions/runs/${id}` : undefined;
}
/** The folder of this job that is thrown away at its end. */
function temporaryFolder(env) {
    return env["RUNNER_TEMP"] ?? (0,external_node_os_.tmpdir)();
}
/** Where programs are kept between jobs: the runner's tool cache, or the user's own cache. */
function toolCache(env) {
    const cache = env["RUNNER_TOOL_CACHE"] ?? env["XDG_CACHE_HOME"] ?? env["LOCALAPPDATA"];
    if (cache !== undefined && cache !== "")
        return cache;
    return process.platform === "darwin"
        ? join(homedir(), "Library", "Caches")
        : join(homedir(), ".cache");
}
function environment_text(key, value) {
    const found = {};
    if (value !== undefined && value !== "")
        found[key] = value;
    return found;
}
function count(key, value) {
    const found = {};
    if (value !== undefined && /^\d{1,15}$/.test(value))
        found[key] = Number(value);
    return found;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./packages/runner/src/ecdsa-keys.ts


const hashOfCurve = {
    prime256v1: "sha256",
    secp384r1: "sha384",
    secp521r1: "sha512",
};
/** The keys that sign models, over node:crypto: P-256, P-384 and P-521, signatures in DER. */
const ecdsaKeys = {
    sign: (privateKeyPem, message) => {
        const key = privateKey(privateKeyPem);
        return {
            signature: new Uint8Array((0,external_node_crypto_.sign)(hashOf(key, "private"), message, key)),
            publicKeyPem: pemOf((0,external_node_crypto_.createPublicKey)(key)),
        };
    },
    verify: (publicKeyPem, message, signature) => {
        const key = publicKey(publicKeyPem);
        return (0,external_node_crypto_.verify)(hashOf(key, "public"), message, key, signature);
    },
    publicKey: (publicKeyPem) => {
        const key = publicKey(publicKeyPem);
        hashOf(key, "public");
        return pemOf(key);
    },
};
function pemOf(key) {
    return key.export({ type: "spki", format: "pem" }).toString();
}
// No cause is kept of a private key: what OpenSSL says could quote it.
function privateKey(pem) {
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key: pem, format: "pem" });
    }
    catch {
        throw unusable("private", "cannot be read as PEM, or has a password");
    }
}
function publicKey(pem) {
    // Node would derive the public key from a private one, which has no place where models are verified.
    if (pem.includes("PRIVATE KEY"))
        throw unusable("public", "is a private one");
    const input = { key: pem, format: "pem" };
    try {
        return (0,external_node_crypto_.createPublicKey)(input);
    }
    catch {
        throw unusable("public", "cannot be read as PEM");
    }
}
function hashOf(key, kind) {
    const curve = key.asymmetricKeyDetails?.namedCurve;
    const hash = curve === undefined ? undefined : hashOfCurve[curve];
    if (hash !== undefined)
        return hash;
    throw unusable(kind, `is of the type ${curve ?? key.asymmetricKeyType ?? "unknown"}`);
}
function unusable(kind, why) {
    return new src/* UserError */.yo({
        code: "SW4105",
        message: `the ${kind} key of the model's signature ${why}`,
        remedy: kind === "private"
            ? "Give the whole PEM text of an EC key on P-256, P-384 or P-521, without a password. A new one: openssl ecparam -name prime256v1 -genkey -noout -out key.pem"
            : "Give the PEM text of the public half: openssl ec -in key.pem -pubout",
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var contracts_src = __webpack_require__(66174);
// EXTERNAL MODULE: ./node_modules/.pnpm/tinyglobby@0.2.17/node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(21191);
;// CONCATENATED MODULE: ./packages/runner/src/workspace-files.ts






/** The files of a workspace. In an action a path that leads out of it, by `..` or by a link, is refused. */
function workspaceFiles(options) {
    const root = (0,external_node_path_.resolve)(options.root);
    const roots = [root, ...(options.roots ?? [])].map(realPath);
    const locate = (path) => {
        const absolute = (0,external_node_path_.resolve)(root, path);
        if (options.anywhere !== true &&
            !roots.some((allowed) => isInside(realPath(absolute), allowed)))
            throw leadsOut(path);
        return absolute;
    };
    const describe = async (path) => {
        const absolute = locate(path);
        const hash = (0,external_node_crypto_.createHash)("sha256");
        let sizeBytes = 0;
        for await (const chunk of streamOf(absolute, path)) {
            hash.update(chunk);
            sizeBytes += chunk.length;
        }
        return { name: path, digest: { sha256: hash.digest("hex") }, sizeBytes };
    };
    return {
        locate,
        describe,
        readText: async (path) => decodeUtf8(await guarded(path, () => (0,promises_.readFile)(locate(path))), path),
        readBytes: (path, limit) => guarded(path, () => readStart(locate(path), limit)),
        stream: (path) => streamOf(locate(path), path),
        exists: async (path) => (await statOf(locate(path)))?.isFile() ?? false,
        list: async (pattern) => (await list(root, pattern)).filter((path) => locate(path) !== ""),
        write: (path, content) => writeWhole(locate(path), path, content),
    };
}
/** Writes beside the target first and renames, so that nobody ever reads half a file. */
async function writeWhole(absolute, path, content) {
    const temporary = `${absolute}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(absolute), { recursive: true });
        await (0,promises_.writeFile)(temporary, content);
        await (0,promises_.rename)(temporary, absolute);
    }
    catch (cause) {
        await (0,promises_.rm)(temporary, { force: true }).catch(() => undefined);
        throw unwritable(path, cause);
    }
}
/** The refusal to write a file or folder, in words. */
function unwritable(path, cause) {
    return new src/* UserError */.yo({
        code: "SW1304",
        message: `${path} cannot be written: ${reasonOf(cause)}`,
        remedy: "Give the job a folder that it may write to, with space left.",
        cause,
    });
}
async function list(root, pattern) {
    const found = await statOf((0,external_node_path_.resolve)(root, pattern));
    if (found?.isFile())
        return [pattern];
    const wanted = found?.isDirectory()
        ? `${(0,dist/* escapePath */.ft)(pattern.replace(/[/\\]+$/, ""))}/**/*.{csv,csv.gz,parquet}`
        : pattern;
    const files = await (0,dist/* glob */.TI)(wanted, {
        cwd: root,
        onlyFiles: true,
        expandDirectories: false,
        followSymbolicLinks: false,
    });
    return files
        .map((file) => ((0,external_node_path_.isAbsolute)(pattern) ? (0,external_node_path_.join)(root, file) : file).split(external_node_path_.sep).join("/"))
        .sort(byCodeUnits);
}
function byCodeUnits(left, right) {
    return left < right ? -1 : Number(left > right);
}
async function statOf(path) {
    return (0,promises_.stat)(path).catch(() => undefined);
}
async function readStart(absolute, limit) {
    const handle = await (0,promises_.open)(absolute, "r");
    try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(limit), 0, limit, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await handle.close();
    }
}
async function* streamOf(absolute, path) {
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(absolute, { highWaterMark: 1 << 18 })) {
            if (chunk instanceof Uint8Array)
                yield chunk;
        }
    }
    catch (cause) {
        throw unreadable(path, cause);
    }
}
async function guarded(path, read) {
    try {
        return await read();
    }
    catch (cause) {
        throw cause instanceof src/* UserError */.yo ? cause : unreadable(path, cause);
    }
}
function decodeUtf8(bytes, path) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new src/* UserError */.yo({
            code: "SW1301",
            message: `${path} is not UTF-8 text`,
            remedy: "Save it as UTF-8.",
            cause,
        });
    }
}
/** The real path of the nearest part that exists, so that a link cannot lead out unseen. */
function realPath(path) {
    try {
        return external_node_fs_.realpathSync.native(path);
    }
    catch {
        const parent = (0,external_node_path_.dirname)(path);
        return parent === path ? path : (0,external_node_path_.join)(realPath(parent), (0,external_node_path_.relative)(parent, path));
    }
}
function isInside(path, root) {
    const inner = (0,external_node_path_.relative)(root, path);
    return inner !== ".." && !inner.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(inner);
}
function leadsOut(path) {
    return new src/* UserError */.yo({
        code: "SW1302",
        message: `${JSON.stringify(path.slice(0, 200))} leads out of the workspace`,
        remedy: "Name a file inside the checked-out repository or the runner's temporary folder.",
    });
}
function unreadable(path, cause) {
    return new src/* UserError */.yo({
        code: "SW1301",
        message: `${path} cannot be read: ${reasonOf(cause)}`,
        remedy: "Check the path: it starts at the root of the workspace. Is the step that writes it before this one?",
        cause,
    });
}
function reasonOf(cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const words = {
        ENOENT: "it does not exist",
        EACCES: "permission denied",
        EISDIR: "it is a folder",
        ENOTDIR: "a part of the path is not a folder",
        ENOSPC: "no space is left",
        EROFS: "the file system is read-only",
    };
    return words[code] ?? (code === "" ? "unknown reason" : code);
}

;// CONCATENATED MODULE: ./packages/runner/src/evidence-folder.ts





/**
 * A folder of evidence, made where it is missing. Its documents are checked against the strict schema when written.
 * @throws UserError SW1304 where it cannot be made
 */
function evidenceFolder(path) {
    makeFolder(path);
    return {
        path,
        blobPath: ({ sha256 }) => (0,external_node_path_.join)(path, "blobs", "sha256", sha256),
        write: async (evidence) => {
            const file = (0,external_node_path_.join)(path, `${evidence.kind}-${evidence.name}.json`);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
            await writeWhole(file, file, `${JSON.stringify(contracts_src/* evidenceSchema */.jU.parse(evidence), undefined, 1)}\n`);
            return file;
        },
        list: async () => {
            const names = (0,external_node_fs_.readdirSync)(path).filter((name) => name.endsWith(".json"));
            return Promise.all(names.sort().map((name) => readEvidence((0,external_node_path_.join)(path, name))));
        },
    };
}
function makeFolder(path) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(path, "blobs", "sha256"), { recursive: true });
    }
    catch (cause) {
        throw unwritable(path, cause);
    }
}
async function readEvidence(path) {
    return { path, evidence: (0,contracts_src/* parseEvidence */.vf)(await (0,promises_.readFile)(path, "utf8"), path) };
}

;// CONCATENATED MODULE: ./packages/runner/src/fields.ts

const raw = schemas/* string */.YjP();
/**
 * The forms that an input can have. Each begins with the text that the runner hands over, where an input
 * that is not set is the empty string; nothing is ever coerced.
 */
const field = {
    /** Free text, or `undefined` where it is not set. */
    text: () => raw.transform((text) => (text === "" ? undefined : text)),
    /** Text that has to be there. */
    requiredText: () => raw.min(1, "is required").meta({ required: true }),
    /** A secret: masked before anything else happens. */
    secret: () => raw.transform((text) => (text === "" ? undefined : text)).meta({ secret: true }),
    /** Text with a default. */
    textOr: (otherwise) => raw.transform((text) => (text === "" ? otherwise : text)).meta({ default: otherwise }),
    /** Several values, separated by commas or line ends. */
    list: () => raw.transform((text) => split(text, /[,\n]/)),
    /** Several values, one a line. */
    lines: () => raw.transform((text) => split(text, /\n/)),
    /** A decimal number such as 0.05, or `undefined`. */
    decimal: () => raw
        .refine((text) => text === "" || /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text), "must be a number such as 0.05")
        .transform((text) => (text === "" ? undefined : Number(text))),
    /** `true` or `false`, in the spellings of YAML 1.2, with a default. */
    boolean: (otherwise) => raw
        .refine((text) => /^(true|True|TRUE|false|False|FALSE)?$/.test(text), "must be true or false")
        .transform((text) => (text === "" ? otherwise : text.toLowerCase() === "true"))
        .meta({ default: String(otherwise) }),
    /** One of a few words, or `undefined`. */
    choice: (words) => raw.transform((text, context) => {
        if (text === "")
            return undefined;
        const word = words.find((known) => known === text);
        if (word === undefined)
            context.addIssue(`must be ${words.join(" or ")}`);
        return word;
    }),
};
/** `github-token`, the name in action.yml and on the command line, of the key `githubToken`. */
function inputName(key) {
    return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
/** What the field behind `key` says of itself. */
function fieldMeta(schema, key) {
    const meta = schema.shape[key]?.meta();
    return {
        ...(meta?.["required"] === true ? { required: true } : {}),
        ...(meta?.["secret"] === true ? { secret: true } : {}),
        ...(typeof meta?.["default"] === "string" ? { default: meta["default"] } : {}),
    };
}
function split(text, separator) {
    return text
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== "");
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./packages/runner/src/zip-entries.ts

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
const endBytes = 22;
/** The files that a zip lists, without unpacking any. @throws Error for what is no zip; zip64 is none here */
function zipEntries(zip) {
    const end = findEnd(zip);
    const count = zip.readUInt16LE(end + 10);
    let at = zip.readUInt32LE(end + 16);
    const entries = [];
    for (let index = 0; index < count; index += 1) {
        if (zip.readUInt32LE(at) !== entrySignature)
            throw new Error("damaged directory");
        const nameBytes = zip.readUInt16LE(at + 28);
        const name = zip.toString("utf8", at + 46, at + 46 + nameBytes);
        const type = (zip.readUInt32LE(at + 38) >>> 28) & 0xf;
        entries.push({
            name,
            // The upper bits are the mode of Unix; 0 where the system that made it has none.
            isFile: (type === 0 || type === 8) && !name.endsWith("/"),
            isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
            method: zip.readUInt16LE(at + 10),
            crc: zip.readUInt32LE(at + 16),
            packedBytes: zip.readUInt32LE(at + 20),
            sizeBytes: zip.readUInt32LE(at + 24),
            offset: zip.readUInt32LE(at + 42),
        });
        at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return entries;
}
/** Unpacks one file, and never more of it than the directory lists. @throws Error where it is not what was listed */
function unpackEntry(zip, entry) {
    const { offset, packedBytes, sizeBytes, method } = entry;
    if (zip.readUInt32LE(offset) !== fileSignature || entry.isEncrypted)
        throw new Error("damaged");
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    if (start + packedBytes > zip.length)
        throw new Error("cut off");
    const packed = zip.subarray(start, start + packedBytes);
    if (method !== 0 && method !== 8)
        throw new Error(`unknown method ${method}`);
    const bytes = method === 0 ? packed : (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(1, sizeBytes) });
    if (bytes.length !== sizeBytes || (0,external_node_zlib_.crc32)(bytes) !== entry.crc)
        throw new Error("damaged");
    return bytes;
}
function findEnd(zip) {
    // A comment of up to 65,535 bytes may follow.
    const last = zip.length - endBytes;
    for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
        if (zip.readUInt32LE(at) === endSignature)
            return at;
    }
    throw new Error("no directory");
}

;// CONCATENATED MODULE: ./packages/runner/src/unpack-evidence.ts


const unpack_evidence_document = /^(?:data-validation|evaluation)-[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.json$/;
const blob = /^blobs\/sha256\/[0-9a-f]{64}$/;
const mebibyte = 1024 * 1024;
const maxFiles = 500;
const maxFileBytes = 32 * mebibyte;
const maxDocumentBytes = 64 * mebibyte;
const maxBlobBytes = 256 * mebibyte;
/** The largest artifact that is downloaded. */
const maxArtifactBytes = 256 * mebibyte;
/**
 * Takes evidence out of a zip that a stranger may have made: `<kind>-<name>.json` at its top and, where asked for,
 * `blobs/sha256/<digest>`; whatever else is in it stays inside. At most 500 files, 32 MiB each, 64 MiB of documents.
 * @throws UserError SW3106 for a zip that is damaged, too large, or has links or paths that lead out
 */
function unpackEvidence(bytes, { blobs = false } = {}) {
    const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
        const entries = zipEntries(zip);
        for (const { name } of entries)
            refuseStrayPath(name);
        const wanted = entries.filter(({ name }) => unpack_evidence_document.test(name) || (blobs && blob.test(name)));
        refuseExcess(wanted, zip.length, blobs ? maxBlobBytes : maxDocumentBytes);
        return wanted.map((entry) => ({ name: entry.name, bytes: unpackEntry(zip, entry) }));
    }
    catch (cause) {
        if (cause instanceof src/* UserError */.yo)
            throw cause;
        throw unpack_evidence_unusable("it is no readable zip file", cause);
    }
}
function refuseStrayPath(name) {
    const isStray = /^[/\\]|^[A-Za-z]:|\\|\0/.test(name) || name.split("/").includes("..");
    if (isStray)
        throw unpack_evidence_unusable(`it holds a path that leads out: ${shown(name)}`);
}
function refuseExcess(wanted, zipBytes, maxBytes) {
    if (wanted.length > maxFiles)
        throw unpack_evidence_unusable(`it holds more than ${maxFiles} files`);
    if (new Set(wanted.map(({ name }) => name)).size < wanted.length)
        throw unpack_evidence_unusable("it holds a file twice");
    const link = wanted.find(({ isFile }) => !isFile);
    if (link !== undefined)
        throw unpack_evidence_unusable(`${shown(link.name)} in it is no plain file`);
    const large = wanted.find(({ sizeBytes }) => sizeBytes > maxFileBytes);
    if (large !== undefined)
        throw unpack_evidence_unusable(`${shown(large.name)} in it is larger than 32 MiB`);
    const total = (key) => wanted.reduce((sum, entry) => sum + entry[key], 0);
    // Files that share their packed bytes would take far longer to unpack than the zip is large.
    if (total("sizeBytes") > maxBytes || total("packedBytes") > zipBytes)
        throw unpack_evidence_unusable(`it unpacks to more than ${maxBytes / mebibyte} MiB`);
}
function shown(name) {
    return JSON.stringify(name.slice(0, 100));
}
function unpack_evidence_unusable(problem, cause) {
    return new src/* UserError */.yo({
        code: "SW3106",
        message: `the artifact cannot be used: ${problem}`,
        remedy: "Look at the run and the step that made it; Slipway's own artifacts hold evidence and nothing that leads out.",
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/runner/src/job-artifacts.ts








/** Whether a text can be the name of an artifact, on every file system and in every log. */
function isArtifactName(name) {
    return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name);
}
/** Whether the runner offers an artifact service that the client speaks with: GitHub Enterprise Server has none. */
function hasArtifacts(env) {
    const server = URL.parse(env["GITHUB_SERVER_URL"] ?? "https://github.com")?.hostname ?? "";
    return (Boolean(env["ACTIONS_RESULTS_URL"]) && /(?:^github\.com|\.ghe\.com|\.localhost)$/i.test(server));
}
/**
 * Stores evidence and its items for other jobs of this run; without a name, nothing is done.
 * @throws UserError SW3107
 */
async function keepEvidence(name, found, env) {
    if (name === undefined)
        return;
    const folder = evidenceHome(env);
    const items = found.flatMap(({ evidence }) => itemsOf(evidence) ?? []);
    const blobs = items.map((sha256) => (0,external_node_path_.join)(folder, "blobs", "sha256", sha256));
    const files = [...new Set([...found.map(({ path }) => path), ...blobs])];
    const { uploadArtifact } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(505), __webpack_require__.e(276)]).then(__webpack_require__.bind(__webpack_require__, 90276));
    await uploadArtifact({ name, folder, files, isRerun: isRerun(env) });
}
/** Whether this is a later attempt of its run. */
function isRerun(env) {
    return Number(env["GITHUB_RUN_ATTEMPT"] ?? "1") > 1;
}
/** Where the steps of a job leave evidence. */
function evidenceHome(env) {
    return (0,external_node_path_.join)(temporaryFolder(env), "slipway", "evidence");
}
/**
 * The folder, with what other jobs of this run stored as artifacts: read as hostile, laid beside what the job's own
 * steps left, and never in place of it. `list` throws UserError SW3106 for an artifact that is missing or damaged,
 * SW3105 for evidence of another run, SW1401 for evidence that is none or differs from what is there.
 */
function withJobArtifacts(folder, names, env) {
    if (names.length === 0)
        return folder;
    return {
        ...folder,
        list: async () => {
            const read = [];
            for (const name of new Set(names))
                read.push(await readArtifact(name, env));
            for (const artifact of read)
                await adopt(artifact, folder);
            return folder.list();
        },
    };
}
async function readArtifact(name, env) {
    const { downloadArtifact } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(505), __webpack_require__.e(276)]).then(__webpack_require__.bind(__webpack_require__, 90276));
    const temporary = (0,external_node_path_.join)(temporaryFolder(env), "slipway", "downloads");
    const zip = await downloadArtifact(name, { temporary, maxBytes: maxArtifactBytes });
    const files = unpackEvidence(zip, { blobs: true });
    const evidences = files
        .filter((file) => file.name.endsWith(".json"))
        .map((file) => parseDocument(file, name, env));
    if (evidences.length === 0)
        throw job_artifacts_unusable(name, "holds no evidence");
    const blobs = new Map(files.filter((file) => !file.name.endsWith(".json")).map((file) => blobOf(file, name)));
    const lost = evidences.map(itemsOf).find((items) => items !== undefined && !blobs.has(items));
    if (lost !== undefined)
        throw job_artifacts_unusable(name, `lacks the items ${lost.slice(0, 12)}`);
    return { name, evidences, blobs };
}
function parseDocument(file, artifact, env) {
    const place = `${file.name} of the artifact "${artifact}"`;
    const evidence = (0,contracts_src/* parseEvidence */.vf)(new TextDecoder("utf-8").decode(file.bytes), place);
    const { runId, commit } = evidence.run;
    const isOurs = String(runId) === env["GITHUB_RUN_ID"] && commit === env["GITHUB_SHA"];
    if (!isOurs || file.name !== `${evidence.kind}-${evidence.name}.json`)
        throw foreign(place);
    return evidence;
}
function blobOf({ name, bytes }, artifact) {
    const claimed = name.slice(-64);
    if ((0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex") !== claimed)
        throw job_artifacts_unusable(artifact, `holds items that do not fit their digest ${claimed.slice(0, 12)}`);
    return [claimed, bytes];
}
async function adopt(artifact, folder) {
    const there = new Map((await folder.list()).map(({ path, evidence }) => [(0,external_node_path_.relative)(folder.path, path), evidence]));
    for (const evidence of artifact.evidences) {
        const known = there.get(`${evidence.kind}-${evidence.name}.json`);
        if (known === undefined)
            await folder.write(evidence);
        else if (JSON.stringify(known) !== JSON.stringify(evidence))
            throw twice(artifact, evidence);
    }
    for (const [sha256, bytes] of artifact.blobs) {
        const path = folder.blobPath({ sha256 });
        if (!(0,external_node_fs_.existsSync)(path))
            await writeWhole(path, path, bytes);
    }
}
function itemsOf(evidence) {
    return evidence.kind === "evaluation" ? evidence.items.digest?.sha256 : undefined;
}
function job_artifacts_unusable(artifact, problem) {
    return new src/* UserError */.yo({
        code: "SW3106",
        message: `the artifact "${artifact}" ${problem}`,
        remedy: "Name artifacts that validate-data or evaluate-model stored with their input `artifact`.",
    });
}
function foreign(place) {
    return new src/* UserError */.yo({
        code: "SW3105",
        message: `${place} is not of this run and commit, or not under its own name`,
        remedy: "Let a job of this run make the evidence; nothing of the artifact was used.",
    });
}
function twice({ name }, evidence) {
    return new src/* UserError */.yo({
        code: "SW1401",
        message: `${evidence.kind} ${evidence.name} of the artifact "${name}" differs from the one that is there already`,
        remedy: "Give each evaluation and data set its own name, so that none hides another.",
    });
}

;// CONCATENATED MODULE: ./packages/runner/src/folder-view.ts



/**
 * A checkout or export of the slipway branch, as plain files; git's own folder is no part of it.
 * @throws UserError SW1301 where a path is a link or a special file, or cannot be read
 */
function folderView(path) {
    const root = (0,external_node_path_.resolve)(path);
    return {
        commit: undefined,
        readFiles: (paths) => Promise.resolve().then(() => readAll(root, paths)),
        list: (folder) => Promise.resolve().then(() => listPlain(root, folder).sort()),
    };
}
/** One after the other, and waiting for each: 20,000 small files take a third of the time of 32 at once. */
function readAll(root, paths) {
    const files = new Map();
    const folders = new Map();
    for (const path of new Set(paths)) {
        const bytes = folder_view_isInside(path) ? readPlain(root, path, folders) : undefined;
        if (bytes !== undefined)
            files.set(path, bytes);
    }
    return files;
}
function folder_view_isInside(path) {
    const parts = path.split("/");
    return (parts[0] !== ".git" &&
        parts.every((part) => !["", ".", ".."].includes(part)) &&
        !/[\\\0]/.test(path));
}
function readPlain(root, path, folders) {
    if (!isFolder(root, parentOf(path), folders))
        return undefined;
    if (kindOf(root, path) !== "file")
        return undefined;
    return new Uint8Array(folder_view_guarded(path, () => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, path))));
}
function listPlain(root, named) {
    const folder = named.replace(/\/+$/, "");
    if (folder !== "" && !folder_view_isInside(folder))
        return [];
    if (!isFolder(root, folder, new Map()))
        return [];
    const entries = folder_view_guarded(folder, () => (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder), { withFileTypes: true, recursive: true }));
    return entries.flatMap((entry) => {
        const path = (0,external_node_path_.relative)(root, (0,external_node_path_.join)(entry.parentPath, entry.name)).split(external_node_path_.sep).join("/");
        if (path === ".git" || path.startsWith(".git/"))
            return [];
        if (entry.isFile())
            return [path];
        if (!entry.isDirectory())
            throw noPlainFile(path);
        return [];
    });
}
/** Every folder on the way is looked at once: a link among them would lead out. */
function isFolder(root, folder, known) {
    if (folder === "")
        return true;
    const before = known.get(folder);
    if (before !== undefined)
        return before;
    const found = isFolder(root, parentOf(folder), known) && kindOf(root, folder) === "folder";
    known.set(folder, found);
    return found;
}
function kindOf(root, path) {
    const found = folder_view_guarded(path, () => (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path), { throwIfNoEntry: false }));
    if (found === undefined)
        return undefined;
    if (found.isFile())
        return "file";
    if (found.isDirectory())
        return "folder";
    throw noPlainFile(path);
}
function parentOf(path) {
    return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
function folder_view_guarded(path, read) {
    try {
        return read();
    }
    catch (cause) {
        throw cause instanceof src/* UserError */.yo ? cause : folder_view_unreadable(path, cause);
    }
}
function noPlainFile(path) {
    return new src/* UserError */.yo({
        code: "SW1301",
        message: `${JSON.stringify(path.slice(0, 200))} is a link or a special file, and the slipway branch has none`,
        remedy: "Check the branch out again, or export it anew.",
    });
}
function folder_view_unreadable(path, cause) {
    return new src/* UserError */.yo({
        code: "SW1301",
        message: `${JSON.stringify(path.slice(0, 200))} of the slipway branch cannot be read`,
        remedy: "Check the folder's permissions.",
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/runner/src/job-identity.ts

const audience = "slipway";
const toleratedSeconds = 60;
const timeoutMs = 10_000;
const attempts = 3;
const wholeNumber = schemas/* string */.YjP()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number);
const claimsSchema = schemas/* object */.Ikc({
    iss: schemas/* url */.OZ5(),
    aud: schemas/* literal */.euz(audience),
    exp: schemas/* number */.aig(),
    nbf: schemas/* number */.aig().optional(),
    environment: schemas/* string */.YjP().min(1).optional(),
    repository: schemas/* string */.YjP().regex(/^[^/\s]+\/[^/\s]+$/),
    run_id: wholeNumber,
    run_attempt: wholeNumber,
    sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/),
});
/**
 * The identity of this job, by an OIDC token that is asked for, read and forgotten; `undefined` without
 * `id-token: write`, and for whatever goes wrong, which `notice` is told.
 * The signature is not checked: the token comes straight from the issuer, over the connection that the runner opened
 * (OpenID Connect Core, 3.1.3.7, point 6).
 */
async function jobIdentity(env, { request = fetch, notice = () => undefined, nowMs = Date.now } = {}) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!address || !bearer)
        return undefined;
    try {
        const url = new URL(address);
        url.searchParams.set("audience", audience);
        const token = await askForToken(url, { bearer, request });
        return identityOf(token, { url, server: env["GITHUB_SERVER_URL"], nowMs: nowMs() });
    }
    catch (error) {
        const why = error instanceof Refused ? error.message : "the service did not answer";
        notice(`the identity of this job is not known: ${why}`);
        return undefined;
    }
}
/** A reason in our own words: what others throw may quote a token. */
class Refused extends Error {
}
async function askForToken(url, { bearer, request }) {
    for (let attempt = 1;; attempt += 1) {
        const reply = await request(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
            redirect: "error",
            signal: AbortSignal.timeout(timeoutMs),
        });
        if (reply.ok)
            return schemas/* object */.Ikc({ value: schemas/* string */.YjP() }).parse(await reply.json()).value;
        if (reply.status < 500 || attempt === attempts)
            throw new Refused(`the service for OIDC tokens answered ${reply.status}`);
    }
}
function identityOf(token, { url, server, nowMs }) {
    const parts = token.split(".");
    const payload = parts.length === 3 ? Buffer.from(parts[1] ?? "", "base64url").toString() : "";
    const claims = claimsSchema.safeParse(parseJson(payload));
    if (!claims.success) {
        const name = claims.error.issues[0]?.path.join(".") ?? "";
        throw new Refused(`the OIDC token ${name === "" ? "cannot be read" : `has an odd "${name}"`}`);
    }
    const { iss, exp, nbf, environment, repository, sha, ...run } = claims.data;
    const now = nowMs / 1000;
    if (exp + toleratedSeconds < now)
        throw new Refused("the OIDC token has expired");
    if (nbf !== undefined && nbf - toleratedSeconds > now)
        throw new Refused("the OIDC token is not valid yet: look at the clock of this machine");
    if (!isPlausible(new URL(iss), url, server))
        throw new Refused("the OIDC token is of another issuer");
    return { environment, repository, runId: run.run_id, runAttempt: run.run_attempt, sha };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** github.com has one host for it, Enterprise hosts below their own name, and the service itself may be the issuer. */
function isPlausible(issuer, service, server) {
    if (issuer.origin === service.origin)
        return true;
    if (issuer.protocol !== "https:")
        return false;
    const home = URL.parse(server ?? "https://github.com")?.hostname ?? "";
    if (home === "github.com")
        return issuer.hostname === "token.actions.githubusercontent.com";
    return home !== "" && (issuer.hostname === home || issuer.hostname.endsWith(`.${home}`));
}

;// CONCATENATED MODULE: ./packages/runner/src/parse-inputs.ts


/**
 * Parses every input before anything else happens.
 * @throws UserError SW1001 that names every bad input
 */
function parseInputs(schema, source) {
    const keys = Object.keys(schema.shape);
    const texts = Object.fromEntries(keys.map((key) => [key, source.read(inputName(key))]));
    const result = schema.safeParse(texts);
    if (result.success)
        return result.data;
    const mistakes = result.error.issues.map((issue) => {
        const key = String(issue.path[0] ?? "");
        const title = key === "" ? "" : `${source.title(inputName(key))} `;
        return `${title}${issue.message}${quote(texts[key])}`;
    });
    throw new src/* UserError */.yo({
        code: "SW1001",
        message: [...new Set(mistakes)].join("\n"),
        remedy: "Correct what is named above and run again.",
    });
}
function quote(text) {
    return text === undefined || text === "" ? "" : ` (it is ${JSON.stringify(text.slice(0, 60))})`;
}

;// CONCATENATED MODULE: ./packages/runner/src/workflow-commands.ts



// The protocol of the runner in its few lines: @actions/core brings a whole HTTP client along, which alone takes
// longer to load than everything else that an action needs to start.
/** The text of an input, without blanks around it; empty where it is not set. */
function readInput(name) {
    return (process.env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
}
/** Prints a line of the log. */
function printLine(text) {
    process.stdout.write(`${text}${external_node_os_.EOL}`);
}
/** Prints a command of the runner; nothing in its texts can end it or begin another. */
function printCommand(name, message, properties = {}) {
    const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    printLine(`::${name}${list.length === 0 ? "" : ` ${list.join(",")}`}::${escapeData(message)}`);
}
/** Sets an output of the step. Outside a runner there is no file for it. */
function writeOutput(name, value) {
    const file = process.env["GITHUB_OUTPUT"];
    if (file === undefined || file === "")
        return;
    // A delimiter that nobody can guess, so that no value can end its own block.
    const delimiter = `slipway_${(0,external_node_crypto_.randomUUID)()}`;
    (0,external_node_fs_.appendFileSync)(file, `${name}<<${delimiter}${external_node_os_.EOL}${value}${external_node_os_.EOL}${delimiter}${external_node_os_.EOL}`);
}
/** Adds Markdown to the job's summary. Outside a runner there is no file for it; the log says the same. */
function addSummary(markdown) {
    const file = process.env["GITHUB_STEP_SUMMARY"];
    if (file !== undefined && file !== "")
        (0,external_node_fs_.appendFileSync)(file, `${markdown}${external_node_os_.EOL}`);
}
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

;// CONCATENATED MODULE: ./packages/runner/src/run-action.ts





// The runner shows ten annotations of a type for each step, and cuts messages at 4,096 characters.
const shownPerLevel = 10;
const maxMessage = 4000;
/**
 * Runs an action under GitHub's runner: reads and masks its inputs, parses all of them before any effect, writes
 * outputs, summary and annotations, and alone sets the exit code: 0 pass and warn, 1 fail and blocking
 * inconclusive, 2 a user's error, 3 a bug of ours.
 */
async function runAction(action) {
    try {
        maskSecrets(action.inputs);
        const inputs = parseInputs(action.inputs, {
            read: readInput,
            title: (name) => `input \`${name}\``,
        });
        const result = await action.run(inputs, action.ports(inputs));
        const lost = await failureOf(() => action.keep?.(inputs, result));
        const rendered = action.render(result);
        publish(rendered);
        process.exitCode = (0,src/* exitCodeOf */.FO)(rendered.outcome);
        const failure = rendered.failure ?? lost;
        if (failure !== undefined)
            throw failure;
    }
    catch (error) {
        publishFailure(error);
        process.exitCode = error instanceof src/* UserError */.yo ? 2 : 3;
    }
}
async function failureOf(act) {
    try {
        await act();
        return undefined;
    }
    catch (error) {
        if (error instanceof src/* UserError */.yo)
            return error;
        throw error;
    }
}
function maskSecrets(schema) {
    for (const key of Object.keys(schema.shape)) {
        if (fieldMeta(schema, key).secret !== true)
            continue;
        const secret = readInput(inputName(key));
        if (secret !== "")
            printCommand("add-mask", secret);
    }
}
function publish(rendered) {
    printSafely(rendered.log);
    annotate(rendered.annotations ?? []);
    if (rendered.summary !== undefined)
        addSummary(rendered.summary);
    writeOutput("outcome", rendered.outcome);
    for (const [name, value] of Object.entries(rendered.outputs))
        writeOutput(name, value);
}
function publishFailure(error) {
    const { title, text } = describeFailure(error);
    printSafely(text);
    printCommand("error", cut(text), { title });
    addSummary(`### ❌ ${title}\n\n${fenced(text)}\n`);
    writeOutput("outcome", "error");
}
function describeFailure(error) {
    if (error instanceof src/* UserError */.yo) {
        const remedy = error.remedy.split("\n").map((line) => `  ${line}`);
        return {
            title: `Slipway ${error.code}`,
            text: visible([`error ${error.code}: ${error.message}`, ...remedy].join("\n")),
        };
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const report = "This is a bug of Slipway. Please report it: open an issue with these lines.";
    return { title: "Slipway failed unexpectedly", text: `${stack}\n${report}` };
}
/** Controls and marks that turn or colour text, from a file's name for example, are shown as what they are. */
function visible(text) {
    return text.replace(/[^\P{Cc}\n]|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/gu, "\ufffd");
}
/** Prints text from outside so that no line of it can be taken for a workflow command. */
function printSafely(text) {
    if (!/::|##\[/.test(text)) {
        printLine(text);
        return;
    }
    const token = (0,external_node_crypto_.randomUUID)();
    printLine(`::stop-commands::${token}`);
    printLine(text);
    printLine(`::${token}::`);
}
function annotate(annotations) {
    for (const level of ["error", "warning", "notice"]) {
        const found = annotations.filter((annotation) => annotation.level === level);
        for (const { message, title, file, line } of found.slice(0, shownPerLevel)) {
            const place = {
                ...(file === undefined ? {} : { file }),
                ...(line === undefined ? {} : { line }),
            };
            printCommand(level, cut(message), { title, ...place });
        }
        const more = found.length - shownPerLevel;
        if (more > 0)
            printLine(`${more} more of level ${level} are in the summary.`);
    }
}
function fenced(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}text\n${text}\n${fence}`;
}
function cut(text) {
    return text.length <= maxMessage ? text : `${text.slice(0, maxMessage)} …`;
}

;// CONCATENATED MODULE: ./packages/runner/src/job-log.ts

/** The log of a job: progress as plain lines that cannot be taken for commands. */
const jobLog = {
    info: (message) => printSafely(message),
    notice: (message) => printSafely(`note: ${message}`),
    warning: (message) => printSafely(`warning: ${message}`),
};

;// CONCATENATED MODULE: ./packages/runner/src/log-crypto.ts

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in DER.
const seedPrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const publicPrefix = Buffer.from("302a300506032b6570032100", "hex");
/** SHA-256 and Ed25519 of node:crypto over raw bytes: what the log needs to be read, written and verified. */
const logCrypto = {
    sha256: (bytes) => (0,external_node_crypto_.hash)("sha256", bytes, "buffer"),
    publicKeyOf: (seed) => {
        const spki = (0,external_node_crypto_.createPublicKey)(privateKeyOf(seed)).export({ format: "der", type: "spki" });
        return Uint8Array.from(spki.subarray(publicPrefix.length));
    },
    sign: (seed, message) => Uint8Array.from((0,external_node_crypto_.sign)(null, message, privateKeyOf(seed))),
    verify: (publicKey, message, signature) => {
        const key = Buffer.concat([publicPrefix, publicKey]);
        return (0,external_node_crypto_.verify)(null, message, (0,external_node_crypto_.createPublicKey)({ key, format: "der", type: "spki" }), signature);
    },
};
function privateKeyOf(seed) {
    return (0,external_node_crypto_.createPrivateKey)({
        key: Buffer.concat([seedPrefix, seed]),
        format: "der",
        type: "pkcs8",
    });
}

;// CONCATENATED MODULE: ./packages/runner/src/hash-file.ts



const pieceBytes = 1 << 20;
// Neither a link nor a pipe that took a file's place meanwhile is opened; on Windows both flags are undefined, which is 0 here.
const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** Memory for a reader, which it uses for all its files: fresh memory for each costs more than hashing a small one. */
function newPieces() {
    return { first: Buffer.allocUnsafeSlow(pieceBytes), second: Buffer.allocUnsafeSlow(pieceBytes) };
}
/** SHA-256 and size of a file, read in pieces: the next one is on its way while this one is hashed. */
async function hashFile(path, pieces) {
    const file = await (0,promises_.open)(path, flags);
    try {
        return await hashPieces(file, pieces);
    }
    finally {
        await file.close();
    }
}
async function hashPieces(file, { first, second }) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let [filled, spare] = [first, second];
    let sizeBytes = 0;
    let next = file.read(filled, 0, pieceBytes, 0);
    for (;;) {
        const { bytesRead } = await next;
        if (bytesRead === 0)
            return { digest: { sha256: hash.digest("hex") }, sizeBytes };
        sizeBytes += bytesRead;
        next = file.read(spare, 0, pieceBytes, sizeBytes);
        hash.update(filled.subarray(0, bytesRead));
        [filled, spare] = [spare, filled];
    }
}

;// CONCATENATED MODULE: ./packages/runner/src/model-folder.ts




/** Files that are read at once: more would only wait for each other, and each holds two pieces in memory. */
const atOnce = 4;
/** The files of a model's folder; `locate` turns a path of the workspace into an absolute one. */
function modelFolder(locate) {
    return {
        read: async (path) => {
            const root = locateModel(locate, path);
            const found = await (0,promises_.stat)(root).catch((error) => absent(error, path));
            if (found === undefined)
                return undefined;
            if (!found.isDirectory())
                throw noFolder(path);
            const listed = [];
            try {
                await listFolder({ folder: Buffer.from(root), prefix: "", model: path }, listed);
                return await hashAll(listed);
            }
            catch (cause) {
                throw cause instanceof src/* UserError */.yo ? cause : model_folder_unreadable(path, cause);
            }
        },
    };
}
/** A path inside the workspace that leads out of it all the same goes through a link. */
function locateModel(locate, path) {
    try {
        return locate(path);
    }
    catch (cause) {
        const isInside = !(0,external_node_path_.isAbsolute)(path) && !path.split(/[/\\]/).includes("..");
        if (!isInside || !(cause instanceof src/* UserError */.yo) || cause.code !== "SW1302")
            throw cause;
        throw new src/* UserError */.yo({
            code: "SW4102",
            message: `${quoted(path)} is a link, or lies behind one, that leads out of the workspace`,
            remedy: "Copy the model's files into the workspace, and name the folder that holds them.",
            cause,
        });
    }
}
function absent(error, path) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR")
        return undefined;
    throw model_folder_unreadable(path, error);
}
/** Names are read as bytes, since decoding replaces whatever is not UTF-8, and two names would become one. */
async function listFolder(place, listed) {
    const { folder, prefix, model } = place;
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true, encoding: "buffer" });
    for (const entry of entries) {
        const part = decodeName(entry.name, place);
        const name = `${prefix}${part}`;
        const path = Buffer.concat([folder, Buffer.from("/"), entry.name]);
        // A file system that does not tell the type of an entry is asked once more.
        const kind = entry.isFile() || entry.isDirectory() ? entry : await (0,promises_.lstat)(path);
        if (kind.isDirectory())
            await listFolder({ folder: path, prefix: `${name}/`, model }, listed);
        else if (kind.isFile())
            listed.push({ name, path });
        else
            throw noFile({ model, name, isLink: kind.isSymbolicLink() });
    }
}
function decodeName(bytes, { model, prefix }) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new src/* UserError */.yo({
            code: "SW4107",
            message: `${quoted(model)}: the name ${quoted(prefix + bytes.toString("latin1"))} is not UTF-8, so that nothing can sign it`,
            remedy: "Rename the file: a model's names are Unicode.",
            cause,
        });
    }
}
async function hashAll(listed) {
    const files = [];
    const queue = listed.entries();
    const work = async () => {
        const pieces = newPieces();
        for (const [at, { name, path }] of queue)
            files[at] = { name, ...(await hashFile(path, pieces)) };
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, listed.length) }, work));
    return files;
}
function noFile(found) {
    const { model, name, isLink } = found;
    return new src/* UserError */.yo({
        code: "SW4102",
        message: `${quoted(model)}: ${quoted(name)} is ${isLink ? "a link" : "no file but a pipe, a socket or a device"}, which no signature covers`,
        remedy: isLink
            ? "Put the file itself into the model's folder: what a link leads to can change unseen."
            : "Take it out of the model's folder.",
    });
}
function noFolder(path) {
    return new src/* UserError */.yo({
        code: "SW4104",
        message: `${quoted(path)} is a file, not the folder of a model`,
        remedy: `Put it into a folder of its own, and name that: mkdir model && mv ${(0,external_node_path_.basename)(path)} model/`,
    });
}
function model_folder_unreadable(path, cause) {
    return new src/* UserError */.yo({
        code: "SW1301",
        message: `${quoted(path)} cannot be read whole: ${codeOf(cause) || "unknown reason"}`,
        remedy: "Let this step read every file of the model, and let nothing change them meanwhile.",
        cause,
    });
}
function codeOf(error) {
    return error instanceof Error && "code" in error ? String(error.code) : "";
}
function quoted(text) {
    return JSON.stringify(text.slice(0, 200));
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./packages/runner/src/shell.ts


/** Runs `run:` commands in the system's shell; what they print goes to standard error, beside the progress. */
function shellCommands(folder) {
    return {
        run: (command) => new Promise((resolve, reject) => {
            const env = withoutCredentials(process.env);
            const child = (0,external_node_child_process_.spawn)(command, { cwd: folder, env, shell: true, stdio: ["ignore", 2, 2] });
            child.on("error", (cause) => reject(failed(command, cause.message, cause)));
            child.on("exit", (code, signal) => {
                if (code === 0)
                    resolve();
                else
                    reject(failed(command, signal === null ? `it ended with code ${code ?? 1}` : `it was ended by ${signal}`));
            });
        }),
    };
}
/** The command gets what a step of its own would get: neither our inputs and keys nor the tokens of the runner's services. */
function withoutCredentials(env) {
    const ours = /^(INPUT_|ACTIONS_(RUNTIME|RESULTS|CACHE|ID_TOKEN)|SLIPWAY_(AUDIT|SIGNING)_KEY$)/i;
    return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}
function failed(command, how, cause) {
    return new src/* UserError */.yo({
        code: "SW1501",
        message: `the command of \`run:\` failed: ${how}: ${command.slice(0, 200)}`,
        remedy: "Run it by hand in the repository's folder; its own messages are above.",
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/runner/src/system-clock.ts
/** The machine's own time. */
const systemClock = { now: () => new Date().toISOString() };

;// CONCATENATED MODULE: ./packages/runner/src/terminal-style.ts
const codes = {
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
    dim: [2, 22],
    bold: [1, 22],
};
/** Colours where `stream` is a terminal and `NO_COLOR` is not set; else text stays as it is. */
function terminalStyle(stream, env) {
    const isColoured = stream.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";
    const paint = ([on, off]) => isColoured ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text;
    return {
        red: paint(codes.red),
        green: paint(codes.green),
        yellow: paint(codes.yellow),
        dim: paint(codes.dim),
        bold: paint(codes.bold),
    };
}

;// CONCATENATED MODULE: ./packages/runner/src/pull-request-base.ts
/** The branch and commit that a pull request would be merged into; `undefined` for every other event. */
function pullRequestBase(event) {
    const { pull_request: pull } = event;
    return pull === undefined ? undefined : { ref: pull.base.ref, commit: pull.base.sha };
}

;// CONCATENATED MODULE: ./packages/runner/src/index.ts





















/***/ })

};
