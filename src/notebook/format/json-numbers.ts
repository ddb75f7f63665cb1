/**
 * @file How a number was spelled in the file it came from.
 *
 * Python tells 1.0 from 1 and writes 1e-05 where JavaScript writes 0.00001, and both occur in every figure that a Python
 * kernel left in a notebook. The spelling is kept beside the value, so that an unchanged number is written unchanged.
 */

const spellings = new WeakMap<object, Map<string | number, string>>();

/** Notes the spelling of the number under `key` of `container`, where JavaScript would spell it otherwise. */
export function rememberSpelling(container: object, key: string | number, spelling: string): void {
  let known = spellings.get(container);
  if (known === undefined) {
    known = new Map();
    spellings.set(container, known);
  }
  known.set(key, spelling);
}

/**
 * A number as Python's json would write it, or as it stood in the file if it has not changed since.
 *
 * NaN and the infinities have no JSON spelling: those that a file had stay as they are, new ones become null as in
 * `JSON.stringify`.
 */
export function spellNumber(container: object, key: string | number, value: number): string {
  const known = spellings.get(container)?.get(key);
  if (known !== undefined && Object.is(Number(known), value)) return known;
  if (!Number.isFinite(value)) return "null";
  if (value !== 0 && Math.abs(value) < 1e-4) {
    return value.toExponential().replace(/e-(\d)$/, "e-0$1");
  }
  return String(value);
}

/** A shallow copy that keeps the spelling of the numbers in it. */
export function copyObject<T extends object>(original: T): T {
  const copy = { ...original };
  const known = spellings.get(original);
  if (known !== undefined) spellings.set(copy, new Map(known));
  return copy;
}
