// The other side is a small HTTP server that answers as the Hub does; the cache's layout is the one Python's huggingface_hub documents.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { inspect } from "node:util";
import type { DownloadProgress } from "../../src/hub/download-file";
import { openRepository, type RepositoryOptions } from "../../src/hub/repository";
import { RepositoryError, type RepositoryErrorCode } from "../../src/hub/repository-error";
import { type SmallHub, startSmallHub } from "./small-hub";

const weights = randomBytes(300_000);
const config = '{"model_type": "bert"}';
const VARIABLES = [
  "HF_ENDPOINT",
  "HF_TOKEN",
  "HF_HOME",
  "HF_HUB_CACHE",
  "HUGGINGFACE_HUB_CACHE",
  "HF_HUB_OFFLINE",
  "CADERNO_OFFLINE",
  "HF_TOKEN_PATH",
  "HUGGING_FACE_HUB_TOKEN",
];
let hub: SmallHub;
let cacheFolder: string;
let saved: Record<string, string | undefined>;

before(async () => {
  hub = await startSmallHub({
    "ada/tiny": {
      files: {
        "config.json": config,
        "onnx/model weights#1.bin": weights,
        "model.safetensors": weights,
        "empty.txt": "",
      },
    },
    gpt9: { files: { "config.json": config } },
    "ada/secret": { files: { "config.json": config }, private: true },
    "ada/gated": { files: { "config.json": config }, gated: true },
  });
});
after(() => hub.close());
beforeEach(() => {
  cacheFolder = mkdtempSync(join(tmpdir(), "caderno-hub-"));
  saved = Object.fromEntries(VARIABLES.map((name) => [name, process.env[name]]));
  for (const name of VARIABLES) delete process.env[name];
  // A token that the person who runs the tests has saved must not reach the test's server.
  process.env.HF_TOKEN_PATH = join(cacheFolder, "no-token");
  hub.requests.length = 0;
  hub.authorizations.length = 0;
});
afterEach(() => {
  rmSync(cacheFolder, { recursive: true, force: true });
  for (const name of VARIABLES) {
    if (saved[name] === undefined) delete process.env[name];
    else process.env[name] = saved[name];
  }
  for (const name of Object.keys(hub.faults)) delete hub.faults[name as keyof typeof hub.faults];
});

const options = (more: RepositoryOptions = {}): RepositoryOptions => ({
  endpoint: hub.endpoint,
  cacheFolder,
  onProgress: () => undefined,
  ...more,
});
const downloads = (): string[] =>
  hub.requests.filter((line) => line.includes("/resolve/") && !line.endsWith("bytes=0-0"));

async function refused(
  promise: Promise<unknown>,
  code: RepositoryErrorCode,
  message: RegExp,
): Promise<RepositoryError> {
  const error = await promise.then(
    () => assert.fail("it was not refused"),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof RepositoryError, inspect(error));
  assert.equal(error.code, code, inspect(error));
  assert.match(error.message, message);
  return error;
}

