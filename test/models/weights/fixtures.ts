/** @file What the tests of weights share: the files that Python wrote, small files made by hand, and a folder for them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after } from "node:test";
import type { TensorData } from "../../../src/models/weights/tensor-file";

export const FIXTURES: string = resolve(__dirname, "../../fixtures/models-weights");

/** What Python says a tensor holds. */
export interface ToldTensor {
  shape: number[];
  float32_bits?: number[];
  values?: string[];
}

export function expected(): Record<"types" | "views" | "checkpoint", Record<string, ToldTensor>> {
  return JSON.parse(readFileSync(join(FIXTURES, "expected.json"), "utf8"));
}

/** A tensor of ours in the words of Python's. */
export function told({ data, shape }: TensorData): ToldTensor {
  if (data instanceof Float32Array)
    return { shape: [...shape], float32_bits: [...new Int32Array(data.buffer, data.byteOffset, data.length)] };
  return { shape: [...shape], values: Array.from<number | bigint, string>(data, String) };
}

/** A folder that is removed when the file's tests have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "caderno-weights-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The bytes of a safetensors file with this header, which may be wrong. */
export function safetensorsBytes(header: unknown, data: Uint8Array = new Uint8Array(), length?: bigint): Buffer {
  const text = Buffer.from(typeof header === "string" ? header : JSON.stringify(header));
  const start = Buffer.alloc(8);
  start.writeBigUInt64LE(length ?? BigInt(text.length));
  return Buffer.concat([start, text, data]);
}

/** A stored zip of these entries, as torch.save lays it out. */
export function zipBytes(
  entries: readonly { name: string; content: Uint8Array; method?: number; size?: number; offset?: number }[],
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  for (const { name, content, method = 0, size = content.length, offset } of entries) {
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(label.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(size, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(label.length, 28);
    central.writeUInt32LE(offset ?? position, 42);
    parts.push(local, label, Buffer.from(content));
    directory.push(central, label);
    position += 30 + label.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(position, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

export function write(folder: string, name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
