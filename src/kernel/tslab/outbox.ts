/** @file Sending that loses nothing: at once, in order, and waiting where the reader is slower than the cell. */
import { inspect } from "node:util";
import type { KernelSocket } from "./tslab-modules";

type Frames = (string | Buffer)[];

/** How long a full socket holds the cell back before its printed text is dropped, in milliseconds. */
const PATIENCE = 5_000;
const RETRY_EVERY = 2;
/** Messages that must not be lost, such as `idle`, wait here while nobody reads. */
const MOST_WAITING = 1_000;

const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * The sending side of one socket.
 *
 * zeromq.js refuses a second `send` while one is under way, which is how tslab loses output. With a send timeout of zero
 * it hands every message to the network thread inside the call, also while a cell never returns to the event loop.
 */
export class Outbox {
  readonly #socket: KernelSocket;
  readonly #patience: number;
  #waiting: Frames[] = [];
  #stalled = false;
  #retry: NodeJS.Timeout | undefined;

  /** Takes over a socket, before it is bound. A full one holds the cell back for `patience` milliseconds. */
  constructor(socket: KernelSocket, highWaterMark: number, patience: number = PATIENCE) {
    this.#socket = socket;
    this.#patience = patience;
    socket.sendTimeout = 0;
    socket.sendHighWaterMark = highWaterMark;
  }

  /**
   * Sends a message and says whether it was taken.
   *
   * A full socket blocks for up to five seconds: that is the back pressure which keeps a loop that prints for ever
   * from filling the memory. Then an `optional` message is dropped; any other waits until the reader is back.
   */
  send(frames: Frames, optional = false): boolean {
    if (!this.#stalled && this.#insist(frames)) return true;
    this.#stalled = true;
    if (!optional && this.#waiting.length < MOST_WAITING) this.#waiting.push(frames);
    this.#retry ??= setTimeout(() => this.#drain(), 20).unref();
    return false;
  }

  #insist(frames: Frames): boolean {
    for (let waited = 0; ; waited += RETRY_EVERY) {
      if (this.#try(frames)) return true;
      if (waited >= this.#patience) return false;
      Atomics.wait(pause, 0, 0, RETRY_EVERY);
    }
  }

  #try(frames: Frames): boolean {
    const sent = this.#socket.send(frames);
    sent.catch(() => {});
    // The promise is settled already; inspect() is the one public way to see how without waiting a turn.
    return !/^Promise \{\s*<rejected>/.test(inspect(sent));
  }

  #drain(): void {
    this.#retry = undefined;
    for (let next = this.#waiting[0]; next !== undefined && this.#try(next); next = this.#waiting[0]) {
      this.#waiting.shift();
    }
    this.#stalled = this.#waiting.length > 0;
    if (this.#stalled) this.#retry = setTimeout(() => this.#drain(), 20).unref();
  }
}
