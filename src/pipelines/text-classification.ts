/** @file Text classification: the labels of a text and how sure the model is of each. */
import { argumentTypeError } from "../core/errors";
import type { ModelTensor } from "../models/model-tensor";
import { type CallOptions, countOrAll, flag, type Merged, oneOf, type Rules } from "./call-options";
import { encodeRows } from "./encode-row";
import type { PipelineHandle } from "./pipeline-handle";
import { labelsOf, type PipelineModel, type PipelineParts } from "./pipeline-model";
import type { TaskCall } from "./run-inputs";
import { runRows } from "./run-rows";

/** A label and its score. */
export interface LabelScore {
  label: string;
  score: number;
}

/** A text and a second one that belongs to it. */
export interface TextPairInput {
  text: string;
  textPair: string;
}

/** What turns the model's numbers into scores. */
export type ScoreFunction = "softmax" | "sigmoid" | "none";

/** Options of a text classification. Python: the arguments of `TextClassificationPipeline`. */
export interface TextClassificationOptions extends CallOptions {
  /** How many labels to give, the likeliest first; null for all. Without it, the likeliest alone. */
  topK?: number | null;
  /** By default the softmax, the sigmoid for one label or for labels that exclude no other, nothing for a regression. */
  functionToApply?: ScoreFunction;
  /** Cuts the end off a text that is longer than the model reads, instead of an error. @default true */
  truncation?: boolean;
}

/** A list for each text where `topK` is given, else one label a text; for a single text always a list. */
export type ClassificationResult<Inputs, Options> = Inputs extends readonly unknown[]
  ? Options extends { topK: unknown }
    ? LabelScore[][]
    : LabelScore[]
  : LabelScore[];

/** Classifies texts, or pairs of texts. */
export interface TextClassificationPipeline<Defaults = Record<never, never>>
  extends PipelineHandle<"text-classification", PipelineModel, PipelineParts["tokenizer"]> {
  <
    const Inputs extends string | TextPairInput | readonly (string | TextPairInput)[],
    const Options extends TextClassificationOptions = Record<never, never>,
  >(
    texts: Inputs,
    options?: Options,
  ): Promise<ClassificationResult<Inputs, Merged<Defaults, Options>>>;
}

/** The rules of {@link TextClassificationOptions}. */
export const TEXT_CLASSIFICATION_RULES: Rules = {
  topK: countOrAll(1),
  functionToApply: oneOf("softmax", "sigmoid", "none"),
  truncation: flag,
};

/** Every label of each text with its score: in the model's order, or the likeliest first where `topK` is given. */
export function textClassification(
  parts: PipelineParts,
  { topK, functionToApply, truncation = true }: TextClassificationOptions,
): TaskCall<TextPairInput | string, LabelScore[]> {
  const { model } = parts;
  return {
    task: "text-classification",
    parameter: "texts",
    check,
    async run(inputs, options) {
      const rows = inputs.map((input) => {
        const { text, textPair } = typeof input === "string" ? { text: input, textPair: undefined } : input;
        const [row] = encodeRows(parts, text, { textPair }, truncation ? "cut" : "refuse");
        return row;
      });
      return runRows(
        parts,
        rows.filter((row) => row !== undefined),
        options,
        (output) => best(scoresOf(model, output("logits"), functionToApply), topK === undefined ? 1 : topK),
      );
    },
  };
}

function scoresOf(model: PipelineModel, logits: ModelTensor, asked: ScoreFunction | undefined): LabelScore[] {
  const apply = asked ?? usualFunction(model, logits.data.length);
  const scores =
    apply === "softmax"
      ? logits.softmax().data
      : apply === "sigmoid"
        ? logits.data.map((value) => 1 / (1 + Math.exp(-value)))
        : logits.data;
  return labelsOf(model, scores.length).map((label, index) => ({ label, score: scores[index] ?? Number.NaN }));
}

function usualFunction({ config }: PipelineModel, labels: number): ScoreFunction {
  const { problem_type: problem } = config;
  if (problem === "regression") return "none";
  return problem === "multi_label_classification" || labels === 1 ? "sigmoid" : "softmax";
}

function best(scores: LabelScore[], topK: number | null): LabelScore[] {
  return scores.sort((left, right) => right.score - left.score).slice(0, topK ?? scores.length);
}

function check(input: unknown, place: string): TextPairInput | string {
  if (typeof input === "string") return input;
  if (typeof input === "object" && input !== null && "text" in input) {
    const { text } = input;
    const textPair = "textPair" in input ? input.textPair : "text_pair" in input ? input.text_pair : undefined;
    if (typeof text === "string" && typeof textPair === "string") return { text, textPair };
  }
  const rule = "be a text, or a pair { text, textPair }";
  throw argumentTypeError({ function: "text-classification", parameter: place, rule, value: input });
}
