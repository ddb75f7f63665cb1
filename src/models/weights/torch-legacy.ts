/** @file Files of torch.save from before PyTorch 1.6: five pickles in a row, then the storages one after another. */
import type { ByteSource } from "./byte-source";
import { elementSize } from "./element-type";
import { findTensors, TORCH_RULES, TorchStorage, type TorchTensor } from "./torch-pickle";
import { PickleError, type PickleRules, unpickle } from "./unpickler";
import { WeightsError } from "./weights-error";

const MAGIC = 0x1950a86a20f9469cfc6cn;
const PROTOCOL = 1001;
const LARGEST_START = 64_000_000;

/** The tensors of a file in the old format, and the place of each storage. */
export async function legacyTorch(source: ByteSource): Promise<{
  tensors: Map<string, TorchTensor>;
  find(key: string): Promise<{ position: number; size: number } | undefined>;
}> {
  const bytes = await source.read(0, Math.min(source.size, LARGEST_START));
  if (bytes[0] !== 0x80) throw unknown(source);
  const storages = new Map<string, TorchStorage>();
  const rules: PickleRules = {
    ...TORCH_RULES,
    load(id) {
      const storage = TORCH_RULES.load(id);
      // A sixth part would be a view of another storage, which files since PyTorch 0.4 do not have.
      if (!(storage instanceof TorchStorage) || (Array.isArray(id) && id[5] !== null && id[5] !== undefined))
        throw new PickleError("invalid", "it has a storage that is a view of another one");
      storages.set(storage.key, storage);
      return storage;
    },
  };
  let end = 0;
  const next = (): unknown => {
    const read = unpickle(bytes, rules, end);
    end = read.end;
    return read.value;
  };
  if (next() !== MAGIC) throw unknown(source);
  if (next() !== PROTOCOL) throw unknown(source);
  const system = next();
  if (system instanceof Map && system.get("little_endian") === false) throw unknown(source);
  const tensors = findTensors(next());
  const keys = next();
  if (!Array.isArray(keys)) throw new PickleError("invalid", "it does not list its storages");
  const places = new Map<string, { position: number; size: number }>();
  for (const key of keys) {
    const storage = typeof key === "string" ? storages.get(key) : undefined;
    if (storage === undefined) throw new PickleError("invalid", "it lists a storage that no tensor has");
    const length = (await source.read(end, 8)).readBigInt64LE();
    if (length !== BigInt(storage.length)) throw new PickleError("invalid", "a storage has two lengths");
    const size = storage.length * elementSize(storage.type);
    places.set(storage.key, { position: end + 8, size });
    end += 8 + size;
  }
  return { tensors, find: async (key) => places.get(key) };
}

function unknown(source: ByteSource): WeightsError {
  return new WeightsError("format-unknown", `\`${source.file}\` is no file of torch.save.`, {
    file: source.file,
    hint: "In Python: torch.save(torch.load(file), file) writes it in the present format; safetensors is better.",
  });
}
