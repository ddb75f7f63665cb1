/** @file Question answering: the part of a text that answers a question, cut out of the text itself. */
import { argumentTypeError } from "../core/errors";
import type { Encoding } from "../tokenizers/encoding";
import { TokenizerError } from "../tokenizers/tokenizer-error";
import { answerSpans, type TokenSpan } from "./answer-spans";
import { type CallOptions, count, flag, type Merged, type Rules } from "./call-options";
import { encodeRows } from "./encode-row";
import { PipelineError } from "./pipeline-error";
import type { PipelineHandle } from "./pipeline-handle";
import type { PipelineModel, PipelineParts } from "./pipeline-model";
import type { TaskCall } from "./run-inputs";
import { runRows } from "./run-rows";

/** A question and the text that has the answer. */
export interface QuestionInput {
  question: string;
  context: string;
}

/** An answer. `context.slice(start, end)` is it; one that is not there is empty. */
export interface Answer {
  score: number;
  start: number;
  end: number;
  answer: string;
}

/** Options of question answering. Python: the arguments of `QuestionAnsweringPipeline`, which transformers 5 has no more. */
export interface QuestionAnsweringOptions extends CallOptions {
  /** How many answers to give, the likeliest first: a list where it is given. Without it, the likeliest alone. */
  topK?: number;
  /** How many tokens an answer may have. @default 15 */
  maxAnswerLen?: number;
  /** How many tokens a window of question and context has. @default 384, or what the model reads */
  maxSeqLen?: number;
  /** How many tokens of the context a window shares with the one before it. @default 128, or half a window */
  docStride?: number;
  /** Whether "no answer" is among the answers. @default false */
  handleImpossibleAnswer?: boolean;
  /** Whether an answer begins and ends with whole words. @default true */
  alignToWords?: boolean;
}

/** One answer, or a list where `topK` is given. */
export type AnswerOf<Options> = Options extends { topK: unknown } ? Answer[] : Answer;

/** Answers questions. Question and context may come as one object, a list of such, or as two texts. */
export interface QuestionAnsweringPipeline<Defaults = Record<never, never>>
  extends PipelineHandle<"question-answering", PipelineModel, PipelineParts["tokenizer"]> {
  <
    const Inputs extends QuestionInput | readonly QuestionInput[],
    const Options extends QuestionAnsweringOptions = Record<never, never>,
  >(
    inputs: Inputs,
    options?: Options,
  ): Promise<
    Inputs extends readonly unknown[] ? AnswerOf<Merged<Defaults, Options>>[] : AnswerOf<Merged<Defaults, Options>>
  >;
  <const Options extends QuestionAnsweringOptions = Record<never, never>>(
    question: string,
    context: string,
    options?: Options,
  ): Promise<AnswerOf<Merged<Defaults, Options>>>;
}

/** The rules of {@link QuestionAnsweringOptions}. */
export const QUESTION_ANSWERING_RULES: Rules = {
  topK: count(1),
  maxAnswerLen: count(1),
  maxSeqLen: count(1),
  docStride: count(0),
  handleImpossibleAnswer: flag,
  alignToWords: flag,
};

const LONGEST_WINDOW = 384;
const LONGEST_STRIDE = 128;

/** The answers to each question, the likeliest first. */
export function questionAnswering(
  parts: PipelineParts,
  options: QuestionAnsweringOptions,
): TaskCall<QuestionInput, Answer[]> {
  return {
    task: "question-answering",
    parameter: "inputs",
    check,
    async run(inputs, runOptions) {
      const windowsOf = inputs.map((input) => windowsOfContext(parts, input, options));
      const flat = windowsOf.flat();
      const outputs = await runRows(parts, flat, runOptions, (output) => ({
        starts: output("start_logits").data,
        ends: output("end_logits").data,
      }));
      const byWindow = new Map(flat.map((window, place) => [window, outputs[place]]));
      return inputs.map((input, place) => {
        const windows = (windowsOf[place] ?? []).flatMap((window) => {
          const output = byWindow.get(window);
          return output === undefined ? [] : [{ window, ...output }];
        });
        return answersOf(parts, input, windows, options);
      });
    },
  };
}

/** A tokenizer that pads on the left takes the context first; the question is the text that is never cut. */
function isQuestionFirst({ tokenizer }: PipelineParts): boolean {
  return tokenizer.paddingSide === "right";
}

