export const id = 624;
export const ids = [624];
export const modules = {

/***/ 95624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FV: () => (/* reexport */ escapeMarkdown),
  Ed: () => (/* reexport */ findMarker),
  iB: () => (/* reexport */ overallOutcome),
  sj: () => (/* reexport */ plainStyle),
  wh: () => (/* reexport */ plainText),
  wQ: () => (/* reexport */ renderComment),
  vr: () => (/* reexport */ renderError),
  zs: () => (/* reexport */ renderHistory),
  ym: () => (/* reexport */ renderHistoryText),
  K2: () => (/* reexport */ renderHtml),
  Gc: () => (/* reexport */ renderMarkdown),
  Wz: () => (/* reexport */ renderPromotion),
  $5: () => (/* reexport */ renderPromotionText),
  iS: () => (/* reexport */ renderRegistration),
  pX: () => (/* reexport */ renderRegistrationText),
  Br: () => (/* reexport */ renderSummary),
  bF: () => (/* reexport */ renderTerminal),
  Y: () => (/* reexport */ renderVerification),
  bv: () => (/* reexport */ renderVerificationText)
});

// UNUSED EXPORTS: codeSpan, escapeHtml

;// CONCATENATED MODULE: ./packages/report/src/plain-text.ts
const lineBreaks = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
/** Controls, bidi marks and overrides, invisible characters; U+200C and U+200D stay, for scripts and emoji need them. */
const invisible = /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
/** One line without control, bidi or invisible characters (shown as U+FFFD), of at most `max` code points. */
function plainText(text, max = 200) {
    // Only the part that can be shown is looked at: foreign text may be long.
    const head = text.slice(0, 2 * max + 2);
    const points = Array.from(head.toWellFormed().replace(lineBreaks, " ").replace(invisible, "\ufffd"));
    return points.length > max ? `${points.slice(0, max - 1).join("")}…` : points.join("");
}
/** A value of the data in quotes, with what cannot be seen written as escapes; `null` is a missing value. */
function quotedValue(value, max = 60) {
    if (value === null)
        return "no value";
    const points = Array.from(value.slice(0, 2 * max + 2).toWellFormed());
    const cut = points.length > max ? [...points.slice(0, max - 1), "…"] : points;
    return plainText(`"${cut.map(visible).join("")}"`, 8 * max);
}
function visible(point) {
    if (point === "\n")
        return "\\n";
    if (point === "\r")
        return "\\r";
    if (point === "\t")
        return "\\t";
    const isSeen = point.replace(lineBreaks, "").replace(invisible, "") !== "";
    return isSeen ? point : `\\u{${(point.codePointAt(0) ?? 0).toString(16)}}`;
}

;// CONCATENATED MODULE: ./packages/report/src/escape-markdown.ts

/** Stops GitHub's filters, which run after entities are decoded: @mention, #1, GH-1, URLs, :emoji:. */
const joiner = "\u2060";
/**
 * Foreign text as inert GitHub Markdown, for a paragraph or a table cell: no markup, HTML, mention,
 * reference, link, emoji code or math, on one line, at most `max` code points of the original.
 */
