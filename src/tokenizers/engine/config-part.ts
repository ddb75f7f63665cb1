/** @file Reading the parts of tokenizer.json: every field is checked, and an error names the part. */
import { describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { TokenizerError } from "../tokenizer-error";

/** An object of tokenizer.json, and where it stands there. */
export class ConfigPart {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly place: string;

  constructor(value: unknown, place: string) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) throw wrong(place, "an object", value);
    this.fields = value as Record<string, unknown>;
    this.place = place;
  }

  /** The name of this part's kind. */
  get type(): string {
    return this.string("type");
  }

  /** Whether a field is there and not null. */
  has(name: string): boolean {
    return this.fields[name] !== undefined && this.fields[name] !== null;
  }

  string(name: string, fallback?: string): string {
    return this.#checked(name, "string", fallback);
  }

  boolean(name: string, fallback?: boolean): boolean {
    return this.#checked(name, "boolean", fallback);
  }

  /** A whole number from 0 to 2^31 - 1. */
  count(name: string, fallback?: number): number {
    const value = this.#checked<number>(name, "number", fallback);
    if (!Number.isInteger(value) || value < 0 || value > 0x7fffffff)
      throw wrong(this.#at(name), "a whole number from 0", value);
    return value;
  }

  list(name: string, fallback?: readonly unknown[]): readonly unknown[] {
    const value = this.fields[name] ?? fallback;
    if (!Array.isArray(value)) throw wrong(this.#at(name), "a list", value);
    return value;
  }

  /** The objects of a list. */
  parts(name: string, fallback?: readonly unknown[]): ConfigPart[] {
    return this.list(name, fallback).map((item, index) => new ConfigPart(item, `${this.#at(name)}[${index}]`));
  }

  part(name: string): ConfigPart {
    return new ConfigPart(this.fields[name], this.#at(name));
  }

  /** The error for a kind that nobody here knows. */
  unknownType(what: string, known: readonly string[]): TokenizerError {
    return new TokenizerError(
      "tokenizer-file",
      `tokenizer.json: \`${this.place}\` has the type ${describeValue(this.fields.type)}, which is not known here. ` +
        listNames(what, String(this.fields.type), known),
      { file: "tokenizer.json", part: this.place },
    );
  }

  #at(name: string): string {
    return this.place === "" ? name : `${this.place}.${name}`;
  }

  #checked<Kind>(name: string, kind: "string" | "boolean" | "number", fallback: Kind | undefined): Kind {
    const value = this.fields[name] ?? fallback;
    if (typeof value !== kind) throw wrong(this.#at(name), `a ${kind}`, value);
    return value as Kind;
  }
}

/** The error for a field of tokenizer.json that is not what it must be. */
export function wrong(place: string, rule: string, value: unknown): TokenizerError {
  const shown = value === undefined ? "it is missing" : `it is ${describeValue(value)}`;
  return new TokenizerError(
    "tokenizer-file",
    `tokenizer.json: \`${place || "the file"}\` must be ${rule}, but ${shown}.`,
    {
      file: "tokenizer.json",
      part: place,
      hint: "The file is damaged or was not written by a tokenizer: save it again, or download it again.",
    },
  );
}
