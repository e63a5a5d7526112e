export const id = 351;
export const ids = [351];
export const modules = {

/***/ 76351:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  auditKey: () => (/* binding */ auditKey)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./packages/audit/src/index.ts + 30 modules
var src = __webpack_require__(4751);
// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var contracts_src = __webpack_require__(66174);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var runner_src = __webpack_require__(43845);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./packages/cli/src/init/name-of-remote.ts
/** What the name of a log may be: no spaces, no controls and no plus, which parts a key. */
const nameForm = /^[^\s+\p{C}]{1,200}$/u;
/** `host/owner/name` of an address that git accepts, without scheme, user, port and `.git`; `undefined` for a local path. */
function nameOfRemote(address) {
    const scp = /^(?:[^@/:\s]+@)?([^@/:\s]{2,}):(?!\/\/)(.+)$/.exec(address);
    const url = scp === null ? URL.parse(address) : null;
    const isRemote = url !== null && /^(https?|ssh|git|git\+ssh):$/.test(url.protocol);
    const host = scp?.[1] ?? (isRemote ? url.hostname : "");
    const path = (scp?.[2] ?? url?.pathname ?? "").replace(/^\/+/, "").replace(/(\.git)?\/*$/, "");
    const name = `${host.toLowerCase()}/${path}`;
    return host !== "" && path !== "" && nameForm.test(name) ? name : undefined;
}

;// CONCATENATED MODULE: ./packages/cli/src/init/log-name.ts



/**
 * The name of the log's key, which is also the origin of the log: `wanted`, or host/owner/name of the remote `origin`.
 * @throws UserError SW1001 where there is none that can be used
 */
async function logName(folder, wanted) {
    if (wanted !== undefined) {
        if (nameForm.test(wanted))
            return wanted;
        throw new kernel_src/* UserError */.yo({
            code: "SW1001",
            message: "--name must be 1 to 200 characters without spaces and without +",
            remedy: "Name the log as people would look for it: --name example.com/owner/repository",
        });
    }
    const address = await remoteAddress(folder);
    const found = address === undefined ? undefined : nameOfRemote(address);
    if (found !== undefined)
        return found;
    throw new kernel_src/* UserError */.yo({
        code: "SW1001",
        message: address === undefined
            ? "the log cannot be named: this repository has no remote `origin`"
            : "the log cannot be named after the remote `origin`, which has no host and path to name it by",
        remedy: "Give it a name that stays: slipway init --audit --name example.com/owner/repository",
    });
}
/** As it is written in the settings: what `insteadOf` makes of it is this machine's own affair. */
function remoteAddress(folder) {
    const args = ["config", "--get", "remote.origin.url"];
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)("git", args, { cwd: folder }, (error, stdout) => {
            const address = stdout.trim();
            resolve(error !== null || address === "" ? undefined : address);
        });
    });
}

;// CONCATENATED MODULE: ./packages/cli/src/init/audit-key.ts








const file = "slipway.yaml";
const secretName = "SLIPWAY_AUDIT_KEY";
/**
 * `slipway init --audit`: makes the log's key pair, prints the secret half on standard output and nowhere else, and
 * writes the public half into `slipway.yaml`. Where anything fails, that file stays as it was.
 * @throws UserError SW1101, SW1303 where it names a key already, SW1001 without a name, SW12xx where it cannot be read
 */
