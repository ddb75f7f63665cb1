/** @file A call's inputs through a task, some at a time, with progress: one input gives one result, a list gives a list. */
import { argumentRangeError } from "../core/errors";
import { Progress } from "../core/progress";
import type { CallOptions } from "./call-options";
import type { RunOptions } from "./run-rows";

/** Rows at once where the caller does not say. */
const DEFAULT_BATCH = 8;

/** Batches whose rows are sorted by length together. */
const BATCHES_A_WINDOW = 8;

/** What a task does with inputs. */
export interface TaskCall<Input, Result> {
  /** What errors name: `"text-classification"`. */
  task: string;
  /** The parameter's name in errors. */
  parameter: string;
  /** The input, or an error that names it by its place: `"texts[3]"`. */
  check(input: unknown, place: string): Input;
  /** The results of some inputs. */
  run(inputs: readonly Input[], options: RunOptions): Promise<Result[]>;
}

/** The result of one input, or the results of a list. */
export async function runInputs<Input, Result>(
  { task, parameter, check, run }: TaskCall<Input, Result>,
  given: unknown,
  options: CallOptions,
): Promise<Result | Result[]> {
  const { batchSize = DEFAULT_BATCH, signal, onProgress } = options;
  const runOptions = { batchSize, signal };
  if (!Array.isArray(given)) {
    const [result] = await run([check(given, parameter)], runOptions);
    return result as Result;
  }
  if (given.length === 0)
    throw argumentRangeError({ function: task, parameter, rule: "have at least one entry", value: given });
  const inputs = given.map((input, index) => check(input, `${parameter}[${index}]`));
  const results: Result[] = [];
  const progress = onProgress === undefined ? new Progress({ label: task, total: inputs.length }) : undefined;
  const step = batchSize * BATCHES_A_WINDOW;
  for (let first = 0; first < inputs.length; first += step) {
    for (const result of await run(inputs.slice(first, first + step), runOptions)) results.push(result);
    progress?.to(results.length);
    onProgress?.({ done: results.length, total: inputs.length });
  }
  progress?.finish();
  return results;
}
