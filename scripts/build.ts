/**
 * Builds dist/, the one bundle that every action and the committed CLI start from.
 *
 *   node scripts/build.ts           replaces dist/
 *   node scripts/build.ts FOLDER    builds into FOLDER instead, which is emptied
 */
import { join, resolve } from "node:path";
import { buildSuite } from "./check/build-suite.ts";
import { root } from "./check/run-command.ts";

const folder = resolve(process.argv[2] ?? join(root, "dist"));
const built = await buildSuite(folder);
const sizeKiB = Math.round(built.sizeBytes / 1024);
process.stdout.write(`${folder}: ${built.files.length} files, ${sizeKiB} KiB, ${built.digest}\n`);
