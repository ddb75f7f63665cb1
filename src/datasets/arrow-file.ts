/** @file Apache Arrow's files and streams: reading them with every length checked, and writing streams piece by piece. */
import type { FileHandle } from "node:fs/promises";
import { readFile, stat } from "node:fs/promises";
import * as arrow from "apache-arrow";
import { messageOf } from "../core/errors";
import { faultOf } from "./arrow-check";
import { ArrowColumn } from "./arrow-column";
import { recordBatches, schemaOf } from "./arrow-copy";
import { isFooterSound, isSchemaSound } from "./arrow-schema-check";
import { featureOfArrow } from "./arrow-type";
import { castedColumn } from "./cast-column";
import { ClassLabel } from "./class-label";
import type { Column } from "./column";
import { DatasetError } from "./dataset-error";
import { type Feature, isStruct, LargeList, List, sameFeature } from "./feature";
import { featuresOfNote, HUGGINGFACE_KEY, huggingfaceNote } from "./huggingface-metadata";
import type { Table } from "./table";
import { Value } from "./value";

const MOST_BYTES = 2 ** 31 - 1;
const MOST_EMPTY_ROWS = 100_000_000;
const BATCH_ROWS = 10_000;
const FILE_MARK = "ARROW1";

/**
 * The columns of an Arrow file or stream, with the features that it says they have.
 *
 * @param features What the columns are, where another file tells it; columns of another Arrow type are cast.
 */
export async function readArrowFile(
  path: string,
  features?: ReadonlyMap<string, Feature>,
): Promise<Map<string, Column>> {
  const table = await readTable(path);
  try {
    return columnsOf(path, table, features);
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    throw broken(path, `is a damaged Arrow file (${messageOf(cause)})`, { cause });
  }
}

function columnsOf(
  path: string,
  table: arrow.Table,
  features: ReadonlyMap<string, Feature> | undefined,
): Map<string, Column> {
  const told = features ?? featuresOfNote(table.schema.metadata.get(HUGGINGFACE_KEY));
  const columns = new Map<string, Column>();
  const bytes = table.schema.fields.reduce(
    (sum, _, position) => sum + (table.getChildAt(position)?.byteLength ?? 0),
    0,
  );
  // Columns of nothing take no memory: a few bytes could claim rows that nobody has the time to look at.
  if (table.numRows > Math.max(MOST_EMPTY_ROWS, bytes * 8)) {
    throw broken(path, `claims ${table.numRows} rows and holds ${bytes} bytes`);
  }
  for (const [position, field] of table.schema.fields.entries()) {
    if (columns.has(field.name)) {
      const hint = "Give the columns different names in the program that wrote it.";
      throw broken(path, `has two columns called \`${field.name}\``, { column: field.name, hint });
    }
    const vector = table.getChildAt(position);
    if (vector === null) throw broken(path, `has no values for the column \`${field.name}\``, { column: field.name });
    const stored = featureOfArrow(field.type, field.name);
    for (const data of vector.data) {
      const fault = faultOf(data);
      if (fault !== undefined)
        throw broken(path, `is damaged in the column \`${field.name}\`: ${fault}`, { column: field.name });
    }
    columns.set(field.name, withFeature(field.name, new ArrowColumn(vector, stored), told?.get(field.name)));
  }
  if (told === undefined || features === undefined) return columns;
  // Where another file names the columns, they are these, in that order.
  const names = [...told.keys()];
  const odd = names.find((name) => !columns.has(name)) ?? [...columns.keys()].find((name) => !told.has(name));
  if (odd !== undefined)
    throw broken(path, `and the dataset's features disagree about the column \`${odd}\``, { column: odd });
  return new Map(
    names.flatMap((name) => {
      const column = columns.get(name);
      return column === undefined ? [] : [[name, column] as const];
    }),
  );
}

/** A column with the feature that is told of it, cast where its memory is of another type. */
export function withFeature(name: string, column: ArrowColumn, feature: Feature | undefined): Column {
  if (feature === undefined || sameFeature(column.feature, feature)) return column;
  // The same memory under another name: classes are stored as whole numbers.
  if (sameFeature(storedAs(feature), column.feature)) return new ArrowColumn(column.vector, feature);
  return castedColumn(name, column, undefined, feature);
}

