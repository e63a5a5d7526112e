#!/usr/bin/env node
// Syntax of old Nodes, so that they can say what is missing.
import { existsSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 15)) {
  const bundles = ["../dist/index.js", "../../../dist/index.js"].map(
    (path) => new URL(path, import.meta.url),
  );
  const bundle = bundles.find((path) => existsSync(path)) ?? bundles[1];
  import(bundle.href).then(({ start }) => start("cli"));
} else {
  process.stderr.write(`slipway needs Node 22.15 or newer; this is ${process.versions.node}\n`);
  process.exitCode = 2;
}
