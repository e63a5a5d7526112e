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

// EXTERNAL MODULE: ./packages/runner/src/index.ts + 17 modules
var src = __webpack_require__(12724);
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

// EXTERNAL MODULE: ./packages/git/src/index.ts + 8 modules
var git_src = __webpack_require__(3229);
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

// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 10 modules
var contracts_src = __webpack_require__(15666);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 5 modules
var kernel_src = __webpack_require__(87170);
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






/***/ }),

/***/ 3229:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ve: () => (/* reexport */ gitBaseRevision),
  Qu: () => (/* reexport */ gitEvidenceBranch),
  Qo: () => (/* reexport */ headCommit)
});

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 5 modules
var src = __webpack_require__(87170);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./packages/git/src/run-git.ts


/** Runs git without a shell, without prompts and in English. @throws UserError SW3204 where git is missing */
function tryGit(place, args) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)("git", args, {
            cwd: place.folder,
            env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C", ...place.env },
            stdio: ["ignore", "pipe", "pipe"],
        });
        const stdout = [];
        const stderr = [];
        child.stdout.on("data", (chunk) => stdout.push(chunk));
        child.stderr.on("data", (chunk) => stderr.push(chunk));
        child.on("error", (cause) => reject(missingGit(cause)));
        child.on("close", (code) => resolve({
            code: code ?? 1,
            stdout: Buffer.concat(stdout),
            stderr: Buffer.concat(stderr).toString("utf8"),
        }));
    });
}
/** A call of git that was expected to succeed and did not. */
class GitFailure extends Error {
    stderr;
    constructor(args, stderr) {
        super(`git ${args[0] ?? ""} failed: ${withoutSecrets(stderr)}`);
        this.name = "GitFailure";
        this.stderr = withoutSecrets(stderr);
    }
}
/** Runs git and gives what it printed, without the last line end. @throws GitFailure, UserError SW3204 */
async function runGit(place, args) {
    const { code, stdout, stderr } = await tryGit(place, args);
    if (code !== 0)
        throw new GitFailure(args, stderr);
    return stdout.toString("utf8").replace(/\n$/, "");
}
/** The folder that holds the repository's own files. @throws UserError SW3204 outside a repository */
async function gitFolder(place) {
    const { code, stdout } = await tryGit(place, [
        "rev-parse",
        "--path-format=absolute",
        "--git-common-dir",
    ]);
    if (code === 0)
        return stdout.toString("utf8").trim();
    throw new src/* UserError */.yo({
        code: "SW3204",
        message: "this folder is not in a git repository",
        remedy: "Check the repository out first: `uses: actions/checkout` before this step.",
    });
}
/** Takes credentials out of what git prints: addresses and headers. */
function withoutSecrets(text) {
    return text
        .replaceAll(/(https?:\/\/)[^/@\s]+@/g, "$1***@")
        .replaceAll(/(authorization: *)\S+( \S+)?/gi, "$1***")
        .trim()
        .slice(0, 1000);
}
function missingGit(cause) {
    return new src/* UserError */.yo({
        code: "SW3204",
        message: `git cannot be started: ${cause.message}`,
        remedy: "Install git, or use a runner image that has it.",
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/git/src/credentials.ts

/**
 * Variables that give a call of git the `http.*` settings of `repository` (where checkout leaves its credentials)
 * and, where those hold none and a token is given, that token. Nothing of it stands on a command line.
 */
async function credentialVariables(repository, token) {
    const { stdout } = await tryGit(repository, ["config", "--null", "--get-regexp", "^http\\."]);
    const settings = stdout
        .toString("utf8")
        .split("\0")
        .filter((entry) => entry !== "")
        .map((entry) => {
        const end = entry.indexOf("\n");
        return end < 0 ? [entry, "true"] : [entry.slice(0, end), entry.slice(end + 1)];
    });
    const hasCredentials = settings.some(([key]) => key.toLowerCase().endsWith(".extraheader"));
    if (token !== undefined && !hasCredentials) {
        const address = await remoteAddress(repository);
        if (address?.startsWith("https://")) {
            const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
            settings.push([
                `http.${new URL(address).origin}/.extraheader`,
                `AUTHORIZATION: basic ${basic}`,
            ]);
        }
    }
    const variables = { GIT_CONFIG_COUNT: String(settings.length) };
    for (const [index, [key, value]] of settings.entries()) {
        variables[`GIT_CONFIG_KEY_${index}`] = key;
        variables[`GIT_CONFIG_VALUE_${index}`] = value;
    }
    return variables;
}
/** The address of `origin`, absolute where it is a folder, or `undefined` without such a remote. */
async function remoteAddress(repository) {
    const { code, stdout } = await tryGit(repository, ["remote", "get-url", "origin"]);
    if (code !== 0)
        return undefined;
    const address = stdout.toString("utf8").trim();
    if (!address.startsWith("."))
        return address;
    return runGit(repository, ["rev-parse", "--path-format=absolute", "--git-path", `../${address}`]);
}

;// CONCATENATED MODULE: ./packages/git/src/base-revision.ts



/** The base branch's files, from the local repository or, where a shallow clone lacks the commit, from `origin`. */
function gitBaseRevision(options) {
    const place = { folder: options.folder };
    let fetched;
    return {
        ref: options.ref,
        commit: options.commit,
        readText: async (path) => {
            fetched ??= fetchCommit(place, options);
            await fetched;
            const name = `${options.commit}:${path.replace(/^\.\//, "")}`;
            const { code } = await tryGit(place, ["cat-file", "-e", name]);
            if (code !== 0)
                return undefined;
            const { stdout } = await tryGit(place, ["cat-file", "blob", name]);
            return stdout.toString("utf8");
        },
    };
}
async function fetchCommit(place, { commit, ref, token }) {
    await gitFolder(place);
    if (await hasCommit(place, commit))
        return;
    const env = await credentialVariables(place, token);
    const { stderr } = await tryGit({ ...place, env }, [
        "fetch",
        "--quiet",
        "--no-tags",
        "--depth=1",
        "origin",
        commit,
    ]);
    if (await hasCommit(place, commit))
        return;
    throw new src/* UserError */.yo({
        code: "SW3201",
        message: `the base commit ${commit.slice(0, 12)} of ${ref} cannot be fetched: ${stderr.trim().slice(0, 300)}`,
        remedy: "Its policy judges the pull request. Give the job `contents: read`, and let actions/checkout keep its credentials or pass `github-token`.",
    });
}
async function hasCommit(place, commit) {
    return (await tryGit(place, ["cat-file", "-e", `${commit}^{commit}`])).code === 0;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 10 modules
var contracts_src = __webpack_require__(15666);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./packages/git/src/branch-store.ts






const tip = "refs/slipway/tip";
/** Opens the store. @throws UserError SW3204 outside a repository, SW3201 where `origin` cannot be reached */
async function openBranchStore(repository, branch, token) {
    const local = await gitFolder(repository);
    const folder = (0,external_node_path_.join)(local, "slipway", "branch.git");
    const address = await remoteAddress(repository);
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, "HEAD"))) {
        await (0,promises_.mkdir)(folder, { recursive: true });
        await runGit({ folder }, ["init", "--quiet", "--bare"]);
    }
    const place = {
        folder,
        env: { ...(await credentialVariables(repository, token)), GIT_DIR: folder },
    };
    await runGit(place, ["config", "remote.origin.url", address ?? local]);
    await runGit(place, ["config", "remote.origin.promisor", "true"]);
    await runGit(place, ["config", "remote.origin.partialclonefilter", "blob:none"]);
    return { place, refresh: () => refresh(place, branch) };
}
async function refresh(place, branch) {
    const refspec = `+refs/heads/${branch}:${tip}`;
    const args = [
        "fetch",
        "--quiet",
        "--no-tags",
        "--depth=1",
        "--filter=blob:none",
        "origin",
        refspec,
    ];
    const { code, stderr } = await tryGit(place, args);
    if (code === 0)
        return runGit(place, ["rev-parse", tip]);
    if (/couldn't find remote ref/i.test(stderr))
        return undefined;
    throw new src/* UserError */.yo({
        code: "SW3201",
        message: `the branch ${branch} of origin cannot be read: ${new GitFailure(args, stderr).stderr.slice(0, 300)}`,
        remedy: "Check the network and that the job has `contents: read`, then run again.",
    });
}

;// CONCATENATED MODULE: ./packages/git/src/head-commit.ts

/** The commit that is checked out in `folder`, or `undefined` outside a repository or before the first commit. */
async function headCommit(folder) {
    const { code, stdout } = await tryGit({ folder }, ["rev-parse", "HEAD"]);
    return code === 0 ? stdout.toString("utf8").trim() : undefined;
}

;// CONCATENATED MODULE: ./packages/git/src/nearest-ancestor.ts


const deepenSteps = ["--deepen=50", "--deepen=500", "--unshallow"];
/**
 * The nearest ancestor of HEAD (HEAD itself included) among `commits`, with the number of commits between them.
 * A shallow clone is deepened step by step until one is found or the whole history is there.
 */
async function nearestAncestor(repository, commits, token) {
    let found = await nearestLocal(repository, commits);
    for (const step of deepenSteps) {
        if (found !== undefined || !(await isShallow(repository)))
            break;
        const env = await credentialVariables(repository, token);
        const head = await runGit(repository, ["rev-parse", "HEAD"]);
        const { code } = await tryGit({ ...repository, env }, [
            "fetch",
            "--quiet",
            "--no-tags",
            step,
            "origin",
            head,
        ]);
        if (code !== 0)
            break;
        found = await nearestLocal(repository, commits);
    }
    return found;
}
async function nearestLocal(repository, commits) {
    const { code, stdout } = await tryGit(repository, ["rev-list", "--max-count=100000", "HEAD"]);
    if (code !== 0)
        return undefined;
    let nearest;
    const ancestors = stdout
        .toString("utf8")
        .split("\n")
        .filter((commit) => commits.has(commit));
    // The list is newest first: a handful of the newest hold the nearest one, side branches included.
    for (const commit of ancestors.slice(0, 10)) {
        const distance = Number(await runGit(repository, ["rev-list", "--count", `${commit}..HEAD`]));
        if (nearest === undefined || distance < nearest.distance)
            nearest = { commit, distance };
    }
    return nearest;
}
async function isShallow(repository) {
    return (await runGit(repository, ["rev-parse", "--is-shallow-repository"])) === "true";
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./packages/git/src/store-files.ts






/** How often a writer that lost the race tries again. Each round another writer won, so all of 20 get through. */
const maxAttempts = 30;
const identity = {
    GIT_AUTHOR_NAME: "slipway",
    GIT_AUTHOR_EMAIL: "slipway@users.noreply.github.com",
    GIT_COMMITTER_NAME: "slipway",
    GIT_COMMITTER_EMAIL: "slipway@users.noreply.github.com",
};
/**
 * Adds files to the branch in one commit that the remote accepts only on top of the tip that it was made from.
 * @throws UserError SW3202 where the remote refuses, SW3203 after 30 attempts
 */
async function storeFiles(store, request) {
    for (let attempts = 1; attempts <= maxAttempts; attempts += 1) {
        const parent = await store.refresh();
        const commit = await commitOf(store.place, parent, request);
        if (commit === undefined)
            return { commit: parent ?? "", changed: false, attempts };
        const lease = `--force-with-lease=refs/heads/${request.branch}:${parent ?? ""}`;
        const args = ["push", "--quiet", lease, "origin", `${commit}:refs/heads/${request.branch}`];
        const { code, stderr } = await tryGit(store.place, args);
        if (code === 0)
            return { commit, changed: true, attempts };
        if (!lostTheRace(stderr))
            throw refused(request.branch, stderr);
        await (0,external_node_timers_promises_.setTimeout)((0,external_node_crypto_.randomInt)(20, 60 * Math.min(attempts, 10)));
    }
    throw new src/* UserError */.yo({
        code: "SW3203",
        message: `the branch ${request.branch} moved ${maxAttempts} times while evidence was stored`,
        remedy: "Run the job again; a `concurrency` group for it keeps writers apart.",
    });
}
function lostTheRace(stderr) {
    return /stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|already exists|incorrect old value/i.test(stderr);
}
/** The new commit, or `undefined` where the branch holds exactly these files already. */
async function commitOf(place, parent, request) {
    const index = (0,external_node_path_.join)(place.folder, `index-${(0,external_node_crypto_.randomUUID)()}`);
    const inIndex = { ...place, env: { ...place.env, GIT_INDEX_FILE: index } };
    try {
        if (parent !== undefined)
            await runGit(inIndex, ["read-tree", parent]);
        for (const file of request.files) {
            const blob = await writeBlob(place, file);
            await runGit(inIndex, [
                "update-index",
                "--add",
                "--cacheinfo",
                `100644,${blob},${file.path}`,
            ]);
        }
        const tree = await runGit(inIndex, ["write-tree", "--missing-ok"]);
        if (parent !== undefined && tree === (await runGit(place, ["rev-parse", `${parent}^{tree}`])))
            return undefined;
        const parents = parent === undefined ? [] : ["-p", parent];
        const author = { ...place, env: { ...place.env, ...identity } };
        return await runGit(author, ["commit-tree", tree, ...parents, "-m", request.message]);
    }
    finally {
        await (0,promises_.rm)(index, { force: true });
    }
}
async function writeBlob(place, { content }) {
    if (typeof content !== "string")
        return runGit(place, ["hash-object", "-w", "--no-filters", content.file]);
    const file = (0,external_node_path_.join)(place.folder, `blob-${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await (0,promises_.writeFile)(file, content);
        return await runGit(place, ["hash-object", "-w", "--no-filters", file]);
    }
    finally {
        await (0,promises_.rm)(file, { force: true });
    }
}
function refused(branch, stderr) {
    const detail = stderr.trim().slice(0, 400);
    const forbidden = /403|denied|not permitted|permission|could not read username|authentication failed/i.test(detail);
    return new src/* UserError */.yo({
        code: "SW3202",
        message: `origin refuses to store evidence on the branch ${branch}: ${detail}`,
        remedy: forbidden
            ? "Add to the job:\n    permissions:\n      contents: write\nand let actions/checkout keep its credentials, or pass `github-token`."
            : `Let rules and hooks of the repository allow pushes to ${branch}.`,
    });
}

;// CONCATENATED MODULE: ./packages/git/src/evidence-branch.ts








const readme = `# The slipway branch

Written by Slipway: evidence of the default branch, by which later changes are judged. Do not edit by hand.

- evidence/COMMIT/KIND-NAME.json: what was found at that commit
- blobs/sha256/DIGEST: the items behind an evaluation, by the digest of their bytes
`;
/** The branch of `origin` that keeps evidence, through the git binary. */
function gitEvidenceBranch(options) {
    const branch = options.branch ?? "slipway";
    const view = branchView({ ...options, branch });
    return {
        nearest: async (kind, name) => {
            const { place, tip } = await view.current();
            if (tip === undefined)
                return undefined;
            const file = `${kind}-${name}.json`;
            const known = await commitsWith(place, tip, file);
            if (options.skipHead === true)
                known.delete((await headCommit(options.folder)) ?? "");
            const found = await nearestAncestor({ folder: options.folder }, known, options.token);
            if (found === undefined)
                return undefined;
            const path = `evidence/${found.commit}/${file}`;
            const { stdout } = await tryGit(place, ["cat-file", "blob", `${tip}:${path}`]);
            const evidence = (0,contracts_src/* parseEvidence */.vf)(stdout.toString("utf8"), `${branch}:${path}`);
            return { ...found, digest: { sha256: sha256Of(stdout) }, evidence };
        },
        copyBlob: async (digest, target) => {
            const { place, tip } = await view.current();
            const name = `${tip ?? ""}:blobs/sha256/${digest.sha256}`;
            const { code, stdout } = await tryGit(place, ["cat-file", "blob", name]);
            if (code !== 0 || sha256Of(stdout) !== digest.sha256)
                return false;
            await (0,promises_.writeFile)(target, stdout);
            return true;
        },
        store: async (files, message) => {
            const all = [{ path: "README.md", content: readme }, ...files];
            return storeFiles(await view.renewed(), { branch, message, files: all });
        },
    };
}
/** Opens the store once, and looks at the remote once until something is stored. */
function branchView(options) {
    let opened;
    let seen;
    const store = () => (opened ??= openBranchStore({ folder: options.folder }, options.branch, options.token));
    return {
        current: async () => {
            const { place, refresh } = await store();
            seen ??= refresh();
            return { place, tip: await seen };
        },
        renewed: () => {
            seen = undefined;
            return store();
        },
    };
}
async function commitsWith(place, tip, file) {
    const listing = await runGit(place, ["ls-tree", "-r", "--name-only", tip, "evidence/"]);
    const commits = listing.split("\n").flatMap((path) => {
        const [, commit, name] = path.split("/");
        return name === file && commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit)
            ? [commit]
            : [];
    });
    return new Set(commits);
}
function sha256Of(bytes) {
    return (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
}

;// CONCATENATED MODULE: ./packages/git/src/index.ts





/***/ })

};
