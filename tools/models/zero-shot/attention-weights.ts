/** @file The weights of one layer's attention, set number by number: noise where nothing is set. */
import type { Generator } from "../../../src/core/random";

const DEVIATION = 0.02;

/** The weights of a layer: tables of `width` rows and columns, named as DistilBERT names them. */
export class AttentionWeights {
  readonly tables: Readonly<Record<"q_lin" | "k_lin" | "v_lin" | "out_lin", Float32Array>>;
  /** What is added to the queries. */
  readonly constants: Float32Array;
  readonly #width: number;
  readonly #size: number;

  /** @param options The encoder's width, the width of a head, and where noise comes from. */
  constructor({ width, size, random }: { width: number; size: number; random: Generator }) {
    this.#width = width;
    this.#size = size;
    this.constants = new Float32Array(width);
    const table = (): Float32Array => noise(random, width * width);
    this.tables = { q_lin: table(), k_lin: table(), v_lin: table(), out_lin: table() };
  }

  /** What a column adds to a number of a head's query. */
  query(head: number, place: number, column: number, weight: number): void {
    this.tables.q_lin[this.#cell(head, place, column)] = weight;
  }

  /** A number of a head's query that is the same for every token. */
  constant(head: number, place: number, value: number): void {
    this.constants[head * this.#size + place] = value;
  }

  /** What a column adds to a number of a head's key. */
  key(head: number, place: number, column: number, weight: number): void {
    this.tables.k_lin[this.#cell(head, place, column)] = weight;
  }

  /** What a column adds to a number of a head's value. */
  value(head: number, place: number, column: number, weight: number): void {
    this.tables.v_lin[this.#cell(head, place, column)] = weight;
  }

  /** What a column gets of a number of a head's value. */
  output(column: number, head: number, place: number, weight: number): void {
    this.tables.out_lin[column * this.#width + head * this.#size + place] = weight;
  }

  #cell(head: number, place: number, column: number): number {
    return (head * this.#size + place) * this.#width + column;
  }
}

/** Small random numbers. */
export function noise(random: Generator, length: number): Float32Array {
  return Float32Array.from({ length }, () => DEVIATION * Math.sqrt(12) * (random.random() - 0.5));
}
