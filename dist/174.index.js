export const id = 174;
export const ids = [174];
export const modules = {

/***/ 10174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evaluateModel: () => (/* reexport */ evaluateModel),
  inputs: () => (/* reexport */ inputs),
  main: () => (/* reexport */ main),
  parseColumns: () => (/* reexport */ parseColumns),
  parseGate: () => (/* reexport */ parseGate),
  planEvaluations: () => (/* reexport */ planEvaluations),
  renderEvaluations: () => (/* reexport */ renderEvaluations)
});

// EXTERNAL MODULE: ./packages/contracts/src/index.ts + 15 modules
var src = __webpack_require__(66174);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var kernel_src = __webpack_require__(63796);
;// CONCATENATED MODULE: ./packages/evaluation/src/grid-sum.ts

/** The grid for up to `count` terms of at most `largest` in size; both must be non-negative. */
function gridFor(largest, count) {
    if (!(largest > 0) || !Number.isFinite(largest))
        return { high: 0, middle: 0, low: 0 };
    const spread = Math.ceil(Math.log2(Math.max(count, 2)));
    const high = Math.floor(Math.log2(largest)) + 2 + spread - 53;
    const middle = high + spread - 53;
    return { high: cutter(high), middle: cutter(middle), low: cutter(middle + spread - 53) };
}
/** Adding and subtracting this number rounds to a multiple of 2^exponent. */
function cutter(exponent) {
    return exponent < -1000 ? 0 : 1.5 * 2 ** (exponent + 52);
}
/** One order-independent sum per group, all on the same grid. */
class GridSums {
    #grid;
    #high;
    #middle;
    #low;
    /** `groups` sums that start at 0. */
    constructor(grid, groups) {
        this.#grid = grid;
        this.#high = new Float64Array(groups);
        this.#middle = new Float64Array(groups);
        this.#low = new Float64Array(groups);
    }
    /** Adds one term, at most as large as the grid was made for. */
    add(group, term) {
        const { high, middle, low } = this.#grid;
        const first = term + high - high;
        const rest = term - first;
        const second = rest + middle - middle;
        this.#high[group] = (this.#high[group] ?? 0) + first;
        this.#middle[group] = (this.#middle[group] ?? 0) + second;
        this.#low[group] = (this.#low[group] ?? 0) + (rest - second + low - low);
    }
    /** The sum of a group so far, at most one unit in the last place off. */
    running(group) {
        return (this.#high[group] ?? 0) + ((this.#middle[group] ?? 0) + (this.#low[group] ?? 0));
    }
    /** The sum of a group, rounded once. */
    value(group) {
        return (0,kernel_src/* exactSum */.dZ)([this.#high[group] ?? 0, this.#middle[group] ?? 0, this.#low[group] ?? 0]);
    }
}
/** The largest absolute value, 0 of none. */
function largestOf(terms) {
    let largest = 0;
    for (let index = 0; index < terms.length; index += 1) {
        const size = Math.abs(terms[index] ?? 0);
        if (size > largest)
            largest = size;
    }
    return largest;
}
/** The sum of all terms, the same for every order of them. */
function sumOf(terms) {
    const grid = gridFor(largestOf(terms), terms.length);
    let high = 0;
    let middle = 0;
    let low = 0;
    for (let index = 0; index < terms.length; index += 1) {
        const term = terms[index] ?? 0;
        const first = term + grid.high - grid.high;
        const rest = term - first;
        const second = rest + grid.middle - grid.middle;
        high += first;
        middle += second;
        low += rest - second + grid.low - grid.low;
    }
    return (0,kernel_src/* exactSum */.dZ)([high, middle, low]);
}

;// CONCATENATED MODULE: ./packages/evaluation/src/argsort.ts
/** Rows by descending value, equal values in one block (−0 equals 0); every value must be a number. */
function rankDescending(values) {
    const order = values.length < 3000 ? sortSmall(values) : sortByDigits(values);
    const block = new Uint32Array(order.length);
    let current = 0;
    for (let place = 1; place < order.length; place += 1) {
        if (values[order[place] ?? 0] !== values[order[place - 1] ?? 0])
            current += 1;
        block[place] = current;
    }
    return { order, block };
}
function sortSmall(values) {
    const order = Uint32Array.from(values, (_, row) => row);
    return order.sort((left, right) => (values[right] ?? 0) - (values[left] ?? 0));
}
/** Least-significant-digit radix sort on the bits of a double, four digits of 16 bits. */
function sortByDigits(values) {
    const digits = descendingKeys(values);
    let from = new Uint32Array(values.length);
    for (let row = 0; row < from.length; row += 1)
        from[row] = row;
    let to = new Uint32Array(values.length);
    for (let digit = 0; digit < 4; digit += 1) {
        const starts = startsOf(digits, digit);
        if (starts === undefined)
            continue;
        for (let place = 0; place < from.length; place += 1) {
            const row = from[place] ?? 0;
            const key = digits[row * 4 + digit] ?? 0;
            const start = starts[key] ?? 0;
            to[start] = row;
            starts[key] = start + 1;
        }
        [from, to] = [to, from];
    }
    return from;
}
/** Where each digit begins, or undefined where all rows share one digit and the pass is idle. */
function startsOf(digits, digit) {
    const counts = new Uint32Array(65_536);
    for (let at = digit; at < digits.length; at += 4) {
        const key = digits[at] ?? 0;
        counts[key] = (counts[key] ?? 0) + 1;
    }
    if ((counts[digits[digit] ?? 0] ?? 0) * 4 === digits.length)
        return undefined;
    let start = 0;
    for (let key = 0; key < counts.length; key += 1) {
        const count = counts[key] ?? 0;
        counts[key] = start;
        start += count;
    }
    return counts;
}
/** The doubles as unsigned integers whose ascending order is the descending order of the values. */
function descendingKeys(values) {
    const copy = new Float64Array(values.length);
    for (let row = 0; row < copy.length; row += 1)
        copy[row] = (values[row] ?? 0) + 0;
    const words = new Uint32Array(copy.buffer);
    for (let row = 0; row < copy.length; row += 1) {
        const high = words[row * 2 + 1] ?? 0;
        if (high < 0x80000000) {
            words[row * 2 + 1] = ~(high | 0x80000000);
            words[row * 2] = ~(words[row * 2] ?? 0);
        }
    }
    return new Uint16Array(copy.buffer);
}

;// CONCATENATED MODULE: ./packages/evaluation/src/items.ts



/**
 * Checks the columns once, so that no metric meets a bad cell.
 * @throws UserError SW5101 no rows, SW5102 missing label or prediction, SW5103 a value that is not finite,
 * SW5104 a negative weight, SW5105 weights that sum to 0.
 */
function createItems(columns) {
    const n = columns.label.length;
    if (n === 0) {
        throw new kernel_src/* UserError */.yo({
            code: "SW5101",
            message: "The results have no rows.",
            remedy: "Check the command that writes them: metrics of nothing prove nothing.",
        });
    }
    const weight = columns.weight;
    if (weight !== undefined)
        checkWeights(weight, n);
    if (columns.task === "regression") {
        checkFinite(columns.label, "label", n);
        checkFinite(columns.prediction, "prediction", n);
        return { task: "regression", n, label: columns.label, prediction: columns.prediction, weight };
    }
    checkCodes(columns.label, "label", columns);
    if (columns.prediction !== undefined)
        checkCodes(columns.prediction, "prediction", columns);
    const scores = columns.scores ?? [];
    for (const column of scores)
        checkFinite(column, "score", n);
    const { task, classes, label, prediction, positive = 1 } = columns;
    return { task, n, classes, positive, label, prediction, scores, weight };
}
function takeRows(items, rows) {
    const n = rows.length;
    const weight = items.weight === undefined ? undefined : pickFloat(items.weight, rows);
    if (items.task === "regression") {
        const label = pickFloat(items.label, rows);
        return { ...items, n, label, prediction: pickFloat(items.prediction, rows), weight };
    }
    return {
        ...items,
        n,
        label: pickCode(items.label, rows),
        prediction: items.prediction === undefined ? undefined : pickCode(items.prediction, rows),
        scores: items.scores.map((column) => pickFloat(column, rows)),
        weight,
    };
}
const rankings = new WeakMap();
/** The descending order of a score column, made once for each column. */
function rankingOf(column) {
    const known = rankings.get(column);
    if (known !== undefined)
        return known;
    const ranking = rankDescending(column);
    rankings.set(column, ranking);
    return ranking;
}
const grids = new WeakMap();
/** The grid on which a column is summed, for the whole column and for each part of it. */
function gridOf(column) {
    const known = grids.get(column);
    if (known !== undefined)
        return known;
    const grid = gridFor(largestOf(column), column.length);
    grids.set(column, grid);
    return grid;
}
function pickFloat(column, rows) {
    const picked = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at += 1)
        picked[at] = column[rows[at] ?? 0] ?? 0;
    return picked;
}
function pickCode(column, rows) {
    const picked = new Int32Array(rows.length);
    for (let at = 0; at < rows.length; at += 1)
        picked[at] = column[rows[at] ?? 0] ?? 0;
    return picked;
}
function checkLength(length, n) {
    if (length !== n)
        throw new RangeError(`A column has ${length} rows, the labels have ${n}.`);
}
function checkFinite(column, role, n) {
    checkLength(column.length, n);
    for (let row = 0; row < n; row += 1) {
        const value = column[row] ?? 0;
        if (Number.isFinite(value))
            continue;
        throw new kernel_src/* UserError */.yo({
            code: "SW5103",
            message: `Row ${row + 1} of the results has the ${role} ${String(value)}, which is not a finite number.`,
            remedy: "Repair the row, or leave the item out where the results are written and say so.",
        });
    }
}
function checkCodes(column, role, { classes, label }) {
    checkLength(column.length, label.length);
    for (let row = 0; row < column.length; row += 1) {
        const code = column[row] ?? -1;
        if (code >= 0 && code < classes.length)
            continue;
        throw new kernel_src/* UserError */.yo({
            code: "SW5102",
            message: `Row ${row + 1} of the results has no ${role}.`,
            remedy: `Give every row a ${role}, or name the right column under \`columns\`.`,
        });
    }
}
function checkWeights(weight, n) {
    checkFinite(weight, "weight", n);
    const sums = new GridSums(gridOf(weight), 1);
    for (let row = 0; row < n; row += 1) {
        const value = weight[row] ?? 0;
        sums.add(0, value);
        if (value >= 0)
            continue;
        throw new kernel_src/* UserError */.yo({
            code: "SW5104",
            message: `Row ${row + 1} of the results has the negative weight ${value}.`,
            remedy: "Weights count how much an item matters: use 0 or more.",
        });
    }
    if (sums.value(0) > 0)
        return;
    throw new kernel_src/* UserError */.yo({
        code: "SW5105",
        message: "All weights of the results are 0.",
        remedy: "Give at least one item a weight above 0, or leave the role `weight` away.",
    });
}

;// CONCATENATED MODULE: ./packages/evaluation/src/groups.ts


/** The one group of all rows. */
const everyRow = { count: 1 };
/** The one group of the given rows, out of `n`. */
function groupOfRows(rows, n) {
    const codes = new Int32Array(n).fill(-1);
    for (const row of rows)
        codes[row] = 0;
    return { count: 1, codes };
}
/** The rows of each group, ascending. */
function rowsOfGroups(groups, n) {
    const counts = groupSizes(groups, n);
    const rows = Array.from(counts, (count) => new Int32Array(count));
    const filled = new Int32Array(groups.count);
    for (let row = 0; row < n; row += 1) {
        const group = groups.codes === undefined ? 0 : (groups.codes[row] ?? -1);
        if (group < 0)
            continue;
        const place = filled[group] ?? 0;
        const list = rows[group];
        if (list !== undefined)
            list[place] = row;
        filled[group] = place + 1;
    }
    return rows;
}
/** How many rows each group has. */
function groupSizes(groups, n) {
    const sizes = new Int32Array(groups.count);
    if (groups.codes === undefined)
        return sizes.fill(n);
    for (let row = 0; row < n; row += 1) {
        const group = groups.codes[row] ?? -1;
        if (group >= 0)
            sizes[group] = (sizes[group] ?? 0) + 1;
    }
    return sizes;
}
/** The order-independent sum of a column in each group. */
function groupSums(column, groups) {
    const sums = new GridSums(gridOf(column), groups.count);
    const { codes } = groups;
    for (let row = 0; row < column.length; row += 1) {
        const group = codes === undefined ? 0 : (codes[row] ?? -1);
        if (group >= 0)
            sums.add(group, column[row] ?? 0);
    }
    return Float64Array.from({ length: groups.count }, (_, group) => sums.value(group));
}
const extents = new WeakMap();
/** The extent of each group, made once for each pair of items and groups. */
function extentOf(items, groups) {
    return remember(extents, [items, groups], () => {
        const n = groupSizes(groups, items.n);
        const weight = items.weight === undefined ? Float64Array.from(n) : groupSums(items.weight, groups);
        return { n, weight };
    });
}
/** Builds a value for a pair of objects once, and keeps it as long as both live. */
function remember(store, [first, second], build) {
    let inner = store.get(first);
    if (inner === undefined) {
        inner = new WeakMap();
        store.set(first, inner);
    }
    const known = inner.get(second);
    if (known !== undefined)
        return known;
    const value = build();
    inner.set(second, value);
    return value;
}

;// CONCATENATED MODULE: ./packages/evaluation/src/losses.ts



const stored = new WeakMap();
const weighted = new WeakMap();
/** The loss of each item; made once. The clipping of log loss is scikit-learn's, at the eps of a double. */
function lossColumn(items, kind) {
    const known = stored.get(items) ?? new Map();
    stored.set(items, known);
    const before = known.get(kind);
    if (before !== undefined)
        return before;
    const made = items.task === "regression" ? errors(items, kind) : scoreLosses(items, kind);
    known.set(kind, made);
    return made;
}
/** The weighted mean loss of each group. */
function meanLosses(items, groups, kind) {
    const column = lossColumn(items, kind);
    const sums = groupSums(timesWeight(column.loss, items.weight), groups);
    const { weight } = extentOf(items, groups);
    const means = Array.from(sums, (sum, group) => {
        const total = weight[group] ?? 0;
        if (!(total > 0))
            return { undefined: "zero-weight" };
        const value = sum / total;
        return column.notice === undefined ? { value } : { value, notice: column.notice };
    });
    for (const { row, reason } of column.bad) {
        const group = groups.codes === undefined ? 0 : (groups.codes[row] ?? -1);
        if (group >= 0)
            means[group] = { undefined: reason };
    }
    return means;
}
/** A column multiplied by the weights, the column itself where there are none. */
function timesWeight(column, weight) {
    if (weight === undefined)
        return column;
    return remember(weighted, [column, weight], () => column.map((value, row) => value * (weight[row] ?? 0)));
}
function errors(items, kind) {
    const loss = new Float64Array(items.n);
    for (let row = 0; row < loss.length; row += 1) {
        const error = Math.abs((items.prediction[row] ?? 0) - (items.label[row] ?? 0));
        loss[row] = kind === "squared" ? error * error : error;
    }
    return { loss, bad: [] };
}
function scoreLosses(items, kind) {
    const bad = badRows(items);
    const lossOf = kind === "log" ? logLoss : brier;
    const loss = new Float64Array(items.n);
    for (let row = 0; row < loss.length; row += 1)
        loss[row] = lossOf(items, row);
    for (const { row } of bad)
        loss[row] = 0;
    return sumsToOne(items) ? { loss, bad } : { loss, bad, notice: "scores-not-sum-to-1" };
}
const smallest = Number.EPSILON;
function logLoss({ task, label, positive, scores }, row) {
    const truth = label[row] ?? 0;
    const score = scores[task === "binary" ? 0 : truth]?.[row] ?? 0;
    const chance = task === "binary" && truth !== positive ? 1 - score : score;
    return -Math.log(Math.min(Math.max(chance, smallest), 1 - smallest));
}
function brier({ task, label, positive, scores }, row) {
    const truth = label[row] ?? 0;
    if (task === "binary") {
        const gap = (scores[0]?.[row] ?? 0) - (truth === positive ? 1 : 0);
        return gap * gap;
    }
    let sum = 0;
    for (let index = 0; index < scores.length; index += 1) {
        const gap = (scores[index]?.[row] ?? 0) - (truth === index ? 1 : 0);
        sum += gap * gap;
    }
    return sum;
}
function badRows({ task, scores, label }) {
    const bad = [];
    for (const column of scores) {
        for (let row = 0; row < column.length; row += 1) {
            const score = column[row] ?? 0;
            if (score < 0 || score > 1)
                bad.push({ row, reason: "score-out-of-range" });
        }
    }
    if (task === "binary")
        return bad;
    for (let row = 0; row < label.length; row += 1) {
        if ((label[row] ?? 0) >= scores.length)
            bad.push({ row, reason: "class-missing" });
    }
    return bad;
}
const sums = new WeakMap();
/** Whether each row of scores sums to 1 within numpy's `isclose` (1e-5 · 1 + 1e-8); one column always does. */
function sumsToOne({ task, scores, n }) {
    if (task === "binary")
        return true;
    const known = sums.get(scores);
    if (known !== undefined)
        return known;
    let isClose = true;
    for (let row = 0; isClose && row < n; row += 1) {
        let sum = 0;
        for (let index = 0; index < scores.length; index += 1)
            sum += scores[index]?.[row] ?? 0;
        isClose = Math.abs(sum - 1) <= 1e-8 + 1e-5;
    }
    sums.set(scores, isClose);
    return isClose;
}

;// CONCATENATED MODULE: ./packages/evaluation/src/class-counts.ts



const class_counts_stored = new WeakMap();
/** The counts of each group: all that the metrics of hard labels need. */
function classCounts(items, groups) {
    return remember(class_counts_stored, [items, groups], () => {
        const cells = items.weight === undefined ? countItems(items, groups) : weighItems(items, groups);
        const k = items.classes.length;
        return Array.from({ length: groups.count }, (_, group) => ({
            right: cells.right.subarray(group * k, group * k + k),
            labelled: cells.labelled.subarray(group * k, group * k + k),
            predicted: cells.predicted.subarray(group * k, group * k + k),
            seen: cells.seen.subarray(group * k, group * k + k),
        }));
    });
}
function countItems(items, { codes, count }) {
    const { label, prediction = label, classes } = items;
    const k = classes.length;
    const right = new Float64Array(count * k);
    const labelled = new Float64Array(count * k);
    const predicted = new Float64Array(count * k);
    const seen = new Uint8Array(count * k);
    for (let row = 0; row < label.length; row += 1) {
        const group = codes === undefined ? 0 : (codes[row] ?? -1);
        if (group < 0)
            continue;
        const truth = group * k + (label[row] ?? 0);
        const claim = group * k + (prediction[row] ?? 0);
        labelled[truth] = (labelled[truth] ?? 0) + 1;
        predicted[claim] = (predicted[claim] ?? 0) + 1;
        if (truth === claim)
            right[truth] = (right[truth] ?? 0) + 1;
        seen[truth] = 1;
        seen[claim] = 1;
    }
    return { right, labelled, predicted, seen };
}
function weighItems(items, { codes, count }) {
    const { label, prediction = label, classes, weight = new Float64Array(0) } = items;
    const k = classes.length;
    const grid = gridOf(weight);
    const right = new GridSums(grid, count * k);
    const labelled = new GridSums(grid, count * k);
    const predicted = new GridSums(grid, count * k);
    const seen = new Uint8Array(count * k);
    for (let row = 0; row < label.length; row += 1) {
        const group = codes === undefined ? 0 : (codes[row] ?? -1);
        if (group < 0)
            continue;
        const truth = group * k + (label[row] ?? 0);
        const claim = group * k + (prediction[row] ?? 0);
        labelled.add(truth, weight[row] ?? 0);
        predicted.add(claim, weight[row] ?? 0);
        if (truth === claim)
            right.add(truth, weight[row] ?? 0);
        seen[truth] = 1;
        seen[claim] = 1;
    }
    const all = (sums) => Float64Array.from({ length: count * k }, (_, cell) => sums.value(cell));
    return { right: all(right), labelled: all(labelled), predicted: all(predicted), seen };
}

;// CONCATENATED MODULE: ./packages/evaluation/src/label-metrics.ts



/** The share of right predictions. */
function accuracy(counts) {
    const total = (0,kernel_src/* exactSum */.dZ)(counts.labelled);
    return total > 0 ? { value: (0,kernel_src/* exactSum */.dZ)(counts.right) / total } : { undefined: "zero-weight" };
}
/** The mean recall of the classes that occur as labels. */
function balancedAccuracy(counts) {
    const recalls = [];
    counts.labelled.forEach((labelled, index) => {
        if (labelled > 0)
            recalls.push((counts.right[index] ?? 0) / labelled);
    });
    if (recalls.length === 0)
        return { undefined: "zero-weight" };
    return { value: (0,kernel_src/* exactSum */.dZ)(recalls) / recalls.length };
}
/**
 * Precision, recall or F1 over the classes that occur in labels or predictions. A share of 0/0 counts as 0, as
 * scikit-learn's `zero_division="warn"` does, and flags the result.
 */
function shareMetric(counts, { share, average, positive }) {
    if (average === "binary")
        return flagged([part(counts, share, positive)], ([only]) => only ?? 0);
    if (average === "micro") {
        const total = (0,kernel_src/* exactSum */.dZ)(counts.labelled);
        return flagged([{ over: (0,kernel_src/* exactSum */.dZ)(counts.right), under: total }], ([only]) => only ?? 0);
    }
    const classes = Array.from(counts.seen.keys()).filter((index) => counts.seen[index] === 1);
    const parts = classes.map((index) => part(counts, share, index));
    if (average === "macro")
        return flagged(parts, (shares) => (0,kernel_src/* exactSum */.dZ)(shares) / shares.length);
    const support = classes.map((index) => counts.labelled[index] ?? 0);
    const total = (0,kernel_src/* exactSum */.dZ)(support);
    if (!(total > 0))
        return { undefined: "zero-weight" };
    return flagged(parts, (shares) => (0,kernel_src/* exactSum */.dZ)(shares.map((s, at) => s * (support[at] ?? 0))) / total);
}
function part(counts, share, index) {
    const right = counts.right[index] ?? 0;
    const labelled = counts.labelled[index] ?? 0;
    const predicted = counts.predicted[index] ?? 0;
    if (share === "precision")
        return { over: right, under: predicted };
    if (share === "recall")
        return { over: right, under: labelled };
    return { over: 2 * right, under: labelled + predicted };
}
function flagged(parts, combine) {
    const value = combine(parts.map(({ over, under }) => (under > 0 ? over / under : 0)));
    const isDefined = parts.every(({ under }) => under > 0);
    return isDefined ? { value } : { value, undefined: "zero-division" };
}

;// CONCATENATED MODULE: ./packages/evaluation/src/rank-pass.ts



/** Walks down `column` once for all groups, with `chosen` as the positive class. */
function rankSums(walk) {
    return walk.items.weight === undefined ? countPairs(walk) : weighPairs(walk, walk.items.weight);
}
function countPairs({ items, groups, column, chosen }) {
    const { order, block } = rankingOf(column);
    const k = items.classes.length;
    const state = {
        k,
        chosen,
        open: new Int32Array(groups.count).fill(-1),
        tied: new Float64Array(groups.count * k),
        passed: new Float64Array(groups.count * k),
        halves: new Float64Array(groups.count * k),
        precision: new GridSums(gridFor(items.n, 1), groups.count),
    };
    for (let place = 0; place < order.length; place += 1) {
        const row = order[place] ?? 0;
        const group = groups.codes === undefined ? 0 : (groups.codes[row] ?? -1);
        if (group < 0)
            continue;
        const current = block[place] ?? 0;
        if (state.open[group] !== current) {
            if (state.open[group] !== -1)
                closeBlock(state, group);
            state.open[group] = current;
        }
        const cell = group * k + (items.label[row] ?? 0);
        state.tied[cell] = (state.tied[cell] ?? 0) + 1;
    }
    for (let group = 0; group < groups.count; group += 1)
        closeBlock(state, group);
    return Array.from({ length: groups.count }, (_, group) => ({
        above: state.halves.slice(group * k, group * k + k).map((half) => half / 2),
        labelled: state.passed.slice(group * k, group * k + k),
        precision: state.precision.value(group),
    }));
}
function closeBlock({ k, chosen, tied, passed, halves, precision }, group) {
    const first = group * k;
    const hits = tied[first + chosen] ?? 0;
    const before = passed[first + chosen] ?? 0;
    let seen = 0;
    for (let cell = first; cell < first + k; cell += 1) {
        const items = tied[cell] ?? 0;
        if (items !== 0) {
            halves[cell] = (halves[cell] ?? 0) + items * (2 * before + hits);
            passed[cell] = (passed[cell] ?? 0) + items;
            tied[cell] = 0;
        }
        seen += passed[cell] ?? 0;
    }
    if (hits > 0)
        precision.add(group, (hits * (before + hits)) / seen);
}
function weighPairs({ items, groups, column, chosen }, weight) {
    const { order, block } = rankingOf(column);
    const k = items.classes.length;
    const grid = gridOf(weight);
    const largest = sumOf(weight);
    const totals = new GridSums(grid, groups.count * k);
    const above = new GridSums(gridFor(largest * largest, items.n), groups.count * k);
    const precision = new GridSums(gridFor(largest, items.n), groups.count);
    const open = new Int32Array(groups.count).fill(-1);
    const before = new Float64Array(groups.count * k);
    const close = (group) => {
        const first = group * k;
        const after = Array.from({ length: k }, (_, index) => totals.running(first + index));
        const had = before[first + chosen] ?? 0;
        const hits = (after[chosen] ?? 0) - had;
        after.forEach((total, index) => {
            const tied = total - (before[first + index] ?? 0);
            if (tied > 0)
                above.add(first + index, tied * (had + hits / 2));
            before[first + index] = total;
        });
        const seen = after.reduce((sum, total) => sum + total, 0);
        if (hits > 0)
            precision.add(group, (hits * (had + hits)) / seen);
    };
    order.forEach((row, place) => {
        const group = groups.codes === undefined ? 0 : (groups.codes[row] ?? -1);
        if (group < 0)
            return;
        const current = block[place] ?? 0;
        if (open[group] !== current && open[group] !== -1)
            close(group);
        open[group] = current;
        totals.add(group * k + (items.label[row] ?? 0), weight[row] ?? 0);
    });
    for (let group = 0; group < groups.count; group += 1)
        close(group);
    return Array.from({ length: groups.count }, (_, group) => ({
        above: Float64Array.from({ length: k }, (_, index) => above.value(group * k + index)),
        labelled: before.slice(group * k, group * k + k),
        precision: precision.value(group),
    }));
}

;// CONCATENATED MODULE: ./packages/evaluation/src/score-metrics.ts






const walks = new WeakMap();
/** The rank sums of one score column, walked once for each division into groups. */
function walkOf(items, groups, index) {
    const known = remember(walks, [items, groups], () => new Map());
    const before = known.get(index);
    if (before !== undefined)
        return before;
    const column = items.scores[index] ?? new Float64Array(0);
    const chosen = items.task === "binary" ? items.positive : index;
    const walk = rankSums({ items, groups, column, chosen });
    known.set(index, walk);
    return walk;
}
/** Area under the ROC curve of each group: Mann–Whitney with ties as half. */
function rocAuc(items, groups) {
    return walkOf(items, groups, 0).map((sums) => areaOf(sums, items.positive));
}
/** Average precision of each group: Σ (R_n − R_{n−1}) · P_n over distinct thresholds. */
function averagePrecision(items, groups) {
    return walkOf(items, groups, 0).map(({ precision, labelled }) => {
        const positives = labelled[items.positive] ?? 0;
        if (!(positives > 0))
            return { value: 0, undefined: "no-positive" };
        return { value: precision / positives };
    });
}
/** The multiclass areas of Hand and Till (ovo) or class by class (ovr), as scikit-learn averages them. */
function multiclassAuc(items, groups, form) {
    const refusal = refusalOf(items, form);
    if (refusal !== undefined)
        return Array.from({ length: groups.count }, () => refusal);
    const columns = items.scores.map((_, index) => walkOf(items, groups, index));
    return Array.from({ length: groups.count }, (_, group) => {
        const sums = columns.map((column) => column[group]).filter((one) => one !== undefined);
        return areaOfClasses(sums, form);
    });
}
/** One average of areas from the rank sums of each class's own column. */
function areaOfClasses(sums, form) {
    const labelled = sums[0]?.labelled ?? new Float64Array(0);
    if (labelled.some((weight, index) => weight > 0 && index >= sums.length)) {
        return { undefined: "class-missing" };
    }
    return form.scheme === "ovr"
        ? classByClass(sums, form.weighted)
        : pairByPair(sums, form.weighted);
}
/** The area of one class against all others from its rank sums. */
function areaOf({ above, labelled }, chosen) {
    const positives = labelled[chosen] ?? 0;
    const negatives = (0,kernel_src/* exactSum */.dZ)(labelled.filter((_, index) => index !== chosen));
    if (!(positives > 0) || !(negatives > 0))
        return { undefined: "one-class" };
    const wins = (0,kernel_src/* exactSum */.dZ)(above.filter((_, index) => index !== chosen));
    return { value: wins / (positives * negatives) };
}
function refusalOf(items, form) {
    if (!sumsToOne(items))
        return { undefined: "scores-not-sum-to-1" };
    if (form.scheme === "ovo" && items.weight !== undefined)
        return { undefined: "weights-unsupported" };
    return undefined;
}
function classByClass(sums, isWeighted) {
    const areas = sums.map((one, index) => areaOf(one, index));
    const support = sums.map(({ labelled }, index) => labelled[index] ?? 0);
    const isComplete = areas.every(({ value }) => value !== undefined);
    if (!isWeighted) {
        if (!isComplete)
            return { undefined: "one-class" };
        return { value: (0,kernel_src/* exactSum */.dZ)(areas.map(({ value }) => value ?? 0)) / areas.length };
    }
    const total = (0,kernel_src/* exactSum */.dZ)(support);
    if (areas.some(({ value }, index) => value === undefined && (support[index] ?? 0) > 0)) {
        return { undefined: "one-class" };
    }
    if (!(total > 0))
        return { undefined: "zero-weight" };
    const value = (0,kernel_src/* exactSum */.dZ)(areas.map((area, index) => (area.value ?? 0) * (support[index] ?? 0))) / total;
    return isComplete ? { value } : { value, undefined: "one-class" };
}
function pairByPair(sums, isWeighted) {
    const count = (index) => sums[index]?.labelled[index] ?? 0;
    const present = sums.map((_, index) => index).filter((index) => count(index) > 0);
    if (present.length < 2)
        return { undefined: "class-missing" };
    const terms = [];
    const weights = [];
    for (const a of present) {
        for (const b of present) {
            if (b <= a)
                continue;
            const pairs = count(a) * count(b);
            terms.push(((sums[a]?.above[b] ?? 0) / pairs + (sums[b]?.above[a] ?? 0) / pairs) / 2);
            weights.push(isWeighted ? count(a) + count(b) : 1);
        }
    }
    const value = (0,kernel_src/* exactSum */.dZ)(terms.map((term, at) => term * (weights[at] ?? 0))) / (0,kernel_src/* exactSum */.dZ)(weights);
    return present.length === sums.length ? { value } : { value, undefined: "class-missing" };
}

;// CONCATENATED MODULE: ./packages/evaluation/src/catalogue.ts




const classes = ["binary", "multiclass"];
const higher = { direction: "higher", unit: "ratio" };
const hard = { ...higher, needs: "prediction", params: {}, aliases: [] };
const soft = { ...higher, needs: "score", params: {}, aliases: [] };
const shareTitles = { precision: "Precision", recall: "Recall", f1: "F1" };
function shares(share) {
    const base = { ...hard, function: `${share}_score` };
    const title = shareTitles[share];
    const averaged = ["macro", "micro", "weighted"].map((average) => ({
        ...base,
        name: `${share}_${average}`,
        params: { average },
        tasks: classes,
        title: `${title} (${average})`,
        form: { kind: "share", share, average },
    }));
    const form = { kind: "share", share, average: "binary" };
    const aliases = [`${share}_score`, `${share}_binary`];
    return [{ ...base, name: share, tasks: ["binary"], title, aliases, form }, ...averaged];
}
function areas(scheme, weighted) {
    const params = { multi_class: scheme, average: weighted ? "weighted" : "macro" };
    return {
        ...soft,
        name: weighted ? `roc_auc_${scheme}_weighted` : `roc_auc_${scheme}`,
        function: "roc_auc_score",
        params,
        tasks: ["multiclass"],
        title: `ROC AUC (${scheme}${weighted ? ", weighted" : ""})`,
        form: { kind: "areas", scheme, weighted },
    };
}
function regressionLoss(init) {
    const { name, title, form, unit = "target" } = init;
    const shared = { direction: "lower", needs: "prediction", params: {} };
    const aliases = [`neg_${name}`];
    return { ...shared, name, function: name, tasks: ["regression"], unit, title, aliases, form };
}
/** Every metric that Slipway computes itself, in the order in which reports show them. */
const metricCatalogue = [
    {
        ...hard,
        name: "accuracy",
        function: "accuracy_score",
        tasks: classes,
        title: "Accuracy",
        aliases: ["accuracy_score"],
        form: { kind: "accuracy" },
    },
    {
        ...hard,
        name: "balanced_accuracy",
        function: "balanced_accuracy_score",
        tasks: classes,
        title: "Balanced accuracy",
        aliases: ["balanced_accuracy_score"],
        form: { kind: "balanced-accuracy" },
    },
    ...shares("precision"),
    ...shares("recall"),
    ...shares("f1"),
    {
        ...soft,
        name: "roc_auc",
        function: "roc_auc_score",
        tasks: ["binary"],
        title: "ROC AUC",
        aliases: ["roc_auc_score"],
        form: { kind: "roc-auc" },
    },
    areas("ovr", false),
    areas("ovr", true),
    areas("ovo", false),
    areas("ovo", true),
    {
        ...soft,
        name: "average_precision",
        function: "average_precision_score",
        tasks: ["binary"],
        title: "Average precision",
        aliases: ["average_precision_score"],
        form: { kind: "average-precision" },
    },
    {
        ...soft,
        direction: "lower",
        unit: "nats",
        name: "log_loss",
        function: "log_loss",
        tasks: classes,
        title: "Log loss",
        aliases: ["neg_log_loss"],
        form: { kind: "mean", loss: "log" },
    },
    {
        ...soft,
        direction: "lower",
        name: "brier_score",
        function: "brier_score_loss",
        tasks: classes,
        title: "Brier score",
        aliases: ["brier_score_loss", "neg_brier_score"],
        form: { kind: "mean", loss: "brier" },
    },
    {
        ...hard,
        name: "r2",
        function: "r2_score",
        tasks: ["regression"],
        title: "R²",
        aliases: ["r2_score"],
        form: { kind: "r2" },
    },
    regressionLoss({
        name: "mean_absolute_error",
        title: "Mean absolute error",
        form: { kind: "mean", loss: "absolute" },
    }),
    regressionLoss({
        name: "root_mean_squared_error",
        title: "Root mean squared error",
        form: { kind: "rmse" },
    }),
    regressionLoss({
        name: "mean_squared_error",
        title: "Mean squared error",
        form: { kind: "mean", loss: "squared" },
        unit: "target²",
    }),
    regressionLoss({
        name: "median_absolute_error",
        title: "Median absolute error",
        form: { kind: "median" },
    }),
];

;// CONCATENATED MODULE: ./packages/evaluation/src/target-metrics.ts






/** The square root of the weighted mean squared error of each group. */
function rootMeanSquaredErrors(items, groups) {
    return meanLosses(items, groups, "squared").map((mean) => mean.value === undefined ? mean : { value: Math.sqrt(mean.value) });
}
/**
 * R² of each group. A constant target gives 1 where every prediction is right and 0 otherwise, decided on the
 * targets themselves and not on a rounded sum of squares.
 */
function rSquared(items, groups) {
    const { n, weight } = extentOf(items, groups);
    const residual = groupSums(timesWeight(lossColumn(items, "squared").loss, items.weight), groups);
    const spread = spreadOf(items, groups);
    return Array.from(residual, (left, group) => {
        if ((n[group] ?? 0) < 2)
            return { undefined: "too-few" };
        if (!((weight[group] ?? 0) > 0))
            return { undefined: "zero-weight" };
        const all = spread[group] ?? 0;
        if (!(all > 0))
            return { value: left === 0 ? 1 : 0 };
        return { value: 1 - left / all };
    });
}
/** Σ w (y − mean)² of each group, exactly 0 where all weighted targets are equal. */
function spreadOf(items, groups) {
    const { label, weight } = items;
    const { weight: totals } = extentOf(items, groups);
    const targets = groupSums(timesWeight(label, weight), groups);
    const means = targets.map((sum, group) => sum / (totals[group] ?? 0));
    const lowest = new Float64Array(groups.count).fill(Infinity);
    const highest = new Float64Array(groups.count).fill(-Infinity);
    const largest = 2 * largestOf(label);
    const heaviest = weight === undefined ? 1 : largestOf(weight);
    const sums = new GridSums(gridFor(largest * largest * heaviest, items.n), groups.count);
    for (let row = 0; row < label.length; row += 1) {
        const group = groups.codes === undefined ? 0 : (groups.codes[row] ?? -1);
        const mass = weight === undefined ? 1 : (weight[row] ?? 0);
        if (group < 0 || mass === 0)
            continue;
        const target = label[row] ?? 0;
        lowest[group] = Math.min(lowest[group] ?? 0, target);
        highest[group] = Math.max(highest[group] ?? 0, target);
        const gap = target - (means[group] ?? 0);
        sums.add(group, mass * gap * gap);
    }
    return totals.map((_, group) => (lowest[group] === highest[group] ? 0 : sums.value(group)));
}
/** The median absolute error of each group; with weights the averaged inverted distribution function. */
function medianAbsoluteErrors(items, groups) {
    const { loss } = lossColumn(items, "absolute");
    return rowsOfGroups(groups, items.n).map((rows) => {
        const { weight } = items;
        if (weight !== undefined)
            return weightedMedian(rows, loss, weight);
        const errors = Float64Array.from(rows, (row) => loss[row] ?? 0).sort();
        const middle = Math.floor(errors.length / 2);
        const upper = errors[middle] ?? 0;
        if (errors.length % 2 === 1)
            return { value: upper };
        return { value: ((errors[middle - 1] ?? 0) + upper) / 2 };
    });
}
function weightedMedian(rows, loss, weight) {
    const sorted = rows
        .filter((row) => (weight[row] ?? 0) > 0)
        .sort((left, right) => (loss[left] ?? 0) - (loss[right] ?? 0));
    const weights = Float64Array.from(sorted, (row) => weight[row] ?? 0);
    const total = (0,kernel_src/* exactSum */.dZ)(weights);
    if (!(total > 0))
        return { undefined: "zero-weight" };
    const sums = new GridSums(gridFor(largestOf(weights), weights.length), 1);
    for (let at = 0; at < sorted.length; at += 1) {
        sums.add(0, weights[at] ?? 0);
        const reached = sums.value(0) * 2;
        const here = loss[sorted[at] ?? 0] ?? 0;
        if (reached > total)
            return { value: here };
        if (reached === total)
            return { value: (here + (loss[sorted[at + 1] ?? 0] ?? 0)) / 2 };
    }
    return { undefined: "zero-weight" };
}

;// CONCATENATED MODULE: ./packages/evaluation/src/compute-metric.ts









/** A metric of all items, or of the given distinct rows of them. */
function computeMetric(items, metric, rows) {
    const groups = rows === undefined ? everyRow : groupOfRows(rows, items.n);
    const [value] = computeGroups(items, metric, groups);
    if (value === undefined)
        throw new RangeError("A division without groups has no metric.");
    return value;
}
/** A metric of each group; sorts and counts are shared by all calls with the same items and groups. */
function computeGroups(items, metric, groups) {
    if (!metric.tasks.includes(items.task)) {
        throw new RangeError(`The metric ${metric.name} does not fit the task ${items.task}.`);
    }
    const { n, weight } = extentOf(items, groups);
    return rawGroups(items, metric, groups).map((raw, group) => finished(raw, { n: n[group] ?? 0, sumOfWeights: weight[group] ?? 0 }));
}
function rawGroups(items, metric, groups) {
    if (items.task === "regression")
        return targetGroups(items, metric, groups);
    const isMissing = metric.needs === "prediction" ? items.prediction === undefined : items.scores.length === 0;
    if (isMissing) {
        const raw = { undefined: metric.needs === "prediction" ? "no-prediction" : "no-score" };
        return Array.from({ length: groups.count }, () => raw);
    }
    return classGroups(items, metric, groups);
}
function targetGroups(items, { form }, groups) {
    if (form.kind === "mean")
        return meanLosses(items, groups, form.loss);
    if (form.kind === "r2")
        return rSquared(items, groups);
    if (form.kind === "rmse")
        return rootMeanSquaredErrors(items, groups);
    return medianAbsoluteErrors(items, groups);
}
function classGroups(items, { form }, groups) {
    const { positive } = items;
    switch (form.kind) {
        case "mean":
            return meanLosses(items, groups, form.loss);
        case "roc-auc":
            return rocAuc(items, groups);
        case "average-precision":
            return averagePrecision(items, groups);
        case "areas":
            return multiclassAuc(items, groups, form);
        case "accuracy":
            return classCounts(items, groups).map(accuracy);
        case "share":
            return classCounts(items, groups).map((counts) => shareMetric(counts, { ...form, positive }));
        default:
            return classCounts(items, groups).map(balancedAccuracy);
    }
}
function finished(raw, extent) {
    if (extent.n === 0)
        return { value: null, undefined: "empty-slice", ...extent };
    if (!(extent.sumOfWeights > 0))
        return { value: null, undefined: "zero-weight", ...extent };
    const { value = Number.NaN, ...flags } = raw;
    if (Number.isFinite(value))
        return { value, ...flags, ...extent };
    return { value: null, undefined: "not-finite", ...flags, ...extent };
}

;// CONCATENATED MODULE: ./packages/evaluation/src/distributions.ts
const lanczos = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
    -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
    1.5056327351493116e-7,
];
/** ln Γ(x) for x > 0, by Lanczos' approximation (g = 7, 9 terms). */
function distributions_logGamma(x) {
    if (x < 0.5)
        return Math.log(Math.PI / Math.sin(Math.PI * x)) - distributions_logGamma(1 - x);
    const shifted = x - 1;
    const base = shifted + 7.5;
    let series = 0;
    lanczos.forEach((term, index) => (series += index === 0 ? term : term / (shifted + index)));
    return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}
/** The regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz's method). */
function distributions_incompleteBeta(x, a, b) {
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    if (x > (a + 1) / (a + b + 2))
        return 1 - distributions_incompleteBeta(1 - x, b, a);
    const logFront = distributions_logGamma(a + b) - distributions_logGamma(a) - distributions_logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
    return (Math.exp(logFront) * betaFraction(x, a, b)) / a;
}
function betaFraction(x, a, b) {
    const guard = (value) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
    let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
    let c = 1;
    let fraction = d;
    for (let step = 1; step < 10_000; step += 1) {
        const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
        d = 1 / guard(1 + even * d);
        c = guard(1 + even / c);
        fraction *= d * c;
        const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
        d = 1 / guard(1 + odd * d);
        c = guard(1 + odd / c);
        fraction *= d * c;
        if (Math.abs(d * c - 1) < 1e-16)
            break;
    }
    return fraction;
}
const centre = [
    [
        2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
        1971.5909503065513, 133.14166789178438, 3.3871328727963665,
    ],
    [
        5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
        687.1870074920579, 42.31333070160091, 1,
    ],
];
const shoulder = [
    [
        0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
        3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
    ],
    [
        1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
        0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
    ],
];
const tail = [
    [
        2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
        0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
    ],
    [
        2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
        0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
    ],
];
/** The value below which a standard normal variable falls with probability p (Wichura, AS 241). */
function normalQuantile(p) {
    const fromCentre = p - 0.5;
    if (Math.abs(fromCentre) <= 0.425) {
        return fromCentre * ratio(centre, 0.180625 - fromCentre * fromCentre);
    }
    const root = Math.sqrt(-Math.log(fromCentre <= 0 ? p : 1 - p));
    const size = root <= 5 ? ratio(shoulder, root - 1.6) : ratio(tail, root - 5);
    return fromCentre < 0 ? -size : size;
}
function ratio([over, under], at) {
    const polynomial = (factors) => factors.reduce((sum, f) => sum * at + f, 0);
    return polynomial(over) / polynomial(under);
}
/** P(T ≤ t) of Student's t with `freedom` degrees of freedom. */
function tProbability(t, freedom) {
    const below = distributions_incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
    return t < 0 ? below : 1 - below;
}
/** The quantile of Student's t; from 1,000 degrees of freedom on by the expansion of Hill (1970). */
function tQuantile(p, freedom) {
    if (p < 0.5)
        return -tQuantile(1 - p, freedom);
    if (p === 0.5)
        return 0;
    if (freedom >= 1000)
        return expandedQuantile(normalQuantile(p), freedom);
    let low = 0;
    let high = 1;
    while (tProbability(high, freedom) < p)
        high *= 2;
    for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
        const middle = (low + high) / 2;
        if (tProbability(middle, freedom) < p)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}
function expandedQuantile(z, freedom) {
    const square = z * z;
    const first = (z * (square + 1)) / 4;
    const second = (z * ((5 * square + 16) * square + 3)) / 96;
    const third = (z * (((3 * square + 19) * square + 17) * square - 15)) / 384;
    const fourth = (z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945)) / 92160;
    return z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
}

