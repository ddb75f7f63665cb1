// Batches: their order, their padding, and errors that name the column, the row and what to do.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { inspect } from "node:util";
import { ClassLabel } from "../../src/datasets/class-label";
import { Dataset } from "../../src/datasets/dataset";
import { Value } from "../../src/datasets/value";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import type { AnyDataset } from "../../src/training/batches/any-dataset";
import { DataCollatorWithPadding } from "../../src/training/batches/data-collator-with-padding";
import { createOptimizer } from "../../src/training/keras/create-optimizer";
import { TFAutoModelForSequenceClassification } from "../../src/training/keras/tf-auto-models";
import type { TFPreTrainedModel } from "../../src/training/keras/tf-pretrained-model";
import { FIT_FOLDER, fitData, padWithZeros } from "./fixture";

let model: TFPreTrainedModel;
let tokenizer: PreTrainedTokenizerFast;
before(async () => {
  model = await TFAutoModelForSequenceClassification.fromPretrained(FIT_FOLDER);
  tokenizer = await AutoTokenizer.fromPretrained(join(__dirname, "..", "fixtures", "tokenizers", "bert-uncased"));
});
after(() => model.close());

const rowsOf = (lengths: readonly number[]) =>
  Dataset.fromList(
    lengths.map((length, row) => ({ input_ids: new Array<number>(length).fill(5 + row), label: row % 3 })),
  );

test("each batch is padded to its own longest text, by the tokenizer's rules", () => {
  const data = rowsOf([3, 5, 2, 9]);
  const batches = [...model.prepareTfDataset(data, { batchSize: 2, shuffle: false, tokenizer })];
  assert.deepEqual(batches, [
    {
      input_ids: [
        [5, 5, 5, 0, 0],
        [6, 6, 6, 6, 6],
      ],
      attention_mask: [
        [1, 1, 1, 0, 0],
        [1, 1, 1, 1, 1],
      ],
      labels: [0, 1],
    },
    {
      input_ids: [
        [7, 7, 0, 0, 0, 0, 0, 0, 0],
        [8, 8, 8, 8, 8, 8, 8, 8, 8],
      ],
      attention_mask: [
        [1, 1, 0, 0, 0, 0, 0, 0, 0],
        [1, 1, 1, 1, 1, 1, 1, 1, 1],
      ],
      labels: [2, 0],
    },
  ]);
});

test("labels of tokens are padded with -100, labels of texts are not touched", () => {
  const collator = new DataCollatorWithPadding({ tokenizer });
  const tokens = [
    { input_ids: [2, 7, 3], labels: [-100, 1, -100] },
    { input_ids: [2, 3], labels: [-100, -100] },
  ];
  assert.deepEqual(collator.collate(tokens).labels, [
    [-100, 1, -100],
    [-100, -100, -100],
  ]);
  const texts = [
    { input_ids: [2, 7, 3], label_ids: [1, 0] },
    { input_ids: [2, 3], label_ids: [0, 1] },
  ];
  assert.deepEqual(collator.collate(texts).labels, [
    [1, 0],
    [0, 1],
  ]);
});

test("columns that the model does not read are left out, and the data says what it gives", () => {
  const { train } = fitData();
  const data = train.addColumn("text", new Array<string>(train.numRows).fill("x"));
  const prepared = model.prepareTfDataset(data, { batchSize: 16, collateFn: padWithZeros, seed: 1 });
  assert.deepEqual(prepared.columnNames, ["input_ids", "label"]);
  assert.equal(prepared.cardinality(), 2);
  assert.equal(prepared.numRows, 32);
  assert.equal(
    inspect(prepared),
    "<TfDataset 2 batches, element_spec={'input_ids': TensorSpec(shape=(16, None), dtype=int64), " +
      "'attention_mask': TensorSpec(shape=(16, None), dtype=int64), 'labels': TensorSpec(shape=(16,), dtype=int64)}>",
  );
  const whole = model.prepareTfDataset(data, { batchSize: 16, collateFn: padWithZeros, dropRemainder: false });
  assert.equal(whole.length, 3);
});

describe("order", () => {
  test("the first epoch is that of dataset.shuffle, each epoch has another, and a seed gives them again", () => {
    const data = rowsOf(Array.from({ length: 30 }, (_, row) => 1 + (row % 9)));
    const make = () => model.prepareTfDataset(data, { batchSize: 4, tokenizer, seed: 42 });
    const [first, again] = [make(), make()];
    const shuffled = data
      .addColumn(
        "row",
        Array.from({ length: 30 }, (_, row) => row),
      )
      .shuffle({ seed: 42 });
    assert.deepEqual([...first.rowOrder(0)], shuffled.column("row").slice(0, 28));
    for (const epoch of [0, 1, 2]) assert.deepEqual(first.rowOrder(epoch), again.rowOrder(epoch));
    assert.notDeepEqual(first.rowOrder(0), first.rowOrder(1));
    assert.deepEqual([...first.epoch(1, 3)], [...first.epoch(1)].slice(3));
  });

  test("by length: every row once, little padding, the longest text in the first batch", () => {
    const lengths = Array.from({ length: 200 }, (_, row) => 1 + ((row * 7) % 23));
    const data = rowsOf(lengths.map((length) => Math.min(length, 24)));
    const padding = (grouped: boolean): number => {
      const prepared = model.prepareTfDataset(data, { batchSize: 8, tokenizer, seed: 3, groupByLength: grouped });
      assert.deepEqual(
        [...prepared.rowOrder(1)].sort((a, b) => a - b),
        [...lengths.keys()],
      );
      let cells = 0;
      for (const { input_ids: ids } of prepared.epoch(1))
        cells += (ids as number[][]).flat().filter((id) => id === 0).length;
      return cells;
    };
    assert.ok(padding(true) * 3 < padding(false), `${padding(true)} and ${padding(false)}`);
    const grouped = model.prepareTfDataset(data, { batchSize: 8, tokenizer, seed: 3, groupByLength: true });
    assert.equal(lengths[grouped.rowOrder(0)[0] ?? 0], 23);
  });
});

