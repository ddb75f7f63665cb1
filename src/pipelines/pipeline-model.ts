/** @file What a pipeline asks of a model, whoever computes it. */
import type { ModelInputs } from "../models/model-inputs";
import type { ModelOutput } from "../models/model-output";
import type { ForwardCallOptions } from "../models/pretrained-model";
import type { PreTrainedTokenizerFast } from "../tokenizers/pre-trained-tokenizer-fast";

/** What config.json says, and the labels. */
export interface PipelineConfig {
  readonly id2label: Readonly<Record<string, string>>;
  readonly label2id: Readonly<Record<string, number>>;
  readonly [key: string]: unknown;
}

/** A model as pipelines know it: a `PreTrainedModel`, or an ONNX file that transformers.js runs. */
export interface PipelineModel {
  /** The class's name in Python: `"DistilBertForSequenceClassification"`. */
  readonly className: string;
  readonly config: PipelineConfig;
  /** Runs a batch. */
  forward(inputs: ModelInputs, options?: ForwardCallOptions): Promise<ModelOutput>;
  /** Frees the weights. */
  close(): Promise<void>;
}

/** What a pipeline is made of. */
export interface PipelineParts {
  readonly model: PipelineModel;
  readonly tokenizer: PreTrainedTokenizerFast;
  /** The longest row that the model reads, in tokens; undefined where nothing says. */
  readonly maxLength: number | undefined;
}

/** The labels in the order of the scores. */
export function labelsOf({ config }: PipelineModel, size: number): string[] {
  return Array.from({ length: size }, (_, index) => config.id2label[index] ?? `LABEL_${index}`);
}
