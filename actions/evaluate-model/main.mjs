import("../../dist/index.js").then(({ start }) => start("evaluate-model"));
