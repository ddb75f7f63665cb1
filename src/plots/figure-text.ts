/** @file A figure as text: its numbers in a table that a terminal shows and a diff can compare. */
import { clip, displayWidth } from "../core/text-table";
import type { FigureLayout } from "./layout";
import { printable } from "./printable";
import { barsText } from "./text-bars";
import { heatmapText } from "./text-heatmap";
import { pointsText } from "./text-points";
import type { Trace } from "./trace";

/** No line of the text is longer, in terminal columns. */
export const TEXT_WIDTH = 100;

/** Writes the title, a table of what the traces hold, and the reference lines. */
export function figureText(data: readonly Trace[], layout: FigureLayout): string {
  const bars = data.filter((trace) => trace.type === "bar");
  const points = data.filter((trace) => trace.type === "scatter");
  const heatmap = data.find((trace) => trace.type === "heatmap");
  const parts = [
    ...wrapWords(layout.title),
    ...(bars.length > 0 ? ["", barsText(bars, layout, TEXT_WIDTH)] : []),
    ...(points.length > 0 ? ["", pointsText(points, layout)] : []),
    ...(heatmap === undefined ? [] : ["", heatmapText(heatmap, layout, TEXT_WIDTH)]),
    ...(layout.referenceLines ?? []).map((line, index) => `${index === 0 ? "\n" : ""}┆ ${line.label}`),
  ];
  return parts
    .join("\n")
    .split("\n")
    .map((line) => clip(printable(line), TEXT_WIDTH))
    .join("\n");
}

function wrapWords(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && displayWidth(`${line} ${word}`) > TEXT_WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
