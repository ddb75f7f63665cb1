/** @file When a Trainer logs, evaluates and saves, and which evaluation was the best: from its arguments to requests. */
import type { TrainingArguments } from "../arguments/training-arguments";
import type { TrainingCallback, TrainingEvent } from "../loop/training-callback";
import type { TrainingControl } from "../loop/training-control";
import type { TrainingState } from "../loop/training-state";
import { type Best, decidingValue, isBetter } from "./best-evaluation";
import type { StepPlan } from "./step-plan";

/** Asks the loop for what the arguments say. Python: `transformers.DefaultFlowCallback`. */
export class FlowCallback implements TrainingCallback {
  /** The best evaluation so far. */
  best: Best | undefined;
  readonly #args: TrainingArguments;
  readonly #plan: StepPlan;

  constructor(args: TrainingArguments, plan: StepPlan, best?: Best) {
    this.#args = args;
    this.#plan = plan;
    this.best = best;
  }

  onTrainBegin(state: TrainingState, control: TrainingControl): void {
    if (this.#args.evalOnStart && state.step === 0) control.evaluate();
  }

  onStepEnd({ step }: TrainingState, control: TrainingControl): void {
    const { loggingStrategy, loggingFirstStep, evalStrategy, evalDelay, saveStrategy } = this.#args;
    const { loggingSteps, evalSteps, saveSteps, maxSteps } = this.#plan;
    if (step === 1 && loggingFirstStep) control.log();
    if (loggingStrategy === "steps" && step % loggingSteps === 0) control.log();
    if (evalStrategy === "steps" && step % evalSteps === 0 && evalDelay <= step) control.evaluate();
    if (saveStrategy === "steps" && (step % saveSteps === 0 || step >= maxSteps)) control.save();
  }

  onEpochEnd({ epoch }: TrainingState, control: TrainingControl): void {
    const { loggingStrategy, evalStrategy, evalDelay, saveStrategy } = this.#args;
    if (loggingStrategy === "epoch") control.log();
    if (evalStrategy === "epoch" && evalDelay <= epoch) control.evaluate();
    if (saveStrategy === "epoch") control.save();
  }

  onEvaluate({ step }: TrainingState, control: TrainingControl, { metrics }: TrainingEvent): void {
    const value = decidingValue(this.#args, metrics);
    if (value === undefined || !isBetter(this.#args, value, this.best?.metric)) return;
    this.best = { metric: value, step };
    // Whatever the steps between checkpoints: the best model is one of them.
    if (this.#args.saveStrategy === "best" || this.#args.loadBestModelAtEnd) control.save();
  }
}
