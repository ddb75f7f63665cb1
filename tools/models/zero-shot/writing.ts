/** @file Writes short Portuguese texts about a topic, from its words and from frames that all topics share. */

import { Writer } from "../../essays/template";
import { chance, pick, type RandomSource, shuffled } from "../../text/random-source";
import { capitalize, type Slots } from "../../text/writer";
import type { Topic } from "./topic";

/** Frames that training reads: only the words in them say what the text is about. */
const FRAMES: readonly string[] = [
  "<person> {falou|conversou|perguntou} sobre <thing> em <place>",
  "{ontem|hoje|nesta semana|no mês passado}, <person> {decidiu|resolveu|conseguiu|tentou} <doing>",
  "{é preciso|é possível|não é fácil|custa caro} <doing> sem <thing>",
  "<person> e <person> se {encontraram|reuniram|juntaram} em <place> para <doing>",
  "<person> {procurava|deixou|guarda} <thing> em <place>",
  "sem <thing>, <person> não {pode|consegue|sabe} <doing>",
  "{muita gente|quase todo mundo|pouca gente} {sonha em|pensa em|quer} <doing>",
  "em <place>, <person> mostrou <thing> {aos visitantes|à vizinha|a um amigo|a todos}",
  "<person> passou {o dia|a manhã|horas} em <place> para <doing>",
  "para <doing>, {basta|é bom ter|não se dispensa} <thing>",
  "ninguém esperava ver <thing> em <place>",
  "<person> disse que <doing> {dá trabalho|exige paciência|vale a pena|leva tempo}",
  "{uma amiga|um leitor|o vizinho} contou como <person> aprendeu a <doing>",
  "{minha tia|meu irmão|um colega} sempre quis <doing>",
  "quem gosta de <thing> {costuma|quer|precisa} ir a <place>",
  "<person> {trouxe|levou|esqueceu|perdeu} <thing>",
  "primeiro veio <thing>; depois, <thing>",
  "<person> prefere <doing> a <doing>",
];

/** Frames that only the test reads. */
const HELD_FRAMES: readonly string[] = [
  "por causa de <thing>, <person> voltou {cedo|tarde} de <place>",
  "aprender a <doing> foi o que mais agradou a <person>",
  "entre <thing> e <thing>, <person> não soube escolher",
  "bem perto de <place>, <person> parou para <doing>",
];

/** Sentences that may stand in any text. */
const NEUTRAL: readonly string[] = [
  "{a conversa|a reunião|a espera} {durou pouco|foi longa}",
  "{todos|quase todos} {concordaram|gostaram|ficaram surpresos}",
  "o resto {fica para|só se saberá} amanhã",
  "{não se sabe|ninguém disse} {quando isso começou|o que virá depois}",
  "foi {um dia|um mês|um ano} {cheio de surpresas|como outro qualquer}",
  "{há quem pense|alguns acham} que {nada mudou|tudo vai melhorar}",
];

/** Sentences in which a topic is called by its name. */
const NAMING: readonly string[] = [
  "{tudo isso|isso} {faz parte de|tem a ver com} {label}",
  "quem se interessa por {label} {sabe disso|vai gostar}",
  "a palestra sobre {label} {lotou|terminou tarde|foi curta}",
  "{label}: {eis o assunto|é disso que se trata}",
  "{pouco se fala|fala-se muito} de {label}",
  "um curso de {label} {começa|termina} {nesta semana|em março}",
];

/** How a text is to be written. */
export interface TextRules {
  /** How many sentences it has. */
  sentences: number;
  /** How likely a sentence calls the topic by one of its names. */
  naming: number;
  /** `"held"` takes the sentences and frames that training never reads. */
  from: "training" | "held";
}

/** The sentences of a text about a topic. */
export function writeSentences(random: RandomSource, topic: Topic, rules: TextRules): string[] {
  const { sentences, naming, from } = rules;
  const writer = new Writer(random, slotsOf(topic));
  const own = shuffled(random, from === "held" ? topic.held : topic.sentences);
  const frames = shuffled(random, from === "held" ? HELD_FRAMES : FRAMES);
  const texts: string[] = [];
  let named = false;
  while (texts.length < sentences) {
    const isNaming: boolean = !named && chance(random, naming);
    named ||= isNaming;
    if (isNaming) texts.push(ended(nameTopic(random, topic)));
    else if (texts.length > 1 && chance(random, 0.15)) texts.push(ended(writer.one(NEUTRAL)));
    else texts.push(ended(writeOne(random, writer, own, frames)));
  }
  return texts;
}

/** A text about a topic. */
export function writeText(random: RandomSource, topic: Topic, rules: TextRules): string {
  return writeSentences(random, topic, rules).join(" ");
}

/** A sentence that calls a topic by one of its names. */
export function nameTopic(random: RandomSource, topic: Topic): string {
  const template = pick(random, NAMING).replace("{label}", "<label>");
  return new Writer(random, { label: topic.labels }).write(template);
}

function writeOne(random: RandomSource, writer: Writer, own: string[], frames: string[]): string {
  // Each sentence stands at most once in a text.
  const source = chance(random, 0.55) ? own : frames;
  const template = source.pop() ?? frames.pop() ?? pick(random, NEUTRAL);
  return writer.write(template);
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? capitalize(text) : `${capitalize(text)}.`;
}

function slotsOf({ person, thing, place, doing }: Topic): Slots {
  const list = (phrases: string): string[] => phrases.split("|");
  return { person: list(person), thing: list(thing), place: list(place), doing: list(doing) };
}
