/**
 * @file A kernel for tests: a cell is JavaScript that gets a {@link FakeKernel} as `k` and says what to send.
 *
 * It speaks the protocol as the specification has it, and breaks it where a cell asks for that.
 */
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { Publisher, Router } from "zeromq";

interface Header {
  msg_id: string;
  msg_type: string;
  [other: string]: unknown;
}

interface Request {
  identities: Buffer[];
  header: Header;
  content: Record<string, unknown>;
}

const DELIMITER = "<IDS|MSG>";
const connection = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const iopub = new Publisher({ sendHighWaterMark: 0, linger: 1000 });
const [shell, control, stdin] = [new Router({ linger: 1000 }), new Router(), new Router()];
const unsent = new Map<object, Promise<void>>();
let count = 0;
let serial = 0;

/** What a cell may do. */
class FakeKernel {
  readonly request: Request;
  /** Whether the reply, and the message that ends the cell, are sent when the cell's code has ended. */
  sendsReply = true;
  sendsIdle = true;
  /** Called on SIGINT or an interrupt request. */
  onInterrupt: () => void = () => {};
  /** Answers the request; done by itself unless {@link sendsReply} is false. */
  readonly reply: (content: object) => void;
  /** All execute requests so far, for outputs that come late. */
  readonly earlier: readonly Request[];

  constructor(request: Request, earlier: readonly Request[], reply: (content: object) => void) {
    this.request = request;
    this.reply = reply;
    this.earlier = earlier;
  }

  print(text: string, name = "stdout"): void {
    this.publish("stream", { name, text });
  }

  display(data: object, displayId?: string, type = "display_data"): void {
    this.publish(type, { data, metadata: {}, ...(displayId && { transient: { display_id: displayId } }) });
  }

  error(ename: string, evalue: string, parent: Request = this.request): void {
    this.publish("error", { ename, evalue, traceback: [`${ename}: ${evalue}`] }, parent);
  }

  publish(type: string, content: object, parent: Request = this.request, buffers: Buffer[] = []): void {
    send(iopub, [Buffer.from(type)], type, content, parent.header, buffers);
  }

  /** Sends frames as they are. */
  raw(frames: (string | Buffer)[]): void {
    write(iopub, frames);
  }

  /** The frames of a right message, to be spoilt. */
  frames(type: string, content: object): (string | Buffer)[] {
    return encode([Buffer.from(type)], type, content, this.request.header, []);
  }

  askInput(): void {
    send(stdin, this.request.identities, "input_request", { prompt: "?", password: false }, this.request.header, []);
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  untilInterrupted(): Promise<void> {
    return new Promise((resolve) => {
      this.onInterrupt = resolve;
    });
  }
}

let running: FakeKernel | undefined;
const earlier: Request[] = [];
process.on("SIGINT", () => running?.onInterrupt());
void bind().then(() => Promise.all([serve(shell), serve(control)]));

async function bind(): Promise<void> {
  const { transport, ip } = connection;
  const address = (port: number): string =>
    transport === "ipc" ? `ipc://${ip}-${port}` : `${transport}://${ip}:${port}`;
  await iopub.bind(address(connection.iopub_port));
  await stdin.bind(address(connection.stdin_port));
  await control.bind(address(connection.control_port));
  await shell.bind(address(connection.shell_port));
}

async function serve(socket: Router): Promise<void> {
  for await (const frames of socket) {
    const start = frames.findIndex((frame) => frame.toString() === DELIMITER);
    const [header = "", , , content = ""] = frames.slice(start + 2).map((frame) => frame.toString());
    const request = { identities: frames.slice(0, start), header: JSON.parse(header), content: JSON.parse(content) };
    await answer(socket, request);
  }
}

async function answer(socket: Router, request: Request): Promise<void> {
  const type = request.header.msg_type;
  const state = (execution_state: string): void =>
    send(iopub, [Buffer.from("status")], "status", { execution_state }, request.header, []);
  const reply = (content: object): void =>
    send(socket, request.identities, type.replace("request", "reply"), content, request.header, []);
  state("busy");
  if (type === "kernel_info_request") {
    reply({ status: "ok", protocol_version: "5.3", language_info: { name: "fake", version: "1" }, banner: "" });
  } else if (type === "execute_request") {
    await execute(request, reply, state);
    return;
  } else if (type === "interrupt_request") {
    running?.onInterrupt();
    reply({ status: "ok" });
  } else if (type === "shutdown_request") {
    reply({ status: "ok", restart: false });
    if (!process.env.FAKE_STAYS) setTimeout(() => process.exit(0), 5);
  }
  state("idle");
}

async function execute(
  request: Request,
  reply: (content: object) => void,
  state: (name: string) => void,
): Promise<void> {
  count += 1;
  const kernel = new FakeKernel(request, earlier, reply);
  running = kernel;
  kernel.publish("execute_input", { code: request.content.code, execution_count: count });
  let content: object = { status: "ok", execution_count: count, user_expressions: {}, payload: [] };
  try {
    const AsyncFunction = (async () => {}).constructor as new (...parts: string[]) => (k: FakeKernel) => Promise<void>;
    await new AsyncFunction("k", String(request.content.code))(kernel);
  } catch (error) {
    const { name: ename, message: evalue } = error as Error;
    kernel.error(ename, evalue);
    content = { status: "error", execution_count: count, ename, evalue, traceback: [] };
  }
  earlier.push(request);
  if (kernel.sendsReply) reply(content);
  if (kernel.sendsIdle) state("idle");
}

function encode(
  identities: Buffer[],
  type: string,
  content: object,
  parent: Header,
  buffers: Buffer[],
): (string | Buffer)[] {
  serial += 1;
  const date = new Date().toISOString();
  const header = { msg_id: `fake-${serial}`, msg_type: type, session: "fake", username: "fake", date, version: "5.3" };
  const parts = [header, parent, {}, content].map((part) => JSON.stringify(part));
  const hmac = createHmac("sha256", connection.key);
  for (const part of parts) hmac.update(part);
  return [...identities, DELIMITER, hmac.digest("hex"), ...parts, ...buffers];
}

function send(
  socket: Publisher | Router,
  identities: Buffer[],
  type: string,
  content: object,
  parent: Header,
  buffers: Buffer[],
): void {
  write(socket, encode(identities, type, content, parent, buffers));
}

function write(socket: Publisher | Router, frames: (string | Buffer)[]): void {
  const sent = (unsent.get(socket) ?? Promise.resolve()).then(() => socket.send(frames));
  unsent.set(
    socket,
    sent.catch(() => {}),
  );
}
