import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { DownloadError } from "../../../src/datasets/download/download-error";
import { loadDataset } from "../../../src/datasets/load-dataset";
import { temporaryFiles } from "../fixtures";
import { downloads } from "./download-support";

const file = temporaryFiles();
let support: Awaited<ReturnType<typeof downloads>>;
before(async () => {
  support = await downloads();
});
after(() => support.stop());

test("loadDataset reads URLs, packed and plain, beside local files", async () => {
  const { server, cacheDir } = support;
  server.serve("/data/train%5B1%5D.csv", Buffer.from("a,b\n1,x\n"), '"v"');
  server.serve("/data/more.csv.gz", gzipSync("a,b\n2,y\n"), '"v"');
  server.serve("/data/test.csv", Buffer.from("a,b\n4,w\n"), undefined);
  const local = file("local.csv.gz", gzipSync("a,b\n3,z\n"));
  const train = [`${server.origin}/data/train%5B1%5D.csv?download=1`, `${server.origin}/data/more.csv.gz`, local];
  const dataFiles = { train, test: `${server.origin}/data/test.csv` };
  const dict = await loadDataset("csv", { dataFiles, cacheDir });
  assert.deepEqual(dict.numRows, { train: 3, test: 1 });
  const only = await loadDataset("csv", { dataFiles, cacheDir, split: "train" });
  assert.deepEqual(only.column("b"), ["x", "y", "z"]);
  assert.equal(server.count("/data/test.csv"), 1, "a split that is not asked for is not fetched");
});

test("loadDataset reads gzip of every text format", async () => {
  const { cacheDir } = support;
  const cases = [
    ["json", "a.json.gz", '[{"a": 1}, {"a": 2}]'],
    ["jsonl", "a.jsonl.gz", '{"a": 1}\n{"a": 2}\n'],
    ["text", "a.txt.gz", "one\ntwo\n"],
  ] as const;
  for (const [format, name, content] of cases) {
    const data = await loadDataset(format, { dataFiles: file(name, gzipSync(content)), cacheDir, split: "train" });
    assert.equal(data.numRows, 2, format);
  }
});

test("a URL that is not there is a DownloadError", async () => {
  const { server, cacheDir } = support;
  const wrong = loadDataset("csv", { dataFiles: `${server.origin}/nothing.csv`, cacheDir });
  await assert.rejects(wrong, (error) => error instanceof DownloadError && error.status === 404);
});
