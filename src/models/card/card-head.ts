/** @file The YAML in front of a model card, in the Hub's format. */
import type { CardResult, ModelCardOptions } from "./model-card-options";
import { type YamlValue, yamlText } from "./yaml-text";

/** What stands between the `---` lines. */
export function cardHead(options: ModelCardOptions): string {
  const { modelId, license, baseModel, datasets = [], task, kind = "model", results = [], emissions } = options;
  const isAdapter = kind === "adapter";
  const metrics = [...new Set(results.map(({ metric }) => metric))];
  const head: Record<string, YamlValue | undefined> = {
    language: options.language === undefined ? undefined : [options.language].flat(),
    license,
    library_name: isAdapter ? "peft" : "transformers",
    pipeline_tag: task,
    base_model: baseModel,
    base_model_relation: baseModel === undefined ? undefined : isAdapter ? "adapter" : "finetune",
    datasets: datasets.length === 0 ? undefined : datasets,
    metrics: metrics.length === 0 ? undefined : metrics,
    tags: tagsOf(options),
    co2_eq_emissions:
      emissions === undefined
        ? undefined
        : {
            emissions: emissions.grams,
            source: emissions.source,
            training_type: "fine-tuning",
            geographical_location: emissions.location,
            hardware_used: emissions.hardware,
          },
    "model-index":
      results.length === 0 ? undefined : [{ name: modelId.split("/").at(-1), results: modelIndex(options) }],
  };
  return yamlText(head);
}

function tagsOf({ tags = [], onnx, kind }: ModelCardOptions): string[] {
  const own = [
    "caderno",
    ...(onnx === true ? ["onnx", "transformers.js"] : []),
    ...(kind === "adapter" ? ["lora"] : []),
  ];
  return [...new Set([...own, ...tags])];
}

/** Results by data, as papers' tables are read by the Hub. */
function modelIndex({ results = [], task = "text-classification" }: ModelCardOptions): YamlValue[] {
  const groups = new Map<string, CardResult[]>();
  for (const result of results) {
    const key = JSON.stringify([result.dataset, result.split]);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].map((group) => ({
    task: { type: task, name: titled(task) },
    dataset: { name: group[0]?.dataset, type: group[0]?.dataset, split: group[0]?.split },
    metrics: group.map(({ metric, value }) => ({ type: metric, value, name: titled(metric) })),
  }));
}

/** `"text-classification"` as `"Text Classification"`. */
function titled(name: string): string {
  return name.replace(/[-_]+/g, " ").replace(/(^| )\p{Ll}/gu, (letter) => letter.toUpperCase());
}
