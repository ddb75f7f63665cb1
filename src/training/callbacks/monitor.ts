/** @file Watching one measure of the log: whether it got better, and what is wrong where it never comes. */
import { argumentRangeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { lowerIsBetter } from "../keras/history";
import type { TrainingState } from "../loop/training-state";
import { TrainingError } from "../training-error";

/** What is watched, and in which direction it is better. */
export interface MonitorOptions {
  /** A measure of the log: `"val_loss"`, `"accuracy"`. @default "val_loss" */
  monitor?: string;
  /** Which values are better. @default "auto": the lower ones of losses and errors, the higher ones of everything else */
  mode?: "auto" | "min" | "max";
  /** By how much a value must be better than the best to count. @default 0 */
  minDelta?: number;
}

/** The best value so far of one measure. */
export class Monitor {
  readonly name: string;
  readonly #isLower: boolean;
  readonly #minDelta: number;
  #best: number | undefined;
  #hasCome = false;

  /** @param caller The class that is named in errors. */
  constructor(caller: string, { monitor = "val_loss", mode = "auto", minDelta = 0 }: MonitorOptions) {
    const fail = (parameter: string, rule: string, value: unknown): RangeError =>
      argumentRangeError({ function: caller, parameter, rule, value });
    if (!["auto", "min", "max"].includes(mode)) throw fail("mode", 'be "auto", "min" or "max"', mode);
    if (!(Number.isFinite(minDelta) && minDelta >= 0)) throw fail("minDelta", "be a number of at least 0", minDelta);
    this.name = monitor;
    this.#isLower = mode === "auto" ? lowerIsBetter(monitor) : mode === "min";
    this.#minDelta = minDelta;
  }

  /** The best value so far; undefined before the first. */
  get best(): number | undefined {
    return this.#best;
  }

  /** Forgets everything, for a training that begins. */
  reset(): void {
    this.#best = undefined;
    this.#hasCome = false;
  }

  /** What a line of the log is for the measure; `"absent"` where the line has none. NaN is never better. */
  read(logs: Readonly<Record<string, number>>): "absent" | "better" | "no-better" {
    const value = logs[this.name];
    if (value === undefined) return "absent";
    this.#hasCome = true;
    const gain =
      this.#best === undefined ? Number.POSITIVE_INFINITY : this.#isLower ? this.#best - value : value - this.#best;
    if (Number.isNaN(value) || !(gain > this.#minDelta)) return "no-better";
    this.#best = value;
    return "better";
  }

  /** Refuses a measure that a whole epoch did not bring. */
  requireIn({ epoch, logs }: TrainingState): void {
    if (this.#hasCome || epoch < 1 || logs.length === 0) return;
    const names = [...new Set(logs.flatMap((line) => Object.keys(line)))].filter(
      (name) => name !== "step" && name !== "epoch",
    );
    const hint =
      this.name.startsWith("val_") && !names.some((name) => name.startsWith("val_"))
        ? " `validationData` brings those with `val_`."
        : "";
    throw new TrainingError("measure-unknown", `The training measures no \`${this.name}\`.`, {
      hint: `${listNames("measures", this.name, names)}${hint}`,
    });
  }
}
