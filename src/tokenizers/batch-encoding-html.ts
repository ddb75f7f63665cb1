/** @file Tokens as chips in a notebook: coloured by word, the id below, special tokens outlined. */
import { escapeHtml } from "../core/html";
import type { Encoding } from "./encoding";

const MOST_ROWS = 8;
const MOST_TOKENS = 256;
const HUES = [210, 35, 130, 280, 0, 170];
const CHIP = "display:inline-block;margin:2px;padding:2px 6px;border-radius:6px;text-align:center;vertical-align:top";

/** The rows of a batch as HTML with inline styles, no scripts, and every token escaped. */
export function batchEncodingHtml(encodings: readonly Encoding[]): string {
  const rows = encodings
    .slice(0, MOST_ROWS)
    .map((encoding, index) => row(encoding, encodings.length > 1 ? index : undefined));
  const hidden = encodings.length - MOST_ROWS;
  const note = hidden > 0 ? `<div style="opacity:.75">${hidden} more ${hidden === 1 ? "row" : "rows"}</div>` : "";
  return `<div style="line-height:1.35;margin:4px 0 12px">${rows.join("")}${note}</div>`;
}

function row(encoding: Encoding, index: number | undefined): string {
  const shown = Math.min(encoding.ids.length, MOST_TOKENS);
  const chips = Array.from({ length: shown }, (_, token) => chip(encoding, token));
  const rest = encoding.ids.length - shown;
  const more = rest > 0 ? `<span style="opacity:.75">and ${rest} more</span>` : "";
  const label = index === undefined ? "" : `<span style="opacity:.6;margin-right:6px">${index}</span>`;
  return `<div style="margin:4px 0">${label}${chips.join("")}${more}</div>`;
}

function chip(encoding: Encoding, index: number): string {
  const isPadding = encoding.attentionMask[index] === 0;
  const isSpecial = encoding.specialTokensMask[index] === 1;
  const hue = HUES[(encoding.wordIds[index] ?? 0) % HUES.length] ?? 0;
  const look = isSpecial
    ? `border:1px dashed rgba(128,128,128,.8);background:transparent${isPadding ? ";opacity:.45" : ""}`
    : `border:1px solid hsla(${hue},60%,50%,.55);background:hsla(${hue},70%,55%,.18)`;
  const token = escapeHtml(visible(encoding.tokens[index] ?? ""));
  const [start, end] = encoding.offsets[index] ?? [0, 0];
  const place = isSpecial ? (isPadding ? "padding" : "special token") : `characters ${start} to ${end}`;
  return (
    `<span title="${place}" style="${CHIP};${look}"><span style="font-family:monospace;white-space:pre">${token}</span>` +
    `<br><span style="font-size:.75em;opacity:.75">${encoding.ids[index]}</span></span>`
  );
}

/** Spaces and controls as signs that can be seen. */
function visible(token: string): string {
  const shown = token.length > 60 ? `${token.slice(0, 57)}…` : token;
  return shown.replace(/[\0-\x20\x7f]/g, (character) =>
    character === "\x7f" ? "␡" : String.fromCharCode(0x2400 + character.charCodeAt(0)),
  );
}
