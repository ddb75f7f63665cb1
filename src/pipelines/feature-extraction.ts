/** @file Feature extraction: what a model makes of each token of a text, as numbers. */
import type { ModelTensor, NestedList } from "../models/model-tensor";
import { type CallOptions, flag, type Merged, oneOf, type Rules } from "./call-options";
import { checkText, encodeRows } from "./encode-row";
import type { PipelineHandle } from "./pipeline-handle";
import type { PipelineModel, PipelineParts } from "./pipeline-model";
import type { TaskCall } from "./run-inputs";
import { runRows } from "./run-rows";

/** Options of feature extraction. */
export interface FeatureExtractionOptions extends CallOptions {
  /** `"none"` gives every token's vector, `"mean"` their mean, `"cls"` the first one. @default "none" */
  pooling?: "none" | "mean" | "cls";
  /** Makes every vector one long, so that a product of two is the cosine of their angle. @default false */
  normalize?: boolean;
  /** Cuts the end off a text that is longer than the model reads, instead of an error. @default true */
  truncation?: boolean;
}

/** The features of a text: `[1, tokens, hidden]` as in Python, or `[hidden]` where they are pooled. */
export type FeaturesOf<Options> = Options extends { pooling: "mean" | "cls" }
  ? number[]
  : Options extends { pooling: "none" }
    ? number[][][]
    : "pooling" extends keyof Options
      ? number[] | number[][][]
      : number[][][];

/** Gives the features of texts. */
export interface FeatureExtractionPipeline<Defaults = Record<never, never>>
  extends PipelineHandle<"feature-extraction", PipelineModel, PipelineParts["tokenizer"]> {
  <
    const Inputs extends string | readonly string[],
    const Options extends FeatureExtractionOptions = Record<never, never>,
  >(
    texts: Inputs,
    options?: Options,
  ): Promise<Inputs extends string ? FeaturesOf<Merged<Defaults, Options>> : FeaturesOf<Merged<Defaults, Options>>[]>;
}

/** The rules of {@link FeatureExtractionOptions}. */
export const FEATURE_EXTRACTION_RULES: Rules = {
  pooling: oneOf("none", "mean", "cls"),
  normalize: flag,
  truncation: flag,
};

/** The last hidden states of each text. Python: `FeatureExtractionPipeline`; pooling is that of transformers.js. */
export function featureExtraction(
  parts: PipelineParts,
  { pooling = "none", normalize = false, truncation = true }: FeatureExtractionOptions,
): TaskCall<string, NestedList> {
  return {
    task: "feature-extraction",
    parameter: "texts",
    check: (input, place) => checkText("feature-extraction", input, place),
    async run(inputs, options) {
      const rows = inputs.flatMap((text) => encodeRows(parts, text, {}, truncation ? "cut" : "refuse").slice(0, 1));
      return runRows(parts, rows, options, (output, row) => {
        const vectors = vectorsOf(output("last_hidden_state"), rows[row]?.ids.length ?? 0);
        const pooled = pooling === "none" ? vectors : [pooling === "cls" ? (vectors[0] ?? []) : meanOf(vectors)];
        const results = normalize ? pooled.map(unitVector) : pooled;
        return pooling === "none" ? [results] : (results[0] ?? []);
      });
    },
  };
}

/** The vectors of the tokens, without those of padding. */
function vectorsOf(states: ModelTensor, tokens: number): number[][] {
  return Array.from({ length: tokens }, (_, token) => Array.from(states.at(token).data));
}

function meanOf(vectors: readonly (readonly number[])[]): number[] {
  const [first = []] = vectors;
  return first.map((_, axis) => vectors.reduce((sum, vector) => sum + (vector[axis] ?? 0), 0) / vectors.length);
}

function unitVector(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}
