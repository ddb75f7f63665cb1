/** @file Zero-shot classification: labels that the model was never trained on, each asked for as a sentence about the text. */
import { argumentRangeError } from "../core/errors";
import type { Encoding } from "../tokenizers/encoding";
import { TokenizerError } from "../tokenizers/tokenizer-error";
import { type CallOptions, flag, type Rule, type Rules } from "./call-options";
import { checkText, encodeRows } from "./encode-row";
import { PipelineError } from "./pipeline-error";
import type { PipelineHandle } from "./pipeline-handle";
import type { PipelineModel, PipelineParts } from "./pipeline-model";
import type { TaskCall } from "./run-inputs";
import { runRows } from "./run-rows";

/** A text and the labels that were asked for, the likeliest first. */
export interface ZeroShotResult {
  sequence: string;
  labels: string[];
  scores: number[];
}

/** Options of a zero-shot classification. Python: the arguments of `ZeroShotClassificationPipeline`. */
export interface ZeroShotOptions extends CallOptions {
  /** The labels to choose from: a list, or one text with commas between them. */
  candidateLabels?: string | readonly string[];
  /** The sentence that says that a text has a label, with `{}` where the label goes. @default "This example is {}." */
  hypothesisTemplate?: string;
  /** Whether several labels may be true of a text: each is then scored by itself. @default false */
  multiLabel?: boolean;
}

/** Classifies texts by labels of the caller's. The labels may come as the second argument or among the options. */
export interface ZeroShotClassificationPipeline
  extends PipelineHandle<"zero-shot-classification", PipelineModel, PipelineParts["tokenizer"]> {
  <const Inputs extends string | readonly string[]>(
    texts: Inputs,
    labels: string | readonly string[] | ZeroShotOptions,
    options?: ZeroShotOptions,
  ): Promise<Inputs extends string ? ZeroShotResult : ZeroShotResult[]>;
}

const DEFAULT_TEMPLATE = "This example is {}.";

const labelRule: Rule = (value) => {
  const isRight =
    typeof value === "string" || (Array.isArray(value) && value.every((item) => typeof item === "string"));
  return isRight && splitLabels(value).every((label) => label.trim() !== "") && splitLabels(value).length > 0
    ? undefined
    : "be a list of labels, or a text with commas between them, none of them empty";
};

/** The rules of {@link ZeroShotOptions}. */
export const ZERO_SHOT_RULES: Rules = {
  candidateLabels: labelRule,
  hypothesisTemplate: (value) =>
    typeof value === "string" && value.includes("{}") ? undefined : "be a text with `{}` where the label goes",
  multiLabel: flag,
};

/**
 * Whether each hypothesis follows from the text. Where text and hypothesis are too long for the model, the text is cut.
 *
 * Yin, Hay and Roth 2019, "Benchmarking Zero-shot Text Classification".
 */
export function zeroShotClassification(
  parts: PipelineParts,
  { candidateLabels, hypothesisTemplate = DEFAULT_TEMPLATE, multiLabel = false }: ZeroShotOptions,
): TaskCall<string, ZeroShotResult> {
  if (candidateLabels === undefined) throw labelsMissing();
  const labels = splitLabels(candidateLabels);
  const entailment = entailmentId(parts.model);
  return {
    task: "zero-shot-classification",
    parameter: "texts",
    check(input, place) {
      const text = checkText("zero-shot-classification", input, place);
      if (text !== "") return text;
      const rule = "be a text that is not empty";
      throw argumentRangeError({ function: "zero-shot-classification", parameter: place, rule, value: text });
    },
    async run(inputs, options) {
      const rows = inputs.flatMap((text) =>
        labels.map((label) =>
          premiseAndHypothesis(
            parts,
            text,
            hypothesisTemplate.replaceAll("{}", () => label),
          ),
        ),
      );
      const pairs = await runRows(parts, rows, options, (output) => logitsOf(output("logits").data, entailment));
      return inputs.map((sequence, index) => {
        const own = pairs.slice(index * labels.length, (index + 1) * labels.length);
        return ranked(sequence, labels, multiLabel || labels.length === 1 ? eachAlone(own) : together(own));
      });
    },
  };
}

/** Warns where no label of the model is called entailment: its last one is then taken, as in Python. */
export function warnWithoutEntailment(model: PipelineModel): void {
  if (entailmentId(model) !== undefined) return;
  const labels = Object.values(model.config.id2label).join(", ");
  console.warn(
    `No label of this model is called entailment (its labels: ${labels || "none"}), so the last one is taken for it. Was it trained for zero-shot classification?`,
  );
}

/** The number of the label that says that a hypothesis follows; undefined where none is called so. */
function entailmentId({ config }: PipelineModel): number | undefined {
  return Object.entries(config.label2id).find(([label]) => label.toLowerCase().startsWith("entail"))?.[1];
}

function premiseAndHypothesis(parts: PipelineParts, text: string, hypothesis: string): Encoding {
  try {
    const [row] = encodeRows(parts, text, { textPair: hypothesis, truncation: "only_first" }, "cut");
    if (row !== undefined) return row;
  } catch (error) {
    if (!(error instanceof TokenizerError && error.code === "too-short")) throw error;
  }
  throw new PipelineError(
    "text-too-long",
    `The hypothesis ${JSON.stringify(hypothesis.slice(0, 60))} leaves no room for the text: the model reads ${parts.maxLength} tokens.`,
    { task: "zero-shot-classification", hint: "Take a shorter label or a shorter `hypothesisTemplate`." },
  );
}

/** What says that the hypothesis follows and what says that it does not, of one row. */
interface EntailmentLogits {
  for: number;
  against: number;
}

function logitsOf(logits: Float32Array, entailment: number | undefined): EntailmentLogits {
  const last = logits.length - 1;
  const contradiction = entailment === 0 ? last : 0;
  return { for: logits[entailment ?? last] ?? 0, against: logits[contradiction] ?? 0 };
}

/** Each label against its own contradiction. */
function eachAlone(rows: readonly EntailmentLogits[]): number[] {
  return rows.map((row) => 1 / (1 + Math.exp(row.against - row.for)));
}

/** The labels against one another: the scores sum to 1. */
function together(rows: readonly EntailmentLogits[]): number[] {
  const highest = Math.max(...rows.map((row) => row.for));
  const powers = rows.map((row) => Math.exp(row.for - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function ranked(sequence: string, labels: readonly string[], scores: readonly number[]): ZeroShotResult {
  // Of equal scores Python puts the later label first: it sorts upwards and turns the list around.
  const upwards = scores.map((_, index) => index).sort((left, right) => (scores[left] ?? 0) - (scores[right] ?? 0));
  const order = upwards.reverse();
  return {
    sequence,
    labels: order.map((index) => labels[index] ?? ""),
    scores: order.map((index) => scores[index] ?? Number.NaN),
  };
}

function splitLabels(labels: string | readonly string[]): readonly string[] {
  if (typeof labels !== "string") return labels;
  return labels
    .split(",")
    .map((label) => label.trim())
    .filter((label) => label !== "");
}

function labelsMissing(): TypeError {
  return new TypeError(
    'zero-shot-classification: `candidateLabels` is missing. Give the labels: `classify(text, { candidateLabels: ["sport", "health"] })`.',
  );
}
