/** @file The figures of distilbert-pt-tiny's card. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findProjectRoot } from "../../src/core/project-root";
import { AutoModelForMaskedLM } from "../../src/models/auto/auto-model";
import type { PreTrainedModel } from "../../src/models/pretrained-model";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { surfaceBaseline } from "../essays/baselines";
import { fromCsv } from "../essays/csv";
import { type FigureRow, percent } from "./card-figures";
import { type EssayScores, type ScoredIds, trainScores } from "./essay-scores";
import { idsOf } from "./make-portuguese";
import { commonestOf, guessHidden, HIDDEN_SHARE, likeliest } from "./portuguese-evaluation";
import { PORTUGUESE_CONFIG } from "./portuguese-recipe";
import { heldOutEssays, heldOutRealEssays } from "./portuguese-texts";
import { SPECIAL_IDS } from "./portuguese-tokenizer";
import { openTokenizer } from "./spanish-tokenizer";
import type { Parameters } from "./training-run";
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
  const common = commonestOf(made);
  const rows: FigureRow[] = [];
  for (const [texts, what] of [
    [made, `${made.length} essays of the grammar from another seed`],
    [real, `${real.length} real essays, of Essay-BR`],
  ] as const) {
    const { hidden, accuracy, commonest } = await guessHidden(model, texts, common);
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
  rows.push(...(await scoreRows(tokenizer, await finishedParameters(workshop, "distilbert-pt-tiny"), workshop)));
  return { rows, samples: `The likeliest tokens for \`[MASK]\`:\n\n${lines.join("\n")}` };
}

/** Trains classifiers on redacoes.csv, from the model's weights and from random ones. */
async function scoreRows(
  tokenizer: PreTrainedTokenizerFast,
  parameters: Parameters,
  { log }: Workshop,
): Promise<FigureRow[]> {
  const { epochs, rows, learningRate, length, seeds } = SCORE_TRAINING;
  const essays = fromCsv(readFileSync(join(findProjectRoot(__dirname), "datasets", "redacoes.csv"), "utf8"));
  const scored = essays.map(({ essay, score }): ScoredIds => {
    const { input_ids } = tokenizer.encode(essay, { truncation: true, maxLength: length });
    return { ids: Uint16Array.from(input_ids, Number), score };
  });
  const body = new Map([...parameters].filter(([name]) => name.startsWith("distilbert.")));
  const [train, test] = [scored.slice(0, TRAIN_ROWS), scored.slice(-TEST_ROWS)];
  const settings = { config: PORTUGUESE_CONFIG, train, test, epochs, rows, learningRate, threads: 1 };
  const on = `redacoes.csv, the last ${TEST_ROWS} rows, trained on the first ${TRAIN_ROWS}`;
  const starts: [string, Parameters][] = [
    ["distilbert-pt-tiny", body],
    ["the same network from random weights", new Map()],
  ];
  // Two at a time with a thread each take two cores better than one with two.
  const found = await Promise.all(
    starts.map(async ([what, initial]): Promise<FigureRow[]> => {
      const scores: EssayScores[] = [];
      for (const seed of seeds) {
        const onEpoch = (result: EssayScores): void => log(`${what}, seed ${seed}: ${JSON.stringify(result)}`);
        scores.push(await trainScores({ ...settings, initial, seed, onEpoch }));
      }
      const losses = scores.map(({ crossEntropy }) => crossEntropy.toFixed(3)).join(", ");
      const share = scores.reduce((sum, { accuracy }) => sum + accuracy, 0) / scores.length;
      return [
        [`cross-entropy of a classifier of scores, ${what}`, `${on}; seeds ${seeds.join(", ")}`, losses],
        ["its accuracy, mean", "the same", percent(share)],
      ];
    }),
  );
  const surface = surfaceBaseline(essays.slice(0, TRAIN_ROWS), essays.slice(-TEST_ROWS));
  return [
    ...found.flat(),
    ["cross-entropy of a softmax over nine surface features", on, surface.crossEntropy.toFixed(3)],
    ["its accuracy", "the same", percent(surface.accuracy)],
  ];
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
