/**
 * @file Outputs that run scripts: Plotly figures and free HTML. A page carries them as inert JSON; its script hands each
 * to a sandboxed frame that cannot reach the page, the network or the disk.
 */
import { escapeHtml } from "../../core/html";

/** Larger figures and pieces of HTML are left out with a note: a browser would hang on them. */
const MAX_CHARACTERS = 40 * 1024 * 1024;

/** The part of a Plotly output that is used; everything else in it is dropped. */
export interface PlotlyFigure {
  data: unknown[];
  layout: Record<string, unknown>;
  frames: unknown[];
}

/** Reads `application/vnd.plotly.v1+json`, or answers undefined when it is not a figure. */
export function readPlotlyFigure(value: unknown): PlotlyFigure | undefined {
  if (!isRecord(value) || !Array.isArray(value.data) || !value.data.every(isRecord)) return undefined;
  const layout = value.layout;
  const frames = value.frames;
  return {
    data: value.data,
    layout: isRecord(layout) ? layout : {},
    frames: Array.isArray(frames) ? frames : [],
  };
}

/** The figure's own title without its markup, or undefined. */
export function plotlyTitle(figure: PlotlyFigure): string | undefined {
  const title = figure.layout.title;
  const text = isRecord(title) ? title.text : title;
  if (typeof text !== "string") return undefined;
  const plain = text
    .slice(0, 500)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain === "" ? undefined : plain;
}

/** How a live output stands in a page before, or without, its frame. */
export interface LivePlace {
  /** The frame's name for people who hear the page. */
  title: string;
  /** What is shown until the frame has drawn, and where scripts are off. */
  still: string;
  /** Pixels that are kept free, so that the page does not jump. */
  height: number;
}

/** A place for a figure that Plotly draws. */
export function renderPlotly(figure: PlotlyFigure, place: LivePlace): string | undefined {
  return liveOutput("plotly", figure, place);
}

/** A place for HTML with scripts or styles of its own. */
export function renderFramedHtml(html: string, place: LivePlace): string | undefined {
  return liveOutput("html", html, place);
}

function liveOutput(kind: "plotly" | "html", content: unknown, place: LivePlace): string | undefined {
  const json = inertJson(content);
  if (json.length > MAX_CHARACTERS) return undefined;
  return (
    `<div class="output live" data-live="${kind}" data-title="${escapeHtml(place.title)}" style="--height:${Math.round(place.height)}px">` +
    `<div class="still">${place.still}</div><script type="application/json">${json}</script></div>`
  );
}

/** JSON that no HTML reader mistakes for the end of the element around it. */
function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Height of a figure in pixels, within reason. */
export function plotlyHeight(figure: PlotlyFigure): number {
  const height = figure.layout.height;
  return typeof height === "number" && height >= 100 && height <= 2000 ? height : 420;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
