export const id = 967;
export const ids = [967];
export const modules = {

/***/ 40967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  annotationsOf: () => (/* reexport */ annotationsOf),
  draftContract: () => (/* reexport */ draft_contract_draftContract),
  inputs: () => (/* reexport */ inputs),
  loadContracts: () => (/* reexport */ loadContracts),
  main: () => (/* reexport */ main),
  planValidations: () => (/* reexport */ planValidations),
  renderValidation: () => (/* reexport */ renderValidation),
  validateData: () => (/* reexport */ validateData)
});

// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var src = __webpack_require__(43845);
// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./actions/validate-data/src/inputs.ts


/** The inputs of validate-data; the command line has the same names. */
const inputs = schemas/* strictObject */.rej({
    name: src/* field */.ZZ.list(),
    config: src/* field */.ZZ.textOr("slipway.yaml"),
    data: src/* field */.ZZ.text(),
    contract: src/* field */.ZZ.text(),
    object: src/* field */.ZZ.text(),
    artifact: src/* field */.ZZ
        .text()
        .refine((name) => name === undefined || (0,src/* isArtifactName */.k1)(name), "must be letters, digits, dots, dashes or underscores"),
    duckdbBinding: src/* field */.ZZ.text(),
    githubToken: src/* field */.ZZ.secret(),
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/engines/duckdb/src/index.ts + 16 modules
var duckdb_src = __webpack_require__(47042);
// EXTERNAL MODULE: ./packages/git/src/index.ts + 14 modules
var git_src = __webpack_require__(81023);
// EXTERNAL MODULE: ./packages/policy/src/index.ts + 5 modules
var policy_src = __webpack_require__(44880);
// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var contracts_src = __webpack_require__(66174);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
;// CONCATENATED MODULE: ./packages/data/src/choose-object.ts

/**
 * The object of a contract that a data set is checked against: the one that `object` names, else the one of the data set's
 * own name, else the only one.
 * @throws UserError SW2003 where there is none, or no telling which
 */
function chooseObject(contract, dataset, object) {
    const { objects, file } = contract;
    const names = objects.map(({ name }) => name);
    const wanted = object ?? dataset;
    const found = objects.find(({ name }) => name === wanted);
    if (found !== undefined)
        return found;
    const [only] = objects;
    if (object === undefined && objects.length === 1 && only !== undefined)
        return only;
    const near = (0,kernel_src/* nearestWord */.zZ)(wanted, names);
    const guess = near === undefined ? "" : ` Did you mean "${near}"?`;
    throw new kernel_src/* UserError */.yo({
        code: "SW2003",
        message: `${file} has no object "${wanted}" for the data set ${dataset}; it has ${names.length === 0 ? "none" : names.slice(0, 20).join(", ")}.`,
        remedy: `Name one with object: beside the data set in slipway.yaml.${guess}`,
    });
}

;// CONCATENATED MODULE: ./packages/data/src/lexical.ts
const hour = "(?:[01][0-9]|2[0-3])";
const clock = `${hour}:[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,6})?`;
const day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const zone = `(?:Z|[+-]${hour}:[0-5][0-9])`;
/**
 * The lexical form of each type, to be matched against the whole cell. It is narrower than any engine's cast, which reads
 * `12.6` as 13 and `2024-2-3` as a date; whether the value exists (30 February) is left to the cast.
 */
const lexical_forms = {
    string: undefined,
    integer: "[+-]?[0-9]+",
    number: "[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?",
    boolean: "true|false|True|False|TRUE|FALSE",
    date: day,
    timestamp: `${day}[ T]${clock}${zone}?`,
    time: clock,
};
/** The pattern that the text of a cell must match as a whole, or `undefined` where any text will do. */
function lexicalPattern(form) {
    if (form.type !== "timestamp")
        return lexical_forms[form.type];
    const separator = form.separator === undefined ? "[ T]" : form.separator;
    const ending = form.zone === "demanded" ? zone : form.zone === "refused" ? "" : `${zone}?`;
    return `${day}${separator}${clock}${ending}`;
}
/** Whether `text` has the lexical form; it may still name a day that does not exist. */
function matchesForm(text, form) {
    const pattern = lexicalPattern(form);
    return pattern === undefined || new RegExp(`^(?:${pattern})$`, "u").test(text);
}
/** The pattern of a time zone at the end of a timestamp. */
const zonePattern = `.*${zone}`;

;// CONCATENATED MODULE: ./packages/data/src/pattern.ts
const any = "[^\\n\\r\\x{2028}\\x{2029}]";
const space = "\\t\\n\\x{0B}\\f\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";
const sets = { d: "0-9", w: "0-9A-Za-z_", s: space };
const controls = {
    t: "\\t",
    n: "\\n",
    r: "\\r",
    f: "\\f",
    v: "\\x{0B}",
    "0": "\\x{00}",
};
const maxRepeat = 1000;
const maxLength = 2000;
/**
 * Rewrites an ECMA-262 pattern (Unicode mode, no flags) into the subset on which all dialects agree: `.`, `\d`, `\w` and
 * `\s` become explicit sets; look-around, back references, word edges, named groups and properties are refused.
 * The result is meant for a match of the whole value.
 */
function portablePattern(source) {
    if (source.length > maxLength)
        return { refused: `it is longer than ${maxLength} characters` };
    try {
        new RegExp(source);
    }
    catch {
        return { refused: "it is not a regular expression" };
    }
    try {
        return { pattern: rewrite(source) };
    }
    catch (error) {
        if (error instanceof Refusal)
            return { refused: error.message };
        throw error;
    }
}
class Refusal extends Error {
}
function rewrite(source) {
    let rest = source;
    let out = "";
    while (rest !== "") {
        const [from, to] = nextToken(rest);
        out += to;
        rest = rest.slice(from);
    }
    return out;
}
/** How many UTF-16 units of `rest` the next token takes, and what it becomes. */
function nextToken(rest) {
    const first = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    if (first === "\\")
        return pattern_escape(rest);
    if (first === "[")
        return characterClass(rest);
    if (first === "(")
        return group(rest);
    if (first === "{")
        return repeat(rest);
    if (first === ".")
        return [1, any];
    if (")|*+?^$".includes(first))
        return [1, first];
    return [first.length, literal(first)];
}
function group(rest) {
    if (rest.startsWith("(?:"))
        return [3, "(?:"];
    if (rest.startsWith("(?"))
        throw new Refusal("look-around, named groups and flags are not portable");
    return [1, "(?:"];
}
function repeat(rest) {
    const found = /^\{(\d+)(,(\d*))?\}/.exec(rest);
    if (found === null)
        throw new Refusal("a brace must be escaped or be a count such as {2,5}");
    const counts = [Number(found[1]), Number(found[3] === "" ? 0 : (found[3] ?? 0))];
    if (counts.some((count) => count > maxRepeat)) {
        throw new Refusal(`a count above ${maxRepeat} is not portable`);
    }
    return [found[0].length, found[0]];
}
function pattern_escape(rest) {
    const letter = rest[1] ?? "";
    const set = sets[letter.toLowerCase()];
    if (set !== undefined)
        return [2, letter === letter.toLowerCase() ? `[${set}]` : `[^${set}]`];
    return escapedCharacter(rest);
}
function escapedCharacter(rest) {
    const letter = String.fromCodePoint(rest.codePointAt(1) ?? 0);
    const control = controls[letter];
    if (control !== undefined) {
        if (letter === "0" && /^\\0\d/.test(rest))
            throw new Refusal("octal escapes are not portable");
        return [2, control];
    }
    const code = /^\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/.exec(rest);
    if (code !== null) {
        const point = Number.parseInt(code[1] ?? code[2] ?? "", 16);
        return [code[0].length, literal(String.fromCodePoint(point))];
    }
    if (/[A-Za-z0-9]/.test(letter))
        throw new Refusal(`\\${letter} is not portable`);
    return [1 + letter.length, literal(letter)];
}
function characterClass(rest) {
    const isNegated = rest[1] === "^";
    let at = isNegated ? 2 : 1;
    let members = "";
    let canBeginRange = false;
    while (rest[at] !== "]") {
        const here = rest.slice(at);
        if (here === "")
            throw new Refusal("a set is not closed");
        if (canBeginRange && /^-(?!\]|\\[dws])/.test(here)) {
            const [length, end] = classMember(here.slice(1));
            members += `-${end}`;
            at += 1 + length;
            canBeginRange = false;
            continue;
        }
        const [length, member] = classMember(here);
        members += member;
        at += length;
        canBeginRange = !/^\\[dws]/.test(here);
    }
    if (members === "")
        throw new Refusal("an empty set is not portable");
    return [at + 1, `[${isNegated ? "^" : ""}${members}]`];
}
function classMember(rest) {
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    if (character !== "\\")
        return [character.length, literal(character)];
    const letter = rest[1] ?? "";
    const set = sets[letter];
    if (set !== undefined)
        return [2, set];
    if (letter === "b")
        return [2, "\\x{08}"];
    if ("DWS".includes(letter))
        throw new Refusal(`\\${letter} inside a set is not portable`);
    return escapedCharacter(rest);
}
/** One character as it may stand inside and outside of a set. */
function literal(character) {
    const point = character.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff)
        throw new Refusal("half of a surrogate pair is not portable");
    if (/[0-9A-Za-z_]/.test(character))
        return character;
    if (point < 0x80)
        return `\\x{${point.toString(16).toUpperCase().padStart(2, "0")}}`;
    return character;
}

;// CONCATENATED MODULE: ./packages/data/src/compile-cell.ts


/** The value of a column under a form: lexical form first, then the cast; NULL where either fails. */
function valueSql(dialect, column, form) {
    if (column.native !== undefined)
        return dialect.native(column.raw, column.native, form.type);
    const pattern = lexicalPattern(form);
    if (pattern === undefined)
        return column.raw;
    return `CASE WHEN ${dialect.fullMatch(column.raw, pattern)} THEN ${dialect.parse(column.raw, form.type)} END`;
}
/** The condition under which a cell breaks `rule`; never NULL. */
function brokenSql(dialect, rule, cell) {
    const { raw, value } = cell;
    const isText = cell.native === undefined || cell.native === "VARCHAR";
    const text = isText ? raw : dialect.text(raw);
    switch (rule.kind) {
        case "type":
            return value === raw ? "FALSE" : `(${raw} IS NOT NULL AND ${value} IS NULL)`;
        case "required":
            return `(${raw} IS NULL)`;
        case "range": {
            const parts = boundParts(dialect, rule.bounds, { value, type: rule.form.type });
            return `(${value} IS NOT NULL AND NOT coalesce(${parts.join(" AND ")}, FALSE))`;
        }
        case "multiple-of":
            return `(${value} IS NOT NULL AND NOT ${dialect.isMultiple(value, rule.step, rule.form.type)})`;
        case "pattern":
            return `(${raw} IS NOT NULL AND NOT ${matchSql(dialect, text, rule.pattern)})`;
        case "length":
            return `(${raw} IS NOT NULL AND NOT (${lengthParts(dialect, text, rule).join(" AND ")}))`;
        case "one-of":
            return `(${raw} IS NOT NULL AND NOT ${memberSql(dialect, { value, form: rule.form }, rule.values)})`;
        case "missing":
            return missingSql(dialect, rule, { raw, text, isFile: cell.native === undefined });
        case "invalid": {
            const parts = [
                ...(rule.values === undefined
                    ? []
                    : [memberSql(dialect, { value, form: rule.form }, rule.values)]),
                ...(rule.pattern === undefined ? [] : [matchSql(dialect, text, rule.pattern)]),
            ];
            return `(${raw} IS NOT NULL AND NOT (${parts.join(" AND ")}))`;
        }
    }
}
function matchSql(dialect, text, pattern) {
    const portable = portablePattern(pattern);
    if ("refused" in portable)
        throw new Error(`an unportable pattern got past the reader: ${pattern}`);
    return dialect.fullMatch(text, portable.pattern);
}
function boundParts(dialect, bounds, { value, type }) {
    const literal = (bound) => type === "integer" || type === "number"
        ? String(bound)
        : dialect.parse(dialect.literal(String(bound)), type);
    const part = (sign, bound) => bound === undefined ? [] : [`${value} ${sign} ${literal(bound)}`];
    return [
        ...part(">=", bounds.minimum),
        ...part(">", bounds.exclusiveMinimum),
        ...part("<=", bounds.maximum),
        ...part("<", bounds.exclusiveMaximum),
    ];
}
function lengthParts(dialect, text, { minimum, maximum }) {
    const length = dialect.length(text);
    return [
        ...(minimum === undefined ? [] : [`${length} >= ${minimum}`]),
        ...(maximum === undefined ? [] : [`${length} <= ${maximum}`]),
    ];
}
/** Whether a value is in a list. Entries that are no values of the type can match nothing and would make IN return NULL. */
function memberSql(dialect, { value, form }, values) {
    const literals = values
        .filter((word) => matchesForm(word, form))
        .map((word) => dialect.parse(dialect.literal(word), form.type));
    return literals.length === 0 ? "FALSE" : `coalesce(${value} IN (${literals.join(", ")}), FALSE)`;
}
function missingSql(dialect, rule, { raw, text, isFile }) {
    // An empty cell of a CSV file is NULL, whichever of the two the contract names.
    const isNullMissing = rule.isNullMissing || (isFile && rule.values.includes(""));
    const words = rule.values.map((word) => dialect.literal(word));
    const parts = [
        ...(isNullMissing ? [`${raw} IS NULL`] : []),
        ...(words.length === 0 ? [] : [`coalesce(${text} IN (${words.join(", ")}), FALSE)`]),
    ];
    return parts.length === 0 ? "FALSE" : `(${parts.join(" OR ")})`;
}

;// CONCATENATED MODULE: ./packages/data/src/finding-codes.ts
/** Every code of a finding about data, with the sentence that docs/errors.md prints beside it. Never renamed. */
const findingCodes = {
    "SW-D001": "A declared column is missing.",
    "SW-D002": "A file has a column that the contract does not declare.",
    "SW-D003": "A data set has no rows, or not as many as demanded.",
    "SW-D101": "A value is not text.",
    "SW-D102": "A value is not a whole number.",
    "SW-D103": "A value is not a number.",
    "SW-D104": "A value is not true or false.",
    "SW-D105": "A value is not a date.",
    "SW-D106": "A value is not a date with a time.",
    "SW-D107": "A value is not a time of day.",
    "SW-D108": "A required value is missing.",
    "SW-D109": "A value is out of its range.",
    "SW-D110": "A value is not a multiple of its step.",
    "SW-D111": "A value does not match its pattern.",
    "SW-D112": "A value is too short or too long.",
    "SW-D113": "A value is not one of those allowed.",
    "SW-D201": "A value or key that must be unique occurs more than once.",
    "SW-D207": "A value does not occur in the column that it refers to.",
    "SW-D301": "Too many, or too few, values are NULL.",
    "SW-D302": "Too many, or too few, values count as missing.",
    "SW-D303": "Too many, or too few, values are invalid.",
    "SW-D304": "Too many, or too few, values are duplicates.",
    "SW-D901": "A constraint of the contract is not supported.",
};
const typeCodes = {
    string: "SW-D101",
    integer: "SW-D102",
    number: "SW-D103",
    boolean: "SW-D104",
    date: "SW-D105",
    timestamp: "SW-D106",
    time: "SW-D107",
};
const ruleCodes = {
    column: "SW-D001",
    undeclared: "SW-D002",
    rows: "SW-D003",
    required: "SW-D108",
    range: "SW-D109",
    "multiple-of": "SW-D110",
    pattern: "SW-D111",
    length: "SW-D112",
    "one-of": "SW-D113",
    unique: "SW-D201",
    "foreign-key": "SW-D207",
    missing: "SW-D302",
    invalid: "SW-D303",
    unsupported: "SW-D901",
};
/** The code of a finding of `rule`; a quality metric over nulls or duplicates has a code of its own. */
function findingCodeOf(rule, isMetric = false) {
    if (rule.kind === "type")
        return typeCodes[rule.form.type];
    if (isMetric && rule.kind === "required")
        return "SW-D301";
    if (isMetric && rule.kind === "unique")
        return "SW-D304";
    return ruleCodes[rule.kind];
}

