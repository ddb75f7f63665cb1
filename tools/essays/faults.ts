/** @file C1 made visible: faults of spelling, accents, agreement, punctuation and register, at a rate by level. */

import { bell, pick, type RandomSource, shuffled } from "../text/random-source";
import { CHAT, MISSPELLINGS, PHRASES, SINGULAR_VERBS } from "./fault-words";
import type { Level } from "./types";

/** The kinds of fault. */
export type FaultKind =
  | "accent"
  | "spelling"
  | "agreement"
  | "comma"
  | "splice"
  | "crase"
  | "phrase"
  | "capital"
  | "chat";

interface Fault {
  kind: FaultKind;
  start: number;
  end: number;
  text: string;
}

/** A text with faults, and how many of which kind there are. */
export interface Faulty {
  text: string;
  faults: FaultKind[];
}

/** Faults in a hundred words. The best level has none. */
export const FAULT_RATE: Readonly<Record<Level, number>> = { 200: 0, 160: 0.9, 120: 2.6, 80: 5, 40: 8.5, 0: 13 };

const KINDS: Readonly<Record<Level, Readonly<Partial<Record<FaultKind, number>>>>> = {
  200: {},
  160: { accent: 3, comma: 1, crase: 2, spelling: 2 },
  120: { accent: 3, comma: 1, crase: 2, agreement: 3, spelling: 3, phrase: 2 },
  80: { accent: 4, comma: 1, crase: 2, agreement: 3, spelling: 3, phrase: 2, splice: 1 },
  40: { accent: 5, comma: 1, crase: 1, agreement: 4, spelling: 4, phrase: 2, splice: 2, capital: 2 },
  0: { accent: 6, comma: 1, crase: 1, agreement: 4, spelling: 5, phrase: 2, splice: 2, capital: 4, chat: 3 },
};

/** Puts faults into a text as a writer of the given level would. */
export function injectFaults(random: RandomSource, text: string, level: Level): Faulty {
  const words = text.split(/\s+/).length;
  const wanted = level === 200 ? 0 : Math.max(1, Math.round((FAULT_RATE[level] * words * bell(random, 1, 0.15)) / 100));
  const byKind = new Map<FaultKind, Fault[]>();
  for (const fault of findFaults(random, text)) byKind.set(fault.kind, [...(byKind.get(fault.kind) ?? []), fault]);
  for (const [kind, list] of byKind) byKind.set(kind, shuffled(random, list));
  const chosen: Fault[] = [];
  const weights = Object.entries(KINDS[level]) as [FaultKind, number][];
  const wheel = weights.flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind));
  for (let attempt = 0; chosen.length < wanted && attempt < wanted * 40; attempt++) {
    const fault = byKind.get(pick(random, wheel))?.pop();
    if (fault !== undefined && chosen.every((other) => fault.end < other.start || fault.start > other.end))
      chosen.push(fault);
  }
  chosen.sort((a, b) => b.start - a.start);
  let out = text;
  for (const fault of chosen) out = out.slice(0, fault.start) + fault.text + out.slice(fault.end);
  return { text: out, faults: chosen.map((fault) => fault.kind) };
}