function escapeMarkdown(text, max) {
    return plainText(text, max)
        .replace(/\s+/g, " ")
        .replace(/^ ?(?:[#=-]|\+(?= |$)|\d+(?=[.)](?: |$)))/, `$&${joiner}`)
        .replace(/@|#(?=\d)|GH-(?=\d)|:(?=\/\/|[\w+-]+:)|www(?=\.)/gi, `$&${joiner}`)
        .replace(/[\\`|<>&*_[\]~]/g, entity)
        .replaceAll("$", "<span>&#36;</span>");
}
/** Foreign text as code. Backticks where they are safe in a cell too, else `<code>` with entities. */
function codeSpan(text, max) {
    const plain = plainText(text, max);
    if (/^[^`|<>&$\\]*[^`|<>&$\\\s][^`|<>&$\\]*$/.test(plain))
        return `\`${plain}\``;
    return htmlCode(text, max);
}
/** Foreign text as code for where Markdown is not read, such as `<summary>`. */
function htmlCode(text, max) {
    const plain = plainText(text, max);
    return `<code>${plain.trim() === "" ? "(empty)" : plain.replace(/[!-/:-@[-`{-~]/g, entity)}</code>`;
}
function entity(character) {
    return `&#${character.charCodeAt(0)};`;
}

// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var src = __webpack_require__(66174);
;// CONCATENATED MODULE: ./packages/report/src/marker.ts

/** The hidden last line by which a comment is found again; nothing in it can end the HTML comment early. */
function renderMarker(payload) {
    const json = JSON.stringify(payload).replace(/[<>&-]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
    return `${opening(payload.key)}${json} -->`;
}
/** The payload of a comment's marker: only of this key, valid, and alone on the last line. */
function findMarker(body, key) {
    const line = body.trimEnd().split("\n").at(-1) ?? "";
    if (!line.startsWith(opening(key)) || !line.endsWith(" -->") || line.length > 2000)
        return undefined;
    const json = line.slice(opening(key).length, -" -->".length);
    const payload = src/* commentPayloadSchema */.zU.safeParse(parsed(json));
    return payload.success && payload.data.key === key ? payload.data : undefined;
}
function opening(key) {
    return `<!-- slipway:${key}:v1 `;
}
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/report/src/format-number.ts
const minus = "\u2212";
/** A whole number with thousands separators. */
function formatCount(count) {
    return withSign(Math.round(count), 0, false);
}
/** "1 check", "2 checks"; `plural` where an s is not enough. */
function counted(count, noun, plural = `${noun}s`) {
    return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
/** Decimals that show two significant digits of an interval's half width; negative rounds to tens. */
function decimalsOf(low, high) {
    const half = Math.abs(high - low) / 2;
    if (!(half > 0) || !Number.isFinite(half))
        return undefined;
    return Math.min(1 - Math.floor(Math.log10(Number(half.toPrecision(2)))), 10);
}
/** Decimals of a number whose uncertainty is unknown: four significant digits, at most six decimals. */
function plainDecimals(value) {
    if (value === 0 || !Number.isFinite(value))
        return 0;
    const needed = 3 - Math.floor(Math.log10(Math.abs(value)));
    return Math.max(0, Math.min(needed, Math.abs(value) < 0.001 ? 10 : 4));
}
/** The least decimals, from `start` on, at which `value` does not look equal to another limit. */
function tellApart(value, limit, start) {
    let decimals = start;
    while (value !== limit && decimals < 10 && rounded(value, decimals) === rounded(limit, decimals))
        decimals += 1;
    return decimals;
}
/** A number at `decimals`, with U+2212 for minus; `undefined` and null are a dash. */
function formatNumber(value, decimals) {
    return isFigure(value) ? withSign(value, decimals ?? plainDecimals(value), false) : "–";
}
/** A change, with + or U+2212; zero at this rounding has no sign. */
function formatChange(value, decimals) {
    return isFigure(value) ? withSign(value, decimals ?? plainDecimals(value), true) : "–";
}
/** A share as per cent, for levels and relative limits only: 0.9 is "90 %". */
function formatPercent(share) {
    return `${formatLimit(share * 100)} %`;
}
/** A limit as its author wrote it, with at most ten significant digits. */
function formatLimit(limit) {
    const text = String(Number(limit.toPrecision(10)));
    return /e/.test(text)
        ? text.replaceAll("-", minus)
        : withSign(limit, (text.split(".")[1] ?? "").length, false);
}
/** Whether a figure is there and finite. */
function isFigure(value) {
    return typeof value === "number" && Number.isFinite(value);
}
function rounded(value, decimals) {
    const scale = 10 ** decimals;
    return Math.round(value * scale) / scale;
}
function withSign(value, decimals, isChange) {
    if (Math.abs(value) >= 1e15)
        return value.toExponential(3).replaceAll("-", minus);
    const shown = Math.abs(decimals < 0 ? rounded(value, decimals) : value).toFixed(Math.max(0, decimals));
    const isZero = !/[1-9]/.test(shown);
    const [whole = "", fraction] = shown.split(".");
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
    const sign = isZero ? "" : value < 0 ? minus : isChange ? "+" : "";
    return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

;// CONCATENATED MODULE: ./packages/report/src/fit-blocks.ts

/** A block of plain text. */
function textBlock(priority, text) {
    return { priority, head: text, rows: [], tail: "" };
}
/** Joins what fits into `limit` bytes of UTF-8, and says what is hidden and that `place` has it. */
function fitBlocks(blocks, limit, place) {
    const kept = blocks.map(() => undefined);
    const order = [...blocks.keys()].sort((a, b) => priorityAt(blocks, a) - priorityAt(blocks, b) || a - b);
    const omission = (count) => `<sub>${counted(count, "part")} hidden, see ${place}.</sub>`;
    let room = limit - utf8Length(omission(blocks.length)) - 2;
    let hidden = 0;
    for (const index of order) {
        const block = blocks[index];
        if (block === undefined)
            continue;
        const text = fitBlock(block, block.priority === 0 ? Number.POSITIVE_INFINITY : room - 2, place);
        if (text === undefined)
            hidden += 1;
        else
            room -= utf8Length(text) + 2;
        kept[index] = text;
    }
    const texts = kept.filter((text) => text !== undefined);
    if (hidden > 0)
        texts.splice(-1, 0, omission(hidden));
    return texts.join("\n\n");
}
/** Bytes of the text in UTF-8; never fewer than its UTF-16 units, so that one budget holds for both. */
function utf8Length(text) {
    let bytes = 0;
    for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        // Each half of a surrogate pair counts for two of its four bytes.
        bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    }
    return bytes;
}
function fitBlock(block, room, place) {
    const { head, rows, tail, most = rows.length } = block;
    const note = (hidden) => hidden === 0 ? "" : `\n\n${counted(hidden, "row")} hidden, see ${place}.`;
    const shown = (count) => [head, ...rows.slice(0, count)].join("\n") + note(rows.length - count) + tail;
    const wished = Math.min(most, rows.length);
    const wish = shown(wished);
    if (utf8Length(wish) <= room)
        return wish;
    let used = utf8Length(head + note(rows.length) + tail);
    let count = 0;
    for (const row of rows.slice(0, wished)) {
        used += utf8Length(row) + 1;
        if (used > room)
            break;
        count += 1;
    }
    return count === 0 ? undefined : shown(count);
}
function priorityAt(blocks, index) {
    return blocks[index]?.priority ?? 0;
}

;// CONCATENATED MODULE: ./packages/report/src/escape-html.ts

/** Foreign text for HTML text and quoted attributes, on one line, at most `max` code points. */
function escapeHtml(text, max) {
    return plainText(text, max).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./packages/report/src/phrase.ts



const longest = 300;
const longestCode = 120;
const markdown = {
    text: (text) => escapeMarkdown(text, longest),
    code: (text) => codeSpan(text, longestCode),
    bold: (inner) => `**${inner}**`,
    link: (href, inner) => `[${inner}](${href})`,
};
const summary = {
    text: (text) => escapeMarkdown(text, longest),
    code: (text) => htmlCode(text, longestCode),
    bold: (inner) => `<b>${inner}</b>`,
    link: (_, inner) => inner,
};
const html = {
    text: (text) => escapeHtml(text, longest),
    code: (text) => `<code>${escapeHtml(text, longestCode)}</code>`,
    bold: (inner) => `<b>${inner}</b>`,
    link: (href, inner) => `<a href="${escapeHtml(href, 2000)}">${inner}</a>`,
};
const plain = {
    text: (text) => plainText(text, longest),
    code: (text) => `\`${plainText(text, longestCode)}\``,
    bold: (inner) => inner,
    link: (_, inner) => inner,
};
const bare = { ...plain, code: (text) => plainText(text, longestCode) };
/** The phrase as GitHub Markdown, for a paragraph or a cell. */
function markdownOf(phrase) {
    return written(phrase, markdown);
}
/** The phrase for a `<summary>` in GitHub Markdown, where HTML counts and Markdown does not. */
function summaryOf(phrase) {
    return written(phrase, summary);
}
/** The phrase as HTML of the report. */
function htmlOf(phrase) {
    return written(phrase, html);
}
/** The phrase as plain text of one line, names in backticks. */
function textOf(phrase) {
    return written(phrase, plain);
}
/** The phrase as plain text of one line, without any marks. */
function bareTextOf(phrase) {
    return written(phrase, bare);
}
/** Phrases joined by a separator. */
function joined(phrases, separator) {
    return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [separator, ...phrase]));
}
/** Whether a link may be printed: http or https, and no character that could end it early. */
function isSafeUrl(url) {
    return url.length <= 2000 && /^https?:\/\/[\w.~:/?#@!&=+,;%-]+$/.test(url);
}
function written(phrase, format) {
    return phrase.map((span) => writtenSpan(span, format)).join("");
}
function writtenSpan(span, format) {
    if (typeof span === "string")
        return format.text(span);
    if ("code" in span)
        return format.code(span.code);
    if ("bold" in span)
        return format.bold(written(span.bold, format));
    return isSafeUrl(span.href)
        ? format.link(span.href, format.text(span.text))
        : format.text(span.text);
}

;// CONCATENATED MODULE: ./packages/report/src/reason-words.ts

const words = {
    "beyond-margin": "beyond the margin",
    "proven-worse": "proven worse, best estimate beyond the margin",
    "identical-items": "nothing differs item by item",
    undecided: "the interval holds the limit",
    "too-few": "too few items",
    "small-groups": "every group is too small",
    missing: "missing from the results",
    "no-baseline": "no baseline to compare with",
    "not-comparable": "not comparable with the baseline",
    "no-gates": "nothing judges the metrics",
    unsupported: "not enforced yet",
    undefined: "the metric is undefined",
    engine: "the data engine refused the check",
    "missing-column": "the column is missing",
    "missing-in-some-files": "the column is missing in some files",
    "no-rows": "there are no rows",
    "no-values": "there are no values",
};
const remedies = {
    missing: ["make the results contain every metric and slice that a gate names"],
    "no-baseline": [
        "run once on the default branch and store the evidence there, or set ",
        { code: "first-run: allow" },
        " to start without a baseline",
    ],
    "not-comparable": ["evaluate both models on the same items with the same settings"],
    "no-gates": ["add gates to the evaluation in ", { code: "slipway.yaml" }],
    "small-groups": ["evaluate on more items of each group, or lower ", { code: "min-n" }],
    unsupported: ["take the constraint out of the contract, and enforce it by other means"],
    undefined: ["evaluate on items for which the metric is defined, for instance of both classes"],
};
/** The reason of a check in words; a code word without an entry is read as words. */
function reasonWords(check) {
    const { reason } = check;
    if (reason === undefined)
        return check.outcome === "error" ? "could not be checked" : "";
    if (Object.hasOwn(words, reason))
        return words[reason] ?? reason;
    return /^[a-z0-9-]+$/.test(reason) ? reason.replaceAll("-", " ") : reason;
}
/** The reason of a check in words, with its note. */
function reasonText(check) {
    return [plainText(reasonWords(check), 120), plainText(check.note ?? "", 170)]
        .filter((text) => text !== "")
        .join("; ");
}
/** What to do about the reason of a check, where there is one answer. */
function reasonRemedy(check) {
    const { reason } = check;
    return reason !== undefined && Object.hasOwn(remedies, reason) ? remedies[reason] : undefined;
}

// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
;// CONCATENATED MODULE: ./packages/report/src/standing.ts


const marks = {
    pass: { emoji: "🟢", sign: "✓", word: "passes" },
    warn: { emoji: "🟡", sign: "!", word: "warns" },
    inconclusive: { emoji: "🔴", sign: "?", word: "inconclusive" },
    fail: { emoji: "🔴", sign: "✕", word: "fails" },
    error: { emoji: "🔴", sign: "✕", word: "error" },
};
/** The mark of a check: yellow where it does not keep the document from passing, white where it only tells. */
function markOf(check) {
    const mark = marks[check.outcome];
    if (check.blocks || check.outcome === "pass")
        return mark;
    return isInfo(check) ? { emoji: "⚪", sign: "i", word: "noted" } : { ...mark, emoji: "🟡" };
}
/** Order of attention: blocking checks by outcome, then warnings, then what only tells, passes last; 0 is first. */
function rankOf(check) {
    if (check.outcome === "pass")
        return 20;
    const order = ["error", "fail", "inconclusive", "warn"].indexOf(check.outcome);
    return order + (check.blocks ? 0 : isInfo(check) ? 10 : 5);
}
/** Whether a check only tells: it neither blocks nor warns. */
function isInfo(check) {
    return check.severity === "info" && !check.blocks;
}
/** Whether an entry only counts the groups that were too small to be judged, beside others that were. */
function isSmallGroups(check) {
    return check.reason === "small-groups" && isInfo(check);
}
/** The outcome of one document: never better than its own ledger, whatever it claims. */
function outcomeOf(evidence) {
    return (0,kernel_src/* worstOutcome */.Om)([evidence.outcome, (0,src/* verdictOf */.Vj)(evidence.checks).outcome]);
}
/** The outcome of all documents; of none, `inconclusive`. */
function overallOutcome(evidences) {
    return (0,kernel_src/* worstOutcome */.Om)(evidences.map(outcomeOf));
}
/** Data validations first, then evaluations; of each kind the worst outcome first. */
function inReadingOrder(evidences) {
    const kinds = ["data-validation", "evaluation"];
    return evidences.toSorted((left, right) => kinds.indexOf(left.kind) - kinds.indexOf(right.kind) ||
        kernel_src/* outcomes */.KI.indexOf(outcomeOf(right)) - kernel_src/* outcomes */.KI.indexOf(outcomeOf(left)));
}
/** The verdict in a word, for a headline or a title. */
function verdictMark(outcome) {
    if (outcome === "pass")
        return { emoji: "🟢", word: "Passes" };
    if (outcome === "warn")
        return { emoji: "🟡", word: "Passes with a warning" };
    if (outcome === "inconclusive")
        return { emoji: "🔴", word: "Inconclusive (blocking)" };
    return { emoji: "🔴", word: "Blocked" };
}
/** Every check of every document, in order. */
function allChecks(evidences) {
    return evidences.flatMap((evidence) => evidence.checks);
}
/** How many checks ended how, counted from the ledgers themselves. */
function countsOf(checks) {
    const counts = { pass: 0, warn: 0, inconclusive: 0, fail: 0, error: 0 };
    for (const { outcome } of checks)
        counts[outcome] += 1;
    return counts;
}

;// CONCATENATED MODULE: ./packages/report/src/data-rows.ts





/** The checks of a data validation, worst first. */
function rankedChecks(evidence) {
    return evidence.checks.toSorted((a, b) => rankOf(a) - rankOf(b) || b.failed - a.failed);
}
/** What a check demands, with the reason and the waiver of one that does not simply pass. */
function demandPhrase(check) {
    const words = check.outcome === "pass" ? "" : reasonWords(check);
    const waived = check.waived === undefined
        ? []
        : [" · waived by ", { code: check.waived.by }, " until ", check.waived.until];
    const code = check.code === undefined || check.outcome === "pass" ? "" : ` · ${check.code}`;
    const note = check.note === undefined || check.outcome === "pass" ? "" : ` · ${check.note}`;
    return [
        check.title,
        words === "" ? "" : ` · ${markOf(check).word}: ${words}`,
        note,
        code,
        ...waived,
    ];
}
/** The column that a check is about, or a dash for the whole data set. */
function wherePhrase({ target }) {
    return target.column === undefined ? ["–"] : [{ code: target.column }];
}
/** The first value that broke a check, with its line; else what was observed. */
function examplePhrase(check, isFileNamed) {
    const [sample] = check.samples;
    if (sample === undefined)
        return observedPhrase(check);
    const place = sample.line === undefined
        ? `row ${formatCount(sample.row)}`
        : `line ${formatCount(sample.line)}`;
    const file = isFileNamed ? [{ code: sample.file }, " "] : [];
    const value = sample.value === null ? ["no value"] : [{ code: quotedValue(sample.value) }];
    return [...file, `${place}: `, ...value];
}
/** The passing checks counted by kind: "By kind: type 9, required 5." */
function kindsPhrase(checks) {
    const kinds = [...Map.groupBy(checks, ({ kind }) => kind)];
    const shown = kinds
        .slice(0, 20)
        .map(([kind, group]) => [`${kind} ${formatCount(group.length)}`]);
    const more = kinds.length > 20 ? `, and ${formatCount(kinds.length - 20)} more kinds` : "";
    return ["By kind: ", ...joined(shown, ", "), more, "."];
}
/** "39 pass", "2 fail, 1 inconclusive": what a fold holds. */
function outcomesText(checks) {
    const counts = countsOf(checks);
    const words = {
        fail: "fail",
        error: "in error",
        inconclusive: "inconclusive",
        warn: "warn",
        pass: "pass",
    };
    const outcomes = ["fail", "error", "inconclusive", "warn", "pass"];
    return outcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => `${formatCount(counts[outcome])} ${words[outcome]}`)
        .join(", ");
}
function observedPhrase({ observed, outcome }) {
    if (outcome === "pass" || observed === null || Array.isArray(observed))
        return [];
    if (typeof observed === "number")
        return [`found ${formatNumber(observed)}`];
    if (typeof observed !== "object")
        return ["found ", { code: String(observed) }];
    const { rows, percent } = observed;
    if (typeof rows === "number")
        return [`found ${counted(rows, "row")}`];
    return typeof percent === "number" ? [`found ${formatNumber(percent)} %`] : [];
}

;// CONCATENATED MODULE: ./packages/report/src/duration.ts

/** How long a document took, such as "1.3 s"; empty where the instants are of different days or damaged. */
function durationText(startedAt, finishedAt) {
    const [start, finish] = [secondsOf(startedAt), secondsOf(finishedAt)];
    if (start === undefined || finish === undefined || finish < start)
        return "";
    if (startedAt.slice(0, 10) !== finishedAt.slice(0, 10))
        return "";
    return `${formatNumber(finish - start, finish - start < 10 ? 1 : 0)} s`;
}
function secondsOf(instant) {
    const parts = /T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)Z$/.exec(instant);
    return parts === null
        ? undefined
        : Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
}

;// CONCATENATED MODULE: ./packages/report/src/metric-name.ts
const averages = { "": "", _macro: " (macro)", _micro: " (micro)", _weighted: " (weighted)" };
const rates = {
    accuracy: "accuracy",
    accuracy_score: "accuracy",
    balanced_accuracy: "balanced accuracy",
    balanced_accuracy_score: "balanced accuracy",
    average_precision: "average precision",
    average_precision_score: "average precision",
    roc_auc: "ROC AUC",
    roc_auc_score: "ROC AUC",
    roc_auc_ovr: "ROC AUC (one against rest)",
    roc_auc_ovo: "ROC AUC (one against one)",
    roc_auc_ovr_weighted: "ROC AUC (one against rest, weighted)",
    roc_auc_ovo_weighted: "ROC AUC (one against one, weighted)",
    ...averaged("precision", "precision"),
    ...averaged("recall", "recall"),
    ...averaged("f1", "F1"),
};
const losses = {
    log_loss: "log loss",
    brier_score_loss: "Brier",
    brier_score: "Brier",
    brier: "Brier",
    mean_absolute_error: "MAE",
    mae: "MAE",
    mean_squared_error: "MSE",
    mse: "MSE",
    root_mean_squared_error: "RMSE",
    rmse: "RMSE",
    median_absolute_error: "median absolute error",
};
/** The way a metric of this name is shown; an unknown name is shown as code, without a direction. */
function metricName(name) {
    const rate = ownText(rates, name);
    if (rate !== undefined)
        return { label: rate, better: "higher", isRate: true };
    const loss = ownText(losses, name);
    if (loss !== undefined)
        return { label: loss, better: "lower", isRate: false };
    if (name === "r2" || name === "r2_score")
        return { label: "R²", better: "higher", isRate: false };
    return { label: { code: name }, better: undefined, isRate: false };
}
/** The arrow of what is better. */
function arrowOf(better) {
    return better === undefined ? "" : better === "higher" ? " ↑" : " ↓";
}
function averaged(name, label) {
    return Object.fromEntries(Object.entries(averages).map(([suffix, text]) => [name + suffix, label + text]));
}
function ownText(table, name) {
    return Object.hasOwn(table, name) ? table[name] : undefined;
}

;// CONCATENATED MODULE: ./packages/report/src/gate-limit.ts



/** Reads the limit: `expected` is a number, or an object that holds it under the rule's name. */
function gateLimit(check) {
    const rule = src/* gateRules */.DB.find((known) => known === check.kind);
    const keys = [check.kind, "limit", "margin", "value"];
    for (const candidate of [check.expected, ...keys.map((key) => field(check.expected, key))])
        if (typeof candidate === "number" && Number.isFinite(candidate))
            return { rule, limit: candidate };
    return { rule, limit: undefined };
}
/** The metric's name with the direction that the gate states, where it states one. */
function gateMetric(check) {
    const name = metricName(check.metric ?? check.target.metric ?? check.id);
    const stated = field(check.expected, "direction");
    return stated === "higher" || stated === "lower" ? { ...name, better: stated } : name;
}
/** The column whose groups a gate judges; `undefined` for a gate on all items. */
function gateColumn(check) {
    const column = field(check.expected, "slice");
    return typeof column === "string" ? column : undefined;
}
/** The damage that a change gate tolerates, in the metric's own unit. */
function marginOf(check) {
    const { rule, limit } = gateLimit(check);
    if (limit === undefined)
        return undefined;
    if (rule === "max-drop")
        return limit;
    if (rule !== "max-relative-drop" || !isFigure(check.baseline))
        return undefined;
    return limit * Math.abs(check.baseline);
}
/** The limit in words: "≥ 0.75", "drop ≤ 0.010". */
function limitText(check) {
    const { rule, limit } = gateLimit(check);
    if (rule === undefined || limit === undefined)
        return check.metric === undefined ? "–" : check.title;
    const drop = gateMetric(check).better === "lower" ? "rise" : "drop";
    const texts = {
        min: `≥ ${formatLimit(limit)}`,
        max: `≤ ${formatLimit(limit)}`,
        "max-drop": `${drop} ≤ ${formatLimit(limit)}`,
        "max-relative-drop": `${drop} ≤ ${formatPercent(limit)} of base`,
        "max-gap": `gap ≤ ${formatLimit(limit)}`,
    };
    return texts[rule];
}
/** How far beyond its limit a check is, in half widths of its interval; larger is worse, negative is inside. */
function excessOf(check) {
    const { rule, limit } = gateLimit(check);
    const margin = marginOf(check);
    if (margin !== undefined && isFigure(check.difference)) {
        const damage = gateMetric(check).better === "lower" ? check.difference : -check.difference;
        return (damage - margin) / Math.max(halfWidth(check), 1e-12);
    }
    if (limit === undefined || !isFigure(check.candidate))
        return Number.NEGATIVE_INFINITY;
    const beyond = rule === "min" ? limit - check.candidate : check.candidate - limit;
    return beyond / Math.max(Math.abs(limit), 1e-12);
}
function halfWidth({ interval }) {
    return isFigure(interval?.low) && isFigure(interval.high)
        ? Math.abs(interval.high - interval.low) / 2
        : 0;
}
function field(value, key) {
    return typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined;
}

;// CONCATENATED MODULE: ./packages/report/src/gate-change.ts


/** The change of a check with its interval; `undefined` where one of its figures is missing. */
function changeOf(check) {
    const { difference } = check;
    const ends = endsOf(check.interval);
    if (!isFigure(difference) || ends === undefined)
        return undefined;
    const margin = marginOf(check);
    const { better } = gateMetric(check);
    const start = decimalsOf(ends.low, ends.high) ?? plainDecimals(difference);
    const edge = margin === undefined ? undefined : better === "lower" ? margin : -margin;
    const decimals = edge === undefined ? start : tellApart(difference, edge, start);
    return { estimate: difference, ...ends, margin, better, decimals };
}
/** An interval's two ends, with their signs. */
function intervalText({ low, high, decimals }) {
    return `${formatChange(low, decimals)} … ${formatChange(high, decimals)}`;
}
/** Whether the whole interval lies on the better side of no change. */
function isBetter(change) {
    if (change?.better === undefined)
        return false;
    return change.better === "higher" ? change.low > 0 : change.high < 0;
}
/** Decimals for the values of a row: as its interval allows, and enough to tell a value from its limit. */
function valueDecimals(lead, checks, change) {
    const own = endsOf(lead.interval);
    const known = change?.decimals ?? (own === undefined ? undefined : decimalsOf(own.low, own.high));
    let decimals = known ?? plainDecimals(lead.candidate ?? lead.baseline ?? 0);
    for (const check of checks) {
        const { rule, limit } = gateLimit(check);
        const isAbsolute = rule === "min" || rule === "max" || rule === "max-gap";
        if (isAbsolute && limit !== undefined && isFigure(check.candidate))
            decimals = tellApart(check.candidate, limit, decimals);
    }
    return decimals;
}
/** The value of a check, with its own interval where that is what was judged. */
function valueText(check, decimals) {
    const value = formatNumber(check.candidate, decimals);
    const ends = isFigure(check.difference) ? undefined : endsOf(check.interval);
    if (ends === undefined)
        return value;
    return `${value} (${formatNumber(ends.low, decimals)} … ${formatNumber(ends.high, decimals)})`;
}
function endsOf(interval) {
    if (!isFigure(interval?.low) || !isFigure(interval.high))
        return undefined;
    return { low: interval.low, high: interval.high };
}

;// CONCATENATED MODULE: ./packages/report/src/slices.ts


/** A slice for people: "origin = DEN"; the whole has none. */
function sliceName(slice) {
    const parts = Object.entries(slice ?? {}).map(([column, value]) => `${column} = ${value}`);
    return parts.length === 0 ? undefined : parts.join(", ");
}
/** A slice as a key of a map. */
function sliceKey(slice) {
    return JSON.stringify(Object.entries(slice ?? {}).sort());
}
/** How many items each metric of each slice was computed on, by `[metric, slice key]` as JSON. */
function sampleSizes(metrics) {
    return new Map(metrics.map((record) => [JSON.stringify([record.name, sliceKey(record.slice)]), record.n]));
}
/** Groups below this size are never named as the place of a change: their figures are noise. */
const smallestGroup = 50;
/** How a metric changed in each group that both sides have, worst first; small groups are only counted. */
function sliceChanges(evidence, metric) {
    const before = new Map((evidence.baseline?.metrics ?? [])
        .filter(({ name }) => name === metric)
        .map((record) => [sliceKey(record.slice), record.value]));
    const sign = metricName(metric).better === "lower" ? 1 : -1;
    let small = 0;
    const groups = [];
    for (const { name, slice, value, n } of evidence.metrics) {
        const [base, label] = [before.get(sliceKey(slice)), sliceName(slice)];
        if (name !== metric || label === undefined || !isFigure(value) || !isFigure(base))
            continue;
        if (n < smallestGroup)
            small += 1;
        else
            groups.push({ slice: label, n, base, now: value, difference: value - base });
    }
    return { groups: groups.sort((a, b) => sign * (b.difference - a.difference)), small };
}

;// CONCATENATED MODULE: ./packages/report/src/gate-row.ts








/** The gated metrics of an evaluation, one row for each metric and slice, worst first. */
function gateRows(evidence) {
    const groups = new Map();
    for (const check of evidence.checks) {
        if (isSmallGroups(check))
            continue;
        const key = rowKey(check);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [check]);
        else
            group.push(check);
    }
    const sizes = sampleSizes(evidence.metrics);
    return [...groups.values()]
        .map((checks) => gateRow(checks, sizes))
        .sort((a, b) => rankOf(a.lead) - rankOf(b.lead) || sliced(a) - sliced(b) || worse(a, b));
}
/** Rules that share figures share a row; a gap, or a rule on groups that were not judged, has its own. */
function rowKey(check) {
    const metric = check.metric ?? check.target.metric;
    const slice = sliceOf(check);
    const isAlone = metric === undefined || (slice === null && gateColumn(check) !== undefined);
    return JSON.stringify([metric, sliceKey(slice), isAlone ? check.id : ""]);
}
function gateRow(checks, sizes) {
    const lead = worstCheck(checks);
    const shown = checks.find((check) => isFigure(check.difference)) ?? lead;
    const name = gateMetric(shown);
    const slice = sliceName(sliceOf(lead));
    const change = changeOf(shown);
    const decimals = valueDecimals(lead, checks, change);
    const items = sizes.get(JSON.stringify([lead.metric, sliceKey(sliceOf(lead))]));
    return {
        lead,
        mark: markOf(lead),
        name,
        metric: metricPhrase(shown, name, slice),
        slice,
        base: formatNumber(shown.baseline, decimals),
        now: valueText(shown, decimals),
        difference: formatChange(shown.difference, change?.decimals ?? decimals),
        interval: change === undefined ? "" : intervalText(change),
        level: formatPercent(shown.interval?.level ?? 0.9),
        limit: limitPhrase(checks),
        verdict: verdictPhrase(lead, change, items),
        change,
        items,
    };
}
function limitPhrase(checks) {
    const limits = [...new Set(checks.map(limitText))];
    const more = limits.length > 5 ? [`${formatCount(limits.length - 5)} more`] : [];
    return joined([...limits.slice(0, 5), ...more].map((limit) => [limit]), " · ");
}
function metricPhrase(check, name, slice) {
    if (check.metric === undefined && check.target.metric === undefined)
        return [check.title];
    const column = slice === undefined ? gateColumn(check) : undefined;
    if (check.kind === "max-gap" && column !== undefined)
        return [name.label, " gap by ", { code: column }];
    const by = column === undefined ? [] : [" by ", { code: column }];
    const at = slice === undefined ? by : [" at ", { code: slice }];
    return [name.label, arrowOf(name.better), ...at];
}
function verdictPhrase(check, change, items) {
    const { word } = markOf(check);
    const waived = check.waived === undefined
        ? []
        : [" · waived by ", { code: check.waived.by }, " until ", check.waived.until];
    const reason = reasonText(check);
    if (check.outcome === "pass") {
        const better = isBetter(change) ? ", better" : "";
        return [`${word}${better}${reason === "" ? "" : `: ${reason}`}`, ...waived];
    }
    const about = check.needed === undefined ? reason : neededText(check.needed, items);
    return [about === "" ? word : `${word}: ${about}`, ...waived];
}
function neededText(needed, items) {
    const rough = `≈ ${formatCount(Number(needed.toPrecision(2)))} needed`;
    return items === undefined ? rough : `${formatCount(items)} items, ${rough}`;
}
function worstCheck(checks) {
    const [worst] = checks.toSorted((a, b) => rankOf(a) - rankOf(b) || worseCheck(a, b));
    if (worst === undefined)
        throw new RangeError("a row needs a check");
    return worst;
}
function sliceOf(check) {
    return check.slice ?? check.target.slice ?? null;
}
function sliced(row) {
    return row.slice === undefined ? 0 : 1;
}
function worse(a, b) {
    return a.lead.outcome === "pass" ? 0 : worseCheck(a.lead, b.lead);
}
function worseCheck(a, b) {
    const [first, second] = [excessOf(a), excessOf(b)];
    return first === second ? 0 : second > first ? 1 : -1;
}

;// CONCATENATED MODULE: ./packages/report/src/headline.ts






/** The verdict, the counts and the worst evidence, in one line without its emoji. */
function headline(evidences) {
    const worst = worstEvidence(evidences);
    return joined([
        [verdictMark(overallOutcome(evidences)).word],
        [countsText(evidences)],
        ...(worst.length > 0 ? [worst] : []),
    ], " · ");
}
/** "3 of 55 checks fail, 1 is inconclusive", counted from the ledgers. */
function countsText(evidences) {
    const checks = allChecks(evidences).filter((check) => !isSmallGroups(check));
    const counts = countsOf(checks.filter((check) => !isInfo(check)));
    if (checks.length === 0)
        return "nothing was checked";
    const order = ["fail", "error", "inconclusive", "warn"];
    const found = order.filter((outcome) => counts[outcome] > 0);
    if (found.length === 0)
        return counted(checks.length, "check");
    return found
        .map((outcome, index) => {
        const of = index === 0 ? ` of ${counted(checks.length, "check")}` : "";
        return `${formatCount(counts[outcome])}${of} ${verbOf(outcome, counts[outcome])}`;
    })
        .join(", ");
}
/** A change with its interval and what is allowed: points for a rate, else the metric's own unit. */
function changeText(change, row) {
    const { margin, better } = change;
    const unit = row.name.isRate
        ? { scale: 100, decimals: change.decimals - 2, noun: " points" }
        : { scale: 1, decimals: change.decimals, noun: "" };
    const show = (value) => formatChange(value * unit.scale, unit.decimals);
    const allowed = margin === undefined
        ? ""
        : `, allowed ${margin === 0 ? "0" : show(better === "lower" ? margin : -margin)}`;
    return `${show(change.estimate)}${unit.noun} (${row.level} interval ${show(change.low)} … ${show(change.high)}${allowed})`;
}
/** Whether the check that leads a row is about a change against the baseline. */
function isAboutChange(row) {
    const { rule } = gateLimit(row.lead);
    return (row.change !== undefined &&
        (rule === "max-drop" || rule === "max-relative-drop" || row.lead.outcome === "pass"));
}
function worstEvidence(evidences) {
    const rows = evidences.flatMap((evidence) => evidence.kind === "evaluation" ? gateRows(evidence) : []);
    const data = evidences
        .flatMap((evidence) => (evidence.kind === "data-validation" ? evidence.checks : []))
        .filter(({ outcome }) => outcome !== "pass")
        .sort((a, b) => rankOf(a) - rankOf(b) || b.failed - a.failed)[0];
    const row = rows.toSorted((a, b) => rankOf(a.lead) - rankOf(b.lead))[0];
    if (row === undefined)
        return data === undefined ? [] : dataPhrase(data);
    if (data !== undefined && rankOf(data) < rankOf(row.lead))
        return dataPhrase(data);
    return rowPhrase(row.lead.outcome === "pass" ? (rows.find(isAboutChange) ?? row) : row);
}
function rowPhrase(row) {
    const { rule, limit } = gateLimit(row.lead);
    if (row.change !== undefined && isAboutChange(row))
        return [...subjectOf(row), ` ${changeText(row.change, row)}`];
    const isUndone = row.now === "–" || (row.change === undefined && rule?.includes("drop"));
    if (isUndone) {
        const reason = reasonWords(row.lead);
        return reason === "" ? subjectOf(row) : [...subjectOf(row), `: ${reason}`];
    }
    if (rule === undefined || limit === undefined)
        return [...subjectOf(row), ` ${row.now}`];
    return [...subjectOf(row), ` ${row.now}, limit ${limitText(row.lead)}`];
}
/** The metric of a row without the arrow of what is better. */
function subjectOf({ metric }) {
    return metric.filter((span) => span !== " ↑" && span !== " ↓");
}
function dataPhrase(check) {
    const { dataset, column } = check.target;
    const reason = reasonWords(check);
    const told = check.failed > 0
        ? `${counted(check.failed, "row")} fail “${check.title}”`
        : `${check.title}${reason === "" ? "" : `: ${reason}`}`;
    return [{ code: column ?? dataset }, ": ", told];
}
function verbOf(outcome, count) {
    const one = count === 1;
    if (outcome === "fail")
        return one ? "fails" : "fail";
    if (outcome === "error")
        return "could not be run";
    if (outcome === "inconclusive")
        return one ? "is inconclusive" : "are inconclusive";
    return one ? "warns" : "warn";
}

// EXTERNAL MODULE: ./node_modules/.pnpm/markdown-table@3.1.0/node_modules/markdown-table/index.js
var markdown_table = __webpack_require__(44522);
;// CONCATENATED MODULE: ./packages/report/src/markdown-blocks.ts


/** A table under a line of text. */
function tableBlock(priority, lead, table) {
    const { head, rows } = tableLines(table);
    return { priority, head: lead === "" ? head : `${lead}\n\n${head}`, rows, tail: "" };
}
/** A table that is folded under a summary. */
function foldedTable(priority, summary, table) {
    const { head, rows } = tableLines(table);
    return { priority, head: `${openFold(summary)}\n\n${head}`, rows, tail: "\n</details>" };
}
/** Text that is folded under a summary. */
function foldedText(priority, summary, text) {
    return {
        priority,
        head: `${openFold(summary)}\n\n${markdownOf(text)}\n</details>`,
        rows: [],
        tail: "",
    };
}
function openFold(summary) {
    return `<details><summary>${summaryOf(summary)}</summary>`;
}
function tableLines({ align, header, rows }) {
    const cells = rows.map((row) => row.map((cell) => markdownOf(cell)));
    const lines = (0,markdown_table/* markdownTable */.Q)([[...header], ...cells], {
        align: Array.from(align),
        alignDelimiters: false,
    }).split("\n");
    return { head: lines.slice(0, 2).join("\n"), rows: lines.slice(2) };
}

;// CONCATENATED MODULE: ./packages/report/src/data-blocks.ts








/** A data validation in Markdown: what does not pass open, what passes folded, by kind or (`isFull`) row by row. */
function dataBlocks(evidence, isFull) {
    const checks = rankedChecks(evidence);
    const open = checks.filter(({ outcome }) => outcome !== "pass");
    const passing = checks.filter(({ outcome }) => outcome === "pass");
    // The comment must not change when only the time taken does: unchanged means no write.
    const took = isFull ? durationText(evidence.startedAt, evidence.finishedAt) : "";
    const size = `${counted(evidence.rows, "row")}${took === "" ? "" : `, ${took}`}`;
    if (open.length === 0 && !isFull && passing.length > 0) {
        const title = [
            { bold: ["Data"] },
            " ",
            { code: evidence.name },
            ` · ${outcomesText(passing)} (${size})`,
        ];
        return [foldedText(5, title, kindsPhrase(passing))];
    }
    const title = markdownOf([
        { bold: ["Data"] },
        " · ",
        { code: evidence.name },
        ` · ${countsText([evidence])} (${size})`,
    ]);
    const blocks = [
        open.length === 0 ? textBlock(2, title) : tableBlock(2, title, checkTable(evidence, open)),
    ];
    if (passing.length === 0)
        return blocks;
    const summary = [outcomesText(passing)];
    blocks.push(isFull
        ? foldedTable(7, summary, checkTable(evidence, passing))
        : foldedText(6, summary, kindsPhrase(passing)));
    return blocks;
}
function checkTable(evidence, checks) {
    const files = new Set(evidence.checks.flatMap(({ samples }) => samples.map(({ file }) => file)));
    return {
        align: "lllrl",
        header: ["", "Check", "Where", "Failed", "Example"],
        rows: checks.map((check) => [
            [markOf(check).emoji],
            demandPhrase(check),
            wherePhrase(check),
            [formatCount(check.failed)],
            examplePhrase(check, files.size > 1),
        ]),
    };
}

;// CONCATENATED MODULE: ./packages/report/src/explain-checks.ts




/** Why a data validation does not pass. */
function dataWhys(evidence) {
    const isBroken = (check) => (check.outcome === "fail" || check.outcome === "warn") &&
        !isInfo(check) &&
        reasonRemedy(check) === undefined;
    const broken = evidence.checks
        .filter(isBroken)
        .sort((a, b) => rankOf(a) - rankOf(b) || b.failed - a.failed);
    const whys = reasonWhys(evidence.checks.filter((check) => check.outcome !== "pass" && !isInfo(check) && !isBroken(check)));
    const [first] = broken;
    if (first === undefined)
        return whys;
    const listed = broken
        .slice(0, 3)
        .map(({ failed, target, title }) => [
        failed > 0 ? `${formatCount(failed)} × ` : "",
        { code: target.column ?? target.dataset },
        ` fails “${title}”`,
    ]);
    const more = broken.length > 3 ? `, and ${formatCount(broken.length - 3)} more` : "";
    const verb = broken.length === 1 ? "is" : "are";
    const claim = [
        `${counted(broken.length, "rule")} of `,
        { code: evidence.name },
        ` ${verb} broken`,
    ];
    const support = [": ", ...joined(listed, ", "), more, "."];
    return [{ claim, support, rank: rankOf(first) }, ...whys];
}
/** Checks that ended for the same reason, told together. */
function reasonWhys(checks) {
    const groups = Map.groupBy(checks, (check) => `${rankOf(check)} ${reasonWords(check)}`);
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const words = reasonWords(first);
        const state = {
            pass: "passed",
            warn: "warned",
            fail: "failed",
            error: "ended in an error",
            inconclusive: "could not be decided",
        }[first.outcome];
        const titles = joined(group.slice(0, 3).map(({ title }) => [title]), "; ");
        const more = group.length > 3 ? `; and ${formatCount(group.length - 3)} more` : "";
        const claim = [
            `${counted(group.length, "check")} ${state}${words === "" ? "" : `: ${words}`}`,
        ];
        return [{ claim, support: [" (", ...titles, more, ")."], rank: rankOf(first) }];
    });
}
/** What to do about one check. */
function remedyOf(check) {
    const known = reasonRemedy(check);
    if (known !== undefined)
        return known;
    if (check.outcome === "error")
        return ["read the note beside the check, repair the setup, and run again"];
    if ("samples" in check)
        return [check.failed > 0 ? "mend the rows named below" : "make the data fit the contract"];
    if (check.outcome !== "inconclusive")
        return [
            "compare what both models say on these items; if the change is wanted, change the limit on the base branch first",
        ];
    if (check.needed === undefined)
        return ["evaluate on more items"];
    return [
        `about ${formatCount(Number(check.needed.toPrecision(2)))} items would decide it at this spread`,
    ];
}

