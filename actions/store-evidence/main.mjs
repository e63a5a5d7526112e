import("../../dist/index.js").then(({ start }) => start("store-evidence"));
