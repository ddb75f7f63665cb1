/** @file Which characters of a rendered conversation the assistant says, where a template marks them by `{% generation %}`. */
import type { Span } from "../encoding";

/** Characters that Unicode keeps for uses like this one, and that no text has. */
const BEGIN = "\uFDD0";
const END = "\uFDD1";

const OPENING = /\{%(-?)\s*generation\s*(-?)%\}/g;
const CLOSING = /\{%(-?)\s*endgeneration\s*(-?)%\}/g;

/** Whether the template says what the assistant's part is. */
export function marksAssistant(template: string): boolean {
  return template.search(OPENING) >= 0;
}

/** The template with marks around the assistant's part: a call block, which is what Python makes of the tag too. */
export function withMarks(template: string): string {
  const macro = `{% macro assistant_part() %}${BEGIN}{{ caller() }}${END}{% endmacro %}`;
  return (
    macro +
    template
      .replace(OPENING, (_, before: string, after: string) => `{%${before} call assistant_part() ${after}%}`)
      .replace(CLOSING, (_, before: string, after: string) => `{%${before} endcall ${after}%}`)
  );
}

/** The text without marks, and where the assistant's parts stand in it. */
export function readMarks(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = "";
  let start = 0;
  for (const piece of marked.split(/([\uFDD0\uFDD1])/)) {
    if (piece === BEGIN) start = text.length;
    else if (piece === END) spans.push([start, text.length]);
    else text += piece;
  }
  return { text, spans };
}

/** 1 for each token of the assistant's parts, 0 for the others. */
export function assistantMask(
  length: number,
  spans: readonly Span[],
  tokenOf: (character: number) => number | undefined,
): number[] {
  const mask = new Array<number>(length).fill(0);
  for (const [start, end] of spans) {
    const first = tokenOf(start);
    // What truncation cut off has no tokens.
    if (first === undefined) break;
    mask.fill(1, first, (tokenOf(end - 1) ?? length - 1) + 1);
  }
  return mask;
}
