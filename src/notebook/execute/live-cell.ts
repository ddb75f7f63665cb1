/** @file A cell that runs, or ran and may still hear late messages. */
import { type Message, textField } from "../client/messages";
import type { CodeCell, ErrorOutput } from "../format/types";
import { keepTime } from "./cell-timings";
import type { Displays } from "./displays";
import { countField, type OutputLimits, OutputList } from "./output-list";
import type { WidgetStates } from "./widget-states";

/** What all cells of a run share. */
export interface RunContext {
  displays: Displays;
  widgets: WidgetStates;
  limits: OutputLimits;
  timings: boolean;
  /** Hears what the cell prints, as it comes. */
  onText(cell: number, name: "stdout" | "stderr", text: string): void;
  /** Hears of an error that comes after its cell was done. */
  onLateError(cell: LiveCell, error: ErrorOutput): void;
}

/** Writes what a kernel says about one cell into that cell. */
export class LiveCell {
  readonly index: number;
  readonly cell: CodeCell;
  readonly #outputs: OutputList;
  readonly #context: RunContext;
  #isDone = false;

  /** Empties the cell of what an earlier run left. */
  constructor(index: number, cell: CodeCell, context: RunContext) {
    emptyCell(cell);
    this.index = index;
    this.cell = cell;
    this.#context = context;
    this.#outputs = new OutputList(cell.outputs, context.displays, context.limits);
  }

  /** Takes one message that answers the cell's request. */
  hear(message: Message): void {
    const { content } = message;
    const type = message.header.msg_type;
    if (this.#context.timings) keepTime(this.cell, message);
    if (type === "execute_input" || type === "execute_reply") {
      this.cell.execution_count = countField(content) ?? this.cell.execution_count;
      return;
    }
    if (this.#context.widgets.take(message) || !this.#outputs.take(message)) return;
    if (type === "stream") {
      this.#context.onText(this.index, content.name === "stderr" ? "stderr" : "stdout", textField(content, "text"));
    } else if (type === "error" && this.#isDone && this.error !== undefined) {
      this.#context.onLateError(this, this.error);
    }
  }

  /** The error that the cell ended with, if any. */
  get error(): ErrorOutput | undefined {
    return this.#outputs.lastError;
  }

  /** Adds an error that the kernel could not report itself. */
  addError(error: ErrorOutput): void {
    this.#outputs.addError(error);
  }

  /** The kernel is done with the cell; what comes from now on is late. */
  finish(): void {
    this.#isDone = true;
    this.settle();
  }

  /** Brings the cell's outputs up to date. */
  settle(): void {
    this.#outputs.settle();
  }
}

/** Removes what a run left in a cell. */
export function emptyCell(cell: CodeCell): void {
  cell.outputs = [];
  cell.execution_count = null;
  delete cell.metadata.execution;
}