function windowsOfContext(
  parts: PipelineParts,
  { question, context }: QuestionInput,
  { maxSeqLen, docStride }: QuestionAnsweringOptions,
): readonly Encoding[] {
  const { maxLength: limit = LONGEST_WINDOW } = parts;
  const maxLength = Math.min(limit, maxSeqLen ?? LONGEST_WINDOW);
  const stride =
    docStride ?? Math.min(Math.floor(maxLength / 2), LONGEST_STRIDE, roomBeside(parts, question, maxLength) - 1);
  const windows = { maxLength, stride: Math.max(0, stride), returnOverflowingTokens: true };
  try {
    return isQuestionFirst(parts)
      ? encodeRows(parts, question, { ...windows, textPair: context, truncation: "only_second" }, "cut")
      : encodeRows(parts, context, { ...windows, textPair: question, truncation: "only_first" }, "cut");
  } catch (error) {
    const isNoRoom = (error instanceof TokenizerError && error.code === "too-short") || error instanceof RangeError;
    if (!isNoRoom) throw error;
    throw new PipelineError(
      "text-too-long",
      `Windows of ${maxLength} tokens leave too little room for the context beside the question ${JSON.stringify(question.slice(0, 60))}.`,
      { task: "question-answering", cause: error, hint: "Shorten the question, or take a smaller `docStride`." },
    );
  }
}

/** How many tokens of the context fit in a window. */
function roomBeside({ tokenizer }: PipelineParts, question: string, maxLength: number): number {
  const { input_ids: ids } = tokenizer.encode(question, { addSpecialTokens: false });
  return maxLength - ids.length - tokenizer.numSpecialTokensToAdd(true);
}

/** A window of the context and what the model says of it. */
interface ReadWindow {
  window: Encoding;
  starts: Float32Array;
  ends: Float32Array;
}

function answersOf(
  parts: PipelineParts,
  { context }: QuestionInput,
  windows: readonly ReadWindow[],
  { topK = 1, maxAnswerLen = 15, handleImpossibleAnswer = false, alignToWords = true }: QuestionAnsweringOptions,
): Answer[] {
  const sequence = isQuestionFirst(parts) ? 1 : 0;
  const answers: Answer[] = [];
  let leastNoAnswer = Number.POSITIVE_INFINITY;
  for (const { window, starts, ends } of windows) {
    const allowed = window.ids.map(
      (id, token) => window.sequenceIds[token] === sequence || id === parts.tokenizer.clsTokenId,
    );
    // Several spans of tokens may be the same words, so that more of them are looked at than are wanted.
    const wanted = alignToWords ? topK * 2 + 10 : topK;
    const { spans, noAnswer } = answerSpans(starts, ends, { allowed, maxTokens: maxAnswerLen, count: wanted });
    leastNoAnswer = Math.min(leastNoAnswer, noAnswer);
    for (const span of spans) {
      const [start, end] = placeOf(span, window, alignToWords ? "words" : "tokens");
      const answer = context.slice(start, end);
      const same = answers.find((other) => other.answer.toLowerCase() === answer.toLowerCase());
      if (same === undefined) answers.push({ score: span.score, start, end, answer });
      else same.score += span.score;
    }
  }
  if (handleImpossibleAnswer) answers.push({ score: leastNoAnswer, start: 0, end: 0, answer: "" });
  return answers.sort((left, right) => right.score - left.score).slice(0, topK);
}

/** Where a span stands in the context: the words that its ends belong to, or the tokens alone. */
function placeOf({ first, last }: TokenSpan, window: Encoding, unit: "words" | "tokens"): [start: number, end: number] {
  const [begin, finish] = unit === "words" ? [wordEdge(window, first, -1), wordEdge(window, last, 1)] : [first, last];
  return [window.offsets[begin]?.[0] ?? 0, window.offsets[finish]?.[1] ?? 0];
}

/** The first or the last token of the word that a token belongs to. */
function wordEdge({ wordIds, sequenceIds }: Encoding, token: number, step: -1 | 1): number {
  if (wordIds[token] === null) return token;
  let edge = token;
  while (wordIds[edge + step] === wordIds[token] && sequenceIds[edge + step] === sequenceIds[token]) edge += step;
  return edge;
}

function check(input: unknown, place: string): QuestionInput {
  if (typeof input === "object" && input !== null && "question" in input && "context" in input) {
    const { question, context } = input;
    if (typeof question === "string" && question !== "" && typeof context === "string" && context !== "")
      return { question, context };
  }
  const rule = "be { question, context }, two texts that are not empty";
  throw argumentTypeError({ function: "question-answering", parameter: place, rule, value: input });
}
