/** @file Entities of a text, and how tokens become them. */

/** How tokens become entities. */
export type AggregationStrategy = "none" | "simple" | "first" | "average" | "max";

/** A token and its label. `text.slice(start, end)` is what it stands for. */
export interface Entity {
  entity: string;
  score: number;
  /** The token's place in the row, special tokens counted. */
  index: number;
  word: string;
  start: number;
  end: number;
}

/** Neighbouring tokens that are one entity. `text.slice(start, end)` is what it stands for. */
export interface EntityGroup {
  entity_group: string;
  score: number;
  word: string;
  start: number;
  end: number;
}
