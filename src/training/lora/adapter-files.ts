/** @file An adapter on disk, in PEFT's format: `adapter_config.json` and `adapter_model.safetensors`. */
import { join } from "node:path";
import { writeFileAtomic } from "../../core/atomic-write";
import type { FloatTensor } from "../../graph/training/training-session";
import type { Repository } from "../../hub/repository";
import { SafetensorsFile } from "../../models/weights/safetensors-file";
import { saveSafetensors, type TensorToSave } from "../../models/weights/save-safetensors";
import type { TensorFile } from "../../models/weights/tensor-file";
import { TorchFile } from "../../models/weights/torch-file";
import type { LoraConfig } from "./lora-config";
import type { LoraLayer } from "./lora-layers";
import { PeftError } from "./peft-error";

const PREFIX = "base_model.model.";
const FILES = ["adapter_model.safetensors", "adapter_model.bin"] as const;

/** What is written: the weights that belong to the adapter, by the model's names for them. */
export interface AdapterToSave {
  readonly config: LoraConfig;
  readonly layers: ReadonlyMap<string, LoraLayer>;
  readonly parameters: ReadonlyMap<string, readonly number[]>;
  readonly read: (name: string) => Promise<FloatTensor>;
}

/** Writes an adapter so that PEFT's `PeftModel.from_pretrained(base, folder)` reads it. Gives the files' names. */
export async function saveAdapter(folder: string, adapter: AdapterToSave): Promise<string[]> {
  const { config, layers, parameters, read } = adapter;
  const tensors = new Map<string, TensorToSave>();
  for (const [name, shape] of parameters)
    tensors.set(fileName(name, layers), { shape, data: async () => (await read(name)).data });
  // PEFT reads one file, however large.
  const { files } = await saveSafetensors(folder, tensors, {
    stem: "adapter_model",
    maxShardSize: Number.MAX_SAFE_INTEGER,
  });
  const isTurned = [...layers.values()].some(({ layout }) => layout === "inputs-first");
  const json = { ...config.toJSON(), fan_in_fan_out: isTurned };
  await writeFileAtomic(join(folder, "adapter_config.json"), `${JSON.stringify(json, undefined, 2)}\n`);
  return [...files, "adapter_config.json"];
}

/** An adapter's file of weights, open. */
export interface OpenAdapter {
  /** Its weights, by the model's names for them. */
  readonly names: ReadonlySet<string>;
  /**
   * Reads one weight for each of `parameters`.
   *
   * Throws a {@link PeftError} where the file has others, or others' shapes: the adapter belongs to another model.
   */
  read(parameters: ReadonlyMap<string, readonly number[]>, config: LoraConfig): Promise<Map<string, FloatTensor>>;
  close(): Promise<void>;
}

/** Opens the weights of an adapter. */
export async function openAdapter(repository: Repository): Promise<OpenAdapter> {
  const file = await openFile(repository);
  const keys = new Map([...file.tensors.keys()].flatMap((key) => modelNames(key).map((name) => [name, key] as const)));
  const read: OpenAdapter["read"] = async (parameters, config) => {
    // Of "lora_only" PEFT trains the biases and does not save them: the base's are what is known.
    const isLost = (name: string): boolean => config.bias === "lora_only" && name.endsWith(".bias");
    const missing = [...parameters.keys()].filter((name) => !keys.has(name) && !isLost(name));
    const left = [...keys.keys()].filter((name) => !parameters.has(name));
    const found = new Map<string, FloatTensor>();
    if (missing.length > 0 || left.length > 0) throw foreign(repository, config, difference(missing, left));
    for (const [name, shape] of parameters) {
      const key = keys.get(name);
      if (key === undefined) continue;
      const stored = file.tensors.get(key)?.shape ?? [];
      if (stored.join() !== shape.join()) {
        const text = `\`${name}\` is [${stored.join(", ")}] in the file and [${shape.join(", ")}] in the model`;
        throw foreign(repository, config, text);
      }
      const { data } = await file.read(key);
      const numbers = data instanceof Float32Array ? data : Float32Array.from(data as ArrayLike<number>, Number);
      const wrong = numbers.findIndex((value) => !Number.isFinite(value));
      if (wrong >= 0) {
        throw new PeftError(
          "adapter-invalid",
          `\`${key}\` of ${repository.id} has ${numbers[wrong]} at place ${wrong}.`,
          {
            hint: "The training that made it diverged: take an earlier checkpoint.",
          },
        );
      }
      found.set(name, { shape, data: numbers });
    }
    return found;
  };
  return { names: new Set(keys.keys()), read, close: () => file.close() };
}

async function openFile(repository: Repository): Promise<TensorFile> {
  for (const name of FILES) {
    if (!(await repository.has(name))) continue;
    const path = await repository.path(name);
    return name.endsWith(".bin") ? TorchFile.open(path, name) : SafetensorsFile.open(path, name);
  }
  throw new PeftError("adapter-invalid", `${repository.id} has no ${FILES.join(" and no ")}.`, {
    hint: "An adapter's folder has adapter_config.json and adapter_model.safetensors.",
  });
}

/** PEFT moves the weights of an adapted layer into its `base_layer`. */
function fileName(name: string, layers: ReadonlyMap<string, LoraLayer>): string {
  const dot = name.lastIndexOf(".");
  const layer = name.slice(0, dot);
  return layers.has(layer) ? `${PREFIX}${layer}.base_layer${name.slice(dot)}` : PREFIX + name;
}

/** The name in the model, if it has one: copies that PEFT keeps beside a trained head are passed over. */
function modelNames(key: string): string[] {
  if (/\.(original_module|modules_to_save)\./.test(key)) return [];
  const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
  return [name.replace(/\.base_layer\.(weight|bias)$/, ".$1")];
}

function difference(missing: readonly string[], left: readonly string[]): string {
  const some = (names: readonly string[]): string =>
    `\`${names[0]}\`${names.length > 1 ? ` and ${names.length - 1} more` : ""}`;
  const parts = [
    missing.length > 0 ? `the file lacks ${some(missing)}` : "",
    left.length > 0 ? `the model has no place for ${some(left)}` : "",
  ];
  return parts.filter((part) => part !== "").join(", and ");
}

function foreign({ id }: Repository, { baseModelNameOrPath: base }: LoraConfig, why: string): PeftError {
  const hint =
    base === undefined ? "Open the model that it was trained on." : `It was made for ${base}: open that model.`;
  return new PeftError("adapter-foreign", `The adapter of ${id} does not fit this model: ${why}.`, { hint });
}
