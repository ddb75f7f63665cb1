/** @file The sockets between a client and its kernel: requests out, messages in, each handed to whoever waits for it. */
import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Dealer, Subscriber } from "zeromq";
import type { ChannelName, Message } from "./messages";
import { Wire } from "./wire";

/** Takes the messages that answer one request, or those of which nobody knows the request. */
export type MessageListener = (message: Message, channel: ChannelName) => void;

/** A larger frame cannot be a message that anyone wants; the kernel is cut off instead of filling our memory. */
const LARGEST_FRAME_BYTES = 512 * 1024 * 1024;
/** Enough that no kernel's burst is dropped while we are busy; above it, the kernel waits. */
const QUEUED_MESSAGES = 100_000;
const RECONNECT_MS = 10;
/** After so many messages without a pause, timers get their turn. */
const MESSAGES_A_TURN = 100;

/** How many messages were ignored because they were forged or broken, and what was wrong with the first. */
export interface Rejections {
  count: number;
  first: string;
}

/** The client's end of a connection. */
export class Channels {
  readonly #wire: Wire;
  readonly #shell: Dealer;
  readonly #control: Dealer;
  readonly #stdin: Dealer;
  readonly #iopub: Subscriber;
  readonly #listeners = new Map<string, MessageListener>();
  readonly #unsent = new Map<Dealer, Promise<void>>();
  readonly rejections: Rejections = { count: 0, first: "" };
  /** Whether anything arrived on iopub, so that nothing later can be missed there. */
  hasHeardIopub = false;

  /** Connects to a kernel, which need not listen yet. `address` gives each channel's. */
  static async open(key: string, address: (channel: ChannelName) => string): Promise<Channels> {
    const zmq = await import("zeromq");
    return new Channels(zmq, key, address);
  }

  private constructor(zmq: typeof import("zeromq"), key: string, address: (channel: ChannelName) => string) {
    const session = randomUUID();
    this.#wire = new Wire(key, session);
    const options = { linger: 0, reconnectInterval: RECONNECT_MS, maxMessageSize: LARGEST_FRAME_BYTES };
    // A kernel asks for input at the identity that sent the request, so that all three have the same.
    const dealer = (): Dealer => new zmq.Dealer({ ...options, routingId: session });
    this.#shell = dealer();
    this.#control = dealer();
    this.#stdin = dealer();
    this.#iopub = new zmq.Subscriber({ ...options, receiveHighWaterMark: QUEUED_MESSAGES });
    this.#iopub.subscribe();
    const sockets = { shell: this.#shell, control: this.#control, stdin: this.#stdin, iopub: this.#iopub };
    for (const [name, socket] of Object.entries(sockets)) {
      const channel = name as ChannelName;
      socket.connect(address(channel));
      void this.#receive(socket, channel);
    }
  }

  /** Sends a request and hands all its answers to `listener` until it is forgotten. Returns the request's id. */
  send(channel: "shell" | "control", type: string, content: object, listener: MessageListener): string {
    const header = this.#wire.header(type);
    this.#listeners.set(header.msg_id, listener);
    this.#write(channel === "shell" ? this.#shell : this.#control, this.#wire.encode(header, content));
    return header.msg_id;
  }

  /** Later answers to this request are dropped. */
  forget(id: string): void {
    this.#listeners.delete(id);
  }

  close(): void {
    this.#listeners.clear();
    for (const socket of [this.#shell, this.#control, this.#stdin, this.#iopub]) socket.close();
  }

  /** zeromq takes one send at a time; the common case, an idle socket, sends at once. */
  #write(socket: Dealer, frames: (Buffer | string)[]): void {
    const before = this.#unsent.get(socket);
    const sent = before === undefined ? socket.send(frames) : before.then(() => socket.send(frames));
    const done: Promise<void> = sent.then(
      () => this.#sent(socket, done),
      () => this.#sent(socket, done),
    );
    this.#unsent.set(socket, done);
  }

  #sent(socket: Dealer, done: Promise<void>): void {
    if (this.#unsent.get(socket) === done) this.#unsent.delete(socket);
  }

  async #receive(socket: Dealer | Subscriber, channel: ChannelName): Promise<void> {
    for (let count = 1; ; count++) {
      let frames: Buffer[];
      try {
        frames = await socket.receive();
      } catch {
        return;
      }
      this.#take(frames, channel);
      // A flood is received without ever leaving the microtask queue; timeouts must still be able to fire.
      if (count % MESSAGES_A_TURN === 0) await setImmediate();
    }
  }

  #take(frames: readonly Buffer[], channel: ChannelName): void {
    const decoded = this.#wire.decode(frames);
    if (decoded.status === "rejected") {
      this.rejections.count += 1;
      this.rejections.first ||= `${decoded.reason} on ${channel}`;
      return;
    }
    if (channel === "iopub") this.hasHeardIopub = true;
    const parent = decoded.message.parent_header.msg_id;
    if (typeof parent === "string") this.#listeners.get(parent)?.(decoded.message, channel);
  }
}
