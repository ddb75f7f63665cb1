// 3 · Text into numbers
//
// Generated from notebooks/03-tokenization.ipynb by `caderno export`. Do not edit: change the notebook and export it again.
//
//     npx caderno exec scripts/03-tokenization.ts            runs it; -p name=value sets a parameter
//     npx caderno exec scripts/03-tokenization.ts --help     lists its parameters

import {
  AutoTokenizer,
  DatasetDict,
  type MergeStep,
  type PreTrainedTokenizerFast,
  type Span,
  type TrainingOptions,
  barChart,
  bytesAsCharacters,
  clearOutput,
  displayResult,
  failScript,
  lengthHistogram,
  lineChart,
  loadDataset,
  mergeStates,
  mergeSteps,
  paddingGrid,
  saveTokenizerFile,
  scriptParameters,
  tokenChips,
  traceTraining,
  trainFromTexts,
} from "caderno";

const parameter = scriptParameters({
  dataFile: { type: "string", default: "datasets/redacoes.csv" },
  vocabSize: { type: "number", default: 4000 },
  useHub: { type: "boolean", default: false },
  showTimes: { type: "boolean", default: false },
});

// The cells stand in one function because a script of this project cannot await at its top level.
async function main(): Promise<void> {
// %% [markdown]
// # 3 · Text into numbers
//
// **Promise:** at the end of this chapter you can say what a model sees when you give it an essay: which pieces, which numbers, what was filled up and what was cut off.
//
// ![The course in ten chapters. You are at chapter 3.](../assets/figures/course-map-03.svg)
//
// | | |
// | --- | --- |
// | **You need** | chapter 2: `loadDataset`, columns, splits |
// | **Time** | 45 minutes to read and try, a minute to run |
// | **Downloads** | none: the notebook trains its own tokenizers, so every cell works offline |
// | **Data** | `datasets/redacoes.csv`, 1,500 synthetic essays in Portuguese; its card is `datasets/redacoes.md` |

// %% [markdown]
// ## What you will be able to do
//
// 1. **Explain** why models read pieces of words and not words or letters.
// 2. **Follow** byte-pair encoding merge by merge.
// 3. **Tokenize**, turn tokens into ids, and **decode** ids back, knowing what is lost.
// 4. **Compare** three tokenizers on the same sentence.
// 5. **Pad** a batch, **read** its mask, and count what padding costs.
// 6. **Truncate** knowingly: how many essays are cut, and which part of them.

// %% [markdown]
// ## Where we come from
//
// Chapter 2 left us with *treino* and *teste*, 1,200 and 300 essays. A network computes with numbers, so each essay has to become a list of numbers, and all lists of a batch have to be equally long. The object that does both is a **tokenizer**. It belongs to its model: the same numbers mean other words to another model.

// %% [markdown]
// ## The whole game first
//
// Three tokenizers, one sentence. They are small and trained right here, on the essays of *treino*. With `useHub` set to `true` they are those of real models, where the Hugging Face Hub answers; the numbers in the text below are those of the trained ones.

// %% tags=["parameters"]
const dataFile = parameter("dataFile", "datasets/redacoes.csv");
const vocabSize = parameter("vocabSize", 4000);
const useHub = parameter("useHub", false);
const showTimes = parameter("showTimes", false);

// %%
type Essay = { essay: string; score: number };
const essays = await loadDataset<Essay>("csv", { dataFiles: dataFile });
const parts = essays.train.trainTestSplit({ testSize: 0.2, shuffle: false });
const dados = new DatasetDict({ treino: parts.train, teste: parts.test });
const texts = dados.treino.column("essay");

async function train(name: string, options: TrainingOptions) {
  const { file, config } = trainFromTexts(texts, options);
  await saveTokenizerFile(`build/tokenizers/${name}`, file, config);
  const tokenizer = await AutoTokenizer.fromPretrained(`build/tokenizers/${name}`);
  console.log(`${name}: ${tokenizer.vocabSize} tokens`);
}
await train("cased", { model: "wordpiece", vocabSize });
await train("uncased", { model: "wordpiece", vocabSize, lowercase: true });
await displayResult(await train("bytes", { model: "byte-level-bpe", vocabSize }));

// %%
const hubIds = new Map([
  ["cased", "Geotrend/distilbert-base-pt-cased"],
  ["uncased", "google-bert/bert-base-uncased"],
  ["bytes", "flax-community/gpt-2-spanish"],
]);
async function open(name: string): Promise<PreTrainedTokenizerFast> {
  if (!useHub) return AutoTokenizer.fromPretrained(`build/tokenizers/${name}`);
  try {
    return await AutoTokenizer.fromPretrained(hubIds.get(name) ?? name);
  } catch (error) {
    console.log(`${name}: the one trained here, because ${error}`);
    return AutoTokenizer.fromPretrained(`build/tokenizers/${name}`);
  }
}
const cased = await open("cased");
const uncased = await open("uncased");
const bytes = await open("bytes");
console.log(cased.modelMaxLength, uncased.modelMaxLength, bytes.modelMaxLength);

// %%
const sentence = "Educação não é privilégio! 😀";
await displayResult(tokenChips(
  {
    "cased WordPiece": cased.encode(sentence).encodings[0],
    "uncased WordPiece": uncased.encode(sentence).encodings[0],
    "byte-level BPE": bytes.encode(sentence).encodings[0],
  },
  { mark: ["[UNK]"], title: "One sentence, three tokenizers: pieces, and their ids" },
));

// %% [markdown]
// Each box is a **token**; the small number below it is its **id**. Boxes that touch belong to one word. `##` marks a piece inside a word. Dashed boxes are special tokens that are not of the text. Boxes with an orange border are what a tokenizer had no piece for: the emoji, and even the exclamation mark, since no essay has one.
//
// Three rows, three ideas of what a text is: one keeps capitals and accents, one drops both, and the last one spells everything in bytes and never meets anything unknown. By the end you will be able to say why.

// %% [markdown]
// ## 1 · Words or letters?
//
// The two obvious ways to cut a text: at every space, or at every letter. Try both by hand before using any library. A **vocabulary** is the list of all pieces, and an id is a place in that list.

// %%
const tinyVocabulary = ["[UNK]", "a", "casa", "é", "azul"];
const idsOf = (text: string) =>
  text.split(" ").map((word) => Math.max(0, tinyVocabulary.indexOf(word)));
console.log(idsOf("a casa é azul"));
console.log(idsOf("a casinha é azul"));

// %% [markdown]
// *casinha* became 0, the id of `[UNK]`, **unknown**. Whatever it meant is gone: to the model it is the same as any other unknown word.
//
// **What do you expect?** Take every word of *treino* as the vocabulary. Which share of the words of *teste* will be unknown: one in a thousand, one in a hundred, one in ten?

// %%
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
const testTexts = dados.teste.column("essay");
const words = new Set(texts.flatMap(wordsOf));
const letters = new Set(texts.flatMap((text) => [...text]));
const testWords = testTexts.flatMap(wordsOf);
const unknown = testWords.filter((word) => !words.has(word));
const perEssay = (count: number) => Math.round(count / testTexts.length);
const letterCount = testTexts.reduce((sum, text) => sum + [...text].length, 0);

const report = (kind: string, size: number, count: number) =>
  console.log(`${kind}: vocabulary ${size}, ${perEssay(count)} an essay`);
report("words", words.size, testWords.length);
report("letters", letters.size, letterCount);
console.log(`unknown words: ${unknown.length} of ${testWords.length}`);
console.log([...new Set(unknown)].slice(0, 8).join(", "));

// %% [markdown]
// Four in a thousand, and that flatters words: these essays come from a grammar with a limited vocabulary. Still, look at what is unknown. Verb forms (*sobem*), words that only stand at the start of a sentence here (*Levar*), missing accents (*invisiveis*): nothing strange, only new. On real essays the list of words grows with every page.
//
// Letters have the opposite fault. Nothing is unknown, but an essay is five times as long, and a single letter says next to nothing. What is wanted lies between: whole words where they are common, pieces where they are rare.

// %% [markdown]
// ## 2 · How pieces come about
//
// **Byte-pair encoding** (BPE) starts from letters and does one thing again and again: find the two neighbours that stand together most often, and make them one piece. The list of these **merges**, in order, is the tokenizer.
//
// A Portuguese tongue twister is enough to see it: *o rato roeu a roupa do rei de roma*. **What do you expect?** Which two neighbours stand together most often? (A space counts, and belongs to the word after it; it is written `Ġ`.)

// %%
const twister = "o rato roeu a roupa do rei de roma";
const steps: MergeStep[] = [];
const small = { model: "byte-level-bpe", vocabSize: 300 } as const;
for (const step of traceTraining([twister], small)) {
  steps.push(step);
  console.log(`${step.step}. ${step.left} + ${step.right}: seen ${step.count} times`);
}

// %% [markdown]
// A space before an *r* comes first, because five words begin with one. Then the pieces grow on what is there already. It stops after three merges, because no pair that is left was seen twice. The vocabulary is complete: one special token, 256 bytes, and these three pieces.
//
// A new word is cut by replaying the merges in their order:

// %%
await displayResult(mergeSteps(mergeStates(bytesAsCharacters(" roda"), steps), {
  title: "A word that was never seen is put together from pieces that were",
}));

// %% [markdown]
// *roda* does not stand in the twister, and it is not unknown either: three pieces, two of which are plain letters.
//
// ### The same on 1,200 essays

// %%
const trained = trainFromTexts(texts, { model: "byte-level-bpe", vocabSize });
const { merges } = trained;
const some = [...merges.slice(0, 8), ...merges.slice(-2)];
for (const { step, left, right, count } of some) {
  console.log(`${step}. ${left} + ${right}: seen ${count} times`);
}

// %%
await displayResult(mergeSteps(mergeStates(bytesAsCharacters(" educação"), trained.merges), {
  title: "A common word ends as a single piece",
}));

// %% [markdown]
// Two letters look odd: *ç* stands there as `Ã§`, *ã* as `Ã£`. **Byte-level** BPE merges the bytes of UTF-8, in which these letters have two bytes each, and every byte is shown as one sign. Merges 22 and 32 only put these letters together again, and merge 55 has the whole ending *ção*, which is in thousands of words. In exchange, 256 signs are enough for every text in the world.
//
// > ✏️ **Try it 1.** Put ` desigualdade` or your own name with a space before it in place of ` educação`. How many pieces are left? Which merge came last, and how often was its pair seen?

// %% [markdown]
// ### How large should a vocabulary be?
//
// More merges, larger pieces, shorter texts. **What do you expect?** From 1,000 to 2,000 tokens an essay gets shorter. By as much again from 4,000 to 8,000?

// %%
const sizes = [500, 1000, 2000, 4000, 8000];
const sample = testTexts.slice(0, 40);
const meanTokens: number[] = [];
for (const size of sizes) {
  const { file, config } = trainFromTexts(texts, {
    model: "byte-level-bpe",
    vocabSize: size,
  });
  await saveTokenizerFile("build/tokenizers/of-a-size", file, config);
  const tokenizer = await AutoTokenizer.fromPretrained("build/tokenizers/of-a-size");
  const { input_ids } = tokenizer.encode(sample, { maxLength: 10_000 });
  meanTokens.push(input_ids.flat().length / sample.length);
  console.log(`${size} tokens: ${Math.round(meanTokens.at(-1) ?? 0)} per essay`);
}

// %%
await displayResult(lineChart(meanTokens, {
  title: "Each doubling of the vocabulary saves less than the one before",
  x: sizes,
  xTitle: "vocabulary (tokens)",
  yTitle: "mean length of an essay (tokens)",
}));

// %% [markdown]
// Each doubling saves less, and each costs: the model keeps a list of numbers for every token, and a token that is seen 20 times in training is hardly learned. Models of one language take 30,000 to 50,000; models of many languages take 100,000 and more.

// %% [markdown]
// ## 3 · Tokens, ids, and back
//
// Now the calls, on the first essay of *treino*.

// %%
const opening = texts[0].slice(0, 98);
const tokens = cased.tokenize(opening);
console.log(tokens.join(" | "));

// %%
const ids = cased.convertTokensToIds(tokens);
console.log(ids.join(" "));
console.log(cased.decode(ids.map(Number)));

// %% [markdown]
// Tokens, ids, text: three forms of one thing. `encode` makes the step from text to ids in one call and adds what the model expects besides:

// %%
const encoded = cased.encode("Ler é viajar.");
console.log(encoded);

// %% [markdown]
// Two ids more than pieces: `[CLS]` at the start, where a classifier reads its answer, and `[SEP]` at the end. `attention_mask` and `token_type_ids` come later. As the last line of a cell, the result shows itself as chips:

// %%
await displayResult(encoded);

// %% [markdown]
// **What do you expect?** Encode an essay and decode the ids. Which of the three tokenizers gives back exactly the text that went in?

{ // The next cell declares `options` anew, from here to the end.
// %%
const options = { addSpecialTokens: false, maxLength: 10_000 };
const thereAndBack = (tokenizer: PreTrainedTokenizerFast, text: string) =>
  tokenizer.decode(tokenizer.encode(text, options).input_ids);
const quote = "“Sim”, disse a Ana, com um sorriso.";
const hundred = testTexts.slice(0, 100);
for (const [name, tokenizer] of Object.entries({ cased, uncased, bytes })) {
  const intact = hundred.filter((text) => thereAndBack(tokenizer, text) === text);
  console.log(`${name}: ${intact.length} of ${hundred.length} come back intact`);
  console.log(`  ${thereAndBack(tokenizer, quote)}`);
}

// %% [markdown]
// Only the byte-level one. WordPiece forgets where spaces were: between words it puts one, around punctuation it guesses. The uncased one forgets capitals and accents besides. For *reading* this matters little, and classifiers are usually of this kind. For *writing* it matters, so models that generate text use byte-level BPE or its relatives.
//
// What a WordPiece tokenizer never forgets is where a token came from. **Offsets** point back into the original text:

// %%
const place = cased.encode(sentence, { returnOffsetsMapping: true });
const offsets = place.offset_mapping as Span[];
for (const [index, token] of place.tokens().entries()) {
  const [from, to] = offsets[index];
  console.log(token.padEnd(10), `${from}–${to}`.padEnd(6), sentence.slice(from, to));
}

// %% [markdown]
// The emoji was unknown as a token, and its offsets still find it. That is how a program underlines a name in a text, or cuts an answer out of it.
//
// ### The compiler knows one text from many
//
// One text gives a list of ids, several texts give a list of lists. The types follow, so a mix-up is refused before the cell runs:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
const firstLength = cased.encode("uma frase só").input_ids[0].length;
} catch (error) {
  console.error(String(error));
}

// %%
const lengthsOfTwo = cased.encode(["uma frase", "e outra frase"]).input_ids;
console.log(lengthsOfTwo.map((row) => row.length));

// %% [markdown]
// | Python | TypeScript |
// | --- | --- |
// | `AutoTokenizer.from_pretrained(id)` | `await AutoTokenizer.fromPretrained(id)` |
// | `tokenizer.tokenize(text)` | `tokenizer.tokenize(text)` |
// | `tokenizer.convert_tokens_to_ids(tokens)` | `tokenizer.convertTokensToIds(tokens)` |
// | `tokenizer.decode(ids)` | `tokenizer.decode(ids)` |
// | `tokenizer(text)` | `tokenizer.encode(text)` |
// | `tokenizer(texts, padding=True, truncation=True)` | `tokenizer.encode(texts, { padding: true, truncation: true })` |
// | `tokenizer(texts, return_tensors="tf")` | `tokenizer.encode(texts, { returnTensors: "tf" })` |

// %% [markdown]
// ## 4 · Whose language is it?
//
// A vocabulary knows the texts that it was made from. The same sentence in four languages, and how many tokens a word takes in each. A tokenizer that has never seen a language pays in tokens, and its users pay with it: in time, in memory, and where tokens are sold, in money.
//
// **What do you expect?** All three are trained on Portuguese. Which language is the second cheapest?

// %%
const translations = {
  Portuguese: "A educação é um direito de todas as pessoas.",
  Spanish: "La educación es un derecho de todas las personas.",
  English: "Education is a right that all people have.",
  German: "Bildung ist ein Recht, das alle Menschen haben.",
};
const perWord = (tokenizer: PreTrainedTokenizerFast, text: string) =>
  tokenizer.tokenize(text).length / text.split(" ").length;
const byLanguage = (tokenizer: PreTrainedTokenizerFast) => {
  const languages = Object.entries(translations);
  return new Map(languages.map(([name, text]) => [name, perWord(tokenizer, text)]));
};
await displayResult(barChart(
  { "cased WordPiece": byLanguage(cased), "byte-level BPE": byLanguage(bytes) },
  {
    title: "A language that the vocabulary has not seen costs twice the tokens",
    labelTitle: "language",
    valueTitle: "tokens per word",
  },
));

// %% [markdown]
// Portuguese takes little more than one token a word (the full stop is one too), Spanish twice as many, English and German close to three. One sentence a language is no measurement, but the direction is the same everywhere: a text in a language that was rare in the training texts is longer for the model than the same text in English.
//
// > ✏️ **Try it 2.** Write the Portuguese sentence in capitals. What happens to `cased`, and what to `uncased` if you add it to the chart? Which of the two would you want for messages typed on a phone?

// %% [markdown]
// ## 5 · Batches: padding and masks
//
// A network takes several texts at once, as one block of numbers: a **tensor**. A block has rows of one length; sentences have not. Asking anyway is an error:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
const batch = ["Sim.", "Ler é viajar.", "A leitura muda vidas e abre portas."];
// @ts-ignore: this cell fails on purpose.
await displayResult(cased.encode(batch, { returnTensors: "tf" }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// **Padding** fills the shorter rows with a token that means nothing, `[PAD]`:

// %%
const three = ["Sim.", "Ler é viajar.", "A leitura muda vidas e abre portas."];
const padded = cased.encode(three, { padding: true, returnTensors: "tf" });
console.log(padded.input_ids);
console.log(padded.attention_mask);

// %%
const rows = cased.encode(three, { padding: true });
await displayResult(paddingGrid(rows.attention_mask, { tokens: rows.encodings.map((row) => row.tokens) }));

// %% [markdown]
// The number in each cell is the **attention mask**: 1 for a token, 0 for padding. Why must the model be told, if `[PAD]` has an id of its own? Because attention is a weighted mean over all cells of a row, and every cell takes part unless it is kept out. By hand, with three tokens and two cells of padding:

// %%
const softmax = (values: number[]) => {
  const powers = values.map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
};
const attention = [2, 1, 1, 0, 0];
const mask = [1, 1, 1, 0, 0];
const masked = attention.map((value, cell) => (mask[cell] === 1 ? value : -Infinity));
const show = (weights: number[]) => weights.map((w) => w.toFixed(2)).join("  ");
console.log("without a mask:", show(softmax(attention)));
console.log("with the mask: ", show(softmax(masked)));

// %% [markdown]
// Without the mask the two empty cells take a seventh of the weight, and more in a longer row: the same sentence would get another answer in another batch. With it they get exactly nothing. Forgetting the mask is one of the commonest mistakes with these models, and it raises no error.
//
// ### A tokenizer without a padding token
//
// GPT-2 was trained without padding, and so its tokenizer has no token for it. Our byte-level one is the same:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(bytes.encode(three, { padding: true }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// The error says what to do: lend it another token. With the mask at 0 it does not matter which.

{ // The next cell declares `left` anew, from here to the end.
// %%
bytes.padToken = bytes.eosToken;
const left = bytes.encode(three, { padding: true, paddingSide: "left" });
await displayResult(paddingGrid(left.attention_mask, {
  tokens: left.encodings.map((row) => row.tokens),
  title: "Padded on the left, as models that write need it",
}));

// %% [markdown]
// A model that writes continues after the last cell, so the last cell has to be text: padding goes to the left. A classifier reads `[CLS]` in the first cell, so padding goes to the right.
//
// ### What padding costs
//
// Padding is computed like everything else and then thrown away. Three ways to fill batches of 16 essays: all to 512; each batch to its own longest; and each batch to its own longest after sorting by length. **What do you expect?** Which share of the cells is padding in each?

// %%
const known = { maxLength: 10_000, truncation: false };
const lengthsOf = (list: string[]) =>
  cased.encode(list, known).input_ids.map((ids) => ids.length);
const lengths = { treino: lengthsOf(texts), teste: lengthsOf(testTexts) };

const cutTo512 = lengths.treino.map((length) => Math.min(length, 512));
function wasted(list: number[], width?: number): number {
  let cells = 0;
  for (let row = 0; row < list.length; row += 16) {
    const group = list.slice(row, row + 16);
    cells += group.length * (width ?? Math.max(...group));
  }
  return 1 - list.reduce((sum, length) => sum + length, 0) / cells;
}
console.log("3 rows of 4, 2 and 3 tokens:", wasted([4, 2, 3]));

// %%
const sortedLengths = [...cutTo512].sort((a, b) => a - b);
await displayResult(barChart(
  new Map([
    ["all to 512", wasted(cutTo512, 512)],
    ["longest of the batch", wasted(cutTo512)],
    ["sorted, then longest", wasted(sortedLengths)],
  ]),
  {
    title: "Padding to the batch saves some of the waste; sorting saves nearly all",
    labelTitle: "strategy",
    valueTitle: "share of padding",
    format: "percent",
  },
));

// %% [markdown]
// `padding: true` is the middle bar: 27.3 % in place of 37.3 %. One long essay in a batch makes all 16 rows long. Sorting leaves 0.6 %, at a price: batches are no longer random, so one shuffles batches of similar length instead of essays. One batch as it comes:

// %%
const sixteen = cased.encode(texts.slice(0, 16), { padding: true, truncation: true });
await displayResult(paddingGrid(sixteen.attention_mask));

// %% [markdown]
// ## 6 · Too long
//
// DistilBERT has 512 places. A longer text is not read worse, it is not read at all: the model has no numbers for place 513. So lengths are looked at first. (`maxLength: 10_000` with `truncation: false` in the cell above says that the long ones are meant, and keeps the tokenizer from warning.)
//
// **What do you expect?** Chapter 2 guessed that 350 words are about 512 tokens. How many essays are longer than that, in tokens?

// %%
await displayResult(lengthHistogram(lengths, {
  unit: "tokens",
  of: "essays",
  cut: cased.modelMaxLength,
  title: "Hardly any essay is longer than the model reads",
}));

// %% [markdown]
// One essay in two hundred, and the vocabulary is the reason: ours was made for these essays. A vocabulary for many languages takes more tokens for the same words, and cuts more of them.
//
// `truncation: true` cuts at the model's length, and counts `[CLS]` and `[SEP]`, so that the last token stays `[SEP]`. What is lost is the end. What stands at the end of such an essay?

// %%
const longest = texts[lengths.treino.indexOf(Math.max(...lengths.treino))];
const cut = cased.encode(longest, { truncation: true, returnOffsetsMapping: true });
const spans = cut.offset_mapping as Span[];
const end = Math.max(...spans.map(([, to]) => to));
console.log(cut.input_ids.length, "tokens; the last is", cut.tokens().at(-1));
console.log("read: …", longest.slice(end - 90, end));
console.log("lost:  ", longest.slice(end));

// %% [markdown]
// The end of an essay of this exam is its proposal, and the proposal is a fifth of the score. Cutting the end hides exactly that. There are two ways out: cut at the start (`truncationSide: "left"`), or read the text in **windows** that overlap:

// %%
const windows = cased.encode([longest], {
  truncation: true,
  maxLength: 256,
  stride: 64,
  returnOverflowingTokens: true,
});
console.log(windows.input_ids.map((row) => row.length));
console.log("windows of essay:", windows.overflow_to_sample_mapping);

// %% [markdown]
// One essay became several rows. Each shares 64 tokens with the one before it, so that no sentence is lost at a border, and `overflow_to_sample_mapping` says which essay each row is from. What to make of several answers for one essay, a mean or the most certain, is then your decision.
//
// > ✏️ **Try it 3.** Set `maxLength` to `128` and `stride` to `0`, then to `100`. How many windows are there? What would happen if `stride` were larger than the room that a window has?

// %% [markdown]
// ## 7 · The whole data set
//
// The course tokenizes both splits with one `map`, in batches, and drops the text. Padding is *not* done here: it belongs to the batch and not to the essay, as section 5 has shown. (While it works, `map` shows how far it is; `clearOutput` takes that away at the end.)

// %%
const tokenized = await dados.map(
  ({ essay }) => {
    const { input_ids, attention_mask } = cased.encode(essay, { truncation: true });
    return { input_ids, attention_mask };
  },
  { batched: true, removeColumns: ["essay"] },
);
clearOutput();
console.log(tokenized);
const sizesNow = tokenized.treino.column("input_ids").map((row) => row.length);
console.log("rows of", Math.min(...sizesNow), "to", Math.max(...sizesNow), "tokens");

// %% [markdown]
// This, with the classes of chapter 4, is what chapter 5 trains on.
//
// ### Pure and native
//
// The tokenizer that you have used is written in TypeScript. Python's is written in Rust, and the same Rust library can be used here: `useFast: "native"` gives its ids to `encodeAsync`, where the optional package is installed. Being two programs, they check each other: **what do you expect**, the same ids for a hundred essays, or a few that differ?

// %%
await cased.savePretrained("build/tokenizers/saved");
const native = await AutoTokenizer.fromPretrained("build/tokenizers/saved", {
  useFast: "native",
});
const begun = performance.now();
const pureIds = cased.encode(hundred, known).input_ids;
const between = performance.now();
const nativeIds = (await native.encodeAsync(hundred, known)).input_ids;
const ended = performance.now();
clearOutput();
console.log("encodeAsync by the", native.backend, "tokenizer");
console.log("same ids:", JSON.stringify(pureIds) === JSON.stringify(nativeIds));
const times = [between - begun, ended - between].map(Math.round);
if (showTimes) console.log(`pure ${times[0]} ms, native ${times[1]} ms`);

// %% [markdown]
// The same. Times are only shown when you ask for them (`showTimes = true`), because they differ from machine to machine and from run to run. Rust uses all cores, and from here it is not always faster: what it finds has to be copied back to JavaScript. Measure on your own machine, with your own texts, before you choose.

// %% [markdown]
// ## Quiz
//
// Decide first, then open the answer.
//
// **1. A word was never in the training texts. What does byte-level BPE do with it?**
//
// <details><summary>a) It becomes the unknown token</summary>No. Every text consists of bytes, and all 256 of them are in the vocabulary.</details>
// <details><summary>b) It is put together from smaller pieces</summary>Yes, in the worst case from single bytes.</details>
// <details><summary>c) It is added to the vocabulary</summary>No. The vocabulary is fixed when training ends; the model has no numbers for a new token.</details>
//
// **2. May you use one model's tokenizer with another model?**
//
// <details><summary>a) Yes, ids are ids</summary>Id 412 is one piece here and another one there. The model would read nonsense, without any error.</details>
// <details><summary>b) No, an id is a place in that model's own list</summary>Yes. That is why a model's repository holds its tokenizer.</details>
// <details><summary>c) Only if both are for Portuguese</summary>Two Portuguese vocabularies are in different orders all the same.</details>
//
// **3. Why does `encode` give more ids than `tokenize` gives tokens?**
//
// <details><summary>a) It counts spaces</summary>WordPiece has no tokens for spaces.</details>
// <details><summary>b) It adds special tokens</summary>Yes: [CLS] and [SEP] here. <code>addSpecialTokens: false</code> leaves them out.</details>
// <details><summary>c) It pads</summary>Only when it is asked to.</details>
//
// **4. What does the attention mask say?**
//
// <details><summary>a) Which tokens are important</summary>The model finds that out by itself. The mask only says what is not there.</details>
// <details><summary>b) Which cells are text and which are padding</summary>Yes: 1 for text, 0 for padding, and attention leaves the zeros out.</details>
// <details><summary>c) Which tokens to predict</summary>That is the [MASK] token, another thing with a similar name.</details>
//
// **5. Where should padding happen?**
//
// <details><summary>a) When the data set is tokenized</summary>Then every row is as long as the longest of all, and a third of the cells are padding.</details>
// <details><summary>b) When a batch is put together</summary>Yes. Each batch is then only as wide as its own longest row.</details>
// <details><summary>c) Inside the model</summary>A tensor must be rectangular before the model sees it.</details>
//
// **6. An essay has 565 tokens and the model reads 512. What does `truncation: true` keep?**
//
// <details><summary>a) The first 512 tokens of the text</summary>Two places are taken by [CLS] and [SEP].</details>
// <details><summary>b) The first 510, between [CLS] and [SEP]</summary>Yes. Cutting after adding them would lose the [SEP].</details>
// <details><summary>c) A random part</summary>Always the beginning, or with <code>truncationSide: "left"</code> the end.</details>

// %% [markdown]
// ## An open question
//
// Take texts of your own: another language, messages, code, poems. Train a tokenizer on half of them and look at the other half as chips. Which words are in pieces, and are the pieces meaningful? How many tokens does a word take, and what would your texts cost a model whose vocabulary was made for English?

// %% [markdown]
// ## Summary
//
// | question | call | what we saw |
// | --- | --- | --- |
// | why pieces? | a vocabulary by hand | words are unknown, letters are too many |
// | where do pieces come from? | `traceTraining`, `mergeSteps` | the commonest neighbours become one |
// | what are the forms of a text? | `tokenize`, `convertTokensToIds`, `decode` | only bytes come back intact |
// | who pays? | tokens per word | languages that the vocabulary has not seen |
// | how do texts become a tensor? | `padding`, `returnTensors` | rectangles, with a mask for what is empty |
// | what does padding cost? | three strategies | a third of the cells, or hardly any |
// | what is cut? | `truncation`, `stride` | the end of the essay, its proposal |
//
// - A token is a piece of text, an id its place in the vocabulary of one model.
// - BPE merges the commonest neighbours; the list of merges is the tokenizer.
// - The mask keeps padding out of the attention; without it answers depend on the batch.
// - Truncation is silent: look at the lengths, and at what is lost.

// %% [markdown]
// ## Limits, and harm that could be done
//
// - **Toy vocabularies.** 4,000 tokens learned from synthetic essays. The ideas carry over to real models, the figures do not.
// - **Unequal prices.** A vocabulary made from one language makes every other language longer, slower and dearer. That is decided before a model is trained, and hardly ever reported.
// - **Silent loss.** Lowercasing, unknown tokens and truncation lose information without a word. A name that a tokenizer cuts into six pieces is a name that the model knows less well.
//
// ## Next, and further reading
//
// Chapter 4 gives the scores their classes; chapter 5 puts both together and trains.
//
// - The source: `src/tokenizers/`, and for the merges `src/tokenizers/training/bpe-merges.ts`.
// - Sennrich, Haddow and Birch, *Neural Machine Translation of Rare Words with Subword Units*, 2016: <https://arxiv.org/abs/1508.07909>
// - Petrov et al., *Language Model Tokenizers Introduce Unfairness Between Languages*, 2023: <https://arxiv.org/abs/2305.15425>
// - Hugging Face, *Padding and truncation*: <https://huggingface.co/docs/transformers/pad_truncation>

}}
}

main().catch(failScript);
