/** @file A tokenizer as text and as a small table. */
import { escapeHtml } from "../core/html";
import type { FullAddedToken } from "./added-token";
import type { Side } from "./truncation";

/** What is told of a tokenizer. */
export interface TokenizerFacts {
  readonly nameOrPath: string;
  readonly vocabSize: number;
  readonly length: number;
  readonly modelMaxLength: number;
  readonly paddingSide: Side;
  readonly truncationSide: Side;
  readonly specialTokensMap: Readonly<Record<string, string>>;
}

type Entries = readonly (readonly [id: number, token: FullAddedToken])[];

const MOST_SHOWN = 20;

/** The text that looks like Python's. */
export function tokenizerText(facts: TokenizerFacts, added: Entries): string {
  const shown = added
    .slice(0, MOST_SHOWN)
    .map(([id, token]) => `  ${id}: ${JSON.stringify(token.content)}${token.special ? "" : " (not special)"}`);
  if (added.length > MOST_SHOWN) shown.push(`  … ${added.length - MOST_SHOWN} more`);
  const special = Object.entries(facts.specialTokensMap).map(([role, token]) => `${role}: ${JSON.stringify(token)}`);
  return [
    `PreTrainedTokenizerFast(nameOrPath=${JSON.stringify(facts.nameOrPath)}, vocabSize=${facts.vocabSize}, ` +
      `modelMaxLength=${limitText(facts.modelMaxLength)}, paddingSide=${facts.paddingSide}, truncationSide=${facts.truncationSide},`,
    `  specialTokens={ ${special.join(", ")} },`,
    `  addedTokens=${added.length === 0 ? "none)" : ""}`,
    ...(added.length === 0 ? [] : [...shown.map((line) => `  ${line}`), ")"]),
  ].join("\n");
}

/** The same as a table for a notebook. */
export function tokenizerHtml(facts: TokenizerFacts, added: Entries): string {
  const chip = (text: string): string =>
    `<code style="border:1px dashed rgba(128,128,128,.8);border-radius:6px;padding:1px 5px;background:transparent">${escapeHtml(text)}</code>`;
  const rows: [string, string][] = [
    [
      "vocabulary",
      `${facts.vocabSize} tokens${facts.length > facts.vocabSize ? `, ${facts.length - facts.vocabSize} added` : ""}`,
    ],
    ["longest text", limitText(facts.modelMaxLength)],
    ["padding, truncation", `${facts.paddingSide}, ${facts.truncationSide}`],
    ...Object.entries(facts.specialTokensMap).map(([role, token]): [string, string] => [role, chip(token)]),
    [
      "added tokens",
      added
        .slice(0, MOST_SHOWN)
        .map(([id, token]) => `${chip(token.content)} ${id}`)
        .join(" ") || "none",
    ],
  ];
  const cell = "text-align:left;padding:2px 10px;background:transparent";
  const body = rows.map(
    ([name, value]) =>
      `<tr style="background:transparent"><th scope="row" style="${cell};font-weight:normal;opacity:.75">${name}</th><td style="${cell}">${value}</td></tr>`,
  );
  return (
    `<div style="margin:4px 0 12px"><strong>PreTrainedTokenizerFast</strong> ${escapeHtml(facts.nameOrPath)}` +
    `<table style="border-collapse:collapse;border:none;margin:4px 0"><tbody>${body.join("")}</tbody></table></div>`
  );
}

function limitText(length: number): string {
  return length > 1e20 ? "none" : String(length);
}