;// CONCATENATED MODULE: ./packages/report/src/explain.ts








/** Why it does not pass, the worst first, at most two reasons; none for a plain pass. */
function explainWhy(evidences) {
    const found = [
        ...evidences.flatMap((evidence) => evidence.kind === "evaluation" ? metricWhys(evidence) : []),
        ...evidences.flatMap((evidence) => (evidence.kind === "evaluation" ? [] : dataWhys(evidence))),
    ];
    if (evidences.every(({ checks }) => checks.length === 0))
        return [
            {
                claim: ["Nothing was checked"],
                support: [", and what was not checked is never green."],
                rank: 0,
            },
        ];
    return found.sort((a, b) => a.rank - b.rank).slice(0, 2);
}
/** What to do about it: at most three short instructions. */
function explainRemedy(evidences) {
    const checks = allChecks(evidences);
    if (checks.length === 0)
        return [emptyRemedy];
    const remedies = new Map();
    for (const check of attention(checks)) {
        const remedy = remedyOf(check);
        remedies.set(JSON.stringify(remedy), remedy);
        if (remedies.size === 3)
            break;
    }
    return [...remedies.values()];
}
const emptyRemedy = [
    "name a contract or gates in ",
    { code: "slipway.yaml" },
    ", and run the checks before this report",
];
/** Only blocking checks where there are any; else those that warn. */
function attention(checks) {
    const open = checks.filter((check) => check.outcome !== "pass" && !isInfo(check));
    const blocking = open.filter(({ blocks }) => blocks);
    return (blocking.length > 0 ? blocking : open).toSorted((a, b) => rankOf(a) - rankOf(b));
}
function metricWhys(evidence) {
    const rows = gateRows(evidence).filter(({ lead }) => lead.outcome !== "pass" && !isInfo(lead));
    const isJudged = ({ lead }) => reasonRemedy(lead) === undefined && lead.outcome !== "error";
    const judged = rows.find(isJudged);
    const whys = reasonWhys(rows.filter((row) => !isJudged(row)).map(({ lead }) => lead));
    return judged === undefined ? whys : [rowWhy(judged, evidence), ...whys];
}
function rowWhy(row, evidence) {
    const rank = rankOf(row.lead);
    const { rule, limit } = gateLimit(row.lead);
    const subject = subjectOf(row);
    if (row.change !== undefined && isAboutChange(row)) {
        if (row.lead.outcome === "inconclusive")
            return {
                claim: [...subject, " may have become worse by more than allowed, or not"],
                support: undecided(row),
                rank,
            };
        const verb = row.change.estimate < 0 ? "fell" : "rose";
        return {
            claim: [...subject, ` ${verb} by ${amountText(row)}`],
            support: [`, ${row.base} → ${row.now}`, ...worstPlace(row, evidence), "."],
            rank,
        };
    }
    const side = rule === "min" ? "below the least" : "above the most";
    const bound = rule === undefined || limit === undefined
        ? "not as demanded"
        : `${side} that is allowed, ${formatLimit(limit)}`;
    return {
        claim: [...subject, ` is ${row.now}`],
        support: [`, ${row.lead.outcome === "inconclusive" ? reasonWords(row.lead) : bound}.`],
        rank,
    };
}
function undecided({ items, lead }) {
    const few = items === undefined
        ? "the items do not decide it."
        : `${counted(items, "item")} do not decide it.`;
    const soft = lead.blocks
        ? []
        : [" This does not block the pull request (", { code: "on-inconclusive: warn" }, ")."];
    return [": ", few, ...soft];
}
function amountText({ change, name, difference }) {
    if (change === undefined || !name.isRate)
        return difference.replace(/^[+\u2212]/, "");
    return `${formatChange(Math.abs(change.estimate) * 100, change.decimals - 2).replace("+", "")} points`;
}
function worstPlace(row, evidence) {
    const metric = row.lead.metric ?? row.lead.target.metric;
    if (row.slice !== undefined || metric === undefined || row.change === undefined)
        return [];
    const [worst] = sliceChanges(evidence, metric).groups;
    const isWorse = worst !== undefined &&
        Math.abs(worst.difference) > Math.abs(row.change.estimate) &&
        worst.difference * row.change.estimate > 0;
    if (!isWorse)
        return [];
    const scale = row.name.isRate ? 100 : 1;
    const decimals = row.change.decimals - (row.name.isRate ? 2 : 0);
    return [
        ", most at ",
        { code: worst.slice },
        ` (${formatChange(worst.difference * scale, decimals)}, ${counted(worst.n, "item")})`,
    ];
}

