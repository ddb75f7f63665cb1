import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { openRepository } from "../../src/hub/repository";
import { RepositoryError } from "../../src/hub/repository-error";

const root = mkdtempSync(join(tmpdir(), "caderno-folder-"));
const model = join(root, "model");

before(() => {
  mkdirSync(join(model, "onnx"), { recursive: true });
  mkdirSync(join(model, ".git"));
  mkdirSync(join(root, "blobs"));
  writeFileSync(join(model, "config.json"), '\ufeff{"a": 1}');
  writeFileSync(join(model, "broken.json"), "{");
  writeFileSync(join(model, "onnx", "model.onnx"), "x");
  writeFileSync(join(model, ".git", "HEAD"), "x");
  writeFileSync(join(root, "outside.txt"), "outside");
  writeFileSync(join(root, "blobs", "abc"), "blob");
  symlinkSync(join("..", "blobs", "abc"), join(model, "linked.txt"));
  symlinkSync("nowhere", join(model, "dangling.txt"));
  symlinkSync("..", join(model, "loop"));
});
after(() => rmSync(root, { recursive: true, force: true }));

const refusal =
  (code: string, message: RegExp) =>
  (error: unknown): boolean =>
    error instanceof RepositoryError && error.code === code && message.test(`${error.message} ${error.hint}`);

describe("a folder", () => {
  test("is listed, tested and read, and needs no network", async () => {
    const fetch = (): never => assert.fail("the network was asked");
    const repository = await openRepository(model, { fetch });
    assert.equal(repository.kind, "folder");
    assert.equal(repository.revision, undefined);
    assert.deepEqual(await repository.list(), ["broken.json", "config.json", "linked.txt", "onnx/model.onnx"]);
    assert.equal(await repository.has("onnx/model.onnx"), true);
    assert.equal(await repository.has("onnx"), false);
    assert.deepEqual(await repository.readJson("config.json"), { a: 1 });
    assert.equal(await repository.path("onnx/model.onnx"), join(model, "onnx", "model.onnx"));
  });

  test("may be given relative to the current folder", async () => {
    const repository = await openRepository(`./${relative(process.cwd(), model)}`);
    assert.equal(await repository.has("config.json"), true);
  });

  test("a link to a file is followed, as the Hub's cache is made of them; to a folder above it is not listed", async () => {
    const repository = await openRepository(model);
    assert.equal(await repository.readText("linked.txt"), "blob");
    assert.equal(await repository.has("dangling.txt"), false);
    await assert.rejects(repository.path("dangling.txt"), refusal("file-missing", /dangling/));
  });

  test("no path climbs out of it", async () => {
    const repository = await openRepository(model);
    const paths = [
      "../outside.txt",
      "/etc/passwd",
      "onnx/../../outside.txt",
      "..\\outside.txt",
      "C:\\x",
      "a\0b",
      "",
      "./config.json",
      "a//b",
    ];
    for (const path of paths) {
      await assert.rejects(repository.path(path), refusal("path-invalid", /no path inside/), path);
      await assert.rejects(repository.has(path), refusal("path-invalid", /no path inside/), path);
    }
  });

  test("missing and damaged files are named, with what is there", async () => {
    const repository = await openRepository(model);
    await assert.rejects(repository.path("confg.json"), refusal("file-missing", /Did you mean `config\.json`/));
    await assert.rejects(repository.path("onnx"), refusal("file-missing", /something else/));
    await assert.rejects(repository.readJson("broken.json"), refusal("not-json", /broken\.json/));
    await assert.rejects(repository.readText("config.json", { maxBytes: 3 }), refusal("file-too-large", /3 bytes/));
  });

  test("that is missing, or a file, is told", async () => {
    for (const path of ["./nothing-here", join(root, "nothing"), "~/nothing-here-at-all"])
      await assert.rejects(openRepository(path), refusal("repository-missing", /no folder/));
    await assert.rejects(openRepository(join(model, "config.json")), refusal("repository-missing", /is a file/));
    await assert.rejects(openRepository(""), TypeError);
  });
});
