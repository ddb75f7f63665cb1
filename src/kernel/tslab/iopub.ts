/** @file The publishing socket: printed text joined into few messages, and everything else in order after it. */
import type { Outbox } from "./outbox";
import type { MessageHeader, Wire } from "./wire";

/** Text that is waiting is sent at this length. */
const LONGEST_CHUNK = 65_536;
/** So many prints in a burst go out one by one; a print earns its right back after this many milliseconds. */
const BURST = 8;
const EARNED_EVERY = 10;

/** One stream of the cell. */
export type StreamName = "stdout" | "stderr";

/** Publishes for all cells. */
export class Iopub {
  readonly #outbox: Outbox;
  readonly #wire: Wire;
  #pending: { name: StreamName; parent: MessageHeader | undefined; chunks: string[]; length: number } | undefined;
  #scheduled = false;
  #tokens = BURST;
  #counted = performance.now();
  #lost = 0;

  constructor(outbox: Outbox, wire: Wire) {
    this.#outbox = outbox;
    this.#wire = wire;
  }

  /** Sends a message after all that was printed before it. */
  publish(type: string, content: object, parent: MessageHeader | undefined): void {
    const frames = this.#wire.encode(type, content, parent, [type]);
    this.flush();
    this.#outbox.send(frames);
  }

  /**
   * Prints for a cell.
   *
   * The first prints of a burst go out at once, so that a reader sees them even if the cell then never returns; the
   * rest is joined and goes out when enough has gathered, some time has passed, or the turn ends.
   */
  print(name: StreamName, text: string, parent: MessageHeader | undefined): void {
    if (text === "") return;
    let pending = this.#pending;
    if (pending !== undefined && (pending.name !== name || pending.parent !== parent)) {
      this.flush();
      pending = undefined;
    }
    pending ??= this.#pending = { name, parent, chunks: [], length: 0 };
    pending.chunks.push(text);
    pending.length += text.length;
    if (pending.length >= LONGEST_CHUNK || this.#mayHurry()) this.flush();
    else if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.flush();
      });
    }
  }

  /** Sends the text that is waiting. */
  flush(): void {
    const pending = this.#pending;
    if (pending === undefined) return;
    this.#pending = undefined;
    const note = this.#lost === 0 ? "" : `\n[${this.#lost} characters were not shown: nobody read them]\n`;
    const content = { name: pending.name, text: note + pending.chunks.join("") };
    const sent = this.#outbox.send(this.#wire.encode("stream", content, pending.parent, ["stream"]), true);
    this.#lost = sent ? 0 : this.#lost + pending.length;
  }

  #mayHurry(): boolean {
    const now = performance.now();
    this.#tokens = Math.min(BURST, this.#tokens + (now - this.#counted) / EARNED_EVERY);
    this.#counted = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
