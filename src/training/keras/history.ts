/** @file What `fit` returns: every epoch's loss and metrics. */
import { escapeHtml } from "../../core/html";
import { SelfShowing } from "../../core/self-showing";
import { textTable } from "../../core/text-table";
import type { Figure } from "../../plots/figure";
import { trainingCurves } from "../../plots/training-curves";
import { TrainingError } from "../training-error";

/** What is known of one epoch: `loss`, `val_loss`, a metric's name, `val_` and a metric's name. */
export type EpochLogs = Readonly<Record<string, number>>;

/**
 * The epochs of a `fit`, and what was measured in each. Keras: `tf.keras.callbacks.History`.
 *
 * It shows itself as a table. `history.history` has a list a measure, as in Keras.
 *
 * @example
 * ```ts
 * const history = await model.fit(train, { validationData: test, epochs: 2 });
 * history.epoch; // [ 0, 1 ]
 * history.history.val_loss; // [ 1.7, 1.6 ]
 * history.plot();
 * ```
 */
export class History extends SelfShowing {
  /** The epochs' numbers, from 0. */
  readonly epoch: number[] = [];
  /** A list a measure, with a number an epoch; NaN where an epoch has none. */
  readonly history: { [measure: string]: number[] } = {};

  /** Adds an epoch. `fit` calls it. */
  add(epoch: number, logs: EpochLogs): void {
    for (const name of new Set([...Object.keys(this.history), ...Object.keys(logs)])) {
      this.history[name] ??= new Array<number>(this.epoch.length).fill(Number.NaN);
      this.history[name].push(logs[name] ?? Number.NaN);
    }
    this.epoch.push(epoch);
  }

  /** The place in `epoch` at which a measure was best, or undefined: the lowest of a loss or an error, the highest of others. */
  best(measure: string): number | undefined {
    const values = this.history[measure] ?? [];
    const isLower = lowerIsBetter(measure);
    let best: number | undefined;
    for (const [place, value] of values.entries()) {
      if (Number.isNaN(value)) continue;
      const before = best === undefined ? undefined : (values[best] ?? Number.NaN);
      if (before === undefined || (isLower ? value < before : value > before)) best = place;
    }
    return best;
  }

  /**
   * A measure's curve, of the training and the validation data, with the best epoch marked.
   *
   * @param measure By default the loss.
   */
  plot(measure: string = "loss"): Figure {
    if (this.history[measure] === undefined && this.history[`val_${measure}`] === undefined) {
      throw new TrainingError("measure-unknown", `The history has no measure \`${measure}\`.`, {
        hint: `It has ${Object.keys(this.history).join(", ") || "none"}.`,
      });
    }
    return trainingCurves(this, { metric: measure });
  }

  override toText(): string {
    const { header, rows } = this.#table();
    return textTable(header, rows, { align: header.map(() => "right") });
  }

  override toBundle(): { "text/plain": string; "text/html": string } {
    const { header, rows } = this.#table();
    const cells = (tag: string, row: readonly string[]): string =>
      `<tr>${row.map((cell) => `<${tag} style="text-align:right">${escapeHtml(cell)}</${tag}>`).join("")}</tr>`;
    const body = rows.map((row) => cells("td", row)).join("");
    return {
      "text/plain": this.toText(),
      "text/html": `<table><thead>${cells("th", header)}</thead><tbody>${body}</tbody></table>`,
    };
  }

  #table(): { header: string[]; rows: string[][] } {
    const names = Object.keys(this.history);
    const rows = this.epoch.map((epoch, place) => [
      String(epoch + 1),
      ...names.map((name) => formatMeasure(this.history[name]?.[place])),
    ]);
    return { header: ["epoch", ...names], rows };
  }
}

/** A measure with four digits after the point, and nothing for one that is not there. */
export function formatMeasure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "";
  return Math.abs(value) >= 1e-3 || value === 0 ? value.toFixed(4) : value.toExponential(2);
}

/** Whether a measure is better where it is lower: losses and errors. */
export function lowerIsBetter(measure: string): boolean {
  return /loss|error|(^|_)(mae|mse|rmse)$|perplexity/i.test(measure);
}
