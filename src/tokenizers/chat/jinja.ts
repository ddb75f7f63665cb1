/** @file `@huggingface/jinja` with a clock and a scale: templates come from strangers, and must end. */
import { evaluatePython } from "./python-program";

/** A value while a template runs. */
interface JinjaValue {
  readonly value: unknown;
}

interface JinjaEnvironment {
  set(name: string, value: unknown): unknown;
}

interface JinjaInterpreter {
  run(program: unknown): JinjaValue;
  evaluate(node: unknown, environment: unknown): JinjaValue;
}

/** What is used of the package, whose own declarations TypeScript cannot follow from here. */
export interface Jinja {
  readonly Environment: new () => JinjaEnvironment;
  readonly Interpreter: new (environment: JinjaEnvironment) => JinjaInterpreter;
  tokenize(source: string, options: { trim_blocks: boolean; lstrip_blocks: boolean }): JinjaToken[];
  parse(tokens: readonly JinjaToken[]): unknown;
}

/** A word or sign of a template. */
export interface JinjaToken {
  readonly type: string;
  readonly value: string;
}

/** Python's options for chat templates. */
export const BLOCK_OPTIONS: { trim_blocks: boolean; lstrip_blocks: boolean } = {
  trim_blocks: true,
  lstrip_blocks: true,
};

/** A run that took too long, or made too much. */
export class TemplateLimit extends Error {}

/** How much a template may do. */
export interface TemplateLimits {
  readonly milliseconds: number;
  /** The most characters of a text, and the most items of a list, that it may make. */
  readonly size: number;
}

let loaded: Jinja | undefined;

/** The package, loaded when the first template is rendered. */
export function loadJinja(): Jinja {
  loaded ??= require("@huggingface/jinja") as Jinja;
  return loaded;
}

/**
 * What a parsed template gives for some variables.
 *
 * Every step of the interpreter passes `evaluate`, which is where time and size are looked at: a loop over a list that is
 * not too long ends, however many of them stand within each other.
 */
export function runTemplate(
  program: unknown,
  variables: Readonly<Record<string, unknown>>,
  { milliseconds, size }: TemplateLimits,
): string {
  const { Environment, Interpreter } = loadJinja();
  const end = performance.now() + milliseconds;
  class Limited extends Interpreter {
    override evaluate(node: unknown, environment: unknown): JinjaValue {
      if (performance.now() > end) throw new TemplateLimit(`ran for more than ${milliseconds / 1000} seconds`);
      const printed = evaluatePython(node, (part) => this.evaluate(part, environment));
      const result =
        printed === undefined
          ? super.evaluate(node, environment)
          : super.evaluate({ type: "StringLiteral", value: printed }, environment);
      const { value } = result;
      const length = typeof value === "string" || Array.isArray(value) ? value.length : 0;
      if (length > size) throw new TemplateLimit(`made more than ${size} characters or items`);
      return result;
    }
  }
  const environment = new Environment();
  for (const [name, value] of Object.entries(variables)) environment.set(name, value);
  return String(new Limited(environment).run(program).value);
}
