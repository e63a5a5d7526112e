import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { demoFolder, readDemo } from "../read-demo.ts";
import { runCommand } from "../run-command.ts";
import { addCounts, oneCheck, type Counts } from "../suite.ts";
import { ensureChromium } from "../tools.ts";

const pngSignature = "89504e470d0a1a0a";
/** A blank page of this size compresses to less. */
const leastBytes = 8_000;

/** The report and the page with the pull requests, as pictures beside them. */
export async function checkScreenshots(): Promise<Counts> {
  const { report, pullRequestPage } = await readDemo();
  const chromium = await ensureChromium();
  const isReport = await takePicture(chromium, report);
  const isPage = await takePicture(chromium, pullRequestPage);
  return addCounts([oneCheck(isReport), oneCheck(isPage)]);
}

async function takePicture(chromium: string, page: string): Promise<boolean> {
  const picture = join(demoFolder, page.replace(/\.html$/, ".png"));
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
      // Headless Chromium pictures the window, not the page: tall enough for both.
      "--window-size=1280,6000",
      `--screenshot=${picture}`,
      pathToFileURL(join(demoFolder, page)).href,
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
