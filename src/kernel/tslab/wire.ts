/** @file Jupyter's wire protocol: the frames of a message, signed and checked. */
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** The header of a message, and what later messages quote as their parent. */
export interface MessageHeader {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** A message that came in. */
export interface Message {
  /** The routing frames that a reply must begin with. */
  identities: Buffer[];
  header: MessageHeader;
  content: Record<string, unknown>;
}

const DELIMITER = Buffer.from("<IDS|MSG>");

/** Reads and writes messages with the key of one connection file. */
export class Wire {
  readonly #key: string;
  readonly #algorithm: string;
  readonly #session: string = randomUUID();

  /** `scheme` is the connection file's `signature_scheme`; an empty `key` means that nothing is signed. */
  constructor(key: string, scheme = "hmac-sha256") {
    this.#key = key;
    this.#algorithm = scheme.replace(/^hmac-/, "");
  }

  /** The message in these frames; throws where they are not a message that was signed with our key. */
  decode(frames: readonly Buffer[]): Message {
    const delimiter = frames.findIndex((frame) => frame.equals(DELIMITER));
    const [signature, ...parts] = frames.slice(delimiter + 1);
    if (delimiter < 0 || signature === undefined || parts.length < 4) throw new Error("The frames are no message.");
    if (this.#key !== "") {
      const wanted = Buffer.from(this.#sign(parts.slice(0, 4)));
      if (wanted.length !== signature.length || !timingSafeEqual(wanted, signature)) {
        throw new Error("The message's signature is wrong.");
      }
    }
    const [header, , , content] = parts.slice(0, 4).map((part) => JSON.parse(part.toString("utf8")));
    if (typeof header?.msg_type !== "string") throw new Error("The message's header has no msg_type.");
    return { identities: frames.slice(0, delimiter), header, content: content ?? {} };
  }

  /** The frames of a new message; `prefix` are routing identities, or the topic on the publishing socket. */
  encode(
    type: string,
    content: object,
    parent: MessageHeader | undefined,
    prefix: readonly (string | Buffer)[],
  ): (string | Buffer)[] {
    const header: MessageHeader = {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.#session,
      username: "kernel",
      date: new Date().toISOString(),
      version: "5.3",
    };
    const parts = [JSON.stringify(header), JSON.stringify(parent ?? {}), "{}", JSON.stringify(content)];
    return [...prefix, DELIMITER, this.#key === "" ? "" : this.#sign(parts), ...parts];
  }

  #sign(parts: readonly (string | Buffer)[]): string {
    const hmac = createHmac(this.#algorithm, this.#key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }
}
