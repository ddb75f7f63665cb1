/** @file The bytes of a safetensors file whose tensors are all float16. */

/** Half-precision numbers with a shape. */
export interface HalfTensor {
  shape: readonly number[];
  bits: Uint16Array;
}

/** The file: the length of its header, the header as JSON filled up to a multiple of eight bytes, the numbers. */
export function safetensorsOfHalves(tensors: ReadonlyMap<string, HalfTensor>): Uint8Array {
  const entries: Record<string, unknown> = { __metadata__: { format: "pt" } };
  let end = 0;
  for (const [name, { shape, bits }] of tensors) {
    const begin = end;
    end += 2 * bits.length;
    entries[name] = { dtype: "F16", shape, data_offsets: [begin, end] };
  }
  const text = JSON.stringify(entries);
  const header = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
  const bytes = new Uint8Array(8 + header.length + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, 8);
  let at = 8 + header.length;
  for (const { bits } of tensors.values()) {
    for (const half of bits) {
      view.setUint16(at, half, true);
      at += 2;
    }
  }
  return bytes;
}
