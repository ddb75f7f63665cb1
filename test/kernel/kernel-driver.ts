/** @file A small Jupyter client for the kernel tests, independent of the runner in src/notebook. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dealer, Subscriber } from "zeromq";

/** A message as it came from the kernel. */
export interface Received {
  type: string;
  parent: string | undefined;
  content: Record<string, unknown>;
}

/** What one execute request brought. */
export interface Execution {
  id: string;
  reply: Record<string, unknown>;
  /** Everything on iopub with this request as parent, `status` left out. */
  outputs: Received[];
}

/** How a kernel is started. */
export interface KernelCommand {
  argv: readonly string[];
  cwd: string;
  env?: Record<string, string>;
}

const PATIENCE = 60_000;

/** One running kernel. */
export class KernelDriver {
  /** Settles with the exit code when the process ends. */
  readonly exited: Promise<number | null>;
  /** What the process wrote to its own stderr. */
  stderr = "";
  /** The content of the first kernel_info_reply. */
  info: Record<string, unknown> = {};
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #key: string;
  readonly #session = randomUUID();
  readonly #shell = new Dealer({ linger: 0 });
  readonly #control = new Dealer({ linger: 0 });
  readonly #iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  readonly #replies = new Map<string, Received>();
  readonly #published: Received[] = [];
  readonly #waiters = new Set<() => void>();
  readonly #kill = (): boolean => this.#process.kill("SIGKILL");
  #sending: Promise<void> = Promise.resolve();

  /** Starts a kernel and waits until it answers on shell and iopub. */
  static async start(command: KernelCommand): Promise<KernelDriver> {
    const driver = new KernelDriver(command, await freePorts(5));
    await driver.#ready();
    return driver;
  }

