/** @file Writing safetensors: one file or several with an index, put into their places only when all are whole. */
import { type FileHandle, mkdir, open, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argumentRangeError, describeValue } from "../../core/errors";
import { parseBytes } from "../../core/parse-bytes";
import { type ElementType, elementCount, elementSize, elementTypeOf, type WeightArray } from "./element-type";
import { planShards } from "./plan-shards";
import { type Replacement, replaceFiles, temporaryName } from "./replace-files";
import { LONGEST_HEADER } from "./safetensors-file";
import { WeightsError } from "./weights-error";

/** A tensor to be written. */
export interface TensorToSave {
  /** Its values in row-major order, or a function that brings float32 values when their turn has come. */
  data: WeightArray | (() => Float32Array | Promise<Float32Array>);
  shape: readonly number[];
}

/** Options of {@link saveSafetensors}. */
export interface SaveSafetensorsOptions {
  /** The largest file: bytes, or a text such as "200MB". @default "5GB" */
  maxShardSize?: number | string;
  /** Texts beside the tensors. @default `{ format: "pt" }`, which Python's transformers asks for */
  metadata?: Readonly<Record<string, string>>;
  /** What the files' names begin with. @default "model" */
  stem?: "model" | "adapter_model";
}

/** What {@link saveSafetensors} has written. */
export interface SavedWeights {
  /** The files' names, in the order of the tensors; the index, if there is one, last. */
  files: string[];
  /** Bytes of all tensors. */
  totalSize: number;
}

interface Planned {
  name: string;
  dtype: ElementType;
  shape: readonly number[];
  byteLength: number;
  data: TensorToSave["data"];
}

/**
 * Writes tensors as `model.safetensors`, or as shards with `model.safetensors.index.json` when they exceed a file.
 *
 * Tensors are written one after another. Everything goes to temporary files first, so that an earlier save in the folder
 * stays whole until this one is complete; its files that are not replaced are removed at the end.
 *
 * Python: `save_pretrained(folder, max_shard_size="5GB")`.
 *
 * @example
 * ```ts
 * await saveSafetensors("my-model", new Map([["weight", { data: Float32Array.of(1, 2), shape: [2] }]]));
 * // { files: [ 'model.safetensors' ], totalSize: 8 }
 * ```
 */
export async function saveSafetensors(
  folder: string,
  tensors: Iterable<readonly [string, TensorToSave]>,
  options: SaveSafetensorsOptions = {},
): Promise<SavedWeights> {
  const limit = shardLimit(options.maxShardSize ?? "5GB");
  const planned = planTensors(tensors);
  const { stem = "model" } = options;
  const shards = planShards(planned, limit, stem);
  const indexName = `${stem}.safetensors.index.json`;
  const metadata = options.metadata ?? { format: "pt" };
  const replacements: Replacement[] = [];
  const place = (file: string): string => {
    const target = join(folder, file);
    const replacement = { temporary: temporaryName(target), target };
    replacements.push(replacement);
    return replacement.temporary;
  };
  const files = shards.map((shard) => shard.file);
  const totalSize = planned.reduce((sum, tensor) => sum + tensor.byteLength, 0);
  await mkdir(folder, { recursive: true });
  try {
    for (const shard of shards) await writeShard(place(shard.file), shard.file, shard.tensors, metadata);
    if (shards.length > 1) {
      const places = shards.flatMap(({ file, tensors: part }) => part.map(({ name }) => [name, file] as const));
      const weightMap = Object.fromEntries(places.sort(([left], [right]) => (left < right ? -1 : 1)));
      const index = { metadata: { total_size: totalSize }, weight_map: weightMap };
      await writeFile(place(indexName), `${JSON.stringify(index, undefined, 2)}\n`, { flag: "wx", flush: true });
      files.push(indexName);
    }
    await replaceFiles(replacements);
  } catch (error) {
    for (const { temporary } of replacements) await rm(temporary, { force: true });
    throw error;
  }
  const ours = new RegExp(`^${stem}(-\\d{5}-of-\\d{5})?\\.safetensors(\\.index\\.json)?$`);
  for (const name of await readdir(folder)) {
    if (ours.test(name) && !files.includes(name)) await rm(join(folder, name), { force: true });
  }
  return { files, totalSize };
}

