/** @file What the value of a generation option must be. */

/** What a value must be, continuing "must …", or undefined where it is that. */
export type FieldRule = (value: unknown) => string | undefined;

/** More tokens than this no model here writes; a larger number is a slip. */
const MOST = 10_000_000;

/** A whole number from `least`. */
export function whole(least: number, most: number = MOST): FieldRule {
  return (value) => {
    if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) return undefined;
    return typeof value === "number" && value > most
      ? `be a whole number from ${least} to ${most}`
      : `be a whole number from ${least}`;
  };
}

/** A number that `holds`, which `rule` says in words. */
export function number(rule: string, holds: (value: number) => boolean): FieldRule {
  return (value) =>
    typeof value === "number" && Number.isFinite(value) && holds(value) ? undefined : `be a number ${rule}`;
}

/** true or false. */
export const flag: FieldRule = (value) => (typeof value === "boolean" ? undefined : "be true or false");

/** One of some values. */
export function oneOf(...choices: readonly (string | boolean)[]): FieldRule {
  const listed = choices.map((choice) => JSON.stringify(choice)).join(", ");
  return (value) => (choices.some((choice) => choice === value) ? undefined : `be one of ${listed}`);
}

/** The rule's value, or null. */
export function orNull(rule: FieldRule): FieldRule {
  return (value) => {
    const broken = value === null ? undefined : rule(value);
    return broken === undefined ? undefined : `${broken}, or null`;
  };
}

/** A token's id. */
export const tokenId: FieldRule = (value) => (isId(value) ? undefined : "be the id of a token, a whole number from 0");

/** A token's id or several. */
export const tokenIds: FieldRule = (value) =>
  isId(value) || isIdList(value) ? undefined : "be the id of a token or a list of ids, whole numbers from 0";

/** Some ids. */
export const idList: FieldRule = (value) =>
  Array.isArray(value) && value.every(isId) ? undefined : "be a list of the ids of tokens, whole numbers from 0";

/** Runs of ids. */
export const idLists: FieldRule = (value) =>
  Array.isArray(value) && value.length > 0 && value.every(isIdList)
    ? undefined
    : "be a list of lists of the ids of tokens, such as [[7], [12, 5]], none of them empty";

/** Runs of ids with a number each. */
export const biasedIds: FieldRule = (value) => {
  const isRight =
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (pair) =>
        Array.isArray(pair) &&
        pair.length === 2 &&
        isIdList(pair[0]) &&
        typeof pair[1] === "number" &&
        !Number.isNaN(pair[1]),
    );
  return isRight ? undefined : "be a list of pairs of ids and a number, such as [[[12, 5], -2.5]]";
};

/** A start and a factor. */
export const startAndFactor: FieldRule = (value) =>
  Array.isArray(value) &&
  value.length === 2 &&
  whole(0)(value[0]) === undefined &&
  typeof value[1] === "number" &&
  Number.isFinite(value[1]) &&
  value[1] > 0
    ? undefined
    : "be a whole number and a factor above 0, such as [10, 1.05]";

/** A text or several, none of them empty. */
export const texts: FieldRule = (value) => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isRight = list.length > 0 && list.every((item) => typeof item === "string" && item !== "");
  return isRight ? undefined : "be a text or a list of texts, none of them empty";
};

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isIdList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every(isId);
}
