export const id = 476;
export const ids = [476];
export const modules = {

/***/ 26476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  history: () => (/* binding */ history_history)
});

// EXTERNAL MODULE: ./packages/audit/src/index.ts + 30 modules
var src = __webpack_require__(4751);
// EXTERNAL MODULE: ./packages/delivery/src/index.ts + 11 modules
var delivery_src = __webpack_require__(64276);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
// EXTERNAL MODULE: ./packages/report/src/index.ts + 47 modules
var report_src = __webpack_require__(95624);
// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var runner_src = __webpack_require__(43845);
// EXTERNAL MODULE: ./actions/verify-model/src/index.ts + 11 modules
var verify_model_src = __webpack_require__(88262);
// EXTERNAL MODULE: ./packages/cli/src/local-ports.ts
var local_ports = __webpack_require__(73531);
// EXTERNAL MODULE: ./packages/cli/src/log-ports.ts
var log_ports = __webpack_require__(42230);
;// CONCATENATED MODULE: ./packages/cli/src/parse-time.ts

/**
 * A time as ISO 8601 in UTC. A date alone is the end of that day, so that what happened in it counts; a time without
 * a zone is UTC.
 * @throws UserError SW1001
 */
function parseTime(text) {
    const [, date = "", time, zone = "Z"] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(text) ?? [];
    const day = Date.parse(`${date}T00:00Z`);
    const parsed = new Date(`${date}T${time ?? "23:59:59.999"}${zone}`);
    const isTime = !Number.isNaN(day) && !Number.isNaN(parsed.getTime());
    // 30 February would be read as a day of March.
    if (isTime && new Date(day).toISOString().startsWith(date))
        return parsed.toISOString();
    throw new kernel_src/* UserError */.yo({
        code: "SW1001",
        message: `--at must be a date or a time (it is ${JSON.stringify(text).slice(0, 60)})`,
        remedy: "Write 2026-03-03 (the end of that day in UTC) or 2026-03-03T16:40Z.",
    });
}

// EXTERNAL MODULE: ./packages/cli/src/print-document.ts
var print_document = __webpack_require__(3666);
// EXTERNAL MODULE: ./packages/cli/src/read-flags.ts
var read_flags = __webpack_require__(62435);
;// CONCATENATED MODULE: ./packages/cli/src/history.ts











const historyInputs = verify_model_src/* inputs */.QL.pick({ model: true, key: true, log: true, branch: true }).extend({
    env: verify_model_src/* inputs */.QL.shape.environment,
    at: runner_src/* field */.ZZ.text(),
});
/**
 * `slipway history`: told from the entries alone, each of which is followed up to the signed root first.
 * @throws UserError SW4305 for a log that does not hold, SW4306 for one that is older than the tags of `origin`, SW4309
 * without one, SW4008 for a model that it does not know, SW4201 for an environment
 */