;// CONCATENATED MODULE: ./packages/data/src/titles.ts
const typeTitles = {
    string: "text",
    integer: "whole number",
    number: "number",
    boolean: "true or false",
    date: "date (yyyy-mm-dd)",
    timestamp: "date and time",
    time: "time of day",
};
/** What a rule demands, in a few plain words, without markup. */
function titleOf(rule) {
    switch (rule.kind) {
        case "type":
            return typeTitles[rule.form.type];
        case "required":
        case "pattern":
        case "length":
        case "range":
        case "multiple-of":
        case "one-of":
        case "missing":
        case "invalid":
            return cellTitle(rule);
        case "column":
            return "column present";
        case "undeclared":
            return "no undeclared columns";
        case "rows":
            return "at least one row";
        case "unique":
            return rule.key.length > 1
                ? `unique key (${rule.key.map(({ column }) => column).join(", ")})`
                : "unique";
        case "foreign-key":
            return rule.columns.length > 1
                ? `in ${rule.object} (${rule.columns.join(", ")})`
                : `in ${rule.object}.${rule.columns.join()}`;
        case "unsupported":
            return `${rule.keyword} (not supported)`;
    }
}
function cellTitle(rule) {
    switch (rule.kind) {
        case "required":
            return "required";
        case "pattern":
            return `matches ${shorten(rule.pattern)}`;
        case "length":
            return lengthTitle(rule.minimum, rule.maximum);
        case "range":
            return boundsTitle(rule.bounds);
        case "multiple-of":
            return `multiple of ${show(rule.step)}`;
        case "one-of":
            return `one of ${shorten(rule.values.join(", "))}`;
        case "missing":
            return "missing values";
        default:
            return "invalid values";
    }
}
/** `0 ≤ x ≤ 5,000`, with strict signs for exclusive bounds. */
function boundsTitle(bounds) {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = bounds;
    const low = [
        ...(minimum === undefined ? [] : [`${show(minimum)} ≤ `]),
        ...(exclusiveMinimum === undefined ? [] : [`${show(exclusiveMinimum)} < `]),
    ].join("");
    const high = [
        ...(maximum === undefined ? [] : [` ≤ ${show(maximum)}`]),
        ...(exclusiveMaximum === undefined ? [] : [` < ${show(exclusiveMaximum)}`]),
    ].join("");
    return `${low}x${high}`;
}
/** `≤ 5 %`, `> 0 and < 100`: what a quality rule demands of its number. */
function thresholdTitle(threshold, unit) {
    const suffix = unit === "percent" ? " %" : "";
    const parts = [];
    const add = (sign, value) => {
        if (value !== undefined)
            parts.push(`${sign} ${show(value)}${suffix}`);
    };
    add("=", threshold.mustBe);
    add("≠", threshold.mustNotBe);
    add(">", threshold.mustBeGreaterThan);
    add("≥", threshold.mustBeGreaterOrEqualTo);
    add("<", threshold.mustBeLessThan);
    add("≤", threshold.mustBeLessOrEqualTo);
    const pair = (word, values) => {
        if (values !== undefined)
            parts.push(`${word} ${show(values[0])} and ${show(values[1])}${suffix}`);
    };
    pair("between", threshold.mustBeBetween);
    pair("not between", threshold.mustNotBeBetween);
    return parts.join(" and ");
}
function lengthTitle(minimum, maximum) {
    if (minimum === undefined)
        return `at most ${show(maximum ?? 0)} characters`;
    if (maximum === undefined)
        return `at least ${show(minimum)} characters`;
    return `${show(minimum)} to ${show(maximum)} characters`;
}
function show(value) {
    return typeof value === "number"
        ? value.toLocaleString("en-US", { maximumFractionDigits: 20 })
        : value;
}
function shorten(text) {
    const characters = Array.from(text);
    return characters.length > 80 ? `${characters.slice(0, 79).join("")}…` : text;
}

;// CONCATENATED MODULE: ./packages/data/src/check-builder.ts


/** Gives every constraint its id, code and title. Equal ids are numbered by content, not by place. */
function buildChecks(constraints) {
    const groups = Map.groupBy(constraints.map(toCheck), ({ id }) => id);
    return [...groups.values()].flatMap((group) => {
        const distinct = [...new Map(group.map((check) => [contentOf(check), check])).entries()];
        distinct.sort(([left], [right]) => (left < right ? -1 : 1));
        return distinct.map(([, check], index) => index === 0 ? check : { ...check, id: `${check.id}#${index + 1}` });
    });
}
function toCheck(constraint) {
    const { rule, column, metric, source } = constraint;
    const detail = constraint.detail === undefined ? "" : `:${shortDetail(constraint.detail)}`;
    const id = `${column ?? ""}:${metric?.name ?? idWord(rule)}${detail}`;
    return {
        id: id.startsWith(":") ? id.slice(1) : id,
        code: findingCodeOf(rule, metric !== undefined),
        title: metric === undefined
            ? titleOf(rule)
            : `${metric.title} ${thresholdTitle(metric.threshold, metric.unit)}`,
        ...(column === undefined ? {} : { column }),
        rule,
        ...(metric === undefined ? {} : { threshold: metric.threshold, unit: metric.unit }),
        severity: constraint.severity ?? "block",
        source,
    };
}
function shortDetail(detail) {
    return typeof detail === "string" && /^[a-z]{1,20}$/.test(detail)
        ? detail
        : fingerprint(canonical(detail));
}
function idWord(rule) {
    return rule.kind === "unsupported" ? `unsupported:${rule.keyword}` : rule.kind;
}
function contentOf({ rule, threshold, unit, severity }) {
    return canonical({ rule, threshold, unit, severity });
}
/** JSON with sorted keys, so that equal content gives equal text. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(",")}]`;
    if (typeof value !== "object" || value === null)
        return JSON.stringify(value);
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}
/** FNV-1a, 32 bits, as eight hexadecimal digits: it tells ids apart and protects nothing. */
function fingerprint(text) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < text.length; index += 1) {
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
}

;// CONCATENATED MODULE: ./packages/data/src/value-layer.ts


/** Places of rows are `file * placeBase + row`, so that one number orders them. */
const placeBase = 2 ** 40;
/** Longer values are cut; one character more than is shown tells that something was cut. */
const valueLimit = 201;
/** A derived table with each raw column once, and each value of a column under a form once. */
function valueLayer(dialect, table, request) {
    const raws = [...new Set([...request.columns, ...request.wanted.map(({ column }) => column)])];
    const rawOf = (column) => `c${raws.indexOf(column)}`;
    const nativeOf = (column) => nativeTypeOf(table, column);
    const forms = new Map();
    for (const { column, form } of request.wanted) {
        const raw = rawOf(column);
        const sql = valueSql(dialect, { raw, native: nativeOf(column) }, form);
        const key = `${raw} ${canonical(form)}`;
        if (sql !== raw && !forms.has(key))
            forms.set(key, { alias: `t${forms.size}`, sql });
    }
    // Only a numbered scan is for samples: there the whole file has been read before.
    const hasUnread = !request.isNumbered && hasOnlyText(table) && hasOtherColumns(table, raws);
    const base = relation(dialect, table, {
        columns: raws,
        isNumbered: request.isNumbered,
        hasUnread,
    });
    const values = [...forms.values()].map(({ alias, sql }) => `, ${sql} AS ${alias}`).join("");
    return {
        sql: `(SELECT *${values} FROM ${base})`,
        hasUnread,
        rawOf,
        cellOf: (column, form) => {
            const raw = rawOf(column);
            const native = nativeOf(column);
            const value = forms.get(`${raw} ${canonical(form)}`)?.alias ?? raw;
            return { raw, value, ...(native === undefined ? {} : { native }) };
        },
    };
}
function hasOnlyText(table) {
    return table.files.every(({ types }) => types === undefined);
}
function hasOtherColumns(table, raws) {
    return table.files.some(({ columns }) => columns.some((column) => !raws.includes(column)));
}
/**
 * The native type of a column; `undefined` where cells are text. Where files differ, one with fractions stands for all,
 * as UNION ALL makes it the type of the whole.
 */
function nativeTypeOf(table, column) {
    const found = nativeTypesOf(table, column);
    return found.find((type) => /^(?:FLOAT|DOUBLE)$/.test(type)) ?? found[0];
}
/** The native types that a column has in the files that have it. */
function nativeTypesOf(table, column) {
    return table.files.flatMap(({ columns, types }) => types?.[columns.indexOf(column)] ?? []);
}
/** All files as one table with the columns `c0…`, NULL where a file has no such column. */
function relation(dialect, table, request) {
    const groups = request.isNumbered
        ? table.files.map((file, index) => ({ files: [file], index }))
        : [
            ...Map.groupBy(table.files, ({ columns, types }) => canonical([columns, types])).values(),
        ].map((files) => ({ files, index: 0 }));
    const parts = groups.map(({ files, index }) => {
        const present = files[0]?.columns ?? [];
        const items = request.columns.map((column, position) => present.includes(column)
            ? `${dialect.identifier(column)} AS c${position}`
            : `NULL AS c${position}`);
        if (request.isNumbered)
            items.push(`${index * placeBase} + slipway_row AS p`);
        if (request.hasUnread)
            items.push(`${unreadSql(dialect, present, request.columns)} AS unread`);
        if (items.length === 0)
            items.push("1 AS c");
        return `SELECT ${items.join(", ")} FROM ${dialect.scan(table, files, request.isNumbered ? "slipway_row" : undefined)}`;
    });
    return `(${parts.join(" UNION ALL ")})`;
}
/** Reads the columns that no check names, since an engine overlooks bad bytes in a column that it does not read. */
function unreadSql(dialect, present, read) {
    const others = present.filter((column) => !read.includes(column));
    if (others.length === 0)
        return "NULL";
    return `CASE WHEN ${others.map((column) => `${dialect.identifier(column)} IS NULL`).join(" AND ")} THEN 1 END`;
}
/** A derived table with the values of a key as `k0…`; numbered, with its place `p` and its text `v` too. */
function keyRelation(dialect, table, { key, isNumbered }) {
    const columns = [...new Set(key.map(({ column }) => column))];
    const base = relation(dialect, table, { columns, isNumbered, hasUnread: false });
    const items = key.map(({ column, form }, index) => {
        const raw = `c${columns.indexOf(column)}`;
        const native = nativeTypeOf(table, column);
        // The other side of a foreign key may have another type: its text is read then, as an engine's own cast is too lenient.
        const isText = native !== undefined && !dialect.holds(native, form.type);
        const cell = isText ? { raw: dialect.text(raw) } : { raw, native };
        return `${valueSql(dialect, cell, form)} AS k${index}`;
    });
    if (isNumbered) {
        const texts = columns.map((_, index) => dialect.text(`c${index}`)).join(" || ', ' || ");
        items.push("p", `substr(${texts}, 1, ${valueLimit}) AS v`);
    }
    return `(SELECT ${items.join(", ")} FROM ${base})`;
}

;// CONCATENATED MODULE: ./packages/data/src/compile-table.ts


/** Compiles checks over `table` into statements of `dialect`. */
function compileTable(dialect, table) {
    const keyed = (key, isNumbered) => keyRelation(dialect, table, { key, isNumbered });
    return {
        counts: (checks, unique, columns) => countsSql({ dialect, table }, { checks, unique, columns }),
        samples: (checks, limit) => samplesSql({ dialect, table }, checks, limit),
        duplicates: (key) => {
            const names = key.map((_, index) => `k${index}`).join(", ");
            return `SELECT coalesce(sum(n), 0) AS examined, coalesce(sum(n - 1), 0) AS failed FROM (SELECT count(*) AS n FROM ${keyed(key, false)} WHERE ${allPresent(key)} GROUP BY ${names})`;
        },
        duplicateSamples: (key, limit) => {
            const names = key.map((_, index) => `k${index}`).join(", ");
            const repeated = `SELECT ${names} FROM ${keyed(key, false)} WHERE ${allPresent(key)} GROUP BY ${names} HAVING count(*) > 1`;
            const matches = key.map((_, index) => `d.k${index} = t.k${index}`).join(" AND ");
            const inner = `SELECT p, v, row_number() OVER (PARTITION BY ${names} ORDER BY p) AS o FROM ${keyed(key, true)} AS t WHERE ${allPresent(key)} AND EXISTS (SELECT 1 FROM (${repeated}) AS d WHERE ${matches})`;
            return `SELECT p, v FROM (${inner}) WHERE o > 1 ORDER BY p LIMIT ${limit}`;
        },
        orphans: (key, parent) => {
            const names = key.map((_, index) => `k${index}`).join(", ");
            const groups = `SELECT ${names}, count(*) AS n FROM ${keyed(key, false)} WHERE ${allPresent(key)} GROUP BY ${names}`;
            const flagged = `SELECT n, NOT EXISTS (${compile_table_matchSql(dialect, parent, { key, child: "g" })}) AS is_orphan FROM (${groups}) AS g`;
            return `SELECT coalesce(sum(n), 0) AS examined, coalesce(sum(n) FILTER (WHERE is_orphan), 0) AS failed FROM (${flagged})`;
        },
        orphanSamples: (key, parent, limit) => `SELECT p, v FROM ${keyed(key, true)} AS t WHERE ${allPresent(key)} AND NOT EXISTS (${compile_table_matchSql(dialect, parent, { key, child: "t" })}) ORDER BY p LIMIT ${limit}`,
    };
}
function countsSql(context, { checks, unique, columns }) {
    const layer = valueLayer(context.dialect, context.table, {
        wanted: [...checks.flatMap(wantedOf), ...unique.flatMap(({ rule }) => rule.key)],
        columns,
        isNumbered: false,
    });
    const items = [
        "count(*) AS n",
        ...columns.map((column, index) => `count(${layer.rawOf(column)}) AS v${index}`),
        ...checks.map((check, index) => `count(*) FILTER (WHERE ${brokenSql(context.dialect, check.rule, layer.cellOf(check.column, formOf(check.rule)))}) AS f${index}`),
        ...unique.map(({ rule }, index) => {
            const [part] = rule.key;
            const value = part === undefined ? "NULL" : layer.cellOf(part.column, part.form).value;
            return `count(${value}) - count(DISTINCT ${value}) AS u${index}`;
        }),
        ...(layer.hasUnread ? ["count(unread) AS unread"] : []),
    ];
    return `SELECT ${items.join(", ")} FROM ${layer.sql}`;
}
function samplesSql(context, checks, limit) {
    const layer = valueLayer(context.dialect, context.table, {
        wanted: checks.flatMap(wantedOf),
        columns: checks.map(({ column }) => column),
        isNumbered: true,
    });
    const conditions = checks.map(({ column, rule }) => {
        const cell = layer.cellOf(column, formOf(rule));
        return {
            condition: brokenSql(context.dialect, rule, cell),
            place: "p",
            value: `substr(${context.dialect.text(cell.raw)}, 1, ${valueLimit})`,
        };
    });
    return context.dialect.firstRows(conditions, layer.sql, limit);
}
/** The value that a check looks at beside the raw cell, where it does. */
function wantedOf({ column, rule }) {
    return "form" in rule ? [{ column, form: rule.form }] : [];
}
function formOf(rule) {
    return "form" in rule ? rule.form : { type: "string" };
}
function allPresent(key) {
    return key.map((_, index) => `k${index} IS NOT NULL`).join(" AND ");
}
function compile_table_matchSql(dialect, parent, { key, child }) {
    const columns = parent.columns.flatMap((column, index) => {
        const part = key[index];
        return part === undefined ? [] : [{ column, form: part.form }];
    });
    const relationSql = keyRelation(dialect, parent.table, { key: columns, isNumbered: false });
    const matches = columns.map((_, index) => `parent.k${index} = ${child}.k${index}`).join(" AND ");
    return `SELECT 1 FROM ${relationSql} AS parent WHERE ${matches}`;
}

;// CONCATENATED MODULE: ./packages/data/src/csv-scan.ts
const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const csv_scan_space = 32;
/**
 * Splits the bytes of a CSV file (RFC 4180; UTF-8 or any superset of ASCII) into records as the engine does, and counts
 * physical lines: `\n`, `\r\n` and a lone `\r` end one, inside of quotes too. It keeps no values.
 */
