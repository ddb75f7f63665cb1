/** @file A trained tokenizer as the two files that Python and transformers.js load from a folder. */
import { join } from "node:path";
import { writeFileAtomic } from "../../core/atomic-write";
import { argumentTypeError } from "../../core/errors";
import type { TokenizerConfig, TokenizerFile } from "./tokenizer-file";

/**
 * Writes tokenizer.json and tokenizer_config.json into a folder, which is made when missing.
 *
 * Each file is the old one or the new one at any moment. Python: `tokenizer.save_pretrained`.
 *
 * @example
 * ```ts
 * const { file, config } = trainFromTexts(["ola olas", "ola"], { model: "wordpiece", vocabSize: 30 });
 * await saveTokenizerFile("build/my-tokenizer", file, config); // ["build/my-tokenizer/tokenizer.json", "build/my-tokenizer/tokenizer_config.json"]
 * ```
 */
export async function saveTokenizerFile(
  folder: string,
  file: TokenizerFile,
  config: TokenizerConfig,
): Promise<[tokenizerPath: string, configPath: string]> {
  const named = { function: "saveTokenizerFile", rule: "be what `trainFromTexts` gave" };
  if (typeof folder !== "string" || folder === "") {
    throw argumentTypeError({ ...named, parameter: "folder", rule: "be the path of a folder", value: folder });
  }
  if (typeof file?.model?.vocab !== "object") throw argumentTypeError({ ...named, parameter: "file", value: file });
  if (typeof config?.tokenizer_class !== "string")
    throw argumentTypeError({ ...named, parameter: "config", value: config });
  const paths: [string, string] = [join(folder, "tokenizer.json"), join(folder, "tokenizer_config.json")];
  await writeFileAtomic(paths[0], `${JSON.stringify(file, null, 2)}\n`);
  await writeFileAtomic(paths[1], `${JSON.stringify(config, null, 2)}\n`);
  return paths;
}
