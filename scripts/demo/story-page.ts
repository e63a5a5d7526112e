import type { Chapter, Told } from "./chapters.ts";
import { draw, drawTable, escape, pageOf } from "./page.ts";
import { readBranch, type LogFiles } from "./read-branch.ts";
import { repository, type Story } from "./scene.ts";

/** The page of the whole story: how production stands and the log, then every chapter with what was shown in it. */
export async function storyPage({ git, chapters }: Story): Promise<string> {
  const files = await readBranch(git.remote);
  const links = chapters.map(({ id, title }) => `<li><a href="#${id}">${escape(title)}</a></li>`);
  const body = [
    `<h1>${escape(repository)}, from the pull request to production</h1>`,
    `<p class="meta">Played by <code>npm run demo</code>: the built actions and command line on a real git repository and a fake GitHub. All that stands below is what they wrote.</p>`,
    `<nav><ol>${links.join("")}</ol></nav>`,
    `<article id="delivery"><h2>Where it stands</h2><p class="meta">The <code>slipway</code> branch after the last chapter, read with git alone</p>`,
    section("Environments", environments(files)),
    section("Versions", versions(files)),
    section("The log", log(files)),
    "</article>",
    ...chapters.map(drawChapter),
  ];
  return pageOf(`The story of ${repository}`, body.join("\n"));
}

function environments({ pointers }: LogFiles): string {
  return drawTable(
    ["environment", "runs", "since (UTC)", "digest", "by entry", "held"],
    pointers.map(({ environment, version, digest, since, entry, hold }) => [
      environment,
      version,
      second(since),
      digest.sha256.slice(0, 12),
      String(entry),
      hold === null ? "no" : `yes: ${hold.reason}`,
    ]),
  );
}

function versions({ versions: known }: LogFiles): string {
  return drawTable(
    ["version", "registered (UTC)", "digest", "commit", "signed", "entry", "evidence"],
    known.map(({ version, digest, commit, time, evidence, signature, entry }) => [
      version,
      second(time),
      digest.sha256.slice(0, 12),
      commit.slice(0, 7),
      signature === null ? "no" : "yes",
      String(entry),
      evidence.map(({ name, outcome }) => `${name}: ${outcome}`).join(", "),
    ]),
  );
}

const verbs = { promotion: "promoted", rollback: "rolled back" } as const;

function log({ entries, checkpoint }: LogFiles): string {
  const rows = entries.map((entry) => {
    const decided = entry.type === "registered" ? undefined : entry;
    const approved = decided?.approvals.filter(({ counted }) => counted) ?? [];
    const unmet = decided?.rules.filter(({ state }) => state === "unmet") ?? [];
    return [
      String(entry.index),
      decided?.type === "promoted" ? verbs[decided.direction] : entry.type,
      entry.version,
      decided?.environment ?? "",
      approved.map(({ person }) => person.login).join(", "),
      second(entry.time),
      decided?.reason ?? unmet.map(({ detail }) => detail.replaceAll("`", "")).join("; "),
    ];
  });
  const head = ["entry", "what", "version", "where", "approved by", "time (UTC)", "why"];
  const signed = `<pre class="terminal">${escape(checkpoint)}</pre>`;
  return `${drawTable(head, rows)}<p>Its checkpoint, as it is signed:</p>${signed}`;
}

function section(title: string, html: string): string {
  return `<section><header>${escape(title)}</header><div class="markdown-body">${html}</div></section>`;
}

function drawChapter({ id, title, about, told }: Chapter, index: number): string {
  const head = `<h2>${index + 1}. ${escape(title)}</h2><p class="meta">${escape(about)}</p>`;
  return `<article id="${id}">${head}${told.map(drawTold).join("\n")}</article>`;
}

function drawTold({ form, title, detail, text, isOpen }: Told): string {
  if (form === "comment") {
    const header = `<header>${escape(title)} <span>${escape(detail)}</span></header>`;
    return `<section>${header}<div class="markdown-body">${draw(text)}</div></section>`;
  }
  if (form === "terminal") {
    const command = `<code>$ ${escape(title)}</code>`;
    const body = `<pre class="terminal">${escape(text.trimEnd())}</pre>`;
    return card({ command, detail, body, isOpen });
  }
  // The heading of a summary says in one line what the card is about.
  const html = draw(text);
  const heading = /<h\d[^>]*>(.*?)<\/h\d>/s;
  const command = heading.exec(html)?.[1] ?? escape(title);
  const body = `<div class="markdown-body">${html.replace(heading, "")}</div>`;
  return card({ command, detail: `${title} · ${detail}`, body, isOpen });
}

type Card = { command: string; detail: string; body: string; isOpen: boolean };

function card({ command, detail, body, isOpen }: Card): string {
  const summary = `<summary>${command}<span class="detail">${escape(detail)}</span></summary>`;
  return `<details class="card"${isOpen ? " open" : ""}>${summary}${body}</details>`;
}

function second(time: string): string {
  return time.slice(0, 19).replace("T", " ");
}
