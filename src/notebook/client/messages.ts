/** @file What travels between a client and a kernel: Jupyter's messages, protocol 5.3. */

/** The four channels on which a client and a kernel talk. */
export type ChannelName = "shell" | "control" | "stdin" | "iopub";

/** Who sent a message, when, and which it is. */
export interface MessageHeader {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  /** ISO 8601. */
  date: string;
  version: string;
  [other: string]: unknown;
}

/** A message whose signature and shape were checked; what is inside `content` was not. */
export interface Message {
  header: MessageHeader;
  /** The header of the request that this message answers, `{}` when it answers none. */
  parent_header: Partial<MessageHeader>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
  buffers: Buffer[];
  /** Bytes of `content` as it came over the wire. */
  size: number;
}

/** A text field of a message's content, or `fallback` when the kernel sent something else. */
export function textField(content: Record<string, unknown>, field: string, fallback = ""): string {
  const value = content[field];
  return typeof value === "string" ? value : fallback;
}

/** An object field of a message's content, `{}` when the kernel sent something else. */
export function objectField(content: Record<string, unknown>, field: string): Record<string, unknown> {
  const value = content[field];
  return isRecord(value) ? value : {};
}

/** Whether a value is a plain JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
