import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { listFiles, readText, root } from "./list-files.ts";

const files = listFiles();
const written = files.filter((path) => !path.startsWith("dist/"));
const manifests = files.filter(
  (path) => /(^|\/)package\.json$/.test(path) && !path.startsWith("dist/"),
);

test("lockfiles name packages and hashes, never a registry", () => {
  const lockfiles = files.filter((path) => /(package-lock\.json|pnpm-lock\.yaml)$/.test(path));

  expect(lockfiles.length).toBeGreaterThanOrEqual(2);
  expect(lockfiles.filter((path) => /https?:\/\//.test(readText(path)))).toEqual([]);
});

test("sources name no registry's host", () => {
  const code = written.filter((path) => /^(packages|actions|scripts|\.ci)\//.test(path));
  const sources = code.filter((path) => !/(^|\/)(test|node_modules)\//.test(path));
  const hosts = /registry\.(npmjs|yarnpkg)\.|pypi\.org|files\.pythonhosted|proxy\.golang/;

  expect(sources.filter((path) => hosts.test(readText(path)))).toEqual([]);
});

test("no file names a path of somebody's machine", () => {
  const machine =
    /(?:^|[\s"'`(=:])(?:\/home\/(?!me\b|runner\b)[a-z]|\/Users\/(?!me\b)[A-Za-z]|\/root\/|[A-Z]:\\Users\\)/m;
  // `/home/me` and the hosted runner's `/home/runner` are nobody's.
  const allowed = new Set(["test/repository/repository.test.ts"]);

  const found = written.filter((path) => !allowed.has(path) && machine.test(readText(path)));

  expect(found).toEqual([]);
});

test("no file holds what looks like a secret", () => {
  const secrets = [
    /\bAKIA[0-9A-Z]{16}\b/,
    /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
    /\bgithub_pat_[A-Za-z0-9_]{40,}\b/,
    /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
    /-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----/,
    /\bnpm_[A-Za-z0-9]{36}\b/,
  ];

  const found = files.filter((path) => secrets.some((secret) => secret.test(readText(path))));

  expect(found).toEqual([]);
});

test("every user downloads the tree, so that no file of it is large", () => {
  const large = written.filter((path) => statSync(join(root, path)).size > 512 * 1024);
  const pictures = written.filter((path) => /\.(png|jpe?g|gif)$/.test(path));

  expect(large).toEqual([]);
  expect(pictures.filter((path) => statSync(join(root, path)).size > 150 * 1024)).toEqual([]);
});

test("an action has its contract, its README, its one line of start and its parts", () => {
  const names = new Set(files.flatMap((path) => /^actions\/([^/]+)\/src\//.exec(path)?.[1] ?? []));
  const wanted = ["action.yml", "README.md", "main.mjs", "src/main.ts", "src/inputs.ts"];

  const missing = [...names].flatMap((name) => {
    return wanted.map((file) => `actions/${name}/${file}`).filter((path) => !files.includes(path));
  });

  expect(missing).toEqual([]);
  for (const name of names) {
    expect(readText(`actions/${name}/main.mjs`).trim()).toBe(
      `import("../../dist/index.js").then(({ start }) => start("${name}"));`,
    );
    expect(parse(readText(`actions/${name}/action.yml`))).toMatchObject({
      runs: { using: "node24", main: "main.mjs" },
    });
  }
});

test("a package is entered through one index.ts that lists its names, without defaults or stars", () => {
  const faces = files.filter((path) => /^(packages|actions)\/.+\/src\/index\.ts$/.test(path));
  const loose = faces.filter((path) => /export \*|export default/.test(readText(path)));

  expect(faces.length).toBeGreaterThan(0);
  expect(loose).toEqual([]);
});

test("one version for the suite, since `uses:` pins the repository", () => {
  const own = manifests.filter((path) => !/^(tools|\.ci)\//.test(path));
  const schema = z.object({ version: z.string() });
  const versions = own.map((path) => schema.parse(JSON.parse(readText(path))).version);

  expect(new Set(versions).size).toBe(1);
});

test("no package.json switches package managers or runtimes", () => {
  const switching = manifests.filter((path) => {
    return /"(packageManager|devEngines)"/.test(readText(path));
  });

  expect(switching).toEqual([]);
});

test("nothing may run at install time", () => {
  const schema = z.looseObject({ allowBuilds: z.record(z.string(), z.unknown()) });

  expect(schema.parse(parse(readText("pnpm-workspace.yaml"))).allowBuilds).toEqual({});
  expect(readText(".npmrc")).toMatch(/^ignore-scripts=true$/m);
});

test("whatever a workflow uses is pinned by SHA, with the version beside it", () => {
  const workflows = files.filter((path) => /workflows\/[^/]+\.ya?ml$/.test(path));
  const uses = workflows.flatMap((path) => {
    return [...readText(path).matchAll(/^\s*(?:- )?uses: *(.+)$/gm)].map((match) => match[1] ?? "");
  });

  expect(uses.length).toBeGreaterThan(0);
  const loose = uses.filter((use) => !/^\.\//.test(use) && !/@[0-9a-f]{40} # v\d/.test(use));
  expect(loose).toEqual([]);
});

test("a file is named in kebab case, and for what it is", () => {
  const code = written.filter((path) =>
    /^(packages|actions|scripts|test)\/.+\.(ts|mjs)$/.test(path),
  );
  const names = code.map((path) => path.split("/").at(-1) ?? "");

  expect(names.filter((name) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name))).toEqual([]);
  expect(names.filter((name) => /^(utils?|helpers?|common|misc|.*manager)\./.test(name))).toEqual(
    [],
  );
});
