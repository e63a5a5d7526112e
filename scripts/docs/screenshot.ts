/**
 * Takes the picture in the README: the comment on the demo's blocked pull request, as it stood after the first push.
 * Run it after `npm run demo`, look at the picture, and commit it:
 *
 *   node scripts/docs/screenshot.ts
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measurePage, takePicture } from "../check/chromium.ts";
import { root } from "../check/run-command.ts";
import { shrinkPng } from "./shrink-png.ts";

const page = join(root, "demo-out", "pull-requests.html");
const picture = join(root, "docs", "images", "comment.png");
const width = 1012;
/** The limit of test/repository/repository.test.ts. */
const mostBytes = 150 * 1024;

// The chapter of the damaged data; its first comment is the one before the repair.
const only = `<style>
  body { background: #fff !important; }
  main { padding: 8px !important; }
  main > :not(#damage), #damage > :not(section:first-of-type) { display: none; }
  #damage { margin: 0 !important; }
  section { margin: 0 !important; }
</style>`;

const folder = await mkdtemp(join(tmpdir(), "slipway-picture-"));
try {
  const cropped = join(folder, "comment.html");
  await writeFile(cropped, (await readFile(page, "utf8")).replace("</html>", `${only}</html>`));
  const { height } = await measurePage(cropped, width);
  await takePicture(cropped, picture, { width, height });
  const small = shrinkPng(await readFile(picture));
  await writeFile(picture, small);
  const size = small.length;
  process.stdout.write(`${picture}: ${width} × ${height}, ${size} bytes\n`);
  if (size > mostBytes) throw new Error(`the picture is larger than ${mostBytes} bytes`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
