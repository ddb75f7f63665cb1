import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { DatasetError } from "../../../src/datasets/dataset-error";
import { DownloadError } from "../../../src/datasets/download/download-error";
import { localFile } from "../../../src/datasets/download/local-file";
import { temporaryFiles } from "../fixtures";
import { downloads, sendFile, TestServer } from "./download-support";

const file = temporaryFiles();
let server: TestServer;
let cacheDir: string;
let fetchPath: Awaited<ReturnType<typeof downloads>>["fetchPath"];
let stop: () => Promise<void>;
before(async () => {
  ({ server, cacheDir, fetchPath, stop } = await downloads());
});
after(() => stop());

const CONTENT = randomBytes(3_000_000);

function withCode(code: string, status?: number): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof DatasetError, String(error));
    assert.equal(error.code, code, error.message);
    if (status !== undefined) assert.equal(error instanceof DownloadError ? error.status : undefined, status);
    return true;
  };
}

test("a path that is no URL and not packed is given back", async () => {
  assert.equal(await localFile("missing/essays.csv"), "missing/essays.csv");
});

test("a file is fetched once, and asked for again without its content", async () => {
  server.serve("/data/essays%20a.csv", CONTENT, '"one"');
  const path = await fetchPath("/data/essays%20a.csv");
  assert.deepEqual(readFileSync(path), CONTENT);
  assert.match(basename(path), /^[0-9a-f]{8}-essays_a\.csv$/);
  assert.equal(await fetchPath("/data/essays%20a.csv"), path);
  assert.equal(server.requests.at(-1)?.headers["if-none-match"], '"one"');
  const again = await fetchPath("/data/essays%20a.csv", { forceDownload: true });
  assert.equal(server.requests.at(-1)?.headers["if-none-match"], undefined);
  assert.deepEqual(readFileSync(again), CONTENT);
});

test("a file that has changed replaces the old one", async () => {
  server.serve("/changing.csv", Buffer.from("a\n1\n"), '"one"');
  const first = await fetchPath("/changing.csv");
  server.serve("/changing.csv", Buffer.from("a\n2\n"), '"two"');
  const second = await fetchPath("/changing.csv");
  assert.equal(readFileSync(second, "utf8"), "a\n2\n");
  assert.equal(existsSync(first), false);
  assert.deepEqual(readdirSync(dirname(second)).sort(), [basename(second), "file.json"].sort());
});

test("an interrupted transfer goes on where it stopped", async () => {
  server.handlers.set("/broken.bin", (request, response, count) => {
    if (count > 2) return sendFile(request, response, CONTENT, '"v"');
    const start = Number(/[0-9]+/.exec(request.headers.range ?? "0")?.[0]);
    const length = CONTENT.length - start;
    const range = `bytes ${start}-${CONTENT.length - 1}/${CONTENT.length}`;
    response.writeHead(start === 0 ? 200 : 206, { etag: '"v"', "content-length": length, "content-range": range });
    response.write(CONTENT.subarray(start, start + 1_000_000), () => setTimeout(() => response.destroy(), 20));
  });
  assert.deepEqual(readFileSync(await fetchPath("/broken.bin")), CONTENT);
  const ranges = server.requests.filter(({ path }) => path === "/broken.bin").map(({ range }) => range);
  assert.equal(ranges[0], undefined);
  assert.match(ranges[1] ?? "", /^bytes=[1-9][0-9]*-$/);
  assert.match(ranges[2] ?? "", /^bytes=[12][0-9]{6}-$/);
});

test("a transfer that stopped in another run goes on", async () => {
  const first = CONTENT.subarray(0, 1_500_000);
  let isBroken = true;
  server.handlers.set("/later.bin", (request, response) => {
    if (!isBroken) return sendFile(request, response, CONTENT, '"v"');
    response.writeHead(200, { etag: '"v"', "content-length": CONTENT.length });
    response.write(first, () => setTimeout(() => response.destroy(), 50));
  });
  await assert.rejects(fetchPath("/later.bin", { retries: 0 }), withCode("no-answer"));
  isBroken = false;
  assert.deepEqual(readFileSync(await fetchPath("/later.bin")), CONTENT);
  assert.match(server.requests.at(-1)?.range ?? "", /^bytes=[1-9]/);
});

