/** @file The options of encoding: what they are called, and what they mean for one tokenizer. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { listNames } from "../core/suggest";
import type { TensorKind } from "./token-tensor";
import { TokenizerError } from "./tokenizer-error";
import type { Side, TruncationStrategy } from "./truncation";

/** How padding is asked for: `true` is `"longest"`. */
export type PaddingOption = boolean | "longest" | "max_length" | "do_not_pad";

/** How truncation is asked for: `true` is `"longest_first"`. */
export type TruncationOption = boolean | TruncationStrategy | "do_not_truncate";

/** Options of padding, for encoding and for `tokenizer.pad`. */
export interface PadOptions {
  /** `true` or `"longest"`: as long as the longest text; `"max_length"`: as long as `maxLength`. @default false */
  padding?: PaddingOption;
  /** How many tokens a text may have, special tokens counted. @default the model's length */
  maxLength?: number;
  /** Rounds the padded length up to a multiple of this. */
  padToMultipleOf?: number;
  /** Where padding goes. @default tokenizer.paddingSide */
  paddingSide?: Side;
  /** @default whether the model reads one */
  returnAttentionMask?: boolean;
  /** Tensors instead of lists: 32-bit for `tf`, 64-bit for `onnx` and `np`. */
  returnTensors?: TensorKind;
}

/** Options of `tokenizer.encode`. Python: the arguments of `tokenizer(…)`. */
export interface EncodeOptions<Pair = string | readonly string[] | readonly (readonly string[])[]> extends PadOptions {
  /** The second text of a pair, or one for each text. */
  textPair?: Pair | undefined;
  /** @default true */
  addSpecialTokens?: boolean;
  /** Cuts what is longer than `maxLength`. @default false */
  truncation?: TruncationOption;
  /** Where tokens are cut off. @default tokenizer.truncationSide */
  truncationSide?: Side;
  /** How many tokens a window shares with the one before it. @default 0 */
  stride?: number;
  /** Whether the texts are given as words. @default false */
  isSplitIntoWords?: boolean;
  /** Returns what truncation cut off as rows of their own, with `overflow_to_sample_mapping`. @default false */
  returnOverflowingTokens?: boolean;
  /** @default whether the model reads them */
  returnTokenTypeIds?: boolean;
  /** @default false */
  returnSpecialTokensMask?: boolean;
  /** Returns each token's place in the text, in UTF-16 units, so that `text.slice(start, end)` is what it stands for. @default false */
  returnOffsetsMapping?: boolean;
  /** @default false */
  returnLength?: boolean;
  /** Cuts special tokens in the text as any other text. @default tokenizer.splitSpecialTokens */
  splitSpecialTokens?: boolean;
}

const SHARED = ["padding", "maxLength", "padToMultipleOf", "paddingSide", "returnAttentionMask", "returnTensors"];
const NAMES: Readonly<Record<"encode" | "pad", readonly string[]>> = {
  pad: SHARED,
  encode: [
    ...SHARED,
    "textPair",
    "addSpecialTokens",
    "truncation",
    "truncationSide",
    "stride",
    "isSplitIntoWords",
    "returnOverflowingTokens",
    "returnTokenTypeIds",
    "returnSpecialTokensMask",
    "returnOffsetsMapping",
    "returnLength",
    "splitSpecialTokens",
  ],
};
const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  padding: [true, false, "longest", "max_length", "do_not_pad"],
  truncation: [true, false, "longest_first", "only_first", "only_second", "do_not_truncate"],
  paddingSide: ["left", "right"],
  truncationSide: ["left", "right"],
  returnTensors: ["tf", "onnx", "np"],
};
const COUNTS: Readonly<Record<string, number>> = { maxLength: 0, stride: 0, padToMultipleOf: 1 };

