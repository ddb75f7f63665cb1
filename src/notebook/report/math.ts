/** @file Mathematics in Markdown: TeX between dollars, set when the report is written, with MathML for screen readers. */
import katex from "katex";
import type MarkdownIt from "markdown-it";
import { escapeHtml } from "../../core/html";

const MAX_LENGTH = 20_000;

/** HTML of a formula; one that cannot be read stands as its source, with the reason as its title. */
export function renderMath(tex: string, display: boolean): string {
  const html = tryRenderMath(tex, display);
  if (typeof html === "string") return html;
  const tag = display ? "div" : "span";
  return `<${tag} class="math-error" title="${escapeHtml(html.reason)}">${escapeHtml(tex)}</${tag}>`;
}

/** HTML of a formula, or why there is none. */
export function tryRenderMath(tex: string, display: boolean): string | { reason: string } {
  if (tex.length > MAX_LENGTH) return { reason: `The formula is longer than ${MAX_LENGTH} characters.` };
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      // MathML alone looks right only where a mathematical font is installed, which few Linux desktops have.
      output: "htmlAndMathml",
      throwOnError: true,
      strict: false,
      trust: false,
      errorColor: "var(--bad)",
      maxExpand: 1000,
      maxSize: 20,
    });
    // A wide formula scrolls by itself rather than widen the page.
    return display ? `<div class="math-display">${html}</div>` : html;
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Teaches a Markdown reader `$…$`, `$$…$$` and bare `\begin{…}…\end{…}` blocks. `replace` is given each formula, and
 * what `render` was given beside the source, and answers the HTML that stands for it.
 */
export function addMath(
  markdown: MarkdownIt.MarkdownIt,
  replace: (tex: string, display: boolean, env: unknown) => string,
): void {
  markdown.inline.ruler.after("escape", "math_inline", (state, silent) => {
    const formula = inlineFormula(state.src, state.pos, state.posMax);
    if (formula === undefined) return false;
    if (!silent) {
      const token = state.push("math", "", 0);
      token.content = formula.tex;
      token.meta = { display: formula.display };
    }
    state.pos = formula.end;
    return true;
  });
  markdown.block.ruler.before(
    "paragraph",
    "math_block",
    (state, startLine, endLine, silent) => {
      const first = lineAt(state, startLine);
      const environment = /^\\begin\{([a-zA-Z]+\*?)\}/.exec(first)?.[1];
      const closing = environment === undefined ? "$$" : `\\end{${environment}}`;
      if (environment === undefined && !first.startsWith("$$")) return false;
      for (let line = startLine; line < endLine; line++) {
        const text = lineAt(state, line);
        const found = text.indexOf(closing, line === startLine ? 2 : 0);
        if (found < 0) {
          if (text === "" && environment === undefined && line === startLine + 1) return false;
          continue;
        }
        // Text after the end belongs to a paragraph: the inline rule takes such a formula.
        if (text.slice(found + closing.length).trim() !== "") return false;
        if (silent) return true;
        const source = state.getLines(startLine, line + 1, state.blkIndent, false).trim();
        const token = state.push("math", "", 0);
        token.block = true;
        token.content = environment === undefined ? source.slice(2, -2) : source;
        token.meta = { display: true };
        state.line = line + 1;
        return true;
      }
      return false;
    },
    { alt: ["paragraph", "reference", "blockquote", "list"] },
  );
  markdown.renderer.rules.math = (tokens, index, _options, env) => {
    const token = tokens[index];
    return token === undefined ? "" : replace(token.content, token.meta?.display === true, env);
  };
}

interface BlockLines {
  src: string;
  bMarks: number[];
  tShift: number[];
  eMarks: number[];
}

function lineAt(state: BlockLines, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0).trimEnd();
}

/**
 * The formula that starts at `start`, by Pandoc's rule: no space after the opening dollar nor before the closing one,
 * and no digit after it, so that "from $5 to $10" stays money.
 */
function inlineFormula(
  source: string,
  start: number,
  limit: number,
): { tex: string; display: boolean; end: number } | undefined {
  if (source[start] !== "$") return undefined;
  if (source[start + 1] === "$") {
    const close = source.indexOf("$$", start + 2);
    if (close < 0 || close + 2 > limit || close === start + 2) return undefined;
    return { tex: source.slice(start + 2, close), display: true, end: close + 2 };
  }
  if (/\s/.test(source[start + 1] ?? " ")) return undefined;
  const furthest = Math.min(limit, start + MAX_LENGTH);
  for (let at = start + 1; at < furthest; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === "$") {
      if (at === start + 1 || /\s/.test(source[at - 1] ?? "") || /\d/.test(source[at + 1] ?? "")) return undefined;
      return { tex: source.slice(start + 1, at), display: false, end: at + 1 };
    }
  }
  return undefined;
}
