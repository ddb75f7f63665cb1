/** @file Values one after the other into Arrow memory, in chunks that stay below Arrow's own limits. */
import * as arrow from "apache-arrow";
import { ArrowColumn } from "./arrow-column";
import { type ArrowNode, BooleanNode, BytesNode, NumberNode, nodeOf } from "./arrow-node";
import { dtypeOf, type Feature, featureText } from "./feature";
import { addTo, numberToHalf, type Place } from "./value-to-arrow";

/** A chunk is closed at this many rows, or at this many bytes of text or items: offsets are 32 bits wide. */
const CHUNK_ROWS = 1 << 20;
const CHUNK_FILL = 1 << 28;

/** Takes the values of one column in order, and gives the column. */
export interface ColumnBuilder {
  /** Adds a number in the unit that Arrow stores (days, or the timestamp's own unit), a bigint for 64-bit types. */
  addNumber(value: number | bigint): void;
  /** Adds a boolean. */
  addBoolean(value: boolean): void;
  /** Adds a text as UTF-8 bytes, or bytes, which are copied. */
  addBytes(value: Uint8Array): void;
  /** Adds a missing value. */
  addNull(): void;
  /**
   * Adds a JavaScript value of the column's type, lists and objects among them; null and undefined are missing values.
   * One that does not fit is a DatasetError with the row and the column, and the builder is of no use afterwards.
   */
  addValue(value: unknown): void;
  /** Ends the column. */
  finish(): ArrowColumn;
}

/**
 * A builder for columns of this type.
 *
 * @param name The column's name, for errors.
 * @param firstRow The number of the first row, for errors.
 */
export function columnBuilder(feature: Feature, name = "", firstRow = 0): ColumnBuilder {
  return new ChunkedBuilder(feature, name, firstRow);
}

class ChunkedBuilder implements ColumnBuilder {
  readonly #feature: Feature;
  readonly #node: ArrowNode;
  readonly #isHalf: boolean;
  readonly #chunks: arrow.Data[] = [];
  readonly #place: Place;

  constructor(feature: Feature, name: string, firstRow: number) {
    this.#feature = feature;
    this.#node = nodeOf(feature);
    this.#isHalf = dtypeOf(feature) === "float16";
    this.#place = { column: name, row: firstRow - 1, path: [] };
  }

  addNumber(value: number | bigint): void {
    this.#start(0);
    if (this.#node instanceof NumberNode) this.#node.add(this.#isHalf ? numberToHalf(Number(value)) : value);
    else throw wrongKind(this.#feature, "number");
  }

  addBoolean(value: boolean): void {
    this.#start(0);
    if (this.#node instanceof BooleanNode) this.#node.add(value);
    else throw wrongKind(this.#feature, "boolean");
  }

  addBytes(value: Uint8Array): void {
    this.#start(value.length);
    if (this.#node instanceof BytesNode) this.#node.add(value);
    else throw wrongKind(this.#feature, "text");
  }

  addNull(): void {
    this.#start(0);
    this.#node.addNull();
  }

  addValue(value: unknown): void {
    this.#start(0);
    addTo(this.#node, this.#feature, value, this.#place);
  }

  finish(): ArrowColumn {
    if (this.#node.length > 0 || this.#chunks.length === 0) this.#chunks.push(this.#node.take());
    return new ArrowColumn(new arrow.Vector(this.#chunks), this.#feature);
  }

  #start(bytes: number): void {
    const { length } = this.#node;
    if (length > 0 && (length >= CHUNK_ROWS || this.#node.fill() + bytes > CHUNK_FILL)) {
      this.#chunks.push(this.#node.take());
    }
    this.#place.row++;
  }
}

function wrongKind(feature: Feature, kind: string): TypeError {
  return new TypeError(`A column of ${featureText(feature)} takes no ${kind}.`);
}