class CsvScanner {
    #state = "start";
    #fields = 1;
    #isBlank = true;
    #line = 1;
    #recordLine = 1;
    #afterReturn = false;
    #delimiter;
    #isPlain = new Uint8Array(256).fill(1);
    #onRecord;
    /** `onRecord` is called for each record, the header included; false ends the scan. */
    constructor(delimiter, onRecord) {
        this.#delimiter = delimiter.charCodeAt(0);
        this.#onRecord = onRecord;
        const special = [this.#delimiter, lineFeed, carriageReturn, quote, csv_scan_space];
        for (const byte of special)
            this.#isPlain[byte] = 0;
    }
    /** Whether the bytes seen so far end within a quoted value. */
    get isInQuotes() {
        return this.#state === "quoted";
    }
    /** The line where the record that is not finished yet begins. */
    get recordLine() {
        return this.#recordLine;
    }
    /** Scans the next bytes; false where `onRecord` wants no more. */
    push(bytes) {
        const isPlain = this.#isPlain;
        for (let at = 0; at < bytes.length; at += 1) {
            const byte = bytes[at] ?? 0;
            if (isPlain[byte] === 1) {
                // Most bytes only continue a value; they are passed over without a look at the state.
                while (isPlain[bytes[at + 1] ?? lineFeed] === 1)
                    at += 1;
                if (this.#state === "start")
                    this.#state = "bare";
                this.#isBlank = false;
                this.#afterReturn = false;
                continue;
            }
            if (byte === lineFeed && this.#afterReturn) {
                this.#afterReturn = false;
                continue;
            }
            this.#afterReturn = byte === carriageReturn;
            const isBreak = byte === lineFeed || byte === carriageReturn;
            if (isBreak)
                this.#line += 1;
            if (isBreak && this.#state !== "quoted") {
                if (!this.#finishRecord())
                    return false;
            }
            else
                this.#step(byte);
        }
        return true;
    }
    /** Tells the last record where the file does not end with a line break. */
    end() {
        if (!this.#isBlank || this.#fields > 1)
            this.#finishRecord();
    }
    #step(byte) {
        if (this.#state === "quoted") {
            if (byte === quote)
                this.#state = "behind";
        }
        else if (byte === this.#delimiter) {
            this.#fields += 1;
            this.#state = "start";
        }
        else if (byte === quote && this.#state !== "bare")
            this.#state = "quoted";
        // Nothing but a blank is left, and the engine lets blanks stand before and behind quotes.
        this.#isBlank = false;
    }
    #finishRecord() {
        const record = { line: this.#recordLine, fields: this.#fields, isBlank: this.#isBlank };
        this.#state = "start";
        this.#fields = 1;
        this.#isBlank = true;
        this.#recordLine = this.#line;
        return this.#onRecord(record);
    }
}
/**
 * The physical lines on which data rows begin. `rows` count from 1 behind the header; a blank line is a row only in a file
 * of one column. Reading ends at the last row that is asked for; a row that is not there has no entry.
 */
async function locateRows(stream, rows, form) {
    const wanted = new Set(rows);
    const found = new Map();
    let row = -1;
    const scanner = new CsvScanner(form.delimiter, ({ line, isBlank }) => {
        if (isBlank && form.columns > 1)
            return true;
        row += 1;
        if (wanted.has(row))
            found.set(row, line);
        return found.size < wanted.size;
    });
    if (wanted.size === 0)
        return found;
    for await (const bytes of stream) {
        if (!scanner.push(bytes))
            return found;
    }
    scanner.end();
    return found;
}

;// CONCATENATED MODULE: ./packages/data/src/csv-problem.ts

/** Finds the first reason why an engine refuses a CSV file, or `undefined` where none of ours applies. */
async function findCsvProblem(stream, form) {
    let expected;
    let ragged;
    const scanner = new CsvScanner(form.delimiter, ({ line, fields, isBlank }) => {
        expected ??= fields;
        if (fields === expected || (isBlank && expected > 1))
            return true;
        ragged = { kind: "ragged", line, fields, expected };
        return false;
    });
    const encoding = form.encoding === "utf-8" ? new Utf8Check() : undefined;
    const ends = new LineEnds();
    for await (const bytes of stream) {
        const wrong = encoding?.push(bytes);
        if (wrong !== undefined)
            return wrong;
        ends.push(bytes);
        if (!scanner.push(bytes))
            return ragged;
    }
    if (scanner.isInQuotes)
        return { kind: "unclosed", line: scanner.recordLine };
    scanner.end();
    return ragged ?? ends.problem;
}
/** Follows RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. */
class Utf8Check {
    #offset = 0;
    #line = 1;
    #left = 0;
    #start = { byte: 0, offset: 0 };
    #low = 0x80;
    #high = 0xbf;
    push(bytes) {
        for (const byte of bytes) {
            if (this.#left > 0 ? !this.#follow(byte) : !this.#lead(byte)) {
                return { kind: "encoding", ...this.#start, line: this.#line };
            }
            if (byte === 10)
                this.#line += 1;
            this.#offset += 1;
        }
        return undefined;
    }
    #follow(byte) {
        const fits = byte >= this.#low && byte <= this.#high;
        this.#left -= 1;
        this.#low = 0x80;
        this.#high = 0xbf;
        return fits;
    }
    #lead(byte) {
        if (byte < 0x80)
            return true;
        this.#start = { byte, offset: this.#offset };
        if (byte < 0xc2 || byte > 0xf4)
            return false;
        this.#left = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
        this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
        this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
        return true;
    }
}
/** Finds the first line that ends otherwise than the first one. */
class LineEnds {
    #line = 1;
    #first;
    #pending = false;
    problem;
    push(bytes) {
        if (this.problem !== undefined)
            return;
        for (const byte of bytes) {
            if (this.#pending) {
                this.#pending = false;
                this.#see(byte === 10 ? "\r\n" : "\r");
                if (byte === 10)
                    continue;
            }
            if (byte === 13)
                this.#pending = true;
            else if (byte === 10)
                this.#see("\n");
        }
    }
    #see(end) {
        this.#first ??= end;
        if (end !== this.#first)
            this.problem ??= { kind: "line-ends", line: this.#line };
        this.#line += 1;
    }
}

;// CONCATENATED MODULE: ./packages/data/src/csv-header.ts
/**
 * Reads the header of a CSV file from its first bytes (`isWhole` where that is all of it). Names are taken as they stand;
 * a missing or repeated name is a problem, since no check could say which column it means.
 */
function readCsvHeader(bytes, form) {
    if (bytes.length === 0)
        return { kind: "empty" };
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (isUtf16)
        return { kind: "encoding", found: "UTF-16" };
    if (bytes.includes(0))
        return { kind: "encoding", found: "NUL bytes (UTF-16, or no text at all)" };
    const text = new TextDecoder(form.encoding === "utf-8" ? "utf-8" : "latin1").decode(bytes);
    const { values, rest } = splitRecord(text, form.delimiter);
    if (values.length === 1 && values[0] === "" && rest.trim() === "")
        return { kind: "empty" };
    const unnamed = values.findIndex((name) => name.trim() === "");
    if (unnamed >= 0)
        return { kind: "names", detail: `column ${unnamed + 1} has no name` };
    // Engines do not tell `id` from `ID`.
    const lower = values.map((name) => name.toLowerCase());
    const twice = values.find((_, index) => lower.indexOf(lower[index] ?? "") !== index);
    if (twice !== undefined)
        return { kind: "names", detail: `column "${twice}" occurs twice` };
    const hasRows = !form.isWhole || /[^\r\n]/.test(rest);
    return { kind: "header", columns: values, hasRows };
}
function splitRecord(text, delimiter) {
    const values = [];
    let at = 0;
    for (;;) {
        const quoted = /^ *"((?:[^"]|"")*)" */.exec(text.slice(at));
        const sign = delimiter === "|" ? "\\|" : delimiter;
        const bare = quoted ?? new RegExp(`^[^${sign}\\r\\n]*`).exec(text.slice(at));
        values.push(quoted === null ? (bare?.[0] ?? "") : (quoted[1] ?? "").replaceAll('""', '"'));
        at += bare?.[0].length ?? 0;
        if (text[at] !== delimiter)
            return { values, rest: text.slice(at) };
        at += 1;
    }
}

;// CONCATENATED MODULE: ./packages/data/src/data-check.ts

/** Writes a check and its result as an entry of the ledger. */
function toDataCheck(check, result, place) {
    const standing = (0,contracts_src/* standingOf */.YP)(result.finding, result.severity ?? check.severity);
    return {
        id: check.id.slice(0, 1000),
        kind: check.rule.kind,
        code: check.code,
        title: check.title,
        target: {
            dataset: place.dataset,
            ...(check.column === undefined ? {} : { column: check.column }),
        },
        ...standing,
        ...(result.reason === undefined ? {} : { reason: result.reason }),
        ...(result.note === undefined ? {} : { note: result.note }),
        expected: expectedOf(check),
        observed: result.observed,
        examined: result.examined,
        failed: result.failed,
        samples: [...place.samples],
        source: { ...check.source },
    };
}
/** What a check demands, as JSON: its rule in the contract's own words. */
function expectedOf({ rule, threshold, unit }) {
    const demand = toJson(rule);
    if (threshold === undefined)
        return demand;
    return { rule: demand, threshold: toJson(threshold), unit: unit ?? "rows" };
}
function toJson(value) {
    if (Array.isArray(value))
        return value.map(toJson);
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
    }
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? value
        : null;
}

;// CONCATENATED MODULE: ./packages/data/src/duckdb-dialect.ts

