/** @file Reads how positions become angles from a config.json, as transformers 5 writes it or as earlier versions did. */
import { ConfigReader } from "../config-reader";
import type { RotaryParameters } from "./rotary-frequencies";

const KINDS = ["default", "linear", "dynamic", "llama3", "yarn"] as const;

type Raw = Readonly<Record<string, unknown>>;

/** Where the keys of a rotation are read from. */
interface RotaryKeys {
  /** The object `rope_parameters` or `rope_scaling` itself. */
  given: Raw;
  read: ConfigReader;
  /** `max_position_embeddings`. */
  longest: number;
  /** The length of the texts of the first training. */
  trained: number;
}

/** `rope_parameters`, or the older `rope_theta` with `rope_scaling`, checked and with every default filled in. */
export function readRotaryParameters(outer: ConfigReader, raw: Raw, longest: number): RotaryParameters {
  const given = objectOf(outer, raw, "rope_scaling") ?? objectOf(outer, raw, "rope_parameters") ?? {};
  const read = new ConfigReader(outer.modelType, { ...given, rope_type: given.rope_type ?? given.type });
  for (const reader of [outer, read]) {
    reader.only("partial_rotary_factor", 1, "Only models that turn whole heads are built here.");
  }
  // Python reads this one key outside first.
  const trained = outer.size(
    "original_max_position_embeddings",
    read.size("original_max_position_embeddings", longest),
  );
  const rope_theta = read.positive("rope_theta", outer.positive("rope_theta", 10_000));
  return { rope_theta, ...scaling({ given, read, longest, trained }) };
}

/** One member of the union without the key that all have. */
type Scaling = RotaryParameters extends infer Kind ? (Kind extends unknown ? Omit<Kind, "rope_theta"> : never) : never;

function scaling(keys: RotaryKeys): Scaling {
  const { read, longest, trained } = keys;
  const kind = read.choice("rope_type", "default", KINDS, "kinds of rotary positions");
  if (kind === "default") return { rope_type: kind };
  if (kind === "yarn") return yarn(keys);
  const factor = required(keys, "factor");
  if (kind === "linear") return { rope_type: kind, factor };
  if (kind === "dynamic") return { rope_type: kind, factor, original_max_position_embeddings: longest };
  const low = required(keys, "low_freq_factor");
  const high = required(keys, "high_freq_factor");
  if (high <= low) throw read.invalid("high_freq_factor", high, `must be above \`low_freq_factor\`, which is ${low}`);
  return {
    rope_type: kind,
    factor,
    low_freq_factor: low,
    high_freq_factor: high,
    original_max_position_embeddings: trained,
  };
}

function yarn(keys: RotaryKeys): Scaling {
  const { given, read, longest, trained } = keys;
  const factor = read.positive("factor", longest / trained);
  const both = Number(given.mscale ?? 0) !== 0 && Number(given.mscale_all_dim ?? 0) !== 0;
  const attention = both
    ? sharpness(factor, read.positive("mscale", 1)) / sharpness(factor, read.positive("mscale_all_dim", 1))
    : sharpness(factor, 1);
  return {
    rope_type: "yarn",
    factor,
    original_max_position_embeddings: trained,
    beta_fast: read.positive("beta_fast", 32),
    beta_slow: read.positive("beta_slow", 1),
    truncate: read.flag("truncate", true),
    attention_factor: read.positive("attention_factor", attention),
  };
}

/** How much sharper attention becomes over a text that is `factor` times longer (equation 22 of the YaRN paper). */
function sharpness(factor: number, weight: number): number {
  return factor <= 1 ? 1 : 0.1 * weight * Math.log(factor) + 1;
}

function required({ given, read }: RotaryKeys, key: string): number {
  if (given[key] === undefined || given[key] === null) {
    throw read.invalid(`rope_parameters.${key}`, given[key], "must be a number above 0");
  }
  return read.positive(key, 1);
}

function objectOf(read: ConfigReader, raw: Raw, key: string): Raw | undefined {
  const value = raw[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) throw read.invalid(key, value, "must be an object");
  return Object.keys(value).length === 0 ? undefined : (value as Raw);
}
