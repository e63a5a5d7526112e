export const id = 388;
export const ids = [388];
export const modules = {

/***/ 72388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QL: () => (/* reexport */ inputs),
  iW: () => (/* reexport */ main),
  $R: () => (/* reexport */ registerModel)
});

// UNUSED EXPORTS: renderRegistered

// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var src = __webpack_require__(43845);
// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./actions/register-model/src/inputs.ts


/** The inputs of register-model. */
const inputs = schemas/* strictObject */.rej({
    model: src/* field */.ZZ.requiredText(),
    version: src/* field */.ZZ.text(),
    bump: src/* field */.ZZ
        .textOr("minor")
        .pipe(schemas/* enum */.k5n(["major", "minor", "patch"], "must be major, minor or patch"))
        // A pipe forgets what the field before it knew.
        .meta({ default: "minor" }),
    evidence: src/* field */.ZZ.lines(),
    fromArtifacts: src/* field */.ZZ
        .list()
        .refine((names) => names.every(src/* isArtifactName */.k1), "must be names of artifacts"),
    output: src/* field */.ZZ.text(),
    auditKey: src/* field */.ZZ.secret(),
    signingKey: src/* field */.ZZ.secret(),
    branch: src/* field */.ZZ
        .textOr("slipway")
        .refine((name) => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(name) && !name.includes(".."), "must be the name of a branch"),
    githubToken: src/* field */.ZZ.secret(),
})
    .refine(({ evidence, fromArtifacts }) => evidence.length === 0 || fromArtifacts.length === 0, "give either `evidence` or `from-artifacts`, not both");

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/git/src/index.ts + 14 modules
var git_src = __webpack_require__(81023);
// EXTERNAL MODULE: ./packages/audit/src/index.ts + 30 modules
var audit_src = __webpack_require__(4751);
// EXTERNAL MODULE: ./packages/delivery/src/index.ts + 11 modules
var delivery_src = __webpack_require__(64276);
// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var contracts_src = __webpack_require__(66174);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
;// CONCATENATED MODULE: ./actions/register-model/src/demand-rules.ts



