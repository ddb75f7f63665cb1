/** @file A decoder over a model's own graph, its keys and values carried inside the machine. */
import type { Graph } from "../../graph/graph";
import type { InferenceSession, SessionCarry } from "../../graph/inference/inference-session";
import type { TensorData } from "../../graph/machine/program";
import type { ForwardOptions } from "../architecture";
import { ModelTensor } from "../model-tensor";
import type { CachedDecoder, CachedResult, CachedStep } from "./cached-decoder";

/**
 * Up to this many weights a packed copy is made without being asked for: it takes megabytes, and halves the time of a step.
 */
const PACKED_UNASKED = 16_000_000;

/** A decoder over a session's weights. */
export class SessionDecoder implements CachedDecoder {
  readonly #session: InferenceSession;
  readonly #build: (options: Omit<ForwardOptions, "head">) => Graph;
  readonly #size: number;
  #carry: SessionCarry | undefined;

  constructor(session: InferenceSession, build: (options: Omit<ForwardOptions, "head">) => Graph, size: number) {
    this.#session = session;
    this.#build = build;
    this.#size = size;
  }

  async step(step: CachedStep): Promise<CachedResult> {
    const { rows, ids, mask, positions, logitsAt, hiddenStates } = step;
    const options = {
      logits: "chosen",
      cache: "past",
      hiddenStates: hiddenStates === "none" ? "none" : "all",
    } as const;
    this.#carry ??= this.#open(rows, options);
    const carry = this.#carry;
    const whole = (data: BigInt64Array, ...dims: number[]): TensorData => ({ type: "int64", dims, data });
    const columns = ids.length / rows;
    const feeds = {
      input_ids: whole(ids, rows, columns),
      attention_mask: whole(mask, rows, mask.length / rows),
      position_ids: whole(positions, rows, columns),
      logit_positions: whole(BigInt64Array.from(logitsAt, BigInt), logitsAt.length),
    };
    const states = this.#states;
    const wanted = hiddenStates === "none" ? [] : hiddenStates === "last" ? states.slice(-1) : states;
    const results = await this.#session.run(`decode ${options.hiddenStates}`, () => this.#build(options), feeds, {
      fetch: ["logits", ...wanted],
      carry: { carry, ...step.keep },
      ...(this.#size <= PACKED_UNASKED ? { weights: "packed" } : {}),
      ...(step.signal === undefined ? {} : { signal: step.signal }),
    });
    return { logits: tensorOf(results.logits), hiddenStates: wanted.map((name) => tensorOf(results[name])) };
  }

  /** What comes after this finds the memory freed: the machine takes its calls in order, and nobody need wait for it. */
  async close(): Promise<void> {
    void this.#carry?.close();
  }

  #states: readonly string[] = [];

  #open(rows: number, options: Omit<ForwardOptions, "head">): SessionCarry {
    const past = [...this.#build(options).inputs].filter(([name]) => name.startsWith("past_key_values."));
    const [, heads = 0, , size = 0] = past[0]?.[1].shape.map(Number) ?? [];
    // Keys and values for each layer, and a state below each layer and above the last.
    this.#states = Array.from({ length: past.length / 2 + 1 }, (_, layer) => `hidden_states.${layer}`);
    const tensors = past.map(([input]) => ({ input, output: input.replace("past_key_values", "present") }));
    const spec = { tensors, begin: [rows, heads, 0, size], rowAxis: 0, lengthAxis: 2 };
    if (this.#session.newCarry === undefined) throw new Error("This engine keeps no cache.");
    return this.#session.newCarry(spec);
  }
}

function tensorOf(value: TensorData | undefined): ModelTensor {
  if (value?.type !== "float32") throw new Error("The decoder's graph gave no such numbers.");
  return new ModelTensor(value.data, value.dims);
}
