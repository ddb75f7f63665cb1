/** @file A model: a configuration, a head, weights on an engine, and calls that run them. */
import { SelfShowing } from "../core/self-showing";
import type { Graph } from "../graph/graph";
import type { InferenceSession } from "../graph/inference/inference-session";
import type { TensorData } from "../graph/machine/program";
import type { OnnxFiles } from "../graph/onnx/write-onnx-file";
import type { FloatTensor } from "../graph/training/training-session";
import type { ForwardOptions, Head } from "./architecture";
import type { CachedDecoder } from "./decoders/cached-decoder";
import type { ExportOnnxOptions } from "./export/export-onnx";
import type { LoadingReport } from "./loading-report";
import { ModelError } from "./model-error";
import { hasLabels, type InputLimits, type ModelInputs, prepareInputs } from "./model-inputs";
import { ModelOutput } from "./model-output";
import { type ModelParameter, ModelSummary } from "./model-summary";
import { ModelTensor } from "./model-tensor";
import type { PretrainedConfig } from "./pretrained-config";
import { type ModelParts, type SavePretrainedOptions, saveModel } from "./save-model";

/** Options of {@link PreTrainedModel.forward}. */
export interface ForwardCallOptions {
  /** Whether `hidden_states` are wanted. @default false */
  outputHiddenStates?: boolean;
  /** Of a decoder: whether `past_key_values` are wanted for the next call. @default false, or true where a past is given */
  useCache?: boolean;
  /** Of a decoder: logits for every position or for the last one alone, `[batch, 1, vocabulary]`. @default "all" */
  logits?: "all" | "last" | "none";
  /** Drops the call if it has not begun. */
  signal?: AbortSignal;
}

/** What has a model's weights in its place and answers for it, such as a training that is under way. */
export type WeightsHolder = Pick<InferenceSession, "run" | "read" | "write">;

/** What {@link PreTrainedModel} is made of; `AutoModel…fromPretrained` makes it. */
export interface ModelFields {
  readonly config: PretrainedConfig;
  readonly head: Head;
  /** The weights' shapes, by name. */
  readonly parameters: ReadonlyMap<string, readonly number[]>;
  readonly session: InferenceSession;
  readonly loadingReport?: LoadingReport | undefined;
}

/**
 * A model with its weights. Python: `transformers.PreTrainedModel`.
 *
 * The weights are held once, off the main thread. {@link close} frees them; so does forgetting the model.
 *
 * @example
 * ```ts
 * const model = await AutoModelForSequenceClassification.fromPretrained("./my-model");
 * const { logits } = await model.forward(tokenizer.encode(["Boa tarde!"], { padding: true }));
 * logits.argmax(); // [ 7 ]
 * await model.close();
 * ```
 */
export class PreTrainedModel extends SelfShowing {
  readonly config: PretrainedConfig;
  readonly head: Head;
  /** The class's name in Python: `"DistilBertForSequenceClassification"`. */
  readonly className: string;
  /** What became of the checkpoint's weights; undefined for a model that was not loaded. */
  readonly loadingReport: LoadingReport | undefined;
  readonly #shapes: ReadonlyMap<string, readonly number[]>;
  readonly #session: InferenceSession;
  readonly #graphs = new Map<string, Graph>();
  readonly #frozen = new Set<string>();
  #place: "here" | "taken" = "here";
  #holder: WeightsHolder | undefined;
  #knownLimits: InputLimits | undefined;

  constructor({ config, head, parameters, session, loadingReport }: ModelFields) {
    super();
    this.config = config.withHead(head);
    this.head = head;
    this.className = config.architecture.classNames[head] ?? config.modelType;
    this.loadingReport = loadingReport;
    this.#shapes = parameters;
    this.#session = session;
  }

  /** The engine that computes. */
  get engine(): InferenceSession["engine"] {
    return this.#session.engine;
  }

  /** How many tokens a text may have; undefined where positions are not learnt. */
  get maxPositions(): number | undefined {
    return this.#limits().positions;
  }

