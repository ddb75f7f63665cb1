/** @file Reads the fixtures of test/fixtures/models: tiny random models and what PyTorch computed on them. Tests only. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { widenFloat16 } from "../../src/models/weights/widen-floats";

/** The folder with every fixture; its README.md says what each file holds. */
export const MODEL_FIXTURES: string = join(__dirname, "..", "fixtures", "models");

/** One tensor of a fixture: whole numbers as Int32Array, everything else as Float32Array. */
export interface GoldenTensor<Data extends Float32Array | Int32Array = Float32Array | Int32Array> {
  data: Data;
  shape: number[];
}

/** One batch of a case: the names of its tensors, each stored as `<batch>.<name>`. */
export interface GoldenBatch {
  inputs: string[];
  outputs: string[];
  gradients: boolean;
}

/** What goldens.json says; fields that only some cases have are optional. */
export interface GoldenJson {
  name: string;
  about: string;
  architecture: string;
  class: string;
  head: string;
  versions: Record<string, string>;
  files: string[];
  parameters: Record<string, number[]>;
  batches: Record<string, GoldenBatch>;
  training?: TrainingJson;
  functions?: FunctionsJson;
}

/** What the folder `functions` holds; its README section names the tensors. */
export interface FunctionsJson {
  losses: Record<
    string,
    { function: string; about: string; tensors: string[]; options: Record<string, number | string> }
  >;
  activations: Record<string, { absoluteRoundoff: number }>;
  optimizer: {
    learningRates: number[];
    betas: [number, number];
    epsilon: number;
    weightDecay: number;
    maxGradientNorm: number;
    decayed: string[];
    undecayed: string[];
  };
}

/** How a training curve was made. */
export interface TrainingJson {
  /** The case whose weights are the start. */
  model: string;
  steps: number;
  microBatches: number;
  lossScale: "items" | "mean";
  learningRate: number;
  warmupSteps: number;
  weightDecay: number;
  betas: [number, number];
  epsilon: number;
  maxGradientNorm: number;
  decayed: string[];
  undecayed: string[];
  frozen: string[];
  /** For each final weight: max |float32 - float64| of PyTorch itself. */
  finalRoundoff: Record<string, number>;
  lossRoundoff: number;
  normRoundoff: number;
}

/** One fixture folder, read whole. */
export interface Golden {
  /** config.json as it is. */
  config: Record<string, unknown>;
  /** Where config.json and the weights are: what `fromPretrained` takes. */
  folder: string;
  json: GoldenJson;
  /** Every key, in the file's order. */
  keys: string[];
  tensor(key: string): GoldenTensor;
  /** The same, for a tensor that must be float. */
  floats(key: string): GoldenTensor<Float32Array>;
  /** The same, for a tensor that must be whole numbers. */
  integers(key: string): GoldenTensor<Int32Array>;
}

/** One batch of a training curve. */
export interface TrainingBatch {
  input_ids: GoldenTensor<Int32Array>;
  attention_mask: GoldenTensor<Int32Array>;
  labels: GoldenTensor<Int32Array>;
}

/** The names of all fixture folders, sorted. */
export function goldenNames(): string[] {
  return readdirSync(MODEL_FIXTURES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(MODEL_FIXTURES, entry.name)).includes("goldens.json"))
    .map((entry) => entry.name)
    .sort();
}

/** Reads one fixture folder. A training curve has the config and folder of the model that it starts from. */
export function loadGolden(name: string): Golden {
  const own = join(MODEL_FIXTURES, name);
  const json = JSON.parse(readFileSync(join(own, "goldens.json"), "utf8")) as GoldenJson;
  const folder = json.training === undefined ? own : join(MODEL_FIXTURES, json.training.model);
  const tensors = readSafetensors(join(own, "goldens.safetensors"));
  const tensor = (key: string): GoldenTensor => {
    const found = tensors.get(key);
    if (found === undefined) throw new Error(`${name}: no golden "${key}".`);
    return found;
  };
  return {
    config: readConfig(folder, json.head),
    folder,
    json,
    keys: [...tensors.keys()],
    tensor,
    floats(key: string): GoldenTensor<Float32Array> {
      const { data, shape } = tensor(key);
      if (!(data instanceof Float32Array)) throw new Error(`${name}: golden "${key}" is of whole numbers.`);
      return { data, shape };
    },
    integers(key: string): GoldenTensor<Int32Array> {
      const { data, shape } = tensor(key);
      if (!(data instanceof Int32Array)) throw new Error(`${name}: golden "${key}" is of floats.`);
      return { data, shape };
    },
  };
}

