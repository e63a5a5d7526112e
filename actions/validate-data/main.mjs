import("../../dist/index.js").then(({ start }) => start("validate-data"));
