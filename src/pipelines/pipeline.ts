/** @file The function that makes pipelines: a task and a model become something that can be called with texts. */
import { argumentTypeError } from "../core/errors";
import { PreTrainedModel } from "../models/pretrained-model";
import { CALL_RULES, type CallOptions, camelCase, type Rules, readOptions } from "./call-options";
import { defaultModel } from "./default-models";
import type { FeatureExtractionOptions, FeatureExtractionPipeline } from "./feature-extraction";
import type { FillMaskOptions, FillMaskPipeline } from "./fill-mask";
import { type OpenOptions, openParts } from "./open-parts";
import { TASK_DEFINITIONS } from "./own-tasks";
import { PipelineError } from "./pipeline-error";
import { type HandedPipeline, makeHandle } from "./pipeline-handle";
import type { QuestionAnsweringOptions, QuestionAnsweringPipeline } from "./question-answering";
import { runInputs } from "./run-inputs";
import { isOwnTask, type PipelineTask, resolveTask, type TaskAlias, type TaskAliases } from "./tasks";
import type { TextClassificationOptions, TextClassificationPipeline } from "./text-classification";
import type { TextGenerationOptions, TextGenerationPipeline } from "./text-generation";
import type { TokenClassificationOptions, TokenClassificationPipeline } from "./token-classification";
import { handOver } from "./transformers-js";
import type { ZeroShotClassificationPipeline, ZeroShotOptions } from "./zero-shot-classification";

/** The options of a task's calls that a pipeline may have too. */
type Defaults<Options> = OpenOptions & Omit<Options, "onProgress" | "signal">;

/** The options of each task's pipelines. */
interface TaskOptions {
  "text-classification": Defaults<TextClassificationOptions>;
  "sentiment-analysis": Defaults<TextClassificationOptions>;
  "zero-shot-classification": Defaults<ZeroShotOptions>;
  "token-classification": Defaults<TokenClassificationOptions>;
  ner: Defaults<TokenClassificationOptions>;
  "question-answering": Defaults<QuestionAnsweringOptions>;
  "fill-mask": Defaults<FillMaskOptions>;
  "text-generation": Defaults<TextGenerationOptions>;
  "feature-extraction": Defaults<FeatureExtractionOptions>;
  embeddings: Defaults<FeatureExtractionOptions>;
}

/** Every task's options; what transformers.js takes is told there. */
type AllOptions = TaskOptions & {
  [Task in Exclude<PipelineTask, keyof TaskOptions>]: OpenOptions & { readonly [option: string]: unknown };
};

/** The pipeline of each task, with its own options known. */
interface TaskPipelines<Defaults> {
  "text-classification": TextClassificationPipeline<Defaults>;
  "zero-shot-classification": ZeroShotClassificationPipeline;
  "token-classification": TokenClassificationPipeline<Defaults>;
  "question-answering": QuestionAnsweringPipeline<Defaults>;
  "fill-mask": FillMaskPipeline<Defaults>;
  "text-generation": TextGenerationPipeline;
  "feature-extraction": FeatureExtractionPipeline<Defaults>;
}

/** The task that a name stands for. */
export type ResolvedTask<Task> = Task extends TaskAlias ? TaskAliases[Task] : Task;

/**
 * Options of {@link pipeline}: where the model is and what computes it, and the options of calls, which each call may
 * override.
 */
export type PipelineOptions<Task extends PipelineTask = PipelineTask> = AllOptions[Task];

/** What {@link pipeline} makes for a task. */
export type PipelineOf<Task, Options = Record<never, never>> =
  ResolvedTask<Task> extends keyof TaskPipelines<Options> ? TaskPipelines<Options>[ResolvedTask<Task>] : HandedPipeline;

