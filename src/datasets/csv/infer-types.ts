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

const INTEGER_PATTERN = "\\s*[+-]?[0-9]+\\s*";
const DECIMAL_PATTERN = "\\s*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\s*";
const INFINITY_PATTERN = "\\s*[+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?\\s*";
const TRUE = "[Tt]rue|TRUE";
const FALSE = "[Ff]alse|FALSE";
/** No number is written in more characters than this; longer texts need not be matched against patterns. */
const LONGEST_NUMBER = 400;

/** An SQL aggregate: the kinds of values that a text expression has, for {@link typeOfKinds}. */
export function kindsAggregate(text: string): string {
  const number = numberText(text);
  return `bit_or(CASE
    WHEN ${text} IS NULL THEN ${MISSING}
    WHEN strlen(${text}) > ${LONGEST_NUMBER} THEN ${TEXT}
    WHEN regexp_full_match(${text}, '${INTEGER_PATTERN}') THEN CASE
      WHEN TRY_CAST(${number} AS BIGINT) >= 0 THEN ${NATURAL}
      WHEN TRY_CAST(${number} AS BIGINT) < 0 THEN ${NEGATIVE}
      WHEN TRY_CAST(${number} AS UBIGINT) IS NOT NULL THEN ${BEYOND_INT64}
      ELSE ${BEYOND_UINT64} END
    WHEN ${isFloat(text, "DOUBLE")} THEN ${FLOAT}
    WHEN regexp_full_match(${text}, '${TRUE}|${FALSE}') THEN ${BOOL}
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

/** An SQL expression: a text as a value of this type, NULL where it is none. */
export function castExpression(text: string, dtype: DType): string {
  if (dtype === "string") return text;
  if (dtype === "bool")
    return `CASE WHEN regexp_full_match(${text}, '${TRUE}') THEN true WHEN regexp_full_match(${text}, '${FALSE}') THEN false END`;
  const type = SQL_TYPES[dtype] ?? "VARCHAR";
  if (/^u?int/.test(dtype)) {
    // DuckDB would round '1.5' to 2; what is not written as a whole number is none.
    return `CASE WHEN regexp_full_match(${text}, '${INTEGER_PATTERN}') THEN TRY_CAST(${numberText(text)} AS ${type}) END`;
  }
  if (dtype.startsWith("float"))
    return `CASE WHEN ${isFloat(text, type)} THEN TRY_CAST(${numberText(text)} AS ${type}) END`;
  return `TRY_CAST(${text} AS ${type})`;
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
  const decimal = `regexp_full_match(${text}, '${DECIMAL_PATTERN}') AND isfinite(TRY_CAST(${numberText(text)} AS ${type}))`;
  return `((${decimal}) OR regexp_full_match(${text}, '${INFINITY_PATTERN}'))`;
}

/** The text without spaces around it and without a plus sign, which DuckDB's casts do not take. */
function numberText(text: string): string {
  return `ltrim(trim(${text}, E' \\t\\n\\r\\f\\v'), '+')`;
}
