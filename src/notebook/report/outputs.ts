/** @file The outputs of a cell as HTML: of each bundle the richest type that a report can show. */
import { escapeHtml } from "../../core/html";
import type { Output, OutputData } from "../format/types";
import { isRecord, plotlyHeight, plotlyTitle, readPlotlyFigure, renderFramedHtml, renderPlotly } from "./live-output";
import { renderMarkdown } from "./markdown";
import { tryRenderMath } from "./math";
import { renderJson } from "./output-json";
import { renderPicture } from "./output-picture";
import { foldable, renderError, renderText, scrollBox, type TextPlace } from "./output-text";
import { type AddressRules, isPlainHtml, sanitizeHtml } from "./sanitize";
import { UniqueNames } from "./slug";

/** Larger HTML goes to a frame even when it is plain: sanitizing it into the page would make the page slow. */
const MAX_PLAIN_HTML = 1024 * 1024;

/** What the outputs of one cell are rendered with. */
export interface OutputContext {
  /** The cell's position, counted from 1. */
  cell: number;
  /** The page's file name without its extension. */
  page: string;
  place: Pick<TextPlace, "files">;
  rules: AddressRules;
  /** Whether the cell announces its error with the tag `raises-exception`. */
  expectsError: boolean;
}

/** All outputs of a cell, streams of one kind that follow each other joined. */
export function renderOutputs(outputs: readonly Output[], context: OutputContext): string {
  return joinStreams(outputs)
    .map((output, index) => renderOutput(output, context, index))
    .join("");
}

function renderOutput(output: Output, context: OutputContext, index: number): string {
  const place: TextPlace = {
    files: context.place.files,
    fileStem: `${context.page}-cell-${context.cell}-${index + 1}`,
    label: `Output of cell ${context.cell}`,
  };
  switch (output.output_type) {
    case "stream":
      return renderText(output.text, place, `stream ${output.name === "stderr" ? "stderr" : "stdout"}`);
    case "error":
      return renderError(output, place, context.expectsError);
    default:
      return renderBundle(output.data, output.metadata, context, place);
  }
}

function joinStreams(outputs: readonly Output[]): Output[] {
  const joined: Output[] = [];
  let texts: string[] = [];
  for (const [index, output] of outputs.entries()) {
    if (output.output_type !== "stream") {
      joined.push(output);
      continue;
    }
    texts.push(output.text);
    const next = outputs[index + 1];
    if (next?.output_type === "stream" && next.name === output.name) continue;
    joined.push({ ...output, text: texts.join("") });
    texts = [];
  }
  return joined;
}

type Renderer = (
  data: OutputData,
  metadata: Record<string, unknown>,
  context: OutputContext,
  place: TextPlace,
) => string | undefined;

/** Richest first. Each answers undefined where it has nothing to show, and the next is asked. */
const RENDERERS: readonly Renderer[] = [plotly, html, picture, latex, markdown, widget, json, text];

function renderBundle(
  data: OutputData,
  metadata: Record<string, unknown>,
  context: OutputContext,
  place: TextPlace,
): string {
  for (const renderer of RENDERERS) {
    const shown = renderer(data, metadata, context, place);
    if (shown !== undefined) return shown;
  }
  const types = Object.keys(data).slice(0, 5).join(", ");
  return types === ""
    ? ""
    : `<p class="output note">An output that a report does not show: ${escapeHtml(types.slice(0, 300))}.</p>`;
}

function plotly(
  data: OutputData,
  metadata: Record<string, unknown>,
  context: OutputContext,
  place: TextPlace,
): string | undefined {
  const figure = readPlotlyFigure(data["application/vnd.plotly.v1+json"]);
  if (figure === undefined) return undefined;
  const title = plotlyTitle(figure);
  const words = plainText(data);
  const still = picture(data, metadata, context, place) ?? `<p class="pending">${escapeHtml(title ?? "A figure")}</p>`;
  const live = renderPlotly(figure, {
    title: title === undefined ? `Figure in cell ${context.cell}` : `Figure: ${title}`,
    height: plotlyHeight(figure),
    still,
  });
  const shown = live ?? `${still}<p class="output note">The figure is too large to be live here.</p>`;
  if (words === undefined || !words.trim().includes("\n")) return shown;
  const table = foldable(
    `<pre>${escapeHtml(words.slice(0, 50_000))}</pre>`,
    words,
    `The figure of cell ${context.cell} as text`,
  );
  return `${shown}<details class="as-text"><summary>The figure as text</summary>${table}</details>`;
}

