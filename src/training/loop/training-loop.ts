/** @file The loop that every training is: batches in, updates of the weights, callbacks between them. */
import type { Graph } from "../../graph/graph";
import { MachineError } from "../../graph/machine/machine-error";
import type { Feeds, OptimizerState, StepResult, TrainingSession } from "../../graph/training/training-session";
import type { ModelInputs } from "../../models/model-inputs";
import { runApart } from "./apart";
import { type PlannedGroups, planGroups } from "./learning-rate-groups";
import { type LossPlan, planLoss } from "./loss-settings";
import { RunningState } from "./running-state";
import { CallbackList, type TrainingEvent, type TrainingEventName } from "./training-callback";
import { TrainingControl, type TrainingRequest } from "./training-control";
import { stepFailure, stopped } from "./training-failure";
import { checkCount, lengthOf, noBatches } from "./training-length";
import type { RunTrainingOptions } from "./training-options";
import { LOSS_GRAPH, planOf, trainedOf } from "./training-plan";
import type { TrainingPosition, TrainingState } from "./training-state";
import { withWeights } from "./with-weights";

/** What a training gives. */
export interface TrainingResult {
  readonly state: TrainingState;
  readonly position: TrainingPosition;
  /** The mean of all updates' losses. Python: `train_loss`. */
  readonly meanLoss: number;
  /** How long the loop took, in seconds, evaluations and callbacks included. */
  readonly seconds: number;
  /** The moments, for a training that goes on from here. */
  readonly optimizer: OptimizerState | undefined;
  /** Why a callback asked to stop, where one did. */
  readonly stopReason: string | undefined;
}

/**
 * Trains a model with AdamW, and gives it the new weights whatever happens: also after an error or an abort it has those of the
 * last whole update.
 *
 * The weights stand in the training's session until the end; `model.forward` and `model.savePretrained` use them there.
 *
 * @param keepOptimizer Whether the result has the moments, twice the memory of the trained weights.
 * @throws TrainingError `loss-not-finite` where the loss or a gradient is NaN or infinite; the weights are those before that step.
 * @throws TrainingError `training-stopped` where `signal` stopped it.
 */
export function runTraining(
  options: RunTrainingOptions,
  keepOptimizer: "keep-optimizer" | "drop-optimizer" = "drop-optimizer",
): Promise<TrainingResult> {
  return runApart(options.model, options.signal, (signal) =>
    train(signal === undefined ? options : { ...options, signal }, keepOptimizer),
  );
}

async function train(
  options: RunTrainingOptions,
  keepOptimizer: "keep-optimizer" | "drop-optimizer",
): Promise<TrainingResult> {
  const { model, schedule, weightDecay = 0 } = options;
  const accumulationSteps = checkCount("accumulationSteps", options.accumulationSteps ?? 1);
  const length = lengthOf(options, accumulationSteps);
  const loss = planLoss(model, options, accumulationSteps);
  const groups = planGroups(model, options.groups ?? [], schedule, weightDecay);
  const plan = planOf(model, loss, groups, options);
  // Built before the weights are taken: whatever is wrong with the options has changed nothing then.
  const inputs = plan.training();
  const state = new RunningState(length, schedule);
  if (options.resume !== undefined) state.takeUp(options.resume.position);
  const callbacks = new CallbackList(options.callbacks ?? []);
  const begin = performance.now();
  try {
    return await withWeights(model, plan, options.session, async (session) => {
      if (options.resume?.optimizer !== undefined) await session.writeOptimizer(options.resume.optimizer);
      if (state.batches > 0) await session.reseed(options.seed ?? 0, state.batches);
      const loop = new TrainingLoop({ options, session, state, callbacks, loss, groups, inputs, accumulationSteps });
      await loop.run();
      return {
        state,
        position: state.position,
        meanLoss: state.meanLoss,
        seconds: (performance.now() - begin) / 1000,
        optimizer: keepOptimizer === "keep-optimizer" ? await session.readOptimizer() : undefined,
        stopReason: loop.stopReason,
      };
    });
  } finally {
    await callbacks.close();
  }
}

interface LoopParts {
  options: RunTrainingOptions;
  session: TrainingSession;
  state: RunningState;
  callbacks: CallbackList;
  loss: LossPlan;
  groups: PlannedGroups;
  /** The training graph, which says what a batch is fed. */
  inputs: Graph;
  accumulationSteps: number;
}

/** Batches that make one update, as the engine takes them. */
interface Prepared {
  feeds: readonly Feeds[];
}

class TrainingLoop {
  readonly #parts: LoopParts;
  readonly #control = new TrainingControl();

  constructor(parts: LoopParts) {
    this.#parts = parts;
  }

  get stopReason(): string | undefined {
    return this.#control.reason;
  }

