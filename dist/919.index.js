export const id = 919;
export const ids = [919];
export const modules = {

/***/ 88919:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createProgram: () => (/* reexport */ createProgram),
  main: () => (/* reexport */ main)
});

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 5 modules
var src = __webpack_require__(87170);
// EXTERNAL MODULE: ./packages/report/src/index.ts + 37 modules
var report_src = __webpack_require__(14192);
// EXTERNAL MODULE: ./packages/runner/src/index.ts + 17 modules
var runner_src = __webpack_require__(12724);
// EXTERNAL MODULE: ./node_modules/.pnpm/commander@15.1.0/node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(16434);
;// CONCATENATED MODULE: ./packages/cli/src/program.ts


const printing = (command) => command
    .option("--format <form>", "text, json or markdown")
    .option("--output <file>", "write the document to a file instead of standard output");
const configured = (command) => command
    .option("--config <file>", "where slipway.yaml is")
    .option("--duckdb-binding <folder>", "folder of DuckDB's native binding, for machines without a registry");
/** The command line; `tell` learns how a verb ended. Verbs are loaded when they are used. */
function createProgram(tell) {
    const program = new commander/* Command */.uB("slipway")
        .description("Checks data and models, and shows what changed. The verbs of the Slipway actions.")
        .version(runner_src/* version */.rE)
        .exitOverride()
        .showHelpAfterError("(add --help for the options and an example)");
    addValidate(program, tell);
    addEvaluate(program, tell);
    addComment(program, tell);
    addInit(program);
    addSchema(program);
    return program;
}
function addValidate(program, tell) {
    printing(configured(program.command("validate")))
        .description("check data sets against their contracts")
        .argument("[name...]", "data sets of slipway.yaml; without a name all of them")
        .option("--data <file>", "a file or glob to check without slipway.yaml")
        .option("--contract <file>", "with --data: the ODCS contract")
        .option("--object <name>", "with --data: the contract's schema object, where it has several")
        .addHelpText("after", "\nExample:\n  slipway validate --data flights.csv --contract flights.odcs.yaml --format json")
        .action(async (names, flags) => {
        const { validate } = await Promise.all(/* import() */[__webpack_require__.e(149), __webpack_require__.e(967), __webpack_require__.e(644), __webpack_require__.e(147)]).then(__webpack_require__.bind(__webpack_require__, 56147));
        tell(await validate(names, flags));
    });
}
function addEvaluate(program, tell) {
    printing(configured(program.command("evaluate")))
        .description("judge a model's predictions against gates and a baseline")
        .argument("[name...]", "evaluations of slipway.yaml; without a name all of them")
        .option("--results <file>", "a predictions file (CSV, Parquet) to judge without slipway.yaml")
        .option("--task <task>", "with --results: binary, multiclass or regression")
        .option("--columns <roles>", "with --results: id=…,label=…,prediction=…,score=…,weight=…,slices=a|b")
        .option("--positive <class>", "with --results: the positive class, where it is not 1 or true")
        .option("--gate <gate>", '"METRIC RULE NUMBER [slice=COLUMN] [direction=higher|lower]"; may be given several times', (gate, gates) => [...gates, gate], [])
        .option("--baseline <file>", "a predictions file or evidence to compare with")
        .option("--on-inconclusive <what>", "with --results: warn or fail")
        .option("--first-run <what>", "with --results: block or allow")
        .addHelpText("after", '\nExample:\n  slipway evaluate --results new.csv --baseline old.csv --task binary \\\n    --columns id=id,label=y,prediction=pred,score=p,slices=origin \\\n    --gate "roc_auc min 0.7" --gate "recall max-drop 0.05 slice=origin"')
        .action(async (names, flags) => {
        const { evaluate } = await Promise.all(/* import() */[__webpack_require__.e(149), __webpack_require__.e(967), __webpack_require__.e(644), __webpack_require__.e(147)]).then(__webpack_require__.bind(__webpack_require__, 56147));
        tell(await evaluate(names, flags));
    });
}
function addComment(program, tell) {
    printing(program.command("comment"))
        .description("post the verdict as a sticky comment on a pull request")
        .option("--evidence <file...>", "evidence files or globs; without them those of .slipway/evidence")
        .option("--dry-run", "print the comment and send nothing")
        .option("--key <key>", "tells several comments on one pull request apart")
        .option("--pull-request <number>", "the pull request; needs GITHUB_TOKEN and GITHUB_REPOSITORY")
        .addHelpText("after", "\nExample:\n  slipway comment --evidence .slipway/evidence/*.json --dry-run --format markdown")
        .action(async (flags) => {
        const { comment } = await Promise.all(/* import() */[__webpack_require__.e(149), __webpack_require__.e(396)]).then(__webpack_require__.bind(__webpack_require__, 9396));
        tell(await comment(flags));
    });
}
function addInit(program) {
    program
        .command("init")
        .description("write a first slipway.yaml, contracts and workflow from what lies here; overwrites nothing")
        .option("--duckdb-binding <folder>", "folder of DuckDB's native binding, for machines without a registry")
        .addHelpText("after", "\nExample:\n  slipway init && slipway validate")
        .action(async (flags) => {
        const { init } = await Promise.all(/* import() */[__webpack_require__.e(149), __webpack_require__.e(967), __webpack_require__.e(867)]).then(__webpack_require__.bind(__webpack_require__, 55867));
        await init(flags);
    });
}
function addSchema(program) {
    program
        .command("schema")
        .description("print a JSON Schema: slipway (slipway.yaml), evidence or comment")
        .argument("<name>", "slipway, evidence or comment")
        .option("--output <file>", "write to a file instead of standard output")
        .addHelpText("after", "\nExample:\n  slipway schema slipway --output slipway.schema.json")
        .action(async (name, flags) => {
        const { schema } = await Promise.all(/* import() */[__webpack_require__.e(149), __webpack_require__.e(967), __webpack_require__.e(644), __webpack_require__.e(147)]).then(__webpack_require__.bind(__webpack_require__, 56147));
        await schema(name, flags);
    });
}

;// CONCATENATED MODULE: ./packages/cli/src/main.ts





/** Runs `slipway` with the arguments of this process, and alone sets its exit code. */
async function main() {
    let verdict;
    const program = createProgram((found) => {
        verdict = found;
    });
    try {
        await program.parseAsync(process.argv);
        process.exitCode = verdict === undefined ? 0 : (0,src/* exitCodeOf */.FO)(verdict.outcome);
    }
    catch (error) {
        process.exitCode = explain(error);
    }
}
function explain(error) {
    const style = (0,runner_src/* terminalStyle */.wy)(process.stderr, process.env);
    // Commander has printed its own message; help and version are no failures.
    if (error instanceof commander/* CommanderError */.b7)
        return error.exitCode === 0 ? 0 : 2;
    if (error instanceof src/* UserError */.yo) {
        process.stderr.write(`${(0,report_src/* renderError */.vr)(error, style)}\n`);
        return 2;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${stack}\nThis is a bug of Slipway. Please report it: open an issue with these lines.\n`);
    return 3;
}

;// CONCATENATED MODULE: ./packages/cli/src/index.ts




/***/ })

};