function planTensors(tensors: Iterable<readonly [string, TensorToSave]>): Planned[] {
  const planned = new Map<string, Planned>();
  for (const [name, { data, shape }] of tensors) {
    const problem = problemOf(name, data, shape, planned);
    if (problem !== undefined)
      throw argumentRangeError({ function: "saveSafetensors", parameter: "tensors", ...problem });
    const dtype = typeof data === "function" ? "F32" : elementTypeOf(data);
    planned.set(name, { name, dtype, shape, byteLength: elementCount(shape) * elementSize(dtype), data });
  }
  return [...planned.values()];
}

function problemOf(
  name: string,
  data: TensorToSave["data"],
  shape: readonly number[],
  planned: ReadonlyMap<string, Planned>,
): { rule: string; value: unknown } | undefined {
  if (name === "__metadata__")
    return { rule: "have no tensor by the name that the format keeps for itself", value: name };
  if (planned.has(name)) return { rule: "have different names", value: name };
  if (!shape.every((size) => Number.isSafeInteger(size) && size >= 0))
    return { rule: `have whole sizes (${describeValue(name)})`, value: shape };
  if (typeof data === "function" || elementCount(shape) === data.length) return undefined;
  return { rule: `have as many values as their shape says (${describeValue(name)}: [${shape}])`, value: data.length };
}

async function writeShard(
  path: string,
  file: string,
  tensors: readonly Planned[],
  metadata: Readonly<Record<string, string>>,
): Promise<void> {
  // Wide elements first, so that each tensor begins at a multiple of its element's size, as Python's writer has it.
  const sorted = [...tensors].sort(
    (left, right) => elementSize(right.dtype) - elementSize(left.dtype) || (left.name < right.name ? -1 : 1),
  );
  const entries: [string, unknown][] = [["__metadata__", metadata]];
  let end = 0;
  for (const { name, dtype, shape, byteLength } of sorted) {
    entries.push([name, { dtype, shape, data_offsets: [end, end + byteLength] }]);
    end += byteLength;
  }
  const text = JSON.stringify(Object.fromEntries(entries));
  const header = Buffer.from(text.padEnd(text.length + ((8 - (Buffer.byteLength(text) % 8)) % 8)));
  if (header.length > LONGEST_HEADER) {
    throw new WeightsError("header-invalid", `\`${file}\` would have a header of ${header.length} bytes.`, {
      file,
      hint: "The format allows 100 MB of names and shapes: pass a smaller `maxShardSize`.",
    });
  }
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const handle = await open(path, "wx");
  try {
    await writeAll(handle, length);
    await writeAll(handle, header);
    for (const tensor of sorted) await writeTensor(handle, file, tensor);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeTensor(handle: FileHandle, file: string, tensor: Planned): Promise<void> {
  const data = typeof tensor.data === "function" ? await tensor.data() : tensor.data;
  if (data.byteLength !== tensor.byteLength) {
    throw new WeightsError(
      "tensor-invalid",
      `The tensor ${describeValue(tensor.name)} came with ${data.byteLength} bytes, but its shape [${tensor.shape}] needs ${tensor.byteLength}.`,
      { file, tensor: tensor.name },
    );
  }
  await writeAll(handle, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

/** One call writes at most 2 GB on some systems. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  const step = 256 * 1024 * 1024;
  for (let from = 0; from < bytes.byteLength; from += step) await handle.writeFile(bytes.subarray(from, from + step));
}

function shardLimit(size: number | string): number {
  const bytes = parseBytes(size);
  if (bytes !== undefined) return bytes;
  throw argumentRangeError({
    function: "saveSafetensors",
    parameter: "maxShardSize",
    rule: 'be a number of bytes or a text such as "5GB" or "200MB"',
    value: size,
  });
}
