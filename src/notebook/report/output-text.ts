/** @file Text that a cell printed, and the errors it threw, within bounds. */
import { escapeHtml } from "../../core/html";
import { ansiToHtml, settleLines, stripAnsi } from "./ansi";
import type { SiteFiles } from "./site-files";

/** A page shows this much of one text. */
const MAX_CHARACTERS = 200_000;
/** Of a longer one, this much from its start and the rest of the room from its end. */
const HEAD_CHARACTERS = 150_000;
/** Whole texts up to this size are kept beside the page. */
const MAX_FILE_CHARACTERS = 64 * 1024 * 1024;
/** More lines than this fold into a box that scrolls. */
const FOLD_LINES = 24;

/** Where a text stands, for the file that keeps it whole and for people who hear the page. */
export interface TextPlace {
  /** The start of the file name: `"02-datasets-cell-7"`. */
  fileStem: string;
  /** `"Output of cell 7"`. */
  label: string;
  files?: SiteFiles | undefined;
}

/** What a cell printed, colours and all. */
export function renderText(text: string, place: TextPlace, kind: string): string {
  const settled = settleLines(text);
  const { shown, note } = bounded(settled, place);
  return `<div class="output ${kind}">${note}${foldable(`<pre>${ansiToHtml(shown)}</pre>`, shown, place.label)}</div>`;
}

/** An error with its traceback. An error that the notebook announced is told apart from one that it did not. */
export function renderError(
  error: { ename: string; evalue: string; traceback: readonly string[] },
  place: TextPlace,
  isExpected: boolean,
): string {
  const text = error.traceback.length > 0 ? error.traceback.join("\n") : `${error.ename}: ${error.evalue}`;
  const { shown, note } = bounded(settleLines(text), place);
  const name = escapeHtml(error.ename.slice(0, 200) || "Error");
  const title = isExpected ? `${name} <span class="expected">expected here</span>` : name;
  const body = foldable(`<pre>${ansiToHtml(shown)}</pre>`, shown, `Error of ${place.label.replace(/^Output of /, "")}`);
  return `<div class="output error${isExpected ? " is-expected" : ""}"><p class="error-name">${title}</p>${note}${body}</div>`;
}

/** HTML in a box of its own that scrolls, when `text` has many lines. The box takes the keyboard's focus. */
export function foldable(html: string, text: string, label: string): string {
  return countLines(text) > FOLD_LINES ? scrollBox(html, label) : html;
}

/** A box of limited height; people reach it with the keyboard and hear its name. */
export function scrollBox(html: string, label: string): string {
  return `<div class="fold" tabindex="0" role="region" aria-label="${escapeHtml(label)}">${html}</div>`;
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && lines <= FOLD_LINES; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** The part of a text that a page shows, and what it says of the rest. */
function bounded(text: string, place: TextPlace): { shown: string; note: string } {
  if (text.length <= MAX_CHARACTERS) return { shown: text, note: "" };
  const start = text.slice(0, HEAD_CHARACTERS);
  const end = text.slice(text.length - (MAX_CHARACTERS - HEAD_CHARACTERS));
  const missing = text.length - MAX_CHARACTERS;
  const whole =
    text.length <= MAX_FILE_CHARACTERS ? place.files?.add(`outputs/${place.fileStem}.txt`, stripAnsi(text)) : undefined;
  const link = whole === undefined ? "" : ` <a href="${escapeHtml(encodeURI(whole))}">The whole text</a>.`;
  const count = missing.toLocaleString("en-US");
  return {
    shown: `${start}\u001b[0m\n… ${count} characters are not shown here …\n${end}`,
    note: `<p class="note">A long text: ${count} of ${text.length.toLocaleString("en-US")} characters are left out.${link}</p>`,
  };
}
