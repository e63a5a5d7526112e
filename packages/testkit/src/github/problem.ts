/** GitHub's own refusal: status, message, and what it lists under `errors`. */
export class GitHubProblem extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    more: { errors?: readonly unknown[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = "GitHubProblem";
    this.status = status;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}

/** The 404 that GitHub gives for whatever does not exist or may not be seen. */
export function notFound(): GitHubProblem {
  return new GitHubProblem(404, "Not Found");
}

/** The 422 for a field that GitHub does not accept. */
export function invalidField(resource: string, field: string, message: string): GitHubProblem {
  return new GitHubProblem(422, "Validation Failed", {
    errors: [{ resource, code: "custom", field, message }],
  });
}
