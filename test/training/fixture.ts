/** @file The tiny classifier of test/fixtures/training/fit and what PyTorch measured as it was trained. Tests only. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Dataset } from "../../src/datasets/dataset";
import type { PreTrainedModel } from "../../src/models/pretrained-model";
import type { CollateFn } from "../../src/training/batches/data-collator";
import { TFAutoModelForSequenceClassification } from "../../src/training/keras/tf-auto-models";
import type { TFPreTrainedModel } from "../../src/training/keras/tf-pretrained-model";

/** The folder that `fromPretrained` takes. */
export const FIT_FOLDER: string = join(__dirname, "..", "fixtures", "training", "fit");

/** A row of the fixture's data. */
export interface FitRow {
  input_ids: number[];
  label: number;
}

/** What was measured in one training. */
export interface FitCurve {
  loss: number[];
  learning_rate: number[];
  norm: number[];
  epochs: Record<string, number>[];
  /** By batch. */
  logits: number[][][];
}

/** golden.json. */
export interface FitGolden {
  settings: {
    batchSize: number;
    epochs: number;
    learningRate: number;
    warmupSteps: number;
    weightDecay: number;
    clipNorm: number;
  };
  train: FitRow[];
  validation: FitRow[];
  plain: FitCurve;
  weighted: FitCurve;
  smoothed: FitCurve;
  items: { input_ids: number[][]; attention_mask: number[][]; labels: number[][]; loss: number };
  optimizers: {
    initLr: number;
    numTrainSteps: number;
    numWarmupSteps: number;
    minLrRatio: number;
    power: number;
    rates: number[];
  }[];
}

/** What PyTorch measured. */
export const GOLDEN: FitGolden = JSON.parse(readFileSync(join(FIT_FOLDER, "golden.json"), "utf8"));

/** Pads with 0, as the fixture's script does. */
export const padWithZeros: CollateFn = (rows) => {
  const ids = rows.map((row) => row.input_ids as number[]);
  const longest = Math.max(...ids.map((row) => row.length));
  const fill = (row: readonly number[], value: (id: number) => number): number[] => [
    ...row.map(value),
    ...new Array<number>(longest - row.length).fill(0),
  ];
  return {
    input_ids: ids.map((row) => fill(row, (id) => id)),
    attention_mask: ids.map((row) => fill(row, () => 1)),
    labels: rows.map((row) => Number(row.label)),
  };
};

/** The fixture's rows. */
export function fitData(): { train: Dataset<FitRow>; validation: Dataset<FitRow> } {
  return { train: Dataset.fromList(GOLDEN.train), validation: Dataset.fromList(GOLDEN.validation) };
}

/** Runs a test with the tiny model and closes it. */
export async function withModel(
  work: (model: TFPreTrainedModel) => Promise<void>,
  overrides: Record<string, unknown> = {},
): Promise<void> {
  const model = await TFAutoModelForSequenceClassification.fromPretrained(FIT_FOLDER, overrides);
  try {
    await work(model);
  } finally {
    await model.close();
  }
}

/** The greatest difference of two models' weights, or of a model's and earlier ones. */
export async function weightDistance(
  model: PreTrainedModel,
  others: ReadonlyMap<string, { data: Float32Array }>,
): Promise<number> {
  let most = 0;
  for (const [name, { data }] of await model.readParameters()) {
    const other = others.get(name)?.data ?? new Float32Array();
    for (let place = 0; place < data.length; place++) {
      most = Math.max(most, Math.abs((data[place] ?? 0) - (other[place] ?? Number.NaN)));
    }
  }
  return most;
}
