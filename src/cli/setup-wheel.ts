/** @file TensorFlow's libraries out of a Python wheel: which files, where they go, and that they are what the wheel recorded. */
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { CadernoError } from "../core/errors";
import { extractZipEntry, readZipEntries, type ZipEntry } from "./setup-zip";

/** The libraries that the addon is linked to, as paths in TensorFlow's wheel for Linux. */
const LIBRARIES: readonly string[] = ["tensorflow/libtensorflow_framework.so.2", "tensorflow/libtensorflow_cc.so.2"];

/** Where TensorFlow's wheel has the headers of its C interface and what these include. */
const HEADERS: readonly string[] = [
  "tensorflow/include/tensorflow/c/",
  "tensorflow/include/tensorflow/core/platform/",
  "tensorflow/include/tsl/c/",
  "tensorflow/include/tsl/platform/",
  "tensorflow/include/xla/tsl/c/",
];

/** How wheels name the processors that Node names otherwise. */
export const WHEEL_PROCESSORS: Readonly<Record<string, string>> = { x64: "x86_64", arm64: "aarch64" };

/** What a TensorFlow wheel holds besides files. */
export interface WheelContents {
  /** TensorFlow's version. */
  version: string;
  /** The CUDA packages that the wheel asks for, as pip takes them: `"nvidia-cublas-cu12<13.0,>=12.5.3.2"`. */
  cuda: readonly string[];
}

/** How a wheel is unpacked. */
export interface UnpackOptions {
  /** Told how many bytes of how many are unpacked. */
  onProgress?: (done: number, total: number) => void;
  /** @default process.arch */
  arch?: string;
}

/** Unpacks TensorFlow's libraries and the headers that the addon needs; each file is checked against the wheel's RECORD. */
export async function unpackTensorFlow(
  wheel: string,
  folder: string,
  options: UnpackOptions = {},
): Promise<WheelContents> {
  const entries = await readZipEntries(wheel);
  const missing = LIBRARIES.find((name) => !entries.some((entry) => entry.name === name));
  if (missing !== undefined) {
    throw wheelError(wheel, `it holds no ${missing}, so it is no TensorFlow for Linux`);
  }
  const processor = WHEEL_PROCESSORS[options.arch ?? process.arch];
  const tag = /_(x86_64|aarch64)\.whl$/.exec(basename(wheel))?.[1];
  if (tag !== undefined && tag !== processor)
    throw wheelError(wheel, `it is for ${tag}, and this machine is ${processor}`);
  const isHeader = (name: string): boolean => name.endsWith(".h") && HEADERS.some((start) => name.startsWith(start));
  await unpack(wheel, entries, folder, ({ name }) => LIBRARIES.includes(name) || isHeader(name), options);
  const metadata = await readText(wheel, entries, "METADATA");
  const version = /^Version: (\S+)\s*$/m.exec(metadata)?.[1];
  if (version === undefined) throw wheelError(wheel, "its METADATA names no version");
  const cuda = [...metadata.matchAll(/^Requires-Dist: (nvidia-[^;\s]+)\s*;.*and-cuda/gm)].map(([, name = ""]) => name);
  return { version, cuda };
}

/** Unpacks the libraries and programs of one of NVIDIA's CUDA wheels; TensorFlow finds them beside its own folder. */
export async function unpackCuda(wheel: string, folder: string, options: UnpackOptions = {}): Promise<void> {
  const entries = await readZipEntries(wheel);
  const isUsed = ({ name }: ZipEntry): boolean => name.startsWith("nvidia/") && !name.includes("/include/");
  await unpack(wheel, entries, folder, isUsed, options);
}

async function unpack(
  wheel: string,
  entries: readonly ZipEntry[],
  folder: string,
  isUsed: (entry: ZipEntry) => boolean,
  options: UnpackOptions,
): Promise<void> {
  const record = parseRecord(await readText(wheel, entries, "RECORD"));
  const used = entries.filter(isUsed);
  const total = used.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    options.onProgress?.(done, total);
  };
  for (const entry of used) {
    const target = join(folder, entry.name);
    const hash = await extractZipEntry(wheel, entry, target, { onBytes });
    if (record.get(entry.name) !== hash)
      throw wheelError(wheel, `\`${entry.name}\` is not what the wheel's RECORD says`);
    if (/\/bin\/[^/]+$/.test(entry.name)) await chmod(target, 0o755);
  }
}

/** The SHA-256 of each file, in base64url: lines of `path,sha256=…,size`, where a path with a comma is quoted. */
function parseRecord(text: string): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, quoted, plain, hash] = /^(?:"([^"]*)"|([^",]*)),sha256=([\w-]+)=*,\d+$/.exec(line) ?? [];
    if (hash !== undefined) hashes.set(quoted ?? plain ?? "", hash);
  }
  return hashes;
}

const LARGEST_TEXT = 32_000_000;

async function readText(wheel: string, entries: readonly ZipEntry[], name: string): Promise<string> {
  const entry = entries.find(
    (other) => /^[^/]+\.dist-info\/[^/]+$/.test(other.name) && other.name.endsWith(`/${name}`),
  );
  if (entry === undefined || entry.size > LARGEST_TEXT)
    throw wheelError(wheel, `it holds no ${name}, so it is no wheel`);
  const folder = await mkdtemp(join(tmpdir(), "caderno-wheel-"));
  try {
    await extractZipEntry(wheel, entry, join(folder, name));
    return await readFile(join(folder, name), "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function wheelError(wheel: string, why: string): CadernoError {
  return new CadernoError("setup-wheel", `${wheel} cannot be used: ${why}.`, {
    hint: "Give a whole wheel of `tensorflow-cpu` or `tensorflow` for Linux, or leave `--from-wheel` out.",
  });
}
