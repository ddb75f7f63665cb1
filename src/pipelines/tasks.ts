/** @file The tasks: those that run on our own graphs and tokenizers, those of transformers.js, and other names for them. */
import { describeValue } from "../core/errors";
import { listNames } from "../core/suggest";
import type { Head } from "../models/architecture";
import { PipelineError } from "./pipeline-error";

/** A task that runs on our own graphs and tokenizers. */
export type OwnTask =
  | "text-classification"
  | "zero-shot-classification"
  | "token-classification"
  | "question-answering"
  | "fill-mask"
  | "text-generation"
  | "feature-extraction";

/** The head that each task of our own needs. */
export const OWN_TASKS: Readonly<Record<OwnTask, Head>> = {
  "text-classification": "sequence-classification",
  "zero-shot-classification": "sequence-classification",
  "token-classification": "token-classification",
  "question-answering": "question-answering",
  "fill-mask": "masked-lm",
  "text-generation": "causal-lm",
  "feature-extraction": "base",
};

/** The tasks that transformers.js does. */
export const HANDED_TASKS = [
  "summarization",
  "translation",
  "text2text-generation",
  "audio-classification",
  "zero-shot-audio-classification",
  "automatic-speech-recognition",
  "text-to-audio",
  "image-to-text",
  "image-classification",
  "image-segmentation",
  "background-removal",
  "zero-shot-image-classification",
  "object-detection",
  "zero-shot-object-detection",
  "document-question-answering",
  "image-to-image",
  "depth-estimation",
  "image-feature-extraction",
] as const;

/** A task that transformers.js does. */
export type HandedTask = (typeof HANDED_TASKS)[number];

/** What other names of tasks stand for. */
export interface TaskAliases {
  "sentiment-analysis": "text-classification";
  ner: "token-classification";
  embeddings: "feature-extraction";
  asr: "automatic-speech-recognition";
  "text-to-speech": "text-to-audio";
}

/** Another name of a task. */
export type TaskAlias = keyof TaskAliases;

/** Other names of tasks. */
export const TASK_ALIASES: Readonly<TaskAliases> = {
  "sentiment-analysis": "text-classification",
  ner: "token-classification",
  embeddings: "feature-extraction",
  asr: "automatic-speech-recognition",
  "text-to-speech": "text-to-audio",
};

/** Every name that `pipeline` takes. */
export type PipelineTask = OwnTask | HandedTask | TaskAlias;

/** The task that a name stands for. A name that stands for none is an error that lists them. */
export function resolveTask(name: unknown): OwnTask | HandedTask {
  const full = typeof name === "string" && Object.hasOwn(TASK_ALIASES, name) ? TASK_ALIASES[name as TaskAlias] : name;
  if (isOwnTask(full)) return full;
  const handed = HANDED_TASKS.find((task) => task === full);
  if (handed !== undefined) return handed;
  const own = [...Object.keys(OWN_TASKS), ...Object.keys(TASK_ALIASES)];
  const wanted = typeof name === "string" ? name : "";
  const nearest = /Did you mean.*$/.exec(listNames("tasks", wanted, [...own, ...HANDED_TASKS]))?.[0];
  throw new PipelineError("task-unknown", `There is no task ${describeValue(name)}.`, {
    hint: `Available tasks: ${own.join(", ")}; with transformers.js: ${HANDED_TASKS.join(", ")}.${nearest === undefined ? "" : ` ${nearest}`}`,
  });
}

/** Whether a name is that of a task that runs here. */
export function isOwnTask(name: unknown): name is OwnTask {
  return typeof name === "string" && Object.hasOwn(OWN_TASKS, name);
}

/** The tasks that a model with this head does. */
export function tasksOf(head: Head): OwnTask[] {
  return (Object.keys(OWN_TASKS) as OwnTask[]).filter((task) => OWN_TASKS[task] === head);
}
