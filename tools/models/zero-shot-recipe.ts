/** @file How zero-shot-pt-tiny is trained: on whether a hypothesis follows from a text. */
import type { Feeds } from "../../src/graph/training/training-session";
import { DISTILBERT } from "../../src/models/encoders/distilbert";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { integerRows } from "./feeds";
import { batchRandom, type Parameters, type Recipe } from "./training-run";
import { drawEssayPair, drawLabelPair, drawTextPair, type Pair, type ThemedEssay } from "./zero-shot/pairs";

const SEED = 1889;

/** The rows of a batch, by what they are. */
export interface PairMix {
  label: number;
  text: number;
  essay: number;
}

/** config.json: the body's with a head of two classes. */
export function zeroShotConfig(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...body,
    id2label: { 0: "not_entailment", 1: "entailment" },
    label2id: { not_entailment: 0, entailment: 1 },
    problem_type: "single_label_classification",
  };
}

/** What a training needs. */
export interface ZeroShotMaterial {
  tokenizer: PreTrainedTokenizerFast;
  /** The body's config.json. */
  body: Readonly<Record<string, unknown>>;
  /** Values to begin with. */
  initial?: Parameters;
  essays: readonly ThemedEssay[];
}

export function zeroShotRecipe(material: ZeroShotMaterial, o: {name: string; steps: number; mix: PairMix; learningRate: number}): Recipe {
  const { tokenizer, body, initial, essays } = material;
  return {
    name: o.name,
    architecture: DISTILBERT,
    config: zeroShotConfig(body),
    head: "sequence-classification",
    seed: SEED,
    steps: o.steps,
    learningRate: o.learningRate,
    ...(initial === undefined ? {} : { initial }),
    batch: (step) => {
      const random = batchRandom(SEED, step);
      const pairs = [
        ...Array.from({ length: o.mix.label }, () => drawLabelPair(random)),
        ...Array.from({ length: o.mix.text }, () => drawTextPair(random)),
        ...Array.from({ length: o.mix.essay }, () => drawEssayPair(random, essays, false)),
      ];
      return pairFeeds(tokenizer, pairs);
    },
  };
}

/** Pairs as a batch. */
export function pairFeeds(tokenizer: PreTrainedTokenizerFast, pairs: readonly Pair[]): Feeds {
  const { input_ids, attention_mask } = tokenizer.encode(
    pairs.map(({ premise }) => premise),
    { textPair: pairs.map(({ hypothesis }) => hypothesis), truncation: "only_first" },
  );
  return {
    input_ids: integerRows(input_ids, 0),
    attention_mask: integerRows(attention_mask, 0),
    labels: { type: "int64", dims: [pairs.length], data: BigInt64Array.from(pairs, ({ entailed }) => BigInt(entailed)) },
  };
}
