// 6 · Asking the model, and checking it
//
// Generated from notebooks/06-inference.ipynb by `caderno export`. Do not edit: change the notebook and export it again.
//
//     npx caderno exec scripts/06-inference.ts            runs it; -p name=value sets a parameter
//     npx caderno exec scripts/06-inference.ts --help     lists its parameters

import {
  AutoTokenizer,
  ClassLabel,
  Dataset,
  TFAutoModelForSequenceClassification,
  accuracyScore,
  argmax,
  barChart,
  calibration,
  clearOutput,
  cohenKappaScore,
  confusionMatrix,
  confusionMatrixPlot,
  createOptimizer,
  displayResult,
  failScript,
  loadDataset,
  meanAbsoluteError,
  paddingGrid,
  pipeline,
  reliabilityDiagram,
  resolveModel,
  scriptParameters,
  softmax,
  worstErrors,
} from "caderno";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";

const parameter = scriptParameters({
  profile: { type: "string", default: "fast" },
  prefer: { type: "string", default: "embedded" },
  dataFile: { type: "string", default: "datasets/redacoes.csv" },
  saveTo: { type: "string", default: "build/redacoes-inference" },
  seed: { type: "number", default: 42 },
});

// The cells stand in one function because a script of this project cannot await at its top level.
async function main(): Promise<void> {
// %% [markdown]
// # 6 · Asking the model, and checking it
//
// **Promise:** at the end of this chapter a trained model grades a text that you type, you have read its mistakes one by one, and its folder opens in three libraries with the same numbers.
//
// ![The course in ten chapters. You are at chapter 6.](../assets/figures/course-map-06.svg)
//
// | | |
// | --- | --- |
// | **You need** | chapter 4: classes and their names. Chapter 5 explains the training that is only repeated here. |
// | **Time** | 45 minutes to read and try, about a minute to run |
// | **Downloads** | none: model and data are in this repository, and every cell works offline |
// | **Data** | `datasets/redacoes.csv`, 1,500 synthetic essays in Portuguese, scores 0 to 10; its card is `datasets/redacoes.md` |

// %% [markdown]
// ## What you will be able to do
//
// 1. **Compute** an answer from logits by hand, and let the library do it.
// 2. **Pad** a batch so that company does not change an answer, and **recognise** what happens without the mask.
// 3. **Ask** a pipeline for the best labels, for all of them, and for raw numbers.
// 4. **Read** errors one by one, and **see** which sentences a score hangs on.
// 5. **Judge** how sure a model is, and when that means nothing.
// 6. **Wrap** the model in a function for a demo, **save** it with its card, and **open** it in another library.

// %% [markdown]
// ## Where we come from
//
// Chapter 4 made classes of the scores, and chapter 5 fine-tuned an encoder on them. **Inference** is what comes after: weights stay as they are, texts go in, answers come out. So that this chapter runs alone, it trains a small model of its own first, with fewer essays than chapter 5.

// %% [markdown]
// ## The whole game first
//
// Train, ask, look. The next cells are the recap of chapter 5; the last of them is the finished result.

// %% tags=["parameters"]
const profile = parameter("profile", "fast");
const prefer = parameter("prefer", "embedded");
const dataFile = parameter("dataFile", "datasets/redacoes.csv");
const saveTo = parameter("saveTo", "build/redacoes-inference");
const seed = parameter("seed", 42);

// %%
const isFull = (profile as string) === "full";
const size = isFull
  ? { rows: 1200, length: 256, epochs: 4 }
  : { rows: 640, length: 192, epochs: 2 };
const choice = { prefer: prefer as "embedded" | "hub" | "auto" };
const encoder = await resolveModel("Geotrend/distilbert-base-pt-cased", choice);
const learningRate = encoder.kind === "hub" ? 2e-5 : 1e-3;
console.log(encoder.reason);

// %%
type Essay = { essay: string; score: number };
const essays = await loadDataset<Essay>("csv", { dataFiles: dataFile });
const parts = essays.train.trainTestSplit({ testSize: 0.2, shuffle: false });
const texts = parts.test.column("essay");
const truth = parts.test.column("score");

const tokenizer = await AutoTokenizer.fromPretrained(encoder.model);
tokenizer.modelMaxLength = size.length;
const scores = new ClassLabel({ numClasses: 11 });
const firstRows = Array.from({ length: size.rows }, (_, row) => row);
const treino = parts.train.select(firstRows);
console.log(treino.numRows, "essays to learn from,", texts.length, "to judge by");

// %%
const encoded = treino.toList().map(({ essay, score }) => {
  const { input_ids } = tokenizer.encode(essay, { truncation: true });
  return { input_ids, label: score };
});
const tokens = encoded[0].input_ids.length;
console.log(encoded.length, "rows; the first has", tokens, "tokens");

// %%
const ready = Dataset.fromList(encoded).castColumn("label", scores);
const id2label = Object.fromEntries(scores.names.map((name, id) => [id, name]));
const model = await TFAutoModelForSequenceClassification.fromPretrained(
  encoder.model,
  { numLabels: scores.numClasses, id2label, seed },
);
clearOutput();
console.log(model);
console.log("begin at random:", model.loadingReport?.missing);

// %%
const order = { batchSize: 16, seed, tokenizer, groupByLength: true };
const batches = model.prepareTfDataset(ready, order);
const numTrainSteps = batches.length * size.epochs;
const { optimizer } = createOptimizer({
  initLr: learningRate,
  numTrainSteps,
  numWarmupSteps: Math.floor(numTrainSteps / 10),
  weightDecayRate: 0.01,
});
model.compile({ optimizer });
const history = await model.fit(batches, { epochs: size.epochs, seed, verbose: 0 });
const losses = history.history.loss.map((x) => x.toFixed(2));
console.log("loss by epoch:", losses.join(", "));

// %% [markdown]
// The pretrained encoder has no head for eleven scores, so four arrays of weights began at random. Training has changed that: the loss fell from 1.97 to 1.54 (uniform guessing would give 2.40, the logarithm of 11). All numbers in this text are those of the fast profile with the embedded encoder.
//
// Now ask about an essay of the test, which the model has never seen.

// %%
const classify = await pipeline("text-classification", model, { tokenizer });
const answer = await classify(texts[2], { topK: null });
console.log("the essay begins:", texts[2].slice(0, 60));
console.log("the model says:  ", answer[0]);
console.log("the truth:       ", truth[2]);

// %%
const byLabel = new Map(answer.map(({ label, score }) => [label, score]));
await displayResult(barChart(new Map(scores.names.map((name) => [name, byLabel.get(name) ?? 0])), {
  title: "One essay, eleven probabilities: 8 is first, 7 is not far",
  labelTitle: "score",
  valueTitle: "probability",
  format: "percent",
}));

// %% [markdown]
// The answer is 8, and 8 is right. But look at what the model really gave: eleven probabilities, 45.6 % for 8 and 29.1 % for 7. "The model says 8" is a summary, and this chapter is about what it leaves out.

// %% [markdown]
// ## 1 · From logits to an answer, by hand
//
// The last layer gives one number for each class, its **logit**. A logit is any number: large means "rather this class". Three steps turn logits into an answer:
//
// 1. raise *e* to each of them, which makes them positive;
// 2. divide by their sum, which makes them add up to 1: together, the **softmax**;
// 3. take the place of the largest: the **argmax**.
//
// Three classes are enough to do it by hand.

// %%
const logits = [2, 1, -1];
const powers = logits.map((value) => Math.exp(value));
const sum = powers.reduce((a, b) => a + b, 0);
const shares = powers.map((value) => value / sum);
console.log("powers:", powers.map((x) => x.toFixed(3)).join("  "));
console.log("sum:   ", sum.toFixed(3));
console.log("shares:", shares.map((x) => x.toFixed(3)).join("  "));
console.log("answer:", shares.indexOf(Math.max(...shares)));

// %% [markdown]
// 2 beats 1 by a single point, and yet the first class gets 0.705 against 0.259: a difference of 1 between logits is a factor of *e*, about 2.7, between probabilities. The library's functions take rows, one for each text:

// %%
const [byLibrary] = softmax([logits]);
console.log(byLibrary.map((x) => x.toFixed(3)).join("  "));
console.log("answer:", argmax([logits])[0]);

// %% [markdown]
// **What do you expect?** Add 5 to all three logits. Then, instead, double all three. Which of the two changes the probabilities, and which the answer?

// %%
const show = (name: string, row: number[]) => {
  const [p] = softmax([row]);
  const written = p.map((x) => x.toFixed(3)).join("  ");
  console.log(name, written, "answer", argmax([row])[0]);
};
show("as they were", logits);
show("all plus 5  ", logits.map((x) => x + 5));
await displayResult(show("all doubled ", logits.map((x) => 2 * x)));

// %% [markdown]
// Adding changes nothing: only differences count. Doubling leaves the answer and sharpens the probabilities, from 0.705 to 0.879. Keep this in mind for section 5: *the same answers can come with any degree of confidence*.
//
// ### Where the hand slips
//
// The formula is right, and a computer still fails on it when logits are large. Shift by 1000 instead of 5:

// %%
const naive = (row: number[]) => {
  const raised = row.map((x) => Math.exp(x));
  return raised.map((x) => x / raised.reduce((a, b) => a + b, 0));
};
console.log("by the formula:", naive([1002, 1001, 999]));
const [safe] = softmax([[1002, 1001, 999]]);
console.log("by the library:", safe.map((x) => x.toFixed(3)).join("  "));

// %% [markdown]
// `Math.exp(1002)` is larger than any number that a computer writes, so the formula divides infinity by infinity. The library first subtracts the largest logit from all of them. That is the shift from above, which changes nothing except that no power can exceed 1.
//
// ### The same with the real model
//
// Two essays, as the model reads them. Mind the shapes: two rows of tokens go in, two rows of eleven logits come out.

// %%
const pair = [texts[2], texts[5]];
const inputs = tokenizer.encode(pair, { padding: true, truncation: true });
const output = await model.forward(inputs);
const pairLogits = output.logits.tolist() as number[][];
console.log("tokens in: ", inputs.input_ids.length, "x", inputs.input_ids[0].length);
console.log("logits out:", output.logits.dims.join(" x "));
console.log(pairLogits[0].map((x) => x.toFixed(2)).join("  "));
console.log("answers:", argmax(pairLogits), "truths:", [truth[2], truth[5]]);

// %% [markdown]
// The largest of the eleven stands at place 8, so the first answer is 8, as above. The second essay gets 5 where the truth is 4: wrong, by one point. Names come from `id2label`, which went into the model before training.

// %% [markdown]
// ## 2 · Batches: company must not matter
//
// Texts have different lengths, and a batch is a rectangle. Without padding there is no rectangle, and the model says so:

// %%
const openings = texts.slice(0, 6).map((text) => text.split("\n")[0]);
console.log("characters of six paragraphs:", openings.map((text) => text.length));

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(await model.forward(tokenizer.encode(openings)));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// With `padding: true` short rows are filled up, and the **attention mask** says which cells are text (1) and which are filling (0).

// %%
const batch = tokenizer.encode(openings, { padding: true });
await displayResult(paddingGrid(batch.attention_mask, {
  title: "First paragraphs of six essays: the shorter, the more padding",
}));

// %% [markdown]
// **What do you expect?** Ask about each paragraph alone, and then about all six in one batch. Are the logits equal, nearly equal, or different? And if the mask is forgotten?

// %%
const rowsOf = async (given: Parameters<typeof model.forward>[0]) =>
  (await model.forward(given)).logits.tolist() as number[][];
const largestGap = (a: number[], b: number[]) =>
  Math.max(...a.map((value, k) => Math.abs(value - b[k])));

const alone: number[][] = [];
for (const text of openings) alone.push(...(await rowsOf(tokenizer.encode([text]))));
const together = await rowsOf(batch);
const unmasked = await rowsOf({ input_ids: batch.input_ids });
console.log("row  padding  gap with mask  gap without   alone  without");
await displayResult(alone.forEach((row, i) => {
  const padding = batch.attention_mask[i].filter((x: number) => x === 0).length;
  const gaps = [largestGap(row, together[i]) < 1e-4 ? "none" : "SOME"];
  gaps.push(largestGap(row, unmasked[i]).toFixed(2));
  const labels = [argmax([row])[0], argmax([unmasked[i]])[0]];
  const list = [i, padding, ...gaps, ...labels].map(String);
  console.log([3, 9, 15, 13, 8, 9].map((w, k) => list[k].padStart(w)).join(""));
}));

// %% [markdown]
// With the mask a row gives in a batch what it gives alone (closer than a ten-thousandth: sums are rounded in another order, no more). Without it the model reads `[PAD]` as if somebody had written it. The longest row has no padding and no gap; the one with most padding moves by 2.41, and two of the six answers change. No error was raised, because `input_ids` alone is a valid input: all of it text.
//
// The repair is to pass the encoding whole, `model.forward(batch)`. The pipeline always does.
//
// > ✏️ **Try it 1.** Pad to a fixed length: `{ padding: "max_length" }`. How large are the gaps without the mask now? Which answers does the model give?

// %% [markdown]
// ## 3 · The pipeline
//
// A pipeline is the three steps in one call: tokenizer, model, softmax with names. It takes a text or a list.

// %%
console.log(await classify(texts[2]));
console.log(await classify(pair));
console.log(await classify(pair, { topK: 2 }));

// %% [markdown]
// One text gives a list with its best label; a list of texts gives one label each; with `topK` each text has its own list. Scores are probabilities, the same 45.6 % as at the top.
//
// `functionToApply` says what happens to the logits. **What do you expect?** Which of the three rows adds up to 1?

// %%
for (const functionToApply of ["none", "softmax", "sigmoid"] as const) {
  const all = await classify(texts[2], { topK: null, functionToApply });
  const total = all.reduce((s, one) => s + one.score, 0).toFixed(2);
  const best = all.slice(0, 3).map((one) => `${one.label}: ${one.score.toFixed(2)}`);
  console.log(functionToApply.padEnd(8), best.join("  "), " sum of all:", total);
}

// %% [markdown]
// Only the softmax does. `"none"` gives the logits themselves. `"sigmoid"` treats each class by itself, as a yes-or-no question: 0.93 for 8 and 0.89 for 7 at once. That is right for labels that may occur together (an essay about health *and* schools) and wrong here, since an essay has one score. The order is the same under all three.
//
// A misspelt name never reaches the model; the next cell fails on purpose.

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(await classify(texts[2], { functionToApply: "sofmax" }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// ### A trap: reading more than was taught
//
// In training, each essay was cut to its first tokens. The model itself can read up to 512. What cuts here is `tokenizer.modelMaxLength`, set in the recap, which a pipeline reads when it is made. Make a second one that reads to the end, and ask both about sixty essays:

// %%
tokenizer.modelMaxLength = 512;
const reader = await pipeline("text-classification", model, { tokenizer });
tokenizer.modelMaxLength = size.length;
const sixty = texts.slice(0, 60);
const asTaught = await classify(sixty);
const toTheEnd = await reader(sixty);
clearOutput();
const agree = asTaught.filter(({ label }, i) => label === toTheEnd[i].label).length;
console.log("the same answer to", agree, "of 60 essays");

// %% [markdown]
// For seventeen of sixty essays the answer depends on a setting that nobody sees. Neither way raises an error. Whoever publishes a model has to publish its length with it; section 7 does, because `model_max_length` is saved with the tokenizer.
//
// | Python | TypeScript |
// | --- | --- |
// | `pipe = pipeline("text-classification", model=m, tokenizer=t)` | `const pipe = await pipeline("text-classification", m, { tokenizer: t })` |
// | `pipe(text, top_k=3)`, `pipe(text, top_k=None)` | `pipe(text, { topK: 3 })`, `pipe(text, { topK: null })` |
// | `pipe(text, function_to_apply="none")` | `pipe(text, { functionToApply: "none" })` |
// | `model(**inputs).logits` | `(await model.forward(inputs)).logits` |
// | `logits.softmax(-1)`, `logits.argmax(-1)` | `softmax(rows)`, `argmax(rows)` |
// | `tokenizer.model_max_length = 192` | `tokenizer.modelMaxLength = 192` |

// %% [markdown]
// ## 4 · Errors, read one by one
//
// Now all 300 essays of the test, twenty at a time.

// %%
async function ask(list: string[]): Promise<number[][]> {
  const rows: number[][] = [];
  for (let at = 0; at < list.length; at += 20) {
    const some = list.slice(at, at + 20);
    const inputs = tokenizer.encode(some, { padding: true, truncation: true });
    rows.push(...(await rowsOf(inputs)));
  }
  return rows;
}
const allLogits = await ask(texts);
const proba = softmax(allLogits);
const said = argmax(allLogits);
console.log(proba.length, "rows of", proba[0].length, "probabilities");

// %% [markdown]
// A baseline first, in the same table: chapter 4's answers that never look at the text. QWK is the quadratic weighted kappa: 0 for agreement by chance, 1 for perfect agreement, and far misses cost more than near ones.

// %%
function judge(name: string, guesses: number[]) {
  const right = `${(100 * accuracyScore(truth, guesses)).toFixed(1)} %`;
  const off = meanAbsoluteError(truth, guesses).toFixed(2);
  const qwk = cohenKappaScore(truth, guesses, { weights: "quadratic" }).toFixed(2);
  console.log(name.padEnd(10), right.padStart(7), off.padStart(8), qwk.padStart(8));
}
console.log("answer       right points off   QWK");
judge("always 6", truth.map(() => 6));
judge("always 7", truth.map(() => 7));
await displayResult(judge("the model", said));

// %% [markdown]
// Right for 42.0 % against 25.3 %, and 0.76 points off against 1.43. 42.0 % alone sounds poor; a QWK of 0.80 says that its misses are near ones. The matrix shows where they are.

// %%
const matrix = confusionMatrix(truth, said, { labels: scores.names.map(Number) });
await displayResult(confusionMatrixPlot(matrix, {
  unit: "essays",
  title: "Near the diagonal, but the columns 1, 2, 3, 9 and 10 are empty",
}));

// %%
const never = scores.names.filter((_, k) => !said.includes(k));
const lost = truth.filter((score) => never.includes(String(score))).length;
console.log("never said:", never.join(", "));
console.log("essays with these scores:", lost, "of", truth.length);

// %% [markdown]
// It never says 1, 2, 3, 9 or 10, so 37 essays could not come out right, whatever they say. These are the rare scores: in the 640 essays of the training there were too few of them for two epochs. Essays of the score 0, just as rare, are all found: they are of another genre and written in another way. A metric alone would have told you neither.
//
// ### The worst ones
//
// `worstErrors` puts first those to whose true class the model gave least.

// %%
const judged = { texts, yTrue: truth, yProba: proba };
await displayResult(worstErrors(judged, { count: 5, classNames: scores.names }));

// %% [markdown]
// Two are tens that were called 8, three are ones that were called 4. All five are of the classes that it never says: not five accidents but one habit. Reading the texts below the numbers is the point of this table: the tens look like other good essays from the first lines on, and the first lines are most of what the model read.
//
// ### What it looks at
//
// Which sentences does a score hang on? Delete one, ask again, put it back: that is **occlusion**. The answer "6" would hardly move, so watch a finer number, the **expected score**: each score times its probability, added up.
//
// Take essay 31, whose truth is 4 and whose answer is 6. It has thirteen sentences. **What do you expect?** Does deleting the last sentence, which should hold the proposal, raise or lower the score?

{ // The next cell declares `essay`, `rows` anew, from here to the end.
// %%
const essay = texts[31];
const sentences = essay.split(/(?<=[.!?])\s+/);
const drop = (i: number) => sentences.filter((_, k) => k !== i).join(" ");
const without = sentences.map((_, i) => drop(i));
const expected = (row: number[]) => row.reduce((s, p, score) => s + p * score, 0);
const rows = softmax(await ask([essay, ...without]));
const [whole, ...changed] = rows.map(expected);
const moves = changed.map((value) => value - whole);
console.log("expected score of the whole essay:", whole.toFixed(2));
const still = moves.filter((move) => move === 0).length;
console.log("sentences that move nothing:", still, "of", moves.length);

// %%
const short = (text: string, i: number) => `${i + 1}. ${text.slice(0, 26)}…`;
await displayResult(barChart(new Map(sentences.map((text, i) => [short(text, i), moves[i]])), {
  direction: "horizontal",
  title: "The opening costs the essay 0.6 points; what comes late counts nothing",
  labelTitle: "deleted sentence",
  valueTitle: "change of the expected score (points)",
}));

// %% [markdown]
// Without its opening, "Ao longo dos anos, o futebol sempre foi motivo de debate…", the essay would get 0.60 points *more*: a set phrase that weak essays of the grammar begin with. Without "Convém discutir dois aspectos centrais…" it loses 0.36: announcing two arguments is a habit of strong ones. Both are signs of the *form*.
//
// And the last six sentences move nothing at all. The model cannot like or dislike them: the essay is cut before them. **The proposal at the end, a fifth of the exam's points, is never read.** That finding is worth more than any metric above, and no metric showed it.
//
// (Deleting a sentence also lets a few tokens of the next one slip into the window, so a small bar is not yet evidence.)
//
// > ✏️ **Try it 2.** Occlude essay 2, which got its 8 rightly. Which sentence carries most, and what kind of sentence is it?

// %% [markdown]
// ## 5 · How sure, and is it true?
//
// The probability of the answer is called its **confidence**. Sort the 300 answers by it, right and wrong apart.

// %%
const confidence = proba.map((row) => Math.max(...row));
const isRight = said.map((answer, i) => answer === truth[i]);
const bins = [2, 3, 4, 5, 6, 7, 8, 9];
const inBin = (from: number, right: boolean) =>
  confidence.filter((c, i) => isRight[i] === right && Math.floor(c * 10) === from)
    .length;
const count = (right: boolean) =>
  new Map(bins.map((from) => [`${10 * from} %`, inBin(from, right)]));
await displayResult(barChart(
  { right: count(true), wrong: count(false) },
  {
    title: "Confidence never reaches 60 %, and wrong answers have it too",
    labelTitle: "confidence, from",
    valueTitle: "essays",
  },
));

// %% [markdown]
// Is a confidence of 50 % honest? It is if half of such answers are right. The **reliability diagram** asks this for each range: bars are how often it was right, dots how sure it was.

// %%
await displayResult(reliabilityDiagram(calibration(truth, proba)));

// %% [markdown]
// On average it is right about as often as it says. So it is *calibrated*, more or less, and still wrong in 58.0 % of the cases: calibration is honesty, not skill.
//
// **What do you expect?** Multiply all logits by 3. The answers stay, as section 1 showed. What becomes of the diagram?

// %%
const sharpened = softmax(allLogits.map((row) => row.map((x) => 3 * x)));
await displayResult(reliabilityDiagram(calibration(truth, sharpened)));

// %% [markdown]
// The same answers, the same 42.0 %, and now it claims 72.3 % on average: far more than it keeps. Larger models, trained for longer, tend to look like this by themselves. The repair is the division that undoes the multiplication: one number, the **temperature**, chosen on essays that are kept apart for it.
//
// ### Sure, and wrong
//
// Sorted by confidence, the worst errors are others:

// %%
await displayResult(worstErrors(judged, { count: 3, by: "confidence", classNames: scores.names }));

// %% [markdown]
// Its surest error is a 7 that it calls 6 with 57.8 %, surer than it was of the right answer at the top; essay 31 from above comes third. How far does it help to show only what is sure?

// %%
for (const least of [0, 0.4, 0.5, 0.55]) {
  const kept = isRight.filter((_, i) => confidence[i] >= least);
  const right = (100 * kept.filter(Boolean).length) / kept.length;
  const share = `${right.toFixed(1)} % right`;
  console.log(`confidence from ${least}: ${kept.length} answers, ${share}`);
}

// %% [markdown]
// Leaving out the unsure ones helps at first: of 175 answers 50.9 % are right, instead of 42.0 % of 300. Then it stops helping: from 0.5 on it is 49.3 %, and of the eight surest answers four are wrong.

// %% [markdown]
// ### Sure, about a cake
//
// One more text. It is long enough, and it is no essay.
//
// **What do you expect?** Texts of another genre are graded 0 in this data. The test has five, one of them a recipe, and the model found them all.

// %%
const mix = "Receita de bolo: bata três ovos, duas xícaras de açúcar e ";
const cake = `${mix}asse por quarenta minutos. `.repeat(6);
console.log(cake.length, "characters:", (await classify(cake, { topK: 2 })));

// %% [markdown]
// An 8, with 43.2 %: about as sure as it is of real essays. The recipe of the test begins "Como não entendi o tema…" and is full of mistakes; this one is written neatly. What the model found in the test was not the genre alone. Softmax must give its 100 % to *something*; there is no class "this is not for me". Confidence compares the classes with each other. It does not say whether the question makes sense.
//
// > ✏️ **Try it 3.** Give it English, or the letter *a* two hundred and fifty times. Is there any text for which its confidence falls below 20 %?

// %% [markdown]
// ## 6 · A function for a demo
//
// The course's demo follows a simple rule: below 400 characters it refuses; otherwise the label times 100, since the exam's scale goes to 1000. As a function it needs nothing but a text:

// %%
const TOO_SHORT = "O texto precisa ter pelo menos 400 caracteres.";

async function gradeEssay(text: string): Promise<string> {
  if (text.trim().length < 400) return TOO_SHORT;
  const [{ label }] = await classify(text);
  return String(Number(label) * 100);
}
console.log("one sentence:   ", await gradeEssay("A educação é importante."));
console.log("399 characters: ", await gradeEssay(texts[2].slice(0, 399)));
console.log("essay 2:        ", await gradeEssay(texts[2]));
console.log("400 spaces:     ", await gradeEssay(" ".repeat(400)));
console.log("the cake:       ", await gradeEssay(cake));

// %% [markdown]
// It refuses the short text and the one with 399 characters; `trim` keeps spaces from counting. The essay gets 800, and so does the cake. The rule about length keeps out what is surely no essay, and lets in everything else that is long.
//
// What would be more honest to show? The probabilities beside the number, a range, and a sentence saying what the number is not. A function from text to text is all that a page needs; the page is a matter of taste, and the sentence is not.

// %% [markdown]
// ## 7 · One folder, three libraries
//
// `savePretrained` writes the weights and the configuration; with `onnx: true` also the file that transformers.js reads, and with `card` a README that says what the model is and what it is not for.

{ // The next cell declares `right` anew, from here to the end.
// %%
const right = accuracyScore(truth, said);
const card = {
  summary: "Guesses the score, 0 to 10, of a synthetic essay in Portuguese.",
  language: "pt",
  license: "apache-2.0",
  data: `The first ${size.rows} rows of redacoes.csv; judged on its last 300.`,
  hyperparameters: { learningRate, epochs: size.epochs, maxLength: size.length },
  results: [{ metric: "accuracy", value: right, dataset: "redacoes.csv" }],
  limits: ["Grade nobody with it.", `It reads the first ${size.length} tokens only.`],
};
const files = await model.savePretrained(saveTo, { onnx: true, card });
await tokenizer.savePretrained(saveTo);
console.log(files);

// %%
const saved = readdirSync(saveTo, { recursive: true }).map(String).sort();
for (const name of saved.filter((one) => statSync(`${saveTo}/${one}`).isFile())) {
  const kilobytes = Math.ceil(statSync(`${saveTo}/${name}`).size / 1000);
  console.log(name.padEnd(24), String(kilobytes).padStart(5), "kB");
}
const readme = readFileSync(`${saveTo}/README.md`, "utf8");
console.log(readme.slice(readme.indexOf("\n# ") + 1, readme.indexOf("\n# ") + 160));

// %% [markdown]
// Weights twice, once as safetensors for Python and for this library and once as ONNX for transformers.js; the configuration with the names of the classes; the tokenizer with its length.
//
// ### Opened again, here
//
// Names and numbers have to come back, not only something that runs:

// %%
const again = await pipeline("text-classification", saveTo);
const before = await classify(pair, { topK: null, functionToApply: "none" });
const after = await again(pair, { topK: null, functionToApply: "none" });
const same = JSON.stringify(before) === JSON.stringify(after);
console.log("the same labels and logits, to the last digit:", same);
await displayResult(await again.dispose());

// %% [markdown]
// ### In transformers.js
//
// The same folder, another library, another engine: the ONNX file instead of our graph. It is the one place in this course where something is imported that is not Caderno, because being independent is the point.
//
// **What do you expect?** The same tokens give the same logits, up to rounding. But do both libraries make the same tokens of one essay?

// %%
const js = await import("@huggingface/transformers");
const here = { local_files_only: true, dtype: "fp32" } as const;
const theirModel = await js.AutoModelForSequenceClassification.from_pretrained(
  resolve(saveTo),
  here,
);
const theirTokenizer = await js.AutoTokenizer.from_pretrained(resolve(saveTo), here);
const theirs = async (list: string[]): Promise<number[][]> => {
  const encoding = await theirTokenizer(list, { padding: true, truncation: true });
  return (await theirModel(encoding)).logits.tolist();
};
const gap = (a: number[][], b: number[][]) =>
  Math.max(...a.map((row, i) => largestGap(row, b[i])));
const shortGap = gap(await ask(openings), await theirs(openings));
const longGap = gap(await ask(pair), await theirs(pair));
console.log("six paragraphs, largest gap below 1e-4:", shortGap < 1e-4);
console.log("two whole essays, largest gap:", longGap.toFixed(4));

// %% [markdown]
// The paragraphs agree, padding and all. The whole essays do not: 0.0057 is small, and yet too much for rounding. Do not shrug at such a difference: look at the tokens.

{ // The next cell declares `encoding` anew, from here to the end.
// %%
const ours = tokenizer.encode(pair[0], { truncation: true }).input_ids;
const encoding = await theirTokenizer(pair[0], { truncation: true });
const other: number[] = encoding.input_ids.tolist()[0].map(Number);
console.log("tokens:      ", ours.length, other.length);
console.log("different at:", ours.flatMap((id, i) => (id === other[i] ? [] : [i])));
console.log("last, ours:  ", tokenizer.convertIdsToTokens(ours.slice(-3)));
console.log("last, theirs:", tokenizer.convertIdsToTokens(other.slice(-3)));

// %% [markdown]
// One token of 192. When it truncates, this version of transformers.js cuts the finished list, and the closing `[SEP]` goes with it; Python and Caderno cut the text and then close it. The model is innocent: give it our tokens, and the gap is gone.

// %%
const toTensor = (rows: number[][]) =>
  new js.Tensor("int64", rows.flat().map(BigInt), [rows.length, rows[0].length]);
const exact = tokenizer.encode(pair, { padding: true, truncation: true });
const { logits: theirLogits } = await theirModel({
  input_ids: toTensor(exact.input_ids),
  attention_mask: toTensor(exact.attention_mask),
});
const sameGap = gap(await ask(pair), theirLogits.tolist());
console.log("the same tokens, largest gap below 1e-4:", sameGap < 1e-4);

// %% [markdown]
// Below a ten-thousandth on whole essays too. So the export is right, and the difference is in the tokenizers, in one token, in texts that are cut.
//
// ### In Python
//
// The folder is what `from_pretrained` expects, so there is nothing to convert:
//
// ```python
// from transformers import pipeline
//
// classify = pipeline("text-classification", model="build/redacoes-inference")
// classify(text, truncation=True, top_k=3)
// ```
//
// | Python | TypeScript |
// | --- | --- |
// | `model.save_pretrained(folder)` | `await model.savePretrained(folder, { onnx: true, card })` |
// | `tokenizer.save_pretrained(folder)` | `await tokenizer.savePretrained(folder)` |
// | `ModelCard.from_template(...)` | the option `card` |
// | `optimum-cli export onnx` | the option `onnx` |

// %%
await model.close();
console.log("weights freed; the folder stays");

// %% [markdown]
// ## Quiz
//
// Decide first, then open the answer.
//
// **1. All logits of a text grow by 3. What happens?**
//
// <details><summary>a) Nothing to the probabilities</summary>Yes. Softmax sees differences only.</details>
// <details><summary>b) The model becomes surer</summary>That would need larger differences: multiplying does it, adding does not.</details>
// <details><summary>c) The answer may change</summary>No. The largest logit stays the largest.</details>
//
// **2. You pass `input_ids` of a padded batch and no mask. What do you get?**
//
// <details><summary>a) An error</summary>No. It is a valid input in which every cell counts as text.</details>
// <details><summary>b) The same logits for the longest row only</summary>Yes. It has no padding; all others have read some.</details>
// <details><summary>c) The same logits for all rows</summary>That is what the mask is there for.</details>
//
// **3. When is the sigmoid right, rather than the softmax?**
//
// <details><summary>a) When several labels may be true of one text</summary>Yes. Each label is then a question of its own.</details>
// <details><summary>b) When there are many classes</summary>The number plays no part. Softmax serves for tens of thousands.</details>
// <details><summary>c) When the model should be surer</summary>Its numbers look larger, but they answer other questions and do not add up to 1.</details>
//
// **4. A model is right in half of all cases and says 50 % each time. It is…**
//
// <details><summary>a) useless</summary>Not necessarily: with eleven classes half is far above chance.</details>
// <details><summary>b) calibrated</summary>Yes. It is as often right as it claims. That says nothing about how often.</details>
// <details><summary>c) too sure</summary>It would be, if it claimed more than 50 %.</details>
//
// **5. Deleting the last sentence of an essay does not change its score at all. Why?**
//
// <details><summary>a) The sentence is weak</summary>A weak one would still change some digit. Exactly nothing means that it was not read.</details>
// <details><summary>b) The text was cut before it</summary>Yes. Tokens beyond the greatest length never reach the model.</details>
// <details><summary>c) Softmax evens it out</summary>Softmax turns different logits into different probabilities.</details>
//
// **6. Two libraries differ by 0.006 on one model. What first?**
//
// <details><summary>a) Accept it: numbers are rounded</summary>Rounding gives differences a thousand times smaller here.</details>
// <details><summary>b) Compare the tokens</summary>Yes. Here one token was the whole difference. Then compare layer by layer.</details>
// <details><summary>c) Train again</summary>Nothing is wrong with the weights; a new model would differ in the same way.</details>

// %% [markdown]
// ## An open question
//
// Somebody wants to use your model to sort essays into "fine" and "have a look". Which of the numbers in this chapter would you show them first? Which mistake would cost a student most, and how would anybody notice it?

// %% [markdown]
// ## Summary
//
// | question | call | what we saw |
// | --- | --- | --- |
// | how do logits become an answer? | `softmax`, `argmax` | adding changes nothing, doubling sharpens |
// | does company matter? | `padding: true` and the mask | with it no gap; without it two of six answers change |
// | what does a pipeline give? | `topK`, `functionToApply` | the same 45.6 %; a hidden length decides 17 of 60 answers |
// | how good is it? | `accuracyScore`, QWK, `confusionMatrixPlot` | 42.0 % against 25.3 %; five scores are never said |
// | what does it look at? | occlusion | the opening: 0.60 points; the end: nothing |
// | is its confidence true? | `reliabilityDiagram` | on average; not about cakes |
// | does it travel? | `savePretrained` | equal here and in transformers.js, given equal tokens |
//
// - An answer is a summary of eleven numbers; look at them before you believe it.
// - What is silent is worse than what fails: a missing mask, another length, a lost token.
// - Read errors one by one: five rows showed a habit that no metric names.
// - Confidence compares classes. It does not know whether the question makes sense.

// %% [markdown]
// ## Limits, and harm that could be done
//
// - **Nobody should be graded by this.** It learnt the habits of a program that writes essays, reads the first part of each, never says 9 or 10, and gives a recipe 800 points. A demo invites people to forget that.
// - **Form for content.** Occlusion showed set phrases at work. Whoever learns them gets points without an argument, and whoever writes well in another way loses some.
// - **A number looks like a judgement.** "800" carries none of the doubt that eleven probabilities had. Show the doubt, or show no number.
// - **Occlusion is a probe, no proof.** It shows what one deletion does to one text. Sentences work together, and the cut text is one that nobody wrote.
//
// ## Next, and further reading
//
// Chapter 7 trains with `Trainer`, on reviews with five stars, and judges with the tools of this chapter.
//
// - The source: `src/pipelines/text-classification.ts`, `src/evaluation/worst-errors.ts`, `src/models/export/export-onnx.ts`.
// - Guo and others, *On Calibration of Modern Neural Networks*, 2017: <https://arxiv.org/abs/1706.04599>
// - Zeiler and Fergus, *Visualizing and Understanding Convolutional Networks*, 2013, where occlusion comes from: <https://arxiv.org/abs/1311.2901>
// - Hugging Face, *Pipelines*: <https://huggingface.co/docs/transformers/main_classes/pipelines>
// - Hugging Face, *transformers.js*: <https://huggingface.co/docs/transformers.js>

}}}
}

main().catch(failScript);
