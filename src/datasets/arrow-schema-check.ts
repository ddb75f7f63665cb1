/**
 * @file Whether an Arrow schema that comes from outside can be decoded: that its lists are no longer than the bytes they lie in.
 *
 * apache-arrow walks a list for as long as its header says. A few damaged bytes that claim a billion fields would keep it
 * busy until the memory is used up, so the claims are looked at first. Only lists are: what else is damaged throws.
 */

/** Deeper nesting than this is nobody's table. */
const DEEPEST = 64;

/** The places of fields in Arrow's tables (Message.fbs and Schema.fbs of the Arrow format). */
const MESSAGE_HEADER = 2;
const FOOTER_SCHEMA = 1;
const SCHEMA_FIELDS = 1;
const SCHEMA_METADATA = 2;
const FIELD_CHILDREN = 5;
const FIELD_METADATA = 6;

/** A file ends with the length of its table of contents, and six letters. */
const FILE_END = 10;

/** Bytes that are looked at, and how many table entries may still be met. */
interface Budget {
  view: DataView;
  entries: number;
}

/**
 * Whether the schema message at the beginning of `bytes` keeps within its bytes.
 *
 * @param bytes An Arrow stream, from its first message on.
 */
export function isSchemaSound(bytes: Uint8Array): boolean {
  return keepsWithin(() => {
    const outer = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Streams of before 2019 lack the marker in front of the length.
    const at = outer.getUint32(0, true) === 0xffffffff ? 4 : 0;
    return { start: at + 4, length: outer.getInt32(at, true), field: MESSAGE_HEADER };
  }, bytes);
}

/** Whether the schema in the table of contents of an Arrow file keeps within its bytes. */
export function isFooterSound(file: Uint8Array): boolean {
  return keepsWithin(() => {
    const outer = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const end = file.byteLength - FILE_END;
    const length = outer.getInt32(end, true);
    return { start: end - length, length, field: FOOTER_SCHEMA };
  }, file);
}

function keepsWithin(find: () => { start: number; length: number; field: number }, bytes: Uint8Array): boolean {
  try {
    const { start, length, field } = find();
    if (length <= 0 || start < 0 || start + length > bytes.byteLength) return false;
    const view = new DataView(bytes.buffer, bytes.byteOffset + start, length);
    const budget = { view, entries: length };
    const schema = tableIn(view, view.getUint32(0, true), field);
    if (schema === undefined) return false;
    for (const _ of entriesOf(budget, schema, SCHEMA_METADATA));
    for (const child of entriesOf(budget, schema, SCHEMA_FIELDS)) checkField(budget, child, 0);
    return true;
  } catch {
    // A DataView throws where a place lies outside of its bytes.
    return false;
  }
}

function checkField(budget: Budget, field: number, depth: number): void {
  if (depth > DEEPEST) throw new RangeError("The fields are nested too deeply.");
  for (const _ of entriesOf(budget, field, FIELD_METADATA));
  for (const child of entriesOf(budget, field, FIELD_CHILDREN)) checkField(budget, child, depth + 1);
}

/** Where the entries of a list of tables stand. */
function* entriesOf(budget: Budget, table: number, field: number): Generator<number> {
  const { view } = budget;
  const list = tableIn(view, table, field);
  if (list === undefined) return;
  const count = view.getUint32(list, true);
  budget.entries -= count;
  if (budget.entries < 0) throw new RangeError("There are more entries than bytes.");
  for (let entry = 0; entry < count; entry++) {
    const place = list + 4 + entry * 4;
    yield place + view.getUint32(place, true);
  }
}

/** What a field of a table points to, or undefined where the table does not have the field. */
function tableIn(view: DataView, table: number, field: number): number | undefined {
  const vtable = table - view.getInt32(table, true);
  const slot = 4 + field * 2;
  const offset = slot < view.getUint16(vtable, true) ? view.getUint16(vtable + slot, true) : 0;
  if (offset === 0) return undefined;
  return table + offset + view.getUint32(table + offset, true);
}
