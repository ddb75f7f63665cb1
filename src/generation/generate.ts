/** @file `generate`: inputs and options become a run, and a strategy carries it out. */
import type { DraftSource } from "./assisted/draft";
import { DraftModel } from "./assisted/draft-model";
import { draftSettings } from "./assisted/draft-settings";
import { PromptLookup } from "./assisted/prompt-lookup";
import type { GenerationStrategy } from "./config/generation-strategy";
import { CALL_NAMES, type GenerateOptions } from "./generate-options";
import { GenerateOutput } from "./generate-output";
import type { GenerationConfig } from "./generation-config";
import { GenerationError } from "./generation-error";
import type { GenerationSource } from "./generation-source";
import { createLogitsProcessors } from "./logits/create-logits-processors";
import { checkCallOptions } from "./run/call-options";
import { GenerationRun, type StrategyResult } from "./run/generation-run";
import { type GenerateInputs, readPrompts } from "./run/prompts";
import { Recorder } from "./run/recorder";
import { createStoppingCriteria } from "./stopping/create-stopping-criteria";
import { assistedDecoding } from "./strategies/assisted-decoding";
import { beamSample } from "./strategies/beam-sample";
import { beamSearch } from "./strategies/beam-search";
import { contrastiveSearch } from "./strategies/contrastive-search";
import { greedySearch } from "./strategies/greedy-search";
import { groupBeamSearch } from "./strategies/group-beam-search";
import { sampling } from "./strategies/sampling";
import type { Streamer } from "./streaming/streamer";

const STRATEGIES: Readonly<
  Record<Exclude<GenerationStrategy, "assisted_generation">, (run: GenerationRun) => Promise<StrategyResult>>
> = {
  greedy_search: greedySearch,
  sample: sampling,
  contrastive_search: contrastiveSearch,
  beam_search: beamSearch,
  beam_sample: beamSample,
  group_beam_search: groupBeamSearch,
};

/** Continues rows of tokens by a model. */
export async function generate(
  source: GenerationSource,
  inputs: GenerateInputs,
  options: GenerateOptions = {},
): Promise<GenerateOutput> {
  const { call, generation } = checkCallOptions(options);
  const config = (call.generationConfig ?? source.generationConfig).with(generation, {
    caller: "generate",
    alsoKnown: CALL_NAMES,
  });
  const assistant = call.assistantModel?.generationSource();
  const strategy = config.strategyWith(assistant === undefined ? "none" : "assistantModel");
  const prompts = readPrompts(inputs, {
    vocabulary: source.vocabulary,
    positions: source.positions,
    padId: config.padTokenId,
    bosId: config.bosTokenId,
    eosIds: config.eosTokenIds,
  });
  const rows = prompts.length * Math.max(config.numBeams, config.numReturnSequences);
  const { tokenizer, streamer, signal, logitsProcessor, stoppingCriteria } = call;
  checkStreamer(config, streamer);
  if (assistant !== undefined) checkAssistant(source, assistant);
  const promptLength = prompts[0]?.ids.length ?? 0;
  const maxLength = greatestLength(
    config,
    promptLength,
    source.positions,
    prompts.map(({ padding }) => padding),
  );
  const setting = { promptLength, maxLength };
  const run = new GenerationRun({
    config,
    prompts,
    maxLength,
    positions: source.positions,
    processors: createLogitsProcessors(config, { ...setting, logitsProcessor }),
    criteria: createStoppingCriteria(config, { ...setting, tokenizer, stoppingCriteria }),
    streamer,
    signal,
    recorder: new Recorder(config, rows, call.trace ?? false),
    openDecoder: () => source.openDecoder(),
  });
  signal?.throwIfAborted();
  const result = await streamed(run, streamer, () =>
    strategy === "assisted_generation"
      ? assistedDecoding(run, (row) => openDraft(run, row, { assistant, options, model: call.assistantModel }))
      : STRATEGIES[strategy](run),
  );
  const { sequences, sequenceScores, beamIndices } = result;
  return new GenerateOutput({
    strategy,
    sequences,
    promptLength,
    sequenceScores,
    beamIndices: config.outputScores ? beamIndices : undefined,
    texts: tokenizer?.batchDecode(sequences, { skipSpecialTokens: true }),
    ...run.recorder.results(),
  });
}

/** The most columns: what was asked for, and what the model has positions for. */
function greatestLength(
  config: GenerationConfig,
  promptLength: number,
  positions: number | undefined,
  paddings: readonly number[],
): number {
  // Padding takes a column and no position: each row ends where its own positions end.
  const room = positions === undefined ? Number.POSITIVE_INFINITY : positions + Math.max(...paddings);
  const wanted = config.maxLengthFor(promptLength, room);
  if (wanted > promptLength) return Math.min(wanted, room);
  throw new GenerationError(
    "length-used-up",
    `generate: the prompts have ${promptLength} tokens with their padding, and \`maxLength\` is ${wanted}.`,
    { parameters: ["maxLength"], hint: "Set `maxNewTokens` instead, which counts new tokens only." },
  );
}

async function streamed(
  run: GenerationRun,
  streamer: Streamer | undefined,
  work: () => Promise<StrategyResult>,
): Promise<StrategyResult> {
  if (streamer === undefined) return work();
  const copies = run.config.numReturnSequences;
  streamer.begin?.(run.prompts.length * copies);
  try {
    for (const [prompt, { ids, padding }] of run.prompts.entries())
      for (let copy = 0; copy < copies; copy++)
        await streamer.put(ids.slice(padding), { row: prompt * copies + copy, part: "prompt" });
    return await work();
  } finally {
    await streamer.end();
  }
}

async function openDraft(
  run: GenerationRun,
  row: number,
  {
    assistant,
    options,
    model,
  }: { assistant: GenerationSource | undefined; options: GenerateOptions; model: object | undefined },
): Promise<DraftSource> {
  const isEnd = (token: number): boolean => run.isEnd(token);
  const prompt = run.prompts[row];
  if (assistant === undefined || model === undefined || prompt === undefined)
    return new PromptLookup({
      tokens: run.config.promptLookupNumTokens ?? 1,
      ngram: run.config.maxMatchingNgramSize ?? 2,
      isEnd,
    });
  const { config, pace } = draftSettings(run.config, assistant.generationConfig, { options, model });
  return new DraftModel(await assistant.openDecoder(), {
    config,
    pace,
    prompt,
    positions: assistant.positions,
    random: run.random(row, "draft"),
    signal: run.signal,
    isEnd,
    process: (ids, scores) => run.process(ids, scores, { row, prompt: row }),
  });
}

function checkStreamer(config: GenerationConfig, streamer: Streamer | undefined): void {
  if (streamer === undefined || config.numBeams === 1) return;
  throw new GenerationError(
    "options-clash",
    "generate: `streamer` and `numBeams` do not go together. Beams give up tokens that they had chosen.",
    { parameters: ["streamer", "numBeams"], hint: "Leave one out." },
  );
}

function checkAssistant(source: GenerationSource, assistant: GenerationSource): void {
  if (source.vocabulary === undefined || source.vocabulary === assistant.vocabulary) return;
  throw new GenerationError(
    "vocabulary-mismatch",
    `generate: the model has ${source.vocabulary} tokens and \`assistantModel\` ${assistant.vocabulary ?? "an unknown number of"}.`,
    { parameters: ["assistantModel"], hint: "The draft must have been trained with the same tokenizer." },
  );
}
