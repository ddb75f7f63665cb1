import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { LoadingReport } from "../../src/models/loading-report";

const report = (source: string): LoadingReport =>
  new LoadingReport({
    className: "DistilBertForSequenceClassification",
    source,
    format: "safetensors",
    files: ["model.safetensors"],
    dtypes: ["F32"],
    bytes: 1,
    loaded: 1,
    missing: ["classifier.weight"],
    unexpected: [],
    mismatched: [],
    nonFinite: [],
  });

test("a folder under the working folder is named by its short path, so that outputs are the same on every machine", () => {
  const source = join(process.cwd(), "assets", "models", "tiny");
  assert.match(
    report(source).warnings()[0] ?? "",
    /^DistilBertForSequenceClassification from assets\/models\/tiny: 1 weight /,
  );
  assert.match(report(source).toText(), / from assets\/models\/tiny\n/);
  assert.equal(report(source).source, source);
});

test("an id and a folder elsewhere are named as they are", () => {
  const elsewhere = resolve(process.cwd(), "..", "elsewhere");
  for (const name of ["owner/name", elsewhere])
    assert.ok(report(name).warnings()[0]?.startsWith(`DistilBertForSequenceClassification from ${name}: `), name);
});
