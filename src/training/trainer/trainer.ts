/** @file Trainer: a model, data and arguments in; a trained model, its checkpoints and its log out. */
import { Dataset } from "../../datasets/dataset";
import type { PreTrainedModel } from "../../models/pretrained-model";
import { TrainingArguments } from "../arguments/training-arguments";
import type { AnyDataset } from "../batches/any-dataset";
import { prepareTfDataset } from "../batches/prepare-tf-dataset";
import type { TfDataset } from "../batches/tf-dataset";
import { ProgressCallback } from "../callbacks/progress-callback";
import type { ResumePoint } from "../checkpoints/resume-point";
import { runTraining } from "../loop/training-loop";
import type { TrainingState } from "../loop/training-state";
import { measured } from "./evaluate-dataset";
import { FlowCallback } from "./flow-callback";
import { listenForInterrupt } from "./interruption";
import { pythonLog, type TrainerLog } from "./python-log";
import { reportCallbacks } from "./report-callbacks";
import { planSteps } from "./step-plan";
import { PredictionOutput, TrainOutput } from "./train-output";
import type { TrainerCallback } from "./trainer-callback";
import { runSettings, takeUp, warnOfOtherSettings, writeCheckpoint } from "./trainer-checkpoints";
import type { TrainerEvaluateOptions, TrainerOptions, TrainOptions } from "./trainer-options";
import { checkLabelled, checkTrainerOptions, missingDataset, withAdvice } from "./trainer-problems";
import { bringBackBest, loopOptions, stateOf, type TrainerRun, trainMetrics } from "./trainer-run";
import type { TrainerState } from "./trainer-state";

/**
 * Trains, evaluates and predicts, and keeps checkpoints that a stopped training goes on from with the same numbers.
 *
 * Python: `transformers.Trainer`. A subclass may override {@link getTrainBatches} and {@link getEvalBatches}.
 *
 * @example
 * ```ts
 * const args = new TrainingArguments({ outputDir: "test_trainer", evalStrategy: "epoch", learningRate: 1e-4 });
 * const trainer = new Trainer({ model, args, trainDataset, evalDataset, processingClass: tokenizer });
 * await trainer.train();
 * const { eval_loss } = await trainer.evaluate();
 * ```
 */
export class Trainer {
  readonly model: PreTrainedModel;
  readonly args: TrainingArguments;
  readonly #options: TrainerOptions;
  #run: TrainerRun | undefined;
  #logs: TrainerLog[] = [];
  /** Data sets that were looked through once need not be again. */
  readonly #evalBatches = new WeakMap<AnyDataset, TfDataset>();

  constructor(options: TrainerOptions) {
    checkTrainerOptions(options);
    this.model = options.model;
    this.args = options.args ?? new TrainingArguments({ outputDir: "tmp_trainer" });
    this.#options = options;
  }

