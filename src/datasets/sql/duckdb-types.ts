/** @file DuckDB's types as a dataset's. */
import type {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBType,
} from "@duckdb/node-api";
import { List } from "../feature";
import { type DType, Value } from "../value";
import type { ResultColumn } from "./result-columns";

type DuckDB = typeof import("@duckdb/node-api");

/** The column of a result's type. Types without a counterpart come as DuckDB writes them, as texts. */
export function duckdbColumn(duckdb: DuckDB, name: string, type: DuckDBType | undefined): ResultColumn {
  const { DuckDBTypeId: Id } = duckdb;
  const raw = (dtype: DType, convert: (value: unknown) => number | bigint): ResultColumn => ({
    name,
    feature: new Value(dtype),
    convert,
    as: "raw",
  });
  const value = (dtype: DType): ResultColumn => ({ name, feature: new Value(dtype) });
  switch (type?.typeId) {
    case Id.BOOLEAN:
      return value("bool");
    case Id.TINYINT:
      return value("int8");
    case Id.SMALLINT:
      return value("int16");
    case Id.INTEGER:
      return value("int32");
    case Id.BIGINT:
      return value("int64");
    case Id.UTINYINT:
      return value("uint8");
    case Id.USMALLINT:
      return value("uint16");
    case Id.UINTEGER:
      return value("uint32");
    case Id.UBIGINT:
      return value("uint64");
    case Id.FLOAT:
      return value("float32");
    case Id.DOUBLE:
      return value("float64");
    case Id.HUGEINT:
    case Id.UHUGEINT:
      // Sums and counts of whole numbers are of this type. As in pandas they are floats.
      return { name, feature: new Value("float64"), convert: Number };
    case Id.DECIMAL:
      return { name, feature: new Value("float64"), convert: (item) => (item as DuckDBDecimalValue).toDouble() };
    case Id.VARCHAR:
      return value("string");
    case Id.BLOB:
      return { name, feature: new Value("binary"), convert: bytesOf };
    case Id.DATE:
      return raw("date32", (item) => (item as DuckDBDateValue).days);
    case Id.TIMESTAMP:
      return raw("timestamp[us]", (item) => (item as DuckDBTimestampValue).micros);
    case Id.TIMESTAMP_TZ:
      return raw("timestamp[us, tz=UTC]", (item) => (item as DuckDBTimestampTZValue).micros);
    case Id.TIMESTAMP_S:
      return raw("timestamp[s]", (item) => (item as DuckDBTimestampSecondsValue).seconds);
    case Id.TIMESTAMP_MS:
      return raw("timestamp[ms]", (item) => (item as DuckDBTimestampMillisecondsValue).millis);
    case Id.TIMESTAMP_NS:
      return raw("timestamp[ns]", (item) => (item as DuckDBTimestampNanosecondsValue).nanos);
    case Id.LIST: {
      const items = duckdbColumn(duckdb, name, (type as { valueType?: DuckDBType }).valueType);
      if (items.feature === undefined || items.as === "raw") break;
      const convert = items.convert ?? ((item: unknown) => item);
      return {
        name,
        feature: new List(items.feature),
        convert: (list) => (list as { items: unknown[] }).items.map((item) => (item === null ? null : convert(item))),
      };
    }
    default:
  }
  return { name, feature: new Value("string"), convert: String };
}

function bytesOf(value: unknown): unknown {
  return (value as { bytes: Uint8Array }).bytes;
}
