/** @file The pickle inside a file of torch.save: which tensors there are, and where their elements lie. */
import { describeValue } from "../../core/errors";
import { type ElementType, elementCount } from "./element-type";
import { PickleError, PickleGlobal, type PickleRules } from "./unpickler";

/** A run of elements in the file, which several tensors may share. */
export class TorchStorage {
  readonly type: ElementType;
  readonly key: string;
  /** Elements. */
  readonly length: number;
  constructor(type: ElementType, key: string, length: number) {
    this.type = type;
    this.key = key;
    this.length = length;
  }
}

/** A view of a storage: which of its elements the tensor has, and in which order. */
export class TorchTensor {
  readonly storage: TorchStorage;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  constructor(storage: TorchStorage, offset: number, shape: readonly number[], strides: readonly number[]) {
    this.storage = storage;
    this.offset = offset;
    this.shape = shape;
    this.strides = strides;
  }

  /** Whether its elements lie in row-major order without gaps. */
  get isContiguous(): boolean {
    let expected = 1;
    for (let axis = this.shape.length - 1; axis >= 0; axis--) {
      const size = this.shape[axis] ?? 0;
      if (size !== 1 && this.strides[axis] !== expected) return false;
      expected *= size;
    }
    return true;
  }
}

const STORAGE_TYPES: ReadonlyMap<string, ElementType> = new Map([
  ["torch.DoubleStorage", "F64"],
  ["torch.FloatStorage", "F32"],
  ["torch.HalfStorage", "F16"],
  ["torch.BFloat16Storage", "BF16"],
  ["torch.LongStorage", "I64"],
  ["torch.IntStorage", "I32"],
  ["torch.ShortStorage", "I16"],
  ["torch.CharStorage", "I8"],
  ["torch.ByteStorage", "U8"],
  ["torch.BoolStorage", "BOOL"],
]);

const ORDERED = "collections.OrderedDict";
const TENSOR = "torch._utils._rebuild_tensor_v2";
const PARAMETER = "torch._utils._rebuild_parameter";
const MOST_DIMENSIONS = 64;
/** A tensor that repeats its storage's elements (strides of zero) may have so many; others have what is stored. */
const MOST_REPEATED = 16_000_000;

/** The names that torch.save writes for a dictionary of tensors, and what each builds. */
export const TORCH_RULES: PickleRules = {
  allows: (path) => path === ORDERED || path === TENSOR || path === PARAMETER || STORAGE_TYPES.has(path),
  call(path, args) {
    if (path === ORDERED && args.length === 0) return new Map();
    if (path === TENSOR) return rebuildTensor(args);
    if (path === PARAMETER && args[0] instanceof TorchTensor) return args[0];
    throw new PickleError("forbidden", `it calls ${path} as torch.save does not`);
  },
  load(id) {
    const [kind, type, key, , length] = Array.isArray(id) ? (id as unknown[]) : [];
    const element = type instanceof PickleGlobal ? STORAGE_TYPES.get(type.path) : undefined;
    if (kind !== "storage" || element === undefined || typeof key !== "string" || !isSize(length))
      throw new PickleError("invalid", `it has the storage ${describeValue(id)}`);
    return new TorchStorage(element, key, length);
  },
};

/** The tensors of what a pickle has built: a dictionary of them, perhaps below `state_dict` or `model`. */
export function findTensors(value: unknown): Map<string, TorchTensor> {
  if (!(value instanceof Map)) throw new PickleError("invalid", "it holds no dictionary of tensors");
  const tensors = new Map<string, TorchTensor>();
  for (const [name, part] of value) {
    if (typeof name === "string" && part instanceof TorchTensor) tensors.set(name, part);
  }
  if (tensors.size > 0 || value.size === 0) return tensors;
  const inner = ["state_dict", "model_state_dict", "model"].map((name) => value.get(name) as unknown);
  const found = inner.find(
    (part) => part instanceof Map && [...part.values()].some((one) => one instanceof TorchTensor),
  );
  if (found !== undefined) return findTensors(found);
  const keys = [...value.keys()].slice(0, 8).map((key) => describeValue(key));
  throw new PickleError("invalid", `its dictionary has no tensors, only ${keys.join(", ")}`);
}

function rebuildTensor(args: readonly unknown[]): TorchTensor {
  const [storage, offset, shape, strides] = args;
  if (!(storage instanceof TorchStorage) || !isSize(offset) || !isSizes(shape) || !isSizes(strides))
    throw new PickleError("invalid", "it describes a tensor by wrong values");
  if (shape.length !== strides.length)
    throw new PickleError("invalid", `it has a tensor of shape ${describeValue(shape)} with ${strides.length} strides`);
  const count = elementCount(shape);
  const last = shape.reduce((sum, size, axis) => sum + (size - 1) * (strides[axis] ?? 0), offset);
  if (count > 0 && !(last < storage.length))
    throw new PickleError(
      "invalid",
      `it has a tensor of shape ${describeValue(shape)} beyond its storage's ${storage.length} elements`,
    );
  if (count > Math.max(storage.length, MOST_REPEATED))
    throw new PickleError(
      "invalid",
      `it has a tensor of shape ${describeValue(shape)} over only ${storage.length} elements`,
    );
  return new TorchTensor(storage, offset, [...shape], [...strides]);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.length <= MOST_DIMENSIONS && value.every(isSize);
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
