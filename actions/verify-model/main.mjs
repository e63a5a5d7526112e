import("../../dist/index.js").then(({ start }) => start("verify-model"));
