export const id = 180;
export const ids = [180];
export const modules = {

/***/ 90180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createProgram: () => (/* reexport */ createProgram),
  main: () => (/* reexport */ main)
});

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
// EXTERNAL MODULE: ./packages/report/src/index.ts + 47 modules
var report_src = __webpack_require__(95624);
// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var runner_src = __webpack_require__(43845);
// EXTERNAL MODULE: ./node_modules/.pnpm/commander@15.1.0/node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(16434);
;// CONCATENATED MODULE: ./packages/cli/src/program/options.ts
/** A verb that prints a document. */
const printing = (command) => command
    .option("--format <form>", "text, json or markdown")
    .option("--output <file>", "write the document to a file instead of standard output");
/** A verb that reads slipway.yaml and may need the data engine. */
const configured = (command) => command
    .option("--config <file>", "where slipway.yaml is")
    .option("--duckdb-binding <folder>", "folder of DuckDB's native binding, for machines without a registry");

;// CONCATENATED MODULE: ./packages/cli/src/program/checking-verbs.ts

/** Adds `slipway validate`. */
function addValidate(program, tell) {
    printing(configured(program.command("validate")))
        .description("check data sets against their contracts")
        .argument("[name...]", "data sets of slipway.yaml; without a name all of them")
        .option("--data <file>", "a file or glob to check without slipway.yaml")
        .option("--contract <file>", "with --data: the ODCS contract")
        .option("--object <name>", "with --data: the contract's schema object, where it has several")
        .addHelpText("after", "\nExample:\n  slipway validate --data flights.csv --contract flights.odcs.yaml --format json")
        .action(async (names, flags) => {
        const { validate } = await Promise.all(/* import() */[__webpack_require__.e(23), __webpack_require__.e(833), __webpack_require__.e(642), __webpack_require__.e(967), __webpack_require__.e(174), __webpack_require__.e(147)]).then(__webpack_require__.bind(__webpack_require__, 56147));
        tell(await validate(names, flags));
    });
}
/** Adds `slipway evaluate`. */
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
        const { evaluate } = await Promise.all(/* import() */[__webpack_require__.e(23), __webpack_require__.e(833), __webpack_require__.e(642), __webpack_require__.e(967), __webpack_require__.e(174), __webpack_require__.e(147)]).then(__webpack_require__.bind(__webpack_require__, 56147));
        tell(await evaluate(names, flags));
    });
}
/** Adds `slipway comment`. */
function addComment(program, tell) {
    printing(program.command("comment"))
        .description("post the verdict as a sticky comment on a pull request")
        .option("--evidence <file...>", "evidence files or globs; without them those of .slipway/evidence")
        .option("--dry-run", "print the comment and send nothing")
        .option("--key <key>", "tells several comments on one pull request apart")
        .option("--pull-request <number>", "the pull request; needs GITHUB_TOKEN and GITHUB_REPOSITORY")
        .addHelpText("after", "\nExample:\n  slipway comment --evidence .slipway/evidence/*.json --dry-run --format markdown")
        .action(async (flags) => {
        const { comment } = await Promise.all(/* import() */[__webpack_require__.e(23), __webpack_require__.e(833), __webpack_require__.e(396)]).then(__webpack_require__.bind(__webpack_require__, 9396));
        tell(await comment(flags));
    });
}

;// CONCATENATED MODULE: ./packages/cli/src/program/delivery-verbs.ts

