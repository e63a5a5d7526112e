export const id = 833;
export const ids = [833];
export const modules = {

/***/ 47042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ao: () => (/* reexport */ localEngine)
});

// UNUSED EXPORTS: duckdbEngine, findPlatform, findRegistry, findToolCache, loadDuckdb, provideBinding

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./packages/engines/duckdb/src/read-columns.ts
/**
 * Copies a result's columns out of DuckDB's vectors, without making an object per row.
 * @throws TypeError for a column that is not DOUBLE, INTEGER, VARCHAR or ENUM, and for two of one name
 */
function readColumns(duckdb, result) {
    const names = result.columnNames();
    if (new Set(names).size < names.length)
        throw new TypeError("Two columns share a name.");
    const builders = names.map((name, index) => {
        const builder = createBuilder(duckdb, result.columnTypeId(index), result.rowCount);
        if (builder === undefined)
            throw new TypeError(`The column ${name} needs a cast.`);
        return [name, builder];
    });
    for (let index = 0, row = 0; index < result.chunkCount; index++) {
        const chunk = result.getChunk(index);
        for (const [column, [, builder]] of builders.entries())
            builder.append(chunk, column, row);
        row += chunk.rowCount;
    }
    return Object.fromEntries(builders.map(([name, builder]) => [name, builder.build()]));
}
function createBuilder(duckdb, type, length) {
    const { DOUBLE, ENUM, INTEGER, VARCHAR } = duckdb.DuckDBTypeId;
    if (type === VARCHAR.valueOf() || type === ENUM.valueOf())
        return textBuilder(length);
    if (type === DOUBLE.valueOf()) {
        const values = new Float64Array(length);
        const numbers = fixedBuilder(values, NaN);
        return {
            append: numbers.append,
            build: () => ({ kind: "number", values, ...numbers.valid() }),
        };
    }
    if (type === INTEGER.valueOf()) {
        const values = new Int32Array(length);
        const integers = fixedBuilder(values, 0);
        return {
            append: integers.append,
            build: () => ({ kind: "integer", values, ...integers.valid() }),
        };
    }
    return undefined;
}
function textBuilder(length) {
    const values = new Array(length).fill(null);
    return {
        append: (chunk, column, row) => {
            const vector = chunk.getColumnVector(column);
            for (let index = 0; index < vector.itemCount; index++) {
                const item = vector.getItem(index);
                values[row + index] = typeof item === "string" ? item : null;
            }
        },
        build: () => ({ kind: "text", values }),
    };
}
function fixedBuilder(values, missing) {
    let valid;
    const append = (chunk, column, row) => {
        const vector = chunk.getColumnVector(column);
        values.set(itemsOf(vector), row);
        const bits = validityOf(vector);
        if (bits === undefined)
            return;
        for (let index = 0; index < vector.itemCount; index++) {
            if ((((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1)
                continue;
            valid ??= new Uint8Array(values.length).fill(1);
            valid[row + index] = 0;
            values[row + index] = missing;
        }
    };
    return { append, valid: () => (valid === undefined ? {} : { valid }) };
}
// The arrays under a vector have no public face; the package is pinned, and a change would be met here at once.
function itemsOf(vector) {
    const items = Reflect.get(vector, "items");
    if (items instanceof Float64Array || items instanceof Int32Array)
        return items;
    throw new TypeError("DuckDB's vector does not hold its values as a typed array.");
}
function validityOf(vector) {
    const validity = Reflect.get(vector, "validity");
    const words = typeof validity === "object" && validity !== null ? Reflect.get(validity, "data") : undefined;
    if (words === null)
        return undefined;
    if (words instanceof BigUint64Array) {
        return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    }
    throw new TypeError("DuckDB's vector does not hold its validity as 64-bit words.");
}

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
// EXTERNAL MODULE: ./packages/ports/src/index.ts + 1 modules
var ports_src = __webpack_require__(22906);
;// CONCATENATED MODULE: ./packages/engines/duckdb/src/translate-error.ts


const maxMessageLength = 300;
/**
 * Turns what DuckDB threw into a `SqlError` whose message is one clean line of at most 300 characters; the whole text
 * stays in its `cause`. Running out of memory becomes a UserError SW6101 with advice, and a `SqlError` as its cause.
 */
function translateError(cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    const kind = kindOf(text);
    const error = new ports_src/* SqlError */.L(kind, oneLine(text), cause);
    if (kind !== "memory")
        return error;
    return new src/* UserError */.yo({
        code: "SW6101",
        message: error.message,
        remedy: "Use a runner with more memory and free disk space, split the data into smaller files, " +
            "or take out checks that hold every value (uniqueness, exact quantiles).",
        cause: error,
    });
}
/** DuckDB has no codes: the class stands before the first colon, and nothing but the class may come from there. */
function kindOf(text) {
    if (/^(Out of Memory Error:|(Invalid Error: )?std::bad_alloc)/.test(text))
        return "memory";
    if (/^[A-Za-z ]+ Error: (CSV Error|Error when sniffing file)/.test(text))
        return "csv";
    if (/^Invalid Input Error: (No magic bytes|Footer length|Failed to read file)/.test(text)) {
        return "parquet";
    }
    // Thrift's and the decompressors' own exceptions, which only the Parquet reader lets through.
    if (/^Invalid Error:/.test(text))
        return "parquet";
    if (/^(Conversion|Out of Range) Error:/.test(text))
        return "conversion";
    if (/^(IO|Permission|HTTP) Error:/.test(text))
        return "io";
    return /^(Invalid Input|Not implemented) Error: .*Parquet/.test(text) ? "parquet" : "other";
}
/** The excerpt of our own statement that DuckDB appends is cut off, as it says nothing to a reader. */
function oneLine(text) {
    const clean = text
        .slice(0, 4 * maxMessageLength)
        .replace(/\n\nLINE \d+: [\s\S]*$/, "")
        .replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
        .trim();
    const characters = Array.from(clean);
    if (clean.length <= maxMessageLength)
        return clean;
    while (characters.join("").length > maxMessageLength - 1)
        characters.pop();
    return `${characters.join("")}…`;
}

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/duckdb-session.ts


/** A session over an open connection; `close` frees what the connection needs. */
function duckdbSession({ duckdb, connection, close }) {
    let isOpen = true;
    const query = async (sql) => {
        if (!isOpen)
            throw new Error("The session is closed.");
        try {
            return await connection.run(sql);
        }
        catch (cause) {
            throw translateError(cause);
        }
    };
    return {
        run: async (sql) => {
            await query(sql);
        },
        rows: async (sql) => readRows(await query(sql)),
        columns: async (sql) => readColumns(duckdb, await query(sql)),
        close: async () => {
            if (!isOpen)
                return;
            isOpen = false;
            await close();
        },
    };
}
async function readRows(result) {
    const names = result.deduplicatedColumnNames();
    const rows = await result.getRows();
    return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, plainValue(row[index] ?? null)])));
}
function plainValue(value) {
    return value === null || typeof value !== "object" ? value : value.toString();
}

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./packages/engines/duckdb/src/load-duckdb.ts



