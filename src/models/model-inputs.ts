/** @file From what a user gives a model to what its graph reads: checked, and with masks and positions filled in. */
import { argumentTypeError } from "../core/errors";
import { listNames } from "../core/suggest";
import type { Graph } from "../graph/graph";
import type { TensorData } from "../graph/machine/program";
import { float32Tensor, int64Tensor, type ModelInput, type PlainTensor, placeOf, plainTensor } from "./input-tensor";
import { ModelError } from "./model-error";
import type { PastKeyValues } from "./model-output";

/** What a model is fed. A `BatchEncoding` is one; further columns of a tokenizer are passed over. */
export interface ModelInputs {
  /** The tokens, `[batch, sequence]`; a single row may come without its brackets. */
  readonly input_ids: ModelInput;
  /** 1 for tokens and 0 for padding. @default 1 everywhere */
  readonly attention_mask?: ModelInput | undefined;
  /** 0 for the first text and 1 for the second. @default 0 everywhere */
  readonly token_type_ids?: ModelInput | undefined;
  /** Of decoders. By default counted along the tokens that the mask has. */
  readonly position_ids?: ModelInput | undefined;
  /** What the loss is computed from; -100 is passed over. */
  readonly labels?: ModelInput | undefined;
  /** Of question answering: the answer's first token, `[batch]`. */
  readonly start_positions?: ModelInput | undefined;
  /** Of question answering: the answer's last token, `[batch]`. */
  readonly end_positions?: ModelInput | undefined;
  /** What an earlier call returned, so that only the new tokens are computed. */
  readonly past_key_values?: PastKeyValues | undefined;
}

/** What the checks need to know of a model. */
export interface InputLimits {
  /** Tokens that the vocabulary has. */
  readonly vocabulary: number;
  /** The longest sequence; undefined where positions are not learnt. */
  readonly positions: number | undefined;
  /** The number of learnt positions; some models do not use their first ones. */
  readonly positionRows: number | undefined;
  /** The number of classes of whole-numbered labels. */
  readonly classes: number;
  /** Whether positions are counted along the mask. */
  readonly kind: "encoder" | "decoder";
}

/** Columns of a tokenizer or a data set that no model reads. */
const PASSED_OVER = new Set(["special_tokens_mask", "offset_mapping", "length", "overflow_to_sample_mapping"]);
const READ = [
  "input_ids",
  "attention_mask",
  "token_type_ids",
  "position_ids",
  "labels",
  "start_positions",
  "end_positions",
  "class_weights",
  "past_key_values",
];

/** Whether the inputs have what a loss is computed from. */
export function hasLabels(inputs: ModelInputs): boolean {
  return inputs.labels != null || (inputs.start_positions != null && inputs.end_positions != null);
}

/** What the graph is fed. */
export function prepareInputs(graph: Graph, inputs: ModelInputs, limits: InputLimits): Record<string, TensorData> {
  const given = readInputs(inputs);
  const ids = given.get("input_ids");
  if (ids === undefined) {
    const rule = "have `input_ids`";
    throw argumentTypeError({
      function: "forward",
      parameter: "inputs",
      rule,
      value: inputs,
      next: "Pass what the tokenizer returns.",
    });
  }
  const [batch = 0, sequence = 0] = ids.dims;
  if (ids.dims.length !== 2 || batch === 0 || sequence === 0)
    throw misshapen("input_ids", ids.dims, "[batch, sequence] with at least one token");
  checkRange("input_ids", ids, limits.vocabulary, "the vocabulary has");
  const past = pastLength(inputs.past_key_values);
  if (limits.positions !== undefined && past + sequence > limits.positions)
    throw tooLong(past + sequence, limits.positions);
  const mask = given.get("attention_mask") ?? filled([batch, past + sequence], 1);
  expectDims("attention_mask", mask, [batch, past + sequence]);
  const feeds: Record<string, TensorData> = {};
  const put = (name: string, tensor: PlainTensor): void => {
    feeds[name] = graph.inputs.get(name)?.type === "float32" ? float32Tensor(tensor) : int64Tensor(name, tensor);
  };
  for (const name of graph.inputs.keys()) {
    const tensor = given.get(name);
    if (tensor !== undefined) put(name, name === "labels" ? labelRows(graph, tensor) : tensor);
    else if (name === "attention_mask") put(name, mask);
    else if (name === "token_type_ids") put(name, filled([batch, sequence], 0));
    else if (name === "position_ids") put(name, positionIds(mask, sequence, limits.kind));
  }
  for (const name of ["token_type_ids", "position_ids"]) {
    const tensor = given.get(name);
    if (tensor !== undefined) expectDims(name, tensor, [batch, sequence]);
  }
  const types = given.get("token_type_ids");
  if (types !== undefined && graph.inputs.has("token_type_ids")) {
    const [name] = [...graph.parameters.keys()].filter((parameter) => SEGMENTS.test(parameter));
    const segments = graph.parameters.get(name ?? "");
    if (segments !== undefined) checkRange("token_type_ids", types, Number(segments.shape[0]), "the model knows");
  }
  checkPositions(given.get("position_ids"), limits);
  const labels = given.get("labels");
  checkLabels(graph, labels === undefined ? undefined : labelRows(graph, labels), ids, limits);
  addPast(graph, inputs.past_key_values, batch, feeds);
  return feeds;
}

const SEGMENTS = /token_type_embeddings\.weight$/;

