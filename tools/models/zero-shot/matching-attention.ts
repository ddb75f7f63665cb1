/**
 * @file First values with which an encoder can tell whether two texts are about the same things.
 *
 * From random weights a small encoder finds neither the border between text and hypothesis nor the comparison of the two in
 * the steps that two cores have time for. So three layers begin with one idea each, on columns of their own:
 *
 * 1. On which side am I? Every token looks for a `[SEP]` before it, and so knows whether it belongs to the hypothesis.
 * 2. What is said? `[CLS]` gathers what the tokens of the hypothesis mean, the others what those of the text mean.
 * 3. Is it the same? `[CLS]` compares the two.
 *
 * What a token means is a vector of latent semantics. Everything is learnt on from there.
 */
import { defaultRng, type Generator } from "../../../src/core/random";
import type { FloatTensor } from "../../../src/graph/training/training-session";
import { AttentionWeights, noise } from "./attention-weights";

/** What {@link matchingAttention} begins. */
export interface MatchingRules {
  vocabulary: number;
  positions: number;
  /** The ids of `[CLS]` and `[SEP]`. */
  first: number;
  separator: number;
  /** A vector of {@link MEANING} numbers for each token. */
  meanings: Float32Array;
  seed: number;
}

/** The width of a head. */
const SIZE = 48;
/** How many heads each layer has. */
export const HEADS = 4;
/** The width of the encoder. */
export const WIDTH: number = HEADS * SIZE;
/** How many numbers say what a token means: two of a head's are left for marks. */
export const MEANING: number = SIZE - 2;
/** The layers that begin with an idea. */
export const LAYERS = 3;

const WAVES = 16;
/** Where each block of columns begins. The token's own holds its marks and a few random numbers. */
const AT = {
  positions: 0,
  token: 2 * WAVES,
  hypothesis: WIDTH - 3 * MEANING,
  text: WIDTH - 2 * MEANING,
  meaning: WIDTH - MEANING,
} as const;
const MARK = { separator: AT.token, first: AT.token + 1, side: AT.token + 2, same: AT.token + 3, count: 4 } as const;
/** The numbers of a head's queries and keys that are no meaning. */
const SPARE = [SIZE - 2, SIZE - 1] as const;

/** Values for embeddings, for the attention of the first three layers, and for the head. */
export function matchingAttention(rules: MatchingRules): Map<string, FloatTensor> {
  const random = defaultRng(rules.seed);
  const values = new Map<string, FloatTensor>();
  const put = (name: string, rows: number, data: Float32Array): void => {
    values.set(name, { shape: [rows, data.length / rows], data });
  };
  put("distilbert.embeddings.word_embeddings.weight", rules.vocabulary, wordTable(rules, random));
  put("distilbert.embeddings.position_embeddings.weight", rules.positions, positionTable(rules.positions));
  for (const [layer, begin] of [findSide, gather, compare].entries()) {
    const attention = new AttentionWeights({ width: WIDTH, size: SIZE, random });
    begin(attention);
    const path = `distilbert.transformer.layer.${layer}.attention`;
    for (const [name, data] of Object.entries(attention.tables)) put(`${path}.${name}.weight`, WIDTH, data);
    values.set(`${path}.q_lin.bias`, { shape: [WIDTH], data: attention.constants });
  }
  const inner = noise(random, WIDTH * WIDTH);
  inner[MARK.same] = 0.5;
  inner[WIDTH + MARK.same] = -0.5;
  put("pre_classifier.weight", WIDTH, inner);
  const outer = noise(random, 2 * WIDTH);
  outer.set([-0.5, 0.5], 0);
  outer.set([0.5, -0.5], WIDTH);
  put("classifier.weight", 2, outer);
  return values;
}

