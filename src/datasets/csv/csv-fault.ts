/** @file What can be wrong with a row of a CSV file, and the error that says so. */
import { DatasetError } from "../dataset-error";

/** What is wrong with a record. */
export interface Fault {
  code: "bad-quote" | "text-after-quote" | "ragged-row" | "nul-byte" | "not-utf8";
  /** Where its record begins in the block. */
  record: number;
  /** Which field. */
  field: number;
  /** How many fields the record has. */
  fields: number;
}

/** The error of a fault in this place. */
export function faultError(
  fault: Fault,
  { path, line, row, names }: { path: string; line: number; row: number; names: readonly string[] },
): DatasetError {
  const column = names[fault.field];
  const place = `row ${row} (line ${line}) of \`${path}\``;
  const where = { path, row, line, column };
  switch (fault.code) {
    case "bad-quote":
      return new DatasetError("bad-quote", `A quote opens in column \`${column}\` of ${place} and never closes.`, {
        ...where,
        hint: "Close it, or write a quote that belongs to the text twice.",
      });
    case "text-after-quote":
      return new DatasetError("bad-quote", `Column \`${column}\` of ${place} has text after its closing quote.`, {
        ...where,
        hint: "Inside a quoted value, write a quote twice.",
      });
    case "nul-byte":
      return new DatasetError("nul-byte", `Column \`${column}\` of ${place} has a zero byte.`, {
        ...where,
        hint: "Text files have none: the file is damaged, or it is no text.",
      });
    case "not-utf8":
      return new DatasetError("not-utf8", `Column \`${column}\` of ${place} is not UTF-8.`, {
        ...where,
        hint: 'If the file is in Latin-1 or Windows-1252, pass encoding: "latin-1".',
      });
    case "ragged-row": {
      const fields = fault.fields === 1 ? "1 field" : `${fault.fields} fields`;
      return new DatasetError("ragged-row", `Expected ${names.length} fields in ${place}, but got ${fields}.`, {
        ...where,
        hint: "Quote values that contain the delimiter, and write a delimiter for every missing value.",
      });
    }
  }
}
