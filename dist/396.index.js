export const id = 396;
export const ids = [396];
export const modules = {

/***/ 57855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentMetrics: () => (/* reexport */ commentMetrics),
  findTarget: () => (/* reexport */ findTarget),
  gatherEvidence: () => (/* reexport */ gatherEvidence),
  inputs: () => (/* reexport */ inputs),
  main: () => (/* reexport */ main),
  renderResult: () => (/* reexport */ renderResult)
});

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
// EXTERNAL MODULE: ./packages/report/src/index.ts + 47 modules
var report_src = __webpack_require__(95624);
// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var contracts_src = __webpack_require__(66174);
;// CONCATENATED MODULE: ./actions/comment-metrics/src/gather-evidence.ts


/**
 * The evidence that is named, or all that earlier steps left behind.
 * @throws UserError SW1402 where there is none, SW1401 where a file is damaged
 */
async function gatherEvidence(patterns, ports) {
    const found = patterns.length === 0 ? await ports.folder.list() : await readNamed(patterns, ports.files);
    if (found.length === 0)
        throw nothing(patterns);
    return found;
}
async function readNamed(patterns, files) {
    const paths = new Set();
    for (const pattern of patterns) {
        const matches = await files.list(pattern);
        if (matches.length === 0)
            throw nothing([pattern]);
        for (const path of matches)
            paths.add(path);
    }
    return Promise.all([...paths].map(async (path) => ({
        path,
        evidence: (0,contracts_src/* parseEvidence */.vf)(await files.readText(path), path),
    })));
}
function nothing(patterns) {
    const where = patterns.length === 0
        ? "no step of this job left evidence"
        : `nothing matches ${patterns.join(", ").slice(0, 200)}`;
    return new src/* UserError */.yo({
        code: "SW1402",
        message: where,
        remedy: "Run validate-data or evaluate-model before this step (slipway validate, slipway evaluate), or name their files with `evidence`.",
    });
}

;// CONCATENATED MODULE: ./actions/comment-metrics/src/read-other-run.ts


/**
 * The second half for forks. The pull request comes from what GitHub says of the run; the artifact is data from a
 * stranger, read by its schema, and refused where it claims to belong elsewhere.
 * @throws UserError SW3104 without a pull request, SW3105 for a false claim, SW3106 and SW1401 for a bad artifact
 */
async function readOtherRun(run, artifact, ports) {
    const pullRequest = await findPullRequest(run, ports.pullRequests);
    const files = await ports.artifacts.read(run.id, artifact);
    const found = files.map(({ name, bytes }) => ({
        path: name,
        evidence: (0,contracts_src/* parseEvidence */.vf)(decode(bytes), name),
    }));
    if (found.length === 0)
        throw noEvidence(artifact);
    for (const { path, evidence } of found) {
        const { runId, headCommit, pullRequest: number } = evidence.run;
        if (runId !== run.id)
            throw falseClaim(path, `run ${runId ?? "unknown"}`, `run ${run.id}`);
        if (headCommit !== run.headCommit)
            throw falseClaim(path, `commit ${headCommit ?? "unknown"}`, `commit ${run.headCommit}`);
        if (number !== undefined && number !== pullRequest.number)
            throw falseClaim(path, `pull request ${number}`, `pull request ${pullRequest.number}`);
    }
    return { pullRequest, found };
}
async function findPullRequest(run, pullRequests) {
    if (run.headRepository === undefined)
        throw forkIsGone(run);
    const [pullRequest, ...others] = await pullRequests.findByHead({
        commit: run.headCommit,
        branch: run.headBranch,
        repository: run.headRepository,
    });
    if (pullRequest === undefined || others.length > 0)
        throw ambiguous(run, others.length);
    return pullRequest;
}
function decode(bytes) {
    return new TextDecoder("utf-8").decode(bytes);
}
function ambiguous({ headCommit, headRepository }, others) {
    const problem = others > 0 ? `${others + 1} open pull requests have` : "no open pull request has";
    return new src/* UserError */.yo({
        code: "SW3104",
        message: `${problem} the head ${headCommit.slice(0, 12)} of ${headRepository ?? "a deleted fork"}`,
        remedy: others > 0
            ? "Close all but one of them, and run this again: a run does not say which one it is of."
            : "Nothing to do where it was closed or pushed to again meanwhile: the newer run comments.",
    });
}
function forkIsGone({ id }) {
    return new src/* UserError */.yo({
        code: "SW3104",
        message: `the fork behind run ${id} is gone, and its pull request with it`,
        remedy: "Nothing to do: there is nowhere left to comment.",
    });
}
function noEvidence(artifact) {
    return new src/* UserError */.yo({
        code: "SW3106",
        message: `the artifact ${JSON.stringify(artifact.slice(0, 100))} holds no evidence that can be read`,
        remedy: "Let the first workflow run comment-metrics as its last step, with `if: always()`.",
    });
}
function falseClaim(path, claim, truth) {
    return new src/* UserError */.yo({
        code: "SW3105",
        message: `${path} claims to be of ${claim.slice(0, 60)}, but comes from ${truth}`,
        remedy: "Nothing was posted. Look at the pull request's changes to its workflow.",
    });
}

