/** @file The one base of every error that Caderno throws on purpose, and the makers of argument errors. */

/** What a {@link CadernoError} carries besides its message. */
export interface CadernoErrorOptions {
  /** What the reader can do next, one sentence. It is printed below the message. */
  hint?: string | undefined;
  /** The error underneath, kept for debugging. */
  cause?: unknown;
}

/**
 * An error with a stable `code` for programs and a `hint` for people.
 *
 * @example
 * ```ts
 * throw new CadernoError("file-missing", "There is no file `essays.csv`.", { hint: "Check the path." });
 * ```
 */
export class CadernoError extends Error {
  /** A stable, kebab-case identifier of what went wrong. */
  readonly code: string;
  /** What to do next. */
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: CadernoErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
  }
}

/** The parts of an argument error: who was called, with which parameter, by which rule, and with what. */
export interface ArgumentProblem {
  /** The function as its user calls it: `"Dataset.trainTestSplit"`. */
  function: string;
  /** The parameter's name, without backticks. */
  parameter: string;
  /** The rule that was broken, continuing "must …": `"be a number between 0 and 1"`. */
  rule: string;
  /** The value that was given. */
  value: unknown;
  /** The next step, one sentence. */
  next?: string | undefined;
}

/** A TypeError that names the function, the parameter, the rule, the value, and the next step. */
export function argumentTypeError(problem: ArgumentProblem): TypeError {
  return new TypeError(argumentMessage(problem));
}

/** A RangeError that names the function, the parameter, the rule, the value, and the next step. */
export function argumentRangeError(problem: ArgumentProblem): RangeError {
  return new RangeError(argumentMessage(problem));
}

/** A value as an error message shows it: quoted, short, and never a screenful. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}…` : value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return value.name === "" ? "a function" : `the function ${value.name}`;
  if (Array.isArray(value)) {
    const shown = value
      .slice(0, 3)
      .map((item) => (Array.isArray(item) ? "[…]" : describeValue(item)))
      .join(", ");
    return value.length > 3 ? `[${shown}, … ${value.length} in all]` : `[${shown}]`;
  }
  if (value !== null && typeof value === "object") {
    const keys = Object.keys(value);
    const name = value.constructor?.name ?? "object";
    return keys.length === 0 ? `an empty ${name}` : `${name} with ${keys.slice(0, 5).join(", ")}`;
  }
  return String(value);
}

/** The message of anything that was thrown, whether or not it is an Error. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  try {
    return String(thrown);
  } catch {
    return "[object without text]";
  }
}

function argumentMessage(problem: ArgumentProblem): string {
  const next = problem.next === undefined ? "" : ` ${problem.next}`;
  return `${problem.function}: \`${problem.parameter}\` must ${problem.rule}, but got ${describeValue(problem.value)}.${next}`;
}
