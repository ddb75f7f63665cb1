// 4 · From scores to classes
//
// Generated from notebooks/04-class-labels.ipynb by `caderno export`. Do not edit: change the notebook and export it again.
//
//     npx caderno exec scripts/04-class-labels.ts            runs it; -p name=value sets a parameter
//     npx caderno exec scripts/04-class-labels.ts --help     lists its parameters

import {
  ClassLabel,
  Dataset,
  DatasetDict,
  barChart,
  classBalance,
  displayResult,
  failScript,
  lineChart,
  loadDataset,
  loadFromDisk,
  scriptParameters,
} from "caderno";
import { readFileSync, readdirSync } from "node:fs";

const parameter = scriptParameters({
  dataFile: { type: "string", default: "datasets/redacoes.csv" },
  testSize: { type: "number", default: 0.2 },
  seed: { type: "number", default: 42 },
  saveTo: { type: "string", default: "build/redacoes-classes" },
});

// The cells stand in one function because a script of this project cannot await at its top level.
async function main(): Promise<void> {
// %% [markdown]
// # 4 · From scores to classes
//
// **Promise:** at the end of this chapter the scores are classes that have names, every class has its share of the test, and the finished data lies in a folder that this library and Python both open.
//
// ![The course in ten chapters. You are at chapter 4.](../assets/figures/course-map-04.svg)
//
// | | |
// | --- | --- |
// | **You need** | chapter 2: `loadDataset`, columns, splits. Chapter 3 is not needed here. |
// | **Time** | 30 minutes to read and try, under a minute to run |
// | **Downloads** | none: the data is in this repository, and every cell works offline |
// | **Data** | `datasets/redacoes.csv`, 1,500 synthetic essays in Portuguese, scores 0 to 10; its card is `datasets/redacoes.md` |

// %% [markdown]
// ## What you will be able to do
//
// 1. **List** the values of a column and decide what the classes are.
// 2. **Name** classes with `ClassLabel`, and **translate** between names and numbers.
// 3. **Map** and **cast** a column, and say which mistake each of the two catches.
// 4. **Recognise** two ways to number classes wrongly that raise no error.
// 5. **Split** so that rare classes get their share.
// 6. **Save** the finished data set and **open** it again.

// %% [markdown]
// ## Where we come from
//
// Chapter 2 loaded 1,500 graded essays and cut them into *treino* and *teste*. Chapter 3 turned texts into numbers. What is left is the answer that a model has to give. A classifier does not answer "about 7": it gives one number for each class, and somebody has to say which class stands at which place. That somebody is a `ClassLabel`.

// %% [markdown]
// ## The whole game first
//
// Rename, cast, look. Run the next two cells, and then we will take them apart.

// %% tags=["parameters"]
const dataFile = parameter("dataFile", "datasets/redacoes.csv");
const testSize = parameter("testSize", 0.2);
const seed = parameter("seed", 42);
const saveTo = parameter("saveTo", "build/redacoes-classes");

// %%
type Essay = { essay: string; score: number };
const essays = await loadDataset<Essay>("csv", { dataFiles: dataFile });
const parts = essays.train.trainTestSplit({ testSize, shuffle: false });
const dados = new DatasetDict({ treino: parts.train, teste: parts.test });

const scores = new ClassLabel({ numClasses: 11 });
const quick = dados.renameColumn("score", "label").castColumn("label", scores);
console.log(quick.treino.features);

// %%
await displayResult(classBalance(
  { treino: quick.treino.column("label"), teste: quick.teste.column("label") },
  { className: "score", classNames: scores.names, unit: "essays" },
));

// %% [markdown]
// The column is still a list of whole numbers. What changed is its **type**: `ClassLabel(names=['0', …, '10'])` says that there are eleven classes and what each is called. The bars took their names from it. Everything later reads it too: the model asks it how many outputs to have, and the reports ask it what to call them.

// %% [markdown]
// ## 1 · Which values are there?
//
// Before naming classes, look at what has to be named. `unique` gives each value once, in the order in which it comes first. For a dictionary it answers split by split.
//
// **What do you expect?** The test holds 300 essays, and the rarest score has 11 essays of 1,500. Will all eleven scores be in *teste*?

// %%
const found = dados.unique("score");
const ascending = (values: number[]) => [...values].sort((a, b) => a - b).join(" ");
console.log("treino, as they come:", found.treino.join(" "));
console.log("treino, sorted:      ", ascending(found.treino));
console.log("teste, sorted:       ", ascending(found.teste));

// %% [markdown]
// All eleven are in both. That was likely, not certain: a class can be missing from a small split, and then a `ClassLabel` made from that split alone would have ten classes. So make it from what you *know* (scores go from 0 to 10), and use `unique` to check.
//
// The column's type knows less than you do:

// %%
console.log(dados.treino.features.score);

// %% [markdown]
// `Value('int64')`: any whole number, also 11, also -3. A typing mistake in the file would pass as a score.

// %% [markdown]
// ## 2 · Names and numbers, by hand
//
// A tiny `ClassLabel` with three names. The first name is class 0, the second class 1, and so on.

// %%
const mood = new ClassLabel({ names: ["ruim", "bom", "ótimo"] });
console.log(mood);
console.log(mood.str2int("bom"), mood.str2int(["ótimo", "ruim"]));
console.log(mood.int2str(1), mood.int2str([2, 0]));
console.log(mood.numClasses, "classes");

// %% [markdown]
// `str2int` goes from name to number, `int2str` back. Why numbers at all? Because the place *is* the number: a model with three outputs gives a list of three, and the true class is the index into that list.
//
// ### A name that is not there

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(mood.str2int("péssimo"));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// A misspelt name is an error and not a new class. That is worth something: a file with `bom`, `Bom` and `bom.` would otherwise train a model with five classes, two of them typing mistakes.
//
// ### The compiler knows which way round
//
// `str2int` takes a name. A number is refused before the cell runs; the next cell fails on purpose.

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(mood.str2int(2));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// ## 3 · Mapping and casting
//
// The course does it in two steps, and so will we, because each step has its own job.
//
// | step | job | what it catches |
// | --- | --- | --- |
// | `map` | compute the class number of each row | a value without a name |
// | `castColumn` | give the column its type | a number without a class |
//
// **What do you expect?** After the `map`, what is the type of the new column `label`: `ClassLabel` or `int64`?

// %%
const mapped = await dados.map(
  (row) => ({ label: scores.str2int(String(row.score)) }),
  { removeColumns: ["score"] },
);
console.log(mapped.treino.features);

// %% [markdown]
// `int64`. The function returned numbers, and numbers is all that the library saw; that they were class numbers was known only to us. The cast writes it down:

// %%
const ready = mapped.castColumn("label", scores);
console.log(ready);
console.log(ready.treino.features.label);

// %% [markdown]
// Here the class number and the score are the same, because the classes are called 0 to 10 and stand in that order. So was the `map` a detour? For this file, yes: `castColumn` alone would have given the same column, as it did at the top. Check it rather than believe it:

// %%
const same = (a: number[], b: number[]) => a.every((value, i) => value === b[i]);
console.log(same(ready.treino.column("label"), quick.treino.column("label")));
console.log(same(ready.treino.column("label"), dados.treino.column("score")));

// %% [markdown]
// It is no detour in general, as section 4 shows.
//
// ### What the model will ask
//
// A model stores the names beside its weights, in two tables called `id2label` and `label2id`. Both come from the `ClassLabel` of the column, so the model and the data cannot disagree.
//
// The compiler wants to hear one thing first. A column of numbers may be of plain numbers or of classes, and only the second has names; `instanceof` tells them apart, for the compiler and at run time.

// %%
function classesOf(feature: unknown): ClassLabel {
  if (feature instanceof ClassLabel) return feature;
  throw new TypeError("This column has no classes: cast it to a ClassLabel first.");
}

const { names, numClasses } = classesOf(ready.treino.features.label);
const id2label = Object.fromEntries(names.map((name, id) => [id, name]));
const label2id = Object.fromEntries(names.map((name, id) => [name, id]));
console.log("outputs:", numClasses);
console.log("id2label:", JSON.stringify(id2label));
console.log("label2id:", JSON.stringify(label2id));

// %% [markdown]
// > ✏️ **Try it 1.** Add a sixth name to a copy of `mood`, with a capital letter and a space at its end: `"Bom "`. What does `str2int("Bom")` say? And `str2int(" bom ")`?
//
// | Python | TypeScript |
// | --- | --- |
// | `ds["train"].unique("score")` | `ds.train.unique("score")` |
// | `ClassLabel(names=["a", "b"])` | `new ClassLabel({ names: ["a", "b"] })` |
// | `label.str2int("a")`, `label.int2str(0)` | the same |
// | `label.num_classes` | `label.numClasses` |
// | `ds.cast_column("label", label)` | `ds.castColumn("label", label)` |
// | `ds.class_encode_column("score")` | `ds.classEncodeColumn("score")` |
// | `ds.train_test_split(stratify_by_column="label")` | `ds.trainTestSplit({ stratifyByColumn: "label" })` |

// %% [markdown]
// ## 4 · Three ways to go wrong
//
// The first is loud. The other two are silent, and silent is worse.
//
// ### Loud: free numbers are not classes
//
// The exam's own scale goes from 0 to 1000. Somebody casts it directly:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
const exam = Dataset.fromDict({ points: [640, 880, 400] });
// @ts-ignore: this cell fails on purpose.
await displayResult(exam.castColumn("points", scores));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// The cast refuses, and names the column, the row and the value. A number is a class only if it counts classes. The repair is a `map` that says how points become classes:

// %%
const points = Dataset.fromDict({ points: [640, 880, 400] });
const rounded = await points.map((row) => ({ label: Math.round(row.points / 100) }));
console.log(rounded.castColumn("label", scores).toList());

// %% [markdown]
// 640 became class 6 and 880 became class 9. The rounding is now a line that somebody can read and argue about.
//
// ### Silent: counting from one
//
// Reviews have one to five stars. Five names, five numbers:
//
// **What do you expect?** Which name does the review with four stars get?

// %%
const words = ["péssimo", "ruim", "regular", "bom", "ótimo"];
const starNames = new ClassLabel({ names: words });
const reviews = Dataset.fromDict({ stars: [1, 4, 2, 3] });
const shifted = reviews.castColumn("stars", starNames);
console.log(starNames.int2str(shifted.column("stars")));

// %% [markdown]
// Four stars are *ótimo*, and one star is *ruim*: every name is one too high, because classes count from zero and stars from one. No error, since 1 to 4 are all numbers of classes. Only a row with five stars would have been refused, and there was none. A model trained on this is exactly as good as before and says the wrong word every time.
//
// Going through the names makes the slip impossible, because a number is never taken for a place:

// %%
const byName = await reviews.map((row) => ({
  stars: starNames.str2int(words[row.stars - 1]),
}));
const right = byName.castColumn("stars", starNames);
console.log(starNames.int2str(right.column("stars")));

// %% [markdown]
// ### Silent: names in the order of texts
//
// `classEncodeColumn` makes the `ClassLabel` itself, from the values that it finds. One call, no names to type.
//
// **What do you expect?** It sorts the names as *texts*. Which class number does the score 10 get?

// %%
const encoded = dados.treino.classEncodeColumn("score");
const asTexts = classesOf(encoded.features.score);
console.log(asTexts);
console.log("score 10 is class", asTexts.str2int("10"));

// %% [markdown]
// Class 2, between 1 and 3: as a text, "10" comes before "2". This is not wrong by itself. The names travel with the column, and whoever asks the column for names gets the right ones:

// %%
await displayResult(classBalance(encoded.column("score"), {
  className: "score, in class order",
  classNames: asTexts.names,
  unit: "essays",
  title: "The tenth score stands third: names are sorted as texts",
}));

// %% [markdown]
// It becomes wrong as soon as somebody takes the class number for the score, for instance to average it:

// %%
const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const truth = dados.treino.column("score");
const numbers = encoded.column("score");
const moved = truth.filter((score, row) => score !== numbers[row]).length;
console.log(`mean of the scores:        ${mean(truth).toFixed(2)}`);
console.log(`mean of the class numbers: ${mean(numbers).toFixed(2)}`);
console.log(`rows where the two differ: ${moved} of ${truth.length}`);

// %% [markdown]
// The mean is off by nearly a point, almost every row has changed, and nothing complained. Use `classEncodeColumn` for words without an order (*política*, *esporte*, *saúde*). For anything with an order, write the names yourself.
//
// > ✏️ **Try it 2.** Let the scores be written with two digits before encoding: `String(row.score).padStart(2, "0")`. In which order do the names come now? Why is that a repair and not only a trick?

// %% [markdown]
// ## 5 · What classes forget
//
// Classes have names but no distance. To a classifier, a 9 given for a 10 is exactly as wrong as a 0 given for a 10. The order that we were so careful with in section 4 plays no part in its loss.
//
// So what should be measured? Take the cheapest model again, which gives one answer to everything, and judge each possible answer twice: how often is it exactly right, and how far is it off on average?
//
// Compare two of them. **What do you expect?** More essays score 8 than 5. Is always answering 8 also *nearer* to the truth, on average, than always answering 5?

// %%
const answers = scores.names.map((_, answer) => answer);
const exact = answers.map((answer) => mean(truth.map((s) => Number(s === answer))));
const distances = answers.map((answer) => truth.map((s) => Math.abs(s - answer)));
const near = distances.map((list) => mean(list.map((d) => Number(d < 2))));
const off = distances.map(mean);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7);
console.log("answer    right  within 1  mean distance");
for (const answer of answers) {
  const shares = `${percent(exact[answer])}  ${percent(near[answer])}`;
  const distance = off[answer].toFixed(2).padStart(14);
  console.log(String(answer).padStart(6), shares, distance);
}

