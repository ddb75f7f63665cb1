/** @file What both sides of the bench of datasets do and print. */

/** The steps, in order. */
export const STEPS = [
  "load csv",
  "filter",
  "sort",
  "map batched",
  "shuffle and iterate",
  "write parquet",
  "load parquet",
] as const;

/** One run of one side, as it prints it in JSON. */
export interface SideFigures {
  /** Seconds by step. */
  seconds: Partial<Record<(typeof STEPS)[number], number>>;
  /** The most memory that the process had. */
  peakBytes: number;
}
