/** @file What a figure must hold to be drawn; anything else is an error that names the place. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { formatNumber } from "./format-number";
import type { FigureLayout } from "./layout";
import { axisType } from "./plot-space";
import type { Trace } from "./trace";

/** What a null in a series means, for errors. */
export const GAP = "Use null for a gap in the line.";
/** How many points a line or a cloud can have. */
export const MOST_POINTS = 50_000;
/** Limits that keep a picture readable and its file small. */
const MOST_BARS = 2_000;
const MOST_CELLS = 10_000;

/** Throws a TypeError or RangeError for the first thing that cannot be drawn. `caller` is the function to name. */
export function checkFigure(caller: string, data: readonly Trace[], layout: FigureLayout): void {
  if (!Array.isArray(data) || data.length === 0) {
    throw argumentTypeError({ function: caller, parameter: "data", rule: "hold at least one trace", value: data });
  }
  if (typeof layout?.title !== "string" || layout.xaxis === undefined || layout.yaxis === undefined) {
    throw argumentTypeError({
      function: caller,
      parameter: "layout",
      rule: "have `title`, `xaxis` and `yaxis`",
      value: layout,
    });
  }
  const hasHeatmap = data.some((trace: Trace) => trace.type === "heatmap");
  if (hasHeatmap && data.length > 1) {
    throw argumentTypeError({ function: caller, parameter: "data", rule: "hold a heat-map alone", value: data });
  }
  for (const [index, trace] of (data as readonly Trace[]).entries()) {
    const where = `data[${index}]`;
    if (trace.type === "heatmap") checkCells(caller, where, trace);
    else checkSeries(caller, where, trace, axisType(data, layout.xaxis, "x"));
  }
  for (const [index, line] of (layout.referenceLines ?? []).entries()) {
    checkNumber(caller, `layout.referenceLines[${index}].at`, line.at);
  }
  const height = layout.height;
  if (height !== undefined && !(height >= 120 && height <= 2000)) {
    throw argumentRangeError({ function: caller, parameter: "height", rule: "be 120 to 2000 pixels", value: height });
  }
}

function checkSeries(
  caller: string,
  where: string,
  trace: Exclude<Trace, { type: "heatmap" }>,
  xType: "linear" | "category",
): void {
  const isBar = trace.type === "bar";
  checkCount(caller, `${where}.x`, trace.x.length, isBar ? MOST_BARS : MOST_POINTS);
  if (trace.x.length !== trace.y.length) {
    throw argumentRangeError({
      function: caller,
      parameter: `${where}.y`,
      rule: `be as long as \`x\` (${trace.x.length})`,
      value: trace.y.length,
    });
  }
  trace.x.forEach((value, index) => {
    if (xType === "linear") checkNumber(caller, `${where}.x[${index}]`, value);
    else checkLabel(caller, `${where}.x[${index}]`, value);
  });
  if (isBar && new Set(trace.x.map(String)).size < trace.x.length) {
    const repeated = trace.x.find((value, index) => trace.x.indexOf(value) < index);
    throw argumentRangeError({
      function: caller,
      parameter: `${where}.x`,
      rule: "name every bar once",
      value: repeated,
      next: "Add up what belongs to one label, or rename.",
    });
  }
  trace.y.forEach((value, index) => {
    if (value !== null || isBar) checkNumber(caller, `${where}.y[${index}]`, value, isBar ? undefined : GAP);
  });
}

/** Throws when a series is empty, or too long to be drawn point by point. */
export function checkCount(caller: string, parameter: string, count: number, most: number): void {
  if (count >= 1 && count <= most) return;
  throw argumentRangeError({
    function: caller,
    parameter,
    rule: `hold 1 to ${formatNumber(most)} values`,
    value: count === 0 ? [] : `${formatNumber(count)} values`,
    next: count === 0 ? undefined : "Draw a sample of them, or count them into bins first.",
  });
}

function checkCells(caller: string, where: string, trace: Extract<Trace, { type: "heatmap" }>): void {
  const count = trace.x.length * trace.y.length;
  if (count === 0 || count > MOST_CELLS) {
    throw argumentRangeError({
      function: caller,
      parameter: `${where}.z`,
      rule: `have 1 to ${MOST_CELLS.toLocaleString("en-US")} cells`,
      value: count,
    });
  }
  for (const [axis, labels] of [
    ["x", trace.x],
    ["y", trace.y],
  ] as const) {
    for (const [index, label] of labels.entries()) checkLabel(caller, `${where}.${axis}[${index}]`, label);
    if (new Set(labels).size < labels.length) {
      const repeated = labels.find((label, index) => labels.indexOf(label) < index);
      throw argumentRangeError({
        function: caller,
        parameter: `${where}.${axis}`,
        rule: "have a different label for each place",
        value: repeated,
        next: "Number repeated tokens, as in `the (1)` and `the (2)`.",
      });
    }
  }
  if (trace.z.length !== trace.y.length || trace.z.some((row) => row.length !== trace.x.length)) {
    throw argumentRangeError({
      function: caller,
      parameter: `${where}.z`,
      rule: `be ${trace.y.length} rows of ${trace.x.length} values, one for each label`,
      value: `${trace.z.length} rows of ${[...new Set(trace.z.map((row) => row.length))].join(" or ")}`,
    });
  }
  trace.z.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value !== null) checkNumber(caller, `${where}.z[${r}][${c}]`, value, "Use null for an empty cell.");
    });
  });
}

/** Throws when a value is not a finite number. */
export function checkNumber(caller: string, parameter: string, value: unknown, next?: string): void {
  if (typeof value === "number" && Number.isFinite(value)) return;
  const problem = { function: caller, parameter, rule: "be a finite number", value, next };
  throw typeof value === "number" ? argumentRangeError(problem) : argumentTypeError(problem);
}

function checkLabel(caller: string, parameter: string, value: unknown): void {
  if (typeof value === "number" && Number.isFinite(value)) return;
  if (typeof value === "string" && value.trim() !== "") return;
  const problem = { function: caller, parameter, rule: "be a label that can be seen", value };
  throw typeof value === "string" || typeof value === "number"
    ? argumentRangeError(problem)
    : argumentTypeError(problem);
}