;// CONCATENATED MODULE: ./packages/evaluation/src/proportions.ts

/** The normal quantile of a two-sided level: 0.9 gives 1.645. */
function twoSidedZ(level) {
    return normalQuantile((1 + level) / 2);
}
/** Wilson's score interval (1927) of `hits` out of `n`. */
function wilsonInterval(hits, n, level) {
    const z = twoSidedZ(level);
    const share = hits / n;
    const centre = share + (z * z) / (2 * n);
    const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
    const scale = 1 + (z * z) / n;
    // At 0 and n the exact bound is 0 or 1; binary arithmetic would miss it by a rounding.
    return {
        low: hits === 0 ? 0 : Math.max(0, (centre - half) / scale),
        high: hits === n ? 1 : Math.min(1, (centre + half) / scale),
    };
}
/** Tango's score interval (1998) of candidate − baseline for paired right/wrong outcomes. */
function tangoInterval(counts, level) {
    const z = twoSidedZ(level);
    const estimate = (counts.onlyCandidate - counts.onlyBaseline) / counts.n;
    return {
        low: solveScore(counts, z, [-1, estimate]),
        high: solveScore(counts, -z, [estimate, 1]),
    };
}
/** The difference whose score is `wanted`; the score falls from the low end of the bracket to the high one. */
function solveScore(counts, wanted, bracket) {
    let [low, high] = bracket;
    for (let step = 0; step < 200; step += 1) {
        const middle = (low + high) / 2;
        if (middle <= low || middle >= high)
            break;
        if (tangoScore(counts, middle) > wanted)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}
function tangoScore({ onlyCandidate, onlyBaseline, n }, delta) {
    const a = 2 * n;
    const b = -onlyCandidate - onlyBaseline + (2 * n - onlyCandidate + onlyBaseline) * delta;
    const c = -onlyBaseline * delta * (1 - delta);
    const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
    // The two forms of the same root; each avoids the subtraction that would cancel.
    const share = b > 0 ? (-2 * c) / (b + root) : (root - b) / (2 * a);
    const variance = n * (2 * share + delta * (1 - delta));
    const gap = onlyCandidate - onlyBaseline - n * delta;
    if (gap === 0)
        return 0;
    return variance > 0 ? gap / Math.sqrt(variance) : Math.sign(gap) * Infinity;
}
/**
 * The interval of a difference of two independent estimates from the interval of each: Newcombe's
 * square-and-add (1998, method 10, of proportions), as it holds for other estimates too (Zou and Donner, 2008).
 */
function squareAndAdd(candidate, baseline) {
    const difference = candidate.value - baseline.value;
    return {
        low: difference - Math.hypot(candidate.value - candidate.low, baseline.high - baseline.value),
        high: difference + Math.hypot(candidate.high - candidate.value, baseline.value - baseline.low),
    };
}
/** McNemar's mid-p: two-sided, and one-sided for the candidate being worse (Fagerland et al. 2013). */
function mcnemarMidP({ onlyCandidate, onlyBaseline }) {
    const n = onlyCandidate + onlyBaseline;
    if (n === 0)
        return { twoSided: 1, worse: 1 };
    const fewer = Math.min(onlyCandidate, onlyBaseline);
    const twoSided = onlyCandidate === onlyBaseline
        ? 1 - fairCoin(fewer, n) / 2
        : 2 * fairCoinUpTo(fewer, n) - fairCoin(fewer, n);
    const worse = fairCoinUpTo(onlyCandidate, n) - fairCoin(onlyCandidate, n) / 2;
    return { twoSided, worse };
}
/** P(X = k) of n tosses of a fair coin. */
function fairCoin(k, n) {
    return Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * Math.LN2);
}
/** P(X ≤ k) of n tosses of a fair coin. */
function fairCoinUpTo(k, n) {
    return k >= n ? 1 : incompleteBeta(0.5, n - k, k + 1);
}
/** Items needed to prove, with power 0.8, that an unchanged model loses less than `margin`. */
function neededItems(init) {
    const z = normalQuantile(init.confidence) + normalQuantile(0.8);
    return Math.ceil((z * z * init.variance) / (init.margin * init.margin));
}