// %%
await displayResult(barChart(new Map(answers.map((answer) => [String(answer), off[answer]])), {
  title: "Answering 5 is nearer on average than answering 8",
  labelTitle: "the one answer",
  valueTitle: "mean distance (points)",
}));

// %% [markdown]
// It is not. Answering 8 is right for 18.5 % of the essays against 13.0 %, and yet it is 2.09 points off on average against 1.77: where it is wrong, it is further off. By "within 1" even the winner changes: 7 covers 61.7 %, the commonest score 6 only 56.2 %.
//
// So a baseline belongs to a measure. Keep three: always answering 6 is right for 25.7 % of *treino* and 1.42 points off; always answering 7 is within one point for 61.7 %. A model that beats only the first of these may still be wildly wrong where it is wrong.
//
// There is another way: treat the score as a number and predict it directly (regression). The course uses classes because most tasks have no order, and because a classifier also says how sure it is.

// %% [markdown]
// ## 6 · A fair share for every class
//
// Eleven essays have the score 1. A random fifth of the rows should hold two of them. **What do you expect:** over 50 seeds, how few and how many will it hold?
//
// Once a column is a `ClassLabel`, `stratifyByColumn` splits each class by itself and puts the parts together. Count both ways:

// %%
const all = essays.train.renameColumn("score", "label").castColumn("label", scores);
const rare = 1;
const countRare = (labels: number[]) => labels.filter((l) => l === rare).length;
const plain: number[] = [];
const stratified: number[] = [];
for (let trial = 0; trial < 50; trial++) {
  const options = { testSize, seed: trial };
  plain.push(countRare(all.trainTestSplit(options).test.column("label")));
  const fair = all.trainTestSplit({ ...options, stratifyByColumn: "label" });
  stratified.push(countRare(fair.test.column("label")));
}
console.log("plain:     ", Math.min(...plain), "to", Math.max(...plain));
console.log("stratified:", Math.min(...stratified), "to", Math.max(...stratified));

