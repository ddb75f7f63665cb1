/** @file Gives a notebook's parameters other values, as papermill does: in a cell of its own behind the defaults. */
import { cellId } from "../format/cell-ids";
import { copyObject } from "../format/json-numbers";
import type { CodeCell, Notebook } from "../format/types";
import { NotebookError } from "../notebook-error";
import { checkParameters } from "./check-parameters";
import { type DeclaredParameter, declaredParameters, PARAMETERS_TAG, parametersCellIndex } from "./declared-parameters";
import { typescriptLiteral } from "./typescript-literal";

/** The tag of the cell with the given values; papermill's own. */
export const INJECTED_TAG = "injected-parameters";

/**
 * A copy of the notebook with a cell that sets the given parameters, right after the cell tagged `parameters`.
 *
 * A cell that an earlier call injected is replaced. Each value is checked against the declaration of its parameter, and is
 * declared again in the same way, so that the cells below see what they would see had the default been edited. What was
 * given is noted in `metadata.caderno.parameters`. Without values the notebook itself is returned.
 *
 * Python: `papermill.parameterize.parameterize_notebook`
 */
export function injectParameters(
  notebook: Notebook,
  values: Readonly<Record<string, unknown>>,
  path: string,
): Notebook {
  const names = Object.keys(values);
  if (names.length === 0) return notebook;
  const index = parametersCellIndex(notebook);
  const declaring = notebook.cells[index];
  if (declaring === undefined) throw noParametersCell(names, path);
  const declared = declaredParameters(declaring.source, { notebook: path, cell: index });
  const given = checkParameters(declared, values, path);
  const injectedIndex = notebook.cells.findIndex((cell) => cell.metadata.tags?.includes(INJECTED_TAG));
  const position = injectedIndex === -1 ? index + 1 : injectedIndex;
  const cell = injectedCell(notebook, declared, given, position);
  const after = notebook.cells.slice(injectedIndex === -1 ? position : position + 1);
  const cells = [...notebook.cells.slice(0, position), cell, ...after];
  return Object.assign(copyObject(notebook), { cells, metadata: noted(notebook, given) });
}

function injectedCell(
  notebook: Notebook,
  declared: readonly DeclaredParameter[],
  given: ReadonlyMap<string, unknown>,
  position: number,
): CodeCell {
  const lines = declared
    .filter(({ name }) => given.has(name))
    .map(({ name, keyword, annotation }) => {
      const type = annotation === undefined ? "" : `: ${annotation}`;
      return `${keyword} ${name}${type} = ${typescriptLiteral(given.get(name))};`;
    });
  const cell: CodeCell = {
    cell_type: "code",
    metadata: { tags: [INJECTED_TAG] },
    source: ["// Parameters", ...lines].join("\n"),
    outputs: [],
    execution_count: null,
  };
  if (notebook.nbformat_minor >= 5) {
    cell.id = cellId(cell, position, new Set(notebook.cells.flatMap(({ id }) => id ?? [])));
  }
  return cell;
}

function noted(notebook: Notebook, given: ReadonlyMap<string, unknown>): Notebook["metadata"] {
  const { caderno } = notebook.metadata;
  const own = caderno !== null && typeof caderno === "object" && !Array.isArray(caderno) ? caderno : {};
  return Object.assign(copyObject(notebook.metadata), {
    caderno: Object.assign(copyObject(own), { parameters: Object.fromEntries(given) }),
  });
}

function noParametersCell(names: readonly string[], path: string): NotebookError {
  const list = names.map((name) => `\`${name}\``).join(", ");
  return new NotebookError(
    "parameters-missing",
    `${path} has no cell tagged \`${PARAMETERS_TAG}\`, so ${list} cannot be set.`,
    {
      notebook: path,
      hint: `In JupyterLab, select the cell that declares the defaults, open the property inspector (the gears at the right) and add the tag \`${PARAMETERS_TAG}\`.`,
    },
  );
}