  private constructor(command: KernelCommand, ports: readonly number[]) {
    this.#folder = mkdtempSync(join(tmpdir(), "kernel-test-"));
    this.#key = randomUUID();
    const [shell_port, iopub_port, stdin_port, control_port, hb_port] = ports;
    const ip = "127.0.0.1";
    const connection = { transport: "tcp", ip, shell_port, iopub_port, stdin_port, control_port, hb_port };
    const file = join(this.#folder, "connection.json");
    writeFileSync(file, JSON.stringify({ ...connection, key: this.#key, signature_scheme: "hmac-sha256" }));
    const [program, ...rest] = command.argv.map((argument) => argument.replace("{connection_file}", file));
    this.#process = spawn(program ?? "node", rest, {
      cwd: command.cwd,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, ...command.env },
    });
    process.once("exit", this.#kill);
    this.#process.stderr?.on("data", (text) => {
      this.stderr += text;
    });
    this.exited = once(this.#process, "exit").then(([code]) => code);
    void this.exited.then(() => this.#wake());
    this.#shell.connect(`tcp://${ip}:${shell_port}`);
    this.#control.connect(`tcp://${ip}:${control_port}`);
    this.#iopub.subscribe();
    this.#iopub.connect(`tcp://${ip}:${iopub_port}`);
    for (const socket of [this.#shell, this.#control]) {
      void this.#read(socket, (message) => this.#replies.set(message.parent ?? "", message));
    }
    void this.#read(this.#iopub, (message) => this.#published.push(message));
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Everything that was published since the start. */
  get published(): readonly Received[] {
    return this.#published;
  }

  async #ready(): Promise<void> {
    // The subscription takes a moment to arrive: ask until an answer was seen on both sockets.
    const deadline = Date.now() + PATIENCE;
    while (this.#published.length === 0 && Date.now() < deadline) {
      const id = this.send("kernel_info_request", {});
      await this.waitFor(() => this.#replies.has(id));
      await delay(20);
      this.info = this.#replies.get(id)?.content ?? {};
    }
  }

  /** Sends a request and returns its id. */
  send(type: string, content: object, where: "shell" | "control" = "shell"): string {
    const id = randomUUID();
    const date = new Date().toISOString();
    const header = { msg_id: id, session: this.#session, username: "test", date, msg_type: type, version: "5.3" };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    const hmac = createHmac("sha256", this.#key);
    for (const part of parts) hmac.update(part);
    this.sendRaw(["<IDS|MSG>", hmac.digest("hex"), ...parts], where);
    return id;
  }

  /** Sends frames as they are. */
  sendRaw(frames: string[], where: "shell" | "control" = "shell"): void {
    const socket = where === "shell" ? this.#shell : this.#control;
    this.#sending = this.#sending.then(() => socket.send(frames)).catch(() => {});
  }

  /** The message type of a reply that has come. */
  replyType(id: string): string | undefined {
    return this.#replies.get(id)?.type;
  }

  /** The reply to a request. */
  async reply(id: string): Promise<Record<string, unknown>> {
    await this.waitFor(() => this.#replies.has(id));
    return this.#replies.get(id)?.content ?? {};
  }

  /** Sends a request and waits for its reply. */
  request(type: string, content: object, where: "shell" | "control" = "shell"): Promise<Record<string, unknown>> {
    return this.reply(this.send(type, content, where));
  }

  /** Sends code; `finish` waits for it. */
  begin(code: string, options: { stopOnError?: boolean; silent?: boolean } = {}): string {
    return this.send("execute_request", {
      code,
      silent: options.silent ?? false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: options.stopOnError ?? false,
    });
  }

  /** The reply and the outputs of a request, once its idle status is here. */
  async finish(id: string): Promise<Execution> {
    const idle = (message: Received): boolean =>
      message.parent === id && message.type === "status" && message.content.execution_state === "idle";
    await this.waitFor(() => this.#replies.has(id) && this.#published.some(idle));
    return { id, reply: this.#replies.get(id)?.content ?? {}, outputs: this.outputsOf(id) };
  }

  execute(code: string, options: { stopOnError?: boolean; silent?: boolean } = {}): Promise<Execution> {
    return this.finish(this.begin(code, options));
  }

  /** What was published for a request so far, `status` left out. */
  outputsOf(id: string): Received[] {
    return this.#published.filter((message) => message.parent === id && message.type !== "status");
  }

  /** Waits until `condition` holds, looking after every message. */
  async waitFor(condition: () => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!condition()) {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
        // The last messages may still be on their way.
        await delay(100);
        if (condition()) return;
        throw new Error(`The kernel ended: ${this.stderr.slice(-2_000)}`);
      }
      if (Date.now() > deadline) throw new Error("The kernel did not answer in a minute.");
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1_000);
        this.#waiters.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  interrupt(): void {
    this.#process.kill("SIGINT");
  }

  /** Ends the kernel, if need be by force. */
  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#kill();
    await this.exited;
    process.off("exit", this.#kill);
    for (const socket of [this.#shell, this.#control, this.#iopub]) socket.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #read(socket: Dealer | Subscriber, take: (message: Received) => void): Promise<void> {
    try {
      for await (const frames of socket) {
        const at = frames.findIndex((frame) => frame.toString() === "<IDS|MSG>");
        const [header, parent, , content] = frames.slice(at + 2, at + 6).map((frame) => JSON.parse(frame.toString()));
        take({ type: header.msg_type, parent: parent.msg_id, content });
        this.#wake();
      }
    } catch {
      // The socket was closed.
    }
  }

  #wake(): void {
    for (const waiter of [...this.#waiters]) waiter();
    this.#waiters.clear();
  }
}

/** All text that an execution printed to one stream. */
export function printed(execution: { outputs: readonly Received[] }, name = "stdout"): string {
  const streams = execution.outputs.filter(({ type, content }) => type === "stream" && content.name === name);
  return streams.map(({ content }) => content.text).join("");
}

/** The contents of an execution's outputs of one type. */
export function contents(execution: { outputs: readonly Received[] }, type: string): Record<string, unknown>[] {
  return execution.outputs.filter((output) => output.type === type).map(({ content }) => content);
}

export function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