// %%
await displayResult(lineChart(
  { plain, stratified },
  {
    title: `Essays with score ${rare} in the test: luck, or two every time`,
    x: plain.map((_, trial) => trial),
    xTitle: "seed",
    yTitle: "essays in the test",
  },
));

// %% [markdown]
// Without stratification some tests hold none of them: whatever the model knows about that score, such a test cannot see it. With it, every test holds the same number. Rows are still chosen at random *within* each class, so the seed still matters.
//
// Stratification needs to know the classes. The same call on the column of free numbers is refused:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(essays.train.trainTestSplit({ testSize, seed, stratifyByColumn: "score" }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// The two options pull in different directions: `shuffle: false` repeats exactly without a seed, and stratification must choose rows, so it cannot go with `shuffle: false`. The course keeps the unshuffled split, as the picture at the top has shown that it is fair. On a smaller or sorted file, stratify.
//
// > ✏️ **Try it 3.** Change `rare` to `6`, the commonest score, and run the two cells again. Is the band of *plain* narrower in essays? And as a share of the essays of that class?

// %% [markdown]
// ## 7 · Saved and opened again
//
// A CSV file has no place for types: written to CSV, the column would come back as `int64`, and the names would be gone. `saveToDisk` writes Arrow files with the types beside them.

// %%
await ready.saveToDisk(saveTo);
console.log(readdirSync(saveTo).sort());
console.log(readdirSync(`${saveTo}/treino`).sort());

