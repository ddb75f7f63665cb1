// 8 · Decoding
//
// Generated from notebooks/08-decoding.ipynb by `caderno export`. Do not edit: change the notebook and export it again.
//
//     npx caderno exec scripts/08-decoding.ts            runs it; -p name=value sets a parameter
//     npx caderno exec scripts/08-decoding.ts --help     lists its parameters

import {
  AutoModelForCausalLM,
  AutoTokenizer,
  type BeamTreeCandidate,
  type GenerateOptions,
  type LogitsProcessor,
  MinPLogitsWarper,
  LogitsProcessor as Processor,
  RepetitionPenaltyLogitsProcessor,
  TextStreamer,
  TopKLogitsWarper,
  TopPLogitsWarper,
  type TraceStep,
  beamTree,
  cutCurve,
  displayResult,
  draftStrip,
  failScript,
  lineChart,
  nextTokenBars,
  pipeline,
  resolveModel,
  scatterPlot,
  scriptParameters,
  softmax,
  temperaturePanels,
  tokenHeat,
} from "caderno";

const parameter = scriptParameters({
  prefer: { type: "string", default: "embedded", description: "\"auto\" takes the Hub's model where it can be had" },
  profile: { type: "string", default: "fast", description: "\"full\" writes longer texts" },
  seed: { type: "number", default: 7 },
});

