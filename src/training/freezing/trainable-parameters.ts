/** @file How much of a model is trained, as a line. */
import { SelfShowing } from "../../core/self-showing";
import type { PreTrainedModel } from "../../models/pretrained-model";

/** How many numbers of a model are trained, of how many. Printed as PEFT prints it. */
export class TrainableParameters extends SelfShowing {
  /** How many numbers training changes. */
  readonly trainable: number;
  /** How many numbers there are. */
  readonly all: number;

  constructor(trainable: number, all: number) {
    super();
    this.trainable = trainable;
    this.all = all;
  }

  /** The trained share, from 0 to 100. */
  get percent(): number {
    return this.all === 0 ? 0 : (100 * this.trainable) / this.all;
  }

  override toText(): string {
    return `trainable params: ${grouped(this.trainable)} || all params: ${grouped(this.all)} || trainable%: ${this.percent.toFixed(4)}`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

/**
 * Counts what training changes in a model. Python: `sum(p.numel() for p in model.parameters() if p.requires_grad)`.
 *
 * @example
 * ```ts
 * freezeBody(model);
 * console.log(trainableParameters(model));
 * // trainable params: 551 || all params: 6,777 || trainable%: 8.1304
 * ```
 */
export function trainableParameters(model: PreTrainedModel): TrainableParameters {
  const parameters = model.parameters();
  const sum = (of: typeof parameters): number => of.reduce((total, { size }) => total + size, 0);
  return new TrainableParameters(sum(parameters.filter(({ state }) => state === "trained")), sum(parameters));
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