const info = JSON.parse(readFileSync(`${saveTo}/treino/dataset_info.json`, "utf8"));
console.log(info.features);

// %% [markdown]
// A folder may hold one table or several, so `loadFromDisk` gives either; the `instanceof` in the next cell tells the compiler which. The folder is the one that Python's `save_to_disk` writes: `load_from_disk("build/redacoes-classes")` opens it there, classes included. And here:

// %%
type Labelled = { essay: string; label: number };
type Saved = DatasetDict<Readonly<Record<string, Dataset<Labelled>>>>;
async function openSplits(folder: string): Promise<Saved> {
  const found = await loadFromDisk<Labelled>(folder);
  if (!(found instanceof Dataset)) return found;
  throw new Error(`${folder} holds one table and no splits.`);
}
const again = await openSplits(saveTo);
console.log(again);
console.log(again.treino.features.label);

// %% [markdown]
// Equal names are not yet equal rows. So compare all of them:

// %%
const equal = (a: Dataset<Labelled>, b: Dataset<Labelled>) =>
  a.numRows === b.numRows &&
  a.column("essay").every((essay, row) => essay === b.column("essay")[row]) &&
  same(a.column("label"), b.column("label"));
console.log("treino equal:", equal(again.treino, ready.treino));
console.log("teste equal: ", equal(again.teste, ready.teste));

