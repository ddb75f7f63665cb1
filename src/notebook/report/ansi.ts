/** @file Terminal text as HTML: colours and weights become spans, every other escape sequence is dropped. */
import { escapeHtml } from "../../core/html";

/** More spans than this are not drawn; the text goes on in the style that was last set. */
const MAX_SPANS = 20_000;

/**
 * In turn: a control sequence with its parameters and final byte, an operating system command (a title, a hyperlink),
 * any other escape. The bounds keep a hostile text from making the search quadratic.
 */
const ESCAPES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of control characters
  /(?:\u001b\[|\u009b)([0-?]{0,256})[ -/]{0,16}([@-~])|\u001b\][^\u0007\u001b]{0,4096}(?:\u0007|\u001b\\)|\u001b[PX^_][^\u001b]{0,4096}\u001b\\|\u001b[ -/]{0,16}[0-~]?|\u009b/g;

/** A colour: one of the sixteen of the theme, or a fixed one. */
type Color = number | `#${string}`;

interface Style {
  foreground: Color | undefined;
  background: Color | undefined;
  flags: ReadonlySet<Flag>;
}

type Flag = "bold" | "faint" | "italic" | "underline" | "inverse" | "conceal" | "strike";

const PLAIN: Style = { foreground: undefined, background: undefined, flags: new Set() };
const SET: Readonly<Record<number, Flag>> = {
  1: "bold",
  2: "faint",
  3: "italic",
  4: "underline",
  7: "inverse",
  8: "conceal",
  9: "strike",
  21: "underline",
};
const RESET: Readonly<Record<number, readonly Flag[]>> = {
  22: ["bold", "faint"],
  23: ["italic"],
  24: ["underline"],
  27: ["inverse"],
  28: ["conceal"],
  29: ["strike"],
};

/**
 * HTML of a text with terminal escapes: safe to stand in a page, the page's own shades for the sixteen colours.
 *
 * @example
 * ```ts
 * ansiToHtml("\u001b[1;31mno\u001b[0m <b>"); // '<span class="ansi-bold" style="color:var(--ansi-1)">no</span> &lt;b&gt;'
 * ```
 */
export function ansiToHtml(text: string): string {
  const html: string[] = [];
  let style = PLAIN;
  let end = 0;
  let spans = 0;
  const write = (part: string): void => {
    if (part === "") return;
    const attributes = spans < MAX_SPANS ? styleAttributes(style) : "";
    if (attributes !== "") spans++;
    const safe = escapeHtml(showControls(part));
    html.push(attributes === "" ? safe : `<span${attributes}>${safe}</span>`);
  };
  for (const match of text.matchAll(ESCAPES)) {
    // Sequences that change nothing must not end a span: the text around them is one piece.
    const next = match[2] === "m" && spans < MAX_SPANS ? applyParameters(style, match[1] ?? "") : style;
    write(text.slice(end, match.index));
    style = next;
    end = match.index + match[0].length;
  }
  write(text.slice(end));
  return html.join("");
}

/** The text alone. */
export function stripAnsi(text: string): string {
  return text.replace(ESCAPES, "");
}

/**
 * What a terminal would show of a text with carriage returns and backspaces: a line's last version.
 *
 * The runner has done this already for its own notebooks; others come as their front end saved them.
 */
export function settleLines(text: string): string {
  const settled = text.includes("\r")
    ? text
        .replace(/\r+\n/g, "\n")
        .split("\n")
        .map((line) => (line.includes("\r") ? lastVersion(line) : line))
        .join("\n")
    : text;
  if (!settled.includes("\b")) return settled;
  const kept: string[] = [];
  for (const character of settled) {
    if (character !== "\b") kept.push(character);
    else if (kept.length > 0 && kept.at(-1) !== "\n") kept.pop();
  }
  return kept.join("");
}

