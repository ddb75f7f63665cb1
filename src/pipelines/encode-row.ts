/** @file One text or pair as the row of tokens that a model reads. */
import { argumentTypeError } from "../core/errors";
import type { EncodeOptions } from "../tokenizers/encode-options";
import type { Encoding } from "../tokenizers/encoding";
import { PipelineError } from "./pipeline-error";
import type { PipelineParts } from "./pipeline-model";

/** What to do with a text that is longer than the model reads. */
export type TooLong = "cut" | "refuse";

/** The rows of a text: one, or several windows where `returnOverflowingTokens` asks for them. */
export function encodeRows(
  { tokenizer, maxLength }: PipelineParts,
  text: string,
  options: EncodeOptions<string>,
  tooLong: TooLong,
): readonly Encoding[] {
  const { textPair, ...others } = options;
  const pair = textPair === undefined ? {} : { textPair: [textPair] };
  const cut = tooLong === "cut" && maxLength !== undefined ? { truncation: true, maxLength } : { truncation: false };
  const { encodings } = tokenizer.encode([text], { ...cut, ...others, ...pair } as EncodeOptions);
  const [row] = encodings;
  if (tooLong === "refuse" && maxLength !== undefined && row !== undefined && row.ids.length > maxLength)
    throw new PipelineError(
      "text-too-long",
      `A text has ${row.ids.length} tokens, but the model reads at most ${maxLength}: ${JSON.stringify(text.slice(0, 40))}…`,
      { hint: "Shorten it, or pass `truncation: true` to cut its end off." },
    );
  return encodings;
}

/** A text, or an error that names it. */
export function checkText(task: string, value: unknown, place: string): string {
  if (typeof value === "string") return value;
  throw argumentTypeError({ function: task, parameter: place, rule: "be a text", value });
}