/** `slipway register`. */
function addRegister(program, tell) {
    printing(program.command("register"))
        .description("register a model as a version, by the digest of its bytes and its evidence")
        .argument("<model>", "a model of slipway.yaml")
        .option("--version <version>", "the version, such as v1.2.0; without it, the next one")
        .option("--bump <part>", "what grows where none is given: major, minor (default) or patch")
        .option("--evidence <file...>", "evidence files or globs; without them those of .slipway/evidence")
        .option("--output-folder <folder>", "where signature and proof go, outside the model")
        .addHelpText("after", "\nThe log's secret key is the variable SLIPWAY_AUDIT_KEY, a key that signs models SLIPWAY_SIGNING_KEY (PEM).\n\nExample:\n  slipway register flight-delays")
        .action(async (model, flags) => {
        const { register } = await Promise.all(/* import() */[__webpack_require__.e(23), __webpack_require__.e(833), __webpack_require__.e(642), __webpack_require__.e(751), __webpack_require__.e(388), __webpack_require__.e(548), __webpack_require__.e(632)]).then(__webpack_require__.bind(__webpack_require__, 68632));
        tell(await register(model, flags));
    });
}
/** `slipway promote`. */
function addPromote(program, tell) {
    printing(program.command("promote"))
        .description("move a version to an environment, under the policy of the default branch")
        .argument("<model>", "MODEL or MODEL@VERSION; without a version, what the environment before runs")
        .requiredOption("--to <environment>", "an environment of slipway.yaml")
        .option("--reason <text>", "why; a rollback needs one, and so does the promotion after it")
        .option("--dry-run", "decide and tell, and change nothing")
        .option("--output-folder <folder>", "where the proof goes")
        .addHelpText("after", '\nThe log\'s secret key is the variable SLIPWAY_AUDIT_KEY. Approvals are asked of GitHub: GITHUB_TOKEN, GITHUB_REPOSITORY.\n\nExample:\n  slipway promote flight-delays@v1.0.0 --to production --reason "v1.1.0 misses night flights"')
        .action(async (model, flags) => {
        const { promote } = await Promise.all(/* import() */[__webpack_require__.e(23), __webpack_require__.e(833), __webpack_require__.e(642), __webpack_require__.e(751), __webpack_require__.e(402), __webpack_require__.e(548), __webpack_require__.e(101)]).then(__webpack_require__.bind(__webpack_require__, 37101));
        tell(await promote(model, flags));
    });
}

;// CONCATENATED MODULE: ./packages/cli/src/program/setup-verbs.ts

/** Adds `slipway init`. */
function addInit(program) {
    program
        .command("init")
        .description("write a first slipway.yaml, contracts and workflow from what lies here; overwrites nothing")
        .option("--duckdb-binding <folder>", "folder of DuckDB's native binding, for machines without a registry")
        .option("--audit", "make the audit log's key pair: the public half goes into slipway.yaml, the secret one to standard output")
        .option("--name <name>", "with --audit: the log's name, where no remote `origin` names it")
        .addHelpText("after", "\nExamples:\n  slipway init && slipway validate\n  slipway init --audit | gh secret set SLIPWAY_AUDIT_KEY")
        .action(async (flags) => {
        if (flags["audit"] === true) {
            const { auditKey } = await Promise.all(/* import() */[__webpack_require__.e(751), __webpack_require__.e(351)]).then(__webpack_require__.bind(__webpack_require__, 76351));
            return auditKey(flags);
        }
        if (flags["name"] !== undefined)
            throw nameAlone();
        const { init } = await Promise.all(/* import() */[__webpack_require__.e(23), __webpack_require__.e(833), __webpack_require__.e(967), __webpack_require__.e(867)]).then(__webpack_require__.bind(__webpack_require__, 55867));
        return init(flags);
    });
}
function nameAlone() {
    return new src/* UserError */.yo({
        code: "SW1001",
        message: "--name names the audit log, which is not made without --audit",
        remedy: "Add --audit, or leave --name out.",
    });
}
/** Adds `slipway schema`. */
function addSchema(program) {
    program
        .command("schema")
        .description("print a JSON Schema: slipway (slipway.yaml), evidence, comment, log-entry, environment, version, registration, promotion, history, audit-verification or model-verification")
        .argument("<name>", "one of these names")
        .option("--output <file>", "write to a file instead of standard output")
        .addHelpText("after", "\nExample:\n  slipway schema slipway --output slipway.schema.json")
        .action(async (name, flags) => {
        const { schema } = await Promise.all(/* import() */[__webpack_require__.e(23), __webpack_require__.e(833), __webpack_require__.e(642), __webpack_require__.e(967), __webpack_require__.e(174), __webpack_require__.e(147)]).then(__webpack_require__.bind(__webpack_require__, 56147));
        await schema(name, flags);
    });
}

;// CONCATENATED MODULE: ./packages/cli/src/program/verify-verbs.ts

