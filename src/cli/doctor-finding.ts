/** @file What one check of the doctor found, in words for people and in fields for programs. */
import type { Probes } from "./doctor-probes";

/**
 * `"ok"`: here; `"absent"`: not here, and something is missed; `"wrong"`: here, and it will not work; `"skipped"`: not
 * looked at.
 */
export type FindingState = "ok" | "absent" | "wrong" | "skipped";

/** What a check found. */
export interface Finding {
  /** The part that was looked at. */
  part: string;
  state: FindingState;
  /** What is here. */
  here: string;
  /** What the part brings, or what to do so that it works. */
  advice: string;
  /** `"required"`: `npm start` and `npm test` do not work without it. */
  need: "required" | "optional";
}

/** Looks at one part of the machine. */
export type Check = (probes: Probes) => Promise<Finding> | Finding;

/** A finding of a part that `npm start` and `npm test` need. */
export function required(part: string, state: FindingState, here: string, advice = ""): Finding {
  return { part, state, here, advice, need: "required" };
}

/** A finding of a part that brings something more. */
export function optional(part: string, state: FindingState, here: string, advice = ""): Finding {
  return { part, state, here, advice, need: "optional" };
}

/** Whether everything that `npm start` and `npm test` need is here. */
export function isHealthy(findings: readonly Finding[]): boolean {
  return findings.every(({ need, state }) => need === "optional" || state === "ok" || state === "skipped");
}
