/** @file A JSON output as text that opens and closes. */
import { escapeHtml } from "../../core/html";
import { highlightCode } from "./highlight";
import { scrollBox } from "./output-text";

const MAX_CHARACTERS = 100_000;
/** Shorter ones start open. */
const OPEN_LINES = 16;

/** A JSON value, indented and coloured, under a line that says what it is. */
export function renderJson(value: unknown, label: string): string {
  const text = JSON.stringify(value, undefined, 2) ?? "null";
  const cut = text.length > MAX_CHARACTERS;
  const shown = cut ? text.slice(0, MAX_CHARACTERS) : text;
  const lines = shown.split("\n").length;
  const code = `<pre><code class="hljs">${cut ? escapeHtml(shown) : highlightCode(shown, "json")}</code></pre>`;
  const note = cut
    ? `<p class="note">Only the first ${MAX_CHARACTERS.toLocaleString("en-US")} characters are shown.</p>`
    : "";
  const body = lines > OPEN_LINES ? scrollBox(code, `JSON, ${label}`) : code;
  return `<details class="output json"${lines <= OPEN_LINES ? " open" : ""}><summary>JSON: ${describe(value)}</summary>${note}${body}</details>`;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value === null || typeof value !== "object") return `a ${value === null ? "null" : typeof value}`;
  const keys = Object.keys(value);
  return `an object with ${keys.length} ${keys.length === 1 ? "key" : "keys"}`;
}
