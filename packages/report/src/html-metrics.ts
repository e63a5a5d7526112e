import type { EvaluationEvidence } from "@slipway/contracts";
import {
  counted,
  formatChange,
  formatCount,
  formatNumber,
  plainDecimals,
} from "./format-number.ts";
import type { Change } from "./gate-change.ts";
import { gateRows, type GateRow } from "./gate-row.ts";
import { countsText } from "./headline.ts";
import { htmlBadge, htmlTable, stateOf, type HtmlColumn } from "./html-table.ts";
import { intervalPlot, reachOf } from "./interval-plot.ts";
import { bareTextOf, htmlOf } from "./phrase.ts";
import { sliceChanges, smallestGroup, type SliceChange } from "./slices.ts";
import { ungatedTable } from "./ungated-table.ts";

const legend =
  "Right of the solid line is better. Shaded: allowed; dashed: the limit. An interval wholly inside the shade passes; wholly outside, or wholly worse with its point outside, fails; else it is inconclusive.";

/** An evaluation: gated metrics with their intervals, gated groups on one scale, where the change comes from. */
export function htmlMetrics(evidence: EvaluationEvidence, id: string): string {
  const rows = gateRows(evidence);
  const whole = rows.filter(({ slice }) => slice === undefined);
  const groups = rows.filter(({ slice }) => slice !== undefined);
  const title = htmlOf(["Metrics: ", { code: evidence.name }, `, ${countsText([evidence])}`]);
  const parts = [`<section id="${id}"><h2>${title}</h2>`];
  if (whole.length > 0)
    parts.push(
      gateTable(whole, "Gated metrics, worst first; each row has its own scale."),
      `<p class="legend">${legend}</p>`,
    );
  if (groups.length > 0) parts.push(`<h3>Groups</h3>`, ...groupTables(groups));
  parts.push(...places(evidence, whole), ...others(evidence), "</section>");
  return parts.join("\n");
}

function gateTable(rows: readonly GateRow[], caption: string, reach?: number): string {
  const isSliced = rows.some(({ slice }) => slice !== undefined);
  const columns: HtmlColumn[] = [
    { label: "", kind: "badge-cell" },
    { label: isSliced ? "Group" : "Metric" },
    ...(isSliced ? [{ label: "Items", kind: "n" } as const] : []),
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

function plotOf(row: GateRow, change: Change, reach?: number): string {
  const about = `${bareTextOf(row.metric)}: ${row.mark.word}`;
  const plot = intervalPlot(change, {
    state: stateOf(row.mark.emoji),
    reach: reach ?? reachOf(change),
    about,
  });
  return `<div>${plot}<small>${row.level} interval ${row.interval}</small></div>`;
}

function whyHtml(row: GateRow): string {
  return htmlOf(row.verdict).replace(
    /^(?:passes|fails|warns|noted|inconclusive|error)(?:: |, )?/,
    "",
  );
}

function groupTables(groups: readonly GateRow[]): string[] {
  const byMetric = Map.groupBy(groups, ({ metric, slice, lead }) =>
    JSON.stringify([slice === undefined ? metric : (lead.metric ?? lead.target.metric), lead.kind]),
  );
  return [...byMetric.values()].map((rows) => {
    const reach = Math.max(
      0,
      ...rows.slice(0, 10_000).map(({ change }) => (change === undefined ? 0 : reachOf(change))),
    );
    const [first] = rows;
    const name = first === undefined ? "" : bareTextOf([first.name.label]);
    return gateTable(rows, `${name} of each group, worst first, all on one scale.`, reach);
  });
}

/** Where the change of the worst gated metric comes from: every group that both sides have, on one scale. */
function places(evidence: EvaluationEvidence, whole: readonly GateRow[]): string[] {
  const row = whole.find(({ change }) => change !== undefined);
  const metric = row?.lead.metric ?? row?.lead.target.metric;
  if (row === undefined || metric === undefined) return [];
  const { groups, small } = sliceChanges(evidence, metric);
  if (groups.length === 0) return [];
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
  const more =
    groups.length > shown.length
      ? `${formatCount(groups.length - shown.length)} more groups are not shown. `
      : "";
  const few =
    small === 0 ? "" : `${counted(small, "group")} under ${smallestGroup} items not shown.`;
  return [
    `<h3>${htmlOf([row.name.label, " by group"])}</h3>`,
    table,
    more + few === "" ? "" : `<p class="legend">${more}${few}</p>`,
  ];
}

function placeCells(group: SliceChange, row: GateRow, reach: number): string[] {
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

function others(evidence: EvaluationEvidence): string[] {
  return ungatedTable(evidence).map(({ summary, table }) => {
    const columns = table.header.map((label, index): HtmlColumn =>
      index === 0 ? { label } : { label, kind: "n" },
    );
    const rows = table.rows.map((row) => row.map((cell) => htmlOf(cell)));
    return `<details><summary>${htmlOf(summary)}</summary>${htmlTable({ caption: "Gated or not, as computed.", columns, rowHeader: 0, rows })}</details>`;
  });
}
