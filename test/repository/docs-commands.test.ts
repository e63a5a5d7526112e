import { createProgram } from "@slipway/cli";
import { inputs, planEvaluations } from "@slipway/evaluate-model";
import { parseInputs } from "@slipway/runner";
import { expect, test } from "vitest";
import { readText } from "./list-files.ts";

const helped = createProgram(() => undefined).commands.map((command) => {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return { name: command.name(), text };
});
const shown = [
  ...commandsIn(readText("README.md")),
  ...helped.flatMap(({ text }) => commandsIn(text)),
];

test("every verb's help has an example of that verb", () => {
  const missing = helped.filter(
    ({ name, text }) => !commandsIn(text).some(([verb]) => verb === name),
  );

  expect(missing.map(({ name }) => name)).toEqual([]);
});

test.each(shown.map((words) => ({ line: words.join(" "), words })))(
  "slipway $line is understood",
  async ({ words }) => {
    const program = createProgram(() => undefined);
    let flags: Record<string, unknown> | undefined;
    for (const command of program.commands) {
      command.action(() => {
        flags = command.opts();
      });
    }

    await program.parseAsync(words, { from: "user" });

    expect(flags).toBeDefined();
    if (words[0] === "evaluate") await expectPlanned(flags ?? {});
  },
);

/** Gates and columns have a small grammar of their own. */
async function expectPlanned(flags: Readonly<Record<string, unknown>>): Promise<void> {
  const read = (name: string): string => {
    const value = flags[name.replaceAll(/-[a-z]/g, (letter) => letter.slice(1).toUpperCase())];
    return Array.isArray(value) ? value.join("\n") : typeof value === "string" ? value : "";
  };
  const parsed = parseInputs(inputs, { read, title: (name) => name });

  const [request] = await planEvaluations(parsed, () => {
    throw new Error("the example needs no slipway.yaml");
  });

  expect(request?.rules).toHaveLength(parsed.gate.length);
}

/** The words of each `slipway VERB …` that stands at the beginning of a line, or behind `&&`. */
function commandsIn(text: string): string[][] {
  return text
    .replaceAll(/\\\n\s*/g, "")
    .split(/\n|&&/)
    .map((line) => line.trim())
    .filter((line) => /^slipway [a-z]+( |$)/.test(line))
    .map((line) => {
      const words = line.match(/"[^"]*"|\S+/g) ?? [];
      return words.slice(1).map((word) => word.replaceAll('"', ""));
    });
}
