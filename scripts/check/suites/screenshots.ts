import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, runCommand } from "../run-command.ts";
import { addCounts, oneCheck, type Counts } from "../suite.ts";
import { ensureChromium } from "../tools.ts";

const folder = join(root, "demo-out");
const pngSignature = "89504e470d0a1a0a";
/** A blank page of this size compresses to less. */
const leastBytes = 8_000;

/** Each page that the demo wrote, as a picture beside it. */
export async function checkScreenshots(): Promise<Counts> {
  const pages = await findPages();
  if (pages.length === 0) throw new Error("demo-out/ has no page. Run `npm run demo` first.");
  const chromium = await ensureChromium();
  const results: Counts[] = [];
  for (const page of pages) results.push(oneCheck(await takePicture(chromium, page)));
  return addCounts(results);
}

async function findPages(): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(".html")).sort();
}

async function takePicture(chromium: string, page: string): Promise<boolean> {
  const picture = join(folder, page.replace(/\.html$/, ".png"));
  const profile = await mkdtemp(join(tmpdir(), "slipway-chromium-"));
  await rm(picture, { force: true });
  const { output } = await runCommand(
    chromium,
    [
      "--headless=new",
      // The container's root has no user namespaces to build a sandbox from; the page is ours.
      "--no-sandbox",
      "--disable-gpu",
      "--hide-scrollbars",
      `--user-data-dir=${profile}`,
      "--window-size=1280,2400",
      `--screenshot=${picture}`,
      pathToFileURL(join(folder, page)).href,
    ],
    { isQuiet: true },
  );
  await rm(profile, { recursive: true, force: true });
  const bytes = await readFile(picture).catch(() => Buffer.alloc(0));
  const isPicture = bytes.subarray(0, 8).toString("hex") === pngSignature;
  const isFull = isPicture && bytes.length >= leastBytes;
  process.stdout.write(`${page}: ${bytes.length} bytes of PNG${isFull ? "" : `\n${output}`}\n`);
  return isFull;
}
