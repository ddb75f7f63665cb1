/** @file The model that a task takes when none is named. */
import type { OwnTask } from "./tasks";

/** Ids on the Hub. Where the course has a model for the task, it is that one. */
const DEFAULT_MODELS: Readonly<Record<OwnTask, string>> = {
  "text-classification": "distilbert/distilbert-base-uncased-finetuned-sst-2-english",
  "zero-shot-classification": "Mel-Iza0/zero-shot",
  "token-classification": "Davlan/distilbert-base-multilingual-cased-ner-hrl",
  "question-answering": "distilbert/distilbert-base-cased-distilled-squad",
  "fill-mask": "Geotrend/distilbert-base-pt-cased",
  "text-generation": "flax-community/gpt-2-spanish",
  "feature-extraction": "Geotrend/distilbert-base-pt-cased",
};

/** The id of the task's model, after a warning that names it. */
export function defaultModel(task: OwnTask): string {
  const id = DEFAULT_MODELS[task];
  console.warn(`No model was named for ${task}, so ${id} is taken. Name one: \`pipeline("${task}", "${id}")\`.`);
  return id;
}
