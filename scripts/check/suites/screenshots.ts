import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { measurePage, takePicture } from "../chromium.ts";
import { demoFolder, readDemo } from "../read-demo.ts";
import { addCounts, claim, type Counts } from "../suite.ts";

const pngSignature = "89504e470d0a1a0a";
/** A blank page of this size compresses to less. */
const leastBytes = 8_000;
const narrowest = 500;

/** The report and the page of the story, as pictures beside them; neither is wider than its window. */
export async function checkScreenshots(): Promise<Counts> {
  const { report, pullRequestPage } = await readDemo();
  const parts = [await checkPage(report), await checkPage(pullRequestPage)];
  return addCounts(parts);
}

async function checkPage(page: string): Promise<Counts> {
  const file = join(demoFolder, page);
  const picture = file.replace(/\.html$/, ".png");
  const { width, height } = await measurePage(file, 1280);
  await takePicture(file, picture, { width: 1280, height });
  const bytes = await readFile(picture).catch(() => Buffer.alloc(0));
  const isPicture = bytes.subarray(0, 8).toString("hex") === pngSignature;
  const narrow = await measurePage(file, narrowest);
  return addCounts([
    claim(`${page} can be seen`, isPicture && bytes.length >= leastBytes, `${bytes.length} bytes`),
    claim("it fits a desk", width === 1280, `${width} pixels of 1280`),
    claim("it fits a hand", narrow.width === narrowest, `${narrow.width} pixels of ${narrowest}`),
  ]);
}
