/** @file Connectives by the role of the sentence that they open, the most worn ones first. */

/** What a sentence does in its essay. */
export type Role =
  | "opening"
  | "contrast"
  | "parallel"
  | "apply"
  | "thesis"
  | "first"
  | "second"
  | "objection"
  | "explain"
  | "cite"
  | "link"
  | "example"
  | "effect"
  | "wrap"
  | "conclude"
  | "propose"
  | "detail"
  | "close"
  | "plain";

/** A connective that ends in a comma keeps it before the clause; one without is followed by a space alone. */
export const CONNECTIVES: Readonly<Record<Role, readonly string[]>> = {
  opening: [],
  contrast: ["No entanto,", "Porém,", "Entretanto,", "Contudo,", "Todavia,", "Apesar disso,"],
  parallel: ["De modo semelhante,", "Da mesma forma,", "De maneira análoga,", "De igual modo,"],
  apply: ["Nesse sentido,", "Sob essa ótica,", "Nessa perspectiva,", "Sob esse viés,", "Nessa linha de raciocínio,"],
  thesis: [
    "Nesse sentido,",
    "Nesse contexto,",
    "Diante disso,",
    "Sob essa perspectiva,",
    "Nesse cenário,",
    "Dessa forma,",
  ],
  first: [
    "Em primeiro lugar,",
    "Primeiramente,",
    "A princípio,",
    "De início,",
    "Em primeira análise,",
    "Antes de tudo,",
    "Inicialmente,",
    "Em primeiro plano,",
  ],
  second: [
    "Além disso,",
    "Em segundo lugar,",
    "Ademais,",
    "Outrossim,",
    "Somado a isso,",
    "Em segunda análise,",
    "Em segundo plano,",
    "Paralelamente a isso,",
  ],
  objection: ["Por outro lado,", "É verdade que", "Em contrapartida,", "Ainda assim,"],
  explain: [
    "Isso ocorre porque",
    "De fato,",
    "Com efeito,",
    "Isso acontece porque",
    "Na prática,",
    "Isso se explica porque",
  ],
  cite: [
    "Nesse sentido,",
    "A esse respeito,",
    "Sob essa ótica,",
    "Nessa perspectiva,",
    "Nesse contexto,",
    "Acerca disso,",
  ],
  link: ["Dessa maneira,", "Sob esse prisma,", "Nessa lógica,", "Em consonância com isso,"],
  example: [
    "Por exemplo,",
    "A título de exemplo,",
    "Para ilustrar,",
    "Nesse sentido,",
    "Prova disso é que",
    "A título de ilustração,",
  ],
  effect: [
    "Com isso,",
    "Como consequência,",
    "Por isso,",
    "Consequentemente,",
    "Por conseguinte,",
    "Em decorrência disso,",
    "Desse modo,",
    "Como resultado,",
    "Em razão disso,",
  ],
  wrap: ["Assim,", "Dessa forma,", "Logo,", "Desse modo,", "Por essa razão,", "Nessa medida,"],
  conclude: [
    "Portanto,",
    "Diante disso,",
    "Diante do exposto,",
    "Em vista disso,",
    "Em suma,",
    "Dado o exposto,",
    "À luz do exposto,",
    "Em síntese,",
    "Infere-se, portanto, que",
  ],
  propose: ["Para isso,", "Para tanto,", "Nesse sentido,", "Com esse propósito,", "Desse modo,"],
  detail: ["Além disso,", "Nesse processo,", "Ademais,", "Ainda nesse sentido,", "Na mesma direção,"],
  close: ["Assim,", "Dessa forma,", "Só assim,", "Desse modo,", "Com essas medidas,", "A partir disso,", "Feito isso,"],
  plain: ["Além disso,", "Nesse sentido,", "De fato,"],
};

/** What oral writers use instead, in any place. */
export const ORAL_CONNECTIVES: readonly string[] = ["E", "Aí", "Então", "Mas", "E também", "Só que", "E daí"];

/** Every connective that begins a sentence, for counting. */
export const ALL_CONNECTIVES: readonly string[] = [...new Set(Object.values(CONNECTIVES).flat())];
