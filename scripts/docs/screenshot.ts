/**
 * Takes the picture in the README: the comment on the demo's blocked pull request, as it stood after the first push.
 * Run it after `npm run demo`, look at the picture, and commit it:
 *
 *   node scripts/docs/screenshot.ts
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { requireCommand, root } from "../check/run-command.ts";
import { ensureChromium } from "../check/tools.ts";
import { shrinkPng } from "./shrink-png.ts";

const page = join(root, "demo-out", "pull-requests.html");
const picture = join(root, "docs", "images", "comment.png");
const width = 1012;
/** The limit of test/repository/repository.test.ts. */
const mostBytes = 150 * 1024;

// The second pull request is the damaged one; its first comment is the one before the repair.
const only = `<style>
  body { background: #fff !important; }
  main { padding: 8px !important; }
  article, article > :not(section) { display: none; }
  article:nth-of-type(2) { display: block; margin: 0 !important; }
  article section:not(:first-of-type) { display: none; }
  section { margin: 0 !important; }
</style>
<script>document.title = "height " + Math.ceil(document.querySelector("main").getBoundingClientRect().height);</script>`;

const folder = await mkdtemp(join(tmpdir(), "slipway-picture-"));
try {
  const cropped = join(folder, "comment.html");
  await writeFile(cropped, (await readFile(page, "utf8")).replace("</html>", `${only}</html>`));
  const drawn = await chromium(cropped, [`--window-size=${width},1000`, "--dump-dom"]);
  const height = /<title>height (\d+)<\/title>/.exec(drawn)?.[1];
  if (height === undefined) throw new Error("the page does not say how high the comment is");
  await chromium(cropped, [`--window-size=${width},${height}`, `--screenshot=${picture}`]);
  const small = shrinkPng(await readFile(picture));
  await writeFile(picture, small);
  const size = small.length;
  process.stdout.write(`${picture}: ${width} × ${height}, ${size} bytes\n`);
  if (size > mostBytes) throw new Error(`the picture is larger than ${mostBytes} bytes`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function chromium(file: string, args: readonly string[]): Promise<string> {
  // The container's root has no user namespaces to build a sandbox from; the page is ours.
  const quiet = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
  const profile = `--user-data-dir=${join(folder, "profile")}`;
  const url = pathToFileURL(file).href;
  return requireCommand(await ensureChromium(), [...quiet, profile, ...args, url]);
}
