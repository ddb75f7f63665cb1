/** @file Which columns of a data set a model reads, and what is wrong with them before the first batch is made. */
import { describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { BLOCK_ROWS, readValues } from "../../datasets/read-values";
import type { Graph } from "../../graph/graph";
import type { PreTrainedModel } from "../../models/pretrained-model";
import { TrainingError } from "../training-error";
import type { AnyDataset } from "./any-dataset";
import { LABEL_COLUMNS, labelColumn } from "./data-collator";

/** What a model reads of a data set. */
export interface TrainingColumns {
  /** The columns that a batch is made of. */
  readonly names: readonly string[];
  /** The one with the labels, where there is one. */
  readonly labels: string | undefined;
  /** How many tokens each row has. */
  readonly lengths: Uint32Array;
}

/** Finds and checks the columns. All that can be told before training is told here, with the row. */
export function trainingColumns(model: PreTrainedModel, dataset: AnyDataset): TrainingColumns {
  const given = dataset.columnNames;
  const graph = model.buildGraph({ loss: "labels", logits: "none" });
  const labels = labelColumn(given);
  const names = given.filter((name) => (graph.inputs.has(name) && !LABEL_COLUMNS.includes(name)) || name === labels);
  if (!given.includes("input_ids")) {
    throw new TrainingError("column-missing", "The data set has no column `input_ids`.", {
      hint: `Encode its texts: \`await dataset.map((row) => tokenizer.encode(row.text, { truncation: true }))\`. ${listNames("columns", "input_ids", given)}`,
      column: "input_ids",
    });
  }
  const lengths = checkLengths(model, dataset);
  if (labels !== undefined) checkLabels(model, graph, dataset, labels);
  return { names, labels, lengths };
}

function checkLengths(model: PreTrainedModel, dataset: AnyDataset): Uint32Array {
  const lengths = new Uint32Array(dataset.numRows);
  const most = model.maxPositions ?? Number.POSITIVE_INFINITY;
  eachValue(dataset, "input_ids", (ids, row) => {
    if (!Array.isArray(ids))
      throw wrongRow("input_ids", row, `is ${describeValue(ids)} instead of a list of token ids`);
    if (ids.length === 0) throw wrongRow("input_ids", row, "has no token", "Leave such rows out: `dataset.filter(…)`.");
    if (ids.length > most) {
      const hint = `Encode with \`tokenizer.encode(…, { truncation: true, maxLength: ${most} })\`.`;
      throw wrongRow("input_ids", row, `has ${ids.length} tokens, but this model has positions for ${most}`, hint);
    }
    lengths[row] = ids.length;
  });
  return lengths;
}

function checkLabels(model: PreTrainedModel, graph: Graph, dataset: AnyDataset, column: string): void {
  const input = graph.inputs.get("labels");
  if (input === undefined) return;
  const isWhole = input.type === "int64";
  const classes =
    model.head === "masked-lm" || model.head === "causal-lm"
      ? Number(model.config.values.vocab_size)
      : model.config.numLabels;
  const check = (label: unknown, row: number): void => {
    if (label === null || label === undefined) {
      throw wrongRow(
        column,
        row,
        "has no label",
        "Leave such rows out: `dataset.filter((row) => row.label !== null)`.",
      );
    }
    if (Array.isArray(label)) {
      for (const one of label) check(one, row);
      return;
    }
    const value = typeof label === "bigint" ? Number(label) : label;
    if (typeof value !== "number" && typeof value !== "boolean") {
      const hint = `Make numbers of it: \`dataset.classEncodeColumn("${column}")\`, or a ClassLabel's \`str2int\`.`;
      throw wrongRow(column, row, `is ${describeValue(label)} instead of a number`, hint);
    }
    const number = Number(value);
    if (!isWhole) {
      if (!Number.isFinite(number)) throw wrongRow(column, row, `is ${number}, which is no number to learn`);
      return;
    }
    if (!Number.isInteger(number)) {
      const hint = `Round it for classes, or open the model with \`{ numLabels: 1 }\` to predict a number.`;
      throw wrongRow(column, row, `is ${number}, but classes are whole numbers`, hint);
    }
    if (number === -100 || (number >= 0 && number < classes)) return;
    const hint =
      model.head === "sequence-classification"
        ? `Open the model with \`{ numLabels: … }\` for as many classes as the data has, or count its labels from 0.`
        : undefined;
    throw wrongRow(column, row, `is ${number}, but the model has ${classes} classes: 0 to ${classes - 1}`, hint);
  };
  eachValue(dataset, column, check);
}

function eachValue(dataset: AnyDataset, name: string, visit: (value: unknown, row: number) => void): void {
  const { table } = dataset;
  const column = table.columns.get(name);
  if (column === undefined) return;
  for (let start = 0; start < table.numRows; start += BLOCK_ROWS) {
    const end = Math.min(table.numRows, start + BLOCK_ROWS);
    for (const [index, value] of readValues(column, table.indices, start, end).entries()) visit(value, start + index);
  }
}

function wrongRow(column: string, row: number, problem: string, hint?: string): TrainingError {
  const code = column === "input_ids" ? "row-invalid" : "label-invalid";
  return new TrainingError(code, `\`${column}\` of row ${row} ${problem}.`, { hint, column, row });
}
