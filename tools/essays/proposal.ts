/** @file C5 made visible: an intervention proposal with as many of the five elements as its level says. */

import { chance, pick, shuffled } from "../text/random-source";
import type { Draft } from "./cohesion";
import { NO_PROPOSAL, PLAIN_ACTION, PLAIN_AGENT, VAGUE_ACTION } from "./phrases/conclusion";
import type { Writer } from "./template";
import type { Level, Measure } from "./types";

/** The five elements that the ENEM asks of a proposal. */
export type Element = "agent" | "action" | "means" | "purpose" | "detail";

/** A proposal as sentences, and what it is made of. */
export interface Proposal {
  sentences: Draft[];
  elements: Element[];
}

/** Writes a proposal of the given level: level / 40 of the five elements. */
export function propose(writer: Writer, measure: Measure, level: Level): Proposal {
  const { random } = writer;
  if (level === 0) return { sentences: [{ role: "plain", text: writer.one(NO_PROPOSAL) }], elements: [] };
  if (level === 40) return { sentences: [{ role: "propose", text: writer.one(VAGUE_ACTION) }], elements: ["action"] };
  if (level === 80 && chance(random, 0.6)) {
    const text = `<A> {<A:deve/devem>|<A:precisa/precisam>} ${pick(random, PLAIN_ACTION)}`;
    return {
      sentences: [{ role: "propose", text: writer.with({ A: PLAIN_AGENT }).write(text) }],
      elements: ["agent", "action"],
    };
  }
  const elements = chooseElements(writer, level);
  const own = writer.with({ A: [measure.agent], M: [measure.means] });
  const sentences: Draft[] = [{ role: "propose", text: own.write(frame(writer, measure, elements)) }];
  if (elements.includes("detail")) sentences.push({ role: "detail", text: own.write(measure.detail) });
  return { sentences, elements };
}

function chooseElements(writer: Writer, level: Level): Element[] {
  const { random } = writer;
  const all: readonly Element[] = ["agent", "action", "means", "purpose", "detail"];
  const missing = 5 - level / 40;
  // The detail is what writers leave out first; the action is what they never leave out.
  const order: Element[] = chance(random, 0.6)
    ? ["detail", ...shuffled<Element>(random, ["means", "purpose"]), "agent"]
    : [...shuffled<Element>(random, ["means", "purpose", "detail"]), "agent"];
  if (missing === 2 && chance(random, 0.2)) order.splice(1, 0, "agent");
  const left = new Set(order.slice(0, missing));
  return all.filter((element) => !left.has(element));
}

function frame(writer: Writer, measure: Measure, elements: readonly Element[]): string {
  const { random } = writer;
  const means = elements.includes("means")
    ? pick(random, [" por meio de <M>", " mediante <M>", " por intermédio de <M>"])
    : "";
  const goal = pick(random, ["a fim de", "com o objetivo de", "com o intuito de", "com a finalidade de", "de modo a"]);
  const purpose = elements.includes("purpose") ? `, ${goal} ${measure.purpose}` : "";
  const head = elements.includes("agent")
    ? pick(random, ["<A> <A:deve/devem>", "cabe a <A>", "compete a <A>", "<A> <A:precisa/precisam>", "é dever de <A>"])
    : pick(random, ["é preciso", "é necessário", "é fundamental", "deve-se"]);
  if (purpose !== "" && means !== "" && chance(random, 0.2)) {
    return `${pick(random, ["a fim de", "com o objetivo de", "para"])} ${measure.purpose}, ${head} ${measure.action}${means}`;
  }
  const comma = means !== "" && chance(random, 0.7) ? "," : "";
  return `${head} ${measure.action}${comma}${means}${purpose}`;
}
