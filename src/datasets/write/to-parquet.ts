/** @file A table as a Parquet file: encoded at once where it is plain and small, else written by DuckDB, with a note of its features as Python's `datasets` leaves one. */
import { open } from "node:fs/promises";
import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import * as arrow from "apache-arrow";
import { messageOf } from "../../core/errors";
import { Progress } from "../../core/progress";
import type { ArrowColumn } from "../arrow-column";
import { copiedColumn } from "../arrow-copy";
import { schemaMessage } from "../arrow-file";
import { chunkReaders, type Reader, type ScalarReaders, storedReader } from "../arrow-reader";
import { fieldOf } from "../arrow-type";
import { kindOf } from "../cast-scalar";
import { DatasetError } from "../dataset-error";
import { decimalUnits } from "../decimal";
import { sqlString, withDuckDB } from "../duckdb";
import { dtypeOf, type Feature, featureText, isStruct, LargeList, List } from "../feature";
import { HUGGINGFACE_KEY, huggingfaceNote } from "../huggingface-metadata";
import { consecutive, type Table } from "../table";
import { type DType, decimalDigits, timeUnitOf, Value } from "../value";
import { checkPath, replaceFile } from "./atomic-stream";
import { wholeParquet } from "./whole-parquet";

type DuckDB = typeof import("@duckdb/node-api");

const CALLER = "Dataset.toParquet";
/** DuckDB takes rows in pieces of this many. */
const PIECE = 2048;

