/** @file What each database offers to those who read it. */
import type { ArrowColumn } from "../arrow-column";
import type { SqlDialect } from "./sql-tokens";
import type { Statement } from "./statement";

/** Columns by name, all of one length. */
export type Columns = ReadonlyMap<string, ArrowColumn>;

/** An open database. */
export interface SqlSession {
  dialect: SqlDialect;
  /** The few rows of a query of ours, as lists. */
  all(sql: string): Promise<unknown[][]>;
  /** The result of a user's statement. What is wrong with it is a DatasetError. */
  read(statement: Statement): Promise<Columns>;
}
