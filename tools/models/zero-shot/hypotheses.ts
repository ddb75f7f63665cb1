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

/** A template that training never reads. */
export const HELD_HYPOTHESIS = "Aqui se discute {}.";

/** The hypothesis for a label. */
export function hypothesisOf(template: string, label: string): string {
  return template.replace("{}", label);
}
