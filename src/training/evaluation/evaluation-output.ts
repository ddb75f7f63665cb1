/** @file What a model said of a data set: logits, what they mean, and the labels beside them. */
import { SelfShowing } from "../../core/self-showing";
import { ModelTensor } from "../../models/model-tensor";

/** What {@link EvaluationOutput} is made of. */
export interface EvaluationFields {
  readonly logits: ModelTensor;
  readonly labels: ModelTensor | undefined;
  readonly loss: number | undefined;
  readonly numRows: number;
}

/**
 * What a model said of each row of a data set, in the rows' own order.
 *
 * Python: what `model.predict(dataset)` gives, and the `EvalPrediction` that metrics of a Trainer are given.
 *
 * @example
 * ```ts
 * const output = await model.predict(test);
 * output.logits.dims; // [ 300, 11 ]
 * output.predictions; // [ 7, 4, 9, … ]
 * ```
 */
export class EvaluationOutput extends SelfShowing {
  /** `[rows, classes]`, or `[rows, tokens, classes]` filled up with -100. */
  readonly logits: ModelTensor;
  /** `[rows]`, `[rows, classes]` or `[rows, tokens]`; undefined where the data has none. Python: `label_ids`. */
  readonly labels: ModelTensor | undefined;
  /** The mean loss; undefined without labels. */
  readonly loss: number | undefined;
  /** How many rows there are. */
  readonly numRows: number;

  constructor({ logits, labels, loss, numRows }: EvaluationFields) {
    super();
    this.logits = logits;
    this.labels = labels;
    this.loss = loss;
    this.numRows = numRows;
  }

  /** The most likely class of each row, or of each token, row after row. Python: `logits.argmax(-1)`. */
  get predictions(): number[] {
    return (this.logits.argmax() as number[]).flat() as number[];
  }

  /** The labels, row after row; empty where there are none. */
  get references(): number[] {
    return Array.from(this.labels?.data ?? []);
  }

  override toText(): string {
    const lines = [`logits: ${this.logits.toText()}`];
    if (this.labels !== undefined) lines.push(`labels: ${this.labels.toText()}`);
    if (this.loss !== undefined) lines.push(`loss: ${this.loss}`);
    return `EvaluationOutput {\n${lines.map((line) => `  ${line}`).join(",\n")}\n}`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

/** Puts the parts of batches together. Longer rows of one batch make the others longer too, filled up with -100. */
export function joined(
  parts: readonly { tensor: ModelTensor; rows: ArrayLike<number> }[],
  numRows: number,
): ModelTensor {
  const [first] = parts;
  const rank = first?.tensor.dims.length ?? 1;
  const inner = Array.from({ length: rank - 1 }, (_, axis) =>
    parts.reduce((most, { tensor }) => Math.max(most, tensor.dims[axis + 1] ?? 0), 0),
  );
  const width = inner.reduce((product, size) => product * size, 1);
  const data = new Float32Array(numRows * width);
  const isRagged = parts.some(({ tensor }) => inner.some((size, axis) => tensor.dims[axis + 1] !== size));
  if (isRagged) data.fill(FILLING);
  for (const { tensor, rows } of parts) {
    const own = tensor.dims.slice(1).reduce((product, size) => product * size, 1);
    // Of a ragged axis only the first one, the tokens, differs: what follows it is copied whole.
    const step = tensor.dims.length > 2 ? inner.slice(1).reduce((product, size) => product * size, 1) : 1;
    const length = isRagged ? (tensor.dims[1] ?? 1) * step : own;
    for (let index = 0; index < rows.length; index++) {
      data.set(tensor.data.subarray(index * own, index * own + length), (rows[index] ?? 0) * width);
    }
  }
  return new ModelTensor(data, [numRows, ...inner]);
}

const FILLING = -100;
