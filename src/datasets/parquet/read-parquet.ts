/** @file Parquet files as batches of columns: decoded at once where they are small, else read by DuckDB. */
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import * as arrow from "apache-arrow";
import { messageOf } from "../../core/errors";
import { columnBuilder } from "../arrow-builder";
import { isSchemaSound } from "../arrow-schema-check";
import { featureOfArrow } from "../arrow-type";
import type { Columns } from "../cells/read-cells";
import { DatasetError } from "../dataset-error";
import { globLiteral, sqlString, withDuckDB } from "../duckdb";
import { dtypeOf, type Feature } from "../feature";
import { firstBytes, type InputFile } from "../files/input-file";
import { featuresOfNote, HUGGINGFACE_KEY } from "../huggingface-metadata";
import { featureOfDuckType, plainValue } from "./duck-values";
import { packedTexts } from "./packed-texts";
import { readWholeParquet } from "./read-whole";

/** Rows of one batch: enough that a batch costs little, few enough that it is small. */
const BATCH_ROWS = 1 << 13;
/** Rows of this many bytes are read one by one. */
const LONG_ROW = 500;

/**
 * Gives the file's rows to `take` in batches, in order: large ones, or small ones to stream.
 *
 * Types are those of the Arrow schema that pyarrow and Python's `datasets` note in the file, where there is one.
 */
