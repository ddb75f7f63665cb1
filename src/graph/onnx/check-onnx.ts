/** @file What must hold of an ONNX model before it is written: names, order, domains, and every tensor's size. */
import { describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { GraphError } from "../graph-error";
import { ONNX_ELEMENTS, tensorByteLength } from "./onnx-elements";
import type {
  OnnxAttribute,
  OnnxGraph,
  OnnxLazyTensor,
  OnnxModel,
  OnnxNode,
  OnnxTensor,
  OnnxTensorHeader,
  OnnxValueInfo,
} from "./onnx-model";

/**
 * Throws a {@link GraphError} that names the node or the value where the model breaks a rule of the format.
 *
 * Names are unique, values are made before they are read, domains have a version, tensors have as many bytes as
 * their shape asks for. Whether an operation accepts its inputs is for onnxruntime to say.
 */
export function checkOnnxModel(model: OnnxModel<OnnxTensor | OnnxLazyTensor>): void {
  if (!isCount(model.irVersion) || model.irVersion < 4) {
    throw new GraphError(
      "onnx-version",
      `The model's irVersion must be an integer from 4, but is ${describeValue(model.irVersion)}.`,
    );
  }
  const domains = new Set<string>();
  for (const { domain, version } of model.opsets) {
    if (!isCount(version) || version < 1) {
      throw new GraphError(
        "onnx-version",
        `The opset of the domain "${domain}" must be a positive integer, but is ${describeValue(version)}.`,
      );
    }
    if (domains.has(canonical(domain))) {
      throw new GraphError("onnx-duplicate-name", `The domain "${domain}" has two opset versions.`);
    }
    domains.add(canonical(domain));
  }
  checkGraph(model.graph, domains, []);
}

/** Throws a {@link GraphError} unless the data has as many bytes as the tensor's type and shape ask for. */
export function checkTensorData(tensor: OnnxTensorHeader, data: Uint8Array): void {
  const expected = tensorByteLength(tensor.type, tensor.dims);
  if (data.byteLength === expected) return;
  throw new GraphError(
    "onnx-tensor-size",
    `The tensor "${tensor.name}" is ${tensor.type} of shape [${tensor.dims.join(", ")}], which is ${expected} bytes, ` +
      `but its data has ${data.byteLength}.`,
  );
}

/** A graph's names; `outer` are those of the graphs around it, which its nodes may read but not make again. */
function checkGraph(
  graph: OnnxGraph<OnnxTensor | OnnxLazyTensor>,
  domains: Set<string>,
  outer: readonly Set<string>[],
): void {
  const made = new Set<string>();
  const scopes = [made, ...outer];
  const define = (name: string, what: string, node?: OnnxNode): void => {
    if (scopes.some((scope) => scope.has(name))) {
      throw new GraphError("onnx-duplicate-name", `${what} "${name}", a name that another value has already.`, {
        hint: "Every input, initializer and output of a node has a name of its own, also across subgraphs.",
        ...where(node),
      });
    }
    made.add(name);
  };
  for (const input of graph.inputs) {
    checkValue(input, `The input "${input.name}" of the graph "${graph.name}"`);
    define(input.name, `The graph "${graph.name}" has an input`);
  }
  for (const tensor of graph.initializers) {
    checkTensor(tensor, `The initializer "${tensor.name}"`);
    if ("data" in tensor) checkTensorData(tensor, tensor.data);
    if (tensor.name === "") throw unnamed(`An initializer of the graph "${graph.name}"`);
    define(tensor.name, `The graph "${graph.name}" has an initializer`);
  }
  const nodeNames = new Set<string>();
  for (const node of graph.nodes) {
    if (node.name !== "" && nodeNames.has(node.name)) {
      throw new GraphError("onnx-duplicate-name", `Two nodes have the name "${node.name}".`, where(node));
    }
    nodeNames.add(node.name);
    checkNode(node, domains, scopes);
    for (const output of node.outputs) {
      if (output !== "") define(output, `The ${called(node)} makes`, node);
    }
  }
  for (const output of graph.outputs) {
    checkValue(output, `The output "${output.name}" of the graph "${graph.name}"`);
    if (made.has(output.name)) continue;
    const message = scopes.some((scope) => scope.has(output.name))
      ? `The subgraph "${graph.name}" gives back "${output.name}", which is made outside of it. Pass it through Identity.`
      : `The graph "${graph.name}" gives back "${output.name}", which nothing makes.`;
    throw new GraphError("onnx-undefined-name", message, { hint: listNames("values", output.name, [...made]) });
  }
}

function checkNode(node: OnnxNode, domains: Set<string>, scopes: readonly Set<string>[]): void {
  const domain = canonical(node.domain ?? "");
  if (!domains.has(domain)) {
    throw new GraphError(
      "onnx-domain",
      `The ${called(node)} is of the domain "${domain}", for which the model names no opset version.`,
      { hint: `Add { domain: "${domain}", version: … } to the model's opsets.`, ...where(node) },
    );
  }
  for (const input of node.inputs) {
    if (input === "" || scopes.some((scope) => scope.has(input))) continue;
    const known = scopes.flatMap((scope) => [...scope]);
    throw new GraphError(
      "onnx-undefined-name",
      `The ${called(node)} reads "${input}", which nothing before it makes.`,
      {
        hint: listNames("values", input, known),
        ...where(node),
      },
    );
  }
  const names = new Set<string>();
  for (const attribute of node.attributes) {
    if (names.has(attribute.name)) {
      throw new GraphError(
        "onnx-duplicate-name",
        `The ${called(node)} has two attributes with the name "${attribute.name}".`,
        where(node),
      );
    }
    names.add(attribute.name);
    checkAttribute(attribute, node, domains, scopes);
  }
}

function checkAttribute(
  attribute: OnnxAttribute,
  node: OnnxNode,
  domains: Set<string>,
  scopes: readonly Set<string>[],
): void {
  if (attribute.kind === "graph") {
    checkGraph(attribute.value, domains, scopes);
    return;
  }
  const what = `The attribute "${attribute.name}" of the ${called(node)}`;
  if (attribute.kind === "tensor") {
    checkTensor(attribute.value, what);
    checkTensorData(attribute.value, attribute.value.data);
    return;
  }
  const isOfKind =
    attribute.kind === "int"
      ? isInt64(attribute.value)
      : attribute.kind === "ints"
        ? attribute.value.every(isInt64)
        : attribute.kind === "float"
          ? typeof attribute.value === "number"
          : attribute.kind === "floats"
            ? attribute.value.every((value) => typeof value === "number")
            : typeof attribute.value === "string";
  if (isOfKind) return;
  throw new GraphError(
    "onnx-attribute",
    `${what} must be of the kind "${attribute.kind}", but is ${describeValue(attribute.value)}.`,
    where(node),
  );
}

function checkTensor(tensor: OnnxTensorHeader, what: string): void {
  checkElementType(tensor.type, what);
  if (tensor.dims.every(isCount) && isCount(tensorByteLength(tensor.type, tensor.dims))) return;
  throw new GraphError(
    "onnx-shape",
    `${what} must have whole, non-negative dims, but has ${describeValue(tensor.dims)}.`,
  );
}

function checkValue(value: OnnxValueInfo, what: string): void {
  checkElementType(value.type, what);
  if (value.name === "") throw unnamed(what);
  if (value.shape.every((size) => typeof size === "string" || isCount(size))) return;
  throw new GraphError(
    "onnx-shape",
    `${what} must have a shape of names and whole, non-negative numbers, but has ${describeValue(value.shape)}.`,
  );
}

function checkElementType(type: string, what: string): void {
  if (Object.hasOwn(ONNX_ELEMENTS, type)) return;
  throw new GraphError("onnx-element-type", `${what} has the unknown element type ${describeValue(type)}.`, {
    hint: listNames("element types", type, Object.keys(ONNX_ELEMENTS)),
  });
}

function unnamed(what: string): GraphError {
  return new GraphError("onnx-unnamed", `${what} has no name.`);
}

function called(node: OnnxNode): string {
  return node.name === "" ? `unnamed node (${node.operation})` : `node "${node.name}" (${node.operation})`;
}

function where(node: OnnxNode | undefined): { node?: string; operation?: string } {
  return node === undefined ? {} : { node: node.name, operation: node.operation };
}

/** ONNX's own operations go by two names. */
function canonical(domain: string): string {
  return domain === "ai.onnx" ? "" : domain;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isInt64(value: number | bigint): boolean {
  return typeof value === "bigint" ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value);
}
