/** @file What a generation gives: ids, texts, and what was asked for besides. */
import { SelfShowing } from "../core/self-showing";
import type { ModelTensor } from "../models/model-tensor";
import type { GenerationStrategy } from "./config/generation-strategy";
import type { TraceStep } from "./trace";

/** What a {@link GenerateOutput} is made of. */
export interface GenerateFields {
  readonly strategy: GenerationStrategy;
  readonly sequences: readonly (readonly number[])[];
  readonly promptLength: number;
  readonly texts?: readonly string[] | undefined;
  readonly sequenceScores?: readonly number[] | undefined;
  readonly beamIndices?: readonly (readonly number[])[] | undefined;
  readonly scores?: readonly ModelTensor[] | undefined;
  readonly logits?: readonly ModelTensor[] | undefined;
  readonly hiddenStates?: readonly (readonly ModelTensor[])[] | undefined;
  readonly trace?: readonly TraceStep[] | undefined;
}

/**
 * Generated rows. Python: `GenerateDecoderOnlyOutput` and `GenerateBeamDecoderOnlyOutput`.
 *
 * @example
 * ```ts
 * // model and tokenizer of assets/models/gpt2-es-tiny
 * const inputs = tokenizer.encode("En un lugar");
 * console.log(await model.generate(inputs, { tokenizer, numBeams: 3, numReturnSequences: 2, maxNewTokens: 12 }));
 * // GenerateOutput {
 * //   strategy: "beam_search"
 * //   sequences: 2 of 19
 * //   [0] (-0.9638) "En un lugar de los cuadrilleros quedó"
 * //   [1] (-0.9971) "En un lugar de los cuadrilleros, y,"
 * // }
 * ```
 */
export class GenerateOutput extends SelfShowing {
  /** The strategy that was taken: `"greedy_search"`. */
  readonly strategy: GenerationStrategy;
  /** Prompt and new tokens of each row, all of one length: padding on the left of the prompt and after the end. */
  readonly sequences: readonly (readonly number[])[];
  /** How many columns the prompts take up. */
  readonly promptLength: number;
  /** The texts, prompt included; undefined without a tokenizer. */
  readonly texts: readonly string[] | undefined;
  /** Of beams: each row's score, by which they are ordered. */
  readonly sequenceScores: readonly number[] | undefined;
  /** Of beams, with `outputScores`: which beam each new token came from, -1 after the end. */
  readonly beamIndices: readonly (readonly number[])[] | undefined;
  /** With `outputScores`: for each step `[rows, vocabulary]`, after the processors. Rows that had ended have NaN. */
  readonly scores: readonly ModelTensor[] | undefined;
  /** With `outputLogits`: for each step `[rows, vocabulary]`, as the model gave them. */
  readonly logits: readonly ModelTensor[] | undefined;
  /** With `outputHiddenStates`: for each step the states of all layers, each `[rows, columns, hidden]`. */
  readonly hiddenStates: readonly (readonly ModelTensor[])[] | undefined;
  /** With `trace`: what was looked at, kept and cut. */
  readonly trace: readonly TraceStep[] | undefined;

  constructor(fields: GenerateFields) {
    super();
    this.strategy = fields.strategy;
    this.sequences = fields.sequences;
    this.promptLength = fields.promptLength;
    this.texts = fields.texts;
    this.sequenceScores = fields.sequenceScores;
    this.beamIndices = fields.beamIndices;
    this.scores = fields.scores;
    this.logits = fields.logits;
    this.hiddenStates = fields.hiddenStates;
    this.trace = fields.trace;
  }

  /** The new tokens of each row. */
  get newTokens(): readonly (readonly number[])[] {
    return this.sequences.map((row) => row.slice(this.promptLength));
  }

  override toText(): string {
    const lines = [
      `  strategy: "${this.strategy}"`,
      `  sequences: ${this.sequences.length} of ${this.sequences[0]?.length ?? 0}`,
    ];
    const rows = this.texts?.map((text) => JSON.stringify(text)) ?? this.sequences.map(shortened);
    lines.push(...rows.map((row, index) => `  [${index}]${scoreOf(this.sequenceScores?.[index])} ${row}`));
    if (this.scores !== undefined)
      lines.push(`  scores: ${this.scores.length} of [${this.scores[0]?.dims.join(", ")}]`);
    if (this.logits !== undefined)
      lines.push(`  logits: ${this.logits.length} of [${this.logits[0]?.dims.join(", ")}]`);
    if (this.trace !== undefined) lines.push(`  trace: ${this.trace.length} steps`);
    return `GenerateOutput {\n${lines.join("\n")}\n}`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

function scoreOf(score: number | undefined): string {
  return score === undefined ? "" : ` (${score.toFixed(4)})`;
}

function shortened(row: readonly number[]): string {
  const shown = row.length > 24 ? [...row.slice(0, 12), "…", ...row.slice(-8)] : row;
  return `[${shown.join(", ")}]`;
}
