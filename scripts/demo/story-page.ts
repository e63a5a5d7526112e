import { draw, escape, pageOf, pullRequestArticles } from "./page.ts";
import { repository, type Story, type Told } from "./scene.ts";
import { readBranch, type LogFiles } from "./read-branch.ts";

/** The page of the whole story: pull requests, then environments, versions, the log, and what was shown on the way. */
export async function storyPage(story: Story): Promise<string> {
  const { github, git, history, told } = story;
  const files = await readBranch(git.remote);
  const body = [
    pullRequestArticles(github, repository, history),
    `<article><h1>Delivery</h1><p class="meta">What the <code>slipway</code> branch of ${escape(repository)} says now</p>`,
    section("Environments", environments(files)),
    section("Versions", versions(files)),
    section("The log", log(files)),
    `</article><article><h1>On the way</h1><p class="meta">Summaries of the jobs, and the command line</p>`,
    ...told.map(drawTold),
    "</article>",
  ];
  return pageOf(`The story of ${repository}`, body.join("\n"));
}

function environments({ pointers }: LogFiles): string {
  return table(
    ["environment", "version", "digest", "since (UTC)", "entry", "hold"],
    pointers.map(({ environment, version, digest, since, entry, hold }) => [
      environment,
      version,
      digest.sha256.slice(0, 12),
      minute(since),
      String(entry),
      hold === null ? "" : hold.reason,
    ]),
  );
}

function versions({ versions: known }: LogFiles): string {
  return table(
    ["version", "digest", "commit", "registered (UTC)", "evidence", "signed", "entry"],
    known.map(({ version, digest, commit, time, evidence, signature, entry }) => [
      version,
      digest.sha256.slice(0, 12),
      commit.slice(0, 12),
      minute(time),
      evidence.map(({ name, outcome }) => `${name}: ${outcome}`).join(", "),
      signature === null ? "no" : "yes",
      String(entry),
    ]),
  );
}

function log({ entries }: LogFiles): string {
  return table(
    ["entry", "time (UTC)", "what", "version", "environment", "approved by", "reason"],
    entries.map((entry) => {
      const decided = entry.type === "registered" ? undefined : entry;
      const approved = decided?.approvals.filter(({ counted }) => counted) ?? [];
      const unmet = decided?.rules.filter(({ state }) => state === "unmet") ?? [];
      return [
        String(entry.index),
        minute(entry.time),
        decided?.type === "promoted" ? decided.direction : entry.type,
        entry.version,
        decided?.environment ?? "",
        approved.map(({ person }) => person.login).join(", "),
        decided?.reason ?? unmet.map(({ title }) => title).join("; "),
      ];
    }),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("")}</tr>`;
  return `<table>${cells("th", head)}${rows.map((row) => cells("td", row)).join("")}</table>`;
}

function section(title: string, html: string): string {
  return `<section><header>${escape(title)}</header><div class="markdown-body">${html}</div></section>`;
}

function drawTold({ title, form, text }: Told): string {
  const html = form === "markdown" ? draw(text) : `<pre class="terminal">${escape(text)}</pre>`;
  return section(title, html);
}

function minute(time: string): string {
  return time.slice(0, 16).replace("T", " ");
}
