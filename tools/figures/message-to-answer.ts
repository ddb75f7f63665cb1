/** @file Draws assets/figures/09-message-to-answer.svg: how a conversation becomes one line, and the answer a new message. */
import { join } from "node:path";
import { writeFileAtomicSync } from "../../src/core/atomic-write";
import { findProjectRoot } from "../../src/core/project-root";

const INK = "#3d4a5c";
const BLUE = "#0072b2";
const GREY = "#5f6b7a";

const box = (x: number, y: number, width: number, title: string, line: string, color = INK): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="56" rx="8" fill="#eef1f5" stroke="${color}" stroke-width="1.5"/>` +
  `<text x="${x + width / 2}" y="${y + 25}" text-anchor="middle" font-size="14" font-weight="600" fill="${color}">${title}</text>` +
  `<text x="${x + width / 2}" y="${y + 43}" text-anchor="middle" font-size="12" fill="${INK}">${line}</text>`;

const arrow = (path: string, x: number, y: number, label: string): string =>
  `<path d="${path}" fill="none" stroke="${GREY}" stroke-width="2" marker-end="url(#head)"/>` +
  `<text x="${x}" y="${y}" text-anchor="middle" font-size="12" fill="${GREY}">${label}</text>`;

const figure = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 176" width="640" height="176" role="img" font-family="system-ui, sans-serif">
<title>A list of messages becomes one line by the chat template, the line becomes ids, the model continues them, and what it adds becomes the next message of the list.</title>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="${GREY}"/></marker></defs>
${box(4, 40, 130, "messages", "role · content", BLUE)}
${box(210, 40, 130, "one line", "with marks")}
${box(396, 40, 90, "ids", "numbers")}
${box(546, 40, 90, "model", "continues", BLUE)}
${arrow("M138 68 H204", 171, 60, "template")}
${arrow("M344 68 H390", 367, 60, "cut")}
${arrow("M490 68 H540", 515, 60, "read")}
${arrow("M591 100 V146 H69 V102", 330, 140, "new ids, decoded, up to the mark that ends a turn: the next message")}
</svg>
`;

writeFileAtomicSync(join(findProjectRoot(__dirname), "assets/figures/09-message-to-answer.svg"), figure);
console.log("assets/figures/09-message-to-answer.svg");
