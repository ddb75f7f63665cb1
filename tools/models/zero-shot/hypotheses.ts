/** @file Hypotheses: sentences that say what a text is about, with `{}` where the label goes. */

/** The sentence that the model knows best; the others make it less sensitive to the words around the label. */
export const HYPOTHESIS = "Este texto é sobre {}.";

/** The sentences that training draws from, each as often as it stands here. */
export const HYPOTHESES: readonly string[] = [
  HYPOTHESIS,
  HYPOTHESIS,
  HYPOTHESIS,
  "O texto fala de {}.",
  "O assunto é {}.",
  "O tema desta redação é {}.",
  "Trata-se de {}.",
  "Este exemplo é {}.",
  // The pipeline's own, in every language.
  "This example is {}.",
];

/** Hypotheses that no text of the training answers, with `{}` where a number or a name goes: they never follow. */
export const UNANSWERED: readonly string[] = [
  "O autor tem {} anos.",
  "Este texto tem {} linhas.",
  "O texto foi escrito em {}.",
  "O número do aluno é {}.",
  "O autor se chama {}.",
  "A próxima página é a {}.",
  "O autor mora em {}.",
];

/** What is put into them. */
export const ANSWERS: readonly string[] = [
  ...Array.from({ length: 41 }, (_, number) => String(number)),
  ..."1950|1984|1999|2007|2015|2023|Ana|Bruno|Carla|Davi|Elisa|Recife|Santos|Manaus|Belém|Londrina|Ilhéus".split("|"),
];

/** A template that training never reads. */
export const HELD_HYPOTHESIS = "Aqui se discute {}.";

/** The hypothesis for a label. */
export function hypothesisOf(template: string, label: string): string {
  return template.replace("{}", label);
}
