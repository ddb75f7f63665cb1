/** @file How texts are generated: every option with its value, from a model's files and from a call. */
import { join } from "node:path";
import { writeFileAtomic } from "../core/atomic-write";
import { SelfShowing } from "../core/self-showing";
import { checkClashes } from "./config/generation-clashes";
import { GENERATION_FIELDS, GENERATION_NAMES, snakeCase } from "./config/generation-fields";
import type { GenerationOptions, GenerationSettings } from "./config/generation-options";
import { type GenerationStrategy, strategyOf } from "./config/generation-strategy";
import { type GenerationFiles, type ReadFiles, readFiles } from "./config/read-files";
import { readGiven } from "./config/read-given";
import { optionUnsupported } from "./config/refused-options";

/** Options of {@link GenerationConfig.with}. */
export interface OverrideOptions {
  /** Who is named in errors. @default "GenerationConfig.with" */
  caller?: string;
  /** Names that belong to the caller, offered beside ours for a misspelt one. */
  alsoKnown?: readonly string[];
}

/** Where a configuration begins. */
interface Origin extends OverrideOptions {
  /** What the options override, checked already. */
  readonly base?: ReadFiles;
}

/** The class below has a property for every option, which its constructor sets from the table. */
const Settings: abstract new () => SelfShowing & GenerationSettings = SelfShowing as never;

/**
 * How texts are generated: every option is a property. It cannot be changed; {@link GenerationConfig.with} gives a changed copy.
 *
 * An option that would have no effect beside the others is an error, where Python warns or says nothing.
 *
 * Python: `transformers.GenerationConfig`.
 *
 * @example
 * ```ts
 * const config = new GenerationConfig({ doSample: true, topK: 5, maxNewTokens: 30 });
 * config.temperature; // 1
 * config.strategy; // "sample"
 * console.log(config);
 * // GenerationConfig {
 * //   "doSample": true,
 * //   "maxNewTokens": 30,
 * //   "topK": 5
 * // }
 * ```
 */
export class GenerationConfig extends Settings {
  readonly #base: ReadFiles;

  /**
   * Throws a TypeError for an unknown option, a RangeError for a value out of range, and a GenerationError for options that
   * have no meaning together.
   *
   * @param options What differs from the defaults.
   */
  constructor(options: GenerationOptions = {}, { base, caller = "GenerationConfig", alsoKnown = [] }: Origin = {}) {
    super();
    const given = readGiven(options, { caller, alsoKnown });
    const values = { ...base?.values, ...given };
    this.#base = { values, unsupported: base?.unsupported ?? {} };
    for (const name of GENERATION_NAMES) {
      const value = Object.hasOwn(values, name) ? values[name] : GENERATION_FIELDS[name].default;
      Object.defineProperty(this, name, { value, enumerable: true });
    }
    if (base === undefined) checkClashes(this, new Set(Object.keys(given)), caller);
  }

  /**
   * What a model's files say: generation_config.json, or config.json where there is none. Keys that are no options are skipped.
   *
   * Throws a GenerationError where an option has a value that it cannot have.
   *
   * Python: `GenerationConfig.from_pretrained` and `GenerationConfig.from_model_config`.
   */
  static fromFiles(files: GenerationFiles): GenerationConfig {
    return new GenerationConfig({}, { base: readFiles(files) });
  }

  /** The strategy that the options mean without a draft model: `"greedy_search"`. */
  get strategy(): GenerationStrategy {
    return strategyOf(this, "none");
  }

  /** The strategy with what proposes draft tokens. Python: `get_generation_mode(assistant_model)`. */
  strategyWith(draft: "assistantModel" | "none"): GenerationStrategy {
    return strategyOf(this, draft);
  }

  /** The ids that end a text, as a list. */
  get eosTokenIds(): readonly number[] {
    const ids = this.eosTokenId;
    if (ids === null) return [];
    return typeof ids === "number" ? [ids] : ids;
  }

  /**
   * A copy with other values. Throws as the constructor does, and for options of the model's file that are not built here.
   *
   * Only options given here can be without effect: those of the model's file that do not fit a call are left alone.
   */
  with(
    options: GenerationOptions,
    { caller = "GenerationConfig.with", alsoKnown = [] }: OverrideOptions = {},
  ): GenerationConfig {
    const made = new GenerationConfig(options, { base: this.#base, caller, alsoKnown });
    const [missing] = Object.keys(this.#base.unsupported);
    if (missing !== undefined) throw optionUnsupported(caller, missing, ", which the model's own file sets,");
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    checkClashes(made, new Set(given.map(([name]) => name)), caller);
    return made;
  }

  /**
   * The most tokens of a row whose prompt has `promptLength`, padding included.
   *
   * Where neither `maxLength` nor `maxNewTokens` was set these are 20 new ones, as in Python, and at most `maxPositions`.
   */
  maxLengthFor(promptLength: number, maxPositions: number = Number.POSITIVE_INFINITY): number {
    if (this.maxNewTokens !== null) return promptLength + this.maxNewTokens;
    if (Object.hasOwn(this.#base.values, "maxLength")) return this.maxLength;
    return Math.min(promptLength + this.maxLength, maxPositions);
  }

  /** What generation_config.json holds: keys in Python's spelling, without what is the default. */
  toJSON(): Record<string, unknown> {
    const changed = this.#changed().filter(([name]) => name !== "seed");
    return Object.fromEntries(changed.map(([name, value]) => [snakeCase(name), value]));
  }

  /** Writes `generation_config.json` into a folder, which is made where it is missing. */
  async savePretrained(folder: string): Promise<void> {
    const sorted = Object.fromEntries(Object.entries(this.toJSON()).sort(byName));
    await writeFileAtomic(join(folder, "generation_config.json"), `${JSON.stringify(sorted, undefined, 2)}\n`);
  }

  override toText(): string {
    const changed = this.#changed().sort(byName);
    const lines = changed.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
    return lines.length === 0 ? "GenerationConfig {}" : `GenerationConfig {\n${lines.join(",\n")}\n}`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }

  #changed(): [string, unknown][] {
    return GENERATION_NAMES.filter((name) => this[name] !== GENERATION_FIELDS[name].default).map((name) => [
      name,
      this[name],
    ]);
  }
}

function byName([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}
