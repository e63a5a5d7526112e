export const id = 372;
export const ids = [372];
export const modules = {

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


/***/ }),

/***/ 51372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyModelFolder: () => (/* binding */ verifyModelFolder)
/* harmony export */ });
/* harmony import */ var _slipway_report__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95624);
/* harmony import */ var _slipway_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43845);
/* harmony import */ var _slipway_verify_model__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88262);
/* harmony import */ var _log_ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42230);
/* harmony import */ var _print_document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3666);
/* harmony import */ var _read_flags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62435);






/** `slipway verify model`. */
async function verifyModelFolder(path, flags) {
    const print = (0,_print_document_js__WEBPACK_IMPORTED_MODULE_4__/* .readPrintOptions */ .Eo)(flags, "text");
    const input = (0,_read_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .readFlags */ .u)(_slipway_verify_model__WEBPACK_IMPORTED_MODULE_2__/* .inputs */ .QL, { ...flags, path, environment: flags["env"] });
    const ports = (0,_log_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .logPorts */ .d)(input);
    const verification = await (0,_slipway_verify_model__WEBPACK_IMPORTED_MODULE_2__/* .verifyModel */ .HB)(input, {
        ...ports,
        models: (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_1__/* .modelFolder */ .Ch)(ports.files.locate),
        keys: _slipway_runner__WEBPACK_IMPORTED_MODULE_1__/* .ecdsaKeys */ .fG,
        sha256: _log_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s,
    });
    await (0,_print_document_js__WEBPACK_IMPORTED_MODULE_4__/* .printDocument */ .dq)(verification, print, {
        markdown: _slipway_report__WEBPACK_IMPORTED_MODULE_0__/* .renderVerification */ .Y,
        text: _slipway_report__WEBPACK_IMPORTED_MODULE_0__/* .renderVerificationText */ .bv,
    });
    return verification;
}


/***/ })

};
