/** @file A query from a table's name, columns and limit: each name is looked up in the database's catalogue. */
import { describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { DatasetError } from "../dataset-error";
import type { SqlTableOptions } from "./sql-options";
import type { SqlSession } from "./sql-session";
import type { SqlDialect } from "./sql-tokens";
import type { Statement } from "./statement";

/** Schema, table, column, and whether the table is found without its schema: one row a column, in order. */
const CATALOGUE: Readonly<Record<SqlDialect, string>> = {
  sqlite: `SELECT 'main', tables.name, columns.name, 1 FROM sqlite_schema AS tables, pragma_table_xinfo(tables.name) AS columns
    WHERE tables.type IN ('table', 'view') AND tables.name NOT LIKE 'sqlite|_%' ESCAPE '|' AND columns.hidden <> 1
    ORDER BY tables.name, columns.cid`,
  duckdb: `SELECT table_schema, table_name, column_name, table_schema = current_schema() FROM information_schema.columns
    WHERE table_catalog = current_database() ORDER BY table_schema, table_name, ordinal_position`,
  postgres: `SELECT n.nspname, c.relname, a.attname, CASE WHEN pg_catalog.pg_table_is_visible(c.oid) THEN 1 ELSE 0 END
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped
      AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'
    ORDER BY n.nspname, c.relname, a.attnum`,
};

interface Table {
  schema: string;
  name: string;
  columns: string[];
}

/**
 * The statement that reads a table.
 *
 * Only names of the catalogue, quoted, come into it; a name that is not there is a DatasetError with those that are.
 */
export async function tableStatement(session: SqlSession, options: SqlTableOptions): Promise<Statement> {
  const tables = new Map<string, Table>();
  for (const [schema, name, column, isVisible] of await session.all(CATALOGUE[session.dialect])) {
    const key = `${isVisible === true || Number(isVisible) === 1 ? "" : `${String(schema)}.`}${String(name)}`;
    const table = tables.get(key) ?? { schema: String(schema), name: String(name), columns: [] };
    table.columns.push(String(column));
    tables.set(key, table);
  }
  const keys = [...tables.keys()];
  const withSchema = new Map([...tables.values()].map((table) => [`${table.schema}.${table.name}`, table]));
  const table =
    tables.get(known(options.table, keys) ?? "") ?? withSchema.get(known(options.table, [...withSchema.keys()]) ?? "");
  if (table === undefined) {
    throw new DatasetError("unknown-table", `There is no table ${describeValue(options.table)}.`, {
      hint: listNames("tables", options.table, keys),
    });
  }
  const columns = (options.columns ?? table.columns).map((name) => {
    const found = known(name, table.columns);
    if (found !== undefined) return found;
    throw new DatasetError("unknown-column", `The table \`${table.name}\` has no column ${describeValue(name)}.`, {
      column: name,
      hint: listNames("columns", name, table.columns),
    });
  });
  const limit = options.limit === undefined ? "" : ` LIMIT ${options.limit}`;
  const sql = `SELECT ${columns.map(quoted).join(", ")} FROM ${quoted(table.schema)}.${quoted(table.name)}${limit}`;
  return { query: sql, sql, values: [], original: (offset) => offset };
}

/** The name itself, else the only one that differs by its case alone. */
function known(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return name;
  const alike = names.filter((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return alike.length === 1 ? alike[0] : undefined;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