;// CONCATENATED MODULE: ./actions/comment-metrics/src/upsert-comment.ts

/**
 * Keeps one comment per key: ours is the one whose marker fits and whose author is the token in use. A body that
 * is already there is not written again; a second one of ours, from two runs at once or a read that came too early, goes.
 */
async function upsertComment(comments, pullRequest, rendered) {
    const all = await comments.list(pullRequest);
    const [existing, ...surplus] = await ownAmong(comments, all, rendered.payload.key);
    const upserted = await write(comments, { pullRequest, existing, body: rendered.body });
    for (const { id } of surplus)
        await comments.remove(id);
    return upserted;
}
async function write(comments, { pullRequest, existing, body, }) {
    if (existing === undefined) {
        const { url } = await comments.create(pullRequest, body);
        return { kind: "created", url };
    }
    if (existing.body === body)
        return { kind: "unchanged", url: existing.url };
    const { url } = await comments.update(existing.id, body);
    return { kind: "updated", url };
}
async function ownAmong(comments, all, key) {
    const own = [];
    for (const comment of all) {
        if ((0,report_src/* findMarker */.Ed)(comment.body, key) !== undefined && (await comments.wrote(comment)))
            own.push(comment);
    }
    return own;
}

;// CONCATENATED MODULE: ./actions/comment-metrics/src/comment-metrics.ts





