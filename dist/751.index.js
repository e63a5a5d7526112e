export const id = 751;
export const ids = [751];
export const modules = {

/***/ 4751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D4: () => (/* reexport */ appendEntry),
  nD: () => (/* reexport */ blobPath),
  zV: () => (/* reexport */ checkConsistency),
  uj: () => (/* reexport */ demandPair),
  z6: () => (/* reexport */ generateLogKey),
  om: () => (/* reexport */ historyOf),
  vi: () => (/* reexport */ lastEntry),
  Ne: () => (/* reexport */ openLog),
  J2: () => (/* reexport */ openProof),
  tQ: () => (/* reexport */ parseSignerKey),
  z$: () => (/* reexport */ parseVerifierKey),
  rq: () => (/* reexport */ pointerOf),
  hw: () => (/* reexport */ pointerPath),
  fI: () => (/* reexport */ proveEntry),
  $2: () => (/* reexport */ readEntries),
  ob: () => (/* reexport */ staysOf),
  IO: () => (/* reexport */ verifyLog),
  E4: () => (/* reexport */ versionOf)
});

// UNUSED EXPORTS: checkpointPath, demandKeyId, entryPath, evidencePath, openCheckpoint, recentEntries, signCheckpoint, versionPath

;// CONCATENATED MODULE: ./packages/audit/src/bytes.ts
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** UTF-8. */
function bytesOf(text) {
    return encoder.encode(text);
}
/** The text of UTF-8, or `undefined` where the bytes are none. A byte order mark stays. */
function textOf(bytes) {
    try {
        return decoder.decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** The parts one after the other. */
function concatBytes(...parts) {
    const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let offset = 0;
    for (const part of parts) {
        whole.set(part, offset);
        offset += part.length;
    }
    return whole;
}
/** Whether both hold the same bytes. Not in constant time: nothing compared here is secret. */
function equalBytes(left, right) {
    if (left.length !== right.length)
        return false;
    for (let index = 0; index < left.length; index += 1)
        if (left[index] !== right[index])
            return false;
    return true;
}
/** Whether `bytes` begins with `prefix`. */
function beginsWith(bytes, prefix) {
    return equalBytes(bytes.subarray(0, prefix.length), prefix);
}
/** Lower-case hexadecimal digits. */
function hexOf(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
/** Standard base64 with padding. */
function base64Of(bytes) {
    let binary = "";
    // Arguments of one call are limited.
    for (let start = 0; start < bytes.length; start += 8192)
        binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
    return btoa(binary);
}
/**
 * The bytes of standard base64, or `undefined` where it is not the one canonical spelling: a lenient reader would
 * let a signed file change without its signature noticing.
 */
function bytesOfBase64(text) {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0)
        return undefined;
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return base64Of(bytes) === text ? bytes : undefined;
}

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
;// CONCATENATED MODULE: ./packages/audit/src/log-keys.ts


const ed25519 = Uint8Array.of(1);
const nameForm = /^[^\s+\p{Cc}]{1,200}$/u;
const secretPrefix = "PRIVATE+KEY+";
/**
 * Reads a verifier key. Whether its id is the one of its name and bytes is known only with a hash: see {@link demandKeyId}.
 * @throws UserError SW4301
 */
function parseVerifierKey(text) {
    const trimmed = text.trim();
    if (trimmed.startsWith(secretPrefix))
        throw secretGiven();
    const parts = splitKey(trimmed);
    if (parts === undefined)
        throw noVerifierKey("it has not the form NAME+ID+BASE64 of an Ed25519 key");
    const { name, id, key } = parts;
    return { name, id, publicKey: key, text: trimmed };
}
/** Demands that the id of a verifier key is the one of its name and its bytes. @throws UserError SW4301 */
function demandKeyId(key, crypto) {
    if (keyId(key.name, key.publicKey, crypto) !== key.id)
        throw noVerifierKey("its id does not belong to its name and its bytes: it was mistyped or cut");
}
/**
 * Reads a secret key in the form of Go's sumdb/note, `PRIVATE+KEY+NAME+ID+BASE64`. No error repeats any of it.
 * @throws UserError SW4302
 */
function parseSignerKey(text, crypto) {
    const trimmed = text.trim();
    const parts = trimmed.startsWith(secretPrefix)
        ? splitKey(trimmed.slice(secretPrefix.length))
        : undefined;
    if (parts === undefined)
        throw noSignerKey("it has not the form PRIVATE+KEY+NAME+ID+BASE64");
    const verifierKey = verifierKeyOf(parts.name, crypto.publicKeyOf(parts.key), crypto);
    if (verifierKey.id !== parts.id)
        throw noSignerKey("its id does not belong to its name and its bytes");
    return { verifierKey, seed: parts.key };
}
/**
 * A key pair of 32 random bytes: the secret as text, and the public key.
 * @throws UserError SW4301 where `name` cannot be the name of a key
 */
function generateLogKey(name, seed, crypto) {
    if (!nameForm.test(name))
        throw noVerifierKey("its name must be 1 to 200 characters without spaces and without +");
    if (seed.length !== 32)
        throw new Error("a seed has 32 bytes");
    const verifierKey = verifierKeyOf(name, crypto.publicKeyOf(seed), crypto);
    const secret = `${secretPrefix}${name}+${verifierKey.id}+${base64Of(concatBytes(ed25519, seed))}`;
    return { secret, verifierKey };
}
/** Demands that both are halves of one pair, under one name. @throws UserError SW4303 */
function demandPair({ verifierKey }, key) {
    if (verifierKey.name === key.name && equalBytes(verifierKey.publicKey, key.publicKey))
        return;
    throw new src/* UserError */.yo({
        code: "SW4303",
        message: `the secret key signs as ${verifierKey.name}+${verifierKey.id}, but slipway.yaml names ${key.name}+${key.id}`,
        remedy: "Give the secret key that `slipway init --audit` made together with `audit: { key: … }` of slipway.yaml. Never exchange the public key of a log that has entries.",
    });
}
function splitKey(text) {
    const [name = "", id = "", ...rest] = text.split("+");
    const bytes = bytesOfBase64(rest.join("+"));
    const fits = nameForm.test(name) && /^[0-9a-f]{8}$/.test(id);
    if (!fits || bytes?.length !== 33 || bytes[0] !== ed25519[0])
        return undefined;
    return { name, id, key: bytes.slice(1) };
}
function verifierKeyOf(name, publicKey, crypto) {
    const id = keyId(name, publicKey, crypto);
    const text = `${name}+${id}+${base64Of(concatBytes(ed25519, publicKey))}`;
    return { name, id, publicKey, text };
}
/** SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4] (C2SP signed-note). */
function keyId(name, publicKey, { sha256 }) {
    return hexOf(sha256(concatBytes(bytesOf(`${name}\n`), ed25519, publicKey)).subarray(0, 4));
}
function noVerifierKey(detail) {
    return new src/* UserError */.yo({
        code: "SW4301",
        message: `the log's public key cannot be read: ${detail}`,
        remedy: "Write it as `slipway init --audit` printed it: audit: { key: example.com/owner/repository+116ce583+AddamAGC… }",
    });
}
function secretGiven() {
    return new src/* UserError */.yo({
        code: "SW4301",
        message: "the secret key of the log stands where its public key belongs",
        remedy: "Remove it there. If that file or log is visible to others, the key is burnt: make a new pair with `slipway init --audit`.",
    });
}
function noSignerKey(detail) {
    return new src/* UserError */.yo({
        code: "SW4302",
        message: `the log's secret key cannot be read: ${detail}`,
        remedy: "Store the whole line that `slipway init --audit` printed as the secret SLIPWAY_AUDIT_KEY, and pass it as `audit-key`.",
    });
}

;// CONCATENATED MODULE: ./packages/audit/src/checkpoint.ts



// Go's sumdb/note refuses longer notes, and more signatures.
const maxChars = 1_000_000;
const maxSignatures = 100;
/** The checkpoint as a signed note with the one signature of `signer`. */
function signCheckpoint({ origin, size, root }, { verifierKey, seed }, crypto) {
    if (origin !== verifierKey.name)
        throw new Error("a log's origin is the name of its key");
    const text = `${origin}\n${size}\n${base64Of(root)}\n`;
    const signature = crypto.sign(seed, bytesOf(text));
    const line = base64Of(concatBytes(idBytes(verifierKey), signature));
    return `${text}\n— ${verifierKey.name} ${line}\n`;
}
/**
 * Reads a checkpoint that `key` signed. Signatures of other keys are ignored, as C2SP demands; extension lines are
 * refused, since this log never writes any.
 * @throws UserError SW4304, SW4301 where the id of the key is not its own
 */
function openCheckpoint(note, key, crypto) {
    demandKeyId(key, crypto);
    const { text, signatures } = splitNote(note);
    const own = signatures.filter(({ name, id }) => name === key.name && id === key.id);
    if (own.length === 0)
        throw refused(`it is not signed by ${key.name}+${key.id}`);
    const message = bytesOf(text);
    if (!own.every(({ signature }) => crypto.verify(key.publicKey, message, signature)))
        throw refused(`its signature of ${key.name}+${key.id} is not valid`);
    return parseBody(text, key);
}
function parseBody(text, key) {
    const [origin = "", sizeText = "", rootText = "", end, ...more] = text.split("\n");
    const size = Number(sizeText);
    const root = bytesOfBase64(rootText);
    if (origin !== key.name)
        throw refused("its origin is not the name of the key");
    if (!/^(0|[1-9][0-9]*)$/.test(sizeText) || !Number.isSafeInteger(size))
        throw refused("its second line is no size");
    if (root?.length !== 32)
        throw refused("its third line is no root hash");
    if (end !== "" || more.length > 0)
        throw refused("it has more than three lines");
    return { origin, size, root };
}
/** A signed note (C2SP signed-note), read to the letter. */
function splitNote(note) {
    if (note.length > maxChars)
        throw refused("it is too long");
    // An unpaired surrogate would be signed as another text than the one that is read.
    if (/[^\P{Cc}\n]/u.test(note) || !note.isWellFormed())
        throw refused("it holds control characters, such as carriage returns");
    const gap = note.lastIndexOf("\n\n");
    if (gap === -1 || !note.endsWith("\n"))
        throw refused("it is no signed note");
    const lines = note.slice(gap + 2, -1).split("\n");
    if (lines.length > maxSignatures)
        throw refused("it has too many signatures");
    return { text: note.slice(0, gap + 1), signatures: lines.map(parseSignature) };
}
function parseSignature(line) {
    const [, name, base64 = ""] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    const bytes = bytesOfBase64(base64);
    if (name === undefined || bytes === undefined || bytes.length < 5)
        throw refused("a signature line is not in its canonical form");
    return { name, id: hexOf(bytes.subarray(0, 4)), signature: bytes.slice(4) };
}
function idBytes({ id }) {
    return Uint8Array.from({ length: 4 }, (_, index) => Number.parseInt(id.slice(2 * index, 2 * index + 2), 16));
}
function refused(detail) {
    return new src/* UserError */.yo({
        code: "SW4304",
        message: `the log's checkpoint is refused: ${detail}`,
        remedy: "Compare `audit: { key: … }` of slipway.yaml with the key that the log was made with, and see who changed the branch: `slipway verify audit` tells more.",
    });
}

;// CONCATENATED MODULE: ./packages/audit/src/paths.ts
/** Hashes of a full tile, and entries of a full bundle (C2SP tlog-tiles). */
const paths_tileWidth = 256;
/** The signed tree head. */
const checkpointPath = "checkpoint";
/** The key of the log, for tools that read C2SP policies: a convenience, never what is trusted. */
const policyPath = "policy.tlog-policy";
/** `tile/LEVEL/INDEX`, with `.p/WIDTH` for a partial one (C2SP tlog-tiles). */
function tilePath({ level, index, width }) {
    return `tile/${level}/${partsOf(index)}${partialOf(width)}`;
}
/** `tile/entries/INDEX`, with `.p/WIDTH` for a partial one (C2SP tlog-tiles). */
function bundlePath(index, width) {
    return `tile/entries/${partsOf(index)}${partialOf(width)}`;
}
/** `entries/THOUSANDS/INDEX.json`, the file of one entry. */
function entryPath(index) {
    const folder = String(Math.floor(index / 1000)).padStart(3, "0");
    return `entries/${folder}/${String(index).padStart(6, "0")}.json`;
}
/** The pointer of a model in an environment. */
function pointerPath(environment, model) {
    return `environments/${environment}/${model}.json`;
}
/** The file of a registered version. */
function versionPath(model, version) {
    return `models/${model}/${version}.json`;
}
/** Where evidence of a commit lies. */
function evidencePath(commit, { kind, name }) {
    return `evidence/${commit}/${kind}-${name}.json`;
}
/** Where a blob lies, by the 64 hexadecimal digits of its SHA-256. */
function blobPath(sha256) {
    return `blobs/sha256/${sha256}`;
}
/** How many hashes level `level` of a tree of `size` leaves has: those of full tiles below, or the leaves. */
function hashesAtLevel(size, level) {
    return Math.floor(size / paths_tileWidth ** level);
}
/** Levels that a tree of `size` leaves has tiles of. */
function levelsOf(size) {
    let levels = 0;
    while (hashesAtLevel(size, levels) > 0)
        levels += 1;
    return levels;
}
/** The width that tile `index` of `level` has in a tree of `size` leaves. */
function widthIn(size, { level, index }) {
    return Math.min(paths_tileWidth, hashesAtLevel(size, level) - index * paths_tileWidth);
}
function partsOf(index) {
    const last = String(index % 1000).padStart(3, "0");
    return index < 1000 ? last : `${foldersOf(Math.floor(index / 1000))}/${last}`;
}
function foldersOf(index) {
    const last = `x${String(index % 1000).padStart(3, "0")}`;
    return index < 1000 ? last : `${foldersOf(Math.floor(index / 1000))}/${last}`;
}
function partialOf(width) {
    return width === paths_tileWidth ? "" : `.p/${width}`;
}

;// CONCATENATED MODULE: ./packages/audit/src/derived-files.ts

/** The pointer that a promotion leaves: it depends on nothing but the entry. */
function pointerOf(entry) {
    const { environment, model, version, digest, commit, time, index } = entry;
    return {
        schema: "slipway/environment/v1",
        environment,
        model,
        version,
        digest,
        commit,
        since: time,
        entry: index,
        hold: entry.hold ? { since: time, reason: entry.reason ?? "", entry: index } : null,
    };
}
/** The description of a version that a registration leaves: it depends on nothing but the entry. */
function versionOf(entry) {
    const { model, version, digest, commit, time, index, evidence, signature } = entry;
    return {
        schema: "slipway/version/v1",
        model,
        version,
        digest,
        commit,
        time,
        entry: index,
        evidence,
        signature: signature?.digest ?? null,
    };
}
/** The file that an entry leaves beside the log, byte for byte; a refusal leaves none. */
function derivedFile(entry) {
    if (entry.type === "registered")
        return { path: versionPath(entry.model, entry.version), content: written(versionOf(entry)) };
    if (entry.type === "promoted")
        return {
            path: pointerPath(entry.environment, entry.model),
            content: written(pointerOf(entry)),
        };
    return undefined;
}
/** The policy file of a log without witnesses (C2SP tlog-policy). */
function policyText({ text }) {
    return `log ${text}\nquorum none\n`;
}
function written(value) {
    return `${JSON.stringify(value, undefined, 1)}\n`;
}

;// CONCATENATED MODULE: ./packages/audit/src/tree-hash.ts
/** Bytes of a hash. */
const hashBytes = 32;
/** Hash number `index` of hashes that lie one after the other. */
function hashAt(hashes, index) {
    return hashes.subarray(index * hashBytes, (index + 1) * hashBytes);
}
/** SHA-256(0x00 ‖ data), the hash of a leaf (RFC 6962 section 2.1). */
function leafHash(data, { sha256 }) {
    const input = new Uint8Array(data.length + 1);
    input.set(data, 1);
    return sha256(input);
}
/** SHA-256(0x01 ‖ left ‖ right), the hash of a node (RFC 6962 section 2.1). */
function nodeHash(left, right, { sha256 }) {
    const input = new Uint8Array(1 + 2 * hashBytes);
    input[0] = 1;
    input.set(left, 1);
    input.set(right, 1 + hashBytes);
    return sha256(input);
}
/** The tree hash of leaf hashes that lie one after the other (RFC 6962 section 2.1); of none, SHA-256 of nothing. */
function treeHash(hashes, { sha256 }) {
    let count = hashes.length / hashBytes;
    if (count === 0)
        return sha256(new Uint8Array());
    // Pairing from the left and carrying an odd last one up gives the tree that the RFC defines from the top.
    const level = hashes.slice();
    const input = new Uint8Array(1 + 2 * hashBytes);
    input[0] = 1;
    while (count > 1) {
        const pairs = Math.floor(count / 2);
        for (let pair = 0; pair < pairs; pair += 1) {
            input.set(level.subarray(pair * 2 * hashBytes, (pair + 1) * 2 * hashBytes), 1);
            level.set(sha256(input), pair * hashBytes);
        }
        if (count % 2 === 1)
            level.copyWithin(pairs * hashBytes, (count - 1) * hashBytes, count * hashBytes);
        count = pairs + (count % 2);
    }
    return level.slice(0, hashBytes);
}

;// CONCATENATED MODULE: ./packages/audit/src/edge.ts



/** The names of the partial tiles of a tree of `size` leaves. */
function edgeTiles(size) {
    return Array.from({ length: levelsOf(size) }, (_, level) => {
        const hashes = hashesAtLevel(size, level);
        return { level, index: Math.floor(hashes / paths_tileWidth), width: hashes % paths_tileWidth };
    }).filter(({ width }) => width > 0);
}
/** The root of a tree, from its partial tiles alone: they hold the hash of each full one. */
function rootOfEdge(edge, crypto) {
    let root;
    for (const tile of edge) {
        for (const hash of peaksOf(tile, crypto))
            root = root === undefined ? hash : nodeHash(hash, root, crypto);
    }
    return root ?? treeHash(new Uint8Array(), crypto);
}
/** The hashes of the complete subtrees of a partial tile, the smallest (which is the last) first. */
function peaksOf(tile, crypto) {
    const peaks = [];
    let end = tile.length / hashBytes;
    for (let width = 1; end > 0; width *= 2) {
        if (end % (2 * width) === 0)
            continue;
        peaks.push(treeHash(tile.subarray((end - width) * hashBytes, end * hashBytes), crypto));
        end -= width;
    }
    return peaks;
}
/** The edge with one more leaf on top of `size`, and the tiles that change by it. */
function withLeaf({ edge, size }, leaf, crypto) {
    const next = [...edge];
    const tiles = [];
    let carry = leaf;
    for (let level = 0; carry !== undefined; level += 1) {
        const content = concatBytes(next[level] ?? new Uint8Array(), carry);
        const width = content.length / hashBytes;
        const index = Math.floor(hashesAtLevel(size, level) / paths_tileWidth);
        tiles.push({ path: tilePath({ level, index, width }), content });
        const isFull = width === paths_tileWidth;
        next[level] = isFull ? new Uint8Array() : content;
        carry = isFull ? treeHash(content, crypto) : undefined;
    }
    return { edge: next, tiles };
}
/** Hash `index` of a level, where it lies in the partial tile. */
function edgeHash(edge, level, index) {
    return hashAt(edge[level] ?? new Uint8Array(), index % paths_tileWidth);
}

// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var contracts_src = __webpack_require__(66174);
;// CONCATENATED MODULE: ./packages/audit/src/entry-bytes.ts



// A bundle writes the length of an entry in two bytes.
const maxEntryBytes = 65_535;
/** The bytes of an entry, which are its leaf: one line of JSON without spaces, and its newline. @throws UserError SW4307 */
function bytesOfEntry(entry) {
    const bytes = bytesOf(`${JSON.stringify(contracts_src/* logEntrySchema */.Y9.parse(entry))}\n`);
    if (bytes.length <= maxEntryBytes)
        return bytes;
    throw new src/* UserError */.yo({
        code: "SW4307",
        message: `the entry would have ${bytes.length} bytes, and an entry of the log has at most ${maxEntryBytes}`,
        remedy: "Shorten what makes it long: the reason, or the number of evaluations, approvals and authors that it names.",
    });
}
/** Reads the bytes of an entry; a text says what is wrong with them. */
function parseEntry(bytes, index) {
    const line = bytes.length <= maxEntryBytes ? textOf(bytes) : undefined;
    if (line === undefined)
        return "it is no text, or too long";
    const value = entry_bytes_valueOf(line);
    const result = contracts_src/* logEntrySchema */.Y9.safeParse(value);
    if (!result.success) {
        const [issue] = result.error.issues;
        return `it does not fit its schema: ${issue?.path.map(String).join(".") ?? ""} ${issue?.message ?? ""}`;
    }
    // Another spelling, such as a key that occurs twice, would mean different things to different readers.
    if (`${JSON.stringify(value)}\n` !== line)
        return "it is not one plain line of JSON";
    if (result.data.index !== index)
        return `it says that it is entry ${result.data.index}`;
    return result.data;
}
function entry_bytes_valueOf(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
/** An entry with its length in two bytes before it, as bundles hold it (C2SP tlog-tiles). */
function bundled(entry) {
    return concatBytes(Uint8Array.of(entry.length >> 8, entry.length & 255), entry);
}
/** The entries of a bundle, or `undefined` where it is not made of exactly `count`. */
function unbundle(bundle, count) {
    const entries = [];
    let offset = 0;
    while (offset + 2 <= bundle.length) {
        const end = offset + 2 + ((bundle[offset] ?? 0) << 8) + (bundle[offset + 1] ?? 0);
        if (end > bundle.length)
            return undefined;
        entries.push(bundle.subarray(offset + 2, end));
        offset = end;
    }
    return offset === bundle.length && entries.length === count ? entries : undefined;
}

;// CONCATENATED MODULE: ./packages/audit/src/append-entry.ts








/**
 * Adds one entry. The checkpoint is signed here and must not leave the process before the commit has won: another
 * one of the same size may win instead.
 * @throws UserError SW4307 for an entry over 65,535 bytes, SW4303 for the key of another log
 */
function appendEntry(log, draft, by) {
    demandPair(by.signer, log.key);
    const entry = draft(log.size);
    if (entry.index !== log.size)
        throw new Error(`entry ${log.size} says that it is ${entry.index}`);
    const bytes = bytesOfEntry(entry);
    const { edge, tiles } = withLeaf(log, leafHash(bytes, by.crypto), by.crypto);
    const size = log.size + 1;
    const root = rootOfEdge(edge, by.crypto);
    const checkpoint = signCheckpoint({ origin: log.key.name, size, root }, by.signer, by.crypto);
    const bundle = concatBytes(log.tail, bundled(bytes));
    const width = (log.size % paths_tileWidth) + 1;
    const derived = derivedFile(entry);
    const files = [
        { path: entryPath(log.size), content: bytes },
        { path: bundlePath(Math.floor(log.size / paths_tileWidth), width), content: bundle },
        ...tiles,
        ...(derived === undefined ? [] : [derived]),
        { path: policyPath, content: policyText(log.key) },
        { path: checkpointPath, content: checkpoint },
    ];
    const rootHex = hexOf(root);
    const tail = width === paths_tileWidth ? new Uint8Array() : bundle;
    const next = { ...log, size, root, rootHex, checkpoint, edge, tail };
    const superseded = supersededBy(log.size, tiles.length);
    return { entry, index: log.size, size, rootHex, checkpoint, files, superseded, log: next };
}
/** The partial tiles of the levels that changed, and the partial bundle, of a tree of `size` leaves. */
function supersededBy(size, levels) {
    const tiles = edgeTiles(size).filter(({ level }) => level < levels);
    const width = size % paths_tileWidth;
    const bundle = width === 0 ? [] : [bundlePath(Math.floor(size / paths_tileWidth), width)];
    return [...bundle, ...tiles.map(tilePath)];
}

;// CONCATENATED MODULE: ./packages/audit/src/proof-ranges.ts

/** What the hashes of an inclusion proof cover, from the leaf's sibling up (RFC 6962 section 2.1.1). */
function inclusionRanges(leaf, size) {
    const ranges = [];
    let range = { low: 0, high: size };
    while (range.high - range.low > 1) {
        const { left, right } = halves(range);
        ranges.unshift(leaf < left.high ? right : left);
        range = leaf < left.high ? left : right;
    }
    return ranges;
}
/** What the hashes of a consistency proof from `older` leaves cover (RFC 6962 section 2.1.2); `older` is not 0. */
function consistencyRanges(older, size) {
    const ranges = [];
    let range = { low: 0, high: size };
    while (range.high !== older) {
        const { left, right } = halves(range);
        ranges.unshift(older <= left.high ? right : left);
        range = older <= left.high ? left : right;
    }
    return range.low === 0 ? ranges : [range, ...ranges];
}
/** The complete subtrees that a range of a proof is made of, from the left. */
function subtreesOf(range) {
    const level = Math.log2(range.high - range.low);
    if (Number.isInteger(level))
        return [{ level, index: range.low / 2 ** level }];
    const { left, right } = halves(range);
    return [...subtreesOf(left), ...subtreesOf(right)];
}
/** The hash of a range of a proof, from the hashes of its complete subtrees. */
function rangeHash(range, hashOf, crypto) {
    const hashes = subtreesOf(range).map(hashOf);
    return hashes.reduceRight((right, left) => nodeHash(left, right, crypto));
}
/** The root that an inclusion proof leads to (RFC 6962 section 2.1.1), or `undefined` where it has not as many hashes as it must. */
function rootOfInclusion(proof, crypto) {
    if (proof.index >= proof.size)
        return undefined;
    const ranges = inclusionRanges(proof.index, proof.size);
    if (ranges.length !== proof.hashes.length)
        return undefined;
    return proof.hashes.reduce((root, hash, step) => {
        const onLeft = (ranges[step]?.low ?? 0) < proof.index;
        return onLeft ? nodeHash(hash, root, crypto) : nodeHash(root, hash, crypto);
    }, proof.leaf);
}
/** The two roots that a consistency proof leads to (RFC 6962 section 2.1.2), or `undefined` where it has not as many hashes as it must. */
function rootsOfConsistency({ older, olderRoot, size, hashes }, crypto) {
    if (older === 0 || older > size)
        return undefined;
    const ranges = consistencyRanges(older, size);
    if (ranges.length !== hashes.length)
        return undefined;
    // The first hash of a proof is a part of both trees, unless the whole older tree is that part.
    const startsInside = ranges[0] !== undefined && ranges[0].high === older;
    const first = startsInside ? hashes[0] : olderRoot;
    let roots = { older: first ?? olderRoot, newer: first ?? olderRoot };
    for (let step = startsInside ? 1 : 0; step < hashes.length; step += 1) {
        const hash = hashes[step] ?? olderRoot;
        const isLater = (ranges[step]?.low ?? 0) >= older;
        roots = isLater
            ? { older: roots.older, newer: nodeHash(roots.newer, hash, crypto) }
            : {
                older: nodeHash(hash, roots.older, crypto),
                newer: nodeHash(hash, roots.newer, crypto),
            };
    }
    return roots;
}
function halves({ low, high }) {
    let width = 1;
    while (width * 2 < high - low)
        width *= 2;
    return { left: { low, high: low + width }, right: { low: low + width, high } };
}

;// CONCATENATED MODULE: ./packages/audit/src/log-damage.ts

/** The log and its checkpoint do not belong together. */
function logDamaged(message) {
    return new src/* UserError */.yo({
        code: "SW4305",
        message,
        remedy: "Nothing was written. `slipway verify audit` names what was changed; the branch's history (git log) says by whom. Restore the last good commit of the branch, then run again.",
    });
}

;// CONCATENATED MODULE: ./packages/audit/src/tiles.ts





/**
 * Reads the tiles that hold the given subtrees, with those above them, and follows each up to the root.
 * @throws UserError SW4305 for a tile that is missing or not the one that was signed
 */
async function readTiles(read, log, subtrees) {
    const places = new Map();
    for (const subtree of subtrees) {
        // A full tile is known by its hash, which the tile above holds; a partial one the log has already.
        for (let place = tileOf(subtree); isFull(log, place); place = above(place))
            places.set(pathOf(place), place);
    }
    const files = places.size === 0 ? new Map() : await read([...places.keys()]);
    const tileAt = (place) => isFull(log, place)
        ? (files.get(pathOf(place)) ?? new Uint8Array())
        : (log.edge[place.level] ?? new Uint8Array());
    for (const place of [...places.values()].sort((left, right) => right.level - left.level))
        demandSigned(log, place, tileAt);
    return {
        leaves: (index) => tileAt({ level: 0, index }),
        hashOf: (subtree) => {
            const inTile = subtree.level % 8;
            const first = (subtree.index * 2 ** inTile) % paths_tileWidth;
            const tile = tileAt(tileOf(subtree));
            const part = tile.subarray(first * hashBytes, (first + 2 ** inTile) * hashBytes);
            return treeHash(part, log.crypto);
        },
    };
}
function demandSigned(log, place, tileAt) {
    const tile = tileAt(place);
    if (tile.length !== paths_tileWidth * hashBytes)
        throw logDamaged(`${pathOf(place)} of the log is missing or not whole`);
    const signed = isFull(log, above(place))
        ? hashAt(tileAt(above(place)), place.index % paths_tileWidth)
        : edgeHash(log.edge, place.level + 1, place.index);
    if (!equalBytes(treeHash(tile, log.crypto), signed))
        throw logDamaged(`${pathOf(place)} of the log was changed after it was written`);
}
function tileOf({ level, index }) {
    const inTile = level % 8;
    return { level: Math.floor(level / 8), index: Math.floor((index * 2 ** inTile) / paths_tileWidth) };
}
function above({ level, index }) {
    return { level: level + 1, index: Math.floor(index / paths_tileWidth) };
}
function isFull({ size }, { level, index }) {
    return hashesAtLevel(size, level) >= (index + 1) * paths_tileWidth;
}
function pathOf(place) {
    return tilePath({ ...place, width: paths_tileWidth });
}

;// CONCATENATED MODULE: ./packages/audit/src/check-consistency.ts




/**
 * Whether the log begins with the entries that an older checkpoint signs: nothing was changed, inserted or cut off since.
 * @throws UserError SW4305 for tiles that are not those of the log
 */
async function checkConsistency(read, log, older) {
    if (older.origin !== log.key.name || older.size > log.size)
        return false;
    if (older.size === log.size)
        return equalBytes(older.root, log.root);
    if (older.size === 0)
        return equalBytes(older.root, treeHash(new Uint8Array(), log.crypto));
    const ranges = consistencyRanges(older.size, log.size);
    const tiles = await readTiles(read, log, ranges.flatMap(subtreesOf));
    const hashes = ranges.map((range) => rangeHash(range, tiles.hashOf, log.crypto));
    const proof = { older: older.size, olderRoot: older.root, size: log.size, hashes };
    const roots = rootsOfConsistency(proof, log.crypto);
    return (roots !== undefined && equalBytes(roots.older, older.root) && equalBytes(roots.newer, log.root));
}

;// CONCATENATED MODULE: ./packages/audit/src/entry-proof.ts









const firstLine = "c2sp.org/tlog-proof@v1";
/**
 * A proof (C2SP tlog-proof) that entry `index` lies under the log's checkpoint; its line `extra` holds the entry.
 * @throws UserError SW4305 where the log has no such entry, or another one than it signed
 */
async function proveEntry(read, log, index) {
    const path = entryPath(index);
    const bytes = (await read([path])).get(path);
    if (bytes === undefined || log.checkpoint === undefined || index >= log.size)
        throw logDamaged(`the log of size ${log.size} has no entry ${index}`);
    const ranges = inclusionRanges(index, log.size);
    const tiles = await readTiles(read, log, ranges.flatMap(subtreesOf));
    const hashes = ranges.map((range) => rangeHash(range, tiles.hashOf, log.crypto));
    const leaf = leafHash(bytes, log.crypto);
    const root = rootOfInclusion({ leaf, index, size: log.size, hashes }, log.crypto);
    if (root === undefined || !equalBytes(root, log.root))
        throw logDamaged(`entry ${index} was changed after it was written`);
    const lines = [firstLine, `extra ${base64Of(bytes)}`, `index ${index}`, ...hashes.map(base64Of)];
    return `${lines.join("\n")}\n\n${log.checkpoint}`;
}
/**
 * Reads a proof of {@link proveEntry} and checks it against the key alone.
 * @throws UserError SW4305 where the entry is not under the checkpoint, SW4304 where that is not one of the key, SW4301
 */
function openProof(text, key, crypto) {
    const gap = text.indexOf("\n\n");
    const [header, extra = "", indexLine = "", ...lines] = text
        .slice(0, Math.max(0, gap))
        .split("\n");
    if (header !== firstLine)
        throw notProven("it is no proof of the form c2sp.org/tlog-proof@v1");
    const bytes = bytesOfBase64(extra.replace(/^extra /, ""));
    if (!extra.startsWith("extra ") || bytes === undefined)
        throw notProven("it does not hold its entry");
    if (!/^index (0|[1-9][0-9]{0,15})$/.test(indexLine))
        throw notProven("it names no index");
    const index = Number(indexLine.slice("index ".length));
    const hashes = lines.map((line) => bytesOfBase64(line)).filter((hash) => hash?.length === 32);
    if (hashes.length !== lines.length)
        throw notProven("one of its hashes cannot be read");
    const checkpoint = openCheckpoint(text.slice(gap + 2), key, crypto);
    const proof = {
        leaf: leafHash(bytes, crypto),
        index,
        size: checkpoint.size,
        hashes: hashes.filter((hash) => hash !== undefined),
    };
    const root = rootOfInclusion(proof, crypto);
    if (root === undefined || !equalBytes(root, checkpoint.root))
        throw notProven(`its entry ${index} is not under the root of its checkpoint`);
    const entry = parseEntry(bytes, index);
    if (typeof entry === "string")
        throw notProven(`its entry ${index} cannot be read: ${entry}`);
    return { entry, index, checkpoint };
}
function notProven(detail) {
    return new src/* UserError */.yo({
        code: "SW4305",
        message: `the proof is refused: ${detail}`,
        remedy: "Fetch the proof again from where the model was published. It fits one entry and one key: `audit: { key: … }` of slipway.yaml.",
    });
}

;// CONCATENATED MODULE: ./packages/audit/src/entry-order.ts
/** Whether a time lies before another; both are ISO 8601 in UTC, with or without seconds and fractions. */
function isBefore(time, other) {
    return sortable(time) < sortable(other);
}
/** Text that sorts as the time does: seconds are there, and trailing zeros of a fraction are not. */
function sortable(time) {
    const seconds = time.slice(17, 19) || "00";
    const fraction = time.slice(20).replace(/0*Z?$/, "");
    return `${time.slice(0, 16)}:${seconds}.${fraction}`;
}

;// CONCATENATED MODULE: ./packages/audit/src/model-history.ts

/** The stays of a model in an environment, oldest first: one for each promotion and rollback, refusals none. */
function staysOf(entries, { model, environment }) {
    const promoted = entries
        .filter((entry) => entry.type === "promoted")
        .filter((entry) => entry.model === model && entry.environment === environment);
    return promoted.map(({ version, digest, time, index }, step) => ({
        version,
        digest,
        since: time,
        until: promoted[step + 1]?.time ?? null,
        entry: index,
    }));
}
/** What happened to a model, and what runs where, from entries in the order of the log. */
function historyOf(entries, query) {
    const { model, environment, at, log } = query;
    const events = entries.filter((entry) => entry.model === model &&
        (environment === undefined ||
            (entry.type !== "registered" && entry.environment === environment)) &&
        (at === undefined || !isBefore(at, entry.time)));
    const newest = new Map();
    for (const entry of events)
        if (entry.type === "promoted")
            newest.set(entry.environment, entry);
    const current = [...newest.values()].map((entry) => ({
        environment: entry.environment,
        version: entry.version,
        digest: entry.digest,
        since: entry.time,
        entry: entry.index,
        hold: entry.hold ? (entry.reason ?? "") : null,
    }));
    return {
        schema: "slipway/history/v1",
        model,
        environment: environment ?? null,
        at: at ?? null,
        log,
        current,
        events,
    };
}

;// CONCATENATED MODULE: ./packages/audit/src/open-log.ts









// Whatever log there is has these: tiles and entries without a checkpoint are no empty log.
const firstFiles = [
    entryPath(0),
    tilePath({ level: 0, index: 0, width: 1 }),
    tilePath({ level: 0, index: 0, width: paths_tileWidth }),
    bundlePath(0, 1),
    bundlePath(0, paths_tileWidth),
];
/**
 * Opens the log that `key` signs, from its checkpoint, its partial tiles and its last entry bundle alone.
 * No such files are a log of size 0.
 * @throws UserError SW4304 without a checkpoint of that key, SW4305 where the files are not those it signs, SW4301
 */
async function openLog(read, key, crypto) {
    demandKeyId(key, crypto);
    const bytes = (await read([checkpointPath])).get(checkpointPath);
    if (bytes === undefined) {
        if ((await read(firstFiles)).size > 0)
            throw noCheckpoint();
        return emptyLog(key, crypto);
    }
    const checkpoint = textOf(bytes) ?? "";
    const { size, root } = openCheckpoint(checkpoint, key, crypto);
    const log = { size, root, rootHex: hexOf(root), checkpoint, key, crypto };
    const whole = { ...log, ...(await readEdge(read, size)) };
    if (!equalBytes(rootOfEdge(whole.edge, crypto), root))
        throw logDamaged(`the tiles of the log do not have the root that its checkpoint of size ${size} signs`);
    demandTail(whole);
    return whole;
}
function emptyLog(key, crypto) {
    const root = treeHash(new Uint8Array(), crypto);
    const nothing = { checkpoint: undefined, edge: [], tail: new Uint8Array() };
    return { size: 0, root, rootHex: hexOf(root), key, crypto, ...nothing };
}
async function readEdge(read, size) {
    const names = edgeTiles(size);
    const tailWidth = size % paths_tileWidth;
    const tail = tailWidth === 0 ? [] : [bundlePath(Math.floor(size / paths_tileWidth), tailWidth)];
    const files = await read([...names.map(tilePath), ...tail]);
    const edge = Array.from({ length: levelsOf(size) }, () => new Uint8Array());
    for (const name of names) {
        const tile = files.get(tilePath(name));
        if (tile?.length !== name.width * hashBytes)
            throw missingPart(tilePath(name), tile);
        edge[name.level] = tile.slice();
    }
    const [path] = tail;
    if (path === undefined)
        return { edge, tail: new Uint8Array() };
    const bundle = files.get(path);
    if (bundle === undefined)
        throw missingPart(path, bundle);
    return { edge, tail: bundle };
}
/** The next bundle begins with this one: what is wrong in it would be copied on. */
function demandTail({ size, tail, edge, crypto }) {
    const width = size % paths_tileWidth;
    const entries = unbundle(tail, width);
    const leaves = edge[0] ?? new Uint8Array();
    const path = bundlePath(Math.floor(size / paths_tileWidth), width);
    if (entries === undefined)
        throw logDamaged(`${path} is not a bundle of ${width} entries`);
    const wrong = entries.findIndex((entry, index) => !equalBytes(leafHash(entry, crypto), hashAt(leaves, index)));
    if (wrong !== -1)
        throw logDamaged(`entry ${size - width + wrong} in ${path} was changed after it was written`);
}
function missingPart(path, found) {
    return logDamaged(found === undefined
        ? `the log lacks ${path}, which its checkpoint needs`
        : `${path} of the log has ${found.length} bytes, which is not its size`);
}
function noCheckpoint() {
    return new src/* UserError */.yo({
        code: "SW4304",
        message: "the log has entries or tiles, but no checkpoint",
        remedy: "Somebody removed it: see the branch's history (git log), and restore the last good commit of the branch.",
    });
}

;// CONCATENATED MODULE: ./packages/audit/src/read-entries.ts






/**
 * The entries of a range, each followed up to the root. Entries of other models are followed too, and not parsed.
 * @throws UserError SW4305
 */
async function readEntries(read, log, { from, to, model }) {
    const end = Math.min(to, log.size);
    if (from >= end)
        return [];
    const first = Math.floor(from / paths_tileWidth);
    const count = Math.floor((end - 1) / paths_tileWidth) + 1 - first;
    const blocks = Array.from({ length: count }, (_, step) => first + step);
    const tiles = await readTiles(read, log, blocks.map((block) => ({ level: 0, index: block * paths_tileWidth })));
    const full = blocks.filter((block) => widthOf(log, block) === paths_tileWidth).map(read_entries_pathOf);
    const bundles = full.length === 0 ? new Map() : await read(full);
    return blocks.flatMap((block) => {
        const isFull = widthOf(log, block) === paths_tileWidth;
        const bundle = isFull ? bundles.get(read_entries_pathOf(block)) : log.tail;
        const lines = linesOf(log, { block, bundle, leaves: tiles.leaves(block) });
        const first = Math.max(0, from - block * paths_tileWidth);
        const wanted = lines.slice(first, end - block * paths_tileWidth);
        return wanted.flatMap((bytes, offset) => isOfModel(bytes, model) ? [entryOf(bytes, block * paths_tileWidth + first + offset)] : []);
    });
}
/** The newest entries, the last 256 of them at least, or all where the log has fewer. @throws UserError SW4305 */
async function recentEntries(read, log) {
    const from = Math.max(0, Math.floor(log.size / tileWidth) - 1) * tileWidth;
    return readEntries(read, log, { from, to: log.size });
}
/** The newest entry, or `undefined` of an empty log. @throws UserError SW4305 */
async function lastEntry(read, log) {
    const [entry] = await readEntries(read, log, { from: Math.max(0, log.size - 1), to: log.size });
    return entry;
}
function linesOf(log, { block, bundle, leaves }) {
    const width = widthOf(log, block);
    const found = bundle === undefined ? undefined : unbundle(bundle, width);
    if (found === undefined)
        throw logDamaged(`${bundlePath(block, width)} of the log is missing or no bundle of ${width} entries`);
    for (const [offset, bytes] of found.entries()) {
        if (!equalBytes(leafHash(bytes, log.crypto), hashAt(leaves, offset)))
            throw logDamaged(`entry ${block * paths_tileWidth + offset} was changed after it was written`);
    }
    return found;
}
/** An entry is one plain line of JSON without spaces, in which no string can hold these quotes. */
function isOfModel(bytes, model) {
    return (model === undefined || textOf(bytes)?.includes(`"model":${JSON.stringify(model)}`) !== false);
}
function entryOf(bytes, index) {
    const entry = parseEntry(bytes, index);
    if (typeof entry === "string")
        throw logDamaged(`entry ${index} cannot be read: ${entry}`);
    return entry;
}
function widthOf({ size }, block) {
    return widthIn(size, { level: 0, index: block });
}
function read_entries_pathOf(block) {
    return bundlePath(block, paths_tileWidth);
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/findings.ts
// A log that was moved by one entry differs in every later one.
const shown = 20;
/** One passed check, or one failed check for each problem; many problems are counted. */
function checksOf(name, problems, passed) {
    if (problems.length === 0)
        return [{ ...name, outcome: "pass", detail: passed }];
    const failed = problems.slice(0, shown).map((problem) => ({
        ...name,
        outcome: "fail",
        ...problem,
        detail: problem.detail.slice(0, 2000),
    }));
    const more = problems.length - shown;
    const rest = { ...name, outcome: "fail", detail: `and ${more} more of this kind` };
    return more > 0 ? [...failed, rest] : failed;
}
/** A check that could not be made. */
function notJudged(name, detail) {
    return { ...name, outcome: "inconclusive", detail };
}
/** The beginning of a hash, for people. */
function shortHash(hex) {
    return `${hex.slice(0, 8)}…`;
}
/** `1 entry`, `2 entries`. */
function counted(count, one, many) {
    return `${count} ${count === 1 ? one : many}`;
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/check-earlier.ts






/** Whether the log begins with what an earlier checkpoint, or the one inside a proof, signs. */
function checkEarlier(log, { name, text }) {
    const title = `Agrees with ${name.slice(0, 200)}`;
    const earlier = openEarlier(log, text);
    const [outcome, detail] = typeof earlier === "string" ? ["fail", earlier] : compare(log, earlier);
    return { id: "earlier", title, outcome, detail: `${name.slice(0, 200)}: ${detail}` };
}
function openEarlier({ key, crypto }, text) {
    try {
        return text.startsWith("c2sp.org/tlog-proof@")
            ? openProof(text, key, crypto).checkpoint
            : openCheckpoint(text, key, crypto);
    }
    catch (error) {
        if (error instanceof src/* UserError */.yo)
            return error.message;
        throw error;
    }
}
function compare(log, earlier) {
    const { size, root } = log.checkpoint;
    if (earlier.size > size)
        return ["fail", `the log had ${earlier.size} entries and has ${size} now: its end was cut off`];
    const roots = `it signs root ${shortHash(hexOf(earlier.root))} of size ${earlier.size}`;
    if (earlier.size === size)
        return equalBytes(earlier.root, root)
            ? ["pass", roots]
            : ["fail", `${roots}, the log another one of the same size: the key signed two logs`];
    if (log.leaves === undefined)
        return ["inconclusive", "the entries that were signed are not known"];
    const begin = treeHash(log.leaves.subarray(0, earlier.size * hashBytes), log.crypto);
    return equalBytes(earlier.root, begin)
        ? ["pass", `${roots}, with which this one begins`]
        : [
            "fail",
            `${roots}, but this log begins with other entries: it was rewritten and signed again`,
        ];
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/check-derived.ts


/** The files that the entries leave, newest entry last, each with the entry that wrote it. */
function derivedFiles(entries) {
    const files = new Map();
    for (const entry of entries) {
        const file = derivedFile(entry);
        if (file !== undefined)
            files.set(file.path, { content: file.content, entry: entry.index });
    }
    return files;
}
/** Compares the files below `folder` with those that the entries leave, byte for byte. */
function checkDerived({ files, paths }, expected, folder) {
    const problems = [];
    for (const [path, { content, entry }] of expected) {
        if (!path.startsWith(folder))
            continue;
        const found = files.get(path);
        if (found === undefined)
            problems.push({ entry, detail: `${path} is missing, which entry ${entry} wrote` });
        else if (!equalBytes(found, bytesOf(content)))
            problems.push({ entry, detail: `${path} does not say what entry ${entry} wrote` });
    }
    for (const path of paths)
        if (path.startsWith(folder) && !expected.has(path))
            problems.push({ detail: `${path} is there, but no entry of the log wrote it` });
    return problems;
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/log-copy.ts




/** Of the files of the entries. */
function leavesOfEntries({ checkpoint, files, crypto }) {
    const leaves = new Uint8Array(checkpoint.size * hashBytes);
    for (let index = 0; index < checkpoint.size; index += 1) {
        const bytes = files.get(entryPath(index));
        if (bytes !== undefined)
            leaves.set(leafHash(bytes, crypto), index * hashBytes);
    }
    return leaves;
}
/** Of the tiles of level 0. */
function leavesOfTiles({ checkpoint: { size }, files }) {
    const leaves = new Uint8Array(size * hashBytes);
    for (let index = 0; index * paths_tileWidth < size; index += 1) {
        const width = widthIn(size, { level: 0, index });
        const tile = files.get(tilePath({ level: 0, index, width }));
        if (tile?.length === width * hashBytes)
            leaves.set(tile, index * paths_tileWidth * hashBytes);
    }
    return leaves;
}
/** Of the entry bundles. */
function leavesOfBundles({ checkpoint: { size }, files, crypto }) {
    const leaves = new Uint8Array(size * hashBytes);
    for (let index = 0; index * paths_tileWidth < size; index += 1) {
        const width = widthIn(size, { level: 0, index });
        const bundle = files.get(bundlePath(index, width)) ?? new Uint8Array();
        const entries = unbundle(bundle, width) ?? [];
        for (const [offset, bytes] of entries.entries())
            leaves.set(leafHash(bytes, crypto), (index * paths_tileWidth + offset) * hashBytes);
    }
    return leaves;
}
/** Whether leaf `index` is the same in both. */
function isSameLeaf(left, right, index) {
    return equalBytes(hashAt(left, index), hashAt(right, index));
}
/** The hash of leaf `index` as text. */
function leafHex(leaves, index) {
    return hexOf(hashAt(leaves, index));
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/check-entries.ts





/** Names the entries that are not the ones that were signed. */
function findChangedEntries(copy, entries, signed) {
    const missing = findMissing(copy);
    if (signed === undefined)
        return [...missing, ...findDisagreements(copy, entries)];
    const changed = findChanged(copy, entries, signed);
    return [...missing, ...changed, ...findUnknownBlocks(signed)];
}
function findMissing({ checkpoint: { size }, files }) {
    const problems = [];
    for (let index = 0; index < size; index += 1) {
        const path = entryPath(index);
        if (!files.has(path))
            problems.push({ entry: index, detail: `entry ${index} is missing: ${path}` });
    }
    return problems;
}
function findChanged(copy, entries, signed) {
    const problems = [];
    for (let index = 0; index < copy.checkpoint.size; index += 1) {
        if (signed.unknownBlocks.has(Math.floor(index / paths_tileWidth)) ||
            isSameLeaf(entries, signed.leaves, index))
            continue;
        if (copy.files.has(entryPath(index)))
            problems.push(changed(copy, entries, index));
    }
    return problems;
}
function changed({ rootHex, checkpoint }, entries, index) {
    const leaf = shortHash(leafHex(entries, index));
    const under = `root ${shortHash(rootHex)} of size ${checkpoint.size}`;
    return {
        entry: index,
        detail: `entry ${index} was changed after it was written: leaf ${leaf} is not under ${under}`,
    };
}
function findUnknownBlocks({ unknownBlocks }) {
    return [...unknownBlocks].map((block) => {
        const first = block * paths_tileWidth;
        const detail = `something among the entries ${first} to ${first + paths_tileWidth - 1} was changed after it was written, in the entries, the tiles and the bundles: which of them cannot be told`;
        return { entry: first, detail };
    });
}
/** Nothing has the signed root: what the three places disagree about is all that can be named. */
function findDisagreements(copy, entries) {
    const { checkpoint, crypto, rootHex, files } = copy;
    const tiles = leavesOfTiles(copy);
    const bundles = leavesOfBundles(copy);
    const problems = [];
    for (let index = 0; index < checkpoint.size; index += 1) {
        if (!files.has(entryPath(index)))
            continue;
        const others = [
            ...(isSameLeaf(entries, tiles, index) ? [] : ["tile"]),
            ...(isSameLeaf(entries, bundles, index) ? [] : ["bundle"]),
        ];
        if (others.length === 0)
            continue;
        const detail = `entry ${index} is not the one that its ${others.join(" and its ")} tells`;
        problems.push({ entry: index, detail });
    }
    const own = hexOf(treeHash(entries, crypto));
    const all = counted(checkpoint.size, "entry has", "entries have");
    const detail = `the ${all} root ${shortHash(own)}, but the checkpoint signs ${shortHash(rootHex)}: the log was rewritten without its key`;
    return [{ detail }, ...problems];
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/check-evidence.ts


/** Looks for the evidence and signatures that registrations name, and compares their digests. */
async function checkEvidence(entries, read, crypto) {
    const named = entries.filter((entry) => entry.type === "registered").flatMap(namedBy);
    const paths = [...new Set(named.flatMap((document) => document.paths))];
    const files = paths.length === 0 ? new Map() : await read(paths);
    const digests = new Map([...files].map(([path, bytes]) => [path, hexOf(crypto.sha256(bytes))]));
    const problems = named.flatMap(({ entry, what, paths, sha256 }) => {
        if (paths.some((path) => digests.get(path) === sha256))
            return [];
        const there = paths.find((path) => digests.has(path));
        const detail = there === undefined
            ? `${what}, which entry ${entry} names, is missing: ${paths.join(" or ")}`
            : `${there} has other bytes than ${what} that entry ${entry} names`;
        return [{ entry, detail }];
    });
    return { count: named.length, problems };
}
function namedBy({ index, evidence, signature }) {
    const documents = evidence.map(({ kind, name, digest }) => ({
        entry: index,
        what: `the evidence ${kind} ${name}`,
        // What lies below evidence/ may be of a later attempt at the same commit: promotions read the blob.
        paths: [blobPath(digest.sha256)],
        sha256: digest.sha256,
    }));
    if (signature === null)
        return documents;
    const { sha256 } = signature.digest;
    return [...documents, { entry: index, what: "the signature", paths: [blobPath(sha256)], sha256 }];
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/check-order.ts



/** Reads every entry; `undefined` stands for one that cannot be read, which is then a problem. */
function readAllEntries({ checkpoint: { size }, files }) {
    const problems = [];
    const entries = Array.from({ length: size }, (_, index) => {
        const bytes = files.get(entryPath(index));
        if (bytes === undefined)
            return undefined;
        const entry = parseEntry(bytes, index);
        if (typeof entry !== "string")
            return entry;
        problems.push({ entry: index, detail: `entry ${index} cannot be read: ${entry}` });
        return undefined;
    });
    return { entries, problems: [...problems, ...findDisorder(entries)] };
}
function findDisorder(entries) {
    const problems = [];
    const keys = new Map();
    let newest;
    for (const entry of entries) {
        if (entry === undefined)
            continue;
        const { index, time, key } = entry;
        if (newest !== undefined && isBefore(time, newest.time)) {
            const detail = `entry ${index} is of ${time}, which lies before entry ${newest.index} of ${newest.time}`;
            problems.push({ entry: index, detail });
        }
        else
            newest = entry;
        const same = keys.get(key);
        if (same === undefined)
            keys.set(key, index);
        else
            problems.push({ entry: index, detail: `entry ${index} repeats the event of entry ${same}` });
    }
    return problems;
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/check-story.ts
/** Follows the entries from the first one: what each says about those before it must be so. */
function checkStory(entries) {
    const state = { registered: new Map(), running: new Map() };
    return entries.flatMap((entry) => {
        const details = entry.type === "registered" ? addVersion(state, entry) : judgeDecision(state, entry);
        if (entry.type === "promoted")
            state.running.set(`${entry.environment}/${entry.model}`, entry);
        return details.map((detail) => ({
            entry: entry.index,
            detail: `entry ${entry.index} ${detail}`,
        }));
    });
}
function addVersion({ registered }, entry) {
    const name = `${entry.model}@${entry.version}`;
    const before = registered.get(name);
    if (before !== undefined)
        return [`registers ${name}, which entry ${before.index} registered`];
    registered.set(name, entry);
    return [];
}
function judgeDecision(state, entry) {
    const name = `${entry.model}@${entry.version}`;
    const details = [];
    const source = state.registered.get(name);
    if (source?.index !== entry.registered)
        details.push(`names entry ${entry.registered} as the one that registered ${name}, but it was ${nameOf(source)}`);
    else if (!isSameModel(source, entry))
        details.push(`is about other bytes of ${name} than entry ${source.index} registered`);
    const running = state.running.get(`${entry.environment}/${entry.model}`);
    if (!isFrom(entry, running))
        details.push(`says that ${check_story_textOf(entry.from)} ran in ${entry.environment}, but it was ${check_story_textOf(running && referenceTo(running))}`);
    const open = entry.rules.filter(({ state }) => state === "unmet" || state === "waiting");
    if (entry.type === "promoted" && open.length > 0)
        details.push(`promotes although ${open.map(({ id }) => id).join(", ")} was not met`);
    return details;
}
function isSameModel(source, entry) {
    return source.digest.sha256 === entry.digest.sha256 && source.commit === entry.commit;
}
function isFrom({ from }, running) {
    if (from === null || running === undefined)
        return from === null && running === undefined;
    return (from.entry === running.index &&
        from.version === running.version &&
        from.digest.sha256 === running.digest.sha256);
}
function referenceTo({ version, digest, index }) {
    return { version, digest, entry: index };
}
function check_story_textOf(reference) {
    if (reference === null || reference === undefined)
        return "nothing";
    return `${reference.version} (${reference.digest.sha256.slice(0, 12)}) of entry ${reference.entry}`;
}
function nameOf(source) {
    return source === undefined ? "none" : `entry ${source.index}`;
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/check-tiles.ts




/**
 * Compares every tile and bundle with the leaves that were signed. Partial ones that larger ones replaced may be there
 * still, but only as they were.
 */
function checkTiles(copy, leaves) {
    const found = { problems: [], known: new Set() };
    const { size } = copy.checkpoint;
    let hashes = leaves;
    for (let level = 0; level < levelsOf(size); level += 1) {
        const full = [];
        for (let index = 0; index * paths_tileWidth < hashesAtLevel(size, level); index += 1) {
            const width = widthIn(size, { level, index });
            const start = index * paths_tileWidth * hashBytes;
            const content = hashes.subarray(start, start + width * hashBytes);
            checkTile(copy, { level, index, content }, found);
            if (level === 0)
                checkBundle(copy, { index, content }, found);
            if (width === paths_tileWidth)
                full.push(treeHash(content, copy.crypto));
        }
        hashes = concatBytes(...full);
    }
    return found;
}
function checkTile(copy, { level, index, content }, found) {
    const width = content.length / hashBytes;
    const path = tilePath({ level, index, width });
    found.known.add(path);
    const tile = copy.files.get(path);
    if (tile === undefined)
        found.problems.push({ detail: `${path} is missing` });
    else if (!equalBytes(tile, content))
        found.problems.push({ detail: `${path} was changed: it is not made of the signed entries` });
    checkPartials(copy, found, {
        width,
        path: (part) => tilePath({ level, index, width: part }),
        isRight: (part, bytes) => bytes.length === part * hashBytes && beginsWith(content, bytes),
    });
}
function checkBundle(copy, { index, content }, found) {
    const width = content.length / hashBytes;
    const path = bundlePath(index, width);
    found.known.add(path);
    const bundle = copy.files.get(path);
    const entries = bundle === undefined ? undefined : unbundle(bundle, width);
    if (bundle === undefined)
        found.problems.push({ detail: `${path} is missing` });
    else if (entries === undefined)
        found.problems.push({ detail: `${path} is no bundle of ${width} entries` });
    for (const [offset, bytes] of entries?.entries() ?? []) {
        if (equalBytes(leafHash(bytes, copy.crypto), hashAt(content, offset)))
            continue;
        const entry = index * paths_tileWidth + offset;
        found.problems.push({ entry, detail: `entry ${entry} was changed in ${path}` });
    }
    checkPartials(copy, found, {
        width,
        path: (part) => bundlePath(index, part),
        isRight: (part, bytes) => bundle !== undefined && beginsWith(bundle, bytes) && unbundle(bytes, part) !== undefined,
    });
}
function checkPartials(copy, found, partials) {
    for (let width = 1; width < partials.width; width += 1) {
        const path = partials.path(width);
        const bytes = copy.files.get(path);
        if (bytes === undefined)
            continue;
        found.known.add(path);
        if (!partials.isRight(width, bytes))
            found.problems.push({ detail: `${path}, which was replaced since, was changed` });
    }
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/signed-leaves.ts




/**
 * Finds the leaves that were signed. Entries, tiles and bundles say the same thing three times: whichever of them has
 * the signed root tells what was changed in the others; where none has, the level above may still tell for most blocks of 256.
 */
function findSignedLeaves(copy, entries) {
    const { root } = copy.checkpoint;
    const candidates = [() => entries, () => leavesOfTiles(copy), () => leavesOfBundles(copy)];
    const told = [];
    for (const candidate of candidates) {
        const leaves = candidate();
        if (equalBytes(treeHash(leaves, copy.crypto), root))
            return { leaves, unknownBlocks: new Set() };
        told.push(leaves);
    }
    return findByBlocks(copy, told);
}
function findByBlocks(copy, told) {
    const { size, root } = copy.checkpoint;
    const blocks = hashesAtLevel(size, 1);
    const above = levelOne(copy);
    const start = blocks * paths_tileWidth * hashBytes;
    const edge = told.find((leaves) => {
        const rest = leaves.subarray(start);
        const last = rest.length === 0 ? rest : treeHash(rest, copy.crypto);
        return equalBytes(treeHash(concatBytes(above, last), copy.crypto), root);
    });
    if (blocks === 0 || edge === undefined)
        return undefined;
    const leaves = edge.slice();
    const unknown = new Set();
    for (let block = 0; block < blocks; block += 1) {
        const from = block * paths_tileWidth * hashBytes;
        const parts = told.map((each) => each.subarray(from, from + paths_tileWidth * hashBytes));
        const right = parts.find((part) => equalBytes(treeHash(part, copy.crypto), hashAt(above, block)));
        if (right === undefined)
            unknown.add(block);
        else
            leaves.set(right, from);
    }
    return { leaves, unknownBlocks: unknown };
}
/** The hashes of the full tiles of level 0, as the tiles of level 1 tell them. */
function levelOne({ checkpoint: { size }, files }) {
    const count = hashesAtLevel(size, 1);
    const hashes = new Uint8Array(count * hashBytes);
    for (let index = 0; index * paths_tileWidth < count; index += 1) {
        const width = widthIn(size, { level: 1, index });
        const tile = files.get(tilePath({ level: 1, index, width }));
        if (tile?.length === width * hashBytes)
            hashes.set(tile, index * paths_tileWidth * hashBytes);
    }
    return hashes;
}

;// CONCATENATED MODULE: ./packages/audit/src/verify/check-contents.ts












const names = {
    entries: { id: "entries", title: "Every entry lies under the signed root" },
    tiles: { id: "tiles", title: "Tiles and bundles hold the signed entries" },
    order: { id: "order", title: "Entries fit their schema, are numbered and in the order of time" },
    story: { id: "story", title: "Each entry follows from those before it" },
    pointers: { id: "pointers", title: "Environments point at what the log says" },
    versions: { id: "versions", title: "Versions are those that the log registered" },
    evidence: { id: "evidence", title: "Evidence and signatures are those that were registered" },
    files: { id: "files", title: "Every file belongs to the log" },
};
/** Checks everything below a checkpoint that was opened. */
async function checkContents(copy, read, key) {
    const { size } = copy.checkpoint;
    // Each file of a log holds at most 256 entries: a size beyond that cannot be checked, and would fill the memory.
    if (size > copy.paths.size * paths_tileWidth) {
        const detail = `the checkpoint signs ${size} entries, of which most are missing`;
        return { checks: checksOf(names.entries, [{ detail }], ""), leaves: undefined };
    }
    const leaves = leavesOfEntries(copy);
    const signed = findSignedLeaves(copy, leaves);
    const changed = findChangedEntries(copy, leaves, signed);
    const entryChecks = checksOf(names.entries, changed, counted(size, "entry", "entries"));
    const whole = signed?.unknownBlocks.size === 0 ? signed : undefined;
    const checks = [...entryChecks, ...checkTileFiles(copy, whole, key)];
    const told = changed.length === 0 ? await checkEntries(copy, read) : notJudgedEntries();
    return { checks: [...checks, ...told], leaves: whole?.leaves };
}
function checkTileFiles(copy, signed, key) {
    if (signed === undefined)
        return [notJudged(names.tiles, "the entries that were signed are not known")];
    const { problems, known } = checkTiles(copy, signed.leaves);
    for (let index = 0; index < copy.checkpoint.size; index += 1)
        known.add(entryPath(index));
    const strange = [...copy.paths]
        .filter((path) => /^(?:entries|tile)\//.test(path) && !known.has(path))
        .map((path) => ({ detail: `${path} is no file of a log of ${copy.checkpoint.size} entries` }));
    return [
        ...checksOf(names.tiles, problems, "all of them, at every level"),
        ...checksOf(names.files, [...strange, ...checkPolicy(copy, key)], `${copy.paths.size} files`),
    ];
}
function checkPolicy({ files }, key) {
    const policy = files.get(policyPath);
    if (policy === undefined || equalBytes(policy, bytesOf(policyText(key))))
        return [];
    return [{ detail: `${policyPath} names another key or other witnesses than this log has` }];
}
async function checkEntries(copy, read) {
    const { entries: all, problems } = readAllEntries(copy);
    const entries = all.filter((entry) => entry !== undefined);
    const evidence = await checkEvidence(entries, read, copy.crypto);
    const derived = derivedFiles(entries);
    const pointers = checkDerived(copy, derived, "environments/");
    const versions = checkDerived(copy, derived, "models/");
    return [
        ...checksOf(names.order, problems, spanOf(entries)),
        ...checksOf(names.story, checkStory(entries), counted(entries.length, "entry", "entries")),
        ...checksOf(names.pointers, pointers, countBelow(derived.keys(), "environments/")),
        ...checksOf(names.versions, versions, countBelow(derived.keys(), "models/")),
        ...checksOf(names.evidence, evidence.problems, counted(evidence.count, "file", "files")),
    ];
}
function notJudgedEntries() {
    const { order, story, pointers, versions, evidence } = names;
    return [order, story, pointers, versions, evidence].map((name) => notJudged(name, "the entries are not the ones that were signed"));
}
function spanOf(entries) {
    const [first] = entries;
    const last = entries.at(-1);
    return first === undefined || last === undefined ? "no entries" : `${first.time} to ${last.time}`;
}
function countBelow(paths, folder) {
    const count = [...paths].filter((path) => path.startsWith(folder)).length;
    return counted(count, "file", "files");
}

;// CONCATENATED MODULE: ./packages/audit/src/verify-log.ts









const checkpointCheck = { id: "checkpoint", title: "The checkpoint is signed by the log's key" };
/**
 * Verifies everything that a log says, from its files and its public key alone: nothing is asked of anyone.
 * What was changed is a failed check that names the entry, never an exception.
 * @throws UserError SW4301 where the id of the key is not its own
 */
async function verifyLog(request) {
    const { read, list, key, crypto } = request;
    demandKeyId(key, crypto);
    const lists = await Promise.all(["entries", "tile", "environments", "models"].map(list));
    const paths = new Set(lists.flat());
    const files = await read([checkpointPath, policyPath, ...paths]);
    const bytes = files.get(checkpointPath);
    if (bytes === undefined)
        return withoutCheckpoint(request, paths.size);
    const checkpoint = openOwn(bytes, request);
    if (typeof checkpoint === "string")
        return report(request, undefined, [
            { ...checkpointCheck, outcome: "fail", detail: checkpoint },
        ]);
    const rootHex = hexOf(checkpoint.root);
    const detail = `size ${checkpoint.size}, root ${rootHex}, signed by ${key.name}+${key.id}`;
    const copy = { checkpoint, rootHex, paths, files, crypto };
    const { checks, leaves } = await checkContents(copy, read, key);
    return report(request, checkpoint, [
        { ...checkpointCheck, outcome: "pass", detail },
        ...checks,
        ...earlierChecks(request, checkpoint, leaves),
    ]);
}
function openOwn(bytes, { key, crypto }) {
    try {
        return openCheckpoint(textOf(bytes) ?? "", key, crypto);
    }
    catch (error) {
        if (error instanceof src/* UserError */.yo && error.code === "SW4304")
            return error.message;
        throw error;
    }
}
function withoutCheckpoint(request, others) {
    const { crypto, key } = request;
    const nothing = new Uint8Array();
    const empty = { origin: key.name, size: 0, root: treeHash(nothing, crypto) };
    const check = others === 0
        ? notJudged(checkpointCheck, "there is no log yet")
        : {
            ...checkpointCheck,
            outcome: "fail",
            detail: `there is no checkpoint, but ${others} files of a log: somebody removed it`,
        };
    return report(request, undefined, [check, ...earlierChecks(request, empty, nothing)]);
}
function earlierChecks({ checkpoints, key, crypto }, checkpoint, leaves) {
    const log = { checkpoint, leaves, key, crypto };
    return checkpoints.map((earlier) => checkEarlier(log, earlier));
}
function report({ key }, checkpoint, checks) {
    return {
        schema: "slipway/audit-verification/v1",
        outcome: (0,src/* worstOutcome */.Om)(checks.map(({ outcome }) => outcome)),
        key: key.text,
        size: checkpoint?.size ?? 0,
        root: checkpoint === undefined ? null : { sha256: hexOf(checkpoint.root) },
        checks,
    };
}

;// CONCATENATED MODULE: ./packages/audit/src/index.ts













/***/ })

};
