/** @file SQL cut into tokens, as far as it takes to find statements and placeholders outside of texts and comments. */

/** The databases, whose texts and comments differ. */
export type SqlDialect = "sqlite" | "duckdb" | "postgres";

/** A token that means something here; texts, comments, numbers and signs are passed over. */
export interface SqlToken {
  kind: "word" | "placeholder" | "semicolon" | "sign";
  text: string;
  /** Where it begins in the query. */
  start: number;
}

const COMMON: readonly RegExp[] = [
  /\s+/y,
  /--[^\n]*/y,
  /'[^']*(?:''[^']*)*(?:'|$)/y,
  /"[^"]*(?:""[^"]*)*(?:"|$)/y,
  /::/y,
];
const ESCAPED = /[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)/y;
const SQLITE_NAMES: readonly RegExp[] = [/`[^`]*(?:``[^`]*)*(?:`|$)/y, /\[[^\]]*(?:\]|$)/y];
const DOLLAR_QUOTE = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /\.?[0-9][\w.]*/y;
const NAMED = /[:$@][A-Za-z_]\w*/y;
const NUMBERED = /\$[0-9]+/y;
const QUESTION = /\?[0-9]*/y;

/** The tokens of a query. */
export function sqlTokens(sql: string, dialect: SqlDialect): SqlToken[] {
  const tokens: SqlToken[] = [];
  let place = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = place;
    return pattern.exec(sql)?.[0];
  };
  const skipped = [...COMMON, ...(dialect === "sqlite" ? SQLITE_NAMES : [ESCAPED])];
  const placeholders = dialect === "postgres" ? [NUMBERED, NAMED] : [NUMBERED, NAMED, QUESTION];
  while (place < sql.length) {
    const passed = skipped.map(match).find((text) => text !== undefined);
    if (passed !== undefined) {
      place += passed.length;
      continue;
    }
    if (sql.startsWith("/*", place)) {
      place = afterComment(sql, place, dialect === "postgres");
      continue;
    }
    const quote = dialect === "sqlite" ? undefined : match(DOLLAR_QUOTE);
    if (quote !== undefined) {
      const end = sql.indexOf(quote, place + quote.length);
      place = end === -1 ? sql.length : end + quote.length;
      continue;
    }
    const start = place;
    const word = match(WORD);
    const isPlaceholder = word === undefined && !/[\w\]]/.test(sql[start - 1] ?? "");
    const placeholder = isPlaceholder ? placeholders.map(match).find((text) => text !== undefined) : undefined;
    const text = word ?? placeholder ?? match(NUMBER) ?? sql[start] ?? "";
    place += text.length;
    if (word !== undefined) tokens.push({ kind: "word", text, start });
    else if (placeholder !== undefined) tokens.push({ kind: "placeholder", text, start });
    else tokens.push({ kind: text === ";" ? "semicolon" : "sign", text, start });
  }
  return tokens;
}

/** Comments stand within each other in PostgreSQL, and end at the first end elsewhere. */
function afterComment(sql: string, start: number, isNested: boolean): number {
  let depth = 0;
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start;
  for (let found = edge.exec(sql); found !== null; found = edge.exec(sql)) {
    if (found[0] === "*/") depth--;
    else if (isNested || depth === 0) depth++;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
}
