/** @file What cells print, taken from the process's streams and labelled with the cell that prints it. */
import { StringDecoder } from "node:string_decoder";
import type { CellTracker } from "./cell";
import type { Iopub, StreamName } from "./iopub";

/** Sends what is written to the process's stdout and stderr to the cell that wrote it, once there is a cell. */
export function redirectStreams(iopub: Iopub, tracker: CellTracker): void {
  redirect(process.stdout, "stdout", iopub, tracker);
  redirect(process.stderr, "stderr", iopub, tracker);
}

function redirect(stream: NodeJS.WriteStream, name: StreamName, iopub: Iopub, tracker: CellTracker): void {
  const original = stream.write.bind(stream) as (...all: unknown[]) => boolean;
  const decoder = new StringDecoder("utf8");
  const write = (chunk: unknown, encoding?: unknown, done?: unknown): boolean => {
    const cell = tracker.owner();
    if (cell === undefined) return original(chunk, encoding, done);
    if (!cell.silent || name === "stderr") iopub.print(name, textOf(chunk, encoding, decoder), cell.header);
    const callback = typeof encoding === "function" ? encoding : done;
    if (typeof callback === "function") process.nextTick(callback as () => void);
    return true;
  };
  Object.defineProperty(stream, "write", { value: write, writable: true, configurable: true });
}

function textOf(chunk: unknown, encoding: unknown, decoder: StringDecoder): string {
  if (typeof chunk === "string") {
    const plain = typeof encoding !== "string" || /^utf-?8$/i.test(encoding);
    return plain ? chunk : decoder.write(Buffer.from(chunk, encoding as BufferEncoding));
  }
  if (chunk instanceof Uint8Array) {
    return decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }
  throw new TypeError("The `chunk` must be a string, a Buffer or a Uint8Array.");
}
