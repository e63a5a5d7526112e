import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { requireCommand } from "./run-command.ts";
import { ensureChromium } from "./tools.ts";

/** A window, in CSS pixels. */
export type Size = { readonly width: number; readonly height: number };

/** Pictures the window, not the page: what does not fit into `size` is cut off. @throws Error where Chromium fails */
export async function takePicture(page: string, picture: string, size: Size): Promise<void> {
  await rm(picture, { force: true });
  const { width, height } = size;
  await runChromium(page, [`--window-size=${width},${height}`, `--screenshot=${picture}`]);
}

/** How large a page is in a window of this width, at least 500 pixels: Chromium makes none smaller. A page that is wider overflows. */
export async function measurePage(page: string, windowWidth: number): Promise<Size> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-page-"));
  const script = `<script>
    const { scrollWidth, clientWidth } = document.documentElement;
    const { height } = document.documentElement.getBoundingClientRect();
    const over = Math.max(0, scrollWidth - clientWidth);
    document.title = ["size", innerWidth + over, Math.ceil(height)].join(" ");
  </script>`;
  try {
    const copy = join(folder, "page.html");
    // Reports allow no scripts, so that only a copy without that rule can say how large it is.
    const html = (await readFile(page, "utf8")).replace(
      /<meta[^>]*Content-Security-Policy[^>]*>/i,
      "",
    );
    await writeFile(copy, `${html}${script}`);
    const drawn = await runChromium(copy, [`--window-size=${windowWidth},1000`, "--dump-dom"]);
    const found = /<title>size (\d+) (\d+)<\/title>/.exec(drawn);
    if (found === null) throw new Error(`${page} does not say how large it is`);
    return { width: Number(found[1]), height: Number(found[2]) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runChromium(page: string, args: readonly string[]): Promise<string> {
  // The container's root has no user namespaces to build a sandbox from; the page is ours.
  const quiet = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
  const profile = await mkdtemp(join(tmpdir(), "slipway-chromium-"));
  try {
    const all = [...quiet, `--user-data-dir=${profile}`, ...args, pathToFileURL(page).href];
    return await requireCommand(await ensureChromium(), all);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
