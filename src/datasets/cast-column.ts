/** @file A column as another type: `cast`, by the rules of Arrow and of Python's `datasets`. */
import * as arrow from "apache-arrow";
import { describeValue } from "../core/errors";
import { ArrowColumn } from "./arrow-column";
import { copiedColumn } from "./arrow-copy";
import {
  type ArrowNode,
  BooleanNode,
  BytesNode,
  DecimalNode,
  ListNode,
  NumberNode,
  nodeOf,
  StructNode,
} from "./arrow-node";
import { storedReader } from "./arrow-reader";
import { arrowTypeOf } from "./arrow-type";
import { type ScalarCast, type Stored, scalarCast } from "./cast-scalar";
import { ClassLabel } from "./class-label";
import type { Column } from "./column";
import { DatasetError } from "./dataset-error";
import { decimalUnits } from "./decimal";
import { dtypeOf, type Feature, featureText, isStruct, LargeList, List, sameFeature } from "./feature";
import { type DType, decimalDigits } from "./value";
import { type Place, problem } from "./value-to-arrow";

type Cast = (index: number) => void;

/**
 * The rows at these places of a column, as another type.
 *
 * A value that does not fit is a DatasetError with its row; types that have no cast are one without.
 */
export function castedColumn(name: string, column: Column, indices: Uint32Array | undefined, to: Feature): Column {
  if (sameFeature(column.feature, to) && indices === undefined) return column;
  const source = copiedColumn(name, column, indices);
  const node = nodeOf(to);
  const place: Place = { column: name, row: 0, path: [] };
  const chunks: arrow.Data[] = [];
  for (const chunk of source.vector.data) {
    const cast = castInto(chunk, source.feature, to, node, place);
    for (let index = 0; index < chunk.length; index++) {
      cast(index);
      place.row++;
    }
    chunks.push(node.take());
  }
  return new ArrowColumn(new arrow.Vector(chunks), to);
}

function castInto(chunk: arrow.Data, from: Feature, to: Feature, node: ArrowNode, place: Place): Cast {
  const cast = castValid(chunk, from, to, node, place);
  if (chunk.nullCount === 0) return cast;
  return (index) => {
    if (chunk.getValid(index)) cast(index);
    else node.addNull();
  };
}

function castValid(chunk: arrow.Data, from: Feature, to: Feature, node: ArrowNode, place: Place): Cast {
  const source = dtypeOf(from);
  if (source === "null") return () => node.addNull();
  if (isStruct(from) && isStruct(to) && node instanceof StructNode) return castStruct(chunk, from, to, node, place);
  const isList = (feature: Feature): feature is List | LargeList =>
    feature instanceof List || feature instanceof LargeList;
  if (isList(from) && isList(to) && node instanceof ListNode) return castList(chunk, from, to, node, place);
  const target = dtypeOf(to);
  if (source === undefined || target === undefined) throw noCast(from, to, place);
  if (to instanceof ClassLabel) return castClass(chunk, source, from, to, node, place);
  const cast = scalarCast(source, target);
  if (cast === undefined) throw noCast(from, to, place);
  return castScalars(chunk, source, target, cast, node, place);
}

function castScalars(chunk: arrow.Data, from: DType, to: DType, cast: ScalarCast, node: ArrowNode, place: Place): Cast {
  const read = storedReader(chunk, from);
  const store = storeIn(node, to);
  return (index) => {
    const value = read(index);
    const stored = cast(value);
    if (stored === undefined || !store(stored)) {
      throw problem("wrong-type", place, `is ${describeValue(value)}, which cannot become a ${to}`, {
        hint: "Correct the value, or cast to a type that holds it.",
      });
    }
  };
}

function storeIn(node: ArrowNode, dtype: DType): (value: Stored) => boolean {
  const digits = decimalDigits(dtype);
  return (value) => {
    if (node instanceof NumberNode && (typeof value === "number" || typeof value === "bigint")) node.add(value);
    else if (node instanceof BooleanNode && typeof value === "boolean") node.add(value);
    else if (node instanceof BytesNode && typeof value === "string") node.add(Buffer.from(value));
    else if (node instanceof BytesNode && value instanceof Uint8Array) node.add(value);
    else if (node instanceof DecimalNode && digits !== undefined && typeof value === "string") {
      const units = decimalUnits(value, digits.precision, digits.scale);
      if (units === undefined) return false;
      node.add(units);
    } else return false;
    return true;
  };
}

