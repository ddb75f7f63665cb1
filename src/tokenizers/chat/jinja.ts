/** @file `@huggingface/jinja` with a clock and a scale: templates come from strangers, and must end. */
import { evaluatePython } from "./python-program";

/** A value while a template runs. */
interface JinjaValue {
  readonly type: string;
  readonly value: unknown;
  toString(): string;
}

/** A part of a parsed template. */
interface JinjaNode {
  readonly type: string;
  readonly body?: unknown;
}

interface JinjaEnvironment {
  set(name: string, value: unknown): unknown;
}

interface JinjaInterpreter {
  run(program: unknown): JinjaValue;
  evaluate(node: JinjaNode, environment: unknown): JinjaValue;
  evaluateBlock(nodes: readonly JinjaNode[], environment: unknown): JinjaValue;
}

/** A loop that runs: its body, and what its `{% break %}` threw. */
interface Loop {
  readonly body: unknown;
  ended: unknown;
}

/** A `{% break %}` or `{% continue %}` on its way out, with what its iteration had printed. */
interface Jump {
  readonly kind: string;
  text: string;
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
    readonly #loops: Loop[] = [];
    readonly #jumps = new Map<unknown, Jump>();

    override evaluate(node: JinjaNode, environment: unknown): JinjaValue {
      if (performance.now() > end) throw new TemplateLimit(`ran for more than ${milliseconds / 1000} seconds`);
      const result = this.#evaluated(node, environment);
      const { value } = result;
      const length = typeof value === "string" || Array.isArray(value) ? value.length : 0;
      if (length > size) throw new TemplateLimit(`made more than ${size} characters or items`);
      return result;
    }

    /** As the package does, but what an iteration printed before `{% break %}` or `{% continue %}` is kept. */
    override evaluateBlock(nodes: readonly JinjaNode[], environment: unknown): JinjaValue {
      const loop = this.#loops.at(-1);
      const isBody = loop !== undefined && loop.body === nodes;
      if (isBody && loop.ended !== undefined) throw loop.ended;
      let text = "";
      try {
        for (const node of nodes) {
          const result = this.evaluate(node, environment);
          if (result.type !== "NullValue" && result.type !== "UndefinedValue") text += result.toString();
        }
      } catch (thrown) {
        const jump = this.#jumps.get(thrown);
        if (jump === undefined) throw thrown;
        jump.text = text + jump.text;
        if (!isBody) throw thrown;
        // The loop itself is left before its next iteration, so that this one's text is added to it.
        if (jump.kind === "Break") loop.ended = thrown;
        text = jump.text;
      }
      return this.#text(text);
    }

    #evaluated(node: JinjaNode, environment: unknown): JinjaValue {
      if (node?.type === "For") {
        this.#loops.push({ body: node.body, ended: undefined });
        try {
          return super.evaluate(node, environment);
        } finally {
          this.#loops.pop();
        }
      }
      if (node?.type === "Break" || node?.type === "Continue") {
        try {
          return super.evaluate(node, environment);
        } catch (thrown) {
          this.#jumps.set(thrown, { kind: node.type, text: "" });
          throw thrown;
        }
      }
      const printed = evaluatePython(node, (part) => this.evaluate(part as JinjaNode, environment));
      return printed === undefined ? super.evaluate(node, environment) : this.#text(printed);
    }

    #text(value: string): JinjaValue {
      return super.evaluate({ type: "StringLiteral", value } as JinjaNode, undefined);
    }
  }
  const environment = new Environment();
  for (const [name, value] of Object.entries(variables)) environment.set(name, value);
  return String(new Limited(environment).run(program).value);
}
