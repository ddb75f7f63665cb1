/** @file The figures of distilbert-pt-tiny's card. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../../src/core/atomic-write";
import { findProjectRoot } from "../../src/core/project-root";
import { AutoModelForMaskedLM } from "../../src/models/auto/auto-model";
import type { PreTrainedModel } from "../../src/models/pretrained-model";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { surfaceBaseline } from "../essays/baselines";
import { fromCsv } from "../essays/csv";
import { sentencesOf } from "../text/sentences";
import { type FigureRow, percent } from "./card-figures";
import { type EssayScores, type ScoredIds, trainScores } from "./essay-scores";
import { idsOf } from "./make-portuguese";
import { commonestOf, guessHidden, HIDDEN_SHARE, likeliest } from "./portuguese-evaluation";
import { PORTUGUESE_CONFIG } from "./portuguese-recipe";
import { heldOutEssays, heldOutRealEssays, readPortuguese } from "./portuguese-texts";
import { SPECIAL_IDS } from "./portuguese-tokenizer";
import { openTokenizer } from "./spanish-tokenizer";
import { finishedParameters, type Workshop } from "./workshop";

/** How the course's kind of classifier is trained here, once for each seed. */
export const SCORE_TRAINING = { epochs: 3, rows: 16, learningRate: 1e-3, length: 256, seeds: [1, 2, 3] } as const;
const TRAIN_ROWS = 1000;
const TEST_ROWS = 300;

/** Sentences of which the card shows what the model makes. */
const SENTENCES = [
  "O Ministério da [MASK] deve promover campanhas nas escolas.",
  "Portanto, é preciso que o governo tome [MASK] para resolver o problema.",
  "Além [MASK], a falta de informação agrava o quadro.",
];

/** Measures distilbert-pt-tiny. */
export async function evaluatePortuguese(
  folder: string,
  workshop: Workshop,
): Promise<{ rows: FigureRow[]; samples: string }> {
  const tokenizer = await openTokenizer(folder);
  const model = await AutoModelForMaskedLM.fromPretrained(folder);
  const [made, real] = [idsOf(tokenizer, heldOutEssays()), idsOf(tokenizer, heldOutRealEssays(workshop.data))];
  const rows: FigureRow[] = [];
  for (const [texts, what] of [
    [made, `${made.length} essays of the grammar from another seed`],
    [real, `${real.length} real essays, of Essay-BR`],
  ] as const) {
    const { hidden, accuracy, commonest } = await guessHidden(model, texts, commonestOf(texts));
    const on = `${what}, ${percent(HIDDEN_SHARE)} of the tokens hidden: ${hidden}`;
    rows.push(
      ["hidden tokens guessed", on, percent(accuracy)],
      ["always the commonest token", "the same", percent(commonest)],
    );
  }
  const lines = [];
  for (const sentence of SENTENCES)
    lines.push(`- *${sentence}* → ${(await guesses(model, tokenizer, sentence)).join(", ")}`);
  await model.close();
  rows.push(...(await scoreRows(folder, workshop)), ...sharedSentences(workshop.data));
  return { rows, samples: `The likeliest tokens for \`[MASK]\`:\n\n${lines.join("\n")}` };
}

/** Trains classifiers on redacoes.csv, from the model's weights and from random ones. */
async function scoreRows(folder: string, workshop: Workshop): Promise<FigureRow[]> {
  const { seeds } = SCORE_TRAINING;
  const on = `redacoes.csv, the last ${TEST_ROWS} rows, trained on the first ${TRAIN_ROWS}`;
  const found: FigureRow[] = [];
  for (const start of ["trained", "random"] as const) {
    const scores: EssayScores[] = [];
    for (const seed of seeds) scores.push(await scoresOf(folder, start, seed, workshop));
    const losses = scores.map(({ crossEntropy }) => crossEntropy.toFixed(3)).join(", ");
    const share = scores.reduce((sum, { accuracy }) => sum + accuracy, 0) / scores.length;
    const what = start === "trained" ? "distilbert-pt-tiny" : "the same network from random weights";
    found.push([`cross-entropy of a classifier of scores, ${what}`, `${on}; seeds ${seeds.join(", ")}`, losses]);
    found.push(["its accuracy, mean", "the same", percent(share)]);
  }
  const essays = readScored();
  const surface = surfaceBaseline(essays.slice(0, TRAIN_ROWS), essays.slice(-TEST_ROWS));
  return [
    ...found,
    ["cross-entropy of a softmax over nine surface features", on, surface.crossEntropy.toFixed(3)],
    ["its accuracy", "the same", percent(surface.accuracy)],
  ];
}

