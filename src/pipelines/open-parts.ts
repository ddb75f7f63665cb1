/** @file Opening what a pipeline is made of: its model, from weights or from ONNX, and its tokenizer. */
import { AutoModelForCausalLM } from "../generation/auto-model-for-causal-lm";
import { openRepository, type Repository, type RepositoryOptions } from "../hub/repository";
import type { Architecture, Head } from "../models/architecture";
import { ARCHITECTURES } from "../models/auto/architectures";
import { type FromPretrainedOptions, loadModel } from "../models/auto/load-model";
import { PreTrainedModel } from "../models/pretrained-model";
import { AutoTokenizer } from "../tokenizers/auto-tokenizer";
import { NO_LIMIT } from "../tokenizers/encode-options";
import { PreTrainedTokenizerFast } from "../tokenizers/pre-trained-tokenizer-fast";
import { findOnnx, OnnxModel } from "./onnx-model";
import { PipelineError } from "./pipeline-error";
import type { PipelineModel, PipelineParts } from "./pipeline-model";
import { OWN_TASKS, type OwnTask, tasksOf } from "./tasks";

/** Options of `pipeline` that say where the model is and what computes it. */
export interface OpenOptions
  extends RepositoryOptions,
    Pick<FromPretrainedOptions, "engine" | "weights" | "fromPt" | "config"> {
  /** The tokenizer, or where it is. @default the model's */
  tokenizer?: string | PreTrainedTokenizerFast;
}

const WEIGHT_FILES = [
  "model.safetensors",
  "model.safetensors.index.json",
  "pytorch_model.bin",
  "pytorch_model.bin.index.json",
];

/** A config.json is some kilobytes; the longest lists of labels make a few megabytes. */
const LARGEST_CONFIG = 16_000_000;

/** The model and the tokenizer of a task, and who closes the model: whoever opened it. */
export async function openParts(
  task: OwnTask,
  model: string | PreTrainedModel,
  options: OpenOptions,
): Promise<{ parts: PipelineParts; owner: "pipeline" | "caller" }> {
  const { tokenizer: given, engine: _engine, weights: _weights, fromPt: _fromPt, config: _config, ...where } = options;
  const source = given ?? (typeof model === "string" ? model : undefined);
  if (source === undefined) throw tokenizerMissing(task);
  const isReady = source instanceof PreTrainedTokenizerFast;
  const tokenizer = isReady ? source : await AutoTokenizer.fromPretrained(source, where);
  if (model instanceof PreTrainedModel) {
    checkHead(task, model);
    return { parts: partsOf(model, tokenizer), owner: "caller" };
  }
  const opened = await openModel(task, await openRepository(model, where), options);
  return { parts: partsOf(opened, tokenizer), owner: "pipeline" };
}

/** Opens a model: from weights where our graphs know its architecture, else from its ONNX file. */
async function openModel(task: OwnTask, repository: Repository, options: OpenOptions): Promise<PipelineModel> {
  const { modelType, trained } = await readKind(repository);
  const architecture = ARCHITECTURES.find((known) => known.modelType === modelType);
  const isReadable = architecture !== undefined && (await hasWeights(repository));
  const isOnnx = !isReadable && (await findOnnx(repository)) !== undefined;
  if (isOnnx) return OnnxModel.open(repository, OWN_TASKS[task]);
  const { tokenizer: _tokenizer, ...rest } = options;
  const head = OWN_TASKS[task];
  if (architecture !== undefined && architecture.classNames[head] === undefined)
    throw headMissing(task, `A model of the type ${architecture.modelType} cannot do ${task}.`, headsOf(architecture));
  const model =
    head === "causal-lm"
      ? await AutoModelForCausalLM.fromPretrained(repository.id, rest)
      : await loadModel(head, PreTrainedModel, repository.id, rest);
  const { prefix } = model.config.architecture;
  const random = (model.loadingReport?.missing ?? []).filter((name) => !name.startsWith(prefix));
  if (head === "base" || random.length === 0) return model;
  await model.close();
  const problem = `${repository.id} was not trained for ${task}: it has no \`${random.join("`, `")}\`, and with random values its answers would mean nothing.`;
  const fitting = headsOf(model.config.architecture).filter(
    (other) => other === "base" || model.config.architecture.classNames[other] === trained,
  );
  throw headMissing(task, problem, fitting);
}

/** What config.json says: the kind of model, and the class that was trained. */
async function readKind(repository: Repository): Promise<{ modelType: unknown; trained: unknown }> {
  if (!(await repository.has("config.json"))) return { modelType: undefined, trained: undefined };
  const raw = await repository.readJson("config.json", { maxBytes: LARGEST_CONFIG });
  const config = typeof raw === "object" && raw !== null ? (raw as Record<string, unknown>) : {};
  const [trained] = Array.isArray(config.architectures) ? (config.architectures as unknown[]) : [];
  return { modelType: config.model_type, trained };
}

async function hasWeights(repository: Repository): Promise<boolean> {
  for (const file of WEIGHT_FILES) if (await repository.has(file)) return true;
  return false;
}

function checkHead(task: OwnTask, { head, className }: PreTrainedModel): void {
  if (head !== OWN_TASKS[task]) throw headMissing(task, `A ${className} cannot do ${task}.`, [head]);
}

function headsOf({ classNames }: Architecture): Head[] {
  return (Object.keys(classNames) as Head[]).filter((head) => classNames[head] !== undefined);
}

function headMissing(task: OwnTask, message: string, heads: readonly Head[]): PipelineError {
  const fitting = [...new Set([...heads.flatMap(tasksOf), "feature-extraction"])];
  const hint = `It fits: ${fitting.join(", ")}. Or take a model that was trained for ${task}.`;
  return new PipelineError("head-missing", message, { task, hint });
}

function tokenizerMissing(task: OwnTask): PipelineError {
  return new PipelineError("tokenizer-missing", "A model that was given as an object brings no tokenizer.", {
    task,
    hint: `Give it too: \`pipeline("${task}", model, { tokenizer })\`.`,
  });
}

function partsOf(model: PipelineModel, tokenizer: PreTrainedTokenizerFast): PipelineParts {
  const positions = positionsOf(model);
  const named = tokenizer.modelMaxLength > NO_LIMIT ? undefined : tokenizer.modelMaxLength;
  const limits = [positions, named].filter((limit) => limit !== undefined);
  return { model, tokenizer, maxLength: limits.length === 0 ? undefined : Math.min(...limits) };
}

/** RoBERTa's positions begin behind its padding id. */
function positionsOf({ config }: PipelineModel): number | undefined {
  const positions = config.max_position_embeddings ?? config.n_positions;
  if (typeof positions !== "number") return undefined;
  const padding = typeof config.pad_token_id === "number" ? config.pad_token_id : 0;
  return /roberta|camembert/.test(String(config.model_type)) ? positions - padding - 1 : positions;
}
