import { type EnvironmentRules } from "./delivery-setup.ts";
import { type FakeEnvironment } from "./delivery-state.ts";
import { takeId, userOf, type FakeRepository, type FakeState } from "./state.ts";

const maxReviewers = 6;

/** The environment of that name, whatever its case, or `undefined`. */
export function findEnvironment(
  repository: FakeRepository,
  name: string,
): FakeEnvironment | undefined {
  const wanted = name.toLowerCase();
  return repository.environments.find((one) => one.name.toLowerCase() === wanted);
}

/** The environment of that name; one that does not exist is made without any protection, as GitHub does. */
export function ensureEnvironment(
  state: FakeState,
  repository: FakeRepository,
  { name, at }: { readonly name: string; readonly at: string },
): FakeEnvironment {
  const known = findEnvironment(repository, name);
  return known ?? setRules(state, repository, { name, rules: {}, at });
}

/** Makes an environment or replaces its rules. @throws Error for more than six reviewers. */
export function setRules(
  state: FakeState,
  repository: FakeRepository,
  { name, rules, at }: { name: string; rules: EnvironmentRules; at: string },
): FakeEnvironment {
  const reviewers = rules.reviewers ?? [];
  if (reviewers.length > maxReviewers) throw new Error("an environment has at most six reviewers");
  for (const one of reviewers) if (one.type === "User") userOf(state, one.login);
  const known = findEnvironment(repository, name);
  const environment: FakeEnvironment = {
    id: known?.id ?? takeId(state),
    name: known?.name ?? name,
    reviewers,
    preventSelfReview: rules.preventSelfReview ?? false,
    waitMinutes: rules.waitMinutes ?? 0,
    branches: rules.branches ?? "all",
    adminsBypass: rules.adminsBypass ?? null,
    createdAt: known?.createdAt ?? at,
    updatedAt: at,
  };
  if (known !== undefined)
    repository.environments.splice(repository.environments.indexOf(known), 1);
  repository.environments.push(environment);
  return environment;
}

/** Whether the rules let a branch of the repository in. */
export function admitsBranch(
  environment: FakeEnvironment,
  repository: FakeRepository,
  branch: string,
): boolean {
  const { branches } = environment;
  if (branches === "all") return true;
  if (branches === "protected") return branch === repository.defaultBranch;
  return branches.some((pattern) => {
    const parts = pattern.split("*").map((part) => part.replace(/[^\w/-]/g, "\\$&"));
    return new RegExp(`^${parts.join("[^/]*")}$`).test(branch);
  });
}
