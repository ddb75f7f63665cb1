/** @file An ONNX model on disk: one file, or a small one with its weights in a second file beside it. */
import { basename } from "node:path";
import { argumentRangeError } from "../../core/errors";
import { checkOnnxModel, checkTensorData } from "./check-onnx";
import { checkFileSize, LARGEST_ONNX_FILE } from "./encode-onnx";
import { tensorByteLength } from "./onnx-elements";
import { type ExternalPlace, modelMessage } from "./onnx-message";
import type { OnnxLazyTensor, OnnxModel, OnnxTensor } from "./onnx-model";
import type { LateBytes } from "./protobuf-writer";
import { type StagedFile, stageFile } from "./staged-file";

/** When weights go to a second file. */
export interface WriteOnnxFileOptions {
  /** @default "auto" A second file only for a model of more than {@link externalDataAbove} bytes. */
  externalData?: "auto" | "always" | "never";
  /** The largest model that stays in one file, in bytes. @default 2147483647, the largest message of protobuf */
  externalDataAbove?: number;
}

/** What was written. */
export interface OnnxFiles {
  readonly path: string;
  readonly byteLength: number;
  /** The second file, where there is one. */
  readonly dataPath: string | undefined;
  /** The second file's size in bytes; 0 where there is none. */
  readonly dataByteLength: number;
}

type Initializer = OnnxTensor | OnnxLazyTensor;

/** Weights begin at a multiple of a memory page, so that a reader can map them. */
const ALIGNMENT = 4096;

/** Smaller constants stay in the model, where shape inference sees them; Python's onnx has the same bound. */
const SMALLEST_EXTERNAL = 1024;

/**
 * Writes a model to `path`, and its weights to `path` + `_data` where one file cannot hold them.
 *
 * The names `model.onnx` and `model.onnx_data` are those that transformers.js looks for. Weights are written one by
 * one: a lazy tensor is read when its turn comes, so that a model of any size takes the memory of its largest tensor.
 * Both files are written completely before either takes its name; only a loss of power between the two renames can
 * leave a new second file beside an old model. Throws a GraphError, and then leaves what was there.
 * Python: `onnx.save_model(model, path, save_as_external_data=True)`.
 *
 * @example
 * ```ts
 * const files = await writeOnnxFile("build/model.onnx", model, { externalData: "always" });
 * files.dataPath; // "build/model.onnx_data"
 * ```
 */
export async function writeOnnxFile(
  path: string,
  model: OnnxModel<Initializer>,
  options: WriteOnnxFileOptions = {},
): Promise<OnnxFiles> {
  const { externalData = "auto", externalDataAbove = LARGEST_ONNX_FILE } = options;
  if (!["auto", "always", "never"].includes(externalData)) {
    throw argumentRangeError({
      function: "writeOnnxFile",
      parameter: "externalData",
      rule: 'be "auto", "always" or "never"',
      value: externalData,
    });
  }
  checkOnnxModel(model);
  let message = modelMessage(model, lateData);
  const places = new Map<Initializer, ExternalPlace>();
  if (externalData === "always" || (externalData === "auto" && message.size > externalDataAbove)) {
    placeInitializers(model.graph.initializers, `${basename(path)}_data`, places);
    message = modelMessage(model, (tensor) => places.get(tensor) ?? lateData(tensor));
  }
  checkFileSize(message.size);

  const staged: StagedFile[] = [];
  try {
    let dataByteLength = 0;
    if (places.size > 0) {
      const data = await stageFile(`${path}_data`, externalBytes(places));
      staged.push(data);
      dataByteLength = data.byteLength;
    }
    staged.push(await stageFile(path, messageBytes(message.parts())));
    for (const file of staged) await file.commit();
    return {
      path,
      byteLength: message.size,
      dataPath: places.size > 0 ? `${path}_data` : undefined,
      dataByteLength,
    };
  } finally {
    for (const file of staged) await file.discard();
  }
}

function placeInitializers(
  initializers: readonly Initializer[],
  location: string,
  places: Map<Initializer, ExternalPlace>,
): void {
  let end = 0;
  for (const tensor of initializers) {
    const length = tensorByteLength(tensor.type, tensor.dims);
    if (length < SMALLEST_EXTERNAL) continue;
    const offset = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    places.set(tensor, { location, offset, length });
    end = offset + length;
  }
}

function lateData(tensor: Initializer): LateBytes {
  return { byteLength: tensorByteLength(tensor.type, tensor.dims), read: () => readTensor(tensor) };
}

async function readTensor(tensor: Initializer): Promise<Uint8Array> {
  if ("data" in tensor) return tensor.data;
  const data = await tensor.read();
  checkTensorData(tensor, data);
  return data;
}

async function* externalBytes(places: ReadonlyMap<Initializer, ExternalPlace>): AsyncGenerator<Uint8Array> {
  let end = 0;
  for (const [tensor, { offset, length }] of places) {
    if (offset > end) yield new Uint8Array(offset - end);
    yield await readTensor(tensor);
    end = offset + length;
  }
}

async function* messageBytes(parts: readonly (Uint8Array | LateBytes)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield part instanceof Uint8Array ? part : await part.read();
}
