/** @file How the types of datasets flow. Never run: typed-use.test.ts and `npm run types` compile it. */
import { concatenateDatasets, Dataset, DatasetDict, Features, loadDataset, type SplitFiles, Value } from "caderno";

interface Essay {
  essay: string;
  score: number;
}

export async function typedUse(): Promise<void> {
  const essays = await loadDataset<Essay>("csv", { dataFiles: "essays.csv" });
  const scores: number[] = essays.train.column("score");
  const first: Essay = essays.train.at(0);
  for (const row of essays.train) row.essay.toUpperCase();
  const names: ("essay" | "score")[] = essays.train.columnNames;
  const dtype: string = essays.train.features.score.dtype;
  // @ts-expect-error There is no such column.
  essays.train.column("scroe");
  // @ts-expect-error Scores are numbers.
  const texts: string[] = essays.train.column("score");
  // @ts-expect-error There is no such split.
  essays.test.numRows;
  // @ts-expect-error There is no such feature.
  essays.train.features.text.dtype;

  const parts = essays.train.trainTestSplit({ testSize: 0.2, shuffle: false, seed: 42 });
  const dict = new DatasetDict({ treino: parts.train, teste: parts.test });
  const score: number = dict.teste.at(-1).score;
  const rows: { treino: number; teste: number } = dict.numRows;
  const keys: ("treino" | "teste")[] = dict.keys();
  const named: DatasetDict<{ treino: Dataset<Essay>; teste: Dataset<Essay> }> = dict;
  // @ts-expect-error The dict was made with other names.
  dict.train.numRows;
  // @ts-expect-error There is no such option.
  essays.train.trainTestSplit({ test_size: 0.2 });

  const one: Dataset<Essay> = await loadDataset<Essay>("csv", { dataFiles: ["a.csv", "b.csv"], split: "train" });
  const two = await loadDataset("csv", { dataFiles: { train: "a.csv", test: ["b.csv"] } });
  const cell: unknown = two.test.column("anything")[0];
  // @ts-expect-error Only the named splits are there.
  two.validation.numRows;
  const three = await loadDataset<Essay, SplitFiles<"a" | "b">>("csv", { dataFiles: { a: "a.csv", b: "b.csv" } });
  three.b.at(0).essay.trim();
  const path: string = process.argv[2] ?? "";
  (await loadDataset("csv", { dataFiles: path })).train.column("score");
  // @ts-expect-error There is no such format.
  await loadDataset("xml", { dataFiles: path });

  const made = Dataset.fromDict({ text: ["a"], stars: [5] });
  const stars: number[] = made.column("stars");
  const list: { text: string; stars: number }[] = made.toList();
  const columns: { text: string[]; stars: number[] } = made.toDict();
  const sentence: string = Dataset.fromList([{ sentence: "a" }])
    .select([0])
    .slice(0, 1)
    .at(0).sentence;
  const features = new Features({ text: new Value("string") });
  features.text.dtype;
  // @ts-expect-error There is no such type.
  new Value("int65");
  const frame = await made.toDataFrame();
  const shape: number[] = frame.shape;
  frame.head(3).print();
  const anyDataset: Dataset = made;
  void [scores, first, names, dtype, texts, score, rows, keys, named, one, cell, stars, list, columns, sentence, shape];
  void anyDataset;
}

export async function typedMethods(): Promise<void> {
  const dict = await loadDataset<Essay>("csv", { dataFiles: "essays.csv" });
  const essays = dict.train;
  const lengths = await essays.map((row) => ({ length: row.essay.length }), { removeColumns: ["essay"] });
  const length: number = lengths.at(0).length;
  const score: number = lengths.at(0).score;
  // @ts-expect-error The essay is gone.
  lengths.column("essay");
  const both = await lengths.map(async (row) => ({ score: String(row.score) }));
  const text: string = both.column("score")[0] ?? "";
  const kept: number[] = both.column("length");
  const tokens = await essays.map((batch) => ({ input_ids: batch.essay.map((essay) => [essay.length]) }), {
    batched: true,
    removeColumns: ["essay", "score"],
  });
  const ids: number[][] = tokens.column("input_ids");
  // @ts-expect-error Scores were removed as well.
  tokens.column("score");
  const placed = await essays.map((row, index) => ({ place: index + row.score }), { withIndices: true });
  const place: number[] = placed.column("place");
  const placedBatches = await essays.map((batch, rows) => ({ row: rows, first: batch.essay }), {
    batched: true,
    withIndices: true,
    batchSize: null,
  });
  const row: number = placedBatches.at(0).row;
  const chosen = await essays.map((essay, score) => ({ line: essay.trim() + score.toFixed() }), {
    inputColumns: ["essay", "score"],
  });
  const line: string = chosen.at(0).line;
  const scaled = await essays.map((row, kwargs) => ({ scaled: row.score * kwargs.factor }), {
    fnKwargs: { factor: 2 },
  });
  const factor: number = scaled.at(0).scaled;
  const unchanged = await essays.map((row) => console.log(row.essay));
  const still: Dataset<Essay> = unchanged;
  // @ts-expect-error There is no such option.
  await essays.map((row) => ({ length: row.essay.length }), { remove_columns: ["essay"] });
  // @ts-expect-error There is no such column to remove.
  await essays.map((row) => ({ length: row.essay.length }), { removeColumns: ["text"] });
  // @ts-expect-error Rows have no such column.
  await essays.filter((row) => row.text !== "");
  const good: Dataset<Essay> = await essays.filter((row) => row.score > 5);
  const batchGood: Dataset<Essay> = await essays.filter((batch) => batch.score.map((value) => value > 5), {
    batched: true,
  });

  const renamed = essays.renameColumn("essay", "text");
  const texts: string[] = renamed.column("text");
  // @ts-expect-error It has a new name.
  renamed.column("essay");
  const labels: number[] = essays.renameColumns({ score: "label" }).column("label");
  const only: { score: number } = essays.removeColumns("essay").at(0);
  // @ts-expect-error Only the score is left.
  essays.selectColumns(["score"]).column("essay");
  const added: boolean[] = essays.addColumn("long", [true]).column("long");
  const different: number[] = essays.unique("score");
  // @ts-expect-error There is no such column to sort by.
  essays.sort("scroe");
  for (const batch of essays.sort(["score", "essay"], { reverse: [true, false] }).iter({ batchSize: 2 })) {
    batch.score.map((value) => value.toFixed());
  }
  const all: Dataset<Essay> = concatenateDatasets([essays, good]);

  const mapped = await dict.map((row) => ({ length: row.essay.length }), { removeColumns: ["essay"] });
  const mappedLength: number = mapped.train.at(0).length;
  // @ts-expect-error The essay is gone from every split.
  mapped.train.column("essay");
  const sorted: number[] = dict.renameColumn("score", "label").sort("label").train.column("label");
  const bare = dict.removeColumns(["essay"]).train;
  // @ts-expect-error Removed.
  bare.column("essay");
  const filtered: Dataset<Essay> = (await dict.filter((row) => row.score > 1)).shuffle({ seed: 1 }).train;
  void [
    length,
    score,
    text,
    kept,
    ids,
    place,
    row,
    line,
    factor,
    still,
    batchGood,
    texts,
    labels,
    only,
    added,
    different,
  ];
  void [all, mappedLength, sorted, filtered];
}
