/** @file A Hub small enough for tests: what the API says about models, and their files, with the faults a test asks for. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A model as the test describes it. */
export interface SmallModel {
  files: Record<string, Uint8Array | string>;
  private?: boolean;
  gated?: boolean;
  branch?: string;
}

/** A running Hub. */
export interface SmallHub {
  endpoint: string;
  /** "GET /owner/name/resolve/main/file" and the range, in the order in which they came. */
  requests: string[];
  /** The Authorization headers that came. */
  authorizations: (string | undefined)[];
  /** What goes wrong with the next answers. */
  faults: {
    cutAfter?: number;
    corrupt?: boolean;
    status?: number;
    nextPage?: string;
    endless?: boolean;
    hash?: string;
    path?: string;
  };
  commitOf(id: string): string;
  close(): Promise<void>;
}

/** Paths by this ending are large files to the Hub: named by SHA-256 instead of Git's hash. */
const LARGE = /\.(bin|safetensors)$/;

export async function startSmallHub(models: Record<string, SmallModel>): Promise<SmallHub> {
  const hub: Omit<SmallHub, "endpoint" | "close"> = {
    requests: [],
    authorizations: [],
    faults: {},
    commitOf: (id) => createHash("sha1").update(id).digest("hex"),
  };
  const server = createServer((request, response) => answer(request, response, models, hub));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return Object.assign(hub, { endpoint: `http://127.0.0.1:${port}`, close });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  models: Record<string, SmallModel>,
  hub: Omit<SmallHub, "endpoint" | "close">,
): unknown {
  const url = new URL(request.url ?? "/", "http://hub");
  const range = request.headers.range;
  hub.requests.push(`${request.method} ${url.pathname}${range === undefined ? "" : ` ${range}`}`);
  hub.authorizations.push(request.headers.authorization);
  const refuse = (status: number, code: string): unknown => {
    response.writeHead(status, { "X-Error-Code": code, "content-type": "application/json" });
    return response.end(JSON.stringify({ error: code }));
  };
  const json = (value: unknown, headers: Record<string, string> = {}): unknown => {
    response.writeHead(200, { "content-type": "application/json", ...headers });
    return response.end(JSON.stringify(value));
  };
  if (hub.faults.status !== undefined) return refuse(hub.faults.status, "");
  const path = decodeURIComponent(url.pathname);
  const id = Object.keys(models).find(
    (name) => path.startsWith(`/api/models/${name}/`) || path.startsWith(`/${name}/resolve/`),
  );
  const model = id === undefined ? undefined : models[id];
  const token = request.headers.authorization;
  if (id === undefined || model === undefined || (model.private === true && token !== "Bearer hf_ada"))
    return refuse(token === undefined ? 401 : 404, "RepoNotFound");
  const rest = path.startsWith("/api/") ? path.slice(`/api/models/${id}/`.length) : path.slice(id.length + 2);
  const commit = hub.commitOf(id);
  const [verb, revision = ""] = rest.split("/");
  if (![commit, model.branch ?? "main"].includes(revision)) return refuse(404, "RevisionNotFound");
  if (verb === "revision") return json({ id, sha: commit, lastModified: "2026-01-01T00:00:00.000Z" });
  if (verb === "tree") {
    const entries = Object.entries(model.files).map(([name, content]) => entryOf(name, content, hub.faults));
    const { nextPage, endless } = hub.faults;
    const next = endless === true ? `<http://${request.headers.host}${url.pathname}>; rel="next"` : nextPage;
    return json(entries, next === undefined ? {} : { Link: next });
  }
  if (model.gated === true) return refuse(403, "GatedRepo");
  const name = rest.split("/").slice(2).join("/");
  const content = model.files[name];
  if (content === undefined) return refuse(404, "EntryNotFound");
  return sendFile(response, name, Buffer.from(content as string), range, commit, hub.faults);
}

function entryOf(path: string, content: Uint8Array | string, faults: SmallHub["faults"]): Record<string, unknown> {
  const bytes = Buffer.from(content as string);
  const oid = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
  const sha256 = faults.hash ?? createHash("sha256").update(bytes).digest("hex");
  const lfs = LARGE.test(path) ? { lfs: { oid: sha256, size: bytes.length, pointerSize: 130 } } : {};
  return { type: "file", path: faults.path ?? path, size: bytes.length, oid: faults.hash ?? oid, ...lfs };
}

function sendFile(
  response: ServerResponse,
  name: string,
  bytes: Buffer,
  range: string | undefined,
  commit: string,
  faults: SmallHub["faults"],
): void {
  const whole = createHash("sha256").update(bytes).digest("hex");
  const headers = { "X-Repo-Commit": commit, ETag: `"${whole}"`, "content-type": "application/octet-stream" };
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? "") ?? [];
  const start = Number(from ?? 0);
  const end = to === undefined || to === "" ? bytes.length : Math.min(Number(to) + 1, bytes.length);
  const part = bytes.subarray(start, end);
  response.writeHead(range === undefined ? 200 : 206, {
    ...headers,
    "content-length": part.length,
    ...(range === undefined ? {} : { "content-range": `bytes ${start}-${end - 1}/${bytes.length}` }),
  });
  const isProbe = range === "bytes=0-0" && bytes.length > 1;
  if (!isProbe && faults.corrupt === true) part.fill(0x78);
  if (!isProbe && faults.cutAfter !== undefined && LARGE.test(name)) {
    response.write(part.subarray(0, faults.cutAfter), () => setTimeout(() => response.destroy(), 20));
    return;
  }
  response.end(part);
}