/** Renders all evidence and shows it: posted first, judged by the caller afterwards. */
async function commentMetrics(input, ports) {
    const { target } = ports;
    if (target.kind === "other-run")
        return reportOtherRun(input, ports, target.run);
    const found = await gatherEvidence(input.evidence, ports);
    const shown = await show(found, input, ports);
    const failure = await attempt(() => store(input, ports, shown));
    const beside = failure === undefined ? {} : { failure };
    if (target.kind === "none")
        return { ...shown.result, fate: { kind: "none", why: target.why }, ...beside };
    try {
        const { comments } = await ports.github();
        const fate = await upsertComment(comments, target.number, shown.comment);
        return { ...shown.result, fate, ...beside };
    }
    catch (error) {
        if (!(error instanceof src/* UserError */.yo))
            throw error;
        const stored = input.upload && ports.upload !== undefined && failure === undefined;
        const mayOnlyRead = error.code === "SW3102" && target.readOnly;
        if (mayOnlyRead && stored)
            return { ...shown.result, fate: { kind: "stored" } };
        return {
            ...shown.result,
            fate: { kind: "none", why: "it could not be written" },
            failure: mayOnlyRead ? (failure ?? notStored(error)) : error,
        };
    }
}
async function reportOtherRun(input, ports, run) {
    const github = await ports.github();
    const { pullRequest, found } = await readOtherRun(run, input.artifact, github);
    const shown = await show(found, input, ports);
    const fate = await upsertComment(github.comments, pullRequest.number, shown.comment);
    return { ...shown.result, fate };
}
async function show(found, input, ports) {
    const evidences = found.map(({ evidence }) => evidence);
    const comment = (0,report_src/* renderComment */.wQ)(evidences, {
        key: input.key,
        links: ports.links,
        sha256: ports.sha256,
    });
    const html = (0,report_src/* renderHtml */.K2)(evidences, { generatedAt: ports.clock.now() });
    const reportPath = await ports.writeReport(html);
    // Never better than the ledgers themselves, whatever a document says of itself.
    const outcome = (0,report_src/* overallOutcome */.iB)(evidences);
    return { comment, html, found, result: { outcome, found, reportPath } };
}
async function store(input, ports, shown) {
    if (!input.upload)
        return;
    if (ports.upload === undefined) {
        ports.log.notice("this server has no artifact service: the report stays on the runner");
        return;
    }
    const documents = shown.found.map(({ evidence }) => [
        `${evidence.kind}-${evidence.name}.json`,
        JSON.stringify(evidence),
    ]);
    const files = new Map([
        ...documents,
        ["comment.md", shown.comment.body],
        ["report.html", shown.html],
    ]);
    await ports.upload(input.artifact, files);
}
function notStored(cause) {
    return new src/* UserError */.yo({
        code: "SW3102",
        message: "the token of a fork may only read, and nothing was stored for the second workflow",
        remedy: "Leave the input `upload` at true, and add the workflow of docs/forks.md that comments for forks.",
        cause,
    });
}
async function attempt(act) {
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

;// CONCATENATED MODULE: ./actions/comment-metrics/src/find-target.ts
/** What the event and the inputs say about it. `actor` only softens a missing permission, it allows nothing. */
function findTarget(event, asked, actor) {
    const { pull_request: pull, workflow_run: run } = event;
    if (run !== undefined) {
        const headRepository = run.head_repository?.full_name;
        const headBranch = run.head_branch ?? undefined;
        return {
            kind: "other-run",
            run: { id: run.id, headCommit: run.head_sha, headBranch, headRepository },
        };
    }
    if (pull !== undefined) {
        const fork = pull.head.repo?.full_name !== pull.base.repo?.full_name;
        return {
            kind: "pull-request",
            number: pull.number,
            readOnly: fork || actor === "dependabot[bot]",
        };
    }
    if (asked !== undefined)
        return { kind: "pull-request", number: Number(asked), readOnly: false };
    return { kind: "none", why: "this run belongs to no pull request" };
}

// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var runner_src = __webpack_require__(43845);
// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./actions/comment-metrics/src/inputs.ts


/** The inputs of comment-metrics. */
const inputs = schemas/* strictObject */.rej({
    evidence: runner_src/* field */.ZZ.lines(),
    fromArtifacts: runner_src/* field */.ZZ
        .list()
        .refine((names) => names.every(runner_src/* isArtifactName */.k1), "must be names of artifacts"),
    key: runner_src/* field */.ZZ
        .textOr("metrics")
        .refine((key) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(key), "must be letters, digits, dots, dashes or underscores"),
    config: runner_src/* field */.ZZ.textOr("slipway.yaml"),
    artifact: runner_src/* field */.ZZ
        .textOr("slipway-evidence")
        .refine(runner_src/* isArtifactName */.k1, "must be letters, digits, dots, dashes or underscores"),
    upload: runner_src/* field */.ZZ.boolean(true),
    pullRequest: runner_src/* field */.ZZ
        .text()
        .refine((number) => number === undefined || /^[1-9]\d{0,9}$/.test(number), "must be the number of a pull request"),
    githubToken: runner_src/* field */.ZZ.secret(),
})
    .refine(({ evidence, fromArtifacts }) => evidence.length === 0 || fromArtifacts.length === 0, "give either `evidence` or `from-artifacts`, not both");

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./actions/comment-metrics/src/render-result.ts

/** Log, summary and outputs of comment-metrics. */
function renderResult(result) {
    const evidences = result.found.map(({ evidence }) => evidence);
    const { fate } = result;
    const url = "url" in fate ? fate.url : "";
    return {
        outcome: result.outcome,
        outputs: { "report-path": result.reportPath, "comment-url": url, comment: fate.kind },
        log: `${(0,report_src/* renderTerminal */.bF)(evidences, report_src/* plainStyle */.sj)}\n\n${tell(fate)}\nreport: ${result.reportPath}`,
        summary: (0,report_src/* renderSummary */.Br)(evidences, {}),
        ...(result.failure === undefined ? {} : { failure: result.failure }),
    };
}
function tell(fate) {
    switch (fate.kind) {
        case "created":
        case "updated":
        case "unchanged":
            return `comment ${fate.kind}: ${fate.url}`;
        case "stored":
            return "the token may only read (a fork): evidence and comment are stored for the workflow_run half, see docs/forks.md";
        case "none":
            return `no comment: ${fate.why}`;
    }
}

;// CONCATENATED MODULE: ./actions/comment-metrics/src/main.ts








/** Starts comment-metrics under a runner. */
function main() {
    return (0,runner_src/* runAction */.Cs)({ inputs: inputs, ports, run: commentMetrics, render: renderResult });
}
function ports(input) {
    const env = process.env;
    const home = (0,external_node_path_.join)((0,runner_src/* temporaryFolder */.yy)(env), "slipway");
    const root = env["GITHUB_WORKSPACE"] ?? process.cwd();
    const target = findTarget((0,runner_src/* readEvent */.j_)(env), input.pullRequest, env["GITHUB_ACTOR"]);
    return {
        files: (0,runner_src/* workspaceFiles */.PZ)({ root, roots: [(0,runner_src/* temporaryFolder */.yy)(env)] }),
        folder: (0,runner_src/* withJobArtifacts */.Xm)((0,runner_src/* evidenceFolder */.ek)((0,runner_src/* evidenceHome */.zy)(env)), input.fromArtifacts, env),
        github: () => connectGithub(env, input.githubToken),
        upload: (0,runner_src/* hasArtifacts */.C7)(env) ? (name, files) => uploadFiles(name, files, env) : undefined,
        writeReport: async (html) => {
            const path = (0,external_node_path_.join)(home, "report.html");
            await (0,runner_src/* writeWhole */.f8)(path, path, html);
            return path;
        },
        sha256: (text) => (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex"),
        clock: runner_src/* systemClock */.ml,
        log: runner_src/* jobLog */.Wh,
        target,
        links: links(env, target),
    };
}
/** The artifact with the report lies at the run that made the evidence, which for a fork is the other one. */
function links(env, target) {
    const other = target.kind === "other-run" ? { GITHUB_RUN_ID: String(target.run.id) } : {};
    const url = (0,runner_src/* runUrl */.Vp)({ ...env, ...other });
    return url === undefined ? {} : { summary: url, report: `${url}#artifacts` };
}
async function connectGithub(env, token) {
    const { connect, githubComments, githubPullRequests, githubRunArtifacts } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(700)]).then(__webpack_require__.bind(__webpack_require__, 89700));
    const connection = connect({
        token,
        repository: env["GITHUB_REPOSITORY"],
        tell: (message) => runner_src/* jobLog */.Wh.info(message),
        ...(env["RUNNER_DEBUG"] === "1" ? { trace: (line) => runner_src/* jobLog */.Wh.info(line) } : {}),
    });
    return {
        comments: githubComments(connection),
        pullRequests: githubPullRequests(connection),
        artifacts: githubRunArtifacts(connection, runner_src/* unpackEvidence */.Sn),
    };
}
async function uploadFiles(name, files, env) {
    const { uploadArtifact } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(505), __webpack_require__.e(276)]).then(__webpack_require__.bind(__webpack_require__, 90276));
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,runner_src/* temporaryFolder */.yy)(env), "slipway-upload-"));
    for (const [file, content] of files)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, file), content);
    const paths = [...files.keys()].map((file) => (0,external_node_path_.join)(folder, file));
    await uploadArtifact({ name, folder, files: paths, isRerun: (0,runner_src/* isRerun */.tc)(env) });
}