  /** How many numbers all weights have together. */
  get numParameters(): number {
    return this.parameters().reduce((total, { size }) => total + size, 0);
  }

  /** The weights: PyTorch's names, shapes, and whether they are trained. */
  parameters(): ModelParameter[] {
    return [...this.#shapes].map(([name, shape]) => ({
      name,
      shape,
      size: shape.reduce((product, length) => product * length, 1),
      state: this.#frozen.has(name) ? "frozen" : "trained",
    }));
  }

  /** The layers, their shapes and sizes, as a table. Python: Keras's `model.summary()`. */
  summary(): ModelSummary {
    return new ModelSummary(this.className, this.parameters());
  }

  /** Keeps training from changing the weights that `match` picks. Gives the number of weights that are frozen now. */
  freeze(match: (name: string) => boolean): number {
    for (const name of this.#shapes.keys()) if (match(name)) this.#frozen.add(name);
    return this.#frozen.size;
  }

  /** Lets training change the weights that `match` picks, by default all. Gives the number of weights still frozen. */
  unfreeze(match: (name: string) => boolean = () => true): number {
    for (const name of this.#shapes.keys()) if (match(name)) this.#frozen.delete(name);
    return this.#frozen.size;
  }

  /**
   * Runs the model on a batch. Python: `model(**inputs)`.
   *
   * With `labels` among the inputs the output has a `loss`. Throws a {@link ModelError} for ids that the vocabulary does
   * not have, rows of different lengths, and texts that are too long.
   */
  async forward(inputs: ModelInputs, options: ForwardCallOptions = {}): Promise<ModelOutput> {
    const past = inputs?.past_key_values;
    const useCache = options.useCache ?? past !== undefined;
    const kind: Omit<ForwardOptions, "head"> = {
      loss: inputs !== null && typeof inputs === "object" && hasLabels(inputs) ? "labels" : "none",
      hiddenStates: options.outputHiddenStates === true ? "all" : "none",
      logits: options.logits ?? "all",
      cache: useCache ? "past" : "none",
    };
    if (useCache && this.#kind() === "encoder") {
      throw new ModelError("cache-unsupported", `A ${this.className} reads whole texts and has no cache.`, {
        hint: "Leave out `useCache` and `past_key_values`.",
      });
    }
    const graph = this.#graph(kind);
    const feeds = this.feedsFor(graph, inputs);
    this.#requireWeights();
    const signal = options.signal === undefined ? {} : { signal: options.signal };
    return toOutput(await this.#weights().run(keyOf(kind), () => graph, feeds, signal));
  }

  /** What this model is made of, for a class that adds to it: another object over the same weights. */
  fields(): ModelFields {
    if (this.#place !== "here") throw weightsTaken();
    const { config, head, loadingReport } = this;
    return { config, head, parameters: this.#shapes, session: this.#session, loadingReport };
  }

  /**
   * What continues texts token by token and keeps the cache where the model computes; `generate` works over it.
   *
   * Undefined where the engine cannot keep a cache: {@link forward} with `past_key_values` does the same there, slower.
   */
  async openDecoder(): Promise<CachedDecoder | undefined> {
    if (this.head !== "causal-lm" || this.#session.newCarry === undefined) return undefined;
    this.#requireWeights();
    const { SessionDecoder } = await import("./decoders/session-decoder.js");
    return new SessionDecoder(this.#session, (options) => this.#graph(options), this.numParameters);
  }

  /** A new graph over this model's weights, which training may differentiate. */
  buildGraph(options: Omit<ForwardOptions, "head"> = {}): Graph {
    return this.config.architecture.build(this.config.values, { ...options, head: this.head });
  }

  /** What one of this model's graphs is fed for a batch, checked as {@link forward} does. */
  feedsFor(graph: Graph, inputs: ModelInputs): Record<string, TensorData> {
    return prepareInputs(graph, inputs, this.#limits());
  }

  /** Copies of weights; of all without names. */
  async readParameters(names: readonly string[] = [...this.#shapes.keys()]): Promise<Map<string, FloatTensor>> {
    this.#requireWeights();
    for (const name of names) this.#shapeOf(name);
    return this.#weights().read(names);
  }

  /**
   * Replaces weights, as after training. `transfer` moves the arrays' memory instead of copying it.
   */
  async writeParameters(
    parameters: ReadonlyMap<string, FloatTensor>,
    options: { transfer?: boolean } = {},
  ): Promise<void> {
    for (const [name, { shape, data }] of parameters) {
      const wanted = this.#shapeOf(name);
      const size = wanted.reduce((product, length) => product * length, 1);
      if (shape.join() === wanted.join() && data.length === size) continue;
      throw new ModelError(
        "weights-mismatched",
        `\`${name}\` must have the shape [${wanted.join(", ")}], but has [${shape.join(", ")}] with ${data.length} numbers.`,
      );
    }
    if (this.#holder !== undefined) return this.#holder.write(parameters);
    if (this.#place === "taken") {
      const missing = [...this.#shapes.keys()].find((name) => !parameters.has(name));
      if (missing !== undefined)
        throw new ModelError(
          "weights-taken",
          `The weights were taken out of this model; \`${missing}\` is not among those that come back.`,
        );
    }
    await this.#session.write(parameters, options);
    this.#place = "here";
  }

  /**
   * Moves the weights out of the model, so that training does not hold them twice.
   *
   * Until {@link writeParameters} brings all of them back, the model cannot be run or saved, unless {@link lendTo} says who has
   * them. Weights that are lent cannot be taken.
   */
  async takeParameters(): Promise<Map<string, FloatTensor>> {
    if (this.#holder !== undefined) throw weightsTaken();
    this.#requireWeights();
    const taken = new Map<string, FloatTensor>();
    for (const name of this.#shapes.keys())
      for (const [, value] of await this.#session.read([name])) taken.set(name, value);
    this.#place = "taken";
    await this.#session.drop([...this.#shapes.keys()]);
    return taken;
  }

  /**
   * Says who has the weights that were taken: until it is called with undefined, `forward`, `readParameters`, `writeParameters` and
   * `savePretrained` are answered from there. Evaluating in the middle of a training needs no second copy of the weights so.
   */
  lendTo(holder: WeightsHolder | undefined): void {
    this.#holder = holder;
  }

  /**
   * Writes `config.json` and `model.safetensors` into a folder, with `onnx: true` also `onnx/model.onnx`.
   *
   * Python's `from_pretrained(folder)` reads it. Gives the files' names. Python: `model.save_pretrained(folder)`.
   */
  async savePretrained(folder: string, options: SavePretrainedOptions = {}): Promise<string[]> {
    this.#requireWeights();
    const files = await saveModel(folder, this.parts(), options);
    if (options.onnx !== true) return files;
    const { dataPath } = await this.exportOnnx(folder);
    return [...files, "onnx/model.onnx", ...(dataPath === undefined ? [] : ["onnx/model.onnx_data"])];
  }

  /**
   * Writes the model as ONNX: to `target` where it ends in `.onnx`, else to `target/onnx/model.onnx` beside a config.json.
   *
   * transformers.js loads such a folder once the tokenizer's files are in it, and onnxruntime loads the file anywhere.
   * Weights above 2 GB go to a second file. Python: `optimum.exporters.onnx.main_export`.
   */
  async exportOnnx(target: string, options: ExportOnnxOptions = {}): Promise<OnnxFiles> {
    this.#requireWeights();
    const { exportOnnx } = await import("./export/export-onnx.js");
    return exportOnnx(target, this.parts(), options);
  }

  /** Frees the weights and what computes. The model cannot be used afterwards. */
  async close(): Promise<void> {
    this.#graphs.clear();
    await this.#session.close();
  }

  override toText(): string {
    const millions = `${grouped(this.numParameters)} parameters`;
    return `${this.className}(${millions}, ${this.engine})`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }

  #limits(): InputLimits {
    this.#knownLimits ??= this.#findLimits();
    return this.#knownLimits;
  }

  #findLimits(): InputLimits {
    const { values } = this.config;
    const vocabulary = Number(values.vocab_size);
    const isTokenModel = this.head === "masked-lm" || this.head === "causal-lm";
    return {
      vocabulary,
      ...positionLimits(this.#shapes, values, this.config.modelType),
      classes: isTokenModel ? vocabulary : this.config.numLabels,
      kind: this.#kind(),
    };
  }

  #graph(options: Omit<ForwardOptions, "head">): Graph {
    const key = keyOf(options);
    const known = this.#graphs.get(key) ?? this.buildGraph(options);
    this.#graphs.set(key, known);
    return known;
  }

  /** What saving and exporting read. */
  protected parts(): ModelParts {
    const read = async (name: string): Promise<FloatTensor> => {
      const value = (await this.#weights().read([name])).get(name);
      if (value === undefined) throw new ModelError("weights-missing", `The engine gave no \`${name}\`.`);
      return value;
    };
    return {
      config: this.config,
      head: this.head,
      parameters: this.#shapes,
      read,
      build: (options) => this.buildGraph(options),
    };
  }

  #kind(): InputLimits["kind"] {
    return this.config.architecture.classNames["causal-lm"] === undefined ? "encoder" : "decoder";
  }

  #shapeOf(name: string): readonly number[] {
    const shape = this.#shapes.get(name);
    if (shape !== undefined) return shape;
    throw new ModelError("parameter-unknown", `A ${this.className} has no weight \`${name}\`.`, {
      hint: "`model.parameters()` lists them.",
    });
  }

  #weights(): WeightsHolder {
    return this.#holder ?? this.#session;
  }

  #requireWeights(): void {
    if (this.#place !== "here" && this.#holder === undefined) throw weightsTaken();
  }
}

function weightsTaken(): ModelError {
  return new ModelError("weights-taken", "The weights were taken out of this model, as training does.", {
    hint: "Wait until the training has ended, or load the model again.",
  });
}

function keyOf(options: Omit<ForwardOptions, "head">): string {
  return JSON.stringify(options);
}

/** Learnt positions bound the length of a text. RoBERTa counts them from behind its padding id. */
function positionLimits(
  shapes: ReadonlyMap<string, readonly number[]>,
  values: Readonly<Record<string, unknown>>,
  modelType: string,
): { positions: number | undefined; positionRows: number | undefined } {
  const found = [...shapes].find(([name]) => /(position_embeddings|wpe)\.weight$/.test(name));
  const rows = found?.[1][0];
  if (rows === undefined) return { positions: undefined, positionRows: undefined };
  const skipped = modelType === "roberta" ? Number(values.pad_token_id) + 1 : 0;
  return { positions: rows - skipped, positionRows: rows };
}

function toOutput(results: Readonly<Record<string, TensorData>>): ModelOutput {
  const tensors = new Map<string, ModelTensor>();
  const past = new Map<string, ModelTensor>();
  const hidden: ModelTensor[] = [];
  for (const [name, value] of Object.entries(results)) {
    if (value.type !== "float32") continue;
    const tensor = new ModelTensor(value.data, value.dims);
    const [, layer] = /^hidden_states\.(\d+)$/.exec(name) ?? [];
    if (layer !== undefined) hidden[Number(layer)] = tensor;
    else if (name.startsWith("present.")) past.set(name.replace("present", "past_key_values"), tensor);
    else tensors.set(name, tensor);
  }
  return new ModelOutput({
    tensors: new Map([...tensors].sort(([left], [right]) => Number(right === "loss") - Number(left === "loss"))),
    hiddenStates: hidden.length === 0 ? undefined : hidden,
    pastKeyValues: past.size === 0 ? undefined : past,
  });
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
