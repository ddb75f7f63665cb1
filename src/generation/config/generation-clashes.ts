/** @file Options that have no meaning together: which they are, and what to do. */

import { GenerationError } from "../generation-error";
import { GENERATION_FIELDS } from "./generation-fields";
import type { GenerationSettings } from "./generation-options";
import { clash, plainStrategy } from "./generation-strategy";

type Name = keyof GenerationSettings;

/** Only of use where tokens are drawn. */
const OF_SAMPLING: readonly Name[] = ["temperature", "topK", "topP", "minP", "typicalP", "epsilonCutoff", "etaCutoff"];

/** Only of use where several continuations are followed. */
const OF_BEAMS: readonly Name[] = ["earlyStopping", "lengthPenalty", "numBeamGroups", "diversityPenalty"];

/** What is checked: every option's value, the names that this call gives, and who is named in errors. */
interface Call {
  readonly options: GenerationSettings;
  readonly given: ReadonlySet<string>;
  readonly caller: string;
}

/**
 * Throws a GenerationError for options that contradict each other, or that would have no effect.
 *
 * An option without effect is an error where `given` has it, so that nobody believes that it did something; one that comes
 * from a model's file and is out of place in this call is left alone. Python warns there.
 */
export function checkClashes(options: GenerationSettings, given: ReadonlySet<string>, caller: string): void {
  const call = { options, given, caller };
  checkLengths(call);
  checkSampling(call);
  checkBeams(call);
  checkContrastive(call);
  if (options.numReturnSequences > 1 && options.numBeams === 1 && !options.doSample)
    throw clash(["numReturnSequences", "doSample"], {
      why: `Without drawing or beams the ${options.numReturnSequences} texts would be the same.`,
      hint: "Add `doSample: true`, or as many beams by `numBeams`.",
      caller,
    });
  if (hasValue(call, "maxMatchingNgramSize") && options.promptLookupNumTokens === null)
    throw noEffect(call, ["maxMatchingNgramSize", "promptLookupNumTokens"], {
      why: "nothing is looked up in the prompt",
      hint: "Set `promptLookupNumTokens` too.",
    });
}

function checkLengths({ options, given, caller }: Call): void {
  for (const [all, fresh] of [
    ["maxLength", "maxNewTokens"],
    ["minLength", "minNewTokens"],
  ] as const)
    if (given.has(all) && given.has(fresh) && options[fresh] !== null)
      throw clash([all, fresh], {
        why: "One counts the prompt's tokens and one does not.",
        hint: `Leave out \`${all}\`.`,
        caller,
      });
  const [least, most, names] =
    options.maxNewTokens === null
      ? [options.minLength, given.has("maxLength") ? options.maxLength : undefined, ["minLength", "maxLength"]]
      : [options.minNewTokens ?? 0, options.maxNewTokens, ["minNewTokens", "maxNewTokens"]];
  if (most !== undefined && least > most)
    throw clash(names, {
      why: `No text has at least ${least} and at most ${most} tokens.`,
      hint: "Change one.",
      caller,
    });
}

function checkSampling(call: Call): void {
  const { options } = call;
  if (options.doSample) return;
  const isOfContrastive = options.penaltyAlpha !== null;
  const unused = OF_SAMPLING.find((name) => hasValue(call, name) && !(name === "topK" && isOfContrastive));
  if (unused === undefined) return;
  throw noEffect(call, [unused, "doSample"], {
    why: "nothing is drawn",
    hint: `Add \`doSample: true\`${unused === "topK" ? ", or `penaltyAlpha` for contrastive search" : ""}.`,
  });
}

function checkBeams(call: Call): void {
  const { options, caller } = call;
  const { numBeams, numBeamGroups, diversityPenalty, numReturnSequences } = options;
  if (numBeams === 1) {
    const unused = OF_BEAMS.find((name) => hasValue(call, name));
    if (unused === undefined) return;
    throw noEffect(call, [unused, "numBeams"], { why: "there is one beam", hint: "Set `numBeams` to 2 or more." });
  }
  if (numReturnSequences > numBeams)
    throw clash(["numReturnSequences", "numBeams"], {
      why: `${numBeams} beams end in ${numBeams} texts at most, not in ${numReturnSequences}.`,
      hint: "Raise `numBeams`, or ask for fewer texts.",
      caller,
    });
  if (numBeamGroups === 1) {
    if (!hasValue(call, "diversityPenalty")) return;
    throw noEffect(call, ["diversityPenalty", "numBeamGroups"], {
      why: "there is one group of beams",
      hint: "Set `numBeamGroups` to 2 or more.",
    });
  }
  if (options.doSample)
    throw clash(["numBeamGroups", "doSample"], {
      why: "Groups of beams take the likeliest tokens.",
      hint: "Leave one out.",
      caller,
    });
  if (numBeams % numBeamGroups !== 0)
    throw clash(["numBeams", "numBeamGroups"], {
      why: `${numBeams} beams cannot be split into ${numBeamGroups} equal groups.`,
      hint: `Take a multiple of ${numBeamGroups} for \`numBeams\`.`,
      caller,
    });
  if (diversityPenalty === 0)
    throw clash(["numBeamGroups", "diversityPenalty"], {
      why: "Without a penalty all groups would be the same.",
      hint: "Set `diversityPenalty` above 0, such as 1.",
      caller,
    });
}

function checkContrastive(call: Call): void {
  const { options, caller } = call;
  const strategy = plainStrategy(options);
  if (strategy === "contrastive_search") {
    if (options.useCache) return;
    throw clash(["penaltyAlpha", "useCache"], {
      why: "Contrastive search works over the cache.",
      hint: "Leave the cache on.",
      caller,
    });
  }
  if (!hasValue(call, "penaltyAlpha") || options.penaltyAlpha === 0) return;
  if (strategy === "greedy_search")
    throw clash(["penaltyAlpha", "topK"], {
      why: "Contrastive search chooses among the `topK` likeliest tokens.",
      hint: "Set `topK` to 2 or more.",
      caller,
    });
  const other = options.numBeams > 1 ? "numBeams" : "doSample";
  throw clash(["penaltyAlpha", other], {
    why: "Contrastive search follows one continuation and draws nothing.",
    hint: "Leave one out.",
    caller,
  });
}

/** Whether this call gives the option another value than its default. */
function hasValue({ options, given }: Call, name: Name): boolean {
  return given.has(name) && options[name] !== GENERATION_FIELDS[name].default;
}

function noEffect(
  { caller }: Call,
  parameters: readonly Name[],
  { why, hint }: { why: string; hint: string },
): GenerationError {
  return new GenerationError("options-clash", `${caller}: \`${parameters[0]}\` has no effect here: ${why}.`, {
    parameters,
    hint,
  });
}
