/** @file JSON values that are nested, with what their numbers are written like: JSON.parse cannot tell 1 from 1.0. */
import { DatasetError } from "../dataset-error";
import { type Feature, List } from "../feature";
import { Value } from "../value";

/** What kinds of values came at one place of nested values. */
export interface Shape {
  /** Names of the kinds: "int", "float", "bool", "string", "list", "object". */
  kinds: Set<string>;
  /** The items of lists. */
  items: Shape | undefined;
  /** The properties of objects, in the order in which they came first. */
  fields: Map<string, Shape>;
}

/** A shape that nothing has come to. */
export function newShape(): Shape {
  return { kinds: new Set(), items: undefined, fields: new Map() };
}

const TOKEN = /[\t\n\r ]*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[[\]{}:,]|true|false|null)/y;

/** Parses one JSON value and adds its kinds to the shape. Whole numbers beyond 2^53 are bigints. Bad JSON is a SyntaxError. */
export function parseShaped(text: string, shape: Shape): unknown {
  let at = 0;
  const next = (): string => {
    TOKEN.lastIndex = at;
    const [, token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new SyntaxError("The JSON is broken.");
    at = TOKEN.lastIndex;
    return token;
  };
  const value = (token: string, into: Shape): unknown => {
    if (token === "null") return null;
    if (token === "[") {
      into.kinds.add("list");
      into.items ??= newShape();
      const list: unknown[] = [];
      for (let item = next(); item !== "]"; item = next()) {
        list.push(value(item, into.items));
        const end = next();
        if (end === "]") break;
        if (end !== ",") throw new SyntaxError("The JSON is broken.");
      }
      return list;
    }
    if (token === "{") {
      into.kinds.add("object");
      const object: Record<string, unknown> = {};
      for (let key = next(); key !== "}"; key = next()) {
        const name: unknown = JSON.parse(key);
        if (typeof name !== "string" || next() !== ":") throw new SyntaxError("The JSON is broken.");
        let field = into.fields.get(name);
        if (field === undefined) {
          field = newShape();
          into.fields.set(name, field);
        }
        const property = value(next(), field);
        // An assignment to `__proto__` would change the prototype instead of adding a property.
        Object.defineProperty(object, name, { value: property, enumerable: true, writable: true, configurable: true });
        const end = next();
        if (end === "}") break;
        if (end !== ",") throw new SyntaxError("The JSON is broken.");
      }
      return object;
    }
    if (token === "true" || token === "false") {
      into.kinds.add("bool");
      return token === "true";
    }
    if (token.startsWith('"')) {
      into.kinds.add("string");
      return JSON.parse(token);
    }
    if (!/^[-\d]/.test(token)) throw new SyntaxError("The JSON is broken.");
    const number = Number(token);
    const isWhole = /^-?\d+$/.test(token) && BigInt.asIntN(64, BigInt(token)) === BigInt(token);
    into.kinds.add(isWhole ? "int" : "float");
    return isWhole && !Number.isSafeInteger(number) ? BigInt(token) : number;
  };
  return value(next(), shape);
}

/** The type of values of this shape, as pyarrow infers it. Kinds that do not go together are a DatasetError. */
export function featureOfShape(shape: Shape, path: string): Feature {
  const kinds = [...shape.kinds].sort().join(" and ");
  switch (kinds) {
    case "":
      return new Value("null");
    case "int":
      return new Value("int64");
    case "float":
    case "float and int":
      return new Value("float64");
    case "bool":
    case "string":
      return new Value(kinds);
    case "list":
      return new List(featureOfShape(shape.items ?? newShape(), `${path}[]`));
    case "object":
      return Object.fromEntries(
        [...shape.fields].map(([name, field]) => [name, featureOfShape(field, `${path}.${name}`)]),
      );
    default:
      throw mixedTypes(path, kinds);
  }
}

/** The error of a place where values of several kinds stand. */
export function mixedTypes(column: string, kinds: string): DatasetError {
  return new DatasetError("mixed-types", `Column \`${column}\` mixes types: it has ${kinds} values.`, {
    column,
    hint: `Give it one type with \`features\`, for example new Value("string"), or make the values alike.`,
  });
}
