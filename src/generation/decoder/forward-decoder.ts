/** @file A decoder over any model that has a `forward`: its cache travels with each call. */
import type { CachedDecoder, CachedResult, CachedStep } from "../../models/decoders/cached-decoder";
import type { ModelInputs } from "../../models/model-inputs";
import type { ModelOutput, PastKeyValues } from "../../models/model-output";
import { ModelTensor } from "../../models/model-tensor";
import type { ForwardCallOptions } from "../../models/pretrained-model";
import { GenerationError } from "../generation-error";

/** What can be run on a batch, such as a `PreTrainedModel`. */
export interface ForwardModel {
  forward(inputs: ModelInputs, options?: ForwardCallOptions): Promise<ModelOutput>;
}

/** A decoder for engines that keep no cache. The keys and values are copied with every step. */
export class ForwardDecoder implements CachedDecoder {
  readonly #model: ForwardModel;
  #past: PastKeyValues | undefined;

  constructor(model: ForwardModel) {
    this.#model = model;
  }

  async step(step: CachedStep): Promise<CachedResult> {
    const { rows, ids, mask, positions, logitsAt, hiddenStates } = step;
    const columns = ids.length / rows;
    const past = this.#past === undefined ? undefined : arranged(this.#past, step.keep ?? {});
    const onlyLast = logitsAt.length === 1 && logitsAt[0] === columns - 1;
    const output = await this.#model.forward(
      {
        input_ids: { dims: [rows, columns], data: ids },
        attention_mask: { dims: [rows, mask.length / rows], data: mask },
        position_ids: { dims: [rows, columns], data: positions },
        ...(past === undefined ? {} : { past_key_values: past }),
      },
      {
        useCache: true,
        logits: onlyLast ? "last" : "all",
        outputHiddenStates: hiddenStates !== "none",
        ...(step.signal === undefined ? {} : { signal: step.signal }),
      },
    );
    this.#past = output.past_key_values;
    const logits = onlyLast ? output.logits : columnsOf(output.logits, logitsAt);
    if (hiddenStates === "none") return { logits, hiddenStates: [] };
    if (!output.has("hidden_states"))
      throw new GenerationError("hidden-states-missing", "This model gives no hidden states.", {
        hint: "Load it from weights, not from an ONNX file, for contrastive search and `outputHiddenStates`.",
      });
    const states = output.hidden_states;
    return { logits, hiddenStates: hiddenStates === "last" ? states.slice(-1) : states };
  }

  async close(): Promise<void> {
    this.#past = undefined;
  }
}

/** Keys and values `[batch, heads, length, size]`, cut and with their rows in another order. */
function arranged(past: PastKeyValues, { length, rows }: NonNullable<CachedStep["keep"]>): PastKeyValues {
  if (length === undefined && rows === undefined) return past;
  return new Map(
    [...past].map(([name, { data, dims }]) => {
      const [batch = 0, heads = 0, whole = 0, size = 0] = dims;
      const order = rows ?? Array.from({ length: batch }, (_, row) => row);
      const columns = length ?? whole;
      const kept = new Float32Array(order.length * heads * columns * size);
      let at = 0;
      for (const row of order) {
        for (let head = 0; head < heads; head++) {
          const from = (row * heads + head) * whole * size;
          kept.set(data.subarray(from, from + columns * size), at);
          at += columns * size;
        }
      }
      return [name, new ModelTensor(kept, [order.length, heads, columns, size])];
    }),
  );
}

/** Some columns of `[rows, columns, size]`. */
export function columnsOf({ data, dims }: ModelTensor, wanted: readonly number[]): ModelTensor {
  const [rows = 0, columns = 0, size = 0] = dims;
  const kept = new Float32Array(rows * wanted.length * size);
  for (let row = 0; row < rows; row++) {
    for (const [place, column] of wanted.entries()) {
      const from = (row * columns + column) * size;
      kept.set(data.subarray(from, from + size), (row * wanted.length + place) * size);
    }
  }
  return new ModelTensor(kept, [rows, wanted.length, size]);
}
