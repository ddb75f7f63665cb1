/** @file C2 and C3 made visible: which paragraphs an essay has, and what each of its sentences does. */

import { between, chance, pick, shuffled } from "../text/random-source";
import type { Draft } from "./cohesion";
import {
  AFTER_REPLY,
  CONTRADICTION,
  FILLER,
  OBJECTION,
  PERSONAL,
  PLAIN_TOPIC,
  POMPOUS,
  RESTATE,
  TOPIC,
  WRAP,
} from "./phrases/body";
import { CLOSE, NEED } from "./phrases/conclusion";
import type { Role } from "./phrases/connectives";
import {
  COMMONPLACE,
  CONTRAST_IDEA,
  CONTRAST_IDEAL,
  CONTRAST_MIRROR,
  LOOSE_THESIS,
  SAYINGS,
  TANGENT,
  THESIS,
} from "./phrases/intro";
import { type Element, propose } from "./proposal";
import { SHARED_REPERTOIRE } from "./repertoire";
import type { Writer } from "./template";
import type { Cause, Levels, Repertoire, RepertoireKind, Theme } from "./types";

/** How wordy a writer is, which has nothing to do with how good: brief, middling or long. */
export type Breadth = 0 | 1 | 2;

/** The plan of one essay: its paragraphs, and the elements of its proposal. */
export interface Plan {
  paragraphs: Draft[][];
  elements: Element[];
}

const CONTRASTS: Readonly<Record<RepertoireKind, readonly string[]>> = {
  ideal: CONTRAST_IDEAL,
  mirror: CONTRAST_MIRROR,
  idea: CONTRAST_IDEA,
};

const ROLE_AFTER: Readonly<Record<RepertoireKind, Role>> = { ideal: "contrast", mirror: "parallel", idea: "apply" };

/** Plans an essay. `writer` fills slots of the theme; `drift` is the theme into which a weak writer strays. */
export function planEssay(writer: Writer, theme: Theme, drift: Theme, levels: Levels, breadth: Breadth): Plan {
  return new Planner(writer, theme, drift, levels, breadth).plan();
}

class Planner {
  readonly #writer: Writer;
  readonly #theme: Theme;
  readonly #drift: Theme;
  readonly #levels: Levels;
  readonly #breadth: Breadth;
  readonly #causes: Cause[];
  readonly #cites: Repertoire[];
  readonly #written = new Set<string>();

  constructor(writer: Writer, theme: Theme, drift: Theme, levels: Levels, breadth: Breadth) {
    this.#theme = theme;
    this.#drift = drift;
    this.#levels = levels;
    this.#breadth = breadth;
    const { random } = writer;
    this.#causes = shuffled(random, theme.causes).slice(0, 2);
    this.#writer = writer.with({ X: this.#causes[0]?.np ?? [], Y: this.#causes[1]?.np ?? [] });
    const own = shuffled(random, theme.repertoire);
    const shared = shuffled(
      random,
      theme.tags.flatMap((tag) => SHARED_REPERTOIRE[tag]),
    );
    // The second citation is the theme's own, since it needs a link that fits the theme.
    const [last, first] = own;
    const opening = chance(random, 0.5) || first === undefined ? shared[0] : first;
    this.#cites = [opening, last].filter((item) => item !== undefined);
  }

