/** @file Draws assets/figures/02-file-to-splits.svg: what happens between a CSV file and two splits. */
import { join } from "node:path";
import { writeFileAtomicSync } from "../../src/core/atomic-write";
import { findProjectRoot } from "../../src/core/project-root";

const INK = "#3d4a5c";
const BLUE = "#0072b2";
const ORANGE = "#b35900";

const box = (x: number, y: number, width: number, height: number, title: string, line: string, color = INK): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="#eef1f5" stroke="${color}" stroke-width="1.5"/>` +
  `<text x="${x + width / 2}" y="${y + height / 2 - 3}" text-anchor="middle" font-size="14" font-weight="600" fill="${color}">${title}</text>` +
  `<text x="${x + width / 2}" y="${y + height / 2 + 15}" text-anchor="middle" font-size="12" fill="${INK}">${line}</text>`;

const arrow = (path: string, x: number, y: number, label: string): string =>
  `<path d="${path}" fill="none" stroke="#7b8794" stroke-width="2" marker-end="url(#head)"/>` +
  `<text x="${x}" y="${y}" text-anchor="middle" font-size="12" fill="#7b8794">${label}</text>`;

const figure = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 170" width="640" height="170" role="img" font-family="system-ui, sans-serif">
<title>A CSV file is read once into columns. A Dataset is a view of these columns; a split is a view of some of its rows.</title>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="#7b8794"/></marker></defs>
${box(4, 55, 120, 60, "redacoes.csv", "text on disk")}
${box(184, 55, 130, 60, "columns", "essay · score")}
${box(374, 55, 110, 60, "Dataset", "1,500 rows")}
${box(540, 10, 96, 56, "train", "1,200 rows", BLUE)}
${box(540, 104, 96, 56, "test", "300 rows", ORANGE)}
${arrow("M128 85 H178", 153, 77, "read")}
${arrow("M318 85 H368", 343, 77, "Arrow")}
${arrow("M488 76 L534 42", 500, 50, "80 %")}
${arrow("M488 94 L534 128", 500, 130, "20 %")}
</svg>
`;

writeFileAtomicSync(join(findProjectRoot(__dirname), "assets/figures/02-file-to-splits.svg"), figure);
console.log("assets/figures/02-file-to-splits.svg");