/** Writes the rows, in order. */
export async function writeParquet(table: Table, path: unknown): Promise<void> {
  const target = checkPath(CALLER, path);
  for (const name of table.columns.keys()) checkName(name);
  const bytes = wholeParquet(table);
  if (bytes === undefined) await writeByDuckDB(table, target);
  else await replaceFile(target, (temporary) => writeWhole(temporary, bytes));
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeByDuckDB(table: Table, target: string): Promise<void> {
  const duckdb = await import("@duckdb/node-api");
  const features = [...table.columns].map(([name, column]) => [name, storable(name, column.feature)] as const);
  if (features.length === 0) {
    throw new DatasetError("no-columns", `${CALLER}: a Parquet file needs a column, and the dataset has none.`, {
      hint: "Add a column first.",
    });
  }
  const types = features.map(([name, feature]) => duckType(duckdb, name, feature));
  const progress = new Progress({ label: `Writing ${target}`, total: table.numRows, unit: "rows" });
  await replaceFile(target, async (temporary) => {
    await withDuckDB(async (connection) => {
      // The columns' own names are put in at the end, by position: DuckDB takes `a` and `A` for one name.
      const columns = types.map((type, position) => `c${position} ${type}`);
      await connection.run(`CREATE TABLE rows (${columns.join(", ")})`);
      const appender = await connection.createAppender("rows");
      for (let start = 0; start < table.numRows; start += PIECE) {
        const end = Math.min(table.numRows, start + PIECE);
        const rows = table.indices?.subarray(start, end) ?? consecutive(start, end);
        const chunk = duckdb.DuckDBDataChunk.create(types, end - start);
        for (const [position, [name, column]] of [...table.columns].entries()) {
          chunk.setColumnValues(position, duckValues(duckdb, copiedColumn(name, column, rows)));
        }
        appender.appendDataChunk(chunk);
        progress.advance(end - start);
      }
      appender.closeSync();
      const names = features.map(([name], position) => `c${position} AS ${sqlName(name)}`);
      const note = huggingfaceNote(Object.fromEntries(features));
      const fields = features.map(([name, feature]) => fieldOf(name, feature));
      const schema = schemaMessage(new arrow.Schema(fields, new Map([[HUGGINGFACE_KEY, note]])));
      const notes = `{${HUGGINGFACE_KEY}: ${sqlString(note)}, 'ARROW:schema': ${sqlString(schema)}}`;
      const options = `FORMAT parquet, COMPRESSION snappy, KV_METADATA ${notes}`;
      const copy = `COPY (SELECT ${names.join(", ")} FROM rows) TO ${sqlString(temporary)} (${options})`;
      await connection.run(copy).catch((cause: unknown) => {
        const [reason = ""] = messageOf(cause).replaceAll(temporary, target).split("\n");
        throw new DatasetError("cannot-write", `\`${target}\` cannot be written: ${reason}`, {
          path: target,
          cause,
          hint: "What was there before is unchanged. Check the path, its permissions and the free space.",
        });
      });
    });
  });
  progress.finish();
}

function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function checkName(name: string): void {
  if (!name.includes("\0")) return;
  throw new DatasetError("wrong-name", `${CALLER}: a column's name has a NUL character in it.`, {
    column: name,
    hint: "Rename the column.",
  });
}

/** The feature as Parquet can hold it. A column of nothing has no type there: it becomes one of missing whole numbers. */
function storable(name: string, feature: Feature): Feature {
  if (feature instanceof List) return new List(storable(name, feature.feature), { length: feature.length });
  if (feature instanceof LargeList) return new LargeList(storable(name, feature.feature));
  if (!isStruct(feature)) return dtypeOf(feature) === "null" ? new Value("int32") : feature;
  const parts = Object.entries(feature);
  if (parts.length > 0) return Object.fromEntries(parts.map(([part, type]) => [part, storable(name, type)]));
  throw new DatasetError(
    "unsupported-feature",
    `${CALLER}: the column \`${name}\` has objects without properties, which Parquet cannot hold.`,
    {
      column: name,
      hint: "Remove the column, or give its objects a property.",
    },
  );
}

function duckType(duckdb: DuckDB, name: string, feature: Feature): DuckDBType {
  if (feature instanceof List || feature instanceof LargeList)
    return duckdb.LIST(duckType(duckdb, name, feature.feature));
  if (isStruct(feature)) {
    return duckdb.STRUCT(
      Object.fromEntries(Object.entries(feature).map(([part, type]) => [part, duckType(duckdb, name, type)])),
    );
  }
  const dtype = dtypeOf(feature) ?? "null";
  const digits = decimalDigits(dtype);
  if (digits !== undefined) {
    const fits = digits.precision <= 38 && digits.scale >= 0;
    return fits ? duckdb.DECIMAL(digits.precision, digits.scale) : duckdb.VARCHAR;
  }
  switch (kindOf(dtype)) {
    case "bool":
      return duckdb.BOOLEAN;
    case "int":
      return {
        int8: duckdb.TINYINT,
        int16: duckdb.SMALLINT,
        int32: duckdb.INTEGER,
        int64: duckdb.BIGINT,
        uint8: duckdb.UTINYINT,
        uint16: duckdb.USMALLINT,
        uint32: duckdb.UINTEGER,
        uint64: duckdb.UBIGINT,
      }[dtype as "int8"];
    case "float":
      return dtype === "float64" ? duckdb.DOUBLE : duckdb.FLOAT;
    case "string":
      return duckdb.VARCHAR;
    case "binary":
      return duckdb.BLOB;
    case "date":
      return duckdb.DATE;
    case "time":
      // Parquet's times of day are in microseconds here; finer ones are kept as counts.
      return dtype === "time64[ns]" ? duckdb.BIGINT : duckdb.TIME;
    case "timestamp":
      if (dtype.includes("tz=")) return timeUnitOf(dtype) === "ns" ? duckdb.TIMESTAMP_NS : duckdb.TIMESTAMPTZ;
      return timeUnitOf(dtype) === "ns"
        ? duckdb.TIMESTAMP_NS
        : timeUnitOf(dtype) === "us"
          ? duckdb.TIMESTAMP
          : duckdb.TIMESTAMP_MS;
    case "duration":
      return duckdb.BIGINT;
    default:
      throw new DatasetError(
        "unsupported-feature",
        `${CALLER}: Parquet cannot hold the column \`${name}\` of ${featureText(feature)}.`,
        {
          column: name,
          hint: "Cast the column first.",
        },
      );
  }
}

function duckValues(duckdb: DuckDB, column: ArrowColumn): DuckDBValue[] {
  const scalars: ScalarReaders = (chunks, dtype) => {
    const convert = duckScalar(duckdb, dtype);
    return chunks.map((chunk) => {
      const read = storedReader(chunk, dtype);
      // DuckDB's own values pass through readers that are typed for ours.
      return ((index: number) => convert(read(index))) as unknown as Reader;
    });
  };
  const wrap = nestedWrap(duckdb, column.feature);
  return column.vector.data.flatMap((chunk) => {
    const [read] = chunkReaders([chunk], column.feature, scalars);
    return Array.from({ length: chunk.length }, (_, index) => wrap(read?.(index) as unknown as DuckDBValue));
  });
}

/** Lists and objects as DuckDB's own. */
function nestedWrap(duckdb: DuckDB, feature: Feature): (value: unknown) => DuckDBValue {
  if (feature instanceof List || feature instanceof LargeList) {
    const wrap = nestedWrap(duckdb, feature.feature);
    return (value) => (value === null ? null : new duckdb.DuckDBListValue((value as unknown[]).map(wrap)));
  }
  if (!isStruct(feature)) return (value) => value as DuckDBValue;
  const wraps = Object.entries(feature).map(([name, part]) => [name, nestedWrap(duckdb, part)] as const);
  return (value) => {
    if (value === null) return null;
    const parts = value as Readonly<Record<string, unknown>>;
    return new duckdb.DuckDBStructValue(Object.fromEntries(wraps.map(([name, wrap]) => [name, wrap(parts[name])])));
  };
}

function duckScalar(duckdb: DuckDB, dtype: DType): (value: unknown) => DuckDBValue {
  const digits = decimalDigits(dtype);
  if (digits !== undefined) {
    const { precision, scale } = digits;
    if (precision > 38 || scale < 0) return (value) => String(value);
    return (value) =>
      new duckdb.DuckDBDecimalValue(decimalUnits(String(value), precision, scale) ?? 0n, precision, scale);
  }
  const count = (value: unknown): bigint => BigInt(value as number | bigint);
  const unit = timeUnitOf(dtype);
  switch (kindOf(dtype)) {
    case "binary":
      return (value) => new duckdb.DuckDBBlobValue(value as Uint8Array);
    case "date":
      return (value) =>
        new duckdb.DuckDBDateValue(dtype === "date32" ? Number(value) : Number(count(value) / 86_400_000n));
    case "time": {
      if (dtype === "time64[ns]") return count;
      const micros = unit === "s" ? 1_000_000n : unit === "ms" ? 1000n : 1n;
      return (value) => new duckdb.DuckDBTimeValue(count(value) * micros);
    }
    case "timestamp":
      if (unit === "ns") return (value) => new duckdb.DuckDBTimestampNanosecondsValue(count(value));
      if (dtype.includes("tz=")) {
        const micros = unit === "s" ? 1_000_000n : unit === "ms" ? 1000n : 1n;
        return (value) => new duckdb.DuckDBTimestampTZValue(count(value) * micros);
      }
      if (unit === "us") return (value) => new duckdb.DuckDBTimestampValue(count(value));
      return (value) => new duckdb.DuckDBTimestampMillisecondsValue(unit === "s" ? count(value) * 1000n : count(value));
    case "duration":
      return count;
    default:
      return (value) => value as DuckDBValue;
  }
}
