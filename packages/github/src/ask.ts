import { z } from "zod";
import type { Connection } from "./connect.ts";
import { malformed, translated, type Attempt } from "./translate-error.ts";

/** One request: what it is for, what its answer (or each item of its list) looks like, and how to send it. */
export type Question<S extends z.ZodType> = {
  readonly attempt: Attempt;
  readonly answer: S;
  readonly send: () => Promise<Reply>;
};

type Reply = {
  readonly data: unknown;
  readonly headers: { readonly link?: string | undefined };
};

const mostPages = 100;
const nextPage = /<([^<>]+)>;\s*rel="next"/;

/** Asks for one thing. @throws UserError also where the answer is not what GitHub documents */
export async function ask<S extends z.ZodType>(question: Question<S>): Promise<z.output<S>> {
  const { attempt, answer, send } = question;
  return parse(attempt, answer, (await translated(attempt, send)).data);
}

/**
 * Asks for a list and follows its pages, also those that lie behind a cursor; no more pages are asked for than are used.
 * Octokit's own paging takes an empty answer for an empty list, which would be "nobody answered".
 * @throws UserError also where a page is no list
 */
export async function* askAll<S extends z.ZodType>(
  { octokit }: Connection,
  { attempt, answer, send }: Question<S>,
): AsyncGenerator<z.output<S>> {
  let next: Question<S>["send"] | undefined = send;
  for (let page = 1; next !== undefined; page += 1) {
    if (page > mostPages) throw malformed(attempt, "the list does not end");
    const reply: Reply = await translated(attempt, next);
    yield* parse(attempt, z.array(answer), reply.data);
    const url: string | undefined = nextPage.exec(reply.headers.link ?? "")?.[1];
    next = url === undefined ? undefined : () => octokit.request({ method: "GET", url });
  }
}

function parse<S extends z.ZodType>(attempt: Attempt, schema: S, data: unknown): z.output<S> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join(".") ?? "";
  throw malformed(attempt, `${path === "" ? "" : `${path}: `}${issue?.message ?? ""}`);
}

/** An account as GitHub names it in its answers; `null` stands for one that was deleted. */
export const account = z.object({ login: z.string().min(1).max(100), id: z.int().min(0) });