;// CONCATENATED MODULE: ./actions/comment-metrics/src/index.ts








/***/ }),

/***/ 9396:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   comment: () => (/* binding */ comment)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _slipway_comment_metrics__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57855);
/* harmony import */ var _slipway_report__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95624);
/* harmony import */ var _slipway_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43845);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _local_ports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73531);
/* harmony import */ var _print_document_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3666);
/* harmony import */ var _read_flags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62435);








const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex");
/** `slipway comment`: posts the sticky comment, or with `--dry-run` prints what would be posted. */
async function comment(flags) {
    const print = (0,_print_document_js__WEBPACK_IMPORTED_MODULE_6__/* .readPrintOptions */ .Eo)(flags, flags["dryRun"] === true ? "markdown" : "text");
    const input = (0,_read_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .readFlags */ .u)(_slipway_comment_metrics__WEBPACK_IMPORTED_MODULE_1__.inputs, { ...flags, upload: "false" });
    const folder = process.cwd();
    const home = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, ".slipway");
    const world = {
        files: (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .workspaceFiles */ .PZ)({ root: folder, anywhere: true }),
        folder: (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .evidenceFolder */ .ek)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, "evidence")),
    };
    if (flags["dryRun"] === true) {
        const found = await (0,_slipway_comment_metrics__WEBPACK_IMPORTED_MODULE_1__.gatherEvidence)(input.evidence, world);
        const evidences = found.map(({ evidence }) => evidence);
        const rendered = (0,_slipway_report__WEBPACK_IMPORTED_MODULE_2__/* .renderComment */ .wQ)(evidences, { key: input.key, sha256 });
        const text = {
            json: JSON.stringify(rendered, undefined, 2),
            markdown: rendered.body,
            text: (0,_slipway_report__WEBPACK_IMPORTED_MODULE_2__/* .renderMarkdown */ .Gc)(evidences, {}),
        };
        await (0,_print_document_js__WEBPACK_IMPORTED_MODULE_6__/* .printText */ .n)(text[print.format], print.output);
        return { outcome: (0,_slipway_report__WEBPACK_IMPORTED_MODULE_2__/* .overallOutcome */ .iB)(evidences) };
    }
    const result = await (0,_slipway_comment_metrics__WEBPACK_IMPORTED_MODULE_1__.commentMetrics)(input, {
        ...world,
        ...postingPorts(input, (0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)(home, "report.html")),
    });
    const { log, outputs } = (0,_slipway_comment_metrics__WEBPACK_IMPORTED_MODULE_1__.renderResult)(result);
    await (0,_print_document_js__WEBPACK_IMPORTED_MODULE_6__/* .printText */ .n)(print.format === "json" ? JSON.stringify(outputs, undefined, 2) : log, print.output);
    if (result.failure !== undefined)
        throw result.failure;
    return result;
}
function postingPorts({ githubToken, pullRequest, }, report) {
    const { env } = process;
    return {
        github: async () => {
            const { connect, githubComments, githubPullRequests, githubRunArtifacts } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(700)]).then(__webpack_require__.bind(__webpack_require__, 89700));
            const token = githubToken ?? env["GITHUB_TOKEN"];
            const connection = connect({
                token,
                repository: env["GITHUB_REPOSITORY"],
                tell: (message) => _local_ports_js__WEBPACK_IMPORTED_MODULE_5__/* .stderrLog */ .b.info(message),
            });
            return {
                comments: githubComments(connection),
                pullRequests: githubPullRequests(connection),
                artifacts: githubRunArtifacts(connection, _slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .unpackEvidence */ .Sn),
            };
        },
        upload: undefined,
        writeReport: async (html) => {
            await (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .writeWhole */ .f8)(report, report, html);
            return report;
        },
        sha256,
        clock: _slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .ml,
        log: _local_ports_js__WEBPACK_IMPORTED_MODULE_5__/* .stderrLog */ .b,
        target: (0,_slipway_comment_metrics__WEBPACK_IMPORTED_MODULE_1__.findTarget)((0,_slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(env), pullRequest, undefined),
        links: {},
    };
}


