/** @file Messages as frames on the wire: signed on the way out, checked on the way in. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { userInfo } from "node:os";
import { isRecord, type Message, type MessageHeader } from "./messages";

const DELIMITER = Buffer.from("<IDS|MSG>");
const PROTOCOL_VERSION = "5.3";
/** Routing identities come before the delimiter; a kernel behind a proxy has a few, never hundreds. */
const MAX_IDENTITIES = 16;

/** What became of the frames that arrived. */
export type Decoded = { status: "message"; message: Message } | { status: "rejected"; reason: string };

/** Signs and checks the messages of one connection. */
export class Wire {
  readonly #key: string;
  readonly #session: string;
  readonly #username = userName();
  #count = 0;

  /** `key` is the connection file's; an empty one means unsigned messages, as the protocol has it. */
  constructor(key: string, session: string) {
    this.#key = key;
    this.#session = session;
  }

  /** The header of a new request. */
  header(type: string): MessageHeader {
    this.#count += 1;
    return {
      msg_id: `${this.#session}_${this.#count}`,
      msg_type: type,
      session: this.#session,
      username: this.#username,
      date: new Date().toISOString(),
      version: PROTOCOL_VERSION,
    };
  }

  /** The frames of a request, ready to be sent. */
  encode(header: MessageHeader, content: object): (Buffer | string)[] {
    const parts = [JSON.stringify(header), "{}", "{}", JSON.stringify(content)];
    return [DELIMITER, this.#sign(parts), ...parts];
  }

  /** The message in these frames, or why it is none. Never throws. */
  decode(frames: readonly Buffer[]): Decoded {
    const start = frames.slice(0, MAX_IDENTITIES).findIndex((frame) => frame.equals(DELIMITER));
    const [signature, header, parent, metadata, content, ...buffers] = start < 0 ? [] : frames.slice(start + 1);
    if (signature === undefined || !header || !parent || !metadata || !content) {
      return { status: "rejected", reason: "a message without its frames" };
    }
    if (!this.#isSigned(signature, [header, parent, metadata, content])) {
      return { status: "rejected", reason: "a message with a wrong signature" };
    }
    try {
      const parsed = [header, parent, metadata, content].map((frame) => JSON.parse(frame.toString("utf8")));
      return shape(parsed, buffers, content.byteLength);
    } catch {
      return { status: "rejected", reason: "a message that is not JSON" };
    }
  }

  #sign(parts: readonly (Buffer | string)[]): string {
    if (this.#key === "") return "";
    const hmac = createHmac("sha256", this.#key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }

  #isSigned(signature: Buffer, parts: readonly Buffer[]): boolean {
    const expected = Buffer.from(this.#sign(parts));
    return expected.byteLength === signature.byteLength && timingSafeEqual(expected, signature);
  }
}

function shape(parsed: readonly unknown[], buffers: Buffer[], size: number): Decoded {
  const [header, parent, metadata, content] = parsed;
  if (!isRecord(header) || typeof header.msg_id !== "string" || typeof header.msg_type !== "string") {
    return { status: "rejected", reason: "a message without `msg_id` and `msg_type`" };
  }
  if (!isRecord(content)) return { status: "rejected", reason: "a message whose content is no object" };
  const message: Message = {
    header: { session: "", username: "", date: "", version: "", ...header } as MessageHeader,
    parent_header: isRecord(parent) ? (parent as Partial<MessageHeader>) : {},
    metadata: isRecord(metadata) ? metadata : {},
    content,
    buffers,
    size,
  };
  return { status: "message", message };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a user id that has no name.
    return "caderno";
  }
}
