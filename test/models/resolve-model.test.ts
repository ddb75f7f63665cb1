// The other side is a small HTTP server that answers as the Hub does, or one that never answers.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { findProjectRoot } from "../../src/core/project-root";
import { openRepository } from "../../src/hub/repository";
import { resolveModel } from "../../src/models/resolve-model";
import { type SmallHub, startSmallHub } from "../hub/small-hub";

const PAIRS = {
  "Geotrend/distilbert-base-pt-cased": "distilbert-pt-tiny",
  "Mel-Iza0/zero-shot": "zero-shot-pt-tiny",
  "flax-community/gpt-2-spanish": "gpt2-es-tiny",
};
const ID = "flax-community/gpt-2-spanish";
const MODELS = join(findProjectRoot(__dirname), "assets", "models");
const VARIABLES = ["HF_HUB_OFFLINE", "CADERNO_OFFLINE", "HF_TOKEN"];
const saved = VARIABLES.map((name) => [name, process.env[name]] as const);
let hub: SmallHub;
let silent: Server;
let cacheFolder: string;

before(async () => {
  hub = await startSmallHub({
    [ID]: { files: { "config.json": "{}", "model.safetensors": "weights" } },
  });
  silent = createServer(() => undefined);
  await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
});
after(async () => {
  await hub.close();
  silent.closeAllConnections();
  await new Promise((done) => silent.close(done));
  for (const [name, value] of saved) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});
beforeEach(() => {
  for (const name of VARIABLES) delete process.env[name];
  cacheFolder = mkdtempSync(join(tmpdir(), "caderno-resolve-"));
});
afterEach(() => rmSync(cacheFolder, { recursive: true, force: true }));

test("each stand-in that is there stands in for its model", async () => {
  const folders = readdirSync(MODELS);
  for (const [id, name] of Object.entries(PAIRS)) {
    if (!folders.includes(name)) {
      await assert.rejects(resolveModel(id, { prefer: "embedded" }), { code: "stand-in-missing" });
      assert.equal((await resolveModel(id, { cacheFolder, prefer: "auto", endpoint: hub.endpoint })).kind, "hub");
      continue;
    }
    const { model, kind, reason } = await resolveModel(id, { prefer: "embedded" });
    assert.deepEqual([kind, model], ["embedded", join(MODELS, name)]);
    assert.equal(reason, `${name} stands in for ${id}: \`prefer\` is "embedded".`);
  }
  assert.ok(folders.includes(PAIRS[ID]));
});

test("the Hub's model is taken where the Hub answers, and its weights are not downloaded yet", async () => {
  const found = await resolveModel(ID, { endpoint: hub.endpoint, cacheFolder });
  assert.deepEqual(found, { model: ID, kind: "hub", reason: `${ID} of the Hub: the Hub answers.` });
  assert.ok(!hub.requests.some((request) => /resolve.*safetensors/.test(request)));
});

test("where the Hub does not answer, the stand-in is taken within the time limit", async () => {
  const { port } = silent.address() as AddressInfo;
  const found = await resolveModel(ID, { endpoint: `http://127.0.0.1:${port}`, cacheFolder, timeout: 200 });
  assert.equal(found.kind, "embedded");
  assert.match(found.reason, /gave no answer in 0\.2 s/);
});

test("where nothing listens, the stand-in is taken", async () => {
  const closed = createServer();
  await new Promise<void>((done) => closed.listen(0, "127.0.0.1", done));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const { kind, reason } = await resolveModel(ID, { endpoint: `http://127.0.0.1:${port}`, cacheFolder });
  assert.deepEqual([kind, /does not answer/.test(reason)], ["embedded", true]);
});

test("what the Hub does not give out is stood in for", async () => {
  for (const model of [undefined, { files: { "config.json": "{}", "model.safetensors": "weights" }, gated: true }]) {
    const other = await startSmallHub(model === undefined ? {} : { [ID]: model });
    try {
      const { kind, reason } = await resolveModel(ID, { endpoint: other.endpoint, cacheFolder });
      assert.deepEqual([kind, /does not give it out/.test(reason)], ["embedded", true]);
    } finally {
      await other.close();
    }
  }
});

test("a model in the cache needs no Hub; a half one does", async () => {
  const repository = await openRepository(ID, { endpoint: hub.endpoint, cacheFolder, onProgress: () => undefined });
  const unreachable: typeof fetch = () => Promise.reject(new TypeError("fetch failed"));
  await repository.path("config.json");
  const half = await resolveModel(ID, { cacheFolder, endpoint: hub.endpoint, fetch: unreachable });
  assert.deepEqual([half.kind, /does not answer/.test(half.reason)], ["embedded", true]);
  await repository.path("model.safetensors");
  const whole = await resolveModel(ID, { cacheFolder, endpoint: hub.endpoint, fetch: unreachable });
  assert.deepEqual([whole.kind, /in the cache/.test(whole.reason)], ["hub", true]);
});

test("CADERNO_OFFLINE=1 forces the stand-in, and `prefer` is stronger", async () => {
  process.env.CADERNO_OFFLINE = "1";
  assert.equal((await resolveModel(ID, { endpoint: hub.endpoint, cacheFolder })).kind, "embedded");
  assert.equal((await resolveModel(ID, { prefer: "hub", cacheFolder })).kind, "hub");
  const auto = await resolveModel(ID, { prefer: "auto", endpoint: hub.endpoint, cacheFolder });
  assert.match(auto.reason, /CADERNO_OFFLINE is set, and the model is not in the cache/);
});

test("a model without stand-in is the Hub's, unless a stand-in is forced", async () => {
  const { kind, model } = await resolveModel("ada/model", { cacheFolder });
  assert.deepEqual([kind, model], ["hub", "ada/model"]);
  await assert.rejects(resolveModel("flax-community/gpt-2-spanis", { prefer: "embedded" }), {
    code: "stand-in-missing",
    hint: /Did you mean `flax-community\/gpt-2-spanish`\?/,
  });
});

test("wrong arguments are refused by name", async () => {
  await assert.rejects(resolveModel(""), /`id` must be a model's id/);
  await assert.rejects(resolveModel(ID, { prefer: "local" as "hub" }), /`prefer` must name a preference/);
  await assert.rejects(resolveModel(ID, { timeout: 0 }), /`timeout` must be milliseconds above 0/);
});
