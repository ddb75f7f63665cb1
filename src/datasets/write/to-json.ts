/** @file A table as a JSON file: a line for each row, or one list. */
import { argumentTypeError } from "../../core/errors";
import { Progress } from "../../core/progress";
import type { Table } from "../table";
import { checkPath, replaceWithText } from "./atomic-stream";
import { jsonText, WRITTEN_ROWS, writtenValues } from "./text-values";

/** Options of `Dataset.toJson`. */
export interface ToJsonOptions {
  /**
   * Whether each row is a line of its own (JSON Lines); otherwise the file is one list.
   * @default true
   */
  lines?: boolean;
}

const CALLER = "Dataset.toJson";

/** Writes the rows, in order, as objects. */
export async function writeJson(table: Table, path: unknown, options: ToJsonOptions = {}): Promise<void> {
  const target = checkPath(CALLER, path);
  const { lines = true } = options;
  if (typeof lines !== "boolean") {
    throw argumentTypeError({ function: CALLER, parameter: "lines", rule: "be true or false", value: lines });
  }
  await replaceWithText(target, pieces(table, target, lines));
}

function* pieces(table: Table, path: string, lines: boolean): Generator<string> {
  const progress = new Progress({ label: `Writing ${path}`, total: table.numRows, unit: "rows" });
  const names = [...table.columns.keys()].map((name) => JSON.stringify(name));
  if (!lines) yield "[";
  for (let start = 0; start < table.numRows; start += WRITTEN_ROWS) {
    const end = Math.min(table.numRows, start + WRITTEN_ROWS);
    const columns = [...table.columns].map(([name, column]) => {
      return writtenValues(name, column, table.indices, start, end).map(jsonText);
    });
    const rows = Array.from({ length: end - start }, (_, row) => {
      return `{${columns.map((cells, position) => `${names[position]}:${cells[row]}`).join(",")}}`;
    });
    yield lines ? `${rows.join("\n")}\n` : `${start === 0 ? "" : ",\n"}${rows.join(",\n")}`;
    progress.advance(end - start);
  }
  if (!lines) yield "]\n";
  progress.finish();
}
