/** @file Parquet files as batches of columns, read by DuckDB. */
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import * as arrow from "apache-arrow";
import { messageOf } from "../../core/errors";
import { columnBuilder } from "../arrow-builder";
import { featureOfArrow } from "../arrow-type";
import type { Columns } from "../cells/read-cells";
import { DatasetError } from "../dataset-error";
import { globLiteral, sqlString, withDuckDB } from "../duckdb";
import { dtypeOf, type Feature } from "../feature";
import { firstBytes, type InputFile } from "../files/input-file";
import { featuresOfNote, HUGGINGFACE_KEY } from "../huggingface-metadata";
import { featureOfDuckType, plainValue } from "./duck-values";

/** Rows of one batch while streaming: enough that a batch costs little, few enough that it is small. */
const BATCH_ROWS = 1 << 16;

/**
 * The file's rows in batches of at most `batchRows`, in order.
 *
 * Types are those of the Arrow schema that pyarrow and Python's `datasets` note in the file, where there is one.
 */
export async function parquetBatches(
  file: InputFile,
  take: (columns: Columns) => Promise<void> | void,
  batchRows: number = BATCH_ROWS,
): Promise<void> {
  const magic = Buffer.from(await firstBytes(file, 4)).toString("latin1");
  if (magic !== "PAR1") {
    throw new DatasetError("not-parquet", `\`${file.path}\` is no Parquet file: it does not begin with PAR1.`, {
      path: file.path,
      hint: "Check the format that you pass to `loadDataset`.",
    });
  }
  try {
    await withDuckDB(async (connection) => {
      // Otherwise rows of a large file may come in another order where several threads read.
      await connection.run("SET preserve_insertion_order = true");
      await readFile(connection, file, take, batchRows);
    });
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    const [reason = ""] = messageOf(error).replaceAll(file.absolute, file.path).split("\n");
    throw new DatasetError("bad-parquet", `\`${file.path}\` cannot be read as Parquet. ${reason}`, {
      path: file.path,
      cause: error,
      hint: "Is the file whole? A download that broke off lacks its end, where Parquet keeps the table of contents.",
    });
  }
}

async function readFile(
  connection: DuckDBConnection,
  file: InputFile,
  take: (columns: Columns) => Promise<void> | void,
  batchRows: number,
): Promise<void> {
  const source = sqlString(globLiteral(file.absolute));
  const described = await connection.runAndReadAll(`SELECT * FROM read_parquet(${source}) LIMIT 0`);
  const names = described.columnNames();
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined)
    throw new DatasetError("duplicate-column", `Two columns are called \`${twice}\`.`, {
      path: file.path,
      column: twice,
    });
  const noted = await notedFeatures(connection, source);
  const types = described.columnTypes();
  const features = names.map((name, index) => noted.get(name) ?? featureOfDuckType(name, types[index]));
  const expressions = names.map((name, index) => transfer(`"${name.replaceAll('"', '""')}"`, features[index]));
  const { DuckDBBlobVector } = await import("@duckdb/node-api");
  const result = await connection.stream(`SELECT ${expressions.join(", ")} FROM read_parquet(${source})`);
  let builders = features.map((feature, index) => columnBuilder(feature, names[index]));
  let rows = 0;
  let batches = 0;
  const finish = async (): Promise<void> => {
    batches++;
    await take(new Map(builders.map((builder, index) => [names[index] ?? "", builder.finish()])));
    builders = features.map((feature, index) => columnBuilder(feature, names[index]));
    rows = 0;
  };
  for (;;) {
    const chunk = await result.fetchChunk();
    const count = chunk?.rowCount ?? 0;
    if (chunk === null || count === 0) break;
    for (const [position, builder] of builders.entries()) {
      const vector = chunk.getColumnVector(position);
      const isText = vector instanceof DuckDBBlobVector;
      for (let row = 0; row < count; row++) {
        const value: DuckDBValue | Uint8Array | null = isText ? vector.getItemBytes(row) : vector.getItem(row);
        if (value === null) builder.addNull();
        else if (value instanceof Uint8Array) builder.addBytes(value);
        else if (typeof value === "number" || typeof value === "bigint") builder.addNumber(value);
        else if (typeof value === "boolean") builder.addBoolean(value);
        else builder.addValue(plainValue(value));
      }
    }
    rows += count;
    if (rows >= batchRows) await finish();
  }
  if (rows > 0 || batches === 0) await finish();
}

/** The features that the program that wrote the file noted in it. */
async function notedFeatures(connection: DuckDBConnection, source: string): Promise<Map<string, Feature>> {
  const reader = await connection.runAndReadAll(
    `SELECT decode(value) FROM parquet_kv_metadata(${source}) WHERE key = encode('ARROW:schema')`,
  );
  const note = reader.getRows()[0]?.[0];
  if (typeof note !== "string") return new Map();
  try {
    const noted = await arrow.RecordBatchReader.from(Buffer.from(note, "base64"));
    await noted.open();
    return featuresOfSchema(noted.schema);
  } catch {
    // The note may hold types that Arrow in JavaScript does not know; the file's own types remain.
    return new Map();
  }
}

/** The types of a schema's columns, by name: those of Python's `datasets` where it noted them, else Arrow's. */
function featuresOfSchema(schema: arrow.Schema): Map<string, Feature> {
  const noted = featuresOfNote(schema.metadata.get(HUGGINGFACE_KEY));
  return new Map(
    schema.fields.map((field) => [field.name, noted?.get(field.name) ?? featureOfArrow(field.type, field.name)]),
  );
}

/** An SQL expression that gives the values as the column's builder takes them. */
function transfer(expression: string, feature: Feature | undefined): string {
  const dtype = dtypeOf(feature) ?? "";
  if (dtype === "string" || dtype === "large_string") return `encode(${expression})`;
  if (dtype === "date32") return `date_diff('day', DATE '1970-01-01', ${expression})::INTEGER`;
  if (dtype === "null") return "CAST(NULL AS BIGINT)";
  if (dtype.startsWith("decimal")) return `CAST(${expression} AS VARCHAR)`;
  if (dtype.startsWith("timestamp[s")) return `epoch_ms(${expression}) // 1000`;
  if (dtype.startsWith("timestamp[ms")) return `epoch_ms(${expression})`;
  if (dtype.startsWith("timestamp[us")) return `epoch_us(${expression})`;
  return dtype.startsWith("timestamp[ns") ? `epoch_ns(${expression})` : expression;
}
