/** @file Where a training's batches come from: as many epochs as are asked for, each in an order of its own. */
import type { ModelInputs } from "../../models/model-inputs";

/** Batches that can be gone through again and again. */
export interface TrainingBatches {
  /** How many batches an epoch has; undefined where nobody knows before its end. */
  readonly length: number | undefined;
  /**
   * The batches of an epoch. Their order hangs on the number of the epoch and a seed alone, so that a training that stopped goes on
   * alike.
   *
   * @param epoch From 0.
   * @param skip How many batches to leave out at the start.
   */
  epoch(epoch: number, skip?: number): AsyncIterable<ModelInputs> | Iterable<ModelInputs>;
}
