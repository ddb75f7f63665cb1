// 1 · Labels that nobody trained for
//
// Generated from notebooks/01-zero-shot.ipynb by `caderno export`. Do not edit: change the notebook and export it again.
//
//     npx caderno exec scripts/01-zero-shot.ts            runs it; -p name=value sets a parameter
//     npx caderno exec scripts/01-zero-shot.ts --help     lists its parameters

import {
  AutoModelForSequenceClassification,
  AutoTokenizer,
  barChart,
  displayResult,
  failScript,
  heatmap,
  loadDataset,
  pipeline,
  resolveModel,
  scriptParameters,
  tokenChips,
} from "caderno";

const parameter = scriptParameters({
  prefer: { type: "string", default: "embedded" },
  dataFile: { type: "string", default: "datasets/redacoes.csv" },
  row: { type: "number", default: 38 },
  graded: { type: "number", default: 24 },
});

// The cells stand in one function because a script of this project cannot await at its top level.
async function main(): Promise<void> {
// %% [markdown]
// # 1 · Labels that nobody trained for
//
// **Promise:** at the end of this chapter you can sort any Portuguese text by labels that you make up on the spot, without training anything, and you can say which labels such a classifier answers and which ones it only pretends to answer.
//
// ![The course in ten chapters. You are at chapter 1.](../assets/figures/course-map-01.svg)
//
// | | |
// | --- | --- |
// | **You need** | to read a little TypeScript; nothing of machine learning |
// | **Time** | 40 minutes to read and try, under a minute to run |
// | **Downloads** | none: a small model of this project is in the repository, so every cell works offline. With `prefer = "hub"` the course's model of the Hugging Face Hub is loaded instead (hundreds of megabytes) |
// | **Data** | `datasets/redacoes.csv`, 1,500 synthetic essays in Portuguese; its card is `datasets/redacoes.md`. The model's card is `assets/models/zero-shot-pt-tiny/README.md` |

// %% [markdown]
// ## What you will be able to do
//
// 1. **Classify** a text by labels of your own with one call.
// 2. **Compute** the scores by hand, from pairs of sentences and two logits each.
// 3. **Measure** the classifier against a baseline, on labels that it was trained on and on labels that are new to it.
// 4. **Recognise** a question that it cannot answer, although it always gives an answer.
// 5. **Choose** a hypothesis, one label or several, and know what is cut from a long text.
// 6. **Wrap** it into a function that a demo can offer to others.

// %% [markdown]
// ## Where we are going
//
// The course has one large task: give an essay the score that a teacher would give. Training a model for that takes until chapter 5. This chapter tries it without any training, with a model that somebody else has trained on something else. That is the shortest road there is, and it is worth knowing where it ends.
//
// ## The whole game first
//
// A **pipeline** is a function made of three parts: a tokenizer that turns text into numbers, a model, and what turns the model's numbers into an answer. Chapter 3 opens the first part. `resolveModel` says which model it has chosen, and why.

// %% tags=["parameters"]
const prefer = parameter("prefer", "embedded");
const dataFile = parameter("dataFile", "datasets/redacoes.csv");
const row = parameter("row", 38);
const graded = parameter("graded", 24);

// %%
const chosen = await resolveModel("Mel-Iza0/zero-shot", { prefer });
console.log(chosen.reason);
const classify = await pipeline("zero-shot-classification", chosen.model);

const essays = await loadDataset("csv", { dataFiles: dataFile });
const { test } = essays.train.trainTestSplit({ testSize: 0.2, shuffle: false });
const texts: string[] = test.column("essay").map(String);
const truth: number[] = test.column("score").map(Number);
const essay = texts[row];
console.log(essay.slice(0, 330) + "…");

// %% [markdown]
// The model is small and was trained for this course; it stands in for the course's own, `Mel-Iza0/zero-shot`. It reads better than you might fear and worse than a large one.
//
// Now make up labels. **What do you expect?** Which of the five comes first, and will the others get nothing at all?

// %%
const template = "Este texto é sobre {}.";
const topics = ["mobilidade urbana", "saúde", "culinária", "futebol", "economia"];
const answer = await classify(essay, topics, { hypothesisTemplate: template });
for (const [place, label] of answer.labels.entries()) {
  console.log(answer.scores[place].toFixed(3), label);
}

// %%
const scoresOf = (result: { labels: string[]; scores: number[] }) =>
  new Map(result.labels.map((label, place) => [label, result.scores[place]]));
await displayResult(barChart(scoresOf(answer), {
  title: "An essay on transport, sorted by labels made up a minute ago",
  labelTitle: "label",
  valueTitle: "score",
  format: "percent",
  direction: "horizontal",
}));

// %% [markdown]
// *mobilidade urbana* has 0.949 of a whole that is shared out among the five. The others get little, and not nothing: *saúde* comes second with 0.043. Nobody told the model which five labels there would be, and no essay of this part of the file was in its training. Other essays on the same themes were, so this is an easy text for it; section 2 has harder ones.

// %% [markdown]
// ## 1 · What entailment has to do with it
//
// The model knows nothing of labels. It was trained on one question about two texts: if the first one, the **premise**, is true, does the second one, the **hypothesis**, follow? That is called **entailment**. A label becomes a question of this kind by being put into a sentence:
//
// | premise | hypothesis | follows? |
// | --- | --- | --- |
// | O goleiro defendeu o pênalti, e a torcida cantou. | Este texto é sobre futebol. | yes |
// | O goleiro defendeu o pênalti, e a torcida cantou. | Este texto é sobre saúde. | no |
//
// Five labels are five such pairs. So *zero-shot* means: zero examples of these labels. The skill of judging pairs is what is transferred.
//
// The same by hand, with two pairs. A tokenizer cuts both texts into pieces and puts `[SEP]` between them:

// %%
const tokenizer = await AutoTokenizer.fromPretrained(chosen.model);
const model = await AutoModelForSequenceClassification.fromPretrained(chosen.model);
const premise = "O goleiro defendeu o pênalti, e a torcida cantou.";
const pairOf = (label: string) => template.replace("{}", label);
const pair = tokenizer.encode(premise, { textPair: pairOf("futebol") });
await displayResult(tokenChips({ pair: pair.encodings[0] }, { title: "Premise and hypothesis, one row" }));

// %%
const labels = ["futebol", "saúde", "religião"];
const pairs = tokenizer.encode(
  labels.map(() => premise),
  { textPair: labels.map(pairOf), padding: true },
);
const { logits } = await model.forward(pairs);
console.log(model.config.id2label);
console.log("logits:", logits.dims);
for (const [place, label] of labels.entries()) {
  const [against, follows] = logits.at(place).data;
  const numbers = [against, follows].map((logit) => logit.toFixed(2).padStart(6));
  console.log(label.padEnd(9), numbers.join(" "));
}

// %% [markdown]
// Three rows and two columns, `[3, 2]`. A **logit** is a score of any size. The columns have the names that `id2label` gives: first *does not follow*, then *follows*. In the row of *futebol* the second number is by far the larger one, in that of *religião* by far the smaller one. In the row of *saúde* the two are nearly equal: about health, this model is undecided.
//
// A **softmax** makes numbers of any size into shares that add up to 1: take *e* to the power of each, and divide by the sum. It can run in two directions here. **What do you expect?** Which direction gives the pipeline's scores, along a row or down the column?

// %%
const softmax = (values: number[]) => {
  const powers = values.map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
};
const rows = labels.map((_, place) => [...logits.at(place).data]);
const downTheColumn = softmax(rows.map(([, follows]) => follows));
const alongTheRow = rows.map((row) => softmax(row)[1]);
const settings = { hypothesisTemplate: template };
const called = scoresOf(await classify(premise, labels, settings));
console.log("label      column  row    pipeline");
for (const [place, label] of labels.entries()) {
  const numbers = [downTheColumn[place], alongTheRow[place], called.get(label) ?? 0];
  console.log(label.padEnd(9), numbers.map((number) => number.toFixed(4)).join("  "));
}

// %% [markdown]
// Down the column. The pipeline takes the *follows* logit of every label and shares out one whole among the labels; *does not follow* plays no part in it. So these scores say how the labels stand **against one another**. Along the row each label is judged by itself, against its own opposite; section 5 comes back to that.
//
// That is all: a pair for each label, one run of the model, one softmax.

// %% [markdown]
// ## 2 · Better than counting words?
//
// Before admiring a method, ask what the simplest one would do. The simplest here: look whether the label stands in the text, and if none does, take the first label. Sixteen sentences, two for each of eight labels. Four of the labels were asked for in the model's training; the other four never were, though its training read texts that are about them (the card says how).

// %%
const asked = ["saúde", "economia", "política", "religião"];
const fresh = ["culinária", "astronomia", "moda", "matemática"];
const sentences: [string, string][] = [
  ["saúde", "A gripe derrubou a turma, e o posto ficou sem remédio."],
  ["saúde", "O cirurgião operou o coração do paciente durante seis horas."],
  ["economia", "Com o dólar mais caro, importa-se menos e os preços sobem."],
  ["economia", "Investir na bolsa dá medo quando a recessão se aproxima."],
  ["política", "O vereador trocou de partido antes da votação."],
  ["política", "A urna foi aberta diante dos candidatos."],
  ["religião", "Os fiéis subiram a ladeira atrás da procissão."],
  ["religião", "O monge acorda às quatro para a oração."],
  ["culinária", "Deixe a massa descansar e asse em forno quente."],
  ["culinária", "O cozinheiro queimou o molho e salgou o caldo."],
  ["astronomia", "O cometa volta a cada setenta e seis anos."],
  ["astronomia", "A sonda mandou imagens dos anéis de Saturno."],
  ["moda", "A costureira encurtou a saia e trocou os botões."],
  ["moda", "O casaco de lã não combina com a calça listrada."],
  ["matemática", "A soma dos lados do triângulo é doze."],
  ["matemática", "Ele resolveu a equação, mas errou a fração."],
];
console.log(sentences.length, "sentences,", asked.length + fresh.length, "labels");

// %% [markdown]
// **What do you expect?** One in eight is right by chance. How many of the sixteen does counting words get right, and how much worse is the model on the four new labels than on the four that it knows?

// %%
const eight = [...asked, ...fresh];
const byWord = (text: string) =>
  eight.find((label) => text.toLowerCase().includes(label)) ?? eight[0];
const guesses: { label: string; word: string; model: string }[] = [];
const matrix: number[][] = [];
for (const [label, text] of sentences) {
  const result = await classify(text, eight, settings);
  const own = scoresOf(result);
  matrix.push(eight.map((name) => own.get(name) ?? 0));
  guesses.push({ label, word: byWord(text), model: result.labels[0] });
  if (result.labels[0] !== label) console.log(`${result.labels[0]}? ${text}`);
}
const right = (by: "word" | "model", group: string[]) => {
  const own = guesses.filter((guess) => group.includes(guess.label));
  return own.filter((guess) => guess[by] === guess.label).length / own.length;
};
for (const by of ["word", "model"] as const) {
  console.log(by.padEnd(6), "known:", right(by, asked), "new:", right(by, fresh));
}

// %%
await displayResult(heatmap(matrix, {
  title: "Fifteen of sixteen: the darkest cells go down the diagonal",
  rows: sentences.map(([label], place) => `${label} ${1 + (place % 2)}`),
  columns: eight,
  rowTitle: "what the sentence is about",
  columnTitle: "label",
  format: "percent",
  range: [0, 1],
}));

// %%
const sharesOf = (by: "word" | "model") => ({
  "labels of the training": right(by, asked),
  "new labels": right(by, fresh),
});
await displayResult(barChart(
  { "counting words": sharesOf("word"), "zero-shot": sharesOf("model") },
  {
    title: "Counting words gets two of sixteen; the model gets fifteen",
    labelTitle: "which labels",
    valueTitle: "share that is right",
    format: "percent",
    referenceLines: [{ axis: "y", at: 1 / 8, label: "by chance" }],
  },
));

// %% [markdown]
// Counting words got two of sixteen right, and those by luck: no sentence holds its label, and the label that is taken then happens to be theirs. The model got fifteen, and all of the new labels. Its one mistake is on a known one: the second sentence on *economia* has 39.8 % there and 42.6 % on *saúde*.
//
// Sixteen sentences are few, and they were written by the hand that wrote the training texts. The card has more: of 144 choices among five labels that training never asked for, the model got 97.2 % right. It also says what *new* means there: training asked about none of these labels, but texts that it read, without being told what they are about, hold the words.
//
// > ✏️ **Try it 1.** Add a ninth label to `eight`, such as `"medicina"`, that means nearly the same as one that is there. What happens to the scores of the two? Is a lower score then a lesser certainty?

// %% [markdown]
// ## 3 · A question that it cannot answer
//
// Now the course's task, asked in the same way: eleven labels, `0` to `10`, and a hypothesis about the grade. The original course does exactly this. There the eleven scores lay between 0.082 and 0.118.
//
// **What do you expect?** Eleven labels that all get the same would have 0.091 each. Will our eleven be further apart?

// %%
const grades = Array.from({ length: 11 }, (_, grade) => String(grade));
const gradeTemplate = "A nota desta redação é {}.";
const grade = await classify(essay, grades, { hypothesisTemplate: gradeTemplate });
const gradeScores = scoresOf(grade);
const spread = [...gradeScores.values()];
console.log("highest:", grade.labels[0], Math.max(...spread).toFixed(3));
console.log("lowest: ", grade.labels[10], Math.min(...spread).toFixed(3));
console.log("uniform:", (1 / 11).toFixed(3), " truth:", truth[row]);
const oneByOne = { hypothesisTemplate: gradeTemplate, multiLabel: true };
const { scores: believed } = await classify(essay, grades, oneByOne);
console.log("each by itself, at most:", believed[0].toFixed(3));

// %%
await displayResult(barChart(new Map(grades.map((name) => [name, gradeScores.get(name) ?? 0])), {
  title: "Eleven grades, all near one eleventh: no answer, in the form of one",
  labelTitle: "grade",
  valueTitle: "score",
  format: "percent",
  referenceLines: [{ axis: "y", at: 1 / 11, label: "all alike" }],
}));

// %% [markdown]
// All eleven lie between 0.069 and 0.114, around the 0.091 that each would get if the model knew nothing. The highest is 10; the truth is 4. Asked for each by itself (section 5 says how), the model believes in none of them: 0.001 at most. A part of this flatness was taught: its training called hypotheses that no text can answer ("O autor tem 31 anos.") not entailed. No hypothesis about a grade was among them. Beside it the same call with as many topics, each question's labels from the best to the last:

// %%
const others = ["religião", "cinema", "agricultura", "energia", "moda", "idiomas"];
const eleven = [...topics, ...others];
const eleventh = await classify(essay, eleven, settings);
const byRank = (scores: number[]) =>
  new Map(scores.map((score, rank) => [String(rank + 1), score]));
await displayResult(barChart(
  { "eleven topics": byRank(eleventh.scores), "eleven grades": byRank(grade.scores) },
  {
    title: "The same call: one topic stands out, no grade does",
    labelTitle: "rank",
    valueTitle: "score",
    format: "percent",
    referenceLines: [{ axis: "y", at: 1 / 11, label: "all alike" }],
  },
));

// %% [markdown]
// Same model, same essay. One topic stands out because its words keep company with those of the text. Nothing in a text keeps company with its grade, so what is left is noise, shared out until it adds up to 1.
//
// The first label looks like an answer all the same. **What do you expect?** Of 24 essays, how many grades are right if one takes it for an answer, as the original course does? And if one always answers 6, the commonest score?

// %%
const given: number[] = [];
for (const text of texts.slice(0, graded)) {
  const result = await classify(text, grades, { hypothesisTemplate: gradeTemplate });
  given.push(Number(result.labels[0]));
}
const exact = (guess: (place: number) => number) =>
  truth.slice(0, graded).filter((score, place) => guess(place) === score).length;
const kinds = [...new Set(given)].sort((a, b) => a - b);
console.log("grades that it gives:", kinds.join(" "));
console.log(`right: ${exact((place) => given[place])} of ${graded}`);
console.log(`always 6: ${exact(() => 6)} of ${graded}`);

// %% [markdown]
// Six different grades for 24 essays, and none of them is right. Always answering 6, without reading, is right five times. A method that looks like the other one, runs like it and prints like it has nothing to say here: whether a question can be answered is decided by what the model was trained on, not by whether an answer comes out.

// %% [markdown]
// ## 4 · A text that is too long
//
// The model reads 512 tokens. An essay has some 350, and this one is put together from four. Something must be cut, and it must not be the hypothesis: that is the question. `truncation: "only_first"` cuts the premise alone; the pipeline does the same.

// %%
const long = Array.from({ length: 4 }, () => essay).join(" ");
const uncut = { truncation: false, maxLength: 10_000 };
console.log("tokens:", tokenizer.encode(long, uncut).input_ids.length);
const cut = tokenizer.encode(long, {
  textPair: pairOf("saúde"),
  truncation: "only_first",
});
console.log("row:   ", cut.input_ids.length);
console.log("end:   ", cut.tokens().slice(-14).join(" "));

// %% [markdown]
// And done carelessly: text and hypothesis glued together, and the end of it all cut off. **What do you expect?** Which label wins?

// %%
const careless = await model.forward(
  tokenizer.encode(
    topics.map((label) => `${long} ${pairOf(label)}`),
    { truncation: true },
  ),
);
const glued = softmax(topics.map((_, place) => careless.logits.at(place).data[1]));
console.log("careless:", glued.map((score) => score.toFixed(3)).join("  "));
const careful = scoresOf(await classify(long, topics, settings));
const inOrder = topics.map((label) => (careful.get(label) ?? 0).toFixed(3));
console.log("pipeline:", inOrder.join("  "));

// %% [markdown]
// Five times exactly a fifth: the end was cut off, and with it the question. All five rows are the same row. There is no error and no warning, only an answer in which no label wins, much like the grades above. If labels ever get equal scores on long texts, look here first.
//
// The pipeline lost nearly two thirds of the text and kept the question: 0.953 for *mobilidade urbana*.

// %% [markdown]
// ## 5 · One label or several, and how the question is put
//
// A text may be about two things at once. `multiLabel: true` lets each label be judged by itself, along its row.

// %%
const several = ["mobilidade urbana", "transporte público", "saúde", "futebol"];
const one = await classify(essay, several, settings);
const many = await classify(essay, several, { ...settings, multiLabel: true });
await displayResult(barChart(
  { "one of them": scoresOf(one), "each by itself": scoresOf(many) },
  {
    title: "Two names of one thing share the whole, or have it each",
    labelTitle: "label",
    valueTitle: "score",
    format: "percent",
    referenceLines: [{ axis: "y", at: 0.5, label: "more likely than not" }],
  },
));

// %% [markdown]
// *mobilidade urbana* and *transporte público* mean nearly the same here. Against one another they have to share: 51.6 % and 46.0 %. Each by itself has over 99 %. Neither became truer or less true; the question was another one.
//
// By itself, a label may also be turned down: *saúde* has 24.0 % here, *futebol* 0.1 %. One half looks like a border that one can rely on. **What do you expect** of the sentence on the goalkeeper, for *saúde*?

// %%
const three = ["futebol", "saúde", "religião"];
const byItself = { ...settings, multiLabel: true };
const alone = scoresOf(await classify(premise, three, byItself));
const together = scoresOf(await classify(premise, three, settings));
for (const label of three) {
  const both = [alone.get(label) ?? 0, together.get(label) ?? 0];
  console.log(label.padEnd(9), both.map((score) => score.toFixed(3)).join("  "));
}

// %% [markdown]
// A goalkeeper's sentence is about health, says the model, with 0.528 by itself. Against one another *futebol* wins with 0.933. Which label fits *best* is the easier question; whether one fits *at all* needs a border, and a border has to be measured on texts like yours before anything is built on it. The card has that figure too.
//
// The hypothesis is a choice as well. Four ways to put it, on the sixteen sentences:

// %%
const ways = [template, "Aqui se discute {}.", "This example is {}.", "{}"];
const byWay = new Map<string, number>();
for (const way of ways) {
  let hits = 0;
  for (const [label, text] of sentences) {
    const result = await classify(text, eight, { hypothesisTemplate: way });
    if (result.labels[0] === label) hits++;
  }
  byWay.set(way, hits / sentences.length);
  console.log(`${hits} of ${sentences.length}`, way);
}

// %% [markdown]
// Any sentence that says what a text is about will do: one that training never read (the second), even an English one, which it did read. The bare label gets 14: without the sentence around it, the pair is not of the kind that the model was trained on.
//
// > ✏️ **Try it 2.** Write a hypothesis that says the opposite, `"Este texto não é sobre {}."`. Does the order of the labels turn around? What does that tell you about how much of the sentence the model reads?
//
// ### The compiler reads the options
//
// A misspelt option would be passed over in silence by many libraries, and the default would apply. Here the cell does not even start:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(await classify(essay, several, { hypothesisTemplate: template, multiLabels: true }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// | Python | TypeScript |
// | --- | --- |
// | `pipeline("zero-shot-classification", model=m)` | `await pipeline("zero-shot-classification", m)` |
// | `classify(text, candidate_labels=labels)` | `await classify(text, { candidateLabels: labels })`, or `classify(text, labels)` |
// | `hypothesis_template="Este texto é sobre {}."` | `hypothesisTemplate: "Este texto é sobre {}."` |
// | `multi_label=True` | `multiLabel: true` |
// | `tokenizer(premise, hypothesis, truncation="only_first")` | `tokenizer.encode(premise, { textPair: hypothesis, truncation: "only_first" })` |

// %% [markdown]
// ## 6 · Ready for others
//
// A demo needs a function from what people type to what they see. The original course's demo refuses texts below 400 characters, and so does ours: a line of greeting is no essay, and every text gets *some* label. It also refuses labels that are missing, and sorts what it gives.

// %%
const LEAST = 400;
async function classifyEssay(text: string, labels: string[]) {
  const clean = text.trim();
  const { length } = clean;
  if (length < LEAST) return `Escreva ao menos ${LEAST} caracteres: há ${length}.`;
  const names = labels.map((label) => label.trim()).filter((label) => label !== "");
  if (names.length < 2) return "Dê ao menos dois rótulos.";
  return scoresOf(await classify(clean, names, settings));
}
console.log(await classifyEssay("Oi, tudo bem?", topics));
console.log(await classifyEssay(essay, ["economia"]));
console.log(await classifyEssay(texts[0], ["futebol", "fome", "energia"]));

// %% [markdown]
// Both refusals say what to do. The third call gives a `Map`, the best label first: *fome* with 0.853 for an essay on the waste of food. A page with a text box in front of such a function comes later in the course.
//
// > ✏️ **Try it 3.** Give `classifyEssay` a text of your own of more than 400 characters and labels of which none fits. What does it answer, and how would you let it say "none of these"? (Section 5 has what you need.)

// %% [markdown]
// ## 7 · What it has picked up
//
// A model judges by what stood together in its training texts. Two sentences that differ in one word:

// %%
const twins = { morro: "Uma festa no morro.", bairro: "Uma festa no bairro." };
for (const [word, text] of Object.entries(twins)) {
  const { scores } = await classify(text, ["violência"], settings);
  console.log(word.padEnd(11), scores[0].toFixed(3), "violência");
}

// %% [markdown]
// One word, and 0.164 becomes 0.682. Nobody in either sentence does anything but dance. Among the texts that this model was trained on, many that say *morro* tell of policemen and shots (some tell of kites): a few lines of a grammar were enough. Large models read newspapers instead, which have the same habit on a larger scale. Whoever sorts texts about people by such labels sorts people by where they live.

// %% [markdown]
// ## Quiz
//
// Decide first, then open the answer.
//
// **1. How many times does the model run for one text and six labels?**
//
// <details><summary>a) Once</summary>No. It judges pairs, and each label makes another pair.</details>
// <details><summary>b) Six times, or once on a batch of six rows</summary>Yes. So ten times the labels take about ten times as long.</details>
// <details><summary>c) Twice: for yes and for no</summary>Yes and no are two outputs of one run.</details>
//
// **2. The scores of a text are 0.97 and 0.03. What is certain?**
//
// <details><summary>a) The text is about the first label</summary>Only that the first fits better than the second. Both may fit badly, and the scores add up to 1 all the same.</details>
// <details><summary>b) The first label fits better than the second, says the model</summary>Yes. Ask with <code>multiLabel</code> to hear whether it fits at all.</details>
// <details><summary>c) The model is right 97 times of 100</summary>That would have to be measured on texts whose labels are known.</details>
//
// **3. Why does it not help that the model is good at topics when it has to give grades?**
//
// <details><summary>a) Digits are not in its vocabulary</summary>They are. The hypothesis is read; nothing in the text answers it.</details>
// <details><summary>b) Whether a grade follows from a text was in no pair that it was trained on</summary>Yes. It knows no teacher. That is what chapter 5 trains.</details>
// <details><summary>c) Eleven labels are too many</summary>Eleven topics would be no problem.</details>
//
// **4. Which part of a pair may be cut?**
//
// <details><summary>a) The hypothesis</summary>Then the question is gone, and all labels get the same.</details>
// <details><summary>b) The premise</summary>Yes: what is lost is evidence, not the question.</details>
// <details><summary>c) Whichever is longer, token by token</summary>For two texts of equal rank that is the rule. Here one of them is the question.</details>
//
// **5. When is `multiLabel: true` the right choice?**
//
// <details><summary>a) When there are many labels</summary>The number does not matter.</details>
// <details><summary>b) When several labels may be true, or none</summary>Yes. Each is then judged against its own opposite.</details>
// <details><summary>c) When the scores are too low</summary>It does not make anything truer.</details>
//
// **6. A model of the Hub has the labels `LABEL_0` and `LABEL_1`. Which of them is entailment?**
//
// <details><summary>a) The pipeline finds out</summary>It cannot: it warns and takes the last one, as Python's does.</details>
// <details><summary>b) One has to read its card, or try pairs whose answer is known</summary>Yes. The pipeline warns and takes the last one; that may be wrong without any error.</details>
// <details><summary>c) Always the first</summary>There is no such rule.</details>

// %% [markdown]
// ## An open question
//
// Take twenty texts of your own, messages, reviews or headlines, and labels that you would really want. Write down the right answers before you run anything. How often is the model right, and how often is counting words? Would you let it sort them unwatched, and what would it cost if it were wrong one time in ten?

// %% [markdown]
// ## Summary
//
// | question | call | what we saw |
// | --- | --- | --- |
// | what is this text about? | `pipeline`, `classify` | labels made up on the spot |
// | where do scores come from? | `encode` with `textPair`, `forward` | pairs, two logits each, a softmax down the column |
// | is it any good? | sixteen sentences, a baseline | fifteen right, against two for counting words |
// | what can it not answer? | eleven grades | nearly the same score for each |
// | what is cut? | `truncation: "only_first"` | the premise, never the question |
// | one label or several? | `multiLabel` | against one another, or each by itself |
// | for others? | `classifyEssay` | short texts are refused |
//
// - Zero-shot means: trained to judge pairs, used for labels.
// - Scores add up to 1 whether any label fits or not.
// - A question whose answer was in no training pair gets an answer all the same.
// - Try the simplest method first, and put both into one table.

// %% [markdown]
// ## Limits, and harm that could be done
//
// - **A tiny stand-in.** The model was trained on short texts of a hand-written grammar and on synthetic essays. Its figures are in its card. On real texts expect less, and try the Hub's model with `prefer = "hub"`.
// - **Known words.** A new label works when its word stood in texts that the training read. A label that it never met in any text is pieces of a word, and a guess.
// - **An answer to everything.** Nothing stops anybody from asking "Esta pessoa é {}." with *honesta* and *perigosa*. The pipeline will answer, with three decimals. Section 7 has shown what such answers are made of.
// - **Not for grading.** Section 3 is why.
//
// ## Next, and further reading
//
// Chapter 2 loads the essays and looks at them, so that a model can be trained that has seen grades.
//
// - The source: `src/pipelines/zero-shot-classification.ts`, and for how the model came about `tools/models/make-zero-shot.ts`.
// - Yin, Hay and Roth, *Benchmarking Zero-shot Text Classification*, 2019: <https://arxiv.org/abs/1909.00161>
// - Bowman et al., *A large annotated corpus for learning natural language inference*, 2015: <https://arxiv.org/abs/1508.05326>
// - Gururangan et al., *Annotation Artifacts in Natural Language Inference Data*, 2018: <https://arxiv.org/abs/1803.02324>
// - Hugging Face, *Zero-shot classification*: <https://huggingface.co/tasks/zero-shot-classification>

}

main().catch(failScript);