/** Refuses names and values that no option has. */
export function checkOptions(method: "encode" | "pad", options: object): void {
  const name = `tokenizer.${method}`;
  if (options === null || typeof options !== "object" || Array.isArray(options))
    throw argumentTypeError({ function: name, parameter: "options", rule: "be an object", value: options });
  for (const [option, value] of Object.entries(options)) {
    const parameter = option;
    if (!NAMES[method].includes(option))
      throw new TypeError(
        `${name}: there is no option \`${option}\`. ${listNames("options", camelCase(option), NAMES[method])}`,
      );
    if (value === undefined || option === "textPair") continue;
    const [choices, least] = [CHOICES[option], COUNTS[option]];
    if (choices !== undefined) {
      const listed = choices.map((choice) => JSON.stringify(choice)).join(", ");
      if (!choices.includes(value))
        throw argumentTypeError({ function: name, parameter, rule: `be one of ${listed}`, value });
    } else if (least !== undefined) {
      if (!Number.isSafeInteger(value) || (value as number) < least)
        throw argumentRangeError({ function: name, parameter, rule: `be a whole number from ${least}`, value });
    } else if (typeof value !== "boolean") {
      throw argumentTypeError({ function: name, parameter, rule: "be true or false", value });
    }
  }
}

/** What a tokenizer says of itself that decides what options mean. */
export interface LengthContext {
  /** The longest text of the model; more than 1e20 stands for none. */
  modelMaxLength: number;
  hasPadToken: boolean;
}

/** What is to be done: the strategies and the length, or undefined for what is not to be done. */
export interface Strategies {
  padding: "longest" | "max_length" | undefined;
  truncation: TruncationStrategy | undefined;
  maxLength: number | undefined;
}

/** A length above this stands for "no limit is known". */
export const NO_LIMIT = 1e20;

/** The most tokens that padding may fill up to. */
const LONGEST_PADDING = 2 ** 24;

/** What the options ask for, by Python's rules; `warn` is told of what is ignored. */
export function resolveStrategies(
  {
    padding = false,
    truncation,
    maxLength,
    padToMultipleOf,
  }: Pick<EncodeOptions, "padding" | "truncation" | "maxLength" | "padToMultipleOf">,
  context: LengthContext,
  warn: (message: string) => void,
): Strategies {
  const result: Strategies = {
    padding: padding === true ? "longest" : padding === false || padding === "do_not_pad" ? undefined : padding,
    truncation:
      truncation === true
        ? "longest_first"
        : truncation === false || truncation === undefined || truncation === "do_not_truncate"
          ? undefined
          : truncation,
    maxLength,
  };
  if (maxLength !== undefined && padding === false && truncation === undefined) result.truncation = "longest_first";
  if (maxLength !== undefined && padding === true && result.truncation === undefined)
    warn(
      '`maxLength` does nothing beside `padding: true` alone. Use `padding: "max_length"`, or add `truncation: true`.',
    );
  if (maxLength === undefined) useModelLength(result, context.modelMaxLength, warn);
  if (result.padding !== undefined && !context.hasPadToken) throw missingPadToken();
  if (result.padding === "max_length" && (result.maxLength ?? 0) > LONGEST_PADDING)
    throw argumentRangeError({
      function: "tokenizer.encode",
      parameter: "maxLength",
      rule: `be at most ${LONGEST_PADDING} where texts are padded to it`,
      value: result.maxLength,
    });
  const isMultiple = padToMultipleOf === undefined || (result.maxLength ?? 0) % padToMultipleOf === 0;
  if (result.truncation !== undefined && result.padding !== undefined && !isMultiple)
    throw argumentRangeError({
      function: "tokenizer.encode",
      parameter: "maxLength",
      rule: `be a multiple of \`padToMultipleOf\`, ${padToMultipleOf}, where texts are cut to it and padded`,
      value: result.maxLength,
    });
  return result;
}

function useModelLength(result: Strategies, modelMaxLength: number, warn: (message: string) => void): void {
  if (modelMaxLength <= NO_LIMIT) {
    if (result.padding === "max_length" || result.truncation !== undefined) result.maxLength = modelMaxLength;
    return;
  }
  const asked = [
    ...(result.padding === "max_length" ? ["padding to the greatest length"] : []),
    ...(result.truncation === undefined ? [] : ["truncation"]),
  ];
  if (asked.length === 0) return;
  warn(`This tokenizer names no greatest length, so there is no ${asked.join(" and no ")}. Give \`maxLength\`.`);
  if (result.padding === "max_length") result.padding = undefined;
  result.truncation = undefined;
}

/** The error for padding without a token to pad with. */
export function missingPadToken(): TokenizerError {
  return new TokenizerError("token-missing", "Padding was asked for, but this tokenizer has no padding token.", {
    hint: "Name one first: `tokenizer.padToken = tokenizer.eosToken`.",
  });
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
