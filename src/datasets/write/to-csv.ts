/** @file A table as a CSV file. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { Progress } from "../../core/progress";
import { dtypeOf, type Feature } from "../feature";
import type { Table } from "../table";
import { checkPath, replaceWithText } from "./atomic-stream";
import { jsonText, WRITTEN_ROWS, writtenValues } from "./text-values";

/** Options of `Dataset.toCsv`. */
export interface ToCsvOptions {
  /**
   * The character between two values. Python: `sep`.
   * @default ","
   */
  delimiter?: string;
  /**
   * Whether the first row holds the columns' names.
   * @default true
   */
  header?: boolean;
}

const CALLER = "Dataset.toCsv";

/** Writes the rows, in order. */
export async function writeCsv(table: Table, path: unknown, options: ToCsvOptions = {}): Promise<void> {
  const target = checkPath(CALLER, path);
  const { delimiter = ",", header = true } = options;
  if (typeof delimiter !== "string" || delimiter.length !== 1 || /["\r\n\0]/.test(delimiter)) {
    const rule = "be one character and no quote or line end";
    throw argumentRangeError({ function: CALLER, parameter: "delimiter", rule, value: delimiter });
  }
  if (typeof header !== "boolean") {
    throw argumentTypeError({ function: CALLER, parameter: "header", rule: "be true or false", value: header });
  }
  await replaceWithText(target, pieces(table, target, delimiter, header));
}

function* pieces(table: Table, path: string, delimiter: string, header: boolean): Generator<string> {
  const progress = new Progress({ label: `Writing ${path}`, total: table.numRows, unit: "rows" });
  const names = [...table.columns.keys()];
  const special = new RegExp(`["\\r\\n${delimiter.replace(/[\\\]^-]/, "\\$&")}]`);
  const line = (cells: readonly string[]): string => {
    const quoted = cells.map((cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
    // A line with nothing in it is no row to most readers.
    return `${quoted.length === 1 && quoted[0] === "" ? '""' : quoted.join(delimiter)}\n`;
  };
  if (header) yield line(names);
  for (let start = 0; start < table.numRows; start += WRITTEN_ROWS) {
    const end = Math.min(table.numRows, start + WRITTEN_ROWS);
    const columns = [...table.columns].map(([name, column]) => {
      const write = cellWriter(column.feature);
      return writtenValues(name, column, table.indices, start, end).map(write);
    });
    const lines = Array.from({ length: end - start }, (_, row) => line(columns.map((cells) => cells[row] ?? "")));
    yield lines.join("");
    progress.advance(end - start);
  }
  progress.finish();
}

/** As pandas writes it: floats with a point, `True` and `False`, nothing for what is missing; lists and objects as JSON. */
function cellWriter(feature: Feature): (value: unknown) => string {
  const isFloat = dtypeOf(feature)?.startsWith("float") ?? false;
  return (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "string") return value;
    if (typeof value === "boolean") return value ? "True" : "False";
    if (typeof value === "number" && isFloat) return floatText(value);
    if (typeof value === "number" || typeof value === "bigint") return String(value);
    return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : jsonText(value);
  };
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return "";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) return value.toExponential().replace(/e([+-])([0-9])$/, "e$10$2");
  return Number.isInteger(value) ? `${Object.is(value, -0) ? "-0" : value}.0` : String(value);
}
