// The tiny model and data that Python's goldens were made with, and Trainers over them. Tests only.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Dataset } from "../../../src/datasets/dataset";
import { AutoModelForSequenceClassification } from "../../../src/models/auto/auto-model";
import type { FromPretrainedOptions } from "../../../src/models/auto/load-model";
import type { PreTrainedModel } from "../../../src/models/pretrained-model";
import type { TrainingArgumentsOptions } from "../../../src/training/arguments/training-argument-fields";
import { TrainingArguments } from "../../../src/training/arguments/training-arguments";
import type { BatchRow } from "../../../src/training/batches/data-collator";
import { prepareTfDataset } from "../../../src/training/batches/prepare-tf-dataset";
import type { TfDataset } from "../../../src/training/batches/tf-dataset";
import { Trainer } from "../../../src/training/trainer/trainer";
import type { TrainerOptions } from "../../../src/training/trainer/trainer-options";

export const FIXTURES: string = join(__dirname, "../../fixtures/training/trainer");

interface Row {
  input_ids: number[];
  attention_mask: number[];
  label: number;
}

const rows = JSON.parse(readFileSync(join(FIXTURES, "data.json"), "utf8")) as { train: Row[]; evaluation: Row[] };

/** 24 rows to train on. */
export function trainRows(): Dataset<Row> {
  return Dataset.fromList(rows.train);
}

/** 10 rows to evaluate on. */
export function evaluationRows(): Dataset<Row> {
  return Dataset.fromList(rows.evaluation);
}

/** The tiny model; without options as Python trained it, without dropout. */
export async function tinyModel(options: FromPretrainedOptions = {}): Promise<PreTrainedModel> {
  return AutoModelForSequenceClassification.fromPretrained(join(FIXTURES, "model"), options);
}

/** The tiny model with a tenth of everything dropped. */
export async function tinyModelWithDropout(): Promise<PreTrainedModel> {
  return tinyModel({ dropout: 0.1, attention_dropout: 0.1, seq_classif_dropout: 0.1 } as FromPretrainedOptions);
}

/** Pads with id 0, as the golden's script does. */
export function padded(batch: readonly BatchRow[]): {
  input_ids: number[][];
  attention_mask: number[][];
  labels: number[];
} {
  const all = batch as unknown as readonly Row[];
  const width = Math.max(...all.map((row) => row.input_ids.length));
  const pad = (list: readonly number[]): number[] => [...list, ...new Array<number>(width - list.length).fill(0)];
  return {
    input_ids: all.map((row) => pad(row.input_ids)),
    attention_mask: all.map((row) => pad(row.attention_mask)),
    labels: all.map((row) => row.label),
  };
}

/** A Trainer whose rows come in their order. */
export class InOrder extends Trainer {
  protected override getTrainBatches(): TfDataset {
    const { perDeviceTrainBatchSize: batchSize, dataloaderDropLast: dropRemainder } = this.args;
    return prepareTfDataset(this.model, trainRows(), { batchSize, dropRemainder, shuffle: false, collateFn: padded });
  }
}

/** The parts of a Trainer over the tiny data that tests do not vary. */
export function parts(args: TrainingArgumentsOptions): Omit<TrainerOptions, "model"> {
  return {
    args: new TrainingArguments({ disableTqdm: true, ...args }),
    trainDataset: trainRows(),
    evalDataset: evaluationRows(),
    dataCollator: padded,
  };
}

/** The weights' bytes, to be compared bit for bit. */
export async function weightsOf(model: PreTrainedModel): Promise<Map<string, Buffer>> {
  const parameters = await model.readParameters();
  return new Map([...parameters].map(([name, { data }]) => [name, Buffer.from(Float32Array.from(data).buffer)]));
}
