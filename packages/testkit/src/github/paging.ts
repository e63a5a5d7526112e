import { type Answer, type Call } from "./call.ts";

/** One page of a list, and the `Link` header that leads to the others. */
export type Page<Item> = {
  readonly items: readonly Item[];
  readonly headers: Readonly<Record<string, string>>;
};

/** Cuts the page that the query asks for: 30 items by default, never more than 100. */
export function pageOf<Item>(call: Call, path: string, items: readonly Item[]): Page<Item> {
  const perPage = Math.min(100, positive(call.query.get("per_page"), 30));
  const page = positive(call.query.get("page"), 1);
  const lastPage = Math.max(1, Math.ceil(items.length / perPage));
  const link = (target: number, rel: string): string => {
    const query = new URLSearchParams(call.query);
    query.set("per_page", String(perPage));
    query.set("page", String(target));
    return `<${call.core.apiUrl}${path}?${query.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, "prev"), link(1, "first")] : []),
    ...(page < lastPage ? [link(page + 1, "next"), link(lastPage, "last")] : []),
  ];
  return {
    items: items.slice((page - 1) * perPage, page * perPage),
    headers: links.length === 0 ? {} : { link: links.join(", ") },
  };
}

/** A 200 with one page of a bare list. */
export async function listAnswer<Item>(
  call: Call,
  path: string,
  list: { items: readonly Item[]; render: (item: Item) => unknown },
): Promise<Answer> {
  const page = pageOf(call, path, list.items);
  return {
    status: 200,
    json: await Promise.all(page.items.map(list.render)),
    headers: page.headers,
  };
}

function positive(text: string | null, fallback: number): number {
  const value = Number(text ?? "");
  return Number.isSafeInteger(value) && value > 0 ? value : fallback;
}
