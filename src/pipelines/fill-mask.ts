/** @file Fill-mask: the words that fit a gap in a text. */
import type { ModelTensor } from "../models/model-tensor";
import type { Encoding } from "../tokenizers/encoding";
import type { PreTrainedTokenizerFast } from "../tokenizers/pre-trained-tokenizer-fast";
import { type CallOptions, count, flag, type Merged, oneOf, type Rules, texts } from "./call-options";
import { checkText, encodeRows } from "./encode-row";
import { PipelineError } from "./pipeline-error";
import type { PipelineHandle } from "./pipeline-handle";
import type { PipelineModel, PipelineParts } from "./pipeline-model";
import type { TaskCall } from "./run-inputs";
import { runRows } from "./run-rows";
import { topIndices } from "./top-indices";

/** A token that fits a gap. */
export interface FilledMask {
  score: number;
  token: number;
  token_str: string;
  /** The text with the gap filled. */
  sequence: string;
}

/** Options of fill-mask. Python: the arguments of `FillMaskPipeline`. */
export interface FillMaskOptions extends CallOptions {
  /** How many tokens to give for a mask. @default 5 */
  topK?: number;
  /** The only words to choose from. One that is no token is cut into tokens, and the first of them is taken. */
  targets?: string | readonly string[];
  /** `"several"` takes texts with several masks and gives a list for each; `"one"` refuses them. @default "one" */
  masks?: "one" | "several";
  /** Cuts the end off a text that is longer than the model reads, instead of an error. @default false */
  truncation?: boolean;
}

/** What fits a text's mask, or each of its masks. */
export type FilledOf<Options> = Options extends { masks: "several" }
  ? FilledMask[][]
  : Options extends { masks: "one" }
    ? FilledMask[]
    : "masks" extends keyof Options
      ? FilledMask[] | FilledMask[][]
      : FilledMask[];

/** Fills the masks of texts. */
export interface FillMaskPipeline<Defaults = Record<never, never>>
  extends PipelineHandle<"fill-mask", PipelineModel, PipelineParts["tokenizer"]> {
  <const Inputs extends string | readonly string[], const Options extends FillMaskOptions = Record<never, never>>(
    texts: Inputs,
    options?: Options,
  ): Promise<Inputs extends string ? FilledOf<Merged<Defaults, Options>> : FilledOf<Merged<Defaults, Options>>[]>;
}

/** The rules of {@link FillMaskOptions}. */
export const FILL_MASK_RULES: Rules = {
  topK: count(1),
  targets: texts,
  masks: oneOf("one", "several"),
  truncation: flag,
};

/** What fits each mask of each text. Each mask is filled as if the others stayed. */
export function fillMask(
  parts: PipelineParts,
  { topK = 5, targets, masks = "one", truncation = false }: FillMaskOptions,
): TaskCall<string, FilledMask[] | FilledMask[][]> {
  const { tokenizer } = parts;
  const mask = maskId(tokenizer);
  const candidates = targets === undefined ? undefined : targetIds(tokenizer, targets);
  return {
    task: "fill-mask",
    parameter: "texts",
    check: (input, place) => checkText("fill-mask", input, place),
    async run(inputs, options) {
      const rows = inputs.flatMap((text) => encodeRows(parts, text, {}, truncation ? "cut" : "refuse").slice(0, 1));
      const places = rows.map((row, index) => maskPlaces(row, mask, inputs[index] ?? "", masks, tokenizer));
      return runRows(parts, rows, options, (output, row) => {
        const [logits, { ids = [] }] = [output("logits"), rows[row] ?? {}];
        const own = places[row] ?? [];
        const lists = own.map((place) =>
          likeliest(logits.at(place), candidates, topK).map(([token, score]) => ({
            score,
            token,
            token_str: tokenizer.decode([token]),
            sequence: filled(tokenizer, ids, place, token, own.length),
          })),
        );
        return masks === "several" ? lists : (lists[0] ?? []);
      });
    },
  };
}

function maskId(tokenizer: PreTrainedTokenizerFast): number {
  const { maskTokenId } = tokenizer;
  if (maskTokenId !== undefined) return maskTokenId;
  throw new PipelineError("token-missing", "This tokenizer has no mask token, so there is nothing to fill.", {
    task: "fill-mask",
    hint: "Take a masked language model, such as a BERT.",
  });
}

function maskPlaces(
  { ids }: Encoding,
  mask: number,
  text: string,
  masks: "one" | "several",
  { maskToken }: PreTrainedTokenizerFast,
): number[] {
  const places = ids.flatMap((id, place) => (id === mask ? [place] : []));
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
  if (places.length === 0)
    throw new PipelineError("mask-missing", `There is no ${maskToken} in ${shown}.`, {
      task: "fill-mask",
      hint: `Write ${maskToken} where a word is to be found.`,
    });
  if (places.length > 1 && masks === "one")
    throw new PipelineError(
      "masks-several",
      `There are ${places.length} ${maskToken} in ${shown}, where one is meant.`,
      {
        task: "fill-mask",
        hint: 'Pass `masks: "several"` to get a list for each.',
      },
    );
  return places;
}

/** The likeliest tokens with their probabilities, among all tokens or among some. */
function likeliest(
  logits: ModelTensor,
  candidates: readonly number[] | undefined,
  topK: number,
): [token: number, score: number][] {
  const { data } = logits.softmax();
  if (candidates === undefined) return topIndices(data, topK).map((token) => [token, data[token] ?? 0]);
  const scores = candidates.map((token) => data[token] ?? 0);
  return topIndices(scores, topK).map((place) => [candidates[place] ?? 0, scores[place] ?? 0]);
}

/** The text with one mask filled. Other masks stay visible, and so do all special tokens then, as in Python. */
function filled(
  tokenizer: PreTrainedTokenizerFast,
  ids: readonly number[],
  place: number,
  token: number,
  masks: number,
): string {
  const row = ids.map((id, index) => (index === place ? token : id)).filter((id) => id !== tokenizer.padTokenId);
  return tokenizer.decode(row, { skipSpecialTokens: masks === 1 });
}

function targetIds(tokenizer: PreTrainedTokenizerFast, targets: string | readonly string[]): number[] {
  const vocabulary = tokenizer.getVocab();
  const ids = new Set<number>();
  for (const target of typeof targets === "string" ? [targets] : targets) {
    const known = Object.hasOwn(vocabulary, target) ? vocabulary[target] : undefined;
    if (known !== undefined) {
      ids.add(known);
      continue;
    }
    const [first] = tokenizer.encode(target, { addSpecialTokens: false }).input_ids;
    const [token] = first === undefined ? [] : tokenizer.convertIdsToTokens([first]);
    const what = token === undefined ? "it is left out" : `its first token, ${JSON.stringify(token)}, is taken`;
    console.warn(`The target ${JSON.stringify(target)} is no token of this model, so ${what}.`);
    if (first !== undefined) ids.add(first);
  }
  if (ids.size > 0) return [...ids];
  throw new RangeError("fill-mask: not one of `targets` has a token of this model. Name other words.");
}
