/** @file The types of CSV columns, inferred over all rows by the rules of pandas, which Python's `datasets` uses. */
import type { DType } from "../value";

// What kinds of values a column has, as bits of a number, so that one aggregate over the rows tells all of them.
const NATURAL = 1;
const NEGATIVE = 2;
const BEYOND_INT64 = 4;
const BEYOND_UINT64 = 8;
const FLOAT = 16;
const BOOL = 32;
const TEXT = 64;
const MISSING = 128;

const INTEGER = "\\s*[+-]?[0-9]+\\s*";
const DECIMAL = "\\s*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\s*";
const INFINITE = "\\s*[+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?\\s*";
const TRUE = "[Tt]rue|TRUE";
const FALSE = "[Ff]alse|FALSE";
/** No number is written in more characters than this; longer texts need not be looked at. */
const LONGEST_NUMBER = 400;

/**
 * An SQL aggregate: the kinds of values that a text expression has, for {@link typeOfKinds}.
 *
 * The order is for speed. Numbers but infinities begin with a character below the colon, and comparing costs a tenth of what a
 * pattern costs; most whole numbers are written as DuckDB would write them. Patterns decide the rest, since DuckDB's casts also
 * take `1_000`.
 */
export function kindsAggregate(text: string): string {
  const sign = `CASE WHEN TRY_CAST(${text} AS BIGINT) < 0 THEN ${NEGATIVE} ELSE ${NATURAL} END`;
  return `bit_or(CASE
    WHEN ${text} IS NULL THEN ${MISSING}
    WHEN strlen(${text}) > ${LONGEST_NUMBER} THEN ${TEXT}
    WHEN ${text} >= ':' THEN CASE
      WHEN strlen(${text}) <= 5 AND ${matches(text, `${TRUE}|${FALSE}`)} THEN ${BOOL}
      WHEN strlen(${text}) <= 20 AND ${matches(text, INFINITE)} THEN ${FLOAT}
      ELSE ${TEXT} END
    WHEN CAST(TRY_CAST(${text} AS BIGINT) AS VARCHAR) = ${text} THEN ${sign}
    WHEN ${matches(text, INTEGER)} THEN CASE
      WHEN TRY_CAST(${text} AS BIGINT) IS NOT NULL THEN ${sign}
      WHEN TRY_CAST(${text} AS UBIGINT) IS NOT NULL THEN ${BEYOND_INT64}
      ELSE ${BEYOND_UINT64} END
    WHEN ${isFloat(text, "DOUBLE")} THEN ${FLOAT}
    ELSE ${TEXT} END)`;
}

/**
 * The type of a column with these kinds of values.
 *
 * As in pandas, whole numbers with missing values among them are floats, a column of nothing but missing values is one of
 * floats, and whole numbers beyond 64 bits stay texts.
 */
export function typeOfKinds(kinds: number): DType {
  const present = kinds & ~MISSING;
  const has = (kind: number): boolean => (kinds & kind) !== 0;
  if (present === 0) return "float64";
  if (present === BOOL) return "bool";
  if (has(TEXT) || has(BOOL)) return "string";
  if (has(FLOAT)) return "float64";
  if (has(BEYOND_UINT64) || (has(BEYOND_INT64) && has(NEGATIVE))) return "string";
  if (has(MISSING)) return "float64";
  return has(BEYOND_INT64) ? "uint64" : "int64";
}

/** An SQL expression: a text as a value of the type that was inferred for its column, so that it is known to fit. */
export function inferredCast(text: string, dtype: DType): string {
  if (dtype === "string") return text;
  return dtype === "bool" ? `(${text}[1] = 't' OR ${text}[1] = 'T')` : `TRY_CAST(${text} AS ${SQL_TYPES[dtype]})`;
}

/** An SQL expression: a text as a value of a type that the user asked for, NULL where it is none. */
export function checkedCast(text: string, dtype: DType): string {
  if (dtype === "string") return text;
  if (dtype === "bool") {
    return `CASE WHEN ${matches(text, TRUE)} THEN true WHEN ${matches(text, FALSE)} THEN false END`;
  }
  const type = SQL_TYPES[dtype] ?? "VARCHAR";
  const cast = `TRY_CAST(${text} AS ${type})`;
  // DuckDB would round '1.5' to 2; what is not written as a whole number is none.
  if (/^u?int/.test(dtype)) return `CASE WHEN ${matches(text, INTEGER)} THEN ${cast} END`;
  return dtype.startsWith("float") ? `CASE WHEN ${isFloat(text, type)} THEN ${cast} END` : cast;
}

const SQL_TYPES: Partial<Record<DType, string>> = {
  null: "BIGINT",
  int8: "TINYINT",
  int16: "SMALLINT",
  int32: "INTEGER",
  int64: "BIGINT",
  uint8: "UTINYINT",
  uint16: "USMALLINT",
  uint32: "UINTEGER",
  uint64: "UBIGINT",
  float32: "FLOAT",
  float64: "DOUBLE",
  date32: "DATE",
  "timestamp[s]": "TIMESTAMP",
  "timestamp[ms]": "TIMESTAMP",
  "timestamp[us]": "TIMESTAMP",
  "timestamp[ns]": "TIMESTAMP",
};

/** Whether the text is a number that fits: DuckDB turns one that is too large into an infinity. */
function isFloat(text: string, type: string): string {
  const fits = `isfinite(TRY_CAST(${text} AS ${type}))`;
  return `((${matches(text, DECIMAL)} AND ${fits}) OR ${matches(text, INFINITE)})`;
}

function matches(text: string, pattern: string): string {
  return `regexp_full_match(${text}, '${pattern}')`;
}
