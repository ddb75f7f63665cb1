/** @file A training's log as a file of JSON Lines, complete up to the last line whatever ends the training. */
import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import type { TrainingCallback, TrainingEvent } from "../loop/training-callback";
import type { TrainingControl } from "../loop/training-control";
import type { TrainingState } from "../loop/training-state";

/** Options of {@link JsonlLogger}. */
export interface JsonlLoggerOptions {
  /** What becomes of a file that is there already: it begins anew, or goes on, as a resumed training's should. @default "replace" */
  existing?: "replace" | "append";
}

/**
 * Writes each line of the log to a file as it comes: `{"time":"…","step":20,"epoch":0.5,"loss":1.9}`. A number that JSON has no word
 * for, such as NaN, is null.
 *
 * `loadDataset("json", { dataFiles })` reads it.
 *
 * @example
 * ```ts
 * await model.fit(train, { epochs: 2, callbacks: [new JsonlLogger("runs/essays/log.jsonl")] });
 * ```
 */
export class JsonlLogger implements TrainingCallback {
  readonly file: string;
  readonly #existing: "replace" | "append";

  constructor(file: string, { existing = "replace" }: JsonlLoggerOptions = {}) {
    if (typeof file !== "string" || file === "") {
      throw argumentTypeError({ function: "JsonlLogger", parameter: "file", rule: "be a file's path", value: file });
    }
    if (existing !== "replace" && existing !== "append") {
      const rule = 'be "replace" or "append"';
      throw argumentRangeError({ function: "JsonlLogger", parameter: "existing", rule, value: existing });
    }
    this.file = file;
    this.#existing = existing;
  }

  async onTrainBegin(): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    await (this.#existing === "replace" ? writeFile(this.file, "") : appendFile(this.file, ""));
  }

  async onLog({ step, epoch }: TrainingState, _control: TrainingControl, { logs }: TrainingEvent): Promise<void> {
    await appendFile(this.file, `${JSON.stringify({ time: new Date().toISOString(), step, epoch, ...logs })}\n`);
  }
}
