/** @file Which layers of a model an adapter changes, and how: PEFT's rules for names. */
import { listNames } from "../../core/suggest";
import type { Value } from "../../graph/graph";
import { add, multiply } from "../../graph/operations/arithmetic";
import { gemm } from "../../graph/operations/gemm";
import type { Head } from "../../models/architecture";
import type { LinearAdapter, LinearLayer } from "../../models/layers/linear";
import { trainingDropout } from "../../models/layers/training-dropout";
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { LoraConfig, PeftTaskType } from "./lora-config";
import { matchNames } from "./match-names";
import { PeftError } from "./peft-error";

/** A linear layer of a model, before anything is done to it. */
export type LayerInfo = Pick<LinearLayer, "name" | "inputs" | "size" | "layout">;

/** A linear layer with an update of low rank: `output + (x Aᵀ) Bᵀ · scaling`. */
export interface LoraLayer extends LayerInfo {
  readonly rank: number;
  readonly scaling: number;
}

/** PEFT's choice where nothing is said; it has none for DistilBERT, whose queries and values are taken likewise. */
const USUAL_TARGETS: Readonly<Record<string, readonly string[]>> = {
  distilbert: ["q_lin", "v_lin"],
  bert: ["query", "value"],
  roberta: ["query", "value"],
  gpt2: ["c_attn"],
  llama: ["q_proj", "v_proj"],
  mistral: ["q_proj", "v_proj"],
  qwen2: ["q_proj", "v_proj"],
};

/** What PEFT calls the tasks of the heads. */
export const TASKS: Readonly<Partial<Record<Head, PeftTaskType>>> = {
  "sequence-classification": "SEQ_CLS",
  "token-classification": "TOKEN_CLS",
  "question-answering": "QUESTION_ANS",
  "causal-lm": "CAUSAL_LM",
  base: "FEATURE_EXTRACTION",
};

/** Heads that begin with random values, and so are always trained and saved whole. */
const SAVED_HEADS: Readonly<Partial<Record<PeftTaskType, readonly string[]>>> = {
  SEQ_CLS: ["classifier", "score"],
  TOKEN_CLS: ["classifier", "score"],
  QUESTION_ANS: ["qa_outputs"],
};

/** The linear layers of a model's graph, in its order. */
export function linearLayers(model: PreTrainedModel): LayerInfo[] {
  const found = new Map<string, LayerInfo>();
  const see: LinearAdapter = ({ name, inputs, size, layout, output }) => {
    found.set(name, { name, inputs, size, layout });
    return output;
  };
  model.buildGraph({ linearAdapter: see });
  return [...found.values()];
}

/** The configuration with what PEFT fills in for a model: targets by name, the task, the layers that are saved whole. */
export function completedConfig(config: LoraConfig, model: PreTrainedModel, layers: readonly LayerInfo[]): LoraConfig {
  const own = TASKS[model.head];
  const taskType = config.taskType ?? own;
  if (taskType !== own) {
    throw new PeftError(
      "task-mismatched",
      `A ${model.className} is for ${own ?? "no task that PEFT names"}, not for ${taskType}.`,
      {
        hint: "Leave `taskType` out: the model's head says it.",
      },
    );
  }
  const heads = (taskType === undefined ? undefined : SAVED_HEADS[taskType]) ?? [];
  const saved = [...new Set([...(config.modulesToSave ?? []), ...heads])];
  return config.with({
    targetModules: targetsOf(config, model, layers),
    ...(taskType === undefined ? {} : { taskType }),
    ...(saved.length === 0 ? {} : { modulesToSave: saved }),
  });
}

function targetsOf(
  { targetModules }: LoraConfig,
  { config, head }: PreTrainedModel,
  layers: readonly LayerInfo[],
): readonly string[] | string {
  if (typeof targetModules === "string" && targetModules.toLowerCase() === "all-linear") {
    const ends = layers.map(({ name }) => lastPart(name));
    // As PEFT does: a classifier's last layer is trained whole.
    const isHead = (name: string): boolean =>
      head === "sequence-classification" && ["score", "classifier"].includes(name);
    return [...new Set(ends)].filter((name) => !isHead(name)).sort();
  }
  return targetModules ?? USUAL_TARGETS[config.modelType] ?? [];
}

/**
 * The layers that a completed configuration adapts.
 *
 * Throws a {@link PeftError} for names that no linear layer has, and where nothing is left.
 */
