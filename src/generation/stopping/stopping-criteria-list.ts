/** @file Several stopping criteria: a row ends where one of them says so. */
import { argumentTypeError, describeValue } from "../../core/errors";
import { GenerationError } from "../generation-error";
import { StoppingCriteria, type StoppingPlace } from "./stopping-criteria";

/** A criterion as a function. */
export type StoppingFunction = (ids: readonly number[], place: StoppingPlace) => boolean;

/**
 * Stopping criteria, of which any one ends a row. Python: `transformers.StoppingCriteriaList`.
 *
 * @example
 * ```ts
 * const list = new StoppingCriteriaList([new EosTokenCriteria(2), (ids) => ids.length >= 100]);
 * list.shouldStop([5, 9, 2], { row: 0, step: 1, promptLength: 2 }); // true
 * ```
 */
export class StoppingCriteriaList extends StoppingCriteria {
  readonly #criteria: (StoppingCriteria | StoppingFunction)[] = [];

  /** @param criteria Criteria, or functions of the same arguments. */
  constructor(criteria: Iterable<StoppingCriteria | StoppingFunction> = []) {
    super();
    for (const criterion of criteria) this.push(criterion);
  }

  /** How many there are. */
  get length(): number {
    return this.#criteria.length;
  }

  /** Adds criteria at the end and gives the new length. */
  push(...criteria: (StoppingCriteria | StoppingFunction)[]): number {
    for (const criterion of criteria) {
      if (criterion instanceof StoppingCriteria || typeof criterion === "function") this.#criteria.push(criterion);
      else
        throw argumentTypeError({
          function: "StoppingCriteriaList.push",
          parameter: "criteria",
          rule: "be a StoppingCriteria or a function of ids and place",
          value: criterion,
        });
    }
    return this.length;
  }

  [Symbol.iterator](): IterableIterator<StoppingCriteria | StoppingFunction> {
    return this.#criteria[Symbol.iterator]();
  }

  override shouldStop(ids: readonly number[], place: StoppingPlace): boolean {
    return this.firstMet(ids, place) !== undefined;
  }

  /** The first criterion that ends the row, or undefined where it goes on. */
  firstMet(ids: readonly number[], place: StoppingPlace): StoppingCriteria | StoppingFunction | undefined {
    return this.#criteria.find((criterion) => {
      const answer: unknown =
        typeof criterion === "function" ? criterion(ids, place) : criterion.shouldStop(ids, place);
      if (typeof answer !== "boolean") throw invalid(criterion, answer);
      return answer;
    });
  }
}

function invalid(criterion: StoppingCriteria | StoppingFunction, answer: unknown): GenerationError {
  const name = typeof criterion === "function" ? describeValue(criterion) : criterion.constructor.name;
  return new GenerationError(
    "criterion-invalid",
    `A stopping criterion must give true or false, but ${name} gave ${describeValue(answer)}.`,
    { hint: "It is asked after each new token of each row, and cannot wait." },
  );
}
