/** @file Reading files of torch.save, `.bin` and `.pt`: the zip of today, and the plain pickles of before 2020. */
import { describeValue } from "../../core/errors";
import { ByteSource } from "./byte-source";
import { allocateElements, elementCount, elementSize, type WeightArray } from "./element-type";
import type { TensorData, TensorFile, TensorInfo } from "./tensor-file";
import { legacyTorch } from "./torch-legacy";
import { findTensors, TORCH_RULES, type TorchTensor } from "./torch-pickle";
import { PickleError, unpickle } from "./unpickler";
import { WeightsError } from "./weights-error";
import { ZipDirectory, type ZipRange } from "./zip-directory";

const LARGEST_PICKLE = 64_000_000;

/** What a format's reader finds: the tensors, and where each storage's bytes are. */
export interface TorchContent {
  tensors: Map<string, TorchTensor>;
  find(key: string): Promise<ZipRange | undefined>;
}

/** An open file of torch.save. Its pickle is read as data; nothing in it is executed. */
export class TorchFile implements TensorFile {
  readonly metadata: Readonly<Record<string, string>> = {};
  readonly tensors: ReadonlyMap<string, TensorInfo>;
  readonly #source: ByteSource;
  readonly #content: TorchContent;

  private constructor(source: ByteSource, content: TorchContent) {
    this.#source = source;
    this.#content = content;
    const infoOf = ({ storage, shape }: TorchTensor): TensorInfo => ({
      dtype: storage.type,
      shape,
      byteLength: elementCount(shape) * elementSize(storage.type),
    });
    this.tensors = new Map([...content.tensors].map(([name, tensor]) => [name, infoOf(tensor)]));
  }

  /** Opens a file; `file` is its name for errors. */
  static async open(path: string, file: string): Promise<TorchFile> {
    const source = await ByteSource.open(path, file);
    try {
      return new TorchFile(source, await readContent(source));
    } catch (error) {
      await source.close();
      if (error instanceof PickleError) throw pickleProblem(error, file);
      throw error;
    }
  }

  async read(name: string): Promise<TensorData> {
    const tensor = this.#content.tensors.get(name);
    const file = this.#source.file;
    if (tensor === undefined) {
      throw new WeightsError("tensor-missing", `\`${file}\` has no tensor ${describeValue(name)}.`, {
        file,
        tensor: name,
      });
    }
    const { storage, shape } = tensor;
    const size = elementSize(storage.type);
    const range = await this.#content.find(storage.key);
    if (range?.size !== storage.length * size) {
      throw new WeightsError(
        "tensor-invalid",
        `The tensor ${describeValue(name)} in \`${file}\` needs ${storage.length * size} bytes, and ${range?.size ?? "none"} are stored.`,
        { file, tensor: name, hint: "The download or the copy broke off: fetch the file again." },
      );
    }
    const count = elementCount(shape);
    const begin = range.position + tensor.offset * size;
    if (count === 0 || tensor.isContiguous)
      return { data: await this.#source.readElements(storage.type, begin, count), shape };
    const span = 1 + shape.reduce((sum, length, axis) => sum + (length - 1) * (tensor.strides[axis] ?? 0), 0);
    const stored = await this.#source.readElements(storage.type, begin, span);
    return { data: gather(stored, tensor, allocateElements(storage.type, count)), shape };
  }

  async close(): Promise<void> {
    await this.#source.close();
  }
}

async function readContent(source: ByteSource): Promise<TorchContent> {
  const { file, size } = source;
  const start = await source.read(0, Math.min(size, 4));
  if (start.toString("latin1") !== "PK\u0003\u0004") return legacyTorch(source);
  const zip = await ZipDirectory.read(source);
  const pickles = zip.names.filter((name) => /^[^/]+\/data\.pkl$/.test(name));
  const [pickle] = pickles;
  if (pickle === undefined || pickles.length > 1) throw notTorch(file, "it has no single `data.pkl`");
  const folder = pickle.slice(0, -"data.pkl".length);
  if (zip.names.includes(`${folder}constants.pkl`)) throw notTorch(file, "it is a TorchScript program");
  const order = await zip.find(`${folder}byteorder`);
  if (order !== undefined && order.size < 16) {
    const text = (await source.read(order.position, order.size)).toString("latin1");
    if (text !== "little") throw notTorch(file, `its byte order is ${describeValue(text)}`);
  }
  const range = await zip.find(pickle);
  if (range === undefined || range.size > LARGEST_PICKLE) throw notTorch(file, "its `data.pkl` is too large");
  const { value } = unpickle(await source.read(range.position, range.size), TORCH_RULES);
  return { tensors: findTensors(value), find: (key) => zip.find(`${folder}data/${key}`) };
}

/** Copies a view's elements in row-major order. */
function gather(stored: WeightArray, tensor: TorchTensor, target: WeightArray): WeightArray {
  const { shape, strides } = tensor;
  const index = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < target.length; to++) {
    target[to] = stored[from] ?? 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const stride = strides[axis] ?? 0;
      const next = (index[axis] ?? 0) + 1;
      from += stride;
      index[axis] = next;
      if (next < (shape[axis] ?? 0)) break;
      from -= stride * next;
      index[axis] = 0;
    }
  }
  return target;
}

function pickleProblem(error: PickleError, file: string): WeightsError {
  const code = error.kind === "forbidden" ? "pickle-forbidden" : "pickle-invalid";
  const hint =
    code === "pickle-forbidden"
      ? "Nothing was executed. If you trust the file, load it in Python and save its weights with safetensors."
      : "Fetch the file again, or load it in Python and save its weights with safetensors.";
  return new WeightsError(code, `The pickle in \`${file}\` was refused: ${error.message}.`, {
    file,
    hint,
    cause: error,
  });
}

function notTorch(file: string, why: string): WeightsError {
  return new WeightsError("format-unknown", `\`${file}\` holds no weights of torch.save: ${why}.`, {
    file,
    hint: "Load it in Python and save its `state_dict()` with safetensors.",
  });
}
