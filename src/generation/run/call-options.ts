/** @file The options of a call of `generate` that are no generation options, checked and split off. */
import { argumentTypeError } from "../../core/errors";
import { PreTrainedTokenizerFast } from "../../tokenizers/pre-trained-tokenizer-fast";
import type { GenerationOptions } from "../config/generation-options";
import type { GenerateOptions } from "../generate-options";
import { GenerationConfig } from "../generation-config";

type CallOptions = Omit<GenerateOptions, keyof GenerationOptions>;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isIterable = (value: unknown): boolean => isObject(value) && Symbol.iterator in value;

const RULES: Readonly<Record<keyof CallOptions, readonly [rule: string, isRight: (value: unknown) => boolean]>> = {
  generationConfig: ["be a GenerationConfig", (value) => value instanceof GenerationConfig],
  tokenizer: ["be a tokenizer, such as AutoTokenizer opens", (value) => value instanceof PreTrainedTokenizerFast],
  assistantModel: [
    "be a model for causal language modelling",
    (value) => isObject(value) && "generationSource" in value,
  ],
  logitsProcessor: ["be a list of logits processors", isIterable],
  stoppingCriteria: ["be a list of stopping criteria", isIterable],
  streamer: ["be a streamer, with `put` and `end`", (value) => isObject(value) && "put" in value && "end" in value],
  signal: ["be an AbortSignal", (value) => value instanceof AbortSignal],
  trace: [
    "be true, false or { candidates: 20 }",
    (value) =>
      typeof value === "boolean" || (isObject(value) && isCount((value as { candidates?: unknown }).candidates)),
  ],
};

/** The two kinds of options. Null and undefined are as if not given. */
export function checkCallOptions(options: GenerateOptions): { call: CallOptions; generation: GenerationOptions } {
  if (!isObject(options) || Array.isArray(options))
    throw argumentTypeError({
      function: "generate",
      parameter: "options",
      rule: "be an object, such as { maxNewTokens: 20 }",
      value: options,
    });
  const call: Record<string, unknown> = {};
  const generation: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(RULES, name) ? RULES[name as keyof CallOptions] : undefined;
    if (rule === undefined) generation[name] = value;
    else if (value === undefined || value === null) continue;
    else if (rule[1](value)) call[name] = value;
    else throw argumentTypeError({ function: "generate", parameter: name, rule: rule[0], value });
  }
  return { call, generation };
}

function isCount(value: unknown): boolean {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) > 0);
}
