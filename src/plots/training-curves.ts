/** @file The course of a training: loss or metric by epoch, with the best one marked. */
import { Figure } from "./figure";
import { formatNumber, formatPercent } from "./format-number";
import type { ReferenceLine } from "./layout";
import type { ScatterTrace } from "./trace";
import { type LogPoint, type MeasureCurves, measureCurves, type TrainingSource } from "./training-log";

/** Options of {@link trainingCurves}. */
export interface TrainingCurvesOptions {
  /** What to draw, as it is named in the log, without `val` or `eval`. @default "loss" */
  metric?: string;
  /** What runs along. @default "epoch" */
  x?: "epoch" | "step";
  /** Whether more or less is better. @default "less" for names with loss, error, mae, mse or perplexity, else "more" */
  better?: "more" | "less";
  /** How the values are written. @default "number" */
  format?: "number" | "percent";
  /** What is measured, with its unit. @default the metric's name, for the loss with "(nats)" */
  yTitle?: string;
  /** The sentence above the picture. @default where the best value is and what comes after it */
  title?: string;
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

const MOST_MARKERS = 30;

/**
 * Draws training and validation side by side and marks the best epoch, by validation where there is one.
 *
 * @param source What `fit` gives, a Trainer's log or its rows, or lists of numbers by name: `{ loss, valLoss }`.
 * @example
 * ```ts
 * console.log(trainingCurves({ loss: [1.91, 1.64, 1.39], valLoss: [1.71, 1.6, 1.69] }));
 * // Validation loss is lowest in epoch 2 (1.6); training loss goes on falling
 * //
 * // training    █▄▁  1.91 → 1.39, lowest 1.39, highest 1.91
 * // validation  █▁▇  1.71 → 1.69, lowest 1.6, highest 1.71
 * //
 * // epoch  training  validation
 * // ─────  ────────  ──────────
 * //     1      1.91        1.71
 * //     2      1.64         1.6
 * //     3      1.39        1.69
 * //
 * // ┆ best epoch: 2
 * ```
 * @throws TypeError or RangeError when the source holds no curve; a wrong metric lists those of the log.
 */
export function trainingCurves(source: TrainingSource, options: TrainingCurvesOptions = {}): Figure {
  const { metric = "loss", x = "epoch", format = "number" } = options;
  const curves = measureCurves("trainingCurves", source, metric, x);
  const isLess = (options.better ?? (/loss|error|mae|mse|perplexity/i.test(metric) ? "less" : "more")) === "less";
  const write = format === "percent" ? formatPercent : formatNumber;
  const judged = curves.validation.length > 0 ? curves.validation : curves.training;
  const best = bestPoint(judged, isLess);
  const data = (["training", "validation"] as const)
    .filter((part) => curves[part].length > 0)
    .map((part, index): ScatterTrace => {
      const points = curves[part];
      return {
        type: "scatter",
        mode: points.length <= MOST_MARKERS ? "lines+markers" : "lines",
        name: part,
        x: points.map((point) => point.x),
        y: points.map((point) => point.y),
        dash: index === 0 ? "solid" : "dash",
        hover: points.map(
          ({ x: at, y }) => `${part}\n${x} ${formatNumber(at)}: ${y === null ? "no number" : write(y)}`,
        ),
      };
    });
  const marks: ReferenceLine[] =
    best === undefined ? [] : [{ axis: "x", at: best.x, label: `best ${x}: ${formatNumber(best.x)}` }];
  return new Figure(
    {
      data,
      layout: {
        title: options.title ?? finding(curves, best, { metric: words(metric), x, isLess, write }),
        xaxis: { title: x, type: "linear" },
        yaxis: { title: options.yTitle ?? (metric === "loss" ? "loss (nats)" : words(metric)), format },
        referenceLines: marks,
        ...(options.alt === undefined ? {} : { alt: options.alt }),
      },
    },
    "trainingCurves",
  );
}

interface Telling {
  metric: string;
  x: string;
  isLess: boolean;
  write(value: number): string;
}

/** The first of the best points. */
function bestPoint(points: readonly LogPoint[], isLess: boolean): { x: number; y: number } | undefined {
  let best: { x: number; y: number } | undefined;
  for (const { x, y } of points) {
    if (y !== null && (best === undefined || (isLess ? y < best.y : y > best.y))) best = { x, y };
  }
  return best;
}

function finding(curves: MeasureCurves, best: { x: number; y: number } | undefined, telling: Telling): string {
  const { metric, x, isLess, write } = telling;
  const main = curves.training.length > 0 ? curves.training : curves.validation;
  let known = main.length;
  while (known > 0 && main[known - 1]?.y === null) known--;
  if (known < main.length || best === undefined) {
    const from = formatNumber(main[known]?.x ?? main[0]?.x ?? 0);
    return `From ${x} ${from} on the ${metric} is no number: the training diverged`;
  }
  const isValidated = curves.validation.length > 0;
  const judged = isValidated ? curves.validation : curves.training;
  const name = `${isValidated ? "Validation" : "Training"} ${metric}`;
  const [first, last] = [judged[0], judged.at(-1)];
  const where = `${x} ${formatNumber(best.x)} (${write(best.y)})`;
  if (judged.length === 1) return `${name} in ${where}`;
  if (best.x === last?.x && first?.y !== null && first !== undefined) {
    const verb = isLess ? "falls" : "rises";
    return `${name} ${verb} from ${write(first.y)} to ${write(best.y)} and is best in the last ${x}: more training may help`;
  }
  const extreme = `${name} is ${isLess ? "lowest" : "highest"} in ${where}`;
  if (!isValidated) return `${extreme}; at the end it is ${write(last?.y ?? best.y)}`;
  const later = curves.training.filter((point) => point.x > best.x && point.y !== null);
  const atBest = curves.training.filter((point) => point.x <= best.x && point.y !== null).at(-1)?.y ?? undefined;
  const end = later.at(-1)?.y ?? undefined;
  const goesOn = atBest !== undefined && end !== undefined && (isLess ? end < atBest : end > atBest);
  return goesOn
    ? `${extreme}; training ${metric} goes on ${isLess ? "falling" : "rising"}`
    : `${extreme}; at the end it is ${write(last?.y ?? best.y)}`;
}

/** `meanAbsoluteError` as words. */
function words(name: string): string {
  return name
    .replace(/_/g, " ")
    .replace(/([a-z])([A-Z])(?=[a-z])/g, (_, low: string, high: string) => `${low} ${high.toLowerCase()}`);
}
