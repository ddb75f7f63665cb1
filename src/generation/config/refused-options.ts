/** @file Options of Python's that are not built here, and why. */
import { GenerationError } from "../generation-error";

/** An option that is not built: the values that ask for nothing, and what to say of any other. */
interface Refusal {
  /** Values that change nothing and are let through. */
  readonly neutral: readonly unknown[];
  /** Why it is not there, and what to do instead, a sentence or two. */
  readonly why: string;
}

const NO_ENCODER = "It works on the input of an encoder, and the models here have a decoder alone.";

/** Options that would change the text, and that nothing here honours. */
const REFUSED: Readonly<Record<string, Refusal>> = {
  encoderRepetitionPenalty: {
    neutral: [1],
    why: `${NO_ENCODER} \`repetitionPenalty\` counts the prompt's tokens too.`,
  },
  encoderNoRepeatNgramSize: {
    neutral: [0],
    why: `${NO_ENCODER} \`noRepeatNgramSize\` counts the prompt's tokens too.`,
  },
  decoderStartTokenId: { neutral: [], why: `${NO_ENCODER} What begins a text is \`bosTokenId\`.` },
  forcedDecoderIds: { neutral: [], why: `${NO_ENCODER} Put the tokens at the end of the prompt.` },
  forceWordsIds: {
    neutral: [],
    why: "Constrained beam search is not built. `sequenceBias` makes words likelier, and a logits processor of yours can ask for more.",
  },
  constraints: {
    neutral: [],
    why: "Constrained beam search is not built. `sequenceBias` makes words likelier, and a logits processor of yours can ask for more.",
  },
  prefixAllowedTokensFn: {
    neutral: [],
    why: "Pass `logitsProcessor: [new PrefixConstrainedLogitsProcessor(fn)]` instead.",
  },
  dolaLayers: { neutral: [], why: "DoLa needs the logits of earlier layers, which the models here do not give." },
  tokenHealing: { neutral: [false], why: "The prompt is continued as it was cut. End it at the end of a word." },
  guidanceScale: {
    neutral: [1],
    why: "Classifier-free guidance, a second run of the model at each step, is not built.",
  },
  watermarkingConfig: {
    neutral: [],
    why: "Watermarks are not built. A logits processor of yours can favour the tokens that a key picks.",
  },
  outputAttentions: {
    neutral: [false],
    why: "The models here do not give their attention weights. `outputHiddenStates` and `outputLogits` are there.",
  },
  assistantEarlyExit: {
    neutral: [],
    why: "A draft of the model's own first layers is not built. Pass `assistantModel`.",
  },
};

/** Options of how Python computes, which change no text. A file may hold them; a call that asks for them is told. */
const PYTHON_ONLY = new Set([
  ...["cacheImplementation", "cacheConfig", "returnLegacyCache", "lowMemory", "compileConfig"],
  ...["assistantLookbehind", "targetLookbehind", "generationKwargs", "isAssistant"],
]);

/** The names of the options that would change the text. */
export const REFUSED_NAMES: readonly string[] = Object.keys(REFUSED);

/** Whether the name is one of Python's that is not built. */
export function isRefused(name: string): boolean {
  return Object.hasOwn(REFUSED, name) || PYTHON_ONLY.has(name);
}

/** Whether this value of an option that is not built asks for something. */
export function asksForMore(name: string, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return Object.hasOwn(REFUSED, name) ? REFUSED[name]?.neutral.includes(value) === false : PYTHON_ONLY.has(name);
}

/** The error for an option that is not built. */
export function optionUnsupported(caller: string, name: string, origin = ""): GenerationError {
  const why = REFUSED[name]?.why ?? "It says how Python computes, and changes no text. Leave it out.";
  return new GenerationError(
    "option-unsupported",
    `${caller}: \`${name}\`${origin} is an option of Python's that is not built here.`,
    {
      parameters: [name],
      hint: why,
    },
  );
}
