/** @file The execute requests, one after the other, with the protocol's rules for what follows an error. */
import { Cell, type CellTracker } from "./cell";
import { asBundle } from "./display-bundle";
import type { ErrorReport } from "./error-report";
import { type Evaluator, evaluate } from "./evaluate";
import type { Iopub } from "./iopub";
import type { RequestSocket } from "./tslab-modules";
import type { Message } from "./wire";

/** What the queue works with. */
export interface ExecutionParts extends Evaluator {
  readonly iopub: Iopub;
  readonly shell: RequestSocket;
  readonly tracker: CellTracker;
  reply(request: Message, type: string, content: object): void;
}

interface QueuedRequest {
  readonly request: Message;
  aborted: boolean;
}

/** How many turns the shell may take to hand over what arrived before a failure. */
const MOST_TURNS = 50;

export class ExecutionQueue {
  readonly #parts: ExecutionParts;
  readonly #waiting: QueuedRequest[] = [];
  #running = false;
  #executions = 0;
  #count = 0;

  constructor(parts: ExecutionParts) {
    this.#parts = parts;
  }

  /** Takes an `execute_request`; it is answered in its turn. */
  add(request: Message): void {
    this.#waiting.push({ request, aborted: false });
    if (!this.#running) void this.#work();
  }

  async #work(): Promise<void> {
    this.#running = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { request, aborted } = next;
      const { iopub } = this.#parts;
      iopub.publish("status", { execution_state: "busy" }, request.header);
      try {
        if (aborted) this.#parts.reply(request, "execute_reply", { status: "aborted", execution_count: this.#count });
        else await this.#execute(request);
      } finally {
        iopub.publish("status", { execution_state: "idle" }, request.header);
      }
    }
    this.#running = false;
  }

  async #execute(request: Message): Promise<void> {
    const { iopub, tracker } = this.#parts;
    const { content } = request;
    const silent = content.silent === true;
    this.#executions += 1;
    if (!silent && content.store_history !== false) this.#count += 1;
    const code = typeof content.code === "string" ? content.code : "";
    const cell = new Cell(this.#executions, this.#count, request.header, code, silent);
    tracker.begin(cell);
    if (!silent) iopub.publish("execute_input", { code, execution_count: cell.count }, cell.header);
    let failure = await evaluate(cell, this.#parts);
    // A rejection that nobody awaits is announced after the microtasks: it still belongs to this reply.
    await turn();
    if (failure === undefined && cell.result !== undefined && !silent) {
      failure = await this.#showResult(cell, cell.result.value);
    }
    if (failure !== undefined) iopub.publish("error", failure, cell.header);
    const verdict = failure ?? cell.strayErrors[0];
    if (verdict !== undefined && content.stop_on_error !== false) await this.#abortWaiting();
    cell.finished = true;
    const shared = { execution_count: cell.count, user_expressions: {}, payload: [] };
    const reply = verdict === undefined ? { status: "ok", ...shared } : { status: "error", ...verdict, ...shared };
    iopub.flush();
    this.#parts.reply(request, "execute_reply", reply);
  }

  async #showResult(cell: Cell, value: unknown): Promise<ErrorReport | undefined> {
    const shown = await asBundle(value, cell, this.#parts.sources);
    if (shown.failure !== undefined) return shown.failure;
    const content = { execution_count: cell.count, data: shown.data, metadata: {} };
    this.#parts.iopub.publish("execute_result", content, cell.header);
    return undefined;
  }

  /** Aborts what had arrived by now, and nothing that is sent after the reply. */
  async #abortWaiting(): Promise<void> {
    for (let turns = 0; turns < 2 || (this.#parts.shell.readable && turns < MOST_TURNS); turns++) await turn();
    for (const queued of this.#waiting) queued.aborted = true;
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
