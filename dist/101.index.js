export const id = 101;
export const ids = [101];
export const modules = {

/***/ 37101:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var _slipway_promote_model__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65402);
/* harmony import */ var _slipway_report__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95624);
/* harmony import */ var _slipway_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43845);
/* harmony import */ var _delivery_ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67328);
/* harmony import */ var _print_document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3666);
/* harmony import */ var _read_flags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62435);






/** `slipway promote`: decides, and moves a version to an environment. */
async function promote(model, flags) {
    const print = (0,_print_document_js__WEBPACK_IMPORTED_MODULE_4__/* .readPrintOptions */ .Eo)(flags, "text");
    const { env } = process;
    const input = (0,_read_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .readFlags */ .u)(_slipway_promote_model__WEBPACK_IMPORTED_MODULE_0__/* .inputs */ .QL, {
        ...flags,
        model,
        dryRun: flags["dryRun"] === true ? "true" : "",
        output: flags["outputFolder"],
        auditKey: env["SLIPWAY_AUDIT_KEY"],
    });
    const ports = (0,_delivery_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .deliveryPorts */ .J)();
    const connection = (0,_delivery_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .githubConnection */ .a)();
    const promotion = await (0,_slipway_promote_model__WEBPACK_IMPORTED_MODULE_0__/* .promoteModel */ .IH)(input, {
        ...ports,
        host: connection &&
            (async () => {
                const { githubDeployments, githubPeople } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(700)]).then(__webpack_require__.bind(__webpack_require__, 89700));
                const github = await connection();
                return { people: githubPeople(github), deployments: githubDeployments(github) };
            }),
        identity: () => (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_2__/* .jobIdentity */ .Kv)(env, { notice: (message) => ports.log.notice(message) }),
    });
    await (0,_print_document_js__WEBPACK_IMPORTED_MODULE_4__/* .printDocument */ .dq)(promotion, print, { markdown: _slipway_report__WEBPACK_IMPORTED_MODULE_1__/* .renderPromotion */ .Wz, text: _slipway_report__WEBPACK_IMPORTED_MODULE_1__/* .renderPromotionText */ .$5 });
    return promotion;
}


/***/ })

};
