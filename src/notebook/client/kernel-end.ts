/** @file What the end of a kernel's process means, in words. */
import { formatBytes } from "../../core/format-bytes";
import type { KernelEnd } from "./guardian-protocol";

/** One clause that says how the process ended: "it was killed by SIGSEGV". No full stop. */
export function explainEnd(end: KernelEnd): string {
  if (end.memory !== undefined) {
    const { bytes, limit } = end.memory;
    return `it held ${formatBytes(bytes)} of memory, more than the ${formatBytes(limit)} it may, and was killed`;
  }
  if (/heap out of memory|MemoryError|bad_alloc/i.test(end.lastWords)) return "it ran out of memory";
  if (end.signal !== null) return `it was killed by ${end.signal}`;
  return `it exited with code ${end.exitCode ?? "unknown"}`;
}

/** What to do about it, one sentence, or undefined when nothing general can be said. */
export function hintForEnd(end: KernelEnd): string | undefined {
  if (end.memory !== undefined) return "Work on less data at a time, or allow more with --memory-limit.";
  if (/heap out of memory/i.test(end.lastWords)) {
    return "Work on less data at a time, or raise Node's limit: NODE_OPTIONS=--max-old-space-size=8192 (megabytes).";
  }
  if (end.signal === "SIGKILL") return "The system kills so when memory runs out; look there first.";
  if (end.signal === null && end.lastWords.trim() === "") {
    return "Something in the cell ended the process, as process.exit() does.";
  }
  return undefined;
}
