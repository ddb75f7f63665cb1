/** @file Reading `adapter_config.json`: PEFT's keys, and a clear no to what is not built here. */
import { describeValue } from "../../core/errors";
import type { Repository } from "../../hub/repository";
import { LoraConfig, type LoraOptions } from "./lora-config";
import { PeftError } from "./peft-error";

const FILE = "adapter_config.json";
const LARGEST = 4_000_000;

/** PEFT's keys, and what they are called here. */
const KEYS: Readonly<Record<string, keyof LoraOptions>> = {
  r: "r",
  lora_alpha: "loraAlpha",
  lora_dropout: "loraDropout",
  target_modules: "targetModules",
  exclude_modules: "excludeModules",
  bias: "bias",
  modules_to_save: "modulesToSave",
  task_type: "taskType",
  layers_to_transform: "layersToTransform",
  layers_pattern: "layersPattern",
  rank_pattern: "rankPattern",
  alpha_pattern: "alphaPattern",
  use_rslora: "useRslora",
};

/** What changes the computation in a way that is not built here, wherever it is set. */
const UNSUPPORTED = [
  "use_dora",
  "lora_bias",
  "use_qalora",
  "target_parameters",
  "trainable_token_indices",
  "layer_replication",
];

/** The configuration of the adapter in a repository. */
export async function readLoraConfig(repository: Repository): Promise<LoraConfig> {
  const raw = await repository.readJson(FILE, { maxBytes: LARGEST });
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    throw invalid(repository, `holds ${describeValue(raw)} instead of an object`);
  }
  const values = raw as Record<string, unknown>;
  if (values.peft_type !== "LORA") {
    throw new PeftError(
      "adapter-unsupported",
      `The adapter of ${repository.id} is of the type ${describeValue(values.peft_type)}; only "LORA" is built here.`,
      { hint: "Merge it in Python with `merge_and_unload()`, save the model whole, and open that." },
    );
  }
  const wrong =
    UNSUPPORTED.find((key) => isSet(values[key])) ??
    (isInPlace(values.init_lora_weights) ? "init_lora_weights" : undefined);
  if (wrong !== undefined) {
    throw new PeftError(
      "adapter-unsupported",
      `The adapter of ${repository.id} has \`${wrong}\` ${describeValue(values[wrong])}, which is not built here.`,
      { hint: "Merge it in Python with `merge_and_unload()`, save the model whole, and open that." },
    );
  }
  const options: Record<string, unknown> = {};
  for (const [key, name] of Object.entries(KEYS)) {
    const value = values[key];
    if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)) options[name] = value;
  }
  const base = values.base_model_name_or_path;
  try {
    return new LoraConfig(options as LoraOptions, typeof base === "string" && base !== "" ? base : undefined);
  } catch (error) {
    throw invalid(repository, `cannot be used. ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isSet(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false;
}

/** PiSSA and its kin change the base's weights when they begin: the update alone does not bring the model back. */
function isInPlace(value: unknown): boolean {
  return typeof value === "string" && !["gaussian", "true", "eva"].includes(value.toLowerCase());
}

function invalid({ id }: Repository, what: string): PeftError {
  return new PeftError("adapter-invalid", `${FILE} of ${id} ${what}.`, {
    hint: "Take the file that was saved with the adapter.",
  });
}