function readInputs(inputs: ModelInputs): Map<string, PlainTensor> {
  if (typeof inputs !== "object" || inputs === null) {
    const rule = "be an object with `input_ids`";
    throw argumentTypeError({
      function: "forward",
      parameter: "inputs",
      rule,
      value: inputs,
      next: "Pass what the tokenizer returns.",
    });
  }
  const tensors = new Map<string, PlainTensor>();
  for (const [name, value] of Object.entries(inputs)) {
    if (value === undefined || value === null || name === "past_key_values" || PASSED_OVER.has(name)) continue;
    if (!READ.includes(name)) {
      throw new ModelError("input-unknown", `A model reads no input \`${name}\`.`, {
        hint: listNames("inputs", name, READ),
      });
    }
    const tensor = plainTensor(name, value);
    const isRow = tensor.dims.length === 1 && /_ids$|_mask$/.test(name);
    tensors.set(name, isRow ? { dims: [1, ...tensor.dims], data: tensor.data } : tensor);
  }
  return tensors;
}

function filled(dims: readonly number[], value: number): PlainTensor {
  return { dims, data: new Float64Array(dims.reduce((product, size) => product * size, 1)).fill(value) };
}

/** Padding on the left must not move a decoder's tokens, so that their positions are counted along the mask. */
function positionIds({ dims, data }: PlainTensor, sequence: number, kind: InputLimits["kind"]): PlainTensor {
  const [batch = 0, whole = 0] = dims;
  const positions = new Float64Array(batch * sequence);
  for (let row = 0; row < batch; row++) {
    let seen = 0;
    for (let column = 0; column < whole; column++) {
      const position = kind === "encoder" ? column : Math.max(0, seen + (data[row * whole + column] ?? 0) - 1);
      seen += data[row * whole + column] ?? 0;
      const place = column - (whole - sequence);
      if (place >= 0) positions[row * sequence + place] = position;
    }
  }
  return { dims: [batch, sequence], data: positions };
}

function checkPositions(given: PlainTensor | undefined, { positionRows }: InputLimits): void {
  if (given !== undefined && positionRows !== undefined)
    checkRange("position_ids", given, positionRows, "the model has");
}

/** One number a text is a row of one. */
function labelRows(graph: Graph, labels: PlainTensor): PlainTensor {
  const isColumn = labels.dims.length === 1 && graph.inputs.get("labels")?.shape[1] === 1;
  return isColumn ? { dims: [...labels.dims, 1], data: labels.data } : labels;
}

function checkLabels(graph: Graph, labels: PlainTensor | undefined, ids: PlainTensor, { classes }: InputLimits): void {
  const input = graph.inputs.get("labels");
  if (input === undefined) return;
  if (labels === undefined)
    throw new ModelError("labels-missing", "The loss needs `labels`.", { hint: "Give them among the inputs." });
  const [batch = 0, sequence = 0] = ids.dims;
  const sizes = input.shape.map((size) => (size === "batch" ? batch : size === "sequence" ? sequence : Number(size)));
  expectDims("labels", labels, sizes);
  if (input.type === "float32") return;
  labels.data.forEach((label, index) => {
    if (label === -100 || (label >= 0 && label < classes)) return;
    throw outside(placeOf("labels", labels.dims, index), label, classes, "the model has", "classes");
  });
}

function checkRange(name: string, { dims, data }: PlainTensor, count: number, whose: string): void {
  data.forEach((value, index) => {
    if (value >= 0 && value < count) return;
    throw outside(placeOf(name, dims, index), value, count, whose, name === "input_ids" ? "tokens" : "of them");
  });
}

function outside(place: string, value: number, count: number, whose: string, what: string): ModelError {
  const hint = what === "tokens" ? "Use the tokenizer that was saved with this model." : undefined;
  return new ModelError(
    "input-out-of-range",
    `\`${place}\` is ${value}, but ${whose} ${count} ${what}: 0 to ${count - 1}.`,
    { hint },
  );
}

function tooLong(length: number, positions: number): ModelError {
  return new ModelError(
    "input-too-long",
    `The longest row has ${length} tokens, but this model has positions for ${positions}.`,
    {
      hint: `Encode with \`truncation: true, maxLength: ${positions}\`.`,
    },
  );
}

function expectDims(name: string, { dims }: PlainTensor, expected: readonly number[]): void {
  if (dims.length === expected.length && dims.every((size, axis) => size === expected[axis])) return;
  throw misshapen(name, dims, `[${expected.join(", ")}]`);
}

function misshapen(name: string, dims: readonly number[], expected: string): ModelError {
  return new ModelError("input-shape", `\`${name}\` must have the shape ${expected}, but has [${dims.join(", ")}].`);
}

function pastLength(past: PastKeyValues | undefined): number {
  const [first] = past?.values() ?? [];
  return first?.dims[2] ?? 0;
}

/** Without a past, a graph with a cache is fed one of length 0. */
function addPast(
  graph: Graph,
  past: PastKeyValues | undefined,
  batch: number,
  feeds: Record<string, TensorData>,
): void {
  for (const [name, { shape }] of graph.inputs) {
    if (!name.startsWith("past_key_values.")) continue;
    const [, heads = 0, , size = 0] = shape.map(Number);
    const tensor = past?.get(name);
    feeds[name] =
      tensor === undefined
        ? { type: "float32", dims: [batch, heads, 0, size], data: new Float32Array() }
        : { type: "float32", dims: tensor.dims, data: tensor.data };
  }
}
