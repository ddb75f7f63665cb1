// 2 · Loading and splitting data
//
// Generated from notebooks/02-datasets.ipynb by `caderno export`. Do not edit: change the notebook and export it again.
//
//     npx caderno exec scripts/02-datasets.ts            runs it; -p name=value sets a parameter
//     npx caderno exec scripts/02-datasets.ts --help     lists its parameters

import {
  Dataset,
  DatasetDict,
  barChart,
  classBalance,
  displayResult,
  failScript,
  lengthHistogram,
  lineChart,
  loadDataset,
  scriptParameters,
} from "caderno";
import { readFileSync } from "node:fs";

const parameter = scriptParameters({
  dataFile: { type: "string", default: "datasets/redacoes.csv" },
  testSize: { type: "number", default: 0.2 },
  seed: { type: "number", default: 42 },
});

// The cells stand in one function because a script of this project cannot await at its top level.
async function main(): Promise<void> {
// %% [markdown]
// # 2 · Loading and splitting data
//
// **Promise:** at the end of this chapter a file of 1,500 graded essays is a table that you understand, cut into a part to learn from and a part to be judged on, and you can say why the cut is fair.
//
// ![The course in ten chapters. You are at chapter 2.](../assets/figures/course-map-02.svg)
//
// | | |
// | --- | --- |
// | **You need** | TypeScript's basics: `const`, arrow functions, `await`. No machine learning yet. |
// | **Time** | 35 minutes to read and try, under a minute to run |
// | **Downloads** | none: the data is in this repository, and every cell works offline |
// | **Language** | the essays are in Portuguese; you do not need to read it to follow |

// %% [markdown]
// ## What you will be able to do
//
// 1. **Load** a CSV file into columns with types.
// 2. **Read** rows, columns and features, and know what each costs.
// 3. **Look** before you learn: the balance of the classes, the lengths, the duplicates.
// 4. **Compute** the two baselines that every later model has to beat.
// 5. **Split** the rows into train and test, with and without shuffling, and **spot** a split that lies.
// 6. **Repeat** any of it exactly, with a seed.

// %% [markdown]
// ## Where we come from
//
// A model that has never seen a graded essay can still be asked for a grade. That is zero-shot classification, the subject of chapter 1, and on essays its answers are hardly better than chance. To do better, a model needs examples: essays whose score we know. This chapter prepares them; the chapters after it turn them into numbers and train on them.

// %% [markdown]
// ## The whole game first
//
// Three calls do the chapter's work. Run the next two cells, look at the picture, and then we will take it apart.
//
// The first cell holds what you may want to vary. It is tagged `parameters`, so that the same notebook can be run from a terminal with other values: `npx caderno run notebooks/02-datasets.ipynb -p testSize=0.3`.

// %% tags=["parameters"]
const dataFile = parameter("dataFile", "datasets/redacoes.csv");
const testSize = parameter("testSize", 0.2);
const seed = parameter("seed", 42);

// %%
type Essay = { essay: string; score: number };
const essays = await loadDataset<Essay>("csv", { dataFiles: dataFile });
const whole = essays.train.trainTestSplit({ testSize, shuffle: false });

await displayResult(classBalance(
  { train: whole.train.column("score"), test: whole.test.column("score") },
  { className: "score", title: "Train and test hold the same mix of scores" },
));

// %% [markdown]
// Read it as a question: *if I learn from the blue bars, is it fair to be judged on the orange ones?* The heights are nearly the same, score by score, so yes. By the end you will have seen a split where they are not.

// %% [markdown]
// ## 1 · A dataset by hand
//
// Before 1,500 rows, three. A `Dataset` is a table that stores **columns**, not rows: all the texts together, then all the scores together. Python's `datasets` library does the same, and so does Apache Arrow, the format beneath both.

// %%
const tiny = Dataset.fromDict({
  essay: ["A água é de todos.", "Ler muda vidas.", "Sem título"],
  score: [7, 9, 0],
});
await displayResult(tiny);

// %% [markdown]
// The table shows each column with its type and its distribution. In a terminal, `console.log` prints the short form, the same as in Python:

// %%
console.log(tiny);

// %% [markdown]
// **What do you expect?** `tiny.at(0)` and `tiny.column("score")` both read from this table. Which of them gives a *row* and which gives *one kind of thing from all rows*? Write it down, then run.

// %%
console.log(tiny.at(0));
console.log(tiny.column("score"));
console.log(tiny.at(-1).essay);

// %% [markdown]
// A row is an object, a column is an array, and a negative position counts from the end. Reading a column touches only that column: when you need the scores of a million essays, the texts stay where they are.

// %% [markdown]
// ### The compiler knows the columns
//
// TypeScript took the names and types of the columns from the object. A misspelt name is an error *before* the cell runs. The next cell fails on purpose; it is tagged `raises-exception`, so a headless run expects it.

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(tiny.column("scroe"));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// Nothing was executed: the cell was refused, with the line, the column and the names that do exist. In Python the same slip would only show when the line runs, perhaps an hour into a training.
//
// The types help with the wrong *kind* too. A score is a number, so it has no length:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
const letters = tiny.at(0).score.length;
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// ## 2 · From a file
//
// ![A CSV file is read into columns; a Dataset is a view of them; a split is a view of some rows.](../assets/figures/02-file-to-splits.svg)
//
// Here is how the file begins, as text:

// %%
const text = readFileSync(dataFile, "utf8");
console.log(text.slice(0, 240), "…");

// %% [markdown]
// A header, then one essay in quotes with its score after it. So each essay is a line?
//
// **What do you expect?** Count the lines of the file. Will it be 1,501, one header and 1,500 essays?

// %%
const lines = text.trimEnd().split("\n");
console.log(`${lines.length} lines`);
console.log("The third line:", lines[2].slice(0, 60), "…");

// %% [markdown]
// Several times too many, and the third line is the middle of an essay. An essay has paragraphs, a paragraph ends in a line break, and inside quotes a line break is text like any other. Add commas inside the sentences and doubled quotes inside the quotations, and `split(",")` is hopeless.
//
// A CSV file needs a reader that knows the rules: what a quote opens, what closes it, and what a doubled one means. `loadDataset` has one, and says file, row and column when a file breaks them:

// %%
console.log(essays);
console.log(essays.train.features);

// %% [markdown]
// Two things to notice.
//
// - **A dictionary, not a table.** `loadDataset` always gives a `DatasetDict`: named tables. A single file lands in one called `train`, even before anybody has trained anything. That is Hugging Face's convention, and Python's `load_dataset` does the same.
// - **The types were inferred.** Nobody said that `score` is a whole number. The reader looked at the values and chose `int64`.
//
// | Python | TypeScript |
// | --- | --- |
// | `load_dataset("csv", data_files=f)` | `await loadDataset("csv", { dataFiles: f })` |
// | `ds["train"].features` | `ds.train.features` |
// | `ds["train"]["score"][0]` | `ds.train.column("score")[0]` |
// | `ds["train"].to_pandas()` | `await ds.train.toDataFrame()` |
// | `ds["train"].train_test_split(test_size=0.2, shuffle=False)` | `ds.train.trainTestSplit({ testSize: 0.2, shuffle: false })` |

// %% [markdown]
// One row, to see what a model will see:

// %%
const first = essays.train.at(0);
console.log(`Score ${first.score}\n`);
console.log(first.essay.slice(0, 300), "…");

// %% [markdown]
// The `train` in `essays.train` is a `Dataset` like the tiny one, so it shows itself in the same way:

// %%
await displayResult(essays.train);

// %% [markdown]
// ### When the file is not there
//
// Errors are part of a library's language. This cell asks for a file with a misspelt name:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(await loadDataset("csv", { dataFiles: "datasets/redacao.csv" }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// The first line says what was wrong and with which value; the second says what to do next.

// %% [markdown]
// ## 3 · Look before you learn
//
// A model will find every pattern in the data, the ones you want and the ones you do not. So look first. Three questions are always worth a picture: *how many of each class, how long, and what is there twice?*
//
// ### How many of each score?
//
// The scores go from 0 to 10. **What do you expect?** If every score were equally common, each would have about 136 essays. Will they be equal? If not, where is the peak, and at which end is the file thinner?

// %%
const scores = essays.train.column("score");
await displayResult(classBalance(scores, {
  className: "score",
  unit: "essays",
  title: "Most essays score 5 to 8; the ends are rare",
}));

// %% [markdown]
// The middle is crowded and the ends are almost empty, as with essays from a real exam. This has a consequence that is easy to forget: a model that never answers 0 or 10 is hardly ever punished for it.

// %% [markdown]
// ### The baselines
//
// What does a model have to beat? The cheapest "model" gives the same answer to everything. Its accuracy is the share of the commonest class:

// %%
const counts = new Map<number, number>();
for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);