export function adaptedLayers(config: LoraConfig, layers: readonly LayerInfo[], className: string): LoraLayer[] {
  const names = layers.map(({ name }) => name);
  const { targetModules = [] } = config;
  if (typeof targetModules !== "string") {
    const wrong = targetModules.find((target) => !names.some((name) => endsIn(name, target)));
    if (wrong !== undefined) throw unknown(className, wrong, names);
  }
  const chosen = new Set(chosenNames(config, layers));
  const kept = layers.filter(({ name }) => chosen.has(name));
  if (kept.length === 0) {
    throw new PeftError("nothing-adapted", `Not one linear layer of this ${className} is adapted.`, {
      hint: `Its linear layers end in ${distinctEnds(names).join(", ")}. Look at \`targetModules\`, \`excludeModules\` and \`layersToTransform\`.`,
    });
  }
  return withRanks(config, kept);
}

/** The names of the layers that a completed configuration picks; none is no error. */
export function chosenNames(config: LoraConfig, layers: readonly LayerInfo[]): string[] {
  const names = layers.map(({ name }) => name);
  const left = new Set(excludedNames(config, layers));
  return selected(config.targetModules ?? [], names).filter((name) => !left.has(name) && isInLayers(config, name));
}

/** The names of the layers that `excludeModules` leaves out. */
export function excludedNames({ excludeModules }: LoraConfig, layers: readonly LayerInfo[]): string[] {
  return excludeModules === undefined
    ? []
    : selected(
        excludeModules,
        layers.map(({ name }) => name),
      );
}

/** What the layers' outputs become in a graph. */
export function loraAdapter(
  layers: ReadonlyMap<string, LoraLayer>,
  dropout: number,
  mode: "inference" | "training",
): LinearAdapter {
  return ({ name, x, output }): Value => {
    const layer = layers.get(name);
    if (layer === undefined) return output;
    const { graph } = x;
    const down = graph.parameter(loraA(name), [layer.rank, layer.inputs]);
    const up = graph.parameter(loraB(name), [layer.size, layer.rank]);
    // Scaling where the numbers are fewest.
    const narrow = multiply(gemm(trainingDropout(x, dropout, mode), down, undefined, { transB: true }), layer.scaling);
    return add(output, gemm(narrow, up, undefined, { transB: true }));
  };
}

/** The name of a layer's first factor, float32 `[rank, inputs]`. */
export function loraA(layer: string): string {
  return `${layer}.lora_A.weight`;
}

/** The name of a layer's second factor, float32 `[size, rank]`. */
export function loraB(layer: string): string {
  return `${layer}.lora_B.weight`;
}

function withRanks(config: LoraConfig, layers: readonly LayerInfo[]): LoraLayer[] {
  const keys = [...Object.keys(config.rankPattern), ...Object.keys(config.alphaPattern)];
  const names = layers.map(({ name }) => name);
  const rules = keys.map((key) => ({ key, names: new Set(matchNames(`.*\\.(?:${key})`, names)) }));
  return layers.map((layer) => {
    const key = rules.find((rule) => rule.names.has(layer.name))?.key ?? layer.name;
    const rank = ownValue(config.rankPattern, key) ?? config.r;
    const alpha = ownValue(config.alphaPattern, key) ?? config.loraAlpha;
    return { ...layer, rank, scaling: alpha / (config.useRslora ? Math.sqrt(rank) : rank) };
  });
}

function ownValue(record: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function selected(targets: readonly string[] | string, names: readonly string[]): string[] {
  if (typeof targets === "string") return matchNames(targets, names);
  return names.filter((name) => targets.some((target) => endsIn(name, target)));
}

function isInLayers({ layersToTransform, layersPattern, targetModules }: LoraConfig, name: string): boolean {
  const wanted = [layersToTransform ?? []].flat();
  if (wanted.length === 0 || typeof targetModules === "string") return true;
  const stems = [layersPattern ?? []].flat();
  const pattern = stems.length === 0 ? ".*\\.[^.]*\\.(\\d+)\\..*" : `.*\\.(?:${stems.join("|")})\\.(\\d+)\\..*`;
  if (matchNames(pattern, [name]).length === 0) return false;
  return wanted.includes(Number(new RegExp(`^${pattern}$`, "s").exec(name)?.[1]));
}

function endsIn(name: string, end: string): boolean {
  return name === end || name.endsWith(`.${end}`);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function distinctEnds(names: readonly string[]): string[] {
  return [...new Set(names.map(lastPart))];
}

function unknown(className: string, wrong: string, names: readonly string[]): PeftError {
  return new PeftError("modules-unknown", `A ${className} has no linear layer whose name is or ends in \`${wrong}\`.`, {
    hint: listNames("linear layers", wrong, distinctEnds(names)),
  });
}
