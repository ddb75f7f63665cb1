/** @file Curves out of whatever keeps them: Keras's History, a Trainer's log, columns by name. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { listNames } from "../core/suggest";
import { isIterable } from "./series";

/** A line of a log: numbers by name, with `step` and `epoch`. */
export interface LogRow {
  readonly [name: string]: unknown;
}

/** Numbers by name, one an epoch. */
export type LogColumns = Readonly<Record<string, Iterable<number | null>>>;

/**
 * What curves can be drawn from: what `fit` gives (`history`), a Trainer's log (`logs` or `logHistory`, or its rows), or
 * columns by name. Of validation are the names that begin with `val` or `eval`, as in `valLoss` and `evalLoss`.
 */
export type TrainingSource =
  | Iterable<LogRow>
  | LogColumns
  | { readonly history: LogColumns; readonly epoch?: Iterable<number> }
  | { readonly logs: Iterable<LogRow> }
  | { readonly logHistory: Iterable<LogRow> };

/** A measured point: where, and what. A value that is no number, as of a training that diverged, is null. */
export interface LogPoint {
  x: number;
  y: number | null;
}

/** The curve of one measure in training and in validation; either may be empty. */
export interface MeasureCurves {
  training: LogPoint[];
  validation: LogPoint[];
}

/** The curves of a measure, such as `"loss"` or `"accuracy"`. */
export function measureCurves(
  caller: string,
  source: TrainingSource,
  measure: string,
  x: "epoch" | "step",
): MeasureCurves {
  const rows = logRows(caller, source);
  const curves: MeasureCurves = { training: [], validation: [] };
  const known = new Set<string>();
  rows.forEach((row, index) => {
    const at = row[x];
    for (const [name, value] of Object.entries(row)) {
      if (name === "step" || name === "epoch" || (typeof value !== "number" && value !== null)) continue;
      const { part, plain } = partOf(name);
      known.add(plain);
      if (plain !== measure) continue;
      if (typeof at !== "number" || !Number.isFinite(at)) {
        throw argumentTypeError({
          function: caller,
          parameter: `source[${index}].${x}`,
          rule: "be a number, for the place on the x axis",
          value: at,
          next: x === "step" ? 'Without steps in the log, take x: "epoch".' : undefined,
        });
      }
      curves[part].push({ x: at, y: value === null || !Number.isFinite(value) ? null : value });
    }
  });
  // A History holds NaN where an epoch was not validated: such a place is no point of the curve.
  const validated = curves.validation.filter((point) => point.y !== null);
  if (validated.length > 0) curves.validation = validated;
  if (curves.training.length + curves.validation.length > 0) return curves;
  throw argumentRangeError({
    function: caller,
    parameter: "metric",
    rule: "be in the log",
    value: measure,
    next: listNames("metrics", measure, [...known]),
  });
}

/** `evalLoss`, `valLoss`, `val_loss` and `eval_loss` are the validation's `loss`. */
function partOf(name: string): { part: keyof MeasureCurves; plain: string } {
  const match = /^(?:eval|val)(?:_(.+)|([A-Z].*))$/.exec(name);
  const rest = match?.[1] ?? match?.[2];
  if (rest === undefined) return { part: "training", plain: name };
  return { part: "validation", plain: rest.charAt(0).toLowerCase() + rest.slice(1) };
}

/** The lines of a log, with an epoch counted from 1 where columns have none. */
export function logRows(caller: string, source: TrainingSource): LogRow[] {
  const given = source as Partial<Record<"history" | "epoch" | "logs" | "logHistory", unknown>> | null | undefined;
  const wrong = (): TypeError =>
    argumentTypeError({
      function: caller,
      parameter: "source",
      rule: "be what `fit` gives, a Trainer's log, or lists of numbers by name",
      value: source,
      next: "Write { loss: [1.9, 1.6], valLoss: [1.7, 1.6] }.",
    });
  if (given === null || typeof given !== "object") throw wrong();
  const logs = given.logs ?? given.logHistory ?? (isIterable<LogRow>(given) ? given : undefined);
  if (logs !== undefined) {
    const rows = isIterable<LogRow>(logs) ? [...logs] : [];
    if (rows.length === 0 || rows.some((row) => row === null || typeof row !== "object")) throw wrong();
    return rows;
  }
  const columns = (given.history ?? given) as Readonly<Record<string, unknown>>;
  const epochs = given.history !== undefined && isIterable<number>(given.epoch) ? [...given.epoch] : undefined;
  const rows: Record<string, number | null>[] = [];
  for (const [name, values] of Object.entries(columns)) {
    if (!isIterable<number | null>(values)) throw wrong();
    [...values].forEach((value, index) => {
      // Keras counts epochs from 0 and prints them from 1; people read them from 1.
      rows[index] ??= { epoch: epochs === undefined ? index + 1 : (epochs[index] ?? index) + 1 };
      (rows[index] as Record<string, number | null>)[name] = value;
    });
  }
  if (rows.length === 0) throw wrong();
  return rows;
}
