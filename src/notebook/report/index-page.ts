/** @file The first page of a report: every notebook with its status, its time and what went wrong. */
import { escapeHtml } from "../../core/html";
import { countCells, titleOf } from "./notebook-page";
import type { ReportEntry } from "./report-entry";
import { formatSeconds, pageIcon, renderPage, statusBadge } from "./shell";

/** A notebook and the address of its page. */
export interface IndexRow {
  entry: ReportEntry;
  address: string;
}

/** The first page as a whole HTML document. */
export function renderIndex(rows: readonly IndexRow[], title: string, date: Date): string {
  const slowest = Math.max(0, ...rows.map((row) => row.entry.seconds));
  return renderPage({
    title,
    kind: "index",
    mainName: "the table of notebooks",
    header: `<span class="home">${pageIcon()}<span>Caderno</span></span>`,
    body: `<main id="_main" tabindex="-1">
<h1>${escapeHtml(title)}</h1>
${summary(rows, date)}
${rows.length === 0 ? '<p class="note">No notebook was run.</p>' : table(rows, slowest)}
</main>`,
    footer:
      "<p>Opens without a server and without a network. Figures are live; scripts of the notebooks stay in their frames.</p>",
  });
}

function summary(rows: readonly IndexRow[], date: Date): string {
  const failed = rows.filter((row) => row.entry.status === "failed").length;
  const seconds = rows.reduce((sum, row) => sum + row.entry.seconds, 0);
  const plural = rows.length === 1 ? "notebook" : "notebooks";
  const verdict =
    failed > 0
      ? statusBadge("failed", `${failed} of ${rows.length} ${plural} failed`)
      : statusBadge("ok", rows.length === 1 ? "The notebook passed" : `All ${rows.length} notebooks passed`);
  const iso = date.toISOString();
  const day = `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
  return `<ul class="run-facts" aria-label="The run"><li>${verdict}</li><li>${formatSeconds(seconds)} in all</li><li><time datetime="${iso}">${day}</time></li></ul>`;
}

/** The roles repeat what the elements say: on a narrow screen the style sheet takes the elements' own away. */
function table(rows: readonly IndexRow[], slowest: number): string {
  return `<table class="notebooks" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Status</th><th role="columnheader" scope="col">Notebook</th><th role="columnheader" scope="col" class="number">Cells run</th><th role="columnheader" scope="col" class="number">Time</th></tr></thead>
<tbody role="rowgroup">
${rows.map((row) => tableRow(row, slowest)).join("\n")}
</tbody></table>`;
}

function tableRow({ entry, address }: IndexRow, slowest: number): string {
  const { run, code } = countCells(entry.notebook);
  const share = slowest > 0 ? Math.max(0.01, entry.seconds / slowest) : 0;
  const title = titleOf(entry.notebook);
  const link = `<a href="${escapeHtml(address)}">${escapeHtml(title ?? entry.name)}</a>`;
  const name =
    title === undefined || title === entry.name ? "" : `<span class="file-name">${escapeHtml(entry.name)}</span>`;
  return (
    `<tr role="row"><td role="cell">${statusBadge(entry.status)}</td><th role="rowheader" scope="row">${link}${name}${failure(entry, address)}</th>` +
    `<td role="cell" class="number">${run} of ${code}<span class="unit"> cells</span></td>` +
    `<td role="cell" class="number"><span class="time">${formatSeconds(entry.seconds)}</span><span class="time-bar" aria-hidden="true"><i style="width:${(share * 100).toFixed(1)}%"></i></span></td></tr>`
  );
}

function failure(entry: ReportEntry, address: string): string {
  if (entry.failure === undefined) return "";
  const { cell, name, message } = entry.failure;
  const first = message.trim().split("\n", 1)[0] ?? "";
  const text = first.startsWith(`${name}:`) ? first.slice(name.length + 1).trim() : first;
  return `<p class="why"><a href="${escapeHtml(address)}#_cell-${cell + 1}">Cell ${cell + 1}</a>: <b>${escapeHtml(name)}</b> ${escapeHtml(text.slice(0, 300))}</p>`;
}
