// The oracle is Python's tokenizers: it must learn the same vocabularies, and read what was trained here with the same ids.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { runProgram } from "../../src/cli/lab-program";
import { loadDataset } from "../../src/datasets/load-dataset";
import { TokenizerEngine } from "../../src/tokenizers/engine/engine";
import { saveTokenizerFile } from "../../src/tokenizers/training/save-tokenizer-file";
import type { TokenizerFile } from "../../src/tokenizers/training/tokenizer-file";
import { trainFromTexts } from "../../src/tokenizers/training/train-from-texts";
import type { TrainingOptions } from "../../src/tokenizers/training/training-options";
import { root, skipWithout, venvProgram } from "./interop-support";

const skip = skipWithout("python") || skipWithoutPackages("tokenizers, transformers");
const folder = mkdtempSync(join(tmpdir(), "caderno-trained-python-"));
after(() => rmSync(folder, { recursive: true, force: true }));

let essays: string[] = [];
before(async () => {
  const { train } = await loadDataset("csv", { dataFiles: join(root, "datasets/redacoes.csv") });
  essays = train?.column("essay") as string[];
});

function skipWithoutPackages(names: string): string | false {
  const { status } = spawnSync(venvProgram("python"), ["-c", `import ${names}`], { stdio: "ignore" });
  return status === 0 ? false : `.venv cannot import ${names}`;
}

async function oracle<Answer>(command: "train" | "load", inputs: Readonly<Record<string, unknown>>): Promise<Answer> {
  for (const [name, value] of Object.entries(inputs))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
  const script = join(root, "test/interop/trained_tokenizers_oracle.py");
  const { state, stderr } = await runProgram(venvProgram("python"), [script, command, folder], {
    timeoutMs: 200_000,
  });
  assert.equal(state, "ok", stderr);
  return JSON.parse(readFileSync(join(folder, "answer.json"), "utf8")) as Answer;
}

function byId(file: TokenizerFile): string[] {
  return Object.entries(file.model.vocab)
    .sort(([, one], [, other]) => one - other)
    .map(([token]) => token);
}

test("all essays, 4,000 tokens: the same vocabularies and merges as Python learns", { skip }, async () => {
  const wordpiece = trainFromTexts(essays, { model: "wordpiece", vocabSize: 4000 });
  const bytes = trainFromTexts(essays, { model: "byte-level-bpe", vocabSize: 4000 });
  // Python numbers the characters inside words by chance; as special tokens they have the ids that ours have.
  const special = {
    wordpiece: byId(wordpiece.file).slice(0, 4000 - wordpiece.merges.length),
    "byte-level-bpe": ["<|endoftext|>"],
  };
  const theirs = await oracle<Record<string, { tokens: string[]; merges: [string, string][] | null }>>("train", {
    texts: essays,
    special,
  });
  assert.equal(byId(wordpiece.file).length, 4000);
  assert.deepEqual(byId(wordpiece.file), theirs.wordpiece?.tokens);
  assert.deepEqual(byId(bytes.file), theirs["byte-level-bpe"]?.tokens);
  assert.deepEqual(bytes.file.model.merges, theirs["byte-level-bpe"]?.merges);
});

interface Loaded {
  ids: number[][];
  autoIds: number[][];
  pairIds: number[][];
  decoded: string[];
  className: string;
  specialTokens: Record<string, string>;
  maxLength: number;
  file: TokenizerFile;
}

test("Python reads what was trained here: ids, pairs, text, special tokens, and the file itself", {
  skip,
}, async () => {
  const kinds: Readonly<Record<string, TrainingOptions>> = {
    bert: { model: "wordpiece", vocabSize: 900 },
    uncased: { model: "wordpiece", vocabSize: 900, lowercase: true, modelMaxLength: 128 },
    distilbert: { model: "wordpiece", vocabSize: 900, tokenizerClass: "DistilBertTokenizer" },
    marked: { model: "wordpiece", vocabSize: 900, continuingSubwordPrefix: "@@", stripAccents: true },
    gpt2: { model: "byte-level-bpe", vocabSize: 900 },
    chat: {
      model: "byte-level-bpe",
      vocabSize: 900,
      specialTokens: ["<|endoftext|>", "<|user|>", "<|end|>", "<|pad|>"],
      roles: { eos_token: "<|end|>", pad_token: "<|pad|>" },
      addPrefixSpace: true,
    },
    folded: { model: "byte-level-bpe", vocabSize: 900, lowercase: true, stripAccents: true },
  };
  const odd = JSON.parse(readFileSync(join(root, "test/fixtures/tokenizers/trained/trained.json"), "utf8")).oddTexts;
  const strings = [
    "",
    ...odd,
    "A [MASK] é <|user|>Oi<|end|> [SEP]",
    ...essays.slice(0, 100).flatMap((essay) => essay.split("\n")),
  ];
  const files = new Map<string, TokenizerFile>();
  for (const [name, options] of Object.entries(kinds)) {
    const { file, config } = trainFromTexts(essays.slice(0, 100), options);
    await saveTokenizerFile(join(folder, name), file, config);
    files.set(name, file);
  }
  const loaded = await oracle<Record<string, Loaded>>("load", { names: Object.keys(kinds), strings });
  const pure = { addSpecialTokens: true, splitSpecialTokens: false, truncation: undefined, keepsOverflow: false };
  for (const [name, file] of files) {
    const theirs = loaded[name];
    const engine = new TokenizerEngine(file, (source) => new RegExp(source, "gu"));
    const ours = strings.map((text) => engine.encode(text, undefined, pure).ids);
    assert.deepEqual(ours, theirs?.ids, name);
    assert.deepEqual(theirs?.autoIds, theirs?.ids, `${name} by AutoTokenizer`);
    assert.deepEqual(
      strings.map((text) => engine.encode(text, strings[0], pure).ids),
      theirs?.pairIds,
      name,
    );
    assert.deepEqual(theirs?.file, JSON.parse(JSON.stringify(file)), `${name}'s file as Python writes it`);
  }
  assert.equal(loaded.bert?.className, "BertTokenizer");
  assert.equal(loaded.distilbert?.className, "DistilBertTokenizer");
  assert.equal(loaded.gpt2?.className, "GPT2Tokenizer");
  assert.equal(loaded.uncased?.maxLength, 128);
  assert.equal(loaded.chat?.specialTokens.eos_token, "<|end|>");
  assert.equal(loaded.chat?.specialTokens.pad_token, "<|pad|>");
  assert.equal(loaded.gpt2?.decoded[1], odd[0]);
});
