/** @file Draws assets/figures/course-map-NN.svg: the course as a strip, with "you are here" at chapter NN. */
import { join } from "node:path";
import { writeFileAtomicSync } from "../../src/core/atomic-write";
import { escapeHtml } from "../../src/core/html";
import { findProjectRoot } from "../../src/core/project-root";

const CHAPTERS: readonly [title: string, question: string][] = [
  ["Zero-shot", "no training yet"],
  ["Data", "load, look, split"],
  ["Tokens", "text to numbers"],
  ["Labels", "scores to classes"],
  ["Fine-tune", "teach it our task"],
  ["Inference", "ask, and check"],
  ["Trainer", "the other way"],
  ["Decoding", "word by word"],
  ["Chat", "whose turn it is"],
  ["The Hub", "give it away"],
];
const WRITTEN: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const BOX = { width: 116, height: 58, gap: 11, perRow: 5 };
const INK = "#3d4a5c";
const HERE = "#0072b2";

function courseMap(here: number): string {
  const boxes = CHAPTERS.map(([title, question], index) => {
    const chapter = index + 1;
    const x = 4 + (index % BOX.perRow) * (BOX.width + BOX.gap);
    const y = 26 + Math.floor(index / BOX.perRow) * (BOX.height + 34);
    const lit = chapter === here;
    const fill = lit ? HERE : "#eef1f5";
    const text = lit ? "#ffffff" : INK;
    const label = `<text x="${x + 10}" y="${y + 24}" font-size="13" font-weight="600" fill="${text}">${chapter} · ${escapeHtml(title)}</text>`;
    const small = `<text x="${x + 10}" y="${y + 44}" font-size="11" fill="${text}">${escapeHtml(question)}</text>`;
    const marker = lit
      ? `<text x="${x + BOX.width / 2}" y="${y - 8}" font-size="12" font-weight="600" text-anchor="middle" fill="${HERE}">you are here</text>`
      : "";
    const arrow =
      index % BOX.perRow === BOX.perRow - 1 || chapter === CHAPTERS.length
        ? ""
        : `<path d="M${x + BOX.width + 2} ${y + BOX.height / 2} h${BOX.gap - 6} m-4 -4 l4 4 l-4 4" fill="none" stroke="${HERE}" stroke-width="2"/>`;
    return `${marker}<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="8" fill="${fill}" stroke="${INK}" stroke-opacity="0.25"/>${label}${small}${arrow}`;
  });
  const title = `The course in ten chapters. You are at chapter ${here}, ${CHAPTERS[here - 1]?.[0]}.`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 186" width="640" height="186" role="img" font-family="system-ui, sans-serif"><title>${title}</title>${boxes.join("")}</svg>\n`;
}

for (const chapter of WRITTEN) {
  const name = `course-map-${String(chapter).padStart(2, "0")}.svg`;
  writeFileAtomicSync(join(findProjectRoot(__dirname), "assets/figures", name), courseMap(chapter));
  console.log(`assets/figures/${name}`);
}
