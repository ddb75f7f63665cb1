/** @file How a draft model drafts: the call's options, else those of the draft itself, as in Python. */
import type { GenerationOptions } from "../config/generation-options";
import type { GenerationConfig } from "../generation-config";

/** How many tokens a draft proposes now. */
export interface DraftPace {
  tokens: number;
}

const paces = new WeakMap<object, DraftPace>();

/** The options that Python reads from the draft's own configuration. */
const OF_DRAFT = ["numAssistantTokens", "numAssistantTokensSchedule", "assistantConfidenceThreshold"] as const;

/** The configuration that a draft works with, and its pace: under the schedule "heuristic" that is kept for the next call. */
export function draftSettings(
  config: GenerationConfig,
  own: GenerationConfig,
  { options, model }: { options: GenerationOptions; model: object },
): { config: GenerationConfig; pace: DraftPace } {
  const overrides: GenerationOptions = {};
  for (const name of OF_DRAFT) Object.assign(overrides, { [name]: options[name] ?? own[name] });
  const merged = config.with(overrides);
  const fresh = { tokens: merged.numAssistantTokens };
  if (merged.numAssistantTokensSchedule !== "heuristic") return { config: merged, pace: fresh };
  const known = options.numAssistantTokens === undefined ? paces.get(model) : undefined;
  const pace = known ?? fresh;
  paces.set(model, pace);
  return { config: merged, pace };
}