async function history_history(name, flags) {
    const print = (0,print_document/* readPrintOptions */.Eo)(flags, "text");
    const input = (0,read_flags/* readFlags */.u)(historyInputs, { ...flags, model: name });
    const at = input.at === undefined ? undefined : parseTime(input.at);
    if (at !== undefined && at !== input.at)
        local_ports/* stderrLog */.b.info(`--at ${input.at ?? ""} is ${at}`);
    const ports = (0,log_ports/* logPorts */.d)(input);
    const trusted = await (0,delivery_src/* trustedKey */.To)(input.key, ports.delivery);
    // Before the log: a run that goes on meanwhile makes its tag after its entry.
    const tags = await ports.tags?.list();
    const { log: opened, entries } = await readLog(await ports.view(), trusted);
    if (tags !== undefined) {
        const ofModel = entries.filter(({ model }) => model === name);
        (0,delivery_src/* demandPublished */.KC)(tags, { size: opened.size, model: name, entries: ofModel });
    }
    demandKnown(name, entries);
    if (input.env !== undefined)
        await demandEnvironment(input.env, entries, ports.delivery);
    const told = (0,src/* historyOf */.om)(entries, {
        model: name,
        environment: input.env,
        at,
        log: { size: opened.size, root: { sha256: opened.rootHex } },
    });
    await (0,print_document/* printDocument */.dq)(told, print, { markdown: report_src/* renderHistory */.zs, text: report_src/* renderHistoryText */.ym });
    return { outcome: "pass" };
}
async function readLog({ readFiles }, trusted) {
    try {
        const opened = await (0,src/* openLog */.Ne)(readFiles, trusted, runner_src/* logCrypto */.ag);
        const entries = await (0,src/* readEntries */.$2)(readFiles, opened, { from: 0, to: opened.size });
        return { log: opened, entries };
    }
    catch (error) {
        if (!(error instanceof kernel_src/* UserError */.yo))
            throw error;
        if (error.code !== "SW4304" && error.code !== "SW4305")
            throw error;
        throw new kernel_src/* UserError */.yo({
            code: "SW4305",
            message: `the log does not hold, so that nothing is told from it: ${error.message}`,
            remedy: "See what was changed, and by whom it can be mended: slipway verify audit",
            cause: error,
        });
    }
}
/** One that the log does not know may be in the policy: nothing was promoted there yet. */
async function demandEnvironment(name, entries, delivery) {
    const ofLog = entries.flatMap((entry) => (entry.type === "registered" ? [] : entry.environment));
    if (ofLog.includes(name))
        return;
    const ofPolicy = (await delivery?.())?.config.environments ?? [];
    const known = new Set([...ofPolicy.map((environment) => environment.name), ...ofLog]);
    if (known.has(name))
        return;
    const nobody = delivery === undefined ? "the log knows no" : "neither the policy nor the log knows an";
    throw new kernel_src/* UserError */.yo({
        code: "SW4201",
        message: `${nobody} environment ${name}`,
        remedy: known.size === 0
            ? "None is known yet."
            : `Name one of: ${[...known].slice(0, 20).join(", ")}.`,
    });
}
function demandKnown(name, entries) {
    if (entries.some((entry) => entry.model === name))
        return;
    if (entries.length === 0) {
        throw new kernel_src/* UserError */.yo({
            code: "SW4309",
            message: "there is no log yet: nothing is registered in this repository",
            remedy: `Register a version first: slipway register ${name}`,
        });
    }
    const known = [...new Set(entries.map((entry) => entry.model))].slice(0, 20);
    throw new kernel_src/* UserError */.yo({
        code: "SW4008",
        message: `the log knows no model ${name}`,
        remedy: `It knows ${known.join(", ")}.`,
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


/***/ }),

/***/ 42230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ logPorts),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _slipway_delivery__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64276);
/* harmony import */ var _slipway_git__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81023);
/* harmony import */ var _slipway_runner__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43845);





/** SHA-256 of bytes, as 64 hexadecimal digits. */
const sha256 = (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex");
/** The ports of the verbs that read the log. With a folder neither git nor the network is needed, nor asked. */
function logPorts({ log, branch }) {
    const folder = process.cwd();
    let delivery;
    const load = () => (delivery ??= (0,_slipway_git__WEBPACK_IMPORTED_MODULE_3__/* .gitDefaultBranch */ .c3)({ folder }).then((found) => (0,_slipway_delivery__WEBPACK_IMPORTED_MODULE_2__/* .loadDelivery */ .Fw)(found, sha256)));
    const view = async () => log === undefined ? (0,_slipway_git__WEBPACK_IMPORTED_MODULE_3__/* .gitSlipwayBranch */ .iU)({ folder, branch }).view() : (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_4__/* .folderView */ .kz)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(log));
    const tags = log === undefined ? (0,_slipway_git__WEBPACK_IMPORTED_MODULE_3__/* .gitRegistryTags */ .zj)({ folder }) : undefined;
    return {
        files: (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_4__/* .workspaceFiles */ .PZ)({ root: folder, anywhere: true }),
        crypto: _slipway_runner__WEBPACK_IMPORTED_MODULE_4__/* .logCrypto */ .ag,
        view,
        delivery: log === undefined ? load : undefined,
        tags,
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
