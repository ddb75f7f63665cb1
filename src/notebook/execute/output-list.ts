/** @file The outputs of one cell as they grow: streams joined, displays updated, clearing obeyed, size bounded. */
import { formatBytes } from "../../core/format-bytes";
import { isRecord, type Message, objectField, textField } from "../client/messages";
import type { ErrorOutput, Output, OutputData, StreamOutput } from "../format/types";
import type { Displays } from "./displays";
import { TerminalText } from "./terminal-text";

/** How much a cell may leave behind; the rest is cut, and a note says so. */
export interface OutputLimits {
  /** Bytes of output. */
  bytes: number;
  /** Number of outputs; joined streams count once. */
  count: number;
}

/** An error's texts are kept however much was printed before, up to this many characters. */
const LONGEST_ERROR = 100_000;
const OUTPUT_TYPES = new Set([
  "stream",
  "display_data",
  "execute_result",
  "error",
  "update_display_data",
  "clear_output",
]);

/** Turns a kernel's messages into outputs, in place. Python: `nbclient.NotebookClient.process_message`. */
export class OutputList {
  readonly #outputs: Output[];
  readonly #displays: Displays;
  readonly #limits: OutputLimits;
  readonly #streams = new Map<StreamOutput, TerminalText>();
  #bytes = 0;
  #cutBytes = 0;
  #cutCount = 0;
  #clearOnNext = false;
  #note: StreamOutput | undefined;
  #lastError: ErrorOutput | undefined;

  /** Starts with none: what `outputs` holds is removed. */
  constructor(outputs: Output[], displays: Displays, limits: OutputLimits) {
    this.#outputs = outputs;
    this.#displays = displays;
    this.#limits = limits;
    outputs.length = 0;
  }

  /** Takes a message if it is about outputs, and says whether it was. */
  take(message: Message): boolean {
    const type = message.header.msg_type;
    if (!OUTPUT_TYPES.has(type)) return false;
    if (type === "clear_output") {
      if (message.content.wait === true) this.#clearOnNext = true;
      else this.#clear();
    } else if (type === "update_display_data") {
      this.#updateDisplay(message);
    } else {
      if (this.#clearOnNext) this.#clear();
      if (type === "stream") this.#stream(message);
      else if (type === "error") this.addError(errorOutput(message.content));
      else this.#display(message, type);
    }
    return true;
  }

  /** Adds an error, also when the list is full. */
  addError(error: ErrorOutput): void {
    this.#outputs.push(error);
    this.#lastError = error;
  }

  /** The error that came last, if any, also when it was cleared since. */
  get lastError(): ErrorOutput | undefined {
    return this.#lastError;
  }

  /** Writes streams into their outputs, and the note of what was cut. To be called whenever messages may pause. */
  settle(): void {
    for (const [output, text] of this.#streams) output.text = text.toString();
    if (this.#cutCount === 0) return;
    if (this.#note === undefined) {
      this.#note = { output_type: "stream", name: "stderr", text: "" };
      this.#outputs.push(this.#note);
    }
    const { bytes, count } = this.#limits;
    this.#note.text =
      `[caderno] ${formatBytes(this.#cutBytes)} of output in ${this.#cutCount} messages were cut: ` +
      `a cell may leave ${formatBytes(bytes)} in ${count} outputs.\n`;
  }

  #clear(): void {
    this.#outputs.length = 0;
    this.#streams.clear();
    this.#bytes = 0;
    this.#clearOnNext = false;
    this.#note = undefined;
  }

  #stream(message: Message): void {
    const name = message.content.name === "stderr" ? "stderr" : "stdout";
    const text = textField(message.content, "text");
    if (text === "") return;
    const last = this.#outputs.at(-1);
    let output = last?.output_type === "stream" && last.name === name && last !== this.#note ? last : undefined;
    if (!this.#hasRoom(output === undefined)) {
      this.#cut(message.size);
      return;
    }
    if (output === undefined) {
      output = { output_type: "stream", name, text: "" };
      this.#outputs.push(output);
      this.#streams.set(output, new TerminalText());
    }
    const terminal = this.#streams.get(output) ?? new TerminalText();
    const before = terminal.length;
    // One message may be larger than the whole limit.
    const room = Math.max(0, this.#limits.bytes - this.#bytes);
    terminal.write(text.length > room ? text.slice(0, room) : text);
    if (text.length > room) this.#cut(text.length - room);
    this.#bytes += terminal.length - before;
  }

  #display(message: Message, type: string): void {
    if (!this.#hasRoom(true) || this.#bytes + message.size > this.#limits.bytes) {
      this.#cut(message.size);
      return;
    }
    this.#bytes += message.size;
    const data = outputData(message.content);
    const metadata = objectField(message.content, "metadata");
    const id = displayId(message);
    if (id !== undefined) this.#displays.update(id, data, metadata);
    const output: Output =
      type === "execute_result"
        ? { output_type: "execute_result", data, metadata, execution_count: countField(message.content) }
        : { output_type: "display_data", data, metadata };
    this.#outputs.push(output);
    if (id !== undefined) this.#displays.add(id, output);
  }

  #updateDisplay(message: Message): void {
    const id = displayId(message);
    if (id === undefined) return;
    if (message.size > this.#limits.bytes) this.#cut(message.size);
    else this.#displays.update(id, outputData(message.content), objectField(message.content, "metadata"));
  }

  #hasRoom(another: boolean): boolean {
    return this.#bytes < this.#limits.bytes && (!another || this.#outputs.length < this.#limits.count);
  }

  #cut(bytes: number): void {
    this.#cutBytes += bytes;
    this.#cutCount += 1;
  }
}

/** The execution count that a message carries, or null. */
export function countField(content: Record<string, unknown>): number | null {
  const count = content.execution_count;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

function errorOutput(content: Record<string, unknown>): ErrorOutput {
  const traceback = Array.isArray(content.traceback)
    ? content.traceback.filter((line) => typeof line === "string")
    : [];
  return {
    output_type: "error",
    ename: clipped(textField(content, "ename", "Error")),
    evalue: clipped(textField(content, "evalue")),
    traceback: traceback.slice(0, 1000).map(clipped),
  };
}

function clipped(text: string): string {
  return text.length > LONGEST_ERROR ? `${text.slice(0, LONGEST_ERROR)}…` : text;
}

function displayId(message: Message): string | undefined {
  const { transient } = message.content;
  return isRecord(transient) && typeof transient.display_id === "string" ? transient.display_id : undefined;
}

/** Kernels may send a text as a list of lines, as files hold them; in memory a text is one string. */
function outputData(content: Record<string, unknown>): OutputData {
  const entries = Object.entries(objectField(content, "data")).map(([type, value]): [string, unknown] => {
    const isJson = type === "application/json" || type.endsWith("+json");
    const isLines = !isJson && Array.isArray(value) && value.every((line) => typeof line === "string");
    return [type, isLines ? value.join("") : value];
  });
  return Object.fromEntries(entries);
}
