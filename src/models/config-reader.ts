/** @file Reads the values of a config.json, each with its default and its rule. */
import { describeValue } from "../core/errors";
import { listNames } from "../core/suggest";
import { ModelError } from "./model-error";

/** Larger sizes than any model has: what is beyond is a mistake, and would fill the memory before anything else said so. */
const LARGEST_SIZE = 2 ** 24;

/**
 * The values of one configuration. A key that is missing or null has its default.
 *
 * Every method throws a {@link ModelError} "config-invalid" that names the key, the value and the rule.
 *
 * @example
 * ```ts
 * const read = new ConfigReader("bert", { hidden_size: 18 });
 * read.size("hidden_size", 768); // 18
 * read.rate("hidden_dropout_prob", 0.1); // 0.1
 * ```
 */
export class ConfigReader {
  readonly modelType: string;
  readonly #raw: Readonly<Record<string, unknown>>;

  constructor(modelType: string, raw: Readonly<Record<string, unknown>>) {
    this.modelType = modelType;
    this.#raw = raw;
  }

  /** A whole number from 1 up. */
  size(key: string, fallback: number): number {
    const value = this.#value(key, fallback);
    if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= LARGEST_SIZE) return value;
    throw this.invalid(key, value, `must be a whole number from 1 to ${LARGEST_SIZE}`);
  }

  /** A size that the other size divides: a hidden size by its heads. */
  multiple(key: string, fallback: number, divisorKey: string, divisor: number): number {
    const value = this.size(key, fallback);
    if (value % divisor === 0) return value;
    throw this.invalid(key, value, `must be a multiple of \`${divisorKey}\`, which is ${divisor}`);
  }

  /** An id from 0 up to but not `limit`, or the fallback, which may be undefined. */
  id<Fallback extends number | undefined>(key: string, fallback: Fallback, limit: number): number | Fallback {
    const value = this.#value(key, fallback);
    if (value === undefined) return fallback;
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < limit) return value;
    throw this.invalid(key, value, `must be a whole number from 0 to ${limit - 1}`);
  }

  /** A rate of dropout: from 0 up to but not 1. */
  rate(key: string, fallback: number): number {
    const value = this.#value(key, fallback);
    if (typeof value === "number" && value >= 0 && value < 1) return value;
    throw this.invalid(key, value, "must be a number from 0 up to but not 1");
  }

  /** A number above 0: an epsilon, a deviation, a base of rotary angles. */
  positive(key: string, fallback: number): number {
    const value = this.#value(key, fallback);
    if (typeof value === "number" && value > 0 && Number.isFinite(value)) return value;
    throw this.invalid(key, value, "must be a number above 0");
  }

  /** True or false. */
  flag(key: string, fallback: boolean): boolean {
    const value = this.#value(key, fallback);
    if (typeof value === "boolean") return value;
    throw this.invalid(key, value, "must be true or false");
  }

  /** One of some names. */
  choice<Name extends string>(key: string, fallback: Name, names: readonly Name[], what: string): Name {
    const value = this.#value(key, fallback);
    const found = names.find((name) => name === value);
    if (found !== undefined) return found;
    throw this.invalid(key, value, "is not known here", listNames(what, String(value), names));
  }

  /** Refuses every value of a key but this one: what such a model computes otherwise is not built here. */
  only(key: string, wanted: string | number | boolean, hint: string): void {
    const value = this.#value(key, wanted);
    if (value !== wanted) throw this.invalid(key, value, `is not supported, only ${describeValue(wanted)} is`, hint);
  }

  /** How many labels a head has: `num_labels`, or the number of names in `id2label`, or 2. */
  labels(): number {
    const names = this.#raw.id2label;
    const named = typeof names === "object" && names !== null ? Object.keys(names).length : 2;
    return this.size("num_labels", named);
  }

  /** A value that the model type cannot have. */
  invalid(key: string, value: unknown, rule: string, hint?: string): ModelError {
    return new ModelError(
      "config-invalid",
      `The configuration of a ${this.modelType} model has \`${key}\` ${describeValue(value)}, which ${rule}.`,
      { modelType: this.modelType, key, hint: hint ?? `Correct \`${key}\` in config.json or among the overrides.` },
    );
  }

  #value<T>(key: string, fallback: T): unknown {
    const value = Object.hasOwn(this.#raw, key) ? this.#raw[key] : undefined;
    return value ?? fallback;
  }
}