const [commonest, count] = [...counts].sort((a, b) => b[1] - a[1])[0];
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
console.log(`Always answering ${commonest}: ${percent(count / scores.length)} right`);
console.log(`Guessing blindly among 11: ${percent(1 / 11)} right`);

// %% [markdown]
// Accuracy is coarse: an answer is right or wrong. Training uses the **cross-entropy** instead, the surprise at the true score, in nats: $-\ln p(\text{true score})$. A model that is sure and right pays 0; one that spreads its bets evenly over 11 scores pays $\ln 11 \approx 2.40$ on every essay.
//
// Whoever knows only how common each score is can do better than that, by betting in those proportions. That loss is the **entropy** of the scores:
//
// $$H = -\sum_{k=0}^{10} p_k \ln p_k$$

// %%
let entropy = 0;
for (const n of counts.values()) {
  const p = n / scores.length;
  entropy -= p * Math.log(p);
}
console.log(`Even bets:          ${Math.log(11).toFixed(3)} nats`);
console.log(`Bets by frequency:  ${entropy.toFixed(3)} nats`);

// %% [markdown]
// Keep the second number. A model whose validation loss ends above it has learned less than a tally of the scores. (The data card, `datasets/redacoes.md`, has one more figure to beat: a model that sees only lengths and punctuation.)

