// Seeded damage to the files that Python wrote: each is read or refused with an error of ours, and in little memory.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import { defaultRng } from "../../../src/core/random";
import { SafetensorsFile } from "../../../src/models/weights/safetensors-file";
import { TorchFile } from "../../../src/models/weights/torch-file";
import { WeightsError } from "../../../src/models/weights/weights-error";
import { FIXTURES, temporaryFolder, write } from "./fixtures";

const folder = temporaryFolder();
const ROUNDS = 250;

for (const name of ["types.safetensors", "types.bin", "views.pt", "checkpoint.pt", "legacy.bin"]) {
  test(`damaged copies of ${name} are read or refused`, async () => {
    const whole = readFileSync(join(FIXTURES, name));
    const random = defaultRng(20_26);
    const below = (limit: number): number => Math.floor(random.random() * limit);
    let [read, refused, largest] = [0, 0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = Buffer.from(whole);
      for (let count = 1 + below(4); count > 0; count--) damage(bytes, below);
      const path = write(folder, name, below(8) === 0 ? bytes.subarray(0, below(bytes.length)) : bytes);
      try {
        const file = await (name.endsWith("safetensors") ? SafetensorsFile : TorchFile).open(path, name);
        try {
          for (const tensor of file.tensors.keys()) {
            const { data } = await file.read(tensor);
            largest = Math.max(largest, data.byteLength);
          }
        } finally {
          await file.close();
        }
        read++;
      } catch (error) {
        assert.ok(error instanceof WeightsError, `round ${round}: ${inspect(error)}`);
        refused++;
      }
    }
    assert.ok(refused > 20 && read > 5, `${read} read, ${refused} refused`);
    assert.ok(largest <= 64_000_000, String(largest));
  });
}

function damage(bytes: Buffer, below: (limit: number) => number): void {
  const at = below(bytes.length);
  const kind = below(4);
  if (kind === 0) bytes[at] = below(256);
  else if (kind === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
  else if (kind === 2) bytes.fill([0, 0xff, 0x7f][below(3)] ?? 0, at, Math.min(bytes.length, at + 1 + below(8)));
  else bytes.copyWithin(below(bytes.length), at, at + below(64));
}
