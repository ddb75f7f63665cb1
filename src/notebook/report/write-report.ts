/** @file A whole run as one folder of pages that open without a server. */
import { resolve } from "node:path";
import type { ReportEntry, ReportOptions } from "./report-entry";

export type { ReportEntry, ReportOptions } from "./report-entry";

/**
 * Writes a static site: a table of the notebooks and a page for each, with everything that they need beside them.
 *
 * The site appears at once and whole; an earlier report in `folder` stays until then, and any other content of `folder`
 * is refused. Answers the absolute path of `index.html`.
 *
 * @example
 * ```ts
 * const entry = { name: "02-datasets", path: "notebooks/02-datasets.ipynb", notebook, status: "ok", seconds: 14.2 };
 * const index = await writeReport([entry], "build/report");
 * console.log(relative(process.cwd(), index)); // build/report/index.html
 * ```
 */
export async function writeReport(
  entries: readonly ReportEntry[],
  folder: string,
  options: ReportOptions = {},
): Promise<string> {
  const { replaceReportFolder } = await import("./report-folder.js");
  const { writeSite } = await import("./write-site.js");
  replaceReportFolder(folder, (fresh) => writeSite(entries, fresh, options));
  return resolve(folder, "index.html");
}
