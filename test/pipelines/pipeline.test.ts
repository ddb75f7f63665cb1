// What every pipeline keeps to: batches change nothing, lists report progress, models are closed, mistakes are named.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inspect } from "node:util";
import { AutoModelForMaskedLM } from "../../src/models/auto/auto-model";
import { pipeline } from "../../src/pipelines/pipeline";
import { PipelineError } from "../../src/pipelines/pipeline-error";
import type { PipelineTask } from "../../src/pipelines/tasks";
import type { TextClassificationPipeline } from "../../src/pipelines/text-classification";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import { assertNear, fixture, golden, warningsOf } from "./support";

const temporary = mkdtempSync(join(tmpdir(), "caderno-pipeline-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

const { texts } = golden<{ texts: string[] }>("text-classification");
let classify: TextClassificationPipeline;
before(async () => {
  classify = await pipeline("text-classification", fixture("classifier"));
});
after(() => classify.dispose());

/** The message and the hint of what a call rejects with. */
async function refusal(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
  } catch (error) {
    assert.ok(error instanceof Error);
    return error instanceof PipelineError ? `${error.code}: ${error.message} ${error.hint}` : error.message;
  }
  assert.fail("nothing was refused");
}

test("batches of any size give the same scores in the same order", async () => {
  const many = Array.from({ length: 21 }, (_, index) => (texts[index % texts.length] ?? "").slice(index % 5));
  const alone = await classify(many, { batchSize: 1, topK: null });
  for (const batchSize of [2, 7, 64]) assertNear(await classify(many, { batchSize, topK: null }), alone);
});

test("a list tells how far it has come; one text does not", async () => {
  const seen: string[] = [];
  const options = {
    batchSize: 1,
    onProgress: ({ done, total }: { done: number; total: number }) => seen.push(`${done}/${total}`),
  };
  await classify(
    Array.from({ length: 20 }, () => "Sim."),
    options,
  );
  assert.deepEqual(seen, ["8/20", "16/20", "20/20"]);
  await classify("Sim.", options);
  assert.equal(seen.length, 3);
});

test("a call can be ended", async () => {
  const controller = new AbortController();
  const call = classify(
    Array.from({ length: 200 }, () => "Sim."),
    {
      batchSize: 1,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    },
  );
  await assert.rejects(call, { name: "AbortError" });
});

test("options of the pipeline are those of its calls, which override them; Python's spelling is understood", async () => {
  const two = await pipeline("text-classification", fixture("classifier"), { topK: 2 });
  assert.equal((await two("Sim."))[1]?.label, "contradiction");
  assert.deepEqual(
    (await two(["Sim.", "Não."], { topK: 1 })).map((list) => list.length),
    [1, 1],
  );
  assert.equal((await classify("Sim.", { top_k: 3 } as object)).length, 3);
  await two.dispose();
});

test("a pipeline prints what it is, and after dispose it says so", async () => {
  assert.equal(inspect(classify), 'pipeline("text-classification", DistilBertForSequenceClassification)');
  const fill = await pipeline("fill-mask", fixture("masks"));
  await Promise.all([fill.dispose(), fill.dispose()]);
  assert.match(await refusal(() => fill("[MASK]")), /^pipeline-disposed: This fill-mask pipeline was disposed of/);
});

test("a model that was given stays open, and needs its tokenizer", async () => {
  const model = await AutoModelForMaskedLM.fromPretrained(fixture("masks"));
  const tokenizer = await AutoTokenizer.fromPretrained(fixture("masks"));
  assert.match(await refusal(() => pipeline("fill-mask", model)), /^tokenizer-missing: .*\{ tokenizer \}/);
  const fill = await pipeline("fill-mask", model, { tokenizer });
  await fill.dispose();
  const again = await pipeline("fill-mask", model, { tokenizer: fixture("masks") });
  assert.equal((await again("A [MASK].", { topK: 2 })).length, 2);
  assert.equal(
    await refusal(() => pipeline("ner", model, { tokenizer })),
    "head-missing: A DistilBertForMaskedLM cannot do token-classification. It fits: fill-mask, feature-extraction. Or take a model that was trained for token-classification.",
  );
  await model.close();
});

test("an unknown task lists the tasks and the nearest", async () => {
  const message = await refusal(() => pipeline("text-clasification" as PipelineTask, fixture("classifier")));
  assert.match(
    message,
    /^task-unknown: There is no task "text-clasification"\. Available tasks: .*ner.*with transformers\.js: .*object-detection.*Did you mean `text-classification`\?$/,
  );
  assert.match(await refusal(() => pipeline(undefined as unknown as PipelineTask)), /There is no task undefined\./);
});

test("a model that was not trained for the task is refused, with what it fits", async () => {
  assert.match(
    await refusal(() => pipeline("text-classification", fixture("masks"))),
    /^head-missing: .*masks was not trained for text-classification: it has no .*`classifier\.weight`.* It fits: feature-extraction, fill-mask\.|^head-missing: .*It fits: fill-mask, feature-extraction\./,
  );
  assert.match(
    await refusal(() => pipeline("fill-mask", fixture("generator"))),
    /^head-missing: A model of the type gpt2 cannot do fill-mask\. It fits: .*text-generation/,
  );
});

test("wrong arguments are named", async () => {
  const cases: [() => Promise<unknown>, RegExp][] = [
    [() => classify([]), /`texts` must have at least one entry/],
    [() => classify(["a", 3 as unknown as string]), /`texts\[1\]` must be a text, or a pair .*got 3/],
    [() => classify(undefined as unknown as string), /`texts` must be a text/],
    [() => classify("a", { topk: 2 } as object), /no option `topk`\. .*Did you mean `topK`\?/],
    [() => classify("a", { topK: 0 }), /`topK` must be a whole number from 1, or null for all, but got 0/],
    [() => classify("a", { batchSize: 0 }), /`batchSize` must be a whole number from 1/],
    [() => classify("a", 3 as unknown as object), /`options` must be an object/],
    [() => classify("a ".repeat(100), { truncation: false }), /^text-too-long: A text has 102 tokens, .* at most 64/],
    [() => pipeline("ner", 3 as unknown as string), /`model` must be a model's id/],
    [() => pipeline("ner", fixture("entities"), { aggregation: "max" } as object), /no option `aggregation`/],
  ];
  for (const [call, expected] of cases) assert.match(await refusal(call), expected);
});

test("zero-shot labels and templates are checked", async () => {
  const ask = await pipeline("zero-shot-classification", fixture("classifier"));
  const cases: [() => Promise<unknown>, RegExp][] = [
    [() => ask("a", {}), /`candidateLabels` is missing/],
    [() => ask("a", []), /`candidateLabels` must be a list of labels/],
    [() => ask("a", " , "), /`candidateLabels` must be/],
    [() => ask("", ["x"]), /`texts` must be a text that is not empty/],
    [() => ask("a", ["x"], { hypothesisTemplate: "É." }), /`hypothesisTemplate` must be a text with `\{\}`/],
    [
      () => ask("a", ["palavra ".repeat(70)]),
      /^text-too-long: The hypothesis ".*leaves no room for the text: the model reads 64/,
    ],
  ];
  for (const [call, expected] of cases) assert.match(await refusal(call), expected);
  await ask.dispose();
});

test("masks are checked", async () => {
  const fill = await pipeline("fill-mask", fixture("masks"));
  assert.match(await refusal(() => fill("Sem máscara.")), /^mask-missing: There is no \[MASK\] in "Sem máscara\."/);
  assert.match(await refusal(() => fill("[MASK] [MASK]")), /^masks-several: There are 2 \[MASK\] .*masks: "several"/);
  assert.match(await refusal(() => fill("[MASK]", { targets: [] })), /`targets` must be a text or a list/);
  await fill.dispose();
  const [model, tokenizer] = [fixture("masks"), fixture("generator")];
  const none = await pipeline("fill-mask", model, { tokenizer });
  assert.match(await refusal(() => none("a")), /^token-missing: This tokenizer has no mask token/);
  await none.dispose();
});

test("questions and strides are checked", async () => {
  const answer = await pipeline("question-answering", fixture("answers"));
  assert.match(await refusal(() => answer("Quem?", "")), /be \{ question, context \}, two texts that are not empty/);
  const question = "Quem mora em Olinda e trabalha na cidade? ".repeat(8);
  assert.match(await refusal(() => answer(question, "Maria.".repeat(9))), /^text-too-long: .*Shorten the question/);
  const found = await answer("Quem?", "Maria mora em Olinda.", { topK: 2 });
  assert.equal(found.length, 2);
  await answer.dispose();
  const mark = await pipeline("ner", fixture("entities"));
  assert.match(await refusal(() => mark("a", { stride: 4 })), /`stride` must come with an `aggregationStrategy`/);
  assert.match(await refusal(() => mark("a", { stride: 62, aggregationStrategy: "max" })), /`stride` must be below 62/);
  assert.deepEqual(await mark("", { aggregationStrategy: "max", stride: 4 }), []);
  await mark.dispose();
});

test("text-generation draws by seed, whatever stands beside a text, and stays within the model", async () => {
  const write = await pipeline("text-generation", fixture("generator"), { maxNewTokens: 10 });
  const options = { doSample: true, temperature: 1.5, topK: 20, seed: 7 };
  const prompts = ["A escola", "O rio subiu depois da chuva, e", "Não"];
  const together = await write(prompts, options);
  assert.deepEqual(await write(prompts, { ...options, batchSize: 1 }), together);
  assert.notDeepEqual(await write(prompts, { ...options, seed: 8 }), together);
  assert.deepEqual(await write(prompts[0] ?? "", options), together[0]);
  assert.deepEqual(await write(prompts, { doSample: true, topK: 1 }), await write(prompts));
  const [long] = await write("a ".repeat(55), { maxNewTokens: 256, returnFullText: false });
  assert.ok((long?.generated_text.length ?? 0) > 0);
  assert.match(await refusal(() => write("a ".repeat(80))), /^text-too-long/);
  assert.match(await refusal(() => write("a", { temperature: 2 })), /`temperature` has no effect here/);
  assert.equal((await write("")).length, 1);
  await write.dispose();
});

test("a list of folders and files that are no model is refused by name", async () => {
  writeFileSync(join(temporary, "config.json"), '{"model_type":"distilbert"}');
  assert.match(await refusal(() => pipeline("ner", temporary)), /tokenizer/);
  assert.match(await refusal(() => pipeline("ner", "./no-such-folder")), /There is no folder "\.\/no-such-folder"/);
});

test("without a model the task's default is taken, and a warning names it", async () => {
  let asked = 0;
  const refuse = (): Promise<Response> => {
    asked++;
    return Promise.reject(new TypeError("fetch failed"));
  };
  const options = { fetch: refuse, cacheFolder: join(temporary, "cache") };
  const names = ["CADERNO_OFFLINE", "HF_HUB_OFFLINE"];
  const kept = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) delete process.env[name];
  try {
    const warnings = await warningsOf(async () => {
      await assert.rejects(pipeline("text-classification", null, options), { name: "RepositoryError" });
    });
    assert.match(
      warnings.join("\n"),
      /No model was named for text-classification.*distilbert-base-uncased-finetuned-sst-2/,
    );
  } finally {
    for (const [name, value] of kept) if (value !== undefined) process.env[name] = value;
  }
  assert.ok(asked > 0);
});
