/** @file Python's pickle format, read as data: a small stack machine that can call nothing but what it is given. */
import { describeValue } from "../../core/errors";

/** Something of Python's by its module and name, such as `collections.OrderedDict`; never looked up, only compared. */
export class PickleGlobal {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
}

/** A pickle that is damaged, too large, or wants more than data. */
export class PickleError extends Error {
  readonly kind: "invalid" | "forbidden";
  constructor(kind: "invalid" | "forbidden", message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What a pickle may build besides numbers, texts, lists and dictionaries. */
export interface PickleRules {
  /** Whether this name of Python's may stand in the pickle. */
  allows(path: string): boolean;
  /** The value of a call of an allowed name. */
  call(path: string, args: readonly unknown[]): unknown;
  /** The value of a persistent id. */
  load(id: unknown): unknown;
}

const MARK = Symbol("mark");
const MOST_STEPS = 10_000_000;
const MOST_CONTAINERS = 1_000_000;

/** The value of one pickle, and where it ended. */
export interface Unpickled {
  value: unknown;
  end: number;
}

/**
 * Reads one pickle of protocol 2 to 4 that begins at `start`.
 *
 * Lists and tuples become arrays, dictionaries Maps. Nothing is executed: a name that the rules do not allow is an error
 * at the moment it appears. Steps and containers are counted, since a small pickle may ask for many.
 */
export function unpickle(bytes: Buffer, rules: PickleRules, start = 0): Unpickled {
  const machine = new Unpickler(bytes, rules, start);
  return { value: machine.run(), end: machine.position };
}

class Unpickler {
  position: number;
  readonly #bytes: Buffer;
  readonly #rules: PickleRules;
  readonly #stack: unknown[] = [];
  readonly #memo = new Map<number, unknown>();
  #containers = 0;

  constructor(bytes: Buffer, rules: PickleRules, start: number) {
    this.#bytes = bytes;
    this.#rules = rules;
    this.position = start;
  }

  run(): unknown {
    for (let step = 0; step < MOST_STEPS; step++) {
      const code = this.#take(1)[0] ?? 0;
      if (code === 0x2e) return this.#pop();
      this.#step(code);
    }
    throw new PickleError("invalid", `it has more than ${MOST_STEPS} steps`);
  }

  #step(code: number): unknown {
    switch (code) {
      case 0x80: // PROTO
        return this.#checkProtocol(this.#unsigned(1));
      case 0x95: // FRAME
        return this.#take(8);
      case 0x28: // MARK
        return this.#push(MARK);
      case 0x30: // POP
        return this.#stack.pop();
      case 0x4e: // NONE
        return this.#push(null);
      case 0x88: // NEWTRUE
        return this.#push(true);
      case 0x89: // NEWFALSE
        return this.#push(false);
      case 0x4a: // BININT
        return this.#push(this.#take(4).readInt32LE());
      case 0x4b: // BININT1
        return this.#push(this.#unsigned(1));
      case 0x4d: // BININT2
        return this.#push(this.#unsigned(2));
      case 0x8a: // LONG1
        return this.#push(this.#long(this.#unsigned(1)));
      case 0x47: // BINFLOAT
        return this.#push(this.#take(8).readDoubleBE());
      case 0x58: // BINUNICODE
      case 0x54: // BINSTRING
        return this.#push(this.#take(this.#unsigned(4)).toString("utf8"));
      case 0x8c: // SHORT_BINUNICODE
      case 0x55: // SHORT_BINSTRING
        return this.#push(this.#take(this.#unsigned(1)).toString("utf8"));
      case 0x5d: // EMPTY_LIST
      case 0x29: // EMPTY_TUPLE
        return this.#push(this.#counted([]));
      case 0x7d: // EMPTY_DICT
        return this.#push(this.#counted(new Map()));
      case 0x85: // TUPLE1
      case 0x86: // TUPLE2
      case 0x87: // TUPLE3
        return this.#push(this.#counted(this.#popMany(code - 0x84)));
      case 0x74: // TUPLE
        return this.#push(this.#counted(this.#popToMark()));
      case 0x61: // APPEND
        return this.#append([this.#pop()]);
      case 0x65: // APPENDS
        return this.#append(this.#popToMark());
      case 0x73: // SETITEM
        return this.#setItems(this.#popMany(2));
      case 0x75: // SETITEMS
        return this.#setItems(this.#popToMark());
      case 0x71: // BINPUT
        return this.#remember(this.#unsigned(1));
      case 0x72: // LONG_BINPUT
        return this.#remember(this.#unsigned(4));
      case 0x94: // MEMOIZE
        return this.#remember(this.#memo.size);
      case 0x68: // BINGET
        return this.#recall(this.#unsigned(1));
      case 0x6a: // LONG_BINGET
        return this.#recall(this.#unsigned(4));
      case 0x63: // GLOBAL
        return this.#global(this.#line(), this.#line());
      case 0x93: // STACK_GLOBAL
        return this.#stackGlobal();
      case 0x52: // REDUCE
        return this.#reduce();
      case 0x62: // BUILD
        return this.#build();
      case 0x51: // BINPERSID
        return this.#push(this.#rules.load(this.#pop()));
      default:
        throw new PickleError(
          "forbidden",
          `it has the instruction 0x${code.toString(16).padStart(2, "0")} at byte ${this.position - 1}, which torch.save does not write`,
        );
    }
  }

  #checkProtocol(protocol: number): void {
    if (protocol < 2 || protocol > 5) throw new PickleError("invalid", `it has the unknown protocol ${protocol}`);
  }