function readConfig(folder: string, head: string): Record<string, unknown> {
  if (head === "functions") return {};
  return JSON.parse(readFileSync(join(folder, "config.json"), "utf8")) as Record<string, unknown>;
}

/** The batches of a training curve in order: `steps × microBatches` of them. */
export function trainingBatches(golden: Golden): TrainingBatch[] {
  const shapes = golden.integers("batches.shapes");
  const names = ["input_ids", "attention_mask", "labels"] as const;
  const whole = names.map((name) => golden.integers(`batches.${name}`).data);
  const perRow = golden.integers("batches.labels").data.length === sum(shapes.data, 0);
  const batches: TrainingBatch[] = [];
  let token = 0;
  let row = 0;
  for (let index = 0; index < shapes.data.length; index += 2) {
    const rows = shapes.data[index] ?? 0;
    const columns = shapes.data[index + 1] ?? 0;
    const cut = (which: number): GoldenTensor<Int32Array> => ({
      data: (whole[which] ?? new Int32Array()).slice(token, token + rows * columns),
      shape: [rows, columns],
    });
    const rowLabels = { data: (whole[2] ?? new Int32Array()).slice(row, row + rows), shape: [rows] };
    batches.push({ input_ids: cut(0), attention_mask: cut(1), labels: perRow ? rowLabels : cut(2) });
    token += rows * columns;
    row += rows;
  }
  return batches;
}

function sum(pairs: Int32Array, column: number): number {
  return pairs.reduce((total, value, index) => (index % 2 === column ? total + value : total), 0);
}

/**
 * The largest difference of two tensors, relative to the largest absolute value of the second; the measure behind
 * "within 1e-5". `where` (for example an attention mask) leaves out the rows of the flattened leading axes where it is 0.
 * A golden that is 0 up to rounding (a key bias's gradient) is measured absolutely.
 */
export function relativeDistance(
  ours: ArrayLike<number>,
  golden: ArrayLike<number>,
  where?: ArrayLike<number>,
): number {
  if (ours.length !== golden.length) throw new Error(`${ours.length} values, but the golden has ${golden.length}.`);
  const width = where === undefined ? golden.length : golden.length / where.length;
  let difference = 0;
  let scale = 0;
  for (let index = 0; index < golden.length; index++) {
    if (where !== undefined && where[Math.floor(index / width)] === 0) continue;
    const distance = Math.abs((ours[index] ?? Number.NaN) - (golden[index] ?? Number.NaN));
    if (Number.isNaN(distance)) return Number.POSITIVE_INFINITY;
    difference = Math.max(difference, distance);
    scale = Math.max(scale, Math.abs(golden[index] ?? 0));
  }
  return difference / (scale > 1e-6 ? scale : 1);
}

/** The tensors of a safetensors file of these fixtures: F32, F16, I32, U8 and I8 only. */
export function readSafetensors(path: string): Map<string, GoldenTensor> {
  const bytes = readFileSync(path);
  const start = 8 + Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.toString("utf8", 8, start)) as Record<
    string,
    { dtype?: string; shape?: number[]; data_offsets?: [number, number] }
  >;
  const tensors = new Map<string, GoldenTensor>();
  for (const [key, { dtype, shape, data_offsets }] of Object.entries(header)) {
    if (dtype === undefined || shape === undefined || data_offsets === undefined) continue;
    const part = new Uint8Array(bytes.subarray(start + data_offsets[0], start + data_offsets[1]));
    tensors.set(key, { data: decode(key, dtype, part), shape });
  }
  return tensors;
}

function decode(key: string, dtype: string, part: Uint8Array): Float32Array | Int32Array {
  if (dtype === "F32") return new Float32Array(part.buffer);
  if (dtype === "F16") {
    const floats = new Float32Array(part.length / 2);
    widenFloat16(new Uint16Array(part.buffer), floats);
    return floats;
  }
  if (dtype === "I32") return new Int32Array(part.buffer);
  if (dtype === "U8") return Int32Array.from(part);
  if (dtype === "I8") return Int32Array.from(new Int8Array(part.buffer));
  throw new Error(`The tensor "${key}" is ${dtype}, which no golden is.`);
}