/** To classes: names become their numbers, and numbers must have a class. */
function castClass(
  chunk: arrow.Data,
  source: DType,
  from: Feature,
  label: ClassLabel,
  node: ArrowNode,
  place: Place,
): Cast {
  const isText = source === "string" || source === "large_string";
  const toNumber = scalarCast(source, "int64");
  if (!(node instanceof NumberNode) || (toNumber === undefined && !isText)) throw noCast(from, label, place);
  const read = storedReader(chunk, source);
  const isInteger = /^u?int/.test(source);
  return (index) => {
    const value = read(index);
    let number: Stored | undefined;
    try {
      number = isText ? BigInt(label.str2int(String(value))) : toNumber?.(value);
    } catch (error) {
      if (!(error instanceof DatasetError)) throw error;
    }
    const isClass = typeof number === "bigint" && (!isInteger || number < BigInt(label.numClasses));
    if (!isClass || typeof number !== "bigint") {
      throw problem(
        "unknown-class",
        place,
        `is ${typeof value === "bigint" ? value : describeValue(value)}, which is no class`,
        {
          hint: `The classes are ${label.names.slice(0, 20).join(", ")}${label.numClasses > 20 ? ", …" : ""}; -1 stands for an unknown one.`,
        },
      );
    }
    node.add(number);
  };
}

function castStruct(
  chunk: arrow.Data,
  from: Readonly<Record<string, Feature>>,
  to: Readonly<Record<string, Feature>>,
  node: StructNode,
  place: Place,
): Cast {
  const names = Object.keys(from);
  if (names.length !== node.parts.size || !names.every((name) => node.parts.has(name))) throw noCast(from, to, place);
  const depth = place.path.length;
  const casts = [...node.parts].map(([name, part]) => {
    const child = chunk.children[names.indexOf(name)];
    const source = from[name];
    const target = to[name];
    if (child === undefined || source === undefined || target === undefined) throw noCast(from, to, place);
    const cast = castInto(child, source, target, part, place);
    return (index: number): void => {
      place.path[depth] = name;
      cast(index);
    };
  });
  return (index) => {
    for (const cast of casts) cast(index);
    place.path.length = depth;
    node.endStruct();
  };
}

function castList(chunk: arrow.Data, from: List | LargeList, to: List | LargeList, node: ListNode, place: Place): Cast {
  const [items] = chunk.children;
  if (items === undefined) throw noCast(from, to, place);
  const depth = place.path.length;
  const cast = castInto(items, from.feature, to.feature, node.items, place);
  const offsets: Int32Array | BigInt64Array = chunk.valueOffsets;
  const fixed = from instanceof List ? from.length : -1;
  const wanted = to instanceof List ? to.length : -1;
  return (index) => {
    const start = fixed === -1 ? Number(offsets[index]) : index * fixed;
    const end = fixed === -1 ? Number(offsets[index + 1]) : start + fixed;
    if (wanted !== -1 && end - start !== wanted) {
      throw problem("wrong-length", place, `has ${end - start} items where ${wanted} are expected`, {
        hint: "Cast to a List without a length, or make all lists equally long.",
      });
    }
    for (let item = start; item < end; item++) {
      place.path[depth] = item - start;
      cast(item);
    }
    place.path.length = depth;
    node.endList();
  };
}

function noCast(from: Feature, to: Feature, place: Place): DatasetError {
  const at = place.path.length === 0 ? "" : ` (at ${place.path.join(".")})`;
  return new DatasetError(
    "no-cast",
    `Column \`${place.column}\`${at} cannot be cast from ${featureText(from)} to ${featureText(to)}.`,
    {
      column: place.column,
      hint: `Arrow has no cast from ${arrowTypeOf(from)} to ${arrowTypeOf(to)}; use \`map\` to make the new values.`,
    },
  );
}