/** How a classifier does; what an earlier run found with the same weights and settings is kept in the work folder. */
export async function scoresOf(
  folder: string,
  start: "trained" | "random",
  seed: number,
  workshop: Workshop,
): Promise<EssayScores> {
  const weights = createHash("sha256")
    .update(readFileSync(join(folder, "model.safetensors")))
    .digest("hex");
  const print = JSON.stringify({ weights, start, seed, SCORE_TRAINING, TRAIN_ROWS, TEST_ROWS });
  const kept = join(workshop.work, `essay-scores.${start}-${seed}.json`);
  if (existsSync(kept)) {
    const earlier = JSON.parse(readFileSync(kept, "utf8")) as { print: string; scores: EssayScores };
    if (earlier.print === print) return earlier.scores;
  }
  const { epochs, rows, learningRate, length } = SCORE_TRAINING;
  const tokenizer = await openTokenizer(folder);
  const scored = readScored().map(({ essay, score }): ScoredIds => {
    const { input_ids } = tokenizer.encode(essay, { truncation: true, maxLength: length });
    return { ids: Uint16Array.from(input_ids, Number), score };
  });
  const parameters = await finishedParameters(workshop, "distilbert-pt-tiny");
  const body = new Map([...parameters].filter(([name]) => name.startsWith("distilbert.")));
  const scores = await trainScores({
    config: PORTUGUESE_CONFIG,
    initial: start === "trained" ? body : new Map(),
    train: scored.slice(0, TRAIN_ROWS),
    test: scored.slice(-TEST_ROWS),
    epochs,
    rows,
    learningRate,
    seed,
    threads: workshop.threads,
    onEpoch: (result) => workshop.log(`${start}, seed ${seed}: ${JSON.stringify(result)}`),
  });
  await writeFileAtomic(kept, JSON.stringify({ print, scores }));
  return scores;
}

/** How much of the essays that the model is judged on it has read word for word, since one grammar wrote them all. */
function sharedSentences(data: string): FigureRow[] {
  const seen = new Set(readPortuguese(data).grammar.flatMap(sentencesOf));
  const judged: [string, string[]][] = [
    ["the essays from another seed", heldOutEssays()],
    ["redacoes.csv", readScored().map(({ essay }) => essay)],
  ];
  return judged.map(([on, texts]) => {
    const sentences = texts.flatMap(sentencesOf);
    const share = sentences.filter((sentence) => seen.has(sentence)).length / sentences.length;
    return ["sentences that stand in the training essays word for word", on, percent(share)];
  });
}

function readScored(): { essay: string; score: number }[] {
  return fromCsv(readFileSync(join(findProjectRoot(__dirname), "datasets", "redacoes.csv"), "utf8"));
}

/** The five likeliest tokens for the mask of a sentence. */
export async function guesses(
  model: PreTrainedModel,
  tokenizer: PreTrainedTokenizerFast,
  sentence: string,
): Promise<string[]> {
  const ids = tokenizer.encode(sentence).input_ids.map(Number);
  const { logits } = await model.forward({ input_ids: [ids] });
  const vocabulary = logits.dims[2] ?? 0;
  const begin = ids.indexOf(SPECIAL_IDS.mask) * vocabulary;
  const scores = Float32Array.from(logits.data.subarray(begin, begin + vocabulary));
  const best: number[] = [];
  while (best.length < 5) {
    const next = likeliest(scores);
    best.push(next);
    scores[next] = Number.NEGATIVE_INFINITY;
  }
  return best.map((id) => tokenizer.decode([id]));
}