function lastVersion(line: string): string {
  return (
    line
      .split("\r")
      .filter((part) => part !== "")
      .at(-1) ?? ""
  );
}

/** Control characters as their pictures; the bell is silent. */
function showControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code === 7) return "";
    return String.fromCharCode(code === 127 ? 0x2421 : 0x2400 + code);
  });
}

function applyParameters(style: Style, parameters: string): Style {
  // Private sequences such as `ESC[?25l` share the final byte with nothing we know.
  if (/[<=>?]/.test(parameters)) return style;
  let { foreground, background } = style;
  let flags = new Set(style.flags);
  const codes = parameters.split(";").flatMap(expandColons);
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    const set = SET[code];
    if (code === 0) {
      foreground = background = undefined;
      flags = new Set();
    } else if (set !== undefined) flags.add(set);
    else if (RESET[code] !== undefined) for (const flag of RESET[code]) flags.delete(flag);
    else if (code >= 30 && code <= 37) foreground = code - 30;
    else if (code >= 40 && code <= 47) background = code - 40;
    else if (code >= 90 && code <= 97) foreground = code - 90 + 8;
    else if (code >= 100 && code <= 107) background = code - 100 + 8;
    else if (code === 39) foreground = undefined;
    else if (code === 49) background = undefined;
    else if (code === 38 || code === 48) {
      const [color, taken] = extendedColor(codes.slice(index + 1));
      if (code === 38) foreground = color ?? foreground;
      else background = color ?? background;
      index += taken;
    }
  }
  return { foreground, background, flags };
}

/** `38:2::255:0:0` is the same colour as `38;2;255;0;0`; the empty field is a colour space that nobody names. */
function expandColons(parameter: string): number[] {
  if (!parameter.includes(":")) return [Number(parameter)];
  const parts = parameter.split(":");
  if (parts[1] === "2" && parts.length > 5) parts.splice(2, 1);
  return parts.map(Number);
}

/** The colour that follows 38 or 48, and how many parameters it took. */
function extendedColor(codes: readonly number[]): [Color | undefined, number] {
  const [kind, ...rest] = codes;
  if (kind === 5) {
    const index = rest[0] ?? -1;
    return [index >= 0 && index <= 255 ? paletteColor(index) : undefined, 2];
  }
  if (kind === 2) {
    const channels = rest.slice(0, 3);
    const valid = channels.length === 3 && channels.every((value) => value >= 0 && value <= 255);
    return [valid ? hex(channels) : undefined, 4];
  }
  return [undefined, 1];
}

/** The 256 colours: sixteen of the theme, a cube of six levels a channel, twenty-four greys. */
function paletteColor(index: number): Color {
  if (index < 16) return index;
  if (index >= 232) return hex(Array<number>(3).fill(8 + (index - 232) * 10));
  const cube = index - 16;
  return hex(
    [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((level) => (level === 0 ? 0 : 55 + level * 40)),
  );
}

function hex(channels: readonly number[]): `#${string}` {
  return `#${channels.map((value) => Math.trunc(value).toString(16).padStart(2, "0")).join("")}`;
}

function styleAttributes(style: Style): string {
  const inverse = style.flags.has("inverse");
  const foreground = inverse ? (style.background ?? "var(--paper)") : style.foreground;
  const background = inverse ? (style.foreground ?? "var(--ink)") : style.background;
  const classes = [...style.flags].filter((flag) => flag !== "inverse").map((flag) => `ansi-${flag}`);
  const styles: string[] = [];
  if (foreground !== undefined) styles.push(`color:${cssColor(foreground)}`);
  if (background !== undefined) styles.push(`background:${cssColor(background)}`);
  const names = classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
  return styles.length === 0 ? names : `${names} style="${styles.join(";")}"`;
}

/** The sixteen colours are the style sheet's, light or dark with the page. */
function cssColor(color: Color | `var(${string})`): string {
  return typeof color === "number" ? `var(--ansi-${color})` : color;
}
