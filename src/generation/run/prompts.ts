/** @file What `generate` is given, as rows of tokens with their masks: checked, padded on the left, ready to be continued. */
import { argumentTypeError } from "../../core/errors";
import { type PlainTensor, plainTensor } from "../../models/input-tensor";
import { ModelError } from "../../models/model-error";
import type { ModelInputs } from "../../models/model-inputs";
import { GenerationError } from "../generation-error";

/** A row to be continued. */
export interface Prompt {
  /** Padding on the left, then the text. */
  readonly ids: readonly number[];
  /** 0 for padding and 1 for tokens. */
  readonly mask: readonly number[];
  /** How many of the ids are padding. */
  readonly padding: number;
}

/** What `generate` takes: what a tokenizer returns, or rows of ids; a single row may come without its brackets. */
export type GenerateInputs =
  | Pick<ModelInputs, "input_ids" | "attention_mask">
  | readonly number[]
  | readonly (readonly number[])[];

/** What is known of the model that will read the prompts. */
export interface PromptLimits {
  readonly vocabulary: number | undefined;
  /** The most tokens of a text; undefined where nothing bounds it. */
  readonly positions: number | undefined;
  readonly padId: number | null;
  readonly bosId: number | null;
  readonly eosIds: readonly number[];
}

/** The prompts of a call, all of one width. */
export function readPrompts(inputs: unknown, limits: PromptLimits): Prompt[] {
  const { ids, mask } = readTensors(inputs);
  const [batch = 0, width = 0] = ids.dims;
  if (batch === 0)
    throw new GenerationError("prompt-empty", "generate: there is no row to continue.", { hint: "Give one at least." });
  const rows = Array.from({ length: batch }, (_, row) => [...ids.data.subarray(row * width, (row + 1) * width)]);
  if (width === 0) return rows.map(() => beginning(limits));
  checkIds(rows, limits.vocabulary);
  const masks =
    mask === undefined
      ? rows.map((row) => inferredMask(row, limits))
      : rows.map((_, row) => [...mask.data.subarray(row * width, (row + 1) * width)]);
  return rows.map((row, index) => promptOf(row, masks[index] ?? [], index, limits));
}

function readTensors(inputs: unknown): { ids: PlainTensor; mask: PlainTensor | undefined } {
  const isObject = typeof inputs === "object" && inputs !== null && !Array.isArray(inputs);
  const given: { readonly input_ids?: unknown; readonly attention_mask?: unknown } =
    isObject && !("dims" in inputs) ? inputs : { input_ids: inputs };
  if (given.input_ids === undefined || given.input_ids === null)
    throw argumentTypeError({
      function: "generate",
      parameter: "inputs",
      rule: "be what a tokenizer returns, or rows of ids",
      value: inputs,
      next: 'Write `model.generate(tokenizer.encode(["…"]))`.',
    });
  const ids = asRows("input_ids", given.input_ids);
  const mask = given.attention_mask == null ? undefined : asRows("attention_mask", given.attention_mask);
  if (mask !== undefined && mask.dims.join() !== ids.dims.join())
    throw new GenerationError(
      "inputs-shape",
      `generate: \`attention_mask\` is [${mask.dims.join(", ")}], but \`input_ids\` is [${ids.dims.join(", ")}].`,
      { hint: "Pass both as the tokenizer returned them." },
    );
  return { ids, mask };
}

function asRows(name: string, value: unknown): PlainTensor {
  try {
    const tensor = plainTensor(name, value);
    const { dims, data } = tensor.dims.length === 1 ? { dims: [1, ...tensor.dims], data: tensor.data } : tensor;
    if (dims.length === 2) return { dims, data };
    throw new GenerationError(
      "inputs-shape",
      `generate: \`${name}\` must be rows of ids, but is [${dims.join(", ")}].`,
    );
  } catch (error) {
    if (!(error instanceof ModelError) || error.code !== "inputs-ragged") throw error;
    throw new GenerationError("inputs-ragged", `generate: ${error.message}`, {
      hint: 'Rows of a batch must be equally long: encode with `padding: true, paddingSide: "left"` and pass the mask too.',
      cause: error,
    });
  }
}

/** A text without a prompt begins with the token that begins texts. */
function beginning({ bosId }: PromptLimits): Prompt {
  if (bosId !== null) return { ids: [bosId], mask: [1], padding: 0 };
  throw new GenerationError(
    "prompt-empty",
    "generate: a prompt has no token, and the model has none that begins texts.",
    {
      parameters: ["bosTokenId"],
      hint: "Begin the text with something, or set `bosTokenId`.",
    },
  );
}

function checkIds(rows: readonly (readonly number[])[], vocabulary: number | undefined): void {
  for (const [row, ids] of rows.entries()) {
    const column = ids.findIndex(
      (id) => !Number.isSafeInteger(id) || id < 0 || id >= (vocabulary ?? Number.MAX_SAFE_INTEGER),
    );
    if (column < 0) continue;
    const range = vocabulary === undefined ? "whole numbers from 0" : `from 0 to ${vocabulary - 1}`;
    throw new GenerationError(
      "token-unknown",
      `generate: \`input_ids[${row}][${column}]\` is ${ids[column]}, but the model's tokens are ${range}.`,
      { hint: "Use the tokenizer that was saved with this model." },
    );
  }
}

/** Without a mask padding is told by its id, unless that ends texts too: as Python does. */
function inferredMask(row: readonly number[], { padId, eosIds }: PromptLimits): number[] {
  const isPadding = padId !== null && !eosIds.includes(padId);
  return row.map((id) => (isPadding && id === padId ? 0 : 1));
}

function promptOf(ids: readonly number[], mask: readonly number[], row: number, { positions }: PromptLimits): Prompt {
  const padding = mask.indexOf(1);
  const odd = mask.find((value) => value !== 0 && value !== 1);
  if (padding < 0 || odd !== undefined)
    throw new GenerationError(
      "prompt-empty",
      odd === undefined
        ? `generate: row ${row} is nothing but padding.`
        : `generate: the mask of row ${row} has ${odd}, but must have 0 and 1.`,
      { hint: "Leave empty texts out." },
    );
  if (mask.at(-1) === 0)
    throw new GenerationError("padding-right", `generate: row ${row} is padded on the right, where its text goes on.`, {
      hint: 'Encode with `paddingSide: "left"`.',
    });
  const length = mask.reduce((sum, value) => sum + value, 0);
  if (positions !== undefined && length >= positions)
    throw new GenerationError(
      "prompt-too-long",
      `generate: the prompt of row ${row} has ${length} tokens, and the model has room for ${positions} with the new ones.`,
      { hint: `Encode with \`truncation: true, maxLength: ${positions - 1}\` or less.` },
    );
  return { ids, mask, padding };
}
