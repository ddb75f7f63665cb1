/** @file JSON as a format of cells: the reader and pyarrow's rules for types together. */

import { castedColumn } from "../cast-column";
import type { CellChunk } from "../cells/cell-store";
import type { CellReader } from "../cells/cell-table";
import { cellTexts } from "../cells/cell-texts";
import { KIND } from "../cells/number-text";
import { type BadCellAt, type CellFormat, castCells } from "../cells/read-cells";
import type { Column } from "../column";
import { columnFromValues } from "../column-from-values";
import { DatasetError } from "../dataset-error";
import type { Feature } from "../feature";
import type { TextEncoding } from "../files/file-blocks";
import { checkText, type InputFile, inputFile } from "../files/input-file";
import { Value } from "../value";
import { JSON_KIND, JsonReader } from "./json-reader";
import { featureOfShape, mixedTypes, newShape, parseShaped } from "./json-value";

const HINT = 'Write one JSON object a line, such as {"text": "…", "label": 1}.';
const NESTED = JSON_KIND.object | JSON_KIND.list;

/** The format for files in this encoding. */
export function jsonFormat(encoding: TextEncoding): CellFormat {
  return {
    inspect: async (path: string): Promise<InputFile> => {
      const file = await inputFile(path, HINT);
      await checkText(file, "JSON");
      return file;
    },
    open: (file: InputFile): Promise<CellReader> => JsonReader.open(file, encoding),
    columnsOf: (): readonly string[] => [],
    infer: inferred,
    cast,
    emptyHint: HINT,
  };
}

/** As pyarrow infers it: integers with a fraction among them are floats, missing values change nothing, texts that are all dates are instants. */
function inferred(name: string, kinds: number, chunks: readonly CellChunk[]): Feature {
  const present = kinds & ~KIND.missing;
  const numbers = KIND.natural | KIND.negative | KIND.beyondInt64 | KIND.beyondUint64 | KIND.float;
  if (present === 0) return new Value("null");
  if (present === KIND.bool) return new Value("bool");
  if (present === JSON_KIND.instant) return new Value("timestamp[s]");
  if ((present & ~(KIND.text | JSON_KIND.instant)) === 0) return new Value("string");
  if ((present & ~numbers) === 0) {
    return new Value((present & ~(KIND.natural | KIND.negative)) === 0 ? "int64" : "float64");
  }
  if (present !== JSON_KIND.object && present !== JSON_KIND.list) throw mixedTypes(name, namesOf(present));
  const shape = newShape();
  for (const text of cellTexts(chunks)) parsed(name, text, shape);
  return featureOfShape(shape, name);
}

function cast(name: string, chunks: readonly CellChunk[], kinds: number, feature: Feature): Column | BadCellAt {
  const column = castCells(chunks, feature);
  if (column !== undefined) return column;
  if ((kinds & NESTED) === 0) {
    const own = castCells(chunks, inferred(name, kinds, chunks));
    if (own !== undefined) return "text" in own ? own : castedColumn(name, own, undefined, feature);
  }
  const values: unknown[] = [];
  for (const text of cellTexts(chunks)) values.push(parsed(name, text, newShape()));
  return columnFromValues(name, values, feature);
}

function parsed(name: string, text: string | null, shape: ReturnType<typeof newShape>): unknown {
  if (text === null) return null;
  try {
    return parseShaped(text, shape);
  } catch (error) {
    throw new DatasetError("bad-json", `Column \`${name}\` has a broken value: ${text.slice(0, 80)}.`, {
      column: name,
      cause: error,
      hint: HINT,
    });
  }
}

function namesOf(kinds: number): string {
  const names: [number, string][] = [
    [KIND.text | JSON_KIND.instant, "string"],
    [KIND.bool, "bool"],
    [KIND.natural | KIND.negative | KIND.beyondInt64 | KIND.beyondUint64 | KIND.float, "number"],
    [JSON_KIND.object, "object"],
    [JSON_KIND.list, "list"],
  ];
  return names.flatMap(([bits, name]) => ((kinds & bits) === 0 ? [] : [name])).join(" and ");
}
