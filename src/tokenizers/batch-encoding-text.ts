/** @file Columns of an encoding as text: a line for each row of numbers, digits below digits. */
import { inspect } from "node:util";
import { TokenTensor } from "./token-tensor";

const MOST_ROWS = 20;
const MOST_NUMBERS = 60;

/** The columns by name. */
export function batchEncodingText(columns: object): string {
  const lines = Object.entries(columns).map(([name, values]) => `  ${name}: ${columnText(values)}`);
  return lines.length === 0 ? "BatchEncoding {}" : `BatchEncoding {\n${lines.join(",\n")}\n}`;
}

function columnText(values: unknown): string {
  if (values instanceof TokenTensor)
    return `TokenTensor(${values.type}, [${values.dims.join(", ")}]) ${columnText(values.tolist())}`;
  if (!Array.isArray(values)) return inspect(values);
  if (!values.every(Array.isArray)) return rowText(values, 0);
  const rows = values.slice(0, MOST_ROWS);
  const width = Math.max(0, ...rows.flat().map((value) => valueText(value).length));
  const lines = rows.map((row) => `    ${rowText(row, width)}`);
  const more = values.length - rows.length;
  if (more > 0) lines.push(`    … ${more} more ${more === 1 ? "row" : "rows"}`);
  return rows.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
}

function rowText(row: readonly unknown[], width: number): string {
  const shown = row.slice(0, MOST_NUMBERS).map((value) => valueText(value).padStart(width));
  const more = row.length - shown.length;
  return `[${[...shown, ...(more > 0 ? [`… ${more} more`] : [])].join(", ")}]`;
}

/** A number, or the two of a place in the text. */
function valueText(value: unknown): string {
  return Array.isArray(value) ? `[${value.slice(0, MOST_NUMBERS).join(", ")}]` : String(value);
}
