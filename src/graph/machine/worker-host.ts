/** @file An engine on a thread of its own, which holds no process open while it has nothing to do. */
import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { dropBusyFlag, newBusyFlag, setBusy } from "./exit-guard";
import type { AnswerMessage, CallName, EngineHost, WorkerMessage } from "./machine-calls";
import { errorOf, MachineError } from "./machine-error";

/** How long a thread that is to end is waited for, in milliseconds. */
const PATIENCE = 1500;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: MachineError): void;
}

/** An engine in a worker thread. */
export class WorkerHost implements EngineHost {
  readonly #worker: Worker;
  readonly #busy = newBusyFlag();
  #waiting: Waiting | undefined;
  #dead: MachineError | undefined;

  constructor() {
    // The extension is ".ts" where the sources run, which a new thread reads only through the loader; ".js" in the build.
    // What this process was started with is not for the thread: it may be a kernel's preload.
    const extension = extname(__filename);
    const execArgv = extension === ".ts" ? ["--require", "tsx/cjs"] : [];
    const program = join(__dirname, `machine-worker${extension}`);
    this.#worker = new Worker(program, { stdin: false, execArgv, workerData: this.#busy });
    this.#worker.on("message", (message: AnswerMessage) => this.#hear(message));
    this.#worker.on("error", (error) => this.#die(`it failed: ${error.message}`, error));
    this.#worker.on("exit", (code) => {
      dropBusyFlag(this.#busy);
      this.#die(`it ended with code ${code}`);
    });
    this.#worker.unref();
  }

  call(name: CallName, given: readonly unknown[], moved: readonly ArrayBuffer[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#dead !== undefined) {
        reject(this.#dead);
        return;
      }
      this.#waiting = { resolve, reject };
      this.#worker.ref();
      setBusy(this.#busy);
      this.#send({ name, given }, moved);
    });
  }

  async end(): Promise<void> {
    this.#die("it was ended");
    // The thread ends itself when its arithmetic is done, which cannot be broken off: a thread that is terminated in
    // the runtime's binding takes the whole process with it.
    const ended = new Promise<void>((resolve) => this.#worker.once("exit", () => resolve()));
    if (this.#worker.threadId < 0) return;
    this.#send({ name: "end" });
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
    });
    await Promise.race([ended, patience]);
    clearTimeout(timer);
  }

  #send(message: WorkerMessage, moved: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, moved);
  }

  #hear(message: AnswerMessage): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#worker.unref();
    if (message.kind === "done") waiting?.resolve(message.value);
    else waiting?.reject(errorOf(message.error));
  }

  #die(reason: string, cause?: unknown): void {
    this.#dead ??= new MachineError("worker-died", `The thread that runs the programs is gone: ${reason}.`, {
      cause,
      state: "lost",
      hint: "Its state is lost with it. Make a new machine, and set the state from a checkpoint.",
    });
    this.#waiting?.reject(this.#dead);
    this.#waiting = undefined;
    this.#worker.unref();
  }
}