;// CONCATENATED MODULE: ./packages/report/src/ungated-table.ts



/** A table of metrics shows at most this many; the evidence has all of them. */
const mostRecords = 500;
/** Every metric that was computed, gated or not: one table for all items, one for the groups. */
function ungatedTable(evidence) {
    const before = new Map((evidence.baseline?.metrics ?? []).map((record) => [keyOf(record), record.value]));
    const whole = evidence.metrics.filter(({ slice }) => sliceName(slice) === undefined);
    const groups = evidence.metrics.filter(({ slice }) => sliceName(slice) !== undefined);
    const parts = [
        { name: "All metrics", records: whole },
        { name: "All metrics by group", records: groups },
    ];
    return parts
        .filter(({ records }) => records.length > 0)
        .map(({ name, records }) => ({
        summary: titleOf(name, records.length),
        table: {
            align: "lrrrr",
            header: ["Metric", "Base", "Now", "Change", "Items"],
            rows: records
                .toSorted((left, right) => right.n - left.n)
                .slice(0, mostRecords)
                .map((record) => metricCells(record, before.get(keyOf(record)))),
        },
    }));
}
function titleOf(name, count) {
    const cut = count > mostRecords ? `, the ${formatCount(mostRecords)} of the largest groups` : "";
    return [{ bold: [name] }, ` · ${formatCount(count)}${cut}`];
}
function metricCells(record, base) {
    const { label, better } = metricName(record.name);
    const slice = sliceName(record.slice);
    const { interval, value } = record;
    const known = isFigure(interval?.low) && isFigure(interval.high)
        ? decimalsOf(interval.low, interval.high)
        : undefined;
    const decimals = known ?? plainDecimals(value ?? 0);
    const change = isFigure(value) && isFigure(base) ? value - base : undefined;
    return [
        [label, arrowOf(better), ...(slice === undefined ? [] : [" at ", { code: slice }])],
        [formatNumber(base, decimals)],
        [
            record.undefined === undefined
                ? formatNumber(value, decimals)
                : `undefined: ${record.undefined}`,
        ],
        [formatChange(change, decimals)],
        [formatCount(record.n)],
    ];
}
function keyOf({ name, slice }) {
    return JSON.stringify([name, sliceKey(slice)]);
}

;// CONCATENATED MODULE: ./packages/report/src/metric-blocks.ts








/** At most this many slices that do not pass stand in the main table; the rest is folded. */
const openSlices = 5;
/** An evaluation in Markdown: gated metrics worst first, slices folded, and (`isFull`) every other metric. */
function metricBlocks(evidence, isFull) {
    const rows = gateRows(evidence);
    const isOpen = (row) => row.slice !== undefined && row.mark.word !== "passes";
    const openRows = new Set(rows.filter(isOpen).slice(0, openSlices));
    const main = rows.filter((row) => row.slice === undefined || openRows.has(row));
    const folded = rows.filter((row) => row.slice !== undefined && !openRows.has(row));
    const title = markdownOf([
        { bold: ["Evaluation"] },
        " · ",
        { code: evidence.name },
        ` · ${countsText([evidence])}`,
    ]);
    const blocks = [main.length === 0 ? textBlock(3, title) : tableBlock(3, title, gateTable(main))];
    if (folded.length > 0)
        blocks.push(foldedTable(5, sliceSummary(rows), gateTable(folded)));
    if (isFull)
        blocks.push(...ungatedTable(evidence).map(({ summary, table }) => foldedTable(8, summary, table)));
    return blocks;
}
/** What a fold of slices holds, in one line. */
function sliceSummary(rows) {
    const slices = rows.filter(({ slice }) => slice !== undefined);
    return [
        { bold: ["Slices"] },
        ` · ${outcomesText(slices.map(({ lead }) => lead))} of ${counted(slices.length, "group")}`,
    ];
}
function gateTable(rows) {
    const levels = new Set(rows.map(({ level }) => level));
    const [level] = levels;
    return {
        align: "llrrrrl",
        header: [
            "",
            "Metric",
            "Base",
            "This PR",
            levels.size === 1 ? `Change (${level ?? ""} interval)` : "Change (interval)",
            "Limit",
            "Verdict",
        ],
        rows: rows.map((row, index) => [
            [row.mark.emoji],
            row.metric,
            [row.base],
            [row.now],
            changeCell(row, { isFirst: index === 0, isLevelShown: levels.size > 1 }),
            row.limit,
            row.verdict,
        ]),
    };
}
function changeCell(row, show) {
    if (row.change === undefined)
        return [row.difference];
    const level = show.isLevelShown ? `${row.level}: ` : "";
    return [show.isFirst ? { bold: [row.difference] } : row.difference, ` (${level}${row.interval})`];
}

;// CONCATENATED MODULE: ./packages/report/src/format-time.ts

/** An ISO instant as "2026-03-02 16:40 UTC"; anything else is returned as it is. */
function formatInstant(instant) {
    const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/.exec(instant);
    return parts?.[1] === undefined || parts[2] === undefined
        ? instant
        : `${parts[1]} ${parts[2]} UTC`;
}
/** An age in days as people say it: hours below one day. */
function formatAge(days) {
    if (days >= 1)
        return counted(Math.round(days), "day");
    const hours = Math.round(days * 24);
    return hours < 1 ? "under an hour" : counted(hours, "hour");
}
/** A commit cut to seven digits, a digest to twelve: what people compare at a glance. */
function shortCommit(commit) {
    return /^[0-9a-f]{7,64}$/.test(commit) ? commit.slice(0, 7) : commit;
}

;// CONCATENATED MODULE: ./packages/report/src/provenance.ts




/** What was compared with what, how it was paired and computed, and which policy judged. */
function provenance(evidence) {
    const compared = evidence.kind === "evaluation" ? comparedParts(evidence) : [[counted(evidence.rows, "row")]];
    return joined([identity(evidence), ...compared, policyPhrase(evidence)], " · ");
}
/** Name, commit and, for an evaluation, the baseline with how it was chosen and its age. */
function identity(evidence) {
    const commit = evidence.run.headCommit ?? evidence.run.commit;
    const at = commit === undefined ? [] : [" at ", { code: shortCommit(commit) }];
    const against = evidence.kind === "evaluation" ? againstPhrase(evidence) : [];
    return [{ code: evidence.name }, ...at, ...against];
}
/** The distinct methods of a document's intervals, at most four. */
function methodsOf(evidence) {
    const methods = new Set(evidence.checks.flatMap(({ interval }) => interval === undefined || interval.method === "none" ? [] : [interval.method]));
    const all = [...methods];
    return all.length > 4 ? [...all.slice(0, 4), `${formatCount(all.length - 4)} more`] : all;
}
/** What readers must know although no check says it: no baseline, unpaired items, items not kept, whose policy. */
function notices(evidence) {
    const found = [];
    const { policy } = evidence;
    if (policy.origin === "pull-request")
        found.push(["There is no policy on the base branch: this pull request was judged by its own."]);
    if (policy.note !== undefined)
        found.push([policy.note]);
    if (evidence.kind === "data-validation")
        return found;
    const { baseline, items } = evidence;
    const small = new Set(evidence.checks.flatMap((check) => isSmallGroups(check) && check.note !== undefined ? [check.note] : []));
    found.push(...[...small].slice(0, 5).map((note) => [`${note}.`]));
    if (baseline === null)
        found.push(["There is no baseline: nothing was compared."]);
    else if (baseline.differing.length > 0)
        found.push([
            "Not comparable with the baseline: ",
            ...joined(baseline.differing.slice(0, 5).map((key) => [{ code: key }]), ", "),
            " differ.",
        ]);
    else if (baseline.pairedBy === null)
        found.push([
            "Items could not be paired: intervals of changes treat both sides as independent, which is wider.",
        ]);
    if (items.notice !== undefined)
        found.push([items.notice]);
    return found;
}
/** "This pull request would loosen max-drop 0.01 → 0.05; judged by the base." for each thing. */
function loosenedPhrases(evidences) {
    const seen = new Map();
    for (const { policy } of evidences)
        for (const { what, from, to, source } of policy.loosened) {
            const place = source === undefined ? [] : [" (", { code: `${source.file}:${String(source.line)}` }, ")"];
            const phrase = [
                "This pull request would loosen ",
                { code: what },
                " from ",
                { code: from },
                " to ",
                { code: to },
                ...place,
                "; it was judged by the base.",
            ];
            seen.set(JSON.stringify([what, from, to]), phrase);
        }
    return [...seen.values()];
}
function comparedParts(evidence) {
    const { baseline, items } = evidence;
    const methods = methodsOf(evidence);
    const how = methods.length === 0 ? [] : [[methods.join("; ")]];
    if (baseline === null)
        return [[counted(items.rows, "item")], ...how];
    return [...samePhrase(baseline), pairedPhrase(baseline), ...how];
}
function pairedPhrase(baseline) {
    const { paired, onlyBaseline, onlyCandidate, pairedBy } = baseline;
    if (pairedBy === null)
        return ["items not paired"];
    const alone = onlyBaseline === 0 && onlyCandidate === 0
        ? ", none left over"
        : `, ${formatCount(onlyBaseline)} only in the base, ${formatCount(onlyCandidate)} only here`;
    return [`${counted(paired, "item")} paired by `, { code: pairedBy }, alone];
}
/** The same items on both sides, with the same labels and settings, are the same data; nothing else is. */
function samePhrase({ pairedBy, differing, onlyBaseline, onlyCandidate, }) {
    const isWhole = pairedBy !== null && onlyBaseline === 0 && onlyCandidate === 0;
    return isWhole && differing.length === 0 ? [["same data"]] : [];
}
function againstPhrase({ name, baseline }) {
    if (baseline === null)
        return [" without a baseline"];
    const commit = baseline.commit === undefined ? [] : [{ code: shortCommit(baseline.commit) }];
    // Evidence of the same name needs no second mention: its commit tells it apart.
    const isNamed = baseline.name !== name || commit.length === 0;
    const what = isNamed
        ? [{ code: baseline.name }, ...(commit.length === 0 ? [] : [" at ", ...commit])]
        : commit;
    const chosen = { file: "a file", branch: "nearest stored ancestor", production: "in production" };
    return [" against ", ...what, ` (${chosen[baseline.source]}${ageText(baseline)})`];
}
function ageText({ distance, ageDays, finishedAt }) {
    const commits = distance === undefined ? [] : [counted(distance, "commit")];
    const days = ageDays === undefined ? [] : [formatAge(ageDays)];
    if (commits.length + days.length > 0)
        return `, ${[...commits, ...days].join(" and ")} old`;
    return finishedAt === undefined ? "" : `, of ${formatInstant(finishedAt)}`;
}
function policyPhrase({ policy }) {
    const file = policy.file === undefined ? [] : [" ", { code: policy.file }];
    const origins = {
        base: "the base branch",
        "pull-request": "this pull request",
        "working-tree": "the working tree",
        "command-line": "the command line",
    };
    const at = policy.commit === undefined ? [] : [" at ", { code: shortCommit(policy.commit) }];
    const where = policy.ref === undefined ? [origins[policy.origin]] : [{ code: policy.ref }];
    return ["policy", ...file, " of ", ...where, ...at];
}

;// CONCATENATED MODULE: ./packages/report/src/render-markdown.ts








/** One table of a comment shows at most this many rows, so that it cannot crowd out the others. */
const mostRows = 100;
/** The comment without its marker: verdict, why, provenance, data, metrics, slices, notices, footer. */
function renderMarkdown(evidences, options = {}) {
    const { links = {}, limit = 65_000 } = options;
    const blocks = allBlocks(inReadingOrder(evidences), links, false).map((block) => ({
        ...block,
        most: mostRows,
    }));
    return fitBlocks(blocks, limit, "the summary");
}
/** The job summary: the same story with every table in full, within 1,000,000 bytes unless `limit` is set. */
function renderSummary(evidences, options = {}) {
    const { links = {}, limit = 1_000_000 } = options;
    return fitBlocks(allBlocks(inReadingOrder(evidences), links, true), limit, "the evidence file");
}
function allBlocks(evidences, links, isFull) {
    const data = evidences.filter((evidence) => evidence.kind === "data-validation");
    const evaluations = evidences.filter((evidence) => evidence.kind === "evaluation");
    return [
        ...openingBlocks(evidences, links),
        ...data.flatMap((evidence) => dataBlocks(evidence, isFull)),
        ...evaluations.flatMap((evidence) => metricBlocks(evidence, isFull)),
        ...closingBlocks(evidences, links),
    ];
}
function openingBlocks(evidences, links) {
    const { emoji } = verdictMark(overallOutcome(evidences));
    const blocks = [textBlock(0, `### ${emoji} ${markdownOf(headline(evidences))}`)];
    const alert = alertText(evidences, links);
    if (alert !== "")
        blocks.push(textBlock(1, alert));
    const compared = evidences.filter(({ kind }) => kind === "evaluation");
    const told = compared.length > 0 ? compared : evidences;
    if (told.length > 0)
        blocks.push(subLines(2, told.map(provenance)));
    const loosened = loosenedPhrases(evidences);
    if (loosened.length > 0)
        blocks.push(listBlock(2, loosened));
    return blocks;
}
function alertText(evidences, links) {
    const outcome = overallOutcome(evidences);
    if (outcome === "pass")
        return "";
    const whys = explainWhy(evidences).map(({ claim, support }) => [
        { bold: claim },
        ...support,
    ]);
    const remedies = explainRemedy(evidences);
    const report = links.report === undefined
        ? []
        : [" Details are in the ", { href: links.report, text: "report" }, "."];
    const todo = remedies.length === 0
        ? []
        : [[{ bold: ["What to do:"] }, " ", ...joined(remedies, "; "), ".", ...report]];
    const lines = [...whys, ...todo].map((phrase) => `> ${markdownOf(phrase)}`);
    return [`> [!${outcome === "warn" ? "WARNING" : "CAUTION"}]`, lines.join("\n>\n")].join("\n");
}
function closingBlocks(evidences, links) {
    const told = sharedNotices(evidences);
    const [first] = evidences;
    const parts = [];
    if (links.summary !== undefined)
        parts.push([{ href: links.summary, text: "summary" }]);
    if (links.report !== undefined)
        parts.push([{ href: links.report, text: "report" }]);
    parts.push(links.rerun === undefined
        ? ["run again with Re-run jobs"]
        : [{ href: links.rerun, text: "run again" }]);
    if (first !== undefined)
        parts.push([`${first.tool.name} ${first.tool.version}`]);
    const footer = textBlock(0, `<sub>${markdownOf(joined(parts, " · "))}</sub>`);
    return told.length === 0 ? [footer] : [listBlock(4, told), footer];
}
function subLines(priority, phrases) {
    const lines = phrases.map((phrase) => `<sub>${markdownOf(phrase)}</sub>`);
    return {
        priority,
        head: lines[0] ?? "",
        rows: lines.slice(1).flatMap((line) => ["", line]),
        tail: "",
    };
}
function listBlock(priority, phrases) {
    const lines = phrases.map((phrase) => `- ${markdownOf(phrase)}`);
    return { priority, head: lines[0] ?? "", rows: lines.slice(1), tail: "" };
}
/** What several documents say is said once; what one of several says is said with its name. */
function sharedNotices(evidences) {
    const told = evidences.flatMap((evidence) => notices(evidence).map((notice) => ({ notice, name: evidence.name })));
    const byText = Map.groupBy(told, ({ notice }) => JSON.stringify(notice));
    return [...byText.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const isShared = group.length > 1 || evidences.length === 1;
        return [isShared ? first.notice : [{ code: first.name }, ": ", ...first.notice]];
    });
}

