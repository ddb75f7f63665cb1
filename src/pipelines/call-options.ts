/** @file The options of a pipeline's calls: their names, what they may be, and those that every task has. */
import { argumentRangeError } from "../core/errors";
import { listNames } from "../core/suggest";

/** How far a call has come. */
export interface PipelineProgress {
  /** How many texts are done. */
  done: number;
  /** How many texts were given. */
  total: number;
}

/** Options that every call has. */
export interface CallOptions {
  /**
   * How many rows the model reads at once. It changes the time and the memory, not the scores.
   * @default 8
   */
  batchSize?: number;
  /** Is told how many texts of a list are done; without it a line shows that where it takes long. */
  onProgress?: (progress: PipelineProgress) => void;
  /** Ends the call between two batches. */
  signal?: AbortSignal;
}

/** A pipeline's own options under those of a call. */
export type Merged<Defaults, Options> = Omit<Defaults, keyof Options> & Options;

/** What a value must be, continuing "must …", or undefined where it is that. */
export type Rule = (value: unknown) => string | undefined;

/** What each option must be, by name. */
export type Rules = Readonly<Record<string, Rule>>;

/** A whole number from `least`. */
export function count(least: number): Rule {
  return (value) => (isWhole(value) && value >= least ? undefined : `be a whole number from ${least}`);
}

/** A whole number from `least`, or null for all of them. */
export function countOrAll(least: number): Rule {
  return (value) =>
    value === null || (isWhole(value) && value >= least)
      ? undefined
      : `be a whole number from ${least}, or null for all`;
}

/** One of some values. */
export function oneOf(...choices: readonly unknown[]): Rule {
  const listed = choices.map((choice) => JSON.stringify(choice)).join(", ");
  return (value) => (choices.includes(value) ? undefined : `be one of ${listed}`);
}

/** A text. */
export const text: Rule = (value) => (typeof value === "string" ? undefined : "be a text");

/** A text or a list of texts, none of them empty. */
export const texts: Rule = (value) => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isRight = list.length > 0 && list.every((item) => typeof item === "string" && item !== "");
  return isRight ? undefined : "be a text or a list of texts, none of them empty";
};

/** true or false. */
export const flag: Rule = (value) => (typeof value === "boolean" ? undefined : "be true or false");

/** The rules of {@link CallOptions}. */
export const CALL_RULES: Rules = {
  batchSize: count(1),
  onProgress: (value) => (typeof value === "function" ? undefined : "be a function"),
  signal: (value) => (value instanceof AbortSignal ? undefined : "be an AbortSignal"),
};

/**
 * The options that were given, checked; those that are undefined are left out.
 *
 * Names may be spelt as in Python, `top_k`, and come out in camelCase.
 */
export function readOptions<Options>(caller: string, given: unknown, rules: Rules): Options {
  if (given === undefined) return {} as Options;
  if (given === null || typeof given !== "object" || Array.isArray(given))
    throw new TypeError(`${caller}: \`options\` must be an object, such as { batchSize: 8 }.`);
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const option = camelCase(name);
    const rule = Object.hasOwn(rules, option) ? rules[option] : undefined;
    if (rule === undefined)
      throw new TypeError(
        `${caller}: there is no option \`${name}\`. ${listNames("options", option, Object.keys(rules))}`,
      );
    const broken = rule(value);
    if (broken !== undefined) throw argumentRangeError({ function: caller, parameter: option, rule: broken, value });
    read[option] = value;
  }
  return read as Options;
}

/** `top_k` as `topK`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
