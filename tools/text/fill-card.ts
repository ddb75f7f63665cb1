/** @file Keeps the figures in a data set's card: what stands between its markers is written anew. */

/** The card with the text between `<!-- name -->` and `<!-- /name -->` replaced, for each name. */
export function fillMarkers(card: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const open = `<!-- ${name} -->`;
    const close = `<!-- /${name} -->`;
    const start = text.indexOf(open);
    const end = text.indexOf(close);
    if (start < 0 || end < start)
      throw new Error(`The card has no place for the table "${name}" (${open} … ${close}).`);
    return `${text.slice(0, start + open.length)}\n${part}\n${text.slice(end)}`;
  }, card);
}
