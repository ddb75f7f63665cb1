/** @file How many threads a program's arithmetic gets by default. */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** The machine's physical cores, as far as this process may use them: hyperthreads do not help dense arithmetic. */
export function defaultThreads(): number {
  const allowed = availableParallelism();
  const cores = process.platform === "linux" ? physicalCores(readText("/proc/cpuinfo")) : guessedCores(allowed);
  return Math.max(1, Math.min(allowed, cores ?? allowed, quotaCores(readText("/sys/fs/cgroup/cpu.max")) ?? allowed));
}

/** The number of distinct cores in the text of /proc/cpuinfo; undefined where it does not tell. */
export function physicalCores(cpuinfo: string): number | undefined {
  const cores = new Set<string>();
  let socket = "";
  for (const line of cpuinfo.split("\n")) {
    const [key = "", value = ""] = line.split(":").map((part) => part.trim());
    if (key === "physical id") socket = value;
    if (key === "core id") cores.add(`${socket}/${value}`);
  }
  return cores.size === 0 ? undefined : cores.size;
}

/** The processors that a container may use up, from the text of cpu.max: `"200000 100000"` is 2; undefined is no limit. */
export function quotaCores(text: string): number | undefined {
  const [quota, period] = text.trim().split(" ").map(Number);
  if (quota === undefined || period === undefined || !(quota > 0 && period > 0)) return undefined;
  return Math.max(1, Math.ceil(quota / period));
}

function guessedCores(logical: number): number {
  // Apple silicon and ARM have no hyperthreads; most x64 processors with four or more logical cores have two on each.
  return process.arch === "x64" && logical >= 4 ? Math.ceil(logical / 2) : logical;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
