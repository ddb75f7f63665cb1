/** @file What reviews of every domain have in common: verdicts, turns from one thing to the next, doubts, plain talk. */
import type { Clause, Level } from "./types";

/** Who was there. */
export const WE: readonly string[] = ["my wife and I", "my partner and I", "we", "my flatmate and I"];

/** What an aspect is called where a sentence names it. */
export const ASPECT_NAMES: Readonly<Record<string, string>> = {
  food: "food",
  service: "service",
  price: "price",
  place: "dining room",
  waiting: "timing",
  coffee: "coffee",
  baking: "baking",
  staff: "staff",
  seats: "seating",
  room: "room",
  breakfast: "breakfast",
  noise: "sound insulation",
  value: "price",
  repair: "repair itself",
  time: "punctuality",
  advice: "advice",
  shop: "shop itself",
  cut: "result",
  listening: "advice",
  salon: "salon itself",
  product: "product",
  delivery: "delivery",
  support: "support",
  returns: "returns process",
  site: "website",
  stability: "stability",
  design: "design",
  features: "range of functions",
  cost: "pricing",
  equipment: "equipment",
  trainers: "training staff",
  hygiene: "cleanliness",
  contract: "contract",
  classes: "timetable of classes",
};

/** Sentences about an aspect (slot A) that say how good it was by saying what it was not. */
export const NEGATED: Readonly<Record<Level, readonly Clause[]>> = {
  [-2]: [
    "there was not {one|a single} good thing about the <A>",
    "I {would not wish|do not wish} the <A> {on my worst enemy|on anyone}",
    "nobody can tell me that the <A> was {acceptable|normal}",
  ],
  [-1]: [
    "I would not call the <A> {good|a strong point}",
    "the <A> did not {convince|impress|win} me",
    "the <A> {could have been better|was nowhere near as good as promised}",
  ],
  0: [
    "the <A> was not bad, {but not great|just not special} either",
    "I {have nothing to say|can say neither good nor bad things} about the <A>",
    "the <A> was {okay, I suppose|all right, nothing more|fine, no more than that}",
    "{no complaints about the <A>, no praise|the <A> left no impression} either",
    "I have seen {better and worse|both worse and better} than the <A>",
  ],
  1: [
    "I {cannot|really cannot} complain about the <A>",
    "there was {nothing|very little} wrong with the <A>",
    "the <A> was {not bad at all|better than I had feared}",
  ],
  2: [
    "I could not find {a single fault|one flaw} with the <A>, {and I did look|and I am picky}",
    "the <A> could not {have been better|possibly have been better}",
    "{never|not once} did the <A> let us down, {quite the opposite|it was superb}",
  ],
};

/** What a review thinks on the whole. */
export const VERDICTS: Readonly<Record<Level, readonly Clause[]>> = {
  [-2]: [
    "<place> is {the worst I have tried|a disgrace|a waste of money}: {stay away|do yourself a favour and go elsewhere|never again}",
    "I {have rarely been so disappointed|want my money back|regret every minute}, {and I am not easily upset|and I will tell everybody}",
    "if I could give {zero stars|less than nothing}, I would",
    "{avoid at all costs|horrible from start to finish}, {I mean it|there is no other way to put it}",
  ],
  [-1]: [
    "all in all {a let-down|rather disappointing|less than I had hoped for}",
    "I {would not hurry back|had expected more|doubt that I will give it another try}, {sadly|to be honest}",
    "{not the worst|it could be worse}, but {I would look elsewhere|there are better ones nearby}",
    "{with some effort it could be good|the idea is nice}, {but as things are I cannot recommend it|but much has to change first}",
  ],
  0: [
    "all in all {it was fine|a mixed bag|average}, {no more, no less|as so often}",
    "{some things were good, others were not|neither a hit nor a miss|half of me liked it}",
    "I {might give it another try|would not advise against it|am undecided}, {but I would not go out of my way|depending on the day}",
    "{it does the job|acceptable}, {but I will not remember it|and that is about it}",
  ],
  1: [
    "all in all {a good experience|I am satisfied|well worth it}",
    "I {would choose <place> again|can recommend <place>}, {with small reservations|even if not everything is perfect}",
    "{not perfect, but|a few details aside,} {solid and likeable|I liked it}",
    "{a keeper|a nice find}, {even if there is room for improvement|all things considered}",
  ],
  2: [
    "<place> is {a gem|the best of its kind|simply outstanding}, {I am a fan for life|go and see for yourself}",
    "I cannot recommend <place> {enough|highly enough}, {honestly|and I am hard to please}",
    "{everything was just right|it exceeded all my hopes}, {thank you so much|from beginning to end}",
    "{absolutely wonderful|perfect in every way}, {I will tell everyone I know|I would not change a thing}",
  ],
};

