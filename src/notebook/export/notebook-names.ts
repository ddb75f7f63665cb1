/** @file What every name means as the cells of a notebook follow each other, and what of that a script cannot keep. */
import type { Program } from "@babel/types";
import { NotebookError } from "../notebook-error";
import type { RunningCell } from "./code-cells";
import { Scopes } from "./scopes";
import { declaredNames, usedNames } from "./syntax-walk";

/** Follows the names from cell to cell; throws a {@link NotebookError} where the script would differ. */
export class NotebookNames {
  private readonly scopes = new Scopes();
  private readonly taken = new Set<string>();
  /** Names that cells declare, imports left out. */
  private readonly declared = new Set<string>();
  /** Names that only a cell declares which is expected to fail, with its position. */
  private readonly lost = new Map<string, number>();

  constructor(cells: readonly RunningCell[]) {
    for (const { program } of cells) for (const name of usedNames(program)) this.taken.add(name);
  }

  /** A name like this one that no cell uses. */
  free(name: string): string {
    let candidate = name;
    for (let count = 2; this.taken.has(candidate); count++) candidate = `${name}${count}`;
    return candidate;
  }

  /** Takes in the next cell; gives back the names that it declares anew, for which a block must open. */
  enter(cell: RunningCell): string[] {
    if (cell.outcome === "passes") this.refuseLostNames(cell);
    const imported = importedNames(cell.program);
    const late = imported.find((name) => this.declared.has(name));
    if (late !== undefined) {
      throw refusal(
        cell,
        `imports \`${late}\`, a name that a cell above declares`,
        "Import it under another name, or rename the variable.",
      );
    }
    const own = declaredNames(cell.program);
    // What a failing cell declares is gone afterwards: in the notebook because it failed, in the script because of `try`.
    const names = cell.outcome === "raises" ? new Set<string>() : own;
    const { hides, stale } = this.scopes.enter(cell.program, cell.place.cell, names, imported);
    if (stale !== undefined) {
      const { user, name, definedIn, declaredIn } = stale;
      throw refusal(
        cell,
        `uses \`${user}\`, which works with the \`${name}\` of cell ${declaredIn + 1} in the notebook, but in a script with the older one that it knew in cell ${definedIn + 1}`,
        `Give the \`${name}\` of cell ${declaredIn + 1} another name, or pass it as an argument.`,
      );
    }
    for (const name of names) this.declared.add(name);
    for (const name of own)
      if (cell.outcome === "raises" && !this.scopes.isDeclared(name)) this.lost.set(name, cell.place.cell);
    return hides;
  }

  private refuseLostNames(cell: RunningCell): void {
    const own = declaredNames(cell.program);
    for (const name of usedNames(cell.program)) {
      const failing = this.lost.get(name);
      if (failing === undefined || own.has(name) || this.scopes.isDeclared(name)) continue;
      throw refusal(
        cell,
        `uses \`${name}\`, which only cell ${failing + 1} declares, and that cell is tagged raises-exception`,
        "Declare it in a cell that does not fail.",
      );
    }
  }
}

function importedNames(program: Program): string[] {
  return program.body.flatMap((statement) =>
    statement.type === "ImportDeclaration" ? statement.specifiers.map(({ local }) => local.name) : [],
  );
}

function refusal(cell: RunningCell, what: string, hint: string): NotebookError {
  const { notebook, cell: index } = cell.place;
  return new NotebookError("export-refused", `${notebook}: cell ${index + 1} ${what}.`, {
    ...cell.place,
    source: cell.source,
    hint,
  });
}
