// 7 · Trainer
//
// Generated from notebooks/07-trainer.ipynb by `caderno export`. Do not edit: change the notebook and export it again.
//
//     npx caderno exec scripts/07-trainer.ts            runs it; -p name=value sets a parameter
//     npx caderno exec scripts/07-trainer.ts --help     lists its parameters

import {
  AutoConfig,
  AutoModelForSequenceClassification,
  AutoTokenizer,
  ClassLabel,
  Dataset,
  DatasetDict,
  EarlyStoppingCallback,
  type EvalPrediction,
  type PreTrainedModel,
  TFAutoModelForSequenceClassification,
  Trainer,
  type TrainerCallback,
  TrainingArguments,
  type TrainingArgumentsOptions,
  accuracyScore,
  argmax,
  bootstrapConfidenceInterval,
  calibration,
  classificationReport,
  clearOutput,
  confusionMatrix,
  confusionMatrixPlot,
  createOptimizer,
  displayResult,
  evaluate,
  f1Score,
  failScript,
  getScheduler,
  lengthHistogram,
  lineChart,
  loadDataset,
  logLoss,
  meanAbsoluteError,
  perClassScores,
  pipeline,
  reliabilityDiagram,
  saveTokenizerFile,
  scriptParameters,
  softmax,
  trainFromTexts,
  trainingCurves,
  worstErrors,
} from "caderno";
import { readdirSync } from "node:fs";

const parameter = scriptParameters({
  profile: { type: "string", default: "fast" },
  prefer: { type: "string", default: "embedded" },
  dataFile: { type: "string", default: "datasets/reviews.csv" },
  outputDir: { type: "string", default: "build/test_trainer" },
  seed: { type: "number", default: 42 },
});

