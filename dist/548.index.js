export const id = 548;
export const ids = [548];
export const modules = {

/***/ 67328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ deliveryPorts),
/* harmony export */   a: () => (/* binding */ githubConnection)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _slipway_git__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81023);
/* harmony import */ var _slipway_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43845);
/* harmony import */ var _local_ports_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73531);





/** The connection that the variables of the process give, or `undefined` on a laptop without a token. */
function githubConnection() {
    const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository } = process.env;
    if (!token || !repository)
        return undefined;
    return async () => {
        const { connect } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(700)]).then(__webpack_require__.bind(__webpack_require__, 89700));
        return connect({ token, repository, tell: (message) => _local_ports_js__WEBPACK_IMPORTED_MODULE_4__/* .stderrLog */ .b.info(message) });
    };
}
/** What registering and promoting share on the command line: this folder's repository, and its `origin`. */
function deliveryPorts() {
    const { env } = process;
    const folder = process.cwd();
    const token = env["GITHUB_TOKEN"];
    const access = { folder, ...(token === undefined ? {} : { token }) };
    return {
        folder,
        home: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ".slipway"),
        files: (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .workspaceFiles */ .PZ)({ root: folder, anywhere: true }),
        branch: (0,_slipway_git__WEBPACK_IMPORTED_MODULE_2__/* .gitSlipwayBranch */ .iU)(access),
        tags: (0,_slipway_git__WEBPACK_IMPORTED_MODULE_2__/* .gitRegistryTags */ .zj)(access),
        defaultBranch: () => (0,_slipway_git__WEBPACK_IMPORTED_MODULE_2__/* .gitDefaultBranch */ .c3)(access),
        clock: _slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .ml,
        context: (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .runContext */ .pO)(env, (0,_slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(env)),
        log: _local_ports_js__WEBPACK_IMPORTED_MODULE_4__/* .stderrLog */ .b,
        crypto: _slipway_runner__WEBPACK_IMPORTED_MODULE_3__/* .logCrypto */ .ag,
        sha256: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex"),
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


/***/ }),

/***/ 64276:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e8: () => (/* reexport */ demandFreeTag),
  KC: () => (/* reexport */ demandPublished),
  aD: () => (/* reexport */ demandReadable),
  gC: () => (/* reexport */ entryTime),
  p7: () => (/* reexport */ environmentOf),
  gD: () => (/* reexport */ headlineOf),
  Fw: () => (/* reexport */ loadDelivery),
  fW: () => (/* reexport */ logSigner),
  DM: () => (/* reexport */ modelOf),
  h$: () => (/* reexport */ notesOf),
  DN: () => (/* reexport */ pinnedCheckpoint),
  Xd: () => (/* reexport */ policyFile),
  Wt: () => (/* reexport */ publishStage),
  Qt: () => (/* reexport */ publishVersion),
  Nz: () => (/* reexport */ readModelState),
  Jj: () => (/* reexport */ refusePullRequest),
  To: () => (/* reexport */ trustedKey),
  dV: () => (/* reexport */ unreadableTags)
});

// EXTERNAL MODULE: ./packages/report/src/index.ts + 47 modules
var src = __webpack_require__(95624);
;// CONCATENATED MODULE: ./packages/delivery/src/check-notes.ts

/** A note for each check that is no pass, escaped, in the order of the checks. */
function notesOf(checks) {
    return checks
        .filter(({ outcome }) => outcome !== "pass")
        .map(({ outcome, title, detail }) => ({
        level: outcome === "warn" ? "warning" : "error",
        title: (0,src/* plainText */.wh)(title, 200),
        message: (0,src/* plainText */.wh)(detail, 2000),
    }));
}
/** The verdict of a verification in one line: its first worst check, or `whole` where all passed. */
function headlineOf({ outcome, checks }, whole) {
    const [worst, ...more] = checks.filter((check) => check.outcome === outcome);
    if (outcome === "pass" || worst === undefined)
        return (0,src/* plainText */.wh)(whole, 500);
    const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
    return `${(0,src/* plainText */.wh)(`${worst.title}: ${worst.detail}`, 500)}${others}`;
}

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
;// CONCATENATED MODULE: ./packages/delivery/src/entry-time.ts

