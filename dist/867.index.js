export const id = 867;
export const ids = [867];
export const modules = {

/***/ 55867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
// EXTERNAL MODULE: ./actions/validate-data/src/index.ts + 42 modules
var validate_data_src = __webpack_require__(40967);
// EXTERNAL MODULE: ./packages/cli/src/local-ports.ts
var local_ports = __webpack_require__(73531);
;// CONCATENATED MODULE: ./packages/cli/src/init/draft-config.ts
const mainMetric = { binary: "accuracy", multiclass: "f1_macro", regression: "r2" };
/** A first `slipway.yaml`, with a comment for whoever reads it. */
function draftConfig({ data, results, model }) {
    return [
        "# yaml-language-server: $schema=https://raw.githubusercontent.com/slipway-ml/slipway/v0.1.0/docs/schemas/slipway.schema.json",
        "# What Slipway checks. Written by slipway init; every line is yours to change.",
        "version: 1",
        "",
        ...section("data", "Data sets, each with the contract that it has to meet: slipway validate", data.flatMap(dataLines)),
        ...section("evaluations", "Predictions, and the gates that judge them: slipway evaluate", results.flatMap(resultLines)),
        ...(results.length === 0 ? evaluationHint : []),
        ...(model === undefined ? [] : modelLines(model, data, results)),
    ].join("\n");
}
function section(key, comment, lines) {
    return lines.length === 0 ? [] : [`# ${comment}`, `${key}:`, ...lines, ""];
}
function dataLines({ name, path, contract }) {
    return [`  - name: ${name}`, `    path: ${draft_config_text(path)}`, `    contract: ${draft_config_text(contract)}`];
}
function resultLines({ name, path, roles, task }) {
    const pairs = Object.entries(roles).flatMap(([role, column]) => column === undefined ? [] : [`${role}: ${draft_config_text(column)}`]);
    return [
        `  - name: ${name}`,
        `    results: ${draft_config_text(path)}`,
        `    task: ${task}`,
        `    columns: { ${pairs.join(", ")} }`,
        "    first-run: allow # the first model has no baseline; later ones are judged against it",
        "    gates:",
        `      - { metric: ${mainMetric[task]}, max-drop: 0.02 }`,
    ];
}
const evaluationHint = [
    "# No predictions file was found. Once your training writes one (id, label, prediction, score), judge it:",
    "# evaluations:",
    "#   - name: my-model",
    "#     run: python train.py             # optional: the command that writes the results",
    "#     results: out/predictions.csv",
    "#     task: binary                     # or multiclass, regression",
    "#     columns: { id: id, label: label, prediction: prediction, score: score }",
    "#     first-run: allow                 # the first model has no baseline",
    "#     gates:",
    "#       - { metric: roc_auc, min: 0.7, max-drop: 0.01 }",
    "",
];
function modelLines(model, data, results) {
    const names = (entries) => `[${entries.map(({ name }) => name).join(", ")}]`;
    return section("models", "The folder whose bytes are the model", [
        "  - name: model",
        `    path: ${draft_config_text(model)}`,
        ...(data.length === 0 ? [] : [`    data: ${names(data)}`]),
        ...(results.length === 0 ? [] : [`    evaluations: ${names(results)}`]),
    ]);
}
/** Quoted where YAML would read something else. */
function draft_config_text(value) {
    return /^[A-Za-z][A-Za-z0-9_./-]*$/.test(value) &&
        !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value)
        ? value
        : JSON.stringify(value);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/.pnpm/tinyglobby@0.2.17/node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(21191);
;// CONCATENATED MODULE: ./packages/cli/src/init/find-data.ts



const ignored = [
    "**/node_modules/**",
    "**/.git/**",
    "**/.slipway/**",
    "**/.venv/**",
    "**/dist/**",
    "demo-out/**",
];
const most = 20;
const largestBytes = 2 * 1024 ** 3;
/** The CSV and Parquet files below `folder`, at most twenty, each with a name of its own. */
async function findData(folder) {
    const paths = await (0,dist/* glob */.TI)("**/*.{csv,csv.gz,parquet}", {
        cwd: folder,
        ignore: ignored,
        onlyFiles: true,
        followSymbolicLinks: false,
    });
    const names = new Set();
    const found = [];
    for (const path of paths.map((each) => each.replaceAll("\\", "/")).sort()) {
        const { size } = await (0,promises_.stat)((0,external_node_path_.join)(folder, path));
        if (found.length >= most || size > largestBytes)
            continue;
        const name = freshName(path, names);
        names.add(name);
        found.push({ name, path });
    }
    return found;
}
function freshName(path, taken) {
    const stem = (path.split("/").at(-1) ?? "data")
        .replace(/\.(csv|csv\.gz|parquet)$/i, "")
        .replaceAll(/[^A-Za-z0-9._-]+/g, "-");
    const base = /^[A-Za-z0-9]/.test(stem) ? stem.slice(0, 80) : `data${stem}`.slice(0, 80);
    let name = base;
    for (let next = 2; taken.has(name); next += 1)
        name = `${base}-${next}`;
    return name;
}

;// CONCATENATED MODULE: ./packages/cli/src/init/find-roles.ts
const words = {
    id: /^(id|.*_id|key|index)$/i,
    label: /^(label|target|truth|y|y_true|actual)$/i,
    prediction: /^(prediction|predicted|pred|y_pred|y_hat|yhat)$/i,
    score: /^(score|probability|prob|proba|p|y_score|confidence)$/i,
};
/** Roles of columns, where a file looks like predictions: a label, and something that was predicted. */
function guessRoles(columns) {
    const find = (role) => columns.find((column) => words[role].test(column));
    const label = find("label");
    const prediction = find("prediction");
    const perClass = columns.filter((column) => /^p_./.test(column));
    const score = perClass.length > 1 ? "p_*" : find("score");
    if (label === undefined || (prediction === undefined && score === undefined))
        return undefined;
    return { id: find("id"), label, prediction, score };
}

;// CONCATENATED MODULE: ./packages/cli/src/init/inspect-results.ts

/** Looks whether a file holds predictions, and of which task; `undefined` for every other file. */
async function inspectResults(file, engine, files) {
    const absolute = files.locate(file.path);
    const session = await engine.open({ readableFiles: [absolute] });
    try {
        const path = `'${absolute.replaceAll("'", "''")}'`;
        const source = file.path.endsWith(".parquet")
            ? `read_parquet(${path})`
            : `read_csv(${path}, all_varchar = true, header = true)`;
        const columns = await session.rows(`DESCRIBE SELECT * FROM ${source}`);
        const roles = guessRoles(columns.map((row) => String(row["column_name"])));
        if (roles === undefined || file.path.endsWith(".gz"))
            return undefined;
        const label = `"${roles.label.replaceAll('"', '""')}"`;
        const [count] = await session.rows(`SELECT count(DISTINCT ${label}) AS classes FROM ${source}`);
        const classes = Number(count?.["classes"] ?? 0);
        const isClassified = roles.score !== undefined || classes <= 20;
        return {
            ...file,
            roles,
            task: isClassified ? (classes <= 2 ? "binary" : "multiclass") : "regression",
        };
    }
    catch {
        // A file that cannot be read as predictions is a data set; validation says what is wrong with it.
        return undefined;
    }
    finally {
        await session.close();
    }
}

;// CONCATENATED MODULE: ./packages/cli/src/init/workflow.ts
/** examples/workflows/model.yml, letter by letter; a test keeps them equal. */
const modelWorkflow = `name: Model

on:
  pull_request:
  push:
    branches: [main]

permissions: {}

concurrency:
  group: model-\${{ github.ref }}
  # What is pushed to main becomes the baseline of tomorrow, so that it is never cut off.
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  judge:
    name: Judge the change
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read # check out, and read the baseline on the slipway branch
      pull-requests: write # post the comment
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 50 # enough history to find the baseline; more is fetched where it is needed
          persist-credentials: false
      # Put the steps that train your model or fetch its predictions here, or name the command in slipway.yaml (\`run:\`).
      - uses: slipway-ml/slipway/actions/validate-data@0000000000000000000000000000000000000000 # v0.1.0
      - uses: slipway-ml/slipway/actions/evaluate-model@0000000000000000000000000000000000000000 # v0.1.0
        if: always() # damaged data is no reason to hide what the model does
      - uses: slipway-ml/slipway/actions/comment-metrics@0000000000000000000000000000000000000000 # v0.1.0
        if: always() # a verdict that blocks is the one that has to be shown

  keep:
    name: Keep the baseline
    if: github.event_name == 'push'
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: write # append the evidence to the slipway branch
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 50 # enough history to find the baseline; more is fetched where it is needed
          persist-credentials: false
      # The same steps as above: train, or fetch the predictions.
      - uses: slipway-ml/slipway/actions/validate-data@0000000000000000000000000000000000000000 # v0.1.0
      - uses: slipway-ml/slipway/actions/evaluate-model@0000000000000000000000000000000000000000 # v0.1.0
      - uses: slipway-ml/slipway/actions/store-evidence@0000000000000000000000000000000000000000 # v0.1.0
`;
/** The workflow that `slipway init` writes; without an evaluation in slipway.yaml that step would only fail. */
function workflowText(hasEvaluations) {
    if (hasEvaluations)
        return modelWorkflow;
    return modelWorkflow.replaceAll(/^ *- uses: \S+\/evaluate-model@.*\n( +if: .*\n)?/gm, "");
}

;// CONCATENATED MODULE: ./packages/cli/src/init/init.ts









/** `slipway init`: writes what is missing, leaves what is there, and says what to do next. @throws UserError SW1102 */
async function init({ duckdbBinding }) {
    const folder = process.cwd();
    const world = await (0,local_ports/* localPorts */.E)(typeof duckdbBinding === "string" ? duckdbBinding : undefined);
    let hasEvaluations = true;
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, "slipway.yaml"))) {
        local_ports/* stderrLog */.b.notice("slipway.yaml is there already and stays as it is");
    }
    else {
        const findings = await look(folder, world);
        hasEvaluations = findings.results.length > 0;
        await writeNew("slipway.yaml", draftConfig(findings), world);
    }
    await writeNew(".github/workflows/model.yml", workflowText(hasEvaluations), world);
    process.stdout.write(`${next}\n`);
}
const next = `
Next:
  slipway validate            check the data against the drafted contracts
  slipway evaluate            judge the predictions, where there are some
  read contracts/             a range or a list there says what was seen, not what is right
  git add slipway.yaml contracts .github/workflows/model.yml`;
