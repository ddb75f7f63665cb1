/** @file How far reading has come, in megabytes of all files. */
import { Progress } from "../../core/progress";

/** Counts bytes of files. */
export interface LoadProgress {
  /** So many bytes of all files are read. */
  to(bytes: number): void;
  /** Ends the line. */
  finish(): void;
}

/** Progress over `total` bytes, shown where it takes over a second. */
export function loadProgress(label: string, total: number): LoadProgress {
  const progress = new Progress({ label, total: Math.ceil(total / 1e6), unit: "MB" });
  return { to: (bytes) => progress.to(Math.round(bytes / 1e6)), finish: () => progress.finish() };
}
