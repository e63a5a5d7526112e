import("../../dist/index.js").then(({ start }) => start("comment-metrics"));