const nativeTypes = {
    string: /^(?:VARCHAR|UUID|ENUM\(.*\))$/s,
    integer: /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,0\))$/,
    number: /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,\d+\)|FLOAT|DOUBLE)$/,
    boolean: /^BOOLEAN$/,
    date: /^DATE$/,
    timestamp: /^TIMESTAMP(?:_S|_MS|_NS| WITH TIME ZONE)?$/,
    time: /^TIME$/,
};
/** DuckDB 1.5. Text is read as text: no sniffing, no cast of its own, one dialect that the contract decides. */
const duckdbDialect = {
    name: "duckdb",
    identifier: (name) => `"${name.replaceAll('"', '""')}"`,
    literal: duckdb_dialect_literal,
    scan,
    describe: (path) => `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM read_parquet([${duckdb_dialect_literal(path)}], hive_partitioning = false))`,
    fullMatch: (value, pattern) => `regexp_full_match(${value}, ${duckdb_dialect_literal(pattern)})`,
    parse,
    native: duckdb_dialect_native,
    holds: (nativeType, type) => nativeTypes[type].test(nativeType),
    hasZone: (nativeType) => nativeType.endsWith("WITH TIME ZONE"),
    text: (value) => `CAST(${value} AS VARCHAR)`,
    length: (text) => `length(${text})`,
    isMultiple: (value, step, type) => {
        if (type === "integer" && Number.isInteger(step))
            return `(${value} % ${step} = 0)`;
        // A value that is no decimal of ten digits differs from its own rounding, and so is no multiple.
        const decimal = `TRY_CAST(${value} AS DECIMAL(38,10))`;
        const isExact = `CAST(${decimal} AS DOUBLE) = CAST(${value} AS DOUBLE)`;
        return `coalesce(${isExact} AND ${decimal} % CAST(${duckdb_dialect_literal(String(step))} AS DECIMAL(38,10)) = 0, FALSE)`;
    },
    firstRows,
};
function duckdb_dialect_literal(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
function scan(table, files, rowNumber) {
    const paths = `[${files.map(({ path }) => duckdb_dialect_literal(path)).join(", ")}]`;
    const isParquet = files.every(({ types }) => types !== undefined);
    if (isParquet) {
        const source = `read_parquet(${paths}, hive_partitioning = false${rowNumber === undefined ? "" : ", file_row_number = true"})`;
        return rowNumber === undefined
            ? source
            : `(SELECT *, file_row_number + 1 AS ${rowNumber} FROM ${source})`;
    }
    const columns = (files[0]?.columns ?? []).map((_, index) => `'x${index}': 'VARCHAR'`).join(", ");
    const source = `read_csv(${paths}, auto_detect = false, header = true, columns = {${columns}}, delim = ${duckdb_dialect_literal(table.delimiter)}, quote = '"', escape = '"', nullstr = '', strict_mode = true, null_padding = false, ignore_errors = false, hive_partitioning = false, encoding = ${duckdb_dialect_literal(table.encoding)})`;
    const names = (files[0]?.columns ?? [])
        .map((name, index) => `x${index} AS "${name.replaceAll('"', '""')}"`)
        .join(", ");
    const number = rowNumber === undefined ? "" : `, row_number() OVER () AS ${rowNumber}`;
    return `(SELECT ${names}${number} FROM ${source})`;
}
function parse(text, type) {
    switch (type) {
        case "string":
            return text;
        case "integer":
            return `TRY_CAST(${text} AS HUGEINT)`;
        case "number": {
            const value = `TRY_CAST(${text} AS DOUBLE)`;
            return `CASE WHEN isfinite(${value}) THEN ${value} END`;
        }
        case "boolean":
            return `TRY_CAST(lower(${text}) AS BOOLEAN)`;
        case "date":
            return `TRY_CAST(${text} AS DATE)`;
        case "timestamp": {
            const hasZone = `regexp_full_match(${text}, ${duckdb_dialect_literal(zonePattern)})`;
            return `epoch_us(TRY_CAST(CASE WHEN ${hasZone} THEN ${text} ELSE ${text} || '+00:00' END AS TIMESTAMPTZ))`;
        }
        case "time":
            return `TRY_CAST(${text} AS TIME)`;
    }
}
function duckdb_dialect_native(value, nativeType, type) {
    if (type === "string")
        return nativeType === "VARCHAR" ? value : `CAST(${value} AS VARCHAR)`;
    if (type === "timestamp")
        return `CASE WHEN isfinite(${value}) THEN epoch_us(${value}) END`;
    if (nativeType === "FLOAT" || nativeType === "DOUBLE" || type === "date") {
        return `CASE WHEN isfinite(${value}) THEN ${value} END`;
    }
    return value;
}
function firstRows(conditions, from, limit) {
    const lists = conditions.map(({ condition, place, value }, index) => `min({'p': ${place}, 'v': ${value}}, ${limit}) FILTER (WHERE ${condition}) AS l${index}`);
    const parts = conditions.map((_, index) => `SELECT ${index} AS k, x.p AS p, x.v AS v FROM (SELECT unnest(l${index}) AS x FROM hits)`);
    return `WITH hits AS MATERIALIZED (SELECT ${lists.join(", ")} FROM ${from}) SELECT k, p, v FROM (${parts.join(" UNION ALL ")}) ORDER BY k, p`;
}

;// CONCATENATED MODULE: ./packages/data/src/judge.ts
/** A check that could not be evaluated: it is never a pass. */
function notChecked(reason, note) {
    return { finding: "inconclusive", reason, note, examined: 0, failed: 0, observed: null };
}
/** A check whose statement the engine refused. */
function broken(message) {
    return {
        finding: "error",
        reason: "engine",
        note: message,
        examined: 0,
        failed: 0,
        observed: null,
    };
}
/** Judges what was counted: none may fail, unless the check has a threshold for their number or share. */
function judgeCounts(check, { examined, failed }) {
    if (check.threshold === undefined) {
        const finding = failed === 0 ? "pass" : "fail";
        return { finding, examined, failed, observed: failed };
    }
    const isShare = check.unit === "percent";
    if (isShare && examined === 0)
        return notChecked("no-values", "there is nothing to take a share of");
    const figure = isShare ? (failed * 100) / examined : failed;
    return { ...judgeFigure(check.threshold, figure), examined, failed, observed: figure };
}
/** Judges the number of rows; a data set without rows fails, whatever the contract allows. */
function judgeRows(check, rows) {
    const counted = { examined: rows, failed: 0, observed: rows };
    if (rows === 0)
        return { finding: "fail", severity: "block", reason: "no-rows", ...counted };
    if (check.threshold === undefined)
        return { finding: "pass", ...counted };
    if (check.unit === "percent")
        return notChecked("unsupported", "rows have no share");
    return { ...judgeFigure(check.threshold, rows), ...counted };
}
function judgeFigure(threshold, figure) {
    const isMet = holds(threshold, figure);
    const pairs = [threshold.mustBeBetween, threshold.mustNotBeBetween];
    const isOnBound = pairs.some((pair) => pair?.includes(figure) === true);
    const note = isOnBound ? { note: "The value lies on a bound; bounds are inclusive." } : {};
    return { finding: isMet ? "pass" : "fail", ...note };
}
/** Whether all operators of `threshold` hold for `figure`. Pairs include their bounds. */
function holds(threshold, figure) {
    const between = (pair) => figure >= pair[0] && figure <= pair[1];
    const test = (operand, accepts) => operand === undefined || accepts(operand);
    return (test(threshold.mustBe, (value) => figure === value) &&
        test(threshold.mustNotBe, (value) => figure !== value) &&
        test(threshold.mustBeGreaterThan, (value) => figure > value) &&
        test(threshold.mustBeGreaterOrEqualTo, (value) => figure >= value) &&
        test(threshold.mustBeLessThan, (value) => figure < value) &&
        test(threshold.mustBeLessOrEqualTo, (value) => figure <= value) &&
        test(threshold.mustBeBetween, between) &&
        test(threshold.mustNotBeBetween, (pair) => !between(pair)));
}

;// CONCATENATED MODULE: ./packages/data/src/cursor.ts


/** The place of a cursor's value, or of its key `key`. */
function sourceOf(cursor, key) {
    const { file, line } = cursor.yaml.placeOf(cursor.path, key);
    return { file, line };
}
/** Notes a mistake at the cursor. */
function complain(cursor, message) {
    cursor.mistakes.push(`${(0,contracts_src/* showPlace */.R3)(cursor.yaml.placeOf(cursor.path))}: ${message}`);
}
/** The value under `key`; of something that is no map, or has no such key, `undefined`. */
function child(cursor, key) {
    const { value, path } = cursor;
    const found = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    return { ...cursor, value: found, path: [...path, key] };
}
/** The keys of a map; a value of another kind is a mistake and has none. */
function keysOf(cursor) {
    const { value } = cursor;
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return Object.keys(value);
    complain(cursor, "must be a map of keys and values");
    return [];
}
/** The items of the list under `key`; none where it is absent. */
function listOf(cursor, key) {
    const list = child(cursor, key);
    if (list.value === undefined)
        return [];
    if (Array.isArray(list.value))
        return list.value.map((_, index) => child(list, index));
    complain(list, `${key} must be a list`);
    return [];
}
/** The text under `key`, or `undefined` where it is absent. */
function textOf(cursor, key) {
    return typed(child(cursor, key), isText, `${key} must be text`);
}
/** The finite number under `key`, or `undefined` where it is absent. */
function numberOf(cursor, key) {
    return typed(child(cursor, key), isNumber, `${key} must be a number`);
}
/** The whole number from 0 under `key`, or `undefined` where it is absent. */
function countOf(cursor, key) {
    return typed(child(cursor, key), isCount, `${key} must be a whole number from 0`);
}
/** Whether `key` is true; absent is false. */
function flagOf(cursor, key) {
    return typed(child(cursor, key), isFlag, `${key} must be true or false`) ?? false;
}
/** The text under `key`, which must be one of `words`. */
function wordOf(cursor, key, words) {
    const text = textOf(cursor, key);
    const word = words.find((candidate) => candidate === text);
    if (text === undefined || word !== undefined)
        return word;
    const near = (0,kernel_src/* nearestWord */.zZ)(text, words);
    const guess = near === undefined ? "" : `; did you mean "${near}"?`;
    complain(child(cursor, key), `${key} must be one of ${words.join(", ")}${guess}`);
    return undefined;
}
function typed(cursor, accepts, message) {
    if (cursor.value === undefined)
        return undefined;
    if (accepts(cursor.value))
        return cursor.value;
    complain(cursor, message);
    return undefined;
}
const isText = (value) => typeof value === "string";
const isFlag = (value) => typeof value === "boolean";
const isNumber = (value) => typeof value === "number" && Number.isFinite(value);
const isCount = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

;// CONCATENATED MODULE: ./packages/data/src/keywords.ts
/**
 * What each key of ODCS 3.0 to 3.2 is to us. `described` keys say something about the data without limiting it; every key
 * in neither list is a constraint that we do not know, and is listed as unsupported.
 */
const describedAnywhere = [
    "id",
    "name",
    "description",
    "businessName",
    "authoritativeDefinitions",
    "tags",
    "customProperties",
    "synonyms",
    "context",
];
/** Keys of the whole contract. Service levels that concern the data itself are looked at one by one. */
const contractKeys = new Set([
    ...describedAnywhere,
    "version",
    "kind",
    "apiVersion",
    "tenant",
    "status",
    // Where the data lies is said by slipway.yaml; the contract's servers may be others.
    "servers",
    "dataProduct",
    "domain",
    "schema",
    "support",
    "price",
    "team",
    "roles",
    "slaDefaultElement",
    "slaProperties",
    "contractCreatedTs",
]);
/** Service levels that limit the data; the others are about the service around it. */
const dataServiceLevels = new Set([
    "latency",
    "ly",
    "freshness",
    "retention",
    "re",
]);
/** Keys of a schema object. `logicalType` can only be object, `physicalType` only describes (table, file, topic). */
const objectKeys = new Set([
    ...describedAnywhere,
    "logicalType",
    "physicalType",
    "physicalName",
    "dataGranularityDescription",
    "properties",
    "relationships",
    "quality",
]);
/** Keys of a property that need no entry of their own in the ledger, either enforced or descriptive. */
const propertyKeys = new Set([
    ...describedAnywhere,
    "primaryKey",
    "primaryKeyPosition",
    "logicalType",
    "logicalTypeOptions",
    "physicalType",
    "physicalName",
    "required",
    "unique",
    "enum",
    "relationships",
    "quality",
    "semanticType",
    "partitioned",
    "partitionKeyPosition",
    "classification",
    "encryptedName",
    "transformSourceObjects",
    "transformLogic",
    "transformDescription",
    "examples",
    "criticalDataElement",
]);
/** The operators of a quality rule. */
const operators = [
    "mustBe",
    "mustNotBe",
    "mustBeGreaterThan",
    "mustBeGreaterOrEqualTo",
    "mustBeLessThan",
    "mustBeLessOrEqualTo",
    "mustBeBetween",
    "mustNotBeBetween",
];
/** Keys of a quality rule of the library. `rule` is the old name of `metric`. */
const qualityKeys = new Set([
    ...describedAnywhere,
    ...operators,
    "businessImpact",
    "dimension",
    "method",
    "schedule",
    "scheduler",
    "severity",
    "type",
    "unit",
    "metric",
    "rule",
    "arguments",
]);
/** Keys of a relationship. */
const relationshipKeys = new Set([
    ...describedAnywhere,
    "type",
    "from",
    "to",
]);

;// CONCATENATED MODULE: ./packages/data/src/physical-type.ts
const families = {
    string: /^(?:(?:var|nvar|n|bp)?char(?:acter)?2?|character varying|(?:tiny|medium|long|n)?text|string|clob|utf8|uuid)$/,
    integer: /^(?:(?:tiny|small|medium|big|huge)?int(?:eger)?|u?int(?:2|4|8|16|32|64)|long|short|(?:big|small)?serial)$/,
    number: /^(?:double(?: precision)?|float(?:4|8|32|64)?|real|decimal|numeric|number)$/,
    boolean: /^bool(?:ean)?$/,
    date: /^date$/,
    timestamp: /^(?:timestamp(?:_?(?:tz|ntz|ltz))?|timestamp with(?:out)? time zone|datetime2?)$/,
    time: /^time(?: with(?:out)? time zone)?$/,
};
const types = Object.keys(families).flatMap((name) => isCellType(name) ?? []);
/**
 * Reads a physical type of a database as far as it concerns a file: its family, and the longest text of `VARCHAR(36)`.
 * Widths of integers differ between databases and are not guessed. A type with digits to keep, such as `DECIMAL(10,2)`,
 * and an unknown one are `undefined`.
 */
function parsePhysicalType(text) {
    const found = /^\s*([a-z][a-z0-9_ ]*?)\s*(?:\(\s*(\d+)\s*(,\s*\d+\s*)?\))?\s*$/.exec(text.toLowerCase());
    const name = found?.[1] ?? "";
    const size = found?.[2];
    const type = types.find((candidate) => families[candidate].test(name));
    if (type === undefined)
        return undefined;
    if (size === undefined)
        return { type };
    if (type === "string" && found?.[3] === undefined)
        return { type, maxLength: Number(size) };
    return type === "number" ? undefined : { type };
}
/** The word as a {@link CellType}, or `undefined`. */
function isCellType(word) {
    switch (word) {
        case "string":
        case "integer":
        case "number":
        case "boolean":
        case "date":
        case "timestamp":
        case "time":
            return word;
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/data/src/property-form.ts


const logicalTypes = [
    "string",
    "date",
    "timestamp",
    "time",
    "number",
    "integer",
    "object",
    "array",
    "boolean",
    "map",
];
const formats = {
    date: { "yyyy-MM-dd": {} },
    time: { "HH:mm:ss": {} },
    timestamp: {
        "yyyy-MM-dd HH:mm:ss": { separator: " " },
        "yyyy-MM-dd'T'HH:mm:ss": { separator: "T" },
    },
};
const utcNames = new Set(["UTC", "Etc/UTC", "GMT", "Etc/GMT"]);
/** Reads logicalType, physicalType and those options that decide how a cell is read. */
function readForm(property, column) {
    const logical = wordOf(property, "logicalType", logicalTypes);
    const constraints = [];
    const refuse = (cursor, keyword, detail) => constraints.push(unsupported(cursor, { column, keyword, detail }));
    const physicalText = textOf(property, "physicalType");
    const physical = physicalText === undefined ? undefined : parsePhysicalType(physicalText);
    if (logical === "map" && child(property, "map").value === undefined) {
        complain(property, "a map needs the key map");
    }
    const type = logical === undefined ? physical?.type : isCellType(logical);
    if (logical !== undefined && type === undefined) {
        refuse(child(property, "logicalType"), `logicalType: ${logical}`, "nested values are not read");
    }
    else if (physicalText !== undefined && physical === undefined) {
        const detail = `${physicalText} is not known, or has digits to keep`;
        refuse(child(property, "physicalType"), "physicalType", detail);
    }
    if (type === undefined)
        return { form: undefined, constraints };
    const form = withOptions(property, { type }, refuse);
    const source = sourceOf(property, logical === undefined ? "physicalType" : "logicalType");
    constraints.push({ rule: { kind: "type", form }, column, source });
    if (type === "string" && physical?.maxLength !== undefined) {
        const rule = { kind: "length", maximum: physical.maxLength };
        constraints.push({
            rule,
            column,
            source: sourceOf(property, "physicalType"),
            detail: "physical",
        });
    }
    return { form, constraints };
}
/** A constraint that is listed as not supported. */
function unsupported(cursor, what) {
    const { column, keyword, detail } = what;
    return {
        rule: { kind: "unsupported", keyword, detail },
        column,
        source: sourceOf(cursor),
        detail: cursor.value ?? null,
    };
}
function withOptions(property, form, refuse) {
    const options = child(property, "logicalTypeOptions");
    const known = formats[form.type];
    if (known === undefined)
        return form;
    const format = textOf(options, "format");
    const found = format === undefined ? {} : known[format];
    if (found === undefined) {
        refuse(child(options, "format"), "format", `the format ${format ?? ""} is not read yet`);
    }
    return { ...form, ...found, ...zoneOf(options, form, refuse) };
}
function zoneOf(options, form, refuse) {
    const zone = child(options, "timezone");
    const fallback = child(options, "defaultTimezone");
    if (fallback.value !== undefined && !utcNames.has(fallback.value)) {
        refuse(fallback, "defaultTimezone", "times without a zone are read as UTC");
    }
    if (zone.value === undefined || form.type === "date")
        return {};
    if (zone.value !== true && zone.value !== false) {
        complain(zone, "timezone must be true or false");
        return {};
    }
    if (form.type === "time") {
        if (zone.value)
            refuse(zone, "timezone", "a time of day with a zone is not read yet");
        return {};
    }
    return { zone: zone.value ? "demanded" : "refused" };
}

;// CONCATENATED MODULE: ./packages/data/src/property-options.ts




const boundKeys = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
const readByForm = new Set(["timezone", "defaultTimezone"]);
const stringFormats = {
    uuid: "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
    ipv4: "(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])",
};
const numberFormats = {
    i8: { minimum: -128, maximum: 127 },
    i16: { minimum: -32768, maximum: 32767 },
    i32: { minimum: -2147483648, maximum: 2147483647 },
    i64: { minimum: "-9223372036854775808", maximum: "9223372036854775807" },
    u8: { minimum: 0, maximum: 255 },
    u16: { minimum: 0, maximum: 65535 },
    u32: { minimum: 0, maximum: 4294967295 },
    u64: { minimum: 0, maximum: "18446744073709551615" },
};
/** Reads `logicalTypeOptions`; an option that the type does not have, or that we cannot enforce, is listed as unsupported. */
function readOptions(property, column, form) {
    const options = child(property, "logicalTypeOptions");
    if (options.value === undefined)
        return [];
    const keys = keysOf(options);
    const left = new Set(keys);
    const take = (...names) => {
        const present = names.some((name) => left.has(name));
        for (const name of names)
            left.delete(name);
        return present;
    };
    const found = form === undefined ? [] : readKnown({ options, column, form, take });
    const refused = [...left].map((keyword) => unsupported(child(options, keyword), { column, keyword, detail: detailOf(form) }));
    return [...found, ...refused];
}
function detailOf(form) {
    return form === undefined
        ? "there is no logical type to read it by"
        : `it is not enforced for the type ${form.type}`;
}
function readKnown(reading) {
    const { form, take } = reading;
    switch (form.type) {
        case "string":
            return [...readLength(reading), ...readPattern(reading), ...readStringFormat(reading)];
        case "integer":
        case "number":
            return [...readRange(reading), ...readStep(reading), ...readNumberFormat(reading)];
        case "date":
        case "timestamp":
        case "time":
            take("format", ...readByForm);
            return readRange(reading);
        default:
            return [];
    }
}
function readLength({ options, column, take }) {
    if (!take("minLength", "maxLength"))
        return [];
    const minimum = countOf(options, "minLength");
    const maximum = countOf(options, "maxLength");
    const rule = {
        kind: "length",
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
    };
    const key = maximum === undefined ? "minLength" : "maxLength";
    return [{ rule, column, source: sourceOf(options, key) }];
}
function readPattern({ options, column, take }) {
    if (!take("pattern"))
        return [];
    const pattern = textOf(options, "pattern");
    return pattern === undefined
        ? []
        : [patternConstraint(child(options, "pattern"), column, pattern)];
}
/** A pattern that every engine reads alike, or an entry that says why it is not. */
function patternConstraint(cursor, column, pattern) {
    const portable = portablePattern(pattern);
    return "refused" in portable
        ? unsupported(cursor, { column, keyword: "pattern", detail: portable.refused })
        : { rule: { kind: "pattern", pattern }, column, source: sourceOf(cursor) };
}
function readStringFormat({ options, column, take }) {
    const pattern = stringFormats[textOf(options, "format") ?? ""];
    if (pattern === undefined)
        return [];
    take("format");
    const source = sourceOf(options, "format");
    return [{ rule: { kind: "pattern", pattern }, column, source, detail: "format" }];
}
function readNumberFormat({ options, column, form, take }) {
    const format = textOf(options, "format");
    if (format === "f64" && form.type === "number")
        take("format");
    const bounds = form.type === "integer" ? numberFormats[format ?? ""] : undefined;
    if (bounds === undefined)
        return [];
    take("format");
    const rule = { kind: "range", form, bounds };
    return [{ rule, column, source: sourceOf(options, "format"), detail: "format" }];
}
function readStep({ options, column, form, take }) {
    if (!take("multipleOf"))
        return [];
    const step = numberOf(options, "multipleOf");
    if (step === undefined)
        return [];
    const cursor = child(options, "multipleOf");
    if (step <= 0)
        complain(cursor, "multipleOf must be above 0");
    // Remainders are taken in DECIMAL(38,10), see compile-cell.ts.
    if (!/^[0-9]{1,15}(?:\.[0-9]{1,10})?$/.test(String(step))) {
        return [unsupported(cursor, { column, keyword: "multipleOf", detail: "too many digits" })];
    }
    return [{ rule: { kind: "multiple-of", form, step }, column, source: sourceOf(cursor) }];
}
function readRange({ options, column, form, take }) {
    const present = boundKeys.filter((key) => take(key));
    const bounds = {};
    const refused = [];
    for (const key of present) {
        const cursor = child(options, key);
        const bound = readBound(cursor, form);
        if (bound === "inexact") {
            const detail = "a bound above 2^53 cannot be read exactly";
            refused.push(unsupported(cursor, { column, keyword: key, detail }));
        }
        else if (bound !== undefined)
            bounds[key] = bound;
    }
    const [first] = present;
    if (first === undefined || Object.keys(bounds).length === 0)
        return refused;
    return [
        ...refused,
        { rule: { kind: "range", form, bounds }, column, source: sourceOf(options, first) },
    ];
}
function readBound(cursor, form) {
    const { value } = cursor;
    if (form.type === "integer" || form.type === "number") {
        if (typeof value !== "number" || !Number.isFinite(value)) {
            complain(cursor, "a bound of numbers must be a number");
            return undefined;
        }
        return Number.isInteger(value) && !Number.isSafeInteger(value) ? "inexact" : value;
    }
    const anyForm = { type: form.type };
    const text = String(value);
    if (matchesForm(text, anyForm))
        return text;
    if (form.type === "timestamp" && matchesForm(text, { type: "date" }))
        return `${text} 00:00:00`;
    complain(cursor, `a bound of a ${form.type} must be written as in ISO 8601`);
    return undefined;
}

;// CONCATENATED MODULE: ./packages/data/src/quality-checks.ts




const metrics = [
    "nullValues",
    "missingValues",
    "invalidValues",
    "duplicateValues",
    "rowCount",
];
const dimensions = [
    "accuracy",
    "completeness",
    "conformity",
    "consistency",
    "coverage",
    "timeliness",
    "uniqueness",
];
/** Reads one entry of a `quality` list. */
function readQuality(rule, target) {
    const { column } = target;
    const refuse = (keyword, detail) => ({
        ...unsupported(rule, { column, keyword, detail }),
        severity: severityOf(textOf(rule, "severity")),
    });
    const type = wordOf(rule, "type", ["library", "sql", "custom", "text"]) ?? "library";
    wordOf(rule, "dimension", dimensions);
    demandKeys(rule, type);
    if (type !== "library")
        return refuse(`quality: ${type}`, `rules of the type ${type} are not run`);
    const unknown = keysOf(rule).filter((key) => !qualityKeys.has(key));
    if (unknown.length > 0)
        return refuse("quality", `the key ${unknown.join(", ")} is not known`);
    const metricKey = child(rule, "metric").value === undefined ? "rule" : "metric";
    const older = metricKey === "rule" ? textOf(rule, "rule") : undefined;
    if (older !== undefined && !metrics.some((known) => known === older)) {
        return refuse("quality", `the rule ${older} of an older version is not known`);
    }
    const metric = wordOf(rule, metricKey, metrics);
    const unit = textOf(rule, "unit") ?? "rows";
    if (metric === undefined)
        return refuse("quality", "it names no metric");
    if (unit !== "rows" && unit !== "percent")
        return refuse(metric, `the unit ${unit} is not known`);
    const threshold = readThreshold(rule);
    if (threshold === undefined)
        return refuse(metric, "it has no operator with a number");
    const demand = readDemand(rule, metric, target);
    if (typeof demand === "string")
        return refuse(metric, demand);
    const details = child(rule, "arguments").value;
    return {
        rule: demand,
        column,
        source: sourceOf(rule),
        severity: severityOf(textOf(rule, "severity")),
        metric: { name: metric, title: titles[metric], threshold, unit },
        ...(details === undefined && unit === "rows" ? {} : { detail: { arguments: details, unit } }),
    };
}
const titles = {
    nullValues: "nulls",
    missingValues: "missing values",
    invalidValues: "invalid values",
    duplicateValues: "duplicates",
    rowCount: "rows",
};
function demandKeys(rule, type) {
    const need = (key) => {
        if (child(rule, key).value === undefined)
            complain(rule, `a rule of the type ${type} needs ${key}`);
    };
    if (type === "sql")
        need("query");
    if (type === "custom")
        ["engine", "implementation"].forEach(need);
    if (type === "library" && child(rule, "rule").value === undefined)
        need("metric");
}
/** The severities that contracts use; an unknown word blocks. */
function severityOf(word) {
    const lower = word?.toLowerCase() ?? "error";
    if (["info", "information", "notice", "low"].includes(lower))
        return "info";
    return ["warn", "warning", "medium", "minor"].includes(lower) ? "warn" : "block";
}
function readThreshold(rule) {
    const found = {};
    for (const operator of operators) {
        const cursor = child(rule, operator);
        if (cursor.value === undefined)
            continue;
        const value = cursor.value;
        if (operator === "mustBeBetween" || operator === "mustNotBeBetween") {
            const pair = Array.isArray(value) ? value.filter((item) => typeof item === "number") : [];
            const [low, high] = pair;
            if (pair.length !== 2 || low === undefined || high === undefined || low > high) {
                complain(cursor, `${operator} needs two numbers, the smaller one first`);
            }
            else
                found[operator] = [low, high];
        }
        else if (typeof value === "number" && Number.isFinite(value))
            found[operator] = value;
        else
            complain(cursor, `${operator} must be a number`);
    }
    return Object.keys(found).length === 0 ? undefined : found;
}
/** What the metric counts, or why it cannot. */
function readDemand(rule, metric, target) {
    if (metric === "rowCount")
        return { kind: "rows" };
    if (metric === "duplicateValues")
        return readDuplicates(rule, target);
    if (target.column === undefined)
        return `${metric} is about a property, not about a whole object`;
    if (metric === "nullValues")
        return { kind: "required" };
    const details = child(rule, "arguments");
    const unknown = details.value === undefined ? [] : keysOf(details);
    return metric === "missingValues"
        ? readMissing(details, unknown)
        : readInvalid(details, unknown, target.form ?? { type: "string" });
}
function readDuplicates(rule, { column, columnOf }) {
    const details = child(rule, "arguments");
    const keys = details.value === undefined ? [] : keysOf(details);
    if (column !== undefined) {
        const own = columnOf(column);
        if (own === undefined || keys.length > 0)
            return "its arguments are not known";
        return { kind: "unique", key: [own] };
    }
    const names = valuesOf(child(details, "properties"));
    if (names === undefined || names.length === 0 || keys.some((key) => key !== "properties")) {
        return "duplicates of an object need the argument properties";
    }
    const key = names.flatMap((name) => columnOf(name ?? "") ?? []);
    return key.length === names.length ? { kind: "unique", key } : "it names an unknown property";
}
function readMissing(details, keys) {
    if (keys.some((key) => key !== "missingValues"))
        return "its arguments are not known";
    const values = keys.length === 0 ? [null, ""] : valuesOf(child(details, "missingValues"));
    if (values === undefined)
        return "missingValues must be a list of values";
    const words = values.filter((value) => value !== null);
    return { kind: "missing", values: words, isNullMissing: values.length > words.length };
}
function readInvalid(details, keys, form) {
    const isKnown = keys.every((key) => key === "validValues" || key === "pattern");
    if (keys.length === 0 || !isKnown)
        return "it needs the argument validValues or pattern";
    const values = keys.includes("validValues") ? valuesOf(child(details, "validValues")) : [];
    if (values === undefined)
        return "validValues must be a list of values";
    const pattern = textOf(details, "pattern");
    const portable = pattern === undefined ? undefined : portablePattern(pattern);
    if (portable !== undefined && "refused" in portable)
        return portable.refused;
    return {
        kind: "invalid",
        form,
        ...(keys.includes("validValues") ? { values: values.filter((value) => value !== null) } : {}),
        ...(pattern === undefined ? {} : { pattern }),
    };
}
/** The plain values of a list as text, null kept; anything else is `undefined`. */
function valuesOf(cursor) {
    if (!Array.isArray(cursor.value))
        return undefined;
    const values = cursor.value.map((value) => plainText(value));
    const known = values.filter((value) => value !== undefined);
    return known.length === values.length ? known : undefined;
}
function plainText(value) {
    if (value === null || typeof value === "string")
        return value;
    return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

;// CONCATENATED MODULE: ./packages/data/src/relationships.ts



/** Reads a relationship of a property (`key`), or of a whole object where `key` is absent. */
function readRelationship(relationship, context, key) {
    const column = key?.column;
    const refuse = (detail) => unsupported(relationship, { column, keyword: "relationship", detail });
    const type = textOf(relationship, "type") ?? "foreignKey";
    const unknown = keysOf(relationship).filter((name) => !relationshipKeys.has(name));
    demandEnds(relationship, key !== undefined);
    if (type !== "foreignKey" || unknown.length > 0)
        return refuse("only plain foreign keys are checked");
    const targets = referencesOf(child(relationship, "to"), context.root);
    const keys = key === undefined ? ownColumns(child(relationship, "from"), context) : [key];
    const [first] = targets ?? [];
    if (targets === undefined || keys === undefined || first === undefined) {
        return refuse("it names something that is not in this contract, or not as object.property");
    }
    if (targets.length !== keys.length) {
        complain(relationship, "from and to must name equally many properties");
    }
    if (targets.some(({ object }) => object !== first.object)) {
        return refuse("it refers to several objects at once");
    }
    const columns = targets.map((target) => target.column);
    const rule = { kind: "foreign-key", key: keys, object: first.object, columns };
    return {
        rule,
        column: keys.length === 1 ? keys[0]?.column : undefined,
        source: sourceOf(relationship),
        detail: { object: first.object, columns, key: keys.map((part) => part.column) },
    };
}
function demandEnds(relationship, isOfProperty) {
    const has = (key) => child(relationship, key).value !== undefined;
    if (!has("to"))
        complain(relationship, "a relationship needs to");
    if (!isOfProperty && !has("from"))
        complain(relationship, "a relationship of an object needs from");
    if (isOfProperty && has("from")) {
        complain(relationship, "from is implied in a relationship of a property");
    }
}
function ownColumns(from, context) {
    const references = referencesOf(from, context.root);
    if (references?.some(({ object }) => object !== context.object) ?? true)
        return undefined;
    const columns = references?.flatMap(({ column }) => context.columnOf(column) ?? []);
    return columns?.length === references?.length ? columns : undefined;
}
function referencesOf(cursor, root) {
    const { value } = cursor;
    const texts = Array.isArray(value) ? value : [value];
    const found = texts.flatMap((text) => typeof text === "string" ? (parseReference(text, root) ?? []) : []);
    return found.length === texts.length && found.length > 0 ? found : undefined;
}
/**
 * `object.property` by name, or `schema/id/properties/id` by id. An object of another contract is taken by its name, as a
 * data set of slipway.yaml may have it; a property that this contract should have but has not is `undefined`.
 */
function parseReference(text, root) {
    const byId = /^\/?schema\/([^/#]+)\/properties\/([^/#]+)$/.exec(text);
    const byName = /^([^./#]+)\.([^./#]+)$/.exec(text);
    const key = byId === null ? "name" : "id";
    const [, objectWord, propertyWord] = byId ?? byName ?? [];
    if (objectWord === undefined || propertyWord === undefined)
        return undefined;
    const object = listOf(root, "schema").find((item) => child(item, key).value === objectWord);
    if (object === undefined) {
        return byId === null ? { object: objectWord, column: propertyWord } : undefined;
    }
    const property = listOf(object, "properties").find((item) => child(item, key).value === propertyWord);
    const name = textOf(object, "name");
    const column = property && (textOf(property, "physicalName") ?? textOf(property, "name"));
    return name === undefined || column === undefined ? undefined : { object: name, column };
}

;// CONCATENATED MODULE: ./packages/data/src/parse-object.ts







/** Reads one object of a contract's schema. `shared` are constraints of the whole contract. */
function parseObject(object, root, shared) {
    const name = textOf(object, "name");
    if (name === undefined)
        complain(object, "an object needs a name");
    const properties = listOf(object, "properties").map(readProperty);
    const columnOf = (wanted) => {
        const found = properties.find((item) => item.name === wanted || item.column === wanted);
        return found && { column: found.column, form: found.form ?? { type: "string" } };
    };
    const context = { root, object: name ?? "", columnOf };
    const constraints = [
        ...shared,
        ...tableConstraints(object, properties),
        ...properties.flatMap((property) => propertyConstraints(property, context)),
        ...keyConstraints(properties),
        ...listOf(object, "relationships").map((item) => readRelationship(item, context)),
        ...listOf(object, "quality").map((item) => readQuality(item, { columnOf })),
        ...unknownKeys(object, objectKeys),
    ];
    return {
        name: name ?? "",
        line: sourceOf(object).line,
        columns: properties.map(({ name: own, column, form }) => ({ name: own, column, form })),
        ...fileForm(object),
        checks: buildChecks(constraints),
    };
}
function readProperty(cursor) {
    const name = textOf(cursor, "name");
    if (name === undefined)
        complain(cursor, "a property needs a name");
    const column = textOf(cursor, "physicalName") ?? name ?? "";
    const { form, constraints } = readForm(cursor, column);
    return { cursor, name: name ?? "", column, form, formConstraints: constraints };
}
function tableConstraints(object, properties) {
    const declared = properties.map(({ column }) => column);
    const source = sourceOf(object);
    const twice = declared.filter((column, index) => declared.indexOf(column) !== index);
    if (twice.length > 0)
        complain(object, `the property ${twice.join(", ")} is declared twice`);
    // A new column does no harm to those who read the old ones, so that it warns instead of failing.
    return [
        { rule: { kind: "rows" }, source },
        { rule: { kind: "undeclared", declared }, source, severity: "warn" },
    ];
}
function propertyConstraints(property, context) {
    const { cursor, column, form } = property;
    const isRequired = flagOf(cursor, "required") || flagOf(cursor, "primaryKey");
    const key = { column, form: form ?? { type: "string" } };
    const at = (word) => sourceOf(cursor, word);
    const found = [
        { rule: { kind: "column", isRequired }, column, source: at("name") },
    ];
    if (isRequired) {
        const word = flagOf(cursor, "required") ? "required" : "primaryKey";
        found.push({ rule: { kind: "required" }, column, source: at(word) });
    }
    if (flagOf(cursor, "unique")) {
        found.push({ rule: { kind: "unique", key: [key] }, column, source: at("unique") });
    }
    const target = { column, form, columnOf: context.columnOf };
    return [
        ...found,
        ...property.formConstraints,
        ...readOptions(cursor, column, form),
        ...readEnum(cursor, key),
        ...listOf(cursor, "relationships").map((item) => readRelationship(item, context, key)),
        ...listOf(cursor, "quality").map((item) => readQuality(item, target)),
        ...unknownKeys(cursor, propertyKeys, column),
    ];
}
function readEnum(property, { column, form }) {
    if (child(property, "enum").value === undefined)
        return [];
    const cursor = child(property, "enum");
    // The draft of 3.2 has entries with a value; a plain list of values says the same.
    const items = listOf(property, "enum").map((item) => {
        return typeof item.value === "object" ? child(item, "value").value : item.value;
    });
    const values = valuesOf({ ...cursor, value: items })?.filter((value) => value !== null);
    if (values === undefined || values.length !== items.length || values.length === 0) {
        complain(cursor, "enum needs a list of values");
        return [];
    }
    if (new Set(values).size < values.length)
        complain(cursor, "enum names a value twice");
    return [{ rule: { kind: "one-of", form, values }, column, source: sourceOf(property, "enum") }];
}
function keyConstraints(properties) {
    const parts = properties.filter(({ cursor }) => flagOf(cursor, "primaryKey"));
    const position = ({ cursor }) => {
        const value = child(cursor, "primaryKeyPosition").value;
        return typeof value === "number" && value > 0 ? value : Infinity;
    };
    const sorted = parts.toSorted((left, right) => {
        const [first, second] = [position(left), position(right)];
        return first === second ? (left.column < right.column ? -1 : 1) : first - second;
    });
    const [first] = sorted;
    if (first === undefined)
        return [];
    const key = sorted.map(({ column, form }) => ({
        column,
        form: form ?? { type: "string" },
    }));
    const source = sourceOf(first.cursor, "primaryKey");
    if (key.length === 1)
        return [{ rule: { kind: "unique", key }, column: first.column, source }];
    return [{ rule: { kind: "unique", key }, source, detail: key.map(({ column }) => column) }];
}
function unknownKeys(cursor, known, column) {
    return keysOf(cursor)
        .filter((key) => !known.has(key))
        .map((keyword) => unsupported(child(cursor, keyword), { column, keyword, detail: "the key is not known" }));
}
/** `encoding` and `delimiter` among the customProperties say how a CSV file is written. */
function fileForm(object) {
    const custom = (name) => listOf(object, "customProperties").find((item) => child(item, "property").value === name);
    const encoding = custom("encoding");
    const delimiter = custom("delimiter");
    const word = encoding === undefined ? "utf-8" : (textOf(encoding, "value") ?? "").toLowerCase();
    const isLatin = /^(?:latin-?1|iso-?8859-1)$/.test(word);
    if (encoding !== undefined && !isLatin && !/^utf-?8$/.test(word)) {
        complain(encoding, "the encodings that can be read are utf-8 and latin-1");
    }
    const sign = delimiter === undefined ? undefined : textOf(delimiter, "value");
    if (delimiter !== undefined && !/^[,;|\t]$/.test(sign ?? "")) {
        complain(delimiter, "a delimiter must be a comma, a semicolon, a bar or a tab");
    }
    return { encoding: isLatin ? "latin-1" : "utf-8", delimiter: sign };
}

;// CONCATENATED MODULE: ./packages/data/src/parse-contract.ts






const remedy = "Write the contract in the Open Data Contract Standard 3.1: apiVersion: v3.1.0, kind: DataContract, id, version, status and schema.";
/**
 * Reads an ODCS contract of the versions 3.0 to 3.2 into checks. What it demands but Slipway cannot check is kept as an
 * `unsupported` check, so that nothing gets lost.
 * @throws UserError SW1201 where it is not YAML, SW2001 where it is not ODCS, SW2002 where it has mistakes (all are named)
 */
function parseContract(text, file) {
    const yaml = (0,contracts_src/* parseYaml */.hN)(text, file);
    const root = { value: yaml.value, path: [], yaml, mistakes: [] };
    demandStandard(root);
    for (const key of ["id", "version", "status"]) {
        if (child(root, key).value === undefined)
            complain(root, `${key} is missing`);
    }
    const shared = sharedConstraints(root);
    const objects = listOf(root, "schema").map((object) => parseObject(object, root, shared));
    const names = objects.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
        complain(child(root, "schema"), `the object ${twice} is declared twice`);
    if (root.mistakes.length > 0)
        throw mistaken(root.mistakes);
    return { file, id: textOf(root, "id") ?? "", objects };
}
function demandStandard(root) {
    const kind = child(root, "kind").value;
    const version = child(root, "apiVersion").value;
    const isStandard = kind === "DataContract" && typeof version === "string" && /^v3\.[0-2]\.\d+$/.test(version);
    if (isStandard)
        return;
    const place = (0,contracts_src/* showPlace */.R3)(root.yaml.placeOf(["apiVersion"]));
    const found = typeof version === "string" ? ` (apiVersion ${version.slice(0, 40)})` : "";
    throw new kernel_src/* UserError */.yo({
        code: "SW2001",
        message: `${place}: this is not a contract of the Open Data Contract Standard 3.0 to 3.2${found}`,
        remedy,
    });
}
/** Constraints that stand above the schema and so concern each of its objects. */
function sharedConstraints(root) {
    const unknown = keysOf(root)
        .filter((key) => !contractKeys.has(key))
        .map((keyword) => unsupported(child(root, keyword), { keyword, detail: "the key is not known" }));
    const levels = listOf(root, "slaProperties").flatMap((level) => {
        const property = textOf(level, "property");
        if (property === undefined)
            complain(level, "a service level needs a property");
        if (child(level, "value").value === undefined)
            complain(level, "a service level needs a value");
        if (!dataServiceLevels.has(property ?? ""))
            return [];
        const keyword = `service level ${property ?? ""}`;
        return [unsupported(level, { keyword, detail: "service levels are not checked yet" })];
    });
    return [...unknown, ...levels];
}
function mistaken(mistakes) {
    const shown = [...new Set(mistakes)];
    const more = shown.length > 20 ? [`and ${shown.length - 20} more`] : [];
    return new kernel_src/* UserError */.yo({
        code: "SW2002",
        message: [...shown.slice(0, 20), ...more].join("\n"),
        remedy: "Mend the contract there; docs/data-contracts.md says which keys are read.",
    });
}

;// CONCATENATED MODULE: ./packages/data/src/plan-checks.ts


/** Sorts the checks of `object` by what they need from `table`. */
function planChecks(dialect, object, table) {
    const declared = new Set([
        ...object.columns.map(({ column }) => column),
        ...object.checks.flatMap((check) => columnsOf(check)),
    ]);
    const columns = [...declared].filter((column) => filesWith(table, column) > 0);
    const settled = new Map();
    const wrongType = new Map();
    const open = [];
    for (const check of object.checks) {
        const native = wrongNativeType(dialect, { table, object }, check);
        const result = settle(check, table) ?? (native === undefined ? undefined : mismatch(native));
        if (native !== undefined && check.rule.kind === "type") {
            wrongType.set(check.id, { column: check.column ?? "", native });
        }
        else if (result !== undefined)
            settled.set(check.id, result);
        else
            open.push(check);
    }
    const unique = open.filter(isUnique);
    return {
        settled,
        wrongType,
        columns,
        cells: open.filter(isCell),
        uniqueColumns: unique.filter(({ rule }) => rule.key.length === 1),
        uniqueKeys: unique.filter(({ rule }) => rule.key.length !== 1),
        foreignKeys: open.filter(isForeignKey),
        rows: open.filter(({ rule }) => rule.kind === "rows"),
    };
}
function settle(check, table) {
    const { rule } = check;
    if (rule.kind === "unsupported")
        return notChecked("unsupported", rule.detail);
    if (rule.kind === "column")
        return judgeColumn(check, rule.isRequired, table);
    if (rule.kind === "undeclared")
        return judgeUndeclared(rule.declared, table);
    const missing = columnsOf(check).filter((column) => filesWith(table, column) === 0);
    if (missing.length === 0)
        return undefined;
    return notChecked("missing-column", `there is no column ${missing.join(", ")}`);
}
function judgeColumn(check, isRequired, table) {
    const examined = table.files.length;
    const failed = examined - filesWith(table, check.column ?? "");
    const counted = { examined, failed, observed: `${examined - failed} of ${examined} files` };
    if (failed === 0)
        return { finding: "pass", ...counted };
    const reason = failed === examined ? "missing-column" : "missing-in-some-files";
    const isSoft = failed < examined && !isRequired;
    return { finding: "fail", reason, ...counted, ...(isSoft ? { severity: "warn" } : {}) };
}
function judgeUndeclared(declared, table) {
    const extra = [...new Set(table.files.flatMap(({ columns }) => columns))].filter((column) => !declared.includes(column));
    const finding = extra.length === 0 ? "pass" : "fail";
    const examined = new Set(table.files.flatMap(({ columns }) => columns)).size;
    return {
        finding,
        examined,
        failed: extra.length,
        observed: extra.slice(0, 20).join(", ").slice(0, 1000),
    };
}
function mismatch(native) {
    return notChecked("wrong-type", `the column has the type ${native}`);
}
/** The native type that keeps a check from being evaluated, if any. Without a declared type there is no wrong one. */
function wrongNativeType(dialect, { table, object }, check) {
    const forms = columnsOf(check).flatMap((column) => {
        const form = formIn(check.rule, column) ?? plan_checks_text;
        const isDeclared = object.columns.some((item) => item.column === column && item.form);
        // Text is what a column without a declared type is compared as, whatever it holds.
        const isTyped = isDeclared || check.rule.kind === "type" || form.type !== "string";
        return isTyped ? [{ column, form }] : [];
    });
    for (const { column, form } of needsType(check.rule) ? forms : []) {
        const wrong = nativeTypesOf(table, column).find((type) => !fits(dialect, type, form));
        if (wrong !== undefined)
            return wrong.slice(0, 200);
    }
    return undefined;
}
function fits(dialect, native, form) {
    if (!dialect.holds(native, form.type))
        return false;
    if (form.type !== "timestamp" || form.zone === undefined)
        return true;
    return dialect.hasZone(native) === (form.zone === "demanded");
}
function needsType(rule) {
    return rule.kind !== "required" && rule.kind !== "column" && rule.kind !== "missing";
}
const plan_checks_text = { type: "string" };
function formIn(rule, column) {
    if ("form" in rule)
        return rule.form;
    return "key" in rule ? rule.key.find((part) => part.column === column)?.form : undefined;
}
function columnsOf({ column, rule }) {
    if (rule.kind === "unique" || rule.kind === "foreign-key") {
        return rule.key.map((part) => part.column);
    }
    return column === undefined || rule.kind === "rows" ? [] : [column];
}
function filesWith(table, column) {
    return table.files.filter(({ columns }) => columns.includes(column)).length;
}
const cellKinds = new Set([
    "type",
    "required",
    "range",
    "multiple-of",
    "pattern",
    "length",
    "one-of",
    "missing",
    "invalid",
]);
const isCell = (check) => cellKinds.has(check.rule.kind);
const isUnique = (check) => check.rule.kind === "unique";
const isForeignKey = (check) => check.rule.kind === "foreign-key";

;// CONCATENATED MODULE: ./packages/data/src/tighten-rule.ts

/** Compares two checks of the same id. Without a merged `rule`, head replaces base unless something is loosened. */
function tightenRule(base, head) {
    const [from, to] = [base.rule, head.rule];
    if (base.threshold !== undefined || head.threshold !== undefined) {
        const isSame = canonical([from, base.unit]) === canonical([to, head.unit]);
        const isLoosened = !isSame || !isWithin(head.threshold ?? {}, base.threshold ?? {});
        return { isLoosened };
    }
    if (from.kind === "range" && to.kind === "range" && isComparable(from, to)) {
        return tightenRange(from, to);
    }
    if (from.kind === "length" && to.kind === "length")
        return tightenLength(from, to);
    if (from.kind === "one-of" && to.kind === "one-of") {
        const values = to.values.filter((value) => from.values.includes(value));
        return { rule: { ...to, values }, isLoosened: values.length < to.values.length };
    }
    if (from.kind === "column" && to.kind === "column") {
        return {
            rule: { ...to, isRequired: from.isRequired || to.isRequired },
            isLoosened: from.isRequired,
        };
    }
    if (from.kind === "undeclared" && to.kind === "undeclared") {
        // A newly declared column brings checks of its own; it is no loosening.
        return { rule: to, isLoosened: false };
    }
    if (from.kind === "type" && to.kind === "type") {
        const isNarrower = from.form.type === "number" && to.form.type === "integer";
        const isZoned = from.form.type === to.form.type && from.form.zone === undefined;
        return { isLoosened: !(isNarrower || isZoned) };
    }
    return { isLoosened: true };
}
function tightenRange(base, head) {
    const bounds = {};
    let isLoosened = false;
    for (const key of ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"]) {
        const [from, to] = [base.bounds[key], head.bounds[key]];
        const isLower = key === "minimum" || key === "exclusiveMinimum";
        const strict = stricter(from, to, isLower);
        if (strict !== undefined)
            bounds[key] = strict;
        if (from !== undefined && strict !== to)
            isLoosened = true;
    }
    return { rule: { ...head, bounds }, isLoosened };
}
/** Numbers compare with numbers, and times of one type with each other. */
function isComparable(base, head) {
    const isNumeric = ({ form }) => form.type === "integer" || form.type === "number";
    return base.form.type === head.form.type || (isNumeric(base) && isNumeric(head));
}
/** Bounds of one type are all numbers, or all ISO texts of one form, which compare as text does. */
function stricter(from, to, isLower) {
    if (from === undefined || to === undefined)
        return from ?? to;
    return (isLower ? from > to : from < to) ? from : to;
}
function tightenLength(base, head) {
    const minimum = Math.max(base.minimum ?? 0, head.minimum ?? 0);
    const maximum = Math.min(base.maximum ?? Infinity, head.maximum ?? Infinity);
    const isLoosened = minimum > (head.minimum ?? 0) || maximum < (head.maximum ?? Infinity);
    const rule = {
        kind: "length",
        ...(minimum === 0 ? {} : { minimum }),
        ...(maximum === Infinity ? {} : { maximum }),
    };
    return { rule, isLoosened };
}
/** Whether everything that `inner` allows is allowed by `outer`; only single intervals can be told. */
function isWithin(inner, outer) {
    const gaps = [inner, outer].some((item) => item.mustNotBe !== undefined || item.mustNotBeBetween !== undefined);
    if (gaps)
        return false;
    const [one, other] = [interval(inner), interval(outer)];
    const isAbove = one.low > other.low || (one.low === other.low && (one.isLowOpen || !other.isLowOpen));
    const isBelow = one.high < other.high || (one.high === other.high && (one.isHighOpen || !other.isHighOpen));
    return isAbove && isBelow;
}
function interval(threshold) {
    const result = { low: -Infinity, high: Infinity, isLowOpen: false, isHighOpen: false };
    const raise = (value, isOpen) => {
        if (value === undefined || value < result.low || (value === result.low && !isOpen))
            return;
        Object.assign(result, { low: value, isLowOpen: isOpen });
    };
    const lower = (value, isOpen) => {
        if (value === undefined || value > result.high || (value === result.high && !isOpen))
            return;
        Object.assign(result, { high: value, isHighOpen: isOpen });
    };
    raise(threshold.mustBeGreaterOrEqualTo, false);
    raise(threshold.mustBeBetween?.[0], false);
    raise(threshold.mustBe, false);
    raise(threshold.mustBeGreaterThan, true);
    lower(threshold.mustBeLessOrEqualTo, false);
    lower(threshold.mustBeBetween?.[1], false);
    lower(threshold.mustBe, false);
    lower(threshold.mustBeLessThan, true);
    return result;
}

;// CONCATENATED MODULE: ./packages/data/src/tighten.ts



const severities = ["info", "warn", "block"];
/**
 * The checks of `base`, with what `head` adds or tightens. What `head` loosens, removes, or changes in a way that cannot
 * be compared stays as it is in `base` and is listed; a changed rule of `head` is judged too.
 */
function tightenContract(base, head) {
    const loosened = [];
    const objects = base.objects.map((object) => {
        const other = head.objects.find(({ name }) => name === object.name);
        if (other !== undefined)
            return tightenObject(object, other, loosened);
        const source = { file: base.file, line: object.line };
        loosened.push({ what: `object ${object.name}`, from: "checked", to: "removed", source });
        return object;
    });
    const added = head.objects.filter(({ name }) => !base.objects.some((item) => item.name === name));
    return { contract: { ...head, objects: [...objects, ...added] }, loosened };
}
function tightenObject(base, head, loosened) {
    const before = new Map(base.checks.map((check) => [check.id, check]));
    const after = new Map(head.checks.map((check) => [check.id, check]));
    const kept = base.checks.flatMap((check) => {
        const other = after.get(check.id);
        if (other !== undefined)
            return tightenCheck(check, other, loosened);
        loosened.push({ what: nameOf(check), from: check.title, to: "removed", source: check.source });
        // What could never be checked protects nothing, and taking it out is the way to go on.
        return check.rule.kind === "unsupported" ? [] : [check];
    });
    const added = head.checks.filter(({ id }) => !before.has(id));
    // A type that head takes away still says how base's checks read the column.
    const typed = base.columns.filter(({ form }) => form !== undefined);
    const all = [...base.columns, ...head.columns, ...typed];
    const columns = new Map(all.map((item) => [item.column, item]));
    return { ...head, columns: [...columns.values()], checks: [...kept, ...added] };
}
function tightenCheck(base, head, loosened) {
    const severity = severities.indexOf(head.severity) < severities.indexOf(base.severity)
        ? base.severity
        : head.severity;
    if (severity !== head.severity) {
        const what = `severity of ${nameOf(base)}`;
        loosened.push({ what, from: base.severity, to: head.severity, source: head.source });
    }
    const same = canonical([base.rule, base.threshold, base.unit]);
    if (same === canonical([head.rule, head.threshold, head.unit]))
        return [{ ...head, severity }];
    const { rule, isLoosened } = tightenRule(base, head);
    if (isLoosened) {
        loosened.push({ what: nameOf(base), from: base.title, to: head.title, source: head.source });
    }
    if (rule === undefined) {
        // The two cannot be merged: both are judged, and the base's keeps its id.
        const also = isLoosened ? [{ ...head, id: `${head.id}@pull-request`, severity }] : [];
        return isLoosened ? [{ ...base, severity }, ...also] : [{ ...head, severity }];
    }
    const title = head.threshold === undefined ? titleOf(rule) : head.title;
    return [{ ...head, rule, title, severity }];
}
function nameOf({ column, title, rule }) {
    const what = rule.kind === "unsupported" ? rule.keyword : title;
    return column === undefined ? what : `${column}: ${what}`;
}

;// CONCATENATED MODULE: ./packages/data/src/draft-contract.ts
const mostValues = 20;
const longestValue = 60;
const idName = /(?:^|[_\s.-])(?:id|key|code|uuid|guid|iata|icao|iban|sku)$|Id$/i;
/** Whether the values of a column are few enough, against its rows, to be listed as those allowed. */
function hasFewValues({ type, rows, distinct }) {
    return type === "string" && distinct > 0 && distinct <= mostValues && rows > 20 * distinct;
}
/**
 * An ODCS 3.1 contract in YAML, drafted from what a data set holds: types, required values, one key, ranges of numbers
 * rounded outwards, and allowed values where they are few. The data that it comes from meets it.
 */
function draftContract(draft) {
    const key = findKey(draft.profiles);
    const properties = draft.profiles.map((profile) => propertyLines(profile, profile === key, draft.allowed.get(profile.column)));
    return `# Drafted by slipway init from the data as it is. Read it, and correct what is not meant so:
# a range or a list of values below says what was seen, not what is right.
apiVersion: v3.1.0
kind: DataContract
id: ${yamlText(draft.dataset)}
version: 0.1.0
status: draft
schema:
  - name: ${yamlText(draft.dataset)}
    physicalType: file
    properties:
${properties.flat().join("\n")}
`;
}
/** The first column that tells every row apart and looks as if it were meant to. */
function findKey(profiles) {
    return profiles.find(({ column, type, rows, values, distinct }, index) => {
        const isUnique = rows > 1 && values === rows && distinct === rows;
        const isExact = type !== undefined && type !== "number" && type !== "boolean";
        return isUnique && isExact && (index === 0 || idName.test(column));
    });
}
function propertyLines(profile, isKey, allowed) {
    const { column, type, rows, values } = profile;
    const lines = [`      - name: ${yamlText(column)}`];
    if (type !== undefined)
        lines.push(`        logicalType: ${type}`);
    if (isKey)
        lines.push("        primaryKey: true");
    else if (values === rows)
        lines.push("        required: true");
    const bounds = isKey ? undefined : outerBounds(profile);
    if (bounds !== undefined) {
        lines.push(`        logicalTypeOptions: { minimum: ${bounds.low}, maximum: ${bounds.high} }`);
    }
    if (allowed !== undefined && allowed.every((value) => value.length <= longestValue)) {
        lines.push("        quality:", "          - metric: invalidValues", `            arguments: { validValues: [${allowed.map((value) => JSON.stringify(value)).join(", ")}] }`, "            mustBe: 0");
    }
    return lines;
}
/** The range widened to whole steps of its own order of magnitude: 1880 to 2016 becomes 1800 to 2100. */
function outerBounds({ range, distinct, }) {
    if (range === undefined || distinct < 2)
        return undefined;
    const exponent = Math.floor(Math.log10(range.high - range.low));
    const scale = (value, round) => 
    // A decimal literal is read exactly, which a product with a power of ten is not.
    Number(`${round(Number(`${value}e${-exponent}`))}e${exponent}`);
    const bounds = { low: scale(range.low, Math.floor), high: scale(range.high, Math.ceil) };
    const isExact = [bounds.low, bounds.high].every((bound) => Math.abs(bound) <= Number.MAX_SAFE_INTEGER);
    return isExact && bounds.low <= range.low && bounds.high >= range.high ? bounds : undefined;
}
function yamlText(text) {
    const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
    return isPlain ? text : JSON.stringify(text);
}

;// CONCATENATED MODULE: ./packages/data/src/profile.ts

/** Numbers first: `2024` is no date, and what is a whole number is a number too. */
const candidates = [
    "integer",
    "number",
    "boolean",
    "date",
    "timestamp",
    "time",
];
const leadingZero = "[+-]?0[0-9]+";
/** A statement that profiles all columns of a table in one scan, and how its row is read. */
function compileProfile(dialect, table) {
    const columns = [...new Set(table.files.flatMap((file) => file.columns))];
    const typesOf = (column) => {
        const native = nativeTypeOf(table, column);
        if (native === undefined)
            return candidates;
        const held = [...candidates, "string"].find((type) => dialect.holds(native, type));
        return held === undefined ? [] : [held];
    };
    const wanted = columns.flatMap((column) => typesOf(column).map((type) => ({ column, form: { type } })));
    const layer = valueLayer(dialect, table, { wanted, columns, isNumbered: false });
    const items = columns.flatMap((column, index) => {
        const raw = layer.rawOf(column);
        const isText = nativeTypeOf(table, column) === undefined;
        const types = typesOf(column);
        const number = types.includes("number") ? "number" : types.includes("integer") ? "integer" : "";
        const value = number === "" ? "NULL" : layer.cellOf(column, { type: number }).value;
        return [
            `count(${raw}) AS v${index}`,
            `count(DISTINCT ${raw}) AS d${index}`,
            `CAST(min(${value}) AS DOUBLE) AS lo${index}`,
            `CAST(max(${value}) AS DOUBLE) AS hi${index}`,
            ...(isText
                ? [`count(*) FILTER (WHERE ${dialect.fullMatch(raw, leadingZero)}) AS z${index}`]
                : []),
            ...types.map((type) => `count(${layer.cellOf(column, { type }).value}) AS ${type}${index}`),
        ];
    });
    const read = (row) => columns.map((column, index) => {
        const isText = nativeTypeOf(table, column) === undefined;
        return readColumn(row, { column, index, isText, types: typesOf(column) });
    });
    return { sql: `SELECT count(*) AS n, ${items.join(", ")} FROM ${layer.sql}`, read };
}
function readColumn(row, { column, index, isText, types }) {
    const values = Number(row[`v${index}`]);
    // Leading zeros are part of a code, such as a postal one, and would be lost in a number.
    const isCode = isText && Number(row[`z${index}`]) > 0;
    const fitting = types.find((type) => Number(row[`${type}${index}`]) === values);
    const isNumber = fitting === "integer" || fitting === "number";
    const type = values === 0 || (isCode && isNumber) ? undefined : fitting;
    const [low, high] = [Number(row[`lo${index}`]), Number(row[`hi${index}`])];
    return {
        column,
        type: type ?? (isText ? "string" : undefined),
        rows: Number(row["n"]),
        values,
        distinct: Number(row[`d${index}`]),
        ...(type === "integer" || type === "number" ? { range: { low, high } } : {}),
    };
}
/** A statement for the values of a column that holds few different ones. */
function compileValues(dialect, table, column) {
    const layer = valueLayer(dialect, table, { wanted: [], columns: [column], isNumbered: false });
    const raw = layer.rawOf(column);
    return `SELECT DISTINCT ${dialect.text(raw)} AS v FROM ${layer.sql} WHERE ${raw} IS NOT NULL ORDER BY v`;
}

;// CONCATENATED MODULE: ./packages/data/src/index.ts
















;// CONCATENATED MODULE: ./actions/validate-data/src/plan-validation.ts




/** What is to be validated: by the names in slipway.yaml, or by `data` and `contract` alone. @throws UserError SW1001, SW1205 */
async function planValidations(input, files, loadPolicy) {
    if (input.data !== undefined || input.contract !== undefined)
        return [await fromFlags(input, files)];
    if (input.object !== undefined)
        throw incomplete("object counts only together with data and contract");
    const policy = await loadPolicy();
    const references = plan_validation_referencesOf(policy);
    const planned = [];
    for (const judged of (0,policy_src/* judgedEntries */.Ab)(policy, "data", input.name)) {
        planned.push({ ...(await fromPolicy(policy, judged, files)), references });
    }
    return planned;
}
async function fromPolicy(policy, judged, files) {
    const { entry, base, head } = judged;
    const baseText = base === undefined ? undefined : await policy.readBase(base.contract);
    const baseContract = base === undefined || baseText === undefined
        ? undefined
        : parseContract(baseText, `${policy.record.ref ?? "base"}:${base.contract}`);
    const headContract = head !== undefined && (baseContract === undefined || (await files.exists(head.contract)))
        ? parseContract(await files.readText(head.contract), head.contract)
        : undefined;
    const { contract, loosened } = judge(baseContract, headContract, entry.contract);
    const moved = base !== undefined && head !== undefined && base.path !== head.path
        ? [{ what: `path of ${entry.name}`, from: base.path, to: head.path }]
        : [];
    const dataSet = {
        name: entry.name,
        path: entry.path,
        contract,
        object: base?.object ?? entry.object,
    };
    return {
        dataSets: [dataSet],
        policy: (0,policy_src/* recordWith */.S4)(policy, [...judged.loosened, ...loosened, ...moved]),
    };
}
function judge(base, head, file) {
    if (base === undefined) {
        if (head === undefined)
            throw incomplete(`there is no contract ${file}`);
        return { contract: head, loosened: [] };
    }
    if (head !== undefined)
        return tightenContract(base, head);
    return {
        contract: base,
        loosened: [{ what: `contract ${file}`, from: "checked", to: "removed" }],
    };
}
function plan_validation_referencesOf({ head, base }) {
    const sets = [...(head?.config.data ?? []), ...(base?.config.data ?? [])];
    const first = new Map(sets.toReversed().map((set) => [set.name, set]));
    return [...first.values()].map(({ name, path, object }) => ({ name, path, object }));
}
async function fromFlags({ data, contract, object }, files) {
    if (data === undefined)
        throw incomplete("data is needed together with contract");
    if (contract === undefined)
        throw incomplete("contract is needed together with data");
    const parsed = parseContract(await files.readText(contract), contract);
    const dataSet = { name: (0,contracts_src/* nameOfFile */.Ri)(data, "data"), path: data, contract: parsed, object };
    return { dataSets: [dataSet], references: [], policy: { origin: "command-line", loosened: [] } };
}
function incomplete(message) {
    return new kernel_src/* UserError */.yo({
        code: "SW1001",
        message,
        remedy: "Give both, as in: slipway validate --data FILE --contract FILE; or write them into slipway.yaml.",
    });
}

// EXTERNAL MODULE: ./packages/report/src/index.ts + 47 modules
var report_src = __webpack_require__(95624);
;// CONCATENATED MODULE: ./actions/validate-data/src/render-validation.ts


const levels = ["error", "warning", "notice"];
const maxAnnotations = 100;
/** Kinds whose failures are files or columns, not rows. */
const structural = new Set(["column", "undeclared", "rows"]);
/** Log, summary, annotations and outputs of validate-data. */
function renderValidation(validated) {
    const evidences = validated.map(({ evidence }) => evidence);
    return {
        outcome: (0,kernel_src/* worstOutcome */.Om)(evidences.map(({ outcome }) => outcome)),
        outputs: { "evidence-path": validated.map(({ path }) => path).join("\n") },
        log: (0,report_src/* renderTerminal */.bF)(evidences, report_src/* plainStyle */.sj),
        summary: (0,report_src/* renderSummary */.Br)(evidences, {}),
        annotations: annotationsOf(evidences),
    };
}
/**
 * Findings on the data's own lines, worst first: the first row of every check before the second of any. A finding without
 * a line of data points at the contract.
 */
function annotationsOf(evidences) {
    const found = evidences
        .flatMap(({ checks }) => checks)
        .filter(({ outcome }) => outcome !== "pass")
        .toSorted((left, right) => right.failed - left.failed)
        .flatMap((check) => annotate(check));
    found.sort((left, right) => levels.indexOf(left.annotation.level) - levels.indexOf(right.annotation.level) ||
        left.order - right.order);
    return found.slice(0, maxAnnotations).map(({ annotation }) => annotation);
}
function annotate(check) {
    const lines = check.samples.filter(({ line }) => line !== undefined);
    if (lines.length === 0) {
        // A contract of the base branch, "main:contracts/…", is no file of this checkout.
        const { file, line } = check.source;
        const place = line > 0 && !file.includes(":") ? { file, line } : {};
        return [{ order: 0, annotation: { ...wordsOf(check, check.samples[0]), ...place } }];
    }
    return lines.map((sample, order) => {
        const place = {
            file: sample.file,
            ...(sample.line === undefined ? {} : { line: sample.line }),
        };
        return { order, annotation: { ...wordsOf(check, sample), ...place } };
    });
}
function wordsOf(check, sample) {
    const { column } = check.target;
    const subject = column === undefined ? check.target.dataset : column;
    const rows = check.failed === 1 ? "1 row" : `${check.failed.toLocaleString("en-US")} rows`;
    const value = sample === undefined
        ? ""
        : sample.value === null
            ? "no value: "
            : `${JSON.stringify(sample.value)}: `;
    const why = check.note ?? check.reason?.replaceAll("-", " ");
    const parts = [
        `${value}${breachOf(check)}`,
        ...(check.failed > 0 && !structural.has(check.kind) ? [rows] : []),
        ...(why === undefined ? [] : [why]),
    ];
    return {
        level: levelOf(check),
        title: (0,report_src/* plainText */.wh)(`${subject}: ${check.title}${check.code === undefined ? "" : ` (${check.code})`}`),
        message: (0,report_src/* plainText */.wh)(parts.join(", "), 500),
    };
}
function levelOf(check) {
    if (check.blocks)
        return "error";
    return check.severity === "info" ? "notice" : "warning";
}
/** What is wrong with a row that breaks the check, in a few words. */
function breachOf({ kind, title, outcome, expected, observed }) {
    const found = typeof observed === "object" ? JSON.stringify(observed) : String(observed);
    if (outcome === "inconclusive")
        return "not checked";
    if (outcome === "error")
        return "could not be checked";
    const hasThreshold = typeof expected === "object" && expected !== null && "threshold" in expected;
    if (hasThreshold || kind === "rows")
        return `demanded: ${title}, found ${found}`;
    switch (kind) {
        case "column":
            return `missing, found in ${found}`;
        case "undeclared":
            return `not declared: ${found}`;
        case "type":
            return /^(?:text|true or false|time of day|date and time)$/.test(title)
                ? `not ${title}`
                : `not a ${title}`;
        case "required":
            return title === "required" ? "a value is required" : `not ${title}`;
        case "unique":
            return title.startsWith("unique key") ? "the key occurs before" : "the value occurs before";
        case "pattern":
            return `does not match: ${title}`;
        default:
            return `not ${title}`;
    }
}

// EXTERNAL MODULE: ./packages/ports/src/index.ts + 1 modules
var ports_src = __webpack_require__(22906);
;// CONCATENATED MODULE: ./actions/validate-data/src/data-errors.ts

/** The error for a data set without files. */
function noFiles(path) {
    return new kernel_src/* UserError */.yo({
        code: "SW2102",
        message: `no file matches ${path}`,
        remedy: "Correct the path of the data set in slipway.yaml, or make the file before this step.",
    });
}
/** The error for a file of zero bytes, or of a header alone. */
function noData(path, hasHeader) {
    return new kernel_src/* UserError */.yo({
        code: hasHeader ? "SW2104" : "SW2103",
        message: hasHeader ? `${path} has a header and no rows` : `${path} is empty`,
        remedy: "Make the file again; a check of no rows would prove nothing.",
    });
}
/** The error for a header that cannot tell its columns apart. */
function badHeader(path, detail) {
    return new kernel_src/* UserError */.yo({
        code: "SW2105",
        message: `${path}:1: ${detail}`,
        remedy: "Give every column a name of its own in the first line.",
    });
}
/** The error for bytes that are no text. */
function badEncoding(path, found) {
    return new kernel_src/* UserError */.yo({
        code: "SW2101",
        message: `${path} is not UTF-8: it has ${found}`,
        remedy: "Convert the file, for example: iconv -f utf-16 -t utf-8",
    });
}
/** The error for a compressed file that ends too early or does not unpack. */
function badCompression(path, cause) {
    return new kernel_src/* UserError */.yo({
        code: "SW2107",
        message: `${path} is cut off or damaged: it does not unpack as gzip`,
        remedy: "Copy or make the file again; gzip -t tells whether it is whole.",
        cause,
    });
}
/** The error for a Parquet file that cannot be read. */
function badParquet(path, cause) {
    return new kernel_src/* UserError */.yo({
        code: "SW2108",
        message: `${path} is not a whole Parquet file${data_errors_detailOf(cause)}`,
        remedy: "Copy or make the file again; its footer or a page is damaged.",
        cause,
    });
}
/** The error for a format that is not read. */
function badFormat(path, detail) {
    return new kernel_src/* UserError */.yo({
        code: "SW2110",
        message: `${path}: ${detail}`,
        remedy: "Name the files .csv, .tsv (both also with .gz) or .parquet, one format in a data set.",
    });
}
/** The error for what was found wrong in a CSV file; without a problem of ours, what the engine said. */
function badCsv(path, problem, cause) {
    switch (problem?.kind) {
        case "encoding": {
            const byte = `0x${problem.byte.toString(16).toUpperCase().padStart(2, "0")}`;
            const offset = problem.offset.toLocaleString("en-US");
            return new kernel_src/* UserError */.yo({
                code: "SW2101",
                message: `${path} is not UTF-8: byte ${byte} at offset ${offset} (line ${problem.line})`,
                remedy: "Say what it is in the contract (customProperties: encoding, latin-1), or convert the file: iconv -f latin1 -t utf-8",
                cause,
            });
        }
        case "ragged":
            return new kernel_src/* UserError */.yo({
                code: "SW2106",
                message: `${path}:${problem.line}: the row has ${problem.fields} values, the header ${problem.expected}`,
                remedy: "Mend the row; a value with a delimiter or a line break must stand in quotes.",
                cause,
            });
        case "unclosed":
            return csvError(`${path}:${problem.line}: a quote that opens here is not closed`, cause);
        case "line-ends":
            return csvError(`${path}:${problem.line}: this line ends otherwise than those before`, cause);
        case undefined:
            return csvError(`${path} cannot be read as CSV${data_errors_detailOf(cause)}`, cause);
    }
}
function csvError(message, cause) {
    return new kernel_src/* UserError */.yo({
        code: "SW2109",
        message,
        remedy: "Write the file as RFC 4180 says: one kind of line end, quotes around values doubled.",
        cause,
    });
}
/** What the engine said, with the names of files and without the folders of this machine. */
function data_errors_detailOf(cause) {
    if (!(cause instanceof Error))
        return "";
    const text = cause.message.replaceAll(/(["'])(?:[A-Za-z]:)?[/\\][^"']*[/\\]([^"'/\\]+)\1/g, "$1$2$1");
    return `: ${text.slice(0, 200)}`;
}

;// CONCATENATED MODULE: ./actions/validate-data/src/data-files.ts


const headerLimitBytes = 1024 * 1024;
/**
 * The files that `path` names.
 * @throws UserError SW2102 where there are none, SW2110 where their format is unknown or mixed
 */
async function listDataFiles(files, path) {
    const names = await files.list(path);
    if (names.length === 0)
        throw noFiles(path);
    const kinds = new Set(names.map((name) => kindOf(name)));
    const [kind] = kinds;
    if (kinds.size > 1)
        throw badFormat(path, "it names files of several formats");
    if (kind === undefined)
        throw badFormat(names[0] ?? path, "the format of the file is not known");
    return {
        names,
        format: kind === "parquet" ? "parquet" : "csv",
        delimiter: kind === "tsv" ? "\t" : ",",
    };
}
function kindOf(name) {
    const found = /\.(?:(csv|tsv)(?:\.gz)?|(parquet|pq))$/i.exec(name);
    if (found === null)
        return undefined;
    return found[2] !== undefined ? "parquet" : found[1]?.toLowerCase() === "tsv" ? "tsv" : "csv";
}
/**
 * Looks at each file's header or footer before anything is counted.
 * @throws UserError SW2101, SW2103 to SW2105, SW2107, SW2108 for files that cannot be checked
 */
async function inspectFiles(data, form, ports) {
    const csv = { encoding: form.encoding, delimiter: form.delimiter ?? data.delimiter };
    const inspected = [];
    for (const name of data.names) {
        inspected.push(data.format === "parquet"
            ? await inspectParquet(name, ports)
            : await inspectCsv(name, csv, ports.files));
    }
    return { files: inspected, ...csv };
}
async function inspectCsv(name, form, files) {
    const { bytes, isWhole } = name.endsWith(".gz")
        ? await unpackStart(files, name)
        : await readStart(files, name);
    const header = readCsvHeader(bytes, { ...form, isWhole });
    switch (header.kind) {
        case "empty":
            throw noData(name, false);
        case "encoding":
            throw badEncoding(name, header.found);
        case "names":
            throw badHeader(name, header.detail);
        case "header":
            if (!header.hasRows)
                throw noData(name, true);
            return { path: files.locate(name), columns: header.columns };
    }
}
async function readStart(files, name) {
    const bytes = await files.readBytes(name, headerLimitBytes);
    return { bytes, isWhole: bytes.length < headerLimitBytes };
}
/** Unpacks the whole file, since an engine does not notice that the last bytes of a gzip file are missing. */
async function unpackStart(files, name) {
    const start = new Uint8Array(headerLimitBytes);
    let length = 0;
    let total = 0;
    try {
        for await (const bytes of dataStream(files, name)) {
            const room = bytes.subarray(0, headerLimitBytes - length);
            start.set(room, length);
            length += room.length;
            total += bytes.length;
        }
    }
    catch (cause) {
        throw badCompression(name, cause);
    }
    return { bytes: start.subarray(0, length), isWhole: total === length };
}
/** The bytes of a CSV file, unpacked where its name ends with .gz. */
function dataStream(files, name) {
    const stream = files.stream(name);
    return name.endsWith(".gz") ? unpack(stream) : stream;
}
async function* unpack(stream) {
    const unpacked = new DecompressionStream("gzip");
    yield* ReadableStream.from(copies(stream)).pipeThrough(unpacked);
}
async function* copies(stream) {
    for await (const bytes of stream)
        yield Uint8Array.from(bytes);
}
async function inspectParquet(name, { files, session }) {
    const start = await files.readBytes(name, 4);
    if (start.length === 0)
        throw noData(name, false);
    const path = files.locate(name);
    try {
        const rows = await session.rows(duckdbDialect.describe(path));
        return {
            path,
            columns: rows.map((row) => String(row["name"])),
            types: rows.map((row) => String(row["type"])),
        };
    }
    catch (cause) {
        throw badParquet(name, cause);
    }
}

;// CONCATENATED MODULE: ./actions/validate-data/src/data-sets.ts




/**
 * Finds the files of the data sets that are checked, and of those that their foreign keys mean.
 * @throws UserError SW2003, SW2102, SW2110
 */
async function openDataSets(dataSets, references, files) {
    const open = [];
    const wanted = new Set();
    for (const { name, path, contract, object: word } of dataSets) {
        const object = chooseObject(contract, name, word);
        for (const { rule } of object.checks) {
            if (rule.kind === "foreign-key")
                wanted.add(rule.object);
        }
        open.push(await openOne({ name, path, object, objectName: object.name }, files));
    }
    for (const { name, path, contract, object: word } of references) {
        if (open.some((item) => item.name === name))
            continue;
        if (!wanted.has(name) && !wanted.has(word ?? name))
            continue;
        const object = contract === undefined ? undefined : chooseObject(contract, name, word);
        open.push(await openOne({ name, path, object, objectName: object?.name ?? word }, files));
    }
    return open;
}
async function openOne(item, files) {
    return { ...item, data: await listDataFiles(files, item.path) };
}
/** The tables of the open data sets, each looked at once. */
class Tables {
    #open;
    #ports;
    #tables = new Map();
    constructor(open, ports) {
        this.#open = open;
        this.#ports = ports;
    }
    /** The table of a data set. @throws UserError SW2101, SW2103 to SW2105, SW2107, SW2108 */
    tableOf({ name, data, object }) {
        const known = this.#tables.get(name);
        if (known !== undefined)
            return known;
        const form = { encoding: object?.encoding ?? "utf-8", delimiter: object?.delimiter };
        const table = inspectFiles(data, form, this.#ports);
        this.#tables.set(name, table);
        return table;
    }
    /** The data set that a foreign key means: by its own name, or by the name of its object. */
    referenceOf(object) {
        return (this.#open.find(({ name }) => name === object) ??
            this.#open.find(({ objectName }) => objectName === object));
    }
    /** The table and columns that a foreign key refers to, or why there are none. */
    async parentOf(object, columns) {
        const found = this.referenceOf(object);
        if (found === undefined)
            return `slipway.yaml has no data set ${object}`;
        const table = await this.tableOf(found);
        const missing = columns.find((column) => table.files.some((file) => !file.columns.includes(column)));
        if (missing !== undefined)
            return `${found.path} has no column ${missing}`;
        return { table, columns };
    }
    /** Turns what an engine says about a file into an error that names the file and the line. */
    async explain(error) {
        if (!(error instanceof ports_src/* SqlError */.L))
            return error;
        const { files } = this.#ports;
        for (const item of this.#open.filter(({ data }) => data.format === "csv")) {
            const table = await this.tableOf(item);
            for (const name of item.data.names) {
                const problem = await findCsvProblem(dataStream(files, name), table);
                if (problem !== undefined)
                    return badCsv(name, problem, error);
            }
        }
        const paths = this.#open.map(({ path }) => path).join(", ");
        const isFileError = error.kind === "csv" || error.kind === "parquet" || error.kind === "io";
        if (!isFileError)
            return error;
        const isParquet = this.#open.some(({ data }) => data.format === "parquet");
        return isParquet && error.kind !== "csv"
            ? badParquet(paths, error)
            : badCsv(paths, undefined, error);
    }
}

;// CONCATENATED MODULE: ./actions/validate-data/src/run-checks.ts


/**
 * Counts what the plan asks for: all checks of cells in one scan, then one pass for each composite or foreign key.
 * A statement that the engine refuses is taken apart, so that one bad check does not hide the others.
 */
async function runChecks(plan, context) {
    const results = new Map(plan.settled);
    const rows = await runScan(plan, context, results);
    for (const check of plan.rows)
        results.set(check.id, judgeRows(check, rows));
    await runKeys(plan, context, results);
    if (rows > 0)
        return { rows, results };
    const open = [...plan.cells, ...plan.uniqueColumns, ...plan.uniqueKeys, ...plan.foreignKeys];
    for (const { id } of open)
        results.set(id, notChecked("no-rows", "the data set has no rows"));
    for (const id of plan.wrongType.keys())
        results.set(id, notChecked("no-rows", "there are no rows"));
    return { rows, results };
}
async function runScan(plan, context, results) {
    const { session, table } = context;
    const statements = compileTable(duckdbDialect, table);
    const { cells, uniqueColumns, columns } = plan;
    const counted = await attempt(() => session.rows(statements.counts(cells, uniqueColumns, columns)));
    if (!(counted instanceof Error)) {
        readCounts(plan, counted[0] ?? {}, results);
        return toCount(counted[0]?.["n"]);
    }
    const [base = {}] = await session.rows(statements.counts([], [], columns));
    for (const check of cells) {
        const alone = await attempt(() => session.rows(statements.counts([check], [], columns)));
        if (alone instanceof Error)
            results.set(check.id, broken(alone.message));
        else
            readCounts({ ...plan, cells: [check], uniqueColumns: [] }, alone[0] ?? {}, results);
    }
    for (const check of uniqueColumns) {
        const alone = await attempt(() => session.rows(statements.counts([], [check], columns)));
        if (alone instanceof Error)
            results.set(check.id, broken(alone.message));
        else
            readCounts({ ...plan, cells: [], uniqueColumns: [check] }, alone[0] ?? {}, results);
    }
    readCounts({ ...plan, cells: [], uniqueColumns: [] }, base, results);
    return toCount(base["n"]);
}
function readCounts(plan, row, results) {
    const rows = toCount(row["n"]);
    const valuesOf = (column) => {
        const index = plan.columns.indexOf(column ?? "");
        return index < 0 ? 0 : toCount(row[`v${index}`]);
    };
    plan.cells.forEach((check, index) => {
        const isAboutNull = check.rule.kind === "required" || check.rule.kind === "missing";
        const examined = isAboutNull ? rows : valuesOf(check.column);
        results.set(check.id, judgeCounts(check, { examined, failed: toCount(row[`f${index}`]) }));
    });
    plan.uniqueColumns.forEach((check, index) => {
        const examined = valuesOf(check.rule.key[0]?.column);
        results.set(check.id, judgeCounts(check, { examined, failed: toCount(row[`u${index}`]) }));
    });
    for (const [id, { column, native }] of plan.wrongType) {
        const examined = valuesOf(column);
        results.set(id, {
            finding: "fail",
            reason: "wrong-type",
            note: `the column has the type ${native}`,
            examined,
            failed: examined,
            observed: native,
        });
    }
}
async function runKeys(plan, context, results) {
    const { session, table, parentOf } = context;
    const statements = compileTable(duckdbDialect, table);
    for (const check of plan.uniqueKeys) {
        const rows = await attempt(() => session.rows(statements.duplicates(check.rule.key)));
        results.set(check.id, judgeKey(check, rows));
    }
    for (const check of plan.foreignKeys) {
        const { object, columns, key } = check.rule;
        const parent = await parentOf(object, columns);
        if (typeof parent === "string") {
            results.set(check.id, notChecked("missing-reference", parent));
            continue;
        }
        const rows = await attempt(() => session.rows(statements.orphans(key, parent)));
        results.set(check.id, judgeKey(check, rows));
    }
}
function judgeKey(check, rows) {
    if (rows instanceof Error)
        return broken(rows.message);
    const [row = {}] = rows;
    return judgeCounts(check, {
        examined: toCount(row["examined"]),
        failed: toCount(row["failed"]),
    });
}
/** Runs a statement; what the engine refuses for reasons of its own comes back as an error, anything else is thrown. */
async function attempt(run) {
    try {
        return await run();
    }
    catch (error) {
        const isOwn = error instanceof ports_src/* SqlError */.L && (error.kind === "other" || error.kind === "conversion");
        if (isOwn)
            return error;
        throw error;
    }
}
/** A count of the engine as a number. A statement of ours that gives none is a bug. */
function toCount(value) {
    const count = Number(value ?? Number.NaN);
    if (Number.isSafeInteger(count) && count >= 0)
        return count;
    throw new Error(`the engine gave ${String(value).slice(0, 40)} where a count was asked for`);
}

;// CONCATENATED MODULE: ./actions/validate-data/src/find-samples.ts



const sampleLimit = 20;
const find_samples_valueLimit = 200;
/**
 * The first 20 offending rows of every check that did not pass, each with the line where it begins. Only failed checks are
 * asked for again, all checks of cells in one scan.
 */
async function findSamples(plan, { results, ...context }, named) {
    const hasFailed = ({ id }) => {
        const result = results.get(id);
        return result?.finding === "fail" && result.failed > 0;
    };
    const { session, table, parentOf } = context;
    const statements = compileTable(duckdbDialect, table);
    const found = [];
    const cells = plan.cells.filter(hasFailed);
    if (cells.length > 0) {
        for (const row of await session.rows(statements.samples(cells, sampleLimit))) {
            const check = cells[toCount(row["k"])];
            if (check !== undefined)
                found.push(toFound(check, row));
        }
    }
    for (const check of [...plan.uniqueColumns, ...plan.uniqueKeys].filter(hasFailed)) {
        const rows = await session.rows(statements.duplicateSamples(check.rule.key, sampleLimit));
        found.push(...rows.map((row) => toFound(check, row)));
    }
    for (const check of plan.foreignKeys.filter(hasFailed)) {
        const parent = await parentOf(check.rule.object, check.rule.columns);
        if (typeof parent === "string")
            continue;
        const sql = statements.orphanSamples(check.rule.key, parent, sampleLimit);
        found.push(...(await session.rows(sql)).map((row) => toFound(check, row)));
    }
    return withLines(found, context, named);
}
function toFound(check, row) {
    const place = toCount(row["p"]);
    const value = row["v"] ?? null;
    return {
        check,
        file: Math.floor(place / placeBase),
        row: place % placeBase,
        value: value === null ? null : find_samples_shorten(String(value)),
    };
}
function find_samples_shorten(text) {
    const characters = Array.from(text);
    return characters.length > find_samples_valueLimit ? `${characters.slice(0, find_samples_valueLimit - 1).join("")}…` : text;
}
async function withLines(found, { table }, { files, names }) {
    const samples = new Map();
    const lines = new Map();
    for (const [index, items] of Map.groupBy(found, ({ file }) => file)) {
        const file = table.files[index];
        if (file === undefined || file.types !== undefined)
            continue;
        const rows = items.map(({ row }) => row);
        const form = { delimiter: table.delimiter, columns: file.columns.length };
        lines.set(index, await locateRows(dataStream(files, names[index] ?? ""), rows, form));
    }
    for (const { check, file, row, value } of found) {
        const line = lines.get(file)?.get(row);
        const sample = {
            file: names[file] ?? "",
            row,
            ...(line === undefined ? {} : { line }),
            column: check.column ?? null,
            value,
        };
        samples.set(check.id, [...(samples.get(check.id) ?? []), sample]);
    }
    return samples;
}

;// CONCATENATED MODULE: ./actions/validate-data/src/validate-data.ts





/**
 * Checks each data set against its contract and writes one evidence document for each.
 * @throws UserError SW2003 and SW2101 to SW2110 for contracts and files that cannot be checked at all
 */
async function validateData(input, ports) {
    const { files, engine } = ports;
    const open = await openDataSets(input.dataSets, input.references, files);
    const readableFiles = open.flatMap(({ data }) => data.names.map((name) => files.locate(name)));
    const session = await engine.open({ readableFiles });
    const tables = new Tables(open, { files, session });
    try {
        const done = [];
        for (const dataSet of input.dataSets) {
            const item = open.find(({ name }) => name === dataSet.name);
            if (item?.object === undefined)
                continue;
            const job = { dataSet, item, object: item.object, tables, session, ports, input };
            done.push(await validateOne(job));
        }
        return done;
    }
    catch (error) {
        throw await tables.explain(error);
    }
    finally {
        await session.close();
    }
}
async function validateOne(job) {
    const { item, object, tables, session, ports } = job;
    const startedAt = ports.clock.now();
    const table = await tables.tableOf(item);
    const plan = planChecks(duckdbDialect, object, table);
    const context = {
        session,
        table,
        parentOf: (name, columns) => tables.parentOf(name, columns),
    };
    const [found, subjects] = await Promise.all([
        runChecks(plan, context),
        describeAll(ports.files, filesReadBy(job, plan)),
    ]);
    const samples = await findSamples(plan, { ...context, results: found.results }, { files: ports.files, names: item.data.names });
    const checks = ledgerOf(job, found, samples);
    const { outcome, summary } = (0,contracts_src/* verdictOf */.Vj)(checks);
    const evidence = {
        schema: "slipway/evidence/v1",
        kind: "data-validation",
        name: item.name,
        outcome,
        summary,
        subjects,
        inputs: await inputsOf(job, plan),
        policy: job.input.policy,
        tool: ports.context.tool,
        run: ports.context.run,
        startedAt,
        finishedAt: ports.clock.now(),
        rows: found.rows,
        checks,
    };
    ports.log.info(`${item.name}: ${outcome}, ${checks.length} checks, ${found.rows} rows`);
    return { evidence, path: await ports.evidence.write(evidence) };
}
/** One entry for each check of the contract, in the contract's order. */
function ledgerOf({ item, object }, { results }, samples) {
    return object.checks.map((check) => toDataCheck(check, results.get(check.id) ?? notChecked("not-run", "it was not evaluated"), {
        dataset: item.name,
        samples: samples.get(check.id) ?? [],
    }));
}
function filesReadBy(job, plan) {
    const others = validate_data_referencesOf(job, plan).flatMap(({ data }) => data.names);
    return [...job.item.data.names, job.dataSet.contract.file, ...others];
}
/** The other data sets that foreign keys look into. */
function validate_data_referencesOf({ tables, item }, plan) {
    const wanted = new Set(plan.foreignKeys.map(({ rule }) => rule.object));
    const found = [...wanted].flatMap((name) => tables.referenceOf(name) ?? []);
    return found.filter(({ name }) => name !== item.name);
}
async function inputsOf(job, plan) {
    const { dataSet, item, object, ports } = job;
    const described = {};
    for (const { name, data } of validate_data_referencesOf(job, plan)) {
        described[name] = await describeAll(ports.files, data.names);
    }
    return {
        path: item.path,
        files: item.data.names.length,
        format: item.data.format,
        contract: dataSet.contract.file,
        contractId: dataSet.contract.id,
        object: object.name,
        engine: ports.engine.name,
        references: described,
    };
}
/** Digests of files; a contract that only the base branch has is named by the policy instead. */
async function describeAll(files, names) {
    const subjects = [];
    for (const name of names) {
        if (await files.exists(name))
            subjects.push(await files.describe(name));
    }
    return subjects;
}

;// CONCATENATED MODULE: ./actions/validate-data/src/main.ts









/** Starts validate-data under a runner. */
function main() {
    return (0,src/* runAction */.Cs)({
        inputs: inputs,
        ports,
        run: validateAll,
        render: renderValidation,
        keep: ({ artifact }, found) => (0,src/* keepEvidence */.N)(artifact, found, process.env),
    });
}
async function validateAll(input, ports) {
    const validated = [];
    for (const planned of await planValidations(input, ports.files, () => ports.loadPolicy(input.config))) {
        validated.push(...(await validateData(planned, ports)));
    }
    return validated;
}
function ports({ duckdbBinding, githubToken }) {
    const env = process.env;
    const folder = env["GITHUB_WORKSPACE"] ?? process.cwd();
    const temporary = (0,src/* temporaryFolder */.yy)(env);
    const event = (0,src/* readEvent */.j_)(env);
    const base = (0,src/* pullRequestBase */.M2)(event);
    const access = { folder, ...(githubToken === undefined ? {} : { token: githubToken }) };
    const files = (0,src/* workspaceFiles */.PZ)({ root: folder, roots: [temporary] });
    return {
        files,
        evidence: (0,src/* evidenceFolder */.ek)((0,src/* evidenceHome */.zy)(env)),
        engine: (0,duckdb_src/* localEngine */.Ao)({
            env,
            folder,
            temporary: (0,external_node_path_.join)(temporary, "slipway"),
            bindingFolder: duckdbBinding,
        }),
        clock: src/* systemClock */.ml,
        context: (0,src/* runContext */.pO)(env, event),
        log: src/* jobLog */.Wh,
        loadPolicy: (file) => (0,policy_src/* loadPolicy */.tb)(files, file, base === undefined ? undefined : (0,git_src/* gitBaseRevision */.ve)({ ...access, ...base })),
    };
}

;// CONCATENATED MODULE: ./actions/validate-data/src/draft-contract.ts



/**
 * Drafts an ODCS 3.1 contract from the files of a data set; the same files validate green against it.
 * @throws UserError SW2101 to SW2110 where they cannot be read
 */
async function draft_contract_draftContract(request) {
    const { dataset, path, engine, files } = request;
    const data = await listDataFiles(files, path);
    const readableFiles = data.names.map((name) => files.locate(name));
    const session = await engine.open({ readableFiles });
    const open = { name: dataset, path, object: undefined, objectName: undefined, data };
    const tables = new Tables([open], { files, session });
    try {
        const table = await tables.tableOf(open);
        const profile = compileProfile(duckdbDialect, table);
        const [row = {}] = await session.rows(profile.sql);
        const profiles = profile.read(row);
        const allowed = new Map();
        for (const { column } of profiles.filter(hasFewValues)) {
            const values = await session.rows(compileValues(duckdbDialect, table, column));
            allowed.set(column, values.map((value) => String(value["v"])));
        }
        return { yaml: draftContract({ dataset, profiles, allowed }) };
    }
    catch (error) {
        throw await tables.explain(error);
    }
    finally {
        await session.close();
    }
}

;// CONCATENATED MODULE: ./actions/validate-data/src/load-contracts.ts

/**
 * Reads the contracts of data sets from the working tree, each file once.
 * @throws UserError SW1301 where one is missing, SW1201, SW2001 and SW2002 where one cannot be read
 */
async function loadContracts(dataSets, files) {
    const contracts = new Map();
    const loaded = [];
    for (const { name, path, contract: file, object } of dataSets) {
        const contract = contracts.get(file) ?? parseContract(await files.readText(file), file);
        contracts.set(file, contract);
        loaded.push({ name, path, contract, object });
    }
    return loaded;
}

;// CONCATENATED MODULE: ./actions/validate-data/src/index.ts









/***/ })

};
