/** @file Opens a decoder of the fixtures and feeds it what its golden batches hold. Tests only. */
import { openRepository } from "../../../src/hub/repository";
import type { Architecture, ForwardOptions, Head } from "../../../src/models/architecture";
import { GPT2 } from "../../../src/models/decoders/gpt2";
import { LLAMA, MISTRAL, QWEN2 } from "../../../src/models/decoders/llama";
import { openWeights } from "../../../src/models/weights/weights";
import { type Golden, loadGolden } from "../goldens";
import { type FedTensor, type RunRequest, type RunResult, runForward } from "../run-forward";

/** The decoders, by `model_type`. */
export const DECODERS: Readonly<Record<string, Architecture>> = {
  gpt2: GPT2,
  llama: LLAMA,
  mistral: MISTRAL,
  qwen2: QWEN2,
};

/** One decoder of the fixtures. */
export interface DecoderCase {
  golden: Golden;
  architecture: Architecture;
  config: Readonly<Record<string, unknown>>;
  weights: ReadonlyMap<string, FedTensor>;
  run(
    options: Partial<ForwardOptions>,
    inputs: Readonly<Record<string, FedTensor>>,
    more?: Partial<RunRequest>,
  ): Promise<RunResult>;
}

/** Opens a fixture with its weights. */
export async function openDecoder(name: string): Promise<DecoderCase> {
  const golden = loadGolden(name);
  const architecture = DECODERS[golden.json.architecture];
  if (architecture === undefined) throw new Error(`No decoder ${golden.json.architecture}.`);
  const config = architecture.readConfig(golden.config);
  const file = await openWeights(await openRepository(golden.folder));
  const weights = new Map<string, FedTensor>();
  for (const key of file.names()) {
    const { data, shape } = await file.read(key);
    weights.set(architecture.rename(config, key), { data: Float32Array.from(data, Number), shape });
  }
  await file.close();
  return {
    golden,
    architecture,
    config,
    weights,
    run(options, inputs, more = {}) {
      const graph = architecture.build(config, { head: golden.json.head as Head, ...options });
      return runForward(graph, { weights, inputs, ...more });
    },
  };
}

/** What a golden batch feeds; a batch without a mask or positions has no padding. */
export function batchInputs(golden: Golden, batch: string): Record<string, FedTensor> {
  const inputs: Record<string, FedTensor> = {};
  for (const name of golden.json.batches[batch]?.inputs ?? []) inputs[name] = golden.tensor(`${batch}.${name}`);
  const shape = golden.tensor(`${batch}.input_ids`).shape;
  const [rows = 0, columns = 0] = shape;
  const all = <T>(value: (column: number) => T): T[] =>
    Array.from({ length: rows * columns }, (_, index) => value(index % columns));
  inputs.attention_mask ??= { data: all(() => 1), shape };
  inputs.position_ids ??= { data: all((column) => column), shape };
  return inputs;
}

/** Columns `start` up to `end` of a `[rows, columns]` tensor. */
export function columns({ data, shape }: FedTensor, start: number, end: number): FedTensor {
  const [rows = 0, width = 0] = shape;
  const picked: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = start; column < end; column++) picked.push(data[row * width + column] ?? Number.NaN);
  }
  return { data: picked, shape: [rows, end - start] };
}

/** An empty cache: `past_key_values.N.key` and `.value` of length 0. */
export function emptyPast(decoder: DecoderCase, batch: number): Record<string, FedTensor> {
  const graph = decoder.architecture.build(decoder.config, { head: "causal-lm", cache: "past" });
  const names = [...graph.inputs].filter(([name]) => name.startsWith("past_key_values."));
  return Object.fromEntries(
    names.map(([name, { shape }]) => [
      name,
      { data: new Float32Array(0), shape: [batch, Number(shape[1]), 0, Number(shape[3])] },
    ]),
  );
}

/** The cache for the next step, from the outputs of the last. */
export function nextPast(result: RunResult): Record<string, FedTensor> {
  const present = [...result.outputs].filter(([name]) => name.startsWith("present."));
  return Object.fromEntries(present.map(([name, tensor]) => [name.replace("present.", "past_key_values."), tensor]));
}