;// CONCATENATED MODULE: ./packages/evaluation/src/decide.ts

/**
 * How close two numbers are equal, relative to 1 or to the larger: the accuracy of a metric. A ratio of counts and a
 * bound written as a decimal then compare as on paper, and 0.80 − 0.79 is not above 0.01.
 */
const decide_accuracy = 1e-12;
/** Whether `left` lies below `right` by more than rounding. */
function isBelow(left, right) {
    if (!Number.isFinite(left) || !Number.isFinite(right))
        return left < right;
    return right - left > decide_accuracy * Math.max(1, Math.abs(left), Math.abs(right));
}
/**
 * Judges an absolute bound: the point estimate, or with `interval` the whole interval. A value on the bound
 * passes. An interval that holds the bound leaves the gate undecided.
 */
function decideBound(init) {
    const { rule, bound, value, interval } = init;
    if (value === null || !Number.isFinite(value) || interval === null) {
        return { outcome: "inconclusive", reason: "undefined" };
    }
    const breaks = (number) => rule === "min" ? isBelow(number, bound) : isBelow(bound, number);
    if (interval === undefined)
        return { outcome: breaks(value) ? "fail" : "pass" };
    const [worst, best] = rule === "min" ? [interval.low, interval.high] : [interval.high, interval.low];
    if (!breaks(worst))
        return { outcome: "pass" };
    if (breaks(best))
        return { outcome: "fail", reason: "beyond-margin" };
    return { outcome: "inconclusive", reason: "undecided" };
}
/** Beyond this many pairs a number would be no advice. */
const mostNeeded = 1_000_000_000;
/** Fewest pairs that any method but Tango's may judge. */
const fewestPairs = 10;
/** Judges a tolerated drop on the interval of the change (design §9), candidate − baseline in its own unit. */
function decideChange(change, rule) {
    const { difference, low, high } = change;
    if (difference === null)
        return { outcome: "inconclusive", reason: "undefined" };
    const scale = rule.rule === "max-relative-drop" ? Math.abs(rule.base ?? 0) : 1;
    if (!(scale > 0) || !Number.isFinite(scale))
        return { outcome: "inconclusive", reason: "undefined" };
    if (change.nothingDiffers)
        return { outcome: "pass", reason: "identical-items" };
    if (change.n < fewestPairs && change.method !== "Tango") {
        return { outcome: "inconclusive", reason: "too-few", needed: fewestPairs };
    }
    if (low === null || high === null)
        return { outcome: "inconclusive", reason: "too-few" };
    const good = rule.direction === "higher" ? { low, high } : { low: -high, high: -low };
    const estimate = rule.direction === "higher" ? difference : -difference;
    const margin = rule.margin * scale;
    const decision = judge({ ...good, estimate, margin });
    if (decision.reason !== "undecided")
        return decision;
    const needed = neededFor({ ...good, estimate }, change, {
        margin,
        confidence: rule.confidence ?? 0.95,
    });
    return { ...decision, ...needed };
}
/** Judges the largest allowed difference between groups; a gap of exactly 0 on both ends passes. */
function decideGap(gap, margin) {
    if (gap.gap === null)
        return { outcome: "inconclusive", reason: "undefined" };
    if (gap.low === null || gap.high === null)
        return { outcome: "inconclusive", reason: "too-few" };
    if (gap.high === 0)
        return { outcome: "pass", reason: "identical-items" };
    const good = { low: -gap.high, high: -gap.low, estimate: -gap.gap };
    const decision = judge({ ...good, margin });
    if (decision.reason !== "undecided" || gap.n === undefined)
        return decision;
    const needed = shrunk(good, margin, gap.n);
    return needed > gap.n && needed <= mostNeeded ? { ...decision, needed } : decision;
}
/** A gate that cannot be judged at all; a missing metric or slice is a failure, not a skip. */
function decideAbsent(reason) {
    return { outcome: reason === "missing" ? "fail" : "inconclusive", reason };
}
function judge(good) {
    const limit = -good.margin;
    if (isBelow(limit, good.low))
        return { outcome: "pass" };
    if (isBelow(good.high, limit))
        return { outcome: "fail", reason: "beyond-margin" };
    if (isBelow(good.high, 0) && isBelow(good.estimate, limit)) {
        return { outcome: "fail", reason: "proven-worse" };
    }
    return { outcome: "inconclusive", reason: "undecided" };
}
/**
 * The pairs that would decide: enough for a power of 80 % at no true change; where there are that many already, enough
 * for this interval, shrunk by the square root of the number, to leave the margin.
 */
function neededFor(good, change, rule) {
    const { variance, n } = change;
    const { margin, confidence } = rule;
    if (!(margin > 0))
        return {};
    const planned = variance !== undefined ? neededItems({ variance, margin, confidence }) : 0;
    const needed = planned > n ? planned : shrunk(good, margin, n);
    return needed > n && needed <= mostNeeded ? { needed } : {};
}
/** The smallest number at which the same estimate with a narrower interval passes, or is proven worse. */
function shrunk({ low, high, estimate }, margin, n) {
    const isBeyond = estimate < -margin;
    const times = isBeyond ? (high - estimate) / -estimate : (estimate - low) / (estimate + margin);
    return Math.ceil(n * times * times) + 1;
}

;// CONCATENATED MODULE: ./packages/evaluation/src/find-metric.ts



/** The metric of that name or alias for the task, undefined where there is none. */
function findMetric(name, task) {
    return metricCatalogue.find((metric) => metric.tasks.includes(task) && isCalled(metric, name));
}
/**
 * The metric that a gate or a request names.
 * @throws UserError SW5201 unknown name, SW5202 a metric of another task.
 */
function parseMetric(name, task) {
    const found = findMetric(name, task);
    if (found !== undefined)
        return found;
    const elsewhere = metricCatalogue.find((metric) => isCalled(metric, name));
    const known = metricCatalogue.filter(({ tasks }) => tasks.includes(task));
    if (elsewhere !== undefined) {
        const sameFunction = known.filter((metric) => metric.function === elsewhere.function);
        throw new kernel_src/* UserError */.yo({
            code: "SW5202",
            message: `The metric ${name} does not fit the task ${task}.`,
            remedy: `Use one of ${namesOf(sameFunction.length > 0 ? sameFunction : known)}.`,
        });
    }
    const near = (0,kernel_src/* nearestWord */.zZ)(name, known.flatMap((metric) => [metric.name, ...metric.aliases]));
    throw new kernel_src/* UserError */.yo({
        code: "SW5201",
        message: `There is no metric ${name} for the task ${task}.`,
        remedy: near === undefined ? `Use one of ${namesOf(known)}.` : `Did you mean ${near}?`,
    });
}
/** The metrics that the columns of these items allow. */
function metricsFor(items) {
    return metricCatalogue.filter(({ tasks, needs }) => {
        if (!tasks.includes(items.task))
            return false;
        if (items.task === "regression")
            return true;
        return needs === "prediction" ? items.prediction !== undefined : items.scores.length > 0;
    });
}
function isCalled(metric, name) {
    return metric.name === name || metric.aliases.includes(name);
}
function namesOf(metrics) {
    return metrics.map(({ name }) => name).join(", ");
}

;// CONCATENATED MODULE: ./packages/evaluation/src/interval-options.ts

/** Fills in the defaults. */
function fullOptions(options) {
    const { confidence = 0.95, seed = 1, resamples = 1000 } = options;
    return { level: Number((2 * confidence - 1).toFixed(12)), seed, resamples };
}

;// CONCATENATED MODULE: ./packages/evaluation/src/means.ts



/** The mean of the values; its error is that of Student, with weights that of the linearised ratio Σwx / Σw. */
function estimateMean(values, weight) {
    const n = values.length;
    if (weight === undefined) {
        const mean = sumOf(values) / n;
        const squares = sumOf(values.map((value) => (value - mean) ** 2));
        const variance = n > 1 ? squares / (n - 1) : Number.NaN;
        return { n, mean, variance, standardError: Math.sqrt(variance / n) };
    }
    const total = sumOf(weight);
    const mean = sumOf(values.map((value, row) => value * (weight[row] ?? 0))) / total;
    const squares = sumOf(values.map((value, row) => ((weight[row] ?? 0) * (value - mean)) ** 2));
    const count = weight.reduce((sum, one) => (one > 0 ? sum + 1 : sum), 0);
    const standardError = count > 1 ? (Math.sqrt(squares) / total) * Math.sqrt(count / (count - 1)) : NaN;
    return { n: count, mean, variance: standardError ** 2 * count, standardError };
}
/** Student's interval around `centre`, the mean itself unless another estimate is linearised; NaN below two items. */
function tInterval(estimate, level, centre = estimate.mean) {
    if (estimate.n < 2)
        return { low: Number.NaN, high: Number.NaN };
    if (estimate.standardError === 0)
        return { low: centre, high: centre };
    const half = tQuantile((1 + level) / 2, estimate.n - 1) * estimate.standardError;
    return { low: centre - half, high: centre + half };
}

;// CONCATENATED MODULE: ./packages/evaluation/src/percentiles.ts


/** Share of resamples that may be without meaning before the whole bootstrap is. */
const mostLost = 0.1;
/** The percentile interval of value + deviation, resamples without meaning left out. */
function percentiles(deviations, options) {
    const { value, level, seed, resamples, n } = options;
    const method = `bootstrap percentile, ${resamples} resamples, seed ${seed}`;
    const kept = deviations.filter((one) => Number.isFinite(one)).sort();
    if (kept.length < (1 - mostLost) * resamples || kept.length < 2) {
        return { low: null, high: null, method, undefined: "too-few" };
    }
    return {
        low: value + sampleQuantile(kept, (1 - level) / 2),
        high: value + sampleQuantile(kept, (1 + level) / 2),
        method,
        variance: estimateMean(kept).variance * n,
    };
}
/** The quantile of ascending values, linear between neighbours (numpy's default). */
function sampleQuantile(sorted, share) {
    const at = share * (sorted.length - 1);
    const below = Math.floor(at);
    const low = sorted[below] ?? Number.NaN;
    const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
    return low + (high - low) * (at - below);
}

;// CONCATENATED MODULE: ./packages/evaluation/src/delong.ts


/** How each positive ranks among the negatives and the reverse, in the order of rows. */
function areaComponents(isPositive, scores) {
    const places = placesOf(isPositive);
    let m = 0;
    for (let row = 0; row < isPositive.length; row += 1)
        m += isPositive[row] ?? 0;
    const n = isPositive.length - m;
    const positives = new Float64Array(m);
    const negatives = new Float64Array(n);
    const { order, block } = rankingOf(scores);
    let positivesAbove = 0;
    let negativesAbove = 0;
    for (let start = 0; start < order.length;) {
        let end = start;
        let hits = 0;
        while (end < order.length && block[end] === block[start]) {
            hits += isPositive[order[end] ?? 0] ?? 0;
            end += 1;
        }
        const misses = end - start - hits;
        for (let place = start; place < end; place += 1) {
            const row = order[place] ?? 0;
            if (isPositive[row] === 1) {
                positives[places[row] ?? 0] = (n - negativesAbove - misses / 2) / n;
            }
            else
                negatives[places[row] ?? 0] = (positivesAbove + hits / 2) / m;
        }
        positivesAbove += hits;
        negativesAbove += misses;
        start = end;
    }
    return { auc: sumOf(positives) / m, positives, negatives };
}
/** The covariance of two areas of the same items; of an area with itself its variance. */
function areaCovariance(first, second) {
    const part = (left, right) => {
        if (left.length < 2)
            return Number.NaN;
        const products = new Float64Array(left.length);
        for (let at = 0; at < left.length; at += 1) {
            products[at] = ((left[at] ?? 0) - first.auc) * ((right[at] ?? 0) - second.auc);
        }
        return sumOf(products) / (left.length - 1) / left.length;
    };
    return part(first.positives, second.positives) + part(first.negatives, second.negatives);
}
/** The variance of the difference of two areas, from the differences of their components. */
function areaDifferenceVariance(first, second) {
    const minus = (left, right) => {
        const gaps = new Float64Array(left.length);
        for (let at = 0; at < gaps.length; at += 1)
            gaps[at] = (left[at] ?? 0) - (right[at] ?? 0);
        return gaps;
    };
    const difference = {
        auc: first.auc - second.auc,
        positives: minus(first.positives, second.positives),
        negatives: minus(first.negatives, second.negatives),
    };
    return areaCovariance(difference, difference);
}
/** The place of each row among the rows of its own class. */
function placesOf(isPositive) {
    const places = new Uint32Array(isPositive.length);
    let positives = 0;
    for (let row = 0; row < places.length; row += 1) {
        places[row] = isPositive[row] === 1 ? positives : row - positives;
        if (isPositive[row] === 1)
            positives += 1;
    }
    return places;
}

