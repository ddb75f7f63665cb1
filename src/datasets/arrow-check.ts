/** @file Whether Arrow memory that comes from a file keeps what its headers promise, so that nothing is read beyond it. */
import * as arrow from "apache-arrow";

/** What is wrong with a piece of Arrow memory, in a few words; undefined where all is well. */
export function faultOf(data: arrow.Data): string | undefined {
  const { length, type } = data;
  if (!Number.isInteger(length) || length < 0 || length > 0xffffffff) return `it claims ${length} values`;
  if (arrow.DataType.isNull(type)) return undefined;
  if (data.nullCount > 0 && (data.nullBitmap?.length ?? 0) * 8 < data.offset + length)
    return "its marks of missing values are cut off";
  if (arrow.DataType.isStruct(type)) return childrenFault(data, length);
  if (arrow.DataType.isFixedSizeList(type)) return childrenFault(data, length * type.listSize);
  const isList = arrow.DataType.isList(type) || arrow.DataType.isLargeList(type);
  const isBytes = arrow.DataType.isUtf8(type) || arrow.DataType.isBinary(type);
  if (isList || isBytes || arrow.DataType.isLargeUtf8(type) || arrow.DataType.isLargeBinary(type)) {
    const room = isList ? (data.children[0]?.length ?? 0) : (data.values?.length ?? 0);
    return offsetsFault(data.valueOffsets, length, room) ?? (isList ? childrenFault(data, 0) : undefined);
  }
  const values: { length: number } | undefined = data.values;
  const needed = arrow.DataType.isBool(type) ? Math.ceil((data.offset + length) / 8) : length * data.stride;
  return (values?.length ?? 0) < needed ? "its values are cut off" : undefined;
}

function childrenFault(data: arrow.Data, length: number): string | undefined {
  for (const child of data.children) {
    if (child === undefined || child.length < length) return "the values of its lists or structs are cut off";
    const fault = faultOf(child);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function offsetsFault(
  offsets: Int32Array | BigInt64Array | undefined,
  length: number,
  room: number,
): string | undefined {
  if (length === 0) return undefined;
  if (offsets === undefined || offsets.length < length + 1) return "its offsets are cut off";
  let last = Number(offsets[0]);
  if (last < 0) return "its offsets are broken";
  for (let index = 1; index <= length; index++) {
    const next = Number(offsets[index]);
    if (next < last) return "its offsets are broken";
    last = next;
  }
  return last > room ? "its values are cut off" : undefined;
}
