export const id = 556;
export const ids = [556,522,141];
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

/***/ 44522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markdownTable)
/* harmony export */ });
// To do: next major: remove.
/**
 * @typedef {Options} MarkdownTableOptions
 *   Configuration.
 */

/**
 * @typedef Options
 *   Configuration.
 * @property {boolean | null | undefined} [alignDelimiters=true]
 *   Whether to align the delimiters (default: `true`);
 *   they are aligned by default:
 *
 *   ```markdown
 *   | Alpha | B     |
 *   | ----- | ----- |
 *   | C     | Delta |
 *   ```
 *
 *   Pass `false` to make them staggered:
 *
 *   ```markdown
 *   | Alpha | B |
 *   | - | - |
 *   | C | Delta |
 *   ```
 * @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
 *   How to align columns (default: `''`);
 *   one style for all columns or styles for their respective columns;
 *   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
 *   other values are treated as `''`, which doesn’t place the colon in the
 *   alignment row but does align left;
 *   *only the lowercased first character is used, so `Right` is fine.*
 * @property {boolean | null | undefined} [delimiterEnd=true]
 *   Whether to end each row with the delimiter (default: `true`).
 *
 *   > 👉 **Note**: please don’t use this: it could create fragile structures
 *   > that aren’t understandable to some markdown parsers.
 *
 *   When `true`, there are ending delimiters:
 *
 *   ```markdown
 *   | Alpha | B     |
 *   | ----- | ----- |
 *   | C     | Delta |
 *   ```
 *
 *   When `false`, there are no ending delimiters:
 *
 *   ```markdown
 *   | Alpha | B
 *   | ----- | -----
 *   | C     | Delta
 *   ```
 * @property {boolean | null | undefined} [fillRows=true]
 *   Whether to fill rows with empty cells up to the most cells in a row
 *   (default: `true`).
 *
 *   When `true`, all rows have as many cells as the longest row:
 *
 *   ```markdown
 *   | Alpha | B    |   |
 *   | ----- | ---- | - |
 *   | C     |      |   |
 *   | D     | Echo | F |
 *   ```
 *
 *   When `false`, rows keep their cells,
 *   and the delimiter row has as many cells as the header row:
 *
 *   ```markdown
 *   | Alpha | B    |
 *   | ----- | ---- |
 *   | C     |
 *   | D     | Echo | F |
 *   ```
 * @property {boolean | null | undefined} [delimiterStart=true]
 *   Whether to begin each row with the delimiter (default: `true`).
 *
 *   > 👉 **Note**: please don’t use this: it could create fragile structures
 *   > that aren’t understandable to some markdown parsers.
 *
 *   When `true`, there are starting delimiters:
 *
 *   ```markdown
 *   | Alpha | B     |
 *   | ----- | ----- |
 *   | C     | Delta |
 *   ```
 *
 *   When `false`, there are no starting delimiters:
 *
 *   ```markdown
 *   Alpha | B     |
 *   ----- | ----- |
 *   C     | Delta |
 *   ```
 * @property {boolean | null | undefined} [padding=true]
 *   Whether to add a space of padding between delimiters and cells
 *   (default: `true`).
 *
 *   When `true`, there is padding:
 *
 *   ```markdown
 *   | Alpha | B     |
 *   | ----- | ----- |
 *   | C     | Delta |
 *   ```
 *
 *   When `false`, there is no padding:
 *
 *   ```markdown
 *   |Alpha|B    |
 *   |-----|-----|
 *   |C    |Delta|
 *   ```
 * @property {((value: string) => number) | null | undefined} [stringLength]
 *   Function to detect the length of table cell content (optional);
 *   this is used when aligning the delimiters (`|`) between table cells;
 *   full-width characters and emoji mess up delimiter alignment when viewing
 *   the markdown source;
 *   to fix this, you can pass this function,
 *   which receives the cell content and returns its “visible” size;
 *   note that what is and isn’t visible depends on where the text is displayed.
 *
 *   Without such a function, the following:
 *
 *   ```js
 *   markdownTable([
 *     ['Alpha', 'Bravo'],
 *     ['中文', 'Charlie'],
 *     ['👩‍❤️‍👩', 'Delta']
 *   ])
 *   ```
 *
 *   Yields:
 *
 *   ```markdown
 *   | Alpha | Bravo |
 *   | - | - |
 *   | 中文 | Charlie |
 *   | 👩‍❤️‍👩 | Delta |
 *   ```
 *
 *   With [`string-width`](https://github.com/sindresorhus/string-width):
 *
 *   ```js
 *   import stringWidth from 'string-width'
 *
 *   markdownTable(
 *     [
 *       ['Alpha', 'Bravo'],
 *       ['中文', 'Charlie'],
 *       ['👩‍❤️‍👩', 'Delta']
 *     ],
 *     {stringLength: stringWidth}
 *   )
 *   ```
 *
 *   Yields:
 *
 *   ```markdown
 *   | Alpha | Bravo   |
 *   | ----- | ------- |
 *   | 中文  | Charlie |
 *   | 👩‍❤️‍👩    | Delta   |
 *   ```
 */

/**
 * Get the length of a cell.
 *
 * @param {string} value
 *   Cell value.
 * @returns {number}
 *   Cell size.
 */
function defaultStringLength(value) {
  return value.length
}

/**
 * Generate a markdown
 * ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
 * table.
 *
 * @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
 *   Table data (matrix of strings).
 * @param {Readonly<Options> | null | undefined} [options]
 *   Configuration (optional).
 * @returns {string}
 *   Result.
 */
