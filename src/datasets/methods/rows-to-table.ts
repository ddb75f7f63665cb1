/** @file A table from a list of rows. */
import { argumentTypeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { columnFromValues } from "../column-from-values";
import { DatasetError } from "../dataset-error";
import { makeTable, type Table } from "../table";

/** The rows' columns, which the first row names. */
export function tableFromRows(rows: readonly object[]): Table {
  const problem = { function: "Dataset.fromList", parameter: "rows", rule: "be a list of objects" };
  if (!Array.isArray(rows)) throw argumentTypeError({ ...problem, value: rows });
  const names = Object.keys(rows[0] ?? {});
  const known = new Set(names);
  for (const [row, values] of rows.entries()) {
    if (values === null || typeof values !== "object") throw argumentTypeError({ ...problem, value: rows });
    for (const name of Object.keys(values)) {
      if (known.has(name)) continue;
      throw new DatasetError(
        "unknown-column",
        `Row ${row} has a column \`${name}\` that the first row does not have.`,
        { row, column: name, hint: listNames("columns", name, names) },
      );
    }
  }
  const columns = names.map((name) => {
    const values = rows.map((row: Readonly<Record<string, unknown>>) => row[name]);
    return [name, columnFromValues(name, values)] as const;
  });
  return makeTable(new Map(columns));
}
