import fc from "fast-check";
import { marked } from "marked";
import { expect, test } from "vitest";
import {
  plainStyle,
  renderHistory,
  renderHistoryText,
  renderPromotion,
  renderPromotionText,
  renderRegistration,
  renderRegistrationText,
  renderVerification,
  renderVerificationText,
} from "../../src/index.ts";
import {
  aHistory,
  aModelCheck,
  anAudit,
  aPromotion,
  approvedByJo,
  aRegistration,
  events,
  policy,
  rules,
} from "./builders.ts";

const pieces = [
  "|",
  "\\",
  "`",
  "``",
  "@all",
  "@mara",
  "#1",
  "a/b#2",
  "$x$",
  "<!--",
  "-->",
  "<b>",
  "</details>",
  "</summary>",
  "<script>alert(1)</script>",
  "[x](javascript:alert(1))",
  "![x](y)",
  "https://evil.example",
  "www.evil.example",
  "*",
  "**",
  "_",
  "~~",
  "\n",
  "\r\n",
  "\n\n# x\n",
  "\u2028",
  "\u0000",
  "\u001b[31m",
  "\u001b]8;;x\u0007",
  "\u202e",
  "&#64;",
  "> [!TIP]",
  "- x",
  "1. x",
  "---",
  ":tada:",
  "x",
  " ",
  '"',
  "'",
  "${{ github.token }}",
  "::error::x",
  "\n::set-output name=x::y",
  "##[set-output name=x]y",
  "🙂",
  "\ud800",
];
const hostile = fc.oneof(
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 10 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
  fc.constantFrom(...pieces).map((piece) => piece.repeat(300)),
);

/** Every document with `text` in every field that is text, even in those that no reader would let in. */
function documentsWith(text: string) {
  const person = { login: text, id: 1 };
  const approvals = [{ ...approvedByJo, person, note: text }];
  const hostileRules = rules.map((rule, index) => ({
    ...rule,
    state: (["met", "unmet", "waiting", "skipped"] as const)[index % 4] ?? ("met" as const),
    title: text,
    detail: text,
  }));
  const version = { version: text, digest: { sha256: text }, entry: 1 };
  const promotion = {
    model: text,
    version: text,
    digest: { sha256: text },
    environment: text,
    from: version,
    reason: text,
    hold: true,
    rules: hostileRules,
    approvals,
    policy: { ...policy, file: text, ref: text, commit: text },
    decidedAt: text,
    tag: text,
    proof: text,
    notices: [text, text],
  };
  const checks = [
    { id: "a", title: text, outcome: "fail" as const, detail: text, entry: 7 },
    { id: "b", title: text, outcome: "pass" as const, detail: text },
  ];
  return {
    promotions: [
      aPromotion(promotion),
      aPromotion({ ...promotion, direction: "rollback", dryRun: true }),
      aPromotion({ ...promotion, state: "refused", outcome: "fail" }),
      aPromotion({ ...promotion, state: "waiting", authors: [], alreadyThere: true }),
    ],
    registration: aRegistration({
      model: text,
      version: text,
      digest: { sha256: text },
      commit: text,
      tag: text,
      signature: text,
      proof: text,
      notices: [text],
    }),
    histories: [null, text].map((environment) =>
      aHistory({
        model: text,
        environment,
        at: environment,
        log: { size: 1, root: { sha256: text } },
        current: [
          {
            environment: text,
            version: text,
            digest: { sha256: text },
            since: text,
            entry: 1,
            hold: text,
          },
        ],
        events: events.map((event) =>
          event.type === "registered"
            ? { ...event, version: text, time: text }
            : {
                ...event,
                version: text,
                time: text,
                environment: text,
                reason: text,
                approvals,
                rules: hostileRules,
              },
        ),
      }),
    ),
    verifications: [
      anAudit({ outcome: "fail", key: text, root: { sha256: text }, checks }),
      aModelCheck({
        outcome: "fail",
        path: text,
        digest: { sha256: text },
        model: text,
        version: text,
        environment: text,
        checks,
      }),
    ],
  };
}