// The cells stand in one function because a script of this project cannot await at its top level.
async function main(): Promise<void> {
// %% [markdown]
// # 8 · Decoding
//
// **Promise:** at the end of this chapter you can say how probabilities become a text, choose the rule that picks the words, and show with numbers what the choice costs.
//
// ![The course in ten chapters. You are at chapter 8.](../assets/figures/course-map-08.svg)
//
// ![A text goes into the model, the model gives a probability to every token, a rule picks one, and the token is put behind the text, which goes into the model again.](../assets/figures/08-decoding-loop.svg)
//
// | | |
// | --- | --- |
// | **You need** | chapter 3 (tokens) and chapter 1 (probabilities of a model) |
// | **Time** | 50 minutes to read and try, under a minute to run |
// | **Downloads** | none by default; with `prefer = "hub"` the Spanish GPT-2 of the Hub, half a gigabyte |
// | **Model** | `assets/models/gpt2-es-tiny`, 0.9 million weights, Spanish; its card is the README.md beside it |
// | **Data** | none but two beginnings of a sentence |

// %% [markdown]
// ## What you will be able to do
//
// 1. **Read** what a model really gives: a probability for every token.
// 2. **Explain** why the likeliest token at every step does not make the likeliest text, and what beams do about it.
// 3. **Set** temperature, top-k and top-p, and **predict** what each does to five words.
// 4. **Recognise** a text that repeats itself, and **repair** it in three ways.
// 5. **Speed up** a model by a smaller one without changing its words.
// 6. **Compare** strategies by numbers, and **write** a rule of your own.

// %% [markdown]
// ## Where we come from
//
// Chapters 5 to 7 taught a model to choose among eleven scores. A language model chooses among all tokens of its vocabulary, appends its choice to the text, and chooses again. How to choose is not learned. It is *your* rule, given in the call, and it is called the **decoding strategy**.
//
// The course means `flax-community/gpt-2-spanish`. By default a far smaller model stands in for it, one that this project trained on a single book, *Don Quijote*. It knows no other Spanish and no facts. For looking at strategies that is an advantage: it answers in a blink, and its weaknesses are easy to see. The sentences below that read an output are about the small model; with the other one, read for yourself.

// %% [markdown]
// ## The whole game first

// %% tags=["parameters"]
const prefer = parameter("prefer", "embedded"); // "auto" takes the Hub's model where it can be had
const profile: string = parameter("profile", "fast"); // "full" writes longer texts
const seed = parameter("seed", 7);

// %%
const chosen = await resolveModel("flax-community/gpt-2-spanish", { prefer });
console.log(chosen.reason);
const tokenizer = await AutoTokenizer.fromPretrained(chosen.model);
const model = await AutoModelForCausalLM.fromPretrained(chosen.model);
console.log(model.className, "with", model.numParameters, "weights");
console.log(tokenizer.length, "tokens;", tokenizer.eosToken, "ends a paragraph");

// %%
const prompt = "Me encanta aprender de";
const line = "En un lugar de la Mancha";
const maxNewTokens = profile === "full" ? 200 : 60;

async function write(options: GenerateOptions, text = prompt) {
  const inputs = tokenizer.encode([text]);
  const all = { tokenizer, maxNewTokens, ...options };
  const output = await model.generate(inputs, all);
  const { strategy, sequences, promptLength, newTokens } = output;
  const { texts = [], trace = [], sequenceScores = [] } = output;
  const ids = { sequences, promptLength, newTokens };
  return { strategy, ...ids, texts, trace, sequenceScores };
}
for (const text of [prompt, line]) {
  console.log("greedy:  ", (await write({}, text)).texts[0]);
  console.log("5 beams: ", (await write({ numBeams: 5 }, text)).texts[0]);
  const drawn = { doSample: true, topK: 0, topP: 0.92, seed };
  console.log("nucleus: ", (await write(drawn, text)).texts[0]);
}

// %% [markdown]
// Same weights, same beginnings, and each rule writes another text. Of the first three lines, one goes round in circles (*que no se puede ser que no se puede ser*), one stops early, one wanders. None of them says anything: the model is far too small for that. What differs between the lines is only the rule, and the rules are what this chapter is about.
//
// (An output has texts, a trace and scores only where they were asked for; `write` puts empty lists in their place.)

// %% [markdown]
// ## 1 · What the model gives
//
// A model does not give words. For a text it gives one number for every token, the **logits**, and the softmax makes them probabilities. Here are the likeliest of them:

// %%
async function logitsAfter(text: string): Promise<Float32Array> {
  const { logits } = await model.forward(tokenizer.encode([text]));
  return logits.at(0).at(-1).data;
}
function tokenTable(logits: Float32Array) {
  const [probabilities] = softmax([[...logits]]);
  return probabilities.map((probability, id) => {
    return { token: tokenizer.decode(id), probability };
  });
}
const afterPrompt = tokenTable(await logitsAfter(prompt));
await displayResult(nextTokenBars(afterPrompt, { count: 15 }));

// %% [markdown]
// The vocabulary of this model is small, so its tokens are pieces of words. After *Me encanta aprender de* the likeliest of them, *la*, has 8.0 % of the probability. The model is undecided, which is right: much can follow.
//
// How undecided a distribution is has a measure, the **entropy**: the number of yes-or-no questions that one would need, on average, to guess the token. **What do you expect** inside a name, after *En un lugar de la Man*? Will the highest bar be higher or lower, and the entropy?

// %%
const afterName = tokenTable(await logitsAfter("En un lugar de la Man"));
function entropy(probabilities: number[]): number {
  const parts = probabilities.filter((p) => p > 0).map((p) => -p * Math.log2(p));
  return parts.reduce((sum, part) => sum + part, 0);
}
const doubt = (table: { probability: number }[]) =>
  `${entropy(table.map((token) => token.probability)).toFixed(2)} bits`;
console.log(prompt.padEnd(22), doubt(afterPrompt));
console.log("… de la Man".padEnd(22), doubt(afterName));
console.log("all tokens alike      ", Math.log2(tokenizer.length).toFixed(2), "bits");
await displayResult(nextTokenBars(afterName, { count: 5 }));

// %% [markdown]
// 99 % on one token: *Mancha* has to be finished. That is 0.11 bits of doubt against 5.16 after our prompt; 8.58 would be no idea at all.
//
// ### By hand: the loop
//
// **Greedy search** takes the likeliest token, always. It is five lines, and worth writing once. **What do you expect:** will `generate` give the very same tokens?

// %%
async function greedyByHand(text: string, count: number) {
  let ids = tokenizer.encode(text).input_ids;
  const read: number[] = [];
  for (let step = 0; step < count; step++) {
    const { logits } = await model.forward({ input_ids: [ids] });
    read.push(ids.length);
    ids = [...ids, Number(logits.at(0).at(-1).argmax())];
  }
  return { ids, read };
}
const byHand = await greedyByHand(prompt, 40);
const greedy = await write({ maxNewTokens: 40 });
console.log("by hand:   ", tokenizer.decode(byHand.ids));
console.log("generate():", greedy.texts[0]);
console.log("same ids:  ", byHand.ids.join() === greedy.sequences[0].join());

// %% [markdown]
// The same. One thing our loop does badly: at every step it reads the whole text again. `generate` keeps what it computed for earlier tokens in a **cache** and reads only the new one. Count the positions that are read, all in all:

// %%
let soFar = 0;
const again = byHand.read.map((positions) => (soFar += positions));
const once = byHand.read; // each position once: as many as the text is long
const [worse, better] = [again, once].map((list) => list[list.length - 1]);
const uncached = await write({ maxNewTokens: 40, useCache: false });
console.log("the same words:", uncached.texts[0] === greedy.texts[0]);
console.log(`read ${worse} positions, with the cache ${better}`);
await displayResult(lineChart(
  { "every time anew": again, "with the cache": once },
  {
    title: `Without the cache ${worse / better} times as much is read for 40`,
    xTitle: "new tokens",
    yTitle: "positions read so far",
  },
));

// %% [markdown]
// 1,300 positions against 52. Without a cache the work grows with the square of the length, with it in a straight line. The words do not change; `useCache: false` exists for those who want to check.
//
// > ✏️ **Try it 1.** Change `prompt` in the third code cell to a beginning of your own, in Spanish, and run the cells again. Which has the higher entropy: a beginning that Cervantes could have written, or one with a word that he did not know?

// %% [markdown]
// ## 2 · The likeliest text is not made of the likeliest tokens
//
// ### By hand: five words
//
// A toy language model. It has seen *en un …* and knows five words that can follow, and for each of them five that can follow next:

// %%
const firstWord = { lugar: 0.4, gran: 0.3, libro: 0.15, molino: 0.1, día: 0.05 };
const nextWord: Record<string, Record<string, number>> = {
  lugar: { de: 0.3, donde: 0.25, y: 0.2, que: 0.15, alto: 0.1 },
  gran: { castillo: 0.8, silencio: 0.1, día: 0.05, libro: 0.03, árbol: 0.02 },
  libro: { de: 0.5, que: 0.3, y: 0.1, viejo: 0.05, donde: 0.05 },
  molino: { de: 0.6, y: 0.2, que: 0.1, alto: 0.05, viejo: 0.05 },
  día: { de: 0.4, y: 0.3, que: 0.2, claro: 0.05, frío: 0.05 },
};
const best = (from: Record<string, number>) =>
  Object.entries(from).sort(([, a], [, b]) => b - a)[0];
const [one, p1] = best(firstWord);
const [two, p2] = best(nextWord[one]);
console.log(`greedy: en un ${one} ${two}, ${p1} · ${p2} = ${(p1 * p2).toFixed(2)}`);

// %% [markdown]
// Greedy takes *lugar* (0.4), then *de* (0.3). **What do you expect:** is *en un lugar de* the likeliest pair of words? There are 25 pairs, so look at all:

// %%
const pairs = Object.entries(firstWord).flatMap(([first, p]) =>
  Object.entries(nextWord[first]).map(([second, q]) => {
    return { words: `en un ${first} ${second}`, probability: p * q };
  }),
);
pairs.sort((a, b) => b.probability - a.probability);
for (const { words, probability } of pairs.slice(0, 4)) {
  console.log(probability.toFixed(3), words);
}

// %% [markdown]
// *En un gran castillo* is twice as likely (0.24 against 0.12). Greedy could not find it, because *gran* looks worse than *lugar* until one sees what comes after it. **Beam search** keeps several beginnings, here two, and decides later. Probabilities get tiny when they are multiplied, so their logarithms are added instead: nearer to 0 is better.

// %%
const width = 2;
const ranked = (list: BeamTreeCandidate[]) =>
  list
    .sort((a, b) => b.score - a.score)
    .map((item, place): BeamTreeCandidate =>
      place < width ? { ...item, beam: place, state: "kept" } : item,
    );
const step1 = ranked(
  Object.entries(firstWord).map(([token, p]) => {
    return { parent: 0, token, score: Math.log(p), state: "pruned" };
  }),
);
const step2 = ranked(
  step1.slice(0, width).flatMap((beam, parent) =>
    Object.entries(nextWord[beam.token]).map(([token, p]): BeamTreeCandidate => {
      return { parent, token, score: beam.score + Math.log(p), state: "pruned" };
    }),
  ),
);
await displayResult(beamTree([step1, step2.slice(0, 5)], { root: "en un" }));

// %% [markdown]
// Both *lugar* and *gran* are kept after the first step. After the second, *castillo* has -1.43 (0.24) and leads. Two beams did ten sums instead of twenty-five, and found the best pair. They need not: a beam of two would have missed a treasure behind *molino*.

// %% [markdown]
// ### On the model
//
// To compare texts of different rules they need one measure. The **mean log-probability** of the new tokens, under the model itself and without any rule, says how likely the text is for the model:

// %%
interface Written { ids: readonly number[]; start: number }

async function tokenProbabilities({ ids, start }: Written): Promise<number[]> {
  const { logits } = await model.forward({ input_ids: [[...ids]] });
  const shares = logits.at(0).softmax();
  return ids.slice(start).map((id, step) => shares.at(start + step - 1).data[id]);
}
async function logProbability(written: Written): Promise<number> {
  const logs = (await tokenProbabilities(written)).map(Math.log);
  return logs.reduce((sum, log) => sum + log, 0) / logs.length;
}
async function likelihood(options: GenerateOptions, text = prompt) {
  const { sequences, promptLength } = await write(options, text);
  return logProbability({ ids: sequences[0], start: promptLength });
}
const same = { maxNewTokens: 40, minNewTokens: 40 };
for (const numBeams of [1, 2, 5, 10]) {
  const mean = await likelihood({ ...same, numBeams });
  console.log(`${String(numBeams).padStart(2)} beams: ${mean.toFixed(3)} a token`);
}

// %% [markdown]
// One beam is greedy search, our baseline: -1.438. With `minNewTokens` no text may end before its 40 tokens, so that equals are compared. More beams find likelier texts, up to -0.618 with ten: a token is then on average more than twice as likely (e to the power of the difference). `trace: true` keeps what the search looked at, and the tree is drawn from it:

// %%
const beams = await write({ numBeams: 3, maxNewTokens: 5, trace: true }, line);
const tree = beams.trace.map((step) =>
  step.kind === "beams"
    ? step.candidates.map((c) => ({ ...c, token: tokenizer.decode(c.token) }))
    : [],
);
await displayResult(beamTree(tree, { root: "… Mancha" }));

// %% [markdown]
// Blue branches live on, grey ones were given up. A branch that led early can lose its place to the children of another. Here the comma led for two steps, and then *Panza* and *Luscinda* grew past it, letter by letter. This is why no word of a beam search can be streamed before the end.

// %% [markdown]
// ## 3 · Temperature
//
// Taking the likeliest gives one text, always the same. **Sampling** draws the next token by its probability instead. **Temperature** sharpens or flattens the probabilities before the draw: every logit is divided by it.
//
// ### By hand
//
// Five words again, with the logarithms of their probabilities as logits. Divide, take the exponentials, make them add up to one:

{ // The next cell declares `words` anew, from here to the end.
// %%
function atTemperature(p: number[], temperature: number): number[] {
  const weights = p.map((one) => Math.exp(Math.log(one) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
const words = Object.keys(firstWord);
const five = Object.values(firstWord);
console.log("       ", words.map((word) => word.padStart(7)).join(""));
for (const temperature of [0.2, 0.7, 1, 1.5, 5]) {
  const shares = atTemperature(five, temperature);
  const row = shares.map((share) => share.toFixed(2).padStart(7)).join("");
  console.log(`T = ${temperature}`.padEnd(8) + row);
}

// %% [markdown]
// At 1 nothing changes. Below, the rich get richer: at 0.2 *lugar* has 0.80. Above, all become alike: at 5 the rarest word has 0.16. The order of the words never changes. Python's `TemperatureLogitsWarper` is the same division, and here too it has this name.
//
// ### On the model

{ // The next cell declares `logits` anew, from here to the end.
// %%
const logits = await logitsAfter(prompt);
const named = (logit: number, id: number) => [tokenizer.decode(id), logit] as const;
const byToken = new Map([...logits].map(named));
await displayResult(temperaturePanels(byToken, { temperatures: [0.2, 0.7, 1, 1.5] }));

// %% [markdown]
// From the first panel to the last the bars sink from 31.2 % to 5.2 %, and the entropy rises from 2.60 to 5.72 bits. As a curve:

{ // The next cell declares `p` anew, from here to the end.
// %%
const temperatures = Array.from({ length: 30 }, (_, index) => (index + 1) / 10);
const p = afterPrompt.map((token) => token.probability);
const bits = temperatures.map((t) => entropy(atTemperature(p, t)));
await displayResult(lineChart(bits, {
  x: temperatures,
  title: "Entropy rises with the temperature, towards all tokens alike",
  xTitle: "temperature",
  yTitle: "entropy (bits)",
  referenceLines: [
    { axis: "y", at: Math.log2(p.length), label: "all tokens alike" },
    { axis: "x", at: 1, label: "as trained" },
  ],
}));

// %% [markdown]
// **What do you expect** of the text at 0.01, where hardly anything is left to chance, and at 5?

// %%
for (const temperature of [0.01, 0.7, 1, 5]) {
  const { texts } = await write({ doSample: true, topK: 0, temperature, seed });
  console.log(`T = ${temperature}:`.padEnd(9), texts[0]);
}
console.log("greedy:  ", greedy.texts[0]);
const rivals = tokenTable(await logitsAfter(`${prompt} la c`));
rivals.sort((a, b) => b.probability - a.probability);
for (const { token, probability } of rivals.slice(0, 2)) {
  console.log(`after "la c": ${token.padEnd(2)} ${(100 * probability).toFixed(1)} %`);
}

// %% [markdown]
// Near 0 the draw is greedy search in disguise, circles included. It took another turn at *la c…*, where two tokens are all but equally likely (*ciudad* begins with 18.7 %, *caballería* with 18.6 %), and a hundredfold sharpened 18.6 still has a chance against 18.7. At 5 the model is a typewriter under a cat: the `�` are halves of letters. The useful range is narrow, about 0.5 to 1.2.
//
// And exactly 0? One cannot divide by it, and the call says what to do instead:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(await write({ doSample: true, temperature: 0 }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// ### One seed, one text
//
// Draws come from a random number generator. With the same `seed` they come out the same; Python sets it for the whole program by `set_seed`.

// %%
const opening = { doSample: true, topK: 0, maxNewTokens: 12 };
for (const s of [1, 2, 1]) {
  console.log(`seed ${s}:`, (await write({ ...opening, seed: s })).texts[0]);
}

// %% [markdown]
// Seed 1 gave *la silla* both times, seed 2 something else. A result that rests on draws should name its seed, and be looked at under several.

// %% [markdown]
// ## 4 · Cutting the tail
//
// Every single unlikely token is unlikely. All of them together are not: each draw takes one of *them* now and then, and one strange piece of a word spoils what follows. So cut them off before the draw. Three ways to say where:
//
// | option | keeps |
// | --- | --- |
// | `topK: 3` | the 3 likeliest tokens |
// | `topP: 0.8` | the fewest of the likeliest that have 0.8 together (**nucleus**) |
// | `minP: 0.3` | those at least 0.3 times as likely as the likeliest |
//
// ### By hand
//
// The classes that do it are small and can be called on five words. A token that is cut off gets the score -Infinity, so its probability is 0:

// %%
function processed(processor: LogitsProcessor, ids: number[] = []): number[] {
  const scores = Float32Array.from(five, Math.log);
  const place = { row: 0, step: 0, promptLength: ids.length };
  const kept = [...processor.process(ids, scores, place)].map(Math.exp);
  const total = kept.reduce((sum, share) => sum + share, 0);
  return kept.map((share) => share / total);
}
const show = (name: string, shares: number[]) =>
  console.log(name.padEnd(9), shares.map((s) => s.toFixed(2).padStart(7)).join(""));
console.log(" ".repeat(9), words.map((word) => word.padStart(7)).join(""));
show("as it is", five);
show("topK 3", processed(new TopKLogitsWarper(3)));
show("topP 0.8", processed(new TopPLogitsWarper(0.8)));
await displayResult(show("minP 0.3", processed(new MinPLogitsWarper(0.3))));

// %% [markdown]
// Here all three keep three words, and what was cut is shared out in proportion: 0.40 becomes 0.47. The differences show where a distribution is flat or steep. **What do you expect:** how many tokens do `topK: 10` and `topP: 0.92` keep after *Me encanta aprender de*, and how many inside *Mancha*?

// %%
await displayResult(cutCurve(afterPrompt.map((token) => token.probability), { topK: 10, topP: 0.92 }));

// %%
await displayResult(cutCurve(afterName.map((token) => token.probability), { topK: 10, topP: 0.92 }));

// %% [markdown]
// `topK` keeps its ten in both places: too few where much is possible (54.3 % of the probability), too many where only one token makes sense. `topP` follows the model: 37 tokens there, 1 here. The same step in two pictures, before and after the cut:

{ // The next cell declares `first` anew, from here to the end.
// %%
const half = { doSample: true, topK: 0, topP: 0.5 };
const cut = await write({ ...half, maxNewTokens: 1, trace: true, seed });
const [first] = cut.trace;
const candidates = first.kind === "choice" ? first.candidates : [];
await displayResult(nextTokenBars(
  candidates.map((c) => ({ ...c, token: tokenizer.decode(c.token) })),
  { title: "topP 0.5 keeps nine tokens and shares out the rest", count: 14 },
));

// %% [markdown]
// Nine tokens have half of the probability; each of them has about doubled, the others are gone. What becomes of whole texts?

// %%
const cuts: Record<string, GenerateOptions> = {
  "all tokens": { topK: 0 },
  "topK 50": { topK: 50 },
  "topP 0.92": { topK: 0, topP: 0.92 },
  "both": { topK: 50, topP: 0.95 },
  "T 0.7": { topK: 0, temperature: 0.7 },
};
for (const [name, options] of Object.entries(cuts)) {
  const { texts } = await write({ doSample: true, seed, ...options });
  console.log(`${name}:`.padEnd(12), texts[0]);
}

// %% [markdown]
// The first two hold words that nobody ever wrote (*castiles*, *escondillas*, *vierones*, *imagnome*), the last one none. A text of a few words proves little, though; section 8 counts. (`topK` is 50 where nothing is said, as in Python; `topK: 0` switches it off.)
//
// > ✏️ **Try it 2.** In the cell with `half`, put `minP: 0.5` in the place of `topP: 0.5`. How many tokens stay? Then add `temperature: 3` to either call. How many now, and what does that say about which comes first, the temperature or the cut?

// %% [markdown]
// ## 5 · Texts that go round in circles
//
// Whoever always takes the likeliest token comes, sooner or later, to words that were there before, and from then on the likeliest continuation is the old one. A failure to count: the share of neighbouring pairs of tokens that are *new*, called **distinct-2**. 1 means no pair occurs twice.

// %%
function distinct2(ids: readonly number[]): number {
  const pairsOfIds = ids.slice(1).map((id, place) => `${ids[place]} ${id}`);
  return new Set(pairsOfIds).size / pairsOfIds.length;
}
const long = { maxNewTokens: 120, minNewTokens: 120 };
const circles = await write(long);
console.log(circles.texts[0]);
console.log("distinct-2:", distinct2(circles.newTokens[0]).toFixed(2));

// %% [markdown]
// *No me acuerdo, no me acuerdo, sino que me puede ser, sino que me puede ser.* Four of ten pairs have been there before: 0.61. Three options repair it.
//
// **`repetitionPenalty`** makes tokens that occurred less likely. By hand, with *lugar* and *libro* (the words 0 and 2) written already:

// %%
console.log(" ".repeat(9), words.map((word) => word.padStart(7)).join(""));
show("as it is", five);
show("1.3", processed(new RepetitionPenaltyLogitsProcessor(1.3), [0, 2]));
await displayResult(show("2", processed(new RepetitionPenaltyLogitsProcessor(2), [0, 2])));

// %% [markdown]
// At 1.3 *gran* has caught up with *lugar*, at 2 it is far ahead. **`noRepeatNgramSize: 3`** forbids a run of three tokens to occur a second time, whatever its probability. And **contrastive search** (`penaltyAlpha`, `topK`) looks at the `topK` likeliest tokens and takes off what resembles the text so far, by the hidden states: score = (1 - α) · probability - α · likeness. One step of it, with the numbers:

// %%
const contrast = await write(
  { penaltyAlpha: 0.6, topK: 4, maxNewTokens: 2, trace: true },
  line,
);
const [, last] = contrast.trace;
for (const c of last.kind === "contrastive" ? last.candidates : []) {
  const shares = [0.4 * c.probability, 0.6 * c.likeness].map((x) => x.toFixed(3));
  const sum = `${shares.join(" - ")} = ${c.score.toFixed(3)}`;
  const taken = c.token === contrast.newTokens[0][1];
  console.log(tokenizer.decode(c.token).padEnd(6), sum, taken ? "taken" : "");
}

// %% [markdown]
// The same 120 tokens with each remedy. **What do you expect:** which repeats least, and what does it pay for that in log-probability?

// %%
const remedies: Record<string, GenerateOptions> = {
  "nothing": {},
  "repetitionPenalty 1.2": { repetitionPenalty: 1.2 },
  "noRepeatNgramSize 3": { noRepeatNgramSize: 3 },
  "contrastive": { penaltyAlpha: 0.6, topK: 4 },
};
for (const [name, options] of Object.entries(remedies)) {
  const { sequences, newTokens, promptLength, texts } = await write(
    { ...long, ...options },
  );
  const mean = await logProbability({ ids: sequences[0], start: promptLength });
  const share = distinct2(newTokens[0]).toFixed(2);
  console.log(`${name.padEnd(22)} distinct-2 ${share}, ${mean.toFixed(2)} a token`);
  console.log("   …", texts[0].slice(-70));
}

// %% [markdown]
// All three repeat less, contrastive search least: 0.98 against 0.61. And the price? Hardly any here, all four stand between -1.29 and -1.38. Greedy search follows likely *tokens*; that its *text* is likely was never promised, and section 2 has shown that it need not be.
//
// Mind what you forbid, though. With `noRepeatNgramSize: 2` a text about don Quijote can hardly name him a second time: his name is two words.

// %% [markdown]
// ## 6 · The family of beams
//
// The course goes on with beams in several ways. Four of them, on the line of Cervantes:

// %%
const family: Record<string, GenerateOptions> = {
  "beam search": { numBeams: 5 },
  "beam-sample": { numBeams: 5, doSample: true, seed },
  "no 2-gram twice": { numBeams: 5, noRepeatNgramSize: 2 },
  "diverse beams": { numBeams: 5, numBeamGroups: 5, diversityPenalty: 1 },
};
for (const [name, options] of Object.entries(family)) {
  const { strategy, texts, newTokens } = await write(options, line);
  console.log(`${name} (${strategy}), ${newTokens[0].length} tokens`);
  console.log("  ", texts[0]);
}

// %% [markdown]
// Beam-sample draws the continuations of each beam instead of taking the best. Diverse beams are split into groups, and a group pays for a token that an earlier group has just taken. What that is good for shows when several texts are asked for, by `numReturnSequences`:

// %%
const three = { numReturnSequences: 3, maxNewTokens: 25 };
const siblings = await write({ ...three, numBeams: 5, noRepeatNgramSize: 2 }, line);
const groups = { numBeams: 3, numBeamGroups: 3, diversityPenalty: 1 };
const strangers = await write({ ...three, ...groups }, line);
for (const output of [siblings, strangers]) {
  console.log(output.strategy);
  for (const [row, text] of output.texts.entries()) {
    console.log("  ", output.sequenceScores[row].toFixed(2), text);
  }
}

// %% [markdown]
// One search gives three spellings of one idea: all are about Luscinda, and their scores (mean log-probabilities) are nearly equal. Three groups begin in three ways, and pay for it: the third has -1.31. Which is better depends on what you want to choose from.

// %% [markdown]
// ### Beams like it short
//
// Each further token makes a text less likely, so sums favour early ends. The score of a beam is therefore its sum divided by length to the power `lengthPenalty`: 0 does not divide, 1 is the mean.

// %%
for (const lengthPenalty of [0, 1, 2]) {
  const { newTokens, texts } = await write({ numBeams: 5, lengthPenalty });
  console.log(`${lengthPenalty}: ${newTokens[0].length} tokens: ${texts[0]}`);
}

// %% [markdown]
// With 0 the shortest wins, 11 tokens; with 2 the beams write to the limit, and fill the room with *sin duda algún tiempo, sin duda algún tiempo*. 1 is the default.

// %% [markdown]
// ## 7 · A small model runs ahead
//
// A model that reads five tokens at once needs hardly more time than for one. So let a **draft** model, small and quick, propose a few tokens; the large one reads them all in one step and accepts them as far as it would have written them itself. This is **assisted** or **speculative** decoding. The source of this course took the same model as its own assistant, which is always right and saves nothing. Here it is a real one, with a quarter of the weights:

{ // The next cell declares `share` anew, from here to the end.
// %%
const drafts = "assets/models/gpt2-es-tiny-draft";
const draftName = chosen.kind === "embedded" ? drafts : chosen.model;
const assistantModel = await AutoModelForCausalLM.fromPretrained(draftName);
const share = assistantModel.numParameters / model.numParameters;
console.log(`the draft has ${(100 * share).toFixed(0)} % of the weights`);

const assisted = await write({ assistantModel, trace: true, maxNewTokens: 40 });
console.log("the words of greedy search:", assisted.texts[0] === greedy.texts[0]);

// %%
function strip({ trace }: { trace: readonly TraceStep[] }) {
  const words = (ids: readonly number[]) => ids.map((id) => tokenizer.decode(id));
  const steps = trace.flatMap((step) =>
    step.kind === "draft"
      ? { ...step, drafted: words(step.drafted), added: words(step.added) }
      : [],
  );
  return draftStrip(steps);
}
await displayResult(strip(assisted));

// %% [markdown]
// A line is one step of the large model. Green boxes were accepted, struck ones rejected, and the orange one is the model's own, which it gives anyway where a draft ends or fails. 40 tokens took 16 steps instead of 40, because 24 of 50 proposals were right, and the words are those of greedy search to the letter.
//
// Is it faster? In steps, yes. By the clock only where a step of the large model costs much more than one of the draft: with billions of weights, and hardly with our toy.

// %% [markdown]
// ### By hand: why drawing stays fair
//
// With sampling it is less obvious that nothing changes. Let the model give the five words the probabilities *p* and the draft *q*. A word drawn from *q* is accepted with the probability min(1, p/q). If it is rejected, a word is drawn from what the draft had too little of: max(0, p - q). Add both ways up:

{ // The next cell declares `q`, `total` anew, from here to the end.
// %%
const q = [0.1, 0.5, 0.2, 0.1, 0.1];
const accepted = five.map((pWord, word) => Math.min(pWord, q[word]));
const lacking = five.map((pWord, word) => Math.max(0, pWord - q[word]));
const total = (list: number[]) => list.reduce((sum, value) => sum + value, 0);
const rejected = 1 - total(accepted);
const then = lacking.map((lack) => (rejected * lack) / total(lacking));
const both = accepted.map((a, word) => a + then[word]);
console.log(" ".repeat(9), words.map((word) => word.padStart(7)).join(""));
show("draft q", q);
show("accepted", accepted);
show("then", then);
show("together", both);
await displayResult(show("model p", five));

// %% [markdown]
// The row *together* is the row *p*: whatever the draft proposes, the words are drawn as the model alone would draw them. A bad draft costs time, never quality. **What do you expect:** does a lower temperature save steps, when tokens are drawn?

// %%
const drawnBy = { assistantModel, trace: true, doSample: true, topK: 0, seed };
for (const temperature of [1, 0.5]) {
  const output = await write({ ...drawnBy, temperature, maxNewTokens: 40 }, line);
  console.log(`T = ${temperature}:`, output.texts[0]);
  console.log("  ", strip(output).title);
}

// %% [markdown]
// 21 steps at 1, and 15 at 0.5 for as many tokens. At a low temperature the draft is surer and proposes more at a time, 79 tokens instead of 49; a smaller share of them is right, and yet more in number. So it may well help, as the course's source says. One seed is one throw of the dice: try others.
//
// ### A draft without a model
//
// Names and phrases come again. **Prompt lookup** proposes what followed the last two tokens where they stood before, in the prompt or in the text so far. It needs no second model and pays off where texts repeat what they were given: summaries, corrected texts, code.

// %%
const twice = "don Quijote de la Mancha y Sancho Panza, y don Quijote de la";
const lookup = await write(
  { promptLookupNumTokens: 5, maxNewTokens: 30, trace: true },
  twice,
);
const alone = await write({ maxNewTokens: 30 }, twice);
console.log("the words of greedy search:", lookup.texts[0] === alone.texts[0]);
await displayResult(strip(lookup));

// %% [markdown]
// The first step copies *Mancha* whole, five tokens at once. After it the text goes its own way and the guesses fail: 6 of 39, and 24 steps for 30 tokens. It did not help much here; it did not harm the words either.

// %% [markdown]
// ## 8 · All of them, in numbers
//
// Now every strategy on both beginnings, each text exactly 80 tokens long so that lengths do not decide. Greedy search, the simplest, is the baseline.

// %%
const draw = { doSample: true, topK: 0, seed };
const strategies: Record<string, GenerateOptions> = {
  "greedy": {},
  "contrastive": { penaltyAlpha: 0.6, topK: 4 },
  "no 3-gram twice": { noRepeatNgramSize: 3 },
  "penalty 1.2": { repetitionPenalty: 1.2 },
  "5 beams": { numBeams: 5 },
  "beam-sample": { numBeams: 5, doSample: true, seed },
  "beams, no 3-gram": { numBeams: 5, noRepeatNgramSize: 3 },
  "diverse beams": { numBeams: 6, numBeamGroups: 3, diversityPenalty: 1 },
  "drawn": draw,
  "top-k 50": { ...draw, topK: 50 },
  "top-p 0.92": { ...draw, topP: 0.92 },
  "top-k and top-p": { ...draw, topK: 50, topP: 0.95 },
  "T 0.7": { ...draw, temperature: 0.7 },
  "T 1.3": { ...draw, temperature: 1.3 },
  "assisted": { assistantModel },
  "assisted, drawn": { ...draw, assistantModel },
  "assisted, T 0.5": { ...draw, assistantModel, temperature: 0.5 },
};
console.log(Object.keys(strategies).length, "strategies");

// %%
const tokens = 80;
const fixed = { maxNewTokens: tokens, minNewTokens: tokens };
const results = new Map<string, { mean: number; distinct: number; text: string }>();
for (const [name, options] of Object.entries(strategies)) {
  let [mean, distinct, text] = [0, 0, ""];
  for (const start of [prompt, line]) {
    const output = await write({ ...fixed, ...options }, start);
    const [ids] = output.sequences;
    mean += (await logProbability({ ids, start: output.promptLength })) / 2;
    distinct += distinct2(output.newTokens[0]) / 2;
    text = output.texts[0].slice(line.length, line.length + 42);
  }
  results.set(name, { mean, distinct, text });
}
console.log("strategy           a token  distinct-2  tokens  text");
for (const [name, { mean, distinct, text }] of results) {
  const numbers = [mean.toFixed(2).padStart(8), distinct.toFixed(2).padStart(11)];
  console.log(name.padEnd(17), ...numbers, `${tokens}`.padStart(7), "", text);
}

// %% [markdown]
// Read it against the first row. **Beams** find the likeliest texts, -0.84 a token, and repeat as much as greedy search. **Drawing** repeats least and is dearest: at temperature 1.3 a token costs -2.89, more than twice as much, and buys no more variety than contrastive search has for -1.33. **Rules against repetition** are cheap: greedy search with no run of three twice is even a little likelier (-1.27) and has 0.94 instead of 0.84. And *assisted* is the row *greedy* once more, as it should be.

// %%
const points: Record<string, { x: number; y: number; label: string }[]> = {};
for (const [name, { mean, distinct }] of results) {
  const { doSample, numBeams } = strategies[name];
  const kind = doSample ? "drawn" : numBeams ? "beams" : "likeliest first";
  points[kind] ??= [];
  points[kind].push({ x: mean, y: distinct, label: name });
}
await displayResult(scatterPlot(points, {
  title: "Drawn texts repeat least and are least likely; beams the other way round",
  xTitle: "mean log-probability of a token",
  yTitle: "distinct-2",
}));

// %% [markdown]
// To the left the draws, to the right the beams. The points that stand highest above their neighbours are those with a rule against repetition; a point in the upper right corner would be likely *and* varied, and *beams, no 3-gram* comes nearest to it.
//
// The same trade-off, token by token: how likely was each piece for the model?

// %%
async function heat(options: GenerateOptions, name: string) {
  const { sequences, promptLength } = await write(options, line);
  const ids = sequences[0];
  const known = await tokenProbabilities({ ids, start: promptLength });
  const colored = ids.map((id, place) => {
    return { token: tokenizer.decode(id), probability: known[place - promptLength] };
  });
  const least = (100 * Math.min(...known)).toFixed(1);
  return tokenHeat(colored, { title: `${name}: no token below ${least} %` });
}
await displayResult(await heat({ maxNewTokens: 40 }, "Greedy"));

// %%
await displayResult(await heat({ ...draw, maxNewTokens: 40 }, "Drawn"));

// %% [markdown]
// Even greedy search takes pale tokens: where a word begins the likeliest has often a tenth, and the dark ones finish the word. But it never goes below 7.5 % here, where the draws go down to 0.2 %. One such surprise is enough to begin a word that does not exist, and what follows has to make the best of it.

// %% [markdown]
// ## 9 · Your own rule, and words as they come
//
// A strategy takes any number of **logits processors**, classes with one method: the ids so far and the scores in, scores out. This one forbids a letter, as the poets of the *Oulipo* did:

// %%
class WithoutLetter extends Processor {
  readonly banned: number[];
  constructor(letter: string) {
    super();
    const ids = Array.from({ length: tokenizer.length }, (_, id) => id);
    const has = (id: number) => tokenizer.decode(id).toLowerCase().includes(letter);
    this.banned = ids.filter(has);
  }
  override process(_: readonly number[], scores: Float32Array): Float32Array {
    for (const id of this.banned) scores[id] = -Infinity;
    return scores;
  }
}
const lipogram = new WithoutLetter("u");
console.log(lipogram.banned.length, "tokens have a u");
const without = await write({ logitsProcessor: [lipogram], noRepeatNgramSize: 3 });
console.log(without.texts[0]);
const added = without.texts[0].slice(prompt.length);
console.log("a u among the new words:", added.includes("u"));

// %% [markdown]
// Not one *u*, and so no *que*, no *una*, no *su*: the model had to find its way around. (*ú* is another letter to our rule. Whoever forbids something has to think of every spelling.) Python's class has `__call__` in the place of `process`.
//
// A **streamer** is told of tokens as they come. `TextStreamer` prints them, and waits where half a letter or half a word would be shown. `stopStrings` ends a text at words of yours, wherever the borders of the tokens lie:

// %%
const streamer = new TextStreamer(tokenizer, { skipSpecialTokens: true });
const stopped = await write({ streamer, stopStrings: [",", "."], ...draw }, line);
console.log(stopped.newTokens[0].length, "tokens, then a comma or a full stop");

// %% [markdown]
// And the short way: a pipeline, which takes the same options. This is the call with which the course's source begins.

// %%
const generator = await pipeline("text-generation", chosen.model);
const short = { maxNewTokens: 30, numBeams: 5, noRepeatNgramSize: 2 };
const [{ generated_text }] = await generator(prompt, short);
console.log(generated_text);
const viaModel = await write(short);
console.log("the words of generate:", generated_text === viaModel.texts[0]);
await displayResult(await generator.dispose());

// %% [markdown]
// | Python | TypeScript |
// | --- | --- |
// | `tokenizer(["…"], return_tensors="pt")` | `tokenizer.encode(["…"])` |
// | `model.generate(**x, max_new_tokens=60)` | `await model.generate(x, { maxNewTokens: 60 })` |
// | `penalty_alpha=0.6, top_k=4` | `penaltyAlpha: 0.6, topK: 4` |
// | `set_seed(7)`, `do_sample=True, top_k=0, top_p=0.92` | `doSample: true, topK: 0, topP: 0.92, seed: 7` |
// | `num_beams=5, no_repeat_ngram_size=2, num_return_sequences=3` | `numBeams: 5, noRepeatNgramSize: 2, numReturnSequences: 3` |
// | `num_beams=5, num_beam_groups=5, diversity_penalty=1.0` | `numBeams: 5, numBeamGroups: 5, diversityPenalty: 1` |
// | `assistant_model=draft` | `assistantModel: draft` |
// | `prompt_lookup_num_tokens=5` | `promptLookupNumTokens: 5` |
// | `streamer=TextStreamer(tokenizer)` | `streamer: new TextStreamer(tokenizer)` |
// | `tokenizer.pad_token = tokenizer.eos_token` | not needed for one text |
// | `return_dict_in_generate=True` | always: an output with `sequences`, `texts`, `newTokens` |

// %% [markdown]
// ## 10 · Calls that go wrong
//
// Options that have no meaning together are refused, with both names. Here somebody asks for beams and for contrastive search:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(await write({ penaltyAlpha: 0.6, topK: 4, numBeams: 5 }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// An option that would do *nothing* is refused too. This is the commonest mistake of all: a temperature without a draw. Many programs pass over it in silence, and people have compared temperatures for an afternoon that way:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(await write({ temperature: 0.7 }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// Repaired: `{ doSample: true, temperature: 0.7 }`. And Python's spelling? The compiler knows every option, so the cell does not even run:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
await displayResult(await model.generate(tokenizer.encode([prompt]), { doSample: true, top_p: 0.9 }));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// Options out of a file have no types when they arrive. Then the call itself notices, and says the right name:

// %% tags=["raises-exception"]
try {
// @ts-ignore: this cell fails on purpose.
const fromFile = JSON.parse('{ "doSample": true, "top_p": 0.9 }');
// @ts-ignore: this cell fails on purpose.
await displayResult(await model.generate(tokenizer.encode([prompt]), fromFile));
} catch (error) {
  console.error(String(error));
}

// %% [markdown]
// > ✏️ **Try it 3.** Ask for `numBeams: 5, numBeamGroups: 5` as the course's source does, but leave `diversityPenalty` out. What does the call say, and why would the five groups have been useless?

// %% [markdown]
// ## Quiz
//
// Decide first, then open the answer.
//
// **1. What does a language model give for a text?**
//
// <details><summary>a) The next word</summary>No: a choice has yet to be made, and a rule makes it.</details>
// <details><summary>b) A score for every token of its vocabulary</summary>Yes, the logits. Everything else in this chapter is done with them.</details>
// <details><summary>c) The likeliest text</summary>Nobody knows it: there are far too many texts to look at all of them.</details>
//
// **2. Why can two beams find a likelier text than greedy search?**
//
// <details><summary>a) They compute more exactly</summary>The probabilities are the same.</details>
// <details><summary>b) They keep a beginning that looks worse and turns out better</summary>Yes: <em>gran</em> had 0.3 and led to 0.24, <em>lugar</em> had 0.4 and led to 0.12.</details>
// <details><summary>c) They look at all texts</summary>No, only at the continuations of two. A treasure behind the third is missed.</details>
//
// **3. Temperature 0.5 instead of 1: what happens to the order of the tokens?**
//
// <details><summary>a) It stays</summary>Yes. All logits are divided by the same number; only the distances change.</details>
// <details><summary>b) It is turned round</summary>That would take a negative temperature, which is refused.</details>
// <details><summary>c) It becomes random</summary>The draw is random, the order is not.</details>
//
// **4. The model is sure of the next token. How many tokens does `topP: 0.92` keep?**
//
// <details><summary>a) As many as everywhere</summary>That is top-k. Top-p follows the distribution.</details>
// <details><summary>b) One</summary>Yes, if that token has 0.92 or more by itself, as inside <em>Mancha</em>.</details>
// <details><summary>c) 92 in a hundred</summary>It is a share of the probability, not of the tokens.</details>
//
// **5. A bad draft model in assisted decoding: what is the price?**
//
// <details><summary>a) Worse texts</summary>No. What the model would not write is rejected.</details>
// <details><summary>b) Time</summary>Yes. Every rejected token was computed in vain.</details>
// <details><summary>c) Another distribution</summary>The sum of section 7 shows that it is the model's own.</details>
//
// **6. You call `generate` with `temperature: 0.7` and without `doSample`. What should happen?**
//
// <details><summary>a) A slightly livelier text</summary>Nothing is drawn, so nothing can be livelier: the order of the tokens stays.</details>
// <details><summary>b) The same text, silently</summary>Other libraries do that, and the mistake stays hidden.</details>
// <details><summary>c) An error</summary>Yes, here: the option would have had no effect.</details>
//
// **7. Why is distinct-2 compared on texts of one length?**
//
// <details><summary>a) Short texts have little room to repeat</summary>Yes: five tokens are nearly always five different ones.</details>
// <details><summary>b) Long texts have more distinct pairs</summary>More in number, but the measure is a share.</details>
// <details><summary>c) It need not be</summary>Then a rule that stops at once would win.</details>

// %% [markdown]
// ## An open question
//
// Find out what the program that you use most, an assistant or a phone's keyboard, does at this point: does it ask twice and get two answers? Which strategy does it probably use, and with which task in mind? For which of *your* tasks would you want the likeliest text, and for which many different ones?

// %% [markdown]
// ## Limits, and harm that could be done
//
// Likely is not true, and not fair either. What does this model expect of a lady, and what of a gentleman?

// %%
async function probabilityOf(ending: string, start: string): Promise<number> {
  const ids = tokenizer.encode(start + ending).input_ids;
  const before = tokenizer.encode(start).input_ids.length;
  const shares = await tokenProbabilities({ ids, start: before });
  return shares.reduce((product, one) => product * one, 1);
}
for (const [she, he] of [[" hermosa", " hermoso"], [" discreta", " discreto"]]) {
  const lady = await probabilityOf(she, "La señora era muy");
  const lord = await probabilityOf(he, "El señor era muy");
  const shown = [lady, lord].map((value) => `${(100 * value).toFixed(2)} %`);
  const times = (lady / lord).toFixed(1);
  console.log(`${she} ${shown[0]},${he} ${shown[1]}: ${times} to 1`);
}
await model.close();
await displayResult(await assistantModel.close());

// %% [markdown]
// A lady is *hermosa* eleven times as easily as a gentleman is *hermoso*; *discreto* they may both be. Nobody wrote that into the program. It stands in the book, and a model learns what stands in its texts, at any size. No strategy takes it away, and those that prefer the likely, greedy search and beams, say it most often.
//
// - **One book.** The model read one novel of 1605 and 1615. Other beginnings than its own lead it astray, and what it expects of people is what that book says of them.
// - **Likelihood is not quality.** The table of section 8 measures how the model likes its own texts, and how much they repeat. Neither says whether a person would want to read them. Two beginnings and one seed are an illustration, no experiment.
// - **A rule cannot add knowledge.** No temperature makes a model know what it does not; it only makes it say something else.
// - **Fluent and wrong.** Sampling makes texts that read like a person's. Whoever publishes them should say what wrote them.

// %% [markdown]
// ## Summary
//
// | question | option | what we saw |
// | --- | --- | --- |
// | what does the model give? | `model.forward` | a probability for every token; a few bits of doubt |
// | the likeliest at each step? | (default) | greedy search; goes round in circles |
// | likelier texts? | `numBeams` | *gran castillo*: twice the probability of the greedy pair |
// | livelier texts? | `doSample`, `temperature` | at 5 a cat on a typewriter, near 0 greedy again |
// | without the tail? | `topK`, `topP`, `minP` | top-p follows the model, top-k does not |
// | less repetition? | `repetitionPenalty`, `noRepeatNgramSize`, `penaltyAlpha` | more distinct pairs for less log-probability |
// | several texts? | `numReturnSequences`, `numBeamGroups` | siblings, or strangers |
// | faster? | `assistantModel`, `promptLookupNumTokens` | the same words in fewer steps |
// | a rule of your own? | `logitsProcessor` | a text without *u* |
//
// - A model gives probabilities; the text is made by a rule, and the rule is yours.
// - The likeliest tokens do not make the likeliest text, and the likeliest text is not the best one.
// - Sampling needs a cut tail, and a seed if it is to be repeated.
// - A draft changes the time, never the words.
//
// ## Next, and further reading
//
// Chapter 9 gives the continued text a form in which two speak in turn.
//
// - The source: `src/generation/strategies/`, one short file for each strategy; `src/generation/logits/` for the processors.
// - Hugging Face, *Generation strategies*: <https://huggingface.co/docs/transformers/generation_strategies>
// - Holtzman et al., *The Curious Case of Neural Text Degeneration*, 2019 (top-p): <https://arxiv.org/abs/1904.09751>
// - Su et al., *A Contrastive Framework for Neural Text Generation*, 2022: <https://arxiv.org/abs/2202.06417>
// - Vijayakumar et al., *Diverse Beam Search*, 2016: <https://arxiv.org/abs/1610.02424>
// - Leviathan et al., *Fast Inference from Transformers via Speculative Decoding*, 2022: <https://arxiv.org/abs/2211.17192>

}}}}}}
}

main().catch(failScript);
