/** @file One word on its way through the merges, for pictures of how BPE works. */
import { argumentTypeError } from "../../core/errors";
import type { MergeStep } from "./bpe-merges";

/** How a word stands after a merge that changed it. */
export interface MergeState {
  /** Its tokens now. */
  readonly tokens: readonly string[];
  /** The merge that led here; undefined for the characters at the start. */
  readonly merge: MergeStep | undefined;
}

/**
 * The states of a word from its characters to its tokens, one for each merge that changes it.
 *
 * `prefix` marks tokens inside a word: "##" for WordPiece, nothing for byte-level BPE, whose words are spelled by
 * `bytesAsCharacters`. WordPiece itself picks the longest token from the left instead, and may end elsewhere.
 *
 * @example
 * ```ts
 * const { merges } = trainFromTexts(["ola olas", "ola"], { model: "wordpiece", vocabSize: 30 });
 * mergeStates("olas", merges, "##").map(({ tokens }) => tokens.join(" "));
 * // ["o ##l ##a ##s", "ol ##a ##s", "ola ##s"]
 * ```
 */
export function mergeStates(word: string, merges: Iterable<MergeStep>, prefix: string = ""): MergeState[] {
  if (typeof word !== "string") {
    throw argumentTypeError({ function: "mergeStates", parameter: "word", rule: "be a string", value: word });
  }
  let tokens = Array.from(word, (character, index) => (index === 0 ? character : prefix + character));
  const states: MergeState[] = [{ tokens, merge: undefined }];
  for (const merge of merges) {
    const merged = mergeNeighbours(tokens, merge);
    if (merged.length === tokens.length) continue;
    tokens = merged;
    states.push({ tokens, merge });
  }
  return states;
}

function mergeNeighbours(tokens: readonly string[], { left, right, token }: MergeStep): string[] {
  const merged: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const isPair = tokens[index] === left && tokens[index + 1] === right;
    merged.push(isPair ? token : (tokens[index] ?? ""));
    if (isPair) index++;
  }
  return merged;
}
