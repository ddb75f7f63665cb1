/** @file Beams of one prompt that compete with each other: which continuations go on, which have ended, which are given up. */
import type { BeamCandidate } from "../trace";
import { BeamHypotheses, type BeamHypothesis, type BeamRules } from "./beam-hypotheses";

/** A running beam. */
export interface Beam {
  readonly ids: readonly number[];
  /** The sum of its log-probabilities. */
  readonly score: number;
  readonly beamIndices: readonly number[];
  /** Which beam of its group it continues. */
  readonly parent: number;
}

/** A continuation that may be followed: the beam, the token, and the sum of log-probabilities with it. */
export interface Continuation {
  readonly parent: number;
  readonly token: number;
  readonly score: number;
}

/** What a group needs to know besides its rules. */
export interface BeamGroupSetting extends BeamRules {
  /** The prompt, padding included. */
  readonly prompt: readonly number[];
  /** The number of the group's first beam among all beams of the batch. */
  readonly firstIndex: number;
  isEnd(token: number): boolean;
}

/** A group of beams. Python: what `transformers.BeamSearchScorer` does for one group of one prompt. */
export class BeamGroup {
  readonly #setting: BeamGroupSetting;
  readonly #ended: BeamHypotheses;
  #state: "running" | "done" = "running";
  beams: readonly Beam[];

  constructor(setting: BeamGroupSetting) {
    this.#setting = setting;
    this.#ended = new BeamHypotheses(setting);
    // At first all beams are the same: only the first one may be continued, or all would choose alike.
    this.beams = Array.from({ length: setting.size }, (_, beam) => ({
      ids: setting.prompt,
      score: beam === 0 ? 0 : -1e9,
      beamIndices: [],
      parent: beam,
    }));
  }

  get isDone(): boolean {
    return this.#state === "done";
  }

  /**
   * Goes on with the best continuations. Those that end a text are put aside, unless better ones fill the group.
   *
   * @param sorted Enough continuations that one for each beam does not end its text, the best first.
   */
  advance(sorted: readonly Continuation[]): BeamCandidate[] {
    const { size, prompt, firstIndex, isEnd } = this.#setting;
    const length = (this.beams[0]?.ids.length ?? 0) + 1 - prompt.length;
    const next: Beam[] = [];
    const candidates = sorted.map(({ parent, token, score }, rank): BeamCandidate => {
      const pruned: BeamCandidate = { parent, token, score, state: "pruned", beam: undefined };
      const beam = this.beams[parent];
      if (next.length === size || beam === undefined) return pruned;
      const beamIndices = [...beam.beamIndices, firstIndex + parent];
      if (isEnd(token)) {
        if (rank >= size) return pruned;
        this.#ended.add(beam.ids, score, length, beamIndices);
        return { ...pruned, state: "ended" };
      }
      next.push({ ids: [...beam.ids, token], score, beamIndices, parent });
      return { ...pruned, state: "kept", beam: next.length - 1 };
    });
    this.beams = next;
    const best = sorted.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
    if (this.#ended.isDone(best, length)) this.#state = "done";
    return candidates;
  }

  /** Ends the group: beams that still run are ended as they are. Gives what was kept, in the order in which it came. */
  finish(): readonly BeamHypothesis[] {
    if (this.#state === "running") {
      for (const { ids, score, beamIndices } of this.beams)
        this.#ended.add(ids, score, ids.length - this.#setting.prompt.length, beamIndices);
    }
    this.#state = "done";
    return this.#ended.list;
  }
}
