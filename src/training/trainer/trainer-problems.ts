/** @file What is wrong with how a Trainer is used, and what to do once a training has ended in an error. */
import { argumentTypeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { PreTrainedModel } from "../../models/pretrained-model";
import { TrainingArguments } from "../arguments/training-arguments";
import type { TfDataset } from "../batches/tf-dataset";
import { findCheckpoint } from "../checkpoints/find-checkpoint";
import { TrainingError } from "../training-error";
import type { TrainerOptions } from "./trainer-options";

const KNOWN: readonly string[] = [
  "model",
  "args",
  "trainDataset",
  "evalDataset",
  "processingClass",
  "tokenizer",
  "dataCollator",
  "computeMetrics",
  "callbacks",
  "optimizers",
];

/** Refuses options that a Trainer cannot be made of. */
export function checkTrainerOptions(options: TrainerOptions): void {
  const fail = (parameter: string, rule: string, value: unknown, next?: string): TypeError =>
    argumentTypeError({ function: "Trainer", parameter, rule, value, next });
  const unknown = Object.keys(options).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined)
    throw new TypeError(`Trainer: there is no option \`${unknown}\`. ${listNames("options", unknown, KNOWN)}`);
  const { model, args, computeMetrics } = options;
  if (!(model instanceof PreTrainedModel)) {
    const next = "`await AutoModelForSequenceClassification.fromPretrained(…)` opens one.";
    throw fail("model", "be a model", model, next);
  }
  if (args !== undefined && !(args instanceof TrainingArguments)) {
    throw fail("args", "be TrainingArguments", args, "Write `new TrainingArguments({ outputDir: … })`.");
  }
  if (computeMetrics !== undefined && typeof computeMetrics !== "function") {
    throw fail("computeMetrics", "be a function", computeMetrics);
  }
  if (args !== undefined && args.evalStrategy !== "no" && options.evalDataset === undefined) {
    throw fail("evalDataset", `be given where \`evalStrategy\` is "${args.evalStrategy}"`, undefined);
  }
  if (args?.saveOnlyModel === true && args.loadBestModelAtEnd && "peftConfig" in model) {
    throw fail("args", "not have `saveOnlyModel` with `loadBestModelAtEnd` for an adapter", args);
  }
}

/** The error of a call that needs a data set which the Trainer was not given. */
export function missingDataset(method: string, option: string): TypeError {
  return argumentTypeError({
    function: `Trainer.${method}`,
    parameter: option,
    rule: "be a data set",
    value: undefined,
    next: `Write \`new Trainer({ …, ${option} })\`.`,
  });
}

/** Refuses data that nothing can be learnt from. A collator may make labels of its own. */
export function checkLabelled(model: PreTrainedModel, batches: TfDataset): void {
  if (batches.labelColumn !== undefined || model.head === "question-answering") return;
  const names = batches.dataset.columnNames;
  throw new TrainingError("column-missing", "The data set has no column `label` or `labels` to learn from.", {
    hint: `Rename the column that has them: \`dataset.renameColumn("…", "label")\`. ${listNames("columns", "label", names)}`,
    column: "label",
  });
}

const RESUMABLE = ["loss-not-finite", "training-stopped"];

/** An error of a training with the checkpoint that it can go on from, where there is one. */
export async function withAdvice(error: unknown, outputDir: string): Promise<unknown> {
  if (!(error instanceof TrainingError) || !RESUMABLE.includes(error.code)) return error;
  const { found } = await findCheckpoint(outputDir).catch(() => ({ found: undefined }));
  if (found === undefined) return error;
  const advice = `The last checkpoint is ${found.folder}: \`trainer.train({ resumeFromCheckpoint: true })\` goes on from it.`;
  const { code, message, step, column, row } = error;
  const hint = error.hint === undefined ? advice : `${error.hint} ${advice}`;
  return new TrainingError(code, message, { hint, step, column, row, cause: error.cause });
}
