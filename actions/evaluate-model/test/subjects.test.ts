import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace, csv, failureOf, only } from "./workspace.ts";

const table = csv(
  ["id", "y", "p"],
  [
    ["a", 1, 1],
    ["b", 0, 0],
  ],
);

test("the command that writes the results runs first, and its failure is the user's", async () => {
  const yaml = (run: string) => `version: 1
evaluations:
  - name: late
    run: ${JSON.stringify(run)}
    results: a.csv
    task: binary
    columns: { id: id, label: y, prediction: p }
    gates: [{ metric: accuracy, min: 0.5 }]
`;
  const workspace = createWorkspace({ "made.csv": table });
  workspace.write({ "slipway.yaml": yaml("node -e \"fs.copyFileSync('made.csv', 'a.csv')\"") });

  const evidence = only(await workspace.evaluate({}));
  workspace.write({ "slipway.yaml": yaml("exit 3") });
  const failure = await failureOf(workspace.evaluate({}));

  expect(evidence.outcome).toBe("pass");
  expect(failure.code).toBe("SW1501");
  expect(existsSync(join(workspace.root, "a.csv"))).toBe(true);
  workspace.remove();
});

test("a model of slipway.yaml is a subject by the digest of its bytes, whatever the time of its files", async () => {
  const yaml = `version: 1
evaluations:
  - name: late
    results: a.csv
    task: binary
    columns: { label: y, prediction: p }
    gates: [{ metric: accuracy, min: 0.5 }]
models:
  - { name: late, path: model, evaluations: [late] }
`;
  const digestOf = async (weights: string) => {
    const workspace = createWorkspace({
      "a.csv": table,
      "slipway.yaml": yaml,
      "model/weights.json": weights,
      "model/nested/vocabulary.txt": "a\nb\n",
    });
    const { subjects } = only(await workspace.evaluate({}));
    workspace.remove();
    return subjects;
  };

  const first = await digestOf("[1]");
  const again = await digestOf("[1]");
  const other = await digestOf("[2]");

  expect(first.map(({ name }) => name)).toEqual(["a.csv", "model"]);
  expect(again).toEqual(first);
  expect(other[0]).toEqual(first[0]);
  expect(other[1]?.digest).not.toEqual(first[1]?.digest);
});

test("a link that leads out of the workspace is not followed", async () => {
  const outside = createWorkspace({ "secret.csv": table });
  const workspace = createWorkspace();
  symlinkSync(join(outside.root, "secret.csv"), join(workspace.root, "a.csv"));

  const failure = await failureOf(
    workspace.evaluate({ results: "a.csv", task: "binary", columns: "label=y,prediction=p" }),
  );

  expect(failure.code).toBe("SW1302");
  workspace.remove();
  outside.remove();
});
