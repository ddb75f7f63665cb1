/** @file Errors that no `await` and no `catch` meets: rejections and throws in timers, charged to their cell. */
import { type CellTracker, cellContext } from "./cell";
import type { CellSources } from "./cell-sources";
import { reportThrown } from "./error-report";
import type { Iopub } from "./iopub";

/**
 * Reports each stray error as an `error` message of the cell that caused it, and keeps the process alive.
 *
 * While the cell runs, the error also fails it. Later, the message alone tells a runner that the cell was wrong.
 */
export function watchStrayErrors(iopub: Iopub, tracker: CellTracker, sources: CellSources): void {
  const onStray = (thrown: unknown): void => {
    const cell = cellContext.getStore() ?? tracker.owner();
    const report = reportThrown(thrown, sources);
    if (cell === undefined) {
      process.stderr.write(`${report.traceback.join("\n")}\n`);
      return;
    }
    iopub.publish("error", report, cell.header);
    if (!cell.finished) cell.strayErrors.push(report);
  };
  process.on("uncaughtException", onStray);
  process.on("unhandledRejection", onStray);
}
