/** Why a field of an answer is null; `type` as GitHub names it. */
export class GraphqlProblem extends Error {
  readonly type: string;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;

  constructor(type: string, message: string, extensions?: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = "GraphqlProblem";
    this.type = type;
    this.extensions = extensions;
  }
}
