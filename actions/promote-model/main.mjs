import("../../dist/index.js").then(({ start }) => start("promote-model"));
