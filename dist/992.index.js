export const id = 992;
export const ids = [992];
export const modules = {

/***/ 85992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inputs: () => (/* reexport */ inputs),
  main: () => (/* reexport */ main),
  renderStored: () => (/* reexport */ renderStored),
  storeEvidence: () => (/* reexport */ storeEvidence)
});

// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var src = __webpack_require__(43845);
// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./actions/store-evidence/src/inputs.ts


/** The inputs of store-evidence. */
const inputs = schemas/* strictObject */.rej({
    evidence: src/* field */.ZZ.lines(),
    fromArtifacts: src/* field */.ZZ
        .list()
        .refine((names) => names.every(src/* isArtifactName */.k1), "must be names of artifacts"),
    branch: src/* field */.ZZ
        .textOr("slipway")
        .refine((name) => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(name) && !name.includes(".."), "must be the name of a branch"),
    githubToken: src/* field */.ZZ.secret(),
})
    .refine(({ evidence, fromArtifacts }) => evidence.length === 0 || fromArtifacts.length === 0, "give either `evidence` or `from-artifacts`, not both");

// EXTERNAL MODULE: ./packages/git/src/index.ts + 14 modules
var git_src = __webpack_require__(81023);
;// CONCATENATED MODULE: ./actions/store-evidence/src/render-stored.ts
/** Log and outputs of store-evidence. */
function renderStored(stored) {
    const { names, commit, changed, attempts } = stored;
    const tries = attempts > 1 ? ` (attempt ${attempts}: the branch moved meanwhile)` : "";
    const log = changed
        ? `stored ${names.join(", ")} in ${commit.slice(0, 12)}${tries}`
        : `the branch holds ${names.join(", ")} already`;
    return { outcome: "pass", outputs: { commit, stored: String(changed) }, log };
}

// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var contracts_src = __webpack_require__(66174);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
;// CONCATENATED MODULE: ./actions/store-evidence/src/store-evidence.ts


/**
 * Writes evidence and its item blobs to the branch in one commit, beside that of other commits. A pull request
 * never writes: what it would store could judge the next one.
 * @throws UserError SW1001 in a pull request, SW1402 without evidence, SW1301 without its items, SW3202, SW3203
 */
async function storeEvidence(input, ports) {
    const { commit } = ports;
    if (ports.event?.startsWith("pull_request") === true)
        throw notHere();
    const found = input.evidence.length === 0
        ? await ports.folder.list()
        : await readNamed(input.evidence, ports.files);
    if (found.length === 0 || commit === undefined)
        throw nothing(commit);
    for (const { path, evidence } of found) {
        if (evidence.run.commit !== undefined && evidence.run.commit !== commit)
            throw ofAnother(path, evidence.run.commit, commit);
    }
    const files = (await Promise.all(found.map((file) => filesOf(file, commit, ports)))).flat();
    const names = found.map(({ evidence }) => `${evidence.kind} ${evidence.name}`);
    const stored = await ports.branch.store(files, `Evidence of ${commit.slice(0, 12)}: ${names.join(", ")}`.slice(0, 500));
    return { ...stored, names };
}
async function filesOf({ path, evidence }, commit, ports) {
    const document = {
        path: `evidence/${commit}/${evidence.kind}-${evidence.name}.json`,
        content: `${JSON.stringify(evidence, undefined, 1)}\n`,
    };
    const items = evidence.kind === "evaluation" ? evidence.items.digest : undefined;
    if (items === undefined)
        return [document];
    const file = await findItems(path, items, ports);
    return [document, { path: `blobs/sha256/${items.sha256}`, content: { file } }];
}
/** Where the items lie: beside the evidence, as an artifact brings them, or in this job's own folder. */
async function findItems(path, items, { files, folder }) {
    const beside = `${path.replace(/[^/\\]*$/, "")}blobs/sha256/${items.sha256}`;
    for (const place of [beside, folder.blobPath(items)])
        if (await files.exists(place))
            return files.locate(place);
    throw new kernel_src/* UserError */.yo({
        code: "SW1301",
        message: `the items of ${path} (${items.sha256.slice(0, 12)}) are not beside it`,
        remedy: "Bring the whole folder of evidence from the other job, blobs/ included.",
    });
}
async function readNamed(patterns, files) {
    const paths = (await Promise.all(patterns.map((pattern) => files.list(pattern)))).flat();
    return Promise.all([...new Set(paths)].map(async (path) => ({
        path,
        evidence: (0,contracts_src/* parseEvidence */.vf)(await files.readText(path), path),
    })));
}
function notHere() {
    return new kernel_src/* UserError */.yo({
        code: "SW1001",
        message: "store-evidence does not run for pull requests: only the default branch makes baselines",
        remedy: "Add to the step: if: github.event_name == 'push'",
    });
}
function nothing(commit) {
    return new kernel_src/* UserError */.yo({
        code: "SW1402",
        message: commit === undefined
            ? "there is no commit that the evidence could belong to"
            : "there is no evidence to store",
        remedy: "Run validate-data or evaluate-model before this step, in the same job.",
    });
}
function ofAnother(path, claimed, commit) {
    return new kernel_src/* UserError */.yo({
        code: "SW1401",
        message: `${path} is evidence of commit ${claimed.slice(0, 12)}, but ${commit.slice(0, 12)} is checked out`,
        remedy: "Store evidence in the job that made it.",
    });
}

;// CONCATENATED MODULE: ./actions/store-evidence/src/main.ts





/** Starts store-evidence under a runner. */
function main() {
    return (0,src/* runAction */.Cs)({
        inputs: inputs,
        ports,
        run: async (input, world) => storeEvidence(input, { ...world, commit: await (0,git_src/* headCommit */.Qo)(rootFolder()) }),
        render: renderStored,
    });
}
function rootFolder() {
    return process.env["GITHUB_WORKSPACE"] ?? process.cwd();
}
function ports({ branch, fromArtifacts, githubToken }) {
    const folder = rootFolder();
    const temporary = (0,src/* temporaryFolder */.yy)(process.env);
    return {
        files: (0,src/* workspaceFiles */.PZ)({ root: folder, roots: [temporary] }),
        folder: (0,src/* withJobArtifacts */.Xm)((0,src/* evidenceFolder */.ek)((0,src/* evidenceHome */.zy)(process.env)), fromArtifacts, process.env),
        branch: (0,git_src/* gitEvidenceBranch */.Qu)({
            folder,
            branch,
            ...(githubToken === undefined ? {} : { token: githubToken }),
        }),
        event: process.env["GITHUB_EVENT_NAME"],
    };
}

;// CONCATENATED MODULE: ./actions/store-evidence/src/index.ts






/***/ })

};
