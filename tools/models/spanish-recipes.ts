/** @file How the Spanish models are trained: the big one on text, the draft on text and on what the big one would say. */
import type { Feeds } from "../../src/graph/training/training-session";
import { GPT2 } from "../../src/models/decoders/gpt2";
import { decoderFeeds } from "./feeds";
import { VOCABULARY_SIZE } from "./spanish-tokenizer";
import { batchRandom, type Parameters, type Recipe } from "./training-run";

/** How many tokens a Spanish model reads at once. */
export const SPANISH_CONTEXT = 256;

const SEED = 1605;
/** The id of the token that ends a text: the first of the special ones. */
const END_ID = 0;
const ROWS = 8;
const WINDOW = 128;
/** Where the numbers of the batches begin that the first training has not drawn. */
const PHASE_BATCHES = 100_000;
const DRAFT_BATCHES = 200_000;

const BIG = { n_embd: 128, n_layer: 4, n_head: 4 };

/** config.json of the big model. */
export const SPANISH_CONFIG: Readonly<Record<string, unknown>> = configOf(BIG);

/** config.json of the draft. */
export const DRAFT_CONFIG: Readonly<Record<string, unknown>> = configOf({ n_embd: 80, n_layer: 2, n_head: 4 });

function configOf(
  sizes: { n_embd: number; n_layer: number; n_head: number },
  vocabulary: number = VOCABULARY_SIZE,
): Record<string, unknown> {
  return {
    model_type: "gpt2",
    vocab_size: vocabulary,
    n_positions: SPANISH_CONTEXT,
    ...sizes,
    activation_function: "gelu_new",
    resid_pdrop: 0,
    embd_pdrop: 0,
    attn_pdrop: 0,
    layer_norm_epsilon: 1e-5,
    initializer_range: 0.06,
    tie_word_embeddings: true,
    bos_token_id: 0,
    eos_token_id: 0,
    pad_token_id: 0,
  };
}

/** One of the trainings that the big model goes through. */
export interface SpanishPhase {
  name: string;
  /** The size of the vocabulary: long tokens read more text a step, short ones are what a small model foretells well. */
  vocabulary: number;
  /** The steps of the schedule. */
  steps: number;
  /** Where the training ends before its schedule does. */
  until?: number;
  learningRate: number;
  /**
   * `"long"`: some windows of twice the length. `"shifted"`: at positions that begin anywhere. `"starts"`: paragraphs from
   * their first word at position 0, as prompts are.
   * @default "shifted"
   */
  windows?: "long" | "shifted" | "starts";
}

/** The trainings of the big model, one after another. */
export const SPANISH_PHASES: readonly SpanishPhase[] = [
  { name: "gpt2-es-tiny", vocabulary: 1024, steps: 3600, learningRate: 3e-3, windows: "long" },
  { name: "gpt2-es-tiny.final", vocabulary: 512, steps: 2800, until: 1400, learningRate: 2e-3 },
  { name: "gpt2-es-tiny.last", vocabulary: VOCABULARY_SIZE, steps: 1300, learningRate: 2e-3 },
  { name: "gpt2-es-tiny.starts", vocabulary: VOCABULARY_SIZE, steps: 300, learningRate: 8e-4, windows: "starts" },
  { name: "gpt2-es-tiny.longer", vocabulary: VOCABULARY_SIZE, steps: 5000, learningRate: 2e-3 },
  { name: "gpt2-es-tiny.starts-again", vocabulary: VOCABULARY_SIZE, steps: 300, learningRate: 6e-4, windows: "starts" },
];

/**
 * A training of the big model.
 *
 * @param index Which of {@link SPANISH_PHASES}.
 * @param earlier What the training before gave. A smaller vocabulary is the beginning of a larger one.
 */
export function spanishRecipe(stream: Uint16Array, index: number, earlier?: Parameters): Recipe {
  const { name, vocabulary, steps, until, learningRate, windows: kind } = SPANISH_PHASES[index] ?? noPhase(index);
  return {
    name,
    architecture: GPT2,
    config: configOf(BIG, vocabulary),
    head: "causal-lm",
    seed: SEED,
    steps,
    learningRate,
    ...(until === undefined ? {} : { until }),
    ...(earlier === undefined ? {} : { initial: withFirstRows(earlier, vocabulary) }),
    batch: (step) => {
      if (kind === "starts") return paragraphStarts(stream, step + index * PHASE_BATCHES);
      if (kind !== "long") return shiftedWindows(stream, step + index * PHASE_BATCHES);
      const windows = drawWindows(stream, step);
      return decoderFeeds(windows, windows);
    },
  };
}

