/** @file Token classification: names, places and other entities of a text, with where they stand in it. */
import { argumentRangeError } from "../core/errors";
import type { ModelTensor } from "../models/model-tensor";
import type { Encoding } from "../tokenizers/encoding";
import { type CallOptions, count, type Merged, oneOf, type Rules } from "./call-options";
import { checkText, encodeRows } from "./encode-row";
import type { AggregationStrategy, Entity, EntityGroup } from "./entity";
import {
  type GroupingContext,
  groupEntities,
  type LabelledToken,
  tokenEntities,
  withoutOverlaps,
} from "./group-entities";
import type { PipelineHandle } from "./pipeline-handle";
import { labelsOf, type PipelineModel, type PipelineParts } from "./pipeline-model";
import type { TaskCall } from "./run-inputs";
import { runRows } from "./run-rows";

/** Options of a token classification. Python: the arguments of `TokenClassificationPipeline`. */
export interface TokenClassificationOptions extends CallOptions {
  /**
   * `"none"` gives tokens, `"simple"` puts neighbours of one label together; `"first"`, `"average"` and `"max"` first settle
   * on one label for each word.
   * @default "none"
   */
  aggregationStrategy?: AggregationStrategy;
  /** Labels to leave out. @default ["O"] */
  ignoreLabels?: readonly string[];
  /**
   * Reads a text that is too long for the model in windows, each of which shares this many tokens with the one before it.
   * Without it the text is cut.
   */
  stride?: number;
}

/** Tokens, or groups where an aggregation strategy asks for them. */
export type EntitiesOf<Options> = Options extends { aggregationStrategy: "none" }
  ? Entity[]
  : Options extends { aggregationStrategy: "simple" | "first" | "average" | "max" }
    ? EntityGroup[]
    : "aggregationStrategy" extends keyof Options
      ? (Entity | EntityGroup)[]
      : Entity[];

/** Finds entities in texts. */
export interface TokenClassificationPipeline<Defaults = Record<never, never>>
  extends PipelineHandle<"token-classification", PipelineModel, PipelineParts["tokenizer"]> {
  <
    const Inputs extends string | readonly string[],
    const Options extends TokenClassificationOptions = Record<never, never>,
  >(
    texts: Inputs,
    options?: Options,
  ): Promise<Inputs extends string ? EntitiesOf<Merged<Defaults, Options>> : EntitiesOf<Merged<Defaults, Options>>[]>;
}

/** The rules of {@link TokenClassificationOptions}. */
export const TOKEN_CLASSIFICATION_RULES: Rules = {
  aggregationStrategy: oneOf("none", "simple", "first", "average", "max"),
  ignoreLabels: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === "string") ? undefined : "be a list of labels",
  stride: count(0),
};

/** The entities of each text. */
export function tokenClassification(
  parts: PipelineParts,
  { aggregationStrategy = "none", ignoreLabels = ["O"], stride }: TokenClassificationOptions,
): TaskCall<string, (Entity | EntityGroup)[]> {
  checkStride(stride, aggregationStrategy, parts);
  const windows = stride === undefined ? {} : { returnOverflowingTokens: true, stride };
  const ignored = new Set(ignoreLabels);
  return {
    task: "token-classification",
    parameter: "texts",
    check: (input, place) => checkText("token-classification", input, place),
    async run(inputs, options) {
      const windowsOf = inputs.map((text) => encodeRows(parts, text, windows, "cut").map((row) => ({ text, row })));
      const flat = windowsOf.flat().filter(({ row }) => row.specialTokensMask.includes(0));
      const rows = flat.map(({ row }) => row);
      const found = await runRows(parts, rows, options, (output, place) => {
        const { text, row } = flat[place] ?? { text: "", row: undefined };
        const tokens = row === undefined ? [] : readTokens(parts, text, row, output("logits"));
        const context = contextOf(parts, tokens);
        const entities: (Entity | EntityGroup)[] =
          aggregationStrategy === "none"
            ? tokenEntities(tokens, context)
            : groupEntities(tokens, aggregationStrategy, context);
        return entities.filter((entity) => !ignored.has("entity" in entity ? entity.entity : entity.entity_group));
      });
      const byRow = new Map(rows.map((row, place) => [row, found[place] ?? []]));
      return windowsOf.map((list) => {
        const entities = list.flatMap(({ row }) => byRow.get(row) ?? []);
        return list.length > 1 ? withoutOverlaps(entities as EntityGroup[]) : entities;
      });
    },
  };
}

/** The tokens of a row that are not special, with the probability of every label. */
function readTokens(parts: PipelineParts, text: string, row: Encoding, logits: ModelTensor): LabelledToken[] {
  const scores = logits.softmax();
  const isWordAware = gluesPieces(parts);
  return row.ids.flatMap((id, index) => {
    if (row.specialTokensMask[index] === 1) return [];
    const [start, end] = row.offsets[index] ?? [0, 0];
    const [token = "", own] = [row.tokens[index], text.slice(start, end)];
    const isUnknown = id === parts.tokenizer.unkTokenId;
    const isPiece = isWordAware
      ? [...token].length !== [...own].length
      : start > 0 && !text.slice(start - 1, start + 1).includes(" ");
    return [
      {
        word: isUnknown ? own : token,
        scores: scores.at(index).data,
        start,
        end,
        index,
        position: isPiece && !isUnknown ? "continues" : "begins",
      } as const,
    ];
  });
}

/** Whether the vocabulary marks the pieces that continue a word, as WordPiece does: their marks vanish in the text. */
function gluesPieces({ tokenizer }: PipelineParts): boolean {
  return tokenizer.convertTokensToString(["a", "##a"]) === "aa";
}

function contextOf({ model, tokenizer }: PipelineParts, tokens: readonly LabelledToken[]): GroupingContext {
  return {
    labels: labelsOf(model, tokens[0]?.scores.length ?? 0),
    joinTokens: (words) => tokenizer.convertTokensToString(words),
  };
}

function checkStride(
  stride: number | undefined,
  strategy: AggregationStrategy,
  { maxLength, tokenizer }: PipelineParts,
): void {
  if (stride === undefined) return;
  const [caller, parameter] = ["token-classification", "stride"];
  if (strategy === "none") {
    const rule = "come with an `aggregationStrategy`, which settles what two windows say of one token";
    throw argumentRangeError({ function: caller, parameter, rule, value: stride, next: 'Pass "simple".' });
  }
  const room = (maxLength ?? Number.POSITIVE_INFINITY) - tokenizer.numSpecialTokensToAdd(false);
  if (stride < room) return;
  throw argumentRangeError({
    function: caller,
    parameter,
    rule: `be below ${room}, the tokens of a window`,
    value: stride,
  });
}
