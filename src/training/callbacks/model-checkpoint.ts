/** @file Saving a model while it is trained: the best one, and the last one. */
import { join } from "node:path";
import { argumentTypeError } from "../../core/errors";
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { PreTrainedTokenizerFast } from "../../tokenizers/pre-trained-tokenizer-fast";
import { clearLeftovers, writeFolder } from "../checkpoints/write-folder";
import type { TrainingCallback, TrainingEvent } from "../loop/training-callback";
import type { TrainingControl } from "../loop/training-control";
import type { TrainingState } from "../loop/training-state";
import { Monitor, type MonitorOptions } from "./monitor";

/** Options of {@link ModelCheckpoint}. */
export interface ModelCheckpointOptions extends Omit<MonitorOptions, "minDelta"> {
  /** Whether the model of the last epoch is left out. @default false */
  saveBestOnly?: boolean;
  /** Saved with the model, so that the folder is complete. */
  tokenizer?: Pick<PreTrainedTokenizerFast, "savePretrained">;
}

/**
 * Saves the model after each epoch as `last`, and as `best` whenever a measure is at its best. Keras:
 * `tf.keras.callbacks.ModelCheckpoint`.
 *
 * Each is a folder that `fromPretrained` opens. It is there whole or as it was before, whatever happens while it is written.
 *
 * @example
 * ```ts
 * const checkpoint = new ModelCheckpoint("runs/essays", { monitor: "val_accuracy", tokenizer });
 * await model.fit(train, { validationData: test, epochs: 5, callbacks: [checkpoint] });
 * const best = await TFAutoModelForSequenceClassification.fromPretrained("runs/essays/best");
 * ```
 */
export class ModelCheckpoint implements TrainingCallback {
  /** Where `best` and `last` are. */
  readonly folder: string;
  readonly #monitor: Monitor;
  readonly #saves: "both" | "best";
  readonly #tokenizer: Pick<PreTrainedTokenizerFast, "savePretrained"> | undefined;

  constructor(folder: string, options: ModelCheckpointOptions = {}) {
    if (typeof folder !== "string" || folder === "") {
      throw argumentTypeError({
        function: "ModelCheckpoint",
        parameter: "folder",
        rule: "be a folder's path",
        value: folder,
      });
    }
    this.folder = folder;
    this.#monitor = new Monitor("ModelCheckpoint", options);
    this.#saves = options.saveBestOnly === true ? "best" : "both";
    this.#tokenizer = options.tokenizer;
  }

  /** The best value of the measure; undefined before the first. */
  get best(): number | undefined {
    return this.#monitor.best;
  }

  async onTrainBegin(): Promise<void> {
    this.#monitor.reset();
    await clearLeftovers(this.folder);
  }

  onEpochBegin(state: TrainingState): void {
    if (this.#saves === "best") this.#monitor.requireIn(state);
  }

  async onEpochEnd(_state: TrainingState, _control: TrainingControl, { model }: TrainingEvent): Promise<void> {
    if (this.#saves === "both") await this.#save(model, "last");
  }

  async onLog(_state: TrainingState, _control: TrainingControl, { logs, model }: TrainingEvent): Promise<void> {
    if (this.#monitor.read(logs) === "better") await this.#save(model, "best");
  }

  async #save(model: PreTrainedModel, name: "best" | "last"): Promise<void> {
    await writeFolder(join(this.folder, name), async (folder) => {
      await model.savePretrained(folder);
      await this.#tokenizer?.savePretrained(folder);
    });
  }
}
