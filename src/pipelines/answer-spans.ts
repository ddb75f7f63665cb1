/** @file Where an answer may stand: the likeliest spans of a window's tokens. */

/** A span of tokens, both ends included, and how likely it is. */
export interface TokenSpan {
  first: number;
  last: number;
  score: number;
}

/** What decides which spans may be answers. */
export interface SpanOptions {
  /** Whether a token may belong to an answer. The first one, which stands for "no answer", is never an answer itself. */
  allowed: readonly boolean[];
  /** How many tokens an answer may have. */
  maxTokens: number;
  /** How many spans to give. */
  count: number;
}

/** The likeliest spans, and how likely it is that there is no answer. */
export function answerSpans(
  startLogits: Float32Array,
  endLogits: Float32Array,
  { allowed, maxTokens, count }: SpanOptions,
): { spans: TokenSpan[]; noAnswer: number } {
  const starts = probabilities(startLogits, allowed);
  const ends = probabilities(endLogits, allowed);
  const noAnswer = (starts[0] ?? 0) * (ends[0] ?? 0);
  const spans: TokenSpan[] = [];
  for (let first = 1; first < allowed.length; first++) {
    if (allowed[first] !== true) continue;
    for (let last = first; last < Math.min(allowed.length, first + maxTokens); last++)
      if (allowed[last] === true) spans.push({ first, last, score: (starts[first] ?? 0) * (ends[last] ?? 0) });
  }
  spans.sort((left, right) => right.score - left.score);
  return { spans: spans.slice(0, count), noAnswer };
}

/** The softmax over the tokens that are allowed. */
function probabilities(logits: Float32Array, allowed: readonly boolean[]): number[] {
  const highest = allowed.reduce((most, may, token) => (may ? Math.max(most, logits[token] ?? 0) : most), -Infinity);
  const powers = allowed.map((may, token) => (may ? Math.exp((logits[token] ?? 0) - highest) : 0));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => (sum === 0 ? 0 : power / sum));
}