  /** All that was logged, with Python's names: `loss`, `grad_norm`, `learning_rate`, `eval_loss`, …, `epoch` and `step`. */
  get logHistory(): readonly TrainerLog[] {
    return [...(this.#run?.state.logs ?? []).map(pythonLog), ...this.#logs];
  }

  /** Where the training stands. Python: `trainer.state`. */
  get state(): TrainerState {
    return stateOf(this.args, this.#run, this.logHistory);
  }

  /**
   * Trains the model.
   *
   * Ctrl-C and `signal` stop it after the update that is under way. After any error the model has the weights of the last
   * whole update, and the checkpoints are whole.
   *
   * @throws TrainingError `loss-not-finite` with the step, `training-stopped`, or what is wrong with the data, with the row.
   * @throws CheckpointError where a checkpoint cannot be written, or none can be gone on from.
   */
  async train(options: TrainOptions = {}): Promise<TrainOutput> {
    const { args, model } = this;
    const batches = this.getTrainBatches();
    if (this.#options.dataCollator === undefined) checkLabelled(this.model, batches);
    const plan = planSteps(args, batches.length, this.#options.optimizers?.schedule);
    const callbacks = this.#options.callbacks ?? [];
    for (const callback of callbacks) callback.onArguments?.(args);
    const settings = runSettings(args, plan.maxSteps, batches.numRows);
    const resumed = await takeUp(args, options.resumeFromCheckpoint ?? args.resumeFromCheckpoint, model);
    if (resumed !== undefined) {
      warnOfOtherSettings(resumed.point, settings, resumed.folder);
      for (const callback of callbacks) restore(callback, resumed.point);
    }
    const flow = new FlowCallback(args, plan, resumed?.point.best);
    const begin = (state: TrainingState): void => {
      this.#run = { plan, flow, state };
      this.#logs = [];
    };
    const interruption = listenForInterrupt(options.signal);
    try {
      const result = await runTraining({
        ...loopOptions(args, plan, this.#options.optimizers, resumed),
        model,
        batches,
        callbacks: [
          { onTrainBegin: begin },
          flow,
          ...(args.disableTqdm ? [] : [new ProgressCallback()]),
          ...reportCallbacks(args, resumed === undefined ? "replace" : "append"),
          ...callbacks,
        ],
        evaluate: () => this.#evaluateAll({ signal: interruption.signal }),
        save: (event) => {
          const source = { args, event, state: this.state, settings, best: flow.best, callbacks };
          return writeCheckpoint({ ...source, tokenizer: this.#tokenizer });
        },
        signal: interruption.signal,
      });
      await bringBackBest(args, flow.best, model);
      const metrics = trainMetrics(result, resumed?.point.position.step ?? 0, batches);
      this.#logs.push({ ...metrics, step: result.state.step });
      return new TrainOutput(result.state.step, result.meanLoss, metrics);
    } catch (error) {
      throw await withAdvice(error, args.outputDir);
    } finally {
      interruption.release();
    }
  }

  /**
   * Evaluates the model: `eval_loss`, what `computeMetrics` gives, and the speed. It is added to the log.
   *
   * @param dataset By default the Trainer's own.
   */
  async evaluate(dataset?: AnyDataset, options: TrainerEvaluateOptions = {}): Promise<TrainerLog> {
    const metrics =
      dataset === undefined ? await this.#evaluateAll(options) : await this.#evaluateOne(dataset, options);
    const { step = 0, epoch = 0 } = this.#run?.state ?? {};
    this.#logs.push({ ...metrics, epoch, step });
    return { ...metrics, epoch };
  }

  /** Runs the model on every row: logits, labels where there are any, and metrics with the names of a test. */
  async predict(dataset: AnyDataset, options: TrainerEvaluateOptions = {}): Promise<PredictionOutput> {
    const prefix = options.metricKeyPrefix ?? "test";
    const { output, metrics } = await measured(this.model, this.getEvalBatches(dataset), {
      args: this.args,
      computeMetrics: this.#options.computeMetrics,
      collect: "logits",
      prefix,
      signal: options.signal,
    });
    return new PredictionOutput(output.logits, output.labels, metrics);
  }

  /** Writes the model and its tokenizer into a folder, from which `fromPretrained` opens them. @param folder By default `outputDir`. */
  async saveModel(folder: string = this.args.outputDir): Promise<void> {
    await this.model.savePretrained(folder);
    await this.#tokenizer?.savePretrained(folder);
  }

  /** The batches that are trained on: shuffled by `dataSeed`, or by length. A subclass may give others. */
  protected getTrainBatches(): TfDataset {
    const { trainDataset } = this.#options;
    if (trainDataset === undefined) throw missingDataset("train", "trainDataset");
    const { args } = this;
    return prepareTfDataset(this.model, trainDataset, {
      batchSize: args.perDeviceTrainBatchSize,
      shuffle: true,
      seed: args.dataSeed ?? args.seed,
      groupByLength: args.groupByLength,
      dropRemainder: args.dataloaderDropLast,
      ...this.#collation(),
    });
  }

  /** The batches of a data set that is evaluated: its rows as they come. A subclass may give others. */
  protected getEvalBatches(dataset: AnyDataset): TfDataset {
    return prepareTfDataset(this.model, dataset, {
      batchSize: this.args.perDeviceEvalBatchSize,
      shuffle: false,
      dropRemainder: this.args.dataloaderDropLast,
      ...this.#collation(),
    });
  }

  get #tokenizer(): TrainerOptions["tokenizer"] {
    return this.#options.processingClass ?? this.#options.tokenizer;
  }

  #collation(): Pick<Parameters<typeof prepareTfDataset>[2] & object, "tokenizer" | "collateFn"> {
    const { dataCollator } = this.#options;
    if (dataCollator !== undefined) return { collateFn: dataCollator };
    return this.#tokenizer === undefined ? {} : { tokenizer: this.#tokenizer };
  }

  /** All data sets that are evaluated on; each one's metrics with its name, where there are several. */
  async #evaluateAll(options: TrainerEvaluateOptions): Promise<TrainerLog> {
    const { evalDataset } = this.#options;
    if (evalDataset === undefined) throw missingDataset("evaluate", "evalDataset");
    if (isDataset(evalDataset)) return this.#evaluateOne(evalDataset, options);
    const prefix = options.metricKeyPrefix ?? "eval";
    let all: TrainerLog = {};
    for (const [name, dataset] of Object.entries(evalDataset)) {
      all = { ...all, ...(await this.#evaluateOne(dataset, { ...options, metricKeyPrefix: `${prefix}_${name}` })) };
    }
    return all;
  }

  async #evaluateOne(dataset: AnyDataset, { metricKeyPrefix, signal }: TrainerEvaluateOptions): Promise<TrainerLog> {
    const { computeMetrics } = this.#options;
    const batches = this.#evalBatches.get(dataset) ?? this.getEvalBatches(dataset);
    this.#evalBatches.set(dataset, batches);
    const { metrics } = await measured(this.model, batches, {
      args: this.args,
      computeMetrics: this.args.predictionLossOnly ? undefined : computeMetrics,
      collect: "loss",
      prefix: metricKeyPrefix ?? "eval",
      signal,
    });
    return metrics;
  }
}

function isDataset(data: TrainerOptions["evalDataset"]): data is AnyDataset {
  return data instanceof Dataset;
}

function restore(callback: TrainerCallback, { callbacks }: ResumePoint): void {
  const kept = callback.name === undefined ? undefined : callbacks[callback.name];
  if (kept !== undefined) callback.restoreState?.(kept);
}