  #take(length: number): Buffer {
    const end = this.position + length;
    if (end > this.#bytes.length) throw new PickleError("invalid", "it ends too early");
    const part = this.#bytes.subarray(this.position, end);
    this.position = end;
    return part;
  }

  #unsigned(size: number): number {
    return this.#take(size).readUIntLE(0, size);
  }

  #long(length: number): number | bigint {
    let value = 0n;
    for (const byte of Buffer.from(this.#take(length)).reverse()) value = (value << 8n) | BigInt(byte);
    const signed = BigInt.asIntN(length * 8, value);
    const short = Number(signed);
    return Number.isSafeInteger(short) ? short : signed;
  }

  #line(): string {
    const end = this.#bytes.indexOf(0x0a, this.position);
    if (end < 0 || end - this.position > 1_000) throw new PickleError("invalid", "it has a name without an end");
    const line = this.#take(end - this.position).toString("utf8");
    this.position++;
    return line;
  }

  #push(value: unknown): void {
    this.#stack.push(value);
  }

  #pop(): unknown {
    const value = this.#stack.pop();
    if (value === undefined || value === MARK) throw new PickleError("invalid", "it takes what it has not put down");
    return value;
  }

  #popMany(count: number): unknown[] {
    const values = Array.from({ length: count }, () => this.#pop());
    return values.reverse();
  }

  #popToMark(): unknown[] {
    const mark = this.#stack.lastIndexOf(MARK);
    if (mark < 0) throw new PickleError("invalid", "it takes what it has not put down");
    const values = this.#stack.splice(mark + 1);
    this.#stack.pop();
    return values;
  }

  #counted<Container>(container: Container): Container {
    if (++this.#containers > MOST_CONTAINERS)
      throw new PickleError("invalid", `it builds more than ${MOST_CONTAINERS} lists and dictionaries`);
    return container;
  }

  #append(values: readonly unknown[]): void {
    const list = this.#stack.at(-1);
    if (!Array.isArray(list)) throw new PickleError("invalid", "it appends to what is no list");
    for (const value of values) list.push(value);
  }

  #setItems(items: readonly unknown[]): void {
    const target = this.#stack.at(-1);
    if (!(target instanceof Map) || items.length % 2 !== 0)
      throw new PickleError("invalid", "it sets an item of what is no dictionary");
    for (let index = 0; index < items.length; index += 2) target.set(items[index], items[index + 1]);
  }

  #remember(index: number): void {
    const value = this.#stack.at(-1);
    if (value === undefined || value === MARK) throw new PickleError("invalid", "it remembers what is not there");
    this.#memo.set(index, value);
  }

  #recall(index: number): void {
    if (!this.#memo.has(index)) throw new PickleError("invalid", "it recalls what it has not remembered");
    this.#push(this.#memo.get(index));
  }

  #global(module: string, name: string): void {
    const path = `${module}.${name}`;
    if (!this.#rules.allows(path)) {
      throw new PickleError("forbidden", `it wants ${describeValue(path)}, and only tensors are built`);
    }
    this.#push(new PickleGlobal(path));
  }

  #stackGlobal(): void {
    const [module, name] = this.#popMany(2);
    if (typeof module !== "string" || typeof name !== "string")
      throw new PickleError("invalid", "it has a name that is no text");
    this.#global(module, name);
  }

  #reduce(): void {
    const [callee, args] = this.#popMany(2);
    if (!(callee instanceof PickleGlobal) || !Array.isArray(args))
      throw new PickleError("forbidden", "it calls what is no allowed name");
    this.#push(this.#counted(this.#rules.call(callee.path, args)));
  }

  /** The one object that torch.save gives attributes to is the dictionary of weights; they say nothing of the weights. */
  #build(): void {
    this.#pop();
    if (!(this.#stack.at(-1) instanceof Map)) throw new PickleError("forbidden", "it sets attributes of an object");
  }
}
