/** @file A Markdown cell as HTML that can stand in a page. */
import { randomBytes } from "node:crypto";
import MarkdownIt from "markdown-it";
import { escapeHtml } from "../../core/html";
import { highlightCode } from "./highlight";
import { addMath, renderMath } from "./math";
import { type AddressRules, sanitizeHtml } from "./sanitize";
import { anchorOf, type UniqueNames } from "./slug";

/** Longer texts are shown as they were typed. */
const MAX_LENGTH = 500_000;

/** A heading that was met, for the table of contents. */
export interface Heading {
  /** 1 to 6. */
  level: number;
  text: string;
  anchor: string;
}

/** What a piece of Markdown is read with. */
export interface MarkdownContext {
  rules: AddressRules;
  /** Anchors that are taken in this page. */
  anchors: Pick<UniqueNames, "take">;
  /** Is told of every heading, in order. */
  onHeading?: (heading: Heading) => void;
}

interface RenderState extends MarkdownContext {
  formulas: string[];
  /** Stands for a formula until its HTML goes in; random, so that no source can name another's place. */
  mark: string;
}

let reader: MarkdownIt.MarkdownIt | undefined;

/**
 * Sanitized HTML of a Markdown text, formulas drawn and code coloured.
 *
 * Formulas go in after sanitizing: their HTML is KaTeX's, and the allow-list for a notebook's own stays free of it.
 */
export function renderMarkdown(source: string, context: MarkdownContext): string {
  if (source.length > MAX_LENGTH) return `<pre class="plain">${escapeHtml(source.slice(0, MAX_LENGTH))}…</pre>`;
  const state: RenderState = { ...context, formulas: [], mark: `formula${randomBytes(12).toString("hex")}x` };
  reader ??= createReader();
  const html = sanitizeHtml(reader.render(source, { state }), context.rules);
  return html.replaceAll(
    new RegExp(`${state.mark}(\\d+);`, "g"),
    (_match, index: string) => state.formulas[Number(index)] ?? "",
  );
}

function createReader(): MarkdownIt.MarkdownIt {
  const markdown = new MarkdownIt({ html: true, linkify: true, highlight: (code, language) => fence(code, language) });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  // Addresses are judged when the HTML is sanitized, which sees those of raw HTML as well.
  markdown.validateLink = () => true;
  addMath(markdown, (tex, display, env) => {
    const { formulas, mark } = (env as { state: RenderState }).state;
    formulas.push(renderMath(tex, display));
    return `${mark}${formulas.length - 1};`;
  });
  markdown.core.ruler.push("page_anchors", (core) => {
    const { anchors, onHeading } = (core.env as { state: RenderState }).state;
    for (const [index, token] of core.tokens.entries()) {
      const inline = core.tokens[index + 1];
      if (token.type !== "heading_open" || inline === undefined) continue;
      const text = plainText(inline.children ?? []).trim();
      const anchor = anchors.take(anchorOf(text) || "section");
      token.attrSet("id", anchor);
      onHeading?.({ level: Number(token.tag.slice(1)), text, anchor });
    }
  });
  return markdown;
}

function fence(code: string, language: string): string {
  const name = /^[\w+#-]{1,30}/.exec(language)?.[0]?.toLowerCase();
  return `<pre class="highlighted"><code class="hljs">${highlightCode(code, name)}</code></pre>`;
}

interface TextToken {
  type: string;
  content: string;
  children: TextToken[] | null;
}

/** A heading's words: its text, code and formulas, without marks and tags. */
function plainText(tokens: readonly TextToken[]): string {
  return tokens
    .map((token) => {
      if (token.type === "text" || token.type === "code_inline" || token.type === "math") return token.content;
      if (token.type === "image") return plainText(token.children ?? []);
      return token.type === "softbreak" ? " " : "";
    })
    .join("");
}
