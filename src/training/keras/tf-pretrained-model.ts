/** @file A model with Keras's way of training: compile, fit, evaluate, predict. */
import { argumentRangeError } from "../../core/errors";
import type { OptimizerState } from "../../graph/training/training-session";
import { PreTrainedModel } from "../../models/pretrained-model";
import type { AnyDataset } from "../batches/any-dataset";
import { type PrepareTfDatasetOptions, prepareTfDataset } from "../batches/prepare-tf-dataset";
import type { TfDataset } from "../batches/tf-dataset";
import { ProgressCallback } from "../callbacks/progress-callback";
import type { EvaluationOutput } from "../evaluation/evaluation-output";
import { type EvaluationData, type EvaluationOptions, runEvaluation } from "../evaluation/run-evaluation";
import type { TrainingCallback } from "../loop/training-callback";
import { runTraining } from "../loop/training-loop";
import type { TrainingPosition } from "../loop/training-state";
import { TrainingError } from "../training-error";
import { type Compiled, type CompileOptions, compileOptions } from "./compile-options";
import { fitCallback } from "./fit-callback";
import { type ClassWeight, classWeights, fitBatches, requireLabels } from "./fit-data";
import { History } from "./history";
import { measure } from "./metrics";
import { TrainingMetrics } from "./training-metrics";

/** How much is shown of a `fit`: nothing, progress and a line an epoch, or the lines alone. */
export type Verbose = 0 | 1 | 2 | "auto";

/** Options of `model.fit`. */
export interface FitOptions {
  /** What the loss and the metrics are measured on after each epoch. */
  validationData?: EvaluationData;
  /** The number of the last epoch, counted from 1: with `initialEpoch: 2`, `epochs: 5` trains for three. @default 1 */
  epochs?: number;
  callbacks?: readonly TrainingCallback[];
  /** How much the rows of each class count, by its number: `{ 0: 1, 1: 3 }` or a list. @default all alike */
  classWeight?: ClassWeight;
  /** The epoch to begin with, counted from 0. @default 0 */
  initialEpoch?: number;
  /** @default "auto": 1 */
  verbose?: Verbose;
  /** Where dropout's random numbers start. @default 0 */
  seed?: number;
  /** Stops the training after the update that is under way. */
  signal?: AbortSignal;
}

/** Options of `model.evaluate` and `model.predict`. */
export interface EvaluateOptions {
  /** 0 shows no progress. @default "auto": 1 */
  verbose?: Verbose;
  signal?: AbortSignal;
}

/**
 * A model that is trained as Keras trains: `compile`, `fit`, `evaluate`, `predict`. Python: `transformers.TFPreTrainedModel`.
 *
 * @example
 * ```ts
 * const model = await TFAutoModelForSequenceClassification.fromPretrained("./my-model", { numLabels: 11, seed: 42 });
 * const train = model.prepareTfDataset(encoded.train, { batchSize: 16, tokenizer, seed: 42 });
 * const test = model.prepareTfDataset(encoded.test, { batchSize: 16, tokenizer, shuffle: false });
 * const { optimizer } = createOptimizer({ initLr: 2e-5, numTrainSteps: 2 * train.length, numWarmupSteps: 0 });
 * model.compile({ optimizer, metrics: ["accuracy"] });
 * const history = await model.fit(train, { validationData: test, epochs: 2 });
 * const { logits } = await model.predict(test);
 * ```
 */
export class TFPreTrainedModel extends PreTrainedModel {
  #compiled: Compiled | undefined;
  /** Where the last `fit` ended: the optimizer goes on from there, as Keras's does. */
  #progress: { position: TrainingPosition; optimizer: OptimizerState | undefined; epochs: number } | undefined;

  /**
   * A data set as batches for this model: only the columns that it reads, `label` as `labels`, each batch padded to its longest
   * text. Python: `model.prepare_tf_dataset`.
   *
   * @throws TrainingError that names the column and the row: no `input_ids`, a text that is too long, a label that is missing, no
   * number or out of range.
   */
  prepareTfDataset(dataset: AnyDataset, options: PrepareTfDatasetOptions = {}): TfDataset {
    return prepareTfDataset(this, dataset, options);
  }

  /** Sets the optimizer, the loss and the metrics; the optimizer begins anew. Keras: `model.compile`. */
  compile(options: CompileOptions): void {
    this.#compiled = compileOptions(this, options);
    this.#progress = undefined;
  }

