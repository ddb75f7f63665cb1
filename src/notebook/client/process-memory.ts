/** @file How much memory a process and its children hold, and how much this machine has. */
import { readdirSync, readFileSync } from "node:fs";
import { totalmem } from "node:os";

const DEEPEST = 8;

/**
 * Bytes that a process and its descendants hold in memory, 0 where the system does not say (it does on Linux).
 *
 * Pages shared by a parent and its children count once for each.
 */
export function memoryOf(pid: number, depth = 0): number {
  const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  let bytes = Number(kilobytes ?? 0) * 1024;
  if (depth < DEEPEST) for (const child of childrenOf(pid)) bytes += memoryOf(child, depth + 1);
  return bytes;
}

/** Bytes of memory that programs may use here: the machine's, or what a container allows. */
export function machineMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** The processes whose environment holds `NAME=value`; none where the system does not say (it does on Linux). */
export function processesMarked(name: string, value: string): number[] {
  const mark = `${name}=${value}`;
  return numbersIn("/proc").filter(
    (pid) => pid !== process.pid && read(`/proc/${pid}/environ`).split("\0").includes(mark),
  );
}

function childrenOf(pid: number): number[] {
  return numbersIn(`/proc/${pid}/task`).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(" ").map(Number).filter(Boolean),
  );
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder).map(Number).filter(Boolean);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process has ended, or belongs to someone else.
    return "";
  }
}