// %% [markdown]
// ### How long are the essays?
//
// Models read a limited number of tokens, often 512, and what comes after is cut off. Words are not tokens yet (that is chapter 3), but Portuguese needs roughly 1.3 to 1.5 tokens a word with a multilingual vocabulary, so 350 words is a useful warning line.
//
// **What do you expect?** The official exam asks for at most 30 handwritten lines. How many words is that, and how many essays go beyond the line?

// %%
const countWords = (text: string) => text.split(/\s+/).length;
const wordCounts = essays.train.column("essay").map(countWords);
await displayResult(lengthHistogram(wordCounts, {
  unit: "words",
  of: "essays",
  cut: 350,
  title: "Nearly every essay fits; the longest may be cut",
}));

// %% [markdown]
// Only the right tail is in danger. Chapter 3 will count real tokens and decide what to do with it.
//
// Are longer essays better? A **DataFrame** answers questions of the kind "group by this, average that". `toDataFrame()` gives one from danfo.js, which has the calls of Python's pandas:

// %%
const frame = await essays.train.toDataFrame();
frame.addColumn("words", wordCounts, { inplace: true });
frame.head(3).print();
await displayResult(frame.loc({ columns: ["score", "words"] }).describe().print());

// %%
const byScore = frame.groupby(["score"]).col(["words"]).mean();
byScore.sortValues("score", { inplace: true });
const rows = byScore.values as [score: number, words: number][];
const meanWords = new Map(
  rows.map(([score, words]) => [String(score), Math.round(words)]),
);
await displayResult(barChart(meanWords, {
  title: "Better essays are longer on average",
  labelTitle: "score",
  valueTitle: "mean length (words)",
}));

// %% [markdown]
// The bars rise, so length says *something* about the score. It is also a trap: a model can learn "long is good" and stop there. Remember this picture when you judge a model in chapter 5, and ask what it says about two essays of the same length.

// %% [markdown]
// ### Is anything there twice?
//
// If the same essay stands in train *and* in test, the test measures memory. Count the distinct texts:

// %%
const keyOf = (essay: string) => essay.trim().toLowerCase();
const distinct = new Set(essays.train.column("essay").map(keyOf));
console.log(`${essays.train.numRows} rows, ${distinct.size} distinct texts`);

// %% [markdown]
// No essay is there twice. That is a property of this file and not of files in general: scraped data is full of copies, and this check takes two lines.
//
// > ✏️ **Try it 1.** Exact copies are the easy case. Let `keyOf` return the first sentence only, `essay.split(".")[0]`, and run the cell again. How many essays open with a sentence that another essay opens with? Would that worry you?

// %% [markdown]
// ## 4 · Splitting
//
// A student who has seen the exam proves nothing by passing it. So some rows are put away before any learning starts: the **test** split. What is left is **train**.
//
// By hand first, on ten rows whose essay is just a letter:

// %%
const ten = Dataset.fromDict({
  essay: [..."ABCDEFGHIJ"],
  score: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
});
const cut = ten.trainTestSplit({ testSize: 0.2, shuffle: false });
console.log("train", cut.train.column("essay").join(" "));
console.log("test ", cut.test.column("essay").join(" "));

// %% [markdown]
// Without shuffling, the last fifth becomes the test. It repeats exactly, everywhere, with nothing to remember, and the original course did it this way.
//
// **What do you expect?** Suppose that somebody had sorted the file by score, to be tidy. What would such a test split hold?

