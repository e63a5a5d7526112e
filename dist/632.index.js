export const id = 632;
export const ids = [632];
export const modules = {

/***/ 68632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   register: () => (/* binding */ register)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _slipway_git__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81023);
/* harmony import */ var _slipway_register_model__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72388);
/* harmony import */ var _slipway_report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95624);
/* harmony import */ var _slipway_runner__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43845);
/* harmony import */ var _delivery_ports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67328);
/* harmony import */ var _print_document_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3666);
/* harmony import */ var _read_flags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62435);








/** `slipway register`: registers a model from this folder. */
async function register(model, flags) {
    const print = (0,_print_document_js__WEBPACK_IMPORTED_MODULE_6__/* .readPrintOptions */ .Eo)(flags, "text");
    const { env } = process;
    const input = (0,_read_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .readFlags */ .u)(_slipway_register_model__WEBPACK_IMPORTED_MODULE_2__/* .inputs */ .QL, {
        ...flags,
        model,
        output: flags["outputFolder"],
        auditKey: env["SLIPWAY_AUDIT_KEY"],
        signingKey: env["SLIPWAY_SIGNING_KEY"],
    });
    const ports = (0,_delivery_ports_js__WEBPACK_IMPORTED_MODULE_5__/* .deliveryPorts */ .J)();
    const connection = (0,_delivery_ports_js__WEBPACK_IMPORTED_MODULE_5__/* .githubConnection */ .a)();
    const registration = await (0,_slipway_register_model__WEBPACK_IMPORTED_MODULE_2__/* .registerModel */ .$R)(input, {
        ...ports,
        folder: (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_4__/* .evidenceFolder */ .ek)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(ports.home, "evidence")),
        models: (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_4__/* .modelFolder */ .Ch)(ports.files.locate),
        people: connection &&
            (async () => {
                const { githubPeople } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(700)]).then(__webpack_require__.bind(__webpack_require__, 89700));
                return githubPeople(await connection());
            }),
        commit: await (0,_slipway_git__WEBPACK_IMPORTED_MODULE_1__/* .headCommit */ .Qo)(ports.folder),
        readCommitted: (commit, path) => (0,_slipway_git__WEBPACK_IMPORTED_MODULE_1__/* .gitBaseRevision */ .ve)({ folder: ports.folder, ref: "HEAD", commit }).readText(path),
        keys: _slipway_runner__WEBPACK_IMPORTED_MODULE_4__/* .ecdsaKeys */ .fG,
    });
    await (0,_print_document_js__WEBPACK_IMPORTED_MODULE_6__/* .printDocument */ .dq)(registration, print, {
        markdown: _slipway_report__WEBPACK_IMPORTED_MODULE_3__/* .renderRegistration */ .iS,
        text: _slipway_report__WEBPACK_IMPORTED_MODULE_3__/* .renderRegistrationText */ .pX,
    });
    return registration;
}


/***/ })

};
