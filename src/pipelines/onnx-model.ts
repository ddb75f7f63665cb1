/** @file A model of a repository that has only ONNX files: transformers.js computes it, our tokenizers and tasks use it. */
import { dirname, join } from "node:path";
import { messageOf } from "../core/errors";
import { readGenerationConfig } from "../generation/auto-model-for-causal-lm";
import { GenerationConfig } from "../generation/generation-config";
import type { Repository } from "../hub/repository";
import type { Head } from "../models/architecture";
import { AUTO_CLASSES } from "../models/class-missing";
import { type PlainTensor, plainTensor } from "../models/input-tensor";
import type { ModelInputs } from "../models/model-inputs";
import { ModelOutput, type PastKeyValues } from "../models/model-output";
import { ModelTensor } from "../models/model-tensor";
import type { ForwardCallOptions } from "../models/pretrained-model";
import { PipelineError } from "./pipeline-error";
import type { PipelineConfig, PipelineModel } from "./pipeline-model";

type Library = typeof import("@huggingface/transformers");
type LibraryModel = Awaited<ReturnType<Library["AutoModel"]["from_pretrained"]>>;

/** The files that a model may be in, the most exact first, and what transformers.js calls them. */
const FILES = [
  ["model.onnx", "fp32"],
  ["model_fp16.onnx", "fp16"],
  ["model_quantized.onnx", "q8"],
  ["model_int8.onnx", "int8"],
  ["model_uint8.onnx", "uint8"],
  ["model_q4.onnx", "q4"],
] as const;

/** A config.json is some kilobytes; the longest lists of labels make a few megabytes. */
const LARGEST_CONFIG = 16_000_000;

/** The repository's ONNX file and what transformers.js calls its numbers; undefined where there is none. */
export async function findOnnx(repository: Repository): Promise<(typeof FILES)[number] | undefined> {
  for (const entry of FILES) if (await repository.has(`onnx/${entry[0]}`)) return entry;
  return undefined;
}

/** A model that transformers.js computes, from a repository's ONNX file. */
export class OnnxModel implements PipelineModel {
  readonly className: string;
  readonly config: PipelineConfig;
  /** What the repository says of generation. */
  readonly generationConfig: GenerationConfig;
  readonly #library: Library;
  readonly #model: LibraryModel;

  private constructor(
    library: Library,
    model: LibraryModel,
    { config, generationConfig }: { config: PipelineConfig; generationConfig: GenerationConfig },
  ) {
    this.#library = library;
    this.#model = model;
    this.config = config;
    this.generationConfig = generationConfig;
    const [named] = Array.isArray(config.architectures) ? (config.architectures as unknown[]) : [];
    this.className = typeof named === "string" ? named : "OnnxModel";
  }

  /** Opens the model. Its files are downloaded first where they are on the Hub. */
  static async open(repository: Repository, head: Head): Promise<OnnxModel> {
    const [file, dtype] = (await findOnnx(repository)) ?? FILES[0];
    const configPath = await repository.path("config.json");
    await repository.path(`onnx/${file}`);
    for (const beside of [`onnx/${file}_data`, "generation_config.json"])
      if (await repository.has(beside)) await repository.path(beside);
    const config = withLabels(await repository.readJson("config.json", { maxBytes: LARGEST_CONFIG }));
    const generationConfig = (await readGenerationConfig(repository)) ?? GenerationConfig.fromFiles({ config });
    const library = await import("@huggingface/transformers");
    try {
      const folder = dirname(configPath);
      const options = { dtype, local_files_only: true } as const;
      const model = await library[AUTO_CLASSES[head]].from_pretrained(folder, options);
      return new OnnxModel(library, model, { config, generationConfig });
    } catch (cause) {
      throw new PipelineError(
        "task-failed",
        `transformers.js could not open ${join(repository.id, "onnx", file)}: ${messageOf(cause)}`,
        { cause, hint: `It must be an ONNX export of a model for ${AUTO_CLASSES[head]}.` },
      );
    }
  }

  async forward(inputs: ModelInputs, options: ForwardCallOptions = {}): Promise<ModelOutput> {
    const feeds: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(inputs)) {
      if (name === "past_key_values" || value === undefined) continue;
      feeds[name] = this.#wholeNumbers(plainTensor(name, value));
    }
    const { past_key_values: past } = inputs;
    if (past !== undefined) feeds.past_key_values = this.#cache(past);
    const output = (await this.#model(feeds)) as Record<string, unknown>;
    return toOutput(output, options);
  }

  async close(): Promise<void> {
    await this.#model.dispose();
  }

  #wholeNumbers({ dims, data }: PlainTensor): unknown {
    return new this.#library.Tensor("int64", BigInt64Array.from(data, BigInt), [...dims]);
  }

  #cache(past: PastKeyValues): unknown {
    const tensors = [...past].map(
      ([name, { data, dims }]) => [name, new this.#library.Tensor("float32", data, [...dims])] as const,
    );
    return new this.#library.DynamicCache(Object.fromEntries(tensors));
  }
}

interface LibraryTensor {
  readonly dims: number[];
  readonly data: unknown;
  to(type: "float32"): LibraryTensor;
}

function isTensor(value: unknown): value is LibraryTensor {
  return typeof value === "object" && value !== null && "dims" in value && "data" in value && "to" in value;
}

function toOutput(output: Readonly<Record<string, unknown>>, { logits, useCache }: ForwardCallOptions): ModelOutput {
  const tensors = new Map<string, ModelTensor>();
  const past = new Map<string, ModelTensor>();
  for (const [name, value] of Object.entries(output)) {
    if (!isTensor(value)) continue;
    const { data, dims } = value.to("float32");
    if (!(data instanceof Float32Array)) continue;
    const tensor = new ModelTensor(data, dims);
    if (name.startsWith("present")) past.set(name.replace("present", "past_key_values"), tensor);
    else tensors.set(name, name === "logits" && logits === "last" ? lastOf(tensor) : tensor);
  }
  return new ModelOutput({ tensors, pastKeyValues: useCache === true && past.size > 0 ? past : undefined });
}

/** The logits of the last position of each row, `[batch, 1, vocabulary]`. */
function lastOf({ data, dims }: ModelTensor): ModelTensor {
  const [batch = 0, sequence = 0, size = 0] = dims;
  const last = new Float32Array(batch * size);
  for (let row = 0; row < batch; row++) {
    const end = (row + 1) * sequence * size;
    last.set(data.subarray(end - size, end), row * size);
  }
  return new ModelTensor(last, [batch, 1, size]);
}

function withLabels(value: unknown): PipelineConfig {
  const raw = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const id2label = Object.fromEntries(
    Object.entries(isObject(raw.id2label) ? raw.id2label : {}).map(([id, label]) => [id, String(label)]),
  );
  const label2id = Object.fromEntries(Object.entries(id2label).map(([id, label]) => [label, Number(id)]));
  return { ...raw, id2label, label2id };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
