/** @file The ended continuations of a prompt, the best of them kept, and whether better ones can still come. */

/** An ended continuation. */
export interface BeamHypothesis {
  /** The sum of log-probabilities, divided by a power of the length. */
  readonly score: number;
  /** The row without the token that ended it. */
  readonly ids: readonly number[];
  /** Which beam each of its new tokens came from. */
  readonly beamIndices: readonly number[];
}

/** How hypotheses are compared. */
export interface BeamRules {
  /** How many are kept. */
  readonly size: number;
  readonly lengthPenalty: number;
  readonly earlyStopping: boolean | "never";
  /** The most new tokens. */
  readonly maxNewTokens: number;
}

/** The best ended continuations. Python: `transformers.generation.beam_search.BeamHypotheses`. */
export class BeamHypotheses {
  readonly #rules: BeamRules;
  readonly #list: BeamHypothesis[] = [];
  #worst = 1e9;

  constructor(rules: BeamRules) {
    this.#rules = rules;
  }

  /** What is kept, in the order in which it came. */
  get list(): readonly BeamHypothesis[] {
    return this.#list;
  }

  /** Adds an ended continuation where it is among the best. `length` counts its new tokens, the end token included. */
  add(ids: readonly number[], sum: number, length: number, beamIndices: readonly number[]): void {
    const score = sum / length ** this.#rules.lengthPenalty;
    const { size } = this.#rules;
    if (this.#list.length >= size && score <= this.#worst) return;
    this.#list.push({ score, ids: [...ids], beamIndices: [...beamIndices] });
    if (this.#list.length <= size) {
      this.#worst = Math.min(score, this.#worst);
      return;
    }
    const order = this.#list.map((_, index) => index);
    order.sort((left, right) => (this.#list[left]?.score ?? 0) - (this.#list[right]?.score ?? 0));
    this.#worst = this.#list[order[1] ?? 0]?.score ?? this.#worst;
    this.#list.splice(order[0] ?? 0, 1);
  }

  /**
   * Whether no running beam is expected to end better than the worst one kept.
   *
   * @param best The greatest sum of log-probabilities among the running beams.
   * @param length How many new tokens they have.
   */
  isDone(best: number, length: number): boolean {
    const { size, earlyStopping, lengthPenalty, maxNewTokens } = this.#rules;
    if (this.#list.length < size) return false;
    if (earlyStopping === true) return true;
    // Sums only fall. A length penalty above 0 favours long ones, so that the best that can come is at the greatest length.
    const reach = earlyStopping === "never" && lengthPenalty > 0 ? maxNewTokens : length;
    return this.#worst >= best / reach ** lengthPenalty;
  }
}
