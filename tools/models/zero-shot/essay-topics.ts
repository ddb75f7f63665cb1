/** @file What the essays of tools/essays are about: the names of each theme, and the topics whose names are true of it too. */
import { THEMES } from "../../essays/themes";

/** The names of a theme. */
export interface EssayTopic {
  /** The theme's id in tools/essays/themes. */
  theme: string;
  /** Its own names, the usual one first. */
  labels: readonly string[];
  /** Topics of `topics/` whose names are true of it. */
  topics: readonly string[];
  /** Topics that are near it: their names are never taken for wrong ones. */
  near: readonly string[];
}

const ROWS: readonly [theme: string, labels: readonly string[], topics: readonly string[], near: readonly string[]][] =
  [
    [
      "accessibility",
      ["acessibilidade", "inclusão"],
      ["inclusion"],
      ["education", "work", "transport", "health", "housing"],
    ],
    [
      "betting-apps",
      ["apostas", "jogos de azar"],
      [],
      ["banking", "networks", "games", "football", "economy", "mind", "family", "technology", "television"],
    ],
    [
      "data-privacy",
      ["privacidade", "dados pessoais"],
      ["technology"],
      ["networks", "justice", "business", "security", "commerce"],
    ],
    [
      "digital-exclusion",
      ["exclusão digital", "acesso à internet"],
      ["networks", "technology"],
      ["education", "inclusion", "business", "economy"],
    ],
    [
      "elderly",
      ["idosos", "envelhecimento"],
      ["ageing"],
      ["health", "family", "mind", "inclusion", "banking", "networks"],
    ],
    [
      "fake-news",
      ["notícias falsas", "desinformação"],
      ["press"],
      ["networks", "politics", "education", "health", "technology"],
    ],
    [
      "financial-education",
      ["educação financeira", "dívidas"],
      ["banking"],
      ["economy", "commerce", "education", "family", "networks", "business", "mathematics"],
    ],
    [
      "food-waste",
      ["desperdício de alimentos", "fome"],
      ["nutrition"],
      ["farming", "commerce", "environment", "cooking", "charity", "economy"],
    ],
    [
      "gig-work",
      ["trabalho por aplicativo", "direitos trabalhistas"],
      ["work"],
      ["technology", "business", "economy", "justice", "transport", "security"],
    ],
    [
      "heritage",
      ["patrimônio histórico", "preservação cultural"],
      ["history"],
      ["painting", "travel", "housing", "education"],
    ],
    [
      "homelessness",
      ["moradores de rua", "população de rua"],
      ["housing"],
      ["charity", "inclusion", "economy", "work", "family", "mind", "security"],
    ],
    [
      "indigenous-languages",
      ["povos indígenas", "línguas indígenas"],
      ["indigenous"],
      ["history", "languages", "education", "environment"],
    ],
    [
      "mobility",
      ["mobilidade urbana", "transporte público"],
      ["transport"],
      ["cars", "environment", "economy", "inclusion", "housing"],
    ],
    ["organ-donation", ["doação de órgãos", "transplantes"], ["health"], ["family", "charity", "science", "religion"]],
    ["plastics", ["lixo", "plástico"], ["environment"], ["wildlife", "water", "commerce", "fishing", "business"]],
    ["reading", ["leitura", "formação de leitores"], ["literature"], ["education", "family", "networks", "press"]],
    ["sanitation", ["saneamento básico", "esgoto"], ["water"], ["health", "environment", "housing", "childhood"]],
    [
      "school-dropout",
      ["evasão escolar", "abandono da escola"],
      ["education"],
      ["work", "family", "childhood", "economy"],
    ],
    [
      "screens-childhood",
      ["telas na infância", "publicidade infantil"],
      ["childhood"],
      ["networks", "technology", "family", "television", "games", "commerce", "mind"],
    ],
    [
      "sedentary-life",
      ["sedentarismo", "falta de exercício"],
      ["exercise"],
      ["health", "technology", "networks", "transport", "nutrition", "work", "games", "security"],
    ],
    [
      "urban-violence",
      ["violência urbana", "criminalidade"],
      ["security"],
      ["justice", "education", "economy", "mind", "war"],
    ],
    ["vaccination", ["vacinação", "vacinas"], ["health"], ["press", "networks", "science", "childhood"]],
    [
      "volunteering",
      ["voluntariado", "trabalho voluntário"],
      ["charity"],
      ["education", "religion", "work", "housing", "mind", "ageing", "family"],
    ],
    ["water", ["crise hídrica", "água"], ["water"], ["environment", "farming", "energy", "weather"]],
    [
      "youth-mental-health",
      ["saúde mental dos jovens", "ansiedade"],
      ["mind"],
      ["health", "education", "networks", "family", "childhood"],
    ],
  ];

/** What each theme is about. */
export const ESSAY_TOPICS: ReadonlyMap<string, EssayTopic> = new Map(
  ROWS.map(([theme, labels, topics, near]) => [theme, { theme, labels, topics, near }]),
);

/** Themes without a row, which a test holds to be none. */
export function themesWithout(): string[] {
  return THEMES.map(({ id }) => id).filter((id) => !ESSAY_TOPICS.has(id));
}
