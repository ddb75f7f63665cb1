/** @file A CSV file before its rows are read: that it is there, that it is text, and what its columns are called. */
import { DatasetError } from "../dataset-error";
import { checkText, type InputFile, inputFile } from "../files/input-file";
import type { Dialect } from "./options";
import { type CsvRecord, scanRecords } from "./scan";

/** A file that is there and looks like CSV. */
export interface CsvFile extends InputFile {
  /** The columns' names, each once. */
  names: readonly string[];
}

const MOST_NAME_BYTES = 4096;
const MOST_COLUMNS = 10_000;

/** Looks at the file and reads its first record. Everything that cannot be CSV is a DatasetError. */
export async function openCsv(path: string, dialect: Dialect): Promise<CsvFile> {
  const file = await inputFile(path, "Write the columns' names in the first line, separated by the delimiter.");
  await checkText(file, "CSV");
  const first = await firstRecord(path, file.absolute, dialect);
  return { ...file, names: columnNames(path, first, dialect) };
}

async function firstRecord(path: string, absolute: string, dialect: Dialect): Promise<CsvRecord> {
  let first: CsvRecord | undefined;
  const options = {
    delimiter: dialect.delimiter.charCodeAt(0),
    quote: dialect.quote.charCodeAt(0),
    keepBytes: MOST_NAME_BYTES + 1,
    mostFields: MOST_COLUMNS + 1,
  };
  await scanRecords(absolute, options, (record) => {
    if (record.blank) return true;
    first = record;
    return false;
  });
  if (first === undefined) {
    throw new DatasetError("file-empty", `\`${path}\` has only empty lines.`, {
      path,
      hint: "Write the columns' names in the first line, separated by the delimiter.",
    });
  }
  if (first.fields > MOST_COLUMNS) {
    throw new DatasetError("too-many-columns", `The first row of \`${path}\` has more than ${MOST_COLUMNS} columns.`, {
      path,
      line: first.line,
      hint: "Check `delimiter` and `quote`.",
    });
  }
  if (first.fault !== undefined) {
    const what =
      first.fault === "unterminated-quote" ? "opens a quote that never closes" : "has text after a closing quote";
    throw new DatasetError("bad-quote", `The first row of \`${path}\` ${what}, in field ${first.faultField + 1}.`, {
      path,
      line: first.line,
      hint: "Inside a quoted value, write a quote twice.",
    });
  }
  return first;
}

function columnNames(path: string, first: CsvRecord, dialect: Dialect): readonly string[] {
  const given = dialect.columnNames;
  if (given !== undefined && given.length !== first.fields) {
    throw new DatasetError(
      "column-count",
      `\`columnNames\` has ${given.length} names, but the first row of \`${path}\` has ${first.fields} fields.`,
      { path, line: first.line, hint: "Give one name for each column." },
    );
  }
  const names =
    given ?? (dialect.header ? headerNames(path, first, dialect) : first.values.map((_, index) => `${index}`));
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) {
      throw new DatasetError("duplicate-column", `Two columns of \`${path}\` are called \`${name}\`.`, {
        path,
        line: first.line,
        column: name,
        hint: "Give every column a name of its own with `columnNames`.",
      });
    }
    seen.add(name);
  }
  return names;
}

function headerNames(path: string, first: CsvRecord, dialect: Dialect): string[] {
  const decoder = new TextDecoder(dialect.encoding === "latin-1" ? "latin1" : "utf-8", { fatal: true });
  return first.values.map((bytes, index) => {
    if (bytes.length > MOST_NAME_BYTES) {
      throw new DatasetError(
        "name-too-long",
        `The name of column ${index + 1} of \`${path}\` is longer than ${MOST_NAME_BYTES} bytes.`,
        { path, line: first.line, hint: "Is the first row a header? If not, pass `header: false`." },
      );
    }
    try {
      const name = decoder.decode(bytes);
      return name === "" ? `Unnamed: ${index}` : name;
    } catch (error) {
      throw new DatasetError("not-utf8", `The name of column ${index + 1} of \`${path}\` is not UTF-8.`, {
        path,
        line: first.line,
        cause: error,
        hint: 'If the file is in Latin-1 or Windows-1252, pass encoding: "latin-1".',
      });
    }
  });
}
