/** @file The machine that a bench ran on, in the two sentences below its figures. */
import { cpus, loadavg, totalmem } from "node:os";

/** Processor, cores, memory, Node, and how much else ran: `load` is the load average when the bench began. */
export function describeMachine(load: number): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || "unknown processor";
  const memory = Math.round(totalmem() / 1e9);
  return (
    `${model}, ${processors.length} cores, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}.\n` +
    `The machine was shared with other work: load ${load.toFixed(1)} at the start, ${currentLoad().toFixed(1)} at the end. ` +
    "Trust the ratios, which are of neighbouring runs, and the minimums; not the single times."
  );
}

/** The load average of the last minute. */
export function currentLoad(): number {
  return loadavg()[0] ?? 0;
}
