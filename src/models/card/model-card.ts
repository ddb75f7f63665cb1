/** @file A model's README.md: what it is, what it was trained on and with, what it reached, how to use it, where it fails. */
import { join } from "node:path";
import { writeFileAtomic } from "../../core/atomic-write";
import { SelfShowing } from "../../core/self-showing";
import { cardHead } from "./card-head";
import { cardUse } from "./card-use";
import { type CardResult, checkCard, type ModelCardOptions } from "./model-card-options";

/** A model card: YAML that the Hub reads, and Markdown that people read. Python: `huggingface_hub.ModelCard`. */
export class ModelCard extends SelfShowing {
  /** README.md as a whole. */
  readonly content: string;

  constructor(content: string) {
    super();
    this.content = content;
  }

  /** Writes `README.md` into a folder, which is made where it is missing; an earlier one is replaced. Gives the file's path. */
  async save(folder: string): Promise<string> {
    const path = join(folder, "README.md");
    await writeFileAtomic(path, this.content);
    return path;
  }

  override toText(): string {
    return this.content;
  }

  override toBundle(): { "text/plain": string; "text/markdown": string } {
    const body = this.content.replace(/^---\n[\s\S]*?\n---\n/, "");
    return { "text/plain": this.content, "text/markdown": body };
  }
}

/**
 * The text of a model card. Nothing is invented: a section that nothing was said about says so, or is left out.
 *
 * Throws a RangeError for what the Hub would refuse: an unknown licence, a language that is no code, a result that is no number.
 *
 * Python: `huggingface_hub.ModelCard.from_template`.
 *
 * @example
 * ```ts
 * const card = modelCard({
 *   modelId: "ana/redacoes",
 *   summary: "Grades essays from 0 to 10.",
 *   language: "pt",
 *   license: "apache-2.0",
 *   task: "text-classification",
 *   results: [{ metric: "accuracy", value: 0.42, dataset: "redacoes", split: "test" }],
 * });
 * await card.save("./redacoes");
 * ```
 */
export function modelCard(options: ModelCardOptions): ModelCard {
  checkCard(options);
  const { modelId, summary } = options;
  const sections = [
    `# ${modelId.split("/").at(-1)}`,
    summary ?? "",
    facts(options),
    section("Data", options.data ?? "Nothing was said about what this model was trained on."),
    section("Training", training(options)),
    section("Results", results(options.results ?? [])),
    section("How to use it", cardUse(options)),
    section("Limits", limits(options.limits)),
  ];
  return new ModelCard(`---\n${cardHead(options)}\n---\n\n${sections.filter((text) => text !== "").join("\n\n")}\n`);
}

function section(title: string, body: string): string {
  return body === "" ? "" : `## ${title}\n\n${body}`;
}

function facts({ className, labels, numParameters, baseModel, language, kind }: ModelCardOptions): string {
  const rows: [string, string | undefined][] = [
    ["kind", kind === "adapter" ? "LoRA adapter" : undefined],
    ["class", className === undefined ? undefined : `\`${className}\``],
    ["tuned from", baseModel],
    ["language", language === undefined ? undefined : [language].flat().join(", ")],
    ["parameters", numParameters === undefined ? undefined : grouped(numParameters)],
    ["labels", labels === undefined ? undefined : shortList(labels)],
  ];
  const known = rows.filter((row): row is [string, string] => row[1] !== undefined);
  return known.length === 0 ? "" : table(["", ""], known);
}

function training({ hyperparameters = {}, emissions }: ModelCardOptions): string {
  const rows = Object.entries(hyperparameters).map(([name, value]): [string, string] => [name, String(value)]);
  const parts = rows.length === 0 ? [] : [table(["hyperparameter", "value"], rows)];
  if (emissions !== undefined) {
    const { grams, source, location, hardware } = emissions;
    const where = [location, hardware].filter((text) => text !== undefined).join(", ");
    const amount = grams >= 1000 ? `${figures(grams / 1000)} kg` : `${figures(grams)} g`;
    parts.push(`Training emitted about ${amount} of CO2 equivalents${where === "" ? "" : ` (${where})`}. ${source}`);
  }
  return parts.join("\n\n");
}

function results(all: readonly CardResult[]): string {
  if (all.length === 0) return "Nothing was measured: do not rely on it before you have.";
  const rows = all.map(({ metric, value, dataset, split, interval }) => [
    metric,
    figures(value),
    interval === undefined ? "" : `${figures(interval[0])} to ${figures(interval[1])}`,
    dataset,
    split ?? "",
  ]);
  const hasInterval = all.some(({ interval }) => interval !== undefined);
  const without = (row: readonly string[]): string[] => row.filter((_, place) => hasInterval || place !== 2);
  return table(without(["metric", "value", "interval", "data", "part"]), rows.map(without));
}

function limits(given: string | readonly string[] | undefined): string {
  if (typeof given === "string") return given;
  if (given !== undefined && given.length > 0) return given.map((text) => `- ${text}`).join("\n");
  return "Nothing was said about where this model fails. What was measured holds for that data alone. Do not let it decide about people.";
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ").replace(/\|/g, "\\|");
}

function shortList(names: readonly string[]): string {
  return names.length <= 20 ? names.join(", ") : `${names.slice(0, 20).join(", ")}, … ${names.length} in all`;
}

function figures(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
