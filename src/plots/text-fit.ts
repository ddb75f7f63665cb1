/** @file How wide text will be, as well as can be known without a font: widths, line breaks, shortening. */

const NARROW = /[ifjltrI1.,:;'|!()[\] ]/;
const BROAD = /[mwMW@%&—…]/;
const DOUBLE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u;

/** The width of a text in pixels at a font size, on the wide side: DejaVu Sans is the widest of the usual fonts. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}|\u200d|\ufe0f/u.test(character)) continue;
    if (DOUBLE.test(character)) width += 1.05;
    else if (NARROW.test(character)) width += 0.4;
    else if (BROAD.test(character)) width += 0.97;
    else if (/\p{Lu}/u.test(character)) width += 0.72;
    else width += 0.63;
  }
  return width * fontSize;
}

/** A text cut to a width in pixels, with an ellipsis where something was cut. */
export function fitText(text: string, fontSize: number, width: number): string {
  const flat = text.replace(/\s+/g, " ");
  if (textWidth(flat, fontSize) <= width) return flat;
  let kept = "";
  let used = textWidth("…", fontSize);
  for (const character of flat) {
    used += textWidth(character, fontSize);
    if (used > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A text broken at spaces into lines of a width in pixels; a last line that is still too long is cut. */
export function wrapText(text: string, fontSize: number, width: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || lines.length === maxLines - 1 || textWidth(longer, fontSize) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((each) => fitText(each, fontSize, width));
}
