/** @file A cell's last value as an output: its own picture where it has one, and what Node would print. */
import { inspect } from "node:util";
import { isDisplayable, JUPYTER_DISPLAY, type MimeBundle } from "../../core/display";
import { type Cell, cellContext } from "./cell";
import type { CellSources } from "./cell-sources";
import { type ErrorReport, reportThrown } from "./error-report";

/** The bundle of `value`, or the report of the error that its own methods threw. */
export async function asBundle(
  value: unknown,
  cell: Cell,
  sources: CellSources,
): Promise<{ data: MimeBundle; failure?: undefined } | { failure: ErrorReport }> {
  try {
    return await cellContext.run(cell, async () => {
      const own = isDisplayable(value) ? await value[JUPYTER_DISPLAY]() : {};
      const data = "text/plain" in own ? own : { ...own, "text/plain": inspect(value) };
      JSON.stringify(data);
      return { data };
    });
  } catch (error) {
    return { failure: reportThrown(error, sources) };
  }
}
