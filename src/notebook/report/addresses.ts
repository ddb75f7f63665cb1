/** @file Where the links and pictures of a notebook lead once it is a page of a site. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { MAX_INLINE_BYTES, MAX_PICTURE_BYTES, PICTURE_TYPES, pictureTypeOf, readBase64 } from "./picture-types";
import type { AddressRules } from "./sanitize";
import type { SiteFiles } from "./site-files";
import { anchorOf } from "./slug";

/** What a page knows of its surroundings. */
export interface Surroundings {
  /** The notebook's file. Without it no local file is read. */
  path?: string | undefined;
  /** Pictures come from inside this folder only. */
  projectRoot?: string | undefined;
  /** Absolute notebook paths to the addresses of their pages. */
  pages?: ReadonlyMap<string, string> | undefined;
  /** Takes pictures; without it they become part of the page. */
  files?: SiteFiles | undefined;
}

/** The rules for one Markdown cell: `attachments` are the pictures that the cell brings. */
export function addressRules(
  around: Surroundings,
  attachments: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): AddressRules {
  return {
    link: (href) => resolveLink(href, around),
    picture: (source) => {
      const name = /^attachment:(.*)$/s.exec(source)?.[1];
      if (name !== undefined) return attachedPicture(attachments[decode(name)] ?? attachments[name], decode(name));
      return resolvePicture(source, around);
    },
  };
}

function resolveLink(href: string, around: Surroundings): { href: string } | { reason: string } {
  const address = href.trim();
  if (address.startsWith("#")) return { href: `#${encodeURIComponent(anchorOf(decode(address.slice(1))))}` };
  if (/^(?:https?:\/\/|mailto:)/i.test(address)) return { href: address };
  const local = localPath(address, around);
  if (local === undefined) return { reason: "This address is not followed." };
  const page = around.pages?.get(local.path);
  if (page === undefined) return { reason: `Not part of this report: ${decode(address).slice(0, 200)}` };
  const anchor = anchorOf(local.fragment);
  return { href: anchor === "" ? page : `${page}#${encodeURIComponent(anchor)}` };
}

function resolvePicture(source: string, around: Surroundings): { source: string } | { reason: string } {
  const address = source.trim();
  if (/^data:/i.test(address)) return dataPicture(address);
  if (/^(?:https?:)?\/\//i.test(address))
    return { reason: `a picture on the network, not loaded: ${address.slice(0, 200)}` };
  const local = localPath(address, around);
  if (local === undefined || around.projectRoot === undefined)
    return { reason: "a picture that is not part of the project" };
  const type = pictureTypeOf(local.path);
  if (type === undefined) return { reason: "not a picture that a report shows" };
  try {
    const file = realpathSync(local.path);
    // The check is on the real path: a link inside the project may point out of it.
    if (!isInside(file, realpathSync(around.projectRoot)) || pictureTypeOf(file) === undefined) {
      return { reason: "a picture outside the project" };
    }
    const size = statSync(file);
    if (!size.isFile() || size.size > MAX_PICTURE_BYTES) return { reason: "a picture too large for a report" };
    const bytes = readFileSync(file);
    const kept =
      around.files === undefined || type === "image/svg+xml" || bytes.byteLength <= MAX_INLINE_BYTES
        ? undefined
        : around.files.addByContent("pictures", PICTURE_TYPES.get(type) ?? "bin", bytes);
    return { source: kept ?? `data:${type};base64,${bytes.toString("base64")}` };
  } catch {
    return { reason: `a picture that was not found: ${decode(address).slice(0, 200)}` };
  }
}

/** A `data:` address of a known picture type, written anew so that nothing else rides along. */
function dataPicture(address: string): { source: string } | { reason: string } {
  const match = /^data:(image\/[a-z+]+)((?:;[\w=-]+)*),(.*)$/is.exec(address);
  const type = match?.[1]?.toLowerCase() ?? "";
  const payload = match?.[3] ?? "";
  if (!PICTURE_TYPES.has(type) || payload.length > MAX_PICTURE_BYTES)
    return { reason: "not a picture that a report shows" };
  if (!/;base64$/i.test(match?.[2] ?? "")) {
    return { source: `data:${type};base64,${Buffer.from(decode(payload), "utf8").toString("base64")}` };
  }
  const base64 = readBase64(decode(payload));
  return base64 === undefined
    ? { reason: "a picture that cannot be read" }
    : { source: `data:${type};base64,${base64}` };
}

function attachedPicture(
  bundle: Readonly<Record<string, string>> | undefined,
  name: string,
): { source: string } | { reason: string } {
  for (const [type, content] of Object.entries(bundle ?? {})) {
    if (!PICTURE_TYPES.has(type) || typeof content !== "string" || content.length > MAX_PICTURE_BYTES) continue;
    const base64 =
      type === "image/svg+xml" && /^\s*</.test(content)
        ? Buffer.from(content, "utf8").toString("base64")
        : readBase64(content);
    if (base64 !== undefined) return { source: `data:${type};base64,${base64}` };
  }
  return { reason: `an attachment that is missing or not a picture: ${name.slice(0, 200)}` };
}

/** The file that a relative address names, or undefined for every other kind of address. */
function localPath(address: string, around: Surroundings): { path: string; fragment: string } | undefined {
  if (around.path === undefined || address === "" || /^[a-z][a-z\d+.-]*:/i.test(address) || /^[\\/]/.test(address))
    return undefined;
  const [before = "", fragment = ""] = address.split("#", 2);
  const path = decode(before.split("?", 1)[0] ?? "");
  if (path === "" || path.includes("\0") || isAbsolute(path)) return undefined;
  return { path: resolve(dirname(around.path), path), fragment: decode(fragment) };
}

function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
