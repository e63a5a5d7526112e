/** A message on the run's page, with its place where it has one. */
export type Annotation = {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
};

/** What a step's output said to the runner, and the log that is left for people, secrets masked. */
export type StepOutput = {
  /** Those that GitHub shows: 10 of each level, messages cut at 4,096 characters. */
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly log: string;
  /** One sentence for each thing that GitHub does not show. */
  readonly cut: readonly string[];
};

const maxPerLevel = 10;
const maxCharacters = 4096;

/** Reads the workflow commands in a step's output; `secrets` are masked from the start. */
export function parseStepOutput(output: string, secrets: readonly string[]): StepOutput {
  const all: Annotation[] = [];
  const masks: string[] = [];
  const log: string[] = [];
  let stopToken: string | null = null;
  for (const line of output.split(/\r?\n/)) {
    const command = parseCommand(line);
    if (stopToken !== null) {
      if (command?.name === stopToken) stopToken = null;
      else log.push(line);
    } else if (command?.name === "stop-commands") {
      stopToken = command.message;
    } else if (command?.name === "add-mask") {
      masks.push(...command.message.split("\n").filter((mask) => mask !== ""));
    } else if (command !== null && isLevel(command.name)) {
      all.push(annotationOf(command.name, command));
      log.push(`${command.name}: ${command.message}`);
    } else {
      log.push(line);
    }
  }
  return { ...limit(all), masks, log: maskText(log.join("\n"), [...secrets, ...masks]) };
}

type Command = {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
};

function parseCommand(line: string): Command | null {
  const match = /^\s*::([^\s:]+)(?: ([^]*?))?::([^]*)$/.exec(line);
  if (match === null) return null;
  const [, name = "", list = "", message = ""] = match;
  const properties = list.split(",").flatMap((pair) => {
    const equals = pair.indexOf("=");
    if (equals < 0) return [];
    const value = pair
      .slice(equals + 1)
      .replace(/%3A/gi, ":")
      .replace(/%2C/gi, ",");
    return [[pair.slice(0, equals).trim(), unescape(value)] as const];
  });
  return { name, properties: Object.fromEntries(properties), message: unescape(message) };
}

function unescape(text: string): string {
  return text.replace(/%0D/gi, "\r").replace(/%0A/gi, "\n").replace(/%25/g, "%");
}

function isLevel(name: string): name is Annotation["level"] {
  return name === "error" || name === "warning" || name === "notice";
}

function annotationOf(level: Annotation["level"], { properties, message }: Command): Annotation {
  const { title, file } = properties;
  const number = (key: string, name: string) => {
    const value = Number(properties[name]);
    return properties[name] === undefined || Number.isNaN(value) ? {} : { [key]: value };
  };
  return {
    level,
    message,
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...number("line", "line"),
    ...number("endLine", "endLine"),
    ...number("column", "col"),
    ...number("endColumn", "endColumn"),
  };
}

function limit(all: readonly Annotation[]): Pick<StepOutput, "annotations" | "cut"> {
  const counts = { error: 0, warning: 0, notice: 0 };
  const cut: string[] = [];
  const annotations: Annotation[] = [];
  for (const annotation of all) {
    counts[annotation.level] += 1;
    if (counts[annotation.level] > maxPerLevel) continue;
    const { message } = annotation;
    if (message.length > maxCharacters) {
      cut.push(`a ${annotation.level} of ${message.length} characters was cut at ${maxCharacters}`);
    }
    annotations.push({ ...annotation, message: message.slice(0, maxCharacters) });
  }
  for (const [level, count] of Object.entries(counts)) {
    if (count > maxPerLevel) cut.push(`${count - maxPerLevel} of ${count} ${level}s are not shown`);
  }
  return { annotations, cut };
}

/** The text with every secret replaced by three asterisks, the longest first. */
export function maskText(text: string, secrets: readonly string[]): string {
  const longestFirst = secrets
    .filter((secret) => secret !== "")
    .toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((masked, secret) => masked.replaceAll(secret, "***"), text);
}