/** What may say where a model is; the others are options of calls. */
const OPEN_RULES: Rules = Object.fromEntries(
  [
    ...["revision", "token", "localFilesOnly", "cacheFolder", "endpoint", "fetch", "onProgress"],
    ...["engine", "weights", "fromPt", "config", "tokenizer"],
  ].map((name) => [name, () => undefined]),
);

/**
 * Makes a function that does a task with a model.
 *
 * The text tasks run here, on weights of safetensors or PyTorch, or on an ONNX file where a repository has nothing else;
 * tasks on images and sound, translations and summaries are those of transformers.js, called alike. Without a model the
 * task's default one is taken, and a warning names it. `dispose()` frees what the pipeline opened.
 *
 * Throws a {@link PipelineError} for an unknown task and for a model that was not trained for the task; both list what fits.
 *
 * Python: `transformers.pipeline`.
 *
 * @example
 * ```ts
 * const classify = await pipeline("zero-shot-classification", "./my-model");
 * await classify("A ponte ficou fechada.", { candidateLabels: ["trânsito", "saúde"] });
 * await classify.dispose();
 * ```
 */
export async function pipeline<
  const Task extends PipelineTask,
  const Options extends PipelineOptions<Task> = Record<never, never>,
>(task: Task, model?: string | PreTrainedModel | null, options?: Options): Promise<PipelineOf<Task, Options>> {
  const name = resolveTask(task);
  const source = checkModel(name, model ?? undefined);
  if (!isOwnTask(name)) {
    if (source instanceof PreTrainedModel) throw notHanded(name);
    return (await handOver(name, source, options ?? {})) as PipelineOf<Task, Options>;
  }
  const definition = TASK_DEFINITIONS[name];
  const { onProgress: _download, ...taskRules } = { ...CALL_RULES, ...definition.rules };
  const given = readOptions<Record<string, unknown>>("pipeline", options, { ...taskRules, ...OPEN_RULES });
  const isOpening = ([option]: [string, unknown]): boolean => Object.hasOwn(OPEN_RULES, camelCase(option));
  const opening = Object.fromEntries(Object.entries(given).filter(isOpening));
  const defaults = Object.fromEntries(Object.entries(given).filter((entry) => !isOpening(entry)));
  const { parts, owner } = await openParts(name, source ?? (await defaultModel(name, opening)), opening);
  definition.inspect?.(parts.model);
  const call = async (...inputs: unknown[]): Promise<unknown> => {
    const [first, second] = inputs;
    const read = definition.readArguments?.(inputs) ?? { inputs: first, options: second };
    const own = readOptions<CallOptions>(name, read.options, { ...CALL_RULES, ...definition.rules });
    const merged: CallOptions = { ...defaults, ...own };
    const result = await runInputs(definition.start(parts, merged), read.inputs, merged);
    const { shape } = definition;
    if (shape === undefined) return result;
    return Array.isArray(read.inputs)
      ? (result as unknown[]).map((one) => shape(one, { options: merged, form: "list" }))
      : shape(result, { options: merged, form: "one" });
  };
  const close = owner === "pipeline" ? () => parts.model.close() : async () => undefined;
  const { model: opened, tokenizer } = parts;
  const fields = { task: name, model: opened, tokenizer, name: opened.className, close };
  return makeHandle(call, fields) as PipelineOf<Task, Options>;
}

function checkModel(task: string, model: unknown): string | PreTrainedModel | undefined {
  if (model === undefined || (typeof model === "string" && model !== "") || model instanceof PreTrainedModel)
    return model;
  const rule = "be a model's id, a folder, or a model that was opened";
  const next = `Write \`pipeline("${task}", "owner/name")\`, or leave it out for the task's default model.`;
  throw argumentTypeError({ function: "pipeline", parameter: "model", rule, value: model, next });
}

function notHanded(task: string): PipelineError {
  return new PipelineError(
    "head-missing",
    `${task} is done by transformers.js, which takes no model that was opened here.`,
    {
      task,
      hint: "Give the model's id or folder.",
    },
  );
}
