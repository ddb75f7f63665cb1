/** @file A file before it is read: that it is there, how large it is, and that it is not of another kind. */
import { open, readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { messageOf } from "../../core/errors";
import { nearestName } from "../../core/suggest";
import { DatasetError } from "../dataset-error";

/** A file that is there. */
export interface InputFile {
  /** As the user wrote it, for messages. */
  path: string;
  /** The absolute path. */
  absolute: string;
  /** The file's size in bytes. */
  bytes: number;
}

const SAMPLE_BYTES = 65_536;

interface Signature {
  bytes: readonly number[];
  what: string;
  hint: string;
}

const SIGNATURES: readonly Signature[] = [
  { bytes: [0x50, 0x41, 0x52, 0x31], what: "a Parquet file", hint: 'Load it with `loadDataset("parquet", …)`.' },
  {
    bytes: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
    what: "an Arrow file",
    hint: 'Load it with `loadDataset("arrow", …)`.',
  },
  { bytes: [0x1f, 0x8b], what: "compressed with gzip", hint: "Unpack it first: `gunzip FILE`." },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: "a ZIP archive or an Excel workbook",
    hint: "Unpack it, or save the sheet as text.",
  },
  { bytes: [0xff, 0xfe], what: "UTF-16 text", hint: "Save it as UTF-8." },
  { bytes: [0xfe, 0xff], what: "UTF-16 text", hint: "Save it as UTF-8." },
];

/** Looks for the file. One that is missing, empty or no file is a DatasetError. */
export async function inputFile(path: string, emptyHint: string): Promise<InputFile> {
  const absolute = resolve(path);
  const status = await stat(absolute).catch(async (error: unknown) => {
    const missing = error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
    if (missing) {
      throw new DatasetError("file-missing", `There is no file \`${path}\`.`, {
        path,
        hint: await nearbyFiles(path, absolute),
      });
    }
    throw unreadable(path, error);
  });
  if (!status.isFile()) {
    const what = status.isDirectory() ? "a folder" : "not a regular file";
    throw new DatasetError("not-a-file", `\`${path}\` is ${what}.`, {
      path,
      hint: 'Name a file, a list of them, or a pattern such as "data/*.csv".',
    });
  }
  if (status.size === 0) throw new DatasetError("file-empty", `\`${path}\` is empty.`, { path, hint: emptyHint });
  return { path, absolute, bytes: status.size };
}

/** A file that begins like another format, or with bytes that no text has, is a DatasetError. */
export async function checkText(file: InputFile, format: string): Promise<void> {
  const { path } = file;
  const sample = await firstBytes(file, SAMPLE_BYTES);
  const signature = SIGNATURES.find((known) => known.bytes.every((byte, index) => sample[index] === byte));
  if (signature !== undefined) {
    throw new DatasetError("not-text", `\`${path}\` is ${signature.what}, not ${format}.`, {
      path,
      hint: signature.hint,
    });
  }
  const place = sample.indexOf(0);
  if (place !== -1) {
    throw new DatasetError("not-text", `\`${path}\` is not a text file: its byte ${place} is zero.`, {
      path,
      hint: `Name a file of ${format}.`,
    });
  }
}

/** The file's first bytes, at most `count`. */
export async function firstBytes({ path, absolute }: InputFile, count: number): Promise<Uint8Array> {
  try {
    const file = await open(absolute);
    try {
      const buffer = new Uint8Array(count);
      const { bytesRead } = await file.read(buffer, 0, count, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The file that was probably meant, or where a relative path starts. */
export async function nearbyFiles(path: string, absolute: string): Promise<string> {
  const names = await readdir(dirname(absolute)).catch(() => undefined);
  if (names === undefined)
    return `There is no folder \`${dirname(path)}\` either. Relative paths start at the working folder.`;
  const nearest = nearestName(basename(path), names);
  return nearest === undefined
    ? "Relative paths start at the working folder; `process.cwd()` says which that is."
    : `Did you mean \`${join(dirname(path), nearest)}\`?`;
}

function unreadable(path: string, error: unknown): DatasetError {
  return new DatasetError("file-unreadable", `\`${path}\` cannot be read: ${messageOf(error)}.`, {
    path,
    cause: error,
    hint: "Check its permissions, and those of the folders above it.",
  });
}
