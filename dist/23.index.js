export const id = 23;
export const ids = [23];
export const modules = {

/***/ 81023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ve: () => (/* reexport */ gitBaseRevision),
  c3: () => (/* reexport */ gitDefaultBranch),
  Qu: () => (/* reexport */ gitEvidenceBranch),
  zj: () => (/* reexport */ gitRegistryTags),
  iU: () => (/* reexport */ gitSlipwayBranch),
  Qo: () => (/* reexport */ headCommit)
});

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./packages/git/src/run-git.ts


/** What a hook of git leaves in the environment, and what would lead a call into another repository. */
const misleading = new Set([
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE",
]);
/** Runs git without a shell, without prompts and in English. @throws UserError SW3204 where git is missing */
function tryGit(place, args, input = "") {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)("git", args, {
            cwd: place.folder,
            env: { ...ownEnvironment(), GIT_TERMINAL_PROMPT: "0", LC_ALL: "C", ...place.env },
            stdio: ["pipe", "pipe", "pipe"],
        });
        const stdout = [];
        const stderr = [];
        child.stdout.on("data", (chunk) => stdout.push(chunk));
        child.stderr.on("data", (chunk) => stderr.push(chunk));
        // A git that ended early closes its input; its exit code tells more than the broken pipe.
        child.stdin.on("error", () => undefined);
        child.stdin.end(input);
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
async function runGit(place, args, input) {
    const { code, stdout, stderr } = await tryGit(place, args, input);
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
/** Takes credentials out of what git prints (addresses and headers), and cuts it. */
function withoutSecrets(text) {
    return text
        .replaceAll(/(https?:\/\/)[^/@\s]+@/g, "$1***@")
        .replaceAll(/(authorization: *)\S+( \S+)?/gi, "$1***")
        .trim()
        .slice(0, 1000);
}
function ownEnvironment() {
    return Object.fromEntries(Object.entries(process.env).filter(([key]) => !misleading.has(key)));
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
 * Variables that give a call of git the settings of `repository` that reaching its remote takes (where checkout leaves
 * its credentials) and, where those hold none and a token is given, that token. Nothing of it stands on a command line.
 */
async function credentialVariables(repository, token) {
    return (await remoteOf(repository, token)).env;
}
/** Where `origin` lies (`undefined` without such a remote), and the variables of {@link credentialVariables}. */
async function remoteOf(repository, token) {
    const settings = await settingsOf(repository);
    const address = settings.find(([key]) => key === "remote.origin.url")?.[1];
    const kept = settings.filter(([key]) => key !== "remote.origin.url");
    const headers = new Set(kept.map(([key]) => key).filter(isHeader));
    const added = [];
    if (token !== undefined && headers.size === 0 && address?.startsWith("https://") === true) {
        const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
        added.push([`http.${new URL(address).origin}/.extraheader`, `AUTHORIZATION: basic ${basic}`]);
    }
    // An empty header drops those before it: what stands in a global file too would be sent twice, and refused.
    const reset = [...headers].map((key) => [key, ""]);
    return { address, env: variablesOf([...reset, ...kept, ...added]) };
}
function isHeader(key) {
    return key.toLowerCase().endsWith(".extraheader");
}
async function settingsOf(repository) {
    const wanted = "^(http\\.|url\\.|credential\\.|core\\.(sshcommand|askpass|gitproxy)$|ssh\\.|remote\\.origin\\.url$)";
    const { stdout } = await tryGit(repository, ["config", "--null", "--get-regexp", wanted]);
    return stdout
        .toString("utf8")
        .split("\0")
        .filter((entry) => entry !== "")
        .map((entry) => {
        const end = entry.indexOf("\n");
        return end < 0 ? [entry, "true"] : [entry.slice(0, end), entry.slice(end + 1)];
    });
}
/** Adds to what the environment sets for git already. */
function variablesOf(settings) {
    const before = Number(process.env["GIT_CONFIG_COUNT"] ?? "0");
    const variables = {
        GIT_CONFIG_COUNT: String(before + settings.length),
    };
    for (const [index, [key, value]] of settings.entries()) {
        variables[`GIT_CONFIG_KEY_${before + index}`] = key;
        variables[`GIT_CONFIG_VALUE_${before + index}`] = value;
    }
    return variables;
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./packages/git/src/scratch-repository.ts






const openFolders = new Set();
const staleAfterMs = 3_600_000;
/** Opens a new scratch repository. @throws UserError SW3204 outside a repository */
async function openScratch({ folder, token }) {
    const [local, remote] = await Promise.all([gitFolder({ folder }), remoteOf({ folder }, token)]);
    const path = await makeRepository((0,external_node_path_.join)(local, "slipway"), configOf(addressOf(remote.address, local))).catch((cause) => {
        throw unwritable((0,external_node_path_.join)(local, "slipway"), cause);
    });
    const place = { folder: path, env: { ...remote.env, GIT_DIR: path } };
    return {
        place,
        fetch: (request) => fetchInto(place, request),
        readRef: async (ref) => (await (0,promises_.readFile)((0,external_node_path_.join)(path, ref), "utf8")).trim(),
    };
}
/** A bare repository as git knows it from its files, without a call of git. */
async function makeRepository(home, config) {
    await (0,promises_.mkdir)(home, { recursive: true });
    await sweep(home);
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(home, "scratch-"));
    removeAtExit(path);
    await Promise.all(["objects", "refs"].map((name) => (0,promises_.mkdir)((0,external_node_path_.join)(path, name))));
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, "HEAD"), "ref: refs/heads/none\n");
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, "config"), config);
    return path;
}
async function fetchInto(place, request) {
    // The filter stands here and in no file: reading never fetches behind our back, object by object.
    const args = [
        ...["-c", "remote.origin.promisor=true"],
        ...["-c", `remote.origin.partialclonefilter=${request.filter}`],
        ...(request.negotiates === false ? ["-c", "fetch.negotiationAlgorithm=noop"] : []),
        ...["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance"],
        ...["--recurse-submodules=no", `--filter=${request.filter}`, ...(request.options ?? [])],
        ...["--stdin", "origin"],
    ];
    const { code, stderr } = await tryGit(place, args, `${request.wanted.join("\n")}\n`);
    return code === 0 ? undefined : withoutSecrets(stderr);
}
function configOf(address) {
    const quoted = `"${address.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
    return `[core]
\trepositoryformatversion = 0
\tbare = true
\thooksPath = /dev/null
[protocol]
\tversion = 2
[gc]
\tauto = 0
[push]
\tgpgSign = false
\tfollowTags = false
\trecurseSubmodules = no
[fastimport]
\tunpackLimit = 0
[remote "origin"]
\turl = ${quoted}
`;
}
/** A repository without `origin` is its own remote. */
function addressOf(address, local) {
    if (address === undefined)
        return local;
    const isFolder = !(0,external_node_path_.isAbsolute)(address) && /^[^:]*$|^\.{1,2}[/\\]/.test(address);
    return isFolder ? (0,external_node_path_.resolve)((0,external_node_path_.dirname)(local), address) : address;
}
async function sweep(home) {
    const names = (await (0,promises_.readdir)(home)).filter((name) => name.startsWith("scratch-"));
    await Promise.all(names.map(async (name) => {
        const path = (0,external_node_path_.join)(home, name);
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        if (found === undefined || Date.now() - found.mtimeMs < staleAfterMs)
            return;
        await (0,promises_.rm)(path, { recursive: true, force: true }).catch(() => undefined);
    }));
}
function removeAtExit(path) {
    if (openFolders.size === 0)
        process.once("exit", () => {
            for (const folder of openFolders)
                (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        });
    openFolders.add(path);
}
/** The refusal of a fetch as a user's error. */
function unreachable(what, words) {
    return new src/* UserError */.yo({
        code: "SW3201",
        message: `${what} cannot be read: ${words.slice(0, 300)}`,
        remedy: "Check the network and that the job has `contents: read` (`contents: write` for register-model, promote-model and store-evidence), let actions/checkout keep its credentials or pass `github-token`, then run again.",
    });
}
function unwritable(path, cause) {
    return new src/* UserError */.yo({
        code: "SW1304",
        message: `${path} cannot be written: ${cause instanceof Error ? cause.message : "unknown reason"}`,
        remedy: "Slipway reads and writes branches there. Let the job write to it, with space left.",
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/git/src/commit-view.ts


/** Above this a listing of the whole tree is cheaper, and fits a command line of Windows, unlike the paths. */
const maxNamedLength = 16_000;
/** Above this, whole folders come five times as fast: git judges each thing that it is asked for. */
const maxSingleContents = 1000;
/** The files of one commit of a scratch repository; contents that are not there yet are fetched in one request. */
function commitView(scratch, commit) {
    if (commit === undefined)
        return {
            commit,
            readFiles: () => Promise.resolve(new Map()),
            list: () => Promise.resolve([]),
        };
    return {
        commit,
        readFiles: async (paths) => {
            const ids = await idsOf(scratch, commit, paths);
            const blobs = await readBlobs(scratch, commit, ids);
            return new Map([...ids].flatMap(([path, id]) => {
                const bytes = blobs.get(id);
                return bytes === undefined ? [] : [[path, bytes]];
            }));
        },
        list: async (folder) => {
            const below = folder.replace(/\/+$/, "");
            const tree = below === "" ? [] : [`${below}/`];
            return [...(await listTree(scratch, ["-r", commit, "--", ...tree])).keys()].sort();
        },
    };
}
async function idsOf(scratch, commit, paths) {
    const wanted = new Set(paths.filter(isPath));
    if (wanted.size === 0)
        return new Map();
    const length = [...wanted].reduce((sum, path) => sum + path.length + 1, 0);
    const args = length > maxNamedLength ? ["-r", commit] : [commit, "--", ...wanted];
    const found = await listTree(scratch, args);
    return new Map([...wanted].flatMap((path) => {
        const id = found.get(path);
        return id === undefined ? [] : [[path, id]];
    }));
}
/** Whether a path names a file below the top of a tree. */
function isPath(path) {
    return !path.includes("\0") && path.split("/").every((part) => !["", ".", ".."].includes(part));
}
/** Paths and ids of plain files: a link of the branch is no file. */
async function listTree({ place }, args) {
    const command = ["ls-tree", "-z", "--full-tree", ...args];
    const { code, stdout, stderr } = await tryGit(place, command);
    if (code !== 0)
        throw new GitFailure(command, stderr);
    const files = new Map();
    for (const line of stdout.toString("utf8").split("\0")) {
        const tab = line.indexOf("\t");
        const [mode, kind, id] = line.slice(0, Math.max(tab, 0)).split(" ");
        if (kind === "blob" && mode !== "120000" && id !== undefined)
            files.set(line.slice(tab + 1), id);
    }
    return files;
}
async function readBlobs(scratch, commit, paths) {
    const ids = [...new Set(paths.values())];
    let blobs = await readPresent(scratch, ids);
    let missing = ids.filter((id) => !blobs.has(id));
    if (missing.length > maxSingleContents) {
        await fetchFolders(scratch, commit, paths);
        blobs = await readPresent(scratch, ids);
        missing = ids.filter((id) => !blobs.has(id));
    }
    if (missing.length === 0)
        return blobs;
    const words = await scratch.fetch({ wanted: missing, filter: "blob:none", negotiates: false });
    if (words !== undefined)
        throw unreachable("the contents of files of origin", words);
    return new Map([...blobs, ...(await readPresent(scratch, missing))]);
}
/** Asks for whole folders at the top; what does not come (git before 2.36 cannot) is asked for one by one. */
async function fetchFolders(scratch, commit, paths) {
    const deep = [...paths.keys()].filter((path) => path.includes("/"));
    const folders = new Set(deep.map((path) => path.slice(0, path.indexOf("/"))));
    if (folders.size === 0)
        return;
    const names = [...folders].map((folder) => `${commit}:${folder}`);
    const trees = await runGit(scratch.place, ["rev-parse", ...names]);
    await scratch.fetch({
        wanted: trees.split("\n"),
        filter: "blob:limit=1g",
        negotiates: false,
        options: ["--refetch"],
    });
}
/** Reads what is there through one process; an id that is not there is not in the map. */
async function readPresent({ place }, ids) {
    const args = ["cat-file", "--batch", "--buffer"];
    const { code, stdout, stderr } = await tryGit(place, args, `${ids.join("\n")}\n`);
    if (code !== 0)
        throw new GitFailure(args, stderr);
    const blobs = new Map();
    for (let start = 0; start < stdout.length;) {
        const end = stdout.indexOf(10, start);
        const [id = "", kind, size] = stdout.toString("latin1", start, end).split(" ");
        start = end + 1;
        if (kind === "missing")
            continue;
        const length = Number(size);
        // Bytes of their own: a part of git's whole output would keep all of it, and show it to who asks for its buffer.
        blobs.set(id, new Uint8Array(stdout.subarray(start, start + length)));
        start += length + 1;
    }
    return blobs;
}

;// CONCATENATED MODULE: ./packages/git/src/default-branch.ts




const tip = "refs/slipway/default";
const refspec = `+HEAD:${tip}`;
const deepenSteps = ["--deepen=50", "--deepen=1000", "--unshallow"];
/**
 * The default branch as `origin` has it now: never the work tree, never a ref that a pull request controls.
 * @throws UserError SW3204 outside a repository, SW3201 where `origin` cannot be read or has no default branch
 */
async function gitDefaultBranch(options) {
    const scratch = await openScratch(options);
    const [ref, words] = await Promise.all([
        defaultName(scratch.place),
        scratch.fetch({ wanted: [refspec], filter: "blob:none", options: ["--depth=1"] }),
    ]);
    if (words !== undefined)
        throw unreachable(`the default branch ${ref} of origin`, words);
    const commit = await scratch.readRef(tip);
    const view = commitView(scratch, commit);
    return {
        ref,
        commit,
        readText: async (path) => {
            const plain = path.replace(/^\.\//, "");
            const bytes = (await view.readFiles([plain])).get(plain);
            return bytes === undefined ? undefined : Buffer.from(bytes).toString("utf8");
        },
        contains: (other) => contains(scratch, commit, other),
    };
}
async function defaultName(place) {
    const { code, stdout, stderr } = await tryGit(place, ["ls-remote", "--symref", "origin", "HEAD"]);
    if (code !== 0)
        throw unreachable("the default branch of origin", withoutSecrets(stderr));
    const name = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(stdout.toString("utf8"))?.[1];
    if (name !== undefined)
        return name;
    throw new src/* UserError */.yo({
        code: "SW3201",
        message: "origin has no default branch: it is empty, or its HEAD names no branch",
        remedy: "Push a first commit, and choose the default branch in the repository's settings.",
    });
}
/** Fetches commits alone, step by step, until the other one is among them or the whole history is there. */
async function contains(scratch, commit, other) {
    if (other === commit)
        return true;
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(other))
        return false;
    for (const step of ["", ...deepenSteps]) {
        if (step !== "") {
            if (!(await isShallow(scratch.place)))
                return false;
            await deepen(scratch, step);
        }
        if (await isAncestor(scratch.place, other, commit))
            return true;
    }
    return false;
}
async function isAncestor(place, older, newer) {
    return (await tryGit(place, ["merge-base", "--is-ancestor", older, newer])).code === 0;
}
async function isShallow(place) {
    const { stdout } = await tryGit(place, ["rev-parse", "--is-shallow-repository"]);
    return stdout.toString("utf8").trim() === "true";
}
async function deepen(scratch, step) {
    // The branch may have moved since: a ref of its own keeps the commit that was judged.
    const wanted = ["+HEAD:refs/slipway/newer"];
    const words = await scratch.fetch({ wanted, filter: "tree:0", options: [step] });
    if (words !== undefined)
        throw unreachable("the history of the default branch", words);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var contracts_src = __webpack_require__(66174);
;// CONCATENATED MODULE: ./packages/git/src/head-commit.ts

/** The commit that is checked out in `folder`, or `undefined` outside a repository or before the first commit. */
async function headCommit(folder) {
    const { code, stdout } = await tryGit({ folder }, ["rev-parse", "HEAD"]);
    return code === 0 ? stdout.toString("utf8").trim() : undefined;
}

;// CONCATENATED MODULE: ./packages/git/src/nearest-ancestor.ts


const nearest_ancestor_deepenSteps = ["--deepen=50", "--deepen=500", "--unshallow"];
/**
 * The nearest ancestor of HEAD (HEAD itself included) among `commits`, with the number of commits between them.
 * A shallow clone is deepened step by step until one is found or the whole history is there.
 */
async function nearestAncestor(repository, commits, token) {
    let found = await nearestLocal(repository, commits);
    for (const step of nearest_ancestor_deepenSteps) {
        if (found !== undefined || !(await nearest_ancestor_isShallow(repository)))
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
async function nearest_ancestor_isShallow(repository) {
    return (await runGit(repository, ["rev-parse", "--is-shallow-repository"])) === "true";
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./packages/git/src/push-ref.ts

/** Lines for a workflow whose token may not push. */
const permissionLines = "Add to the job:\n    permissions:\n      contents: write\nand let actions/checkout keep its credentials, or pass `github-token`.";
/** Moves a ref of `origin` only from where it is expected; gives git's words where that did not work. */
async function tryPush({ place }, { ref, from, to, negotiates = false }) {
    const { code, stdout, stderr } = await tryGit(place, [
        ...["-c", `push.negotiate=${negotiates}`],
        "push",
        "--porcelain",
        "--no-verify",
        `--force-with-lease=${ref}:${from ?? ""}`,
        "origin",
        `${to}:${ref}`,
    ]);
    return code === 0 ? undefined : withoutSecrets(`${stderr}\n${stdout.toString("utf8")}`);
}
/** Whether a push failed since the token may not write, or there is none. */
function isForbidden(words) {
    return /error: 40[13]\b|denied|not permitted|not granted|insufficient permission|could not read username|authentication failed/i.test(words);
}
/** Whether a push failed for a reason that may be gone the next time: another writer, its lock, or the network. */
function isPassing(words) {
    return /stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value|hung up|early eof|rpc failed|timed out|connect|resolve host|error: 5\d\d/i.test(words);
}

;// CONCATENATED MODULE: ./packages/git/src/ref-name.ts
/** Whether git takes the name for a branch or tag (git-check-ref-format(1)): no pattern, no two refs in one, no option. */
function isRefName(name) {
    // eslint-disable-next-line no-control-regex -- git refuses control characters, so they are looked for
    const hasRefused = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(\/|$)|^[/.-]|[/.]$/;
    return name !== "" && name !== "@" && !hasRefused.test(name);
}

;// CONCATENATED MODULE: ./packages/git/src/write-commit.ts



/** Who commits on the branch and tags: no person, since people are named in the entries alone. */
const identity = "slipway <slipway@users.noreply.github.com>";
/**
 * Makes a commit in the scratch repository through one process, without an index and without the contents of the
 * files that stay. Gives `undefined` where the parent holds exactly these files already.
 */
async function writeCommit({ place }, request) {
    const args = ["fast-import", "--quiet", "--force", "--done", "--date-format=raw"];
    const { code, stdout, stderr } = await tryGit(place, args, await streamOf(request));
    if (code !== 0)
        throw new GitFailure(args, stderr);
    const [commit, tree, before] = stdout.toString("utf8").split("\n");
    return tree === before ? undefined : commit;
}
async function streamOf(request) {
    const { parent, files, removed, message, time } = request;
    const parts = [
        "commit refs/slipway/new\nmark :1\n",
        `committer ${identity} ${time} +0000\n`,
        ...dataOf(Buffer.from(message)),
        parent === undefined ? "" : `from ${parent}\n`,
    ];
    for (const path of removed)
        parts.push(`D ${quoted(path)}\n`);
    for (const { path, content } of files) {
        parts.push(`M 100644 inline ${quoted(path)}\n`, ...dataOf(await bytesOf(content)));
    }
    parts.push('\nget-mark :1\nls :1 ""\n', parent === undefined ? "" : `ls ${parent} ""\n`, "done\n");
    return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
}
function dataOf(bytes) {
    return [`data ${bytes.length}\n`, bytes, "\n"];
}
function bytesOf(content) {
    if (typeof content === "string")
        return Buffer.from(content);
    return content instanceof Uint8Array ? content : (0,promises_.readFile)(content.file);
}
function quoted(path) {
    if (!isPath(path))
        throw new Error(`not a path of a branch: ${path}`);
    const escaped = path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
    return `"${escaped}"`;
}

;// CONCATENATED MODULE: ./packages/git/src/slipway-branch.ts








/** How often a writer that lost the race tries again. Each time another writer won, so all of 20 get through. */
const maxAttempts = 30;
const slipway_branch_tip = "refs/slipway/tip";
const readme = {
    path: "README.md",
    content: `# The slipway branch

Written by Slipway. Do not edit by hand.

- entries/, tile/, checkpoint: the log of registrations and promotions, signed and append-only
- environments/ENVIRONMENT/MODEL.json: what runs there; models/MODEL/VERSION.json: what was registered
- evidence/COMMIT/KIND-NAME.json: what was found at that commit, by which later changes are judged
- blobs/sha256/DIGEST: larger documents, by the digest of their bytes
`,
};
/** The branch of `origin` that holds log, pointers and evidence, through the git binary. */
function gitSlipwayBranch(options) {
    const branch = options.branch ?? "slipway";
    let opened;
    const scratch = () => {
        if (!isRefName(branch))
            throw noBranchName(branch);
        return (opened ??= openScratch(options));
    };
    return {
        view: async () => takeView(await scratch(), branch),
        update: async (plan) => moveBranch({ pause, ...options, scratch: await scratch(), branch }, plan),
    };
}
async function takeView(scratch, branch, { isKnown = false } = {}) {
    const words = await scratch.fetch({
        wanted: [`+refs/heads/${branch}:${slipway_branch_tip}`],
        // What others added since the last look is little, and likely what is read next.
        filter: isKnown ? "blob:limit=64k" : "blob:none",
        options: ["--depth=1"],
    });
    if (words === undefined)
        return commitView(scratch, await scratch.readRef(slipway_branch_tip));
    if (/couldn't find remote ref/i.test(words))
        return commitView(scratch, undefined);
    throw unreachable(`the branch ${branch} of origin`, words);
}
async function moveBranch({ scratch, branch, pause }, plan) {
    let view = await takeView(scratch, branch);
    let words = "";
    for (let attempts = 1; attempts <= maxAttempts; attempts += 1) {
        const start = performance.now();
        const { commit: parent } = view;
        const { result, ...change } = await plan(view);
        const commit = await commitOn(scratch, parent, change);
        if (commit === undefined)
            return { result, commit: parent, changed: false, attempts };
        const failed = await tryPush(scratch, {
            ref: `refs/heads/${branch}`,
            from: parent,
            to: commit,
        });
        if (failed === undefined)
            return { result, commit, changed: true, attempts };
        words = failed;
        // The more others there are, the longer to wait, by the time that an attempt takes from here.
        const tookMs = Math.min(performance.now() - start, 2000);
        if (isPassing(words))
            await pause(40 + Math.ceil(tookMs) * Math.min(attempts, 10));
        view = await takeView(scratch, branch, { isKnown: parent !== undefined });
        // A connection may break after the remote took the commit.
        if (view.commit === commit)
            return { result, commit, changed: true, attempts };
        const isLost = view.commit !== parent || isPassing(words);
        if (isForbidden(words) || !isLost)
            throw refused(branch, words);
    }
    throw new src/* UserError */.yo({
        code: "SW3203",
        message: `${maxAttempts} attempts to add to the branch ${branch} were overtaken or broke off, the last one with: ${words.slice(0, 300)}`,
        remedy: "Run the job again; a `concurrency` group for it keeps writers apart.",
    });
}
function pause(longestMs) {
    return (0,external_node_timers_promises_.setTimeout)((0,external_node_crypto_.randomInt)(20, longestMs));
}
async function commitOn(scratch, parent, { files, removed = [], message }) {
    if (files.length + removed.length === 0)
        return undefined;
    const first = parent === undefined ? [readme] : [];
    return writeCommit(scratch, {
        parent,
        files: [...first, ...files],
        removed,
        // Two writers that say the same in the same second must not take each other's commit for their own.
        message: `${message.trimEnd()}\n\nWritten-by: ${(0,external_node_crypto_.randomUUID)()}\n`,
        time: Math.floor(Date.now() / 1000),
    });
}
function refused(branch, words) {
    return new src/* UserError */.yo({
        code: "SW3202",
        message: `origin refuses to store anything on the branch ${branch}: ${words.slice(0, 400)}`,
        remedy: isForbidden(words)
            ? permissionLines
            : `Let rules and hooks of the repository allow pushes to ${branch}.`,
    });
}
function noBranchName(branch) {
    return new src/* UserError */.yo({
        code: "SW1001",
        message: `${JSON.stringify(branch.slice(0, 200))} cannot be the name of a branch`,
        remedy: "Use letters, digits, `-`, `_`, `.` and `/`, or leave `branch` away.",
    });
}

;// CONCATENATED MODULE: ./packages/git/src/evidence-branch.ts






/** The branch of `origin` that keeps evidence, through the git binary. It is looked at once until something is stored. */
function gitEvidenceBranch(options) {
    const branch = gitSlipwayBranch(options);
    let seen;
    const current = () => (seen ??= branch.view());
    return {
        nearest: async (kind, name) => {
            const view = await current();
            if (view.commit === undefined)
                return undefined;
            const file = `${kind}-${name}.json`;
            const known = commitsWith(await view.list("evidence"), file);
            if (options.skipHead === true)
                known.delete((await headCommit(options.folder)) ?? "");
            const found = await nearestAncestor({ folder: options.folder }, known, options.token);
            if (found === undefined)
                return undefined;
            const path = `evidence/${found.commit}/${file}`;
            const bytes = await readOne(view, path);
            if (bytes === undefined)
                return undefined;
            const evidence = (0,contracts_src/* parseEvidence */.vf)(Buffer.from(bytes).toString("utf8"), `${options.branch ?? "slipway"}:${path}`);
            return { ...found, digest: { sha256: sha256Of(bytes) }, evidence };
        },
        copyBlob: async (digest, target) => {
            const bytes = await readOne(await current(), `blobs/sha256/${digest.sha256}`);
            if (bytes === undefined || sha256Of(bytes) !== digest.sha256)
                return false;
            await (0,promises_.writeFile)(target, bytes);
            return true;
        },
        store: async (files, message) => {
            seen = undefined;
            const change = { files, message, result: undefined };
            const { commit, changed, attempts } = await branch.update(() => Promise.resolve(change));
            return { commit: commit ?? "", changed, attempts };
        },
    };
}
async function readOne(view, path) {
    return (await view.readFiles([path])).get(path);
}
function commitsWith(paths, file) {
    const commits = paths.flatMap((path) => {
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

;// CONCATENATED MODULE: ./packages/git/src/registry-tags.ts








const fields = [
    "refname:lstrip=2",
    "objecttype",
    "objectname",
    "type",
    "object",
    "taggerdate:raw",
    "contents",
];
const targets = ["commit", "tag", "tree", "blob"];
/** The tags of `origin`, through the git binary. Nothing of it deletes or moves a tag. */
function gitRegistryTags(options) {
    const fetched = new Set();
    let opened;
    const scratch = () => (opened ??= openScratch(options));
    return {
        list: async () => listTags(await scratch(), fetched),
        create: async (tag) => createTag(await scratch(), tag),
    };
}
/**
 * Ten thousand refs that git itself writes one by one take seconds: so the names come from the remote's list into one
 * file, and only objects are fetched.
 */
async function listTags(scratch, fetched) {
    const listed = await remoteRefs(scratch, "refs/tags/*");
    const wanted = [...new Set(listed.values())].filter((id) => !fetched.has(id));
    if (wanted.length > 0) {
        const words = await scratch.fetch({ wanted, filter: "tree:0", options: ["--depth=1"] });
        if (words !== undefined)
            throw unreachable("the tags of origin", words);
    }
    for (const id of wanted)
        fetched.add(id);
    const lines = [...listed].map(([ref, id]) => `${id} ${ref}\n`);
    await (0,promises_.writeFile)((0,external_node_path_.join)(scratch.place.folder, "packed-refs"), lines.join(""));
    return readTags(scratch);
}
async function readTags({ place }) {
    const format = fields.map((field) => `%(${field})%00`).join("");
    const args = ["for-each-ref", `--format=${format}`, "refs/tags/"];
    const { code, stdout, stderr } = await tryGit(place, args);
    if (code !== 0)
        throw new GitFailure(args, stderr);
    const values = stdout.toString("utf8").split("\0");
    const tags = [];
    for (let start = 0; start + fields.length < values.length; start += fields.length) {
        const [name = "", kind = "", id = "", ...rest] = values.slice(start, start + fields.length);
        const [type = "", object = "", date = "", message = ""] = rest;
        const annotated = kind === "tag";
        const target = targets.find((known) => known === (annotated ? type : kind));
        if (target === undefined)
            continue;
        tags.push({
            name: name.trimStart(),
            annotated,
            target,
            targetId: annotated ? object : id,
            time: Number.parseInt(date, 10) || 0,
            message: annotated ? message : "",
        });
    }
    return tags;
}
async function createTag(scratch, tag) {
    demandTagName(tag.name);
    const words = await scratch.fetch({
        wanted: [tag.commit],
        filter: "tree:0",
        options: ["--depth=1"],
    });
    if (words !== undefined)
        throw unreachable(`the commit ${tag.commit.slice(0, 12)}`, words);
    const id = await writeTag(scratch, tag);
    const ref = `refs/tags/${tag.name}`;
    const failed = await tryPush(scratch, {
        ref,
        from: undefined,
        to: id,
        negotiates: true,
    });
    if (failed === undefined)
        return "created";
    const found = (await remoteRefs(scratch, ref)).get(ref);
    if (found === undefined)
        throw registry_tags_refused(tag.name, failed);
    // A connection may break after the remote took the tag.
    return found === id ? "created" : "taken";
}
function writeTag({ place }, { name, commit, message, time }) {
    const text = `object ${commit}\ntype commit\ntag ${name}\ntagger ${identity} ${time} +0000\n\n${message.replace(/\n*$/, "\n")}`;
    return runGit(place, ["hash-object", "-t", "tag", "-w", "--stdin"], text);
}
/** Refs of `origin` as it has them now, and the ids that they hold. */
async function remoteRefs({ place }, pattern) {
    const args = ["ls-remote", "--refs", "origin", pattern];
    const { code, stdout, stderr } = await tryGit(place, args);
    if (code !== 0)
        throw unreachable("the tags of origin", withoutSecrets(stderr));
    const lines = stdout
        .toString("utf8")
        .split("\n")
        .filter((line) => line !== "");
    return new Map(lines.map((line) => {
        const [id = "", ref = ""] = line.split("\t");
        return [ref, id];
    }));
}
function demandTagName(name) {
    if (isRefName(name))
        return;
    throw new src/* UserError */.yo({
        code: "SW4006",
        message: `${JSON.stringify(name.slice(0, 200))} cannot be the name of a tag in git`,
        remedy: "Use letters, digits, `-`, `_` and `/` in names of models and environments.",
    });
}
function registry_tags_refused(name, words) {
    return new src/* UserError */.yo({
        code: "SW3205",
        message: `origin refuses the tag ${JSON.stringify(name)}: ${words.slice(0, 400)}`,
        remedy: isForbidden(words)
            ? permissionLines
            : "Let rules and hooks of the repository allow new tags of the registry.",
    });
}

;// CONCATENATED MODULE: ./packages/git/src/index.ts








/***/ })

};