// %%
await displayResult(again.teste.select([0, 1, 2]));

// %% [markdown]
// The data set is finished: texts, classes with names, two parts, and a folder that brings all of it back.

// %% [markdown]
// ## Quiz
//
// Decide first, then open the answer.
//
// **1. What does a `ClassLabel` column hold?**
//
// <details><summary>a) The names of the classes, row by row</summary>No. That would store "10" a thousand times; the names are stored once, in the column's type.</details>
// <details><summary>b) Whole numbers, whose names are in the column's type</summary>Yes. A number is the place of its name in the list.</details>
// <details><summary>c) A vector of zeros with a single one</summary>That is a one-hot vector. Models are trained from the number alone.</details>
//
// **2. You map scores to class numbers. What is the type of the new column?**
//
// <details><summary>a) ClassLabel</summary>No. The function returned plain numbers; nobody has said what they mean.</details>
// <details><summary>b) int64</summary>Yes, until <code>castColumn</code> says which classes they are.</details>
// <details><summary>c) string</summary>It would be, had the function returned the names.</details>
//
// **3. Stars from 1 to 5 are cast to five names, and no error comes. Is all well?**
//
// <details><summary>a) Yes, every number has a class</summary>Every number from 0 to 4 has one. If no review has five stars, nothing is refused and every name is shifted.</details>
// <details><summary>b) No, every name is one too high</summary>Yes. Classes count from zero. Map through <code>str2int</code> instead.</details>
// <details><summary>c) It depends on the seed</summary>There is nothing random in a cast.</details>
//
// **4. When is `classEncodeColumn` a good choice?**
//
// <details><summary>a) For words without an order</summary>Yes. Their order as texts is as good as any, and the names travel with the column.</details>
// <details><summary>b) For scores from 0 to 10</summary>It works, but the score 10 becomes class 2, which invites mistakes.</details>
// <details><summary>c) For each split by itself</summary>Dangerous: a split that lacks a value gets other numbers for the same names.</details>
//
// **5. A model gives 0 for an essay that deserves 10; another gives 9. Which has the larger cross-entropy on it?**
//
// <details><summary>a) The one that says 0</summary>Not for that reason. Cross-entropy looks at the probability of the true class alone.</details>
// <details><summary>b) Whichever gave the true class less probability</summary>Yes. The distance between classes plays no part, so measure it separately.</details>
// <details><summary>c) They are always equal</summary>Their accuracies on it are equal. Their probabilities for 10 may differ.</details>
//
// **6. What does stratification guarantee?**
//
// <details><summary>a) Every class equally often</summary>No. It keeps the shares as they are; rare classes stay rare.</details>
// <details><summary>b) The same share of each class in both parts, as far as whole rows can</summary>Yes. That is why every test held the same number.</details>
// <details><summary>c) A better model</summary>It gives a steadier measurement. The model does not know of it.</details>

