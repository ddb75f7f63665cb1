/** @file The names of checkpoints in a training's folder, and of what is on its way to be one. */
import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A checkpoint in a folder. */
export interface CheckpointPlace {
  /** The number of updates that were done. */
  step: number;
  folder: string;
}

/** A folder under a name that no reader takes for a checkpoint. */
export interface HiddenFolder {
  /** `tmp` for one that is written or removed, `old` for one that is being replaced. */
  kind: "tmp" | "old";
  /** Where it belongs. */
  target: string;
  /** The process that made it. */
  pid: number;
  folder: string;
}

const NAME = /^checkpoint-(\d{1,15})$/;
const HIDDEN = /^\.([^/\\]{1,200})\.(\d{1,10})\.[0-9a-f]{8}\.(tmp|old)$/;

/** Where the checkpoint of a step is: `outputDir/checkpoint-500`, as in Python. */
export function checkpointFolder(outputDir: string, step: number): string {
  return join(outputDir, `checkpoint-${step}`);
}

/** The number of updates in a checkpoint's name; undefined for any other folder. */
export function stepOf(folder: string): number | undefined {
  const digits = NAME.exec(basename(folder))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A new name beside a checkpoint for what is not one yet, or no longer. */
export function hiddenName(target: string, kind: HiddenFolder["kind"]): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.${randomBytes(4).toString("hex")}.${kind}`);
}

/** The checkpoints in a folder, the earliest first; whether they are whole is not looked at. */
export async function listCheckpoints(outputDir: string): Promise<CheckpointPlace[]> {
  const places = (await namesIn(outputDir)).flatMap((name) => {
    const step = stepOf(name);
    return step === undefined ? [] : [{ step, folder: join(outputDir, name) }];
  });
  return places.sort((left, right) => left.step - right.step);
}

/** The folders that writers left, or are at work on. */
export async function listHidden(outputDir: string): Promise<HiddenFolder[]> {
  return (await namesIn(outputDir)).flatMap((name) => {
    const [, target, pid, kind] = HIDDEN.exec(name) ?? [];
    if (target === undefined) return [];
    const place = { target: join(outputDir, target), folder: join(outputDir, name) };
    return [{ ...place, kind: kind as HiddenFolder["kind"], pid: Number(pid) }];
  });
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
