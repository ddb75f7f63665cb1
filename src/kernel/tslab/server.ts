/** @file tslab's server with Jupyter's protocol put right: every message is received and answered here. */
import type { CellTracker } from "./cell";
import type { CellSources } from "./cell-sources";
import { openChannel } from "./channel";
import type { CompilerRepair } from "./compiler";
import { ExecutionQueue } from "./execution-queue";
import type { Interrupter } from "./interrupt";
import { Iopub } from "./iopub";
import { describeKernel } from "./kernel-info";
import { Outbox } from "./outbox";
import { watchStrayErrors } from "./stray-errors";
import { redirectStreams } from "./streams";
import type { KernelSocket, TslabInstallation, TslabJupyterModule, TslabServer } from "./tslab-modules";
import { type Message, Wire } from "./wire";

/** Messages of at most 64 KiB of text each that may lie between the kernel and a slow reader. */
const MOST_UNREAD = 1_000;
const FAREWELL = 20;

/** What a running server needs beyond tslab's own object. */
interface Session {
  readonly wire: Wire;
  readonly iopub: Iopub;
  readonly queue: ExecutionQueue;
  readonly outboxes: Map<KernelSocket, Outbox>;
}

/** The parts that the server brings together. */
export interface ServerParts {
  readonly tslab: TslabInstallation;
  readonly jupyter: TslabJupyterModule;
  readonly compiler: CompilerRepair;
  readonly sources: CellSources;
  readonly tracker: CellTracker;
  readonly interrupter: Interrupter;
}

/** Repairs the server class; the next server that starts is a repaired one. */
export function repairServer(parts: ServerParts): void {
  const server = parts.jupyter.ZmqServer.prototype;
  const { init, bindSocket } = server;
  let session: Session | undefined;

  server.init = function () {
    // tslab's own handlers print such errors; by now nobody else has set any.
    process.removeAllListeners("uncaughtException");
    process.removeAllListeners("unhandledRejection");
    return init.call(this);
  };

  server.bindSocket = function (socket, port) {
    // The first call: the sockets are made, the connection file is read, and nothing is bound yet.
    session ??= openSession(this, parts);
    return bindSocket.call(this, socket, port);
  };

  server.handleShellMessage = async function (socket, ...frames) {
    if (session === undefined) return;
    let message: Message;
    try {
      message = session.wire.decode(frames);
    } catch {
      return;
    }
    if (message.header.msg_type === "execute_request") {
      session.queue.add(message);
      return;
    }
    const { iopub } = session;
    iopub.publish("status", { execution_state: "busy" }, message.header);
    try {
      const content = answer(this, message, parts, session);
      const type = message.header.msg_type.replace(/_request$/, "_reply");
      if (content !== undefined) reply(session, socket, message, type, content);
    } catch (error) {
      reply(session, socket, message, message.header.msg_type.replace(/_request$/, "_reply"), {
        status: "error",
        ename: "Error",
        evalue: error instanceof Error ? error.message : String(error),
        traceback: [],
      });
    } finally {
      iopub.publish("status", { execution_state: "idle" }, message.header);
    }
    if (message.header.msg_type === "shutdown_request") {
      this.close();
      // What a cell has left running (a server, a timer) must not keep a kernel alive that was told to end.
      setTimeout(() => process.exit(0), FAREWELL);
    }
  };
}

function openSession(server: TslabServer, parts: ServerParts): Session {
  const { jupyter, compiler, sources, tracker, interrupter } = parts;
  const wire = new Wire(server.connInfo.key, server.connInfo.signature_scheme);
  server.iopub.noDrop = true;
  const iopub = new Iopub(new Outbox(server.iopub, MOST_UNREAD), wire);
  const outboxes = new Map([server.shell, server.control].map((socket) => [socket, new Outbox(socket, 0)]));
  const queue: ExecutionQueue = new ExecutionQueue({
    iopub,
    shell: server.shell,
    executor: server.handler.executor,
    compiler,
    sources,
    tracker,
    interrupter,
    reply: (request, type, content) => reply(session, server.shell, request, type, content),
  });
  const session: Session = { wire, iopub, queue, outboxes };
  redirectStreams(iopub, tracker);
  openChannel(iopub, tracker, jupyter);
  watchStrayErrors(iopub, tracker, sources);
  interrupter.listen();
  process.on("exit", () => iopub.flush());
  return session;
}

function reply(session: Session, socket: KernelSocket, request: Message, type: string, content: object): void {
  session.outboxes.get(socket)?.send(session.wire.encode(type, content, request.header, request.identities));
}

/** The content of the reply, or undefined for a message that wants none. */
function answer(server: TslabServer, message: Message, parts: ServerParts, session: Session): object | undefined {
  const { handler } = server;
  switch (message.header.msg_type) {
    case "kernel_info_request":
      return describeKernel(handler.handleKernel(), parts.tslab);
    case "is_complete_request":
      return handler.handleIsComplete(message.content);
    case "inspect_request":
      return handler.handleInspect(message.content);
    case "complete_request":
      return handler.handleComplete(message.content);
    case "comm_info_request":
      return { status: "ok", comms: {} };
    case "history_request":
      return { status: "ok", history: [] };
    case "interrupt_request":
      parts.interrupter.interrupt();
      return { status: "ok" };
    case "shutdown_request":
      session.iopub.flush();
      return { status: "ok", restart: message.content.restart === true };
    default:
      return undefined;
  }
}
