/** @file Reading from the keyboard, which a notebook cell cannot do: refused at the line that tries, not waited for. */
import { Readable } from "node:stream";
import { CadernoError } from "../../core/errors";

/** Replaces `process.stdin` by a stream that refuses to be read. */
export function refuseStandardInput(): void {
  let refused: Readable | undefined;
  Object.defineProperty(process, "stdin", { get: () => (refused ??= new RefusedInput()), configurable: true });
  Object.defineProperty(globalThis, "prompt", { value: refuse, writable: true, configurable: true });
}

class RefusedInput extends Readable {
  readonly fd = 0;
  readonly isTTY = false;

  override on(event: string | symbol, listener: (...values: never[]) => void): this {
    if (event === "data" || event === "readable" || event === "keypress") refuse();
    return super.on(event, listener as (...values: unknown[]) => void);
  }

  override resume(): this {
    return refuse();
  }

  override read(): never {
    return refuse();
  }

  override pipe(): never {
    return refuse();
  }

  override [Symbol.asyncIterator](): never {
    return refuse();
  }

  setRawMode(): never {
    return refuse();
  }
}

function refuse(): never {
  throw new CadernoError("no-standard-input", "A notebook cell cannot read from the keyboard.", {
    hint: "Put the value into a variable in a cell of its own, or pass it as a parameter when the notebook is run.",
  });
}