describe("a model of the Hub", () => {
  test("is listed and read, and lies in the cache as Python lays it out", async () => {
    const repository = await openRepository("ada/tiny", options());
    const commit = hub.commitOf("ada/tiny");
    assert.equal(repository.kind, "hub");
    assert.equal(repository.revision, commit);
    assert.deepEqual(await repository.list(), [
      "config.json",
      "empty.txt",
      "model.safetensors",
      "onnx/model weights#1.bin",
    ]);
    assert.equal(await repository.has("config.json"), true);
    assert.equal(await repository.has("vocab.txt"), false);
    assert.deepEqual(await repository.readJson("config.json"), { model_type: "bert" });
    assert.equal(await repository.readText("empty.txt"), "");
    const folder = join(cacheFolder, "models--ada--tiny");
    const path = await repository.path("onnx/model weights#1.bin");
    assert.equal(path, join(folder, "snapshots", commit, "onnx", "model weights#1.bin"));
    assert.deepEqual(readFileSync(path), weights);
    const sha256 = createHash("sha256").update(weights).digest("hex");
    const git = createHash("sha1").update(`blob ${config.length}\0${config}`).digest("hex");
    assert.equal(lstatSync(path).isSymbolicLink(), true);
    assert.equal(readlinkSync(path), join("..", "..", "..", "blobs", sha256));
    assert.ok(readdirSync(join(folder, "blobs")).includes(git));
    assert.equal(readFileSync(join(folder, "refs", "main"), "utf8"), commit);
    assert.deepEqual(
      readdirSync(join(folder, "blobs")).filter((name) => name.includes("incomplete")),
      [],
    );
  });

  test("is downloaded once: again, the same content by another name, and two at a time", async () => {
    const repository = await openRepository("ada/tiny", options());
    await Promise.all([repository.path("model.safetensors"), repository.path("model.safetensors")]);
    await repository.path("onnx/model weights#1.bin");
    await (await openRepository("ada/tiny", options())).path("model.safetensors");
    assert.equal(downloads().length, 1, hub.requests.join("\n"));
  });

  test("by its commit is read from the cache without any request", async () => {
    const first = await openRepository("ada/tiny", options());
    await first.path("config.json");
    hub.requests.length = 0;
    const again = await openRepository("ada/tiny", options({ revision: hub.commitOf("ada/tiny") }));
    assert.deepEqual(await again.readJson("config.json"), { model_type: "bert" });
    assert.deepEqual(hub.requests, []);
  });

  test("may have an old id of one name", async () => {
    const repository = await openRepository("gpt9", options());
    assert.equal((await repository.path("config.json")).startsWith(join(cacheFolder, "models--gpt9")), true);
  });

  test("tells how far a download has come", async () => {
    const seen: DownloadProgress[] = [];
    const repository = await openRepository("ada/tiny", options({ onProgress: (step) => seen.push(step) }));
    await repository.path("model.safetensors");
    assert.deepEqual(seen.at(-1), {
      repository: "ada/tiny",
      file: "model.safetensors",
      loaded: 300_000,
      total: 300_000,
    });
    assert.ok(seen.every((step, index) => step.loaded >= (seen[index - 1]?.loaded ?? 0)));
  });

  test("the environment names endpoint, cache and token", async () => {
    process.env.HF_ENDPOINT = `${hub.endpoint}/`;
    process.env.HF_HOME = cacheFolder;
    process.env.HF_TOKEN = "hf_ada";
    const repository = await openRepository("ada/secret", { onProgress: () => undefined });
    const path = await repository.path("config.json");
    assert.ok(path.startsWith(join(cacheFolder, "hub", "models--ada--secret", "snapshots")));
    assert.ok(hub.authorizations.every((header) => header === "Bearer hf_ada"));
  });
});

describe("a download that goes wrong", () => {
  test("breaks off and goes on where it was", async () => {
    const repository = await openRepository("ada/tiny", options());
    hub.faults.cutAfter = 100_000;
    await refused(repository.path("model.safetensors"), "hub-unreachable", /model\.safetensors/);
    assert.equal(await repository.has("model.safetensors"), true);
    assert.equal(existsSync(join(cacheFolder, "models--ada--tiny", "snapshots")), false);
    delete hub.faults.cutAfter;
    hub.requests.length = 0;
    assert.deepEqual(readFileSync(await repository.path("model.safetensors")), weights);
    const from = Number(/bytes=(\d+)-/.exec(downloads()[0] ?? "")?.[1]);
    assert.ok(from > 0 && from <= 100_000, hub.requests.join("\n"));
  });

  test("a damaged part that was left over is downloaded anew", async () => {
    const blobs = join(cacheFolder, "models--ada--tiny", "blobs");
    mkdirSync(blobs, { recursive: true });
    const sha256 = createHash("sha256").update(weights).digest("hex");
    writeFileSync(join(blobs, `${sha256}.0-abcd.incomplete`), Buffer.alloc(1000, 7));
    const repository = await openRepository("ada/tiny", options());
    assert.deepEqual(readFileSync(await repository.path("model.safetensors")), weights);
    assert.deepEqual(readdirSync(blobs), [sha256]);
  });

  test("content with another hash is never kept", async () => {
    const repository = await openRepository("ada/tiny", options());
    hub.faults.corrupt = true;
    await refused(repository.path("model.safetensors"), "file-damaged", /hash/);
    await refused(repository.path("config.json"), "file-damaged", /hash/);
    assert.deepEqual(readdirSync(join(cacheFolder, "models--ada--tiny", "blobs")), []);
  });

  test("a listing cannot name a file or a hash outside the cache, nor go on for ever", async () => {
    hub.faults.hash = "../../../../evil";
    const repository = await openRepository("ada/tiny", options());
    await refused(repository.path("config.json"), "file-missing", /config\.json/);
    delete hub.faults.hash;
    hub.faults.path = "../../evil";
    const other = await openRepository("ada/tiny", options());
    await refused(other.path("../../evil"), "path-invalid", /evil/);
    delete hub.faults.path;
    hub.faults.endless = true;
    await refused((await openRepository("ada/tiny", options())).list(), "hub-unreachable", /no end/);
  });

  test("the token does not follow a link to another server", async () => {
    const stranger = await startSmallHub({});
    try {
      hub.faults.nextPage = `<${stranger.endpoint}/api/models/ada/tiny/tree/main>; rel="next"`;
      const repository = await openRepository("ada/tiny", options({ token: "hf_ada" }));
      await repository.list().catch(() => undefined);
      assert.deepEqual(stranger.authorizations, [undefined]);
    } finally {
      await stranger.close();
    }
  });
});

