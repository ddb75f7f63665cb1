/** @file A value of a graph: a tensor that exists when the graph runs. */
import { formatShape, type Shape } from "./dimension";
import type { Graph } from "./graph";
import type { GraphNode } from "./graph-node";

/** The types that a value's elements can have. Ids are int64 and everything that is trained is float32, as in ONNX models. */
export type ElementType = "float32" | "int64" | "int32" | "bool";

/** Where a value comes from. */
export type ValueOrigin = "input" | "state" | "constant" | "node";

/** What {@link Value}'s constructor takes. */
export interface ValueFields {
  graph: Graph;
  name: string;
  type: ElementType;
  shape: Shape;
  origin: ValueOrigin;
  producer?: GraphNode | undefined;
}

/**
 * A tensor in a graph under construction: a name, an element type and a shape, and no numbers yet.
 *
 * Values are made by a {@link Graph} and by the operations, never by hand.
 */
export class Value {
  readonly graph: Graph;
  readonly name: string;
  readonly type: ElementType;
  readonly shape: Shape;
  readonly origin: ValueOrigin;
  /** The node that computes it; undefined for inputs, state and constants. */
  readonly producer: GraphNode | undefined;

  constructor(fields: ValueFields) {
    this.graph = fields.graph;
    this.name = fields.name;
    this.type = fields.type;
    this.shape = fields.shape;
    this.origin = fields.origin;
    this.producer = fields.producer;
  }

  /** The number of axes. */
  get rank(): number {
    return this.shape.length;
  }

  /** `logits: float32[batch, 11]`, as error messages and `console.log` show it. */
  toString(): string {
    return `${this.name}: ${this.type}${formatShape(this.shape)}`;
  }
}

/** A value or a plain number: operations take numbers as float32 scalars. */
export type Operand = Value | number;
