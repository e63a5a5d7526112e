// The arrows of the architecture, see docs/architecture.md:
// kernel <- contracts <- domain and ports <- use case <- main.ts. Adapters implement ports; only main.ts, the CLI and the suite name them.
const { globSync, readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

const domain = "packages/(?:data|evaluation|registry|report|promotion|audit)";
// Parts of use cases that a second action needed: they see ports, as use cases do.
const shared = "packages/(?:policy|delivery)";
const adapters = "packages/(?:runner|github|git|engines/[^/]+|registries/[^/]+)";
const tests = "(?:^|/)test/|[.]test[.]ts$";
const sources = "^(?:packages|actions)/.+/src/";

/** The files that packages export, as regular expressions. */
function faces() {
  const manifests = globSync("{packages,packages/*,actions,examples}/*/package.json", {
    cwd: __dirname,
  });
  return manifests.flatMap((manifest) => {
    const { exports = {} } = JSON.parse(readFileSync(join(__dirname, manifest), "utf8"));
    const folder = dirname(manifest).replaceAll("\\", "/");
    return Object.values(exports).map((file) => `^${folder}/${file.replace("./", "")}$`);
  });
}

/** A rule of kind: what `from` may import is `allowed` alone (a list of regular expressions), builtins and packages of npm aside. */
function only(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: from },
    to: { path: "^(?:packages|actions|examples|scripts|test|bench)/", pathNot: allowed },
  };
}

/** A rule of kind: `to` may be imported from `from` alone. */
function reserved(name, comment, to, from) {
  return { name, comment, severity: "error", from: { pathNot: from }, to };
}

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "A cycle hides which part depends on which.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import that cannot be found is one that no rule can judge.",
      severity: "error",
      from: {},
      // A package of types alone has nothing that a bundler could find.
      to: { couldNotResolve: true, pathNot: "^@octokit/openapi-types$" },
    },
    {
      name: "kernel-imports-nothing",
      comment: "Everyone stands on the kernel, so that it stands on nothing.",
      severity: "error",
      from: { path: "^packages/kernel/src/" },
      to: { pathNot: "^packages/kernel/src/" },
    },
    only("contracts-below", "Contracts know the kernel alone.", "^packages/contracts/src/", [
      "^packages/(?:contracts|kernel)/src/",
    ]),
    only(
      "ports-below",
      "A port speaks of contracts, never of an adapter.",
      "^packages/ports/src/",
      ["^packages/(?:ports|contracts|kernel)/src/"],
    ),
    only("domain-below", "Decisions know neither the outside nor its ports.", `^${domain}/src/`, [
      "^packages/(?:contracts|kernel)/src/",
      `^${domain}/src/`,
    ]),
    only("shared-use-cases-below", "Like a use case, it names no adapter.", `^${shared}/src/`, [
      `^${shared}/src/`,
      "^packages/(?:ports|contracts|kernel)/src/",
      `^${domain}/src/`,
    ]),
    {
      name: "domain-is-pure",
      comment: "Domain code computes; what it needs of the world is handed to it.",
      severity: "error",
      from: { path: `^(?:packages/(?:kernel|contracts|ports)|${domain}|${shared})/src/` },
      to: { dependencyTypes: ["core"] },
    },
    only("adapters-implement-ports", "An adapter decides nothing.", `^(${adapters})/src/`, [
      "^$1/src/",
      "^packages/(?:ports|contracts|kernel|report)/src/",
    ]),
    {
      ...only(
        "use-cases-name-no-adapter",
        "A use case sees ports; its main.ts picks the adapters.",
        "^(actions/[^/]+)/src/",
        [
          "^$1/src/",
          "^packages/(?:ports|contracts|kernel|runner)/src/",
          `^${domain}/src/`,
          `^${shared}/src/`,
        ],
      ),
      // inputs.ts takes the vocabulary of inputs (`field.*`) from the runner.
      from: { path: "^(actions/[^/]+)/src/", pathNot: "/src/(?:main|inputs)[.]ts$" },
    },
    {
      name: "use-cases-take-types-of-the-runner",
      comment: "What runAction hands over and takes back has types there; its code is for main.ts.",
      severity: "error",
      from: { path: "^actions/[^/]+/src/", pathNot: "/src/(?:main|inputs|index)[.]ts$" },
      to: { path: "^packages/runner/src/", dependencyTypesNot: ["type-only"] },
    },
    only(
      "inputs-use-fields",
      "Inputs know the runner's fields.",
      "^(actions/[^/]+)/src/inputs[.]ts$",
      ["^$1/src/", "^packages/(?:runner|ports|contracts|kernel)/src/", `^${domain}/src/`],
    ),
    {
      name: "actions-are-islands",
      comment: "Actions compose through contract files and outputs alone.",
      severity: "error",
      from: { path: "^actions/([^/]+)/" },
      to: { path: "^actions/", pathNot: "^actions/$1/" },
    },
    reserved(
      "actions-sdk-in-runner",
      "The Actions runtime has one adapter.",
      { path: "node_modules/@actions/", pathNot: "node_modules/@actions/github/" },
      // The stub of upload-artifact and the fakes use the real client against our own service.
      ["^packages/runner/", "^node_modules/", tests, "^packages/testkit/"],
    ),
    reserved(
      "octokit-in-github",
      "GitHub's API has one adapter.",
      { path: "node_modules/(?:@octokit/|@actions/github/)" },
      ["^packages/github/", "^node_modules/", tests, "^packages/testkit/"],
    ),
    reserved(
      "duckdb-in-its-engine",
      "An engine is an adapter like any other.",
      { path: "node_modules/@duckdb/" },
      ["^packages/engines/duckdb/", "^node_modules/", tests, "^(?:scripts|examples|bench)/"],
    ),
    {
      name: "faces-only",
      comment: "A package is entered through what its package.json exports.",
      severity: "error",
      from: {
        // One alternative a depth: nested repetitions are refused as unsafe.
        path: "^(packages/engines/[^/]+|packages/registries/[^/]+|packages/[^/]+|actions/[^/]+|examples/[^/]+)/",
      },
      to: {
        path: "^(?:packages|actions|examples)/",
        pathNot: ["^$1/", ...faces()],
      },
    },
    {
      name: "testkit-in-tests",
      comment: "Fakes are for tests, scripts and the demo.",
      severity: "error",
      from: { path: sources, pathNot: ["^packages/testkit/", tests] },
      to: { path: "^packages/testkit/" },
    },
    {
      name: "no-tests-in-production",
      comment: "Production code imports neither tests nor scripts.",
      severity: "error",
      from: { path: sources, pathNot: ["^packages/testkit/", tests] },
      to: { path: "^(?:test|scripts|bench|examples)/|/test/" },
    },
    {
      name: "no-development-dependency",
      comment: "What production code imports is installed with it.",
      severity: "error",
      from: { path: sources, pathNot: ["^packages/testkit/", tests] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(?:^|/)(?:dist|demo-out|golden)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".mjs", ".js", ".json"],
    },
  },
};
