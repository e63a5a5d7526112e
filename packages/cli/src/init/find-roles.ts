/** The columns of a predictions file, guessed from their names. */
export type GuessedRoles = {
  readonly id: string | undefined;
  readonly label: string;
  readonly prediction: string | undefined;
  readonly score: string | undefined;
};

const words = {
  id: /^(id|.*_id|key|index)$/i,
  label: /^(label|target|truth|y|y_true|actual)$/i,
  prediction: /^(prediction|predicted|pred|y_pred|y_hat|yhat)$/i,
  score: /^(score|probability|prob|proba|p|y_score|confidence)$/i,
};

/** Roles of columns, where a file looks like predictions: a label, and something that was predicted. */
export function guessRoles(columns: readonly string[]): GuessedRoles | undefined {
  const find = (role: keyof typeof words) => columns.find((column) => words[role].test(column));
  const label = find("label");
  const prediction = find("prediction");
  const perClass = columns.filter((column) => /^p_./.test(column));
  const score = perClass.length > 1 ? "p_*" : find("score");
  if (label === undefined || (prediction === undefined && score === undefined)) return undefined;
  return { id: find("id"), label, prediction, score };
}
