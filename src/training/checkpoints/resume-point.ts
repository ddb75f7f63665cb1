/** @file What a checkpoint keeps besides weights and moments, so that a training goes on with the same numbers. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../../core/errors";
import type { TrainingLog, TrainingPosition } from "../loop/training-state";
import { damaged } from "./manifest";

/** The file that holds it. */
export const RESUME_FILE = "resume.json";

const VERSION = 1;
const LARGEST = 512_000_000;

/** A value that JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What a training is taken up with. */
export interface ResumePoint {
  readonly position: TrainingPosition;
  /** The weights that were trained then, by name. */
  readonly trained: readonly string[];
  /** What decides the numbers besides the weights: a training that goes on with other settings gives others. */
  readonly settings: Readonly<Record<string, JsonValue>>;
  /** The best evaluation so far, and the step of its checkpoint. */
  readonly best: { readonly metric: number; readonly step: number } | undefined;
  /** What callbacks keep, by the callback's name. */
  readonly callbacks: Readonly<Record<string, JsonValue>>;
}

/** The text of the file. */
export function resumeText(point: ResumePoint): string {
  return `${JSON.stringify({ version: VERSION, ...point }, undefined, 1)}\n`;
}

/** Reads the file of a checkpoint whose files were compared with their checksums. */
export async function readResumePoint(folder: string): Promise<ResumePoint> {
  const path = join(folder, RESUME_FILE);
  const size = (await stat(path).catch(() => undefined))?.size;
  if (size === undefined) {
    throw damaged(folder, RESUME_FILE, "is missing, as in checkpoints of the model alone (`saveOnlyModel`)");
  }
  if (size > LARGEST) throw damaged(folder, RESUME_FILE, `has ${size} bytes, which is too many`);
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw damaged(folder, RESUME_FILE, `cannot be read (${messageOf(error)})`, error);
  }
  if (!isResumePoint(content)) throw damaged(folder, RESUME_FILE, "is not what this version writes");
  const { position, trained, settings, best, callbacks } = content;
  return { position, trained, settings, best, callbacks };
}

const COUNTS = ["step", "epoch", "batch", "batches", "pendingSteps"] as const;
const SUMS = ["lossSum", "pendingLossSum"] as const;

function isResumePoint(content: unknown): content is ResumePoint & { version: number } {
  if (!isObject(content) || content.version !== VERSION) return false;
  const { position, trained, settings, best, callbacks } = content;
  return (
    isPosition(position) &&
    Array.isArray(trained) &&
    trained.every((name) => typeof name === "string") &&
    isObject(settings) &&
    isObject(callbacks) &&
    (best === undefined || (isObject(best) && Number.isSafeInteger(best.step) && typeof best.metric === "number"))
  );
}

function isPosition(value: unknown): value is TrainingPosition {
  return (
    isObject(value) &&
    COUNTS.every((key) => Number.isSafeInteger(value[key]) && Number(value[key]) >= 0) &&
    SUMS.every((key) => Number.isFinite(value[key])) &&
    (value.last === undefined || isLog(value.last)) &&
    Array.isArray(value.logs) &&
    value.logs.every(isLog)
  );
}

function isLog(value: unknown): value is TrainingLog {
  // JSON has no word for NaN and Infinity: such a number comes back as null.
  return isObject(value) && Object.values(value).every((number) => number === null || typeof number === "number");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
