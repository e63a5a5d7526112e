import { type FakeCore } from "../call.ts";
import { type FakeState } from "../state.ts";
import { nodeId, type Schemas } from "./schemas.ts";
import { userBody } from "./user.ts";

/** The app behind every workflow's own token. */
export function actionsApp(core: FakeCore, state: FakeState): NonNullable<Schemas["integration"]> {
  return {
    id: 15_368,
    slug: "github-actions",
    node_id: nodeId("Integration", 15_368),
    client_id: "Iv1.05c79e9ad1f6bdfa",
    owner: userBody(core, state, "github"),
    name: "GitHub Actions",
    description: "Automate your workflow from idea to production",
    external_url: "https://help.github.com/en/actions",
    html_url: `${core.serverUrl}/apps/github-actions`,
    created_at: "2018-07-30T09:30:17Z",
    updated_at: "2025-03-07T16:35:00Z",
    permissions: { checks: "write", contents: "write", metadata: "read" },
    events: ["check_run", "check_suite", "pull_request", "push"],
  };
}
