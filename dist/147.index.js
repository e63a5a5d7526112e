export const id = 147;
export const ids = [147];
export const modules = {

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


/***/ }),

/***/ 56147:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   evaluate: () => (/* binding */ evaluate),
/* harmony export */   schema: () => (/* binding */ schema),
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _slipway_contracts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66174);
/* harmony import */ var _slipway_evaluate_model__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10174);
/* harmony import */ var _slipway_kernel__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63796);
/* harmony import */ var _slipway_validate_data__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40967);
/* harmony import */ var _local_ports_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73531);
/* harmony import */ var _print_document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3666);
/* harmony import */ var _read_flags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62435);







/** `slipway validate`. */
async function validate(names, flags) {
    const print = (0,_print_document_js__WEBPACK_IMPORTED_MODULE_5__/* .readPrintOptions */ .Eo)(flags, "text");
    const input = (0,_read_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .readFlags */ .u)(_slipway_validate_data__WEBPACK_IMPORTED_MODULE_3__.inputs, { ...flags, name: names });
    const ports = await (0,_local_ports_js__WEBPACK_IMPORTED_MODULE_4__/* .localPorts */ .E)(input.duckdbBinding);
    const validated = [];
    for (const planned of await (0,_slipway_validate_data__WEBPACK_IMPORTED_MODULE_3__.planValidations)(input, ports.files, () => ports.loadPolicy(input.config))) {
        validated.push(...(await (0,_slipway_validate_data__WEBPACK_IMPORTED_MODULE_3__.validateData)(planned, ports)));
    }
    return finish(validated, print);
}
/** `slipway evaluate`. */
async function evaluate(names, flags) {
    const print = (0,_print_document_js__WEBPACK_IMPORTED_MODULE_5__/* .readPrintOptions */ .Eo)(flags, "text");
    const input = (0,_read_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .readFlags */ .u)(_slipway_evaluate_model__WEBPACK_IMPORTED_MODULE_1__.inputs, { ...flags, name: names });
    const ports = await (0,_local_ports_js__WEBPACK_IMPORTED_MODULE_4__/* .localPorts */ .E)(input.duckdbBinding);
    const evaluated = [];
    for (const request of await (0,_slipway_evaluate_model__WEBPACK_IMPORTED_MODULE_1__.planEvaluations)(input, () => ports.loadPolicy(input.config))) {
        // Results that are named by hand have no history: their baseline is named too, or there is none.
        const branch = request.policy.origin === "command-line" ? undefined : ports.branch;
        evaluated.push(await (0,_slipway_evaluate_model__WEBPACK_IMPORTED_MODULE_1__.evaluateModel)(request, { ...ports, branch }));
    }
    return finish(evaluated, print);
}
/** `slipway schema`. @throws UserError SW1001 */
async function schema(name, flags) {
    const known = _slipway_contracts__WEBPACK_IMPORTED_MODULE_0__/* .jsonSchemaNames */ .cp.find((found) => found === name);
    if (known === undefined) {
        throw new _slipway_kernel__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            code: "SW1001",
            message: `there is no schema ${JSON.stringify(name.slice(0, 60))}`,
            remedy: `Ask for one of: ${_slipway_contracts__WEBPACK_IMPORTED_MODULE_0__/* .jsonSchemaNames */ .cp.join(", ")}.`,
        });
    }
    const { output } = (0,_print_document_js__WEBPACK_IMPORTED_MODULE_5__/* .readPrintOptions */ .Eo)({ output: flags["output"] }, "json");
    await (0,_print_document_js__WEBPACK_IMPORTED_MODULE_5__/* .printText */ .n)(JSON.stringify((0,_slipway_contracts__WEBPACK_IMPORTED_MODULE_0__/* .jsonSchemaOf */ .Vq)(known), undefined, 2), output);
}
async function finish(done, print) {
    await (0,_print_document_js__WEBPACK_IMPORTED_MODULE_5__/* .printEvidence */ .rX)(done.map(({ evidence }) => evidence), print);
    return { outcome: (0,_slipway_kernel__WEBPACK_IMPORTED_MODULE_2__/* .worstOutcome */ .Om)(done.map(({ evidence }) => evidence.outcome)) };
}


/***/ })

};