function findFaults(random: RandomSource, text: string): Fault[] {
  const found: Fault[] = [];
  const add = (kind: FaultKind, start: number, end: number, wrong: string): void => {
    if (text.slice(start, end) !== wrong) found.push({ kind, start, end, text: wrong });
  };
  for (const match of text.matchAll(/[\p{L}-]+/gu)) {
    const word = match[0];
    const start = match.index;
    const end = start + word.length;
    const lower = word.toLowerCase();
    const keepCase = (wrong: string): string =>
      word === lower ? wrong : wrong.charAt(0).toUpperCase() + wrong.slice(1);
    const misspelt = MISSPELLINGS[lower];
    if (misspelt !== undefined) add("spelling", start, end, keepCase(pick(random, misspelt)));
    else if (lower.length > 4 && word === lower) for (const wrong of slips(lower)) add("spelling", start, end, wrong);
    if (lower.length > 1 && lower !== "à" && lower !== "às") add("accent", start, end, stripAccents(word));
    const singular = SINGULAR_VERBS[word];
    if (singular !== undefined) add("agreement", start, end, singular);
    const short = CHAT[word];
    if (short !== undefined) add("chat", start, end, short);
  }
  for (const match of text.matchAll(
    /(?<=(?:^|\s)(?:os|as|dos|das|nos|nas|aos|pelos|pelas)\s)[\p{Ll}]{4,}s(?=[\s,.])/gu,
  )) {
    const word = match[0];
    if (/(?:[ií]s|us|ês)$/.test(word)) continue;
    const wrong = /[rz]es$/.test(word)
      ? word.slice(0, -2)
      : word.endsWith("ns")
        ? `${word.slice(0, -2)}m`
        : /[aeou]s$/.test(word) && !/[ãõ]es$/.test(word)
          ? word.slice(0, -1)
          : word;
    add("agreement", match.index, match.index + word.length, wrong);
  }
  for (const match of text.matchAll(
    /(?<= (?:de|para|e|vai|deve|precisa|pode|devem|precisam|podem) \p{Ll}{3,}[aei])r(?= )/gu,
  ))
    add("spelling", match.index, match.index + 1, "");
  for (const match of text.matchAll(/(?<=\p{L}|”),(?= )/gu)) add("comma", match.index, match.index + 1, "");
  for (const match of text.matchAll(/(?<=\p{Ll})\. (\p{Lu})(?=\p{Ll})/gu))
    add("splice", match.index, match.index + 3, `, ${(match[1] ?? "").toLowerCase()}`);
  for (const match of text.matchAll(/(?<= )(?:à|às)(?= )/gu))
    add("crase", match.index, match.index + match[0].length, match[0] === "à" ? "a" : "as");
  for (const match of text.matchAll(/(?<= )a(?= (?:quem|um|uma|todos|cada|\p{L}+r) )/gu))
    add("crase", match.index, match.index + 1, "à");
  for (const [right, wrong] of PHRASES) {
    for (let at = text.indexOf(` ${right}`); at >= 0; at = text.indexOf(` ${right}`, at + 1)) {
      const end = at + 1 + right.length;
      if (right.endsWith(" ") || !/\p{L}/u.test(text.charAt(end))) add("phrase", at + 1, end, wrong);
    }
  }
  for (const match of text.matchAll(/(?<=(?:^|[.\n] ?))\p{Lu}(?=\p{Ll})/gu))
    add("capital", match.index, match.index + 1, match[0].toLowerCase());
  for (const match of text.matchAll(/(?<=\p{Ll} )(?:Brasil|Constituição|Estado|Governo|Ministério)(?=[ ,.])/gu))
    add("capital", match.index, match.index + match[0].length, match[0].toLowerCase());
  return found;
}

/** Wrong spellings that follow from how a word sounds. */
function slips(word: string): string[] {
  const out: string[] = [];
  if (/ção$/.test(word)) out.push(word.replace(/ção$/, "são"));
  if (/ções$/.test(word)) out.push(word.replace(/ções$/, "sões"));
  if (/[aeiou]ss[aeiou]/.test(word))
    out.push(word.replace("ss", word.length % 2 === 0 ? "ç" : "s").replace(/ç(?=[ei])/, "c"));
  if (/[aeiou]z[aeiou]/.test(word)) out.push(word.replace("z", "s"));
  if (/[aeiou]s[aeiou]/.test(word)) out.push(word.replace(/([aeiou])s([aeiou])/, "$1z$2"));
  if (/^ex[aeiou]/.test(word)) out.push(word.replace("ex", "ez"));
  if (/am$/.test(word)) out.push(word.replace(/am$/, "ão"));
  if (/[pb]/.test(word) && /m[pb]/.test(word)) out.push(word.replace(/m([pb])/, "n$1"));
  if (/^es[cpt]/.test(word)) out.push(word.replace(/^es/, "is"));
  return out;
}

function stripAccents(word: string): string {
  return word
    .replace(/[áàâã]/g, "a")
    .replace(/[éê]/g, "e")
    .replace(/í/g, "i")
    .replace(/[óôõ]/g, "o")
    .replace(/ú/g, "u");
}