async function auditKey({ name }) {
    const files = (0,runner_src/* workspaceFiles */.PZ)({ root: process.cwd(), anywhere: true });
    if (!(await files.exists(file)))
        throw missing();
    const text = await files.readText(file);
    const { config } = (0,contracts_src/* parseConfig */.o4)(text, file);
    if (config.audit !== undefined)
        throw taken();
    const origin = await logName(process.cwd(), typeof name === "string" ? name : undefined);
    const { secret, verifierKey } = (0,src/* generateLogKey */.z6)(origin, (0,external_node_crypto_.randomBytes)(32), runner_src/* logCrypto */.ag);
    const addition = linesFor(text, verifierKey.text);
    demandOnlyThat(`${text}${addition}`, { ...config, audit: { key: verifierKey.text } });
    await print(secret);
    // The bytes as they are, and the file itself where the name is a link.
    const target = await (0,promises_.realpath)(files.locate(file));
    await (0,runner_src/* writeWhole */.f8)(target, file, Buffer.concat([await (0,promises_.readFile)(target), Buffer.from(addition)]));
    process.stderr.write(`${whatToDo(verifierKey.text, process.stdout.isTTY)}\n`);
}
/** The lines to append, ended as the file ends its own. */
function linesFor(text, key) {
    const plain = /^[\w.~/+=-]+$/.test(key) ? key : JSON.stringify(key);
    const eol = text.includes("\r\n") ? "\r\n" : "\n";
    return [
        ...(text.endsWith("\n") ? [] : [""]),
        "",
        "# The public key of the audit log. Its secret half signs; whoever has this line can verify.",
        `audit: { key: ${plain} }`,
        "",
    ].join(eol);
}
/** Appending is right for a file of plain keys; for every other form it would say something else. */
function demandOnlyThat(text, expected) {
    try {
        if ((0,external_node_util_.isDeepStrictEqual)((0,contracts_src/* parseConfig */.o4)(text, file).config, expected))
            return;
    }
    catch (error) {
        if (!(error instanceof kernel_src/* UserError */.yo))
            throw error;
    }
    throw new kernel_src/* UserError */.yo({
        code: "SW1202",
        message: `a key cannot be added at the end of ${file}, because of the way it is written`,
        remedy: "Write its first level as `key: value` lines that begin at the left margin, without `...` at the end, then run this again. No key was made.",
    });
}
function print(secret) {
    return new Promise((resolve, reject) => {
        const fail = (cause) => {
            reject(new kernel_src/* UserError */.yo({
                code: "SW1304",
                message: `the secret key cannot be handed over: ${cause.message}`,
                remedy: `Nothing was written. Try the command behind the pipe alone (gh secret set ${secretName} --help), then run this again.`,
                cause,
            }));
        };
        process.stdout.once("error", fail);
        process.stdout.write(`${secret}\n`, (error) => {
            if (error)
                fail(error);
            else
                resolve();
        });
    });
}
function whatToDo(key, isTerminal) {
    const shown = isTerminal
        ? [
            "The line above is the log's secret key. It is shown this once and stored nowhere. Store it now:",
            `  gh secret set ${secretName}        and paste the line`,
        ]
        : [
            "The log's secret key went to standard output and lies in no file. It belongs into a secret of the repository. Caught by key=$(slipway init --audit):",
            `  printf %s "$key" | gh secret set ${secretName}`,
            `Behind a pipe (slipway init --audit | gh secret set ${secretName}) it is there now.`,
            "With --env ENVIRONMENT it is a secret of that environment alone, which is safer: store it once for each that promotes.",
            `If it was not caught, or storing it failed, take the lines that were added out of ${file} and run that again.`,
        ];
    return [
        `wrote audit: { key: ${key} } into ${file}`,
        "",
        ...shown,
        "GitHub never shows a secret again: keep a copy where only the maintainers see it, such as their password store.",
        "",
        "In the workflow, at the steps register-model and promote-model:",
        "  with:",
        `    audit-key: \${{ secrets.${secretName} }}`,
        "",
        `Then merge ${file} into the default branch: the key that stands there decides.`,
    ].join("\n");
}
function missing() {
    return new kernel_src/* UserError */.yo({
        code: "SW1101",
        message: `there is no ${file} here, into which the log's public key belongs`,
        remedy: "Run this in the folder that has it, or write a first one: slipway init",
    });
}
function taken() {
    return new kernel_src/* UserError */.yo({
        code: "SW1303",
        message: `${file} names a key of the log already (audit: …)`,
        remedy: "Nothing was changed. A log keeps one key for all its life: under another one its checkpoint, its proofs and its next entry are refused. If the secret is lost or was seen by others, begin a new log: keep the old one (git push origin origin/slipway:refs/heads/slipway-old), delete the branch slipway, take `audit:` out of slipway.yaml, and run this again.",
    });
}


/***/ })

};
