/** @file Reads a parameter's type from its TypeScript. */
import { type ParameterField, type ParameterType, unionOf } from "./parameter-type";

/** Deeper than any type of a parameter, so that a hostile notebook cannot exhaust the stack. */
const MAX_DEPTH = 30;

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?(?![\w.])|[A-Za-z_$][\w$]*|[|[\](){}<>:;,?])/y;

/**
 * The type that an annotation means, or undefined for one that no command line can fill: a function, a class, a name that
 * the notebook defines.
 *
 * Understood are number, string, boolean, null, unknown, literals, unions, arrays, `Record<string, …>` and object types.
 */
export function parseParameterType(text: string): ParameterType | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const reader = new TypeReader(tokens);
  const type = reader.union(0);
  return reader.isAtEnd() ? type : undefined;
}

class TypeReader {
  private position = 0;

  constructor(private readonly tokens: readonly string[]) {}

  isAtEnd(): boolean {
    return this.position === this.tokens.length;
  }

  union(depth: number): ParameterType | undefined {
    if (depth > MAX_DEPTH) return undefined;
    this.take("|");
    const members: ParameterType[] = [];
    do {
      const member = this.postfix(depth);
      if (member === undefined) return undefined;
      members.push(member);
    } while (this.take("|"));
    return unionOf(members);
  }

  private postfix(depth: number): ParameterType | undefined {
    this.take("readonly");
    let type = this.primary(depth);
    while (type !== undefined && this.take("[")) {
      type = this.take("]") ? { kind: "array", element: type } : undefined;
    }
    return type;
  }

  private primary(depth: number): ParameterType | undefined {
    const token = this.next();
    if (token === undefined) return undefined;
    if (/^["'\d-]/.test(token)) return literal(token);
    switch (token) {
      case "number":
      case "string":
      case "boolean":
      case "null":
      case "unknown":
      case "object":
        return { kind: token };
      case "any":
        return { kind: "unknown" };
      case "true":
      case "false":
        return { kind: "literal", value: token === "true" };
      case "(":
        return this.closed(this.union(depth + 1), ")");
      case "{":
        return this.fields(depth);
      case "Array":
      case "ReadonlyArray":
        return this.generic(depth, "<", (element) => ({ kind: "array", element }));
      case "Record":
        if (!this.take("<") || !this.take("string")) return undefined;
        return this.generic(depth, ",", (value) => ({ kind: "record", value }));
      default:
        return undefined;
    }
  }

  private fields(depth: number): ParameterType | undefined {
    const fields: ParameterField[] = [];
    while (!this.take("}")) {
      this.take("readonly");
      const name = this.next();
      if (name === undefined || !/^[A-Za-z_$"']/.test(name)) return undefined;
      const presence = this.take("?") ? "optional" : "required";
      const type = this.take(":") ? this.union(depth + 1) : undefined;
      if (type === undefined) return undefined;
      fields.push({ name: /^["']/.test(name) ? unquote(name) : name, type, presence });
      const isSeparated = this.take(";") || this.take(",");
      if (!isSeparated && this.tokens[this.position] !== "}") return undefined;
    }
    return { kind: "fields", fields };
  }

  private generic(
    depth: number,
    before: "<" | ",",
    build: (argument: ParameterType) => ParameterType,
  ): ParameterType | undefined {
    const argument = this.take(before) ? this.closed(this.union(depth + 1), ">") : undefined;
    return argument === undefined ? undefined : build(argument);
  }

  private closed(type: ParameterType | undefined, closing: string): ParameterType | undefined {
    return this.take(closing) ? type : undefined;
  }

  private take(token: string): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position++;
    return true;
  }

  private next(): string | undefined {
    return this.tokens[this.position++];
  }
}

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const trimmed = text.trimEnd();
  while (TOKEN.lastIndex < trimmed.length) {
    const token = tokens.length < 1000 ? TOKEN.exec(trimmed)?.[1] : undefined;
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

function literal(token: string): ParameterType {
  return { kind: "literal", value: /^["']/.test(token) ? unquote(token) : Number(token) };
}

function unquote(token: string): string {
  const inside = token
    .slice(1, -1)
    .replace(/\\'/g, "'")
    .replace(/(?<!\\)"/g, '\\"');
  try {
    return JSON.parse(`"${inside}"`);
  } catch {
    return inside;
  }
}
