/** @file Functions that a model may ask for, described as templates want them. */
import { argumentTypeError } from "../../core/errors";

/** What an argument of a tool may be, as JSON Schema says it. */
export interface ToolParameter {
  /** "string", "number", "integer", "boolean", "array", "object", or several. */
  readonly type?: string | readonly string[];
  /** The values that it can have. */
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly [key: string]: unknown;
}

/** A function in words. */
export interface ToolDescription {
  /** @default the function's name */
  readonly name?: string;
  /** What it does: the model reads this. */
  readonly description: string;
  /** Its arguments by name. */
  readonly parameters?: Readonly<Record<string, ToolParameter>>;
  /** The arguments that must be there. @default all of them */
  readonly required?: readonly string[];
  /** What it gives. */
  readonly returns?: ToolParameter;
}

/** A tool as JSON Schema, in the form that templates read. */
export interface ToolSchema {
  readonly type: "function";
  readonly function: {
    readonly name: string;
    readonly description: string;
    readonly parameters: {
      readonly type: "object";
      readonly properties: Readonly<Record<string, ToolParameter>>;
      readonly required?: readonly string[];
    };
    readonly return?: ToolParameter;
  };
}

/** A function that carries its description. */
export type DescribedTool<Call> = Call & { readonly toolSchema: ToolSchema };

/**
 * Describes a function for the `tools` of `applyChatTemplate`. TypeScript's types are gone when a program runs, and a model
 * reads words: so both are said once more, here. The function itself is given back, with its `toolSchema`.
 *
 * Python: `transformers.utils.get_json_schema`, which reads type hints and the docstring.
 *
 * @example
 * ```ts
 * const weather = describeTool((city: string) => `Sunny in ${city}.`, {
 *   name: "weather",
 *   description: "Says what the weather is like.",
 *   parameters: { city: { type: "string", description: "A city's name." } },
 * });
 * weather("Toledo"); // "Sunny in Toledo."
 * weather.toolSchema.function.parameters.required; // [ 'city' ]
 * ```
 */
export function describeTool<Call extends (...given: never[]) => unknown>(
  call: Call,
  { name = call.name, description, parameters = {}, required = Object.keys(parameters), returns }: ToolDescription,
): DescribedTool<Call> {
  const problem = (parameter: string, rule: string, value: unknown): TypeError =>
    argumentTypeError({ function: "describeTool", parameter, rule, value });
  if (typeof call !== "function") throw problem("call", "be a function", call);
  if (!/^[\w.-]{1,64}$/.test(name))
    throw problem("name", "be a name of up to 64 letters, digits, `_`, `.` and `-`", name);
  if (typeof description !== "string" || description === "")
    throw problem("description", "say what the function does", description);
  const unknown = required.find((argument) => !Object.hasOwn(parameters, argument));
  if (unknown !== undefined)
    throw problem("required", `name arguments among ${Object.keys(parameters).join(", ")}`, unknown);
  const toolSchema: ToolSchema = {
    type: "function",
    function: {
      name,
      description,
      parameters: { type: "object", properties: parameters, ...(required.length === 0 ? {} : { required }) },
      ...(returns === undefined ? {} : { return: returns }),
    },
  };
  return Object.assign((...given: never[]) => call(...given), { toolSchema }) as unknown as DescribedTool<Call>;
}

/** Tools as templates read them. */
export function toolSchemas(caller: string, tools: unknown): unknown[] {
  if (!Array.isArray(tools))
    throw argumentTypeError({ function: caller, parameter: "tools", rule: "be a list of tools", value: tools });
  return tools.map((tool: unknown, index) => {
    if (typeof tool === "function") {
      if ("toolSchema" in tool) return tool.toolSchema;
      throw argumentTypeError({
        function: caller,
        parameter: `tools[${index}]`,
        rule: "carry a description",
        value: tool,
        next: "A running program knows no types: wrap it with `describeTool(fn, { description, parameters })`.",
      });
    }
    if (tool !== null && typeof tool === "object" && !Array.isArray(tool)) return tool;
    throw argumentTypeError({
      function: caller,
      parameter: `tools[${index}]`,
      rule: "be a JSON schema or a function wrapped with `describeTool`",
      value: tool,
    });
  });
}
