/** @file Assisted decoding: a draft runs ahead, and the model checks all its tokens in one step. */
import { acceptByChance, acceptEqual } from "../assisted/accept-draft";
import type { DraftSource } from "../assisted/draft";
import type { DecoderRows } from "../decoder/decoder-rows";
import { drawToken } from "../run/draw";
import type { GenerationRun, StrategyResult } from "../run/generation-run";
import { argmax } from "../run/greatest";

/**
 * Continues each prompt with the help of draft tokens: the text that greedy search gives, or one with the distribution that
 * sampling has, in fewer steps of the model. Prompts come one after the other, since each accepts another number of tokens.
 *
 * Python: `GenerationMixin._assisted_decoding`, which takes one prompt only.
 */
export async function assistedDecoding(
  run: GenerationRun,
  draftFor: (row: number) => Promise<DraftSource>,
): Promise<StrategyResult> {
  const sequences: number[][] = [];
  for (const [row, prompt] of run.prompts.entries()) {
    const decoder = await run.open([prompt]);
    try {
      const draft = await draftFor(row);
      try {
        sequences.push(await continueRow(run, row, decoder, draft));
      } finally {
        await draft.close();
      }
    } finally {
      await decoder.close();
    }
  }
  return { sequences: run.padded(sequences) };
}

async function continueRow(
  run: GenerationRun,
  row: number,
  decoder: DecoderRows,
  draft: DraftSource,
): Promise<number[]> {
  const { doSample } = run.config;
  const random = run.random(row);
  const place = { row, prompt: row };
  const ids = [...(run.prompts[row]?.ids ?? [])];
  for (let step = 0; ; step++) {
    // The model adds one token behind the draft.
    const proposed = await draft.propose(ids, Math.max(0, run.maxLengthOf(row) - ids.length - 1));
    const { tokens } = proposed;
    const before = decoder.length;
    const columns = [...ids.slice(before), ...tokens];
    const states = run.config.outputHiddenStates ? "all" : "none";
    const checked = await decoder.step([columns], {
      logits: tokens.length + 1,
      hiddenStates: states,
      signal: run.signal,
    });
    const scores: Float32Array[] = [];
    const scoresAt = (at: number): Float32Array => {
      scores[at] ??= run.process([...ids, ...tokens.slice(0, at)], checked.logits(0, at).slice(), place);
      return scores[at];
    };
    const { accepted, added } =
      doSample && proposed.scores !== undefined
        ? acceptByChance(proposed, scoresAt, random)
        : acceptEqual(tokens, (at) => (doSample ? drawToken(scoresAt(at), random) : argmax(scoresAt(at))));
    draft.learn(tokens.length, accepted);
    const written: number[] = [];
    let isOver = false;
    for (const [at, token] of added.entries()) {
      const count = ids.length - run.promptLength;
      run.recorder.scores(count, row, checked.logits(0, at), scoresAt(at));
      ids.push(token);
      written.push(token);
      isOver = run.stops(ids, place);
      if (isOver) break;
    }
    run.recorder.hidden(step, [{ row, place: 0 }], checked.hiddenStates);
    run.recorder.trace({ kind: "draft", step, row, drafted: tokens, accepted, added: written });
    await run.stream(row, written);
    if (isOver || !run.goesOn()) return ids;
    decoder.cut(ids.length - 1);
  }
}