// %%
const sorted = essays.train.sort("score");
const lying = sorted.trainTestSplit({ testSize, shuffle: false });
await displayResult(classBalance(
  { train: lying.train.column("score"), test: lying.test.column("score") },
  { className: "score", title: "Sorted: the test asks for what train has hardly seen" },
));

// %% [markdown]
// Train holds no 9, no 10 and few 8s; the test holds nothing else. A model would fail here, and the reason would not be the model. Nothing in the code warns you; only the picture does.
//
// Shuffling before the cut repairs it:

// %%
const fair = sorted.trainTestSplit({ testSize, seed });
await displayResult(classBalance(
  { train: fair.train.column("score"), test: fair.test.column("score") },
  { className: "score", title: "Shuffled before the cut: the two agree again" },
));

// %% [markdown]
// > ✏️ **Try it 2.** Set `testSize` to `0.02` in the first cell and run everything. Thirty test essays: which bars disagree now, and would you trust an accuracy measured on them?

// %% [markdown]
// ### The same seed, the same rows
//
// `seed` decides the order. The same seed gives the same rows on every machine, and in Python's `datasets` too, because both use NumPy's generator (PCG64).

// %%
const again = sorted.trainTestSplit({ testSize, seed });
const other = sorted.trainTestSplit({ testSize, seed: seed + 1 });
const texts = (split: Dataset<Essay>) => split.column("essay");

const same = texts(fair.test).join() === texts(again.test).join();
const others = new Set(texts(other.test));
const shared = texts(fair.test).filter((essay) => others.has(essay)).length;
console.log(`Seed ${seed} twice: ${same ? "the same rows, same order" : "other rows"}`);
console.log(`Seeds ${seed} and ${seed + 1}: ${shared} of ${fair.test.numRows} in common`);

// %% [markdown]
// Two random fifths of the same file should share a fifth of their rows, and so they do, nearly. And within one split, nothing may be shared at all:

// %%
const trained = new Set(fair.train.column("essay"));
const leaked = fair.test.column("essay").filter((essay) => trained.has(essay));
console.log(`${fair.train.numRows} + ${fair.test.numRows} rows, ${leaked.length} in both splits`);

// %% [markdown]
// ### How much is luck?
//
// A different seed gives a different test, so any number measured on it moves a little. How much? **What do you expect:** over 50 seeds, between which values does the share of the commonest score in the test vary? Half a percentage point, or five?

// %%
const shares: number[] = [];
for (let trial = 0; trial < 50; trial++) {
  const { test } = essays.train.trainTestSplit({ testSize, seed: trial });
  const hits = test.column("score").filter((score) => score === commonest);
  shares.push(hits.length / test.numRows);
}
await displayResult(lineChart(shares, {
  title: "One score's share of the test, for 50 seeds",
  x: shares.map((_, trial) => trial),
  xTitle: "seed",
  yTitle: `share of score ${commonest}`,
  format: "percent",
}));

// %%
const average = (list: number[]) => list.reduce((a, b) => a + b) / list.length;
const mean = average(shares);
const deviation = Math.sqrt(average(shares.map((share) => (share - mean) ** 2)));
console.log(`mean ${percent(mean)}, standard deviation ${percent(deviation)}`);
console.log(`from ${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}`);

// %% [markdown]
// Several points, from luck alone. So when two models differ by one point of accuracy on 300 essays, the difference may be the split and not the model. We will meet this again in chapter 5, with confidence intervals.
//
// > ✏️ **Try it 3.** Change `testSize` in the loop from `testSize` to `0.5`. Does the band get wider or narrower? Why does it not come for free?

// %% [markdown]
// ## 5 · Names for the next chapters
//
// The splits go into a dictionary of our own, with the names that the course has always used: *treino* and *teste*. Any names will do; the compiler learns them.

// %%
const dados = new DatasetDict({ treino: whole.train, teste: whole.test });
console.log(dados);
console.log(dados.teste.at(0).score);

// %% [markdown]
// This is what chapter 3 starts from. Nothing was copied on the way: `treino` and `teste` are two views of the columns that were read at the top.

