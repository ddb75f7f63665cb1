/** @file Text as line comments, which nothing in the text can end. */

/** Every line of a text behind `// `; whatever JavaScript takes for a line end counts as one. */
export function commentLines(text: string): string[] {
  return text
    .trimEnd()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `// ${line}`.trimEnd());
}

/** The line that opens a cell in the percent format that editors know: `// %% [markdown] tags=["a"]`. */
export function cellHeading(type: "code" | "markdown" | "raw", tags: readonly string[] = []): string {
  const kind = type === "code" ? "" : ` [${type}]`;
  const list = tags.length === 0 ? "" : ` tags=${JSON.stringify(tags)}`;
  return commentLines(`%%${kind}${list}`).join(" ");
}