export async function parquetBatches(
  file: InputFile,
  take: (columns: Columns) => Promise<void> | void,
  use: "all" | "stream" = "all",
): Promise<void> {
  const magic = Buffer.from(await firstBytes(file, 4)).toString("latin1");
  if (magic !== "PAR1") {
    throw new DatasetError("not-parquet", `\`${file.path}\` is no Parquet file: it does not begin with PAR1.`, {
      path: file.path,
      hint: "Check the format that you pass to `loadDataset`.",
    });
  }
  const whole = use === "all" ? await readWholeParquet(file) : undefined;
  if (whole !== undefined) {
    await take(whole);
    return;
  }
  try {
    await withDuckDB(async (connection) => {
      // Texts are joined in the order in which rows are met, which is the file's on one thread only.
      await connection.run("SET threads = 1");
      const plan = await planOf(connection, file);
      const { rows, rowBytes } = await sizeOf(connection, plan.source);
      // Long texts cost more than the calls that bring them, and many joined would not fit into memory twice.
      const isShort = use === "all" && rows > 0 && rowBytes < LONG_ROW;
      if (isShort) await packedBatches(connection, plan, { rows, atOnce: rowsAtOnce(rowBytes) }, take);
      else await rowBatches(connection, plan, `read_parquet(${plan.source})`, BATCH_ROWS, take);
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

/** A file's columns: what they are called, what types they have, and how SQL gives their values. */
interface Plan {
  source: string;
  names: readonly string[];
  features: readonly Feature[];
  quoted: readonly string[];
}

async function planOf(connection: DuckDBConnection, file: InputFile): Promise<Plan> {
  const source = sqlString(globLiteral(file.absolute));
  const described = await connection.runAndReadAll(`SELECT * FROM read_parquet(${source}) LIMIT 0`);
  const names = described.columnNames();
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new DatasetError("duplicate-column", `Two columns of \`${file.path}\` are called \`${twice}\`.`, {
      path: file.path,
      column: twice,
      hint: "Rename one of them in the program that wrote the file.",
    });
  }
  const noted = await notedFeatures(connection, source);
  const types = described.columnTypes();
  const features = names.map((name, index) => noted.get(name) ?? featureOfDuckType(name, types[index]));
  return { source, names, features, quoted: names.map((name) => `"${name.replaceAll('"', '""')}"`) };
}

/** The rows in batches, each value by itself. */
async function rowBatches(
  connection: DuckDBConnection,
  plan: Plan,
  relation: string,
  batchRows: number,
  take: (columns: Columns) => Promise<void> | void,
): Promise<void> {
  const { names, features } = plan;
  const expressions = plan.quoted.map((quoted, index) => transfer(quoted, features[index]));
  const { DuckDBBlobVector } = await import("@duckdb/node-api");
  const result = await connection.stream(`SELECT ${expressions.join(", ")} FROM ${relation}`);
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

/** The rows in ranges, texts many at once. */
async function packedBatches(
  connection: DuckDBConnection,
  plan: Plan,
  { rows, atOnce }: { rows: number; atOnce: number },
  take: (columns: Columns) => Promise<void> | void,
): Promise<void> {
  const isText = plan.features.map((feature) => /^(?:large_)?string$/.test(dtypeOf(feature) ?? ""));
  const texts = plan.features.flatMap((feature, index) => {
    const expression = plan.quoted[index];
    return isText[index] === true && expression !== undefined ? [{ expression, feature }] : [];
  });
  const others = subPlan(plan, (index) => isText[index] !== true);
  for (let start = 0; start < rows; start += atOnce) {
    const relation = `read_parquet(${plan.source}, file_row_number = true) WHERE file_row_number >= ${start} AND file_row_number < ${start + atOnce}`;
    const packed = texts.length === 0 ? [] : await packedTexts(connection, texts, relation);
    let plain: Columns = new Map();
    if (others.names.length > 0) {
      await rowBatches(connection, others, relation, atOnce, (columns) => {
        plain = columns;
      });
    }
    const columns = plan.names.map(
      (name, index) => [name, isText[index] === true ? packed.shift() : plain.get(name)] as const,
    );
    await take(new Map(columns.flatMap(([name, column]) => (column === undefined ? [] : [[name, column]]))));
  }
}

/** Each range begins in the middle of a part that is compressed as a whole: few large ranges are fast, up to some 64 MB. */
function rowsAtOnce(rowBytes: number): number {
  return Math.max(1 << 16, Math.min(1 << 20, Math.floor((1 << 26) / Math.max(1, rowBytes))));
}

function subPlan(plan: Plan, keep: (index: number) => boolean): Plan {
  const kept = <Item>(items: readonly Item[]): Item[] => items.filter((_, index) => keep(index));
  return { source: plan.source, names: kept(plan.names), features: kept(plan.features), quoted: kept(plan.quoted) };
}

/** How many rows the file has, and how many bytes one has on average. */
async function sizeOf(connection: DuckDBConnection, source: string): Promise<{ rows: number; rowBytes: number }> {
  const reader = await connection.runAndReadAll(
    `SELECT (SELECT num_rows FROM parquet_file_metadata(${source})), sum(total_uncompressed_size) FROM parquet_metadata(${source})`,
  );
  const [rows = 0, bytes = 0] = (reader.getRows()[0] ?? []).map(Number);
  return { rows, rowBytes: rows === 0 ? 0 : bytes / rows };
}

/** The features that the program that wrote the file noted in it. */
async function notedFeatures(connection: DuckDBConnection, source: string): Promise<Map<string, Feature>> {
  const reader = await connection.runAndReadAll(
    `SELECT decode(value) FROM parquet_kv_metadata(${source}) WHERE key = encode('ARROW:schema')`,
  );
  const note = reader.getRows()[0]?.[0];
  if (typeof note !== "string") return new Map();
  const bytes = Buffer.from(note, "base64");
  if (!isSchemaSound(bytes)) return new Map();
  try {
    const noted = await arrow.RecordBatchReader.from(bytes);
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
  if (dtype === "date64") return `date_diff('day', DATE '1970-01-01', ${expression})::BIGINT * 86400000`;
  if (dtype === "time32[s]") return `(epoch_ms(${expression}) // 1000)::INTEGER`;
  if (dtype === "time32[ms]") return `epoch_ms(${expression})::INTEGER`;
  if (dtype === "time64[us]") return `epoch_us(${expression})::BIGINT`;
  if (dtype === "null") return "CAST(NULL AS BIGINT)";
  if (dtype.startsWith("decimal")) return `CAST(${expression} AS VARCHAR)`;
  if (dtype.startsWith("timestamp[s")) return `epoch_ms(${expression}) // 1000`;
  if (dtype.startsWith("timestamp[ms")) return `epoch_ms(${expression})`;
  if (dtype.startsWith("timestamp[us")) return `epoch_us(${expression})`;
  return dtype.startsWith("timestamp[ns") ? `epoch_ns(${expression})` : expression;
}
