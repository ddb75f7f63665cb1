/** @file A line of the log with Python's names, as files and `logHistory` have it. */
import type { TrainingLog } from "../loop/training-state";

/** A line of a Trainer's log: `{ loss: 0.69, grad_norm: 1.2, learning_rate: 0.00005, epoch: 0.5, step: 10 }`. */
export type TrainerLog = Readonly<Record<string, number>>;

const NAMES: Readonly<Record<string, string>> = { gradientNorm: "grad_norm", learningRate: "learning_rate" };

/** Names as in Python, and `epoch` and `step` last. */
export function pythonLog({ step, epoch, ...logs }: TrainingLog): TrainerLog {
  return { ...pythonNames(logs), epoch, step };
}

/** Numbers of the loop under Python's names. */
export function pythonNames(logs: Readonly<Record<string, number>>): TrainerLog {
  return Object.fromEntries(Object.entries(logs).map(([name, value]) => [NAMES[name] ?? name, value]));
}
