/** @file A server that misbehaves as told, and a cache of the test's own. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DownloadOptions } from "../../../src/datasets/download/download-options";
import { localFile } from "../../../src/datasets/download/local-file";

/** Answers the request number `count`, counted from 1, of one path. */
export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A server with a handler for each path. */
export class TestServer {
  readonly handlers: Map<string, Handler> = new Map();
  /** What was asked for, in order: method, path and the headers that matter. */
  readonly requests: { path: string; range: string | undefined; headers: IncomingMessage["headers"] }[] = [];
  readonly #server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    this.requests.push({ path, range: request.headers.range, headers: request.headers });
    const count = this.requests.filter((asked) => asked.path === path).length;
    const handler = this.handlers.get(path);
    if (handler !== undefined) handler(request, response, count);
    else response.writeHead(404).end();
  });
  origin = "";

  /** Starts to listen. */
  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    this.origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    return this;
  }

  /** Serves this content at `path`, with ranges as a good server does. */
  serve(path: string, content: Buffer, etag: string | undefined): void {
    this.handlers.set(path, (request, response) => sendFile(request, response, content, etag));
  }

  /** How often `path` was asked for. */
  count(path: string): number {
    return this.requests.filter((asked) => asked.path === path).length;
  }

  /** Ends it with every connection. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Sends a file as a good server does: conditions and ranges are honoured. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  etag: string | undefined,
): void {
  const headers = etag === undefined ? {} : { etag };
  if (etag !== undefined && request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const [, start] = /^bytes=([0-9]+)-$/.exec(request.headers.range ?? "") ?? [];
  if (start === undefined || request.headers["if-range"] !== etag) {
    response.writeHead(200, { ...headers, "content-length": content.length }).end(content);
    return;
  }
  const rest = content.subarray(Number(start));
  const range = `bytes ${start}-${content.length - 1}/${content.length}`;
  response.writeHead(206, { ...headers, "content-length": rest.length, "content-range": range }).end(rest);
}

/** A server, a cache, and a way to fetch that pauses a millisecond between tries. `stop` ends all. */
export async function downloads(): Promise<{
  server: TestServer;
  cacheDir: string;
  fetchPath(path: string, options?: DownloadOptions): Promise<string>;
  stop(): Promise<void>;
}> {
  const cacheDir = mkdtempSync(join(tmpdir(), "caderno-download-"));
  const server = await new TestServer().start();
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(cacheDir, { recursive: true, force: true });
  };
  const fetchPath = (path: string, options: DownloadOptions = {}): Promise<string> =>
    localFile(/^http/.test(path) ? path : `${server.origin}${path}`, { cacheDir, ...options }, 1);
  return { server, cacheDir, fetchPath, stop };
}
