/** @file A running kernel: what it can be asked, and how it is stopped. */
import type { Channels, MessageListener, Rejections } from "./channels";
import type { KernelProcess } from "./guardian";
import type { KernelEnd } from "./guardian-protocol";
import type { Kernelspec } from "./kernelspec";
import type { Message } from "./messages";

/** How long a kernel may take to leave on its own, by default. */
const SHUTDOWN_SECONDS = 5;

/** The parts that make a running kernel. */
export interface KernelParts {
  name: string;
  spec: Kernelspec;
  process: KernelProcess;
  channels: Channels;
  /** What the kernel says of itself: the content of its `kernel_info_reply`. */
  info: Record<string, unknown>;
  /** Gives up what was reserved for the connection. */
  release(): Promise<void>;
}

/** A kernel that has answered, until it is shut down, killed, or dies. Python: `jupyter_client.KernelClient`. */
export class Kernel {
  readonly name: string;
  readonly spec: Kernelspec;
  readonly pid: number;
  readonly info: Record<string, unknown>;
  /** Resolves when the process has ended, for whatever reason; never rejects. */
  readonly ended: Promise<KernelEnd>;
  readonly #parts: KernelParts;

  constructor(parts: KernelParts) {
    this.name = parts.name;
    this.spec = parts.spec;
    this.pid = parts.process.pid;
    this.info = parts.info;
    this.#parts = parts;
    this.ended = parts.process.ended.then(async (end) => {
      await parts.release();
      return end;
    });
  }

  /** Messages that were ignored because they were forged or broken. */
  get rejections(): Readonly<Rejections> {
    return this.#parts.channels.rejections;
  }

  /**
   * Asks the kernel to run `code`; `listener` gets the reply and every output, also those that come after the reply.
   * Returns the request's id.
   */
  execute(code: string, listener: MessageListener): string {
    const content = {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      // Cells are sent one by one, so that there is nothing to abort; a kernel that aborts by time would lose the next cell.
      stop_on_error: false,
    };
    return this.#parts.channels.send("shell", "execute_request", content, listener);
  }

  /** Sends a request and resolves with its reply; never, when the kernel dies before. */
  request(channel: "shell" | "control", type: string, content: object = {}): Promise<Message> {
    return new Promise((resolve) => {
      const id = this.#parts.channels.send(channel, type, content, (message, from) => {
        if (from !== channel) return;
        this.#parts.channels.forget(id);
        resolve(message);
      });
    });
  }

  /** Stops what runs, by the way that the kernelspec asks for. */
  interrupt(): void {
    if (this.spec.interrupt_mode === "message") void this.request("control", "interrupt_request");
    else this.#parts.process.signal("SIGINT");
  }

  /** Asks the kernel to leave, and kills it and its children when it does not within `graceSeconds` (5 by default). */
  async shutdown(graceSeconds: number = SHUTDOWN_SECONDS): Promise<KernelEnd> {
    void this.request("control", "shutdown_request", { restart: false });
    const timer = setTimeout(() => this.#parts.process.signal("SIGKILL"), graceSeconds * 1000);
    const end = await this.ended;
    clearTimeout(timer);
    return end;
  }

  /** Kills the kernel and its children now. */
  async kill(): Promise<KernelEnd> {
    this.#parts.process.signal("SIGKILL");
    return await this.ended;
  }

  /** Closes the connection: no listener hears anything any more. To be called when the kernel has ended. */
  close(): void {
    this.#parts.channels.close();
  }
}
