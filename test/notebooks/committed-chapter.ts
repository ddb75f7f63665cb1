/** @file What every chapter owes its readers, read from the notebook as it is committed; nothing is run. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
/** What fits beside the cell numbers of JupyterLab, and what one glance takes in. */
const MOST_COLUMNS = 86;
const MOST_LINES = 25;

/** A committed notebook, its code, its prose and what its cells have shown. */
export interface CommittedChapter {
  path: string;
  code: readonly { source: string; tags: readonly string[]; shown: string; types: readonly string[] }[];
  prose: string;
}

interface SavedOutput {
  text?: string | string[];
  data?: Record<string, unknown>;
  ename?: string;
  evalue?: string;
}

interface SavedCell {
  cell_type: string;
  metadata: { tags?: string[] };
  source: string | string[];
  outputs?: SavedOutput[];
}

/** Reads notebooks/`name`.ipynb. */
export function readChapter(name: string): CommittedChapter {
  const path = join(root, "notebooks", `${name}.ipynb`);
  const { cells } = JSON.parse(readFileSync(path, "utf8")) as {
    cells: SavedCell[];
  };
  const text = (source: unknown): string => (Array.isArray(source) ? source.join("") : String(source ?? ""));
  return {
    path,
    prose: cells
      .filter((cell) => cell.cell_type === "markdown")
      .map((cell) => text(cell.source))
      .join("\n\n"),
    code: cells
      .filter((cell) => cell.cell_type === "code")
      .map((cell) => ({
        source: text(cell.source),
        tags: cell.metadata.tags ?? [],
        types: (cell.outputs ?? []).flatMap((output) => Object.keys(output.data ?? {})),
        shown: (cell.outputs ?? [])
          .map(
            (output) =>
              `${text(output.text)}${text(output.data?.["text/plain"])}${output.ename ?? ""} ${output.evalue ?? ""}`,
          )
          .join("\n"),
      })),
  };
}

/** Cells that fit a screen and have run; errors only where they are announced; no trace of a machine or of a clock. */
export function checkCells({ code, path }: CommittedChapter): void {
  for (const [index, { source, tags, shown }] of code.entries()) {
    const where = `code cell ${index + 1}: ${source.slice(0, 40)}`;
    const lines = source.split("\n");
    assert.ok(lines.length <= MOST_LINES, `${where} has ${lines.length} lines`);
    for (const line of lines) assert.ok(line.length <= MOST_COLUMNS, `${where}: ${line.length} columns: ${line}`);
    if (!tags.includes("parameters")) assert.notEqual(shown.trim(), "", `${where} shows nothing`);
    assert.equal(/\b\w*Error\b/.test(shown), tags.includes("raises-exception"), `${where}: ${shown.slice(0, 200)}`);
    assert.doesNotMatch(shown, /rows\/s|elapsed|\d ms\b/, where);
  }
  const text = readFileSync(path, "utf8");
  assert.doesNotMatch(text, /\/work\/|\/tmp\/|\/home\/|\/root\/|file:\/\/|[A-Z]:\\\\/);
  assert.ok(text.length < 1_000_000, `${text.length} bytes`);
}

/** Goals, three things to predict, three to try, a quiz in which every choice is explained, a summary and limits. */
export function checkLesson({ prose }: CommittedChapter): void {
  for (const heading of ["What you will be able to do", "Quiz", "An open question", "Summary", "Limits, and harm"]) {
    assert.match(prose, new RegExp(`^## ${heading}`, "m"));
  }
  assert.ok((prose.match(/\*\*[Ww]hat do you expect/g) ?? []).length >= 3, "fewer than three predictions");
  assert.equal((prose.match(/✏️ \*\*Try it \d/g) ?? []).length, 3);
  const quiz = prose.slice(prose.indexOf("## Quiz"), prose.indexOf("## An open question"));
  const questions = quiz.split(/^\*\*\d+\. /m).slice(1);
  assert.ok(questions.length >= 5 && questions.length <= 8, `${questions.length} questions`);
  for (const question of questions) {
    const choices = [...question.matchAll(/<details><summary>[abc]\) (.+?)<\/summary>(.+?)<\/details>/g)];
    assert.equal(choices.length, 3, question.slice(0, 60));
    for (const [, , explanation = ""] of choices) assert.ok(explanation.length > 20, question.slice(0, 60));
  }
}

/** The pictures that prose shows are there. */
export function checkPictures({ prose }: CommittedChapter): void {
  const paths = [...prose.matchAll(/!\[([^\]]+)\]\(\.\.\/([^)]+)\)/g)];
  assert.ok(paths.length > 0);
  for (const [, , path = ""] of paths) assert.match(readFileSync(join(root, path), "utf8"), /^<svg/);
}

/** The script beside the notebook is what `caderno export` writes. */
export function checkScript({ path }: CommittedChapter): void {
  execFileSync(process.execPath, [join(root, "bin/caderno.js"), "export", path, "--check"], {
    cwd: root,
    stdio: "pipe",
  });
}
