/** @file Our side of the bench of datasets, on what `npm run build` made: `datasets-ours.ts FOLDER` prints its figures in JSON. */
import { join } from "node:path";
import { loadDataset } from "caderno";
import type { SideFigures, STEPS } from "./datasets-steps";

type Row = { id: number; text: string; score: number; label: string };

async function main(folder: string): Promise<void> {
  const seconds: SideFigures["seconds"] = {};
  const timed = async <Result>(step: (typeof STEPS)[number], work: () => Result | Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const result = await work();
    seconds[step] = (performance.now() - started) / 1000;
    return result;
  };
  const loadFromCacheFile = false;
  const csv = join(folder, "rows.csv");
  const rows = await timed("load csv", () => loadDataset<Row>("csv", { dataFiles: csv, split: "train" }));
  await timed("filter", () => rows.filter((row) => row.score > 5, { loadFromCacheFile }));
  await timed("sort", () => rows.sort("score").at(0));
  const ids = new Map<string, number>();
  const encode = (text: string): number[] =>
    text
      .toLowerCase()
      .split(" ")
      .map((word) => {
        const known = ids.get(word);
        if (known !== undefined) return known;
        ids.set(word, ids.size);
        return ids.size - 1;
      });
  await timed("map batched", () =>
    rows.map((batch: { text: string[] }) => ({ input_ids: batch.text.map(encode) }), {
      batched: true,
      loadFromCacheFile,
    }),
  );
  await timed("shuffle and iterate", () => {
    let characters = 0;
    for (const row of rows.shuffle({ seed: 42 })) characters += row.text.length;
    return characters;
  });
  const parquet = join(folder, "ours.parquet");
  await timed("write parquet", () => rows.toParquet(parquet));
  await timed("load parquet", () => loadDataset("parquet", { dataFiles: parquet, split: "train" }));
  const figures: SideFigures = { seconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
  console.log(JSON.stringify(figures));
}

main(process.argv[2] ?? ".").catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
