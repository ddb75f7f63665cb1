/** @file Which decoding strategy the options ask for. */
import { GenerationError } from "../generation-error";
import type { GenerationSettings } from "./generation-options";

/** A decoding strategy. Python: the values of `transformers.generation.GenerationMode`. */
export type GenerationStrategy =
  | "greedy_search"
  | "contrastive_search"
  | "sample"
  | "assisted_generation"
  | "beam_search"
  | "beam_sample"
  | "group_beam_search";

/** What the options mean by themselves, without a draft. Python: `GenerationConfig.get_generation_mode`. */
export function plainStrategy(options: GenerationSettings): Exclude<GenerationStrategy, "assisted_generation"> {
  if (options.numBeams > 1) {
    if (options.numBeamGroups > 1) return "group_beam_search";
    return options.doSample ? "beam_sample" : "beam_search";
  }
  if (options.doSample) return "sample";
  const isContrastive = (options.topK ?? 0) > 1 && (options.penaltyAlpha ?? 0) > 0;
  return isContrastive ? "contrastive_search" : "greedy_search";
}

/**
 * The strategy, where `draft` says what proposes tokens besides the options: a model, or nothing.
 *
 * Throws a {@link GenerationError} where tokens are proposed to a strategy that cannot use them.
 */
export function strategyOf(options: GenerationSettings, draft: "assistantModel" | "none"): GenerationStrategy {
  const strategy = plainStrategy(options);
  const looksUp = options.promptLookupNumTokens !== null;
  if (draft === "none" && !looksUp) return strategy;
  const drafting = draft === "none" ? "promptLookupNumTokens" : draft;
  if (draft !== "none" && looksUp)
    throw clash(["assistantModel", "promptLookupNumTokens"], {
      why: "There can be one source of draft tokens.",
      hint: "Leave one out.",
    });
  if (strategy !== "greedy_search" && strategy !== "sample") {
    const other = strategy === "contrastive_search" ? "penaltyAlpha" : "numBeams";
    throw clash([drafting, other], {
      why: "Draft tokens are of use in greedy search and in sampling, with one beam.",
      hint: `Leave out \`${drafting}\` or \`${other}\`.`,
    });
  }
  if (options.numReturnSequences > 1)
    throw clash([drafting, "numReturnSequences"], {
      why: "With draft tokens a prompt gets one text.",
      hint: "Call once for each text, with another `seed`.",
    });
  if (!options.useCache)
    throw clash([drafting, "useCache"], {
      why: "Draft tokens are checked over the cache.",
      hint: "Leave the cache on.",
    });
  return "assisted_generation";
}

/** The error for options that contradict each other: why they do, and what to do. */
export function clash(
  parameters: readonly string[],
  { why, hint, caller = "generate" }: { why: string; hint: string; caller?: string },
): GenerationError {
  const named = parameters.map((name) => `\`${name}\``).join(" and ");
  return new GenerationError("options-clash", `${caller}: ${named} do not go together. ${why}`, { parameters, hint });
}
