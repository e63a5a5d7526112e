import { showPlace, type YamlSource } from "@slipway/contracts";
import { nearestWord } from "@slipway/kernel";
import type { Source } from "./ir.ts";

/** A value of a contract that still knows where it stands. Mistakes are collected, so that one message names them all. */
export type Cursor = {
  readonly value: unknown;
  readonly path: readonly PropertyKey[];
  readonly yaml: YamlSource;
  readonly mistakes: string[];
};

/** The place of a cursor's value, or of its key `key`. */
export function sourceOf(cursor: Cursor, key?: string): Source {
  const { file, line } = cursor.yaml.placeOf(cursor.path, key);
  return { file, line };
}

/** Notes a mistake at the cursor. */
export function complain(cursor: Cursor, message: string): void {
  cursor.mistakes.push(`${showPlace(cursor.yaml.placeOf(cursor.path))}: ${message}`);
}

/** The value under `key`; of something that is no map, or has no such key, `undefined`. */
export function child(cursor: Cursor, key: PropertyKey): Cursor {
  const { value, path } = cursor;
  const found: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return { ...cursor, value: found, path: [...path, key] };
}

/** The keys of a map; a value of another kind is a mistake and has none. */
export function keysOf(cursor: Cursor): string[] {
  const { value } = cursor;
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.keys(value);
  complain(cursor, "must be a map of keys and values");
  return [];
}

/** The items of the list under `key`; none where it is absent. */
export function listOf(cursor: Cursor, key: string): Cursor[] {
  const list = child(cursor, key);
  if (list.value === undefined) return [];
  if (Array.isArray(list.value)) return list.value.map((_, index) => child(list, index));
  complain(list, `${key} must be a list`);
  return [];
}

/** The text under `key`, or `undefined` where it is absent. */
export function textOf(cursor: Cursor, key: string): string | undefined {
  return typed(child(cursor, key), isText, `${key} must be text`);
}

/** The finite number under `key`, or `undefined` where it is absent. */
export function numberOf(cursor: Cursor, key: string): number | undefined {
  return typed(child(cursor, key), isNumber, `${key} must be a number`);
}

/** The whole number from 0 under `key`, or `undefined` where it is absent. */
export function countOf(cursor: Cursor, key: string): number | undefined {
  return typed(child(cursor, key), isCount, `${key} must be a whole number from 0`);
}

/** Whether `key` is true; absent is false. */
export function flagOf(cursor: Cursor, key: string): boolean {
  return typed(child(cursor, key), isFlag, `${key} must be true or false`) ?? false;
}

/** The text under `key`, which must be one of `words`. */
export function wordOf<T extends string>(
  cursor: Cursor,
  key: string,
  words: readonly T[],
): T | undefined {
  const text = textOf(cursor, key);
  const word = words.find((candidate) => candidate === text);
  if (text === undefined || word !== undefined) return word;
  const near = nearestWord(text, words);
  const guess = near === undefined ? "" : `; did you mean "${near}"?`;
  complain(child(cursor, key), `${key} must be one of ${words.join(", ")}${guess}`);
  return undefined;
}

function typed<T>(
  cursor: Cursor,
  accepts: (value: unknown) => value is T,
  message: string,
): T | undefined {
  if (cursor.value === undefined) return undefined;
  if (accepts(cursor.value)) return cursor.value;
  complain(cursor, message);
  return undefined;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
