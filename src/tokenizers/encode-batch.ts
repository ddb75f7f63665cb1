/** @file Encoding texts: the engine for each, then padding, then the columns that were asked for. */
import { BatchEncoding, type EncodingColumns, type IdColumn } from "./batch-encoding";
import type { TextPair } from "./check-texts";
import type { EncodeOptions, Strategies } from "./encode-options";
import type { Encoding } from "./encoding";
import type { EngineOptions, TokenizerEngine } from "./engine/engine";
import { pad } from "./padding";
import { type TensorKind, TokenTensor } from "./token-tensor";
import type { Side } from "./truncation";

/** Everything about a call that its tokenizer has decided. */
export interface EncodeCall {
  options: EncodeOptions;
  strategies: Strategies;
  isBatch: boolean;
  truncationSide: Side;
  splitSpecialTokens: boolean;
  padding: { side: Side; id: number; token: string; typeId: number };
  /** The columns that the model reads. */
  inputNames: readonly string[];
  /** Is told how many tokens the longest row has. */
  tellLongest: (tokens: number) => void;
}

/** The columns for texts. */
export function encodeBatch(engine: TokenizerEngine, pairs: readonly TextPair[], call: EncodeCall): BatchEncoding {
  const options = engineOptions(call);
  return batchOf(
    pairs.map(({ text, pair }) => engine.encode(text, pair, options)),
    call,
  );
}

/** What the engine is to do in a call. */
export function engineOptions({ options, strategies, ...call }: EncodeCall): EngineOptions {
  const { truncation: strategy, maxLength = 0 } = strategies;
  return {
    addSpecialTokens: options.addSpecialTokens ?? true,
    splitSpecialTokens: call.splitSpecialTokens,
    truncation:
      strategy === undefined
        ? undefined
        : { strategy, maxLength, stride: options.stride ?? 0, side: call.truncationSide },
    keepsOverflow: options.returnOverflowingTokens === true,
  };
}

/** The columns for texts that the engine has encoded; `everything` gives what these encodings leave out, when it is asked for. */
export function batchOf(
  encodings: readonly Encoding[],
  call: EncodeCall,
  everything?: () => readonly Encoding[],
): BatchEncoding {
  const { rows, samples } = paddedRows(encodings, call);
  call.tellLongest(rows.reduce((most, { ids }) => Math.max(most, ids.length), 0));
  const known = everything === undefined ? rows : () => paddedRows(everything(), call).rows;
  return new BatchEncoding(columnsOf(rows, samples, call), known);
}

/** Every window as a row, and the text that each row is of. */
function paddedRows(
  encodings: readonly Encoding[],
  call: EncodeCall,
): { rows: readonly Encoding[]; samples: number[] } {
  const rows: Encoding[] = [];
  const samples: number[] = [];
  for (const [sample, encoding] of encodings.entries()) {
    for (const row of [encoding, ...encoding.overflowing]) {
      rows.push(row);
      samples.push(sample);
    }
  }
  return { rows: padded(rows, call), samples };
}

function padded(rows: readonly Encoding[], { strategies, options, padding }: EncodeCall): readonly Encoding[] {
  if (strategies.padding === undefined) return rows;
  const length = strategies.padding === "max_length" ? strategies.maxLength : undefined;
  return pad(rows, { ...padding, length, multipleOf: options.padToMultipleOf });
}

function columnsOf(rows: readonly Encoding[], samples: number[], call: EncodeCall): EncodingColumns {
  const { options, inputNames } = call;
  const overflows = options.returnOverflowingTokens === true;
  const isFlat = !call.isBatch && !overflows && options.returnTensors === undefined;
  const column = (name: string, values: number[][]): IdColumn =>
    isFlat ? (values[0] ?? []) : inKind(values, name, options.returnTensors);
  const wants = (name: string, asked: boolean | undefined): boolean => asked ?? inputNames.includes(name);
  const columns: EncodingColumns = {
    input_ids: column(
      "input_ids",
      rows.map(({ ids }) => ids),
    ),
  };
  if (wants("token_type_ids", options.returnTokenTypeIds))
    columns.token_type_ids = column(
      "token_type_ids",
      rows.map(({ typeIds }) => typeIds),
    );
  if (wants("attention_mask", options.returnAttentionMask))
    columns.attention_mask = column(
      "attention_mask",
      rows.map(({ attentionMask }) => attentionMask),
    );
  if (options.returnSpecialTokensMask === true)
    columns.special_tokens_mask = column(
      "special_tokens_mask",
      rows.map(({ specialTokensMask }) => specialTokensMask),
    );
  if (options.returnOffsetsMapping === true) {
    const offsets = rows.map((row) => row.offsets);
    columns.offset_mapping = isFlat ? (offsets[0] ?? []) : inKind(offsets, "offset_mapping", options.returnTensors);
  }
  if (options.returnLength === true) {
    const lengths = rows.map(({ ids }) => ids.length);
    columns.length = isFlat ? (lengths[0] ?? 0) : inKind(lengths, "length", options.returnTensors);
  }
  if (overflows)
    columns.overflow_to_sample_mapping = inKind(samples, "overflow_to_sample_mapping", options.returnTensors);
  return columns;
}

function inKind<Values extends number[] | number[][] | [number, number][][]>(
  values: Values,
  name: string,
  kind: TensorKind | undefined,
): Values | TokenTensor {
  return kind === undefined ? values : TokenTensor.of(values, kind, name);
}
