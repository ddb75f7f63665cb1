/** @file A picture that a cell showed, as an `<img>`: nothing in it can run. */
import { escapeHtml } from "../../core/html";
import type { OutputData } from "../format/types";
import { stripAnsi } from "./ansi";
import { isRecord } from "./live-output";
import { MAX_INLINE_BYTES, MAX_PICTURE_BYTES, PICTURE_TYPES, readBase64 } from "./picture-types";
import type { SiteFiles } from "./site-files";

/** SVG first: it is sharp at any size. */
const ORDER = ["image/svg+xml", "image/png", "image/webp", "image/jpeg", "image/gif"];

/** What a picture is rendered with. */
export interface PictureContext {
  files?: SiteFiles | undefined;
  fileStem: string;
  /** What the picture shows, where its metadata does not say. */
  alt: string;
}

/** The first picture of a bundle that can be read, or undefined. */
export function renderPicture(
  data: OutputData,
  metadata: Record<string, unknown>,
  context: PictureContext,
): string | undefined {
  for (const type of ORDER) {
    const content = data[type];
    if (typeof content !== "string" || content === "") continue;
    const source = pictureSource(type, content, context);
    if (source === undefined) continue;
    if (source === "too large")
      return `<p class="output note">A picture of ${type} that is too large for a report.</p>`;
    const hints = metadata[type];
    return pictureTag(source, isRecord(hints) ? hints : metadata, context.alt);
  }
  return undefined;
}

function pictureSource(type: string, content: string, context: PictureContext): string | undefined {
  if (content.length > MAX_PICTURE_BYTES) return "too large";
  // Opened by itself an SVG file would run its scripts; inside the page's own address it never does.
  if (type === "image/svg+xml" && content.includes("<")) {
    // Inside an <img> an SVG without its namespace is not a picture.
    const named = content.replace(/<svg(?=[\s>])(?![^>]*\sxmlns=)/, '<svg xmlns="http://www.w3.org/2000/svg"');
    return `data:${type};base64,${Buffer.from(named, "utf8").toString("base64")}`;
  }
  const base64 = readBase64(content);
  if (base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, "base64");
  if (type === "image/svg+xml" || bytes.byteLength <= MAX_INLINE_BYTES || context.files === undefined) {
    return `data:${type};base64,${base64}`;
  }
  return context.files.add(`outputs/${context.fileStem}.${PICTURE_TYPES.get(type) ?? "bin"}`, bytes) ?? "too large";
}

function pictureTag(source: string, hints: Record<string, unknown>, words: string): string {
  const alt = typeof hints.alt === "string" ? hints.alt : readableAlt(words);
  const size = (["width", "height"] as const)
    .map((side) => [side, hints[side]] as const)
    .filter(([, value]) => typeof value === "number" && value > 0 && value <= 10_000)
    .map(([side, value]) => ` ${side}="${Math.round(Number(value))}"`)
    .join("");
  const address = source.startsWith("data:") ? source : encodeURI(source);
  return `<div class="output picture"><img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" loading="lazy"${size}></div>`;
}

/** A kernel's text for a picture: its first paragraph, unless that is only an object's name. */
function readableAlt(words: string): string {
  const plain = stripAnsi(words).trim();
  return /^<.*>$|^\[object/.test(plain) ? "A picture" : (plain.split(/\n\s*\n/, 1)[0] ?? "").slice(0, 300);
}
