/** @file How far reading has come, on a terminal only: a log or a notebook's output is not the place for it. */
import { Progress } from "../../core/progress";

/** Counts bytes of files. */
export interface LoadProgress {
  /** So many bytes of all files are read. */
  to(bytes: number): void;
  /** Ends the line. */
  finish(): void;
}

const SILENT: LoadProgress = { to: () => undefined, finish: () => undefined };

/** Progress over `total` bytes; silent where stderr is no terminal. */
export function loadProgress(label: string, total: number): LoadProgress {
  if (process.stderr.isTTY !== true) return SILENT;
  const progress = new Progress({ label, total: Math.ceil(total / 1e6), unit: "MB" });
  return { to: (bytes) => progress.to(Math.round(bytes / 1e6)), finish: () => progress.finish() };
}
