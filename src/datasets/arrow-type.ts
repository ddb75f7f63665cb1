/** @file Features and Apache Arrow's types: each from the other. */
import * as arrow from "apache-arrow";
import { ClassLabel } from "./class-label";
import { DatasetError } from "./dataset-error";
import { type Feature, isStruct, LargeList, List } from "./feature";
import { type DType, decimalDigits, isDType, type TimeUnit, timeUnitOf, Value } from "./value";

const UNITS: Readonly<Record<TimeUnit, arrow.TimeUnit>> = {
  s: arrow.TimeUnit.SECOND,
  ms: arrow.TimeUnit.MILLISECOND,
  us: arrow.TimeUnit.MICROSECOND,
  ns: arrow.TimeUnit.NANOSECOND,
};
const UNIT_NAMES: readonly TimeUnit[] = ["s", "ms", "us", "ns"];

const SIMPLE: Partial<Record<DType, () => arrow.DataType>> = {
  null: () => new arrow.Null(),
  bool: () => new arrow.Bool(),
  int8: () => new arrow.Int8(),
  int16: () => new arrow.Int16(),
  int32: () => new arrow.Int32(),
  int64: () => new arrow.Int64(),
  uint8: () => new arrow.Uint8(),
  uint16: () => new arrow.Uint16(),
  uint32: () => new arrow.Uint32(),
  uint64: () => new arrow.Uint64(),
  float16: () => new arrow.Float16(),
  float32: () => new arrow.Float32(),
  float64: () => new arrow.Float64(),
  string: () => new arrow.Utf8(),
  large_string: () => new arrow.LargeUtf8(),
  binary: () => new arrow.Binary(),
  large_binary: () => new arrow.LargeBinary(),
  date32: () => new arrow.DateDay(),
  date64: () => new arrow.DateMillisecond(),
  "time32[s]": () => new arrow.TimeSecond(),
  "time32[ms]": () => new arrow.TimeMillisecond(),
  "time64[us]": () => new arrow.TimeMicrosecond(),
  "time64[ns]": () => new arrow.TimeNanosecond(),
};

/** The Arrow type that stores a feature. */
export function arrowTypeOf(feature: Feature): arrow.DataType {
  if (feature instanceof Value) return arrowType(feature.dtype);
  if (feature instanceof ClassLabel) return new arrow.Int64();
  // The items' name is what Arrow's other libraries call them.
  if (feature instanceof LargeList) return new arrow.LargeList(fieldOf("item", feature.feature));
  if (feature instanceof List) {
    const item = fieldOf("item", feature.feature);
    return feature.length === -1 ? new arrow.List(item) : new arrow.FixedSizeList(feature.length, item);
  }
  if (!isStruct(feature)) throw new TypeError("There is no such feature.");
  return new arrow.Struct(Object.entries(feature).map(([name, part]) => fieldOf(name, part)));
}

/** A named Arrow field that stores a feature. */
export function fieldOf(name: string, feature: Feature): arrow.Field {
  return new arrow.Field(name, arrowTypeOf(feature), true);
}

/** The Arrow type of a {@link DType}. */
export function arrowType(dtype: DType): arrow.DataType {
  const simple = SIMPLE[dtype];
  if (simple !== undefined) return simple();
  const digits = decimalDigits(dtype);
  if (digits !== undefined) return new arrow.Decimal(digits.scale, digits.precision, digits.bits);
  const unit = UNITS[timeUnitOf(dtype) ?? "ms"];
  if (dtype.startsWith("duration")) return new arrow.Duration(unit);
  const [, zone] = /tz=(.+)\]$/.exec(dtype) ?? [];
  return new arrow.Timestamp(unit, zone ?? null);
}

/**
 * The feature of an Arrow type.
 *
 * Python: what `Features.from_arrow_schema` gives where a file does not say more. A type without a feature is a DatasetError.
 *
 * @param path The column's name, for the error.
 */
export function featureOfArrow(type: arrow.DataType, path: string): Feature {
  if (arrow.DataType.isList(type)) return new List(featureOfArrow(type.valueType, `${path}[]`));
  if (arrow.DataType.isLargeList(type)) return new LargeList(featureOfArrow(type.valueType, `${path}[]`));
  if (arrow.DataType.isFixedSizeList(type) && type.listSize >= 0) {
    return new List(featureOfArrow(type.valueType, `${path}[]`), { length: type.listSize });
  }
  if (arrow.DataType.isStruct(type)) {
    return Object.fromEntries(
      type.children.map((field: arrow.Field) => [field.name, featureOfArrow(field.type, `${path}.${field.name}`)]),
    );
  }
  const dtype = dtypeOfArrow(type);
  if (isDType(dtype)) return new Value(dtype);
  throw new DatasetError(
    "unsupported-arrow-type",
    `Column \`${path}\` has the Arrow type ${type}, which no feature stands for.`,
    {
      column: path,
      hint: "Cast the column in the program that wrote it, for example to string.",
    },
  );
}

function dtypeOfArrow(type: arrow.DataType): DType | undefined {
  if (arrow.DataType.isTimestamp(type)) {
    const unit = UNIT_NAMES[type.unit] ?? "ms";
    return type.timezone ? `timestamp[${unit}, tz=${type.timezone}]` : `timestamp[${unit}]`;
  }
  if (arrow.DataType.isDuration(type)) return `duration[${UNIT_NAMES[type.unit] ?? "ms"}]`;
  if (arrow.DataType.isTime(type)) {
    const unit = UNIT_NAMES[type.unit];
    return unit === "s" || unit === "ms" ? `time32[${unit}]` : unit === "us" ? "time64[us]" : "time64[ns]";
  }
  if (arrow.DataType.isDate(type)) return type.unit === arrow.DateUnit.DAY ? "date32" : "date64";
  if (arrow.DataType.isDecimal(type)) {
    const { precision, scale } = type;
    return type.bitWidth === 256 ? `decimal256(${precision}, ${scale})` : `decimal128(${precision}, ${scale})`;
  }
  if (arrow.DataType.isInt(type)) return `${type.isSigned ? "" : "u"}int${type.bitWidth}` as DType;
  if (arrow.DataType.isFloat(type)) return (["float16", "float32", "float64"] as const)[type.precision];
  if (arrow.DataType.isUtf8(type)) return "string";
  if (arrow.DataType.isLargeUtf8(type)) return "large_string";
  if (arrow.DataType.isBinary(type)) return "binary";
  if (arrow.DataType.isLargeBinary(type)) return "large_binary";
  if (arrow.DataType.isBool(type)) return "bool";
  return arrow.DataType.isNull(type) ? "null" : undefined;
}
