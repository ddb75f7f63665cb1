/** @file Padding of what was encoded before, a text at a time: what a collator does with a batch of rows. */
import { argumentTypeError } from "../core/errors";
import { BatchEncoding, type EncodingColumns } from "./batch-encoding";
import type { PadOptions, Strategies } from "./encode-options";
import { paddedLength } from "./padding";
import { TokenTensor } from "./token-tensor";
import type { Side } from "./truncation";

/** Columns for one text or several, with whatever else the rows have. */
export type PaddableColumns = Readonly<Record<string, unknown>>;

/** What a tokenizer says about its padding. */
export interface PadCall {
  options: PadOptions;
  strategies: Strategies;
  side: Side;
  padId: number | undefined;
  typeId: number;
  inputNames: readonly string[];
}

/** The rows made equally long; other columns than the model's stay as they are. */
export function padBatch(given: PaddableColumns | readonly PaddableColumns[], call: PadCall): BatchEncoding {
  const columns: Record<string, unknown> = Array.isArray(given) ? columnsOf(given) : { ...(given as PaddableColumns) };
  const ids = columns.input_ids;
  if (!Array.isArray(ids)) {
    throw argumentTypeError({
      function: "tokenizer.pad",
      parameter: "batch",
      rule: "have `input_ids` in lists",
      value: given,
      next: "Give what `tokenizer.encode` returns without `returnTensors`, or a list of such rows.",
    });
  }
  const isSingle = ids.length > 0 && !Array.isArray(ids[0]);
  const rows = (isSingle ? [ids] : ids) as number[][];
  const wantsMask = call.options.returnAttentionMask ?? call.inputNames.includes("attention_mask");
  if (wantsMask) columns.attention_mask ??= isSingle ? ids.map(() => 1) : rows.map((row) => row.map(() => 1));
  const longest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const { padding, maxLength } = call.strategies;
  const length = paddedLength(longest, {
    length: padding === "max_length" ? maxLength : undefined,
    multipleOf: call.options.padToMultipleOf,
  });
  const fillings: Record<string, number | undefined> = {
    input_ids: call.padId,
    attention_mask: 0,
    token_type_ids: call.typeId,
    special_tokens_mask: 1,
  };
  const kind = call.options.returnTensors;
  for (const [name, values] of Object.entries(columns)) {
    const filling = fillings[name];
    let result = values;
    if (padding !== undefined && filling !== undefined && Array.isArray(values)) {
      const fill = (row: number[]): number[] => filled(row, length, filling, call.side);
      result = isSingle ? fill(values as number[]) : (values as number[][]).map(fill);
    }
    columns[name] = kind === undefined || !Array.isArray(result) ? result : TokenTensor.of(result, kind, name);
  }
  return new BatchEncoding(columns as unknown as EncodingColumns, []);
}

function columnsOf(rows: readonly PaddableColumns[]): Record<string, unknown> {
  const names = Object.keys(rows[0] ?? { input_ids: [] });
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}

function filled(row: readonly number[], length: number, filling: number, side: Side): number[] {
  const missing = new Array<number>(Math.max(0, length - row.length)).fill(filling);
  return side === "right" ? [...row, ...missing] : [...missing, ...row];
}
