/** @file The rows that stand in one field of a JSON object: `{ "data": [{…}, {…}] }`. */
import { readFile } from "node:fs/promises";
import { listNames } from "../../core/suggest";
import type { Columns } from "../cells/read-cells";
import { columnFromValues } from "../column-from-values";
import { DatasetError } from "../dataset-error";
import type { Feature } from "../feature";
import type { InputFile } from "../files/input-file";
import { featureOfShape, newShape, parseShaped } from "./json-value";

const MOST_BYTES = 1 << 28;

/**
 * The columns of a field's rows: of a list of objects, or of an object with a list for each column.
 *
 * The file is read at once, up to 256 MB. Python: the `field` of `load_dataset("json", …)`.
 */
export async function readField(
  file: InputFile,
  field: string,
  features: ReadonlyMap<string, Feature>,
): Promise<Columns> {
  const { path } = file;
  if (file.bytes > MOST_BYTES) {
    throw new DatasetError(
      "file-too-large",
      `\`${path}\` is too large to look for a field in it: ${file.bytes} bytes.`,
      {
        path,
        hint: "Save the field's rows as JSON lines, and load those.",
      },
    );
  }
  const shape = newShape();
  let value: unknown;
  try {
    value = parseShaped(new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file.absolute)), shape);
  } catch (error) {
    const hint = "Check it with a JSON validator.";
    throw new DatasetError("bad-json", `\`${path}\` is no JSON in UTF-8.`, { path, cause: error, hint });
  }
  const inner = shape.fields.get(field);
  if (inner === undefined || value === null || typeof value !== "object") {
    throw new DatasetError("unknown-field", `\`${path}\` has no field \`${field}\`.`, {
      path,
      hint: listNames("fields", field, [...shape.fields.keys()]),
    });
  }
  const content: unknown = Object.getOwnPropertyDescriptor(value, field)?.value;
  const rowShape = Array.isArray(content) ? inner.items : undefined;
  const isRows = rowShape?.kinds.size === 1 && rowShape.kinds.has("object");
  if (Array.isArray(content) && rowShape !== undefined && isRows) {
    return new Map(
      [...rowShape.fields].map(([name, part]) => {
        const values = content.map((row: unknown) => (row as Record<string, unknown> | null)?.[name]);
        return [name, columnFromValues(name, values, features.get(name) ?? featureOfShape(part, name))];
      }),
    );
  }
  const columns = inner.kinds.has("object") && inner.kinds.size === 1 ? [...inner.fields] : [];
  if (columns.length === 0 || columns.some(([, part]) => !part.kinds.has("list"))) {
    throw new DatasetError("bad-json", `The field \`${field}\` of \`${path}\` is no list of objects.`, {
      path,
      hint: 'Expected { "FIELD": [{"text": "…"}, …] }.',
    });
  }
  return new Map(
    columns.map(([name, part]) => {
      const values = (content as Readonly<Record<string, unknown[]>>)[name] ?? [];
      const feature = features.get(name) ?? featureOfShape(part.items ?? newShape(), name);
      return [name, columnFromValues(name, values, feature)];
    }),
  );
}
