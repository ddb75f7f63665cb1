/** @file Regular expressions out of files: how long they may be, and how long they may run. */
import { type Context, createContext, Script } from "node:vm";
import { TokenizerError } from "../tokenizer-error";

/** How long a regular expression may be, in UTF-16 units. */
const LONGEST_SOURCE = 20_000;

/** A text longer than this is watched with any regular expression. */
const LONGEST_UNWATCHED = 4_000;

/** How often a trial repeats a character. */
const TRIAL_LENGTH = 1_000;

/** How long regular expressions may run, in milliseconds. */
export interface RegexLimits {
  /** At loading, on runs of characters. */
  trial: number;
  /** On one text. */
  text: number;
}

/** Long even for a busy machine, short for someone who waits. */
const LIMITS: RegexLimits = { trial: 3_000, text: 30_000 };

/** A regular expression that somebody else wrote: it is tried before use, and stopped where it runs away. */
export class BoundedRegex {
  readonly #regex: RegExp;
  readonly #source: string;
  readonly #isNested: boolean;
  readonly #limits: RegexLimits;

  /** `regex` has the flags `g` and `u`; `source` is what the file says, `place` where it says it. */
  constructor(regex: RegExp, source: string, place: string, limits: RegexLimits = LIMITS) {
    this.#regex = regex;
    this.#source = source;
    this.#isNested = hasNestedRepeats(source);
    this.#limits = limits;
    for (const unit of "axzA09 \n\t.-_é字") {
      const run = `${unit.repeat(TRIAL_LENGTH)}!`;
      if (watched(limits.trial, () => this.#matches(run)) !== undefined) continue;
      const seconds = limits.trial / 1000;
      throw new TokenizerError(
        "tokenizer-file",
        `tokenizer.json: \`${place}\` is a regular expression that runs away: ${this.#shown()} does not finish a run ` +
          `of ${TRIAL_LENGTH} ${JSON.stringify(unit)} in ${seconds} seconds.`,
        { file: "tokenizer.json", part: place, hint: "Take the tokenizer from another source, or repair the file." },
      );
    }
  }

  /** Where it matches. */
  matches(text: string): [start: number, end: number][] {
    if (!this.#isNested && text.length <= LONGEST_UNWATCHED) return this.#matches(text);
    const found = watched(this.#limits.text, () => this.#matches(text));
    if (found !== undefined) return found;
    throw new TokenizerError(
      "text",
      `The tokenizer's regular expression ${this.#shown()} runs away: a text of ${text.length} characters took ` +
        `over ${this.#limits.text / 1000} seconds.`,
      { file: "tokenizer.json", hint: "Cut the text into shorter ones, or take another tokenizer." },
    );
  }

  #matches(text: string): [start: number, end: number][] {
    return Array.from(text.matchAll(this.#regex), ({ 0: match, index }) => [index, index + match.length]);
  }

  #shown(): string {
    return `/${this.#source.length > 60 ? `${this.#source.slice(0, 57)}…` : this.#source}/`;
  }
}

/** Refuses what is too long to be a pattern for words. */
export function checkSource(source: string, place: string): void {
  if (source.length <= LONGEST_SOURCE) return;
  throw new TokenizerError(
    "tokenizer-file",
    `tokenizer.json: \`${place}\` is a regular expression of ${source.length} characters; at most ${LONGEST_SOURCE} are read.`,
    { file: "tokenizer.json", part: place, hint: "Take the tokenizer from another source, or repair the file." },
  );
}

/**
 * Whether a group that holds a repeat or alternatives is itself repeated without end, as in `(a+)+` and `(a|aa)*`: there
 * the ways to match one text may be as many as two to the power of its length.
 */
export function hasNestedRepeats(source: string): boolean {
  const groups: { branches: boolean }[] = [];
  let closed = false;
  let branches = false;
  for (const [part] of source.matchAll(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\??|\)|[*+]|\{\d+,\d*\}|[?|]|[\s\S]/g)) {
    const isEndless = part === "*" || part === "+" || /^\{\d+,\}$/.test(part);
    if (isEndless && closed && branches) return true;
    const outer = groups.at(-1);
    if (outer !== undefined && (isEndless || /^(\?|\||\{.*\})$/.test(part))) outer.branches = true;
    closed = part === ")";
    if (part.startsWith("(")) groups.push({ branches: false });
    if (!closed) continue;
    branches = groups.pop()?.branches ?? false;
    const around = groups.at(-1);
    if (branches && around !== undefined) around.branches = true;
  }
  return false;
}

let machine: { context: Context; script: Script } | undefined;

/** The result of work, or undefined where it was stopped; V8 stops regular expressions too, which no promise can. */
function watched<Result>(milliseconds: number, work: () => Result): Result | undefined {
  machine ??= { context: createContext({}), script: new Script("work()") };
  machine.context.work = work;
  try {
    return machine.script.runInContext(machine.context, { timeout: milliseconds }) as Result;
  } catch (error) {
    if ((error as { code?: unknown }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return undefined;
    throw error;
  } finally {
    delete machine.context.work;
  }
}
