/** @file A notebook as one HTML page. */
import { escapeHtml } from "../../core/html";
import type { Notebook } from "../format/types";
import type { Surroundings } from "./addresses";
import { renderCell } from "./cells";
import type { Heading } from "./markdown";
import type { ReportEntry } from "./report-entry";
import { formatSeconds, pageIcon, renderPage, statusBadge } from "./shell";
import { fileNameOf, UniqueNames } from "./slug";

/** Stands in every formula and, since other classes are filtered, nowhere else. */
const MATH_CLASS = 'class="katex';

/** A page that another one leads to. */
export interface PageLink {
  title: string;
  address: string;
}

/** What a page says of its run and its neighbours; a page without any is fine. */
export interface RenderOptions extends Surroundings, Partial<Pick<ReportEntry, "status" | "seconds" | "failure">> {
  /**
   * The notebook's name.
   * @default the first heading
   */
  name?: string;
  /** The file name of this page without its extension. */
  page?: string;
  /** The page that lists all notebooks. */
  home?: PageLink;
  previous?: PageLink | undefined;
  next?: PageLink | undefined;
}

/**
 * A notebook as a whole HTML document.
 *
 * The page expects `assets/report.css` and `assets/report.js` beside it, as `writeReport` puts them there; without them
 * it is plain but complete, and live figures show their static pictures.
 */
export function renderNotebook(notebook: Notebook, options: RenderOptions = {}): string {
  const headings: Heading[] = [];
  const page = options.page ?? fileNameOf(options.name ?? "notebook");
  const context = {
    around: options,
    page,
    language: languageOf(notebook),
    anchors: new UniqueNames(),
    onHeading: (heading: Heading) => headings.push(heading),
    failed: options.failure === undefined ? undefined : options.failure.cell + 1,
  };
  const cells = notebook.cells.map((cell, index) => renderCell(cell, index + 1, context)).join("\n");
  const title = titleOf(notebook) ?? options.name ?? "Notebook";
  const hasTitle = headings.some((heading) => heading.level === 1);
  const contents = tableOfContents(headings);
  return renderPage({
    title: options.home === undefined ? title : `${title} · ${options.home.title}`,
    kind: "notebook",
    mainName: "the notebook",
    hasMath: cells.includes(MATH_CLASS),
    header: header(options),
    body: `<div class="layout${contents === "" ? " no-contents" : ""}">${contents}
<main id="_main" tabindex="-1">
${runFacts(notebook, options)}${failureNote(options)}${hasTitle ? "" : `<h1 class="page-title">${escapeHtml(title)}</h1>`}
${cells}
${neighbours(options)}
</main></div>`,
    footer:
      options.path === undefined || options.name === undefined
        ? ""
        : `<p>Made from <code>${escapeHtml(options.name)}.ipynb</code></p>`,
  });
}

/** The first heading of a notebook that starts a Markdown cell's line with `# `, without its marks. */
export function titleOf(notebook: Notebook): string | undefined {
  for (const cell of notebook.cells.slice(0, 20)) {
    if (cell.cell_type !== "markdown") continue;
    const line = /^#\s+(.{1,300})$/m.exec(cell.source)?.[1];
    const plain = line
      ?.replace(/\s*#*\s*$/, "")
      .replace(/[*_`$]|!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/<[^>]*>/g, "")
      .trim();
    if (plain !== undefined && plain !== "") return plain;
  }
  return undefined;
}

/** Code cells with something to run, and how many of them ran. */
export function countCells(notebook: Notebook): { run: number; code: number } {
  const code = notebook.cells.filter((cell) => cell.cell_type === "code" && cell.source.trim() !== "");
  return {
    run: code.filter((cell) => cell.cell_type === "code" && cell.execution_count !== null).length,
    code: code.length,
  };
}

function languageOf(notebook: Notebook): string | undefined {
  const { language_info: info, kernelspec } = notebook.metadata;
  const name = info?.name ?? kernelspec?.language;
  return typeof name === "string" ? name.toLowerCase() : undefined;
}

function header(options: RenderOptions): string {
  const home =
    options.home === undefined
      ? ""
      : `<a class="home" href="${escapeHtml(options.home.address)}">${pageIcon()}<span>${escapeHtml(options.home.title)}</span></a>`;
  const link = (page: PageLink | undefined, label: string, relation: string): string =>
    page === undefined
      ? ""
      : `<a rel="${relation}" href="${escapeHtml(page.address)}" title="${escapeHtml(page.title)}">${label}</a>`;
  const links = link(options.previous, "← Previous", "prev") + link(options.next, "Next →", "next");
  return home + (links === "" ? "" : `<nav aria-label="Neighbouring notebooks">${links}</nav>`);
}

function runFacts(notebook: Notebook, options: RenderOptions): string {
  const { run, code } = countCells(notebook);
  const kernel = notebook.metadata.kernelspec?.display_name ?? notebook.metadata.kernelspec?.name;
  const facts = [
    options.status === undefined ? "" : statusBadge(options.status),
    typeof kernel === "string" ? escapeHtml(kernel.slice(0, 80)) : "",
    run === code ? `${code} ${code === 1 ? "cell" : "cells"} run` : `${run} of ${code} cells run`,
    options.seconds === undefined ? "" : formatSeconds(options.seconds),
  ];
  const items = facts.filter((fact) => fact !== "").map((fact) => `<li>${fact}</li>`);
  return `<ul class="run-facts" aria-label="The run">${items.join("")}</ul>`;
}

function failureNote(options: RenderOptions): string {
  const failure = options.failure;
  if (failure === undefined) return "";
  const position = failure.cell + 1;
  return `<div class="failure" role="note"><p><a href="#_cell-${position}">Cell ${position}</a> failed: <b>${escapeHtml(failure.name)}</b></p><pre>${escapeHtml(failure.message.slice(0, 2000))}</pre></div>`;
}

function neighbours(options: RenderOptions): string {
  const card = (page: PageLink | undefined, label: string, kind: string): string =>
    page === undefined
      ? ""
      : `<a class="${kind}" href="${escapeHtml(page.address)}"><small>${label}</small><span>${escapeHtml(page.title)}</span></a>`;
  const cards = card(options.previous, "Previous", "previous") + card(options.next, "Next", "next");
  return cards === "" ? "" : `<nav class="neighbours" aria-label="Previous and next notebook">${cards}</nav>`;
}

/** Headings down to the third level, those of one level below another nested. */
function tableOfContents(headings: readonly Heading[]): string {
  const shown = headings.filter((heading) => heading.level <= 3 && heading.text !== "").slice(0, 500);
  if (shown.length < 2) return "";
  const items = shown.map((heading) => {
    return `<li class="level-${heading.level}"><a href="#${encodeURIComponent(heading.anchor)}">${escapeHtml(heading.text.slice(0, 200))}</a></li>`;
  });
  return `<aside class="contents"><nav aria-label="Contents"><details open><summary>Contents</summary><ol>${items.join("")}</ol></details></nav></aside>`;
}
