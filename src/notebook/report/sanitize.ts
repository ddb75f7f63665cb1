/** @file HTML from a notebook made harmless: what may stand in a page, and whether a piece of HTML needs a frame. */
import sanitize from "sanitize-html";
import { anchorOf } from "./slug";

type Attributes = Record<string, string>;

const TAGS = [
  ..."a abbr article b blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption".split(
    " ",
  ),
  ..."figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong".split(
    " ",
  ),
  ..."sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split(" "),
];

const LENGTH = /^(?:0|\d{1,4}(?:\.\d+)?(?:px|em|rem|ch|%|pt))$/;
const WORD = /^[a-z-]{1,24}$/;
const COLOR = /^(?:[a-z]{3,24}|#[0-9a-f]{3,8}|rgba?\([\d\s.,%/]{1,40}\)|hsla?\([\d\s.,%/deg]{1,40}\))$/i;
const LENGTHS = /^(?:(?:0|\d{1,3}(?:\.\d+)?(?:px|em|rem|ch|%|pt)|auto)\s*){1,4}$/;
const BORDER = /^[\w\s#.%-]{1,60}$/;

/** Nothing here moves an element out of its place: no `position`, no `z-index`, no negative margin, no `url()`. */
const QUIET_STYLES: Record<string, RegExp[]> = {
  "text-align": [WORD],
  "vertical-align": [WORD],
  "font-weight": [/^(?:[a-z]+|[1-9]00)$/],
  "font-style": [WORD],
  "font-family": [/^[\w\s,'"-]{1,120}$/],
  "font-size": [LENGTH],
  "font-variant-numeric": [WORD],
  "text-decoration": [/^[a-z\s-]{1,40}$/],
  "white-space": [WORD],
  width: [LENGTH],
  "max-width": [LENGTH],
  "min-width": [LENGTH],
  height: [LENGTH],
  padding: [LENGTHS],
  margin: [LENGTHS],
  border: [BORDER],
  opacity: [/^(?:0?\.\d+|1)$/],
  "border-collapse": [WORD],
  "border-spacing": [LENGTHS],
  overflow: [/^(?:auto|hidden|scroll)$/],
  "overflow-x": [/^(?:auto|hidden|scroll)$/],
  "line-height": [/^[\d.]{1,5}(?:px|em|%)?$/],
};
for (const side of ["top", "right", "bottom", "left"]) {
  QUIET_STYLES[`padding-${side}`] = [LENGTHS];
  QUIET_STYLES[`margin-${side}`] = [LENGTHS];
  QUIET_STYLES[`border-${side}`] = [BORDER];
}
const STYLES: Record<string, RegExp[]> = {
  ...QUIET_STYLES,
  color: [COLOR],
  "background-color": [COLOR],
  background: [COLOR],
};

/** Attributes that plain HTML may carry without meaning anything to a page of ours. */
const HARMLESS =
  /^(?:data-[\w-]+|aria-[\w-]+|id|class|title|lang|dir|align|valign|border|role|scope|colspan|rowspan|open|style|cellpadding|cellspacing|tabindex)$/;

/** What a page decides about the addresses in a piece of HTML. */
export interface AddressRules {
  /** Where a link leads, or why it leads nowhere. */
  link(href: string): { href: string } | { reason: string };
  /** Where a picture is, or what stands in its place. */
  picture(source: string): { source: string } | { reason: string };
}

/** HTML that can stand in a page: no script, no handler, no address that `rules` does not know, nothing out of place. */
export function sanitizeHtml(html: string, rules: AddressRules): string {
  return sanitize(html, {
    allowedTags: TAGS,
    allowedAttributes: {
      "*": ["id", "title", "lang", "dir", "align", "style", "class"],
      a: ["href", "rel"],
      img: ["src", "alt", "width", "height", "loading"],
      ol: ["start", "type", "reversed"],
      li: ["value"],
      td: ["colspan", "rowspan"],
      th: ["colspan", "rowspan", "scope"],
      details: ["open"],
      time: ["datetime"],
    },
    allowedClasses: {
      "*": ["math-error"],
      code: ["hljs", "language-*"],
      span: [
        "hljs-*",
        "function_",
        "class_",
        "inherited__",
        "language_",
        "constant_",
        "invoke__",
        "unlinked",
        "no-picture",
      ],
      pre: ["highlighted"],
      table: ["dataframe"],
    },
    allowedStyles: { "*": STYLES },
    allowedSchemes: ["http", "https", "mailto"],
    allowedSchemesByTag: { img: ["data"] },
    allowProtocolRelative: false,
    enforceHtmlBoundary: false,
    nestingLimit: 60,
    transformTags: {
      "*": (tag, attributes) => ({ tagName: tag, attribs: withCommon(attributes) }),
      a: (_tag, attributes) => linkTag(withCommon(attributes), rules),
      img: (_tag, attributes) => pictureTag(withCommon(attributes), rules),
    },
  });
}

function withCommon(attributes: Attributes): Attributes {
  const { id, style, ...rest } = attributes;
  const anchor = id === undefined ? "" : anchorOf(id);
  return {
    ...rest,
    ...(anchor === "" ? {} : { id: anchor }),
    ...(style === undefined ? {} : { style: readableStyle(style) }),
  };
}

/** A background of its own needs a text colour of its own: the page's may be light. */
function readableStyle(style: string): string {
  const background = /(?:^|;)\s*background(?:-color)?\s*:([^;]*)/i.exec(style)?.[1]?.trim() ?? "";
  return COLOR.test(background) && !/(?:^|;)\s*color\s*:/i.test(style) ? `${style};color:#1f2328` : style;
}

function linkTag(attributes: Attributes, rules: AddressRules): sanitize.Tag {
  const { href, name, rel: _rel, ...rest } = attributes;
  const anchor = name === undefined || rest.id !== undefined ? "" : anchorOf(name);
  const common = anchor === "" ? rest : { ...rest, id: anchor };
  if (href === undefined) return { tagName: "span", attribs: common };
  const target = rules.link(href);
  if ("reason" in target) return { tagName: "span", attribs: { ...common, class: "unlinked", title: target.reason } };
  return { tagName: "a", attribs: { ...common, href: target.href, rel: "noopener noreferrer" } };
}

function pictureTag(attributes: Attributes, rules: AddressRules): sanitize.Tag {
  const { src, alt, width, height, ...rest } = attributes;
  const picture = rules.picture(src ?? "");
  if ("reason" in picture) {
    const text = alt === undefined || alt === "" ? picture.reason : `${alt} (${picture.reason})`;
    return { tagName: "span", attribs: { class: "no-picture" }, text };
  }
  const size = (value: string | undefined): boolean => value !== undefined && /^\d{1,4}%?$/.test(value);
  return {
    tagName: "img",
    attribs: {
      ...rest,
      src: picture.source,
      alt: alt ?? "",
      loading: "lazy",
      ...(size(width) ? { width: width ?? "" } : {}),
      ...(size(height) ? { height: height ?? "" } : {}),
    },
  };
}

/**
 * Whether a piece of HTML loses nothing that matters when it is sanitized: tables and text without scripts, style
 * sheets, colours of their own or pictures. Everything else is shown in a frame of its own.
 */
export function isPlainHtml(html: string): boolean {
  let plain = true;
  sanitize(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    enforceHtmlBoundary: false,
    parseStyleAttributes: false,
    onOpenTag: (name, attributes) => {
      plain &&=
        name !== "img" &&
        TAGS.includes(name) &&
        Object.entries(attributes).every(([key, value]) => isPlainAttribute(name, key, value));
    },
  });
  return plain;
}

function isPlainAttribute(tag: string, name: string, value: string): boolean {
  if (tag === "a" && name === "href") return /^(?:https?:|mailto:|#)/i.test(value);
  if (name === "style") return value.split(";").every((part) => part.trim() === "" || isQuiet(part));
  return HARMLESS.test(name) || (tag === "ol" && (name === "start" || name === "type"));
}

function isQuiet(declaration: string): boolean {
  const colon = declaration.indexOf(":");
  const patterns = QUIET_STYLES[declaration.slice(0, colon).trim().toLowerCase()];
  const value = declaration.slice(colon + 1).trim();
  return patterns?.some((pattern) => pattern.test(value)) ?? false;
}