// %% [markdown]
// ## An open question
//
// Think of a label in your own field that is a number: stars, a diagnosis code, a year of school. Is it an amount, an order or only a name? What would a wrong answer cost if it is off by one, and if it is off by five? Does the measure that you would report know the difference?

// %% [markdown]
// ## Summary
//
// | question | call | what we saw |
// | --- | --- | --- |
// | which values are there? | `unique` | eleven scores in both splits |
// | what are they called? | `new ClassLabel`, `int2str`, `str2int` | the place of a name is its number |
// | how does a column get classes? | `map`, then `castColumn` | numbers first, then their meaning |
// | what goes wrong silently? | counting from one; `classEncodeColumn` on numbers | shifted names; 10 between 1 and 2 |
// | what do classes forget? | eleven constant answers | 8 is more often right than 5, and further off |
// | do rare classes get their share? | `stratifyByColumn` | two essays in every test instead of none to several |
// | how is it kept? | `saveToDisk`, `loadFromDisk` | rows, types and names come back |
//
// - A class is a place in a list of names; the type of the column carries the list.
// - Make the list from what you know, and check it with `unique`.
// - An unknown name and a number without a class are errors; a shifted number is not.
// - Judge an ordered label by distance too.

// %% [markdown]
// ## Limits, and harm that could be done
//
// - **The essays are synthetic.** Their scores come from a grammar's rules. Nothing here says how people grade.
// - **Eleven boxes.** A score of 6 stands for everything that rounds to it. Two essays on either side of a boundary differ by one class and hardly in quality; a decision that hangs on that boundary hangs on noise.
// - **Eleven examples teach little.** The rarest score has eleven essays in all. Whatever a model says about it is a guess, and a test with two of them cannot tell.
//
// ## Next, and further reading
//
// Chapter 5 trains: the texts of chapter 3, the classes of this one, and a model that has to beat these baselines.
//
// - The source: `src/datasets/class-label.ts`, `src/datasets/methods/cast-table.ts`, `src/datasets/stratified-split.ts`.
// - Hugging Face, *Datasets: features*: <https://huggingface.co/docs/datasets/about_dataset_features>
// - scikit-learn, *Stratified splits*: <https://scikit-learn.org/stable/modules/cross_validation.html>
// - Frank and Hall, *A Simple Approach to Ordinal Classification*, 2001: <https://doi.org/10.1007/3-540-44795-4_13>

}

main().catch(failScript);