/** What stands before a clause that is better than the one before. */
export const UPTURN: readonly string[] = [
  "that said,",
  "but",
  "at least",
  "to be fair,",
  "on the bright side,",
  "still,",
  "then again,",
];
/** What stands before a clause that is worse than the one before. */
export const DOWNTURN: readonly string[] = [
  "but",
  "unfortunately,",
  "however,",
  "sadly,",
  "on the other hand,",
  "the only thing:",
  "what I did not like:",
];
/** What stands before a clause that goes on in the same vein. */
export const SAME: readonly string[] = ["also,", "and", "besides,", "on top of that,", "what is more,"];
/** What stands before the verdict. */
export const SUMMING_UP: readonly string[] = ["in short,", "so", "overall,", "to sum up,"];

/** Doubts and views, before a clause. */
export const HEDGES: readonly string[] = [
  "I have to say that",
  "in my view",
  "for me",
  "if you ask me,",
  "I thought",
  "as far as I can tell,",
];
/** The same before a clause that is not kind. */
export const MILD_HEDGES: readonly string[] = [...HEDGES, "maybe it was a bad day, but", "it may be my taste, but"];
/** The same before praise. */
export const GLAD_HEDGES: readonly string[] = [...HEDGES, "perhaps I was lucky, but", "I did not expect it, but"];

/** Sentences that judge nothing. */
export const ASIDES: readonly Clause[] = [
  "I {read|had read} {some of the reviews here|a few reviews} {before|beforehand}, {and they differ a lot|so I was curious}",
  "for context: I {am hard to please|am easily pleased|rarely write reviews|write one of these a year}",
  "{a friend sees it differently|my brother disagrees with me|others may see this differently}",
  "I {asked around|compared notes with a friend} {afterwards|later}, {and she had the same impression|and he saw it the other way round}",
  "I {waited a few days|slept on it} before {writing this|I wrote this}",
];
/** The same for places that one goes to. */
export const PLACE_ASIDES: readonly Clause[] = [
  ...ASIDES,
  "parking nearby is {possible|free after six}",
  "{there is a bus stop in front|it is a short walk from the station}",
];

/** Written forms of speech, for casual writers. */
export const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(did|do|does|was|were|is|are|could|would|has|had) not\b/g, "$1n't"],
  [/\bcannot\b/g, "can't"],
  [/\bI have (?=(?:never|ever|rarely|had|been|tried|seen|used|found)\b)/g, "I've "],
  [/\bI am (?=[a-z])/g, "I'm "],
  [/\bI would (?=[a-z])/g, "I'd "],
  [/\bI will (?=[a-z])/g, "I'll "],
  [/\b([Ii])t is (?=[a-z])/g, "$1t's "],
  [/\b([Tt])hat is (?=[a-z])/g, "$1hat's "],
];

/** Slips of the pen. */
export const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/\bbecause\b/, "becuase"],
  [/\bwhich\b/, "wich"],
  [/\bfriendly\b/, "freindly"],
  [/\btoo (?=[a-z])/, "to "],
  [/\btheir\b/, "thier"],
  [/\bbelieve\b/, "beleive"],
  [/\buntil\b/, "untill"],
  [/\breally\b/, "realy"],
  [/\bdisappoint/, "dissapoint"],
  [/\brecommend/, "reccomend"],
  [/\bdifferent/, "diffrent"],
  [/\bimmediately\b/, "imediately"],
  [/\balmost\b/, "allmost"],
  [/\bwithout\b/, "with out"],
];
