/** @file When a cell ran, kept in its metadata as JupyterLab keeps it. */
import { isRecord, type Message, textField } from "../client/messages";
import type { CodeCell } from "../format/types";

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Writes the time of a message that marks a step of a cell's run. */
export function keepTime(cell: CodeCell, message: Message): void {
  const step = stepOf(message);
  if (step === undefined) return;
  const { date } = message.header;
  const known = isRecord(cell.metadata.execution) ? cell.metadata.execution : {};
  // A Date holds milliseconds; what a kernel writes may be finer.
  cell.metadata.execution = { ...known, [step]: ISO_TIME.test(date) ? date : new Date().toISOString() };
}

function stepOf(message: Message): string | undefined {
  const type = message.header.msg_type;
  if (type === "execute_input") return "iopub.execute_input";
  if (type === "execute_reply") return "shell.execute_reply";
  if (type !== "status") return undefined;
  const state = textField(message.content, "execution_state");
  return state === "busy" || state === "idle" ? `iopub.status.${state}` : undefined;
}
