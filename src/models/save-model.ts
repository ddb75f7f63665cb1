/** @file Writing a model as Hugging Face keeps it: config.json and model.safetensors, and the ONNX file on request. */

import type { Graph } from "../graph/graph";
import type { FloatTensor } from "../graph/training/training-session";
import type { ForwardOptions, Head } from "./architecture";
import type { SavedCard } from "./card/save-card";
import type { PretrainedConfig } from "./pretrained-config";
import { saveSafetensors, type TensorToSave } from "./weights/save-safetensors";

/** Options of `model.savePretrained`. */
export interface SavePretrainedOptions {
  /** The largest file of weights: bytes, or a text such as "200MB". @default "5GB" */
  maxShardSize?: number | string;
  /** Whether `onnx/model.onnx` is written too, for transformers.js. @default false */
  onnx?: boolean;
  /**
   * What `README.md` says: data, hyperparameters, results, limits. What the model knows of itself is filled in.
   * @default no card is written
   */
  card?: SavedCard;
}

/** A model's parts, as saving and exporting read them. */
export interface ModelParts {
  readonly config: PretrainedConfig;
  readonly head: Head;
  readonly parameters: ReadonlyMap<string, readonly number[]>;
  readonly read: (name: string) => Promise<FloatTensor>;
  /** The forward graph over `parameters`. */
  readonly build: (options: Omit<ForwardOptions, "head">) => Graph;
}

/** Writes `config.json` and the weights, so that Python's `from_pretrained(folder)` reads them. Gives the files' names. */
export async function saveModel(folder: string, parts: ModelParts, options: SavePretrainedOptions): Promise<string[]> {
  const { parameters, read } = parts;
  // Tied weights are written once, under the name that the model has for them, as Python writes them.
  const tensors = new Map<string, TensorToSave>();
  for (const [name, shape] of parameters) {
    tensors.set(name, { data: async () => (await read(name)).data, shape });
  }
  const { maxShardSize } = options;
  const { files } = await saveSafetensors(folder, tensors, maxShardSize === undefined ? {} : { maxShardSize });
  await savedConfig(parts).savePretrained(folder);
  if (options.card === undefined) return [...files, "config.json"];
  const sizes = [...parameters.values()].map((shape) => shape.reduce((product, length) => product * length, 1));
  const numParameters = sizes.reduce((sum, size) => sum + size, 0);
  const { saveCard } = await import("./card/save-card.js");
  const facts = {
    config: parts.config,
    head: parts.head,
    numParameters,
    onnx: options.onnx === true,
    kind: "model",
  } as const;
  return [...files, "config.json", await saveCard(folder, options.card, facts)];
}

/** The configuration as it is saved: with the class's name, and float32, which is how the weights are written. */
export function savedConfig({ config, head }: ModelParts): PretrainedConfig {
  const isOld = config.torch_dtype !== undefined && config.dtype === undefined;
  return config.withHead(head).with({ [isOld ? "torch_dtype" : "dtype"]: "float32" });
}
