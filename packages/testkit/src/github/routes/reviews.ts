import { reviewBody } from "../bodies/review.ts";
import { type Answer, type Call, type Route } from "../call.ts";
import { reads } from "../need.ts";
import { listAnswer } from "../paging.ts";
import { findPull } from "./pulls.ts";

/** Reviews of pull requests, oldest first. */
export const reviewRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
    need: reads("pull-requests"),
    handle: listReviews,
  },
];

function listReviews(call: Call): Promise<Answer> {
  const { fullName, reviews } = call.repository();
  const { number } = findPull(call, "pull_number");
  const items = reviews.filter((review) => review.pullNumber === number);
  const path = `/repos/${fullName}/pulls/${number}/reviews`;
  return listAnswer(call, path, { items, render: (review) => reviewBody(call, review) });
}