let loaded;
/**
 * Loads DuckDB with the native binding at `bindingPath` (an absolute path of a `duckdb.node`), from source and from the
 * bundle alike. A process loads it once: later calls give the same module, whatever path they name.
 * @throws UserError SW6007 where the system refuses the binding
 */
function loadDuckdb(bindingPath) {
    loaded ??= importWith(bindingPath);
    return loaded;
}
async function importWith(bindingPath) {
    const url = (0,external_node_url_.pathToFileURL)(bindingPath).href;
    // node-api asks for this package, whose own code looks for an installed platform package; the bundle has neither.
    const hooks = (0,external_node_module_.registerHooks)({
        resolve: (specifier, context, nextResolve) => specifier === "@duckdb/node-bindings"
            ? { url, shortCircuit: true }
            : nextResolve(specifier, context),
    });
    try {
        return await __webpack_require__.e(/* import() */ 798).then(__webpack_require__.t.bind(__webpack_require__, 12798, 23));
    }
    catch (cause) {
        loaded = undefined;
        throw new src/* UserError */.yo({
            code: "SW6007",
            message: `DuckDB's binding at ${bindingPath} cannot be loaded.`,
            remedy: "Check that files may be executed from there, and that a Linux runner has libstdc++ and glibc 2.25 or newer, " +
                "or is Alpine with `apk add libstdc++`.",
            cause,
        });
    }
    finally {
        hooks.deregister();
    }
}

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/pinned-files.ts
/** The one build of DuckDB that Slipway runs, platform by platform. */
const pinnedFiles = {
    version: "1.5.5-r.5",
    packages: {
        "darwin-arm64": {
            integrity: "sha512-WJdeLTFy4pRg60rkbp9smtlP1iIQ8ErtIJkxS+2LQtM1ZZMSByyW+3WPpNoKe7IwPtVl2fLlPw7tDmQW4Z974g==",
            tarballBytes: 36788031,
            files: [
                {
                    name: "duckdb.node",
                    sizeBytes: 514168,
                    sha256: "ba396b8fc069b1c34d1b5d3bdb7f54b1ddef160b6f440b2539fcef89720e9947",
                },
                {
                    name: "libduckdb.dylib",
                    sizeBytes: 117005184,
                    sha256: "b9027d18ef3e8d960568f77e946a83ca68009cb22d71cf7f94de842afdd094d8",
                },
            ],
        },
        "darwin-x64": {
            integrity: "sha512-rN0KjX13MwVQ5V5ufykolty/tf4SaafOpGWcUA1Cegf98jPeRdsJsEE1IMXn8n3u6WvMSZEVJmHJ3ma4Hr7Vzg==",
            tarballBytes: 36788664,
            files: [
                {
                    name: "duckdb.node",
                    sizeBytes: 453920,
                    sha256: "c7d75d167487bc96d3bd2a54969f0fb816c5415c3a1d064b3e88966acaf4e4c3",
                },
                {
                    name: "libduckdb.dylib",
                    sizeBytes: 117005184,
                    sha256: "b9027d18ef3e8d960568f77e946a83ca68009cb22d71cf7f94de842afdd094d8",
                },
            ],
        },
        "linux-arm64": {
            integrity: "sha512-CafH2AIvXtpwDynG3KB/4uEOHRGlFoB7auCRMIwH3BKNIobsANV5LSpDJ3tfyRCFIsK6e8AT1eseWVnu2Dv3cw==",
            tarballBytes: 21632048,
            files: [
                {
                    name: "duckdb.node",
                    sizeBytes: 497304,
                    sha256: "51b959ad6a5b57cfa3e9a5d20bffebe0e58974222efcddcd97c85e12700dbbb1",
                },
                {
                    name: "libduckdb.so",
                    sizeBytes: 62963152,
                    sha256: "d00d007f3f7ca1f2896a5e4b89c2ce141bf0508506a9d6d56f9598b8e59d074e",
                },
            ],
        },
        "linux-arm64-musl": {
            integrity: "sha512-00z3mYHUBAucp3L73EoftKDdaGOaV8ENELejiT+PK7dFjTzdXxqhJwZ1LaQV1/zEhIecz+x23f6WvFhWw+7XXQ==",
            tarballBytes: 22773047,
            files: [
                {
                    name: "duckdb.node",
                    sizeBytes: 558936,
                    sha256: "12d8c980901c88eea2d5c7622f364a50800e639714458d16de486365c0c48f6d",
                },
                {
                    name: "libduckdb.so",
                    sizeBytes: 66737904,
                    sha256: "b7ca0fcde2828167e9b5d8741d0eb5dbe520d67b0a4687f19cf2974fd59d11c3",
                },
            ],
        },
        "linux-x64": {
            integrity: "sha512-kCyq6BXhn6QXfwF8yVdVKriSSHP+rfVWcJ56cG8qZzlOZpxyvT5WGm6jMshxg4ditLlOsHsIN/D47RYrcjXuHQ==",
            tarballBytes: 23881820,
            files: [
                {
                    name: "duckdb.node",
                    sizeBytes: 474984,
                    sha256: "778d45b3d918a8d3b6dfeb819472472d3ff85d427110973fc9c1b0d462514c15",
                },
                {
                    name: "libduckdb.so",
                    sizeBytes: 70529912,
                    sha256: "fc23f12e376c47be520f75221288281906e7942e8fd6f6ce4849198ba60d0405",
                },
            ],
        },
        "linux-x64-musl": {
            integrity: "sha512-S5qEc7F+GjXt85T2xArjjvN5oc/IjtH6zsLJsuo8N3fQolheBCefemIMdZoK2Jik8a0sBxidiS6Ld4qprMPPDw==",
            tarballBytes: 24674216,
            files: [
                {
                    name: "duckdb.node",
                    sizeBytes: 507280,
                    sha256: "bf0160e4c5a1c0b1fc821252553883c8f16f07112385df35cf066ac4a60cbe73",
                },
                {
                    name: "libduckdb.so",
                    sizeBytes: 73242016,
                    sha256: "f9f9884b72a730751fdf4d6dd96368153f2f6c8b7358162c819166788dbd60bc",
                },
            ],
        },
        "win32-arm64": {
            integrity: "sha512-L3Mroc23xhqOowWVElni8LgEmsm5e9DdG1y2pLka/1ug3Pl2vpQMl1Phxwz4UEMF8DOBbMgN5BBNrYwG2BFo+g==",
            tarballBytes: 14459553,
            files: [
                {
                    name: "duckdb.node",
                    sizeBytes: 1527808,
                    sha256: "e4e6d94b1c8d30497222356ce7761fd3a50c8a121cf484d7eae54fef818ea9c1",
                },
                {
                    name: "duckdb.dll",
                    sizeBytes: 42838320,
                    sha256: "ca938da6e124d6c91fcbff5983860ebc3753576e5b04c11ad8bc9135853aa752",
                },
            ],
        },
        "win32-x64": {
            integrity: "sha512-mBGFn8netT/AAhK4TOG6Fw47+Db68CxCVtQ9qfxZc1kZAjds+aYrh17Fd/u5CbTDdxILsrcyuF8q9cUcm54kQA==",
            tarballBytes: 13549050,
            files: [
                {
                    name: "duckdb.node",
                    sizeBytes: 1253376,
                    sha256: "a587a097a6ce7f370e12cf6530a187813cabd03aba36a6caeaba6912e01a3d63",
                },
                {
                    name: "duckdb.dll",
                    sizeBytes: 36724520,
                    sha256: "2b7468a4ad844429e6af2fde0b5f91893e8130a5686a88f11442ab547c7ede46",
                },
            ],
        },
    },
};

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/duckdb-engine.ts







