/** @file The thread of a machine: it answers one call at a time. */
import { parentPort, workerData } from "node:worker_threads";
import { Engine } from "./engine";
import { clearBusy } from "./exit-guard";
import { type AnswerMessage, buffersOf, dispatch, type WorkerMessage } from "./machine-calls";
import { noteOf } from "./machine-error";

const engine = new Engine();
const busy = workerData as Int32Array;

async function answer(call: WorkerMessage): Promise<void> {
  if (call.name === "end") {
    // From here and not from outside: no native code is on the stack now.
    clearBusy(busy);
    process.exit(0);
  }
  let message: AnswerMessage;
  try {
    message = { kind: "done", value: await dispatch(engine, call) };
  } catch (error) {
    message = { kind: "failed", error: noteOf(error) };
  }
  clearBusy(busy);
  parentPort?.postMessage(message, message.kind === "done" ? buffersOf(message.value) : []);
}

parentPort?.on("message", (call: WorkerMessage) => void answer(call));
