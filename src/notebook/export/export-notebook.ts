/** @file A notebook as a TypeScript script that shows what the notebook shows and takes the same parameters. */
import { posix } from "node:path";
import { messageOf } from "../../core/errors";
import type { Cell, Notebook } from "../format/types";
import { NotebookError } from "../notebook-error";
import { type DeclaredParameter, declaredParameters, parametersCellIndex } from "../parameters/declared-parameters";
import { INJECTED_TAG } from "../parameters/inject-parameters";
import { formatParameterType } from "../parameters/parameter-type";
import { typescriptLiteral } from "../parameters/typescript-literal";
import { parseTypeScript } from "../parse-cell";
import { cellStatements, type ScriptContext } from "./cell-statements";
import { type RunningCell, runningCells } from "./code-cells";
import { ignoreTypeErrors } from "./ignored-types";
import { MergedImports } from "./merged-imports";
import { NotebookNames } from "./notebook-names";
import { cellHeading, commentLines } from "./script-comments";
import { scriptHeader, scriptPathOf } from "./script-header";

/** Where a script will stand. */
export interface ExportOptions {
  /**
   * The script's path from the project's root, with forward slashes.
   * @default `scripts/NAME.ts` for `notebooks/NAME.ipynb`
   */
  scriptPath?: string;
}

/**
 * The script of a notebook. `path` is the notebook's, from the project's root, with forward slashes.
 *
 * Imports stand once at the top, Markdown stays as comments, each cell keeps its code, and the value of a cell's last
 * expression is shown with `displayResult`. Cells tagged `skip-execution` or `skip-export` are commented out, those tagged
 * `raises-exception` print their error and go on. The same notebook always gives the same text.
 *
 * Throws a {@link NotebookError} for a cell that would mean something else in a script, or nothing.
 */
export function exportNotebook(notebook: Notebook, path: string, options: ExportOptions = {}): string {
  const scriptPath = options.scriptPath ?? scriptPathOf(path);
  const running = runningCells(notebook, path);
  const names = new NotebookNames([...running.values()]);
  const imports = new MergedImports();
  const context: ScriptContext = {
    imports,
    displayResult: () => imports.need("caderno", "displayResult", names.free("displayResult")),
    parameter: names.free("parameter"),
    notebookFolder: posix.relative(posix.dirname(scriptPath), posix.dirname(path)),
  };
  const parameters = scriptParametersOf(running.get(parametersCellIndex(notebook)));
  const cells = new CellWriter(names, context, parameters).write(notebook.cells, running);
  const readers = imports.need("caderno", "scriptParameters", names.free("scriptParameters"));
  const fail = imports.need("caderno", "failScript", names.free("failScript"));
  const main = names.free("main");
  const script = [
    ...scriptHeader(notebook, path, scriptPath),
    "",
    ...imports.lines(),
    "",
    ...parameterLines(parameters, context.parameter, readers),
    "",
    "// The cells stand in one function because a script of this project cannot await at its top level.",
    `async function ${main}(): Promise<void> {`,
    ...cells,
    "}",
    "",
    `${main}().catch(${fail});`,
    "",
  ].join("\n");
  verify(script, path);
  return script;
}

/** Writes cell after cell, and opens a block wherever a name gets a new meaning. */
class CellWriter {
  private openBlocks = 0;

  constructor(
    private readonly names: NotebookNames,
    private readonly context: ScriptContext,
    private readonly parameters: readonly DeclaredParameter[],
  ) {}

  write(cells: readonly Cell[], running: ReadonlyMap<number, RunningCell>): string[] {
    const lines = cells.flatMap((cell, index) => {
      if (cell.metadata.tags?.includes(INJECTED_TAG)) return [];
      const heading = cellHeading(cell.cell_type, cell.metadata.tags);
      const code = running.get(index);
      return code === undefined ? [heading, ...commentLines(cell.source), ""] : this.code(code, heading);
    });
    return this.openBlocks === 0 ? lines : [...lines, "}".repeat(this.openBlocks)];
  }

  private code(cell: RunningCell, heading: string): string[] {
    const hidden = this.names.enter(cell);
    const isParametersCell = this.parameters.length > 0 && this.parameters[0]?.cell === cell.place.cell;
    const body = cellStatements(cell, this.context, isParametersCell ? this.parameters : [], hidden);
    if (cell.outcome === "raises") {
      return [
        heading,
        "try {",
        ignoreTypeErrors(body),
        "} catch (error) {",
        "  console.error(String(error));",
        "}",
        "",
      ];
    }
    if (hidden.length === 0) return [heading, body, ""];
    this.openBlocks++;
    const list = hidden.map((name) => `\`${name}\``).join(", ");
    return [`{ // The next cell declares ${list} anew, from here to the end.`, heading, body, ""];
  }
}

function scriptParametersOf(cell: RunningCell | undefined): DeclaredParameter[] {
  if (cell === undefined) return [];
  const declared = declaredParameters(cell.source, cell.place);
  const bare = declared.find(({ initial }) => initial.kind === "none");
  if (bare === undefined) return declared;
  const subject = `${cell.place.notebook}: cell ${cell.place.cell + 1}`;
  throw new NotebookError("export-refused", `${subject} declares the parameter \`${bare.name}\` without a default.`, {
    ...cell.place,
    source: cell.source,
    hint: "Give it a value that the notebook can run with.",
  });
}

function parameterLines(parameters: readonly DeclaredParameter[], reader: string, scriptParameters: string): string[] {
  if (parameters.length === 0) return [`${scriptParameters}({});`];
  const entries = parameters.map(({ name, type, initial, initialSource, description }) => {
    const shown = initial.kind === "value" ? { default: initial.value } : { computed: initialSource };
    const about = description === undefined ? {} : { description };
    return `  ${name}: ${typescriptLiteral({ type: formatParameterType(type), ...shown, ...about })},`;
  });
  return [`const ${reader} = ${scriptParameters}({`, ...entries, "});"];
}

/** The last word on what the rules above did not foresee: what is no script is not written. */
function verify(script: string, path: string): void {
  try {
    parseTypeScript(script);
  } catch (error) {
    const what = messageOf(error).replace(/\.? \(\d+:\d+\)$/, "");
    throw new NotebookError("export-refused", `${path} cannot be exported: as one script it has a mistake. ${what}.`, {
      notebook: path,
      hint: "Give each variable a name of its own, or tag the cell that should not be exported `skip-export`.",
      cause: error,
    });
  }
}