const maxSpillBytes = 32 * 2 ** 30;
/**
 * DuckDB in this process. Nothing native is loaded before the first `open`; each session is a database of its own in memory.
 * Statements fail with a `SqlError`, or with UserError SW6101 where memory runs out.
 */
function duckdbEngine(options) {
    return {
        name: `duckdb ${pinnedFiles.version.replace(/-r\.\d+$/, "")}`,
        open: async (access) => {
            const { binding, tempFolder } = options;
            const duckdb = await loadDuckdb(typeof binding === "string" ? binding : await binding());
            await (0,promises_.mkdir)(tempFolder, { recursive: true });
            // Two databases must not spill into one folder: DuckDB numbers the files there from zero.
            const spillFolder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempFolder, "duckdb-"));
            const removeSpill = () => (0,promises_.rm)(spillFolder, { recursive: true, force: true });
            try {
                return await openSession(duckdb, { ...options, ...access, spillFolder, removeSpill });
            }
            catch (cause) {
                await removeSpill();
                throw translateError(cause);
            }
        },
    };
}
async function openSession(duckdb, opening) {
    const limit = opening.memoryLimitBytes ?? Math.floor(memoryBytes() / 2);
    const instance = await duckdb.DuckDBInstance.create(":memory:", {
        allow_persistent_secrets: "false",
        autoinstall_known_extensions: "false",
        autoload_known_extensions: "false",
        max_temp_directory_size: `${await spillLimitBytes(opening.spillFolder)}B`,
        memory_limit: `${limit}B`,
        preserve_insertion_order: "true",
        temp_directory: opening.spillFolder,
        ...(opening.threads === undefined ? {} : { threads: String(opening.threads) }),
    });
    const connection = await instance.connect();
    await connection.run(closingStatements(opening));
    const close = async () => {
        connection.closeSync();
        instance.closeSync();
        await opening.removeSpill();
    };
    return duckdbSession({ duckdb, connection, close });
}
/** The order counts: what may be touched is named before the doors close, and the lock comes last. */
function closingStatements({ readableFiles, writableFolder }) {
    const folders = writableFolder === undefined ? [] : [writableFolder];
    return [
        "SET TimeZone = 'UTC'",
        `SET allowed_paths = [${readableFiles.map(quote).join(", ")}]`,
        `SET allowed_directories = [${folders.map((folder) => quote(withSeparator(folder))).join(", ")}]`,
        "SET enable_external_access = false",
        "SET lock_configuration = true",
    ].join(";\n");
}
function quote(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
function withSeparator(folder) {
    return folder.endsWith(external_node_path_.sep) ? folder : `${folder}${external_node_path_.sep}`;
}
/** A container's limit counts where it is below the machine's memory; without one Node reports a huge number. */
function memoryBytes() {
    const constrained = process.constrainedMemory();
    return constrained > 0 ? Math.min(constrained, (0,external_node_os_.totalmem)()) : (0,external_node_os_.totalmem)();
}
async function spillLimitBytes(folder) {
    const { bavail, bsize } = await (0,promises_.statfs)(folder);
    return Math.min(maxSpillBytes, Math.floor((bavail * bsize) / 2));
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./packages/engines/duckdb/src/npmrc.ts
/** Parses an `.npmrc`. A value that names an unknown variable is left out, since nothing good can come of it. */
function parseNpmrc(text, env) {
    const settings = new Map();
    for (const line of text.split(/\r?\n/)) {
        const match = /^\s*([^#;=[\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
        const value = expand(unquote(match?.[2] ?? ""), env);
        if (match?.[1] !== undefined && value !== undefined)
            settings.set(match[1], value);
    }
    return settings;
}
function unquote(value) {
    return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}
function expand(value, env) {
    const unknown = new Set();
    const expanded = value.replace(/\$\{([^}?]+)(\?)?\}/g, (_, name, optional) => {
        // The file can come with a pull request: what the runner gives to actions alone must not leave through it.
        const found = /^(INPUT_|ACTIONS_)/i.test(name) ? undefined : env[name];
        if (found === undefined && optional === undefined)
            unknown.add(name);
        return found ?? "";
    });
    return unknown.size === 0 ? expanded : undefined;
}

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/find-registry.ts






const npmTimeoutMs = 20_000;
/**
 * Finds the registry that npm is configured for: the environment's `npm_config_registry`, then `@duckdb:registry` and then
 * `registry` of the project's and the user's `.npmrc`, then npm itself; with the `_authToken` that belongs to it.
 * @throws UserError SW6005 where nothing names one
 */
async function findRegistry(search) {
    const { env, cwd, home } = search;
    const userFile = npmConfig(env, "userconfig") ?? (0,external_node_path_.join)(home, ".npmrc");
    const files = await Promise.all([(0,external_node_path_.join)(cwd, ".npmrc"), userFile].map((path) => readNpmrc(path, env)));
    const setting = (key) => files.map((file) => file.get(key)).find(isFilled);
    const askNpm = search.askNpm ?? (() => askInstalledNpm(env, home));
    const address = npmConfig(env, "registry") ??
        setting("@duckdb:registry") ??
        setting("registry") ??
        (await askNpm());
    return parseRegistry(address?.trim() ?? "", setting);
}
/** npm reads its variables in any case, and with `-` written as `_`. */
function npmConfig(env, name) {
    const keys = Object.keys(env).filter((key) => key.toLowerCase() === `npm_config_${name}`);
    return keys.map((key) => env[key]).find(isFilled);
}
function isFilled(value) {
    return value !== undefined && value.trim() !== "";
}
async function readNpmrc(path, env) {
    try {
        return parseNpmrc(await (0,promises_.readFile)(path, "utf8"), env);
    }
    catch {
        return new Map();
    }
}
async function askInstalledNpm(env, home) {
    // Node starts .cmd files through a shell only. That shell looks into the current folder first, which must not be a
    // checkout; the words are constant.
    const isWindows = process.platform === "win32";
    const options = { env, cwd: home, shell: isWindows, timeout: npmTimeoutMs, windowsHide: true };
    try {
        const command = isWindows ? "npm.cmd" : "npm";
        const answer = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(command, ["config", "get", "registry"], options);
        return answer.stdout;
    }
    catch {
        return undefined;
    }
}
function parseRegistry(address, setting) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
        throw unknownRegistry();
    const { username, password } = url;
    url.username = "";
    url.password = "";
    url.search = "";
    url.hash = "";
    const token = tokenFor(url, setting);
    const authorization = username === "" ? token && `Bearer ${token}` : basic(decode(username), decode(password));
    return {
        url: url.href.replace(/\/+$/, ""),
        ...(authorization === undefined || authorization === "" ? {} : { authorization }),
    };
}
/** As npm does, from the whole path up to the host: `//host/path/:_authToken`, `//host/:_authToken`. */
function tokenFor(url, setting) {
    const parts = url.pathname.split("/").filter((part) => part !== "");
    for (let length = parts.length; length >= 0; length--) {
        const base = `//${[url.host, ...parts.slice(0, length)].join("/")}`;
        const token = setting(`${base}/:_authToken`) ?? setting(`${base}:_authToken`);
        if (token !== undefined)
            return token;
    }
    return undefined;
}
function basic(user, password) {
    return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}
function decode(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
function unknownRegistry() {
    return new src/* UserError */.yo({
        code: "SW6005",
        message: "No npm registry is configured from which DuckDB could be fetched.",
        remedy: "Set the environment variable npm_config_registry to its https address, or let the input duckdb-binding name " +
            "a folder that holds DuckDB's binding.",
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./packages/engines/duckdb/src/check-files.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



const chunkBytes = 4 * 2 ** 20;
/** Hashes the pinned files of a folder, and gives those that differ or are missing. */
async function findWrongFiles(folder, files) {
    const results = await Promise.all(files.map(async ({ name, sha256 }) => {
        const path = (0,external_node_path_.join)(folder, name);
        const actual = await hashFile(path);
        if (actual === sha256)
            return undefined;
        return { path, expected: sha256, ...(actual === undefined ? {} : { actual }) };
    }));
    return results.filter((result) => result !== undefined);
}
async function hashFile(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const hash = (0,external_node_crypto_.createHash)("sha256");
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path), true);
            const buffer = Buffer.allocUnsafe(chunkBytes);
            for (;;) {
                const { bytesRead } = await file.read(buffer, 0, chunkBytes);
                if (bytesRead === 0)
                    return hash.digest("hex");
                hash.update(buffer.subarray(0, bytesRead));
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./packages/engines/duckdb/src/registry.ts
/** The header for a request to `address`: only for the registry's own origin, and only where nobody can listen. */
function authorizationFor(registry, address) {
    const { authorization } = registry;
    const isOwn = new URL(registry.url).origin === address.origin;
    if (authorization === undefined || !isOwn || !isPrivate(address))
        return {};
    return { authorization };
}
function isPrivate({ protocol, hostname }) {
    const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
    return protocol === "https:" || isLoopback;
}

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/download.ts



const maxMetadataBytes = 32 * 2 ** 20;
/**
 * Fetches a tarball from the usual place of the registry, or from where its metadata says where that is empty. Three attempts
 * are made where the network or the server fails; the bytes still have to be checked.
 * @throws UserError SW6003
 */
async function downloadTarball(download) {
    const { registry, name, version, pinned } = download;
    const file = `${name.split("/").at(-1) ?? name}-${version}.tgz`;
    const usual = new URL(`${registry.url}/${name}/-/${file}`);
    try {
        const tarball = await request(download, usual, pinned.tarballBytes);
        if (tarball !== undefined)
            return tarball;
        const listed = await readAddress(download);
        const other = listed && (await request(download, listed, pinned.tarballBytes));
        if (other !== undefined)
            return other;
        throw new Refusal(`${usual.host} has no ${name} ${version}`);
    }
    catch (cause) {
        throw new src/* UserError */.yo({
            code: "SW6003",
            message: `DuckDB (${file}) cannot be fetched from ${usual.host}: ${reasonOf(cause)}.`,
            remedy: "Check the address and the token of the npm registry (npm_config_registry, .npmrc), or let the input " +
                "duckdb-binding name a folder that holds DuckDB's binding.",
            cause,
        });
    }
}
/** An answer that a second attempt would not change. */
class Refusal extends Error {
}
/** Nothing of a server's text is repeated: it may hold anything. */
function reasonOf(cause) {
    if (cause instanceof Refusal || cause instanceof Trouble)
        return cause.message;
    return "the connection failed";
}
class Trouble extends Error {
}
async function readAddress(download) {
    const { registry, name, version } = download;
    const metadata = new URL(`${registry.url}/${name.replace("/", "%2f")}`);
    const body = await request(download, metadata, maxMetadataBytes);
    if (body === undefined)
        return undefined;
    const address = tarballOf(body.toString("utf8"), version);
    const url = typeof address === "string" && URL.canParse(address) ? new URL(address) : undefined;
    return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}
function tarballOf(metadata, version) {
    try {
        return ["versions", version, "dist", "tarball"].reduce(property, JSON.parse(metadata));
    }
    catch {
        return undefined;
    }
}
function property(value, key) {
    return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
/** The body, or nothing for a 404. */
async function request(download, url, maxBytes) {
    for (const pauseMs of download.pausesMs ?? [500, 2000]) {
        try {
            return await requestOnce(download, url, maxBytes);
        }
        catch (error) {
            if (error instanceof Refusal)
                throw error;
            await (0,external_node_timers_promises_.setTimeout)(pauseMs);
        }
    }
    return requestOnce(download, url, maxBytes);
}
async function requestOnce(download, url, maxBytes) {
    const silence = new AbortController();
    const timeoutMs = download.timeoutMs ?? 30_000;
    const timer = setTimeout(() => silence.abort(new Trouble("no answer in time")), timeoutMs);
    try {
        const headers = authorizationFor(download.registry, url);
        const response = await download.fetch(url, { headers, signal: silence.signal });
        if (response.status === 404)
            return undefined;
        if (!response.ok)
            throw statusError(response.status);
        const chunks = [];
        let sizeBytes = 0;
        for await (const part of response.body ?? []) {
            const chunk = part;
            if (!(chunk instanceof Uint8Array))
                continue;
            timer.refresh();
            sizeBytes += chunk.length;
            if (sizeBytes > maxBytes)
                throw new Refusal("the answer is larger than it may be");
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    }
    finally {
        clearTimeout(timer);
        // Lets go of a body that was not read to its end.
        silence.abort();
    }
}
function statusError(status) {
    const message = `it answers with status ${status}`;
    return status >= 500 || status === 408 || status === 429
        ? new Trouble(message)
        : new Refusal(message);
}

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/platform.ts

/** The platforms for which the binding is published and pinned. */
const platforms = [
    "darwin-arm64",
    "darwin-x64",
    "linux-arm64",
    "linux-arm64-musl",
    "linux-x64",
    "linux-x64-musl",
    "win32-arm64",
    "win32-x64",
];
/**
 * Names the platform of a process, `linux-x64-musl` for one on Alpine.
 * @throws UserError SW6001 where no binding is published
 */
function findPlatform(platform = process.platform, arch = process.arch) {
    const isMusl = platform === "linux" && platform === process.platform && !hasGlibc();
    const name = `${platform}-${arch}${isMusl ? "-musl" : ""}`;
    const known = platforms.find((each) => each === name);
    if (known !== undefined)
        return known;
    throw new src/* UserError */.yo({
        code: "SW6001",
        message: `DuckDB is not published for ${name}.`,
        remedy: "Run on Linux (glibc 2.25 or newer, or musl), macOS or Windows, on x64 or arm64 processors.",
    });
}
/** Only a Node that is linked against glibc reports its version; the one for musl does not. */
function hasGlibc() {
    // Without this the report asks the network interfaces, which can take seconds.
    Reflect.set(process.report, "excludeNetwork", true);
    const report = process.report.getReport();
    return report.header?.glibcVersionRuntime !== undefined;
}

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/read-tarball.ts
const blockBytes = 512;
/**
 * Takes the named files out of an unpacked npm tarball; every other entry is passed over, whatever its name.
 * Only plain files directly below `package/` can be named, so no entry can lead anywhere else.
 * @throws Error where the archive is damaged, or a named entry is not a plain file
 */
function readTarball(tar, names) {
    const files = new Map();
    for (let offset = 0; offset + blockBytes <= tar.length;) {
        const header = tar.subarray(offset, offset + blockBytes);
        if (header.every((byte) => byte === 0))
            break;
        const entry = readHeader(header);
        const start = offset + blockBytes;
        if (start + entry.sizeBytes > tar.length)
            throw new Error("The archive is cut off.");
        const name = names.find((each) => entry.path === `package/${each}`);
        if (name !== undefined) {
            if (!entry.isFile)
                throw new Error(`${name} in the archive is not a plain file.`);
            files.set(name, tar.subarray(start, start + entry.sizeBytes));
        }
        offset = start + Math.ceil(entry.sizeBytes / blockBytes) * blockBytes;
    }
    return files;
}
function readHeader(header) {
    let sum = 0;
    header.forEach((byte, index) => {
        sum += index >= 148 && index < 156 ? 32 : byte;
    });
    if (sum !== octal(header, 148, 8))
        throw new Error("The archive is damaged.");
    const prefix = read_tarball_text(header, 345, 155);
    const name = read_tarball_text(header, 0, 100);
    const type = header[156];
    return {
        path: prefix === "" ? name : `${prefix}/${name}`,
        sizeBytes: octal(header, 124, 12),
        isFile: type === 0 || type === 48,
    };
}
function read_tarball_text(header, start, length) {
    const field = header.subarray(start, start + length);
    const end = field.indexOf(0);
    return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}
function octal(header, start, length) {
    const digits = read_tarball_text(header, start, length).trim();
    if (!/^[0-7]+$/.test(digits))
        throw new Error("The archive is damaged.");
    return parseInt(digits, 8);
}

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/provide-binding.ts











/**
 * Gives the absolute path of a `duckdb.node` whose bytes, and those of the library beside it, are the pinned ones: from the
 * folder given, else from the tool cache, else from the registry. Jobs that share a tool cache may call it at once.
 * @throws UserError SW6001 to SW6006
 */
async function provideBinding(sources) {
    const platform = sources.platform ?? findPlatform();
    const pins = sources.pins ?? pinnedFiles;
    const pinned = pins.packages[platform];
    const name = `@duckdb/node-bindings-${platform}`;
    if (sources.bindingFolder !== undefined) {
        return checkGiven(sources.bindingFolder, pinned, `${name}@${pins.version}`);
    }
    const folder = (0,external_node_path_.join)((0,external_node_path_.resolve)(sources.toolCache), "slipway-duckdb", pins.version, platform);
    const binding = (0,external_node_path_.join)(folder, "duckdb.node");
    if ((await findWrongFiles(folder, pinned.files)).length === 0)
        return binding;
    const tarball = await downloadTarball({
        fetch: globalThis.fetch,
        ...sources,
        name,
        version: pins.version,
        pinned,
        registry: await sources.registry(),
    });
    await store(await unpack(tarball, pinned), folder, pinned);
    return binding;
}
async function checkGiven(given, pinned, source) {
    const folder = (0,external_node_path_.resolve)(given);
    const [wrong] = await findWrongFiles(folder, pinned.files);
    if (wrong === undefined)
        return (0,external_node_path_.join)(folder, "duckdb.node");
    throw new src/* UserError */.yo({
        code: "SW6002",
        message: `The folder given as duckdb-binding does not hold the binding of ${source}: ${describe(wrong)}.`,
        remedy: `Fetch it with "npm pack ${source}" and unpack it there, or leave duckdb-binding out so that it is fetched.`,
    });
}
function describe({ path, expected, actual }) {
    return actual === undefined
        ? `${path} is missing or cannot be read`
        : `${path} has SHA-256 ${actual}, pinned is ${expected}`;
}
/** The tarball is compared before it is unpacked, so that nothing unknown reaches the decompressor. */
async function unpack(tarball, pinned) {
    const integrity = `sha512-${(0,external_node_crypto_.createHash)("sha512").update(tarball).digest("base64")}`;
    if (integrity !== pinned.integrity) {
        throw wrongDownload(`the tarball is ${integrity}, pinned is ${pinned.integrity}`);
    }
    const names = pinned.files.map(({ name }) => name);
    const files = await readArchive(tarball, names);
    for (const { name, sha256 } of pinned.files) {
        const bytes = files.get(name);
        const actual = bytes && (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
        if (actual !== sha256)
            throw wrongDownload(`${name} is ${actual ?? "missing"}, not ${sha256}`);
    }
    return files;
}
async function readArchive(tarball, names) {
    try {
        return readTarball(await (0,external_node_util_.promisify)(external_node_zlib_.gunzip)(tarball), names);
    }
    catch (cause) {
        throw wrongDownload(cause instanceof Error ? cause.message : "it cannot be unpacked", cause);
    }
}
function wrongDownload(difference, cause) {
    return new src/* UserError */.yo({
        code: "SW6004",
        message: `The registry's DuckDB is not the one that Slipway was built for: ${difference.replace(/\.$/, "")}.`,
        remedy: "Nothing of it was kept. Find out why the registry serves other bytes (a mirror that repacks, a proxy's error page, " +
            "an attack), or let the input duckdb-binding name a folder that holds the published files.",
        cause,
    });
}
async function store(files, folder, pinned) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(folder), { recursive: true });
        await writeAtOnce(files, folder, pinned);
    }
    catch (cause) {
        throw new src/* UserError */.yo({
            code: "SW6006",
            message: `DuckDB cannot be stored in ${folder}.`,
            remedy: "Make that folder writable with some 150 MB of space, point RUNNER_TOOL_CACHE to another one, or let the input " +
                "duckdb-binding name a folder that holds DuckDB's binding.",
            cause,
        });
    }
}
async function writeAtOnce(files, folder, pinned) {
    // Beside the target, so that moving it there is one step on one disk.
    const partial = `${folder}.${(0,external_node_crypto_.randomUUID)()}`;
    await (0,promises_.mkdir)(partial);
    try {
        for (const [name, bytes] of files)
            await (0,promises_.writeFile)((0,external_node_path_.join)(partial, name), bytes);
        await moveInto(partial, folder, pinned);
    }
    finally {
        await (0,promises_.rm)(partial, { recursive: true, force: true });
    }
}
/** A folder that is already there is another job's, or damaged: the first is as good as ours, the second makes way. */
async function moveInto(partial, folder, pinned) {
    try {
        await (0,promises_.rename)(partial, folder);
    }
    catch {
        if ((await findWrongFiles(folder, pinned.files)).length === 0)
            return;
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        await (0,promises_.rename)(partial, folder);
    }
}

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/tool-cache.ts

/** Where bindings are kept between runs: the runner's tool cache, or the user's own cache folder of this system. */
function findToolCache(search) {
    const { env, home } = search;
    const platform = search.platform ?? process.platform;
    if (env["RUNNER_TOOL_CACHE"])
        return env["RUNNER_TOOL_CACHE"];
    if (env["XDG_CACHE_HOME"])
        return (0,external_node_path_.join)(env["XDG_CACHE_HOME"], "slipway");
    if (platform === "win32") {
        return (0,external_node_path_.join)(env["LOCALAPPDATA"] ?? (0,external_node_path_.join)(home, "AppData", "Local"), "slipway", "cache");
    }
    return platform === "darwin"
        ? (0,external_node_path_.join)(home, "Library", "Caches", "slipway")
        : (0,external_node_path_.join)(home, ".cache", "slipway");
}

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/local-engine.ts






/** DuckDB on this machine; its binding is looked for, and fetched, when the first session opens. */
function localEngine({ env, folder, temporary, bindingFolder, }) {
    const home = (0,external_node_os_.homedir)();
    const given = bindingFolder ?? env["SLIPWAY_DUCKDB_BINDING"];
    return duckdbEngine({
        tempFolder: (0,external_node_path_.join)(temporary, "duckdb"),
        binding: () => provideBinding({
            ...(given === undefined || given === "" ? {} : { bindingFolder: given }),
            toolCache: findToolCache({ env, home }),
            registry: () => findRegistry({ env, cwd: folder, home }),
        }),
    });
}

;// CONCATENATED MODULE: ./packages/engines/duckdb/src/index.ts









/***/ }),

/***/ 44880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sb: () => (/* reexport */ changedSettings),
  Ab: () => (/* reexport */ judgedEntries),
  tb: () => (/* reexport */ loadPolicy),
  S4: () => (/* reexport */ recordWith),
  fD: () => (/* reexport */ rulesOf),
  $0: () => (/* reexport */ tightenRules)
});

// UNUSED EXPORTS: ruleKey

;// CONCATENATED MODULE: ./packages/policy/src/changed-settings.ts
const shown = ["task", "positive", "baseline", "results"];
const roles = ["id", "label", "prediction", "score", "weight"];
/**
 * Settings of an evaluation that a pull request changes. They decide what is measured, so a reader has to see
 * them; a named baseline and the seed stay the base's.
 */
function changedSettings(base, head) {
    const plain = shown.flatMap((key) => difference(key, base[key], head[key]));
    const columns = roles.flatMap((role) => difference(`columns.${role}`, base.columns[role], head.columns[role]));
    return [...plain, ...columns];
}
function difference(what, from, to) {
    const [before, after] = [show(from), show(to)];
    return before === after ? [] : [{ what, from: before, to: after }];
}
function show(value) {
    if (value === undefined)
        return "unset";
    return typeof value === "string" ? value : JSON.stringify(value);
}

// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var src = __webpack_require__(66174);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
;// CONCATENATED MODULE: ./packages/policy/src/load-policy.ts


/**
 * Reads `slipway.yaml` of the working tree and, for a pull request, of its base branch. Without a file on the base
 * the pull request's own judges, and the record says so.
 * @throws UserError SW1101 where there is none at all; SW1201 to SW1205 where one cannot be read
 */
async function loadPolicy(files, file, base) {
    const headText = (await files.exists(file)) ? await files.readText(file) : undefined;
    const baseText = await base?.readText(file);
    if (headText === undefined && baseText === undefined)
        throw missing(file);
    return {
        file,
        head: headText === undefined ? undefined : (0,src/* parseConfig */.o4)(headText, file),
        base: baseText === undefined || base === undefined
            ? undefined
            : (0,src/* parseConfig */.o4)(baseText, `${base.ref}:${file}`),
        readBase: async (path) => (baseText === undefined ? undefined : base?.readText(path)),
        record: base === undefined
            ? await workingTree(files, file)
            : recordOf(file, base, baseText !== undefined),
    };
}
/** The digest tells later which rules judged: a model is registered only by those that were merged. */
async function workingTree(files, file) {
    const { digest } = await files.describe(file);
    return { origin: "working-tree", file, digest, loosened: [] };
}
function recordOf(file, base, baseHasFile) {
    const { ref, commit } = base;
    if (baseHasFile)
        return { origin: "base", file, ref, commit, loosened: [] };
    const note = `${ref} has no ${file} yet: the pull request's own judges it`;
    return { origin: "pull-request", file, ref, commit, note, loosened: [] };
}
function missing(file) {
    return new kernel_src/* UserError */.yo({
        code: "SW1101",
        message: `there is no ${file}`,
        remedy: "Write a first one from what lies in the repository: slipway init\nOr say where it is: --config FILE (input `config`).",
    });
}

;// CONCATENATED MODULE: ./packages/policy/src/merge-entries.ts

/**
 * The entries of a section that are asked for by name, or all. An entry that a pull request removes stays.
 * @throws UserError SW1205 for a name that nobody defines, and where the section is empty
 */
function judgedEntries(policy, section, names) {
    const base = entriesOf(policy.base, section);
    const head = entriesOf(policy.head, section);
    const known = [...new Set([...base.keys(), ...head.keys()])];
    for (const name of names)
        if (!known.includes(name))
            throw unknownName(policy.file, section, { name, known });
    if (known.length === 0)
        throw emptySection(policy.file, section);
    return known
        .filter((name) => names.length === 0 || names.includes(name))
        .flatMap((name) => judged(policy, { name, base: base.get(name), head: head.get(name) }));
}
/** The record of one judgement: the policy's, with what this entry would loosen. */
function recordWith(policy, loosened) {
    return { ...policy.record, loosened: [...policy.record.loosened, ...loosened] };
}
function entriesOf(located, section) {
    const entries = located?.config[section] ?? [];
    return new Map(entries.map((entry, index) => [entry.name, { entry, index }]));
}
function judged(policy, found) {
    const chosen = found.head ?? found.base;
    const source = found.head === undefined ? policy.base : policy.head;
    if (chosen === undefined || source === undefined)
        return [];
    const removed = found.head === undefined;
    const loosened = removed ? [{ what: found.name, from: "checked", to: "removed" }] : [];
    return [
        {
            head: found.head?.entry,
            base: found.base?.entry,
            entry: chosen.entry,
            source,
            index: chosen.index,
            loosened,
        },
    ];
}
function unknownName(file, section, { name, known }) {
    const meant = (0,kernel_src/* nearestWord */.zZ)(name, known);
    const guess = meant === undefined ? "" : `Did you mean "${meant}"? `;
    return new kernel_src/* UserError */.yo({
        code: "SW1205",
        message: `${file} has nothing named "${name.slice(0, 100)}" in ${section}`,
        remedy: `${guess}It defines: ${known.join(", ") || "nothing"}.`,
    });
}
function emptySection(file, section) {
    return new kernel_src/* UserError */.yo({
        code: "SW1205",
        message: `${file} has no entry in ${section}, so there is nothing to check`,
        remedy: `Add one to \`${section}:\`; slipway init --help shows the form.`,
    });
}

;// CONCATENATED MODULE: ./packages/policy/src/rule.ts

/** Takes a gate apart into its rules. */
function rulesOf(gate, defaults, source) {
    return src/* gateRules */.DB.flatMap((rule) => {
        const limit = gate[rule];
        if (limit === undefined)
            return [];
        return [
            {
                metric: gate.metric,
                rule,
                limit,
                slice: gate.slice,
                direction: gate.direction,
                severity: gate.severity ?? "block",
                judge: gate.judge ?? "point",
                confidence: gate.confidence ?? defaults.confidence ?? 0.95,
                minN: gate["min-n"] ?? defaults["min-n"] ?? 10,
                onInconclusive: gate["on-inconclusive"] ?? defaults["on-inconclusive"] ?? "warn",
                firstRun: defaults["first-run"] ?? "block",
                source,
            },
        ];
    });
}
/** What a rule is about: two gates with the same key are the same demand. */
function ruleKey({ metric, rule, slice }) {
    return slice === undefined ? `${metric} ${rule}` : `${metric} ${rule} slice=${slice}`;
}

;// CONCATENATED MODULE: ./packages/policy/src/tighten-rules.ts

/** For each property: whether `to` asks for less than `from`. */
const loosens = {
    severity: (from, to) => severities.indexOf(to) < severities.indexOf(from),
    judge: (from, to) => from === "interval" && to === "point",
    onInconclusive: (from, to) => from === "fail" && to === "warn",
    firstRun: (from, to) => from === "block" && to === "allow",
    minN: (from, to) => to > from,
    confidence: (from, to) => from !== to,
    direction: (from, to) => from !== to,
};
const severities = ["info", "warn", "block"];
/**
 * The base's rules, each as strict as the stricter of base and pull request, and the rules that the pull request
 * adds. What it loosens or removes is judged by the base, and listed.
 */
function tightenRules(base, head) {
    const { pairs, added } = pairRules(base, head);
    const loosened = [];
    const kept = base.map((rule) => {
        const proposal = pairs.get(rule);
        if (proposal !== undefined)
            return stricter(rule, proposal, loosened);
        loosened.push({
            what: ruleKey(rule),
            from: String(rule.limit),
            to: "removed",
            source: rule.source,
        });
        return rule;
    });
    return { rules: [...kept, ...added], loosened };
}
/** How alike two rules about the same thing are, best first: a limit that warns often stands beside one that blocks. */
const likenesses = [
    (base, head) => base.severity === head.severity && base.limit === head.limit,
    (base, head) => base.severity === head.severity,
    (base, head) => base.limit === head.limit,
    () => true,
];
/** Finds for each of the base's rules the one that takes its place; what is left over is added. */
function pairRules(base, head) {
    const pairs = new Map();
    const added = new Set(head);
    for (const isLike of likenesses) {
        for (const rule of base) {
            if (pairs.has(rule))
                continue;
            const found = [...added].find((other) => ruleKey(other) === ruleKey(rule) && isLike(rule, other));
            if (found === undefined)
                continue;
            pairs.set(rule, found);
            added.delete(found);
        }
    }
    return { pairs, added };
}
function stricter(base, head, loosened) {
    const note = (what, from, to) => {
        loosened.push({
            what: `${ruleKey(base)}${what}`,
            from: String(from),
            to: String(to),
            source: head.source,
        });
    };
    const limit = stricterLimit(base, head);
    if (limit !== head.limit)
        note("", base.limit, head.limit);
    const pick = (key, title) => {
        const looser = loosens[key];
        if (looser === undefined || !looser(base[key], head[key]))
            return head[key];
        note(` ${title}`, base[key] ?? "unset", head[key] ?? "unset");
        return base[key];
    };
    return {
        ...head,
        limit,
        severity: pick("severity", "severity"),
        judge: pick("judge", "judge"),
        onInconclusive: pick("onInconclusive", "on-inconclusive"),
        firstRun: pick("firstRun", "first-run"),
        minN: pick("minN", "min-n"),
        confidence: pick("confidence", "confidence"),
        direction: pick("direction", "direction"),
        source: limit === head.limit ? head.source : base.source,
    };
}
function stricterLimit(base, head) {
    return base.rule === "min" ? Math.max(base.limit, head.limit) : Math.min(base.limit, head.limit);
}

;// CONCATENATED MODULE: ./packages/policy/src/index.ts







/***/ }),

/***/ 22906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* reexport */ SqlError)
});

;// CONCATENATED MODULE: ./packages/ports/src/sql-error.ts
/** A failure of an engine. The message is the engine's own: shorten and escape it before it is shown. */
class SqlError extends Error {
    kind;
    constructor(kind, message, cause) {
        super(message, { cause });
        this.name = "SqlError";
        this.kind = kind;
    }
}

;// CONCATENATED MODULE: ./packages/ports/src/index.ts



/***/ })

};
