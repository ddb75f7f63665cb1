// Models of ONNX alone run through transformers.js with the same goldens; tasks that are not ours are handed to it.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { deflateSync } from "node:zlib";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import { AutoModelForQuestionAnswering, AutoModelForSequenceClassification } from "../../src/models/auto/auto-model";
import { pipeline } from "../../src/pipelines/pipeline";
import { assertNear, fixture, golden } from "./support";

const temporary = mkdtempSync(join(tmpdir(), "caderno-pipelines-onnx-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

const CLASSES = {
  classifier: AutoModelForSequenceClassification,
  answers: AutoModelForQuestionAnswering,
  generator: AutoModelForCausalLM,
};

/** A fixture with an ONNX file and without weights. */
async function onnxOnly(name: keyof typeof CLASSES): Promise<string> {
  const folder = join(temporary, name);
  cpSync(fixture(name), folder, { recursive: true });
  const model = await CLASSES[name].fromPretrained(folder);
  await model.exportOnnx(folder);
  await model.close();
  rmSync(join(folder, "model.safetensors"));
  return folder;
}

test("a classifier of ONNX alone: zero-shot keeps the hypothesis on 2,000 tokens", async () => {
  const folder = await onnxOnly("classifier");
  const { long, labels, onLong } = golden<{ long: string; labels: string[]; onLong: object }>(
    "zero-shot-classification",
  );
  const classify = await pipeline("zero-shot-classification", folder, { candidateLabels: labels, batchSize: 3 });
  const { sequence: _, ...found } = await classify(long, {});
  assertNear(found, onLong);
  await classify.dispose();
});

test("question answering of ONNX alone", async () => {
  const { cases } = golden<{ cases: { question: string; context: string; result: object }[] }>("answers");
  const answer = await pipeline("question-answering", await onnxOnly("answers"));
  const [first] = cases;
  assertNear(await answer(first?.question ?? "", first?.context ?? ""), first?.result);
  await answer.dispose();
});

test("text generation of ONNX alone, over its cache", async () => {
  const { prompts, greedy } = golden<{ prompts: string[]; greedy: object }>("text-generation");
  const write = await pipeline("text-generation", await onnxOnly("generator"), { maxNewTokens: 12 });
  assertNear(await write(prompts), greedy);
  await write.dispose();
});

test("a task of transformers.js takes the same call", async () => {
  const image = join(temporary, "red.png");
  writeFileSync(image, png(6, [200, 10, 0]));
  const classify = await pipeline("image-classification", fixture("colours"), { dtype: "fp32" });
  assert.equal(classify.task, "image-classification");
  const found = (await classify(image, { topK: 2 })) as { label: string; score: number }[];
  assert.deepEqual(
    found.map(({ label }) => label),
    ["red", "blue"],
  );
  assertNear(found[0]?.score, 1 / (1 + Math.exp((-8 * 200) / 255)));
  await classify.dispose();
  await assert.rejects(classify(image), { code: "pipeline-disposed" });
});

test("what transformers.js cannot open is said with the task and the model", async () => {
  await assert.rejects(pipeline("object-detection", join(temporary, "nothing"), { localFilesOnly: true }), {
    code: "task-failed",
    message: /could not open .*nothing for object-detection/,
  });
});

/** A square picture of one colour. */
function png(size: number, colour: readonly [number, number, number]): Buffer {
  const row = Buffer.from([0, ...Array.from({ length: size }, () => colour).flat()]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)));
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