/***/ }),

/***/ 73531:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ localPorts),
/* harmony export */   b: () => (/* binding */ stderrLog)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _slipway_engine_duckdb__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47042);
/* harmony import */ var _slipway_git__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81023);
/* harmony import */ var _slipway_policy__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44880);
/* harmony import */ var _slipway_runner__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43845);






/** Progress on standard error, so that standard output holds the document alone. */
const stderrLog = {
    info: (message) => tell("dim", message),
    notice: (message) => tell("dim", `note: ${message}`),
    warning: (message) => tell("yellow", `warning: ${message}`),
};
function tell(colour, message) {
    process.stderr.write(`${(0,_slipway_runner__WEBPACK_IMPORTED_MODULE_5__/* .terminalStyle */ .wy)(process.stderr, process.env)[colour](message)}\n`);
}
/** The ports of the command line: this folder, this machine, the user's own files anywhere. */
async function localPorts(bindingFolder) {
    const folder = process.cwd();
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ".slipway");
    const files = (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_5__/* .workspaceFiles */ .PZ)({ root: folder, anywhere: true });
    const commit = await (0,_slipway_git__WEBPACK_IMPORTED_MODULE_3__/* .headCommit */ .Qo)(folder);
    const evidence = (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_5__/* .evidenceFolder */ .ek)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temporary, "evidence"));
    await ignoreItself(temporary);
    return {
        files,
        folder: evidence,
        evidence,
        branch: commit === undefined ? undefined : patientBranch((0,_slipway_git__WEBPACK_IMPORTED_MODULE_3__/* .gitEvidenceBranch */ .Qu)({ folder })),
        engine: (0,_slipway_engine_duckdb__WEBPACK_IMPORTED_MODULE_2__/* .localEngine */ .Ao)({
            env: process.env,
            folder,
            temporary,
            bindingFolder: bindingFolder === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(bindingFolder),
        }),
        models: (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_5__/* .modelFolder */ .Ch)(files.locate),
        commands: (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_5__/* .shellCommands */ .hf)(folder),
        clock: _slipway_runner__WEBPACK_IMPORTED_MODULE_5__/* .systemClock */ .ml,
        context: { ...(0,_slipway_runner__WEBPACK_IMPORTED_MODULE_5__/* .runContext */ .pO)({}, {}), run: commit === undefined ? {} : { commit } },
        log: stderrLog,
        sha256: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex"),
        loadPolicy: (file) => (0,_slipway_policy__WEBPACK_IMPORTED_MODULE_4__/* .loadPolicy */ .tb)(files, file, undefined),
    };
}
/** What lies here is made again by any run. The folder is a parameter, or the bundler takes the file for an asset. */
async function ignoreItself(folder) {
    await (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_5__/* .writeWhole */ .f8)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ".gitignore"), ".slipway/.gitignore", "*\n");
}
/** On a laptop without network the baseline is missing, which the gates say; that is no reason to stop. */
function patientBranch(branch) {
    return {
        ...branch,
        nearest: async (kind, name) => {
            try {
                return await branch.nearest(kind, name);
            }
            catch (error) {
                stderrLog.warning(`no baseline: ${error instanceof Error ? error.message : "unknown reason"}`);
                return undefined;
            }
        },
    };
}


