/** @file What `fit` does at an epoch's end: log, validate, and write both into the history. */
import type { TrainingCallback } from "../loop/training-callback";
import type { History } from "./history";

/** What {@link fitCallback} needs. */
export interface FitCallbackOptions {
  history: History;
  /** Whether there is data to validate on. */
  validates: boolean;
}

/** What is of the loop alone and no measure of an epoch. */
const NOT_MEASURED = new Set(["gradientNorm", "learningRate"]);

/** Fills the history. */
export function fitCallback({ history, validates }: FitCallbackOptions): TrainingCallback {
  let current: Record<string, number> = {};
  const add = (epoch: number): void => {
    history.add(Math.ceil(epoch) - 1, current);
    current = {};
  };
  return {
    onEpochEnd: (_, control) => {
      control.log();
      if (validates) control.evaluate();
    },
    onLog: ({ epoch }, _, { logs }) => {
      const isMeasured = ([name]: [string, number]): boolean => !NOT_MEASURED.has(name);
      Object.assign(current, Object.fromEntries(Object.entries(logs).filter(isMeasured)));
      if (!validates) add(epoch);
    },
    onEvaluate: ({ epoch }) => add(epoch),
  };
}
