/** @file Which weight of a checkpoint belongs to which parameter: prefixes of the body, older names, tied weights. */
import type { Architecture } from "../architecture";
import type { PretrainedConfig } from "../pretrained-config";

/** The result of {@link matchWeights}. */
export interface WeightMatch {
  /** From a parameter to the checkpoint's name. */
  readonly sources: ReadonlyMap<string, string>;
  /** Parameters without a weight. */
  readonly missing: readonly string[];
  /** Weights without a parameter. */
  readonly unexpected: readonly string[];
}

/**
 * Pairs a checkpoint's names with a model's parameters.
 *
 * A body's checkpoint goes into a model with a head, and back: the prefix is added or taken away where the name fits then.
 */
export function matchWeights(
  config: PretrainedConfig,
  parameters: Iterable<string>,
  checkpoint: readonly string[],
): WeightMatch {
  const { architecture } = config;
  const wanted = new Set(parameters);
  const sources = new Map<string, string>();
  const unexpected: string[] = [];
  const candidates: { name: string; parameter: string; exact: number }[] = [];
  for (const name of checkpoint) {
    if (architecture.isBuffer(name)) continue;
    const parameter = parameterOf(architecture, config, name, wanted);
    if (parameter === undefined) unexpected.push(name);
    else candidates.push({ name, parameter, exact: name === parameter ? 0 : 1 });
  }
  // Of tied weights that a checkpoint has twice, the one under the parameter's own name is taken.
  for (const { name, parameter } of candidates.sort((left, right) => left.exact - right.exact)) {
    if (!sources.has(parameter)) sources.set(parameter, name);
  }
  const missing = [...wanted].filter((name) => !sources.has(name)).sort();
  return { sources, missing, unexpected: unexpected.sort() };
}

function parameterOf(
  architecture: Architecture,
  config: PretrainedConfig,
  name: string,
  wanted: ReadonlySet<string>,
): string | undefined {
  const { prefix } = architecture;
  const bare = name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
  const spellings = [name, ...(bare === undefined ? [prefix + name] : [bare])];
  const renamed = spellings.map((spelling) => architecture.rename(config.values, spelling));
  return [...renamed, ...renamed.map((spelling) => prefix + spelling)].find((spelling) => wanted.has(spelling));
}