/***/ }),

/***/ 3666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ readPrintOptions),
/* harmony export */   dq: () => (/* binding */ printDocument),
/* harmony export */   n: () => (/* binding */ printText),
/* harmony export */   rX: () => (/* binding */ printEvidence)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _slipway_kernel__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63796);
/* harmony import */ var _slipway_report__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95624);
/* harmony import */ var _slipway_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43845);




const formats = ["text", "json", "markdown"];
/** Reads `--format` and `--output`. @throws UserError SW1001 */
function readPrintOptions(flags, otherwise) {
    const { format, output } = flags;
    const found = formats.find((known) => known === format);
    if (format !== undefined && found === undefined) {
        throw new _slipway_kernel__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
            code: "SW1001",
            message: `--format must be ${formats.join(", ")} (it is ${JSON.stringify(format).slice(0, 60)})`,
            remedy: "Correct what is named above and run again.",
        });
    }
    return { format: found ?? otherwise, output: typeof output === "string" ? output : undefined };
}
/** Prints evidence: one document, or an array of them where there are several. */
async function printEvidence(evidences, options) {
    await printText(evidenceText(evidences, options), options.output);
}
/** Prints a document in the form that is asked for. */
async function printDocument(document, { format, output }, render) {
    const style = output === undefined ? (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .terminalStyle */ .wy)(process.stdout, process.env) : _slipway_report__WEBPACK_IMPORTED_MODULE_2__/* .plainStyle */ .sj;
    const texts = {
        json: () => JSON.stringify(document, undefined, 2),
        markdown: () => render.markdown(document),
        text: () => render.text(document, style),
    };
    await printText(texts[format](), output);
}
/** Writes to the file, whole, or to standard output. */
async function printText(text, output) {
    if (output === undefined)
        process.stdout.write(`${text}\n`);
    else
        await (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .writeWhole */ .f8)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(output), output, `${text}\n`);
}
function evidenceText(evidences, { format, output }) {
    switch (format) {
        case "json": {
            const [only] = evidences;
            return JSON.stringify(evidences.length === 1 ? only : evidences, undefined, 2);
        }
        case "markdown":
            return (0,_slipway_report__WEBPACK_IMPORTED_MODULE_2__/* .renderMarkdown */ .Gc)(evidences, {});
        case "text":
            return (0,_slipway_report__WEBPACK_IMPORTED_MODULE_2__/* .renderTerminal */ .bF)(evidences, output === undefined ? (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .terminalStyle */ .wy)(process.stdout, process.env) : _slipway_report__WEBPACK_IMPORTED_MODULE_2__/* .plainStyle */ .sj);
    }
}


/***/ }),

/***/ 62435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readFlags)
/* harmony export */ });
/* harmony import */ var _slipway_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43845);

/** Parses flags by the schema of the action with the same inputs. @throws UserError SW1001 that names every bad flag */
function readFlags(schema, flags) {
    const texts = new Map(Object.keys(schema.shape).map((key) => [(0,_slipway_runner__WEBPACK_IMPORTED_MODULE_0__/* .inputName */ .yu)(key), textOf(flags[key])]));
    return (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .TL)(schema, {
        read: (name) => texts.get(name) ?? "",
        title: (name) => `--${name}`,
    });
}
function textOf(value) {
    if (Array.isArray(value))
        return value.map(String).join("\n");
    return typeof value === "string" ? value : "";
}


/***/ })

};
