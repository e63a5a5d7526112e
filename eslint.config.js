import js from "@eslint/js";
import tseslint from "typescript-eslint";

const moduleMocking = ["mock", "doMock", "hoisted", "importMock"].map((property) => ({
  object: "vi",
  property,
  message: "Fakes, not mocks: a fake behaves and lives in packages/testkit.",
}));

export default tseslint.config(
  { ignores: ["dist/**", "demo-out/**", ".ci/**", "**/node_modules/**", "**/*.mjs", "**/*.cjs"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-restricted-properties": ["error", ...moduleMocking],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", { max: 3 }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: [
      "packages/{kernel,contracts,ports,data,evaluation,registry,report,promotion,audit}/src/**/*.ts",
    ],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["node:*", "@actions/*", "@octokit/*", "@duckdb/*"],
              message: "Domain code is pure.",
            },
          ],
        },
      ],
      "no-restricted-globals": ["error", "process", "fetch", "Date", "performance", "crypto"],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "Randomness is injected.",
        },
      ],
    },
  },
  {
    files: [
      "**/*.test.ts",
      "test/**/*.ts",
      "scripts/**/*.ts",
      "packages/testkit/**/*.ts",
      "bench/**/*.ts",
      "**/test/**/*.ts",
    ],
    rules: {
      "max-lines-per-function": "off",
      "max-lines": ["error", { max: 300, skipBlankLines: true }],
      "no-console": "off",
    },
  },
  {
    files: ["*.config.ts", "*.config.js", "scripts/counting-reporter.ts"],
    rules: { "no-restricted-exports": "off" },
  },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