;// CONCATENATED MODULE: ./packages/report/src/render-comment.ts





/** The sticky comment: its whole body with the hidden marker as the last line, and the marker's payload. */
function renderComment(evidences, { key, sha256, links = {}, limit = 65_000 }) {
    const commit = evidences
        .map(({ run }) => run.headCommit ?? run.commit)
        .find((found) => found !== undefined && /^[0-9a-f]{7,64}$/.test(found));
    const payloadOf = (body) => src/* commentPayloadSchema */.zU.parse({
        schema: "slipway/comment/v1",
        key,
        ...(commit === undefined ? {} : { commit }),
        outcome: overallOutcome(evidences),
        checks: allChecks(evidences).length,
        body,
    });
    const reserved = utf8Length(renderMarker(payloadOf("0".repeat(64)))) + 2;
    const visible = renderMarkdown(evidences, { links, limit: limit - reserved });
    const payload = payloadOf(sha256(visible));
    return { body: `${visible}\n\n${renderMarker(payload)}`, payload };
}

;// CONCATENATED MODULE: ./packages/report/src/html-table.ts


/** More rows than a browser shows quickly are cut here; the evidence file has them all. */
const html_table_mostRows = 5000;
/** A table with scopes and labels, so that it can be read aloud and on a narrow screen. */
function htmlTable({ caption, columns, rowHeader, rows }) {
    const head = columns
        .map(({ label, kind }) => `<th scope="col" role="columnheader"${classOf(kind)}>${label === "" ? "Verdict" : escapeHtml(label)}</th>`)
        .join("");
    const body = rows.slice(0, html_table_mostRows).map((cells) => {
        const inner = columns.map((column, index) => cell(cells[index] ?? "", column, index === rowHeader));
        return `<tr role="row">${inner.join("")}</tr>`;
    });
    const hidden = rows.length - html_table_mostRows;
    const more = hidden > 0 ? `<p class="legend">${counted(hidden, "row")} more in the evidence file.</p>` : "";
    return `<table role="table"><caption>${escapeHtml(caption)}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">\n${body.join("\n")}\n</tbody></table>${more}`;
}
/** A verdict as a sign and a word in its colour. */
function htmlBadge(mark) {
    return `<span class="badge ${stateOf(mark.emoji)}">${mark.sign} ${escapeHtml(mark.word)}</span>`;
}
/** The class of a colour: blocking is red, what only warns is amber, what only tells is grey. */
function stateOf(emoji) {
    if (emoji === "⚪")
        return "info";
    if (emoji === "🟢")
        return "pass";
    return emoji === "🟡" ? "warn" : "fail";
}
function cell(html, { label, kind }, isHeader) {
    if (isHeader)
        return `<th scope="row" role="rowheader"${classOf(kind)}><span>${html}</span></th>`;
    // A cell is one flex item on a narrow screen; an empty one is not shown there.
    const inner = html === "" || kind === "plot" ? html : `<span>${html}</span>`;
    return `<td role="cell" data-label="${escapeHtml(label)}"${classOf(kind)}>${inner}</td>`;
}
function classOf(kind) {
    return kind === undefined ? "" : ` class="${kind}"`;
}

;// CONCATENATED MODULE: ./packages/report/src/html-data.ts








/** At most this many offending rows of a check are listed. */
const mostSamples = 20;
/** A data validation: every check, worst first, then the rows that broke them. */
function htmlData(evidence, id) {
    const took = durationText(evidence.startedAt, evidence.finishedAt);
    const title = htmlOf(["Data: ", { code: evidence.name }, `, ${countsText([evidence])}`]);
    const caption = `${counted(evidence.rows, "row")} examined${took === "" ? "" : ` in ${took}`}.`;
    const checks = rankedChecks(evidence);
    const passing = checks.filter(({ outcome }) => outcome === "pass");
    const open = checks.filter(({ outcome }) => outcome !== "pass");
    const parts = [
        `<p class="sub">${caption}</p>`,
        ...(open.length === 0
            ? []
            : [html_data_checkTable(open, "What does not pass, worst first."), sampleTable(evidence)]),
        ...(passing.length === 0
            ? []
            : [
                folded(`${counted(passing.length, "check")} ${passing.length === 1 ? "passes" : "pass"}`, html_data_checkTable(passing, "What passes.")),
            ]),
    ];
    return `<section id="${id}"><h2>${title}</h2>\n${parts.join("\n")}</section>`;
}
function folded(summary, content) {
    return `<details><summary>${summary}</summary>${content}</details>`;
}
function html_data_checkTable(checks, caption) {
    return htmlTable({
        caption,
        columns: [
            { label: "", kind: "badge-cell" },
            { label: "Check" },
            { label: "Column" },
            { label: "Failed", kind: "n" },
            { label: "Examined", kind: "n" },
            { label: "Example" },
        ],
        rowHeader: 1,
        rows: checks.map((check) => [
            htmlBadge(markOf(check)),
            htmlOf(demandPhrase(check)),
            htmlOf(wherePhrase(check)),
            formatCount(check.failed),
            formatCount(check.examined),
            htmlOf(examplePhrase(check, false)),
        ]),
    });
}
function sampleTable(evidence) {
    const rows = rankedChecks(evidence).flatMap((check) => check.samples
        .slice(0, mostSamples)
        .map((sample) => [
        htmlOf([check.title]),
        htmlOf([{ code: sample.file }]),
        sample.line === undefined ? "–" : formatCount(sample.line),
        formatCount(sample.row),
        sample.column === null ? "–" : htmlOf([{ code: sample.column }]),
        sample.value === null ? "no value" : htmlOf([{ code: quotedValue(sample.value) }]),
    ]));
    if (rows.length === 0)
        return "";
    const columns = [
        { label: "Check" },
        { label: "File" },
        { label: "Line", kind: "n" },
        { label: "Row", kind: "n" },
        { label: "Column" },
        { label: "Value" },
    ];
    const table = htmlTable({
        caption: `At most ${mostSamples} rows of each check.`,
        columns,
        rowHeader: 0,
        rows,
    });
    return folded(counted(rows.length, "offending row"), table);
}

;// CONCATENATED MODULE: ./packages/report/src/html-how.ts







