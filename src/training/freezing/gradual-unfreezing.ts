/** @file Training from the top down: first the head alone, then one layer more after another. */
import { argumentRangeError } from "../../core/errors";
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { TrainingCallback, TrainingEvent } from "../loop/training-callback";
import type { TrainingControl } from "../loop/training-control";
import type { TrainingState } from "../loop/training-state";
import { isEmbedding, layerOf } from "./freeze-layers";

/** Options of {@link GradualUnfreezing}. */
export interface GradualUnfreezingOptions {
  /** How many epochs pass before the next layer. @default 1 */
  epochsPerLayer?: number;
  /** How many layers are added each time. @default 1 */
  layersAtOnce?: number;
  /** Whether the embeddings follow below the lowest layer, or are never trained. @default "last" */
  embeddings?: "last" | "never";
}

/**
 * A callback that lets training reach one layer deeper each epoch (Howard and Ruder 2018, section 3.3).
 *
 * The first epoch trains the head and what stands above the layers; a model without a head of its own begins with its top layer.
 * Weights that were frozen before stay so, such as the base of a LoRA adapter. The model's own marks are put back at the end.
 * What is trained follows from the epoch alone, so that a resumed training goes on alike.
 *
 * @example
 * ```ts
 * await model.fit(train, { epochs: 4, callbacks: [new GradualUnfreezing()] });
 * ```
 */
export class GradualUnfreezing implements TrainingCallback {
  readonly #epochsPerLayer: number;
  readonly #layersAtOnce: number;
  readonly #embeddings: "last" | "never";
  #restore: (() => void) | undefined;
  #trained: ReadonlySet<string> = new Set();
  #stages: readonly (readonly string[])[] = [];

  constructor(options: GradualUnfreezingOptions = {}) {
    const { epochsPerLayer = 1, layersAtOnce = 1, embeddings = "last" } = options;
    this.#epochsPerLayer = checkCount("epochsPerLayer", epochsPerLayer);
    this.#layersAtOnce = checkCount("layersAtOnce", layersAtOnce);
    if (embeddings !== "last" && embeddings !== "never") {
      const rule = 'be "last" or "never"';
      throw argumentRangeError({ function: "GradualUnfreezing", parameter: "embeddings", rule, value: embeddings });
    }
    this.#embeddings = embeddings;
  }

  /** Notes what may be trained at all. */
  onTrainBegin(_state: TrainingState, _control: TrainingControl, { model }: TrainingEvent): void {
    const trained = model
      .parameters()
      .filter(({ state }) => state === "trained")
      .map(({ name }) => name);
    this.#trained = new Set(trained);
    this.#stages = this.#stagesOf(model, trained);
    this.#restore = () => void model.unfreeze((name) => this.#trained.has(name));
  }

  /** Sets what this epoch trains. */
  onEpochBegin({ epoch }: TrainingState, _control: TrainingControl, { model }: TrainingEvent): void {
    // An epoch that is taken up in its middle is still that epoch.
    const reached = Math.floor(Math.floor(epoch) / this.#epochsPerLayer) * this.#layersAtOnce;
    const now = new Set(this.#stages.slice(0, reached + 1).flat());
    model.freeze((name) => this.#trained.has(name) && !now.has(name));
    model.unfreeze((name) => now.has(name));
  }

  /** Puts the model's own marks back. */
  onClose(): void {
    this.#restore?.();
    this.#restore = undefined;
  }

  /** What is added at each stage, from the top down. */
  #stagesOf(model: PreTrainedModel, trained: readonly string[]): string[][] {
    const layers = new Map<number, string[]>();
    const above: string[] = [];
    const embeddings: string[] = [];
    for (const name of trained) {
      const layer = layerOf(model, name);
      if (layer !== undefined) layers.set(layer, [...(layers.get(layer) ?? []), name]);
      else (isEmbedding(model, name) ? embeddings : above).push(name);
    }
    const down = [...layers].sort(([left], [right]) => right - left).map(([, names]) => names);
    // A last normalization is no head: alone it would learn nothing.
    const isHead = above.some((name) => !/norm|ln_f/i.test(name));
    const [top = [], ...below] = down;
    const body = isHead ? [above, top, ...below] : [[...above, ...top], ...below];
    const stages = this.#embeddings === "last" ? [...body, embeddings] : body;
    return stages.filter(({ length }) => length > 0);
  }
}

function checkCount(parameter: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw argumentRangeError({
    function: "GradualUnfreezing",
    parameter,
    rule: "be a whole number of at least 1",
    value,
  });
}