function wordTable({ vocabulary, first, separator, meanings }: MatchingRules, random: Generator): Float32Array {
  const table = new Float32Array(vocabulary * WIDTH);
  for (let id = 0; id < vocabulary; id++) {
    const row = table.subarray(id * WIDTH, (id + 1) * WIDTH);
    if (id === first) row[MARK.first] = 3;
    else if (id === separator) row[MARK.separator] = 3;
    else {
      for (let at = AT.token + MARK.count; at < AT.hypothesis; at++) row[at] = random.random() - 0.5;
      for (let place = 0; place < MEANING; place++) {
        row[AT.meaning + place] = 1.5 * (meanings[id * MEANING + place] ?? 0);
      }
    }
  }
  return table;
}

/** How far a wave turns from one position to the next: odd multiples of the slowest add up to a step. */
function speed(wave: number): number {
  return ((2 * wave + 1) * Math.PI) / 512;
}

function positionTable(positions: number): Float32Array {
  const table = new Float32Array(positions * WIDTH);
  for (let position = 0; position < positions; position++) {
    for (let wave = 0; wave < WAVES; wave++) {
      table[position * WIDTH + AT.positions + 2 * wave] = 0.4 * Math.sin(speed(wave) * position);
      table[position * WIDTH + AT.positions + 2 * wave + 1] = 0.4 * Math.cos(speed(wave) * position);
    }
  }
  return table;
}

/** A `[SEP]` further left draws a token, one further right repels it, and `[CLS]` takes what is left. */
function findSide(attention: AttentionWeights): void {
  for (let wave = 0; wave < WAVES; wave++) {
    const [sine, cosine] = [AT.positions + 2 * wave, AT.positions + 2 * wave + 1];
    const strength = (4 * 4) / (Math.PI * (2 * wave + 1));
    attention.query(0, 2 * wave, sine, strength);
    attention.query(0, 2 * wave + 1, cosine, -strength);
    attention.key(0, 2 * wave, cosine, 4);
    attention.key(0, 2 * wave + 1, sine, 4);
  }
  attention.constant(0, SPARE[0], 4);
  attention.key(0, SPARE[0], MARK.separator, 3.2);
  attention.key(0, SPARE[0], MARK.first, 2.1);
  attention.value(0, 0, MARK.separator, 0.1);
  attention.value(0, 0, MARK.first, -0.1);
  attention.output(MARK.side, 0, 0, 3);
}

/** Head 0 gathers the hypothesis. Head 1 gathers the text, but not for `[CLS]`, which looks at itself. */
function gather(attention: AttentionWeights): void {
  for (const [head, sign, block] of [
    [0, 1, AT.hypothesis],
    [1, -1, AT.text],
  ] as const) {
    attention.constant(head, SPARE[0], 3);
    attention.key(head, SPARE[0], MARK.side, 4 * sign);
    attention.key(head, SPARE[0], MARK.separator, -1.7);
    attention.key(head, SPARE[0], MARK.first, -1.7);
    for (let place = 0; place < MEANING; place++) {
      attention.value(head, place, AT.meaning + place, 1);
      attention.output(block + place, head, place, 4);
    }
  }
  attention.query(1, SPARE[1], MARK.first, 2);
  attention.key(1, SPARE[1], MARK.first, 2);
}

/** Head 0 compares with what the whole text means, head 1 with each of its tokens. */
function compare(attention: AttentionWeights): void {
  for (const [head, block] of [
    [0, AT.text],
    [1, AT.meaning],
  ] as const) {
    for (let place = 0; place < MEANING; place++) {
      attention.query(head, place, AT.hypothesis + place, 1.7);
      attention.key(head, place, block + place, 1.7);
    }
    attention.constant(head, SPARE[0], 3);
  }
  attention.key(0, SPARE[0], MARK.separator, 5);
  attention.key(0, SPARE[0], MARK.first, 5.6);
  attention.value(0, 0, MARK.separator, 0.1);
  attention.value(0, 0, MARK.first, -0.1);
  attention.output(MARK.same, 0, 0, 3);
  attention.key(1, SPARE[0], MARK.side, -2);
  attention.key(1, SPARE[0], MARK.separator, 1);
  attention.value(1, 0, MARK.side, -0.3);
  attention.value(1, 0, MARK.separator, -0.1);
  attention.output(MARK.same, 1, 0, 2);
}