/** How each document was computed: formulas, baseline, inputs, files with their digests, tool and run. */
function htmlHow(evidences) {
    const parts = evidences.map((evidence) => {
        const facts = [...factsOf(evidence), ...inputFacts(evidence), ...subjectFacts(evidence)];
        const table = htmlTable({
            caption: `Evidence of kind ${evidence.kind}.`,
            columns: [{ label: "Fact" }, { label: "Value" }],
            rowHeader: 0,
            rows: facts.map(([name, value]) => [htmlOf(name), htmlOf(value)]),
        });
        return `<h3>${htmlOf([{ code: evidence.name }])}</h3>\n${table}`;
    });
    return `<section id="how"><h2>How it was computed</h2>\n${parts.join("\n")}</section>`;
}
/** Every check of every document, as the ledger has it. */
function htmlLedger(evidences) {
    const rows = evidences.flatMap((evidence) => evidence.checks
        .toSorted((a, b) => rankOf(a) - rankOf(b))
        .map((check) => [
        htmlBadge(markOf(check)),
        htmlOf([{ code: check.id }]),
        htmlOf([check.title]),
        htmlOf([check.severity]),
        jsonHtml(check.expected),
        jsonHtml(check.observed),
        htmlOf([[reasonWords(check), check.note ?? ""].filter((text) => text !== "").join(": ")]),
        htmlOf([{ code: `${check.source.file}:${String(check.source.line)}` }]),
    ]));
    const labels = ["Check", "Demands", "Severity", "Expected", "Observed", "Reason", "Source"];
    const table = htmlTable({
        caption: "Every check, worst first in each document.",
        columns: [{ label: "", kind: "badge-cell" }, ...labels.map((label) => ({ label }))],
        rowHeader: 1,
        rows,
    });
    return `<section id="ledger"><h2>Ledger</h2>\n<details><summary>${formatCount(rows.length)} checks</summary>${table}</details></section>`;
}
function factsOf(evidence) {
    const { run, tool, startedAt, finishedAt } = evidence;
    const link = run.url === undefined ? [] : [" · ", { href: run.url, text: "run" }];
    return [
        [["Compared"], provenance(evidence)],
        ...(evidence.kind === "evaluation" ? evaluationFacts(evidence) : []),
        ...notices(evidence).map((notice) => [["Notice"], notice]),
        [["Time"], [`${formatInstant(startedAt)} to ${formatInstant(finishedAt)}`]],
        [["Made by"], [`${tool.name} ${tool.version}`, ...link]],
    ];
}
function evaluationFacts(evidence) {
    const formulas = new Map(evidence.metrics.map(({ name, function: formula, params }) => [
        name,
        [{ code: formulaText(formula, params) }],
    ]));
    const levels = new Set(evidence.checks.flatMap(({ interval }) => (interval === undefined ? [] : [interval.level])));
    const level = [...levels]
        .map((value) => `${String(Math.round(value * 1000) / 10)} % two-sided`)
        .join(", ");
    return [
        [["Task"], [evidence.task]],
        [["Formulas, by their scikit-learn names"], joined([...formulas.values()].slice(0, 40), " ")],
        ...(level === ""
            ? []
            : [
                [
                    ["Intervals"],
                    [`${methodsOf(evidence).join("; ")}; ${level}: the interval that decided`],
                ],
            ]),
        [["Items"], [formatCount(evidence.items.rows)]],
    ];
}
function formulaText(name, params) {
    const given = Object.entries(params).map(([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`);
    return `${name}(${given.join(", ")})`;
}
function inputFacts({ inputs }) {
    return Object.entries(inputs)
        .slice(0, 100)
        .map(([key, value]) => [
        ["Input ", { code: key }],
        [{ code: typeof value === "string" ? value : JSON.stringify(value) }],
    ]);
}
function subjectFacts({ subjects }) {
    return subjects.slice(0, 500).map(({ name, digest, sizeBytes }) => [
        ["File ", { code: name }],
        [{ code: `sha256:${digest.sha256}` }, ` ${formatCount(sizeBytes)} bytes`],
    ]);
}
function jsonHtml(value) {
    if (value === null)
        return "";
    return htmlOf([{ code: typeof value === "string" ? value : JSON.stringify(value) }]);
}

;// CONCATENATED MODULE: ./packages/report/src/interval-plot.ts



const [width, height, edge] = [300, 26, 9];
/** How far from zero a change, its interval and its limit reach. */
function reachOf({ estimate, low, high, margin = 0 }) {
    return Math.max(Math.abs(estimate), Math.abs(low), Math.abs(high), margin);
}
/** A change with its interval as SVG: better is right, the allowed region is shaded, zero is a solid line. */
function intervalPlot(change, { state, reach, about }) {
    const sign = change.better === "lower" ? -1 : 1;
    const place = (value) => {
        const share = reach > 0 ? (sign * value) / reach : 0;
        return (width / 2 + Math.max(-1, Math.min(1, share)) * (width / 2 - edge) * 0.94).toFixed(1);
    };
    const middle = String(height / 2);
    const [from, to] = [
        place(sign > 0 ? change.low : change.high),
        place(sign > 0 ? change.high : change.low),
    ];
    return [
        `<svg class="iv" viewBox="0 0 ${width} ${height}" role="img"><title>${escapeHtml(about)}</title><desc>${description(change)}</desc>`,
        allowed(change, place),
        `<line class="zero" x1="${place(0)}" x2="${place(0)}" y1="0" y2="${height}"/>`,
        from === to
            ? ""
            : `<line class="ci ${state}" x1="${from}" x2="${to}" y1="${middle}" y2="${middle}"/>`,
        `<circle class="pt ${state}" cx="${place(change.estimate)}" cy="${middle}" r="5"/></svg>`,
    ].join("");
}
function allowed({ margin, better }, place) {
    if (margin === undefined)
        return "";
    const x = place(better === "lower" ? margin : -margin);
    const shade = (width - edge - Number(x)).toFixed(1);
    return `<rect class="tol" x="${x}" y="2" width="${shade}" height="${height - 4}"/><line class="mar" x1="${x}" x2="${x}" y1="2" y2="${height - 2}"/>`;
}
function description(change) {
    const { estimate, low, high, margin, better, decimals } = change;
    const interval = low === high ? "" : `, interval ${intervalText(change)}`;
    const limit = margin === undefined
        ? ""
        : `, allowed ${formatChange(better === "lower" ? margin : -margin, Math.max(decimals, 2))}`;
    return `Change ${formatChange(estimate, decimals)}${interval}${limit}.`;
}

;// CONCATENATED MODULE: ./packages/report/src/html-metrics.ts








const legend = "Right of the solid line is better. Shaded: allowed; dashed: the limit. An interval wholly inside the shade passes; wholly outside, or wholly worse with its point outside, fails; else it is inconclusive.";
/** An evaluation: gated metrics with their intervals, gated groups on one scale, where the change comes from. */
function htmlMetrics(evidence, id) {
    const rows = gateRows(evidence);
    const whole = rows.filter(({ slice }) => slice === undefined);
    const groups = rows.filter(({ slice }) => slice !== undefined);
    const title = htmlOf(["Metrics: ", { code: evidence.name }, `, ${countsText([evidence])}`]);
    const parts = [`<section id="${id}"><h2>${title}</h2>`];
    if (whole.length > 0)
        parts.push(html_metrics_gateTable(whole, "Gated metrics, worst first; each row has its own scale."), `<p class="legend">${legend}</p>`);
    if (groups.length > 0)
        parts.push(`<h3>Groups</h3>`, ...groupTables(groups));
    parts.push(...places(evidence, whole), ...others(evidence), "</section>");
    return parts.join("\n");
}
function html_metrics_gateTable(rows, caption, reach) {
    const isSliced = rows.some(({ slice }) => slice !== undefined);
    const columns = [
        { label: "", kind: "badge-cell" },
        { label: isSliced ? "Group" : "Metric" },
        ...(isSliced ? [{ label: "Items", kind: "n" }] : []),
        { label: "Base", kind: "n" },
        { label: "Now", kind: "n" },
        { label: "Change", kind: "n" },
        { label: "Interval of the change", kind: "plot" },
        { label: "Limit", kind: "limit" },
        { label: "Why", kind: "why" },
    ];
    return htmlTable({
        caption,
        columns,
        rowHeader: 1,
        rows: rows.map((row) => [
            htmlBadge(row.mark),
            htmlOf(row.slice === undefined ? row.metric : [{ code: row.slice }]),
            ...(isSliced ? [row.items === undefined ? "–" : formatCount(row.items)] : []),
            row.base,
            row.now,
            row.change === undefined ? row.difference : `<b>${row.difference}</b>`,
            row.change === undefined ? "" : plotOf(row, row.change, reach),
            htmlOf(row.limit),
            whyHtml(row),
        ]),
    });
}
function plotOf(row, change, reach) {
    const about = `${bareTextOf(row.metric)}: ${row.mark.word}`;
    const plot = intervalPlot(change, {
        state: stateOf(row.mark.emoji),
        reach: reach ?? reachOf(change),
        about,
    });
    return `<div>${plot}<small>${row.level} interval ${row.interval}</small></div>`;
}
function whyHtml(row) {
    return htmlOf(row.verdict).replace(/^(?:passes|fails|warns|noted|inconclusive|error)(?:: |, )?/, "");
}
function groupTables(groups) {
    const byMetric = Map.groupBy(groups, ({ metric, slice, lead }) => JSON.stringify([slice === undefined ? metric : (lead.metric ?? lead.target.metric), lead.kind]));
    return [...byMetric.values()].map((rows) => {
        const reach = Math.max(0, ...rows.slice(0, 10_000).map(({ change }) => (change === undefined ? 0 : reachOf(change))));
        const [first] = rows;
        const name = first === undefined ? "" : bareTextOf([first.name.label]);
        return html_metrics_gateTable(rows, `${name} of each group, worst first, all on one scale.`, reach);
    });
}
/** Where the change of the worst gated metric comes from: every group that both sides have, on one scale. */
function places(evidence, whole) {
    const row = whole.find(({ change }) => change !== undefined);
    const metric = row?.lead.metric ?? row?.lead.target.metric;
    if (row === undefined || metric === undefined)
        return [];
    const { groups, small } = sliceChanges(evidence, metric);
    if (groups.length === 0)
        return [];
    const shown = groups.slice(0, 200);
    const reach = Math.max(...shown.map(({ difference }) => Math.abs(difference)));
    const table = htmlTable({
        caption: "Worst first, all on one scale. No gate here: it shows where the change comes from.",
        columns: [
            { label: "Group" },
            { label: "Items", kind: "n" },
            { label: "Base", kind: "n" },
            { label: "Now", kind: "n" },
            { label: "Change", kind: "n" },
            { label: "Right is better", kind: "plot" },
        ],
        rowHeader: 0,
        rows: shown.map((group) => placeCells(group, row, reach)),
    });
    const more = groups.length > shown.length
        ? `${formatCount(groups.length - shown.length)} more groups are not shown. `
        : "";
    const few = small === 0 ? "" : `${counted(small, "group")} under ${smallestGroup} items not shown.`;
    return [
        `<h3>${htmlOf([row.name.label, " by group"])}</h3>`,
        table,
        more + few === "" ? "" : `<p class="legend">${more}${few}</p>`,
    ];
}
function placeCells(group, row, reach) {
    const decimals = row.change?.decimals ?? plainDecimals(group.difference);
    const { difference } = group;
    const change = {
        estimate: difference,
        low: difference,
        high: difference,
        margin: undefined,
        better: row.name.better,
        decimals,
    };
    const plot = intervalPlot(change, {
        state: "info",
        reach,
        about: `${bareTextOf([row.name.label])} at ${group.slice}`,
    });
    return [
        htmlOf([{ code: group.slice }]),
        formatCount(group.n),
        formatNumber(group.base, decimals),
        formatNumber(group.now, decimals),
        formatChange(difference, decimals),
        `<div>${plot}</div>`,
    ];
}
function others(evidence) {
    return ungatedTable(evidence).map(({ summary, table }) => {
        const columns = table.header.map((label, index) => index === 0 ? { label } : { label, kind: "n" });
        const rows = table.rows.map((row) => row.map((cell) => htmlOf(cell)));
        return `<details><summary>${htmlOf(summary)}</summary>${htmlTable({ caption: "Gated or not, as computed.", columns, rowHeader: 0, rows })}</details>`;
    });
}

;// CONCATENATED MODULE: ./packages/report/src/html-style.ts
/** The whole style of the report; its digest stands in the page's content security policy. */
const htmlStyle = `
:root{--bg:#fff;--fg:#1f2328;--soft:#59636e;--line:#d1d9e0;--card:#f6f8fa;--ok:#1a7f37;--bad:#cf222e;--mid:#9a6700;--tol:#dcefe2;--head:#0969da;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--soft:#9198a1;--line:#3d444d;--card:#151b23;--ok:#3fb950;--bad:#f85149;--mid:#d29922;--tol:#16301f;--head:#4493f8}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
section{overflow-x:auto}
main{max-width:1160px;margin:0 auto;padding:28px 24px 64px}
h1{font-size:26px;line-height:1.25;margin:0 0 6px}
h2{font-size:19px;margin:44px 0 8px}
h3{font-size:15px;margin:24px 0 6px}
code{font:13px ui-monospace,SFMono-Regular,Menlo,monospace;unicode-bidi:isolate;background:var(--card);border-radius:4px;padding:1px 4px}
h1 code,h2 code,h3 code{background:none;padding:0;font-size:.92em}
a{color:var(--head)}
.sub,.legend,footer{color:var(--soft)}
.sub{margin:0 0 4px}
.legend{font-size:13px;margin:8px 0 0}
.verdict{border-left:6px solid var(--soft);padding:8px 18px;margin:18px 0 0;background:var(--card);border-radius:0 8px 8px 0}
.verdict p{margin:6px 0}
.verdict.fail{border-color:var(--bad)}.verdict.pass{border-color:var(--ok)}.verdict.warn{border-color:var(--mid)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:12px;margin:18px 0 0;padding:0;list-style:none}
.tiles li{border:1px solid var(--line);border-radius:8px;padding:10px 14px}
.tiles b{display:block;font-size:22px;font-variant-numeric:tabular-nums}
.tiles span{color:var(--soft);font-size:13px}
nav{margin:16px 0 0}
nav a{display:inline-block;margin-right:18px;padding:3px 0}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--soft);font-size:13px;padding:0 0 4px}
th,td{text-align:left;padding:7px 10px;border-bottom:1px solid var(--line);vertical-align:middle;font-weight:400}
thead th{font-size:12.5px;color:var(--soft);border-bottom-width:2px;vertical-align:bottom}
tbody th{font-weight:600;min-width:150px}
.n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.plot{width:260px;padding:4px 10px 6px}.plot small{display:block;color:var(--soft);font-size:12px;font-variant-numeric:tabular-nums}.limit{min-width:118px}.why{min-width:140px}
td{min-width:62px}td.plot{min-width:200px}
.badge{font-size:13px;font-weight:600;white-space:nowrap}
.badge.fail{color:var(--bad)}.badge.pass{color:var(--ok)}.badge.warn{color:var(--mid)}.badge.info{color:var(--soft)}
.iv{width:100%;height:26px;display:block}
.tol{fill:var(--tol)}.zero{stroke:var(--soft);stroke-width:1}.mar{stroke:var(--fg);stroke-dasharray:3 3}
.ci{stroke-width:3;stroke-linecap:round}
.ci.fail{stroke:var(--bad)}.ci.pass{stroke:var(--ok)}.ci.warn{stroke:var(--mid)}.ci.info{stroke:var(--head)}
.pt.fail{fill:var(--bad)}.pt.pass{fill:var(--ok)}.pt.warn{fill:var(--mid)}.pt.info{fill:var(--head)}
summary{cursor:pointer;padding:6px 0}
footer{margin-top:48px;font-size:13px;border-top:1px solid var(--line);padding-top:14px}
@media (max-width:1080px){th,td{padding:7px 6px}tbody th{min-width:100px}td{min-width:50px}td.plot{min-width:150px;width:200px}.limit{min-width:88px}.why{min-width:96px}}
@media (max-width:840px){
main{padding:18px 14px 40px}h1{font-size:21px}
table,caption,tbody,tr,td,tbody th{display:block;width:100%}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:8px 0;border-bottom:1px solid var(--line)}
td,td.plot,td.why,td.limit,tbody th{display:flex;justify-content:space-between;gap:16px;border:0;min-width:0;padding:2px 0;text-align:right;white-space:normal}
td::before{content:attr(data-label);color:var(--soft);font-size:13px;text-align:left;flex:none}
td:empty{display:none}
.tiles{grid-template-columns:1fr 1fr}
tbody th{min-width:0;text-align:left;padding:2px 0 4px;justify-content:flex-start;gap:6px;flex-wrap:wrap}
td.plot{width:100%}.plot::before{display:none}.plot div{width:100%}.plot small{text-align:left}
.badge-cell::before{display:none}
.badge-cell{justify-content:flex-start}
}
@media print{nav{display:none}h2{break-after:avoid}tr{break-inside:avoid}}
`;
/** The digest of {@link htmlStyle} as a content security policy names it; a test recomputes it. */
const htmlStyleHash = "sha256-UsgFtY7USUh1uQRbQFiQSvvLeDvoUoNVJoIyKtHPlMs=";

;// CONCATENATED MODULE: ./packages/report/src/render-html.ts













/** The report as one HTML file that loads nothing and runs no script. */
function renderHtml(found, options = {}) {
    const evidences = inReadingOrder(found);
    const heading = headingPhrase(evidences);
    const { title, generatedAt = lastFinished(evidences) } = options;
    const sections = evidences.map((evidence, index) => ({
        id: `part-${String(index + 1)}`,
        label: `${evidence.kind === "evaluation" ? "Metrics" : "Data"} ${evidence.name}`,
        evidence,
    }));
    const body = sections.map(({ evidence, id }) => evidence.kind === "evaluation" ? htmlMetrics(evidence, id) : htmlData(evidence, id));
    const links = [
        ...sections,
        { id: "how", label: "How it was computed" },
        { id: "ledger", label: "Ledger" },
    ];
    return [
        ...headLines(title ?? `${bareTextOf(heading)} · Slipway`),
        `<h1>${htmlOf(heading)}</h1>`,
        ...evidences.slice(0, 20).map((evidence) => `<p class="sub">${htmlOf(identity(evidence))}</p>`),
        `<p class="sub">${escapeHtml(formatInstant(generatedAt))}</p>`,
        verdictBox(evidences),
        tileList(evidences),
        `<nav aria-label="Sections">${links.map(({ id, label }) => `<a href="#${id}">${escapeHtml(label)}</a>`).join("")}</nav>`,
        ...body,
        htmlHow(evidences),
        htmlLedger(evidences),
        `<footer>This file is complete: it loads nothing and runs no script.</footer>`,
        "</main></body></html>",
        "",
    ].join("\n");
}
/** Instants of one form, in UTC, sort as text. */
function lastFinished(evidences) {
    return (evidences
        .map(({ finishedAt }) => finishedAt)
        .sort()
        .at(-1) ?? "");
}
function headLines(title) {
    const policy = `default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'`;
    return [
        `<!doctype html>`,
        `<html lang="en"><head><meta charset="utf-8">`,
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">`,
        `<title>${escapeHtml(title)}</title>`,
        `<style>${htmlStyle}</style></head><body><main>`,
    ];
}
/** "Blocked: ROC AUC fell by 2.4 points, and 2 rules of flights are broken". */
function headingPhrase(evidences) {
    const outcome = overallOutcome(evidences);
    const claims = outcome === "pass"
        ? [[countsText(evidences)]]
        : explainWhy(evidences).map(({ claim }) => claim);
    const said = claims.length > 0 ? claims : [[countsText(evidences)]];
    return [`${verdictMark(outcome).word}: `, ...joined(said, ", and ")];
}
function verdictBox(evidences) {
    const outcome = overallOutcome(evidences);
    const whys = outcome === "pass" ? [] : explainWhy(evidences);
    const loosened = loosenedPhrases(evidences);
    const remedies = outcome === "pass" ? [] : explainRemedy(evidences);
    const lines = [
        ...whys.map(({ claim, support }) => [{ bold: ["Why: "] }, ...claim, ...support]),
        ...(remedies.length === 0
            ? []
            : [[{ bold: ["What to do: "] }, ...joined(remedies, "; "), "."]]),
        ...loosened.slice(0, 50).map((phrase) => [{ bold: ["Policy: "] }, ...phrase]),
    ];
    const { emoji, word } = verdictMark(outcome);
    const said = lines.length > 0
        ? lines
        : [[{ bold: [`${word}. `] }, "Every check that the policy demands was made and passed."]];
    return `<div class="verdict ${stateOf(emoji)}">${said.map((line) => `<p>${htmlOf(line)}</p>`).join("")}</div>`;
}
function tileList(evidences) {
    const checks = allChecks(evidences);
    const passing = checks.filter(({ outcome }) => outcome === "pass").length;
    const tiles = [
        { figure: `${formatCount(passing)} of ${formatCount(checks.length)}`, about: "checks pass" },
        ...evidences.slice(0, 11).map(tileOf),
    ];
    return `<ul class="tiles">${tiles.map(({ figure, about }) => `<li><b>${figure}</b><span>${about}</span></li>`).join("")}</ul>`;
}
function tileOf(evidence) {
    const name = [{ code: evidence.name }];
    if (evidence.kind === "data-validation")
        return {
            figure: formatCount(evidence.rows),
            about: htmlOf(["rows of ", ...name, " examined"]),
        };
    const { baseline, items } = evidence;
    if (baseline === null)
        return {
            figure: formatCount(items.rows),
            about: htmlOf(["items of ", ...name, ", no baseline"]),
        };
    const alone = baseline.onlyBaseline + baseline.onlyCandidate;
    const left = alone === 0 ? "none left over" : `${formatCount(alone)} left over`;
    const isPaired = baseline.pairedBy !== null;
    return {
        figure: formatCount(isPaired ? baseline.paired : items.rows),
        about: htmlOf(isPaired
            ? ["items of ", ...name, " paired by ", { code: baseline.pairedBy ?? "" }, `, ${left}`]
            : ["items of ", ...name, ", not paired with the baseline"]),
    };
}

;// CONCATENATED MODULE: ./packages/report/src/render-error.ts

/** A user's error for a terminal: code and message, then what to type, indented. */
function renderError({ code, message, remedy, }, style) {
    const [first = "", ...more] = lines(message);
    const head = `${style.red(style.bold(`error ${plainText(code)}`))}: ${first}`;
    return [head, ...[...more, ...lines(remedy)].map((line) => `  ${line}`.trimEnd())].join("\n");
}
function lines(text) {
    return text.split(/\r?\n/).map((line) => plainText(line, 2000));
}

;// CONCATENATED MODULE: ./packages/report/src/terminal-text.ts
/** No colours at all: for logs, files and terminals that do not want them. */
const plainStyle = {
    red: String,
    green: String,
    yellow: String,
    dim: String,
    bold: String,
};
/** Rows under each other, columns parted by two spaces; colours do not count for the width. */
function alignRows(rows) {
    const widths = [];
    for (const row of rows)
        for (const [index, { text }] of row.entries())
            widths[index] = Math.max(widths[index] ?? 0, displayWidth(text));
    return rows.map((row) => row
        .map((cell, index) => padded(cell, index === row.length - 1 ? 0 : (widths[index] ?? 0)))
        .join("  ")
        .trimEnd());
}
/** Columns that a text takes: two for East Asian wide characters and emoji, none for combining marks. */
function displayWidth(text) {
    let width = 0;
    for (const character of text) {
        if (/\p{Mn}|\p{Me}|\u200c|\u200d/u.test(character))
            continue;
        width +=
            /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(character)
                ? 2
                : 1;
    }
    return width;
}
function padded({ text, isRight = false, paint }, width) {
    const space = " ".repeat(Math.max(0, width - displayWidth(text)));
    const shown = paint === undefined ? text : paint(text);
    return isRight ? space + shown : shown + space;
}

;// CONCATENATED MODULE: ./packages/report/src/render-terminal.ts











/** More findings than this would scroll the verdict away. */
const mostFindings = 50;
const render_terminal_words = {
    pass: "PASS",
    warn: "WARN",
    inconclusive: "INCONCLUSIVE",
    fail: "FAIL",
    error: "ERROR",
};
/** Evidence for a terminal: what was found, then the verdict, one block for each document. */
function renderTerminal(evidences, style) {
    const blocks = evidences.map((evidence) => {
        const found = evidence.kind === "evaluation" ? metricLines(evidence, style) : findingLines(evidence, style);
        const told = notices(evidence).map((notice) => style.dim(`  ${textOf(notice)}`));
        const parts = [[titleLine(evidence)], found, told, [verdictLine(evidence, style)]];
        return parts
            .filter((part) => part.length > 0)
            .map((part) => part.join("\n"))
            .join("\n\n");
    });
    const loosened = loosenedPhrases(evidences).map((phrase) => `  ${textOf(phrase)}`);
    if (loosened.length > 0)
        blocks.push(loosened.join("\n"));
    return blocks.length === 0 ? style.red("INCONCLUSIVE  nothing was checked") : blocks.join("\n\n");
}
function titleLine(evidence) {
    const [subject] = evidence.subjects;
    const took = durationText(evidence.startedAt, evidence.finishedAt);
    const size = evidence.kind === "evaluation"
        ? counted(evidence.items.rows, "item")
        : counted(evidence.rows, "row");
    const [source] = evidence.kind === "evaluation" ? [] : evidence.checks;
    const parts = [
        identity(evidence),
        ...(subject === undefined ? [] : [[subject.name]]),
        [size],
        ...(source === undefined ? [] : [[`contract ${source.source.file}`]]),
        ...(took === "" ? [] : [[took]]),
    ];
    return bareTextOf(joined(parts, " · "));
}
function findingLines(evidence, style) {
    const open = rankedChecks(evidence).filter(({ outcome }) => outcome !== "pass");
    const rows = open.slice(0, mostFindings).map((check) => {
        const paint = check.blocks ? style.red : style.yellow;
        const [sample] = check.samples;
        const column = check.target.column ?? check.target.dataset;
        const place = sample === undefined
            ? ""
            : `${plainText(sample.file)}${sample.line === undefined ? ` row ${String(sample.row)}` : `:${String(sample.line)}`}`;
        const value = sample === undefined ? "" : ` = ${quotedValue(sample.value, 30)}`;
        const title = bareTextOf(demandPhrase({ ...check, code: undefined }));
        return [
            { text: `  ${markOf(check).sign} ${place}`.trimEnd(), paint },
            { text: `${plainText(column, 40)}${value}` },
            { text: title, paint },
            { text: check.failed > 0 ? counted(check.failed, "row") : "", isRight: true },
            { text: plainText(check.code ?? "") },
        ];
    });
    const more = open.length - rows.length;
    return [
        ...alignRows(rows),
        ...(more > 0 ? [style.dim(`  ${counted(more, "finding")} more`)] : []),
    ];
}
function metricLines(evidence, style) {
    const rows = gateRows(evidence);
    const shown = rows.filter(({ slice, mark }) => slice === undefined || mark.word !== "passes");
    if (shown.length === 0)
        return [];
    const levels = new Set(shown.map(({ level }) => level));
    const level = levels.size === 1 ? `${[...levels].join("")} interval` : "interval";
    const header = ["  metric", "", "base", "now", "change", level, "limit", "verdict"].map((text, index) => ({ text, paint: style.dim, isRight: index >= 2 && index <= 5 }));
    const lines = alignRows([
        header,
        ...shown.slice(0, mostFindings).map((row) => metricRow(row, style)),
    ]);
    const more = shown.length - mostFindings;
    return [...lines, ...(more > 0 ? [style.dim(`  ${counted(more, "metric")} more`)] : [])];
}
function metricRow(row, style) {
    const paint = row.mark.emoji === "🟢" ? style.green : row.mark.emoji === "🟡" ? style.yellow : style.red;
    const right = (text) => ({ text, isRight: true });
    return [
        { text: `  ${plainText(bareTextOf(subjectOf(row)), 60)}` },
        { text: row.metric.includes(arrowOf(row.name.better)) ? arrowOf(row.name.better).trim() : "" },
        right(row.base),
        right(row.now),
        right(row.difference),
        right(row.interval),
        { text: textOf(row.limit) },
        { text: textOf(row.verdict), paint },
    ];
}
function verdictLine(evidence, style) {
    const outcome = outcomeOf(evidence);
    const paint = outcome === "pass" ? style.green : outcome === "warn" ? style.yellow : style.red;
    const slices = evidence.kind === "evaluation"
        ? gateRows(evidence).filter(({ slice }) => slice !== undefined).length
        : 0;
    const judged = slices === 0 ? "" : ` · ${formatCount(slices)} ${slices === 1 ? "group" : "groups"} judged`;
    return `  ${paint(style.bold(render_terminal_words[outcome]))}  ${countsText([evidence])}${judged}`;
}

;// CONCATENATED MODULE: ./packages/report/src/delivery/quoted-phrase.ts
/** More than anyone reads in a cell. */
const quoted_phrase_longest = 800;
/** A sentence of a document whose names stand in backticks. Whatever is in it, both parts are escaped when printed. */
function quotedPhrase(text) {
    // An empty line would end the block that it stands in.
    if (text.trim() === "")
        return ["(empty)"];
    const shown = text.slice(0, quoted_phrase_longest);
    const parts = shown.split("`");
    // A backtick without a partner is a sign like any other, and so are those around nothing: parts that are escaped
    // apart must not meet, or they would be something together.
    const isNothing = parts.some((part, index) => index % 2 === 1 && part.trim() === "");
    if (parts.length % 2 === 0 || isNothing)
        return [shown];
    return parts.flatMap((part, index) => part === "" ? [] : [index % 2 === 1 ? { code: part } : part]);
}

;// CONCATENATED MODULE: ./packages/report/src/delivery/delivery-parts.ts






/** A digest cut for people, in the form in which it can be searched for. */
function digestCode(digest) {
    return { code: `sha256:${(0,kernel_src/* shortDigest */.VK)(digest)}` };
}
/** Where a document stands in the log. */
function logPhrase(entry, checkpoint) {
    if (entry === null)
        return [];
    const root = checkpoint === null
        ? []
        : [
            ", root ",
            digestCode(checkpoint.root),
            ` of ${counted(checkpoint.size, "entry", "entries")}`,
        ];
    return [[`log entry ${entry}`, ...root]];
}
/** A label and a name as code, where there is one. */
function namedPhrase(label, name) {
    return name === null ? [] : [[`${label} `, { code: name }]];
}
/** A command as code, in full: one that is cut could not be typed. */
function commandSpan(command) {
    return codeSpan(command, 1000);
}
/** What people must know, as a list. */
function noticeBlocks(notices) {
    if (notices.length === 0)
        return [];
    const lines = notices.map((notice) => `> ${markdownOf(quotedPhrase(notice))}`);
    return [textBlock(2, ["> [!NOTE]", lines.join("\n>\n")].join("\n"))];
}
/** The same for a terminal. */
function noticeLines(notices, style) {
    return notices.map((notice) => style.dim(`  note: ${textOf(quotedPhrase(notice))}`));
}
/** The command that goes back to what was replaced, where this run replaced something. */
function undoCommand(promotion) {
    const { model, from, environment, alreadyThere } = promotion;
    return from === null || alreadyThere
        ? undefined
        : `slipway promote ${model}@${from.version} --to ${environment} --reason "…"`;
}
/** Parts of a terminal's output, parted by blank lines; no line of it is a command to GitHub's runner. */
function paragraphs(parts) {
    return parts
        .filter((part) => part.length > 0)
        .map((part) => part.map(withoutCommand).join("\n"))
        .join("\n\n");
}
/** The runner obeys lines that begin with `::`, blanks aside, and `##[` anywhere in a line. */
function withoutCommand(line) {
    return line.replace(/^\s*(?=::)/, "$&\u2060").replaceAll("##[", "##\u2060[");
}
/** A line of our own words, with its first letter in upper case. */
function capitalised(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}
/** The colour of an outcome. */
function paintOf(outcome, style) {
    if (outcome === "pass")
        return style.green;
    return outcome === "warn" ? style.yellow : style.red;
}

;// CONCATENATED MODULE: ./packages/report/src/delivery/history-rows.ts


/** What happened, newest first. */
function historyRows({ events }) {
    return events.toReversed().map((entry) => ({
        time: minuteOf(entry.time),
        environment: entry.type === "registered" ? "" : entry.environment,
        version: entry.version,
        digest: (0,kernel_src/* shortDigest */.VK)(entry.digest),
        people: peopleOf(entry),
        entry: String(entry.index),
        note: noteOf(entry),
        isRefused: entry.type === "refused",
    }));
}
/** Columns that these rows need, in order; the header says what the time is. */
function historyColumns(rows, { environment }) {
    const onlyStays = environment !== null && rows.every(({ isRefused }) => !isRefused);
    return [
        { key: "time", title: onlyStays ? "since (UTC)" : "time (UTC)" },
        ...(environment === null ? [{ key: "environment", title: "environment" }] : []),
        { key: "version", title: "version" },
        { key: "digest", title: "digest" },
        { key: "people", title: "approved by" },
        { key: "entry", title: "entry" },
        ...(rows.some(({ note }) => note !== "") ? [{ key: "note", title: "note" }] : []),
    ];
}
/** "at 2026-03-02 16:00 UTC", or "now". */
function momentWords({ at }) {
    return at === null ? "now" : `at ${formatInstant(at)}`;
}
/** An instant without the zone, which the header names. */
function minuteOf(instant) {
    return formatInstant(instant).replace(/ UTC$/, "");
}
function peopleOf(entry) {
    if (entry.type !== "promoted")
        return "";
    const counting = entry.approvals.filter(({ counted, state }) => counted && state === "approved");
    return counting.map(({ person }) => person.login).join(", ");
}
function noteOf(entry) {
    if (entry.type === "registered")
        return "registered";
    const reason = entry.reason === null ? "" : `: ${entry.reason}`;
    if (entry.type === "promoted") {
        if (entry.direction === "rollback")
            return `rollback${reason}`;
        return entry.reason === null ? "" : `reason${reason}`;
    }
    const unmet = entry.rules.filter(({ state }) => state === "unmet").map(({ id }) => id);
    return `refused: ${unmet.join(", ")}`;
}

;// CONCATENATED MODULE: ./packages/report/src/delivery/render-history.ts









/** A model's history as GitHub Markdown: what runs where, then what happened, newest first. */
function renderHistory(history) {
    const blocks = [
        textBlock(0, `### ${markdownOf(title(history))}`),
        ...currentBlocks(history),
        ...eventBlocks(history),
        textBlock(0, `<sub>${markdownOf(logWords(history))}</sub>`),
    ];
    return fitBlocks(blocks, 1_000_000, "the JSON document");
}
/** A model's history for a terminal. */
function renderHistoryText(history, style) {
    const asksForState = history.environment === null ||
        history.at !== null ||
        history.current.some(({ hold }) => hold !== null);
    return paragraphs([
        asksForState ? [bareTextOf(title(history)), ...currentLines(history)] : [],
        eventLines(history, style),
        [style.dim(`  ${bareTextOf(logWords(history))}`)],
    ]);
}
function title(history) {
    const { model, environment } = history;
    const where = environment === null ? "" : ` in ${environment}`;
    return [{ code: model }, `${where}, ${momentWords(history)}`];
}
function currentBlocks({ current }) {
    if (current.length === 0)
        return [textBlock(1, "Nothing runs anywhere.")];
    const isHeld = current.some(({ hold }) => hold !== null);
    const rows = current.map(({ environment, version, digest, since, entry, hold }) => [
        [environment],
        [version],
        [digestCode(digest)],
        [minuteOf(since)],
        [String(entry)],
        ...(isHeld ? [holdPhrase(hold)] : []),
    ]);
    const header = ["Environment", "Version", "Digest", "Since (UTC)", "Entry"];
    const table = {
        align: isHeld ? "llllrl" : "llllr",
        header: isHeld ? [...header, "Hold"] : header,
        rows,
    };
    return [tableBlock(1, "", table)];
}
function holdPhrase(hold) {
    return hold === null ? [] : [{ bold: ["held"] }, `: ${hold}`];
}
function eventBlocks(history) {
    const rows = historyRows(history);
    if (rows.length === 0)
        return [textBlock(2, "The log tells nothing of it.")];
    const columns = historyColumns(rows, history);
    const table = {
        align: columns.map(({ key }) => (key === "entry" ? "r" : "l")).join(""),
        header: columns.map(({ title: text }) => text),
        rows: rows.map((row) => columns.map(({ key }) => {
            const text = row[key];
            const isName = text !== "" && (key === "people" || key === "digest");
            return isName ? [{ code: text }] : [text];
        })),
    };
    return [tableBlock(2, "**What happened**", table)];
}
function currentLines({ current }) {
    if (current.length === 0)
        return ["  nothing runs"];
    return alignRows(current.map(({ environment, version, digest, since, entry, hold }) => [
        { text: `  ${plainText(environment)}` },
        { text: plainText(version) },
        { text: plainText((0,kernel_src/* shortDigest */.VK)(digest)) },
        { text: `since ${plainText(minuteOf(since))}` },
        { text: `entry ${entry}` },
        { text: hold === null ? "" : `held: ${plainText(hold)}` },
    ]));
}
function eventLines(history, style) {
    const rows = historyRows(history);
    if (rows.length === 0)
        return ["  the log tells nothing of it"];
    const columns = historyColumns(rows, history);
    const header = columns.map(({ key, title: text }, index) => ({
        text: index === 0 ? `  ${text}` : text,
        isRight: key === "entry",
        paint: style.dim,
    }));
    const lines = rows.map((row) => columns.map(({ key }, index) => ({
        text: `${index === 0 ? "  " : ""}${plainText(row[key])}`,
        isRight: key === "entry",
        ...(row.isRefused ? { paint: style.red } : {}),
    })));
    return alignRows([header, ...lines]);
}
function logWords({ log }) {
    return joined([[`log of ${counted(log.size, "entry", "entries")}`], ["root ", digestCode(log.root)]], ", ");
}

;// CONCATENATED MODULE: ./packages/report/src/delivery/promotion-remedies.ts
/** What to do about each rule that is not met, then about each that waits. */
function promotionRemedies(promotion) {
    const { rules } = promotion;
    return [
        ...rules
            .filter(({ state }) => state === "unmet")
            .map(({ id }) => ({ id, todo: unmetRemedy(id, promotion) })),
        ...rules
            .filter(({ state }) => state === "waiting")
            .map(({ id }) => ({ id, todo: waitingRemedy(id, promotion) })),
    ];
}
function unmetRemedy(id, promotion) {
    const { environment, model, policy } = promotion;
    const file = { code: policy.file };
    switch (id) {
        case "registered":
            return [
                "name a version of this model: ",
                { code: `slipway history ${model}` },
                " lists them",
            ];
        case "evidence":
            return [
                "validate and evaluate until everything passes, and register that as a new version; a gate that is undecided needs more items, or ",
                { code: "allow-inconclusive: true" },
                ` at ${environment} in `,
                file,
            ];
        case "evidence-age":
            return [
                "register a version with newer evidence, or raise ",
                { code: "max-evidence-age" },
                " in ",
                file,
                ...rollbackSkip(promotion, id),
            ];
        case "order":
            return ["promote this version there first"];
        case "soak":
            return ["promote this version there again, and let it stay for the whole time"];
        case "approvals":
            return approvalsRemedy(promotion);
        case "freeze":
            return ["promote after the freeze"];
        case "reason":
        case "hold":
            return ["say why: ", { code: '--reason "…"' }, ", or the input ", { code: "reason" }];
    }
}
function waitingRemedy(id, promotion) {
    if (id === "approvals")
        return ["have somebody approve who may, then run this again: nothing runs meanwhile"];
    return ["run this again when the time has passed", ...rollbackSkip(promotion, id)];
}
function approvalsRemedy({ approvals, authors }) {
    if (approvals.some(({ state, counted }) => state === "rejected" && counted))
        return ["settle it with whoever rejected it, then start a new run: this one stays rejected"];
    if (authors.length === 0)
        return [
            "merge the change by a pull request, or give its commits the e-mail of an account, so that its author is known",
        ];
    return ["have somebody approve who did not write the change, then run this again"];
}
function rollbackSkip({ direction }, id) {
    return direction === "rollback"
        ? ["; a policy may leave it out: ", { code: `rollback: { skip: [${id}] }` }]
        : [];
}

;// CONCATENATED MODULE: ./packages/report/src/delivery/promotion-words.ts




/** How a rule stands, as an emoji, a sign and a word: never by colour alone. */
const ruleMarks = {
    met: { emoji: "🟢", sign: "✓", word: "met" },
    unmet: { emoji: "🔴", sign: "✕", word: "not met" },
    waiting: { emoji: "🟡", sign: "…", word: "waiting" },
    skipped: { emoji: "⚪", sign: "–", word: "skipped" },
};
/** The decision in one line without its emoji. */
function promotionHeadline(promotion) {
    const { model, version, environment, state, dryRun, alreadyThere, decidedAt } = promotion;
    const what = [{ code: model }, ` ${version}`];
    if (alreadyThere)
        return [...what, ` is in ${environment} already, since ${formatInstant(decidedAt)}`];
    if (state === "allowed" && !dryRun)
        return [
            ...what,
            ` is in ${environment} since ${formatInstant(decidedAt)}${rollbackWords(promotion)}`,
        ];
    return [...what, ` → ${environment}${rollbackWords(promotion)} · ${decisionWords(promotion)}`];
}
/** "refused, 1 of 4 rules not met". */
function decisionWords(promotion) {
    const { state, dryRun } = promotion;
    const would = { allowed: "would be allowed", waiting: "would wait", refused: "would be refused" };
    return `${dryRun ? would[state] : state}, ${countWords(promotion)}`;
}
/** "1 of 4 rules not met". */
function countWords({ state, rules }) {
    const count = (of) => rules.filter((rule) => rule.state === of).length;
    const of = `of ${counted(rules.length, "rule")}`;
    if (state === "refused")
        return `${formatCount(count("unmet"))} ${of} not met`;
    if (state === "waiting")
        return `${formatCount(count("waiting"))} ${of} open`;
    const skipped = count("skipped") === 0 ? "" : `, ${formatCount(count("skipped"))} skipped`;
    return `${formatCount(count("met"))} ${of} met${skipped}`;
}
function rollbackWords({ direction, from }) {
    return direction === "rollback"
        ? ` · rollback${from === null ? "" : ` from ${from.version}`}`
        : "";
}
/** Whether a rollback holds the environment, or would; nothing where there is no hold to tell of. */
function holdWords({ hold, environment, direction, state, dryRun }) {
    if (hold)
        return [`${environment} is held: the next promotion there needs a reason`];
    return dryRun && state === "allowed" && direction === "rollback"
        ? [`${environment} would be held: the next promotion there would need a reason`]
        : [];
}
/** Who approved so that it counted, or that nobody did. */
function approversPhrase({ approvals, rules }) {
    const counting = approvals.filter(({ counted: counts, state }) => counts && state === "approved");
    if (counting.length === 0)
        return rules.some(({ id }) => id === "approvals")
            ? ["no approval counted"]
            : ["no approval was demanded"];
    const people = counting.map((approval) => [
        { code: approval.person.login },
        ` (${sourceWords(approval)})`,
    ]);
    return ["approved by ", ...joined(people, ", ")];
}
/** What was kept of a decision, and where. */
function keptPhrases({ entry, checkpoint, proof, tag, deployment, }) {
    return [
        ...logPhrase(entry, checkpoint),
        ...namedPhrase("proof", proof),
        ...namedPhrase("tag", tag),
        ...(deployment === null
            ? []
            : [[{ href: deployment.url, text: `deployment ${deployment.id}` }]]),
    ];
}
function sourceWords({ source, runId, pullRequest }) {
    if (source === "environment")
        return `environment approval${runId === undefined ? "" : `, run ${runId}`}`;
    return `review${pullRequest === undefined ? "" : ` of pull request ${pullRequest}`}`;
}

;// CONCATENATED MODULE: ./packages/report/src/delivery/render-promotion.ts








const emojis = { allowed: "🟢", waiting: "🟡", refused: "🔴" };
/** A promotion as a card of GitHub Markdown: what happened, every rule, what to do next, and what decided. */
function renderPromotion(promotion) {
    const { state } = promotion;
    const done = state === "allowed" && !promotion.dryRun;
    const blocks = [
        textBlock(0, `### ${emojis[state]} ${markdownOf(promotionHeadline(promotion))}`),
        ...(done
            ? [textBlock(0, doneLine(promotion)), ...ruleBlocks(promotion, true)]
            : ruleBlocks(promotion, false)),
        ...remedyBlocks(promotion),
        ...reasonBlocks(promotion),
        ...noticeBlocks(promotion.notices),
        textBlock(0, capitalised(markdownOf(joined(originParts(promotion), " · ")))),
    ];
    return fitBlocks(blocks, 1_000_000, "the JSON document");
}
/** Who approved, where it is kept, and how it is undone. */
function doneLine(promotion) {
    const parts = [approversPhrase(promotion), ...keptPhrases(promotion)];
    const undo = undoCommand(promotion);
    const line = markdownOf(joined(parts, " · "));
    return `${capitalised(line)}${undo === undefined ? "" : ` · undo: ${commandSpan(undo)}`}`;
}
function ruleBlocks(promotion, isFolded) {
    const { rules } = promotion;
    if (rules.length === 0)
        return [];
    const table = {
        align: "lll",
        header: ["", "Rule", "State"],
        rows: rules.map(({ state, title, detail }) => {
            const { emoji, word } = ruleMarks[state];
            const lead = state === "met" ? [] : [{ bold: [word] }, ": "];
            return [[emoji], quotedPhrase(title), [...lead, ...quotedPhrase(detail)]];
        }),
    };
    return [
        isFolded
            ? foldedTable(1, [promotion.alreadyThere ? "how it came there" : decisionWords(promotion)], table)
            : tableBlock(1, "", table),
    ];
}
function remedyBlocks(promotion) {
    const lines = promotionRemedies(promotion).map(({ id, todo }) => `- **${id}:** ${markdownOf(todo)}`);
    return lines.length === 0 ? [] : [textBlock(1, ["**What to do**", "", ...lines].join("\n"))];
}
function reasonBlocks(promotion) {
    const { reason } = promotion;
    const given = reason === null ? [] : [[{ bold: ["Reason:"] }, ` ${reason}`]];
    const parts = [...given, ...holdWords(promotion).map((words) => [words])];
    return parts.length === 0 ? [] : [textBlock(1, parts.map(markdownOf).join("\n\n"))];
}
function originParts(promotion) {
    const { state, digest, from, policy, evidenceLevel, approvals } = promotion;
    return [
        ...(state === "refused" ? keptPhrases(promotion) : []),
        ["digest ", digestCode(digest)],
        ...(from === null ? [] : [[`replaces ${from.version} (`, digestCode(from.digest), ")"]]),
        [
            "decided by ",
            { code: policy.file },
            " of ",
            { code: policy.ref },
            " at ",
            { code: shortCommit(policy.commit) },
        ],
        ...(approvals.length === 0 ? [] : [["evidence of approval: ", { code: evidenceLevel }]]),
    ];
}

;// CONCATENATED MODULE: ./packages/report/src/delivery/render-promotion-text.ts









const render_promotion_text_words = { allowed: "ALLOWED", waiting: "WAITING", refused: "REFUSED" };
/** A promotion for a terminal: every rule, the decision, then what follows from it. */
function renderPromotionText(promotion, style) {
    const { reason, notices } = promotion;
    const remedies = promotionRemedies(promotion).map(({ id, todo }) => `  to do, ${id}: ${textOf(todo)}`);
    const told = [
        ...(reason === null ? [] : [`  reason: ${plainText(reason, 500)}`]),
        ...holdWords(promotion).map((words) => `  ${plainText(words)}`),
    ];
    return paragraphs([
        [render_promotion_text_titleLine(promotion)],
        ruleLines(promotion.rules, style),
        [render_promotion_text_verdictLine(promotion, style), ...keptLines(promotion), ...remedies],
        told,
        noticeLines(notices, style),
    ]);
}
function render_promotion_text_titleLine({ model, version, environment, digest, from, policy }) {
    return [
        plainText(`${model} ${version} → ${environment}`, 400),
        plainText((0,kernel_src/* shortDigest */.VK)(digest)),
        ...(from === null ? [] : [plainText(`replaces ${from.version}`)]),
        `${plainText(policy.file)} of ${plainText(policy.ref)} at ${plainText(shortCommit(policy.commit))}`,
    ].join(" · ");
}
function ruleLines(rules, style) {
    const paints = { met: style.green, unmet: style.red, waiting: style.yellow, skipped: style.dim };
    return alignRows(rules.map(({ state, title, detail }) => [
        { text: `  ${ruleMarks[state].sign}`, paint: paints[state] },
        { text: bareTextOf(quotedPhrase(title)) },
        { text: bareTextOf(quotedPhrase(detail)), paint: state === "met" ? String : paints[state] },
    ]));
}
function render_promotion_text_verdictLine(promotion, style) {
    const { state, dryRun } = promotion;
    const paint = { allowed: style.green, waiting: style.yellow, refused: style.red }[state];
    const said = isDone(promotion) ? bareTextOf(promotionHeadline(promotion)) : countWords(promotion);
    const trial = dryRun ? " · dry run, nothing moved" : "";
    return `  ${paint(style.bold(render_promotion_text_words[state]))}  ${said}${trial}`;
}
function keptLines(promotion) {
    if (promotion.dryRun || promotion.state === "waiting")
        return [];
    const approvers = isDone(promotion) ? [approversPhrase(promotion)] : [];
    const undo = isDone(promotion) ? undoCommand(promotion) : undefined;
    return [
        ...[...approvers, ...keptPhrases(promotion)].map((phrase) => `  ${bareTextOf(phrase)}`),
        ...(undo === undefined ? [] : [`  undo: ${plainText(undo, 1000)}`]),
    ];
}
function isDone({ state, dryRun, alreadyThere }) {
    return alreadyThere || (state === "allowed" && !dryRun);
}

;// CONCATENATED MODULE: ./packages/report/src/delivery/render-registration.ts





/** A registration as a card of GitHub Markdown. */
function renderRegistration(registration) {
    const { emoji } = verdictMark(registration.outcome);
    const blocks = [
        textBlock(0, `### ${emoji} ${markdownOf(render_registration_headline(registration))}`),
        textBlock(0, capitalised(markdownOf(joined(facts(registration), " · ")))),
        ...noticeBlocks(registration.notices),
    ];
    return fitBlocks(blocks, 1_000_000, "the JSON document");
}
/** A registration for a terminal. */
function renderRegistrationText(registration, style) {
    const { outcome } = registration;
    const verdict = paintOf(outcome, style)(style.bold(outcome.toUpperCase()));
    return paragraphs([
        [
            `  ${verdict}  ${bareTextOf(render_registration_headline(registration))}`,
            ...facts(registration).map((fact) => `        ${bareTextOf(fact)}`),
        ],
        noticeLines(registration.notices, style),
    ]);
}
function render_registration_headline({ model, version, state }) {
    const done = state === "registered" ? "is registered" : "was registered already";
    return [{ code: model }, ` ${version} ${done}`];
}
function facts(registration) {
    const { digest, commit, entry, checkpoint, tag, signature, proof } = registration;
    return [
        ["digest ", digestCode(digest)],
        ["commit ", { code: shortCommit(commit) }],
        ...logPhrase(entry, checkpoint),
        ...namedPhrase("tag", tag),
        ...namedPhrase("signature", signature),
        ...namedPhrase("proof", proof),
    ];
}

;// CONCATENATED MODULE: ./packages/report/src/delivery/render-verification.ts








/** More would scroll the verdict away. */
const mostLines = 50;
const render_verification_marks = {
    pass: { emoji: "🟢", sign: "✓", word: "is verified" },
    warn: { emoji: "🟡", sign: "!", word: "is verified, with a warning" },
    inconclusive: { emoji: "🔴", sign: "?", word: "is not verified" },
    fail: { emoji: "🔴", sign: "✕", word: "is not verified" },
    error: { emoji: "🔴", sign: "✕", word: "is not verified" },
};
/** What a verification found, as GitHub Markdown: the verdict, then every check, the worst first. */
function renderVerification(verification) {
    const outcome = render_verification_outcomeOf(verification);
    const rows = ranked(verification.checks).map((check) => [
        [`${render_verification_marks[check.outcome].emoji} ${check.outcome}`],
        quotedPhrase(check.title),
        detailOf(check),
    ]);
    const { emoji, word } = render_verification_marks[outcome];
    const claim = [...whatOf(verification), ` ${word}`];
    const found = joined([claim, render_verification_verdictPhrase(verification)], " · ");
    const blocks = [
        textBlock(0, `### ${emoji} ${capitalised(markdownOf(found))}`),
        ...(rows.length === 0
            ? []
            : [tableBlock(1, "", { align: "lll", header: ["", "Check", "Found"], rows })]),
        textBlock(0, `<sub>${markdownOf(joined(render_verification_factsOf(verification), " · "))}</sub>`),
    ];
    return fitBlocks(blocks, 1_000_000, "the JSON document");
}
/** What a verification found, for a terminal: every check, then the verdict in one line. */
function renderVerificationText(verification, style) {
    const { checks } = verification;
    const outcome = render_verification_outcomeOf(verification);
    const shown = ranked(checks).slice(0, mostLines);
    const more = checks.length - shown.length;
    const lines = alignRows(shown.map((check) => [
        { text: `  ${render_verification_marks[check.outcome].sign}`, paint: paintOf(check.outcome, style) },
        { text: bareTextOf(quotedPhrase(check.title)) },
        { text: bareTextOf(detailOf(check)) },
    ]));
    const verdict = paintOf(outcome, style)(style.bold(outcome.toUpperCase()));
    const claim = outcome === "pass" ? [[...whatOf(verification), ` ${render_verification_marks.pass.word}`]] : [];
    return paragraphs([
        [bareTextOf(joined([whatOf(verification), ...render_verification_factsOf(verification)], " · "))],
        [...lines, ...(more > 0 ? [style.dim(`  ${counted(more, "check")} more`)] : [])],
        [`  ${verdict}  ${bareTextOf(joined([...claim, render_verification_verdictPhrase(verification)], " · "))}`],
    ]);
}
/** Never better than its own checks, whatever the document claims; of no check, inconclusive. */
function render_verification_outcomeOf({ outcome, checks }) {
    return (0,kernel_src/* worstOutcome */.Om)([outcome, (0,kernel_src/* worstOutcome */.Om)(checks.map((check) => check.outcome))]);
}
function ranked(checks) {
    return checks.toSorted((left, right) => kernel_src/* outcomes */.KI.indexOf(right.outcome) - kernel_src/* outcomes */.KI.indexOf(left.outcome));
}
/** What the worst check found, and how many others are not met; else how many were checked. */
function render_verification_verdictPhrase({ checks }) {
    const bad = ranked(checks).filter(({ outcome }) => outcome !== "pass");
    const [worst] = bad;
    if (checks.length === 0)
        return ["nothing was checked"];
    if (worst === undefined)
        return [counted(checks.length, "check")];
    const others = bad.length > 1 ? [` · ${counted(bad.length - 1, "more check")} not met`] : [];
    return [...detailOf(worst), ...others];
}
function detailOf({ detail, entry }) {
    const isNamed = entry === undefined || detail.includes(`entry ${entry}`);
    return [...(isNamed ? [] : [`entry ${String(entry)}: `]), ...quotedPhrase(detail)];
}
function whatOf(verification) {
    return verification.schema === "slipway/audit-verification/v1"
        ? ["the log"]
        : [{ code: verification.path }];
}
function render_verification_factsOf(verification) {
    if (verification.schema === "slipway/audit-verification/v1")
        return [
            [counted(verification.size, "entry", "entries")],
            ...(verification.root === null ? [] : [["root ", digestCode(verification.root)]]),
            ["key ", { code: verification.key }],
        ];
    const { model, version, digest, environment } = verification;
    return [
        ...(model === null
            ? [["no registered version"]]
            : [[{ code: model }, ` ${version ?? ""}`.trimEnd()]]),
        ...(digest === null ? [] : [[digestCode(digest)]]),
        ...(environment === null ? [] : [[`for ${environment}`]]),
    ];
}

;// CONCATENATED MODULE: ./packages/report/src/index.ts


















/***/ })

};
