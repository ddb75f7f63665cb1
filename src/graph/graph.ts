/** @file The graph under construction: inputs, state, constants, nodes in an order of execution, and outputs. */
import { listNames } from "../core/suggest";
import { canonical, type Dimension, formatShape, type Shape, sameShape } from "./dimension";
import { GraphError } from "./graph-error";

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

/** A fixed setting of an operation: a whole number, `{ float: 1e-12 }`, a text, or a list of whole numbers. */
export type Attribute = number | { readonly float: number } | string | readonly number[];

/** The fixed settings of an operation, by ONNX's names. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** One operation of a graph, with ONNX's name for it. */
export interface GraphNode {
  /** ONNX's operator name: `"MatMul"`. */
  readonly operation: string;
  /** `""` for ONNX's own operators, `"com.microsoft"` for those that only onnxruntime has, `"caderno"` for our composites. */
  readonly domain: string;
  /** Unique in its graph, with the scopes it was made in: `"layer.0/attention/MatMul_3"`. */
  readonly name: string;
  /** What the node reads; undefined where an optional input is left out. */
  readonly inputs: readonly (Value | undefined)[];
  readonly attributes: Attributes;
  /** Dimensions that the node reads from int64 inputs, kept so that gradients and interpreters can speak of them. */
  readonly dimensions: Readonly<Record<string, Dimension>>;
  /** What the node makes. */
  readonly outputs: readonly Value[];
  /** The place of the node in its graph's order, which is an order of execution. */
  readonly index: number;
}

/** What an operation asks a graph to add. */
export interface NodeRequest {
  operation: string;
  domain?: string;
  inputs: readonly (Value | undefined)[];
  attributes?: Attributes;
  dimensions?: Readonly<Record<string, Dimension>>;
  outputs: readonly { type: ElementType; shape: Shape }[];
}

/** Numbers that are known when the graph is built. */
export interface ConstantData {
  type: ElementType;
  shape: readonly number[];
  data: Float32Array | BigInt64Array | Int32Array | Uint8Array;
}

/** What a state is for: a parameter is trained, a moment belongs to the optimizer, an accumulator sums gradients. */
export type StateRole = "parameter" | "moment" | "accumulator";

/** Where a symbolic dimension can be read when the graph runs. */
export interface DimensionSource {
  value: Value;
  axis: number;
}

const NAME = /^[A-Za-z0-9_.:/-]+$/;

/**
 * A computation as data: what goes in, which operations run, what comes out.
 *
 * Operations append nodes, so that the order of `nodes` is an order of execution. Shapes are checked as the graph is built.
 *
 * @example
 * ```ts
 * const graph = new Graph("linear");
 * const x = graph.input("x", "float32", ["batch", 3]);
 * const weight = graph.parameter("weight", [2, 3]);
 * graph.output("y", gemm(x, weight, undefined, { transB: true }));
 * graph.outputs.get("y")?.toString(); // "Gemm_0: float32[batch, 2]"
 * ```
 */
export class Graph {
  readonly name: string;
  readonly #inputs = new Map<string, Value>();
  readonly #states = new Map<string, { value: Value; role: StateRole }>();
  readonly #constants = new Map<string, { value: Value; data: ConstantData }>();
  readonly #constantData = new Map<Value, ConstantData>();
  readonly #nodes: GraphNode[] = [];
  readonly #outputs = new Map<string, Value>();
  readonly #dimensions = new Map<string, DimensionSource>();
  readonly #memo = new Map<string, Value>();
  readonly #replacements = new Map<Value, Value>();
  #scopes: readonly string[] = [];
  #serial = 0;

  constructor(name: string) {
    this.name = checkName("graph", name);
  }

  /** What is fed at each run, by name. */
  get inputs(): ReadonlyMap<string, Value> {
    return this.#inputs;
  }

  /** What stays between runs, by name: parameters, and what an optimizer keeps. */
  get states(): ReadonlyMap<string, { readonly value: Value; readonly role: StateRole }> {
    return this.#states;
  }