const tolerated = 5 * 60_000;
/**
 * The time of a new entry: now, or the time of the entry before it where this clock is up to five minutes behind.
 * @throws UserError SW4308 where it is further behind: soak and history would be wrong
 */
function entryTime(now, before) {
    const behindMs = before === undefined ? 0 : Math.max(0, Date.parse(before) - Date.parse(now));
    if (behindMs === 0 || before === undefined)
        return { time: now, notices: [] };
    if (behindMs <= tolerated) {
        const notice = `this clock is ${Math.ceil(behindMs / 1000)} s behind the log; the entry has the time of the one before it`;
        return { time: before, notices: [notice] };
    }
    throw new kernel_src/* UserError */.yo({
        code: "SW4308",
        message: `this machine's clock says ${now}, but the newest entry of the log is of ${before}`,
        remedy: "Set the clock of the runner (timedatectl, NTP), then run again. If the entry is the one with the wrong time, the next ones must wait for it.",
    });
}

// EXTERNAL MODULE: ./packages/audit/src/index.ts + 30 modules
var audit_src = __webpack_require__(4751);
// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var contracts_src = __webpack_require__(66174);
;// CONCATENATED MODULE: ./packages/delivery/src/load-delivery.ts



/** The file of the default branch that decides. No input names another one: it would be another policy. */
const policyFile = "slipway.yaml";
/**
 * Reads the policy that decides about registration and promotion.
 * @throws UserError SW4010 without the file, SW4301 without the log's key, SW1201 to SW1205 where it cannot be read
 */
async function loadDelivery(branch, sha256) {
    const text = await branch.readText(policyFile);
    const { ref, commit } = branch;
    if (text === undefined)
        throw noPolicy(ref);
    const { config } = (0,contracts_src/* parseConfig */.o4)(text, `${ref}:${policyFile}`);
    const key = config.audit?.key;
    if (key === undefined)
        throw noKey(ref);
    const digest = { sha256: sha256(new TextEncoder().encode(text)) };
    return {
        config,
        key: (0,audit_src/* parseVerifierKey */.z$)(key),
        policy: { file: policyFile, ref, commit, digest },
    };
}
/** The model of that name. @throws UserError SW1205 */
function modelOf({ config, policy }, name) {
    const found = config.models?.find((model) => model.name === name);
    if (found !== undefined)
        return found;
    throw unknownName({ what: "model", name, known: config.models ?? [], ref: policy.ref });
}
/** The environment of that name. @throws UserError SW4201 */
function environmentOf({ config, policy }, name) {
    const found = config.environments?.find((environment) => environment.name === name);
    if (found !== undefined)
        return found;
    const known = config.environments ?? [];
    throw unknownName({ what: "environment", name, known, ref: policy.ref });
}
function noPolicy(ref) {
    return new kernel_src/* UserError */.yo({
        code: "SW4010",
        message: `${ref}, the default branch, has no ${policyFile}`,
        remedy: `Registering and promoting follow the policy of the default branch. Merge a ${policyFile} first: slipway init`,
    });
}
function noKey(ref) {
    return new kernel_src/* UserError */.yo({
        code: "SW4301",
        message: `${policyFile} of ${ref} names no key of the log (audit: { key: … })`,
        remedy: "Make the log's key pair once, and merge what it writes into slipway.yaml: slipway init --audit",
    });
}
function unknownName(found) {
    const { what, name, known, ref } = found;
    const names = known.map((each) => each.name).join(", ");
    return new kernel_src/* UserError */.yo({
        code: what === "model" ? "SW1205" : "SW4201",
        message: `there is no ${what} ${JSON.stringify(name.slice(0, 100))} in ${policyFile} of ${ref}`,
        remedy: names === ""
            ? `Add it under \`${what}s:\` and merge that into ${ref}.`
            : `Name one of: ${names}.`,
    });
}

;// CONCATENATED MODULE: ./packages/delivery/src/log-signer.ts


/**
 * The secret key that signs the log, checked against the public one of the default branch.
 * @throws UserError SW4302 without it or where it cannot be read, SW4303 where it is another one
 */
