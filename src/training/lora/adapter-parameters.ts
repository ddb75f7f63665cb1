/** @file Which of a model's weights belong to an adapter: what is trained, and saved with it. */
import { listNames } from "../../core/suggest";
import type { Graph } from "../../graph/graph";
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { LoraConfig } from "./lora-config";
import { chosenNames, excludedNames, type LayerInfo, type LoraLayer, loraA, loraB } from "./lora-layers";
import { PeftError } from "./peft-error";

/** The updates, the biases that are trained, and the layers that are trained whole; of an adapted graph. */
export function adapterParameters(
  graph: Graph,
  config: LoraConfig,
  layers: ReadonlyMap<string, LoraLayer>,
): Map<string, readonly number[]> {
  const updates = new Set([...layers.keys()].flatMap((name) => [loraA(name), loraB(name)]));
  const isOurs = (name: string): boolean =>
    updates.has(name) || isTrainedBias(name, config, layers) || isSavedWhole(name, config.modulesToSave ?? []);
  return new Map(
    [...graph.parameters].filter(([name]) => isOurs(name)).map(([name, { shape }]) => [name, shape.map(Number)]),
  );
}

/** Refuses names among `modulesToSave` that no layer of the model has. */
export function checkSavedModules({ modulesToSave = [] }: LoraConfig, model: PreTrainedModel): void {
  const names = model.parameters().map(({ name }) => name);
  const wrong = modulesToSave.find((module) => !names.some((name) => isSavedWhole(name, [module])));
  if (wrong === undefined) return;
  const layers = [...new Set(names.map((name) => name.split(".").at(-2) ?? name))];
  throw new PeftError(
    "modules-unknown",
    `A ${model.className} has no layer whose name ends in \`${wrong}\`, to be saved whole.`,
    {
      hint: listNames(
        "layers",
        wrong,
        layers.filter((name) => !/^\d+$/.test(name)),
      ),
    },
  );
}

/**
 * The configuration with layers that are trained whole left out of those that have an update: both together would be one too many,
 * and PEFT's versions differ in what they do then.
 */
export function withoutSaved(config: LoraConfig, layers: readonly LayerInfo[]): LoraConfig {
  const { modulesToSave = [] } = config;
  const saved = layers.filter(({ name }) => isSavedWhole(`${name}.weight`, modulesToSave)).map(({ name }) => name);
  const isTwice = chosenNames(config, layers).some((name) => saved.includes(name));
  if (!isTwice) return config;
  return config.with({ excludeModules: [...excludedNames(config, layers), ...saved] });
}

/** PEFT compares ends of names: `"classifier"` is also `pre_classifier`. */
export function isSavedWhole(parameter: string, modules: readonly string[]): boolean {
  const parts = parameter.split(".");
  const above = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
  return above.some((name) => modules.some((module) => name.endsWith(module)));
}

function isTrainedBias(name: string, { bias }: LoraConfig, layers: ReadonlyMap<string, LoraLayer>): boolean {
  if (bias === "all") return name.includes("bias");
  return bias === "lora_only" && name.endsWith(".bias") && layers.has(name.slice(0, -".bias".length));
}
