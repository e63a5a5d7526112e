import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{packages,actions,examples,test}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "dist/**", "test/slow/**"],
    testTimeout: 60_000,
    reporters: ["default", "./scripts/counting-reporter.ts"],
  },
});
