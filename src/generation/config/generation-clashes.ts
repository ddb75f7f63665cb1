/** @file Options that have no meaning together: which they are, and what to do. */
import { GENERATION_FIELDS } from "./generation-fields";
import type { GenerationSettings } from "./generation-options";
import { clash, plainStrategy } from "./generation-strategy";

type Name = keyof GenerationSettings;

/** Only of use where tokens are drawn. */
const OF_SAMPLING: readonly Name[] = ["temperature", "topP", "minP", "typicalP", "epsilonCutoff", "etaCutoff"];

/** Only of use where several continuations are followed. */
const OF_BEAMS: readonly Name[] = ["earlyStopping", "lengthPenalty", "numBeamGroups", "diversityPenalty"];

/**
 * Throws a GenerationError for options that contradict each other, or that would have no effect.
 *
 * An option without effect is an error where `given` has it, so that nobody believes that it did something; one that comes
 * from a model's file and is out of place in this call is left alone. Python warns there.
 */
export function checkClashes(options: GenerationSettings, given: ReadonlySet<string>, caller: string): void {
  const isGiven = (name: Name): boolean => given.has(name) && options[name] !== GENERATION_FIELDS[name].default;
  checkLengths(options, given, caller);
  checkSampling(options, isGiven, caller);
  checkBeams(options, isGiven, caller);
  checkContrastive(options, isGiven, caller);
  if (options.numReturnSequences > 1 && options.numBeams === 1 && !options.doSample)
    throw clash(
      ["numReturnSequences", "doSample"],
      "Without drawing or beams every text would be the same. Add `doSample: true`, or `numBeams` of as many at least.",
      caller,
    );
  if (isGiven("maxMatchingNgramSize") && options.promptLookupNumTokens === null)
    throw clash(
      ["maxMatchingNgramSize", "promptLookupNumTokens"],
      "Only prompt lookup has use for it. Set both.",
      caller,
    );
}

function checkLengths(options: GenerationSettings, given: ReadonlySet<string>, caller: string): void {
  if (given.has("maxLength") && given.has("maxNewTokens") && options.maxNewTokens !== null)
    throw clash(["maxLength", "maxNewTokens"], "One counts the prompt and one does not. Leave one out.", caller);
  if (given.has("minLength") && given.has("minNewTokens") && options.minNewTokens !== null)
    throw clash(["minLength", "minNewTokens"], "One counts the prompt and one does not. Leave one out.", caller);
  if (options.minNewTokens !== null && options.maxNewTokens !== null && options.minNewTokens > options.maxNewTokens)
    throw clash(
      ["minNewTokens", "maxNewTokens"],
      `At least ${options.minNewTokens} and at most ${options.maxNewTokens} is no number.`,
      caller,
    );
  if (options.maxNewTokens === null && given.has("maxLength") && options.minLength > options.maxLength)
    throw clash(
      ["minLength", "maxLength"],
      `At least ${options.minLength} and at most ${options.maxLength} is no number.`,
      caller,
    );
}

function checkSampling(options: GenerationSettings, isGiven: (name: Name) => boolean, caller: string): void {
  if (options.doSample) return;
  const unused = OF_SAMPLING.find(isGiven) ?? (isGiven("topK") && options.penaltyAlpha === null ? "topK" : undefined);
  if (unused === undefined) return;
  const other = unused === "topK" ? ", or `penaltyAlpha` for contrastive search" : "";
  throw clash([unused, "doSample"], `Nothing is drawn here. Add \`doSample: true\`${other}.`, caller);
}

function checkBeams(options: GenerationSettings, isGiven: (name: Name) => boolean, caller: string): void {
  const { numBeams, numBeamGroups, diversityPenalty, numReturnSequences } = options;
  if (numBeams === 1) {
    const unused = OF_BEAMS.find(isGiven);
    if (unused !== undefined)
      throw clash([unused, "numBeams"], "There are no beams here. Set `numBeams` to 2 or more.", caller);
    return;
  }
  if (numReturnSequences > numBeams)
    throw clash(
      ["numReturnSequences", "numBeams"],
      `${numBeams} beams have no ${numReturnSequences} texts. Raise \`numBeams\`, or ask for fewer.`,
      caller,
    );
  if (numBeamGroups === 1 && diversityPenalty === 0) return;
  if (numBeamGroups === 1)
    throw clash(
      ["diversityPenalty", "numBeamGroups"],
      "It sets groups apart. Set `numBeamGroups` to 2 or more.",
      caller,
    );
  if (options.doSample)
    throw clash(["numBeamGroups", "doSample"], "Groups of beams take the likeliest tokens. Leave one out.", caller);
  if (numBeams % numBeamGroups !== 0)
    throw clash(
      ["numBeams", "numBeamGroups"],
      `${numBeams} beams cannot be split into ${numBeamGroups} equal groups.`,
      caller,
    );
  if (diversityPenalty === 0)
    throw clash(
      ["numBeamGroups", "diversityPenalty"],
      "Without a `diversityPenalty` above 0 all groups would be the same.",
      caller,
    );
}

function checkContrastive(options: GenerationSettings, isGiven: (name: Name) => boolean, caller: string): void {
  const isContrastive = plainStrategy(options) === "contrastive_search";
  if (isContrastive && !options.useCache)
    throw clash(["penaltyAlpha", "useCache"], "Contrastive search works over the cache. Leave it on.", caller);
  if (isContrastive || !isGiven("penaltyAlpha") || options.penaltyAlpha === 0) return;
  if (options.numBeams > 1)
    throw clash(["penaltyAlpha", "numBeams"], "Contrastive search follows one continuation. Leave one out.", caller);
  if (options.doSample)
    throw clash(["penaltyAlpha", "doSample"], "Contrastive search draws nothing. Leave one out.", caller);
  throw clash(["penaltyAlpha", "topK"], "Contrastive search chooses among `topK` tokens: 2 at least.", caller);
}
