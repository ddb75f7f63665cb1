/** @file Rows of tokens continued token by token over a decoder's cache. */
import type { PastKeyValues } from "../models/model-output";
import { PipelineError } from "./pipeline-error";
import type { PipelineParts } from "./pipeline-model";
import { paddingId, textEmpty } from "./run-rows";
import { type Sampling, sampleToken } from "./sample-token";

/** How rows are continued. */
export interface ContinueOptions {
  maxNewTokens: number;
  batchSize: number;
  signal: AbortSignal | undefined;
  /** How the tokens of a row are drawn; undefined for the likeliest ones. */
  samplingOf(row: number): Sampling | undefined;
}

interface Row {
  ids: readonly number[];
  sampling: Sampling | undefined;
}

/** The new tokens of each row, up to the end token, `maxNewTokens`, or the end of the model's positions. */
export async function continueRows(
  parts: PipelineParts,
  prompts: readonly (readonly number[])[],
  { maxNewTokens, batchSize, signal, samplingOf }: ContinueOptions,
): Promise<number[][]> {
  const rows = prompts.map((ids, row): Row => ({ ids: begin(parts, ids), sampling: samplingOf(row) }));
  const results: number[][] = [];
  for (let first = 0; first < rows.length; first += batchSize) {
    const members = rows.slice(first, first + batchSize);
    const longest = Math.max(...members.map(({ ids }) => ids.length));
    // Padding counts among a batch's positions, so that rows near their end go by themselves.
    const fits = parts.maxLength === undefined || longest + maxNewTokens <= parts.maxLength;
    for (const batch of fits ? [members] : members.map((row) => [row])) {
      const room =
        (parts.maxLength ?? Number.POSITIVE_INFINITY) - (batch.length === 1 ? (batch[0]?.ids.length ?? 0) : longest);
      results.push(...(await continueBatch(parts, batch, Math.min(maxNewTokens, room), signal)));
    }
  }
  return results;
}

async function continueBatch(
  parts: PipelineParts,
  rows: readonly Row[],
  steps: number,
  signal: AbortSignal | undefined,
): Promise<number[][]> {
  const ends = endIds(parts);
  const padding = paddingId(parts);
  const width = Math.max(...rows.map(({ ids }) => ids.length));
  // Padding stands on the left: the last column is then the last token of every row.
  const pad = (ids: readonly number[], fill: number): number[] => [
    ...new Array<number>(width - ids.length).fill(fill),
    ...ids,
  ];
  let ids = rows.map((row) => pad(row.ids, padding));
  let mask = rows.map((row) =>
    pad(
      row.ids.map(() => 1),
      0,
    ),
  );
  const added: number[][] = rows.map(() => []);
  const isDone = rows.map(() => false);
  let past: PastKeyValues | undefined;
  for (let step = 0; step < steps; step++) {
    signal?.throwIfAborted();
    const inputs = { input_ids: ids, attention_mask: mask, ...(past === undefined ? {} : { past_key_values: past }) };
    const output = await parts.model.forward(inputs, { useCache: true, logits: "last" });
    const next = rows.map(({ sampling }, row) => {
      if (isDone[row] === true) return padding;
      const token = sampleToken(output.logits.at(row).data, sampling);
      added[row]?.push(token);
      if (ends.has(token)) isDone[row] = true;
      return token;
    });
    if (isDone.every((done) => done)) break;
    past = output.past_key_values;
    ids = next.map((token) => [token]);
    mask = mask.map((row) => [...row, 1]);
  }
  return added;
}

/** The prompt's tokens; an empty prompt begins with the token that begins texts. */
function begin({ tokenizer, maxLength }: PipelineParts, ids: readonly number[]): readonly number[] {
  if (maxLength !== undefined && ids.length >= maxLength)
    throw new PipelineError(
      "text-too-long",
      `A prompt has ${ids.length} tokens, and the model has room for ${maxLength} with the new ones.`,
      {
        task: "text-generation",
        hint: "Shorten it.",
      },
    );
  if (ids.length > 0) return ids;
  const first = tokenizer.bosTokenId ?? tokenizer.eosTokenId;
  if (first === undefined) throw textEmpty();
  return [first];
}

function endIds({ model, tokenizer }: PipelineParts): ReadonlySet<number> {
  const { eos_token_id: configured } = model.config;
  const ids: unknown[] = Array.isArray(configured) ? configured : [configured ?? tokenizer.eosTokenId];
  return new Set(ids.filter((id) => typeof id === "number"));
}
