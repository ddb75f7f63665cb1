/** @file A query that only reads, with its values beside it instead of in it. */
import { argumentTypeError, describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { DatasetError } from "../dataset-error";
import { sqlError } from "./sql-error";
import type { SqlParameter, SqlQueryOptions } from "./sql-options";
import { type SqlDialect, type SqlToken, sqlTokens } from "./sql-tokens";

/** A statement that may be sent: its placeholders are numbered, and each value has one number. */
export interface Statement {
  /** The query as its user wrote it. */
  query: string;
  /** What is sent. */
  sql: string;
  /** The values of `$1`, `$2` and so on; `?1` in SQLite. */
  values: readonly SqlParameter[];
  /** Where a place of `sql` stood in `query`. */
  original(offset: number): number;
}

const READING = new Set(["SELECT", "WITH", "VALUES", "TABLE"]);

/** Checks that a query is one reading statement, and numbers its placeholders. Anything else is a DatasetError. */
export function readingStatement(
  query: string,
  parameters: SqlQueryOptions["parameters"],
  dialect: SqlDialect,
): Statement {
  const tokens = sqlTokens(query, dialect);
  const first = tokens.find(({ text }) => text !== "(");
  if (first === undefined || first.kind !== "word" || !READING.has(first.text.toUpperCase())) {
    throw sqlError(
      `only statements that read are run, and this one begins with ${describeValue(first?.text ?? "")}`,
      { query, offset: first?.start },
      { code: "not-a-query", hint: "Write one statement that begins with SELECT, WITH, VALUES or TABLE." },
    );
  }
  const end = tokens.findIndex(({ kind }) => kind === "semicolon");
  const after = end === -1 ? undefined : tokens.slice(end).find(({ kind }) => kind !== "semicolon");
  if (after !== undefined) {
    throw sqlError(
      "it has more than one statement",
      { query, offset: after.start },
      {
        code: "not-a-query",
        hint: "Write one statement. Values belong into `parameters`, which are never read as SQL.",
      },
    );
  }
  const cut = end === -1 ? query : query.slice(0, tokens[end]?.start);
  return numbered(query, cut, tokens, parameters, dialect);
}

function numbered(
  query: string,
  cut: string,
  tokens: readonly SqlToken[],
  parameters: SqlQueryOptions["parameters"],
  dialect: SqlDialect,
): Statement {
  const given = givenValues(parameters);
  const numbers = new Map<string, number>();
  const values: SqlParameter[] = [];
  const edits: { end: number; shift: number }[] = [];
  let sql = "";
  let copied = 0;
  let questions = 0;
  for (const { text, start } of tokens.filter(({ kind }) => kind === "placeholder")) {
    const key = text === "?" ? String(++questions) : text.slice(1);
    let number = numbers.get(key);
    if (number === undefined) {
      values.push(boundValue(key, given, { query, offset: start }));
      number = values.length;
      numbers.set(key, number);
    }
    sql += `${cut.slice(copied, start)}${dialect === "sqlite" ? "?" : "$"}${number}`;
    copied = start + text.length;
    edits.push({ end: sql.length, shift: copied - sql.length });
  }
  sql += cut.slice(copied);
  const unused = [...given.keys()].find((key) => !numbers.has(key));
  if (unused !== undefined) {
    const what = /^[0-9]+$/.test(unused) ? `value ${unused}` : `the value \`${unused}\``;
    throw new DatasetError("wrong-parameters", `The query has no placeholder for ${what} of \`parameters\`.`, {
      hint: `It has ${numbers.size === 0 ? "none at all" : [...numbers.keys()].join(", ")}. A placeholder does not stand within quotes.`,
    });
  }
  const original = (offset: number): number => offset + (edits.filter(({ end }) => end <= offset).at(-1)?.shift ?? 0);
  return { query, sql, values, original };
}

function givenValues(parameters: SqlQueryOptions["parameters"]): Map<string, SqlParameter> {
  if (parameters === undefined) return new Map();
  if (parameters === null || typeof parameters !== "object") {
    throw argumentTypeError({
      function: "loadDataset",
      parameter: "parameters",
      rule: "be a list of values, or an object with one for each name",
      value: parameters,
    });
  }
  const entries: [string, unknown][] = Array.isArray(parameters)
    ? parameters.map((value, index) => [String(index + 1), value])
    : Object.entries(parameters);
  return new Map(entries.map(([name, value]) => [name, checkedValue(name, value)]));
}

function checkedValue(name: string, value: unknown): SqlParameter {
  const isScalar = value === null || ["string", "number", "bigint", "boolean"].includes(typeof value);
  if (isScalar || (value instanceof Date && !Number.isNaN(value.getTime()))) return value as SqlParameter;
  throw argumentTypeError({
    function: "loadDataset",
    parameter: `parameters[${/^[0-9]+$/.test(name) ? Number(name) - 1 : JSON.stringify(name)}]`,
    rule: "be a text, a number, a boolean, a Date or null",
    value,
  });
}

function boundValue(
  key: string,
  given: ReadonlyMap<string, SqlParameter>,
  place: { query: string; offset: number },
): SqlParameter {
  const value = given.get(key);
  if (value !== undefined) return value;
  throw sqlError(`\`parameters\` has no value for the placeholder \`${key}\``, place, {
    code: "wrong-parameters",
    hint: given.size === 0 ? "Pass `parameters`." : listNames("values", key, [...given.keys()]),
  });
}
