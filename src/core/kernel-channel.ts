/**
 * @file How code in a cell reaches the kernel that runs it, without either importing the other.
 *
 * A kernel puts a channel on `globalThis` before the first cell; `display()` looks for it. Where there is none, the code
 * runs as a plain script and `display()` prints.
 */
import type { MimeBundle } from "./display";

/** Which display an output makes or changes, and what is said of it. */
export interface ChannelDisplayOptions {
  /** Per media type hints for the front end, as Jupyter's `metadata`. */
  metadata?: Record<string, unknown>;
  /** Names the display so that it can be updated later. */
  displayId?: string;
  /** Change every display with that `displayId` instead of adding one. */
  update?: boolean;
}

/** What a kernel of ours offers to the code in its cells. */
export interface KernelChannel {
  /** Which kernel this is, for messages: `"tslab"`. */
  readonly kernel: string;
  /** Shows a bundle under the cell that is running. */
  display(bundle: MimeBundle, options?: ChannelDisplayOptions): void;
  /** Empties the running cell's output; with `wait`, not before the next output arrives. */
  clearOutput(wait: boolean): void;
  /**
   * Begins work that an interrupt must not cut off in its middle: it is told of the interrupt by a signal and ends by itself, while the
   * cell ends at once. Everything else of an interrupted cell is dropped where it stands, without its `finally`.
   */
  apart?<Result>(work: (interrupted: AbortSignal) => Promise<Result>): Promise<Result>;
}

const CHANNEL = Symbol.for("caderno.kernel");

/** The channel of the kernel that this code runs in, or undefined in a plain script. */
export function kernelChannel(): KernelChannel | undefined {
  return (globalThis as { [CHANNEL]?: KernelChannel })[CHANNEL];
}

/** Called once by a kernel, before the first cell. */
export function setKernelChannel(channel: KernelChannel): void {
  (globalThis as { [CHANNEL]?: KernelChannel })[CHANNEL] = channel;
}
