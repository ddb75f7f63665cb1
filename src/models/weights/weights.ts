/** @file The weights of a repository, in whichever file or files they are, read a tensor at a time. */
import { describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import type { Repository } from "../../hub/repository";
import { SafetensorsFile } from "./safetensors-file";
import { readShardIndex } from "./shard-index";
import type { TensorData, TensorFile, TensorInfo } from "./tensor-file";
import { TorchFile } from "./torch-file";
import { WeightsError } from "./weights-error";

/** Options of {@link openWeights}. */
export interface OpenWeightsOptions {
  /** Looks for PyTorch's files first. Python: `from_pt=True`. @default false */
  fromPt?: boolean;
}

type WeightsFormat = "safetensors" | "pytorch";

const SAFETENSORS = ["model.safetensors", "model.safetensors.index.json"] as const;
const PYTORCH = ["pytorch_model.bin", "pytorch_model.bin.index.json"] as const;

/**
 * Opens the weights of a repository.
 *
 * The first of these that is there is taken, as in Python: `model.safetensors`, its index of shards,
 * `pytorch_model.bin`, its index of shards. Only headers are read; {@link Weights.read} reads one tensor.
 *
 * Throws {@link WeightsError}: "weights-missing", or what is wrong with the file.
 *
 * @example
 * ```ts
 * const weights = await openWeights(await openRepository("./my-model"));
 * const { data, shape } = await weights.read("classifier.weight");
 * await weights.close();
 * ```
 */
export async function openWeights(repository: Repository, options: OpenWeightsOptions = {}): Promise<Weights> {
  const order = options.fromPt === true ? [...PYTORCH, ...SAFETENSORS] : [...SAFETENSORS, ...PYTORCH];
  for (const file of order) {
    if (!(await repository.has(file))) continue;
    const format = file.startsWith("pytorch") ? "pytorch" : "safetensors";
    if (!file.endsWith(".json")) return Weights.combine(format, new Map([[file, await openFile(repository, file)]]));
    return openShards(repository, file, format);
  }
  throw new WeightsError("weights-missing", `${repository.id} has no weights that can be read.`, {
    file: SAFETENSORS[0],
    hint: `Wanted: ${order.join(", ")}. ${listNames("files", SAFETENSORS[0], await repository.list())}`,
  });
}

async function openShards(repository: Repository, index: string, format: WeightsFormat): Promise<Weights> {
  const weightMap = await readShardIndex(repository, index);
  const files = new Map<string, TensorFile>();
  try {
    for (const shard of new Set(weightMap.values())) files.set(shard, await openFile(repository, shard));
    return Weights.combine(format, files, weightMap);
  } catch (error) {
    for (const file of files.values()) await file.close();
    throw error;
  }
}

async function openFile(repository: Repository, file: string): Promise<TensorFile> {
  const path = await repository.path(file);
  return /\.safetensors$/.test(file) ? SafetensorsFile.open(path, file) : TorchFile.open(path, file);
}

/** The tensors of a model, open for reading. */
export class Weights {
  readonly format: WeightsFormat;
  /** The files that hold them. */
  readonly files: readonly string[];
  /** Texts that safetensors files carry, such as `format: "pt"`. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly #files: ReadonlyMap<string, TensorFile>;
  /** From a tensor to its file. */
  readonly #places: ReadonlyMap<string, string>;

  private constructor(
    format: WeightsFormat,
    files: ReadonlyMap<string, TensorFile>,
    places: ReadonlyMap<string, string>,
  ) {
    this.format = format;
    this.files = [...files.keys()];
    this.metadata = Object.assign({}, ...[...files.values()].map((file) => file.metadata));
    this.#files = files;
    this.#places = places;
  }

  /** The tensors of these files; with a map from tensors to files, which must be true. */
  static combine(
    format: WeightsFormat,
    files: ReadonlyMap<string, TensorFile>,
    weightMap?: ReadonlyMap<string, string>,
  ): Weights {
    const places = new Map(weightMap);
    for (const [file, { tensors }] of files) {
      if (weightMap === undefined) for (const name of tensors.keys()) places.set(name, file);
    }
    for (const [name, file] of places) {
      if (files.get(file)?.tensors.has(name) === true) continue;
      throw new WeightsError(
        "index-invalid",
        `The index says that \`${file}\` has ${describeValue(name)}; it has not.`,
        {
          file,
          tensor: name,
          hint: "The shards belong to different versions of the model: fetch all of them again.",
        },
      );
    }
    return new Weights(format, files, places);
  }

  /** Every tensor's name, in the order of the files. */
  names(): string[] {
    return [...this.#places.keys()];
  }

  /** Whether there is a tensor by this name. */
  has(name: string): boolean {
    return this.#places.has(name);
  }

  /** A tensor's stored type, shape and size; nothing is read. */
  info(name: string): TensorInfo {
    const { dtype, shape, byteLength } = this.#fileOf(name).tensors.get(name) ?? this.#missing(name);
    return { dtype, shape, byteLength };
  }

  /** Reads one tensor; floats of every width come as float32. */
  async read(name: string): Promise<TensorData> {
    return this.#fileOf(name).read(name);
  }

  /** Closes the files. */
  async close(): Promise<void> {
    for (const file of this.#files.values()) await file.close();
  }

  #fileOf(name: string): TensorFile {
    return this.#files.get(this.#places.get(name) ?? "") ?? this.#missing(name);
  }

  #missing(name: string): never {
    const file = this.files.join(", ");
    throw new WeightsError("tensor-missing", `There is no tensor ${describeValue(name)} in \`${file}\`.`, {
      file,
      tensor: name,
      hint: listNames("tensors", name, this.names()),
    });
  }
}
