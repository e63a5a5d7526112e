import { expect, test } from "vitest";
import { parseConfig, parseFreezeWindow } from "../src/index.ts";

test.each([
  ["Fri 16:00", "Mon 08:00", { kind: "weekly", from: 6720, to: 480 }],
  ["mon 00:00", "MON 23:59", { kind: "weekly", from: 0, to: 1439 }],
  [
    "2026-12-20",
    "2026-12-20",
    {
      kind: "once",
      from: { date: "2026-12-20", minute: 0 },
      to: { date: "2026-12-20", minute: 1440 },
    },
  ],
  [
    "2026-12-20T16:00Z",
    "2026-12-21",
    {
      kind: "once",
      from: { date: "2026-12-20", minute: 960 },
      to: { date: "2026-12-21", minute: 1440 },
    },
  ],
])("the window from %j to %j", (from, to, window) => {
  expect(parseFreezeWindow({ from, to })).toEqual(window);
});

const forms = "must be like Fri 16:00, 2026-12-20 or 2026-12-20T16:00Z (UTC)";

test.each([
  ["Friday 16:00", "Mon 08:00", "from", forms],
  ["Fri 24:00", "Mon 08:00", "from", forms],
  ["Fri 16:00", "Monday", "to", forms],
  ["Fri 16:00", "Fri 16:00", "to", "must not be the same moment as from"],
  ["Fri 16:00", "2026-12-20", "to", "must be of the same form as from"],
  ["2026-12-20", "Fri 16:00", "to", "must be of the same form as from"],
  ["2026-02-30", "2026-03-01", "from", forms],
  ["2026-12-20T16:00", "2026-12-21", "from", forms],
  ["2026-12-21", "2026-12-20", "to", "must be later than from"],
  ["2026-12-20T16:00Z", "2026-12-20T16:00Z", "to", "must be later than from"],
  ["", "\u001b[31m", "from", forms],
])("a window from %j to %j is refused at its %s", (from, to, ...[at, problem]) => {
  expect(parseFreezeWindow({ from, to })).toEqual({ kind: "problem", at, problem });
});

test.each([
  [
    "a freeze window of no known form",
    "{ name: production, freeze: [{ from: Friday, to: Mon 08:00 }] }",
    "slipway.yaml:3:42: environments.0.freeze.0.from: must be like Fri 16:00",
  ],
  [
    "soak without the environment where",
    "{ name: production, soak: 24h }",
    "environments.0.soak: needs after",
  ],
  [
    "a list of approvers that names nobody",
    "{ name: production, approvals: { users: [] } }",
    "environments.0.approvals.users: must name somebody",
  ],
  [
    "a team without its organisation",
    "{ name: production, approvals: { teams: [leads] } }",
    "environments.0.approvals.teams.0: must be a team such as acme/ml-leads",
  ],
])("%s is found when slipway.yaml is read", (_, environment, message) => {
  const text = `version: 1\nenvironments:\n  - ${environment}\n`;

  expect(() => parseConfig(text, "slipway.yaml")).toThrow(message);
});

test.each(["a: { after: a }", "a: { after: b }, b: { after: c }, c: { after: a }"])(
  "environments that come after themselves are refused: %s",
  (text) => {
    const environments = [...text.matchAll(/(\w): \{ after: (\w) \}/g)]
      .map(([, name, after]) => `  - { name: ${name}, after: ${after} }`)
      .join("\n");
    expect(() =>
      parseConfig(`version: 1\nenvironments:\n${environments}\n`, "slipway.yaml"),
    ).toThrow('slipway.yaml:3:23: "a" comes after itself, by way of `after`');
  },
);
