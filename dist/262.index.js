export const id = 262;
export const ids = [262];
export const modules = {

/***/ 88262:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QL: () => (/* reexport */ inputs),
  iW: () => (/* reexport */ main),
  HB: () => (/* reexport */ verifyModel)
});

// UNUSED EXPORTS: renderModel

// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var src = __webpack_require__(43845);
// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./actions/verify-model/src/inputs.ts


const inputs_name = () => src/* field */.ZZ
    .text()
    .refine((text) => text === undefined || /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text), "must be 1 to 100 letters, digits, dots, dashes or underscores");
/** The inputs of verify-model. */
const inputs = schemas/* strictObject */.rej({
    path: src/* field */.ZZ.requiredText(),
    environment: inputs_name(),
    model: inputs_name(),
    signature: src/* field */.ZZ.text(),
    publicKey: src/* field */.ZZ.text(),
    proof: src/* field */.ZZ.text(),
    key: src/* field */.ZZ.text(),
    log: src/* field */.ZZ.text(),
    branch: src/* field */.ZZ
        .textOr("slipway")
        .refine((text) => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(text) && !text.includes(".."), "must be the name of a branch"),
    githubToken: src/* field */.ZZ.secret(),
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/delivery/src/index.ts + 11 modules
var delivery_src = __webpack_require__(64276);
// EXTERNAL MODULE: ./packages/git/src/index.ts + 14 modules
var git_src = __webpack_require__(81023);
// EXTERNAL MODULE: ./packages/report/src/index.ts + 47 modules
var report_src = __webpack_require__(95624);
;// CONCATENATED MODULE: ./actions/verify-model/src/render-model.ts


/** Log, outputs, summary and annotations of verify-model. */
function renderModel(verification) {
    const { outcome, digest, model, version, environment, checks } = verification;
    const where = environment === null ? "" : `, as ${environment} should run it`;
    return {
        outcome,
        outputs: {
            digest: digest === null ? "" : `sha256:${digest.sha256}`,
            model: model ?? "",
            version: version ?? "",
            summary: (0,delivery_src/* headlineOf */.gD)(verification, `the folder is ${model ?? ""} ${version ?? ""}${where}`),
            document: JSON.stringify(verification),
        },
        log: (0,report_src/* renderVerificationText */.bv)(verification, report_src/* plainStyle */.sj),
        summary: (0,report_src/* renderVerification */.Y)(verification),
        annotations: (0,delivery_src/* notesOf */.h$)(checks),
    };
}

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
// EXTERNAL MODULE: ./packages/audit/src/index.ts + 30 modules
var audit_src = __webpack_require__(4751);
;// CONCATENATED MODULE: ./actions/verify-model/src/words.ts

/** `flight-delays v1.1.0 (sha256:9ab1c2d3e4f5)`. */
function nameOf(entry) {
    return `${entry.model} ${entry.version} (${digestWords(entry.digest)})`;
}
/** `sha256:9ab1c2d3e4f5`. */
function digestWords(digest) {
    return `sha256:${(0,kernel_src/* shortDigest */.VK)(digest)}`;
}
/** `2026-03-02 16:40 UTC`. */
function timeWords(time) {
    return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}
/** Since when it runs there, by which entry, and who approved it. */
function stayWords(entry) {
    const approvers = entry.approvals
        .filter(({ counted, state }) => counted && state === "approved")
        .map(({ person }) => person.login);
    const approved = approvers.length === 0
        ? "nobody had to approve"
        : `approved by ${approvers.slice(0, 20).join(", ")}`;
    const why = entry.direction === "rollback" ? `, a rollback (${entry.reason ?? "no reason was given"})` : "";
    return `since ${timeWords(entry.time)} by entry ${entry.index}, ${approved}${why}`;
}

;// CONCATENATED MODULE: ./actions/verify-model/src/check-environment.ts


const mostNamed = 5;
/** The newest promotion of each model to an environment; none without one. */
function newestPromotions(entries, environment) {
    const newest = new Map();
    for (const entry of entries) {
        if (entry.type === "promoted" && entry.environment === environment)
            newest.set(entry.model, entry);
    }
    return [...newest.values()];
}
/**
 * Whether the environment should run these bytes now, and which ones otherwise, since when and by whose approval. The
 * log's entries decide; the pointer files, which deployments read, must say the same.
 */
async function checkEnvironment(digest, { environment, model }, { entries, view }) {
    const there = newestPromotions(entries, environment).filter((entry) => model === undefined || entry.model === model);
    const running = there.find((entry) => entry.digest.sha256 === digest.sha256);
    const check = { id: "environment", title: `it is what ${environment} should run` };
    if (running === undefined)
        return [{ ...check, outcome: "fail", detail: otherwise(environment, there) }];
    return [
        {
            ...check,
            outcome: "pass",
            detail: `${nameOf(running)} ${stayWords(running)}`,
            entry: running.index,
        },
        await checkPointer(running, view),
    ];
}
function otherwise(environment, there) {
    if (there.length === 0)
        return `nothing was ever promoted to ${environment}`;
    const named = there.slice(0, mostNamed).map((entry) => `${nameOf(entry)} ${stayWords(entry)}`);
    const more = there.length > mostNamed ? `; and ${there.length - mostNamed} more models` : "";
    return `${environment} should run ${named.join("; ")}${more}`;
}
async function checkPointer(entry, view) {
    const path = (0,audit_src/* pointerPath */.hw)(entry.environment, entry.model);
    const bytes = (await view.readFiles([path])).get(path);
    const expected = `${JSON.stringify((0,audit_src/* pointerOf */.rq)(entry), undefined, 1)}\n`;
    const isSame = bytes !== undefined && new TextDecoder().decode(bytes) === expected;
    return {
        id: "pointer",
        title: `${path} says the same as the log`,
        outcome: isSame ? "pass" : "fail",
        detail: isSame
            ? `it is what entry ${entry.index} wrote`
            : `it was ${bytes === undefined ? "removed" : "changed"} without an entry: whoever deploys by it deploys something else`,
        entry: entry.index,
    };
}

;// CONCATENATED MODULE: ./actions/verify-model/src/findings.ts

/** What was found of nothing. */
const nothingFound = {
    found: undefined,
    registered: undefined,
    readBlob: undefined,
};
/** A log or proof that does not hold is a finding; anything else is for the caller. */
function damageOf(error) {
    if (error instanceof kernel_src/* UserError */.yo && (error.code === "SW4304" || error.code === "SW4305"))
        return error.message;
    throw error;
}

;// CONCATENATED MODULE: ./actions/verify-model/src/check-proof.ts



const later = "whether a later entry replaced it cannot be known without the log";
/**
 * What a proof says on its own: that the log held this entry when its checkpoint was signed. What came later it cannot
 * say, so that a check of the environment is a `warn` at best.
 * @throws UserError SW1301 without the file
 */
async function checkProof(question, { environment, model }) {
    const proven = await readProof(question);
    if (typeof proven === "string")
        return { checks: [{ ...entryCheck, outcome: "fail", detail: proven }], ...nothingFound };
    const { entry, checkpoint } = proven;
    const isEntry = {
        ...entryCheck,
        outcome: "pass",
        detail: `entry ${entry.index} is under the root of ${checkpoint.size} entries, signed by ${checkpoint.origin}; ${later}${unsaid(entry)}`,
        entry: entry.index,
    };
    const registered = isAbout(proven, question.digest, model);
    if (registered.outcome === "fail")
        return { checks: [registered, isEntry], ...nothingFound };
    return {
        ...nothingFound,
        checks: [
            registered,
            isEntry,
            ...(environment === undefined ? [] : [ranIn(environment, proven)]),
        ],
        found: entry,
        registered: entry.type === "registered" ? entry : undefined,
    };
}
/** Only a registration says whether the model was signed. */
function unsaid({ type }) {
    return type === "promoted"
        ? "; whether the model was signed is said by the proof of its registration"
        : "";
}
/** A proof beside the log: it holds on its own, is about these bytes, and today's log goes on from it. */
async function checkProofAgainst({ log, view }, question) {
    const check = { id: "proof", title: "the proof is one of this log, and of this model" };
    const proven = await readProof(question);
    if (typeof proven === "string")
        return { ...check, outcome: "fail", detail: proven };
    const { entry, checkpoint } = proven;
    const found = isAbout(proven, question.digest, undefined);
    if (found.outcome === "fail")
        return { ...check, outcome: "fail", detail: found.detail };
    const goesOn = await (0,audit_src/* checkConsistency */.zV)(view.readFiles, log, checkpoint);
    const sizes = `the log had ${checkpoint.size} entries then and has ${log.size} now`;
    return {
        ...check,
        outcome: goesOn ? "pass" : "fail",
        detail: goesOn
            ? `entry ${entry.index}; ${sizes}, and begins with them`
            : `${sizes}, but does not begin with them: it was rewritten or cut off since`,
        entry: entry.index,
    };
}
const entryCheck = { id: "entry", title: "its entry is in the log that the key signed" };
async function readProof({ path, key, ports }) {
    const text = await ports.files.readText(path);
    try {
        return (0,audit_src/* openProof */.J2)(text, key, ports.crypto);
    }
    catch (error) {
        return damageOf(error);
    }
}
function isAbout({ entry }, digest, model) {
    const check = {
        id: "registered",
        title: "the folder is a registered version",
        entry: entry.index,
    };
    if (entry.type === "refused") {
        const detail = `the proof is of a promotion of ${nameOf(entry)} to ${entry.environment} that was refused`;
        return { ...check, outcome: "fail", detail };
    }
    if (entry.digest.sha256 !== digest.sha256 || (model !== undefined && model !== entry.model)) {
        const detail = `the proof is of ${nameOf(entry)}; this folder is ${digestWords(digest)}: a file was changed, added or removed, or it is another folder`;
        return { ...check, outcome: "fail", detail };
    }
    const what = entry.type === "registered" ? "registered" : `promoted to ${entry.environment}`;
    return {
        ...check,
        outcome: "pass",
        detail: `${nameOf(entry)}, ${what} ${timeWords(entry.time)}`,
    };
}
function ranIn(environment, { entry }) {
    const check = {
        id: "environment",
        title: `it is what ${environment} should run`,
        entry: entry.index,
    };
    if (entry.type === "registered") {
        const detail = `the proof is of the registration, which says nothing about ${environment}; the log does, and so does the proof of its promotion`;
        return { ...check, outcome: "inconclusive", detail };
    }
    if (entry.type !== "promoted" || entry.environment !== environment)
        return { ...check, outcome: "fail", detail: `the proof is of ${entry.environment}` };
    return { ...check, outcome: "warn", detail: `it was put there ${stayWords(entry)}; ${later}` };
}

;// CONCATENATED MODULE: ./actions/verify-model/src/check-log.ts







/**
 * Looks for a folder's digest in the log: which version it is, that its entry is under the signed root, and whether
 * the environment should run it. Every entry is recomputed, because only they say what replaced what.
 * @throws UserError SW4309 without a log, SW4306 for one of `origin` that is older than its tags
 */
async function checkLog(digest, input, { key, ports }) {
    // Before the log: a run that goes on meanwhile makes its tag after its entry.
    const tags = await ports.tags?.list();
    const view = await ports.view();
    const found = await readLog(view, key, ports);
    if (typeof found === "string")
        return { checks: [notWhole(found)], ...nothingFound };
    const { log, entries } = found;
    if (tags !== undefined)
        (0,delivery_src/* demandPublished */.KC)(tags, { size: log.size, entries });
    if (log.size === 0)
        throw noLog();
    const registered = chooseVersion(digest, input, entries);
    const checks = [
        registered === undefined ? notRegistered(digest, input, entries) : isRegistered(registered),
        ...(registered === undefined ? [] : [await checkEntry(registered, found, ports)]),
        ...(input.proof === undefined
            ? []
            : [await checkProofAgainst(found, { digest, key, path: input.proof, ports })]),
        ...(input.environment === undefined
            ? []
            : await checkEnvironment(digest, { ...input, environment: input.environment }, found)),
    ];
    const readBlob = async (sha256) => {
        const path = (0,audit_src/* blobPath */.nD)(sha256);
        return (await view.readFiles([path])).get(path);
    };
    return { checks, found: registered, registered, readBlob };
}
async function readLog(view, key, { crypto }) {
    try {
        const log = await (0,audit_src/* openLog */.Ne)(view.readFiles, key, crypto);
        const entries = await (0,audit_src/* readEntries */.$2)(view.readFiles, log, { from: 0, to: log.size });
        return { log, view, entries };
    }
    catch (error) {
        return damageOf(error);
    }
}
/** Two models may have the same bytes: the one that the environment runs is meant, else the newest. */
function chooseVersion(digest, { model, environment }, entries) {
    const candidates = entries
        .filter((entry) => entry.type === "registered")
        .filter((entry) => entry.digest.sha256 === digest.sha256)
        .filter((entry) => model === undefined || entry.model === model);
    const running = newestPromotions(entries, environment).find((entry) => entry.digest.sha256 === digest.sha256 && (model === undefined || entry.model === model));
    return candidates.find((entry) => entry.model === running?.model) ?? candidates.at(-1);
}
function isRegistered(entry) {
    const signature = entry.signature === null ? "without a signature" : "with a signature";
    return {
        id: "registered",
        title: "the folder is a registered version",
        outcome: "pass",
        detail: `${nameOf(entry)}, registered ${timeWords(entry.time)} at commit ${entry.commit.slice(0, 12)}, ${signature}`,
        entry: entry.index,
    };
}
function notRegistered(digest, { model }, entries) {
    const versions = entries.filter((entry) => entry.type === "registered" && (model === undefined || entry.model === model));
    const other = entries.find((entry) => entry.type === "registered" && entry.digest.sha256 === digest.sha256);
    const newest = versions.at(-1);
    const known = newest === undefined
        ? `the log knows no model ${model ?? "at all"}`
        : `the newest that is registered is ${nameOf(newest)}`;
    const also = other === undefined ? "" : `; they are ${nameOf(other)}`;
    return {
        id: "registered",
        title: "the folder is a registered version",
        outcome: "fail",
        detail: `no version${model === undefined ? "" : ` of ${model}`} has these bytes (${digestWords(digest)})${also}: a file was changed, added or removed, or it is another folder; ${known}`,
    };
}
async function checkEntry({ index }, { log, view }, { crypto }) {
    const check = { id: "entry", title: "its entry is in the log that the key signed", entry: index };
    try {
        const proof = await (0,audit_src/* proveEntry */.fI)(view.readFiles, log, index);
        (0,audit_src/* openProof */.J2)(proof, log.key, crypto);
        const detail = `entry ${index} is under root ${log.rootHex.slice(0, 12)} of ${log.size} entries, signed by ${log.key.name}`;
        return { ...check, outcome: "pass", detail };
    }
    catch (error) {
        return { ...check, outcome: "fail", detail: damageOf(error) };
    }
}
function notWhole(detail) {
    const more = "nothing that it says can be trusted: see `slipway verify audit`";
    return {
        id: "log",
        title: "the log is what its key signed",
        outcome: "fail",
        detail: `${detail}; ${more}`,
    };
}
function noLog() {
    return new kernel_src/* UserError */.yo({
        code: "SW4309",
        message: "there is no log to look into",
        remedy: "The first `slipway register MODEL` makes it. With `log`, name the folder that holds the files `checkpoint`, `tile/` and `entries/`.",
    });
}

// EXTERNAL MODULE: ./packages/registry/src/index.ts + 20 modules
var registry_src = __webpack_require__(12642);
;// CONCATENATED MODULE: ./actions/verify-model/src/check-signature.ts

const title = "the signature covers the folder";
const check_signature_mostNamed = 20;
const giveIt = "give it with --signature (input `signature`)";
/**
 * Checks the OMS bundle that was given, else the one that the registration names, with the PEM key that was given.
 * What was asked for and cannot be checked is never a pass: a bundle without a key is `inconclusive`, a key without a
 * bundle a `fail`. Where nobody asked, a signed model is a `warn` that says so, and an unsigned one no finding.
 * @throws UserError SW4105 for a key that cannot be read, SW1301 without a file
 */
async function checkSignature({ signature, publicKey }, model, { files, keys, sha256 }) {
    const { registered } = model;
    if (publicKey === undefined)
        return notChecked(signature, registered);
    const publicKeyPem = await files.readText(publicKey);
    const bundle = signature === undefined
        ? await registeredBundle(model, sha256)
        : { text: await files.readText(signature) };
    if (bundle.text === undefined)
        return [check("fail", bundle.lacking)];
    const question = { bundle: bundle.text, files: model.files, publicKeyPem };
    const { ok, problems, ignored, referenceDigest } = (0,registry_src/* verifyModelBundle */.JK)(question, keys, sha256);
    if (!ok)
        return [check("fail", listed(problems.map(({ message }) => message)))];
    const left = ignored.length === 0 ? "" : `; it leaves out ${listed(ignored)}`;
    const order = referenceDigest === undefined
        ? ""
        : "; it lists the files in another order, so that it names the model by another root digest";
    const other = signature === undefined ? "" : otherBundle(bundle.text, registered, sha256);
    return [check("pass", `the key that was given signed every file${left}${order}${other}`)];
}
/** Whoever has the key may sign again; what was registered is then another bundle. */
function otherBundle(text, registered, sha256) {
    if (registered === undefined)
        return "";
    if (registered.signature === null)
        return "; the model was registered unsigned";
    const name = registered.signature.digest.sha256;
    const given = sha256(new TextEncoder().encode(text));
    return given === name
        ? ""
        : `; the bundle that was given (${given.slice(0, 12)}) is another one than the registered (${name.slice(0, 12)})`;
}
function notChecked(signature, registered) {
    const needed = "name the PEM file of the key that must have signed it (public-key)";
    if (signature !== undefined)
        return [check("inconclusive", `not checked: ${needed}`)];
    if (!registered?.signature)
        return [];
    const { keyHint } = registered.signature;
    return [
        check("warn", `not checked: the model was signed with key ${keyHint.slice(0, 12)}; ${needed}`),
    ];
}
async function registeredBundle({ registered, readBlob }, sha256) {
    if (registered === undefined)
        return {
            text: undefined,
            lacking: `no bundle was given, and ${readBlob === undefined ? `no registration is at hand that could name one: ${giveIt}` : "no registration names one"}`,
        };
    if (registered.signature === null)
        return {
            text: undefined,
            lacking: "no bundle was given, and the model was registered unsigned",
        };
    const name = registered.signature.digest.sha256;
    if (readBlob === undefined)
        return {
            text: undefined,
            lacking: `no bundle was given: the registration names ${name.slice(0, 12)}, which is kept beside the log and not in a proof; ${giveIt}`,
        };
    const bytes = await readBlob(name);
    if (bytes === undefined)
        return {
            text: undefined,
            lacking: `the bundle ${name.slice(0, 12)} that was registered is not beside the log`,
        };
    if (sha256(bytes) !== name)
        return {
            text: undefined,
            lacking: `the bundle ${name.slice(0, 12)} was changed after it was registered`,
        };
    return { text: new TextDecoder().decode(bytes) };
}
function listed(texts) {
    const more = texts.length > check_signature_mostNamed ? ` and ${texts.length - check_signature_mostNamed} more` : "";
    return `${texts.slice(0, check_signature_mostNamed).join("; ").slice(0, 5000)}${more}`;
}
function check(outcome, detail) {
    return { id: "signature", title, outcome, detail };
}

;// CONCATENATED MODULE: ./actions/verify-model/src/read-model.ts


/**
 * Reads the folder; a signature that lies in it is no part of the model.
 * @throws UserError SW4104 without it, SW4101 where it is empty, SW4102 for a link, SW4103 for names that clash
 */
async function readModel({ path, signature }, { models, sha256 }) {
    const found = await models.read(path);
    if (found === undefined)
        throw missing(path);
    const files = found.filter(({ name }) => signature === undefined || !isSame(path, name, signature));
    (0,registry_src/* demandDistinctNames */.Qm)(files);
    const covered = new Set((0,registry_src/* modelManifest */.j0)(files).map(({ name }) => name));
    const manifest = files.filter(({ name }) => covered.has(name));
    return { files, manifest, digest: (0,registry_src/* modelRootDigest */.Y8)(files, sha256) };
}
function isSame(folder, name, path) {
    return plain(`${folder}/${name}`) === plain(path);
}
function plain(path) {
    return path
        .replaceAll("\\", "/")
        .split("/")
        .filter((part, at) => part !== "." && (part !== "" || at === 0))
        .join("/");
}
function missing(path) {
    return new kernel_src/* UserError */.yo({
        code: "SW4104",
        message: `there is no folder ${JSON.stringify(path.slice(0, 300))}`,
        remedy: "Name the model's folder, as it was registered: the folder that `path` under `models:` names.",
    });
}

;// CONCATENATED MODULE: ./actions/verify-model/src/verify-model.ts







/**
 * Checks a model's folder against its signature and the log, or against a proof alone where one is given without a
 * log. Nothing that the folder or the log says about itself is trusted: the keys come from the caller, or the log's
 * from the default branch.
 * @throws UserError SW4101 to SW4105 for the folder and the key, SW4301, SW4306, SW4309, SW1301
 */
async function verifyModel(input, ports) {
    const model = await readModel(input, ports);
    const { files, digest } = model;
    const key = await (0,delivery_src/* trustedKey */.To)(input.key, ports.delivery);
    const { proof, log } = input;
    const findings = proof === undefined || log !== undefined
        ? await checkLog(digest, input, { key, ports })
        : await checkProof({ digest, key, path: proof, ports }, input);
    const signature = await checkSignature(input, { ...findings, files }, ports);
    const checks = [folderCheck(model), ...findings.checks, ...signature];
    return {
        schema: "slipway/model-verification/v1",
        outcome: (0,kernel_src/* worstOutcome */.Om)(checks.map(({ outcome }) => outcome)),
        path: input.path,
        digest,
        model: findings.found?.model ?? null,
        version: findings.found?.version ?? null,
        environment: input.environment ?? null,
        checks,
    };
}
function folderCheck({ manifest, digest }) {
    const bytes = manifest.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const counted = `${manifest.length} ${manifest.length === 1 ? "file" : "files"}`;
    return {
        id: "folder",
        title: "the folder is a model",
        outcome: "pass",
        detail: `${counted}, ${bytes.toLocaleString("en-US")} bytes, ${digestWords(digest)}`,
    };
}

;// CONCATENATED MODULE: ./actions/verify-model/src/main.ts







/** Starts verify-model under a runner. */
function main() {
    return (0,src/* runAction */.Cs)({ inputs: inputs, ports, run: verifyModel, render: renderModel });
}
function ports({ log, branch, githubToken }) {
    const { env } = process;
    const folder = env["GITHUB_WORKSPACE"] ?? process.cwd();
    const files = (0,src/* workspaceFiles */.PZ)({ root: folder, roots: [(0,src/* temporaryFolder */.yy)(env)] });
    const place = { folder, ...(githubToken === undefined ? {} : { token: githubToken }) };
    return {
        files,
        models: (0,src/* modelFolder */.Ch)(files.locate),
        view: log === undefined
            ? () => (0,git_src/* gitSlipwayBranch */.iU)({ ...place, branch }).view()
            : () => Promise.resolve((0,src/* folderView */.kz)(files.locate(log))),
        tags: log === undefined ? (0,git_src/* gitRegistryTags */.zj)(place) : undefined,
        delivery: log === undefined
            ? async () => (0,delivery_src/* loadDelivery */.Fw)(await (0,git_src/* gitDefaultBranch */.c3)(place), sha256)
            : undefined,
        crypto: src/* logCrypto */.ag,
        keys: src/* ecdsaKeys */.fG,
        sha256,
    };
}
function sha256(bytes) {
    return (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
}

;// CONCATENATED MODULE: ./actions/verify-model/src/index.ts






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
