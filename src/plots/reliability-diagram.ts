/** @file Whether a model is as often right as it says. */
import { argumentTypeError } from "../core/errors";
import { Figure } from "./figure";
import { formatNumber, formatPercent } from "./format-number";
import { isIterable } from "./series";
import type { BarTrace, ScatterTrace } from "./trace";

/** The examples whose confidence lies between two edges, as `calibration` counts them. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Their mean confidence. */
  readonly confidence: number;
  /** Which share of them is right. */
  readonly accuracy: number;
}

/** Options of {@link reliabilityDiagram}. */
export interface ReliabilityDiagramOptions {
  /** The sentence above the picture. @default whether the model is too sure, and by how much */
  title?: string;
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

const CALLER = "reliabilityDiagram";

/**
 * Draws for each range of confidence how often the model is right, and how sure it is: where the bar ends below the
 * point, it is too sure. Ranges without an example have no bar.
 *
 * @param calibration What `calibration` gives, or its bins.
 * @example
 * ```ts
 * const figure = reliabilityDiagram(calibration([0, 1, 1, 0], [[0.95, 0.05], [0.05, 0.95], [0.25, 0.75], [0.25, 0.75]]));
 * figure.layout.title;
 * // "The model is too sure: 85.0% on average, right in 75.0% of 4 predictions (calibration error 0.15)"
 * ```
 * @throws TypeError when there is no bin with an example.
 */
export function reliabilityDiagram(
  calibration: { readonly bins: Iterable<ReliabilityBin> } | Iterable<ReliabilityBin>,
  options: ReliabilityDiagramOptions = {},
): Figure {
  const bins = binsOf(calibration).filter((bin) => bin.count > 0);
  if (bins.length === 0) {
    const next = "Write calibration(yTrue, probabilities).";
    throw argumentTypeError({
      function: CALLER,
      parameter: "calibration",
      rule: "have bins",
      value: calibration,
      next,
    });
  }
  const middles = bins.map((bin) => (bin.from + bin.to) / 2);
  const range = (bin: ReliabilityBin): string => `${formatPercent(bin.from)}–${formatPercent(bin.to)}`;
  const accuracy: BarTrace = {
    type: "bar",
    name: "right",
    x: middles,
    y: bins.map((bin) => bin.accuracy),
    offset: bins.map((bin) => (bin.from - bin.to) / 2),
    width: bins.map((bin) => bin.to - bin.from),
    text: bins.map((bin) => `${formatPercent(bin.accuracy)}\nn ${formatNumber(bin.count)}`),
    hover: bins.map((bin) => `${range(bin)}\nright: ${formatPercent(bin.accuracy)} of ${formatNumber(bin.count)}`),
  };
  const confidence: ScatterTrace = {
    type: "scatter",
    mode: "lines+markers",
    name: "mean confidence",
    x: middles,
    y: bins.map((bin) => bin.confidence),
    dash: "dash",
    hover: bins.map((bin) => `${range(bin)}\nmean confidence: ${formatPercent(bin.confidence)}`),
  };
  return new Figure(
    {
      data: [accuracy, confidence],
      layout: {
        title: options.title ?? finding(bins),
        xaxis: {
          title: "confidence (probability of the predicted class)",
          type: "linear",
          format: "percent",
          range: [0, 1],
        },
        yaxis: { title: "share", format: "percent", range: [0, 1] },
        ...(options.alt === undefined ? {} : { alt: options.alt }),
      },
    },
    CALLER,
  );
}

function binsOf(calibration: unknown): ReliabilityBin[] {
  const bins = isIterable<ReliabilityBin>(calibration)
    ? calibration
    : (calibration as { bins?: Iterable<ReliabilityBin> } | null | undefined)?.bins;
  const list = isIterable<ReliabilityBin>(bins) ? [...bins] : [];
  const keys = ["from", "to", "count", "confidence", "accuracy"] as const;
  return list.every((bin) => keys.every((key) => typeof bin?.[key] === "number")) ? list : [];
}

function finding(bins: readonly ReliabilityBin[]): string {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const mean = (value: (bin: ReliabilityBin) => number): number =>
    bins.reduce((sum, bin) => sum + bin.count * value(bin), 0) / count;
  const [sure, right] = [mean((bin) => bin.confidence), mean((bin) => bin.accuracy)];
  const error = mean((bin) => Math.abs(bin.accuracy - bin.confidence));
  const apart = `${formatPercent(sure)} on average, right in ${formatPercent(right)} of ${formatNumber(count)} predictions (calibration error ${formatNumber(error)})`;
  if (Math.abs(sure - right) < 0.01) return `The model is about as sure as it should be: ${apart}`;
  return `The model is ${sure > right ? "too sure" : "less sure than it could be"}: ${apart}`;
}
