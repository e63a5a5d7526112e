import { type Route } from "./call.ts";

/** What a path leads to: an endpoint, one that GitHub has and the fake lacks, or nothing. */
export type RouteMatch =
  | {
      readonly kind: "route";
      readonly route: Route;
      readonly params: Readonly<Record<string, string>>;
    }
  | { readonly kind: "unhandled" }
  | { readonly kind: "unknown" };

const openEnds = /\/(?:contents\/\{path\}|git\/[a-z-]+\/\{ref\}|compare\/\{basehead\})$/;
const roots = new Set(
  "app apps enterprises events gists graphql installation issues licenses meta orgs organizations projects rate_limit repos repositories search teams user users versions".split(
    " ",
  ),
);

/** Finds the endpoint of a request; a trailing path, ref or range may hold encoded or plain slashes. */
export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch {
  const segments = path.split("/").slice(1);
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchTemplate(route.path, segments);
    if (params !== null) return { kind: "route", route, params };
  }
  return { kind: roots.has(segments[0] ?? "") ? "unhandled" : "unknown" };
}

function matchTemplate(path: string, segments: readonly string[]): Record<string, string> | null {
  const template = path.split("/").slice(1);
  // The root folder has no segment of its own.
  const least = template.length - (path.endsWith("/{path}") ? 1 : 0);
  const isOpenEnded = openEnds.test(path) && segments.length >= least;
  if (!isOpenEnded && segments.length !== template.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const isLast = index === template.length - 1;
    const raw = isLast ? segments.slice(index).join("/") : (segments[index] ?? "");
    if (part.startsWith("{")) {
      const value = decode(raw);
      if (value === null || (value === "" && part !== "{path}")) return null;
      params[part.slice(1, -1)] = value;
    } else if (part !== raw) {
      return null;
    }
  }
  return params;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
