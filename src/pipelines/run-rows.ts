/** @file Rows of tokens through a model: batched with others of about their length, padded, and read one by one. */
import type { TensorLike } from "../models/input-tensor";
import type { ModelInputs } from "../models/model-inputs";
import type { ModelTensor } from "../models/model-tensor";
import type { Encoding } from "../tokenizers/encoding";
import { PipelineError } from "./pipeline-error";
import type { PipelineParts } from "./pipeline-model";

/** What the model gave for one row: the output of a name, without the batch's axis. Padding is still in it. */
export type RowOutput = (name: string) => ModelTensor;

/** How rows are run. */
export interface RunOptions {
  batchSize: number;
  signal: AbortSignal | undefined;
}

/** Runs rows and reads each one's output. The results are in the order of the rows. */
export async function runRows<Result>(
  parts: PipelineParts,
  rows: readonly Encoding[],
  { batchSize, signal }: RunOptions,
  read: (output: RowOutput, row: number) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  // Rows of about one length share a batch, so that little of it is padding.
  const order = rows.map((_, row) => row).sort((left, right) => lengthOf(rows, left) - lengthOf(rows, right));
  for (let first = 0; first < order.length; first += batchSize) {
    signal?.throwIfAborted();
    const members = order.slice(first, first + batchSize);
    const batch = padRows(
      members.flatMap((row) => rows[row] ?? []),
      parts,
    );
    const output = await parts.model.forward(batch, signal === undefined ? {} : { signal });
    for (const [place, row] of members.entries()) results[row] = read((name) => output.get(name).at(place), row);
  }
  return results;
}

/** Rows as one batch. Padding goes to the right, where neither positions nor masks of the tokens before it change. */
function padRows(rows: readonly Encoding[], parts: PipelineParts): ModelInputs {
  const width = rows.reduce((most, { ids }) => Math.max(most, ids.length), 0);
  if (rows.some(({ ids }) => ids.length === 0)) throw textEmpty();
  const column = (values: (row: Encoding) => readonly number[], fill: number): TensorLike => {
    const data = new Float64Array(rows.length * width).fill(fill);
    rows.forEach((row, place) => {
      data.set(values(row), place * width);
    });
    return { dims: [rows.length, width], data };
  };
  const inputs = {
    input_ids: column(({ ids }) => ids, paddingId(parts)),
    attention_mask: column(({ attentionMask }) => attentionMask, 0),
  };
  // A tokenizer that does not name them gives none, and the model then takes zeros, as in Python.
  if (!parts.tokenizer.modelInputNames.includes("token_type_ids")) return inputs;
  return { ...inputs, token_type_ids: column(({ typeIds }) => typeIds, 0) };
}

/** A decoder's classifier finds the last token by the configuration's padding id, so that this one comes first. */
export function paddingId({ model, tokenizer }: PipelineParts): number {
  const { pad_token_id: configured } = model.config;
  return typeof configured === "number" ? configured : (tokenizer.padTokenId ?? tokenizer.eosTokenId ?? 0);
}

/** The error for a text without any token. */
export function textEmpty(): PipelineError {
  return new PipelineError("text-empty", "A text is empty: the tokenizer finds no token in it.", {
    hint: "Leave empty texts out.",
  });
}

function lengthOf(rows: readonly Encoding[], row: number): number {
  return rows[row]?.ids.length ?? 0;
}