/** Adds `slipway history`. */
function addHistory(program, tell) {
    logged(printing(program.command("history")))
        .description("tell what happened to a model, and what runs where, from the verified log")
        .argument("<model>", "the model's name")
        .option("--env <environment>", "one environment alone")
        .option("--at <time>", "as it was then: 2026-03-03 (the end of that day) or 2026-03-03T16:40Z; UTC")
        .addHelpText("after", "\nExample:\n  slipway history flight-delays --env production --at 2026-03-03")
        .action(async (model, flags) => {
        const { history } = await Promise.all(/* import() */[__webpack_require__.e(23), __webpack_require__.e(833), __webpack_require__.e(642), __webpack_require__.e(751), __webpack_require__.e(262), __webpack_require__.e(476)]).then(__webpack_require__.bind(__webpack_require__, 26476));
        tell(await history(model, flags));
    });
}
/** Adds `slipway verify model` and `slipway verify audit`. */
function addVerify(program, tell) {
    const verify = program
        .command("verify")
        .description("check the log, or a model's folder against it; `model` or `audit`");
    addVerifyModel(verify, tell);
    addVerifyAudit(verify, tell);
}
function addVerifyModel(verify, tell) {
    logged(printing(verify.command("model")))
        .description("check that a folder is a registered model, and what an environment should run")
        .argument("<path>", "the model's folder")
        .option("--env <environment>", "check that this is what the environment should run")
        .option("--model <name>", "the model that it has to be")
        .option("--signature <file>", "the OMS bundle; without it the one that was registered")
        .option("--public-key <file>", "the PEM file of the key that must have signed it")
        .option("--proof <file>", "a .tlog-proof; without --log it stands for the log, offline")
        .addHelpText("after", "\nExample:\n  slipway verify model model/ --env production --public-key model.pem")
        .action(async (path, flags) => {
        const { verifyModelFolder } = await Promise.all(/* import() */[__webpack_require__.e(23), __webpack_require__.e(642), __webpack_require__.e(751), __webpack_require__.e(262), __webpack_require__.e(372)]).then(__webpack_require__.bind(__webpack_require__, 51372));
        tell(await verifyModelFolder(path, flags));
    });
}
function addVerifyAudit(verify, tell) {
    logged(printing(verify.command("audit")))
        .description("recompute the whole log, and compare it with what was published of it")
        .option("--checkpoint <file...>", "older checkpoints or .tlog-proof files that the log must go on from")
        .option("--online", "also ask GitHub for deployments and force pushes; needs GITHUB_TOKEN and GITHUB_REPOSITORY")
        .addHelpText("after", "\nExample:\n  slipway verify audit --checkpoint march.tlog-proof")
        .action(async (flags) => {
        const { verifyAuditLog } = await Promise.all(/* import() */[__webpack_require__.e(23), __webpack_require__.e(833), __webpack_require__.e(642), __webpack_require__.e(751), __webpack_require__.e(527), __webpack_require__.e(526)]).then(__webpack_require__.bind(__webpack_require__, 98526));
        tell(await verifyAuditLog(flags));
    });
}
/** A verb that reads the log. */
function logged(command) {
    return command
        .option("--key <key>", "the log's public key, NAME+ID+KEY; without it that of the default branch")
        .option("--log <folder>", "a checkout or export of the slipway branch; needs --key, no git")
        .option("--branch <name>", "the branch that keeps the log (default slipway)");
}

;// CONCATENATED MODULE: ./packages/cli/src/program.ts






/** The command line; `tell` learns how a verb ended. Verbs are loaded when they are used. */
function createProgram(tell) {
    const program = new commander/* Command */.uB("slipway")
        .description("Checks data and models, and shows what changed. The verbs of the Slipway actions.")
        .version(runner_src/* version */.rE)
        // `register --version v1.2.0` is the verb's own.
        .enablePositionalOptions()
        .exitOverride()
        .showHelpAfterError("(add --help for the options and an example)");
    addValidate(program, tell);
    addEvaluate(program, tell);
    addComment(program, tell);
    addRegister(program, tell);
    addPromote(program, tell);
    addHistory(program, tell);
    addVerify(program, tell);
    addInit(program);
    addSchema(program);
    return program;
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
