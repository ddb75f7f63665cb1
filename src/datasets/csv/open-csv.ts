/** @file A CSV file before its rows are read: that it is there, that it is text, and what its columns are called. */
import { open, readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { messageOf } from "../../core/errors";
import { nearestName } from "../../core/suggest";
import { DatasetError } from "../dataset-error";
import type { Dialect } from "./options";
import { type CsvRecord, scanRecords } from "./scan";

/** A file that is there and looks like CSV. */
export interface CsvFile {
  /** As the user wrote it, for messages. */
  path: string;
  /** The absolute path. */
  absolute: string;
  /** The columns' names, each once. */
  names: readonly string[];
  /** The file's size in bytes. */
  bytes: number;
}

const SAMPLE_BYTES = 65_536;
const MOST_NAME_BYTES = 4096;
const MOST_COLUMNS = 10_000;

const SIGNATURES: readonly { bytes: readonly number[]; what: string; hint: string }[] = [
  { bytes: [0x50, 0x41, 0x52, 0x31], what: "a Parquet file", hint: "It is not text; convert it to CSV first." },
  { bytes: [0x1f, 0x8b], what: "compressed with gzip", hint: "Unpack it first: `gunzip FILE`." },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: "a ZIP archive or an Excel workbook",
    hint: "Unpack it, or save the sheet as CSV.",
  },
  { bytes: [0xff, 0xfe], what: "UTF-16 text", hint: "Save it as UTF-8." },
  { bytes: [0xfe, 0xff], what: "UTF-16 text", hint: "Save it as UTF-8." },
];

/** Looks at the file and reads its first record. Everything that cannot be CSV is a DatasetError. */
export async function openCsv(path: string, dialect: Dialect): Promise<CsvFile> {
  const absolute = resolve(path);
  const bytes = await sizeOf(path, absolute);
  await checkText(path, absolute);
  const first = await firstRecord(path, absolute, dialect);
  return { path, absolute, names: columnNames(path, first, dialect), bytes };
}

async function sizeOf(path: string, absolute: string): Promise<number> {
  const status = await stat(absolute).catch(async (error: unknown) => {
    const missing = error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
    if (missing) {
      throw new DatasetError("file-missing", `There is no file \`${path}\`.`, {
        path,
        hint: await nearbyFiles(path, absolute),
      });
    }
    throw new DatasetError("file-unreadable", `\`${path}\` cannot be read: ${messageOf(error)}.`, {
      path,
      cause: error,
      hint: "Check its permissions, and those of the folders above it.",
    });
  });
  if (!status.isFile()) {
    const what = status.isDirectory() ? "a folder" : "not a regular file";
    throw new DatasetError("not-a-file", `\`${path}\` is ${what}.`, {
      path,
      hint: "Name a CSV file, or a list of them.",
    });
  }
  if (status.size === 0) {
    throw new DatasetError("file-empty", `\`${path}\` is empty: it has not even a header.`, {
      path,
      hint: "Write the columns' names in the first line, separated by the delimiter.",
    });
  }
  return status.size;
}

/** The file that was probably meant, or where a relative path starts. */
async function nearbyFiles(path: string, absolute: string): Promise<string> {
  const names = await readdir(dirname(absolute)).catch(() => undefined);
  if (names === undefined)
    return `There is no folder \`${dirname(path)}\` either. Relative paths start at the working folder.`;
  const nearest = nearestName(basename(path), names);
  return nearest === undefined
    ? "Relative paths start at the working folder; `process.cwd()` says which that is."
    : `Did you mean \`${join(dirname(path), nearest)}\`?`;
}

async function checkText(path: string, absolute: string): Promise<void> {
  let sample: Uint8Array;
  try {
    const file = await open(absolute);
    try {
      const buffer = new Uint8Array(SAMPLE_BYTES);
      const { bytesRead } = await file.read(buffer, 0, SAMPLE_BYTES, 0);
      sample = buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new DatasetError("file-unreadable", `\`${path}\` cannot be read: ${messageOf(error)}.`, {
      path,
      cause: error,
    });
  }
  const signature = SIGNATURES.find((known) => known.bytes.every((byte, index) => sample[index] === byte));
  if (signature !== undefined) {
    throw new DatasetError("not-text", `\`${path}\` is ${signature.what}, not CSV.`, { path, hint: signature.hint });
  }
  const place = sample.indexOf(0);
  if (place !== -1) {
    throw new DatasetError("not-text", `\`${path}\` is not a text file: its byte ${place} is zero.`, {
      path,
      hint: "Name a file of comma-separated text.",
    });
  }
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
