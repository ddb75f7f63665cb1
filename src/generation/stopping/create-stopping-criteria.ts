/** @file The stopping criteria that a configuration asks for. */
import type { PreTrainedTokenizerFast } from "../../tokenizers/pre-trained-tokenizer-fast";
import type { GenerationConfig } from "../generation-config";
import { GenerationError } from "../generation-error";
import { EosTokenCriteria } from "./eos-token";
import { MaxLengthCriteria } from "./max-length";
import { MaxTimeCriteria } from "./max-time";
import { StopStringCriteria } from "./stop-strings";
import type { StoppingCriteria } from "./stopping-criteria";
import { StoppingCriteriaList, type StoppingFunction } from "./stopping-criteria-list";

/** What the criteria depend on besides the configuration. */
export interface CriteriaSetting {
  /** The length of the prompts, padding included. */
  promptLength: number;
  /** The greatest length of a row, prompt included. @default config.maxLengthFor(promptLength) */
  maxLength?: number;
  /** Reads tokens as text, for `stopStrings`. */
  tokenizer?: Pick<PreTrainedTokenizerFast, "decode" | "encode"> | undefined;
  /** Criteria of the user's; they come after those of the options. */
  stoppingCriteria?: Iterable<StoppingCriteria | StoppingFunction> | undefined;
  /** When the generation began, for `maxTime`, as `performance.now()` gives it. @default now */
  initialTimestamp?: number;
}

/**
 * The stopping criteria of a configuration: length, time, stop strings, end tokens, the user's.
 *
 * Throws a GenerationError where there are `stopStrings` and no tokenizer.
 *
 * @example
 * ```ts
 * const config = new GenerationConfig({ maxNewTokens: 3, eosTokenId: 2 });
 * const criteria = createStoppingCriteria(config, { promptLength: 2 });
 * criteria.shouldStop([7, 8, 9, 9, 9], { row: 0, step: 3, promptLength: 2 }); // true
 * ```
 */
export function createStoppingCriteria(config: GenerationConfig, setting: CriteriaSetting): StoppingCriteriaList {
  const { promptLength, maxLength = config.maxLengthFor(promptLength), tokenizer, initialTimestamp } = setting;
  const list = new StoppingCriteriaList([new MaxLengthCriteria(maxLength)]);
  if (config.maxTime !== null) list.push(new MaxTimeCriteria(config.maxTime, { initialTimestamp }));
  if (config.stopStrings !== null) {
    if (tokenizer === undefined)
      throw new GenerationError(
        "tokenizer-missing",
        "`stopStrings` are texts, and there is no tokenizer to read tokens with.",
        {
          parameters: ["stopStrings", "tokenizer"],
          hint: "Pass the model's own one: `tokenizer`.",
        },
      );
    list.push(new StopStringCriteria(tokenizer, config.stopStrings));
  }
  if (config.eosTokenIds.length > 0) list.push(new EosTokenCriteria(config.eosTokenIds));
  if (setting.stoppingCriteria !== undefined) list.push(...setting.stoppingCriteria);
  return list;
}