describe("a model that cannot be had", () => {
  test("missing models, revisions and files are named, with what there is", async () => {
    const missing = await refused(
      openRepository("ada/nothing", options()),
      "repository-missing",
      /no model ada\/nothing/,
    );
    assert.match(missing.hint ?? "", /HF_TOKEN/);
    await refused(openRepository("ada/tiny", options({ revision: "v9" })), "revision-missing", /`v9`/);
    const repository = await openRepository("ada/tiny", options());
    const file = await refused(repository.path("confg.json"), "file-missing", /confg\.json/);
    assert.equal(file.file, "confg.json");
    assert.match(file.hint ?? "", /Did you mean `config\.json`/);
  });

  test("private and gated models say how to get access, and no token is printed", async () => {
    await refused(openRepository("ada/secret", options()), "repository-missing", /private/);
    await refused(openRepository("ada/secret", options({ token: "hf_bob" })), "repository-missing", /private/);
    const gated = await openRepository("ada/gated", options({ token: "hf_secret123" }));
    const error = await refused(gated.path("config.json"), "access-denied", /gated/);
    assert.equal(error.status, 403);
    assert.doesNotMatch(inspect(error, { depth: 8 }), /secret123/);
    for (const token of ["secret123", "hf_secret123\nX-Evil: 1"]) {
      const wrong = await refused(openRepository("ada/tiny", options({ token })), "access-denied", /hf_/);
      assert.doesNotMatch(inspect(wrong, { depth: 8 }), /secret123/);
    }
  });

  test("a Hub that is away or broken is told from one that says no; the cache is used where it can be", async () => {
    const gone = await startSmallHub({});
    await gone.close();
    const away = { endpoint: gone.endpoint, token: "hf_secret123" };
    const error = await refused(
      openRepository("ada/tiny", options(away)),
      "hub-unreachable",
      /127\.0\.0\.1.*ECONNREFUSED/,
    );
    assert.doesNotMatch(inspect(error, { depth: 8 }), /secret123/);
    await (await openRepository("ada/tiny", options())).path("config.json");
    const cached = await openRepository("ada/tiny", options(away));
    assert.deepEqual(await cached.list(), ["config.json"]);
    await refused(cached.path("model.safetensors"), "hub-unreachable", /not in the cache/);
    hub.faults.status = 503;
    await refused(openRepository("gpt9", options()), "hub-unreachable", /503/);
    assert.equal((await openRepository("ada/tiny", options())).revision, hub.commitOf("ada/tiny"));
  });

  test("offline, only the cache is read and nothing is asked", async () => {
    for (const variable of ["HF_HUB_OFFLINE", "CADERNO_OFFLINE"]) {
      process.env[variable] = "1";
      const error = await refused(openRepository("ada/tiny", options()), "offline", new RegExp(variable));
      assert.match(error.hint ?? "", /Unset/);
      delete process.env[variable];
    }
    await refused(openRepository("ada/tiny", options({ localFilesOnly: true })), "offline", /localFilesOnly/);
    assert.deepEqual(hub.requests, []);
    await (await openRepository("ada/tiny", options())).path("config.json");
    process.env.CADERNO_OFFLINE = "1";
    hub.requests.length = 0;
    const repository = await openRepository("ada/tiny", options());
    assert.deepEqual(await repository.readJson("config.json"), { model_type: "bert" });
    assert.equal(await repository.has("model.safetensors"), false);
    await refused(repository.path("model.safetensors"), "offline", /not in the cache/);
    assert.deepEqual(hub.requests, []);
  });

  test("what is no id is refused before any request", async () => {
    for (const id of ["a/b/c", "ada/x..y", "ada--x/y", "ada/tiny?x=1", "ada/tiny.git", "..%2f", "http://x/y"])
      await refused(openRepository(id, options()), "repository-missing", /neither|no folder/);
    await refused(openRepository("ada/tiny", options({ revision: "../../x" })), "revision-missing", /revision/);
    await refused(openRepository("ada/tiny", options({ endpoint: "file:///etc" })), "hub-unreachable", /no address/);
    assert.deepEqual(hub.requests, []);
  });
});
