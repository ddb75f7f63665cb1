/** @file `filter`: the rows of which a function says yes. */
import * as arrow from "apache-arrow";
import { argumentTypeError } from "../../core/errors";
import { ArrowColumn } from "../arrow-column";
import { cachedColumns } from "../cache/cached-columns";
import { DatasetError } from "../dataset-error";
import { rowsAt, type Table } from "../table";
import { Value } from "../value";
import { callOverRows } from "./call-over-rows";
import { type FunctionCall, type FunctionOptions, functionCall } from "./function-options";

const CALLER = "Dataset.filter";

/** The rows that the function keeps, in their order. Nothing is copied. */
export async function filterRows(table: Table, fn: unknown, options: FunctionOptions = {}): Promise<Table> {
  const call = functionCall(table, CALLER, fn, options);
  // As in Python: of nothing, the function is never asked.
  if (table.numRows === 0) return table;
  const made = await cachedColumns(table, call, {}, options, async () => {
    const rows = await keptRows(table, call);
    return new Map([["rows", new ArrowColumn(arrow.makeVector(rows), new Value("uint32"))]]);
  });
  const kept = made?.get("rows");
  return kept instanceof ArrowColumn ? rowsAt(table, Uint32Array.from(kept.vector.toArray())) : table;
}

async function keptRows(table: Table, call: FunctionCall): Promise<Uint32Array> {
  const kept = new Uint32Array(table.numRows);
  let count = 0;
  await callOverRows(table, call, table.numRows, (result, start, end) => {
    if (!call.batched) {
      checkAnswer(result, start);
      if (result) kept[count++] = start;
      return;
    }
    if (!Array.isArray(result) && !ArrayBuffer.isView(result)) {
      const rule = "return a list with true or false for each row of the batch";
      throw argumentTypeError({ function: CALLER, parameter: "fn", rule, value: result });
    }
    const answers = result as unknown as ArrayLike<unknown>;
    if (answers.length !== end - start) {
      throw new DatasetError(
        "unequal-lengths",
        `${CALLER}: for rows ${start} to ${end - 1}, the function returned ${answers.length} answers where ${end - start} are needed.`,
        { row: start, hint: "Return a list with true or false for each row of the batch." },
      );
    }
    for (let row = start; row < end; row++) if (answers[row - start]) kept[count++] = row;
  });
  return kept.slice(0, count);
}

/** A list for one row is always true, and always meant for a batch. */
function checkAnswer(result: unknown, row: number): void {
  if (!Array.isArray(result)) return;
  throw argumentTypeError({
    function: CALLER,
    parameter: "fn",
    rule: "return true or false",
    value: result,
    next: `That is what it returned for row ${row}; pass \`batched: true\` for a function over batches.`,
  });
}