test("a file that changed while its transfer was interrupted is begun anew", async () => {
  const other = randomBytes(2_000_000);
  server.handlers.set("/other.bin", (request, response, count) => {
    if (count > 1) return sendFile(request, response, other, '"new"');
    response.writeHead(200, { etag: '"old"', "content-length": CONTENT.length });
    response.write(CONTENT.subarray(0, 1_000_000), () => setTimeout(() => response.destroy(), 20));
  });
  assert.deepEqual(readFileSync(await fetchPath("/other.bin")), other);
});

test("without a version nothing is appended; a server that goes on elsewhere is begun anew", async () => {
  for (const [path, headers] of [
    ["/unknown.bin", {}],
    ["/weak.bin", { etag: 'W/"v"' }],
    ["/liar.bin", { etag: '"v"' }],
  ] as const) {
    server.handlers.set(path, (request, response, count) => {
      if (count === 1) {
        response.writeHead(200, { ...headers, "content-length": CONTENT.length });
        response.write(CONTENT.subarray(0, 1_000_000), () => setTimeout(() => response.destroy(), 20));
      } else if (request.headers.range !== undefined) {
        response.writeHead(206, { ...headers, "content-range": `bytes 0-9/${CONTENT.length}` }).end("0123456789");
      } else response.writeHead(200, { ...headers, "content-length": CONTENT.length }).end(CONTENT);
    });
    assert.deepEqual(readFileSync(await fetchPath(path)), CONTENT, path);
    const asked = server.requests.filter((request) => request.path === path && request.range !== undefined);
    assert.equal(asked.length, path === "/liar.bin" ? 1 : 0, path);
  }
});

