/** @file Measures the finished models on texts that they have not seen, and writes the figures into their cards. */
import { join } from "node:path";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import { type FigureRow, fillCard, percent } from "./card-figures";
import { readQuijote } from "./corpora";
import { evaluatePortuguese } from "./evaluate-portuguese";
import { agreement, answerTo, CONTEXT, chatScores, readStream, writeAfter } from "./spanish-evaluation";
import { makeSpanishTokenizer, openTokenizer, tokenStream, VOCABULARY_SIZE } from "./spanish-tokenizer";
import { TrigramModel } from "./trigram";
import { isFinished, modelFolder, type Workshop } from "./workshop";
import { zeroShotFigures } from "./zero-shot-evaluation";

const CONVERSATIONS = 60;
const LONG_VOCABULARY = 1024;

/** Measures every model that is finished, or the one that is named. */
export async function evaluateModels(workshop: Workshop): Promise<void> {
  const tasks = {
    "distilbert-pt-tiny": evaluatePortuguese,
    "gpt2-es-tiny": evaluateSpanish,
    "gpt2-es-tiny-draft": evaluateDraft,
    "gpt2-es-tiny-chat": evaluateChat,
    "zero-shot-pt-tiny": async (folder: string): Promise<Evaluation> => ({ rows: await zeroShotFigures(folder) }),
  };
  for (const [name, evaluate] of Object.entries(tasks)) {
    if (workshop.only !== undefined && workshop.only !== name) continue;
    if (!isFinished(workshop, name)) {
      workshop.log(`${name}: not there`);
      continue;
    }
    const folder = modelFolder(workshop, name);
    const { rows, samples } = await evaluate(folder, workshop);
    for (const row of rows) workshop.log(`${name}: ${row.join(" | ")}`);
    if (samples !== undefined) workshop.log(samples);
    await fillCard(folder, rows, samples);
  }
}

interface Evaluation {
  rows: FigureRow[];
  samples?: string;
}

async function evaluateSpanish(folder: string, { data, work }: Workshop): Promise<Evaluation> {
  const tokenizer = await openTokenizer(folder);
  const { training, validation } = readQuijote(data);
  const [seen, unseen] = [tokenStream(tokenizer, training), tokenStream(tokenizer, validation)];
  const model = await AutoModelForCausalLM.fromPretrained(folder);
  const { perplexity } = await readStream(model, unseen);
  const trigram = new TrigramModel(seen, VOCABULARY_SIZE).perplexity(unseen, CONTEXT);
  // Longer tokens give a trigram model more context; a comparison by characters is fair between vocabularies.
  const longFolder = join(work, "spanish-tokenizer.long");
  await makeSpanishTokenizer(longFolder, training, LONG_VOCABULARY);
  const long = await openTokenizer(longFolder);
  const [longSeen, longUnseen] = [tokenStream(long, training), tokenStream(long, validation)];
  const longTrigram = new TrigramModel(longSeen, LONG_VOCABULARY).perplexity(longUnseen, CONTEXT);
  const characters = validation.join("\n").length;
  const bits = (value: number, tokens: number): string => ((Math.log2(value) * tokens) / characters).toFixed(2);
  const on = `the last 5 % of the text, ${unseen.length - CONTEXT} tokens`;
  const lines = [];
  for (const [temperature, seed] of [
    [0, 0],
    [0.6, 1],
    [0.8, 2],
  ] as const) {
    const text = await writeAfter(model, tokenizer, "En un lugar", { tokens: 90, temperature, seed });
    lines.push(`- ${temperature === 0 ? "greedy" : `temperature ${temperature}, seed ${seed}`}: *${text}*`);
  }
  await model.close();
  return {
    rows: [
      ["perplexity", on, perplexity.toFixed(2)],
      ["perplexity of an interpolated Kneser-Ney trigram model", "the same tokens", trigram.toFixed(2)],
      ["bits a character", "the same", bits(perplexity, unseen.length)],
      ["bits a character, the trigram model", "the same", bits(trigram, unseen.length)],
      [
        `bits a character, a trigram model over ${LONG_VOCABULARY} tokens`,
        "the same text",
        bits(longTrigram, longUnseen.length),
      ],
    ],
    samples: `"En un lugar", continued:\n\n${lines.join("\n")}`,
  };
}

async function evaluateDraft(folder: string, workshop: Workshop): Promise<Evaluation> {
  const big = modelFolder(workshop, "gpt2-es-tiny");
  const tokenizer = await openTokenizer(folder);
  const stream = tokenStream(tokenizer, readQuijote(workshop.data).validation);
  const [one, other] = [
    await AutoModelForCausalLM.fromPretrained(big),
    await AutoModelForCausalLM.fromPretrained(folder),
  ];
  const [bigScores, draftScores] = [await readStream(one, stream), await readStream(other, stream)];
  const ratio = other.numParameters / one.numParameters;
  await Promise.all([one.close(), other.close()]);
  return {
    rows: [
      [
        "greedy tokens that are gpt2-es-tiny's",
        "the last 5 % of the text",
        percent(agreement(bigScores.greedy, draftScores.greedy)),
      ],
      ["perplexity", "the same", draftScores.perplexity.toFixed(2)],
      ["parameters, as a share of gpt2-es-tiny's", "", percent(ratio)],
    ],
  };
}

async function evaluateChat(folder: string): Promise<Evaluation> {
  const tokenizer = await openTokenizer(folder);
  const model = await AutoModelForCausalLM.fromPretrained(folder);
  const { turns, ended, fitting } = await chatScores(model, tokenizer, CONVERSATIONS);
  const lines = [];
  for (const content of ["¡Hola!", "¿Cómo te llamas?", "¿Quién es Sancho Panza?", "Gracias."]) {
    lines.push(`- *${content}* → *${(await answerTo(model, tokenizer, [{ role: "user", content }])).text}*`);
  }
  await model.close();
  const on = `${turns} turns of ${CONVERSATIONS} conversations drawn with another seed`;
  return {
    rows: [
      ["answers that stop at the end token", on, percent(ended)],
      ["answers that the grammar has for what was said", "the same", percent(fitting)],
    ],
    samples: `Greedy answers:\n\n${lines.join("\n")}`,
  };
}
