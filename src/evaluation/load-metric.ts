/** @file Metrics by name, in the shape of Hugging Face's `evaluate`. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";
import { listNames } from "../core/suggest";
import { accuracyScore } from "./accuracy-score";
import type { Average } from "./averaged-scores";
import { cohenKappaScore } from "./cohen-kappa-score";
import { confusionMatrix } from "./confusion-matrix";
import { f1Score } from "./f1-score";
import { logLoss } from "./log-loss";
import { matthewsCorrcoef } from "./matthews-corrcoef";
import { meanAbsoluteError } from "./mean-absolute-error";
import { meanSquaredError } from "./mean-squared-error";
import { precisionScore } from "./precision-score";
import { recallScore } from "./recall-score";
import { rocAucScore } from "./roc-auc-score";
import type { Label, Scores, Targets } from "./values";

/** What {@link Metric.compute} takes. Which of the options a metric knows, it says where another is given. */
export interface MetricInputs {
  /** The predicted classes, or rows of logits, of which the largest counts; for `mae` and `mse` numbers. */
  predictions?: Targets | Scores;
  /** The true classes or numbers. */
  references?: Targets | Scores;
  /** For `roc_auc` and `log_loss`: probabilities, in place of `predictions`. */
  predictionScores?: Scores;
  average?: Average;
  labels?: Iterable<Label>;
  posLabel?: Label;
  zeroDivision?: number;
  /** For `accuracy` a share or a count, for `confusion_matrix` what adds up to 1. */
  normalize?: "share" | "count" | "none" | "true" | "pred" | "all";
  weights?: "none" | "linear" | "quadratic";
  multiClass?: "ovr";
}

/** What each metric gives. */
export interface MetricResults {
  accuracy: { accuracy: number };
  f1: { f1: number };
  precision: { precision: number };
  recall: { recall: number };
  roc_auc: { roc_auc: number };
  log_loss: { log_loss: number };
  cohen_kappa: { cohen_kappa: number };
  matthews_correlation: { matthews_correlation: number };
  confusion_matrix: { confusion_matrix: number[][] };
  mae: { mae: number };
  mse: { mse: number };
}

/** The name of a metric. */
export type MetricName = keyof MetricResults;

interface Recipe<Result> {
  options: readonly (keyof MetricInputs)[];
  compute(references: never, predictions: never, options: never): Result;
}

const AVERAGED = ["average", "labels", "posLabel", "zeroDivision"] as const;

const RECIPES: { readonly [Name in MetricName]: Recipe<MetricResults[Name]> } = {
  accuracy: { options: ["normalize"], compute: (t, p, o) => ({ accuracy: accuracyScore(t, p, o) }) },
  f1: { options: AVERAGED, compute: (t, p, o) => ({ f1: f1Score(t, p, o) }) },
  precision: { options: AVERAGED, compute: (t, p, o) => ({ precision: precisionScore(t, p, o) }) },
  recall: { options: AVERAGED, compute: (t, p, o) => ({ recall: recallScore(t, p, o) }) },
  roc_auc: {
    options: ["predictionScores", "average", "labels", "multiClass"],
    compute: (t, p, o) => ({ roc_auc: rocAucScore(t, p, o) }),
  },
  log_loss: { options: ["predictionScores", "labels"], compute: (t, p, o) => ({ log_loss: logLoss(t, p, o) }) },
  cohen_kappa: { options: ["labels", "weights"], compute: (t, p, o) => ({ cohen_kappa: cohenKappaScore(t, p, o) }) },
  matthews_correlation: { options: [], compute: (t, p) => ({ matthews_correlation: matthewsCorrcoef(t, p) }) },
  confusion_matrix: {
    options: ["labels", "normalize"],
    compute: (t, p, o) => ({ confusion_matrix: confusionMatrix(t, p, o).tolist() }),
  },
  mae: { options: [], compute: (t, p) => ({ mae: meanAbsoluteError(t, p) }) },
  mse: { options: [], compute: (t, p) => ({ mse: meanSquaredError(t, p) }) },
};

/** A metric under its name: collects batches and computes. Made by {@link loadMetric}. Python: `evaluate.EvaluationModule`. */
export class Metric<Result extends object> extends SelfShowing {
  /** `"accuracy"`, `"f1"`, … */
  readonly name: MetricName;
  readonly #recipe: Recipe<Result>;
  readonly #predictions: unknown[] = [];
  readonly #references: unknown[] = [];

  /** @param name One of the names that `loadMetric` knows. */
  constructor(name: MetricName) {
    super();
    this.name = name;
    this.#recipe = RECIPES[name] as unknown as Recipe<Result>;
  }

  /** Keeps a batch for `compute`. Python: `add_batch`. */
  addBatch(batch: { predictions: Iterable<unknown>; references: Iterable<unknown> }): void {
    for (const [given, kept] of [
      [batch.predictions, this.#predictions],
      [batch.references, this.#references],
    ] as const) {
      for (const item of given) kept.push(item);
    }
  }

  /**
   * The figure under its name, over what is given and what `addBatch` kept; the kept batches are then forgotten.
   *
   * @example
   * ```ts
   * loadMetric("accuracy").compute({ predictions: [0, 1, 1], references: [0, 1, 0] }); // { accuracy: 0.6666666666666666 }
   * ```
   * @throws TypeError or RangeError when an input is missing or wrong, or the metric has no such option.
   */
  compute(inputs: MetricInputs = {}): Result {
    const caller = `Metric("${this.name}").compute`;
    const known = ["predictions", "references", ...this.#recipe.options];
    for (const key of Object.keys(inputs)) {
      if (known.includes(key)) continue;
      const next = listNames("inputs", key, known);
      throw argumentRangeError({
        function: caller,
        parameter: key,
        rule: "be an input of this metric",
        value: key,
        next,
      });
    }
    const { predictions, references, predictionScores, ...options } = inputs;
    const given = predictions ?? predictionScores;
    const guess = this.#predictions.length === 0 ? given : this.#predictions.splice(0);
    const truth = this.#references.length === 0 ? references : this.#references.splice(0);
    for (const [parameter, value] of [
      ["predictions", guess],
      ["references", truth],
    ] as const) {
      if (value !== undefined && value !== null) continue;
      const next = "Write compute({ predictions: […], references: […] }).";
      throw argumentTypeError({ function: caller, parameter, rule: "be given", value, next });
    }
    const defined = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    return this.#recipe.compute(truth as never, guess as never, defined as never);
  }

  override toText(): string {
    const options = this.#recipe.options.length === 0 ? "" : `, options: ${this.#recipe.options.join(", ")}`;
    return `Metric(name: "${this.name}"${options})`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

/**
 * A metric by its name; nothing is downloaded.
 *
 * Python: `evaluate.load`. Names and keys of the results are Python's; `log_loss` and `cohen_kappa` are added.
 *
 * @example
 * ```ts
 * const metric = loadMetric("f1");
 * metric.compute({ predictions: [0, 2, 1], references: [0, 1, 1], average: "macro" }); // { f1: 0.5555555555555555 }
 * ```
 * @throws RangeError that lists the names when there is no such metric.
 */
export function loadMetric<Name extends MetricName>(name: Name): Metric<MetricResults[Name]> {
  if (Object.hasOwn(RECIPES, name)) return new Metric<MetricResults[Name]>(name);
  throw argumentRangeError({
    function: "loadMetric",
    parameter: "name",
    rule: "be a metric",
    value: name,
    next: listNames("metrics", String(name), Object.keys(RECIPES)),
  });
}
