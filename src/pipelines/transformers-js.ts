/** @file The tasks that transformers.js does: the same call, handed on. */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { messageOf } from "../core/errors";
import { offlineVariable } from "../hub/hub-environment";
import type { OpenOptions } from "./open-parts";
import { PipelineError } from "./pipeline-error";
import { type HandedPipeline, makeHandle } from "./pipeline-handle";
import type { HandedTask } from "./tasks";

/** What transformers.js calls options of ours. */
const NAMES: Readonly<Record<string, string>> = { cacheFolder: "cache_dir", onProgress: "progress_callback" };

interface LibraryPipeline {
  (...inputs: unknown[]): Promise<unknown>;
  model?: unknown;
  tokenizer?: unknown;
  dispose?: () => Promise<unknown>;
}

/** A pipeline of transformers.js. Options may be spelt as there or in camelCase, here and in each call. */
export async function handOver(
  task: HandedTask,
  model: string | undefined,
  options: OpenOptions | object,
): Promise<HandedPipeline> {
  const library = await import("@huggingface/transformers");
  const isOffline = ("localFilesOnly" in options && options.localFilesOnly === true) || offlineVariable() !== undefined;
  const given = { ...theirOptions(options), ...(isOffline ? { local_files_only: true } : {}) };
  const open = library.pipeline as (task: string, model: string | null, options: object) => Promise<unknown>;
  let made: LibraryPipeline;
  try {
    made = (await open(task, model === undefined ? null : await placeOf(model), given)) as LibraryPipeline;
  } catch (cause) {
    const which = model === undefined ? "its default model" : model;
    throw new PipelineError("task-failed", `transformers.js could not open ${which} for ${task}: ${messageOf(cause)}`, {
      task,
      cause,
      hint: "It needs a repository with ONNX files, `onnx/model.onnx`, and a connection where they are not in its cache.",
    });
  }
  const call = async (...inputs: unknown[]): Promise<unknown> =>
    made(...inputs.map((input, place) => (place > 0 && isPlain(input) ? theirOptions(input) : input)));
  return makeHandle(call, {
    task,
    model: made.model,
    tokenizer: made.tokenizer,
    name: "transformers.js",
    close: async () => {
      await made.dispose?.();
    },
  });
}

/** A folder is named in full, since transformers.js takes `models/mine` for an id on the Hub. */
async function placeOf(model: string): Promise<string> {
  const found = await stat(model).catch(() => undefined);
  return found?.isDirectory() === true ? resolve(model) : model;
}

function theirOptions(options: object): Record<string, unknown> {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [NAMES[name] ?? snakeCase(name), value]));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
