/** @file An ONNX model as protobuf messages, field by field as onnx.proto numbers them. */
import { ONNX_ELEMENTS } from "./onnx-elements";
import type {
  OnnxAttribute,
  OnnxGraph,
  OnnxLazyTensor,
  OnnxModel,
  OnnxNode,
  OnnxTensor,
  OnnxValueInfo,
} from "./onnx-model";
import { type LateBytes, ProtobufMessage } from "./protobuf-writer";

/** Where in a second file the numbers of a tensor are. */
export interface ExternalPlace {
  /** The file's name, beside the model. */
  readonly location: string;
  readonly offset: number;
  readonly length: number;
}

/** How the numbers of a graph's initializers are put into the message. */
export type InitializerData<Initializer> = (initializer: Initializer) => Uint8Array | LateBytes | ExternalPlace;

/**
 * The message of a whole model (`ModelProto`), in the order of the field numbers, as Python's onnx writes it.
 *
 * Repeated integers and floats of an attribute, and a tensor's dims, are unpacked: onnx.proto is of proto2.
 */
export function modelMessage<Initializer extends OnnxTensor | OnnxLazyTensor>(
  model: OnnxModel<Initializer>,
  dataOf: InitializerData<Initializer>,
): ProtobufMessage {
  const message = new ProtobufMessage()
    .integer(1, model.irVersion)
    .text(2, "caderno")
    .message(7, graphMessage(model.graph, dataOf));
  for (const { domain, version } of model.opsets) {
    message.message(8, new ProtobufMessage().text(1, domain).integer(2, version));
  }
  for (const [key, value] of Object.entries(model.metadata ?? {})) message.message(14, entryMessage(key, value));
  return message;
}

function graphMessage<Initializer extends OnnxTensor | OnnxLazyTensor>(
  graph: OnnxGraph<Initializer>,
  dataOf: InitializerData<Initializer>,
): ProtobufMessage {
  const message = new ProtobufMessage();
  for (const node of graph.nodes) message.message(1, nodeMessage(node));
  message.text(2, graph.name);
  for (const tensor of graph.initializers) message.message(5, tensorMessage(tensor, dataOf(tensor)));
  for (const input of graph.inputs) message.message(11, valueMessage(input));
  for (const output of graph.outputs) message.message(12, valueMessage(output));
  return message;
}

function nodeMessage(node: OnnxNode): ProtobufMessage {
  const message = new ProtobufMessage();
  for (const input of node.inputs) message.text(1, input);
  for (const output of node.outputs) message.text(2, output);
  if (node.name !== "") message.text(3, node.name);
  message.text(4, node.operation);
  for (const attribute of node.attributes) message.message(5, attributeMessage(attribute));
  if (node.domain !== undefined && node.domain !== "") message.text(7, node.domain);
  return message;
}

function attributeMessage(attribute: OnnxAttribute): ProtobufMessage {
  const message = new ProtobufMessage().text(1, attribute.name);
  switch (attribute.kind) {
    case "float":
      return message.float(2, attribute.value).integer(20, 1);
    case "int":
      return message.integer(3, attribute.value).integer(20, 2);
    case "string":
      return message.text(4, attribute.value).integer(20, 3);
    case "tensor":
      return message.message(5, tensorMessage(attribute.value, attribute.value.data)).integer(20, 4);
    case "graph":
      return message
        .message(
          6,
          graphMessage(attribute.value, ({ data }) => data),
        )
        .integer(20, 5);
    case "floats":
      for (const value of attribute.value) message.float(7, value);
      return message.integer(20, 6);
    case "ints":
      for (const value of attribute.value) message.integer(8, value);
      return message.integer(20, 7);
  }
}

function tensorMessage(
  tensor: OnnxTensor | OnnxLazyTensor,
  data: Uint8Array | LateBytes | ExternalPlace,
): ProtobufMessage {
  const message = new ProtobufMessage();
  for (const size of tensor.dims) message.integer(1, size);
  message.integer(2, ONNX_ELEMENTS[tensor.type].code);
  if (tensor.name !== "") message.text(8, tensor.name);
  if (!("location" in data)) return message.bytes(9, data);
  return message
    .message(13, entryMessage("location", data.location))
    .message(13, entryMessage("offset", String(data.offset)))
    .message(13, entryMessage("length", String(data.length)))
    .integer(14, 1);
}

function valueMessage(value: OnnxValueInfo): ProtobufMessage {
  const shape = new ProtobufMessage();
  for (const size of value.shape) {
    const dimension = new ProtobufMessage();
    if (typeof size === "number") dimension.integer(1, size);
    else if (size !== "") dimension.text(2, size);
    shape.message(1, dimension);
  }
  const tensor = new ProtobufMessage().integer(1, ONNX_ELEMENTS[value.type].code).message(2, shape);
  const tensorType = new ProtobufMessage().message(1, tensor);
  const type =
    value.kind === "sequence"
      ? new ProtobufMessage().message(4, new ProtobufMessage().message(1, tensorType))
      : tensorType;
  return new ProtobufMessage().text(1, value.name).message(2, type);
}

function entryMessage(key: string, value: string): ProtobufMessage {
  return new ProtobufMessage().text(1, key).text(2, value);
}
