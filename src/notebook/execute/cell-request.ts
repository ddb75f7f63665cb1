/** @file One cell's code sent to a kernel, until the kernel is done with it or must be stopped. */
import type { KernelEnd } from "../client/guardian-protocol";
import type { Kernel } from "../client/kernel";
import { type Message, textField } from "../client/messages";

/** Why a cell was stopped from outside. */
export type StopReason = "timeout" | "total-timeout" | "input" | "interrupted";

/** How a request ended; `stopped` says whether and why it was stopped, `reply` is there while the kernel lives. */
export interface RequestOutcome {
  reply?: Message;
  stopped?: StopReason;
  /** There when the kernel's process ended, by itself or because it did not heed the interrupt. */
  end?: KernelEnd;
}

/** After how long a cell is stopped. */
export interface CellLimit {
  reason: StopReason;
  /** Seconds from the cell's start. */
  waitSeconds: number;
  /** The limit as the user gave it. */
  saidSeconds: number;
}

/** How long a cell may run and who hears of its messages. */
export interface CellRequestOptions {
  limit: CellLimit | undefined;
  /** Seconds that an interrupted kernel gets before it is killed. */
  graceSeconds: number;
  abort: AbortSignal | undefined;
  /** Gets every message that answers the request, also those that come after the outcome. */
  listener(message: Message): void;
}

/** Some kernels lose the message that ends a cell; after the reply, it is waited for so long. */
const IDLE_WAIT_MS = 4_000;
/** Node's timers fire at once when they are set for longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** What a dying process sent may arrive a little after its end is known. */
const LAST_MESSAGES_MS = 50;

/** Runs `code` and resolves when the kernel has replied and said that it is idle, or has ended. Never rejects. */
export function runCode(kernel: Kernel, code: string, options: CellRequestOptions): Promise<RequestOutcome> {
  return new Promise((resolve) => {
    let reply: Message | undefined;
    let isIdle = false;
    let isDone = false;
    let stopped: StopReason | undefined;
    let limitTimer: NodeJS.Timeout | undefined;
    let idleTimer: NodeJS.Timeout | undefined;
    let killTimer: NodeJS.Timeout | undefined;

    const finish = (end?: KernelEnd): void => {
      if (isDone) return;
      isDone = true;
      for (const timer of [limitTimer, idleTimer, killTimer]) clearTimeout(timer);
      options.abort?.removeEventListener("abort", onAbort);
      resolve({ ...(reply && { reply }), ...(stopped && { stopped }), ...(end && { end }) });
    };
    const stop = (reason: StopReason): void => {
      if (isDone || stopped !== undefined) return;
      stopped = reason;
      kernel.interrupt();
      const seconds = reason === "interrupted" ? Math.min(1, options.graceSeconds) : options.graceSeconds;
      killTimer = setTimeout(() => void kernel.kill(), seconds * 1000);
    };
    const onAbort = (): void => stop("interrupted");

    kernel.execute(code, (message, channel) => {
      if (channel === "shell") {
        reply = message;
        if (isIdle) finish();
        else idleTimer = setTimeout(finish, IDLE_WAIT_MS);
      } else if (channel === "stdin") {
        stop("input");
      } else {
        options.listener(message);
        if (message.header.msg_type === "status" && textField(message.content, "execution_state") === "idle") {
          isIdle = true;
          if (reply !== undefined) finish();
        }
        return;
      }
      options.listener(message);
    });
    const { limit, abort } = options;
    if (limit !== undefined)
      limitTimer = setTimeout(() => stop(limit.reason), Math.min(limit.waitSeconds * 1000, LONGEST_TIMER_MS));
    abort?.addEventListener("abort", onAbort);
    if (abort?.aborted) onAbort();
    void kernel.ended.then((end) => {
      if (!isDone) setTimeout(() => finish(end), LAST_MESSAGES_MS);
    });
  });
}
