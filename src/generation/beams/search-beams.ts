/** @file The loop of every beam search: all beams of all prompts take a step together, group after group. */
import { logSumExp } from "../logits/log-sum-exp";
import type { GenerationRun, StrategyResult } from "../run/generation-run";
import { BeamGroup } from "./beam-group";
import { continuationsOf, type PickContinuations } from "./continuations";
import { finishBeams } from "./finish-beams";

/** How beams are searched. */
export interface BeamSearchOptions {
  /** How each prompt's continuations are picked. */
  pickFor(prompt: number): PickContinuations;
}

interface BeamPrompt {
  readonly prompt: number;
  readonly groups: readonly BeamGroup[];
}

/** Follows `numBeams` continuations of each prompt at once. A prompt whose search is over leaves the batch. */
export async function searchBeams(run: GenerationRun, { pickFor }: BeamSearchOptions): Promise<StrategyResult> {
  const { numBeams, numBeamGroups } = run.config;
  const size = numBeams / numBeamGroups;
  const prompts = run.prompts.map(({ ids }, prompt): BeamPrompt & { pick: PickContinuations } => ({
    prompt,
    pick: pickFor(prompt),
    groups: Array.from(
      { length: numBeamGroups },
      (_, group) =>
        new BeamGroup({
          size,
          lengthPenalty: run.config.lengthPenalty,
          earlyStopping: run.config.earlyStopping,
          maxNewTokens: run.maxLengthOf(prompt) - run.promptLength,
          prompt: ids,
          firstIndex: prompt * numBeams + group * size,
          isEnd: (token) => run.isEnd(token),
        }),
    ),
  }));
  const decoder = await run.open();
  const states = run.config.outputHiddenStates ? "all" : "none";
  const options = { hiddenStates: states, signal: run.signal } as const;
  try {
    let step = await decoder.step(
      run.prompts.map(({ ids }) => ids),
      options,
    );
    // The beams of a prompt share its first step.
    let active = prompts.map((prompt) => ({ ...prompt, placeOf: (_beam: number) => prompt.prompt }));
    for (let at = 0; ; at++) {
      run.recorder.hidden(
        at,
        active.flatMap(({ prompt, placeOf }) => placesOf(prompt, numBeams, placeOf)),
        step.hiddenStates,
      );
      for (const { prompt, groups, pick, placeOf } of active) {
        const taken: number[] = [];
        for (const [index, group] of groups.entries()) {
          if (group.isDone) {
            // As in Python, where a group that is done takes padding.
            taken.push(...group.beams.map(() => run.padId()));
            continue;
          }
          const scores = group.beams.map(({ ids }, beam) => {
            const number = index * size + beam;
            const logits = step.logits(placeOf(number));
            const row = prompt * numBeams + number;
            const given = { row, prompt, groupTokens: [...taken] };
            const processed = run.process(ids, logProbabilities(logits), given);
            run.recorder.scores(at, row, logits, processed);
            return processed;
          });
          const sorted = continuationsOf(group.beams, scores, run.config.eosTokenIds.length, pick);
          const candidates = group.advance(sorted);
          run.recorder.trace({ kind: "beams", step: at, prompt, group: index, candidates });
          taken.push(...group.beams.map(({ ids }) => ids.at(-1) ?? 0));
        }
      }
      const left = active.filter((one) => isRunning(run, one, numBeams));
      if (left.length === 0 || !run.goesOn()) break;
      decoder.reorder(left.flatMap(({ groups, placeOf }) => parentsOf(groups, size).map(placeOf)));
      active = left.map((one, place) => ({ ...one, placeOf: (beam: number) => place * numBeams + beam }));
      step = await decoder.step(
        active.flatMap(({ groups }) => groups.flatMap(({ beams }) => beams.map(({ ids }) => ids.slice(-1)))),
        options,
      );
    }
  } finally {
    await decoder.close();
  }
  return finishBeams(
    run,
    prompts.map(({ groups }) => groups),
  );
}

/** A prompt's search goes on until every group is done or every beam meets a stopping criterion. */
function isRunning(run: GenerationRun, { prompt, groups }: BeamPrompt, numBeams: number): boolean {
  const beams = groups.flatMap(({ beams: own, isDone }, group) =>
    isDone ? [] : own.map(({ ids }, beam) => ({ ids, row: prompt * numBeams + group * own.length + beam })),
  );
  return !beams.every(({ ids, row }) => run.stops(ids, { row, prompt }));
}

/** For each beam of a prompt the beam that it continues, counted over all groups. */
function parentsOf(groups: readonly BeamGroup[], size: number): number[] {
  return groups.flatMap(({ beams }, group) => beams.map(({ parent }) => group * size + parent));
}

function placesOf(prompt: number, beams: number, placeOf: (beam: number) => number): { row: number; place: number }[] {
  return Array.from({ length: beams }, (_, beam) => ({ row: prompt * beams + beam, place: placeOf(beam) }));
}

function logProbabilities(logits: Float32Array): Float32Array {
  const sum = logSumExp(logits);
  const scores = new Float32Array(logits.length);
  for (let token = 0; token < logits.length; token++) scores[token] = (logits[token] as number) - sum;
  return scores;
}
