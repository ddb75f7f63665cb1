/** @file The texts that come from outside the project: where they are looked for, and what part of each is held out. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A corpus that a model was trained or judged on, as its card names it. */
export interface Corpus {
  file: string;
  what: string;
  licence: string;
}

/** The text of the Spanish models. */
export const QUIJOTE: Corpus = {
  file: "text/corpus_es_quijote.txt",
  what: "Don Quijote de la Mancha (Cervantes)",
  licence: "public domain",
};

/** The text of a corpus. Throws an Error that says what is missing, and how to say where it is. */
export function readCorpus(folder: string, { file, what, licence }: Corpus): string {
  const path = join(folder, file);
  if (!existsSync(path)) {
    throw new Error(
      `The text ${file} (${what}, ${licence}) is not in ${folder}. It is not part of this project: ` +
        "get it from its source, and name its folder by `--data FOLDER`.",
    );
  }
  return readFileSync(path, "utf8").replace(/\r\n?/g, "\n");
}

/** Don Quijote in paragraphs whose lines are joined, and its last 5 % apart. */
export function readQuijote(folder: string): { training: string[]; validation: string[] } {
  const paragraphs = joinLines(readCorpus(folder, QUIJOTE));
  const total = paragraphs.reduce((sum, { length }) => sum + length, 0);
  let seen = 0;
  const cut = paragraphs.findIndex(({ length }) => {
    seen += length;
    return seen > 0.95 * total;
  });
  return { training: paragraphs.slice(0, cut), validation: paragraphs.slice(cut) };
}

const SHORT_LINE = 58;

/** Lines joined: a paragraph begins with a dash or a chapter's heading, and ends with a short line that ends a sentence. */
export function joinLines(text: string): string[] {
  const paragraphs: string[] = [];
  let current: string[] = [];
  const close = (): void => {
    if (current.length > 0) paragraphs.push(current.join(" ").replaceAll("''", '"'));
    current = [];
  };
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (/^(—|Capítulo |Primera parte|Segunda parte)/.test(line)) close();
    if (line !== "") current.push(line);
    if (line === "" || (line.length < SHORT_LINE && /[.:?!»”'"]$/.test(line))) close();
  }
  close();
  return paragraphs;
}
