/** @file Writing a model as an ONNX file in the layout that transformers.js and Python's onnxruntime expect. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { lowerGraph } from "../../graph/onnx/lower-graph";
import type { OnnxLazyTensor } from "../../graph/onnx/onnx-model";
import { type OnnxFiles, writeOnnxFile } from "../../graph/onnx/write-onnx-file";
import { type ModelParts, savedConfig } from "../save-model";

/** Options of `model.exportOnnx`. */
export interface ExportOnnxOptions {
  /** `"auto"` puts the weights into a second file for a model above 2 GB only. @default "auto" */
  externalData?: "auto" | "always" | "never";
  /** The largest model that stays in one file, in bytes. @default 2147483647 */
  externalDataAbove?: number;
}

/**
 * Writes the forward graph with its weights: to `target` where it ends in `.onnx`, else to `target/onnx/model.onnx`.
 *
 * Into a folder `config.json` is written as well, since transformers.js reads it first. A causal decoder has the inputs
 * `past_key_values.N.key` and the outputs `present.N.key`, as transformers.js's `generate` wants them.
 */
export async function exportOnnx(target: string, parts: ModelParts, options: ExportOnnxOptions): Promise<OnnxFiles> {
  const { config, head, parameters, read, build } = parts;
  const cache = head === "causal-lm" ? "past" : "none";
  const graph = build({ cache });
  // Readers that take the first output for the answer must not find a cache there.
  const outputs = [...graph.outputs].sort(([left], [right]) => Number(isCache(left)) - Number(isCache(right)));
  const { model } = lowerGraph<OnnxLazyTensor>(graph, {
    outputs: new Map(outputs),
    initializers: (name, shape) =>
      parameters.has(name)
        ? {
            name,
            type: "float32",
            dims: shape,
            read: async () => {
              const { data } = await read(name);
              return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
            },
          }
        : undefined,
    metadata: { architecture: config.architecture.classNames[head] ?? config.modelType },
  });
  const isFile = /\.onnx$/i.test(target);
  const path = isFile ? target : join(target, "onnx", "model.onnx");
  const files = await writeOnnxFile(path, model, options);
  if (files.dataPath === undefined) await rm(`${path}_data`, { force: true });
  if (!isFile) {
    // transformers.js fetches a second file only where the configuration speaks of one.
    const external = { "transformers.js_config": { use_external_data_format: { "model.onnx": 1 } } };
    const own = savedConfig(parts);
    await (files.dataPath === undefined ? own : own.with(external)).savePretrained(target);
  }
  return files;
}

function isCache(output: string): boolean {
  return output.startsWith("present.");
}
