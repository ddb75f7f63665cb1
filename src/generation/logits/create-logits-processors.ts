/** @file The logits processors that a configuration asks for, in Python's order. */
import type { GenerationConfig } from "../generation-config";
import type { CutOptions } from "./cut-scores";
import { EpsilonLogitsWarper } from "./epsilon";
import { EtaLogitsWarper } from "./eta";
import { ExponentialDecayLengthPenalty } from "./exponential-decay-length-penalty";
import { ForcedBOSTokenLogitsProcessor } from "./forced-bos-token";
import { ForcedEOSTokenLogitsProcessor } from "./forced-eos-token";
import { HammingDiversityLogitsProcessor } from "./hamming-diversity";
import { InfNanRemoveLogitsProcessor } from "./inf-nan-remove";
import { LogitNormalization } from "./logit-normalization";
import type { LogitsProcessor } from "./logits-processor";
import { type LogitsFunction, LogitsProcessorList } from "./logits-processor-list";
import { MinLengthLogitsProcessor } from "./min-length";
import { MinNewTokensLengthLogitsProcessor } from "./min-new-tokens-length";
import { MinPLogitsWarper } from "./min-p";
import { NoBadWordsLogitsProcessor } from "./no-bad-words";
import { NoRepeatNGramLogitsProcessor } from "./no-repeat-ngram";
import { RepetitionPenaltyLogitsProcessor } from "./repetition-penalty";
import { SequenceBiasLogitsProcessor } from "./sequence-bias";
import { SuppressTokensLogitsProcessor } from "./suppress-tokens";
import { SuppressTokensAtBeginLogitsProcessor } from "./suppress-tokens-at-begin";
import { TemperatureLogitsWarper } from "./temperature";
import { TopKLogitsWarper } from "./top-k";
import { TopPLogitsWarper } from "./top-p";
import { TypicalLogitsWarper } from "./typical";

/** What the processors depend on besides the configuration. */
export interface ProcessorSetting {
  /** The length of the prompts, padding included. */
  promptLength: number;
  /** The greatest length of a row, prompt included. @default config.maxLengthFor(promptLength) */
  maxLength?: number;
  /** Processors of the user's; they come after those of the options and before the ones that only drawing has. */
  logitsProcessor?: Iterable<LogitsProcessor | LogitsFunction> | undefined;
}

/**
 * The logits processors of a configuration, in the order in which Python applies them: those that hold for every strategy,
 * the user's, those of drawing, normalisation.
 *
 * @example
 * ```ts
 * const config = new GenerationConfig({ doSample: true, temperature: 0.7, noRepeatNgramSize: 2 });
 * [...createLogitsProcessors(config, { promptLength: 4 })].map((one) => one.constructor.name);
 * // [ 'NoRepeatNGramLogitsProcessor', 'TemperatureLogitsWarper', 'TopKLogitsWarper' ]
 * ```
 */
export function createLogitsProcessors(config: GenerationConfig, setting: ProcessorSetting): LogitsProcessorList {
  return new LogitsProcessorList([
    ...ofEveryStrategy(config, setting),
    ...(setting.logitsProcessor ?? []),
    ...(config.doSample ? ofDrawing(config) : []),
    ...(config.renormalizeLogits ? [new LogitNormalization()] : []),
  ]);
}

function ofEveryStrategy(config: GenerationConfig, setting: ProcessorSetting): LogitsProcessor[] {
  const { promptLength, maxLength = config.maxLengthFor(promptLength) } = setting;
  const list: LogitsProcessor[] = [];
  const ends = config.eosTokenIds;
  if (config.sequenceBias !== null) list.push(new SequenceBiasLogitsProcessor(config.sequenceBias));
  if (config.diversityPenalty > 0 && config.numBeamGroups > 1)
    list.push(new HammingDiversityLogitsProcessor(config.diversityPenalty));
  if (config.repetitionPenalty !== 1) list.push(new RepetitionPenaltyLogitsProcessor(config.repetitionPenalty));
  if (config.noRepeatNgramSize > 0) list.push(new NoRepeatNGramLogitsProcessor(config.noRepeatNgramSize));
  if (config.badWordsIds !== null) list.push(new NoBadWordsLogitsProcessor(config.badWordsIds, { eosTokenId: ends }));
  if (ends.length > 0 && config.minNewTokens === null && config.minLength > 0)
    list.push(new MinLengthLogitsProcessor(config.minLength, ends));
  if (ends.length > 0 && (config.minNewTokens ?? 0) > 0)
    list.push(new MinNewTokensLengthLogitsProcessor(config.minNewTokens ?? 0, ends));
  if (config.forcedBosTokenId !== null) list.push(new ForcedBOSTokenLogitsProcessor(config.forcedBosTokenId));
  if (config.forcedEosTokenId !== null)
    list.push(new ForcedEOSTokenLogitsProcessor(maxLength, config.forcedEosTokenId));
  if (config.removeInvalidValues) list.push(new InfNanRemoveLogitsProcessor());
  if (config.exponentialDecayLengthPenalty !== null && ends.length > 0)
    list.push(new ExponentialDecayLengthPenalty(config.exponentialDecayLengthPenalty, ends));
  if (config.suppressTokens !== null) list.push(new SuppressTokensLogitsProcessor(config.suppressTokens));
  if (config.beginSuppressTokens !== null) {
    // A forced first token is no choice: the tokens are ruled out behind it.
    const isForced = promptLength === 1 && config.forcedBosTokenId !== null;
    list.push(new SuppressTokensAtBeginLogitsProcessor(config.beginSuppressTokens, promptLength + (isForced ? 1 : 0)));
  }
  return list;
}

/** Each beam must keep a token that goes on, whichever end tokens it draws. */
function ofDrawing(config: GenerationConfig): LogitsProcessor[] {
  const options: CutOptions = {
    minTokensToKeep: config.numBeams === 1 ? 1 : Math.max(config.eosTokenIds.length, 1) + 1,
  };
  const { topK, minP } = config;
  const list: LogitsProcessor[] = [];
  if (config.temperature !== 1) list.push(new TemperatureLogitsWarper(config.temperature));
  if (topK !== null && topK > 0) list.push(new TopKLogitsWarper(topK, options));
  if (config.topP < 1) list.push(new TopPLogitsWarper(config.topP, options));
  if (minP !== null) list.push(new MinPLogitsWarper(minP, options));
  if (config.typicalP < 1) list.push(new TypicalLogitsWarper(config.typicalP, options));
  if (config.epsilonCutoff > 0) list.push(new EpsilonLogitsWarper(config.epsilonCutoff, options));
  if (config.etaCutoff > 0) list.push(new EtaLogitsWarper(config.etaCutoff, options));
  return list;
}