function html(
  data: OutputData,
  metadata: Record<string, unknown>,
  context: OutputContext,
  place: TextPlace,
): string | undefined {
  const source = data["text/html"];
  if (typeof source !== "string" || source.trim() === "") return undefined;
  const own = withoutPandasStyle(source);
  if (own.length <= MAX_PLAIN_HTML && metadata.isolated !== true && isPlainHtml(own)) {
    const safe = sanitizeHtml(own, context.rules);
    const rows = own.match(/<tr\b/gi)?.length ?? 0;
    return `<div class="output html">${rows > 25 ? scrollBox(safe, place.label) : `<div class="wide">${safe}</div>`}</div>`;
  }
  const still =
    picture(data, metadata, context, place) ??
    text(data, metadata, context, place) ??
    '<p class="pending">HTML output</p>';
  const framed = renderFramedHtml(source, { title: place.label, height: 120, still });
  return framed ?? `${still}<p class="output note">The HTML of this output is too large for a report.</p>`;
}

/** Pandas puts the same style sheet before each table; the report's own tables look after themselves. */
function withoutPandasStyle(source: string): string {
  return source.includes('class="dataframe"') ? source.replace(/<style scoped>[^<]*<\/style>/g, "") : source;
}

function picture(
  data: OutputData,
  metadata: Record<string, unknown>,
  context: OutputContext,
  place: TextPlace,
): string | undefined {
  return renderPicture(data, metadata, {
    files: context.place.files,
    fileStem: place.fileStem,
    alt: plainText(data) ?? place.label,
  });
}

function latex(data: OutputData): string | undefined {
  const source = data["text/latex"];
  if (typeof source !== "string") return undefined;
  const tex = source.trim().replace(/^(\$\$|\$|\\\[|\\\()([\s\S]*?)(\$\$|\$|\\\]|\\\))$/, "$2");
  const formula = tryRenderMath(tex, true);
  return typeof formula === "string" ? `<div class="output latex">${formula}</div>` : undefined;
}

function markdown(data: OutputData, _metadata: Record<string, unknown>, context: OutputContext): string | undefined {
  const source = data["text/markdown"];
  if (typeof source !== "string") return undefined;
  const anchors = new UniqueNames();
  // Anchors of an output carry the cell's number: they must not take those of the notebook's own headings.
  const scoped = { take: (name: string): string => anchors.take(`cell-${context.cell}-${name}`) };
  return `<div class="output prose">${renderMarkdown(source, { rules: context.rules, anchors: scoped })}</div>`;
}

function widget(
  data: OutputData,
  _metadata: Record<string, unknown>,
  _context: OutputContext,
  place: TextPlace,
): string | undefined {
  if (data["application/vnd.jupyter.widget-view+json"] === undefined) return undefined;
  const words = plainText(data);
  const fallback = words === undefined ? "" : renderText(words, place, "result");
  return `<p class="output note">A widget: it lives only while its kernel runs, so the report shows its text.</p>${fallback}`;
}

function json(
  data: OutputData,
  _metadata: Record<string, unknown>,
  _context: OutputContext,
  place: TextPlace,
): string | undefined {
  const plain = data["application/json"];
  if (plain !== undefined) return renderJson(plain, place.label);
  // A format that nobody here draws (Vega, GeoJSON): its own text says more than its numbers.
  const other = Object.entries(data).find(([type, value]) => type.endsWith("+json") && isRecord(value));
  return other === undefined || plainText(data) !== undefined ? undefined : renderJson(other[1], place.label);
}

function text(
  data: OutputData,
  _metadata: Record<string, unknown>,
  _context: OutputContext,
  place: TextPlace,
): string | undefined {
  const words = data["text/plain"];
  return typeof words === "string" ? renderText(words, place, "result") : undefined;
}

function plainText(data: OutputData): string | undefined {
  const words = data["text/plain"];
  return typeof words === "string" && words.trim() !== "" ? words : undefined;
}
