/** @file Text without the characters that a terminal obeys and a file format refuses. */

/**
 * A text in which "�" stands for control characters and lone halves of characters; line breaks and tabs stay.
 *
 * A label from data may hold an escape sequence, which a terminal would carry out, or a character that XML excludes.
 */
export function printable(text: string): string {
  return text.replace(/(?![\n\t])[\p{Control}\p{Surrogate}\ufffe\uffff]/gu, "\ufffd");
}
