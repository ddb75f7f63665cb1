/** @file C4 made visible: which sentences get a connective, how varied they are, and how the text falls into paragraphs. */

import { chance, pick, type RandomSource } from "../text/random-source";
import { capitalize } from "../text/writer";
import { CONNECTIVES, ORAL_CONNECTIVES, type Role } from "./phrases/connectives";
import type { Level } from "./types";

/** A sentence before it gets its connective. */
export interface Draft {
  role: Role;
  /** A clause in lower case, without full stop. */
  text: string;
}

interface Habit {
  /** How often a sentence that opens a paragraph, or that turns against the one before, has a connective. */
  head: number;
  /** How often any other sentence has one. */
  inner: number;
  /** How many connectives of each role the writer knows. */
  known: number;
  /** Whether the writer avoids a connective that the essay has already. */
  varies: "always" | "mostly" | "never";
  /** How often a connective comes from speech. */
  oral: number;
  /** How often a plain sentence runs on from the one before instead of standing alone. */
  runsOn: number;
}

const HABITS: Readonly<Record<Level, Habit>> = {
  200: { head: 1, inner: 0.62, known: 99, varies: "always", oral: 0, runsOn: 0 },
  160: { head: 0.95, inner: 0.54, known: 4, varies: "mostly", oral: 0, runsOn: 0.04 },
  120: { head: 0.9, inner: 0.52, known: 2, varies: "never", oral: 0.06, runsOn: 0.2 },
  80: { head: 0.85, inner: 0.52, known: 1, varies: "never", oral: 0.2, runsOn: 0.4 },
  40: { head: 0.65, inner: 0.5, known: 1, varies: "never", oral: 0.5, runsOn: 0.6 },
  0: { head: 0.3, inner: 0.3, known: 1, varies: "never", oral: 0.85, runsOn: 0.6 },
};

const RUN_ON: readonly string[] = [", e ", ", e ", ", ", ", ", ", sendo que ", ", pois ", ", até porque "];
const LONGEST_RUN = 260;

const HEADS: ReadonlySet<Role> = new Set(["contrast", "first", "second", "objection", "conclude"]);
const TAKES_INDICATIVE_ONLY = /(?:porque|que)$/;

/** The sentences of paragraphs, with connectives as a writer of the given level uses them. */
export function joinSentences(
  random: RandomSource,
  paragraphs: readonly (readonly Draft[])[],
  level: Level,
): string[][] {
  const habit = HABITS[level];
  const used = new Set<string>();
  return paragraphs.map((paragraph) => {
    const out: string[] = [];
    for (const draft of paragraph) {
      const last = out.at(-1);
      if (last !== undefined && draft.role === "plain" && last.length < LONGEST_RUN && chance(random, habit.runsOn)) {
        out[out.length - 1] = `${last.slice(0, -1)}${pick(random, RUN_ON)}${draft.text}.`;
        continue;
      }
      const connective = chooseConnective(random, draft, habit, used);
      if (connective !== "") used.add(connective);
      out.push(connective === "" ? `${capitalize(draft.text)}.` : `${connective} ${draft.text}.`);
    }
    return out;
  });
}

/** Fewer paragraphs for writers who do not divide their text. */
export function mergeParagraphs<T>(random: RandomSource, paragraphs: readonly (readonly T[])[], level: Level): T[][] {
  const copies = paragraphs.map((paragraph) => [...paragraph]);
  if (level === 0 && chance(random, 0.55)) return [copies.flat()];
  if (level > 40 || chance(random, 0.6)) return copies;
  const out: T[][] = [];
  for (const paragraph of copies) {
    const last = out.at(-1);
    if (last === undefined || chance(random, 0.4)) out.push(paragraph);
    else last.push(...paragraph);
  }
  return out;
}

function chooseConnective(random: RandomSource, draft: Draft, habit: Habit, used: ReadonlySet<string>): string {
  const pool = CONNECTIVES[draft.role];
  if (pool.length === 0) return "";
  // "Isso ocorre porque nesse sentido" and "Prova disso é que para …" do not read well before an adverbial.
  const fits = pool.filter((item) => !TAKES_INDICATIVE_ONLY.test(item) || startsWithSubject(draft.text));
  if (!chance(random, HEADS.has(draft.role) ? habit.head : habit.inner)) return "";
  if (chance(random, habit.oral)) return pick(random, ORAL_CONNECTIVES);
  const known = fits.slice(0, habit.known);
  const fresh = known.filter((item) => !used.has(item));
  if (habit.varies === "always") return fresh.length === 0 ? "" : pick(random, fresh);
  if (habit.varies === "mostly" && fresh.length > 0 && chance(random, 0.8)) return pick(random, fresh);
  return known.length === 0 ? "" : pick(random, known);
}

function startsWithSubject(text: string): boolean {
  // "Porque" also draws the pronoun before the verb, so that "porque as plataformas definem-se" would be a fault.
  return /^(?:o|a|os|as|um|uma|muit[oa]s)\s/.test(text) && !/-(?:se|lhes?|[lno][oa]s?)\b/.test(text);
}
