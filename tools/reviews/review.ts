/** @file One review from its plan: sentences, turns between them, style. */
import { chance, pick, type RandomSource } from "../text/random-source";
import { capitalize, type TemplateWriter } from "../text/writer";
import { englishWriter } from "./english";
import {
  ASIDES,
  ASPECT_NAMES,
  CONTRACTIONS,
  DOWNTURN,
  GLAD_HEDGES,
  HEDGES,
  MILD_HEDGES,
  NEGATED,
  PLACE_ASIDES,
  SAME,
  SLIPS,
  SUMMING_UP,
  UPTURN,
  VERDICTS,
  WE,
} from "./phrases";
import type { ReviewPlan } from "./plan";
import type { Aspect, Clause, Domain, Level } from "./types";

/** A review and everything that is known about it. */
export interface Review {
  text: string;
  /** The text before its slips and its style. */
  clean: string;
  domain: string;
  plan: ReviewPlan;
}

interface Sentence {
  text: string;
  /** How good it says that something was; undefined for one that judges nothing. */
  level: Level | undefined;
}

const SHARE_NEGATED = 0.15;
/** Of what is neither good nor bad there are fewer ways to speak. */
const SHARE_NEGATED_FAIR = 0.35;
const SHARE_HEDGED = 0.16;
const SHARE_EXCLAIMED = 0.18;
const SHARE_TURN = 0.75;
const SHARE_SAME = 0.3;

/** Writes a review. Its length and its likeness to others are not checked here. */
export function writeReview(random: RandomSource, domain: Domain, plan: ReviewPlan): Review {
  const writer = englishWriter(random, { place: domain.place, we: WE });
  const sentences = drawSentences(writer, domain, plan);
  const clean = join(random, sentences);
  return { text: styled(random, clean), clean, domain: domain.id, plan };
}

function drawSentences(writer: TemplateWriter, domain: Domain, plan: ReviewPlan): Sentence[] {
  const { random } = writer;
  const out: Sentence[] = plan.aspects.flatMap(({ id, level }, place) => {
    const aspect = domain.aspects.find((each) => each.id === id);
    if (aspect === undefined) throw new Error(`The domain ${domain.id} has no aspect ${id}.`);
    const clauses = [...clausesAt(aspect, level)];
    const first = pick(random, clauses);
    const others = [...clauses.filter((clause) => clause !== first), negated(random, aspect, level)];
    const isNegated = chance(random, level === 0 ? SHARE_NEGATED_FAIR : SHARE_NEGATED);
    const sentences = [writer.write(isNegated ? negated(random, aspect, level) : first)];
    if (place < plan.details) sentences.push(writer.write(isNegated ? first : pick(random, others)));
    return sentences.map((text) => ({ text, level }));
  });
  if (plan.tone === "sarcastic") out[0] = { text: writer.one(domain.sarcasm), level: -2 };
  for (let count = 0; count < plan.asides; count++) {
    const aside = writer.one(domain.kind === "place" ? PLACE_ASIDES : ASIDES);
    out.splice(1 + Math.floor(random.random() * out.length), 0, { text: aside, level: undefined });
  }
  if (plan.verdict !== undefined) {
    const verdict = writer.one(VERDICTS[plan.verdict]);
    if (plan.place === "first") out.unshift({ text: verdict, level: plan.verdict });
    else {
      const isOpen = /^(?:I |if |some |it |neither )/.test(verdict);
      const text = isOpen && chance(random, 0.3) ? `${pick(random, SUMMING_UP)} ${verdict}` : verdict;
      out.push({ text, level: undefined });
    }
  }
  if (plan.opener === "visit") out.unshift({ text: writer.one(domain.visit), level: undefined });
  return out;
}

function negated(random: RandomSource, aspect: Aspect, level: Level): Clause {
  const name = ASPECT_NAMES[aspect.id];
  if (name === undefined) throw new Error(`The aspect ${aspect.id} has no name.`);
  return pick(random, NEGATED[level]).replaceAll("<A>", name);
}

/** What an aspect says at a level. */
export function clausesAt(aspect: Aspect, level: Level): readonly Clause[] {
  if (level === -2) return aspect.awful;
  if (level === -1) return aspect.poor;
  if (level === 0) return aspect.fair;
  return level === 1 ? aspect.good : aspect.great;
}

function join(random: RandomSource, sentences: readonly Sentence[]): string {
  let last: Level | undefined;
  const used = new Set<string>();
  const out = sentences.map(({ text, level }) => {
    const turn = level === undefined || last === undefined ? "" : turnBetween(random, last, level);
    const hedge = turn === "" && level !== undefined && /^the /.test(text) ? hedgeFor(random, level) : "";
    const lead = used.has(turn + hedge) ? "" : turn + hedge;
    used.add(lead);
    if (level !== undefined) last = level;
    const isStrong = level === 2 || level === -2;
    const end = isStrong && chance(random, SHARE_EXCLAIMED) ? "!" : ".";
    return `${capitalize(lead === "" ? text : `${lead} ${text}`)}${end}`;
  });
  return out.join(" ");
}

function hedgeFor(random: RandomSource, level: Level): string {
  if (!chance(random, SHARE_HEDGED)) return "";
  return pick(random, level < 0 ? MILD_HEDGES : level > 0 ? GLAD_HEDGES : HEDGES);
}

/** A turn where one judgement follows a better or a worse one; of like ones it is seldom said. */
function turnBetween(random: RandomSource, last: Level, level: Level): string {
  const isTurn = (last < 0 && level > 0) || (last > 0 && level < 0) || Math.abs(last - level) >= 2;
  if (isTurn) return chance(random, SHARE_TURN) ? pick(random, level > last ? UPTURN : DOWNTURN) : "";
  return last === level && chance(random, SHARE_SAME) ? pick(random, SAME) : "";
}

function styled(random: RandomSource, clean: string): string {
  let text = clean;
  if (chance(random, 0.55)) text = CONTRACTIONS.reduce((all, [from, to]) => all.replace(from, to), text);
  if (chance(random, 0.12)) {
    const fitting = SLIPS.filter(([pattern]) => pattern.test(text));
    const slip = fitting.length === 0 ? undefined : pick(random, fitting);
    if (slip !== undefined) text = text.replace(slip[0], slip[1]);
  }
  return chance(random, 0.05) ? text.toLowerCase() : text;
}
