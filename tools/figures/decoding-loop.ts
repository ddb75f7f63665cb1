/** @file Draws assets/figures/08-decoding-loop.svg: how probabilities become a text, one token after another. */
import { join } from "node:path";
import { writeFileAtomicSync } from "../../src/core/atomic-write";
import { findProjectRoot } from "../../src/core/project-root";

const INK = "#3d4a5c";
const BLUE = "#0072b2";
const GREY = "#5f6b7a";
/** What follows "en un", as in the chapter's example by hand. */
const SHARES: readonly [word: string, share: number][] = [
  ["lugar", 0.4],
  ["gran", 0.3],
  ["libro", 0.15],
  ["molino", 0.1],
  ["día", 0.05],
];

const box = (x: number, width: number, title: string, line: string, color = INK): string =>
  `<rect x="${x}" y="46" width="${width}" height="56" rx="8" fill="#eef1f5" stroke="${color}" stroke-width="1.5"/>` +
  `<text x="${x + width / 2}" y="71" text-anchor="middle" font-size="14" font-weight="600" fill="${color}">${title}</text>` +
  `<text x="${x + width / 2}" y="89" text-anchor="middle" font-size="12" fill="${INK}">${line}</text>`;

const arrow = (path: string): string =>
  `<path d="${path}" fill="none" stroke="${GREY}" stroke-width="2" marker-end="url(#head)"/>`;

const bars = SHARES.map(([word, share], place) => {
  const y = 24 + place * 21;
  return (
    `<text x="334" y="${y + 12}" text-anchor="end" font-size="12" fill="${INK}">${word}</text>` +
    `<rect x="340" y="${y}" width="${share * 160}" height="15" rx="2" fill="${BLUE}"/>` +
    `<text x="${346 + share * 160}" y="${y + 12}" font-size="12" fill="${GREY}">${share}</text>`
  );
}).join("");

const figure = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 186" width="640" height="186" role="img" font-family="system-ui, sans-serif">
<title>A text goes into the model, the model gives a probability to every token, a rule picks one, and the token is put behind the text, which goes into the model again.</title>
<rect width="640" height="186" rx="8" fill="#ffffff"/>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="${GREY}"/></marker></defs>
${box(8, 110, "en un …", "the text so far")}
${box(160, 94, "model", "fixed", BLUE)}
${bars}
${box(494, 138, "a rule picks", "this chapter", BLUE)}
${arrow("M122 74 H154")}
${arrow("M258 74 H280")}
${arrow("M450 74 H488")}
${arrow("M563 106 V152 H63 V108")}
<text x="313" y="170" text-anchor="middle" font-size="12" fill="${GREY}">the token that was picked goes behind the text, and round again</text>
</svg>
`;

writeFileAtomicSync(join(findProjectRoot(__dirname), "assets/figures/08-decoding-loop.svg"), figure);
console.log("assets/figures/08-decoding-loop.svg");
