/** @file What became of a checkpoint's weights: which were missing, which had no place, which had another shape. */
import { isAbsolute, relative } from "node:path";
import { formatBytes } from "../core/format-bytes";
import { SelfShowing } from "../core/self-showing";
import type { NonFinite } from "./weights/check-finite";

/** A weight whose shape in the file is not the model's. */
export interface MismatchedWeight {
  readonly name: string;
  readonly found: readonly number[];
  readonly wanted: readonly number[];
}

/** What {@link LoadingReport} is made of. */
export interface LoadingFacts {
  /** The class that was loaded: `"DistilBertForSequenceClassification"`. */
  readonly className: string;
  /** The id or folder. */
  readonly source: string;
  readonly format: "safetensors" | "pytorch";
  readonly files: readonly string[];
  /** How the weights are stored: `["F32"]`. */
  readonly dtypes: readonly string[];
  readonly bytes: number;
  /** Weights that were read. */
  readonly loaded: number;
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
  readonly mismatched: readonly MismatchedWeight[];
  readonly nonFinite: readonly NonFinite[];
}

const SHOWN = 6;

/**
 * What became of a checkpoint's weights. Python: `output_loading_info=True`.
 *
 * Missing and mismatched weights begin with random values; unexpected ones are not used.
 */
export class LoadingReport extends SelfShowing {
  readonly className: string;
  readonly source: string;
  readonly format: "safetensors" | "pytorch";
  readonly files: readonly string[];
  readonly dtypes: readonly string[];
  readonly bytes: number;
  readonly loaded: number;
  /** Weights of the model that the checkpoint does not have. */
  readonly missing: readonly string[];
  /** Weights of the checkpoint that the model does not have. */
  readonly unexpected: readonly string[];
  /** Weights that both have, in different shapes. */
  readonly mismatched: readonly MismatchedWeight[];
  /** Weights with values that are no numbers. */
  readonly nonFinite: readonly NonFinite[];

  constructor(facts: LoadingFacts) {
    super();
    this.className = facts.className;
    this.source = facts.source;
    this.format = facts.format;
    this.files = facts.files;
    this.dtypes = facts.dtypes;
    this.bytes = facts.bytes;
    this.loaded = facts.loaded;
    this.missing = facts.missing;
    this.unexpected = facts.unexpected;
    this.mismatched = facts.mismatched;
    this.nonFinite = facts.nonFinite;
  }

  /** The weights that begin with random values. */
  get untrained(): readonly string[] {
    return [...this.missing, ...this.mismatched.map(({ name }) => name)].sort();
  }

  /** What somebody who goes on to use the model must know, one line each. */
  warnings(): string[] {
    const lines: string[] = [];
    if (this.untrained.length > 0) {
      lines.push(
        `${this.className} from ${nearby(this.source)}: ${count(this.untrained.length, "weight")} not in the checkpoint, so these start at random: ${listed(this.untrained)}. Train the model before you use what it predicts.`,
      );
    }
    for (const { message } of this.nonFinite.slice(0, SHOWN)) lines.push(`${nearby(this.source)}: ${message}`);
    return lines;
  }

  override toText(): string {
    const stored = this.dtypes.join(", ");
    const lines = [
      `${this.className} from ${nearby(this.source)}`,
      `  read        ${count(this.loaded, "weight")} (${stored}, ${formatBytes(this.bytes)}) from ${listed(this.files)}`,
      `  missing     ${named(this.missing)}`,
      `  unexpected  ${named(this.unexpected)}`,
      `  mismatched  ${named(this.mismatched.map(({ name, found, wanted }) => `${name} [${found.join(", ")}] for [${wanted.join(", ")}]`))}`,
    ];
    for (const { message } of this.nonFinite) lines.push(`  warning     ${message}`);
    return lines.join("\n");
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

/** A folder under the working folder by its short path, so that what is printed is the same on every machine. */
function nearby(source: string): string {
  if (!isAbsolute(source)) return source;
  const path = relative(process.cwd(), source);
  return path === "" || path.startsWith("..") || isAbsolute(path) ? source : path.replaceAll("\\", "/");
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

function listed(names: readonly string[]): string {
  return names.length > SHOWN
    ? `${names.slice(0, SHOWN).join(", ")} and ${names.length - SHOWN} more`
    : names.join(", ");
}

function named(names: readonly string[]): string {
  return names.length === 0 ? "none" : listed(names);
}