  /**
   * Trains the model on batches for some epochs, and gives what was measured in each. Keras: `model.fit`.
   *
   * The optimizer's schedule and moments go on from call to call until `compile` sets them anew. Whatever ends it, the model has
   * the weights of the last whole update.
   *
   * @throws TrainingError `not-compiled`, `labels-missing`, `data-empty`, `loss-not-finite`, `training-stopped`.
   */
  async fit(train: EvaluationData, options: FitOptions = {}): Promise<History> {
    const compiled = this.#requireCompiled("fit");
    const {
      validationData,
      epochs = 1,
      initialEpoch = 0,
      callbacks = [],
      verbose = "auto",
      signal,
      seed = 0,
    } = options;
    checkEpochs(epochs, initialEpoch);
    requireLabels(this, train, "fit");
    if (validationData !== undefined) requireLabels(this, validationData, "fit");
    const { optimizer, metrics, labelSmoothing } = compiled;
    const before = this.#progress;
    const history = new History();
    const done = before?.epochs ?? 0;
    const isMeasured = metrics.length > 0 && this.head === "sequence-classification";
    const own = fitCallback({ history, validates: validationData !== undefined });
    const result = await runTraining(
      {
        model: this,
        // The order of the data goes on over several calls, though each counts its epochs from where it is told.
        batches: fitBatches(train, done - initialEpoch),
        schedule: optimizer.schedule,
        epochs,
        weightDecay: optimizer.weightDecayRate,
        clipNorm: optimizer.clipNorm,
        beta1: optimizer.beta1,
        beta2: optimizer.beta2,
        epsilon: optimizer.epsilon,
        seed,
        labelSmoothing,
        ...(options.classWeight === undefined
          ? {}
          : { classWeights: classWeights(this, options.classWeight), classWeightMean: "rows" }),
        ...(isMeasured ? { batchMetrics: new TrainingMetrics(metrics) } : {}),
        callbacks: [own, ...callbacks, ...progressCallbacks(verbose)],
        ...(validationData === undefined
          ? {}
          : { evaluate: (event) => this.#validate(validationData, compiled, event.signal) }),
        resume: resumeAt(before, initialEpoch),
        ...(signal === undefined ? {} : { signal }),
      },
      "keep-optimizer",
    );
    this.#progress = {
      position: result.position,
      optimizer: result.optimizer,
      epochs: done + Math.max(0, result.position.epoch - initialEpoch),
    };
    return history;
  }

  /** The mean loss of a data set and the metrics of `compile`, by name. Keras: `model.evaluate(…, return_dict=True)`. */
  async evaluate(data: EvaluationData, options: EvaluateOptions = {}): Promise<Record<string, number>> {
    const metrics = this.#compiled?.metrics ?? [];
    requireLabels(this, data, "evaluate");
    const collect = metrics.length > 0 ? "logits" : "loss";
    const output = await runEvaluation(this, data, {
      ...shown("model.evaluate", options),
      collect,
      label: "Evaluating",
    });
    return { loss: output.loss ?? Number.NaN, ...measure(metrics, output) };
  }

  /** What the model says of each row, in the rows' own order: `logits`, and labels where the data has any. Keras: `model.predict`. */
  predict(data: EvaluationData, options: EvaluateOptions = {}): Promise<EvaluationOutput> {
    return runEvaluation(this, data, { ...shown("model.predict", options), label: "Predicting" });
  }

  override async close(): Promise<void> {
    this.#progress = undefined;
    await super.close();
  }

  async #validate(
    data: EvaluationData,
    { metrics }: Compiled,
    signal: AbortSignal | undefined,
  ): Promise<Record<string, number>> {
    const collect = metrics.length > 0 ? "logits" : "loss";
    const output = await runEvaluation(this, data, {
      collect,
      // Beside the training's own display a second one would stay behind, with times that differ from run to run.
      progress: "hide",
      ...(signal === undefined ? {} : { signal }),
    });
    const measures = { loss: output.loss ?? Number.NaN, ...measure(metrics, output) };
    return Object.fromEntries(Object.entries(measures).map(([name, value]) => [`val_${name}`, value]));
  }

  #requireCompiled(method: string): Compiled {
    if (this.#compiled !== undefined) return this.#compiled;
    throw new TrainingError("not-compiled", `The model must be compiled before \`${method}\`.`, {
      hint: "`model.compile({ optimizer })` sets what trains it; `createOptimizer` makes one.",
    });
  }
}

/** Where a `fit` begins: the optimizer as the last one left it, the epochs where the caller says. */
function resumeAt(
  before: { position: TrainingPosition; optimizer: OptimizerState | undefined } | undefined,
  epoch: number,
): { position: TrainingPosition; optimizer?: OptimizerState } {
  const fresh = { step: 0, batches: 0, lossSum: 0, pendingLossSum: 0, pendingSteps: 0 };
  const position = { ...fresh, ...before?.position, epoch, batch: 0, logs: [] };
  return before?.optimizer === undefined ? { position } : { position, optimizer: before.optimizer };
}

function progressCallbacks(verbose: Verbose): TrainingCallback[] {
  checkVerbose("model.fit", verbose);
  return verbose === 0 ? [] : [new ProgressCallback({ unit: "epoch", live: verbose === 2 ? "hide" : "show" })];
}

/** Options of an evaluation as `runEvaluation` takes them. */
function shown(caller: string, { verbose = "auto", signal }: EvaluateOptions): EvaluationOptions {
  checkVerbose(caller, verbose);
  return { progress: verbose === 0 ? "hide" : "show", ...(signal === undefined ? {} : { signal }) };
}

function checkVerbose(caller: string, verbose: Verbose): void {
  if ([0, 1, 2, "auto"].includes(verbose)) return;
  const rule = 'be 0, 1, 2 or "auto"';
  throw argumentRangeError({ function: caller, parameter: "verbose", rule, value: verbose });
}

function checkEpochs(epochs: number, initialEpoch: number): void {
  for (const [parameter, value] of Object.entries({ epochs, initialEpoch })) {
    if (Number.isSafeInteger(value) && value >= 0) continue;
    const rule = "be a whole number of at least 0";
    throw argumentRangeError({ function: "model.fit", parameter, rule, value });
  }
}
