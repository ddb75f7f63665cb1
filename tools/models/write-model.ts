/** @file A trained model as a folder that any loader reads: config.json, model.safetensors in half precision, tokenizer. */
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "../../src/core/atomic-write";
import type { Architecture, Head } from "../../src/models/architecture";
import { halfBits } from "./round-to-half";
import { safetensorsOfHalves } from "./safetensors-of-halves";
import type { Parameters } from "./training-run";

/** A model to be written. */
export interface FinishedModel {
  architecture: Architecture;
  head: Head;
  config: Readonly<Record<string, unknown>>;
  parameters: Parameters;
  /** The folder that has its tokenizer. */
  tokenizer: string;
}

/** Writes the folder. The card is written by `evaluate`, which knows the figures. */
export async function writeModel(folder: string, model: FinishedModel): Promise<void> {
  const { architecture, head, config, parameters, tokenizer } = model;
  await mkdir(folder, { recursive: true });
  const tensors = new Map([...parameters].map(([name, { shape, data }]) => [name, { shape, bits: halfBits(data) }]));
  await writeFileAtomic(join(folder, "model.safetensors"), safetensorsOfHalves(tensors));
  const about = {
    architectures: [architecture.classNames[head]],
    ...config,
    // The file is narrower than what the model computes in: other libraries take this for the type to load.
    dtype: "float32",
  };
  await writeFileAtomic(join(folder, "config.json"), `${JSON.stringify(about, null, 2)}\n`);
  for (const file of ["tokenizer.json", "tokenizer_config.json"]) {
    if (tokenizer !== folder) await copyFile(join(tokenizer, file), join(folder, file));
  }
}
