/** @file The tags of a Jinja template and the lines that they stand in, to say where a template is broken. */

/** A tag: `{{ … }}`, `{% … %}` or `{# … #}`. */
export interface TemplateTag {
  readonly text: string;
  /** The line of its beginning, from 1. */
  readonly line: number;
  /** "open" where its end is missing. */
  readonly state: "closed" | "open";
}

const CLOSERS: Readonly<Record<string, string>> = { "{{": "}}", "{%": "%}", "{#": "#}" };

/** The tags in order; closing signs within quotes do not end a tag. */
export function templateTags(source: string): TemplateTag[] {
  const tags: TemplateTag[] = [];
  let line = 1;
  let place = 0;
  while (place < source.length) {
    const closer = CLOSERS[source.slice(place, place + 2)];
    if (closer === undefined) {
      if (source[place] === "\n") line++;
      place++;
      continue;
    }
    const end = tagEnd(source, place + 2, closer);
    const text = source.slice(place, end ?? source.length);
    tags.push({ text, line, state: end === undefined ? "open" : "closed" });
    line += text.split("\n").length - 1;
    place += text.length;
  }
  return tags;
}

/** The innermost block whose end is missing, or the end that has no beginning. */
export function unclosedBlock(tags: readonly TemplateTag[]): TemplateTag | undefined {
  const open: TemplateTag[] = [];
  for (const tag of tags) {
    const [, word = ""] = /^\{%-?\+?\s*(\w+)/.exec(tag.text) ?? [];
    const isBlockSet = word === "set" && !/[^=!<>]=[^=]/.test(tag.text);
    if (["for", "if", "macro", "call", "filter", "generation"].includes(word) || isBlockSet) open.push(tag);
    else if (word.startsWith("end") && open.pop() === undefined) return tag;
  }
  return open.at(-1);
}

function tagEnd(source: string, from: number, closer: string): number | undefined {
  for (let place = from; place < source.length; place++) {
    const character = source[place];
    if (source.startsWith(closer, place)) return place + 2;
    if (closer === "#}" || (character !== '"' && character !== "'")) continue;
    place++;
    while (place < source.length && source[place] !== character) place += source[place] === "\\" ? 2 : 1;
  }
  return undefined;
}