async function look(folder, world) {
    const found = await findData(folder);
    if (found.length === 0)
        throw nothing();
    const results = [];
    const data = [];
    for (const file of found) {
        const predictions = await inspectResults(file, world.engine, world.files);
        if (predictions !== undefined)
            results.push(predictions);
        else
            data.push(...(await draft(file, world)));
    }
    const model = ["model", "models"].find((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, name)));
    return { data, results, model: model === undefined ? undefined : `${model}/` };
}
/** Drafts the contract of one data set; a file that cannot be read is told of and left out. */
async function draft(file, world) {
    const contract = `contracts/${file.name}.odcs.yaml`;
    try {
        const { yaml } = await (0,validate_data_src.draftContract)({
            dataset: file.name,
            path: file.path,
            engine: world.engine,
            files: world.files,
        });
        await writeNew(contract, yaml, world);
        return [{ ...file, contract }];
    }
    catch (error) {
        if (!(error instanceof src/* UserError */.yo))
            throw error;
        local_ports/* stderrLog */.b.warning(`left out: ${error.message}`);
        return [];
    }
}
async function writeNew(path, text, { files }) {
    if (await files.exists(path)) {
        local_ports/* stderrLog */.b.notice(`${path} is there already and stays as it is`);
        return;
    }
    await files.write(path, text);
    process.stdout.write(`wrote ${path}\n`);
}
function nothing() {
    return new src/* UserError */.yo({
        code: "SW1102",
        message: "there is no CSV or Parquet file below this folder",
        remedy: "Run slipway init where the data lies, or write slipway.yaml by hand: slipway schema slipway shows its form.",
    });
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


/***/ })

};
