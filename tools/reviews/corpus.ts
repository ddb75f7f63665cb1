/** @file The whole data set: one plan after another, each written until it holds the rules, then shuffled. */
import { defaultRng } from "../../src/core/random";
import { pick, type RandomSource, shuffled } from "../text/random-source";
import { countWords, SentenceIndex, sentencesOf } from "../text/sentences";
import { DOMAINS } from "./domains";
import { drawPlan } from "./plan";
import { type Review, writeReview } from "./review";
import type { Domain, Stars } from "./types";

/** What {@link makeReviews} makes. */
export interface ReviewsOptions {
  /** Any whole number; the same one gives the same bytes. */
  seed: number;
  rows: number;
}

/** The rules that every review holds. */
export const RULES: Readonly<{ minWords: number; maxWords: number; maxSharing: number }> = {
  minWords: 20,
  maxWords: 150,
  maxSharing: 0.4,
};

const STARS: readonly Stars[] = [1, 2, 3, 4, 5];
const ATTEMPTS = 400;

/** Makes the reviews of the data set: as many of each number of stars, about each domain, in random order. */
export function makeReviews(options: ReviewsOptions): Review[] {
  const random: RandomSource = defaultRng(options.seed);
  const index = new SentenceIndex();
  const texts = new Set<string>();
  const reviews: Review[] = [];
  for (let row = 0; row < options.rows; row++) {
    const stars = STARS[row % STARS.length] ?? 3;
    const domain = DOMAINS[Math.floor(row / STARS.length) % DOMAINS.length] ?? pick(random, DOMAINS);
    const review = writeOne(
      random,
      domain,
      stars,
      (made) => !texts.has(made.text.toLowerCase()) && holdsRules(made, index),
    );
    index.add(review.text);
    texts.add(review.text.toLowerCase());
    reviews.push(review);
  }
  return shuffled(random, reviews);
}

function writeOne(random: RandomSource, domain: Domain, stars: Stars, isKept: (review: Review) => boolean): Review {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const review = writeReview(random, domain, drawPlan(random, domain, stars));
    if (isKept(review)) return review;
  }
  throw new Error(`No review of "${domain.id}" with ${stars} stars held the rules in ${ATTEMPTS} attempts.`);
}

function holdsRules(review: Review, index: SentenceIndex): boolean {
  const words = countWords(review.text);
  if (words < RULES.minWords || words > RULES.maxWords) return false;
  const sentences = sentencesOf(review.clean);
  if (new Set(sentences).size < sentences.length) return false;
  return index.greatestSharing(review.text) <= RULES.maxSharing;
}
