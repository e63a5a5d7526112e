import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { FakeGitHub } from "@slipway/testkit";
import { Marked } from "marked";

const alerts: Readonly<Record<string, string>> = {
  CAUTION: "Caution",
  WARNING: "Warning",
  NOTE: "Note",
  TIP: "Tip",
  IMPORTANT: "Important",
};

/** A comment as it stood after one push. */
export type Snapshot = {
  readonly pull: number;
  readonly comment: number;
  readonly after: string;
  readonly author: string;
  readonly body: string;
};

/** What a pull request's comment says now; there has to be exactly one. */
export function snapshotOf(
  github: FakeGitHub,
  repository: string,
  at: { readonly pull: number; readonly after: string },
): Snapshot {
  const comments =
    github.state.repositories
      .get(repository)
      ?.comments.filter(({ pullNumber }) => pullNumber === at.pull) ?? [];
  const [only, ...others] = comments;
  if (only === undefined || others.length > 0)
    throw new Error(`pull request ${at.pull} has ${comments.length} comments, not one`);
  return { ...at, comment: only.id, author: only.author, body: only.body };
}

/** The pull requests with their comments, oldest first. */
export function pullRequestArticles(
  github: FakeGitHub,
  repository: string,
  history: readonly Snapshot[],
): string {
  const pulls = github.state.repositories.get(repository)?.pulls ?? [];
  const drawn = pulls.map((pull) => {
    const from =
      pull.headRepository === repository ? pull.headRef : `${pull.headRepository}:${pull.headRef}`;
    const comments = history.filter((snapshot) => snapshot.pull === pull.number).map(drawSnapshot);
    const verb = pull.mergedAt === null ? "wants to merge" : "merged";
    return `<article><h1>${escape(pull.title)} <small>#${pull.number}</small></h1><p class="meta">${escape(pull.author)} ${verb} ${escape(from)} into ${escape(pull.baseRef)}</p>${comments.join("\n")}</article>`;
  });
  return drawn.join("\n");
}

/** A page with GitHub's own style sheet. */
export async function pageOf(title: string, body: string): Promise<string> {
  const style = await readFile(
    createRequire(import.meta.url).resolve("github-markdown-css/github-markdown-light.css"),
    "utf8",
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${style}\n${own}</style><main>${body}</main></html>\n`;
}

function drawSnapshot({ author, after, comment, body }: Snapshot): string {
  return `<section><header>${escape(author)} <span>comment ${comment}, ${escape(after)}</span></header><div class="markdown-body">${draw(body)}</div></section>`;
}

/** GitHub-flavoured Markdown as HTML. */
export function draw(markdown: string): string {
  const html = new Marked({ gfm: true }).parse(markdown, { async: false });
  return html.replaceAll(/<blockquote>\s*<p>\[!(\w+)\]\s*/g, (whole, word: string) => {
    const title = alerts[word];
    return title === undefined
      ? whole
      : `<blockquote class="alert ${word.toLowerCase()}"><p class="alert-title">${title}</p><p>`;
  });
}

/** Text that is no markup. */
export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const own = `
:root { color-scheme: light; }
body { margin: 0; background: #f6f8fa; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: #1f2328; }
main { max-width: 1012px; margin: 0 auto; padding: 24px; }
article { margin-bottom: 48px; }
h1 { font-weight: 400; font-size: 26px; margin: 0; } h1 small { color: #59636e; font-size: 26px; }
.meta { color: #59636e; margin: 4px 0 16px; }
section { border: 1px solid #d1d9e0; border-radius: 6px; background: #fff; margin-bottom: 16px; overflow: hidden; }
header span { font-weight: 400; color: #59636e; }
header { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; font-weight: 600; }
.markdown-body { padding: 16px; font-size: 14px; }
.markdown-body blockquote.alert { color: inherit; border-left-width: 4px; padding: 8px 16px; }
.alert-title { font-weight: 600; margin-bottom: 4px; }
.markdown-body pre.terminal { background: #1f2328; color: #f0f6fc; }
.caution { border-left-color: #d1242f !important; } .caution .alert-title { color: #d1242f; }
.warning { border-left-color: #9a6700 !important; } .warning .alert-title { color: #9a6700; }
`;