/** Reads the rules as they were committed, whatever lies in the work tree. @throws UserError SW4010, SW1201 to SW1205 */
async function mergedRules(commit, { readCommitted, sha256 }) {
    const text = await readCommitted(commit, delivery_src/* policyFile */.Xd);
    if (text === undefined)
        throw noRules(commit);
    const { config } = (0,contracts_src/* parseConfig */.o4)(text, `${commit.slice(0, 12)}:${delivery_src/* policyFile */.Xd}`);
    const contracts = new Map();
    for (const { name, contract } of config.data ?? []) {
        const committed = await readCommitted(commit, contract.replace(/^\.\//, ""));
        contracts.set(name, committed === undefined ? [] : digestsOf(committed, sha256));
    }
    return { commit, config, policy: digestsOf(text, sha256), contracts };
}
/** A checkout on Windows may have turned the line ends. */
function digestsOf(text, sha256) {
    const crlf = text.replaceAll(/\r?\n/g, "\r\n");
    return [text, crlf].map((each) => ({ sha256: sha256(new TextEncoder().encode(each)) }));
}
/**
 * Evidence counts only where the merged rules judged: no input, no edit of the work tree and no file beside them.
 * @throws UserError SW4002
 */
function demandMergedRules(evidence, path, rules) {
    const what = `${evidence.kind} ${evidence.name} (${path})`;
    const { origin, file, digest } = evidence.policy;
    const committed = `${delivery_src/* policyFile */.Xd} of commit ${rules.commit.slice(0, 12)}`;
    if (origin !== "working-tree" || file !== delivery_src/* policyFile */.Xd)
        throw otherRules(`${what} was judged by ${file ?? "inputs"} (${origin}), not by ${committed}`);
    if (!isOneOf(digest, rules.policy))
        throw otherRules(`${what} was judged by another ${delivery_src/* policyFile */.Xd} than the one of commit ${rules.commit.slice(0, 12)}`);
    if (evidence.kind !== "data-validation")
        return;
    const contract = rules.config.data?.find(({ name }) => name === evidence.name)?.contract;
    const judged = evidence.subjects.find(({ name }) => name === contract);
    if (!isOneOf(judged?.digest, rules.contracts.get(evidence.name) ?? []))
        throw otherRules(`${what} was judged by another contract than ${contract ?? "none"} of commit ${rules.commit.slice(0, 12)}`);
}
function isOneOf(digest, known) {
    return known.some(({ sha256 }) => sha256 === digest?.sha256);
}
function otherRules(message) {
    return new kernel_src/* UserError */.yo({
        code: "SW4002",
        message,
        remedy: "Run the checks on the commit as it was merged, without the inputs `config`, `data`, `contract` and `results`, and with nothing edited before them.",
    });
}
function noRules(commit) {
    return new kernel_src/* UserError */.yo({
        code: "SW4010",
        message: `commit ${commit.slice(0, 12)} has no ${delivery_src/* policyFile */.Xd}, so that nothing says what its model must pass`,
        remedy: `Merge a ${delivery_src/* policyFile */.Xd} first, and register a commit that has it.`,
    });
}

// EXTERNAL MODULE: ./packages/registry/src/index.ts + 20 modules
var registry_src = __webpack_require__(12642);
;// CONCATENATED MODULE: ./actions/register-model/src/judge-model.ts


/** Reads the model's folder. @throws UserError SW4101, SW4102, SW4103, SW4104 */
async function readModel({ path, name }, { models, sha256 }) {
    const files = await models.read(path);
    if (files === undefined) {
        throw new kernel_src/* UserError */.yo({
            code: "SW4104",
            message: `the folder ${path} of the model ${name} is not there`,
            remedy: "Let the training, or a download step, put it there before this step, or correct `path` under `models:`.",
        });
    }
    (0,registry_src/* demandDistinctNames */.Qm)(files);
    const digest = (0,registry_src/* modelRootDigest */.Y8)(files, sha256);
    const signed = new Set((0,registry_src/* modelManifest */.j0)(files).map((file) => file.name));
    const own = files.filter((file) => signed.has(file.name));
    const sizeBytes = own.reduce((sum, file) => sum + file.sizeBytes, 0);
    return { files, digest, count: own.length, sizeBytes };
}
/**
 * The commit that is registered: what is checked out, and on the default branch.
 * @throws UserError SW3204 without one, SW4007 where it was not merged
 */
async function demandMerged(commit, branch) {
    if (commit === undefined) {
        throw new kernel_src/* UserError */.yo({
            code: "SW3204",
            message: "there is no commit that the model could belong to",
            remedy: "Check the repository out first: `uses: actions/checkout` before this step.",
        });
    }
    if (await branch.contains(commit))
        return commit;
    throw new kernel_src/* UserError */.yo({
        code: "SW4007",
        message: `commit ${commit.slice(0, 12)} is not on ${branch.ref}, the default branch`,
        remedy: `Only what was merged is registered. Merge it, and run this on ${branch.ref}: on: { push: { branches: [${branch.ref}] } }`,
    });
}

;// CONCATENATED MODULE: ./actions/register-model/src/choose-version.ts


/**
 * The version that these bytes get, or the one that they have.
 * @throws UserError SW4003 where the version has other bytes, SW4004 where it cannot be used, SW4005 where the commit
 * holds another version, SW4009 where a tag that is not of this log has its name
 */
function chooseVersion(question) {
    const { model, digest, version, registered, tags } = question;
    const wanted = version === undefined ? undefined : `v${(0,registry_src/* parseVersion */.ot)(version).text}`;
    const same = registered.find((known) => known.digest.sha256 === digest.sha256);
    if (same !== undefined) {
        if (wanted === undefined || wanted === same.version)
            return same;
        throw sameBytes(same, wanted);
    }
    const taken = registered.find((known) => known.version === wanted);
    if (taken !== undefined)
        throw otherBytes(taken, question);
    const view = (0,registry_src/* registryView */.jw)(tags).artifacts.get(model);
    demandFreeCommit(question, view?.versions ?? new Map());
    const tagged = [...(view?.versions.keys() ?? [])];
    const chosen = wanted ?? (0,registry_src/* nextVersion */.yU)([...registered.map((known) => known.version), ...tagged], question.bump);
    const name = (0,registry_src/* versionTagName */.ap)(model, chosen);
    if (tags.some((tag) => tag.name === name))
        throw tagInTheWay(name);
    return chosen;
}
/** GTO cannot read a repository any more where one commit holds two versions of a model. */
function demandFreeCommit({ model, commit, registered }, tagged) {
    const known = registered.find((each) => each.commit === commit)?.version;
    const other = known ?? [...tagged].find(([, each]) => each.commit === commit)?.[0];
    if (other === undefined)
        return;
    throw new kernel_src/* UserError */.yo({
        code: "SW4005",
        message: `commit ${commit.slice(0, 12)} is ${model} ${other} already, with other bytes`,
        remedy: "One commit holds one version of a model, or GTO can no longer read the repository. Commit the change that made the other bytes (new data, another seed), and register that commit.",
    });
}
function sameBytes({ model, version }, wanted) {
    return new kernel_src/* UserError */.yo({
        code: "SW4004",
        message: `these bytes are ${model} ${version} already; they cannot be ${wanted} too`,
        remedy: `Leave the version out, or name ${version}.`,
    });
}
function otherBytes(taken, { model, digest, path }) {
    return new kernel_src/* UserError */.yo({
        code: "SW4003",
        message: [
            `${model} ${taken.version} is already registered with other bytes`,
            `registered  sha256:${taken.digest.sha256.slice(0, 12)} on ${taken.time.slice(0, 10)}, log entry ${taken.entry}`,
            `this folder sha256:${digest.sha256.slice(0, 12)}`,
        ].join("\n"),
        remedy: `A version never changes. Leave the version out to get the next one, or restore the registered files and see: slipway verify model ${path}`,
    });
}
function tagInTheWay(name) {
    return new kernel_src/* UserError */.yo({
        code: "SW4009",
        message: `the tag ${name} exists, but the log has no such version: another tool made it`,
        remedy: "Register under another version, or remove that tag if nobody needs it.",
    });
}

;// CONCATENATED MODULE: ./actions/register-model/src/gather-evidence.ts



/**
 * Finds passing evidence for every data set and evaluation of the model: what this job found, else what the branch
 * keeps of this commit. All of it is checked before anything is written.
 * @throws UserError SW4001 where some is missing, SW4002 where it failed or is about other bytes or another commit
 */
async function gatherEvidence(demand, given, { view, sha256, files }) {
    const wanted = wantedOf(demand.model);
    const found = [];
    for (const [kind, name] of wanted) {
        const own = given.find(({ evidence }) => evidence.kind === kind && evidence.name === name);
        const evidence = own === undefined
            ? await fromBranch(view, `evidence/${demand.commit}/${kind}-${name}.json`)
            : { ...own, bytes: `${JSON.stringify(own.evidence, undefined, 1)}\n` };
        if (evidence === undefined)
            throw missing(demand, `${kind} ${name}`);
        demandFit(evidence, demand);
        found.push(evidence);
    }
    const stored = await Promise.all(found.map((each) => filesOf(each, { demand, sha256, files })));
    return {
        references: stored.map(({ reference }) => reference),
        files: stored.flatMap((each) => each.files),
    };
}
function wantedOf(model) {
    const evaluations = model.evaluations ?? [];
    if (evaluations.length === 0) {
        throw new kernel_src/* UserError */.yo({
            code: "SW4001",
            message: `the model ${model.name} names no evaluation, so that nothing says that it is good`,
            remedy: `Name them in slipway.yaml: models: [{ name: ${model.name}, evaluations: [ … ] }]`,
        });
    }
    return [
        ...(model.data ?? []).map((name) => ["data-validation", name]),
        ...evaluations.map((name) => ["evaluation", name]),
    ];
}
async function fromBranch(view, path) {
    const bytes = (await view.readFiles([path])).get(path);
    if (bytes === undefined)
        return undefined;
    const text = new TextDecoder().decode(bytes);
    return { evidence: (0,contracts_src/* parseEvidence */.vf)(text, `slipway:${path}`), path, bytes: text };
}
async function filesOf({ evidence, path, bytes }, { demand, sha256, files }) {
    const { kind, name, outcome, finishedAt } = evidence;
    const digest = { sha256: sha256(new TextEncoder().encode(bytes)) };
    const reference = { kind, name, outcome, digest, finishedAt };
    const stored = [
        { path: `blobs/sha256/${digest.sha256}`, content: bytes },
        { path: `evidence/${demand.commit}/${kind}-${name}.json`, content: bytes },
    ];
    const items = evidence.kind === "evaluation" ? evidence.items.digest : undefined;
    if (items !== undefined) {
        const file = `${path.replace(/[^/\\]*$/, "")}blobs/sha256/${items.sha256}`;
        if (await files.exists(file))
            stored.push({ path: `blobs/sha256/${items.sha256}`, content: { file: files.locate(file) } });
    }
    return { reference, files: stored };
}
function demandFit({ evidence, path }, { model, digest, commit, rules }) {
    const what = `${evidence.kind} ${evidence.name}`;
    // A document says its outcome twice: once by itself, once by its checks.
    const outcome = (0,kernel_src/* worstOutcome */.Om)([evidence.outcome, (0,contracts_src/* verdictOf */.Vj)(evidence.checks).outcome]);
    if (outcome !== "pass" && outcome !== "warn")
        throw unfit(`${what} ended as ${outcome}`, `Only models whose evidence passes are registered. See ${path}, mend what it names, and run the checks again.`);
    if (evidence.run.commit !== commit)
        throw unfit(`${what} (${path}) is of commit ${(evidence.run.commit ?? "none").slice(0, 12)}, but ${commit.slice(0, 12)} is registered`, "Run validate-data and evaluate-model on the commit that is registered, in this job or before store-evidence.");
    demandMergedRules(evidence, path, rules);
    if (evidence.kind !== "evaluation")
        return;
    const judged = evidence.subjects.find(({ name }) => name === model.path);
    if (judged === undefined)
        throw unfit(`${what} (${path}) speaks for no model: the folder ${model.path} was not there when it was made`, "Let the training, or a download step, put the model's folder there before evaluate-model.");
    if (judged.digest.sha256 !== digest.sha256)
        throw unfit(`${what} judged sha256:${judged.digest.sha256.slice(0, 12)}, but the folder ${model.path} is sha256:${digest.sha256.slice(0, 12)}: other bytes`, "Evaluate exactly the bytes that are registered: bring the judged folder here, or evaluate this one.");
}
function missing({ model, commit }, what) {
    return new kernel_src/* UserError */.yo({
        code: "SW4001",
        message: `there is no evidence of ${what} for commit ${commit.slice(0, 12)}, which ${model.name} needs`,
        remedy: "Run validate-data and evaluate-model before this step, or bring what other jobs of this run found: from-artifacts.",
    });
}
function unfit(message, remedy) {
    return new kernel_src/* UserError */.yo({ code: "SW4002", message, remedy });
}

;// CONCATENATED MODULE: ./actions/register-model/src/plan-registration.ts





/**
 * The files of a registration on top of `view`; none where the same bytes are registered already.
 * @throws UserError SW4001 to SW4009, SW4304 to SW4308; nothing is written then
 */
async function planRegistration(view, candidate, ports) {
    const { input, delivery, model, commit, judged, tags } = candidate;
    const log = await (0,audit_src/* openLog */.Ne)(view.readFiles, delivery.key, ports.crypto);
    const state = await (0,delivery_src/* readModelState */.Nz)(view, log, model.name);
    (0,delivery_src/* demandPublished */.KC)(tags, { ...log, model: model.name, entries: state.entries });
    const version = chooseVersion({
        model: model.name,
        path: model.path,
        digest: judged.digest,
        commit,
        version: input.version,
        bump: input.bump,
        registered: state.versions,
        tags,
    });
    if (typeof version !== "string")
        return knownAlready(version, input);
    const demand = { model, digest: judged.digest, commit, rules: candidate.rules };
    const gathered = await gatherEvidence(demand, candidate.given, { ...ports, view });
    const signature = sign(candidate, ports);
    const { time, notices } = (0,delivery_src/* entryTime */.gC)(ports.clock.now(), state.newestTime);
    const draft = draftEntry({ candidate, version, gathered, time, signature }, ports);
    const appended = (0,audit_src/* appendEntry */.D4)(log, draft, { signer: candidate.signer, crypto: ports.crypto });
    const registered = (0,audit_src/* versionOf */.E4)(draft(appended.index));
    return {
        files: [...gathered.files, ...(signature?.files ?? []), ...appended.files],
        removed: appended.superseded,
        message: `Register ${model.name} ${version} as entry ${appended.index}`,
        result: { registered, notices },
    };
}
function knownAlready(registered, input) {
    const unsigned = input.signingKey !== undefined && registered.signature === null;
    const notice = `${registered.model} ${registered.version} was registered without a signature, and stays so: a registration never changes`;
    return { files: [], message: "", result: { registered, notices: unsigned ? [notice] : [] } };
}
function sign({ input, judged, model }, { keys, sha256 }) {
    if (input.signingKey === undefined)
        return undefined;
    const folder = model.path.split("/").findLast((part) => part !== "" && part !== ".");
    const { bundle, keyHint } = (0,registry_src/* signModel */.TP)({ files: judged.files, folder: folder ?? model.name, privateKeyPem: input.signingKey }, keys, sha256);
    const digest = { sha256: sha256(new TextEncoder().encode(bundle)) };
    const files = [{ path: `blobs/sha256/${digest.sha256}`, content: bundle }];
    return { record: { digest, keyHint }, files };
}
function draftEntry(draft, { context }) {
    const { candidate, version, gathered, time, signature } = draft;
    const { judged, commit, actor, model } = candidate;
    return (index) => ({
        schema: "slipway/log-entry/v1",
        type: "registered",
        index,
        time,
        key: `register/${model.name}/${judged.digest.sha256}`,
        model: model.name,
        version,
        digest: judged.digest,
        commit,
        actor,
        run: context.run,
        tool: context.tool,
        evidence: [...gathered.references],
        files: judged.count,
        sizeBytes: judged.sizeBytes,
        order: "oms-reference",
        signature: signature?.record ?? null,
    });
}

;// CONCATENATED MODULE: ./actions/register-model/src/read-given.ts


/**
 * The evidence that patterns name, or all that this job has.
 * @throws UserError SW1402 for a pattern without a file, SW1401 for a file that is no evidence
 */
async function readGiven(patterns, { files, folder }) {
    if (patterns.length === 0)
        return folder.list();
    const paths = new Set();
    for (const pattern of patterns) {
        const found = await files.list(pattern);
        if (found.length === 0)
            throw nothing(pattern);
        for (const path of found)
            paths.add(path);
    }
    return Promise.all([...paths].map(async (path) => ({
        path,
        evidence: (0,contracts_src/* parseEvidence */.vf)(await files.readText(path), path),
    })));
}
function nothing(pattern) {
    return new kernel_src/* UserError */.yo({
        code: "SW1402",
        message: `no evidence matches ${JSON.stringify(pattern.slice(0, 200))}`,
        remedy: "Name files that validate-data or evaluate-model wrote, or leave `evidence` out.",
    });
}

;// CONCATENATED MODULE: ./actions/register-model/src/write-proofs.ts

/**
 * The folder for signature and proof: the one that is given, or the one that holds the model's folder.
 * @throws UserError SW1001 where that is inside the model, whose signature covers every file
 */
function outputFolder({ path, name }, given) {
    const model = partsOf(path);
    const output = given === undefined ? model.slice(0, -1) : partsOf(given);
    const inside = model.every((part, at) => output[at] === part);
    if (!inside)
        return output.join("/");
    throw new kernel_src/* UserError */.yo({
        code: "SW1001",
        message: `the signature and the proof of ${name} would lie inside its folder ${path}, whose signature covers every file`,
        remedy: "Name a folder outside the model: output: FOLDER (on the command line --output-folder).",
    });
}
/** Writes the proof, and the signature as the log keeps it, beside the model. @throws UserError SW4305, SW1304 */
async function writeProofs(found, folder, { files }) {
    const { model, version, signature } = found.registered;
    const stem = `${folder === "" ? "" : `${folder}/`}${model}-${version}`;
    const proof = `${stem}.tlog-proof`;
    await files.write(proof, found.proof);
    if (signature === null)
        return { signature: null, proof };
    const blob = `blobs/sha256/${signature.sha256}`;
    const bytes = (await found.view.readFiles([blob])).get(blob);
    if (bytes === undefined)
        throw lost(blob);
    await files.write(`${stem}.sig`, bytes);
    return { signature: `${stem}.sig`, proof };
}
function partsOf(path) {
    return path.split("/").filter((part) => part !== "" && part !== ".");
}
function lost(blob) {
    return new kernel_src/* UserError */.yo({
        code: "SW4305",
        message: `the signature ${blob} that the log names is not on the slipway branch`,
        remedy: "See what else is missing: slipway verify audit",
    });
}

;// CONCATENATED MODULE: ./actions/register-model/src/register-model.ts







/**
 * Registers a model: evidence, entry, version and checkpoint in one commit of the log's branch, then the tag. Run
 * again after a crash it completes what is missing, and doubles nothing.
 * @throws UserError of the first demand that is not met; nothing is written then
 */
async function registerModel(input, ports) {
    const candidate = await prepare(input, ports);
    const { result, changed } = await ports.branch.update((view) => planRegistration(view, candidate, ports));
    const { registered, notices } = result;
    const { model, version, digest, commit, entry } = registered;
    const published = { model, version, commit, entry, digest: digest.sha256 };
    const tag = await (0,delivery_src/* publishVersion */.Qt)(ports.tags, { ...published, now: ports.clock.now() });
    const view = await ports.branch.view();
    const log = await (0,audit_src/* openLog */.Ne)(view.readFiles, candidate.delivery.key, ports.crypto);
    const proof = await (0,audit_src/* proveEntry */.fI)(view.readFiles, log, entry);
    const written = await writeProofs({ registered, proof, view }, candidate.output, ports);
    return {
        schema: "slipway/registration/v1",
        outcome: "pass",
        state: changed ? "registered" : "already-registered",
        model,
        version,
        digest,
        commit,
        entry,
        checkpoint: { size: log.size, root: { sha256: log.rootHex } },
        tag: tag.name,
        ...written,
        notices: [...candidate.notices, ...notices, ...tag.notices],
    };
}
/** Settles everything that does not depend on where the branch stands. */
async function prepare(input, ports) {
    (0,delivery_src/* refusePullRequest */.Jj)(ports.context.run.event);
    const branch = await ports.defaultBranch();
    const delivery = await (0,delivery_src/* loadDelivery */.Fw)(branch, ports.sha256);
    const model = (0,delivery_src/* modelOf */.DM)(delivery, input.model);
    const output = outputFolder(model, input.output);
    const signer = (0,delivery_src/* logSigner */.fW)(input.auditKey, delivery.key, ports.crypto);
    const commit = await demandMerged(ports.commit, branch);
    const judged = await readModel(model, ports);
    const { runId } = ports.context.run;
    const facts = runId === undefined ? undefined : await (await ports.people?.())?.run(runId);
    // The variables of a job are what its author likes; the API knows how the run began.
    (0,delivery_src/* refusePullRequest */.Jj)(facts?.event);
    const tags = await ports.tags.list();
    return {
        input,
        delivery,
        model,
        output,
        signer,
        commit,
        judged,
        rules: await mergedRules(commit, ports),
        given: await readGiven(input.evidence, ports),
        tags,
        notices: (0,delivery_src/* demandReadable */.aD)(tags, model.name),
        actor: facts?.triggeringActor ?? facts?.actor ?? null,
    };
}

// EXTERNAL MODULE: ./packages/report/src/index.ts + 47 modules
var report_src = __webpack_require__(95624);
;// CONCATENATED MODULE: ./actions/register-model/src/render-registered.ts

/** Log, summary and outputs of register-model. */
function renderRegistered(found) {
    const { outcome, state, version, digest, entry, tag, signature, proof, notices } = found;
    return {
        outcome,
        outputs: {
            state,
            version,
            digest: `sha256:${digest.sha256}`,
            entry: String(entry),
            tag: tag ?? "",
            signature: signature ?? "",
            proof: proof ?? "",
            document: JSON.stringify(found),
        },
        log: (0,report_src/* renderRegistrationText */.pX)(found, report_src/* plainStyle */.sj),
        summary: (0,report_src/* renderRegistration */.iS)(found),
        annotations: notices.map((message) => ({
            level: "notice",
            title: `${found.model} ${version}`,
            message,
        })),
    };
}

;// CONCATENATED MODULE: ./actions/register-model/src/main.ts






/** Starts register-model under a runner. */
function main() {
    return (0,src/* runAction */.Cs)({
        inputs: inputs,
        ports,
        run: async (input, world) => registerModel(input, { ...world, commit: await (0,git_src/* headCommit */.Qo)(rootFolder()) }),
        render: renderRegistered,
    });
}
function rootFolder() {
    return process.env["GITHUB_WORKSPACE"] ?? process.cwd();
}
function ports({ branch, fromArtifacts, githubToken: token }) {
    const { env } = process;
    const folder = rootFolder();
    const access = { folder, ...(token === undefined ? {} : { token }) };
    const temporary = (0,src/* temporaryFolder */.yy)(env);
    const files = (0,src/* workspaceFiles */.PZ)({ root: folder, roots: [temporary] });
    const repository = env["GITHUB_REPOSITORY"];
    return {
        files,
        folder: (0,src/* withJobArtifacts */.Xm)((0,src/* evidenceFolder */.ek)((0,src/* evidenceHome */.zy)(env)), fromArtifacts, env),
        models: (0,src/* modelFolder */.Ch)(files.locate),
        branch: (0,git_src/* gitSlipwayBranch */.iU)({ ...access, branch }),
        tags: (0,git_src/* gitRegistryTags */.zj)(access),
        defaultBranch: () => (0,git_src/* gitDefaultBranch */.c3)(access),
        readCommitted: (commit, path) => (0,git_src/* gitBaseRevision */.ve)({ ...access, ref: "HEAD", commit }).readText(path),
        people: async () => {
            const { connect, githubPeople } = await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(700)]).then(__webpack_require__.bind(__webpack_require__, 89700));
            return githubPeople(connect({ token, repository, tell: (message) => src/* jobLog */.Wh.info(message) }));
        },
        clock: src/* systemClock */.ml,
        context: (0,src/* runContext */.pO)(env, (0,src/* readEvent */.j_)(env)),
        log: src/* jobLog */.Wh,
        crypto: src/* logCrypto */.ag,
        keys: src/* ecdsaKeys */.fG,
        sha256: (bytes) => (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex"),
    };
}

;// CONCATENATED MODULE: ./actions/register-model/src/index.ts






/***/ })

};
