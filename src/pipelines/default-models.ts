/** @file The model that a task takes when none is named. */
import { resolveModel } from "../models/resolve-model";
import type { OpenOptions } from "./open-parts";
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

/** The task's model, of the Hub or what stands in for it, after a warning that names it. */
export async function defaultModel(task: OwnTask, options: OpenOptions): Promise<string> {
  const { token, endpoint, cacheFolder, fetch } = options;
  const given = Object.entries({ token, endpoint, cacheFolder, fetch }).filter(([, value]) => value !== undefined);
  // What may read the cache alone must not ask the Hub which of its models there are.
  const refused = options.localFilesOnly === true ? { fetch: () => Promise.reject(new TypeError("fetch failed")) } : {};
  const { model, reason } = await resolveModel(DEFAULT_MODELS[task], { ...Object.fromEntries(given), ...refused });
  console.warn(
    `No model was named for ${task}, so its default is taken. ${reason} Name one: \`pipeline("${task}", "owner/name")\`.`,
  );
  return model;
}
