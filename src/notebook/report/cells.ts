/** @file One cell of a notebook as a section of its page. */
import { escapeHtml } from "../../core/html";
import type { Cell, CellMetadata, CodeCell, MarkdownCell } from "../format/types";
import { addressRules, type Surroundings } from "./addresses";
import { highlightCode } from "./highlight";
import { isRecord } from "./live-output";
import { type Heading, renderMarkdown } from "./markdown";
import { foldable } from "./output-text";
import { renderOutputs } from "./outputs";
import { formatSeconds } from "./shell";
import type { UniqueNames } from "./slug";

/** A cell's source longer than this is cut in the page. */
const MAX_SOURCE = 400_000;
/** Tags that readers of a report care about; the others are for programs. */
const SHOWN_TAGS = new Set(["parameters", "injected-parameters", "raises-exception", "skip-execution"]);

/** What the cells of a page are rendered with. */
export interface CellContext {
  around: Surroundings;
  /** The page's file name without its extension. */
  page: string;
  /** The language of code cells: `"typescript"`. */
  language: string | undefined;
  anchors: UniqueNames;
  onHeading: (heading: Heading) => void;
  /** The position of the cell that failed, counted from 1. */
  failed: number | undefined;
}

/** A cell as HTML. `position` counts from 1. */
export function renderCell(cell: Cell, position: number, context: CellContext): string {
  const failed = context.failed === position ? " is-failed" : "";
  const start = `<section class="cell ${cell.cell_type}${failed}" id="_cell-${position}"`;
  switch (cell.cell_type) {
    case "markdown":
      return `${start}>${markdownCell(cell, context)}</section>`;
    case "code":
      return `${start} aria-label="Cell ${position}">${codeCell(cell, position, context)}</section>`;
    default:
      return `${start} aria-label="Cell ${position}, raw"><pre class="plain">${escapeHtml(cell.source.slice(0, MAX_SOURCE))}</pre></section>`;
  }
}

function markdownCell(cell: MarkdownCell, context: CellContext): string {
  const html = renderMarkdown(cell.source, {
    rules: addressRules(context.around, cell.attachments),
    anchors: context.anchors,
    onHeading: context.onHeading,
  });
  return `<div class="prose">${html}</div>`;
}

function codeCell(cell: CodeCell, position: number, context: CellContext): string {
  const tags = (cell.metadata.tags ?? []).filter((tag) => typeof tag === "string");
  const jupyter = cell.metadata.jupyter;
  const hides = (what: "source" | "outputs"): boolean =>
    (isRecord(jupyter) && jupyter[`${what}_hidden`] === true) ||
    tags.includes(what === "source" ? "hide-input" : "hide-output");
  const outputs = renderOutputs(cell.outputs, {
    cell: position,
    page: context.page,
    place: { files: context.around.files },
    rules: addressRules(context.around),
    expectsError: tags.includes("raises-exception"),
  });
  const source = `${prompt(cell)}<div class="source">${facts(cell.metadata, tags)}${sourceHtml(cell.source, position, context.language)}</div>`;
  const input = hides("source") ? `<details class="hidden-part"><summary>Code</summary>${source}</details>` : source;
  if (outputs === "") return input;
  const shown = `<div class="outputs">${outputs}</div>`;
  return (
    input + (hides("outputs") ? `<details class="hidden-part"><summary>Output</summary>${shown}</details>` : shown)
  );
}

function sourceHtml(source: string, position: number, language: string | undefined): string {
  const cut = source.length > MAX_SOURCE;
  const shown = cut ? source.slice(0, MAX_SOURCE) : source.replace(/\n$/, "");
  const note = cut
    ? `<p class="note">A long source: only its first ${MAX_SOURCE.toLocaleString("en-US")} characters are shown.</p>`
    : "";
  const code = `<pre><code class="hljs">${highlightCode(shown, language)}</code></pre>`;
  // Code reads as part of the text and stays open, except where it is longer than anybody reads.
  return note + (shown.split("\n").length > 60 ? foldable(code, shown, `Code of cell ${position}`) : code);
}

function prompt(cell: CodeCell): string {
  const count = cell.execution_count;
  const number = typeof count === "number" ? String(count) : "\u00a0";
  const words = typeof count === "number" ? `In ${count}` : "Not run";
  return `<div class="prompt" title="${words}"><span aria-hidden="true">[${number}]</span><span class="hearable">${words}</span></div>`;
}

function facts(metadata: CellMetadata, tags: readonly string[]): string {
  const shown = tags.filter((tag) => SHOWN_TAGS.has(tag)).map((tag) => `<span class="tag">${escapeHtml(tag)}</span>`);
  const seconds = secondsOf(metadata);
  if (seconds !== undefined && seconds >= 0.05) {
    shown.push(`<span class="seconds" title="Time to run">${formatSeconds(seconds)}</span>`);
  }
  return shown.length === 0 ? "" : `<div class="cell-facts">${shown.join("")}</div>`;
}

/** How long the cell ran, from what JupyterLab, nbclient or papermill noted; undefined when none did. */
function secondsOf(metadata: CellMetadata): number | undefined {
  const { execution, papermill } = metadata as { execution?: unknown; papermill?: unknown };
  if (isRecord(papermill) && typeof papermill.duration === "number") return papermill.duration;
  if (!isRecord(execution)) return undefined;
  const time = (...keys: readonly string[]): number => {
    const value = keys.map((key) => execution[key]).find((found) => typeof found === "string");
    return typeof value === "string" ? Date.parse(value) : Number.NaN;
  };
  const seconds =
    (time("shell.execute_reply", "iopub.status.idle") - time("iopub.status.busy", "iopub.execute_input")) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