  plan(): Plan {
    const conclusion = this.#conclusion();
    const paragraphs = [this.#introduction(), this.#body(0), this.#body(1), ...this.#objection(), conclusion.sentences];
    return { paragraphs: paragraphs.filter((paragraph) => paragraph.length > 0), elements: conclusion.elements };
  }

  #introduction(): Draft[] {
    const { theme: level, argument } = this.#levels;
    const out: Draft[] = [];
    const cite = this.#cites[0];
    if (level >= 160 && cite !== undefined) {
      out.push(this.#say("opening", [cite.cite]));
      out.push(this.#say(ROLE_AFTER[cite.kind], CONTRASTS[cite.kind]));
      if (this.#breadth === 2) out.push(this.#say("plain", this.#theme.scene));
    } else if (level >= 80) {
      out.push(this.#say("opening", COMMONPLACE));
      if (chance(this.#writer.random, 0.6)) out.push(this.#say("plain", SAYINGS));
      if (level === 120) out.push(this.#say("plain", this.#theme.scene));
      else out.push(this.#say("plain", TANGENT));
    } else {
      out.push(
        this.#say("opening", TANGENT),
        this.#say("plain", chance(this.#writer.random, 0.5) ? SAYINGS : this.#drift.vague),
      );
    }
    if (argument >= 160) out.push(this.#say("thesis", THESIS));
    else if (argument === 120) out.push(this.#say("thesis", chance(this.#writer.random, 0.35) ? THESIS : LOOSE_THESIS));
    else if (argument === 80) out.push(this.#say("plain", LOOSE_THESIS));
    else out.push(this.#say("plain", this.#padding()));
    return out;
  }

  /** Empty sentences: learned ones from those who master the norm, plain ones from the others. */
  #padding(): readonly string[] {
    return chance(this.#writer.random, this.#levels.norm >= 120 ? 0.75 : 0.4) ? POMPOUS : FILLER;
  }

  #body(index: 0 | 1): Draft[] {
    const { theme: level, argument } = this.#levels;
    const cause = this.#causes[index];
    if (cause === undefined) return [];
    const own = this.#writer.with({ C: cause.np });
    const head: Role = index === 0 ? "first" : "second";
    const out: Draft[] = [];
    const add = (role: Role, templates: readonly string[]): void => {
      out.push(this.#say(role, templates, own));
    };
    if (level === 40 && index === 1) return this.#driftParagraph(head);
    if (argument === 200) this.#developFully(add, cause, index, head);
    else if (argument === 160) this.#develop(add, cause, index, head);
    else if (argument === 120) {
      add(head, TOPIC);
      add("explain", cause.why);
      if (index === 1 || this.#breadth > 0) add("plain", chance(own.random, 0.5) ? this.#theme.source : RESTATE);
      if (this.#breadth === 2) add("effect", cause.effect);
    } else if (argument === 80) {
      add(head, PLAIN_TOPIC);
      add("plain", index === 0 ? this.#theme.source : this.#theme.vague);
      add("plain", RESTATE);
      if (this.#breadth > 0) add("plain", this.#theme.vague);
    } else {
      add("plain", this.#theme.vague);
      add("plain", index === 0 ? this.#theme.source : this.#padding());
      if (argument === 0 || index === 1) add("plain", CONTRADICTION);
      add("plain", index === 0 || this.#breadth > 0 ? this.#padding() : this.#theme.vague);
    }
    for (
      let extra = argument <= 120 ? between(own.random, 0, this.#breadth + (argument < 120 ? 1 : 0)) : 0;
      extra > 0;
      extra--
    )
      add("plain", pick(own.random, [this.#padding(), POMPOUS, this.#theme.vague, RESTATE, this.#theme.scene]));
    const cite = this.#cites[1];
    if (level === 200 && index === 0 && cite !== undefined) this.#insertCitation(out, cite);
    if (level === 80) out.splice(1, 0, this.#say("plain", index === 0 ? this.#drift.vague : PERSONAL));
    return out;
  }

  #developFully(add: Add, cause: Cause, index: 0 | 1, head: Role): void {
    add(head, TOPIC);
    add("explain", cause.why);
    // A citation takes the example's place in the first paragraph of a writer who has one, unless there is room for both.
    const cites = this.#levels.theme === 200 && index === 0;
    if (!cites || this.#breadth === 2) add("example", cause.example);
    if (this.#breadth > 0 || index === 0) add("effect", cause.effect);
    if (index === 1 || this.#breadth === 2) add("wrap", WRAP);
  }

  #develop(add: Add, cause: Cause, index: 0 | 1, head: Role): void {
    add(head, TOPIC);
    add("explain", cause.why);
    const cites = this.#levels.theme === 200 && index === 0;
    if (!cites && (index === 0 || this.#breadth > 0)) {
      if (chance(this.#writer.random, 0.5)) add("example", cause.example);
      else add("effect", cause.effect);
    }
    if (this.#breadth === 2 && index === 1) add("plain", this.#theme.scene);
  }

  #insertCitation(out: Draft[], cite: Repertoire): void {
    const pair = [this.#say("cite", [cite.cite])];
    if (cite.link.length > 0) pair.push(this.#say("link", cite.link));
    out.splice(2, 0, ...pair);
  }

  #driftParagraph(head: Role): Draft[] {
    const { argument } = this.#levels;
    const cause = pick(this.#writer.random, this.#drift.causes);
    const out: Draft[] = [];
    if (argument >= 120) {
      const own = this.#writer.with({ C: cause.np, P: this.#drift.problem, V: this.#drift.victims });
      out.push(this.#say(head, PLAIN_TOPIC, own), this.#say("explain", cause.why, own));
      if (this.#breadth > 0) out.push(this.#say("effect", cause.effect, own));
    } else {
      out.push(this.#say("plain", this.#drift.vague), this.#say("plain", this.#drift.vague));
      if (this.#breadth > 0) out.push(this.#say("plain", this.#padding()));
    }
    out.push(this.#say("plain", PERSONAL));
    return out;
  }

  #objection(): Draft[][] {
    const { argument } = this.#levels;
    const { random } = this.#writer;
    if (argument < 160 || this.#breadth === 0 || !chance(random, argument === 200 ? 0.45 : 0.25)) return [];
    const counter = pick(random, this.#theme.counter);
    const claim = this.#writer.write(counter.claim);
    const out: Draft[] = [
      { role: "objection", text: this.#writer.one(OBJECTION.map((text) => text.replace("<claim>", claim))) },
      this.#say("contrast", [counter.reply]),
    ];
    if (this.#breadth === 2) out.push(this.#say("plain", AFTER_REPLY));
    return [out];
  }

  #conclusion(): { sentences: Draft[]; elements: Element[] } {
    const { theme: level, argument, proposal: wanted } = this.#levels;
    const { random } = this.#writer;
    const measure = pick(random, this.#theme.measures);
    const proposal = propose(this.#writer, measure, wanted);
    const sentences: Draft[] = [];
    if (wanted > 0 && argument >= 80) sentences.push(this.#say("conclude", NEED));
    else if (argument >= 80) sentences.push(this.#say("conclude", RESTATE));
    const [first, ...rest] = proposal.sentences;
    if (first !== undefined) sentences.push(sentences.length === 0 ? { ...first, role: "conclude" } : first);
    sentences.push(...rest);
    const back = this.#cites[0]?.back;
    if (level === 200 && argument >= 120 && back !== undefined && chance(random, 0.7))
      sentences.push(this.#say("close", [back]));
    else if (argument >= 160 && chance(random, 0.65)) sentences.push(this.#say("close", CLOSE));
    else if (argument <= 80) sentences.push(this.#say("plain", this.#padding()));
    return { sentences, elements: proposal.elements };
  }

  /** One of the templates, written out, and not a sentence that the essay has already if that can be helped. */
  #say(role: Role, templates: readonly string[], writer: Writer = this.#writer): Draft {
    let text = "";
    for (let attempt = 0; attempt < 12; attempt++) {
      const template = pick(writer.random, templates);
      if (attempt < 8 && this.#written.has(template)) continue;
      text = writer.write(template);
      if (this.#written.has(text)) continue;
      this.#written.add(template).add(text);
      break;
    }
    return { role, text };
  }
}

type Add = (role: Role, templates: readonly string[]) => void;
