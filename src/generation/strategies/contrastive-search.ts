/** @file Contrastive search: of the likeliest tokens the one that is least like what was written (Su et al. 2022). */
import type { ModelTensor } from "../../models/model-tensor";
import type { DecoderRows } from "../decoder/decoder-rows";
import { logSumExp } from "../logits/log-sum-exp";
import type { GenerationRun, StrategyResult } from "../run/generation-run";
import { argmax, greatest } from "../run/greatest";
import type { ContrastiveCandidate } from "../trace";

interface Row {
  readonly row: number;
  readonly prompt: number;
  readonly ids: number[];
  /** The last layer's states of its tokens, each of length 1; none for padding. */
  readonly states: Float32Array[];
  /** The model's logits of the next token. */
  logits: Float32Array;
}

/**
 * Continues each prompt, every step over its `topK` likeliest tokens: `(1 - penaltyAlpha)` times a token's probability, less
 * `penaltyAlpha` times its likeness to the most alike token so far. All candidates of all rows are one batch.
 *
 * Python: `GenerationMixin._contrastive_search`.
 */
export async function contrastiveSearch(run: GenerationRun): Promise<StrategyResult> {
  const decoder = await run.open();
  const options = { hiddenStates: run.config.outputHiddenStates ? "all" : "last", signal: run.signal } as const;
  try {
    const first = await decoder.step(
      run.prompts.map(({ ids }) => ids),
      options,
    );
    const rows = run.prompts.map(
      ({ ids, padding }, row): Row => ({
        row,
        prompt: row,
        ids: [...ids],
        states: statesOf(first.hiddenStates.at(-1), row).slice(padding),
        logits: first.logits(row),
      }),
    );
    run.recorder.hidden(
      0,
      rows.map(({ row }) => ({ row, place: row })),
      first.hiddenStates,
    );
    let active = rows;
    for (let step = 0; ; step++) {
      const places = await advance(run, decoder, active, step, options);
      for (const row of active) await run.stream(row.row, row.ids.slice(-1));
      const kept = active.flatMap((row, index) =>
        run.stops(row.ids, row) ? [] : [{ row, place: places[index] ?? 0 }],
      );
      if (kept.length === 0 || !run.goesOn()) break;
      decoder.reorder(kept.map(({ place }) => place));
      active = kept.map(({ row }) => row);
    }
    return { sequences: run.padded(rows.map(({ ids }) => ids)) };
  } finally {
    await decoder.close();
  }
}

/** Adds a token to each row; gives the place of each row's choice among all candidates. */
async function advance(
  run: GenerationRun,
  decoder: DecoderRows,
  rows: readonly Row[],
  step: number,
  options: { hiddenStates: "all" | "last"; signal: AbortSignal | undefined },
): Promise<number[]> {
  const alpha = run.config.penaltyAlpha ?? 0;
  const choices = rows.map((row) => {
    const scores = run.process(row.ids, row.logits.slice(), row);
    run.recorder.scores(step, row.row, row.logits, scores);
    const sum = logSumExp(scores);
    return greatest(scores, run.config.topK ?? scores.length).map((token) => ({
      token,
      probability: Math.exp((scores[token] ?? 0) - sum),
    }));
  });
  const width = choices[0]?.length ?? 1;
  decoder.reorder(rows.flatMap((_, index) => new Array<number>(width).fill(index)));
  const looked = await decoder.step(
    choices.flatMap((candidates) => candidates.map(({ token }) => [token])),
    options,
  );
  const places = rows.map((row, index) => {
    const states =
      choices[index]?.map((_, place) => statesOf(looked.hiddenStates.at(-1), index * width + place)[0]) ?? [];
    const candidates = (choices[index] ?? []).map(({ token, probability }, place): ContrastiveCandidate => {
      const likeness = mostAlike(row.states, states[place]);
      return { token, probability, likeness, score: Math.fround((1 - alpha) * probability - alpha * likeness) };
    });
    const chosen = argmax(Float32Array.from(candidates, ({ score }) => score));
    const token = candidates[chosen]?.token ?? 0;
    const place = index * width + chosen;
    row.ids.push(token);
    row.states.push(states[chosen] ?? new Float32Array());
    row.logits = looked.logits(place);
    run.recorder.trace({ kind: "contrastive", step, row: row.row, candidates, token });
    return place;
  });
  run.recorder.hidden(
    step + 1,
    rows.map(({ row }, index) => ({ row, place: places[index] ?? 0 })),
    looked.hiddenStates,
  );
  return places;
}

/** The states of a row's columns, each brought to the length 1. */
function statesOf(states: ModelTensor | undefined, row: number): Float32Array[] {
  const [, columns = 0, size = 0] = states?.dims ?? [];
  return Array.from({ length: columns }, (_, column) => {
    const from = (row * columns + column) * size;
    const own = Float32Array.from(states?.data.subarray(from, from + size) ?? []);
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0));
    return own.map((value) => value / length);
  });
}

/** The greatest cosine between a state and those before it. */
function mostAlike(before: readonly Float32Array[], state: Float32Array | undefined): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const other of before) {
    let sum = 0;
    for (let index = 0; index < other.length; index++) sum += (other[index] as number) * (state?.[index] ?? 0);
    if (sum > most) most = sum;
  }
  return most;
}
