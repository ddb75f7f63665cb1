/** @file Which kernel computes which operation. */
import { listNames } from "../../core/suggest";
import type { GraphNode } from "../graph";
import { GraphError } from "../graph-error";
import type { Kernel } from "./kernel";
import { ARITHMETIC } from "./kernels/arithmetic";
import { COMPARISON } from "./kernels/comparison";
import { DROPOUT } from "./kernels/dropout";
import { ELEMENTWISE } from "./kernels/elementwise";
import { LINEAR_CROSS_ENTROPY } from "./kernels/linear-cross-entropy";
import { LOOKUP } from "./kernels/lookup";
import { MOVEMENT } from "./kernels/movement";
import { NORMALIZATION } from "./kernels/normalization";
import { PRODUCTS } from "./kernels/products";
import { REDUCTION } from "./kernels/reduction";
import { SELECTION } from "./kernels/selection";

const KERNELS: Readonly<Record<string, Kernel>> = {
  ...ARITHMETIC,
  ...COMPARISON,
  ...DROPOUT,
  ...ELEMENTWISE,
  ...LINEAR_CROSS_ENTROPY,
  ...LOOKUP,
  ...MOVEMENT,
  ...NORMALIZATION,
  ...PRODUCTS,
  ...REDUCTION,
  ...SELECTION,
};

/** The kernel of a node's operation. */
export function kernelOf(node: GraphNode): Kernel {
  const kernel = Object.hasOwn(KERNELS, node.operation) ? KERNELS[node.operation] : undefined;
  if (kernel !== undefined && (node.domain === "" || node.domain === "caderno")) return kernel;
  throw new GraphError("operation-unknown", `${node.name}: TensorFlow has no kernel for \`${node.operation}\`.`, {
    node: node.name,
    operation: node.operation,
    hint: listNames("operations", node.operation, Object.keys(KERNELS)),
  });
}

/** The operations that there are kernels for. */
export function kernelNames(): readonly string[] {
  return Object.keys(KERNELS).sort();
}
