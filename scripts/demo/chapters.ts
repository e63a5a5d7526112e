/** A part of the story, with what was shown in it, in order. */
export type Chapter = {
  readonly id: ChapterId;
  readonly title: string;
  readonly about: string;
  readonly told: Told[];
};

/** Something that was shown: a comment, the summary of a job, or what a terminal printed. */
export type Told = {
  readonly form: "comment" | "summary" | "terminal";
  /** Who or what said it: an author, a command. */
  readonly title: string;
  readonly detail: string;
  readonly text: string;
  /** Whether it is to be seen without asking for it. */
  readonly isOpen: boolean;
};

/** Whoever tells the story. */
type Telling = { readonly chapters: Chapter[] };

const abouts = {
  main: [
    "The first model goes to production",
    "ada pushes data, contracts and a baseline to main. It is judged, registered as v1.0.0, and promoted to staging; to production once li approves.",
  ],
  airports: [
    "Pull request #1: a better model",
    "mara opens “Learn the effects of airports and routes”. No gate is broken, and the comment says by how much it is better.",
  ],
  damage: [
    "Pull request #2: damaged data, and a model with a bug",
    "jo opens “Read the times of the new export”. The export has broken rows, and the model reads its hours wrongly. Both are caught. Repaired and pushed again, the same comment turns green.",
  ],
  fork: [
    "Pull request #3: from a fork",
    "A contributor opens “Routes matter” from a fork, whose token may only read. Its workflow leaves evidence behind, and a second one, which runs no code of the fork, posts the comment.",
  ],
  merged: [
    "Pull request #1 is merged and delivered",
    "ada merges it: v1.1.0 is registered and goes to staging. For production the approval of mara, who wrote it, does not count; jo's does.",
  ],
  rollback: [
    "Back to v1.0.0",
    "jo rolls production back, with a reason, and li approves. From then on production is held: the next automatic promotion is refused.",
  ],
  lookBack: [
    "Looking back",
    "What ran when, and who allowed it. Whether the log was touched: no, and in a copy with one byte changed, yes. Whether a folder is what production should run.",
  ],
} as const;

type ChapterId = keyof typeof abouts;

/** Begins the next chapter, and says so: what is told from now on belongs to it. */
export function openChapter({ chapters }: Telling, id: ChapterId): void {
  const [title, about] = abouts[id];
  process.stdout.write(`\n${chapters.length + 1}. ${title}\n`);
  chapters.push({ id, title, about, told: [] });
}

/** Adds what was shown to the chapter that was begun last. */
export function tell({ chapters }: Telling, told: Told): void {
  chapters.at(-1)?.told.push(told);
}
