/** @file The card of a model that is saved: what the user says, and what the model knows of itself. */
import { basename, resolve } from "node:path";
import type { Head } from "../architecture";
import type { PretrainedConfig } from "../pretrained-config";
import { modelCard } from "./model-card";
import type { CardTask, ModelCardOptions } from "./model-card-options";

/** The option `card` of `savePretrained`: {@link ModelCardOptions}, all of it optional; the id is the folder's name by default. */
export type SavedCard = Partial<ModelCardOptions>;

/** What a model knows of itself. */
export interface CardFacts {
  readonly config: PretrainedConfig;
  readonly head: Head;
  readonly numParameters: number;
  readonly onnx: boolean;
  readonly kind: "model" | "adapter";
  readonly baseModel?: string | undefined;
}

const TASKS: Readonly<Record<Head, CardTask>> = {
  "sequence-classification": "text-classification",
  "token-classification": "token-classification",
  "question-answering": "question-answering",
  "masked-lm": "fill-mask",
  "causal-lm": "text-generation",
  base: "feature-extraction",
};

/** Writes README.md. Gives the file's name. */
export async function saveCard(folder: string, card: SavedCard, facts: CardFacts): Promise<string> {
  const { config, head, numParameters, onnx, kind, baseModel } = facts;
  const className = config.architecture.classNames[head];
  const hasLabels = head === "sequence-classification" || head === "token-classification";
  const labels = Object.values(config.id2label);
  await modelCard({
    modelId: basename(resolve(folder)).replace(/[^\w.-]+/g, "-") || "model",
    task: TASKS[head],
    numParameters,
    onnx,
    kind,
    ...(className === undefined ? {} : { className }),
    ...(hasLabels ? { labels } : {}),
    ...(baseModel === undefined ? {} : { baseModel }),
    ...card,
  }).save(folder);
  return "README.md";
}
