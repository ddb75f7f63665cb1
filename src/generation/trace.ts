/** @file What a generation looked at, step by step, as plain data for pictures. */

/** A token that could have come next. */
export interface TraceCandidate {
  readonly token: number;
  /** The model's own probability, before any processor. */
  readonly probability: number;
  /** The probability that counted: after all processors, 0 for a token that they cut off. */
  readonly kept: number;
}

/** A row's next token was chosen among candidates. */
export interface ChoiceStep {
  readonly kind: "choice";
  readonly step: number;
  readonly row: number;
  /** The likeliest ones, the first the likeliest for the model. */
  readonly candidates: readonly TraceCandidate[];
  readonly token: number;
  /** The model's probability of the token. */
  readonly probability: number;
  /** How uncertain the model was, in bits. */
  readonly entropy: number;
  /** How many tokens the processors left. */
  readonly left: number;
}

/** A candidate of contrastive search. */
export interface ContrastiveCandidate {
  readonly token: number;
  readonly probability: number;
  /** How alike its state is to that of an earlier token, at most. */
  readonly likeness: number;
  readonly score: number;
}

/** A row's next token was chosen by contrast. */
export interface ContrastiveStep {
  readonly kind: "contrastive";
  readonly step: number;
  readonly row: number;
  readonly candidates: readonly ContrastiveCandidate[];
  readonly token: number;
}

/** One continuation of a beam. */
export interface BeamCandidate {
  /** Which beam it continues, from 0. */
  readonly parent: number;
  readonly token: number;
  /** The sum of its log-probabilities. */
  readonly score: number;
  /** Followed on, ended, or given up. */
  readonly state: "kept" | "ended" | "pruned";
  /** The beam that it becomes, where it is kept. */
  readonly beam: number | undefined;
}

/** The beams of a prompt were continued. */
export interface BeamStep {
  readonly kind: "beams";
  readonly step: number;
  readonly prompt: number;
  readonly group: number;
  readonly candidates: readonly BeamCandidate[];
}

/** Draft tokens were checked. */
export interface DraftStep {
  readonly kind: "draft";
  readonly step: number;
  readonly row: number;
  readonly drafted: readonly number[];
  /** How many of them were accepted, from the first on. */
  readonly accepted: number;
  /** What was added to the text: the accepted ones and one of the model's own. */
  readonly added: readonly number[];
}

/** A step of any strategy. */
export type TraceStep = ChoiceStep | ContrastiveStep | BeamStep | DraftStep;