function markdownWith(text: string): string[] {
  const { promotions, registration, histories, verifications } = documentsWith(text);
  return [
    ...promotions.map(renderPromotion),
    renderRegistration(registration),
    ...histories.map(renderHistory),
    ...verifications.map(renderVerification),
  ];
}

function terminalWith(text: string): string[] {
  const { promotions, registration, histories, verifications } = documentsWith(text);
  return [
    ...promotions.map((one) => renderPromotionText(one, plainStyle)),
    renderRegistrationText(registration, plainStyle),
    ...histories.map((one) => renderHistoryText(one, plainStyle)),
    ...verifications.map((one) => renderVerificationText(one, plainStyle)),
  ];
}

const tags =
  /^<\/?(?:h3|blockquote|p|strong|code|sub|span|br|table|thead|tbody|tr|th(?: align="(?:left|right)")?|td(?: align="(?:left|right)")?|details|summary|ul|li|a|a href="https:\/\/github\.example\/acme\/flights\/deployments\/77")\/?>$/;
const unsafeCharacters = (text: string): string =>
  text.replace(/[\n\u2060]/g, "").replace(/[^\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, "");
const count = (text: string, part: string): number => text.split(part).length - 1;

/** The text that GitHub's filters see: rendered, without code, entities decoded. */
function liveText(html: string): string {
  return html
    .replace(/<code>[^<]*<\/code>/g, " ")
    .replace(/<span>[^<]*<\/span>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(
      /&(lt|gt|quot|amp);/g,
      (_, name: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? "",
    );
}

test("no text in a document of the delivery becomes markup, a mention, a reference or a link in Markdown", () => {
  const shapes = markdownWith("x").map((markdown) => marked.parse(markdown, { async: false }));

  fc.assert(
    fc.property(hostile, (text) => {
      for (const [index, markdown] of markdownWith(text).entries()) {
        const html = marked.parse(markdown, { async: false });
        const shape = shapes[index] ?? "";

        expect(unsafeCharacters(markdown)).toBe("");
        expect(markdown).not.toContain("<!--");
        expect((html.match(/<[^>]*>?/g) ?? []).filter((tag) => !tags.test(tag))).toEqual([]);
        expect(liveText(html)).not.toMatch(/@[a-z\d]|#\d|\bGH-\d|:\/\/|www\.|:[\w+-]+:|\$/i);
        for (const tag of ["<tr>", "<td", "<p>", "<details>", "<li>", "<blockquote>", "<h3>"])
          expect([tag, count(html, tag)]).toEqual([tag, count(shape, tag)]);
      }
    }),
    { numRuns: 60 },
  );
});

test("no text in a document of the delivery moves the cursor, begins a line or speaks to the runner on a terminal", () => {
  const shapes = terminalWith("x").map((text) => count(text, "\n"));

  fc.assert(
    fc.property(hostile, (text) => {
      for (const [index, printed] of terminalWith(text).entries()) {
        expect(unsafeCharacters(printed)).toBe("");
        expect(count(printed, "\n")).toBe(shapes[index]);
        expect(printed).not.toMatch(/^\s*::|##\[/m);
      }
    }),
    { numRuns: 60 },
  );
});

test("a document of the longest texts stays within the budget of a job summary", () => {
  const { promotions, verifications } = documentsWith("|`@x".repeat(2500));

  for (const markdown of promotions.map(renderPromotion))
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(1_000_000);
  for (const markdown of verifications.map(renderVerification))
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(1_000_000);
});

test("backticks around a name make it code, and one without a partner does not", () => {
  const check = {
    id: "a",
    title: "`production` is right",
    outcome: "pass" as const,
    detail: "a ` b",
  };

  const markdown = renderVerification(anAudit({ checks: [check] }));

  expect(markdown).toContain("| 🟢 pass | `production` is right | a &#96; b |");
});
