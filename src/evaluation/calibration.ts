/** @file Whether a model is as sure as it should be: confidence beside accuracy. */
import { argumentRangeError } from "../core/errors";
import { htmlTable } from "../core/html-table";
import { SelfShowing } from "../core/self-showing";
import { textTable } from "../core/text-table";
import { argmaxRows } from "./argmax";
import { readLabelList, sortClasses } from "./class-pair";
import { classColumns, probabilityRows } from "./probability-rows";
import { checkSameLength, type Label, type Scores, type Targets } from "./values";

/** Options of {@link calibration}. */
export interface CalibrationOptions {
  /** Into how many parts of equal width the confidences are sorted, 1 to 100. @default 10 */
  nBins?: number;
  /** The classes of the columns, as for `logLoss`. */
  labels?: Iterable<Label>;
}

/** The examples whose confidence lies above `from` and up to `to`. */
export interface CalibrationBin {
  from: number;
  to: number;
  /** How many examples. */
  count: number;
  /** The mean probability of their predicted classes; NaN where there is none. */
  confidence: number;
  /** Which share of the predictions is right; NaN where there is none. */
  accuracy: number;
}

/** Confidence beside accuracy. Made by {@link calibration}; draw it with `reliabilityDiagram`. */
export class Calibration extends SelfShowing {
  readonly bins: readonly CalibrationBin[];

  constructor(bins: readonly CalibrationBin[]) {
    super();
    this.bins = bins;
  }

  /** How far confidence and accuracy are apart, averaged over the examples by bins (Naeini and others 2015). */
  get expectedCalibrationError(): number {
    return (
      this.#known().reduce((sum, bin) => sum + bin.count * Math.abs(bin.accuracy - bin.confidence), 0) / this.count
    );
  }

  /** How far they are apart in the worst bin. */
  get maximumCalibrationError(): number {
    return Math.max(...this.#known().map((bin) => Math.abs(bin.accuracy - bin.confidence)));
  }

  /** How many examples. */
  get count(): number {
    return this.bins.reduce((sum, bin) => sum + bin.count, 0);
  }

  /** The share of right predictions. */
  get accuracy(): number {
    return this.#known().reduce((sum, bin) => sum + bin.count * bin.accuracy, 0) / this.count;
  }

  /** The mean probability of the predicted classes. */
  get confidence(): number {
    return this.#known().reduce((sum, bin) => sum + bin.count * bin.confidence, 0) / this.count;
  }

  override toText(): string {
    const table = textTable(HEADER, this.#rows(), { align: HEADER.map(() => "right") });
    return `${table}\nexpected calibration error: ${this.expectedCalibrationError.toFixed(4)}`;
  }

  override toBundle(): { "text/plain": string; "text/html": string } {
    const title = `Expected calibration error: ${this.expectedCalibrationError.toFixed(4)}`;
    const html = htmlTable(HEADER, this.#rows(), { title, align: HEADER.map(() => "right") });
    return { "text/plain": this.toText(), "text/html": html };
  }

  #known(): CalibrationBin[] {
    return this.bins.filter((bin) => bin.count > 0);
  }

  #rows(): string[][] {
    return this.#known().map((bin) => [
      `${bin.from.toFixed(2)}–${bin.to.toFixed(2)}`,
      String(bin.count),
      bin.confidence.toFixed(3),
      bin.accuracy.toFixed(3),
    ]);
  }
}

const HEADER = ["confidence", "examples", "mean confidence", "accuracy"];

/**
 * Sorts predictions by the probability of the predicted class and sets that probability beside how often they are right.
 *
 * A model that says 80% should be right in 80% of such cases. A confidence on the edge of two bins counts to the lower.
 *
 * @param yTrue The true classes.
 * @param yProba A row of probabilities for each example, or for two classes the probability of the second.
 * @example
 * ```ts
 * console.log(calibration([0, 1, 1, 0], [[0.95, 0.05], [0.05, 0.95], [0.25, 0.75], [0.25, 0.75]]));
 * // confidence  examples  mean confidence  accuracy
 * // ──────────  ────────  ───────────────  ────────
 * //  0.70–0.80         2            0.750     0.500
 * //  0.90–1.00         2            0.950     1.000
 * // expected calibration error: 0.1500
 * ```
 * @throws RangeError when a number is no probability, a row does not add up to 1, or a class has no column.
 */
export function calibration(yTrue: Targets, yProba: Scores, options: CalibrationOptions = {}): Calibration {
  return calibrate("calibration", yTrue, yProba, options);
}

/** The same for a caller with another name. */
export function calibrate(caller: string, yTrue: unknown, yProba: unknown, options: CalibrationOptions): Calibration {
  const nBins = options.nBins ?? 10;
  if (!Number.isInteger(nBins) || nBins < 1 || nBins > 100) {
    throw argumentRangeError({ function: caller, parameter: "nBins", rule: "be from 1 to 100", value: nBins });
  }
  const rows = probabilityRows(caller, "yProba", yProba);
  const labels =
    options.labels === undefined ? undefined : sortClasses(readLabelList(caller, "labels", options.labels));
  const { columns } = classColumns(caller, yTrue, { width: rows.width, parameter: "yProba", labels });
  checkSameLength({ function: caller, parameter: "yProba" }, rows.count, columns.length);
  const sums = Array.from({ length: nBins }, () => ({ count: 0, confidence: 0, right: 0 }));
  argmaxRows(rows).forEach((best, index) => {
    const confidence = rows.data[index * rows.width + best] ?? 0;
    const sum = sums[binOf(confidence, evenEdges(nBins))];
    if (sum === undefined) return;
    sum.count++;
    sum.confidence += confidence;
    if (best === columns[index]) sum.right++;
  });
  return new Calibration(
    sums.map(({ count, confidence, right }, bin) => ({
      from: bin / nBins,
      to: (bin + 1) / nBins,
      count,
      confidence: confidence / count,
      accuracy: right / count,
    })),
  );
}

/** The inner edges of bins of equal width between 0 and 1, as NumPy's `linspace` computes them. */
export function evenEdges(nBins: number): number[] {
  const step = 1 / nBins;
  return Array.from({ length: nBins - 1 }, (_, index) => (index + 1) * step);
}

/** In which bin a value lies; on an edge, in the lower one. */
export function binOf(value: number, innerEdges: readonly number[]): number {
  const bin = innerEdges.findIndex((edge) => value <= edge);
  return bin === -1 ? innerEdges.length : bin;
}
