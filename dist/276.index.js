export const id = 276;
export const ids = [276];
export const modules = {

/***/ 90276:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  downloadArtifact: () => (/* reexport */ downloadArtifact),
  uploadArtifact: () => (/* reexport */ uploadArtifact)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/.pnpm/@actions+artifact@6.2.1_bare-buffer@3.7.1/node_modules/@actions/artifact/lib/artifact.js + 313 modules
var lib_artifact = __webpack_require__(63505);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
// EXTERNAL MODULE: ./node_modules/.pnpm/@actions+core@3.0.1/node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(64501);
;// CONCATENATED MODULE: ./packages/runner/src/artifact/fold-log.ts

/** The client tells every step of a transfer: its lines are folded, so that the log stays readable. */
async function foldLog(title, act) {
    return (0,core/* group */.Os)(title, act);
}
/** What the client says went wrong, short enough for a message. */
function reasonOf(cause) {
    const text = cause instanceof Error ? cause.message : "unknown reason";
    return text.split("\n")[0]?.slice(0, 300) ?? "";
}

;// CONCATENATED MODULE: ./packages/runner/src/artifact/download-artifact.ts





/**
 * The zip of the artifact `name` of this run, as it was uploaded: nothing of it is unpacked, its digest is compared.
 * `temporary` is a folder for the transfer, which is left empty.
 * @throws UserError SW3106 where there is none, or it is larger than `maxBytes`
 */
async function downloadArtifact(name, { temporary, maxBytes }) {
    await (0,promises_.mkdir)(temporary, { recursive: true });
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporary, "artifact-"));
    try {
        return await foldLog(`Artifact ${name}`, () => transfer(name, folder, maxBytes));
    }
    catch (cause) {
        if (cause instanceof src/* UserError */.yo)
            throw cause;
        if (cause instanceof lib_artifact/* ArtifactNotFoundError */.CL)
            throw missing(name, cause);
        throw unusable(name, reasonOf(cause), cause);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function transfer(name, folder, maxBytes) {
    const client = new lib_artifact/* DefaultArtifactClient */.t9();
    const { artifact } = await client.getArtifact(name);
    if (artifact.size > maxBytes)
        throw tooLarge(name, maxBytes);
    // The client's own unpacking follows the paths of the zip: it is left packed.
    const { digestMismatch } = await client.downloadArtifact(artifact.id, {
        path: folder,
        skipDecompress: true,
        ...(artifact.digest === undefined ? {} : { expectedHash: artifact.digest }),
    });
    if (digestMismatch === true)
        throw unusable(name, "its bytes are not those that were uploaded");
    const [file, ...others] = await (0,promises_.readdir)(folder);
    if (file === undefined || others.length > 0)
        throw unusable(name, "it is not one file");
    const path = (0,external_node_path_.join)(folder, file);
    const { size } = await (0,promises_.lstat)(path);
    if (size > maxBytes)
        throw tooLarge(name, maxBytes);
    return (0,promises_.readFile)(path);
}
function missing(name, cause) {
    return new src/* UserError */.yo({
        code: "SW3106",
        message: `no job of this run has stored an artifact "${name}"`,
        remedy: "Give the step that makes the evidence `artifact: NAME`, and let this job wait for it with `needs:`.",
        cause,
    });
}
function tooLarge(name, maxBytes) {
    return unusable(name, `it is larger than ${maxBytes / 1024 / 1024} MiB`);
}
function unusable(name, problem, cause) {
    return new src/* UserError */.yo({
        code: "SW3106",
        message: `the artifact "${name}" cannot be read: ${problem}`,
        remedy: "Run the job that stores it again.",
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/runner/src/artifact/upload-artifact.ts



/**
 * Uploads an artifact. In a first attempt its name must be free, since jobs of a matrix would replace each other's.
 * @throws UserError SW3107 where the name is taken or the artifact service refuses
 */
async function uploadArtifact(upload) {
    const { name, folder, files, isRerun } = upload;
    const client = new lib_artifact/* DefaultArtifactClient */.t9();
    const send = async () => {
        await client.uploadArtifact(name, files.toSorted(), folder, { compressionLevel: 6 });
    };
    await foldLog(`Artifact ${name}`, async () => {
        try {
            await send().catch(async (cause) => {
                if (!isRerun || !isTaken(cause))
                    throw cause;
                await client.deleteArtifact(name);
                await send();
            });
        }
        catch (cause) {
            throw isTaken(cause) ? taken(name, cause) : notStored(name, cause);
        }
    });
}
function isTaken(cause) {
    return cause instanceof Error && /\(409\)|already exists/i.test(cause.message);
}
function taken(name, cause) {
    return new src/* UserError */.yo({
        code: "SW3107",
        message: `the artifact "${name}" exists already: another job or step of this run has stored it`,
        remedy: "Give each its own name with the input `artifact`, in a matrix for example `artifact: evidence-${{ matrix.name }}`.",
        cause,
    });
}
function notStored(name, cause) {
    return new src/* UserError */.yo({
        code: "SW3107",
        message: `the artifact "${name}" cannot be stored: ${reasonOf(cause)}`,
        remedy: "Run the job again. On a server without this artifact service, leave `artifact` out (comment-metrics: `upload: false`).",
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/runner/src/artifact/index.ts




/***/ })

};