function logSigner(secret, key, crypto) {
    if (secret === undefined)
        throw missing(key);
    const signer = (0,audit_src/* parseSignerKey */.tQ)(secret, crypto);
    (0,audit_src/* demandPair */.uj)(signer, key);
    return signer;
}
function missing({ name }) {
    return new kernel_src/* UserError */.yo({
        code: "SW4302",
        message: `the secret key of the log ${name} is not given`,
        remedy: [
            "Add to the step:",
            "    with:",
            "      audit-key: ${{ secrets.SLIPWAY_AUDIT_KEY }}",
            "On the command line it is the variable SLIPWAY_AUDIT_KEY. `slipway init --audit` made it; only the log's keepers have it.",
        ].join("\n"),
    });
}

;// CONCATENATED MODULE: ./packages/delivery/src/model-state.ts


/**
 * Reads every entry of the log, each checked against the signed root, and gives what they say of `model`.
 * @throws UserError SW4305 where the log, or a pointer beside it, was edited
 */
async function readModelState(view, log, model) {
    const entries = await (0,audit_src/* readEntries */.$2)(view.readFiles, log, { from: 0, to: log.size, model });
    const pointers = new Map();
    const versions = [];
    for (const entry of entries) {
        if (entry.type === "promoted")
            pointers.set(entry.environment, (0,audit_src/* pointerOf */.rq)(entry));
        if (entry.type === "registered")
            versions.push((0,audit_src/* versionOf */.E4)(entry));
    }
    await demandPointers(view, pointers);
    return {
        entries,
        versions,
        pointers,
        stays: (environment) => (0,audit_src/* staysOf */.ob)(entries, { model, environment }),
        newestTime: (await (0,audit_src/* lastEntry */.vi)(view.readFiles, log))?.time,
    };
}
async function demandPointers(view, pointers) {
    const paths = [...pointers.values()].map((pointer) => ({
        path: (0,audit_src/* pointerPath */.hw)(pointer.environment, pointer.model),
        text: `${JSON.stringify(pointer, undefined, 1)}\n`,
    }));
    const files = await view.readFiles(paths.map(({ path }) => path));
    for (const { path, text } of paths) {
        const found = files.get(path);
        if (found === undefined || new TextDecoder().decode(found) !== text)
            throw edited(path);
    }
}
function edited(path) {
    return new kernel_src/* UserError */.yo({
        code: "SW4305",
        message: `${path} does not say what the log says: it was edited`,
        remedy: "See what else was changed, and by which commit: slipway verify audit; git log origin/slipway",
    });
}

;// CONCATENATED MODULE: ./packages/delivery/src/pinned-checkpoint.ts
/** What a deployment's payload remembers of a log, in the form in which it is compared; `root` has 64 hexadecimal digits. */
function pinnedCheckpoint({ key }, { size, root }) {
    const bytes = Uint8Array.from({ length: root.length / 2 }, (_, at) => Number.parseInt(root.slice(at * 2, at * 2 + 2), 16));
    return { origin: key.name, size, root: bytes };
}

// EXTERNAL MODULE: ./packages/registry/src/index.ts + 20 modules
var registry_src = __webpack_require__(12642);
;// CONCATENATED MODULE: ./packages/delivery/src/published-log.ts


/**
 * Compares the log with what the registry's tags have published of it: each names an entry, which is still there, and
 * each of this model (of any, where none is given) the digest that is in it. Every tag counts, since whoever can replace
 * the log can also add one that fits. The tags must have been listed before the log was read: a run that goes on
 * meanwhile makes its tag after its entry.
 * @throws UserError SW4306 for a log that was cut off or replaced
 */
function demandPublished(tags, log) {
    const digests = new Map(log.entries.map(({ index, digest }) => [index, digest.sha256]));
    for (const { name, annotated, message } of tags) {
        const found = annotated ? (0,registry_src/* publishedEntry */.TS)(message) : undefined;
        if (found === undefined)
            continue;
        if (found.entry >= log.size)
            throw shorter({ name, entry: found.entry }, log.size);
        const artifact = (0,registry_src/* parseGtoTag */.eQ)(name)?.artifact;
        if (artifact === undefined || artifact !== (log.model ?? artifact))
            continue;
        if (`sha256:${digests.get(found.entry) ?? ""}` !== found.digest)
            throw replaced({ name, entry: found.entry });
    }
}
function shorter({ name, entry }, size) {
    return new kernel_src/* UserError */.yo({
        code: "SW4306",
        message: size === 0
            ? `the tag ${name} names entry ${entry} of the log, and there is no log: its branch was deleted or emptied, or it is another branch`
            : `the tag ${name} names entry ${entry} of the log, which has ${size} entries now: its end was cut off`,
        remedy: remedyFor(name),
    });
}
function replaced({ name, entry }) {
    return new kernel_src/* UserError */.yo({
        code: "SW4306",
        message: `entry ${entry} of the log is about other bytes than the tag ${name} says: the log was replaced`,
        remedy: remedyFor(name),
    });
}
function remedyFor(name) {
    return [
        "Find out who rewrote the branch (the repository's activity page lists force pushes), and restore it: git push --force origin OLD_COMMIT:refs/heads/slipway. `slipway verify audit` tells when it is whole.",
        `Where the branch was never rewritten, somebody made the tag by hand: git push origin --delete ${JSON.stringify(`refs/tags/${name}`)}`,
    ].join("\n");
}