  /** The nodes in an order of execution. */
  get nodes(): readonly GraphNode[] {
    return this.#nodes;
  }

  /** What a run gives, by name. */
  get outputs(): ReadonlyMap<string, Value> {
    return this.#outputs;
  }

  /** The parameters, by name, in the order in which the model named them. */
  get parameters(): ReadonlyMap<string, Value> {
    return new Map(
      [...this.#states].filter(([, { role }]) => role === "parameter").map(([name, { value }]) => [name, value]),
    );
  }

  /** Declares an input. Each name in its shape that is new can from then on be used in other shapes. */
  input(name: string, type: ElementType, shape: Shape): Value {
    this.#checkFree(name);
    const value = new Value({ graph: this, name, type, shape: shape.map(canonical), origin: "input" });
    this.#inputs.set(name, value);
    this.#learnDimensions(value);
    return value;
  }

  /** A trainable float32 tensor. Asking again for the same name and shape gives the same value, which is how weights are tied. */
  parameter(name: string, shape: readonly number[]): Value {
    return this.state(name, shape, "parameter");
  }

  /** A float32 tensor that stays between runs. */
  state(name: string, shape: readonly number[], role: StateRole): Value {
    const known = this.#states.get(name);
    if (known !== undefined) {
      if (known.role === role && sameShape(known.value.shape, shape)) return known.value;
      throw new GraphError(
        "state-conflict",
        `The graph \`${this.name}\` has a ${known.role} \`${name}\` of shape ${formatShape(known.value.shape)} already, and was asked for a ${role} of shape ${formatShape(shape)}.`,
        { hint: "Tied weights must agree in shape; other weights need a name of their own." },
      );
    }
    this.#checkFree(name);
    const value = new Value({ graph: this, name, type: "float32", shape: [...shape], origin: "state" });
    this.#states.set(name, { value, role });
    return value;
  }

  /** A constant tensor; equal small constants are one value. */
  constant(data: ConstantData): Value {
    const elements = data.shape.reduce((product, axis) => product * axis, 1);
    if (data.data.length !== elements) {
      throw new GraphError(
        "shape-mismatch",
        `A constant of shape ${formatShape(data.shape)} needs ${elements} numbers and was given ${data.data.length}.`,
      );
    }
    const key = elements <= 64 ? `${data.type} ${data.shape.join(",")}: ${data.data.join(",")}` : `#${this.#serial}`;
    // -0 and 0 print alike and are not the same number in a division.
    const exact = data.data.some?.((item: number | bigint) => Object.is(item, -0)) ? `${key} negative zero` : key;
    const known = this.#constants.get(exact);
    if (known !== undefined) return known.value;
    const value = new Value({
      graph: this,
      name: this.#freshName("constant"),
      type: data.type,
      shape: [...data.shape],
      origin: "constant",
    });
    this.#constants.set(exact, { value, data });
    this.#constantData.set(value, data);
    return value;
  }

  /** The numbers of a constant; undefined for every other value. */
  constantData(value: Value): ConstantData | undefined {
    return this.#constantData.get(value);
  }

  /** Appends a node and gives its outputs. Operations call this once they have checked their inputs. */
  node(request: NodeRequest): Value[] {
    const index = this.#nodes.length;
    const name = `${this.path(request.operation)}_${this.#serial++}`;
    for (const input of request.inputs) {
      if (input !== undefined && input.graph !== this) {
        throw new GraphError("graph-mismatch", `${name} reads \`${input.name}\`, which belongs to another graph.`, {
          node: name,
          operation: request.operation,
        });
      }
    }
    const outputs: Value[] = [];
    const node: GraphNode = {
      operation: request.operation,
      domain: request.domain ?? "",
      name,
      inputs: [...request.inputs],
      attributes: request.attributes ?? {},
      dimensions: request.dimensions ?? {},
      outputs,
      index,
    };
    for (const [place, { type, shape }] of request.outputs.entries()) {
      outputs.push(
        new Value({
          graph: this,
          name: place === 0 ? name : `${name}:${place}`,
          type,
          shape: shape.map(canonical),
          origin: "node",
          producer: node,
        }),
      );
    }
    this.#nodes.push(node);
    return outputs;
  }

  /** Runs `body`; the nodes that it adds carry `name` in front of theirs. Scopes nest. */
  scope<T>(name: string, body: () => T): T {
    const outer = this.#scopes;
    this.#scopes = [...outer, checkName("scope", name)];
    try {
      return body();
    } finally {
      this.#scopes = outer;
    }
  }

  /** A name with the scopes that are open, as error messages show where in the model something went wrong. */
  path(name: string): string {
    return [...this.#scopes, name].join("/");
  }

  /** Names a value as an output. Another name for the same value is allowed, the same name twice is not. */
  output(name: string, value: Value): Value {
    checkName("output", name);
    if (this.#outputs.has(name)) {
      throw new GraphError("name-taken", `The graph \`${this.name}\` has an output \`${name}\` already.`);
    }
    this.#outputs.set(name, value);
    return value;
  }

  /** The output of that name, or an error that lists those there are. */
  requireOutput(name: string): Value {
    const value = this.#outputs.get(name);
    if (value !== undefined) return value;
    throw new GraphError("output-missing", `The graph \`${this.name}\` has no output \`${name}\`.`, {
      hint: listNames("outputs", name, [...this.#outputs.keys()]),
    });
  }

  /** The axes of a value that name a dimension for the first time become the place where it is read. */
  learnDimension(name: string, source: DimensionSource): void {
    if (!this.#dimensions.has(name)) this.#dimensions.set(name, source);
  }

  /** A name for a dimension that only the run knows, such as the number of distinct ids. */
  freshDimension(stem: string): string {
    let name = stem;
    for (let count = 1; this.#dimensions.has(name); count++) name = `${stem}_${count}`;
    return name;
  }

  /** Where a symbolic dimension can be read. */
  dimensionSource(name: string): DimensionSource {
    const source = this.#dimensions.get(name);
    if (source !== undefined) return source;
    throw new GraphError(
      "dimension-unknown",
      `The graph \`${this.name}\` has no value with the dimension \`${name}\`.`,
      {
        hint: listNames("dimensions", name, [...this.#dimensions.keys()]),
      },
    );
  }

  /** The value made for `key` before, or the one that `make` makes now: shapes and masks that many nodes share are computed once. */
  once(key: string, make: () => Value): Value {
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.#memo.set(key, value);
    return value;
  }

  /** Lets `by` be read wherever `value`, a composite node's output, stands. See composites/expand-composites.ts. */
  replace(value: Value, by: Value): void {
    this.#replacements.set(value, by);
  }

  /** What a composite node's output was replaced by; undefined while it was not. */
  replacement(value: Value): Value | undefined {
    return this.#replacements.get(value);
  }

  #learnDimensions(value: Value): void {
    for (const [axis, dimension] of value.shape.entries()) {
      if (isName(dimension)) this.learnDimension(dimension, { value, axis });
    }
  }

  #freshName(stem: string): string {
    return `${stem}_${this.#serial++}`;
  }

  #checkFree(name: string): void {
    checkName("value", name);
    if (this.#inputs.has(name) || this.#states.has(name)) {
      throw new GraphError("name-taken", `The graph \`${this.name}\` has a value \`${name}\` already.`, {
        hint: "Inputs and parameters share one set of names.",
      });
    }
  }
}

function isName(dimension: Dimension): dimension is string {
  return typeof dimension === "string" && /^[A-Za-z_][A-Za-z0-9_]*$/.test(dimension);
}

function checkName(what: string, name: string): string {
  if (NAME.test(name)) return name;
  throw new GraphError("name-invalid", `${JSON.stringify(name)} is not a name for a ${what}.`, {
    hint: "Names are letters, digits and the characters . _ - : /",
  });
}