  async run(): Promise<void> {
    const { state } = this.#parts;
    await this.#call("onTrainBegin");
    await this.#serve();
    while (!this.#isDone() && state.epochIndex < state.epochs) {
      await this.#call("onEpochBegin");
      await this.#syncTrained();
      // What is saved at an epoch's end goes on with the next epoch, what is saved where a training stops in the middle goes on there.
      if ((await this.#runEpoch()) === "whole") state.endEpoch();
      await this.#call("onEpochEnd");
      await this.#serve();
    }
    await this.#call("onTrainEnd");
  }

  async #runEpoch(): Promise<"whole" | "cut"> {
    const { state, options } = this.#parts;
    const batches = options.batches.epoch(state.epochIndex, state.batch);
    const iterator = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
    const begun = state.batch;
    try {
      let next = this.#prepare(iterator);
      for (;;) {
        const group = await next;
        if (group === undefined) break;
        await this.#call("onStepBegin");
        const running = this.#update(group);
        // The next batch is padded while the engine computes this one. What goes wrong with it is told when its turn comes.
        next = this.#prepare(iterator);
        next.catch(() => undefined);
        state.count(await running, group.feeds.length);
        await this.#call("onStepEnd");
        await this.#serve();
        if (this.#control.take("stop-epoch")) return "whole";
        if (this.#isDone()) return state.batch === options.batches.length ? "whole" : "cut";
      }
    } finally {
      await iterator.return?.();
    }
    if (state.batch === begun && begun === 0) throw noBatches();
    return "whole";
  }

  async #prepare(iterator: Iterator<ModelInputs> | AsyncIterator<ModelInputs>): Promise<Prepared | undefined> {
    const { options, inputs, accumulationSteps } = this.#parts;
    const feeds: Feeds[] = [];
    while (feeds.length < accumulationSteps) {
      const item = iterator.next();
      const { done, value } = item instanceof Promise ? await item : (item as IteratorResult<ModelInputs>);
      if (done) break;
      feeds.push(options.model.feedsFor(inputs, value));
    }
    return feeds.length === 0 ? undefined : { feeds };
  }

  async #update({ feeds }: Prepared): Promise<StepResult> {
    const { session, state, options, loss, groups, accumulationSteps } = this.#parts;
    const { signal } = options;
    const abort = signal === undefined ? {} : { signal };
    const settings = {
      ...groups.settings(state.step),
      ...(options.clipNorm === undefined ? {} : { clipNorm: options.clipNorm }),
      ...abort,
    };
    const shares = loss.shares(feeds);
    try {
      signal?.throwIfAborted();
      let result: StepResult;
      if (accumulationSteps === 1) {
        result = await session.step({ ...feeds[0], ...shares[0]?.added }, settings);
        options.batchMetrics?.add(feeds[0] ?? {}, result.outputs);
      } else {
        let sum = 0;
        for (const [index, own] of feeds.entries()) {
          const { added, scale } = shares[index] ?? { added: {}, scale: 1 };
          const one = await session.accumulate({ ...own, ...added }, { scale, ...abort });
          options.batchMetrics?.add(own, one.outputs);
          sum += one.loss * scale;
        }
        result = { loss: sum, outputs: {}, ...(await session.apply(settings)) };
      }
      if (Number.isFinite(result.loss)) return result;
      throw stepFailure(state.step + 1, result.loss, result.gradientNorm);
    } catch (error) {
      if (signal?.aborted === true) throw stopped(state, signal.reason);
      if (!(error instanceof MachineError) || error.code !== "not-finite") throw error;
      throw stepFailure(state.step + 1, await this.#lossOf(feeds), Number.NaN, error);
    }
  }

  /** The loss of batches whose step failed, for the message; NaN where it cannot be had. */
  async #lossOf(feeds: readonly Feeds[]): Promise<number> {
    const { session } = this.#parts;
    let sum = 0;
    for (const own of feeds) {
      try {
        const { loss } = await session.forward(LOSS_GRAPH, own);
        sum += Number(loss?.data[0]);
      } catch {
        return Number.NaN;
      }
    }
    return sum / feeds.length;
  }

  /** Weights that a callback froze or unfroze count from now on. */
  async #syncTrained(): Promise<void> {
    const { session, options } = this.#parts;
    const wanted = new Set(trainedOf(options.model));
    const same = session.trained.length === wanted.size && session.trained.every((name) => wanted.has(name));
    if (!same) await session.setTrained((name) => wanted.has(name));
  }

  /** Does what callbacks asked for. */
  async #serve(): Promise<void> {
    const { options, state } = this.#parts;
    if (this.#control.take("log")) {
      const logs = state.takeLog();
      if (logs !== undefined) await this.#log({ ...logs, ...options.batchMetrics?.take() });
    }
    if (this.#control.take("evaluate") && options.evaluate !== undefined) {
      const metrics = await options.evaluate(this.#event());
      await this.#log(metrics);
      await this.#call("onEvaluate", { metrics });
    }
    if (this.#control.take("save") && options.save !== undefined) {
      await options.save(this.#event());
      await this.#call("onSave");
    }
  }

  async #log(logs: Readonly<Record<string, number>>): Promise<void> {
    this.#parts.state.note(logs);
    await this.#call("onLog", { logs });
  }

  async #call(name: TrainingEventName, given: Partial<TrainingEvent> = {}): Promise<void> {
    const { callbacks, state } = this.#parts;
    await callbacks.call(name, state, this.#control, this.#event(given));
  }

  #event({ logs = {}, metrics = {} }: Partial<TrainingEvent> = {}): TrainingEvent {
    const { options, session, state } = this.#parts;
    return {
      model: options.model,
      session,
      signal: options.signal,
      logs,
      metrics,
      get position() {
        return state.position;
      },
    };
  }

  #isDone(): boolean {
    const stop: TrainingRequest = "stop";
    return this.#control.isAsked(stop) || this.#parts.state.step >= this.#parts.state.maxSteps;
  }
}
