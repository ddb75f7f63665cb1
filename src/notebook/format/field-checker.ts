/** @file Looks into a value that came from outside, and says which field is not what it must be. */
import { describeValue } from "../../core/errors";
import { NotebookError } from "../notebook-error";

/** One value of a document, with its way from the root, so that a complaint can name it. */
export class Field {
  constructor(
    readonly value: unknown,
    /** As a reader would write it: `cells[3].outputs[0].data`; empty for the root. */
    readonly name: string,
    private readonly notebook: string,
    private readonly cell?: number,
  ) {}

  /** A key of an object, which may be missing. */
  get(key: string): Field {
    const value = Object.hasOwn(this.object(), key) ? this.object()[key] : undefined;
    const simple = /^[A-Za-z_$][\w$]*$/.test(key);
    const name = this.name === "" ? key : simple ? `${this.name}.${key}` : `${this.name}[${JSON.stringify(key)}]`;
    return new Field(value, name, this.notebook, this.cell);
  }

  /** The elements of an array; those of the root's `cells` are what messages count as cells. */
  *items(): Generator<Field> {
    for (const [index, value] of this.array().entries()) {
      yield new Field(value, `${this.name}[${index}]`, this.notebook, this.name === "cells" ? index : this.cell);
    }
  }

  /** The values of an object. */
  *values(): Generator<Field> {
    for (const key of Object.keys(this.object())) yield this.get(key);
  }

  object(): Record<string, unknown> {
    if (!isObject(this.value)) throw this.must("be an object");
    return this.value;
  }

  array(): unknown[] {
    if (!Array.isArray(this.value)) throw this.must("be an array");
    return this.value;
  }

  text(): string {
    if (typeof this.value !== "string") throw this.must("be a text");
    return this.value;
  }

  /** A text, or an array of lines. */
  lines(): void {
    if (typeof this.value === "string") return;
    if (!Array.isArray(this.value)) throw this.must("be a text or an array of texts");
    if (this.value.every((line) => typeof line === "string")) return;
    for (const item of this.items()) item.text();
  }

  /** A whole number that is not negative. */
  count(): number {
    if (!Number.isInteger(this.value) || Number(this.value) < 0) throw this.must("be a whole number from 0 on");
    return Number(this.value);
  }

  /** One of a few values. */
  oneOf(allowed: readonly unknown[]): void {
    if (allowed.includes(this.value)) return;
    const list = allowed.map(describeValue);
    throw this.must(`be ${list.slice(0, -1).join(", ")} or ${list.at(-1)}`);
  }

  /** Runs the check only where the file has the field. */
  ifPresent(check: (field: Field) => void): void {
    if (this.value !== undefined) check(this);
  }

  /** The complaint: this field must, and what it is instead. */
  must(rule: string, hint?: string): NotebookError {
    const found = this.value === undefined ? "it is missing" : `got ${describeValue(this.value)}`;
    const subject = this.name === "" ? `${this.notebook}: a notebook` : `${this.notebook}: ${this.name}`;
    return new NotebookError("notebook-invalid", `${subject} must ${rule}, but ${found}.`, {
      notebook: this.notebook,
      cell: this.cell,
      field: this.name === "" ? undefined : this.name,
      hint,
    });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
