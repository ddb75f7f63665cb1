/** @file Rows of columns as new Arrow memory, bit for bit: what an index view shows becomes a piece of its own. */
import * as arrow from "apache-arrow";
import { ArrowColumn } from "./arrow-column";
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
import { fieldOf } from "./arrow-type";
import type { Column } from "./column";
import { type Feature, LargeList, List } from "./feature";
import type { Table } from "./table";
import { addTo } from "./value-to-arrow";
import { ViewColumn } from "./view-column";

/** Appends the value at an index to the node that the function was made for. */
export type Copy = (index: number) => void;

const BLOCK = 64;
const MOST_FILL = 1 << 26;

/** A function that copies values of a column into a node of the column's feature. */
export function copierOf(name: string, column: Column, node: ArrowNode): Copy {
  if (column instanceof ViewColumn) {
    const copy = copierOf(name, column.base, node);
    return (index) => copy(column.indices[index] ?? 0);
  }
  // A column that does not say how it is stored gives its values one by one.
  if (!(column instanceof ArrowColumn)) {
    return (index) => addTo(node, column.feature, column.get(index), { column: name, row: index, path: [] });
  }
  const chunks = column.vector.data.filter((chunk) => chunk.length > 0);
  const copies = chunks.map((chunk) => chunkCopy(chunk, column.feature, node));
  const starts = chunks.map((_, position) => chunks.slice(0, position).reduce((sum, { length }) => sum + length, 0));
  let current = 0;
  return (index) => {
    const isHere = index >= (starts[current] ?? 0) && index < (starts[current] ?? 0) + (chunks[current]?.length ?? 0);
    if (!isHere) current = Math.max(0, starts.filter((start) => start <= index).length - 1);
    copies[current]?.(index - (starts[current] ?? 0));
  };
}

function chunkCopy(chunk: arrow.Data, feature: Feature, node: ArrowNode): Copy {
  const copy = validCopy(chunk, feature, node);
  if (chunk.nullCount === 0 || !chunk.nullBitmap || chunk.nullBitmap.length === 0) return copy;
  const { nullBitmap, offset } = chunk;
  return (index) => {
    const bit = offset + index;
    if (((nullBitmap[bit >> 3] ?? 0) >> (bit & 7)) & 1) copy(index);
    else node.addNull();
  };
}

function validCopy(chunk: arrow.Data, feature: Feature, node: ArrowNode): Copy {
  const { values, offset } = chunk;
  const offsets: Int32Array | BigInt64Array = chunk.valueOffsets;
  if (node instanceof NumberNode) return (index) => node.add(values[index]);
  if (node instanceof BooleanNode) {
    return (index) => node.add((((values[(offset + index) >> 3] ?? 0) >> ((offset + index) & 7)) & 1) === 1);
  }
  if (node instanceof BytesNode) {
    return (index) => node.add(values.subarray(Number(offsets[index]), Number(offsets[index + 1])));
  }
  if (node instanceof DecimalNode) {
    const { words } = node;
    return (index) => node.addWords(values.subarray(index * words, (index + 1) * words));
  }
  const [items] = chunk.children;
  if (node instanceof ListNode && (feature instanceof List || feature instanceof LargeList) && items !== undefined) {
    const copy = chunkCopy(items, feature.feature, node.items);
    const fixed = feature instanceof List ? feature.length : -1;
    return (index) => {
      const start = fixed === -1 ? Number(offsets[index]) : index * fixed;
      const end = fixed === -1 ? Number(offsets[index + 1]) : start + fixed;
      for (let item = start; item < end; item++) copy(item);
      node.endList();
    };
  }
  if (node instanceof StructNode) {
    const types = Object.values(feature as Readonly<Record<string, Feature>>);
    const copies = [...node.parts.values()].map((part, position) => {
      const child = chunk.children[position];
      const type = types[position];
      if (child === undefined || type === undefined) throw new TypeError("The Arrow memory lacks a struct's values.");
      return chunkCopy(child, type, part);
    });
    return (index) => {
      for (const copy of copies) copy(index);
      node.endStruct();
    };
  }
  return () => node.addNull();
}

/** The rows at these places of a column, as a column of its own. */
export function copiedColumn(name: string, column: Column, indices: Uint32Array | undefined): ArrowColumn {
  const node = nodeOf(column.feature);
  const copy = copierOf(name, column, node);
  const chunks: arrow.Data[] = [];
  const length = indices?.length ?? column.length;
  for (let row = 0; row < length; row++) {
    if (node.fill() > MOST_FILL) chunks.push(node.take());
    copy(indices?.[row] ?? row);
  }
  if (node.length > 0 || chunks.length === 0) chunks.push(node.take());
  return new ArrowColumn(new arrow.Vector(chunks), column.feature);
}

/** The Arrow schema of a table. */
export function schemaOf(table: Table, metadata: ReadonlyMap<string, string>): arrow.Schema {
  const fields = [...table.columns].map(([name, column]) => fieldOf(name, column.feature));
  return new arrow.Schema(fields, new Map(metadata));
}

/** A table's rows, in its order, as record batches of at most `most` rows and a bounded number of bytes. */
export function* recordBatches(
  table: Table,
  schema: arrow.Schema,
  options: { start: number; end: number; most: number },
): Generator<arrow.RecordBatch> {
  const nodes = [...table.columns.values()].map((column) => nodeOf(column.feature));
  const copies = [...table.columns].map(([name, column], position) => {
    return copierOf(name, column, nodes[position] ?? nodeOf(column.feature));
  });
  const { indices } = table;
  let rows = 0;
  const close = (): arrow.RecordBatch => {
    const struct = new arrow.Struct(schema.fields);
    const data = new arrow.Data(
      struct,
      0,
      rows,
      0,
      {},
      nodes.map((node) => node.take()),
    );
    rows = 0;
    return new arrow.RecordBatch(schema, data);
  };
  for (let start = options.start; start < options.end; start += BLOCK) {
    const end = Math.min(options.end, start + BLOCK);
    for (const copy of copies) {
      for (let row = start; row < end; row++) copy(indices === undefined ? row : (indices[row] ?? 0));
    }
    rows += end - start;
    if (rows + BLOCK > options.most || nodes.some((node) => node.fill() > MOST_FILL)) yield close();
  }
  if (rows > 0) yield close();
}
