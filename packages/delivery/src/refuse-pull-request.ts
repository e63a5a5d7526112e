import { UserError } from "@slipway/kernel";

/** What runs for a pull request neither registers nor promotes: its workflow is the author's. @throws UserError SW1001 */
export function refusePullRequest(event: string | undefined): void {
  if (event?.startsWith("pull_request") !== true) return;
  throw new UserError({
    code: "SW1001",
    message: `nothing is registered or promoted by a run for a pull request (the event is ${event})`,
    remedy: "Run this on the default branch: on: push, or workflow_dispatch.",
  });
}