;// CONCATENATED MODULE: ./packages/delivery/src/readable-tags.ts


const unreadable = new Set([
    "not-readable-by-gto",
    "tag-of-tag",
    "created",
]);
const mostTold = 20;
/** What keeps GTO from reading the registry's tags, in sentences to tell. */
function unreadableTags(tags) {
    const problems = unreadableOf(tags);
    const left = problems.length - mostTold;
    return [
        ...problems.slice(0, mostTold).map(({ tag, message }) => `the tag ${tag}: ${message}`),
        ...(left > 0 ? [`${left} more tags are like these`] : []),
    ];
}
/**
 * The same, where a version is to be registered.
 * @throws UserError SW4009 where a tag of `model` makes the registry unreadable: a new version would be lost in it
 */
function demandReadable(tags, model) {
    const own = unreadableOf(tags).find(({ tag }) => (0,registry_src/* parseGtoTag */.eQ)(tag)?.artifact === model);
    if (own !== undefined)
        throw notReadable(own);
    return unreadableTags(tags);
}
function unreadableOf(tags) {
    return (0,registry_src/* registryView */.jw)(tags).problems.filter(({ kind }) => unreadable.has(kind));
}
function notReadable({ tag, message }) {
    return new kernel_src/* UserError */.yo({
        code: "SW4009",
        message: `the tag ${tag} keeps the registry's tags from being read: ${message}`,
        remedy: `Look who made it: git fetch --tags && git show ${JSON.stringify(tag)}\nOnce nobody needs it: git push origin --delete ${JSON.stringify(`refs/tags/${tag}`)}`,
    });
}

;// CONCATENATED MODULE: ./packages/delivery/src/refuse-pull-request.ts

/** What runs for a pull request neither registers nor promotes: its workflow is the author's. @throws UserError SW1001 */
function refusePullRequest(event) {
    if (event?.startsWith("pull_request") !== true)
        return;
    throw new kernel_src/* UserError */.yo({
        code: "SW1001",
        message: `nothing is registered or promoted by a run for a pull request (the event is ${event})`,
        remedy: "Run this on the default branch: on: push, or workflow_dispatch.",
    });
}

;// CONCATENATED MODULE: ./packages/delivery/src/registry-tags.ts


const attempts = 10;
/**
 * Looks, before anything moves, whether the version's tag can be what it has to be.
 * @throws UserError SW4009 where a tag of that name says something else
 */
function demandFreeTag(known, wanted) {
    const name = (0,registry_src/* versionTagName */.ap)(wanted.model, wanted.version);
    const found = known.find((tag) => tag.name === name);
    if (found !== undefined)
        demandSame(found, wanted);
}
/**
 * Makes sure that the version's tag is there: `MODEL@vX.Y.Z`, annotated, at the registered commit.
 * @throws UserError SW4009 where a tag of that name says something else, SW3205 where the remote refuses
 */
async function publishVersion(tags, wanted) {
    const { model, version, commit, digest, entry, now } = wanted;
    const name = (0,registry_src/* versionTagName */.ap)(model, version);
    const known = await tags.list();
    const found = known.find((tag) => tag.name === name);
    if (found !== undefined)
        return { name, notices: demandSame(found, wanted) };
    const { time, notices } = timeOf(known, { model, now });
    const message = (0,registry_src/* tagMessage */.ib)(`Register ${model} ${version}`, { entry, digest: `sha256:${digest}` });
    const made = await tags.create({ name, commit, message, time });
    if (made === "created")
        return { name, notices };
    const other = (await tags.list()).find((tag) => tag.name === name);
    if (other !== undefined)
        demandSame(other, wanted);
    return { name, notices };
}
/**
 * Makes sure that GTO shows what the log says: a new `MODEL#ENVIRONMENT#N` at the version's commit, unless the
 * newest assignment names it already. Nothing is ever deleted.
 * @throws UserError SW3205, SW3203 where other writers took ten numbers in a row
 */
