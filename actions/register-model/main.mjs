import("../../dist/index.js").then(({ start }) => start("register-model"));