;// CONCATENATED MODULE: ./packages/evaluation/src/random.ts
/** The stream of (seed, stream): Doty-Humphrey's sfc32, whose draws no other stream can disturb. */
function randomStream(seed, stream) {
    let a = scramble(seed ^ 0x9e3779b9);
    let b = scramble(stream >>> 0);
    let c = scramble(Math.floor(stream / 4294967296) ^ 0x85ebca6b);
    let counter = 1;
    const next = () => {
        const sum = (((a + b) | 0) + counter) | 0;
        counter = (counter + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (c << 21) | (c >>> 11);
        c = (c + sum) | 0;
        return sum >>> 0;
    };
    for (let warm = 0; warm < 12; warm += 1)
        next();
    return next;
}
/** Mixes the bits of an integer (the finaliser of MurmurHash3). */
function scramble(value) {
    let mixed = value | 0;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
}

;// CONCATENATED MODULE: ./packages/evaluation/src/poisson-draws.ts



/**
 * Writes the resampled weight of a cell, one for each resample: a Poisson count of its items (the Poisson
 * bootstrap, whose cells are independent of each other). Cells of unequal weights are drawn as the scaled
 * count with the same mean and variance (Fay and Feuer, 1997). The stream is the cell's own.
 */
function drawCell(cell, options, into) {
    const scale = cell.squares / cell.weight;
    const table = poissonTable(cell.weight / scale);
    const random = randomStream(options.seed, cell.key);
    const { cumulative, guide, first } = table;
    for (let resample = 0; resample < options.resamples; resample += 1) {
        const uniform = random() / 4294967296;
        let at = guide[Math.floor(uniform * guideSize)] ?? 0;
        while ((cumulative[at] ?? 1) <= uniform)
            at += 1;
        into[resample] = (first + at) * scale;
    }
}
const guideSize = 1024;
const tables = new Map();
/** The distribution function of a Poisson variable with this mean, with a guide into it. */
function poissonTable(mean) {
    const known = tables.get(mean);
    if (known !== undefined)
        return known;
    const reach = 8 * Math.sqrt(mean) + 12;
    const first = Math.max(0, Math.floor(mean - reach));
    const cumulative = new Float64Array(Math.ceil(mean + reach) - first + 1);
    let chance = Math.exp(first * Math.log(mean) - mean - distributions_logGamma(first + 1));
    let sum = 0;
    for (let at = 0; at < cumulative.length; at += 1) {
        sum += chance;
        cumulative[at] = sum;
        chance *= mean / (first + at + 1);
    }
    cumulative[cumulative.length - 1] = 1;
    const guide = new Int32Array(guideSize);
    let at = 0;
    for (let slot = 0; slot < guideSize; slot += 1) {
        while ((cumulative[at] ?? 1) <= slot / guideSize)
            at += 1;
        guide[slot] = at;
    }
    const table = { first, cumulative, guide };
    if (tables.size < 512)
        tables.set(mean, table);
    return table;
}
/** Collects items into cells; `key` must tell apart whatever the metric tells apart. */
class CellCollector {
    #index = new Map();
    #weights = [];
    #squares = [];
    #rows = [];
    #weight;
    #cut;
    #squareCut;
    /** `weight` are the weights of all rows, none where each counts 1. */
    constructor(weight) {
        const largest = weight === undefined ? 1 : largestOf(weight);
        const rows = weight?.length ?? 2;
        this.#weight = weight;
        // Weights are cut to a scale on which their sums are exact, whatever the order of rows.
        this.#cut = gridFor(largest, rows).high;
        this.#squareCut = gridFor(largest * largest, rows).high;
    }
    /** Adds the item of a row. */
    add(key, row) {
        const given = this.#weight === undefined ? 1 : (this.#weight[row] ?? 0);
        const weight = given + this.#cut - this.#cut;
        const square = given * given + this.#squareCut - this.#squareCut;
        const known = this.#index.get(key);
        if (known === undefined) {
            this.#index.set(key, this.#rows.length);
            this.#rows.push(row);
            this.#weights.push(weight);
            this.#squares.push(square);
            return;
        }
        this.#weights[known] = (this.#weights[known] ?? 0) + weight;
        this.#squares[known] = (this.#squares[known] ?? 0) + square;
    }
    /** The cells that weigh something, by ascending key, each with one of its rows. */
    cells() {
        const keys = Float64Array.from(this.#index.keys()).sort();
        const cells = [];
        for (const key of keys) {
            const at = this.#index.get(key) ?? 0;
            const weight = this.#weights[at] ?? 0;
            const cell = { key, row: this.#rows[at] ?? 0, weight, squares: this.#squares[at] ?? 0 };
            if (weight > 0 && cell.squares > 0)
                cells.push(cell);
        }
        return cells;
    }
}

;// CONCATENATED MODULE: ./packages/evaluation/src/normal-draws.ts



/** Deviations of an estimate whose error is known and normal. */
function normalDraws(standardError, { seed, resamples }, stream = 0) {
    const random = randomStream(seed, stream);
    return Float64Array.from({ length: resamples }, () => standardError * normalQuantile((random() + 0.5) / 4294967296));
}

;// CONCATENATED MODULE: ./packages/evaluation/src/resample-labels.ts







/** Deviations of a metric of hard labels: whole cells of the joint confusion table are redrawn at once. */
function resampleLabels(models, metric, options) {
    const cells = labelCells(models);
    const draws = new Float64Array(options.resamples);
    const tables = models.map(({ classes }) => new CountTable(classes.length, options.resamples));
    const originals = models.map(({ classes }) => new CountTable(classes.length, 1));
    for (const cell of cells) {
        drawCell(cell, options, draws);
        models.forEach((model, index) => {
            const place = { truth: model.label[cell.row] ?? 0, claim: claimOf(model, cell.row) };
            tables[index]?.add(place, draws);
            originals[index]?.add(place, Float64Array.of(cell.weight));
        });
    }
    return models.map(({ positive }, index) => {
        const base = labelMetric(metric, originals[index]?.counts(0), positive).value ?? Number.NaN;
        return Float64Array.from(draws, (_, resample) => {
            const raw = labelMetric(metric, tables[index]?.counts(resample), positive);
            return raw.undefined === undefined ? (raw.value ?? Number.NaN) - base : Number.NaN;
        });
    });
}
function labelMetric({ form }, counts, positive) {
    if (counts === undefined)
        return {};
    if (form.kind === "accuracy")
        return accuracy(counts);
    if (form.kind === "share")
        return shareMetric(counts, { ...form, positive });
    return balancedAccuracy(counts);
}
function claimOf(model, row) {
    return (model.prediction ?? model.label)[row] ?? 0;
}
const collected = new WeakMap();
function labelCells(models) {
    const [first, second = first] = models;
    if (first === undefined || second === undefined)
        return [];
    return remember(collected, [first, second], () => {
        const collector = new CellCollector(first.weight);
        for (let row = 0; row < first.n; row += 1) {
            let key = 0;
            for (const model of models) {
                const k = model.classes.length;
                key = (key * k + (model.label[row] ?? 0)) * k + claimOf(model, row);
            }
            collector.add(key, row);
        }
        return collector.cells();
    });
}
/** Right, labelled and predicted weights of each class in each resample. */
class CountTable {
    #classes;
    #resamples;
    #right;
    #labelled;
    #predicted;
    constructor(classes, resamples) {
        this.#classes = classes;
        this.#resamples = resamples;
        this.#right = new Float64Array(classes * resamples);
        this.#labelled = new Float64Array(classes * resamples);
        this.#predicted = new Float64Array(classes * resamples);
    }
    add({ truth, claim }, draws) {
        const truthAt = truth * this.#resamples;
        const claimAt = claim * this.#resamples;
        for (let resample = 0; resample < this.#resamples; resample += 1) {
            const draw = draws[resample] ?? 0;
            this.#labelled[truthAt + resample] = (this.#labelled[truthAt + resample] ?? 0) + draw;
            this.#predicted[claimAt + resample] = (this.#predicted[claimAt + resample] ?? 0) + draw;
            if (truth === claim) {
                this.#right[truthAt + resample] = (this.#right[truthAt + resample] ?? 0) + draw;
            }
        }
    }
    counts(resample) {
        const pick = (column) => Float64Array.from({ length: this.#classes }, (_, index) => column[index * this.#resamples + resample] ?? 0);
        const labelled = pick(this.#labelled);
        const predicted = pick(this.#predicted);
        const seen = Uint8Array.from(labelled, (one, index) => one + (predicted[index] ?? 0) > 0 ? 1 : 0);
        return { right: pick(this.#right), labelled, predicted, seen };
    }
}

;// CONCATENATED MODULE: ./packages/evaluation/src/resample-targets.ts





/** Deviations of RMSE or R²: each item is redrawn, in an order that only its own values decide. */
function resampleMoments(models, kind, options) {
    const [first] = models;
    if (first === undefined)
        return [];
    const squares = models.map((items) => lossColumn(items, "squared").loss);
    const centre = estimateMean(first.label, first.weight).mean;
    const { resamples } = options;
    const size = { weight: new Float64Array(resamples), target: new Float64Array(resamples) };
    const spread = new Float64Array(resamples);
    const errors = models.map(() => new Float64Array(resamples));
    const draws = new Float64Array(resamples);
    canonicalOrder([first.label, ...squares]).forEach((row, key) => {
        const weight = first.weight === undefined ? 1 : (first.weight[row] ?? 0);
        if (weight === 0)
            return;
        drawCell({ key, weight, squares: weight * weight }, options, draws);
        const gap = (first.label[row] ?? 0) - centre;
        accumulate(size.weight, draws, 1);
        accumulate(size.target, draws, gap);
        accumulate(spread, draws, gap * gap);
        errors.forEach((sums, index) => accumulate(sums, draws, squares[index]?.[row] ?? 0));
    });
    const valueAt = (error, at) => {
        const weight = size.weight[at] ?? 0;
        if (kind === "rmse")
            return Math.sqrt(error / weight);
        return 1 - error / ((spread[at] ?? 0) - (size.target[at] ?? 0) ** 2 / weight);
    };
    return errors.map((sums, index) => {
        const base = momentOf(first, squares[index] ?? new Float64Array(0), kind).value;
        return sums.map((error, at) => valueAt(error, at) - base);
    });
}
function accumulate(sums, draws, value) {
    for (let at = 0; at < sums.length; at += 1)
        sums[at] = (sums[at] ?? 0) + (draws[at] ?? 0) * value;
}
/** Rows ordered by their values, column by column. */
function canonicalOrder(columns) {
    const rows = Int32Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => row);
    return rows.sort((left, right) => {
        for (const column of columns) {
            const gap = (column[left] ?? 0) - (column[right] ?? 0);
            if (gap !== 0)
                return gap;
        }
        return 0;
    });
}
/** RMSE or R² with the influence of each item on it, from which its error follows for large n. */
function momentOf(items, squares, kind) {
    const meanSquare = estimateMean(squares, items.weight).mean;
    const root = Math.sqrt(meanSquare);
    if (kind === "rmse") {
        return { value: root, influence: squares.map((s) => (s - meanSquare) / (2 * root || 1)) };
    }
    const centre = estimateMean(items.label, items.weight).mean;
    const gaps = items.label.map((label) => (label - centre) ** 2);
    const spread = estimateMean(gaps, items.weight).mean;
    const share = meanSquare / spread;
    return {
        value: 1 - share,
        influence: squares.map((s, row) => (share * (gaps[row] ?? 0) - s) / spread),
    };
}
/** Most bins of absolute errors around the median. */
const medianBins = 128;
/** Deviations of the median absolute error: errors are binned by rank, finely around the median. */
function resampleMedians(models, options) {
    const binned = models.map((items) => binErrors(lossColumn(items, "absolute").loss, items.weight));
    const weight = models[0]?.weight;
    const collector = new CellCollector(weight);
    for (let row = 0; row < (models[0]?.n ?? 0); row += 1) {
        let key = 0;
        for (const { codes } of binned)
            key = key * 65_536 + (codes[row] ?? 0);
        collector.add(key, row);
    }
    const draws = new Float64Array(options.resamples);
    const tables = binned.map(({ values }) => values.map(() => new Float64Array(options.resamples)));
    for (const cell of collector.cells()) {
        drawCell(cell, options, draws);
        binned.forEach(({ codes }, index) => {
            const sums = tables[index]?.[codes[cell.row] ?? 0];
            if (sums !== undefined)
                accumulate(sums, draws, 1);
        });
    }
    return binned.map(({ values, centre }, index) => Float64Array.from(draws, (_, at) => {
        const weights = (tables[index] ?? []).map((sums) => sums[at] ?? 0);
        return medianOfBins(weights, values) - centre;
    }));
}
/** Two wide bins outside, narrow ones within five standard errors of the median's rank; all alone for small n. */
function binErrors(errors, weight) {
    const { order } = rankingOf(errors);
    const n = order.length;
    const reach = Math.ceil(2.5 * Math.sqrt(n)) + 1;
    const width = Math.max(1, Math.floor((2 * reach) / medianBins));
    const start = middleRank(order, weight) - reach;
    const codes = new Uint16Array(n);
    const values = [];
    let last = -1;
    for (let rank = 0; rank < n; rank += 1) {
        const row = order[n - 1 - rank] ?? 0;
        const slot = Math.min(Math.max(Math.floor((rank - start) / width), 0), Math.ceil((2 * reach) / width));
        const isTie = rank > 0 && errors[row] === errors[order[n - rank] ?? 0];
        if (slot !== last && !isTie) {
            values.push(errors[row] ?? 0);
            last = slot;
        }
        codes[row] = values.length - 1;
    }
    const sizes = new Array(values.length).fill(0);
    codes.forEach((code, row) => {
        sizes[code] = (sizes[code] ?? 0) + (weight === undefined ? 1 : (weight[row] ?? 0));
    });
    return { codes, values, centre: medianOfBins(sizes, values) };
}
/** The rank, from the smallest error, at which half of the weight is reached. */
function middleRank(order, weight) {
    if (weight === undefined)
        return Math.floor(order.length / 2);
    const half = sumOf(weight) / 2;
    let reached = 0;
    for (let rank = 0; rank < order.length; rank += 1) {
        reached += weight[order[order.length - 1 - rank] ?? 0] ?? 0;
        if (reached >= half)
            return rank;
    }
    return order.length - 1;
}
function medianOfBins(weights, values) {
    const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
    let reached = 0;
    for (let bin = 0; bin < weights.length; bin += 1) {
        const weight = weights[bin] ?? 0;
        reached += weight;
        if (reached === half)
            return ((values[bin] ?? 0) + (values[bin + 1] ?? 0)) / 2;
        if (reached > half)
            return values[bin] ?? 0;
    }
    return Number.NaN;
}

;// CONCATENATED MODULE: ./packages/evaluation/src/rank-bins.ts

/** Bins of equal shares of both classes; where there are no more distinct values than bins, a value has its own. */
function rankBins(scores, isPositive, limit) {
    const { order, block } = rankingOf(scores);
    const distinct = (block[block.length - 1] ?? 0) + 1;
    const codes = new Uint16Array(scores.length);
    if (distinct <= limit) {
        for (let place = 0; place < order.length; place += 1) {
            codes[order[place] ?? 0] = block[place] ?? 0;
        }
        return { codes, count: distinct };
    }
    const positives = Math.max(1, isPositive.reduce((sum, one) => sum + one, 0));
    const negatives = Math.max(1, scores.length - positives);
    let passed = 0;
    let bin = 0;
    for (let place = 0; place < order.length; place += 1) {
        const row = order[place] ?? 0;
        // A tie is never parted.
        if (place === 0 || block[place] !== block[place - 1]) {
            bin = Math.min(limit - 1, Math.floor((passed / 2) * limit));
        }
        codes[row] = bin;
        passed += isPositive[row] === 1 ? 1 / positives : 1 / negatives;
    }
    return { codes, count: limit };
}

;// CONCATENATED MODULE: ./packages/evaluation/src/resample-ranks.ts








/** More cells than this are not worth their time: the scores are put into coarser bins instead. */
const mostCells = 32_768;
/** Deviations of a metric of ranks: scores are binned by rank, and equal items are redrawn at once. */
function resampleRanks(models, metric, options) {
    const { binned, cells } = binModels(models, options);
    const tables = binned.map((model) => new RankTable(model, options.resamples));
    const originals = binned.map((model) => new RankTable(model, 1));
    const draws = new Float64Array(options.resamples);
    for (const cell of cells) {
        drawCell(cell, options, draws);
        for (const table of tables)
            table.add(cell.row, draws);
        for (const table of originals)
            table.add(cell.row, Float64Array.of(cell.weight));
    }
    return models.map((model, index) => {
        const [base] = originals[index]?.values(metric, model) ?? [];
        const values = tables[index]?.values(metric, model) ?? [];
        return Float64Array.from(values, ({ value = NaN }) => value - (base?.value ?? Number.NaN));
    });
}
function binModels(models, options) {
    const n = models[0]?.n ?? 0;
    const k = models[0]?.classes.length ?? 2;
    const columns = models[0]?.scores.length ?? 1;
    // The tables of all resamples stay below some 100 MB.
    const most = Math.min(4096, 1.6e7 / (options.resamples * k * columns));
    const coarse = n <= mostCells ? most : (mostCells / k) ** (1 / (columns * models.length));
    const limit = Math.max(16, Math.floor(Math.min(most, coarse)));
    const binned = models.map((items) => binModel(items, limit));
    return { binned, cells: rankCells(binned) };
}
function binModel(items, limit) {
    const columns = items.scores.map((scores, index) => {
        const chosen = items.task === "binary" ? items.positive : index;
        const isChosen = new Uint8Array(items.n);
        for (let row = 0; row < items.n; row += 1)
            isChosen[row] = items.label[row] === chosen ? 1 : 0;
        return rankBins(scores, isChosen, limit);
    });
    return { items, columns };
}
function rankCells(binned) {
    const items = binned[0]?.items;
    const collector = new CellCollector(items?.weight);
    const parts = binned.flatMap((model) => [
        { codes: model.items.label, count: model.items.classes.length },
        ...model.columns,
    ]);
    const isExact = parts.reduce((size, { count }) => size * count, 1) < 2 ** 53;
    const [label, ...columns] = parts;
    for (let row = 0; row < (items?.n ?? 0); row += 1) {
        const first = label?.codes[row] ?? 0;
        collector.add(isExact ? exactKey(columns, row, first) : mixedKey(columns, row, first), row);
    }
    return collector.cells();
}
function exactKey(parts, row, first) {
    let key = first;
    for (const { codes, count } of parts)
        key = key * count + (codes[row] ?? 0);
    return key;
}
/** 53 bits of all codes; two different items share them with a chance of about n² / 10^16. */
function mixedKey(parts, row, first) {
    let low = first;
    let high = 0;
    for (const { codes } of parts) {
        high = scramble(high ^ Math.imul(low + 1, 0x27d4eb2f));
        low = scramble(low ^ Math.imul((codes[row] ?? 0) + 1, 0x165667b1));
    }
    return (low >>> 0) + (high & 0x1fffff) * 4294967296;
}
/** For each score column, bin and label the weight in each resample. */
class RankTable {
    #model;
    #resamples;
    #k;
    #weights;
    constructor(model, resamples) {
        this.#model = model;
        this.#resamples = resamples;
        this.#k = model.items.classes.length;
        this.#weights = model.columns.map(({ count }) => new Float32Array(count * this.#k * resamples));
    }
    add(row, draws) {
        const label = this.#model.items.label[row] ?? 0;
        this.#model.columns.forEach(({ codes }, column) => {
            const weights = this.#weights[column] ?? new Float32Array(0);
            const start = ((codes[row] ?? 0) * this.#k + label) * this.#resamples;
            for (let resample = 0; resample < this.#resamples; resample += 1) {
                weights[start + resample] = (weights[start + resample] ?? 0) + (draws[resample] ?? 0);
            }
        });
    }
    /** The metric in each resample. */
    values(metric, { task, positive }) {
        const sums = this.#model.columns.map((_, column) => this.#walk(column, task === "binary" ? positive : column));
        return Array.from({ length: this.#resamples }, (_, resample) => resample_ranks_valueOf(metric, sums.flatMap((column) => column[resample] ?? []), positive));
    }
    #walk(column, chosen) {
        const weights = this.#weights[column] ?? new Float32Array(0);
        const bins = this.#model.columns[column]?.count ?? 0;
        return Array.from({ length: this.#resamples }, (_, resample) => walkBins({ weights, bins, k: this.#k, chosen, resample, resamples: this.#resamples }));
    }
}
function resample_ranks_valueOf({ form }, sums, positive) {
    const [first] = sums;
    if (form.kind === "areas")
        return areaOfClasses(sums, form);
    if (first === undefined)
        return {};
    if (form.kind === "roc-auc")
        return areaOf(first, positive);
    const positives = first.labelled[positive] ?? 0;
    return positives > 0 ? { value: first.precision / positives } : {};
}
function walkBins(walk) {
    const { weights, bins, k, chosen, resample, resamples } = walk;
    const above = new Float64Array(k);
    const labelled = new Float64Array(k);
    let precision = 0;
    let seen = 0;
    for (let bin = 0; bin < bins; bin += 1) {
        const start = bin * k * resamples + resample;
        const hits = weights[start + chosen * resamples] ?? 0;
        const before = labelled[chosen] ?? 0;
        for (let label = 0; label < k; label += 1) {
            const weight = weights[start + label * resamples] ?? 0;
            above[label] = (above[label] ?? 0) + weight * (before + hits / 2);
            labelled[label] = (labelled[label] ?? 0) + weight;
            seen += weight;
        }
        if (hits > 0)
            precision += (hits * (before + hits)) / seen;
    }
    return { above, labelled, precision };
}

;// CONCATENATED MODULE: ./packages/evaluation/src/resample.ts









/** Resamples a metric of one model, or of two models whose rows are the same items in the same order. */
function resample(models, metric, options) {
    const classes = models.filter((items) => items.task !== "regression");
    const targets = models.filter((items) => items.task === "regression");
    return targets.length > 0
        ? resampleTargets(targets, metric, options)
        : resampleClasses(classes, metric, options);
}
function resampleClasses(models, metric, options) {
    switch (metric.form.kind) {
        case "accuracy":
        case "balanced-accuracy":
        case "share":
            return resampleLabels(models, metric, options);
        case "mean":
            return drawMeans(models, metric.form.loss, options);
        default:
            return resampleRanks(models, metric, options);
    }
}
function resampleTargets(models, { form }, options) {
    if (form.kind === "mean")
        return drawMeans(models, form.loss, options);
    if (form.kind === "median")
        return resampleMedians(models, options);
    return resampleMoments(models, form.kind === "r2" ? "r2" : "rmse", options);
}
/** A mean deviates normally by its standard error; each model gets a stream of its own. */
function drawMeans(models, loss, options) {
    return models.map((items, index) => {
        const { standardError } = estimateMean(lossColumn(items, loss).loss, items.weight);
        return normalDraws(standardError, options, index);
    });
}

;// CONCATENATED MODULE: ./packages/evaluation/src/interval.ts












/** Above this many items a smooth metric is linearised instead of resampled item by item. */
const mostResampledItems = 16_384;
/** The uncertainty of one metric of one model. */
function metricInterval(items, metric, options = {}) {
    const full = fullOptions(options);
    const value = computeMetric(items, metric);
    const { level } = full;
    const none = { ...value, low: null, high: null, level };
    if (value.value === null || value.undefined !== undefined)
        return { ...none, method: "none" };
    const found = boundsOf(items, metric, { ...full, value: value.value });
    if (found.low === null || found.high === null) {
        return { ...none, undefined: "too-few", method: found.method };
    }
    return {
        ...value,
        ...clipped(metric, { low: found.low, high: found.high }),
        level,
        method: found.method,
    };
}
function boundsOf(items, metric, options) {
    const share = items.task === "regression" ? undefined : proportionOf(items, metric);
    if (share !== undefined) {
        return { ...wilsonInterval(share.hits, share.n, options.level), method: "Wilson" };
    }
    const estimate = meanEstimate(items, metric);
    if (estimate !== undefined) {
        if (!(estimate.n > 1))
            return { low: null, high: null, method: "t" };
        const method = items.weight === undefined ? "t" : "t, weights linearised";
        return { ...tInterval(estimate, options.level, options.value), method };
    }
    const area = items.task === "regression" ? undefined : areaBounds(items, metric, options);
    if (area !== undefined)
        return area;
    const [deviations = new Float64Array(0)] = resample([items], metric, options);
    return percentiles(deviations, { ...options, n: items.n });
}
/** Keeps an interval inside the range that the metric can take. */
function clipped(metric, { low, high }) {
    const floor = metric.form.kind === "r2" ? -Infinity : 0;
    const isBounded = metric.unit === "ratio" && metric.name !== "brier_score";
    return { low: Math.max(low, floor), high: isBounded ? Math.min(high, 1) : high };
}
/** Hits and trials where the metric is a share of independent items without weights. */
function proportionOf(items, { form }) {
    if (items.weight !== undefined || items.prediction === undefined)
        return undefined;
    const isAll = form.kind === "accuracy" || (form.kind === "share" && form.average === "micro");
    const isBinary = form.kind === "share" && form.average === "binary" && form.share !== "f1";
    if (!isAll && !isBinary)
        return undefined;
    const isRecall = form.kind === "share" && form.share === "recall";
    let hits = 0;
    let n = 0;
    for (let row = 0; row < items.n; row += 1) {
        const label = items.label[row];
        const claim = items.prediction[row];
        const counts = isAll || (isRecall ? label : claim) === items.positive;
        if (!counts)
            continue;
        n += 1;
        if (label === claim)
            hits += 1;
    }
    return { hits, n };
}
/** The error of a metric that is a mean of items, or behaves as one. */
function meanEstimate(items, { form }) {
    if (form.kind === "mean")
        return estimateMean(lossColumn(items, form.loss).loss, items.weight);
    if (items.task !== "regression" || items.n <= mostResampledItems)
        return undefined;
    if (form.kind !== "rmse" && form.kind !== "r2")
        return undefined;
    const { influence } = momentOf(items, lossColumn(items, "squared").loss, form.kind);
    return estimateMean(influence, items.weight);
}
function areaBounds(items, metric, { level, value }) {
    const variance = areaVariance(items, metric);
    if (variance === undefined)
        return undefined;
    const half = twoSidedZ(level) * Math.sqrt(variance);
    return { low: value - half, high: value + half, method: "DeLong", variance: variance * items.n };
}
/** DeLong's variance of the area under the ROC curve; undefined where it does not apply or is 0. */
function areaVariance(items, { form }) {
    if (items.task === "regression")
        return undefined;
    if (form.kind !== "roc-auc" || items.weight !== undefined)
        return undefined;
    const components = areaComponents(positivesOf(items), items.scores[0] ?? new Float64Array(0));
    const variance = areaCovariance(components, components);
    return variance > 0 ? variance : undefined;
}
/** 1 for each item whose label is the positive class. */
function positivesOf({ label, positive }) {
    const marks = new Uint8Array(label.length);
    for (let row = 0; row < marks.length; row += 1)
        marks[row] = label[row] === positive ? 1 : 0;
    return marks;
}

;// CONCATENATED MODULE: ./packages/evaluation/src/gap.ts











/**
 * The gap between groups of one model. The largest difference that was picked from many is too large on average,
 * so the lower end is a simultaneous bound, as Tukey's: the gap minus what all groups together scatter. The upper
 * end is the largest upper bound of any pair, by square and add: a gap below the margin is one for each pair.
 */
function gapInterval(metric, { items, groups }, options = {}) {
    const full = fullOptions(options);
    const values = computeGroups(items, metric, groups);
    const method = `bootstrap of groups, simultaneous, ${full.resamples} resamples, seed ${full.seed}`;
    const nothing = { gap: null, highest: null, lowest: null, low: null, high: null };
    const shared = { groups: values, level: full.level, method };
    const numbers = values.map(({ value }) => value ?? Number.NaN);
    const flagged = values.find((value) => value.undefined !== undefined);
    if (flagged?.undefined !== undefined) {
        return { ...shared, ...nothing, undefined: flagged.undefined };
    }
    if (numbers.length < 2)
        return { ...shared, ...nothing, undefined: "too-few" };
    const gap = gap_spreadOf(numbers);
    const ends = {
        gap,
        highest: numbers.indexOf(Math.max(...numbers)),
        lowest: numbers.indexOf(Math.min(...numbers)),
    };
    const deviations = groupDeviations(metric, { items, groups }, full);
    if (deviations.some((one) => one.length < 0.9 * full.resamples)) {
        return { ...shared, ...ends, low: null, high: null, undefined: "too-few" };
    }
    return { ...shared, ...ends, ...gapBounds(numbers, deviations, (1 + full.level) / 2) };
}
function gap_spreadOf(numbers) {
    let lowest = Infinity;
    let highest = -Infinity;
    for (const number of numbers) {
        lowest = Math.min(lowest, number);
        highest = Math.max(highest, number);
    }
    return highest - lowest;
}
/** Deviations that each group's metric shows when it is resampled; each group draws from a stream of its own. */
function groupDeviations(metric, all, options) {
    return rowsOfGroups(all.groups, all.items.n).map((rows, group) => {
        const seed = options.seed + Math.imul(group + 1, 0x632be5ab);
        const items = takeRows(all.items, rows);
        const variance = areaVariance(items, metric);
        if (variance !== undefined)
            return normalDraws(Math.sqrt(variance), { ...options, seed });
        const [deviations = new Float64Array(0)] = resample([items], metric, { ...options, seed });
        return deviations.filter((one) => Number.isFinite(one));
    });
}
function gapBounds(numbers, deviations, confidence) {
    const shortest = Math.min(...deviations.map(({ length }) => length));
    const scatter = Float64Array.from({ length: shortest }, (_, at) => gap_spreadOf(deviations.map((one) => one[at] ?? 0))).sort();
    const reach = deviations.map((one, group) => {
        const sorted = one.toSorted();
        const value = numbers[group] ?? 0;
        const low = Math.min(0, sampleQuantile(sorted, 1 - confidence));
        return { value, low, high: Math.max(0, sampleQuantile(sorted, confidence)) };
    });
    let high = 0;
    for (const one of reach) {
        for (const other of reach) {
            if (one === other)
                continue;
            high = Math.max(high, one.value - other.value + Math.hypot(one.high, other.low));
        }
    }
    return { low: Math.max(0, gap_spreadOf(numbers) - sampleQuantile(scatter, confidence)), high };
}

;// CONCATENATED MODULE: ./packages/evaluation/src/pairs.ts




/** Brings the rows of both models into one order; each pair weighs what the candidate says. */
function alignPairs(candidate, baseline, pairs) {
    if (candidate.task !== baseline.task) {
        throw new RangeError(`A ${candidate.task} task cannot be paired with a ${baseline.task} task.`);
    }
    const ours = inOrder(candidate, pairs.candidate);
    const theirs = inOrder(baseline, pairs.baseline);
    const isUnweighted = ours.weight === undefined && theirs.weight === undefined;
    const weighted = isUnweighted ? theirs : { ...theirs, weight: ours.weight };
    return { candidate: ours, baseline: weighted };
}
/** The items themselves where the rows are all of them in order, so that what is known of them stays known. */
function inOrder(items, rows) {
    const isIdentity = rows.length === items.n && rows.every((row, at) => row === at);
    return isIdentity ? items : takeRows(items, rows);
}
/** The given rows of aligned results: a slice. */
function alignedRows({ candidate, baseline }, rows) {
    return { candidate: takeRows(candidate, rows), baseline: takeRows(baseline, rows) };
}
/** How many pairs the two models label differently; above 0 their metrics are not comparable. */
function countChangedLabels({ candidate, baseline }) {
    const same = sameCodes({ candidate, baseline });
    let changed = 0;
    for (let row = 0; row < candidate.n; row += 1) {
        const ours = candidate.label[row] ?? 0;
        const theirs = baseline.label[row] ?? 0;
        if (candidate.task === "regression" ? ours !== theirs : same[theirs] !== ours)
            changed += 1;
    }
    return changed;
}
/** Whether no pair of items gives the metric two different inputs. */
function nothingDiffers(metric, aligned) {
    const outcomes = pairOutcomes(metric, aligned);
    if (outcomes !== undefined)
        return outcomes.onlyBaseline === 0 && outcomes.onlyCandidate === 0;
    const { candidate, baseline } = aligned;
    if (metric.form.kind === "mean") {
        const { loss } = metric.form;
        return isSame(lossColumn(candidate, loss).loss, lossColumn(baseline, loss).loss);
    }
    if (countChangedLabels(aligned) > 0)
        return false;
    if (candidate.task === "regression" || baseline.task === "regression") {
        return isSameColumn(candidate.prediction, baseline.prediction);
    }
    return metric.needs === "score"
        ? isSameScores(candidate, baseline)
        : isSamePrediction(candidate, baseline);
}
/** Right and wrong pairs where the metric is a share of right items without weights; else undefined. */
function pairOutcomes({ form }, aligned) {
    const { candidate, baseline } = aligned;
    if (candidate.task === "regression" || baseline.task === "regression")
        return undefined;
    if (candidate.weight !== undefined)
        return undefined;
    const isAll = form.kind === "accuracy" || (form.kind === "share" && form.average === "micro");
    const isRecall = form.kind === "share" && form.average === "binary" && form.share === "recall";
    if (!isAll && !isRecall)
        return undefined;
    let onlyCandidate = 0;
    let onlyBaseline = 0;
    let n = 0;
    for (let row = 0; row < candidate.n; row += 1) {
        if (isRecall && candidate.label[row] !== candidate.positive)
            continue;
        n += 1;
        const isRight = candidate.prediction?.[row] === candidate.label[row];
        const wasRight = baseline.prediction?.[row] === baseline.label[row];
        if (isRight && !wasRight)
            onlyCandidate += 1;
        if (wasRight && !isRight)
            onlyBaseline += 1;
    }
    return { onlyCandidate, onlyBaseline, n };
}
/** For each class of the baseline the candidate's index of the same name, −1 where it has none. */
function sameCodes({ candidate, baseline }) {
    if (candidate.task === "regression" || baseline.task === "regression")
        return new Int32Array(0);
    return Int32Array.from(baseline.classes, (name) => candidate.classes.indexOf(name));
}
function isSamePrediction(candidate, baseline) {
    const same = sameCodes({ candidate, baseline });
    for (let row = 0; row < candidate.n; row += 1) {
        if (same[baseline.prediction?.[row] ?? 0] !== candidate.prediction?.[row])
            return false;
    }
    return true;
}
function isSameScores(candidate, baseline) {
    if (candidate.scores.length !== baseline.scores.length)
        return false;
    const same = sameCodes({ candidate, baseline });
    return baseline.scores.every((column, index) => {
        const ours = candidate.task === "binary" ? index : (same[index] ?? -1);
        const theirs = candidate.scores[ours];
        return theirs !== undefined && isSame(column, theirs);
    });
}
function isSameColumn(left, right) {
    return left instanceof Float64Array && right instanceof Float64Array && isSame(left, right);
}
function isSame(left, right) {
    for (let row = 0; row < left.length; row += 1)
        if (left[row] !== right[row])
            return false;
    return left.length === right.length;
}

;// CONCATENATED MODULE: ./packages/evaluation/src/paired.ts














/** The change of a metric over the same items. */
function pairedInterval(metric, aligned, options = {}) {
    const full = fullOptions(options);
    const candidate = computeMetric(aligned.candidate, metric);
    const baseline = computeMetric(aligned.baseline, metric);
    const shared = { candidate, baseline, level: full.level, n: candidate.n };
    const missing = undefinedOf(candidate, baseline);
    if (missing !== undefined || candidate.value === null || baseline.value === null) {
        const nothing = { difference: null, low: null, high: null, method: "none" };
        return { ...shared, ...nothing, nothingDiffers: false, undefined: missing ?? "not-finite" };
    }
    const difference = candidate.value - baseline.value;
    const isSame = nothingDiffers(metric, aligned);
    const found = changeBounds(metric, aligned, { ...full, value: difference });
    return { ...shared, difference, nothingDiffers: isSame, ...found };
}
/**
 * The change of a metric where items cannot be paired: the intervals of both, combined by square and add. Wider
 * than a paired interval, because the two are taken as independent.
 */
function unpairedInterval(metric, { candidate, baseline }, options = {}) {
    const ours = metricInterval(candidate, metric, options);
    return combineIntervals(ours, metricInterval(baseline, metric, options));
}
/** The change between two intervals of the same level, taken as independent, by square and add. */
function combineIntervals(ours, theirs) {
    const { level } = ours;
    const shared = { candidate: ours, baseline: theirs, level, n: Math.min(ours.n, theirs.n) };
    const missing = undefinedOf(ours, theirs);
    const bounds = { candidate: finite(ours), baseline: finite(theirs) };
    if (missing !== undefined || bounds.candidate === undefined || bounds.baseline === undefined) {
        const nothing = { difference: null, low: null, high: null, method: "none" };
        return { ...shared, ...nothing, nothingDiffers: false, undefined: missing ?? "too-few" };
    }
    const { low, high } = squareAndAdd(bounds.candidate, bounds.baseline);
    return {
        ...shared,
        difference: bounds.candidate.value - bounds.baseline.value,
        low,
        high,
        method: `unpaired, square and add of ${ours.method}`,
        nothingDiffers: false,
        variance: ((high - low) / 2 / twoSidedZ(level)) ** 2 * shared.n,
    };
}
function finite(interval) {
    const { value, low, high } = interval;
    return value === null || low === null || high === null ? undefined : { value, low, high };
}
function undefinedOf(candidate, baseline) {
    return candidate.undefined ?? baseline.undefined;
}
function changeBounds(metric, aligned, options) {
    const outcomes = pairOutcomes(metric, aligned);
    if (outcomes !== undefined) {
        const { onlyCandidate, onlyBaseline, n } = outcomes;
        return {
            ...tangoInterval(outcomes, options.level),
            difference: (onlyCandidate - onlyBaseline) / n,
            method: "Tango",
            n,
            variance: (onlyCandidate + onlyBaseline) / n,
        };
    }
    const { candidate, baseline } = aligned;
    const differences = itemDifferences(metric, aligned);
    if (differences !== undefined) {
        const estimate = estimateMean(differences, candidate.weight);
        if (!(estimate.n > 1))
            return { low: null, high: null, method: "paired t", undefined: "too-few" };
        const method = `paired t${metric.form.kind === "mean" ? "" : ", linearised"}`;
        const weights = candidate.weight === undefined ? "" : ", weights linearised";
        const bounds = tInterval(estimate, options.level, options.value);
        return { ...bounds, method: `${method}${weights}`, variance: estimate.variance };
    }
    if (candidate.task !== "regression" && baseline.task !== "regression") {
        const area = areaChange(metric, [candidate, baseline], options);
        if (area !== undefined)
            return area;
    }
    return bootstrapChange(metric, aligned, options);
}
function itemDifferences({ form }, { candidate, baseline }) {
    if (form.kind === "mean") {
        const theirs = lossColumn(baseline, form.loss).loss;
        return lossColumn(candidate, form.loss).loss.map((loss, row) => loss - (theirs[row] ?? 0));
    }
    if (candidate.task !== "regression" || baseline.task !== "regression")
        return undefined;
    if (candidate.n <= mostResampledItems || (form.kind !== "rmse" && form.kind !== "r2"))
        return undefined;
    const ours = momentOf(candidate, lossColumn(candidate, "squared").loss, form.kind);
    const theirs = momentOf(baseline, lossColumn(baseline, "squared").loss, form.kind);
    return ours.influence.map((one, row) => one - (theirs.influence[row] ?? 0));
}
function areaChange({ form }, [candidate, baseline], { level, value }) {
    if (form.kind !== "roc-auc" || candidate.weight !== undefined)
        return undefined;
    const marks = positivesOf(candidate);
    const [ours, theirs] = [candidate, baseline].map(({ scores }) => areaComponents(marks, scores[0] ?? new Float64Array(0)));
    if (ours === undefined || theirs === undefined)
        return undefined;
    const variance = areaDifferenceVariance(ours, theirs);
    if (!(variance > 0))
        return undefined;
    const half = twoSidedZ(level) * Math.sqrt(variance);
    const method = "DeLong";
    return { low: value - half, high: value + half, method, variance: variance * candidate.n };
}
function bootstrapChange(metric, { candidate, baseline }, options) {
    const [ours, theirs] = resample([candidate, baseline], metric, options);
    if (ours === undefined || theirs === undefined)
        throw new RangeError("Two models are compared.");
    const deviations = ours.map((one, at) => one - (theirs[at] ?? Number.NaN));
    return percentiles(deviations, { ...options, n: candidate.n });
}

;// CONCATENATED MODULE: ./packages/evaluation/src/index.ts














// EXTERNAL MODULE: ./packages/registry/src/index.ts + 20 modules
var registry_src = __webpack_require__(12642);
;// CONCATENATED MODULE: ./actions/evaluate-model/src/baseline/find-baseline.ts


/** The named file; else the evidence of the nearest ancestor on the slipway branch. The choice is told. */
async function findBaseline(request, ports) {
    if (request.baseline !== undefined)
        return namedFile(request.baseline, ports);
    const found = await ports.branch?.nearest("evaluation", request.name);
    if (found === undefined) {
        ports.log.info(`${request.name}: no baseline: no ancestor of this commit has evidence on the slipway branch`);
        return { kind: "none" };
    }
    const evidence = asEvaluation(found.evidence, `the evidence of ${found.commit.slice(0, 12)}`);
    const { commit, distance, digest } = found;
    const ageDays = daysBetween(evidence.finishedAt, ports.clock.now());
    const age = { commit, distance, ageDays, finishedAt: evidence.finishedAt, digest };
    ports.log.info(`${request.name}: baseline ${commit.slice(0, 12)}, ${distance} commits and ${ageDays} days old`);
    const path = await copyItems(evidence, ports);
    return {
        kind: "evidence",
        origin: { source: "branch", name: evidence.name, ...age },
        evidence,
        path,
    };
}
async function namedFile(path, { files }) {
    const { digest } = await files.describe(path);
    const origin = { source: "file", name: path, digest };
    if (!path.endsWith(".json"))
        return { kind: "file", origin, path };
    const evidence = asEvaluation((0,src/* parseEvidence */.vf)(await files.readText(path), path), path);
    return {
        kind: "evidence",
        origin: { ...origin, finishedAt: evidence.finishedAt },
        evidence,
        path: undefined,
    };
}
async function copyItems(evidence, { folder, branch, log }) {
    const { digest } = evidence.items;
    if (digest === undefined || branch === undefined)
        return undefined;
    const target = `${folder.path}/baseline-${evidence.name}.parquet`;
    if (await branch.copyBlob(digest, target))
        return target;
    log.warning(`the items of the baseline (${digest.sha256.slice(0, 12)}) are no longer on the branch; bounds are unpaired`);
    return undefined;
}
function asEvaluation(evidence, where) {
    if (evidence.kind === "evaluation")
        return evidence;
    throw new kernel_src/* UserError */.yo({
        code: "SW5309",
        message: `${where} is no evaluation, but ${evidence.kind}`,
        remedy: "Name a predictions file, or the evidence of an evaluation, as the baseline.",
    });
}
function daysBetween(from, to) {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    return Math.max(0, Math.round(days * 10) / 10);
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/results/pair-results.ts

/** Joins by id, in the order of the candidate's rows; `undefined` where one side has no ids. */
async function pairResults(session, candidate, baseline) {
    if (candidate.roles.id === undefined || baseline.roles.id === undefined)
        return undefined;
    const pairs = (await isSameOrder(session, candidate, baseline))
        ? { candidate: pair_results_everyRow(candidate), baseline: pair_results_everyRow(baseline) }
        : await joinById(session, candidate, baseline);
    const paired = pairs.candidate.length;
    if (paired === 0) {
        const aligned = { candidate: candidate.items, baseline: baseline.items };
        return {
            aligned,
            candidateRows: pairs.candidate,
            paired,
            onlyCandidate: candidate.items.n,
            onlyBaseline: baseline.items.n,
            changedLabels: 0,
        };
    }
    const aligned = alignPairs(candidate.items, baseline.items, pairs);
    return {
        aligned,
        candidateRows: pairs.candidate,
        paired,
        onlyCandidate: candidate.items.n - paired,
        onlyBaseline: baseline.items.n - paired,
        changedLabels: countChangedLabels(aligned),
    };
}
/** Whether both have the same ids row by row, as two runs over one test set mostly do. */
async function isSameOrder(session, candidate, baseline) {
    if (candidate.items.n !== baseline.items.n)
        return false;
    const different = `SELECT 1 FROM ${candidate.table} c POSITIONAL JOIN ${baseline.table} b WHERE c.id IS DISTINCT FROM b.id OR c.rn IS DISTINCT FROM b.rn LIMIT 1`;
    return (await session.rows(different)).length === 0;
}
function pair_results_everyRow({ items }) {
    const rows = new Int32Array(items.n);
    for (let row = 0; row < rows.length; row += 1)
        rows[row] = row;
    return rows;
}
async function joinById(session, candidate, baseline) {
    const joined = `SELECT c.rn::INTEGER AS c, b.rn::INTEGER AS b FROM ${candidate.table} c JOIN ${baseline.table} b USING (id) ORDER BY c.rn`;
    const columns = await session.columns(joined);
    return { candidate: rowsOf(columns["c"]), baseline: rowsOf(columns["b"]) };
}
function rowsOf(column) {
    if (column?.kind === "integer")
        return column.values;
    throw new TypeError("Row numbers were expected.");
}

// EXTERNAL MODULE: ./packages/ports/src/index.ts + 1 modules
var ports_src = __webpack_require__(22906);
;// CONCATENATED MODULE: ./actions/evaluate-model/src/results/sql-text.ts
/** A string literal. */
function literal(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
/** A quoted identifier. */
function identifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/results/results-source.ts



const headerBytes = 1 << 20;
/**
 * Finds out how a predictions file is read: CSV by an explicit dialect that nothing guesses, Parquet natively.
 * @throws UserError SW5301 where it is missing, empty or of another format, SW5302 for a header that names a column twice,
 * SW5308 for a damaged file
 */
async function openResults(path, files, session) {
    if (!(await files.exists(path)))
        throw unusable(path, "it does not exist");
    const absolute = files.locate(path);
    if (/\.parquet$/i.test(path))
        return openParquet(path, absolute, session);
    if (!/\.csv$/i.test(path))
        throw unusable(path, "it is neither .csv nor .parquet");
    const columns = await csvHeader(path, files);
    const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ");
    const dialect = "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', strict_mode = true";
    return {
        path,
        from: `read_csv(${literal(absolute)}, ${dialect}, columns = {${types}})`,
        columns: new Map(columns.map((name) => [name, "VARCHAR"])),
    };
}
async function openParquet(path, absolute, session) {
    const from = `read_parquet(${literal(absolute)})`;
    const described = await session.rows(`DESCRIBE SELECT * FROM ${from}`).catch((error) => {
        throw error instanceof ports_src/* SqlError */.L ? unreadable(path, absolute, error) : error;
    });
    const columns = described.map((row) => [
        String(row["column_name"]),
        String(row["column_type"]),
    ]);
    return { path, from, columns: new Map(columns) };
}
/** The first record of a CSV file, read as data so that quotes and line ends inside names count. */
async function csvHeader(path, files) {
    const start = await files.readBytes(path, headerBytes);
    if (start.length === 0)
        throw unusable(path, "it is empty");
    const names = firstRecord(start, path);
    const seen = new Set();
    for (const name of names) {
        // The engine does not tell the case of names.
        if (seen.has(name.toLowerCase()))
            throw twice(path, name);
        seen.add(name.toLowerCase());
    }
    return names;
}
/** Splits the first record of a CSV text by RFC 4180. @throws UserError SW5301 where it never ends */
function firstRecord(bytes, path) {
    const text = new TextDecoder("utf-8").decode(bytes).replace(/^\uFEFF/, "");
    const names = [];
    let name = "";
    let quoted = false;
    for (let at = 0; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (quoted) {
            if (char !== '"')
                name += char;
            else if (text.charAt(at + 1) === '"')
                name += text.charAt((at += 1));
            else
                quoted = false;
        }
        else if (char === '"' && name === "")
            quoted = true;
        else if (char === ",") {
            names.push(name);
            name = "";
        }
        else if (char === "\n" || char === "\r")
            return [...names, name];
        else
            name += char;
    }
    if (quoted)
        throw unusable(path, "a quote in its header never ends");
    return [...names, name];
}
/** A column's SQL expression as text, where whole numbers look the same whatever their type is. */
function textOf(name, { columns }) {
    const text = `CAST(${identifier(name)} AS VARCHAR)`;
    if (wholeType.test(columns.get(name) ?? ""))
        return text;
    return `CASE WHEN contains(${text}, '.') THEN regexp_replace(${text}, '^(-?[0-9]+)[.]0+$', '\\1') ELSE ${text} END`;
}
const wholeType = /^(HUGEINT|UHUGEINT|BOOLEAN|U?(TINY|SMALL|BIG)?INT(EGER)?)$/;
/** What the engine says of a file that it cannot read, by the path that the user gave. */
function unreadable(path, absolute, error) {
    const said = error.message.replaceAll(absolute, path);
    return new kernel_src/* UserError */.yo({
        code: "SW5308",
        message: `${path} cannot be read: ${said}`,
        remedy: /\.parquet$/i.test(path)
            ? "It is cut off or damaged: write the file again."
            : "Each row needs as many values as the header, in UTF-8; write the file again.",
        cause: error,
    });
}
function unusable(path, problem) {
    return new kernel_src/* UserError */.yo({
        code: "SW5301",
        message: `${path} cannot be used as results: ${problem}`,
        remedy: "Write the predictions as .csv (comma, header line) or .parquet, one row an item, and name the file under `results`.",
    });
}
function twice(path, name) {
    return new kernel_src/* UserError */.yo({
        code: "SW5302",
        message: `the header of ${path} names the column ${JSON.stringify(name.slice(0, 100))} twice`,
        remedy: "Give each column a name of its own; capital letters make no difference.",
    });
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/results/column-roles.ts

/** Finds every named column. @throws UserError SW5303 for one that the file lacks, SW5304 for roles that do not fit the task */
function findRoles({ task, columns, slices }, source) {
    const known = [...source.columns.keys()];
    const find = (role, name) => {
        if (source.columns.has(name))
            return name;
        throw missing(source.path, { role, name, known });
    };
    const optional = (role, name) => name === undefined ? undefined : find(role, name);
    const roles = {
        id: optional("id", columns.id),
        label: find("label", columns.label),
        prediction: optional("prediction", columns.prediction),
        scores: findScores(task, columns.score, { known, find }),
        weight: optional("weight", columns.weight),
        slices: slices.map((slice) => find("slices", slice)),
    };
    refuseMisfits(task, roles);
    return roles;
}
function findScores(task, score, { known, find }) {
    if (score === undefined)
        return [];
    if (typeof score !== "string") {
        return Object.entries(score).map(([className, column]) => ({
            className,
            column: find(`score of ${className}`, column),
        }));
    }
    const star = score.indexOf("*");
    if (star < 0)
        return [{ className: undefined, column: find("score", score) }];
    const [before, after] = [score.slice(0, star), score.slice(star + 1)];
    const matches = known.filter((name) => name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length);
    if (matches.length === 0)
        return [{ className: undefined, column: find("score", score) }];
    if (task === "binary" && matches.length === 1)
        return matches.map((column) => ({ className: undefined, column }));
    return matches.map((column) => ({
        className: column.slice(before.length, column.length - after.length),
        column,
    }));
}
function refuseMisfits(task, roles) {
    if (roles.prediction === undefined && roles.scores.length === 0) {
        throw misfit("neither `prediction` nor `score` is named, so there is nothing to judge", "Name at least one of them under `columns`.");
    }
    if (task === "regression" && roles.prediction === undefined) {
        throw misfit("a regression needs `prediction`", "Name the column with the predicted values.");
    }
    if (task === "multiclass" && roles.scores.some(({ className }) => className === undefined)) {
        throw misfit("a multiclass task needs a score for each class", 'Use a pattern such as score: "p_*", or a map from class to column.');
    }
}
function missing(path, { role, name, known }) {
    const meant = (0,kernel_src/* nearestWord */.zZ)(name, known);
    const guess = meant === undefined ? "" : `Did you mean "${meant}"? `;
    return new kernel_src/* UserError */.yo({
        code: "SW5303",
        message: `${path} has no column ${JSON.stringify(name.slice(0, 100))}, which is named as ${role}`,
        remedy: `${guess}It has: ${known.slice(0, 30).join(", ").slice(0, 500)}.`,
    });
}
function misfit(problem, remedy) {
    return new kernel_src/* UserError */.yo({ code: "SW5304", message: `the columns do not fit: ${problem}`, remedy });
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/results/load-results.ts



const decimalForm = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?";
const numericType = /^(DOUBLE|FLOAT|REAL|DECIMAL|HUGEINT|UHUGEINT|U?(TINY|SMALL|BIG)?INT(EGER)?)/;
/**
 * Loads a results file into the table `name`: `rn` (row from 0), `id`, `label`, `prediction`, `score_0` …, `weight`,
 * `slice_0` …. Classes and slices are text, everything else DOUBLE.
 * @throws UserError SW5305 for a cell that is no number, SW5306 for ids that are missing or repeated
 */
async function loadResults(session, name, from) {
    const { source, roles, numericLabels } = from;
    const cell = (column) => numericLabels ? numberOf(column, source) : textOf(column, source);
    const columns = [
        "row_number() OVER () - 1 AS rn",
        ...(roles.id === undefined ? [] : [`${idOf(roles.id, source)} AS id`]),
        `${cell(roles.label)} AS label`,
        ...(roles.prediction === undefined ? [] : [`${cell(roles.prediction)} AS prediction`]),
        ...roles.scores.map(({ column }, index) => `${numberOf(column, source)} AS score_${index}`),
        ...(roles.weight === undefined ? [] : [`${numberOf(roles.weight, source)} AS weight`]),
        ...roles.slices.map((slice, index) => `coalesce(CAST(${identifier(slice)} AS VARCHAR), '(missing)') AS slice_${index}`),
    ];
    await session.run(`CREATE TEMP TABLE ${name} AS SELECT ${columns.join(", ")} FROM ${source.from}`);
    await refuseWords(session, source, numericColumns(roles, numericLabels));
    if (roles.id !== undefined)
        await refuseBadIds(session, name, { path: source.path, column: roles.id });
}
/** An id as text. A column of floating-point ids, as data frames make them of whole ones, reads as the whole numbers. */
function idOf(column, source) {
    const isFractional = /^(DOUBLE|FLOAT|REAL|DECIMAL)/.test(source.columns.get(column) ?? "");
    return isFractional ? textOf(column, source) : `CAST(${identifier(column)} AS VARCHAR)`;
}
function numericColumns(roles, numericLabels) {
    const labels = numericLabels ? [roles.label, roles.prediction] : [];
    const found = [...labels, ...roles.scores.map(({ column }) => column), roles.weight];
    return found.filter((column) => column !== undefined);
}
/** A number by its lexical form and the cast: the engine alone would take 1_000, 0x10 and "nan" for numbers. */
function numberOf(column, { columns }) {
    const type = columns.get(column) ?? "";
    if (numericType.test(type))
        return `CAST(${identifier(column)} AS DOUBLE)`;
    const text = `trim(CAST(${identifier(column)} AS VARCHAR))`;
    return `CASE WHEN regexp_full_match(${text}, ${literal(decimalForm)}) THEN TRY_CAST(${text} AS DOUBLE) END`;
}
async function refuseWords(session, source, columns) {
    for (const column of columns) {
        const number = numberOf(column, source);
        const numbered = `SELECT row_number() OVER () AS row, CAST(${identifier(column)} AS VARCHAR) AS value, ${number} AS number FROM ${source.from}`;
        const bad = `SELECT row, value FROM (${numbered}) WHERE number IS NULL OR NOT isfinite(number) ORDER BY row LIMIT 1`;
        const [first] = await session.rows(bad);
        if (first === undefined)
            continue;
        const value = first["value"] === null ? "nothing" : JSON.stringify(String(first["value"]).slice(0, 60));
        throw new kernel_src/* UserError */.yo({
            code: "SW5305",
            message: `${source.path}, row ${String(first["row"])}: the column ${JSON.stringify(column)} holds ${value} where a finite number is needed`,
            remedy: "Mend the row where the results are written: NaN, infinities and gaps cannot be judged.",
        });
    }
}
async function refuseBadIds(session, name, { path, column }) {
    const empty = await session.rows(`SELECT rn FROM ${name} WHERE id IS NULL OR id = '' ORDER BY rn LIMIT 1`);
    if (empty[0] !== undefined)
        throw badId(path, `row ${Number(empty[0]["rn"]) + 1} has no ${column}`);
    // Hashes that all differ belong to ids that all differ, and are found faster.
    const [hashes] = await session.rows(`SELECT count(DISTINCT hash(id)) = count(*) AS apart FROM ${name}`);
    if (hashes?.["apart"] === true)
        return;
    const doubles = await session.rows(`SELECT id, count(*) AS times FROM ${name} GROUP BY id HAVING count(*) > 1 ORDER BY min(rn) LIMIT 1`);
    if (doubles[0] === undefined)
        return;
    const id = JSON.stringify(String(doubles[0]["id"]).slice(0, 60));
    throw badId(path, `${column} ${id} occurs ${String(doubles[0]["times"])} times`);
}
function badId(path, problem) {
    return new kernel_src/* UserError */.yo({
        code: "SW5306",
        message: `${path}: ${problem}, and items are paired by it`,
        remedy: "Give every item an id of its own, or leave `id` away: then changes are judged by wider, unpaired bounds.",
    });
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/results/columns.ts

/** A column that was selected as DOUBLE. */
function numbers(column) {
    if (column?.kind === "number")
        return column.values;
    throw new TypeError("A column of numbers was expected.");
}
/** A column that was selected as INTEGER. */
function integers(column) {
    if (column?.kind === "integer")
        return column.values;
    throw new TypeError("A column of whole numbers was expected.");
}
/** Classes or groups that cannot be judged. */
function classTrouble(problem, remedy) {
    return new kernel_src/* UserError */.yo({ code: "SW5307", message: problem.slice(0, 500), remedy });
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/results/read-slice.ts

const mostGroups = 2_000;
// A group is named in ids and titles, which evidence bounds.
const longestName = 500;
/** Reads one slice column of a loaded table. @throws UserError SW5307 where it has too many values */
async function readSlice(session, table, { index, column }) {
    const name = `slice_${index}`;
    const values = (await session.rows(`SELECT DISTINCT ${name} AS value FROM ${table} ORDER BY value LIMIT ${mostGroups + 1}`)).map((row) => String(row["value"]));
    if (values.length > mostGroups)
        throw classTrouble(`the slice ${JSON.stringify(column)} has more than ${mostGroups} different values`, "Slice by a column with fewer values.");
    const long = values.find((value) => column.length + value.length > longestName);
    if (long !== undefined)
        throw classTrouble(`the slice ${JSON.stringify(column.slice(0, 60))} has a value of ${long.length} characters: ${JSON.stringify(long.slice(0, 60))} …`, "Slice by a column with short values, such as a code or a category.");
    await session.run(`CREATE TYPE ${table}_${name} AS ENUM (SELECT DISTINCT ${name} FROM ${table} ORDER BY 1)`);
    const query = `SELECT enum_code(${name}::${table}_${name})::INTEGER AS code FROM ${table}`;
    return { column, values, codes: integers((await session.columns(query))["code"]) };
}
/** The number of items of each group. */
function sizesOf({ values, codes }) {
    const sizes = new Int32Array(values.length);
    for (const code of codes)
        if (code >= 0)
            sizes[code] = (sizes[code] ?? 0) + 1;
    return sizes;
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/results/read-results.ts









const mostClasses = 10_000;
/**
 * Reads results into typed arrays, in the order of the file: the engine keeps the order of what is inserted.
 * @throws UserError SW5101 without rows, SW5301 to SW5308 for what cannot be judged
 */
async function readResults(session, files, request) {
    try {
        const { table, task } = request;
        const source = await openResults(request.path, files, session);
        const roles = findRoles(request, source);
        await loadResults(session, table, { source, roles, numericLabels: task === "regression" });
        await refuseNothing(session, table, request.path);
        const items = task === "regression"
            ? await readTargets(session, table, roles)
            : await readClasses(session, request, roles);
        const slices = [];
        for (const [index, column] of roles.slices.entries())
            slices.push(await readSlice(session, table, { index, column }));
        return { table, items, slices, roles };
    }
    catch (error) {
        const { path } = request;
        throw error instanceof ports_src/* SqlError */.L ? unreadable(path, files.locate(path), error) : error;
    }
}
async function refuseNothing(session, table, path) {
    const [first] = await session.rows(`SELECT 1 FROM ${table} LIMIT 1`);
    if (first !== undefined)
        return;
    throw new kernel_src/* UserError */.yo({
        code: "SW5101",
        message: `${path} has no rows`,
        remedy: "Check the command that writes it: metrics of nothing prove nothing.",
    });
}
async function readTargets(session, table, roles) {
    const weight = roles.weight === undefined ? "" : ", weight";
    const columns = await session.columns(`SELECT label, prediction${weight} FROM ${table}`);
    return createItems({
        task: "regression",
        label: numbers(columns["label"]),
        prediction: numbers(columns["prediction"]),
        ...(roles.weight === undefined ? {} : { weight: numbers(columns["weight"]) }),
    });
}
async function readClasses(session, request, roles) {
    const { table } = request;
    const task = request.task === "binary" ? "binary" : "multiclass";
    const scored = roles.scores.flatMap(({ className }) => className ?? []).sort();
    const found = await distinctTexts(session, table, roles.prediction === undefined ? ["label"] : ["label", "prediction"]);
    const classes = [...scored, ...found.filter((name) => !scored.includes(name))];
    const positive = task === "binary" ? positiveOf(classes, request.positive) : { classes, index: 0 };
    const code = (column) => `coalesce(${codeOf(column, positive.classes)}, -1)::INTEGER AS ${column}`;
    const selected = [
        code("label"),
        ...(roles.prediction === undefined ? [] : [code("prediction")]),
        ...roles.scores.map((_, index) => `score_${index}`),
        ...(roles.weight === undefined ? [] : ["weight"]),
    ];
    const columns = await session.columns(`SELECT ${selected.join(", ")} FROM ${table}`);
    const scores = scoresFor(roles, positive).map((index) => numbers(columns[`score_${index}`]));
    return createItems({
        task,
        classes: positive.classes,
        positive: positive.index,
        label: integers(columns["label"]),
        ...(roles.prediction === undefined ? {} : { prediction: integers(columns["prediction"]) }),
        ...(scores.length === 0 ? {} : { scores }),
        ...(roles.weight === undefined ? {} : { weight: numbers(columns["weight"]) }),
    });
}
/** Which score columns are used: all of a multiclass task in the order of the classes, the positive one of a binary. */
function scoresFor(roles, { classes, index }) {
    const names = roles.scores.map(({ className }) => className);
    if (names.length === 0)
        return [];
    if (names[0] === undefined)
        return [0];
    const wanted = names.length > 0 && classes.length === 2 ? [classes[index] ?? ""] : [...names].sort();
    return wanted.map((name) => names.indexOf(name)).filter((at) => at >= 0);
}
const positiveWords = ["1", "true", "True", "TRUE"];
function positiveOf(classes, asked) {
    if (classes.length > 2) {
        throw classTrouble(`a binary task has two classes, but these results have ${classes.length}: ${classes.slice(0, 5).join(", ")}`, "Use task: multiclass.");
    }
    if (asked !== undefined) {
        const all = classes.includes(asked) ? classes : [...classes, asked];
        if (all.length > 2)
            throw classTrouble(`the positive class ${JSON.stringify(asked)} does not occur; there are ${classes.join(" and ")}`, "Correct `positive`.");
        return { classes: all, index: all.indexOf(asked) };
    }
    const word = positiveWords.find((known) => classes.includes(known));
    if (word !== undefined)
        return { classes, index: classes.indexOf(word) };
    const [only] = classes;
    const negatives = {
        "0": "1",
        "-1": "1",
        false: "true",
        False: "True",
        FALSE: "TRUE",
    };
    const positive = classes.length === 1 && only !== undefined ? negatives[only] : undefined;
    if (positive !== undefined)
        return { classes: [...classes, positive], index: 1 };
    throw classTrouble(`it is not known which of ${classes.slice(0, 2).join(" and ")} is the positive class`, "Say it: `positive: NAME` (--positive NAME).");
}
async function distinctTexts(session, table, columns) {
    const all = columns
        .map((column) => `SELECT ${column} AS value FROM ${table}`)
        .join(" UNION ALL ");
    const query = `SELECT DISTINCT value FROM (${all}) WHERE value IS NOT NULL ORDER BY value LIMIT ${mostClasses + 1}`;
    const found = (await session.rows(query)).map((row) => String(row["value"]));
    if (found.length > mostClasses)
        throw classTrouble(`the labels have more than ${mostClasses} different values`, "Use task: regression for numbers.");
    return found;
}
function codeOf(column, classes) {
    if (classes.length <= 16) {
        const cases = classes.map((name, code) => `WHEN ${literal(name)} THEN ${code}`);
        return `CASE ${column} ${cases.join(" ")} END`;
    }
    return `list_position([${classes.map(literal).join(", ")}]::VARCHAR[], ${column}) - 1`;
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/baseline/load-baseline.ts




/** Reads a baseline's items, where it has some, and joins them with the candidate's. */
async function loadBaseline(found, candidate, world) {
    if (found.kind === "none")
        return found;
    const record = { ...found.origin, ...unjoined };
    if (found.kind === "file")
        return join(record, candidate, { ...world, found });
    if (found.evidence.task !== world.request.task) {
        return { kind: "not-comparable", record: { ...record, differing: ["task"] }, groups: [] };
    }
    const { path, evidence } = found;
    const groups = groupsOfMetrics(evidence.metrics);
    if (path === undefined)
        return { kind: "figures", record, metrics: evidence.metrics, groups };
    return join(record, candidate, { ...world, found: { kind: "evidence", path }, groups });
}
const unjoined = { paired: 0, onlyBaseline: 0, onlyCandidate: 0, pairedBy: null, differing: [] };
async function join(record, candidate, world) {
    const { session, request } = world;
    const results = await readBaseline(world.found, world);
    const groups = world.groups ?? results.slices.flatMap(sizesOfSlice);
    const pairing = await pairResults(session, candidate, results);
    if (pairing === undefined) {
        const aligned = { candidate: candidate.items, baseline: results.items };
        return { kind: "unpaired", record, aligned, results, groups };
    }
    const { paired, onlyBaseline, onlyCandidate } = pairing;
    const joined = {
        ...record,
        paired,
        onlyBaseline,
        onlyCandidate,
        pairedBy: request.columns.id ?? "id",
        differing: differences(pairing),
    };
    if (joined.differing.length > 0)
        return { kind: "not-comparable", record: joined, groups };
    return { kind: "paired", record: joined, pairing, groups };
}
async function readBaseline(found, world) {
    const { session, files, request } = world;
    const shared = {
        table: "baseline",
        task: request.task,
        positive: request.positive,
        path: found.path,
    };
    if (found.kind === "file") {
        const known = (await openResults(found.path, files, session)).columns;
        const slices = request.slices.filter((slice) => known.has(slice));
        return readResults(session, files, { ...shared, columns: request.columns, slices });
    }
    const { columns } = await openResults(found.path, files, session);
    const role = (name) => (columns.has(name) ? { [name]: name } : {});
    const perClass = [...columns.keys()].some((name) => name.startsWith("score:"));
    const score = perClass ? { score: "score:*" } : role("score");
    const roles = { id: "id", label: "label", ...role("prediction"), ...score, ...role("weight") };
    return readResults(session, files, { ...shared, columns: roles, slices: [] });
}
function groupsOfMetrics(metrics) {
    const [first] = metrics;
    return metrics
        .filter(({ name }) => name === first?.name)
        .flatMap(({ slice, n }) => Object.entries(slice ?? {}).map(([column, value]) => ({ column, value, n })));
}
function sizesOfSlice(slice) {
    const sizes = sizesOf(slice);
    const { column } = slice;
    return slice.values.map((value, index) => ({ column, value, n: sizes[index] ?? 0 }));
}
/** The share of the baseline's items that results may lack: more is another data set, or a chosen part of it. */
const mostMissing = 0.05;
/** Another data set, or other truth for the same items, makes a change meaningless. */
function differences({ paired, onlyBaseline, onlyCandidate, changedLabels }) {
    const isPart = onlyBaseline > mostMissing * (paired + onlyBaseline);
    const isOtherData = paired === 0 || isPart || paired < onlyCandidate;
    return [...(isOtherData ? ["data"] : []), ...(changedLabels > 0 ? ["labels"] : [])];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./actions/evaluate-model/src/baseline/write-items.ts





/** Items above this size do not travel: a branch is no place for large files. */
const mostItemBytes = 24 * 1024 * 1024;
/** Writes what pairing needs of each item as compact Parquet, named by the digest of its bytes. */
async function writeItems(results, session, { folder, maxItemBytes = mostItemBytes }) {
    const rows = results.items.n;
    const { roles, table } = results;
    if (roles.id === undefined)
        return { rows, notice: "the results name no id, so later changes cannot be paired with them" };
    const columns = [
        "id",
        "label",
        ...(roles.prediction === undefined ? [] : ["prediction"]),
        ...roles.scores.map(({ className }, index) => `score_${index} AS ${identifier(className === undefined ? "score" : `score:${className}`)}`),
        ...(roles.weight === undefined ? [] : ["weight"]),
    ];
    const temporary = (0,external_node_path_.join)(folder.path, `items-${table}-${process.pid}.parquet`);
    try {
        const query = `SELECT ${columns.join(", ")} FROM ${table}`;
        await session.run(`COPY (${query}) TO ${literal(temporary)} (FORMAT parquet, COMPRESSION zstd)`);
        const sizeBytes = (await (0,promises_.stat)(temporary)).size;
        if (sizeBytes > maxItemBytes)
            return { rows, sizeBytes, notice: tooLarge(sizeBytes, maxItemBytes) };
        const digest = { sha256: await hashOf(temporary) };
        await (0,promises_.rename)(temporary, folder.blobPath(digest));
        return { digest, sizeBytes, rows };
    }
    finally {
        await (0,promises_.rm)(temporary, { force: true });
    }
}
function tooLarge(sizeBytes, limit) {
    const [size, most] = [sizeBytes, limit].map((bytes) => (bytes / 1024 / 1024).toFixed(1));
    return `the items take ${size} MiB, more than the ${most} MiB that travel with evidence: later changes are judged by unpaired bounds`;
}
async function hashOf(path) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for await (const chunk of (0,external_node_fs_.createReadStream)(path))
        if (chunk instanceof Uint8Array)
            hash.update(chunk);
    return hash.digest("hex");
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/judge/metric-records.ts

/** Every metric that the columns allow: of all items, then of each group of each slice. */
function metricRecords(items, slices) {
    return metricsFor(items).flatMap((metric) => [
        metricRecord(metric, null, computeMetric(items, metric)),
        ...slices.flatMap(({ column, values, codes }) => computeGroups(items, metric, { count: values.length, codes }).map((value, group) => metricRecord(metric, { [column]: values[group] ?? "" }, value))),
    ]);
}
function metricRecord(metric, slice, value) {
    return {
        name: metric.name,
        function: metric.function,
        params: { ...metric.params },
        slice,
        value: metric_records_finite(value.value),
        ...(value.undefined === undefined ? {} : { undefined: value.undefined }),
        n: value.n,
    };
}
/** Puts the interval of a gated metric beside its value. */
function withInterval(records, found) {
    const byKey = new Map(found.map(({ name, slice, interval }) => [keyOf(name, slice), interval]));
    return records.map((record) => {
        const interval = byKey.get(keyOf(record.name, record.slice));
        return interval === undefined ? record : { ...record, interval };
    });
}
/** An interval as evidence holds it; without bounds there is none. */
function intervalRecord(found) {
    const { low, high, level, method } = found;
    return metric_records_finite(low) === null || metric_records_finite(high) === null ? undefined : { low, high, level, method };
}
/** Finds a record by metric and slice. */
function keyOf(name, slice) {
    return JSON.stringify([name, slice === null ? null : Object.entries(slice)]);
}
function metric_records_finite(value) {
    return value !== null && Number.isFinite(value) ? value : null;
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/judge/changes.ts


/** The change of a metric, of all items or of one group; `undefined` where the baseline has no such group. */
function changeOf(metric, group, context) {
    const { baseline, results, options } = context;
    if (baseline.kind === "paired") {
        const { aligned, candidateRows } = baseline.pairing;
        if (group === undefined)
            return pairedInterval(metric, aligned, options);
        const codes = candidateRows.map((row) => group.slice.codes[row] ?? -1);
        return pairedInterval(metric, alignedRows(aligned, changes_rowsOf(codes, group.index)), options);
    }
    const candidate = group === undefined
        ? results.items
        : takeRows(results.items, changes_rowsOf(group.slice.codes, group.index));
    if (baseline.kind === "figures")
        return fromFigures(metric, { candidate, group, metrics: baseline.metrics }, options);
    const theirs = group === undefined ? baseline.results.items : groupItems(baseline.results, group);
    return theirs === undefined
        ? undefined
        : unpairedInterval(metric, { candidate, baseline: theirs }, options);
}
/** The baseline's items and their groups: the candidate's where items are paired. */
function baselineGroups(baseline, slices) {
    if (baseline.kind === "unpaired")
        return { items: baseline.results.items, slices: [...baseline.results.slices] };
    const { aligned, candidateRows } = baseline.pairing;
    const regrouped = slices.map((slice) => ({
        ...slice,
        codes: candidateRows.map((row) => slice.codes[row] ?? -1),
    }));
    return { items: aligned.baseline, slices: regrouped };
}
function fromFigures(metric, { candidate, group, metrics }, options) {
    const slice = sliceOf(group);
    const record = metrics.find((found) => keyOf(found.name, found.slice) === keyOf(metric.name, slice));
    if (record === undefined)
        return undefined;
    const { low = null, high = null } = record.interval ?? {};
    const ours = metricInterval(candidate, metric, options);
    return combineIntervals(ours, {
        value: record.value,
        n: record.n,
        sumOfWeights: record.n,
        low,
        high,
        level: ours.level,
        method: "of the evidence",
    });
}
function groupItems(results, { slice, index }) {
    const theirs = results.slices.find(({ column }) => column === slice.column);
    const at = theirs?.values.indexOf(slice.values[index] ?? "") ?? -1;
    return theirs === undefined || at < 0
        ? undefined
        : takeRows(results.items, changes_rowsOf(theirs.codes, at));
}
/** The candidate's rows of a group. */
function rowsOfGroup({ slice, index }) {
    return changes_rowsOf(slice.codes, index);
}
/** A group as evidence names it; of all items null. */
function sliceOf(group) {
    return group === undefined
        ? null
        : { [group.slice.column]: group.slice.values[group.index] ?? "" };
}
function changes_rowsOf(codes, group) {
    const only = codes.map((code) => (code === group ? 0 : -1));
    return rowsOfGroups({ count: 1, codes: only }, codes.length)[0] ?? new Int32Array(0);
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/judge/build-check.ts

/** One entry of the ledger. */
function buildCheck(judged, verdict, facts = {}) {
    const { evaluation, rule, metric, mark } = judged;
    const { slice = null, observed, ...figures } = facts;
    const direction = rule.direction ?? metric.direction;
    const place = slice === null ? (rule.slice === undefined ? "" : ` by ${rule.slice}`) : at(slice);
    return {
        id: `${evaluation}/${metric.name}/${rule.rule}${mark}${place === "" ? "" : `/${place.replace(/^ (at|by) /, "")}`}`,
        kind: rule.rule,
        title: `${metric.title} ${rule.rule} ${rule.limit}${place}`,
        ...standing(rule, verdict),
        ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
        ...(verdict.needed === undefined ? {} : { needed: verdict.needed }),
        target: { evaluation, metric: metric.name, slice },
        metric: metric.name,
        slice,
        expected: {
            [rule.rule]: rule.limit,
            direction,
            confidence: rule.confidence,
            ...(rule.slice === undefined ? {} : { slice: rule.slice }),
        },
        observed: observed ?? figures.difference ?? figures.candidate ?? null,
        source: rule.source,
        ...present(figures),
    };
}
/** An undecided change follows `on-inconclusive`; what was not checked blocks, but for an allowed first run. */
function standing(rule, { outcome, reason }) {
    if (reason === "no-baseline" && rule.firstRun === "allow")
        return { outcome: "warn", severity: rule.severity, blocks: false };
    const undecided = reason === "undecided" || reason === "too-few";
    return (0,src/* standingOf */.YP)(outcome, rule.severity, undecided && rule.onInconclusive === "warn");
}
function at(slice) {
    return ` at ${Object.entries(slice)
        .map(([column, value]) => `${column}=${value}`)
        .join(",")}`;
}
function present(facts) {
    const kept = {};
    return Object.assign(kept, Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)));
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/judge/judge-one.ts




/** Judges a rule on all items, or on one group. */
function judgeOne(judged, group, bench) {
    const { rule } = judged.rule;
    return rule === "min" || rule === "max"
        ? judgeBound(judged, group, bench)
        : judgeChange(judged, group, bench);
}
/** How intervals are made for a rule. */
function intervalOptions(rule, { seed, resamples }) {
    return { confidence: rule.confidence, seed, resamples };
}
function judgeBound(judged, group, bench) {
    const { rule, metric } = judged;
    const items = group === undefined ? bench.results.items : takeRows(bench.results.items, rowsOfGroup(group));
    const found = computeMetric(items, metric);
    const slice = sliceOf(group);
    const value = found.undefined === undefined ? found.value : null;
    const bound = {
        rule: rule.rule === "min" ? "min" : "max",
        bound: rule.limit,
        value,
    };
    if (rule.judge === "point") {
        return buildCheck(judged, decideBound(bound), {
            slice,
            candidate: found.value,
            note: found.undefined,
        });
    }
    const interval = metricInterval(items, metric, intervalOptions(rule, bench.request));
    const record = keep(interval, { name: metric.name, slice, bench });
    const { low, high } = interval;
    const ends = low === null || high === null ? null : { low, high };
    return buildCheck(judged, decideBound({ ...bound, interval: ends }), {
        slice,
        candidate: found.value,
        interval: record,
        note: found.undefined,
    });
}
function judgeChange(judged, group, bench) {
    const { rule, metric } = judged;
    const { baseline, results, request } = bench;
    const absent = (reason, note) => {
        const facts = { slice: sliceOf(group), candidate: judge_one_valueOf(judged, group, bench), note };
        return buildCheck(judged, decideAbsent(reason), facts);
    };
    if (baseline.kind === "none")
        return absent("no-baseline");
    if (baseline.kind === "not-comparable") {
        return absent("not-comparable", `the baseline differs in ${baseline.record.differing.join(", ")}`);
    }
    const options = intervalOptions(rule, request);
    const change = changeOf(metric, group, { results, baseline, options });
    if (change === undefined)
        return absent("no-baseline", "the baseline lacks this metric or group");
    return buildCheck(judged, verdictOf(judged, change), {
        slice: sliceOf(group),
        candidate: change.candidate.value,
        baseline: change.baseline.value,
        difference: change.difference,
        interval: intervalRecord(change),
        note: change.undefined ?? overlapNote(baseline.record),
    });
}
/** Says that a change is that of the items on both sides, where they are not all. */
function overlapNote({ paired, onlyBaseline, onlyCandidate }) {
    if (paired === 0 || onlyBaseline + onlyCandidate === 0)
        return undefined;
    return `on the ${paired} items that both have`;
}
function verdictOf({ rule, metric }, change) {
    return decideChange(change, {
        rule: rule.rule === "max-relative-drop" ? "max-relative-drop" : "max-drop",
        margin: rule.limit,
        direction: rule.direction ?? metric.direction,
        base: change.baseline.value,
        confidence: rule.confidence,
    });
}
/** The interval of a change rule's own value, for a later comparison that cannot pair items. */
function unpairedIntervals(bench) {
    for (const rule of bench.request.rules) {
        const metric = findMetric(rule.metric, bench.request.task);
        if (metric === undefined || (rule.rule !== "max-drop" && rule.rule !== "max-relative-drop"))
            continue;
        const { items, slices } = bench.results;
        const slice = slices.find(({ column }) => column === rule.slice);
        const groups = slice?.values.map((_, index) => ({ slice, index })) ?? [undefined];
        for (const group of groups) {
            const part = group === undefined ? items : takeRows(items, rowsOfGroup(group));
            if (part.n < rule.minN)
                continue;
            const found = metricInterval(part, metric, intervalOptions(rule, bench.request));
            keep(found, { name: metric.name, slice: sliceOf(group), bench });
        }
    }
}
function judge_one_valueOf({ metric }, group, { results }) {
    const items = group === undefined ? results.items : takeRows(results.items, rowsOfGroup(group));
    return computeMetric(items, metric).value;
}
function keep(interval, { name, slice, bench }) {
    const record = intervalRecord(interval);
    if (record !== undefined)
        bench.intervals.push({ name, slice, interval: record });
    return record;
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/judge/judge-groups.ts





/**
 * Judges a rule on each group that is large enough; smaller ones are counted in an entry of their own, which
 * blocks where there is no other. A group that the baseline judged and that is gone fails as missing.
 */
function judgeGroups(judged, slice, bench) {
    const { minN } = judged.rule;
    const sizes = sizesOf(slice);
    const groups = slice.values.map((_, index) => ({ slice, index }));
    const large = groups.filter(({ index }) => (sizes[index] ?? 0) >= minN);
    const small = groups.filter(({ index }) => (sizes[index] ?? 0) < minN);
    const checks = judged.rule.rule === "max-gap"
        ? gapChecks(judged, large, bench)
        : large.map((group) => judgeOne(judged, group, bench));
    const gone = goneGroups(judged, slice, bench);
    const smallItems = small.reduce((sum, { index }) => sum + (sizes[index] ?? 0), 0);
    const counted = small.length === 0
        ? []
        : [tooSmall(judged, { groups: small.length, items: smallItems, alone: large.length === 0 })];
    return [...checks, ...gone, ...counted];
}
function gapChecks(judged, groups, bench) {
    const { rule, metric } = judged;
    const [first] = groups;
    if (first === undefined)
        return [];
    const codes = new Int32Array(first.slice.values.length).fill(-1);
    for (const [position, { index }] of groups.entries())
        codes[index] = position;
    const of = { count: groups.length, codes: first.slice.codes.map((code) => codes[code] ?? -1) };
    const gap = gapInterval(metric, { items: bench.results.items, groups: of }, intervalOptions(rule, bench.request));
    const name = (at) => at === null ? "" : (first.slice.values[groups[at]?.index ?? -1] ?? "");
    const note = gap.gap === null
        ? gap.undefined
        : `from ${name(gap.lowest)} (lowest) to ${name(gap.highest)} (highest)`;
    return [
        buildCheck(judged, decideGap({ ...gap, n: bench.results.items.n }, rule.limit), {
            candidate: gap.gap,
            observed: gap.gap,
            interval: intervalRecord(gap),
            note,
        }),
    ];
}
/** Groups that were large enough in the baseline and do not occur any more. */
function goneGroups(judged, slice, { baseline, results }) {
    if (baseline.kind === "none")
        return [];
    const lost = baseline.groups.filter(({ column, value, n }) => column === slice.column && n >= judged.rule.minN && !slice.values.includes(value));
    const note = `the baseline has this group, the ${results.items.n} results do not`;
    return lost.map(({ value }) => buildCheck(judged, decideAbsent("missing"), { slice: { [slice.column]: value }, note }));
}
function tooSmall(judged, found) {
    const { minN, slice = "" } = judged.rule;
    const rule = found.alone ? judged.rule : { ...judged.rule, severity: "info" };
    const check = buildCheck({ ...judged, rule }, { outcome: "inconclusive", reason: "small-groups" }, {
        observed: { groups: found.groups, items: found.items },
        note: `${found.groups} groups of ${slice} under ${minN} items (${found.items} items) are not judged`,
    });
    return { ...check, id: `${check.id}/small-groups` };
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/judge/judge-rules.ts




/**
 * Judges every rule. A metric that the columns do not allow, or a slice that the results lack, fails as missing.
 * @throws UserError SW5201, SW5202 for a metric that does not exist
 */
function judgeRules(bench) {
    const allowed = new Set(metricsFor(bench.results.items).map(({ name }) => name));
    return judgedRules(bench).flatMap((judged) => {
        const { rule, metric } = judged;
        const slice = bench.results.slices.find(({ column }) => column === rule.slice);
        if (!allowed.has(metric.name)) {
            return [
                buildCheck(judged, decideAbsent("missing"), {
                    note: `the columns do not allow ${metric.name}: it needs ${metric.needs}`,
                }),
            ];
        }
        if (rule.slice === undefined)
            return [judgeOne(judged, undefined, bench)];
        if (slice === undefined)
            return [
                buildCheck(judged, decideAbsent("missing"), {
                    note: `the results have no column ${rule.slice}`,
                }),
            ];
        return judgeGroups(judged, slice, bench);
    });
}
/** The rules with their metrics. Two about the same thing, one that warns before the other blocks, are marked apart. */
function judgedRules({ request }) {
    const judged = request.rules.map((rule) => {
        return { evaluation: request.name, rule, metric: parseMetric(rule.metric, request.task) };
    });
    const marks = [
        () => "",
        ({ severity }) => `:${severity}`,
        ({ severity, limit }) => `:${severity}:${limit}`,
    ];
    const keyOf = ({ rule, metric }) => JSON.stringify([metric.name, rule.rule, rule.slice]);
    return judged.map((one) => {
        const alike = judged.filter((other) => keyOf(other) === keyOf(one));
        const tells = marks.find((mark) => alike.filter((other) => mark(other.rule) === mark(one.rule)).length === 1);
        return { ...one, mark: (tells ?? (() => `:${alike.indexOf(one)}`))(one.rule) };
    });
}
/** Items of the baseline that the results lack: few enough to judge the others, too many to pass in silence. */
function missingItems(evaluation, missing, file) {
    return {
        id: `${evaluation}/items`,
        kind: "items",
        title: "every item of the baseline",
        outcome: "warn",
        severity: "warn",
        blocks: false,
        reason: "missing",
        note: `${missing} items of the baseline are not in the results, and nothing judges them`,
        target: { evaluation },
        expected: 0,
        observed: missing,
        source: { file, line: 0 },
    };
}
/** An evaluation without a rule proved nothing about the model, and says so. */
function noRules(evaluation, file) {
    return {
        id: `${evaluation}/no-gates`,
        kind: "gates",
        title: "at least one gate",
        outcome: "warn",
        severity: "warn",
        blocks: false,
        reason: "no-gates",
        note: "metrics were computed, but nothing judges them: add gates",
        target: { evaluation },
        expected: 1,
        observed: 0,
        source: { file, line: 0 },
    };
}
/** A slice that was asked for and is not in the results. */
function missingSlice(evaluation, column, source) {
    return {
        id: `${evaluation}/slice/${column}`,
        kind: "slice",
        title: `column ${column}`,
        outcome: "fail",
        severity: "block",
        blocks: true,
        reason: "missing",
        note: `the results have no column ${column}`,
        target: { evaluation },
        expected: column,
        observed: null,
        source,
    };
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/evaluate-model.ts













/**
 * Judges one evaluation: runs its command, reads the results, joins them with the baseline, applies the rules and
 * leaves evidence.
 * @throws UserError SW5201, SW5202 for a metric that does not exist, before anything else happens
 */
async function evaluateModel(request, ports) {
    const startedAt = ports.clock.now();
    for (const rule of request.rules)
        demandMetric(rule, request.task);
    if (request.run !== undefined) {
        ports.log.info(`${request.name}: running ${request.run}`);
        await ports.commands.run(request.run);
    }
    const found = await findBaseline(request, ports);
    const readable = [
        request.results,
        ...("path" in found && found.path !== undefined ? [found.path] : []),
    ];
    const session = await ports.engine.open({
        readableFiles: readable.map((path) => ports.files.locate(path)),
        writableFolder: ports.folder.path,
    });
    try {
        const evidence = await evaluate_model_judge(request, found, { ...ports, session, startedAt });
        return { evidence, path: await ports.folder.write(evidence) };
    }
    finally {
        await session.close();
    }
}
/** A metric that does not exist is told with the place of its gate. */
function demandMetric({ metric, source }, task) {
    try {
        parseMetric(metric, task);
    }
    catch (error) {
        if (!(error instanceof kernel_src/* UserError */.yo) || source.line === 0)
            throw error;
        const { code, message, remedy } = error;
        const place = `${source.file}${source.file === "command line" ? ", gate " : ":"}${source.line}`;
        throw new kernel_src/* UserError */.yo({ code, message: `${place}: ${message}`, remedy, cause: error });
    }
}
async function evaluate_model_judge(request, found, world) {
    const { files, session } = world;
    const { results, absent } = await readCandidate(request, world);
    const baseline = await loadBaseline(found, results, { session, files, request });
    const bench = { request, results, baseline, intervals: [] };
    const { checks, items } = await judgeWhileWriting(bench, absent, world);
    if (items.digest === undefined)
        unpairedIntervals(bench);
    const { tool, run } = world.context;
    return {
        schema: "slipway/evidence/v1",
        kind: "evaluation",
        name: request.name,
        ...(0,src/* verdictOf */.Vj)(checks),
        task: request.task,
        subjects: await subjectsOf(request, world),
        inputs: inputsOf(request),
        policy: request.policy,
        checks,
        metrics: withInterval(metricRecords(results.items, results.slices), bench.intervals),
        baseline: baselineRecord(baseline, results),
        items,
        tool,
        run,
        startedAt: world.startedAt,
        finishedAt: world.clock.now(),
    };
}
/** The engine writes the items in threads of its own while the rules are judged in this one. */
async function judgeWhileWriting(bench, absent, world) {
    const writing = writeItems(bench.results, world.session, world);
    try {
        const checks = ledgerOf(bench, absent);
        return { checks, items: await writing };
    }
    catch (error) {
        await writing.catch(() => undefined);
        throw error;
    }
}
async function readCandidate(request, { session, files }) {
    const { results: path, task, columns, positive } = request;
    const known = (await openResults(path, files, session)).columns;
    const slices = request.slices.filter((slice) => known.has(slice));
    const absent = request.slices.filter((slice) => !known.has(slice));
    const read = { path, task, columns, positive, slices, table: "candidate" };
    return { results: await readResults(session, files, read), absent };
}
function ledgerOf(bench, absent) {
    const { name, rules, policy } = bench.request;
    const gated = new Set(rules.map(({ slice }) => slice));
    const source = { file: policy.file ?? "command line", line: 0 };
    const missing = absent
        .filter((slice) => !gated.has(slice))
        .map((slice) => missingSlice(name, slice, source));
    const { baseline } = bench;
    const lost = baseline.kind === "paired" ? baseline.record.onlyBaseline : 0;
    return [
        ...(rules.length === 0 ? [noRules(name, source.file)] : judgeRules(bench)),
        ...missing,
        ...(lost === 0 ? [] : [missingItems(name, lost, source.file)]),
    ];
}
function baselineRecord(baseline, { slices }) {
    if (baseline.kind === "none")
        return null;
    if (baseline.kind === "not-comparable")
        return { ...baseline.record, metrics: [] };
    if (baseline.kind === "figures")
        return { ...baseline.record, metrics: [...baseline.metrics] };
    const groups = baselineGroups(baseline, slices);
    return { ...baseline.record, metrics: metricRecords(groups.items, groups.slices) };
}
function inputsOf(request) {
    const { columns, positive, slices, seed, resamples, run } = request;
    return {
        results: request.results,
        columns: Object.fromEntries(Object.entries(columns).flatMap(([role, value]) => value === undefined ? [] : [[role, value]])),
        ...(positive === undefined ? {} : { positive }),
        ...(run === undefined ? {} : { run }),
        slices: [...slices],
        seed,
        resamples,
    };
}
async function subjectsOf(request, { files, models, sha256, log }) {
    const results = await files.describe(request.results);
    if (request.model === undefined)
        return [results];
    const found = await models.read(request.model);
    if (found === undefined) {
        log.warning(`the model's folder ${request.model} is not there: this evidence speaks for no model and cannot register one`);
        return [results];
    }
    const sizeBytes = found.reduce((sum, file) => sum + file.sizeBytes, 0);
    return [results, { name: request.model, digest: (0,registry_src/* modelRootDigest */.Y8)(found, sha256), sizeBytes }];
}

// EXTERNAL MODULE: ./packages/runner/src/index.ts + 22 modules
var runner_src = __webpack_require__(43845);
// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
;// CONCATENATED MODULE: ./actions/evaluate-model/src/inputs.ts


/** The inputs of evaluate-model; the command line has the same names. */
const inputs = schemas/* strictObject */.rej({
    name: runner_src/* field */.ZZ.list(),
    config: runner_src/* field */.ZZ.textOr("slipway.yaml"),
    results: runner_src/* field */.ZZ.text(),
    task: runner_src/* field */.ZZ.choice(["binary", "multiclass", "regression"]),
    columns: runner_src/* field */.ZZ.text(),
    positive: runner_src/* field */.ZZ.text(),
    gate: runner_src/* field */.ZZ.lines(),
    baseline: runner_src/* field */.ZZ.text(),
    onInconclusive: runner_src/* field */.ZZ.choice(["warn", "fail"]),
    firstRun: runner_src/* field */.ZZ.choice(["block", "allow"]),
    artifact: runner_src/* field */.ZZ
        .text()
        .refine((name) => name === undefined || (0,runner_src/* isArtifactName */.k1)(name), "must be letters, digits, dots, dashes or underscores"),
    duckdbBinding: runner_src/* field */.ZZ.text(),
    githubToken: runner_src/* field */.ZZ.secret(),
});

// EXTERNAL MODULE: ./packages/engines/duckdb/src/index.ts + 16 modules
var duckdb_src = __webpack_require__(47042);
// EXTERNAL MODULE: ./packages/git/src/index.ts + 14 modules
var git_src = __webpack_require__(81023);
// EXTERNAL MODULE: ./packages/policy/src/index.ts + 5 modules
var policy_src = __webpack_require__(44880);
;// CONCATENATED MODULE: ./actions/evaluate-model/src/parse-flags.ts


const roles = ["id", "label", "prediction", "score", "weight", "slices"];
/** Reads `id=…,label=…,prediction=…,score=…,weight=…,slices=a|b`. @throws UserError SW1001 */
function parseColumns(text) {
    const found = new Map();
    for (const part of text
        .split(",")
        .map((piece) => piece.trim())
        .filter((piece) => piece !== "")) {
        const [role, ...rest] = part.split("=");
        const column = rest.join("=").trim();
        const name = role?.trim() ?? "";
        if (!roles.some((known) => known === name))
            throw bad(`columns: unknown role ${quoted(name)}`, suggest(name, roles));
        if (column === "")
            throw bad(`columns: ${quoted(name)} names no column`, "Write it as role=column.");
        if (found.has(name))
            throw bad(`columns: ${quoted(name)} is given twice`, "Give each role once.");
        found.set(name, column);
    }
    const slices = found
        .get("slices")
        ?.split("|")
        .map((column) => column.trim())
        .filter((column) => column !== "") ?? [];
    found.delete("slices");
    const parsed = src/* columnsSchema */.XE.safeParse(Object.fromEntries(found));
    if (!parsed.success)
        throw bad("columns: label=… is missing", "Name the column with the truth, such as label=y.");
    return { columns: parsed.data, slices };
}
/** Reads `METRIC RULE NUMBER [slice=COLUMN] [direction=higher|lower]`. @throws UserError SW1001 */
function parseGate(text) {
    const [metric, rule, number, ...options] = text.trim().split(/\s+/);
    const known = src/* gateRules */.DB.find((name) => name === rule);
    if (metric === undefined || metric === "" || known === undefined) {
        throw bad(`gate ${quoted(text)}: ${rule === undefined ? "a rule is missing" : `unknown rule ${quoted(rule)}`}`, suggest(rule ?? "", src/* gateRules */.DB));
    }
    if (number === undefined || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(number)) {
        throw bad(`gate ${quoted(text)}: ${number === undefined ? "a number is missing" : `${quoted(number)} is no number`}`, 'Write it as in "recall max-drop 0.05 slice=origin".');
    }
    const pairs = options.map((option) => {
        const at = option.indexOf("=");
        return [option.slice(0, Math.max(at, 0)), option.slice(at + 1)];
    });
    const parsed = src/* gateSchema */.Tp.safeParse({
        metric,
        [known]: Number(number),
        ...Object.fromEntries(pairs.map(([key, value]) => [
            key,
            key === "min-n" || key === "confidence" ? Number(value) : value,
        ])),
    });
    if (parsed.success)
        return parsed.data;
    const problem = parsed.error.issues
        .map((issue) => `${issue.path.join(".")} ${issue.message}`.trim())
        .join("; ");
    throw bad(`gate ${quoted(text)}: ${problem}`, 'Write it as METRIC RULE NUMBER [slice=COLUMN] [direction=higher|lower], such as "roc_auc min 0.7".');
}
function suggest(word, known) {
    const meant = (0,kernel_src/* nearestWord */.zZ)(word, known);
    return `${meant === undefined ? "" : `Did you mean "${meant}"? `}Known: ${known.join(", ")}.`;
}
function quoted(text) {
    return JSON.stringify(text.slice(0, 100));
}
function bad(message, remedy) {
    return new kernel_src/* UserError */.yo({ code: "SW1001", message, remedy });
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/plan-evaluations.ts




/** What is to be evaluated: by the names in slipway.yaml, or by `results` alone. @throws UserError SW1001, SW1205 */
async function planEvaluations(input, loadPolicy) {
    if (input.results !== undefined)
        return [fromFlags(input, input.results)];
    refuseStrayFlags(input);
    const policy = await loadPolicy();
    return (0,policy_src/* judgedEntries */.Ab)(policy, "evaluations", input.name).map((judged) => fromPolicy(policy, judged, input));
}
function fromPolicy(policy, judged, input) {
    const { entry, base, head, source } = judged;
    const { rules, loosened } = rulesFor(judged, policy);
    const changed = base !== undefined && head !== undefined ? (0,policy_src/* changedSettings */.Sb)(base, head) : [];
    const deciding = base ?? entry;
    const slices = [
        ...new Set([
            ...(base?.slices ?? []),
            ...(entry.slices ?? []),
            ...rules.flatMap(({ slice }) => slice ?? []),
        ]),
    ];
    return {
        name: entry.name,
        run: entry.run,
        results: entry.results,
        task: entry.task,
        columns: entry.columns,
        positive: entry.positive === undefined ? undefined : String(entry.positive),
        slices,
        rules,
        baseline: input.baseline ?? deciding.baseline,
        seed: deciding.seed ?? 1,
        resamples: deciding.resamples ?? 1000,
        policy: (0,policy_src/* recordWith */.S4)(policy, [...judged.loosened, ...loosened, ...changed]),
        model: source.config.models?.find(({ evaluations }) => evaluations?.includes(entry.name))?.path,
    };
}
function rulesFor({ base, head, index, source }, policy) {
    const headRules = head === undefined ? [] : rulesIn(head, source, index);
    if (base === undefined || policy.base === undefined)
        return { rules: headRules, loosened: [] };
    const baseIndex = policy.base.config.evaluations?.findIndex(({ name }) => name === base.name) ?? 0;
    const baseRules = rulesIn(base, policy.base, baseIndex);
    return head === undefined
        ? { rules: baseRules, loosened: [] }
        : (0,policy_src/* tightenRules */.$0)(baseRules, headRules);
}
function rulesIn(evaluation, { source }, index) {
    return (evaluation.gates ?? []).flatMap((gate, position) => {
        const { line } = source.placeOf(["evaluations", index, "gates", position]);
        return (0,policy_src/* rulesOf */.fD)(gate, evaluation, { file: source.file, line });
    });
}
function fromFlags(input, results) {
    if (input.task === undefined)
        throw incomplete("task", "--task binary, multiclass or regression");
    if (input.columns === undefined)
        throw incomplete("columns", "--columns id=…,label=…,prediction=…,score=…");
    const { columns, slices } = parseColumns(input.columns);
    const defaults = {
        ...(input.onInconclusive === undefined ? {} : { "on-inconclusive": input.onInconclusive }),
        ...(input.firstRun === undefined ? {} : { "first-run": input.firstRun }),
    };
    const rules = input.gate.flatMap((gate, index) => (0,policy_src/* rulesOf */.fD)(parseGate(gate), defaults, { file: "command line", line: index + 1 }));
    return {
        name: (0,src/* nameOfFile */.Ri)(results, "results"),
        run: undefined,
        results,
        task: input.task,
        columns,
        positive: input.positive,
        slices: [...new Set([...slices, ...rules.flatMap(({ slice }) => slice ?? [])])],
        rules,
        baseline: input.baseline,
        seed: 1,
        resamples: 1000,
        policy: { origin: "command-line", loosened: [] },
        model: undefined,
    };
}
function refuseStrayFlags(input) {
    const stray = [
        ...(input.task === undefined ? [] : ["task"]),
        ...(input.columns === undefined ? [] : ["columns"]),
        ...(input.positive === undefined ? [] : ["positive"]),
        ...(input.gate.length === 0 ? [] : ["gate"]),
        ...(input.onInconclusive === undefined ? [] : ["on-inconclusive"]),
        ...(input.firstRun === undefined ? [] : ["first-run"]),
    ];
    if (stray.length === 0)
        return;
    throw new kernel_src/* UserError */.yo({
        code: "SW1001",
        message: `${stray.join(", ")} count only together with results`,
        remedy: "Name the predictions with results (--results FILE), or write these into slipway.yaml.",
    });
}
function incomplete(name, form) {
    return new kernel_src/* UserError */.yo({
        code: "SW1001",
        message: `${name} is needed together with results`,
        remedy: `Add ${form}.`,
    });
}

// EXTERNAL MODULE: ./packages/report/src/index.ts + 47 modules
var report_src = __webpack_require__(95624);
;// CONCATENATED MODULE: ./actions/evaluate-model/src/render-evaluations.ts


/** Log, summary, annotations and outputs of evaluate-model. */
function renderEvaluations(evaluated) {
    const evidences = evaluated.map(({ evidence }) => evidence);
    return {
        outcome: (0,kernel_src/* worstOutcome */.Om)(evidences.map(({ outcome }) => outcome)),
        outputs: { "evidence-path": evaluated.map(({ path }) => path).join("\n") },
        log: (0,report_src/* renderTerminal */.bF)(evidences, report_src/* plainStyle */.sj),
        summary: (0,report_src/* renderSummary */.Br)(evidences, {}),
        annotations: evidences.flatMap(({ checks }) => checks.flatMap(annotationOf)),
    };
}
function annotationOf(check) {
    if (check.outcome === "pass" || check.severity === "info")
        return [];
    const { file, line } = check.source;
    const isFile = line > 0 && !file.includes(":") && file !== "command line";
    const why = check.note ?? check.reason ?? check.outcome;
    return [
        {
            level: check.blocks ? "error" : "warning",
            title: `${check.title}: ${check.outcome}`,
            message: why,
            ...(isFile ? { file, line } : {}),
        },
    ];
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/main.ts










/** Starts evaluate-model under a runner. */
function main() {
    return (0,runner_src/* runAction */.Cs)({
        inputs: inputs,
        ports,
        run: evaluateAll,
        render: renderEvaluations,
        keep: ({ artifact }, found) => (0,runner_src/* keepEvidence */.N)(artifact, found, process.env),
    });
}
/** Evaluates everything that is asked for, one after the other. */
async function evaluateAll(input, ports) {
    const evaluated = [];
    for (const request of await planEvaluations(input, () => ports.loadPolicy(input.config))) {
        evaluated.push(await evaluateModel(request, ports));
    }
    return evaluated;
}
function ports({ duckdbBinding, githubToken }) {
    const env = process.env;
    const folder = env["GITHUB_WORKSPACE"] ?? process.cwd();
    const temporary = (0,runner_src/* temporaryFolder */.yy)(env);
    const event = (0,runner_src/* readEvent */.j_)(env);
    const base = (0,runner_src/* pullRequestBase */.M2)(event);
    const access = { folder, ...(githubToken === undefined ? {} : { token: githubToken }) };
    const files = (0,runner_src/* workspaceFiles */.PZ)({ root: folder, roots: [temporary] });
    return {
        files,
        folder: (0,runner_src/* evidenceFolder */.ek)((0,runner_src/* evidenceHome */.zy)(env)),
        branch: (0,git_src/* gitEvidenceBranch */.Qu)({ ...access, skipHead: true }),
        engine: (0,duckdb_src/* localEngine */.Ao)({
            env,
            folder,
            temporary: (0,external_node_path_.join)(temporary, "slipway"),
            bindingFolder: duckdbBinding,
        }),
        models: (0,runner_src/* modelFolder */.Ch)(files.locate),
        commands: (0,runner_src/* shellCommands */.hf)(folder),
        clock: runner_src/* systemClock */.ml,
        context: (0,runner_src/* runContext */.pO)(env, event),
        log: runner_src/* jobLog */.Wh,
        sha256: (bytes) => (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex"),
        loadPolicy: (file) => (0,policy_src/* loadPolicy */.tb)(files, file, base === undefined ? undefined : (0,git_src/* gitBaseRevision */.ve)({ ...access, ...base })),
    };
}

;// CONCATENATED MODULE: ./actions/evaluate-model/src/index.ts








/***/ })

};
