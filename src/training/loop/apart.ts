/** @file Work that ends by itself when its cell is interrupted, rather than being dropped with the weights in its hands. */
import { kernelChannel } from "../../core/kernel-channel";
import type { PreTrainedModel } from "../../models/pretrained-model";

/** The trainings that were interrupted and have yet to give the weights back. */
const ending = new WeakMap<PreTrainedModel, Promise<unknown>>();

/**
 * Runs work over a model's weights, apart from the cell that asks for it. Where an earlier one was interrupted, it is waited for.
 *
 * @param given A signal of the caller's; the work's own signal follows it and the interrupt.
 */
export async function runApart<Result>(
  model: PreTrainedModel,
  given: AbortSignal | undefined,
  work: (signal: AbortSignal | undefined) => Promise<Result>,
): Promise<Result> {
  await ending.get(model);
  const channel = kernelChannel();
  if (channel?.apart === undefined) return work(given);
  return channel.apart((interrupted) => {
    const running = work(given === undefined ? interrupted : AbortSignal.any([given, interrupted]));
    const settled = running.then(
      () => undefined,
      () => undefined,
    );
    // Nobody is there any more to hear how it ended.
    interrupted.addEventListener("abort", () => ending.set(model, settled), { once: true });
    return running;
  });
}
