import { createProgram } from "@slipway/cli";
import { inputs, planEvaluations } from "@slipway/evaluate-model";
import { parseInputs } from "@slipway/runner";
import { expect, test } from "vitest";
import { readText } from "./list-files.ts";

type Verb = ReturnType<typeof createProgram>;

const helped = verbsOf(createProgram(() => undefined)).map(({ name, verb }) => {
  let text = "";
  verb.configureOutput({ writeOut: (part) => (text += part) });
  verb.outputHelp();
  return { name, text };
});
const shown = [
  ...commandsIn(readText("README.md")),
  ...helped.flatMap(({ text }) => commandsIn(text)),
];

test("every verb's help has an example of that verb", () => {
  const missing = helped.filter(
    ({ name, text }) => !commandsIn(text).some((words) => `${words.join(" ")} `.startsWith(name)),
  );

  expect(missing.map(({ name }) => name)).toEqual([]);
});

test.each(shown.map((words) => ({ line: words.join(" "), words })))(
  "slipway $line is understood",
  async ({ words }) => {
    const program = createProgram(() => undefined);
    let flags: Record<string, unknown> | undefined;
    for (const { verb } of verbsOf(program)) {
      verb.action(() => {
        flags = verb.opts();
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

/** Every verb that does something, by its words with a space behind: `verify model ` for one in two words. */
function verbsOf(
  command: Verb,
  above = "",
): readonly { readonly name: string; readonly verb: Verb }[] {
  return command.commands.flatMap((verb) => {
    const name = `${above}${verb.name()} `;
    return verb.commands.length === 0 ? [{ name, verb }] : verbsOf(verb, name);
  });
}

/** The words of each `slipway VERB …` that stands at the beginning of a line, or behind `&&`, up to a pipe. */
function commandsIn(text: string): string[][] {
  return text
    .replaceAll(/\\\n\s*/g, "")
    .split(/\n|&&/)
    .map((line) => line.replace(/ \|.*/, "").trim())
    .filter((line) => /^slipway [a-z]+( |$)/.test(line))
    .map((line) => {
      const words = line.match(/"[^"]*"|\S+/g) ?? [];
      return words.slice(1).map((word) => word.replaceAll('"', ""));
    });
}
