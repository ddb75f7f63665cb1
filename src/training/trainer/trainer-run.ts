/** @file A Trainer's training that is under way or over: its plan, its place, what the loop is told, what follows the last update. */
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { TrainingArguments } from "../arguments/training-arguments";
import type { TfDataset } from "../batches/tf-dataset";
import { checkpointFolder } from "../checkpoints/checkpoint-names";
import type { LoadedCheckpoint } from "../checkpoints/load-checkpoint";
import type { TrainingResult } from "../loop/training-loop";
import type { RunTrainingOptions } from "../loop/training-options";
import type { TrainingState } from "../loop/training-state";
import type { FlowCallback } from "./flow-callback";
import type { TrainerLog } from "./python-log";
import { speedMetrics } from "./speed-metrics";
import type { StepPlan } from "./step-plan";
import { keepOnlyBest, loadBest } from "./trainer-checkpoints";
import type { TrainerOptions } from "./trainer-options";
import { TrainerState } from "./trainer-state";

/** A training that has begun. */
export interface TrainerRun {
  plan: StepPlan;
  flow: FlowCallback;
  state: TrainingState;
}

/** Where a training stands, with Python's names. */
export function stateOf(
  args: TrainingArguments,
  run: TrainerRun | undefined,
  logHistory: readonly TrainerLog[],
): TrainerState {
  const { plan, flow, state } = run ?? {};
  const best = flow?.best;
  const hasFolder = best !== undefined && args.saveStrategy !== "no";
  return new TrainerState({
    globalStep: state?.step ?? 0,
    epoch: state?.epoch ?? 0,
    maxSteps: plan?.maxSteps ?? 0,
    numTrainEpochs: plan?.epochs ?? 0,
    trainBatchSize: args.perDeviceTrainBatchSize,
    loggingSteps: plan?.loggingSteps ?? 0,
    evalSteps: plan?.evalSteps ?? 0,
    saveSteps: plan?.saveSteps ?? 0,
    bestMetric: best?.metric,
    bestModelCheckpoint: hasFolder ? checkpointFolder(args.outputDir, best.step) : undefined,
    logHistory,
  });
}

/** The arguments as the loop takes them. */
export function loopOptions(
  args: TrainingArguments,
  { schedule, maxSteps }: StepPlan,
  optimizers: TrainerOptions["optimizers"],
  resumed: LoadedCheckpoint | undefined,
): Omit<RunTrainingOptions, "model" | "batches"> {
  return {
    schedule,
    maxSteps,
    accumulationSteps: args.gradientAccumulationSteps,
    weightDecay: args.weightDecay,
    beta1: args.adamBeta1,
    beta2: args.adamBeta2,
    epsilon: args.adamEpsilon,
    labelSmoothing: args.labelSmoothingFactor,
    seed: args.seed,
    ...(optimizers?.groups === undefined ? {} : { groups: optimizers.groups }),
    ...(args.maxGradNorm > 0 ? { clipNorm: args.maxGradNorm } : {}),
    ...(resumed === undefined ? {} : { resume: { position: resumed.point.position, optimizer: resumed.optimizer } }),
  };
}

/** After the last update: the best weights come back where they were asked for. */
export async function bringBackBest(
  args: TrainingArguments,
  best: FlowCallback["best"],
  model: PreTrainedModel,
): Promise<void> {
  if (best === undefined || args.saveStrategy === "no") return;
  const folder = checkpointFolder(args.outputDir, best.step);
  if (args.loadBestModelAtEnd) await loadBest(folder, model);
  await keepOnlyBest(args, folder);
}

/** What a training says of itself at its end. @param firstStep How many updates were done before, where it was resumed. */
export function trainMetrics(
  { state, meanLoss, seconds }: TrainingResult,
  firstStep: number,
  { numRows }: TfDataset,
): TrainerLog {
  const steps = state.step - firstStep;
  const samples = (steps / Math.max(1, state.step)) * state.epoch * numRows;
  return { ...speedMetrics("train", { seconds, samples, steps }), train_loss: meanLoss, epoch: state.epoch };
}
