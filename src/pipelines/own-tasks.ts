/** @file The tasks that run here, each with its options, its way of being called and the shape of what it returns. */
import type { Rules } from "./call-options";
import { FEATURE_EXTRACTION_RULES, featureExtraction } from "./feature-extraction";
import { FILL_MASK_RULES, fillMask } from "./fill-mask";
import type { PipelineModel, PipelineParts } from "./pipeline-model";
import { QUESTION_ANSWERING_RULES, questionAnswering } from "./question-answering";
import type { TaskCall } from "./run-inputs";
import type { OwnTask } from "./tasks";
import { TEXT_CLASSIFICATION_RULES, textClassification } from "./text-classification";
import { readGenerationArguments, TEXT_GENERATION_RULES, textGeneration } from "./text-generation";
import { TOKEN_CLASSIFICATION_RULES, tokenClassification } from "./token-classification";
import { warnWithoutEntailment, ZERO_SHOT_RULES, zeroShotClassification } from "./zero-shot-classification";

/** What a task is. */
export interface TaskDefinition {
  /** What each of its options must be. */
  rules: Rules;
  /** A call's inputs and options, from its arguments. @default the first and the second */
  readArguments?(given: readonly unknown[]): { inputs: unknown; options: unknown };
  /** What is said when a pipeline is made of a model. */
  inspect?(model: PipelineModel): void;
  start(parts: PipelineParts, options: object): TaskCall<unknown, unknown>;
  /** What a call returns, from the result of one input. @default the result itself */
  shape?(result: unknown, call: { options: object; form: "one" | "list" }): unknown;
}

/** The tasks that run here. */
export const TASK_DEFINITIONS: Readonly<Record<OwnTask, TaskDefinition>> = {
  "text-classification": {
    rules: TEXT_CLASSIFICATION_RULES,
    start: textClassification,
    // Python's shapes: a list for one text, an object for each of several, lists wherever `topK` is given.
    shape: (result, { options, form }) => (form === "list" && !("topK" in options) ? firstOf(result) : result),
  },
  "zero-shot-classification": {
    rules: ZERO_SHOT_RULES,
    start: zeroShotClassification,
    inspect: warnWithoutEntailment,
    readArguments([inputs, labels, options]) {
      const areLabels = typeof labels === "string" || Array.isArray(labels);
      return { inputs, options: areLabels ? { ...asObject(options), candidateLabels: labels } : (labels ?? options) };
    },
  },
  "token-classification": { rules: TOKEN_CLASSIFICATION_RULES, start: tokenClassification },
  "question-answering": {
    rules: QUESTION_ANSWERING_RULES,
    start: questionAnswering,
    readArguments([first, second, third]) {
      return typeof first === "string"
        ? { inputs: { question: first, context: second }, options: third }
        : { inputs: first, options: second };
    },
    shape: (result, { options }) => ("topK" in options ? result : firstOf(result)),
  },
  "fill-mask": { rules: FILL_MASK_RULES, start: fillMask },
  "text-generation": {
    rules: TEXT_GENERATION_RULES,
    start: textGeneration,
    readArguments: readGenerationArguments,
  },
  "feature-extraction": { rules: FEATURE_EXTRACTION_RULES, start: featureExtraction },
};

function firstOf(result: unknown): unknown {
  return Array.isArray(result) ? (result as unknown[])[0] : result;
}

function asObject(options: unknown): object {
  return typeof options === "object" && options !== null ? options : {};
}
