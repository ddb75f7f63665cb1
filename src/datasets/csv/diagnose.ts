/** @file What exactly is wrong with a CSV file that DuckDB refused: the first bad row, its line and its column. */
import { DatasetError } from "../dataset-error";
import type { CsvFile } from "./open-csv";
import type { Dialect } from "./options";
import { type CsvRecord, scanRecords } from "./scan";

/** The longest row, in bytes. */
export const LONGEST_ROW: number = 16 * 1024 * 1024;

/** What a walk over the whole file found. */
export interface Diagnosis {
  /** The first fault, or undefined where every row is as it should be. */
  problem: DatasetError | undefined;
  /** How many rows of data there are, up to the fault. */
  rows: number;
}

/** Walks over the file and finds its first fault. */
export async function diagnoseCsv(file: CsvFile, dialect: Dialect): Promise<Diagnosis> {
  const decoder = dialect.encoding === "utf-8" ? new TextDecoder("utf-8", { fatal: true }) : undefined;
  const options = {
    delimiter: dialect.delimiter.charCodeAt(0),
    quote: dialect.quote.charCodeAt(0),
    keepBytes: LONGEST_ROW,
    mostFields: Number.POSITIVE_INFINITY,
  };
  let problem: DatasetError | undefined;
  let rows = dialect.header ? -1 : 0;
  await scanRecords(file.absolute, options, (record) => {
    if (record.blank) return true;
    problem = faultOf(file, record, rows, decoder);
    if (problem !== undefined) return false;
    rows++;
    return true;
  });
  return { problem, rows };
}

function faultOf(
  file: CsvFile,
  record: CsvRecord,
  row: number,
  decoder: TextDecoder | undefined,
): DatasetError | undefined {
  const { line } = record;
  const place = `row ${row} (line ${line}) of \`${file.path}\``;
  const where = { path: file.path, row: row < 0 ? undefined : row, line };
  const column = file.names[record.faultField];
  if (record.fault === "unterminated-quote") {
    return new DatasetError("bad-quote", `A quote opens in column \`${column}\` of ${place} and never closes.`, {
      ...where,
      column,
      hint: "Close it, or write a quote that belongs to the text twice.",
    });
  }
  if (record.fault === "text-after-quote") {
    return new DatasetError("bad-quote", `Column \`${column}\` of ${place} has text after its closing quote.`, {
      ...where,
      column,
      hint: "Inside a quoted value, write a quote twice.",
    });
  }
  if (record.fields !== file.names.length) {
    const fields = record.fields === 1 ? "1 field" : `${record.fields} fields`;
    return new DatasetError("ragged-row", `Expected ${file.names.length} fields in ${place}, but got ${fields}.`, {
      ...where,
      column: file.names[Math.min(record.fields, file.names.length - 1)],
      hint: "Quote values that contain the delimiter, and write a delimiter for every missing value.",
    });
  }
  if (record.bytes > LONGEST_ROW) {
    return new DatasetError(
      "row-too-long",
      `The ${place} has ${record.bytes} bytes; at most ${LONGEST_ROW} can be read.`,
      {
        ...where,
        hint: "Is a quote missing its partner? Otherwise shorten the value or split it.",
      },
    );
  }
  if (decoder === undefined) return undefined;
  for (const [index, bytes] of record.values.entries()) {
    try {
      decoder.decode(bytes);
    } catch {
      const name = file.names[index];
      return new DatasetError("not-utf8", `Column \`${name}\` of ${place} is not UTF-8.`, {
        ...where,
        column: name,
        hint: 'If the file is in Latin-1 or Windows-1252, pass encoding: "latin-1".',
      });
    }
  }
  return undefined;
}