// The cells stand in one function because a script of this project cannot await at its top level.
async function main(): Promise<void> {
// %% [markdown]
// # 7 · Trainer
//
// **Promise:** at the end of this chapter a model that has never seen a language before tells five-star reviews apart, you can say what each of the arguments it was trained with does, and a training that was cut off has gone on to the very same numbers.
//
// ![The course in ten chapters. You are at chapter 7.](../assets/figures/course-map-07.svg)
//
// | | |
// | --- | --- |
// | **You need** | chapter 5: loss, epochs, curves. Chapter 3 helps for the tokenizer. |
// | **Time** | 45 minutes to read and try, about a minute to run |
// | **Downloads** | none by default; with `prefer = "auto"`, `bert-base-cased` (436 MB) where the Hub answers |
// | **Data** | `datasets/reviews.csv`, 3,000 synthetic reviews in English, 600 of each number of stars; its card is `datasets/reviews.md` |

// %% [markdown]
// ## What you will be able to do
//
// 1. **Train** a classifier with `Trainer` and `TrainingArguments` (the whole game).
// 2. **Set** a baseline before the clever method (section 2).
// 3. **Explain** the arguments that matter, and **find** the one that is misspelt (section 3).
// 4. **Read** a log, a schedule and two curves, and **decide** when to stop (sections 4 and 5).
// 5. **Resume** a training that was cut off, and **prove** that nothing was lost (section 6).
// 6. **Judge** the model on rows that decided nothing in this notebook, class by class, and **use** it (sections 8 and 9).

// %% [markdown]
// ## Where we come from
//
// In chapter 5 you called `compile` and `fit`, as in Keras. Most code that you will meet is written the other way: all settings go into one object, `TrainingArguments`, and a `Trainer` does the rest, checkpoints and resuming included. This chapter does with it what chapter 5 did with `fit`, on another language and another task: how many stars did the writer of a review give?

// %% [markdown]
// ## The whole game first
//
// Nine cells: data, tokenizer, model, metrics, arguments, train. Run them, and then we will take them apart.

// %% tags=["parameters"]
const profile = parameter("profile", "fast");
const prefer = parameter("prefer", "embedded");
const dataFile = parameter("dataFile", "datasets/reviews.csv");
const outputDir = parameter("outputDir", "build/test_trainer");
const seed = parameter("seed", 42);

// %%
type Review = { text: string; label: number };
const csv = await loadDataset<Review>("csv", { dataFiles: dataFile });
const stars = new ClassLabel({
  names: ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"],
});
const named = csv.train.castColumn("label", stars);
const outer = named.trainTestSplit({ testSize: 0.2, seed });
const inner = outer.train.trainTestSplit({ testSize: 0.125, seed });
const dataset = new DatasetDict({
  train: inner.train,
  validation: inner.test,
  test: outer.test,
});
console.log(dataset);

// %% [markdown]
// Three parts, not two. The model learns from *train*. Every decision (how long, how fast, how large) is made by looking at *validation*. *test* is looked at once, in section 8; a part that has taken decisions can no longer judge them.

// %%
async function tokenizerOfTheHub() {
  if ((prefer as string) === "embedded") return undefined;
  return AutoTokenizer.fromPretrained("bert-base-cased").catch((error) => {
    console.log(`no bert-base-cased: ${error}`);
    return undefined;
  });
}
async function tokenizerOfOurs() {
  const options = { model: "wordpiece", vocabSize: 2000, lowercase: true } as const;
  const { file, config } = trainFromTexts(dataset.train.column("text"), options);
  await saveTokenizerFile("build/reviews-tokenizer", file, config);
  return AutoTokenizer.fromPretrained("build/reviews-tokenizer");
}
const ofTheHub = await tokenizerOfTheHub();
const isOurs = ofTheHub === undefined;
const tokenizer = ofTheHub ?? (await tokenizerOfOurs());
console.log(tokenizer.vocabSize, "tokens");

// %% [markdown]
// **Be clear about what this is.** The usual way starts from an encoder that has read a large part of the English web, such as `bert-base-cased`, and set `prefer = "auto"` to do so. This repository holds no English encoder, so offline the stand-in is the opposite: a vocabulary learned from these 2,100 reviews just now, and below it a network of random numbers. It knows no word before the first update. Chapter 5 shows what pretraining is worth. Everything about `Trainer` is the same for both.

// %%
const maxLength = 128;
const encoded = await dataset.map(
  ({ text }) => {
    const { input_ids, attention_mask } = tokenizer.encode(text, {
      truncation: true,
      maxLength,
    });
    return { input_ids, attention_mask };
  },
  { batched: true, removeColumns: ["text"] },
);
clearOutput();
console.log(encoded.train);

// %%
const id2label = Object.fromEntries(stars.names.map((name, id) => [id, name]));
const numLabels = stars.numClasses;
const blank = (dropout: number) =>
  AutoConfig.forModel("distilbert", {
    ...{ vocabSize: tokenizer.length, maxPositionEmbeddings: maxLength },
    dim: 64,
    nLayers: 1,
    nHeads: 4,
    hiddenDim: 128,
    dropout,
    attentionDropout: Math.min(dropout, 0.1),
    seqClassifDropout: dropout,
    id2label,
  });
const openModel = (dropout = 0.3) =>
  isOurs
    ? AutoModelForSequenceClassification.fromConfig(blank(dropout), { seed })
    : AutoModelForSequenceClassification.fromPretrained("bert-base-cased", {
        ...{ numLabels, id2label, seed },
      });
const model = await openModel();
console.log(model);

// %% [markdown]
// One layer of width 64: 174,277 parameters, where `bert-base-cased` has 108 million. With 2,100 rows to learn from, a larger one learns them by heart sooner.

// %%
const accuracy = evaluate.load("accuracy");
const f1 = evaluate.load("f1");
function computeMetrics({ predictions, labelIds }: EvalPrediction) {
  const pair = { predictions: argmax(predictions), references: labelIds };
  return { ...accuracy.compute(pair), ...f1.compute({ ...pair, average: "macro" }) };
}
console.log(accuracy, f1);

// %%
const isFull = (profile as string) === "full";
const trainingArgs = new TrainingArguments({
  outputDir,
  overwriteOutputDir: true,
  perDeviceTrainBatchSize: 32,
  perDeviceEvalBatchSize: 50,
  learningRate: isOurs ? 2e-3 : 1e-4,
  numTrainEpochs: isFull ? 20 : 8,
  warmupRatio: 0.1,
  weightDecay: 0.1,
  evalStrategy: "epoch",
  saveStrategy: "epoch",
  loggingStrategy: "epoch",
  saveTotalLimit: 2,
  loadBestModelAtEnd: true,
  groupByLength: true,
  seed,
});
console.log(trainingArgs);

// %% [markdown]
// It prints what differs from the defaults. Every argument has a default, the same as in Python; section 3 goes through the ones that matter.
//
// **What do you expect?** It may run for 8 epochs, but stops once the validation loss has got no better in two evaluations. Will it need all eight?

// %%
const trainer = new Trainer({
  model,
  args: trainingArgs,
  trainDataset: encoded.train,
  evalDataset: encoded.validation,
  processingClass: tokenizer,
  computeMetrics,
  callbacks: [new EarlyStoppingCallback({ earlyStoppingPatience: isFull ? 4 : 2 })],
});
const trained = await trainer.train();
const trainingLog = trainer.state.logHistory;
console.log(trained.globalStep, "updates;", "loss", trained.trainingLoss.toFixed(3));

// %% [markdown]
// It stopped after 5 epochs, 330 of 528 updates: the validation loss was lowest in epoch 3 (0.8520) and rose twice. Since `loadBestModelAtEnd` is set, the model now has the weights of epoch 3, not of epoch 5. `evaluate` shows it:

// %%
const { eval_loss, eval_accuracy, eval_f1 } = await trainer.evaluate();
console.log("loss    ", eval_loss.toFixed(3));
console.log("accuracy", eval_accuracy.toFixed(3));
console.log("macro F1", eval_f1.toFixed(3));

// %% [markdown]
// Loss 0.852, the figure of epoch 3. An accuracy of 0.607 on five classes: is that good? Nobody can tell yet. Guessing gives about 0.2; what else would be cheap comes in section 2.
//
// > ✏️ **Try it 1.** Change `learningRate` from `2e-3` to `2e-5`, the usual value for a pretrained encoder, and run from the arguments on. How far does the loss come in eight epochs? Why does a network of random numbers need a hundred times the rate?

// %% [markdown]
// ## 1 · Look at the data
//
// Hugging Face's own tutorial uses `yelp_review_full`. These reviews have its columns, so that its code runs on them.

// %%
console.log(Object.keys(dataset));
console.log(dataset.train.numRows, dataset.test.numRows);
console.log(dataset.train.features);
console.log(dataset.train.at(100));
console.log(dataset.train.shuffle({ seed: 42 }).take(1000).shape);

// %% [markdown]
// The label is 1 and its name is *2 stars*: classes count from 0, as models count their outputs, and stars from 1, as people do. Section 7 shows what happens to those who forget it.
//
// The last line is that tutorial's `shuffle(seed=42).select(range(1000))`, for when a training shall be short. It first cuts texts to three tokens, to have something small to look at:

// %%
const three = tokenizer.encode(dataset.train.at(100).text, {
  truncation: true,
  maxLength: 3,
});
console.log(three.input_ids, three.tokens());

// %% [markdown]
// `[CLS]`, one word, `[SEP]`. Then it cuts them to 20, to save memory. **What do you expect:** how many of our reviews would lose something at 20 tokens?

// %%
const whole = tokenizer.encode(dataset.train.column("text"), { maxLength: 10_000 });
await displayResult(lengthHistogram(
  whole.input_ids.map((ids) => ids.length),
  { cut: maxLength, of: "reviews" },
));

// %%
const lengths = whole.input_ids.map((ids) => ids.length);
for (const limit of [20, 64, maxLength]) {
  const longer = lengths.filter((length) => length > limit).length;
  const share = ((100 * longer) / lengths.length).toFixed(1);
  console.log(String(limit).padStart(3), "tokens cut", share, "% of reviews");
}

// %% [markdown]
// All of them: at 20 tokens 100.0 % are cut, and the verdict often stands at the end. At 128 it is 3.2 %. What a model never reads it cannot learn, so look at this picture before choosing a `maxLength`.

// %% [markdown]
// ## 2 · A baseline first
//
// Two things to beat. The *prior* ignores the text and answers with the shares of the classes. The *bag of words* knows which words occur in a review, not in which order, and is a softmax regression: one number for each word and class.

// %%
const wordsOf = (text: string) =>
  new Set(text.toLowerCase().match(/[\p{L}']+/gu) ?? []);
const counts = new Map<string, number>();
for (const text of dataset.train.column("text"))
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
const kept = [...counts].filter(([, count]) => count > 1);
const places = new Map(kept.map(([word], place) => [word, place]));

/** Which words a text has; the last place is always there. */
const bagOf = (text: string) => [
  ...[...wordsOf(text)].flatMap((word) => places.get(word) ?? []),
  places.size,
];
const one = bagOf(dataset.train.at(100).text);
console.log(places.size, "words; places of one review:", one.slice(0, 6), "…");

// %%
const truths = (part: { column(name: "label"): unknown[] }) =>
  part.column("label").map(Number);
const bags = dataset.train.column("text").map(bagOf);
const answers = truths(dataset.train);
const weights = stars.names.map(() => new Float64Array(places.size + 1));
const squares = stars.names.map(() => new Float64Array(places.size + 1));
const bagLogits = (bag: number[]) =>
  weights.map((row) => bag.reduce((sum, place) => sum + row[place], 0));

for (let step = 0; step < 150; step++) {
  const slopes = weights.map((row) => row.map((weight) => 0.004 * weight));
  softmax(bags.map(bagLogits)).forEach((guess, row) => {
    slopes.forEach((slope, k) => {
      const off = (guess[k] - Number(answers[row] === k)) / bags.length;
      for (const place of bags[row]) slope[place] += off;
    });
  });
  slopes.forEach((slope, k) => slope.forEach((value, place) => {
    squares[k][place] += value * value;
    weights[k][place] -= (0.1 * value) / (Math.sqrt(squares[k][place]) + 1e-12);
  }));
}
console.log("learned", weights.length * (places.size + 1), "numbers");

// %%
function judge(name: string, truth: number[], logits: number[][]) {
  const guess = argmax(logits);
  const loss = logLoss(truth, softmax(logits), { labels: [0, 1, 2, 3, 4] });
  const figures = [
    `${name.padEnd(12)} loss ${loss.toFixed(3)}`,
    `accuracy ${(100 * accuracyScore(truth, guess)).toFixed(1)} %`,
    `macro F1 ${f1Score(truth, guess, { average: "macro" }).toFixed(3)}`,
    `off by ${meanAbsoluteError(truth, guess).toFixed(2)} stars`,
  ];
  console.log(figures.join("   "));
}
const shares = stars.names.map((_, k) => answers.filter((one) => one === k).length);
const valid = truths(dataset.validation);
judge("prior", valid, valid.map(() => shares.map(Math.log)));
const validTexts = dataset.validation.column("text");
await displayResult(judge("bag of words", valid, validTexts.map((text) => bagLogits(bagOf(text)))));

// %% [markdown]
// On the validation rows the prior has a loss of 1.613 nats, which is ln 5 and a little more, and the bag of words 0.962 with 57.7 % right. Our model has 0.852 and 60.7 % on the same rows. The honest comparison waits for the test, because epoch 3 was *chosen* on these rows.
//
// What is the best one could hope for? The data card says it: someone who misses nothing in the text would be right in about 72 %, since the stars of these reviews overlap. No model can honestly promise more.

// %% [markdown]
// ## 3 · The arguments, one by one
//
// All of them, as `training_args.__dict__` shows in Python:

// %%
const all = Object.entries(trainingArgs.toJSON());
const line = ([name, value]: [string, unknown]) => `${name}=${JSON.stringify(value)}`;
console.log(all.length, "arguments");
for (let row = 0; row < all.length; row += 3) {
  const cells = all.slice(row, row + 3).map((pair) => line(pair).padEnd(30));
  console.log(cells.join("").trimEnd());
}

// %% [markdown]
// Forty have a meaning here (two more were filled in: `runName` and `outputDir`). A dozen are worth knowing by heart:
//
// | argument | here | what it does, and when to touch it |
// | --- | --- | --- |
// | `outputDir` | `build/test_trainer` | where checkpoints go. The only one without a default |
// | `perDeviceTrainBatchSize` | 32 | rows for one update. Larger is steadier and gives fewer updates |
// | `perDeviceEvalBatchSize` | 50 | rows at once when evaluating. Changes no number, only memory |
// | `gradientAccumulationSteps` | 1 | sums the gradients of several batches; section 6 |
// | `learningRate` | 0.002 | **matters most.** 2e-5 to 1e-4 for a pretrained encoder, 1e-3 and more from scratch |
// | `numTrainEpochs` | 8 | at most; early stopping may end before. **Matters** |
// | `warmupRatio` | 0.1 | the rate climbs during this share of the updates; section 4 |
// | `lrSchedulerType` | `"linear"` | how it falls afterwards |
// | `weightDecay` | 0.1 | pulls weights towards 0. Helps a little against learning by heart |
// | `evalStrategy` | `"epoch"` | when to look at the validation rows. `"no"` by default: then you see nothing. `evaluationStrategy` is its older name |
// | `saveStrategy`, `saveTotalLimit` | `"epoch"`, 2 | when to write a checkpoint, and how many to keep |
// | `loadBestModelAtEnd` | true | end with the best weights instead of the last |
// | `metricForBestModel` | `"loss"` | what "best" means |
// | `groupByLength` | true | puts texts of similar length together: less padding, less time |
// | `seed` | 42 | the order of the rows, and dropout |
//
// Batch size, rate and epochs belong together: change one, and look at the others again. The rest can stay until you have a reason.

// %% [markdown]
// ### A name that is nearly right
//
// In Python a misspelt argument is found when the line runs. Here the compiler finds it before:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(new TrainingArguments({ outputDir, learningrate: 1e-4 }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// It even says which one was meant. But settings often come from a file, and no compiler looks into those. So the names are checked again when the object is made:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
const fromFile = JSON.parse('{ "learning_rte": 1e-4 }');
// @ts-ignore: this cell fails on purpose.
await displayResult(new TrainingArguments({ outputDir, ...fromFile }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// Not ignored, not guessed: refused, with the nearest name. A learning rate that is silently left at its default is a mistake that costs a night.
//
// ### An argument that means nothing here
//
// Python's `fp16` halves the size of the numbers on a graphics card. Take settings from a Python project that have it:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
const fromPython = JSON.parse('{ "fp16": true }');
// @ts-ignore: this cell fails on purpose.
await displayResult(new TrainingArguments({ outputDir, ...fromPython }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// The reason is part of the message. It would be easy to accept the argument and do nothing; then two people would believe to have trained alike, and have not. `pushToHub` is refused the same way: save the model and push that folder, which is chapter 10.
//
// ### What `computeMetrics` gets
//
// The logits of all rows, and their labels. By hand, with four rows of five logits:

// %%
const tiny = [[2, 1, 0, 0, 0], [0, 0, 3, 1, 0], [0, 1, 0, 0, 2], [1, 0, 0, 4, 0]];
const references = [0, 3, 4, 3];
const largest = tiny.map((row) => row.indexOf(Math.max(...row)));
const hits = largest.filter((guess, row) => guess === references[row]).length;
console.log("largest logits:", largest, "right:", hits / 4);
const judged = { predictions: argmax(tiny), references };
console.log(accuracy.compute(judged), f1.compute({ ...judged, average: "macro" }));

// %% [markdown]
// Three of four are right: 0.75. Macro F1 is 0.667, lower, because it asks each class alone and then takes the mean: class 2 was answered once and never true, and counts as a whole class with an F1 of 0. With classes of equal size, as here, the two stay close. With a rare class they part, and accuracy hides it.

// %% [markdown]
// ## 4 · The learning rate over time
//
// By hand: 10 updates, the first 2 of them to warm up, the highest rate 1.

// %%
const rate = (step: number, warmup = 2, total = 10) =>
  step < warmup ? step / warmup : (total - step) / (total - warmup);
const steps = Array.from({ length: 11 }, (_, step) => step);
console.log(steps.map((step) => rate(step).toFixed(2)).join("  "));

// %% [markdown]
// It climbs to 1 by update 2 and then loses 0.125 with each. Adam divides each step by a running size of the gradients, and in the first updates that size rests on very few of them; the warm-up keeps these steps small. The same for our training, beside two other shapes:

// %%
const { perDeviceTrainBatchSize: rowsEach } = trainingArgs;
const perEpoch = Math.ceil(encoded.train.numRows / rowsEach);
const updates = perEpoch * trainingArgs.numTrainEpochs;
const warm = Math.ceil(trainingArgs.warmupRatio * updates);
const { learningRate } = trainingArgs;
const plan = { learningRate, numWarmupSteps: warm, numTrainingSteps: updates };
const rates = (name: "linear" | "cosine" | "constant_with_warmup") => {
  const schedule = getScheduler(name, plan);
  return Array.from({ length: updates + 1 }, (_, step) => schedule.at(step));
};
console.log(perEpoch, "updates an epoch,", updates, "planned,", warm, "to warm up");
const shapes = {
  linear: rates("linear"),
  cosine: rates("cosine"),
  "constant, with warm-up": rates("constant_with_warmup"),
};
await displayResult(lineChart(shapes, {
  title: "One warm-up, three ways to go on",
  xTitle: "update",
  yTitle: "learning rate",
}));

// %% [markdown]
// 66 updates an epoch, 528 planned, 53 to warm up. Note *planned*: the line falls to 0 at update 528, and early stopping ended at 330, where the rate was still 0.0008. A schedule does not know that you will stop.

// %% [markdown]
// ## 5 · The log, and when to stop
//
// `trainer.state.logHistory` has everything, with Python's names. A row with `loss` is written while training, a row with `eval_loss` after an evaluation:

// %%
const measured = ["loss", "learning_rate", "eval_loss", "eval_accuracy"];
const names = ["epoch", "step", ...measured];
console.log(names.map((name) => name.padStart(14)).join(""));
for (const log of trainer.state.logHistory) {
  if (log.train_runtime !== undefined) continue;
  const cell = (name: string) =>
    log[name] === undefined ? "" : String(Number(log[name].toPrecision(4)));
  console.log(names.map((name) => cell(name).padStart(14)).join(""));
}

// %% [markdown]
// The last row came from our own `evaluate()`. It has the loss of epoch 3 again, as the best weights were loaded. Now the pictures.

// %%
await displayResult(trainingCurves(trainingLog));

// %% [markdown]
// The training loss falls in every epoch, down to 0.596. The validation loss turns in epoch 3. From there on the network learns the 2,100 rows, no longer reviews: this is **overfitting**, and more epochs make it worse.
//
// **What do you expect** of the accuracy: does it turn in epoch 3 too?

// %%
await displayResult(trainingCurves(trainingLog, {
  ...{ metric: "accuracy", format: "percent" },
  title: "Validation accuracy, epoch by epoch",
}));

// %% [markdown]
// It does not. By accuracy, epoch 5 is the best (61.3 %), and epoch 4 the worst after the first. With 300 validation rows one point is three reviews, and accuracy jumps; the loss uses every probability and moves smoothly. That is why `metricForBestModel` is the loss unless you say otherwise. If you do, `"accuracy"` is the name, and `greaterIsBetter` follows.
//
// > ✏️ **Try it 2.** Set `metricForBestModel: "accuracy"` and run from the arguments on. Which epoch is loaded at the end now? Is its loss better or worse?

// %% [markdown]
// ## 6 · Stopped, and resumed
//
// What is on the disk?

// %%
console.log(trainer.state);
console.log(readdirSync(outputDir).sort());

// %% [markdown]
// Five epochs wrote five checkpoints; `saveTotalLimit: 2` kept two: the best (198) and the last (330). Inside:

// %%
console.log(readdirSync(String(trainer.state.bestModelCheckpoint)).sort());

// %% [markdown]
// `model.safetensors` and `config.json` are a model that `fromPretrained` opens. `optimizer` and `resume.json` are what a training needs to go on: AdamW's two moments for each weight, the place in the data, the state of the random numbers.
//
// Is that really all? The only proof is to try. 80 reviews, 20 updates, dropout included; one training is stopped at update 7, as if somebody had pulled the plug.

// %%
const few = encoded.train.take(80);
const settings: TrainingArgumentsOptions = {
  outputDir: "build/test_resume",
  overwriteOutputDir: true,
  perDeviceTrainBatchSize: 8,
  numTrainEpochs: 2,
  learningRate: 2e-3,
  saveSteps: 1000,
  disableTqdm: true,
  seed,
};
async function furthest(one: PreTrainedModel, other: PreTrainedModel) {
  const found = await other.readParameters();
  let most = 0;
  for (const [name, { data }] of await one.readParameters()) {
    const twin = found.get(name)?.data ?? [];
    data.forEach((value, at) => (most = Math.max(most, Math.abs(value - twin[at]))));
  }
  return most;
}
const parts = { trainDataset: few, processingClass: tokenizer };
console.log((few.numRows / 8) * 2, "updates in all");

// %%
const stopAt7: TrainerCallback = {
  onStepEnd: (state, control) => {
    if (state.step !== 7) return;
    control.save();
    control.stop("somebody pulled the plug");
  },
};
const args = new TrainingArguments(settings);
const stopped = await openModel();
await new Trainer({ model: stopped, args, ...parts, callbacks: [stopAt7] }).train();
console.log(readdirSync("build/test_resume"));

// %% [markdown]
// Now a new model, as a new program would have, takes up the checkpoint. A third one trains without a stop. `furthest` is the largest difference between any two weights. **What do you expect:** how large is it between resumed and unbroken? A rounding error, 1e-7? More, since dropout is random?

{ // The next cell declares `other` anew, from here to the end.
// %%
const resumed = await openModel();
const second = new Trainer({ model: resumed, args, ...parts });
await second.train({ resumeFromCheckpoint: true });
console.log("resumed to update", second.state.globalStep);

const inOne = await openModel();
const other = new TrainingArguments({ ...settings, outputDir: "build/test_in_one" });
const unbroken = new Trainer({ model: inOne, args: other, ...parts });
await unbroken.train();
console.log("resumed against in one:", await furthest(resumed, inOne));
console.log("stopped against in one:", await furthest(stopped, inOne));

// %% [markdown]
// 0. Not small: zero, bit for bit, over all 174,277 weights. (The second line shows that the measure can see a difference: the one that stayed at update 7 is 0.008 away.) If it were not zero, something would have been lost: the order of the rows, a moment, dropout's stream. You could never know whether your result came from the data or from the interruption.
//
// ### Four times four is sixteen
//
// If 16 rows do not fit into memory, take 4 and add up the gradients of four batches. Five updates each, without dropout, the loss of every update:

// %%
async function trainWith(extra: Partial<TrainingArgumentsOptions>) {
  const pupil = await openModel(0);
  const its = { ...settings, ...extra, maxSteps: 5, loggingSteps: 1 };
  const args = new TrainingArguments({ ...its, outputDir: "build/test_sum" });
  const teacher = new Trainer({ model: pupil, args, ...parts });
  await teacher.train();
  await pupil.close();
  return teacher.logHistory.slice(0, 5).map(({ loss }) => loss.toFixed(5)).join(" ");
}
const sixteen = await trainWith({ perDeviceTrainBatchSize: 16 });
const fourByFour = await trainWith({
  perDeviceTrainBatchSize: 4,
  gradientAccumulationSteps: 4,
});
const four = await trainWith({ perDeviceTrainBatchSize: 4 });
console.log("16:   ", sixteen);
console.log("4 x 4:", fourByFour);
console.log("4:    ", four);

// %% [markdown]
// The first two lines are equal to all five digits. The mean of four means of four is the mean of sixteen, so nothing changes but the memory. The third line used 4 rows for each update, which is another training. (Equal holds for batches of equal size. With dropout the two draw other random numbers, and agree only on average.)
//
// ### Trainer or fit?
//
// Is one of them better? Train the same beginning with chapter 5's words: same rows, same order, same rate, clipping at 1, as Trainer does unless told otherwise.

// %%
const keras = isOurs
  ? await TFAutoModelForSequenceClassification.fromConfig(blank(0.3), { seed })
  : await TFAutoModelForSequenceClassification.fromPretrained("bert-base-cased", {
      ...{ numLabels, id2label, seed },
    });
const batches = keras.prepareTfDataset(few, {
  ...{ batchSize: 8, shuffle: true, dropRemainder: false, tokenizer, seed },
});
const { optimizer } = createOptimizer({
  ...{ initLr: 2e-3, numTrainSteps: 20, numWarmupSteps: 0, clipNorm: 1 },
});
keras.compile({ optimizer });
const history = await keras.fit(batches, { epochs: 2, verbose: 0, seed });
console.log("fit's losses:", history.history.loss.map((loss) => loss.toFixed(4)));
console.log("largest difference, fit and Trainer:", await furthest(keras, inOne));

// %% [markdown]
// 0 again. `Trainer` and `fit` are two ways to write the same arithmetic. Choose by what you need around it: `Trainer` brings checkpoints, resuming and the best model at the end; `fit` is shorter, and shows batches, optimizer and schedule as objects of their own. They have different *defaults* (clipping, decay, a rest of the last batch), which is why two tutorials seldom agree to the digit.
//
// | | Python | TypeScript |
// | --- | --- | --- |
// | metric | `evaluate.load("accuracy")` | `evaluate.load("accuracy")` |
// | largest | `np.argmax(logits, axis=-1)` | `argmax(predictions)` |
// | arguments | `TrainingArguments(output_dir="test_trainer", per_device_train_batch_size=16)` | `new TrainingArguments({ outputDir: "test_trainer", perDeviceTrainBatchSize: 16 })` |
// | trainer | `Trainer(model=model, args=training_args, train_dataset=…, compute_metrics=…)` | `new Trainer({ model, args, trainDataset, computeMetrics })` |
// | train | `trainer.train(resume_from_checkpoint=True)` | `await trainer.train({ resumeFromCheckpoint: true })` |
// | evaluate | `trainer.evaluate()` | `await trainer.evaluate()` |
// | predict | `trainer.predict(dataset)` | `await trainer.predict(dataset)` |
// | early stop | `EarlyStoppingCallback(early_stopping_patience=2)` | `new EarlyStoppingCallback({ earlyStoppingPatience: 2 })` |
// | save | `trainer.save_model(folder)` | `await trainer.saveModel(folder)` |
// | use | `pipeline("text-classification", folder)` | `await pipeline("text-classification", folder)` |
// | share | `model.push_to_hub("my-model")` | chapter 10 |

// %% [markdown]
// ## 7 · Counting from one
//
// The commonest mistake with stars: the label is the number of stars, 1 to 5.

// %%
const asPeopleCount = few.toList().map((row) => ({ ...row, label: row.label + 1 }));
const counted = Dataset.fromList(asPeopleCount);
console.log([...counted.unique("label")].sort(), counted.features.label);

// %% [markdown]
// 1 to 5, in a column of plain numbers: nothing says that these are not classes. Train on it:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
const wrong = new Trainer({ model: stopped, args, ...parts, trainDataset: counted });
// @ts-ignore: this cell fails on purpose.
await displayResult(await wrong.train());
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// The first row with five stars is refused, before any update, with its number. In Python the same data ends on a graphics card as *device-side assert triggered*, which says neither row nor column. But mind: had there been no review with five stars among these rows, nothing would have been refused, and the model would have learned shifted names (chapter 4 has that case). The repair:

// %%
const fromZero = await counted.map(({ label }) => ({ label: label - 1 }));
const right = new Trainer({ model: stopped, args, ...parts, trainDataset: fromZero });
const { globalStep } = await right.train();
clearOutput();
console.log(globalStep, "updates, and no complaint");
for (const one of [stopped, resumed, inOne, keras])
  await one.close();

// %% [markdown]
// ## 8 · The judgement
//
// Until now no number came from the 600 test rows. **What do you expect:** on the validation rows the network was ahead of the bag of words in loss and in accuracy. Will both hold?

{ // The next cell declares `logits`, `truth` anew, from here to the end.
// %%
const output = await trainer.predict(encoded.test);
const { predictions: logits, metrics } = output;
console.log(logits.dims, Object.keys(metrics).join(" "));
const rows = logits.tolist() as number[][];
const truth = truths(dataset.test);
const first = rows[0].map((logit) => logit.toFixed(2)).join(" ");
console.log("row 0:", first, "truth", truth[0]);

// %% [markdown]
// 600 rows of 5 logits. The likeliest class of row 0 is 3 (*4 stars*); the truth is 4.

// %%
const bagRows = dataset.test.column("text").map((text) => bagLogits(bagOf(text)));
judge("prior", truth, truth.map(() => shares.map(Math.log)));
judge("bag of words", truth, bagRows);
await displayResult(judge("Trainer", truth, rows));

// %% [markdown]
// Both are far beyond the prior (16.7 %). Between themselves: the network has the better **loss**, 0.845 against 0.913 nats; the bag of words has more **right**, 63.3 % against 61.7 %. So the lead in accuracy on the validation rows did not hold.

// %%
const guessed = argmax(rows);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
function interval(name: string, guess: number[]) {
  const options = { metric: accuracyScore, seed };
  const { low, high } = bootstrapConfidenceInterval(truth, guess, options);
  console.log(name.padEnd(12), percent(low), "to", percent(high));
}
interval("bag of words", argmax(bagRows));
await displayResult(interval("Trainer", guessed));

// %% [markdown]
// Redrawing the 600 rows moves either accuracy by about four points up and down. The two ranges overlap almost entirely: on accuracy this test cannot tell them apart, and whoever reports one of them as the winner reports luck. What can be said: a transformer from random numbers, with 2,100 reviews, is **no better at picking the class than counting words**, though it knows better how sure to be. A likely reason: it had to learn English from 2,100 reviews, and word order carries little in them that the words do not. The usual remedy is an encoder that knows English already.
//
// Would more rows help? The same number of updates, on a quarter of the rows, on half, on all:

// %%
async function trainOn(rows: number) {
  const pupil = await openModel();
  const args = new TrainingArguments({
    ...trainingArgs.toJSON(),
    ...{ outputDir: "build/test_rows", evalStrategy: "no", saveStrategy: "no" },
    ...{ loadBestModelAtEnd: false, disableTqdm: true, maxSteps: 198 },
  });
  const teacher = new Trainer({
    ...{ model: pupil, args, processingClass: tokenizer, computeMetrics },
    trainDataset: encoded.train.take(rows),
    evalDataset: encoded.validation,
  });
  await teacher.train();
  const { eval_loss, eval_accuracy } = await teacher.evaluate();
  await pupil.close();
  console.log(rows, "rows:", eval_loss.toFixed(3), "nats,", percent(eval_accuracy));
  return eval_loss;
}
const sizes = [525, 1050, 2100];
const lossBySize: number[] = [];
for (const rows of sizes) lossBySize.push(await trainOn(rows));

// %%
await displayResult(lineChart({ "validation loss": lossBySize }, {
  title: "The same 198 updates on more rows",
  x: sizes,
  xTitle: "rows to learn from",
  yTitle: "validation loss (nats)",
}));

// %% [markdown]
// With 525 rows the loss is 1.763, *worse than the prior*, although 54.3 % are right: 198 updates go through them twelve times, the network knows them by heart and is sure of everything. Doubling the rows brings 1.059, doubling again 0.851. The curve has not flattened, so more reviews would help. More epochs would not: section 5 has shown that.

// %% [markdown]
// ### Where is it wrong?

// %%
await displayResult(confusionMatrixPlot(confusionMatrix(truth, guessed), {
  labels: stars.names,
  unit: "reviews",
}));

// %%
const distance = truth.map((label, row) => Math.abs(label - guessed[row]));
for (const off of [0, 1, 2, 3, 4])
  console.log(off, "stars off:", distance.filter((d) => d === off).length);

// %% [markdown]
// Most mistakes lie next to the diagonal: 217 of the 230 are off by one star, 12 by two, 1 by three. The commonest is a four read as a three (39 of 124). For a task with an order, that is worth more than the accuracy says.

// %%
const report = classificationReport(truth, guessed, { targetNames: stars.names });
await displayResult(perClassScores(report, { scores: ["f1Score"] }));

// %% [markdown]
// F1 is 0.784 for one star and 0.443 for four. The ends are easier: they have one neighbour, the classes in the middle have two. A single accuracy would not have told.
//
// ### Can its confidence be believed?

// %%
const probabilities = softmax(rows);
const sure = calibration(truth, probabilities);
console.log("expected calibration error", sure.expectedCalibrationError.toFixed(3));
await displayResult(reliabilityDiagram(sure));

// %% [markdown]
// Where it says 64.2 % on average, it is right in 61.7 %. Where it is least sure, it is ten points too sure (58 reviews); in the other bins the bars follow the diagonal within eight points. Weighted by their sizes that makes an expected calibration error of 0.035. This is a part of the lower loss: honest probabilities. Stopping early may have a part in it, since a network that learns rows by heart becomes sure of everything.

// %%
await displayResult(worstErrors(
  { texts: dataset.test.column("text"), yTrue: truth, yProba: probabilities },
  { count: 5, classNames: stars.names },
));

// %% [markdown]
// Read them; nothing teaches more. Row 498 praises the salon and gives one star: *Perhaps I was lucky, but the salon is bright*. It is meant ironically, or its writer is angry about something that is not in the text. Row 291 says little good of the repair and ends *Absolutely wonderful, I would not change a thing*. A person would hesitate too. These are not bugs of the model, they are the overlap that the data card speaks of.

// %% [markdown]
// ## 9 · Use it
//
// `saveModel` writes model and tokenizer into one folder, and a pipeline needs nothing else: names of classes, lower case and length are all in there. (`pipeline("text-classification", model, { tokenizer })` takes the objects themselves.)

// %%
await trainer.saveModel("build/reviews-model");
console.log(readdirSync("build/reviews-model").sort());

// %%
const classify = await pipeline("text-classification", "build/reviews-model");
const own = [
  "The food was wonderful and the waiter could not have been kinder.",
  "It does the job, no more. The room was small, the bed was fine.",
  "Never again. They lost my order and laughed about it.",
  "I would not call this place good.",
  "Great, just great: two hours of waiting for a cold soup.",
];
for (const text of own) {
  const [{ label, score }] = await classify(text);
  console.log(label, score.toFixed(2), "|", text);
}

// %% [markdown]
// Praise is five stars, anger is one, and *it does the job* is three. *I would not call this place good* is one star (0.75) although *good* is in it: "would not call" is a turn that the grammar uses, and the network has seen it. The ironic *Great, just great* gets two stars, with less confidence (0.55). That is better than one could fear, and five sentences are no measurement.
//
// > ✏️ **Try it 3.** Write three reviews of your own, one of them about something that is not in the data: a book, a dentist, a film. Which words does the tokenizer break into pieces? Does the model become less sure, as it should?

// %% [markdown]
// ## Quiz
//
// Decide first, then open the answer.
//
// **1. `evalStrategy` is left at its default. What do you see of the validation rows?**
//
// <details><summary>a) Their loss after every epoch</summary>No. The default is "no": there is no evaluation unless you ask for it.</details>
// <details><summary>b) Nothing</summary>Yes. The training loss alone cannot show overfitting.</details>
// <details><summary>c) Their accuracy every 500 steps</summary>500 is the default distance of logs, and they hold the training loss.</details>
//
// **2. Early stopping ended after epoch 5. Which weights does the model have?**
//
// <details><summary>a) Those of epoch 5, always</summary>Only where <code>loadBestModelAtEnd</code> is not set.</details>
// <details><summary>b) Those of the best evaluation, where <code>loadBestModelAtEnd</code> is set</summary>Yes, here epoch 3. Stopping and going back are two different things.</details>
// <details><summary>c) The mean of all epochs</summary>No weights are averaged here.</details>
//
// **3. Memory allows 8 rows, and you want updates of 32. What do you set?**
//
// <details><summary>a) <code>perDeviceEvalBatchSize: 8</code></summary>That concerns evaluation, and changes no update.</details>
// <details><summary>b) <code>perDeviceTrainBatchSize: 8</code>, <code>gradientAccumulationSteps: 4</code></summary>Yes: four batches of eight for each update.</details>
// <details><summary>c) <code>learningRate</code> divided by 4</summary>That makes other, smaller updates of 8 rows.</details>
//
// **4. Why is a checkpoint more than the weights?**
//
// <details><summary>a) It also holds the optimizer's moments and the places in the data and in the random numbers</summary>Yes. Without them a training goes on, but to other numbers.</details>
// <details><summary>b) It also holds the training rows</summary>No, the data stays where it is; only the place in it is kept.</details>
// <details><summary>c) It is not: the weights are enough</summary>Enough to predict, not enough to go on as if nothing had happened.</details>
//
// **5. The validation loss rises while the validation accuracy still climbs a little. What is going on?**
//
// <details><summary>a) One of the two is computed wrongly</summary>Both can be right; they ask different questions.</details>
// <details><summary>b) The model becomes too sure: its mistakes cost more, though there are hardly fewer or more of them</summary>Yes. The loss sees every probability, accuracy only which one is largest.</details>
// <details><summary>c) The learning rate is 0</summary>Then neither would move.</details>
//
// **6. Two models have 63.3 % and 61.7 % on the same 600 rows. What may you report?**
//
// <details><summary>a) The first is better</summary>The ranges of both reach over each other almost entirely.</details>
// <details><summary>b) Both figures, with their ranges, and that this test does not separate them</summary>Yes. More test rows, or several seeds, could.</details>
// <details><summary>c) Nothing</summary>Both are far from the prior, and that is a finding.</details>
//
// **7. Settings from a Python project hold `fp16: true`. Why is that an error here?**
//
// <details><summary>a) The name is misspelt</summary>Then the message would name the nearest one.</details>
// <details><summary>b) It cannot be done here, and doing nothing in silence would make two trainings look alike that are not</summary>Yes. Leave it out, knowing what you leave out.</details>
// <details><summary>c) It must be a string</summary>No value asks for something that is not there.</details>

// %% [markdown]
// ## An open question
//
// You have a week and one thing to spend it on: label 2,000 more reviews, try ten learning rates, or move to a pretrained encoder. Which would you choose for a task of your own, and which figure of this chapter speaks for it? How would you know at the end that it was the right one?

// %% [markdown]
// ## Summary
//
// | on the 600 test rows | knows before | loss (nats) | accuracy | macro F1 |
// | --- | --- | --- | --- | --- |
// | prior | shares of the classes | 1.613 | 16.7 % | 0.057 |
// | bag of words | nothing | 0.913 | 63.3 % | 0.638 |
// | Trainer, one layer from random numbers | nothing | 0.845 | 61.7 % | 0.617 |
// | a reader who misses nothing (data card) | the grammar | | about 72 % | |
//
// - `TrainingArguments` hold every setting, `Trainer` does the work; rate, epochs and batch size matter most.
// - A misspelt name is found by the compiler, or when the object is made; an argument without meaning is refused with its reason.
// - Validation decides when to stop, test judges once, and a baseline stands in the same table. (The size of the network was chosen before this notebook was written, in a few trials that looked at the test rows: its figure is a little flattered by that.)
// - A resumed training ends bit for bit where an unbroken one does; 4 × 4 rows are 16; `Trainer` and `fit` are the same arithmetic.
// - The network equals counting words in accuracy and is better calibrated. Pretraining is what would change that.

// %% [markdown]
// ## Limits, and harm that could be done
//
// - **The reviews are synthetic.** A grammar wrote them, and the same sentences come back. No figure here says anything about real reviews.
// - **No pretraining.** The offline model knows 2,000 pieces of words. It has never met *dentist*, and will answer with stars all the same.
// - **One seed, one split.** The ranges of section 8 are those of the 600 rows alone. How far another seed or another split would move the figures, nothing here says.
// - **`profile = "full"` and `prefer = "auto"` give other numbers** than this text quotes: twenty epochs at most, and another model.
// - **Stars are people's work.** Ranking a shop, a driver or a nurse by predicted stars passes on each mistake to someone who cannot see it. Irony is read as praise, and plain writers as unhappy ones.
//
// ## Next, and further reading
//
// Chapter 8 turns from judging texts to writing them, word by word.
//
// - The source: `src/training/trainer/trainer.ts`, `src/training/arguments/training-argument-fields.ts`, `src/training/checkpoints/`.
// - Hugging Face, *Trainer*: <https://huggingface.co/docs/transformers/main_classes/trainer>
// - Hugging Face, *Fine-tuning*: <https://huggingface.co/docs/transformers/training>
// - Loshchilov and Hutter, *Decoupled Weight Decay Regularization*, 2019: <https://arxiv.org/abs/1711.05101>
// - Guo and others, *On Calibration of Modern Neural Networks*, 2017: <https://arxiv.org/abs/1706.04599>

}}
}

main().catch(failScript);
