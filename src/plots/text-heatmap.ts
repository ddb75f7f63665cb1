/** @file A heat-map as text: the table of its values. */
import { clip, displayWidth, textTable } from "../core/text-table";
import { formatNumber } from "./format-number";
import type { FigureLayout } from "./layout";
import type { HeatmapTrace } from "./trace";

/** As many columns as fit into `lineWidth`, with a note where that is not all of them. */
export function heatmapText(trace: HeatmapTrace, layout: FigureLayout, lineWidth: number): string {
  const rowLabels = trace.y.map((label) => clip(label, 20));
  const cells = trace.z.map((row, r) =>
    row.map((value, c) => trace.text?.[r]?.[c] ?? (value === null ? "" : formatNumber(value))),
  );
  const widths = trace.x.map((label, c) =>
    Math.max(displayWidth(clip(label, 12)), ...cells.map((row) => Math.min(12, displayWidth(row[c] ?? "")))),
  );
  const corner = clip(`${layout.yaxis.title} \\ ${layout.xaxis.title}`, 30);
  let used = Math.max(displayWidth(corner), ...rowLabels.map(displayWidth));
  let columns = 0;
  for (const width of widths) {
    used += width + 2;
    if (used > lineWidth) break;
    columns++;
  }
  const header = [corner, ...trace.x.slice(0, columns).map((label) => clip(label, 12))];
  const rows = cells.map((row, r) => [rowLabels[r] ?? "", ...row.slice(0, columns).map((cell) => clip(cell, 12))]);
  const align = header.map((_, column): "left" | "right" => (column === 0 ? "left" : "right"));
  const note = columns < trace.x.length ? [`(${columns} of ${trace.x.length} columns)`] : [];
  return [textTable(header, rows, { align }), ...note].join("\n");
}
