import type { ColumnProfile } from "./profile.ts";

const mostValues = 20;
const longestValue = 60;
const idName = /(?:^|[_\s.-])(?:id|key|code|uuid|guid|iata|icao|iban|sku)$|Id$/i;

/** Whether the values of a column are few enough, against its rows, to be listed as those allowed. */
export function hasFewValues({ type, rows, distinct }: ColumnProfile): boolean {
  return type === "string" && distinct > 0 && distinct <= mostValues && rows > 20 * distinct;
}

/**
 * An ODCS 3.1 contract in YAML, drafted from what a data set holds: types, required values, one key, ranges of numbers
 * rounded outwards, and allowed values where they are few. The data that it comes from meets it.
 */
export function draftContract(draft: {
  readonly dataset: string;
  readonly profiles: readonly ColumnProfile[];
  readonly allowed: ReadonlyMap<string, readonly string[]>;
}): string {
  const key = findKey(draft.profiles);
  const properties = draft.profiles.map((profile) =>
    propertyLines(profile, profile === key, draft.allowed.get(profile.column)),
  );
  return `# Drafted by slipway init from the data as it is. Read it, and correct what is not meant so:
# a range or a list of values below says what was seen, not what is right.
apiVersion: v3.1.0
kind: DataContract
id: ${yamlText(draft.dataset)}
version: 0.1.0
status: draft
schema:
  - name: ${yamlText(draft.dataset)}
    physicalType: file
    properties:
${properties.flat().join("\n")}
`;
}

/** The first column that tells every row apart and looks as if it were meant to. */
function findKey(profiles: readonly ColumnProfile[]): ColumnProfile | undefined {
  return profiles.find(({ column, type, rows, values, distinct }, index) => {
    const isUnique = rows > 1 && values === rows && distinct === rows;
    const isExact = type !== undefined && type !== "number" && type !== "boolean";
    return isUnique && isExact && (index === 0 || idName.test(column));
  });
}

function propertyLines(
  profile: ColumnProfile,
  isKey: boolean,
  allowed: readonly string[] | undefined,
): string[] {
  const { column, type, rows, values } = profile;
  const lines = [`      - name: ${yamlText(column)}`];
  if (type !== undefined) lines.push(`        logicalType: ${type}`);
  if (isKey) lines.push("        primaryKey: true");
  else if (values === rows) lines.push("        required: true");
  const bounds = isKey ? undefined : outerBounds(profile);
  if (bounds !== undefined) {
    lines.push(`        logicalTypeOptions: { minimum: ${bounds.low}, maximum: ${bounds.high} }`);
  }
  if (allowed !== undefined && allowed.every((value) => value.length <= longestValue)) {
    lines.push(
      "        quality:",
      "          - metric: invalidValues",
      `            arguments: { validValues: [${allowed.map((value) => JSON.stringify(value)).join(", ")}] }`,
      "            mustBe: 0",
    );
  }
  return lines;
}

/** The range widened to whole steps of its own order of magnitude: 1880 to 2016 becomes 1800 to 2100. */
function outerBounds({
  range,
  distinct,
}: ColumnProfile): { low: number; high: number } | undefined {
  if (range === undefined || distinct < 2) return undefined;
  const exponent = Math.floor(Math.log10(range.high - range.low));
  const scale = (value: number, round: (value: number) => number) =>
    // A decimal literal is read exactly, which a product with a power of ten is not.
    Number(`${round(Number(`${value}e${-exponent}`))}e${exponent}`);
  const bounds = { low: scale(range.low, Math.floor), high: scale(range.high, Math.ceil) };
  const isExact = [bounds.low, bounds.high].every(
    (bound) => Math.abs(bound) <= Number.MAX_SAFE_INTEGER,
  );
  return isExact && bounds.low <= range.low && bounds.high >= range.high ? bounds : undefined;
}

function yamlText(text: string): string {
  const isPlain =
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
