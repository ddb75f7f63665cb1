/** @file Spaces before punctuation, which cutting into words leaves behind, taken out again. */

const FORMS: readonly (readonly [string, string])[] = [
  [" .", "."],
  [" ?", "?"],
  [" !", "!"],
  [" ,", ","],
  [" ' ", "'"],
  [" n't", "n't"],
  [" 'm", "'m"],
  [" 's", "'s"],
  [" 've", "'ve"],
  [" 're", "'re"],
];

/** The text with English punctuation and contractions closed up. Python: `clean_up_tokenization`. */
export function cleanUp(text: string): string {
  return FORMS.reduce((current, [open, closed]) => current.replaceAll(open, closed), text);
}
