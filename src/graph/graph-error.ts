/** @file The error of a computation graph that cannot be built, written or run. */
import { CadernoError, type CadernoErrorOptions } from "../core/errors";

/** Where in a graph something went wrong. */
export interface GraphErrorOptions extends CadernoErrorOptions {
  /** The node's name, with its scopes. */
  node?: string | undefined;
  /** The operation of that node: `"Gemm"`. */
  operation?: string | undefined;
}

/** A computation graph that cannot be built, written or run; it names the node where one is to blame. */
export class GraphError extends CadernoError {
  /** The node's name, with its scopes. */
  readonly node: string | undefined;
  /** The operation of that node: `"Gemm"`. */
  readonly operation: string | undefined;

  constructor(code: string, message: string, options: GraphErrorOptions = {}) {
    super(code, message, options);
    this.node = options.node;
    this.operation = options.operation;
  }
}