async function publishStage(tags, wanted) {
    const { model, version, commit, digest, entry, environment } = wanted;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const known = await tags.list();
        const view = (0,registry_src/* registryView */.jw)(known).artifacts.get(model);
        const current = view?.stages.get(environment);
        if (current !== undefined && current.version === version && isOf(known, current.tag, entry))
            return { name: current.tag, notices: [] };
        const name = (0,registry_src/* stageTagName */.QX)(model, environment, (view?.counter ?? 0) + 1);
        const { time, notices } = timeOf(known, { model, now: wanted.now });
        const message = (0,registry_src/* tagMessage */.ib)(`Assign ${environment} to ${model} ${version}`, {
            entry,
            digest: `sha256:${digest}`,
        });
        if ((await tags.create({ name, commit, message, time })) === "created")
            return { name, notices };
    }
    throw new kernel_src/* UserError */.yo({
        code: "SW3203",
        message: `other writers took the number of the stage tag of ${model} ${attempts} times`,
        remedy: "Run the job again: what the log says stands, and the tag is completed then.",
    });
}
function isOf(known, name, entry) {
    const tag = known.find((each) => each.name === name);
    return tag !== undefined && (0,registry_src/* publishedEntry */.TS)(tag.message)?.entry === entry;
}
function timeOf(known, wanted) {
    const now = Math.floor(Date.parse(wanted.now) / 1000);
    const { time, behind } = (0,registry_src/* nextTagTime */.Bu)((0,registry_src/* registryView */.jw)(known), wanted.model, now);
    const notice = `this clock is behind the newest tag of ${wanted.model}: the new tag is dated ${new Date(time * 1000).toISOString()}, so that GTO reads them in order`;
    return { time, notices: behind ? [notice] : [] };
}
/** A tag of that name that another tool or person made is never taken over in silence. */
function demandSame(found, wanted) {
    const { model, version, commit, digest } = wanted;
    const published = (0,registry_src/* publishedEntry */.TS)(found.message);
    if (!found.annotated || found.target !== "commit" || found.targetId !== commit)
        throw inTheWay(found, wanted);
    if (published === undefined)
        return [
            `the tag ${found.name} was there before ${model} ${version} was registered; it is kept`,
        ];
    if (published.digest !== `sha256:${digest}`)
        throw inTheWay(found, wanted);
    return [];
}
function inTheWay({ name, annotated, target, targetId }, wanted) {
    const what = annotated ? `points at the ${target} ${targetId.slice(0, 12)}` : "is lightweight";
    return new kernel_src/* UserError */.yo({
        code: "SW4009",
        message: `the tag ${name} ${what}; ${wanted.model} ${wanted.version} is registered at commit ${wanted.commit.slice(0, 12)}`,
        remedy: `Look who made it: git fetch --tags && git show ${JSON.stringify(name)}\nSlipway never moves or deletes a tag. Once it is gone (git push origin --delete ${JSON.stringify(name)}), run this again: it writes the tag that is missing.`,
    });
}

;// CONCATENATED MODULE: ./packages/delivery/src/trusted-key.ts


/**
 * The public key that a verifier trusts: the one it was given, else `audit.key` of the default branch. Never that of
 * the work tree, which a pull request may have changed, and never one that lies beside the log.
 * @throws UserError SW4301 where there is neither; whatever `delivery` throws
 */
async function trustedKey(given, delivery) {
    if (given !== undefined)
        return (0,audit_src/* parseVerifierKey */.z$)(given);
    if (delivery !== undefined)
        return (await delivery()).key;
    throw new kernel_src/* UserError */.yo({
        code: "SW4301",
        message: "it is not known which key the log must be signed with",
        remedy: "Name it, from a source that you trust and not from beside the log: --key NAME+HASH+KEY (input `key`). It is `audit.key` in slipway.yaml of the repository's default branch.",
    });
}

;// CONCATENATED MODULE: ./packages/delivery/src/index.ts













/***/ })

};
