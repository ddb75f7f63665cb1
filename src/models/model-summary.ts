/** @file A model as a table: its layers, their shapes, how many numbers each has, and which are trained. */
import { formatBytes } from "../core/format-bytes";
import { escapeHtml } from "../core/html";
import { SelfShowing } from "../core/self-showing";
import { textTable } from "../core/text-table";

/** One trainable tensor of a model. */
export interface ModelParameter {
  /** PyTorch's name for it: `"classifier.weight"`. */
  readonly name: string;
  readonly shape: readonly number[];
  /** How many numbers it has. */
  readonly size: number;
  /** Whether training changes it. */
  readonly state: "trained" | "frozen";
}

/** One row of a summary: a layer, and its weights together. */
export interface SummaryRow {
  readonly layer: string;
  readonly shapes: string;
  readonly parameters: number;
  readonly state: "trained" | "frozen" | "partly";
}

const HEADER = ["layer", "weights", "parameters", "state"] as const;

/** What `model.summary()` returns; print it, or show it in a notebook. Python: Keras's `model.summary()`. */
export class ModelSummary extends SelfShowing {
  readonly className: string;
  readonly rows: readonly SummaryRow[];
  /** All numbers of all weights. */
  readonly total: number;
  /** Those that training changes. */
  readonly trained: number;

  constructor(className: string, parameters: readonly ModelParameter[]) {
    super();
    this.className = className;
    this.rows = rowsOf(parameters);
    this.total = sum(parameters);
    this.trained = sum(parameters.filter(({ state }) => state === "trained"));
  }

  override toText(): string {
    const rows = this.rows.map((row) => [row.layer, row.shapes, grouped(row.parameters), stateText(row)]);
    const table = textTable(HEADER, rows, { align: ["left", "left", "right"], maxCellWidth: 70 });
    return `${this.className}\n\n${table}\n\n${this.#totals().join("\n")}`;
  }

  override toBundle(): { "text/plain": string; "text/html": string } {
    const right = ' style="text-align:right"';
    const cells = (row: SummaryRow): string =>
      `<tr><td><code>${escapeHtml(row.layer)}</code></td><td>${row.shapes}</td><td${right}>${grouped(row.parameters)}</td><td>${stateText(row)}</td></tr>`;
    const head = `<tr><th>layer</th><th>weights</th><th${right}>parameters</th><th>state</th></tr>`;
    const html = `<div><strong>${escapeHtml(this.className)}</strong><table><thead>${head}</thead><tbody>${this.rows.map(cells).join("")}</tbody></table><p>${this.#totals().join("<br>")}</p></div>`;
    return { "text/plain": this.toText(), "text/html": html };
  }

  #totals(): string[] {
    const line = (what: string, count: number): string => `${what}: ${grouped(count)} (${formatBytes(count * 4)})`;
    return [
      line("Total parameters", this.total),
      line("Trained parameters", this.trained),
      line("Frozen parameters", this.total - this.trained),
    ];
  }
}

function rowsOf(parameters: readonly ModelParameter[]): SummaryRow[] {
  const layers = new Map<string, ModelParameter[]>();
  for (const parameter of parameters) {
    const dot = parameter.name.lastIndexOf(".");
    const layer = dot < 0 ? parameter.name : parameter.name.slice(0, dot);
    layers.set(layer, [...(layers.get(layer) ?? []), parameter]);
  }
  return [...layers].map(([layer, own]) => ({
    layer,
    shapes: own.map(({ shape }) => `[${shape.join(", ")}]`).join(" "),
    parameters: sum(own),
    state: stateOf(own),
  }));
}

function stateOf(parameters: readonly ModelParameter[]): SummaryRow["state"] {
  const trained = parameters.filter(({ state }) => state === "trained").length;
  return trained === 0 ? "frozen" : trained === parameters.length ? "trained" : "partly";
}

function stateText({ state }: SummaryRow): string {
  return state === "partly" ? "partly frozen" : state;
}

function sum(parameters: readonly ModelParameter[]): number {
  return parameters.reduce((total, { size }) => total + size, 0);
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
