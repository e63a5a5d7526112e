import { parseYaml, showPlace } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { Constraint } from "./check-builder.ts";
import { child, complain, type Cursor, keysOf, listOf, textOf } from "./cursor.ts";
import type { Contract } from "./ir.ts";
import { contractKeys, dataServiceLevels } from "./keywords.ts";
import { parseObject } from "./parse-object.ts";
import { unsupported } from "./property-form.ts";

const remedy =
  "Write the contract in the Open Data Contract Standard 3.1: apiVersion: v3.1.0, kind: DataContract, id, version, status and schema.";

/**
 * Reads an ODCS contract of the versions 3.0 to 3.2 into checks. What it demands but Slipway cannot check is kept as an
 * `unsupported` check, so that nothing gets lost.
 * @throws UserError SW1201 where it is not YAML, SW2001 where it is not ODCS, SW2002 where it has mistakes (all are named)
 */
export function parseContract(text: string, file: string): Contract {
  const yaml = parseYaml(text, file);
  const root: Cursor = { value: yaml.value, path: [], yaml, mistakes: [] };
  demandStandard(root);
  for (const key of ["id", "version", "status"]) {
    if (child(root, key).value === undefined) complain(root, `${key} is missing`);
  }
  const shared = sharedConstraints(root);
  const objects = listOf(root, "schema").map((object) => parseObject(object, root, shared));
  const names = objects.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) complain(child(root, "schema"), `the object ${twice} is declared twice`);
  if (root.mistakes.length > 0) throw mistaken(root.mistakes);
  return { file, id: textOf(root, "id") ?? "", objects };
}

function demandStandard(root: Cursor): void {
  const kind = child(root, "kind").value;
  const version = child(root, "apiVersion").value;
  const isStandard =
    kind === "DataContract" && typeof version === "string" && /^v3\.[0-2]\.\d+$/.test(version);
  if (isStandard) return;
  const place = showPlace(root.yaml.placeOf(["apiVersion"]));
  const found = typeof version === "string" ? ` (apiVersion ${version.slice(0, 40)})` : "";
  throw new UserError({
    code: "SW2001",
    message: `${place}: this is not a contract of the Open Data Contract Standard 3.0 to 3.2${found}`,
    remedy,
  });
}

/** Constraints that stand above the schema and so concern each of its objects. */
function sharedConstraints(root: Cursor): Constraint[] {
  const unknown = keysOf(root)
    .filter((key) => !contractKeys.has(key))
    .map((keyword) =>
      unsupported(child(root, keyword), { keyword, detail: "the key is not known" }),
    );
  const levels = listOf(root, "slaProperties").flatMap((level) => {
    const property = textOf(level, "property");
    if (property === undefined) complain(level, "a service level needs a property");
    if (child(level, "value").value === undefined) complain(level, "a service level needs a value");
    if (!dataServiceLevels.has(property ?? "")) return [];
    const keyword = `service level ${property ?? ""}`;
    return [unsupported(level, { keyword, detail: "service levels are not checked yet" })];
  });
  return [...unknown, ...levels];
}

function mistaken(mistakes: readonly string[]): UserError {
  const shown = [...new Set(mistakes)];
  const more = shown.length > 20 ? [`and ${shown.length - 20} more`] : [];
  return new UserError({
    code: "SW2002",
    message: [...shown.slice(0, 20), ...more].join("\n"),
    remedy: "Mend the contract there; docs/data-contracts.md says which keys are read.",
  });
}