function markdownTable(table, options) {
  const settings = options || {}
  // To do: next major: change to spread.
  // eslint-disable-next-line unicorn/prefer-spread -- `align` can be a string.
  const align = (settings.align || []).concat()
  const stringLength = settings.stringLength || defaultStringLength
  /** @type {Array<number>} Character codes as symbols for alignment per column. */
  const alignments = []
  /** @type {Array<Array<string>>} Cells per row. */
  const cellMatrix = []
  /** @type {Array<Array<number>>} Sizes of each cell per row. */
  const sizeMatrix = []
  /** @type {Array<number>} */
  const longestCellByColumn = []
  let mostCellsPerRow = 0
  let rowIndex = -1

  // This is a superfluous loop if we don’t align delimiters, but otherwise we’d
  // do superfluous work when aligning, so optimize for aligning.
  while (++rowIndex < table.length) {
    /** @type {Array<string>} */
    const row = []
    /** @type {Array<number>} */
    const sizes = []
    let columnIndex = -1

    if (table[rowIndex].length > mostCellsPerRow) {
      mostCellsPerRow = table[rowIndex].length
    }

    while (++columnIndex < table[rowIndex].length) {
      const cell = serialize(table[rowIndex][columnIndex])

      if (settings.alignDelimiters !== false) {
        const size = stringLength(cell)
        sizes[columnIndex] = size

        if (
          longestCellByColumn[columnIndex] === undefined ||
          size > longestCellByColumn[columnIndex]
        ) {
          longestCellByColumn[columnIndex] = size
        }
      }

      row.push(cell)
    }

    cellMatrix[rowIndex] = row
    sizeMatrix[rowIndex] = sizes
  }

  // Figure out which alignments to use.
  let columnIndex = -1

  if (typeof align === 'object' && 'length' in align) {
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = toAlignment(align[columnIndex])
    }
  } else {
    const code = toAlignment(align)

    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = code
    }
  }

  // Inject the alignment row.
  columnIndex = -1
  /** @type {Array<string>} */
  const row = []
  /** @type {Array<number>} */
  const sizes = []

  while (++columnIndex < mostCellsPerRow) {
    const code = alignments[columnIndex]
    let before = ''
    let after = ''

    if (code === 99 /* `c` */) {
      before = ':'
      after = ':'
    } else if (code === 108 /* `l` */) {
      before = ':'
    } else if (code === 114 /* `r` */) {
      after = ':'
    }

    // There *must* be at least one hyphen-minus in each alignment cell.
    let size =
      settings.alignDelimiters === false
        ? 1
        : Math.max(
            1,
            longestCellByColumn[columnIndex] - before.length - after.length
          )

    const cell = before + '-'.repeat(size) + after

    if (settings.alignDelimiters !== false) {
      size = before.length + size + after.length

      if (size > longestCellByColumn[columnIndex]) {
        longestCellByColumn[columnIndex] = size
      }

      sizes[columnIndex] = size
    }

    row[columnIndex] = cell
  }

  // Inject the alignment row.
  cellMatrix.splice(1, 0, row)
  sizeMatrix.splice(1, 0, sizes)

  rowIndex = -1
  /** @type {Array<string>} */
  const lines = []

  while (++rowIndex < cellMatrix.length) {
    const row = cellMatrix[rowIndex]
    const sizes = sizeMatrix[rowIndex]
    const cellsInRow =
      settings.fillRows === false
        ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length)
        : mostCellsPerRow
    columnIndex = -1
    /** @type {Array<string>} */
    const line = []

    while (++columnIndex < cellsInRow) {
      const cell = row[columnIndex] || ''
      let before = ''
      let after = ''

      if (settings.alignDelimiters !== false) {
        const size =
          longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0)
        const code = alignments[columnIndex]

        if (code === 114 /* `r` */) {
          before = ' '.repeat(size)
        } else if (code === 99 /* `c` */) {
          const half = size / 2

          if (size % 2) {
            before = ' '.repeat(half + 0.5)
            after = ' '.repeat(half - 0.5)
          } else {
            before = ' '.repeat(half)
            after = before
          }
        } else {
          after = ' '.repeat(size)
        }
      }

      if (settings.delimiterStart !== false && !columnIndex) {
        line.push('|')
      }

      if (
        settings.padding !== false &&
        // Don’t add the opening space if we’re not aligning and the cell is
        // empty: there will be a closing space.
        !(settings.alignDelimiters === false && cell === '') &&
        (settings.delimiterStart !== false || columnIndex)
      ) {
        line.push(' ')
      }

      if (settings.alignDelimiters !== false) {
        line.push(before)
      }

      line.push(cell)

      if (settings.alignDelimiters !== false) {
        line.push(after)
      }

      if (settings.padding !== false) {
        line.push(' ')
      }

      if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) {
        line.push('|')
      }
    }

    lines.push(
      settings.delimiterEnd === false
        ? line.join('').replace(/ +$/, '')
        : line.join('')
    )
  }

  return lines.join('\n')
}

/**
 * Serialize a cell value.
 *
 * @param {string | null | undefined} [value]
 *   Value to serialize.
 * @returns {string}
 *   Result.
 */
function serialize(value) {
  return value === null || value === undefined ? '' : String(value)
}

/**
 * Get the alignment character code from a value.
 *
 * @param {string | null | undefined} value
 *   Value.
 * @returns {number}
 *   Alignment.
 */
function toAlignment(value) {
  const code = typeof value === 'string' ? value.codePointAt(0) : 0

  return code === 67 /* `C` */ || code === 99 /* `c` */
    ? 99 /* `c` */
    : code === 76 /* `L` */ || code === 108 /* `l` */
      ? 108 /* `l` */
      : code === 82 /* `R` */ || code === 114 /* `r` */
        ? 114 /* `r` */
        : 0
}


/***/ })

};
