/** @file Which row comes when datasets are mixed. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { defaultRng } from "../../core/random";
import { DatasetError } from "../dataset-error";

/** Options of `interleaveDatasets`. */
export interface InterleaveOptions {
  /**
   * How likely the next row is from each dataset; they sum to 1.
   * @default the datasets take turns
   */
  probabilities?: readonly number[];
  /** A whole number from 0 on for what is drawn: the same seed draws the same, as in Python. */
  seed?: number;
  /**
   * When it ends: as soon as one dataset has no more rows; when all rows came at least once, the shorter datasets starting over; or
   * when all rows came once, the shorter datasets falling out.
   * @default "first_exhausted"
   */
  stoppingStrategy?: "first_exhausted" | "all_exhausted" | "all_exhausted_without_replacement";
}

const STRATEGIES = ["first_exhausted", "all_exhausted", "all_exhausted_without_replacement"];
/** Rows are numbered in 32 bits. */
const MOST_ROWS = 0xffffffff;

/** The rows' places in the datasets one below the other. */
export function interleavedRows(caller: string, lengths: readonly number[], options: InterleaveOptions): Uint32Array {
  const strategy = options.stoppingStrategy ?? "first_exhausted";
  if (!STRATEGIES.includes(strategy)) {
    const rule = `be one of ${STRATEGIES.map((name) => `"${name}"`).join(", ")}`;
    throw argumentRangeError({ function: caller, parameter: "stoppingStrategy", rule, value: strategy });
  }
  const repeats = strategy === "all_exhausted";
  const { probabilities } = options;
  const draw = probabilities === undefined ? turns(lengths.length) : draws(caller, lengths, probabilities, options);
  if (probabilities === undefined) checkTurns(caller, lengths, repeats);
  const offsets: number[] = [];
  let sum = 0;
  for (const length of lengths) {
    offsets.push(sum);
    sum += length;
  }
  const counts = lengths.map(() => 0);
  const rows: number[] = [];
  // In turns, it ends with a whole round; drawn, with the row that exhausts the one or the last dataset.
  const isDone = (): boolean => {
    const done = lengths.map((length, source) => (counts[source] ?? 0) >= length);
    if (strategy !== "first_exhausted") return done.every(Boolean);
    return done.some((isEmpty, source) => isEmpty && (probabilities?.[source] ?? 1) > 0);
  };
  let step = 0;
  while (probabilities === undefined ? step % lengths.length !== 0 || !isDone() : !isDone()) {
    const source = draw();
    step++;
    const length = lengths[source] ?? 0;
    const count = counts[source] ?? 0;
    if (count >= length && !repeats) continue;
    rows.push((offsets[source] ?? 0) + (count % length));
    counts[source] = count + 1;
    if (rows.length > MOST_ROWS) throw tooMany(caller);
  }
  return Uint32Array.from(rows);
}

/** 0, 1, 2, …, and from the start again. */
function turns(sources: number): () => number {
  let next = 0;
  return () => next++ % sources;
}

/** NumPy's `choice` with probabilities: where a random number falls between their sums. */
function draws(
  caller: string,
  lengths: readonly number[],
  probabilities: readonly number[],
  options: InterleaveOptions,
): () => number {
  const problem = { function: caller, parameter: "probabilities", value: probabilities };
  const isList = Array.isArray(probabilities) && probabilities.length === lengths.length;
  if (!isList || !probabilities.every((value) => typeof value === "number")) {
    throw argumentTypeError({ ...problem, rule: `be a list of ${lengths.length} numbers, one a dataset` });
  }
  const sums: number[] = [];
  let sum = 0;
  for (const value of probabilities) {
    if (!(value >= 0)) throw argumentRangeError({ ...problem, rule: "be at least 0" });
    sum += value;
    sums.push(sum);
  }
  // NumPy's own tolerance.
  if (Math.abs(sum - 1) > Math.sqrt(Number.EPSILON)) throw argumentRangeError({ ...problem, rule: "sum to 1" });
  const isDrawn = (source: number): boolean => (probabilities[source] ?? 0) > 0;
  const empty = lengths.findIndex((length, source) => length === 0 && isDrawn(source));
  const keepsAll = options.stoppingStrategy !== undefined && options.stoppingStrategy !== "first_exhausted";
  const never = keepsAll ? lengths.findIndex((length, source) => length > 0 && !isDrawn(source)) : -1;
  if (empty !== -1) throw noRows(caller, empty);
  if (never !== -1) {
    throw new DatasetError(
      "never-drawn",
      `${caller}: dataset ${never} has the probability 0, so that its rows never come.`,
      {
        hint: 'Leave it out, or use the stopping strategy "first_exhausted".',
      },
    );
  }
  const generator = defaultRng(options.seed);
  const borders = sums.map((value) => value / sum);
  return () => {
    const number = generator.random();
    const source = borders.findIndex((border) => number < border);
    return source === -1 ? borders.length - 1 : source;
  };
}

function checkTurns(caller: string, lengths: readonly number[], repeats: boolean): void {
  const empty = lengths.indexOf(0);
  if (repeats && empty !== -1 && lengths.some((length) => length > 0)) throw noRows(caller, empty);
}

function noRows(caller: string, source: number): DatasetError {
  return new DatasetError("empty-dataset", `${caller}: dataset ${source} has no rows that could be drawn.`, {
    hint: "Leave it out.",
  });
}

function tooMany(caller: string): DatasetError {
  return new DatasetError("too-many-rows", `${caller}: there would be more than ${MOST_ROWS} rows.`, {
    hint: "Give the long datasets a larger probability, or another stopping strategy.",
  });
}
