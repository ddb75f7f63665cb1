/** @file The files of a site, written into an empty folder. */
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { findProjectRoot } from "../../core/project-root";
import { writeFixedFiles } from "./frame-files";
import { renderIndex } from "./index-page";
import { type PageLink, renderNotebook, titleOf } from "./notebook-page";
import type { ReportEntry, ReportOptions } from "./report-entry";
import { SiteFiles } from "./site-files";
import { fileNameOf, UniqueNames } from "./slug";

/** Writes the pages, and beside them what they load. */
export function writeSite(entries: readonly ReportEntry[], folder: string, options: ReportOptions): void {
  const title = options.title ?? "Notebook report";
  const files = new SiteFiles(folder);
  const names = new UniqueNames(["index", "assets", "outputs", "pictures"]);
  const rows = entries.map((entry) => ({ entry, page: names.take(fileNameOf(entry.name)) }));
  const pages = new Map(rows.map(({ entry, page }) => [resolve(entry.path), `${encodeURIComponent(page)}.html`]));
  const link = (index: number): PageLink | undefined => {
    const row = rows[index];
    if (row === undefined) return undefined;
    return { title: titleOf(row.entry.notebook) ?? row.entry.name, address: `${encodeURIComponent(row.page)}.html` };
  };
  const needs = { plotly: false, math: false };
  for (const [index, { entry, page }] of rows.entries()) {
    const { notebook, path, ...run } = entry;
    const html = renderNotebook(notebook, {
      ...run,
      path: resolve(path),
      projectRoot: options.projectRoot ?? findProjectRoot(dirname(resolve(path))),
      page,
      pages,
      files,
      home: { title, address: "index.html" },
      previous: link(index - 1),
      next: link(index + 1),
    });
    needs.plotly ||= html.includes('data-live="plotly"');
    needs.math ||= html.includes("assets/math.css");
    writeFileSync(join(folder, `${page}.html`), html);
  }
  const list = rows.map(({ entry, page }) => ({ entry, address: `${encodeURIComponent(page)}.html` }));
  writeFileSync(join(folder, "index.html"), renderIndex(list, title, options.date ?? new Date()));
  writeFixedFiles(files, needs);
}