// %% [markdown]
// ## Quiz
//
// Decide first, then open the answer.
//
// **1. What does `loadDataset("csv", { dataFiles: "one.csv" })` give?**
//
// <details><summary>a) A Dataset</summary>No. Even a single file comes in a dictionary, so that code for one file and code for many is the same.</details>
// <details><summary>b) A DatasetDict with one split called train</summary>Yes. It is Hugging Face's convention; <code>split: "train"</code> asks for the table itself.</details>
// <details><summary>c) A DatasetDict with train and test</summary>No. Nobody has split anything yet. That is <code>trainTestSplit</code>.</details>
//
// **2. Why does counting line breaks not count essays?**
//
// <details><summary>a) Because of the header</summary>That would be one too many, not thousands.</details>
// <details><summary>b) Because a quoted field may hold line breaks</summary>Yes. Paragraphs end in line breaks, and inside quotes they are part of the text.</details>
// <details><summary>c) Because the file uses Windows line ends</summary>It does not, and that would not change the count of <code>\n</code>.</details>
//
// **3. A model's validation loss is above the entropy of the scores. What has it learned?**
//
// <details><summary>a) Nothing useful yet</summary>Yes. Betting by frequency alone would do better.</details>
// <details><summary>b) To answer the commonest score</summary>That needs no text either, and betting by frequency still pays less on average.</details>
// <details><summary>c) It cannot happen</summary>It can: being sure and wrong costs more than not knowing.</details>
//
// **4. When is <code>shuffle: false</code> safe?**
//
// <details><summary>a) Never</summary>It is safe when the order of the rows means nothing.</details>
// <details><summary>b) When the file was already in random order</summary>Yes, as ours is. The picture at the top is the check.</details>
// <details><summary>c) When the test is small</summary>A small test is more exposed to order, not less.</details>
//
// **5. Two people use the same seed but different <code>testSize</code>. Do they test on the same rows?**
//
// <details><summary>a) Yes, the seed decides</summary>The seed decides the order; the size decides where it is cut.</details>
// <details><summary>b) Not the same set, though the smaller may lie within the larger</summary>Yes. The test is taken from the front of one shuffled order, so a smaller test is the beginning of a larger one.</details>
// <details><summary>c) No rows in common</summary>They start from the same order, so they share rows.</details>
//
// **6. Why look for duplicates before splitting and not after?**
//
// <details><summary>a) It is faster</summary>It takes the same two lines either way.</details>
// <details><summary>b) A copy in both splits makes the test a memory test</summary>Yes. After the split the damage is done and looks like a good score.</details>
// <details><summary>c) The reader removes them anyway</summary>No reader does. A row twice may be right, and only you can know.</details>

// %% [markdown]
// ## An open question
//
// Take a table of your own: reviews, messages, lab notes, anything with a text and a label. Load it, draw its classes and its lengths, and look for what is there twice. Is there a column that gives the answer away, such as a date, an author or a file name? How would you split so that no author is on both sides?

// %% [markdown]
// ## Summary
//
// | question | call | what we saw |
// | --- | --- | --- |
// | what is in the file? | `loadDataset`, `.features`, `.at`, `.column` | two columns, `string` and `int64`, in one `DatasetDict` |
// | how many of each? | `classBalance` | a crowded middle, thin ends |
// | what must be beaten? | eleven counts | the entropy of the scores, and the share of the commonest |
// | how long? | `lengthHistogram` | few essays near the limit; longer goes with better |
// | is the split fair? | `trainTestSplit` + `classBalance` | fair in file order, a disaster when sorted, fair when shuffled |
// | can it be repeated? | `seed` | the same rows here and in Python |
//
// - A `Dataset` stores columns; rows and splits are views.
// - The compiler knows the columns; a wrong name never runs.
// - Entropy of the labels is the loss to beat; the commonest class is the accuracy to beat.
// - A split is fair when train and test look alike; only a picture shows it.
// - On 300 test rows, a few points are luck.

// %% [markdown]
// ## Limits, and harm that could be done
//
// - **The essays are synthetic.** A grammar wrote them, with faults on purpose, so that this course can be given away. A model trained on them knows the grammar's habits, not students.
// - **A score is not a person.** Even with real essays, a model that has learned "long, with rare connectives" rewards a style that some schools teach and others do not. Do not grade people with it.
// - **One language, one genre.** Nothing measured here says anything about other texts.
//
// The card beside the data, `datasets/redacoes.md`, says how the file was made, its balance and its known faults.
//
// ## Next, and further reading
//
// Chapter 3 turns these texts into tokens. Until then:
//
// - The source of this chapter's calls: `src/datasets/` and `src/plots/`, each file short enough to read.
// - Hugging Face, *Datasets* documentation: <https://huggingface.co/docs/datasets>
// - Gebru et al., *Datasheets for Datasets*, 2021: <https://arxiv.org/abs/1803.09010>
// - RFC 4180, what a CSV file is: <https://www.rfc-editor.org/rfc/rfc4180>

}

main().catch(failScript);