describe("errors say which row, and what to do", () => {
  const check = (data: AnyDataset, expected: object, options = {}): void => {
    assert.throws(() => model.prepareTfDataset(data, { tokenizer, ...options }), expected);
  };

  test("a text that is longer than the model", () => {
    check(rowsOf([3, 25]), {
      code: "row-invalid",
      row: 1,
      column: "input_ids",
      message: "`input_ids` of row 1 has 25 tokens, but this model has positions for 24.",
      hint: "Encode with `tokenizer.encode(…, { truncation: true, maxLength: 24 })`.",
    });
  });

  test("labels out of range, broken, missing or no numbers", () => {
    const labelled = (label: unknown[]): AnyDataset => Dataset.fromDict({ input_ids: label.map(() => [2, 3]), label });
    check(labelled([0, 3]), {
      code: "label-invalid",
      row: 1,
      message: /`label` of row 1 is 3, but the model has 3 classes: 0 to 2/,
    });
    check(labelled([-1, 1]), { code: "label-invalid", row: 0, hint: /numLabels/ });
    check(labelled([1, 0.5]), { code: "label-invalid", row: 1, hint: /numLabels: 1/ });
    check(labelled([1, null]), { code: "label-invalid", row: 1, message: /has no label/, hint: /filter/ });
    check(labelled(["good", "bad"]), { code: "label-invalid", row: 0, hint: /classEncodeColumn\("label"\)/ });
  });

  test("no column with tokens, no rows, ragged rows, another kind of data", () => {
    check(Dataset.fromDict({ text: ["Bom dia."], label: [1] }), {
      code: "column-missing",
      hint: /tokenizer\.encode\(row\.text, { truncation: true }\).*Available columns: text, label/,
    });
    check(rowsOf([3, 4]).select([]), { code: "data-empty", hint: /filter/ });
    check(rowsOf([3]).toList() as never, { message: /`dataset` must be a Dataset.*dataset\.train/ });
    check(rowsOf([3]), { message: /`batchSize` must be a whole number of at least 1, but got 0/ }, { batchSize: 0 });
    const ragged = model.prepareTfDataset(rowsOf([3, 4]), { shuffle: false });
    assert.throws(() => [...ragged], { code: "rows-ragged", column: "input_ids", hint: /Pass `tokenizer`/ });
    const wrong = model.prepareTfDataset(rowsOf([3]), { shuffle: false, collateFn: () => ({ ids: [] }) as never });
    assert.throws(() => [...wrong], { code: "batch-invalid", message: /without `input_ids`: ids/ });
  });

  test("data without labels cannot be fitted, but predicted", async () => {
    const unlabelled = Dataset.fromDict({ input_ids: [[2, 3]], score: [1] });
    const data = model.prepareTfDataset(unlabelled, { tokenizer, shuffle: false });
    model.compile({ optimizer: createOptimizer({ initLr: 1e-3, numTrainSteps: 1, numWarmupSteps: 0 }).optimizer });
    await assert.rejects(model.fit(data), {
      code: "labels-missing",
      hint: 'Rename the one that has them: `dataset.renameColumn("score", "labels")`. Columns: input_ids, score.',
    });
    await assert.rejects(model.evaluate(data), { code: "labels-missing" });
    const { logits, labels, loss } = await model.predict(data);
    assert.deepEqual(logits.dims, [1, 3]);
    assert.equal(labels ?? loss, undefined);
    await assert.rejects(model.fit(undefined as never), /`data` must be batches, but got undefined.*prepareTfDataset/);
    const tiny = model.prepareTfDataset(rowsOf([3, 4]), { batchSize: 4, tokenizer });
    await assert.rejects(model.fit(tiny), { code: "data-empty", hint: /dropRemainder/ });
  });
});

test("classes of a ClassLabel and bigints are labels", () => {
  const classes = new ClassLabel({ names: ["a", "b", "c"] });
  const data = Dataset.fromDict({ input_ids: [[2, 3]], label: [2] }).castColumn("label", classes);
  const [batch] = model.prepareTfDataset(data, { tokenizer, shuffle: false });
  assert.deepEqual(batch?.labels, [2]);
  const wide = Dataset.fromDict({ input_ids: [[2, 3]], label: [2] }).castColumn("label", new Value("int64"));
  assert.deepEqual([...model.prepareTfDataset(wide, { tokenizer, shuffle: false })][0]?.labels, [2]);
});