function noPhase(index: number): never {
  throw new RangeError(`There is no training ${index} of the Spanish model.`);
}

function withFirstRows(parameters: Parameters, vocabulary: number): Parameters {
  const name = "transformer.wte.weight";
  const table = parameters.get(name);
  if (table === undefined) throw new Error("The training before gave no word embeddings.");
  const data = table.data.slice(0, vocabulary * BIG.n_embd);
  return new Map([...parameters, [name, { shape: [vocabulary, BIG.n_embd], data }]]);
}

/** Paragraphs from their first token; batches of windows that begin anywhere keep up the rest. */
function paragraphStarts(stream: Uint16Array, step: number): Feeds {
  if (step % 3 === 2) return shiftedWindows(stream, step);
  const random = batchRandom(SEED, step);
  const windows = Array.from({ length: ROWS }, () => {
    const before = stream.indexOf(END_ID, random.integers(0, stream.length - 8 * WINDOW));
    return stream.subarray(before + 1, before + 1 + WINDOW);
  });
  return decoderFeeds(windows, windows);
}

/** Windows at positions that begin anywhere, so that all positions are learnt at the cost of half of them. */
function shiftedWindows(stream: Uint16Array, step: number): Feeds {
  const random = batchRandom(SEED, step);
  const starts = Array.from({ length: ROWS }, () => random.integers(0, stream.length - WINDOW));
  const windows = starts.map((at) => stream.subarray(at, at + WINDOW));
  return decoderFeeds(
    windows,
    windows,
    starts.map(() => random.integers(0, SPANISH_CONTEXT - WINDOW + 1)),
  );
}

/** Windows of the text that begin anywhere; one in eight is twice as long, so that every position is learnt. */
function drawWindows(stream: Uint16Array, step: number): Uint16Array[] {
  const random = batchRandom(SEED, step);
  const long = step % 8 === 7;
  const length = long ? 2 * WINDOW : WINDOW;
  return Array.from({ length: long ? ROWS / 2 : ROWS }, () => {
    const at = random.integers(0, stream.length - length);
    return stream.subarray(at, at + length);
  });
}

/**
 * Trains the draft: odd steps on the text itself, even steps on what the big model thinks likeliest at each place, since
 * agreement is what a draft is for.
 *
 * @param greedy The big model's likeliest tokens, the first for place `offset` of the stream.
 */
export function draftRecipe(stream: Uint16Array, greedy: Uint16Array, offset: number, steps: number): Recipe {
  return {
    name: "gpt2-es-tiny-draft",
    architecture: GPT2,
    config: DRAFT_CONFIG,
    head: "causal-lm",
    seed: SEED + 1,
    steps,
    learningRate: 4e-3,
    batch: (step) => {
      if (step % 2 === 1) {
        return shiftedWindows(stream, step + DRAFT_BATCHES);
      }
      const random = batchRandom(SEED + 1, step);
      const starts = Array.from({ length: ROWS }, () => random.integers(0, greedy.length - WINDOW));
      return decoderFeeds(
        starts.map((at) => stream.subarray(at + offset, at + offset + WINDOW)),
        starts.map((at) => greedy.subarray(at, at + WINDOW)),
        starts.map(() => random.integers(0, SPANISH_CONTEXT - WINDOW + 1)),
      );
    },
  };
}

/** Goes on with the draft, on what the big model thinks likeliest alone. */
export function secondDraftRecipe(
  stream: Uint16Array,
  greedy: Uint16Array,
  offset: number,
  steps: number,
  first: Parameters,
): Recipe {
  const base = draftRecipe(stream, greedy, offset, steps);
  return {
    ...base,
    name: "gpt2-es-tiny-draft.second",
    initial: first,
    batch: (step) => base.batch(2 * (step + steps)),
  };
}
