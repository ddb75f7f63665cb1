/** @file The picture formats that a page shows, and how much of one it carries itself. */

/** Media types to file extensions. A picture of any of them runs no script where it stands in an `<img>`. */
export const PICTURE_TYPES: ReadonlyMap<string, string> = new Map([
  ["image/png", "png"],
  ["image/jpeg", "jpg"],
  ["image/gif", "gif"],
  ["image/webp", "webp"],
  ["image/svg+xml", "svg"],
]);

/** Larger pictures become files beside the pages, where there is a site to hold them. */
export const MAX_INLINE_BYTES: number = 64 * 1024;

/** Larger ones are not shown. */
export const MAX_PICTURE_BYTES: number = 32 * 1024 * 1024;

/** The media type of a file by its extension, or undefined when it is no picture. */
export function pictureTypeOf(path: string): string | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase().replace("jpeg", "jpg");
  for (const [type, known] of PICTURE_TYPES) if (known === extension) return type;
  return undefined;
}

/** The payload of a base64 text, or undefined when it is not one. Line breaks are allowed. */
export function readBase64(text: string): string | undefined {
  const flat = text.replace(/\s+/g, "");
  return flat !== "" && /^[A-Za-z0-9+/]+={0,2}$/.test(flat) ? flat : undefined;
}
