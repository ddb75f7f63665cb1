/** @file The loop that greedy search and sampling share: one token for each row and step, until every row has ended. */
import type { GenerationRun, StrategyResult } from "../run/generation-run";

/** Chooses a row's next token by its processed scores. */
export type Choose = (scores: Float32Array, row: number) => number;

interface Row {
  readonly row: number;
  readonly prompt: number;
  readonly ids: number[];
}

/** Continues every prompt, `copies` times each. Rows that have ended leave the batch. */
export async function continueRows(run: GenerationRun, choose: Choose, copies: number): Promise<StrategyResult> {
  const rows = run.prompts.flatMap(({ ids }, prompt) =>
    Array.from({ length: copies }, (_, copy): Row => ({ row: prompt * copies + copy, prompt, ids: [...ids] })),
  );
  const decoder = await run.open();
  const { recorder } = run;
  const states = run.config.outputHiddenStates ? "all" : "none";
  const options = { hiddenStates: states, signal: run.signal } as const;
  try {
    let step = await decoder.step(
      run.prompts.map(({ ids }) => ids),
      options,
    );
    // Copies of a prompt share its first step.
    let active = rows.map((row) => ({ row, place: row.prompt }));
    while (true) {
      for (const { row, place } of active) {
        const logits = step.logits(place);
        const isShared = copies > 1 || recorder.needsLogits;
        const scores = run.process(row.ids, isShared ? logits.slice() : logits, row);
        const token = choose(scores, row.row);
        const at = row.ids.length - run.promptLength;
        recorder.scores(at, row.row, logits, scores);
        recorder.choice(at, row.row, logits, scores, token);
        row.ids.push(token);
        await run.stream(row.row, [token]);
      }
      const [{ row: first } = { row: undefined }] = active;
      recorder.hidden(
        (first?.ids.length ?? 0) - run.promptLength - 1,
        active.map(({ row, place }) => ({ row: row.row, place })),
        step.hiddenStates,
      );
      const left = active.filter(({ row }) => !run.stops(row.ids, row));
      if (left.length === 0 || !run.goesOn()) break;
      decoder.reorder(left.map(({ place }) => place));
      active = left.map(({ row }, place) => ({ row, place }));
      step = await decoder.step(
        active.map(({ row }) => row.ids.slice(-1)),
        options,
      );
    }
  } finally {
    await decoder.close();
  }
  return { sequences: run.padded(rows.map(({ ids }) => ids)) };
}
