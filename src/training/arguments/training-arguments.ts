/** @file The arguments of a Trainer: checked, complete, and shown as what differs from the defaults. */
import { escapeHtml } from "../../core/html";
import { SelfShowing } from "../../core/self-showing";
import { textTable } from "../../core/text-table";
import { checkArguments, DEFAULTS } from "./check-arguments";
import type { TrainingArgumentFields, TrainingArgumentsOptions } from "./training-argument-fields";

// The fields are written out once, where each has its meaning.
const Fields: abstract new () => SelfShowing & TrainingArgumentFields = SelfShowing as never;

/**
 * Everything that a {@link Trainer} is told about how to train. Python: `transformers.TrainingArguments`.
 *
 * Names are Python's in camelCase, defaults those of transformers 4.48. Throws for a name that there is not, for a value
 * that is not right, for values that clash, and for an argument of Python's that means nothing here (`fp16: true`).
 *
 * @example
 * ```ts
 * const args = new TrainingArguments({ outputDir: "test_trainer", perDeviceTrainBatchSize: 16, learningRate: 1e-4, evalStrategy: "epoch" });
 * args.numTrainEpochs; // 3
 * console.log(args);
 * // TrainingArguments('test_trainer'), 40 arguments, these not at their defaults:
 * // argument                 value    default
 * // ───────────────────────  ───────  ───────
 * // perDeviceTrainBatchSize  16       8
 * // learningRate             0.0001   0.00005
 * // evalStrategy             "epoch"  "no"
 * ```
 */
export class TrainingArguments extends Fields {
  constructor(options: TrainingArgumentsOptions) {
    super();
    Object.assign(this, checkArguments(options));
    Object.freeze(this);
  }

  /** The arguments that differ from the defaults: name, value and default. */
  changes(): { name: string; value: unknown; usual: unknown }[] {
    const usual = checkArguments({ outputDir: this.outputDir });
    return (Object.keys(usual) as (keyof TrainingArgumentFields)[])
      .filter((name) => JSON.stringify(this[name]) !== JSON.stringify(usual[name]))
      .map((name) => ({ name, value: this[name], usual: usual[name] }));
  }

  /** All arguments as a plain object, as checkpoints keep them. */
  toJSON(): TrainingArgumentFields {
    return { ...this };
  }

  override toText(): string {
    const rows = this.changes().map(({ name, value, usual }) => [name, shown(value), shown(usual)]);
    const title = this.#title(rows.length);
    return rows.length === 0 ? title : `${title}\n${textTable(["argument", "value", "default"], rows)}`;
  }

  override toBundle(): { "text/plain": string; "text/html": string } {
    const rows = this.changes().map(
      ({ name, value, usual }) =>
        `<tr><td><code>${name}</code></td><td>${escapeHtml(shown(value))}</td><td>${escapeHtml(shown(usual))}</td></tr>`,
    );
    const head = "<thead><tr><th>argument</th><th>value</th><th>default</th></tr></thead>";
    const table = rows.length === 0 ? "" : `<table>${head}<tbody>${rows.join("")}</tbody></table>`;
    return { "text/plain": this.toText(), "text/html": `<p>${escapeHtml(this.#title(rows.length))}</p>${table}` };
  }

  #title(changed: number): string {
    const all = Object.keys(DEFAULTS).length;
    const what = changed === 0 ? "all at their defaults" : "these not at their defaults:";
    return `TrainingArguments('${this.outputDir}'), ${all} arguments, ${what}`;
  }
}

/** A small number reads better with its zeros than with an exponent, down to where they have to be counted. */
function shown(value: unknown): string {
  if (typeof value === "number" && value !== 0 && Math.abs(value) < 1e-5) return value.toExponential();
  return JSON.stringify(value);
}
