import { type FakeGate, type FakeGitHub } from "@slipway/testkit";

/** A job that waits at an environment, and where. */
export type WaitingJob = {
  readonly github: FakeGitHub;
  readonly fullName: string;
  readonly gate: FakeGate;
};

/** Answers for an environment as a person does on the web. Throws what GitHub says where they may not. */
export async function answerGate(
  { github, fullName, gate }: WaitingJob,
  answer: { readonly by: string; readonly state?: "approved" | "rejected" },
): Promise<void> {
  const { by, state = "approved" } = answer;
  const environments = github.state.repositories.get(fullName)?.environments ?? [];
  const ids = environments.filter(({ name }) => name === gate.environment).map(({ id }) => id);
  const token = github.token(`person ${by}`, { kind: "user", login: by });
  const url = `${github.url}/repos/${fullName}/actions/runs/${gate.runId}/pending_deployments`;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token.value}`,
      accept: "application/vnd.github+json",
      "content-type": "application/json",
      "user-agent": "a person's browser",
      "x-github-api-version": "2022-11-28",
    },
    body: JSON.stringify({ environment_ids: ids, state, comment: "looked at it" }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
}