test("answers that no other try changes, and those that one may", async () => {
  await assert.rejects(fetchPath("/missing.csv?key=secret"), (error: Error) => {
    assert.match(error.message, /\/missing\.csv\?…` was answered with 404/);
    return withCode("not-found", 404)(error);
  });
  assert.equal(server.count("/missing.csv"), 1);
  server.handlers.set("/closed.csv", (_, response) => void response.writeHead(403).end());
  await assert.rejects(fetchPath("/closed.csv"), withCode("not-authorized", 403));
  server.handlers.set("/busy.csv", (request, response, count) => {
    if (count === 1) response.writeHead(500).end("a page about the error");
    else if (count === 2) response.writeHead(429, { "retry-after": "0" }).end();
    else if (count === 3) request.socket.destroy();
    else sendFile(request, response, Buffer.from("a\n1\n"), '"v"');
  });
  assert.equal(readFileSync(await fetchPath("/busy.csv"), "utf8"), "a\n1\n");
  server.handlers.set("/down.csv", (_, response) => void response.writeHead(503).end());
  await assert.rejects(fetchPath("/down.csv", { retries: 2 }), withCode("http-status", 503));
  assert.equal(server.count("/down.csv"), 3);
});

test("a server that falls silent, and one that never ends", async () => {
  server.handlers.set("/silent.csv", (_, response) => {
    response.writeHead(200, { "content-length": 100 });
    response.write("a\n");
  });
  const options = { downloadTimeout: 100, retries: 1 };
  await assert.rejects(fetchPath("/silent.csv", options), withCode("silence"));
  server.handlers.set("/mute.csv", () => undefined);
  await assert.rejects(fetchPath("/mute.csv", options), withCode("silence"));
  server.handlers.set("/endless.csv", (_, response) => {
    response.writeHead(200);
    const more = (): void => void (response.destroyed || response.write(Buffer.alloc(65_536), more));
    more();
  });
  await assert.rejects(fetchPath("/endless.csv", { maxBytes: 1_000_000 }), withCode("file-too-large"));
  assert.equal(server.count("/endless.csv"), 1);
  server.handlers.set(
    "/huge.csv",
    (_, response) => void response.writeHead(200, { "content-length": 2e13 }).write("a"),
  );
  await assert.rejects(fetchPath("/huge.csv"), withCode("file-too-large"));
});

test("a wrong Content-Length", async () => {
  server.handlers.set("/short.csv", (request, response) => {
    request.socket.end("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nabc");
    response.detachSocket(request.socket);
  });
  await assert.rejects(fetchPath("/short.csv", { retries: 1 }), DownloadError);
  assert.equal(server.count("/short.csv"), 2);
});

test("redirects: followed, bounded, never to another protocol, credentials for their own server only", async () => {
  const other = await new TestServer().start();
  try {
    other.serve("/essays.csv", Buffer.from("a\n1\n"), '"v"');
    server.handlers.set(
      "/moved",
      (_, response) => void response.writeHead(302, { location: `${other.origin}/essays.csv` }).end(),
    );
    const login = `${server.origin}/moved`.replace("http://", "http://me:p%40ss@");
    assert.equal(readFileSync(await fetchPath(login), "utf8"), "a\n1\n");
    const sent = server.requests.at(-1)?.headers.authorization ?? "";
    assert.equal(Buffer.from(sent.replace("Basic ", ""), "base64").toString(), "me:p@ss");
    assert.equal(other.requests.at(-1)?.headers.authorization, undefined);
  } finally {
    await other.stop();
  }
  server.handlers.set("/loop", (_, response) => void response.writeHead(302, { location: "/loop" }).end());
  await assert.rejects(fetchPath("/loop"), withCode("redirect-loop"));
  assert.ok(server.count("/loop") <= 11);
  server.handlers.set("/file", (_, response) => void response.writeHead(302, { location: "file:///etc/passwd" }).end());
  await assert.rejects(fetchPath("/file"), withCode("bad-redirect"));
});

test("no login and no key of a URL shows in an error", async () => {
  const url = `${server.origin}/gone.csv?token=secret1`.replace("http://", "http://me:secret2@");
  await assert.rejects(fetchPath(url), (error: Error) => {
    assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`, /secret/);
    return true;
  });
  await assert.rejects(fetchPath("http://me:secret@:x"), (error: Error) => {
    assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)}`, /secret/);
    return withCode("bad-url")(error);
  });
});

test("where nobody answers, the copy in the cache is used, and a line says so", async (context) => {
  const gone = await new TestServer().start();
  gone.serve("/essays.csv", Buffer.from("a\n1\n"), '"v"');
  const url = `${gone.origin}/essays.csv`;
  const path = await fetchPath(url);
  await gone.stop();
  const lines: string[] = [];
  context.mock.method(process.stderr, "write", (line: string) => lines.push(line) > 0);
  assert.equal(await fetchPath(url), path);
  context.mock.restoreAll();
  assert.match(lines.join(""), /cannot be reached: .*ECONNREFUSED.* The copy in the cache is used/);
  await assert.rejects(fetchPath(url, { forceDownload: true, retries: 0 }), withCode("no-answer"));
  await assert.rejects(fetchPath(`${gone.origin}/new.csv`, { retries: 0 }), withCode("no-answer"));
});

test("two processes and four calls fetch a file once", async () => {
  server.handlers.set(
    "/slow.bin",
    (request, response) => void setTimeout(() => sendFile(request, response, CONTENT, '"v"'), 300),
  );
  const script = file(
    "other.ts",
    `import { localFile } from ${JSON.stringify(join(__dirname, "../../../src/datasets/download/local-file"))};
     localFile(process.argv[2] ?? "", { cacheDir: process.argv[3] ?? "" }).then((path) => process.stdout.write(path));`,
  );
  const url = `${server.origin}/slow.bin`;
  const other = spawn(process.execPath, ["--import", "tsx", script, url, cacheDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  other.stdout.on("data", (text) => {
    printed += text;
  });
  const ended = new Promise((resolve) => other.once("close", resolve));
  const paths = await Promise.all([1, 2, 3, 4].map(() => fetchPath("/slow.bin")));
  assert.equal(await ended, 0);
  assert.deepEqual(new Set([...paths, printed]).size, 1);
  assert.deepEqual(readFileSync(printed), CONTENT);
  const whole = server.requests.filter(
    ({ path, headers }) => path === "/slow.bin" && headers["if-none-match"] === undefined,
  );
  assert.equal(whole.length, 1);
});

test("a lock that a dead process or a lost machine left is taken over", async () => {
  server.serve("/locked.csv", Buffer.from("a\n1\n"), '"v"');
  const folder = dirname(await fetchPath("/locked.csv"));
  const lock = join(folder, "lock");
  const dead = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => dead.once("close", resolve));
  const { hostname } = await import("node:os");
  writeFileSync(lock, `${dead.pid} ${hostname()} 00`);
  await fetchPath("/locked.csv");
  writeFileSync(lock, "1 elsewhere 00");
  utimesSync(lock, new Date(0), new Date(0));
  await Promise.all([fetchPath("/locked.csv"), fetchPath("/locked.csv")]);
  assert.equal(existsSync(lock), false);
});

test("a damaged cache is fetched again; a cache that cannot be written is an error", async () => {
  server.serve("/kept.csv", Buffer.from("a\n1\n"), '"v"');
  const path = await fetchPath("/kept.csv");
  writeFileSync(path, "cut");
  assert.equal(readFileSync(await fetchPath("/kept.csv"), "utf8"), "a\n1\n");
  writeFileSync(join(dirname(path), "file.json"), '{"name": "../../x", "bytes": 3}');
  assert.equal(readFileSync(await fetchPath("/kept.csv"), "utf8"), "a\n1\n");
  const blocked = file("a-file", "");
  await assert.rejects(fetchPath("/kept.csv", { cacheDir: join(blocked, "cache") }), withCode("cache-unwritable"));
  await assert.rejects(fetchPath("/kept.csv", { retries: -1 }), RangeError);
});

test("CADERNO_CACHE names the cache", async () => {
  server.serve("/env.csv", Buffer.from("a\n1\n"), '"v"');
  const folder = mkdtempSync(join(tmpdir(), "caderno-env-"));
  const before = process.env.CADERNO_CACHE;
  process.env.CADERNO_CACHE = folder;
  try {
    const path = await localFile(`${server.origin}/env.csv`);
    assert.ok(path.startsWith(join(folder, "downloads")), path);
  } finally {
    if (before === undefined) delete process.env.CADERNO_CACHE;
    else process.env.CADERNO_CACHE = before;
    rmSync(folder, { recursive: true, force: true });
  }
});

test("gzip: a local file and a fetched one are unpacked, and unpacked again only when they change", async () => {
  const text = "a,b\n1,2\n".repeat(10_000);
  const packed = file("essays.csv.gz", gzipSync(text));
  const path = await localFile(packed, { cacheDir });
  assert.equal(readFileSync(path, "utf8"), text);
  assert.match(basename(path), /-essays\.csv$/);
  assert.equal(await localFile(packed, { cacheDir }), path);
  writeFileSync(packed, gzipSync("a,b\n3,4\n"));
  assert.equal(readFileSync(await localFile(packed, { cacheDir }), "utf8"), "a,b\n3,4\n");
  server.serve("/essays.jsonl.gz", Buffer.concat([gzipSync('{"a": 1}\n'), gzipSync('{"a": 2}\n')]), '"v"');
  const fetched = await fetchPath("/essays.jsonl.gz");
  assert.equal(readFileSync(fetched, "utf8"), '{"a": 1}\n{"a": 2}\n');
  const plain = file("named.csv.gz", "a\n1\n");
  assert.equal(await localFile(plain, { cacheDir }), plain);
  assert.equal(await localFile("missing.csv.gz", { cacheDir }), "missing.csv.gz");
});

test("gzip: cut off, damaged, and made to fill a disk", async () => {
  const whole = gzipSync(randomBytes(100_000));
  const cut = file("cut.csv.gz", whole.subarray(0, 50_000));
  await assert.rejects(localFile(cut, { cacheDir }), withCode("file-damaged"));
  const damaged = Buffer.from(whole);
  damaged.fill(0, 20_000, 21_000);
  await assert.rejects(localFile(file("bad.csv.gz", damaged), { cacheDir }), withCode("file-damaged"));
  const bomb = file("bomb.csv.gz", gzipSync(Buffer.alloc(120_000_000)));
  await assert.rejects(localFile(bomb, { cacheDir }), withCode("file-too-large"));
  await assert.rejects(localFile(bomb, { cacheDir, maxBytes: 1_000_000 }), withCode("file-too-large"));
  const left = readdirSync(cacheDir, { recursive: true, encoding: "utf8" }).filter((name) => /bomb|part$/.test(name));
  assert.deepEqual(
    left.filter((name) => name.startsWith("unpacked")),
    [],
  );
});
