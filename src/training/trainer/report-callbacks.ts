/** @file The callbacks behind `reportTo`. */
import { join } from "node:path";
import type { TrainingArguments } from "../arguments/training-arguments";
import { JsonlLogger } from "../callbacks/jsonl-logger";
import type { TrainingCallback } from "../loop/training-callback";
import { pythonNames } from "./python-log";

/** What reports a training where its arguments say so: `"jsonl"` to `log.jsonl`, with Python's names. */
export function reportCallbacks(args: TrainingArguments, existing: "replace" | "append"): TrainingCallback[] {
  const reports: readonly string[] = typeof args.reportTo === "string" ? [args.reportTo] : args.reportTo;
  if (!reports.includes("jsonl")) return [];
  const logger = new JsonlLogger(join(args.outputDir, "log.jsonl"), { existing });
  return [
    {
      onTrainBegin: () => logger.onTrainBegin(),
      onLog: (state, control, event) => logger.onLog(state, control, { ...event, logs: pythonNames(event.logs) }),
    },
  ];
}
