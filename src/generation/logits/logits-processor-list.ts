/** @file Several logits processors, one after the other. */
import { argumentTypeError, describeValue } from "../../core/errors";
import { GenerationError } from "../generation-error";
import { type LogitsPlace, LogitsProcessor } from "./logits-processor";

/** A processor as a function. */
export type LogitsFunction = (ids: readonly number[], scores: Float32Array, place: LogitsPlace) => Float32Array;

/**
 * Logits processors in order, which is a logits processor itself. Python: `transformers.LogitsProcessorList`.
 *
 * @example
 * ```ts
 * const list = new LogitsProcessorList([new TemperatureLogitsWarper(0.5), new TopKLogitsWarper(2)]);
 * list.process([], Float32Array.of(1, 2, 3), { row: 0, step: 0, promptLength: 0 }); // Float32Array(3) [ -Infinity, 4, 6 ]
 * ```
 */
export class LogitsProcessorList extends LogitsProcessor {
  readonly #processors: (LogitsProcessor | LogitsFunction)[] = [];

  /** @param processors Processors, or functions of the same arguments. */
  constructor(processors: Iterable<LogitsProcessor | LogitsFunction> = []) {
    super();
    for (const processor of processors) this.push(processor);
  }

  /** How many there are. */
  get length(): number {
    return this.#processors.length;
  }

  /** Adds processors at the end and gives the new length. */
  push(...processors: (LogitsProcessor | LogitsFunction)[]): number {
    for (const processor of processors) {
      if (processor instanceof LogitsProcessor || typeof processor === "function") this.#processors.push(processor);
      else
        throw argumentTypeError({
          function: "LogitsProcessorList.push",
          parameter: "processors",
          rule: "be a LogitsProcessor or a function of ids, scores and place",
          value: processor,
        });
    }
    return this.length;
  }

  [Symbol.iterator](): IterableIterator<LogitsProcessor | LogitsFunction> {
    return this.#processors[Symbol.iterator]();
  }

  override process(ids: readonly number[], scores: Float32Array, place: LogitsPlace): Float32Array {
    let current = scores;
    for (const processor of this.#processors) {
      const given =
        typeof processor === "function" ? processor(ids, current, place) : processor.process(ids, current, place);
      if (!(given instanceof Float32Array) || given.length !== current.length) throw invalid(processor, current, given);
      current = given;
    }
    return current;
  }
}

function invalid(processor: LogitsProcessor | LogitsFunction, scores: Float32Array, given: unknown): GenerationError {
  const name = typeof processor === "function" ? describeValue(processor) : processor.constructor.name;
  const got = given instanceof Float32Array ? `${given.length} of them` : describeValue(given);
  return new GenerationError(
    "processor-invalid",
    `A logits processor must give a Float32Array of ${scores.length} scores, but ${name} gave ${got}.`,
    { hint: "Change the scores that it is given and return them, or return another Float32Array as long." },
  );
}
