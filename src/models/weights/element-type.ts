/** @file The types of elements that weights are stored in, by the names of the safetensors format. */

/** A tensor's values in memory: float32 for every kind of float, integers as they are stored, 0 and 1 for booleans. */
export type WeightArray =
  | Float32Array
  | BigInt64Array
  | BigUint64Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

const SIZES = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  I64: 8,
  U64: 8,
  I32: 4,
  U32: 4,
  I16: 2,
  U16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1,
} as const;

/** The name of a stored type: "F32", "BF16", "I64" … */
export type ElementType = keyof typeof SIZES;

/** Every type that is read. */
export const ELEMENT_TYPES: readonly ElementType[] = Object.keys(SIZES) as ElementType[];

/** Whether this is the name of a type that is read. */
export function isElementType(name: unknown): name is ElementType {
  return typeof name === "string" && Object.hasOwn(SIZES, name);
}

/** The bytes of one stored element. */
export function elementSize(type: ElementType): number {
  return SIZES[type];
}

/** The stored type that keeps an array exactly. */
export function elementTypeOf(array: WeightArray): ElementType {
  if (array instanceof Float32Array) return "F32";
  if (array instanceof BigInt64Array) return "I64";
  if (array instanceof BigUint64Array) return "U64";
  if (array instanceof Int32Array) return "I32";
  if (array instanceof Uint32Array) return "U32";
  if (array instanceof Int16Array) return "I16";
  if (array instanceof Uint16Array) return "U16";
  return array instanceof Int8Array ? "I8" : "U8";
}

/** An array of zeros that holds `count` elements of a stored type in memory. */
export function allocateElements(type: ElementType, count: number): WeightArray {
  switch (type) {
    case "I64":
      return new BigInt64Array(count);
    case "U64":
      return new BigUint64Array(count);
    case "I32":
      return new Int32Array(count);
    case "U32":
      return new Uint32Array(count);
    case "I16":
      return new Int16Array(count);
    case "U16":
      return new Uint16Array(count);
    case "I8":
      return new Int8Array(count);
    case "U8":
    case "BOOL":
      return new Uint8Array(count);
    default:
      return new Float32Array(count);
  }
}

/** The product of a shape's sizes: the number of elements, which may be too large for an exact number. */
export function elementCount(shape: readonly number[]): number {
  // With a zero among them nothing is stored, however large the others are.
  return shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1);
}
