/** @file How the types of datasets flow. Never run: typed-use.test.ts and `npm run types` compile it. */
import { Dataset, DatasetDict, Features, loadDataset, type SplitFiles, Value } from "caderno";

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
