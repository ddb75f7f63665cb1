/** @file Arrow memory of another program's, as Arrow's C data interface lays it out in 32-bit memory, copied into JavaScript's. */
import * as arrow from "apache-arrow";

/** Where the parts of the interface's `ArrowArray` stand. */
const LENGTH = 0;
const NULLS = 8;
const OFFSET = 16;
const BUFFERS = 40;
const CHILDREN = 44;

/** The array at an address, copied. One that starts within its memory, or of a type that no feature has, is a TypeError. */
export function foreignData(memory: ArrayBuffer, address: number, type: arrow.DataType): arrow.Data {
  const view = new DataView(memory);
  const length = Number(view.getBigInt64(address + LENGTH, true));
  if (view.getBigInt64(address + OFFSET, true) !== 0n) throw new TypeError("The Arrow array does not start at zero.");
  const buffers = view.getUint32(address + BUFFERS, true);
  const copied = (position: number, bytes: number): Uint8Array => {
    const start = view.getUint32(buffers + 4 * position, true);
    return bytes === 0 ? new Uint8Array(0) : new Uint8Array(memory.slice(start, start + bytes));
  };
  if (arrow.DataType.isNull(type)) return new arrow.Data(type, 0, length, length);
  const isMarked = view.getUint32(buffers, true) !== 0;
  const nulls = isMarked ? Number(view.getBigInt64(address + NULLS, true)) : 0;
  const validity = nulls > 0 ? { [arrow.BufferType.VALIDITY]: copied(0, Math.ceil(length / 8)) } : {};
  const childAt = (position: number, child: arrow.DataType): arrow.Data => {
    const children = view.getUint32(address + CHILDREN, true);
    return foreignData(memory, view.getUint32(children + 4 * position, true), child);
  };
  if (arrow.DataType.isStruct(type)) {
    const children = type.children.map((field: arrow.Field, position: number) => childAt(position, field.type));
    return new arrow.Data(type, 0, length, nulls, validity, children);
  }
  if (arrow.DataType.isFixedSizeList(type)) {
    return new arrow.Data(type, 0, length, nulls, validity, [childAt(0, type.valueType)]);
  }
  const isLargeList = arrow.DataType.isLargeList(type);
  if (isLargeList || arrow.DataType.isList(type)) {
    const offsets = offsetsOf(copied, length, isLargeList);
    const data = { ...validity, [arrow.BufferType.OFFSET]: offsets };
    return new arrow.Data(type, 0, length, nulls, data, [childAt(0, type.valueType)]);
  }
  const isLarge = arrow.DataType.isLargeUtf8(type) || arrow.DataType.isLargeBinary(type);
  if (isLarge || arrow.DataType.isUtf8(type) || arrow.DataType.isBinary(type)) {
    const offsets = offsetsOf(copied, length, isLarge);
    const bytes = copied(2, Number(offsets[length] ?? 0));
    return new arrow.Data(type, 0, length, nulls, {
      ...validity,
      [arrow.BufferType.OFFSET]: offsets,
      [arrow.BufferType.DATA]: bytes,
    });
  }
  const isBool = arrow.DataType.isBool(type);
  const stride = new arrow.Data(type, 0, 0, 0).stride;
  const bytes = isBool ? Math.ceil(length / 8) : length * stride * type.ArrayType.BYTES_PER_ELEMENT;
  if (!Number.isInteger(bytes)) throw new TypeError(`There are no plain values of ${type}.`);
  const values: unknown = isBool ? copied(1, bytes) : new type.ArrayType(copied(1, bytes).buffer);
  return new arrow.Data(type, 0, length, nulls, { ...validity, [arrow.BufferType.DATA]: values });
}

function offsetsOf(
  copied: (position: number, bytes: number) => Uint8Array,
  length: number,
  isLarge: boolean,
): Int32Array | BigInt64Array {
  if (length === 0) return isLarge ? new BigInt64Array(1) : new Int32Array(1);
  const { buffer } = copied(1, (length + 1) * (isLarge ? 8 : 4));
  return isLarge ? new BigInt64Array(buffer) : new Int32Array(buffer);
}