/** A feature with every class replaced by the whole number that stands for it. */
function storedAs(feature: Feature): Feature {
  if (feature instanceof ClassLabel) return new Value("int64");
  if (feature instanceof List) return new List(storedAs(feature.feature), { length: feature.length });
  if (feature instanceof LargeList) return new LargeList(storedAs(feature.feature));
  if (!isStruct(feature)) return feature;
  return Object.fromEntries(Object.entries(feature).map(([name, part]) => [name, storedAs(part)]));
}

async function readTable(path: string): Promise<arrow.Table> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) {
      throw broken(path, `has ${size} bytes, more than the ${MOST_BYTES} that one Arrow file may have here`, {
        hint: "Save the dataset in more shards.",
      });
    }
    // A copy of its own: typed arrays over it need its first byte at a multiple of eight.
    bytes = new Uint8Array(await readFile(path));
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    throw new DatasetError("file-missing", `The Arrow file \`${path}\` cannot be read: ${messageOf(cause)}`, {
      path,
      cause,
      hint: "Check the path.",
    });
  }
  if (!isWhole(bytes)) throw broken(path, "is no Arrow file, or a part of one: its end is missing");
  const isFile = Buffer.from(bytes.buffer, 0, FILE_MARK.length).toString("latin1") === FILE_MARK;
  if (!(isFile ? isFooterSound(bytes) : isSchemaSound(bytes))) {
    throw broken(path, "is no Arrow file, or a damaged one: its schema does not fit into its bytes");
  }
  try {
    const reader = arrow.RecordBatchReader.from(bytes);
    reader.open();
    const batches = [...reader];
    return batches.length === 0 ? new arrow.Table(reader.schema) : new arrow.Table(batches);
  } catch (cause) {
    if (messageOf(cause).includes("codec")) {
      const hint = 'Write it without compression: in pandas `to_feather(path, compression="uncompressed")`.';
      throw broken(path, "is compressed, which is not supported in Arrow files", { cause, hint });
    }
    throw broken(path, `is no Arrow file, or a damaged one (${messageOf(cause)})`, { cause });
  }
}

/** Whether a stream ends with the mark of its end, or a file with the mark of its kind: what every writer does at last. */
function isWhole(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset + Math.max(0, bytes.length - 8), Math.min(8, bytes.length));
  if (end.length < 8) return false;
  if (end.subarray(2).toString("latin1") === FILE_MARK) return true;
  return end.readUInt32LE(4) === 0;
}

function broken(
  path: string,
  what: string,
  options: { column?: string; hint?: string; cause?: unknown } = {},
): DatasetError {
  return new DatasetError("broken-arrow-file", `\`${path}\` ${what}.`, {
    path,
    hint: "Save it again with the program that wrote it.",
    ...options,
  });
}

/** A schema as a message of Arrow's streams in base64: what Parquet files carry to say which Arrow types they were written from. */
export function schemaMessage(schema: arrow.Schema): string {
  const pieces = new Pieces();
  new arrow.RecordBatchStreamWriter().reset(pieces, schema);
  return Buffer.concat(pieces.take()).toString("base64");
}

/** Collects what the writer of a stream gives, until it is written to a file. */
class Pieces extends arrow.AsyncByteQueue {
  #pieces: Uint8Array[] = [];

  override write(value: Parameters<arrow.AsyncByteQueue["write"]>[0]): void {
    if (ArrayBuffer.isView(value)) this.#pieces.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }

  take(): Uint8Array[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
}

/**
 * Writes a table's rows from `start` up to `end` into an open file, as a stream that Python's `datasets` maps into its memory.
 *
 * @param advance Is told how many rows were written, each time some are.
 */
export async function writeArrowStream(
  file: FileHandle,
  table: Table,
  range: { start: number; end: number },
  advance: (rows: number) => void = () => undefined,
): Promise<void> {
  const features = Object.fromEntries([...table.columns].map(([name, column]) => [name, column.feature]));
  const schema = schemaOf(table, new Map([[HUGGINGFACE_KEY, huggingfaceNote(features)]]));
  const pieces = new Pieces();
  const writer = new arrow.RecordBatchStreamWriter();
  writer.reset(pieces, schema);
  for (const batch of recordBatches(table, schema, { ...range, most: BATCH_ROWS })) {
    writer.write(batch);
    for (const piece of pieces.take()) await writeAll(file, piece);
    advance(batch.numRows);
  }
  writer.finish();
  for (const piece of pieces.take()) await writeAll(file, piece);
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten;
}
