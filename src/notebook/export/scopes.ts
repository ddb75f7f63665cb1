/**
 * @file Where a script opens a block because a cell gives a name a new meaning, and where that would not be the same.
 *
 * In a notebook a later cell may declare a name again. In a script the new declaration stands in a block that reaches to
 * the end, so that it hides the old one. One thing differs: a function from before the block goes on seeing the old
 * value, while in the notebook it sees the new one. A notebook that depends on this is refused.
 */
import type { Node, Program, Statement } from "@babel/types";
import { freeNames, isDeferred, patternNames, usedNames, walk } from "./syntax-walk";

/** A function that would see another value in the script than in the notebook. */
export interface StaleClosure {
  /** The function or class that a cell uses. */
  user: string;
  /** The cell that defined it. */
  definedIn: number;
  /** The name that it takes from outside, and that was declared again. */
  name: string;
  /** The cell that declared the name again. */
  declaredIn: number;
}

/** What became of a cell's names. */
export interface CellScope {
  /** Names that this cell gives a new meaning, so that a block must open before it. */
  hides: string[];
  /** The first function that would see the wrong value. */
  stale: StaleClosure | undefined;
}

/** Follows the names of a notebook from cell to cell. */
export class Scopes {
  /** Where each name was declared, oldest first. */
  private readonly declarations = new Map<string, number[]>();
  private readonly used = new Set<string>();
  private readonly closures = new Map<string, { cell: number; free: Set<string> }>();

  /**
   * Takes in the next cell, which adds `names` for the cells below it. Imports are visible everywhere in a script, so they
   * open no block.
   */
  enter(program: Program, cell: number, names: ReadonlySet<string>, imported: readonly string[]): CellScope {
    const uses = usedNames(program);
    const hides = [...names].filter((name) => this.declarations.has(name) || this.used.has(name));
    for (const name of [...names, ...imported]) this.declare(name, cell);
    const stale = [...uses].filter((name) => !names.has(name)).map((name) => this.staleBelow(name, name, new Set()));
    for (const name of uses) this.used.add(name);
    if (names.size > 0) for (const statement of program.body) this.remember(statement, cell);
    return { hides, stale: stale.find((found) => found !== undefined) };
  }

  /** Whether any cell so far declared the name. */
  isDeclared(name: string): boolean {
    return this.declarations.has(name);
  }

  private declare(name: string, cell: number): void {
    const cells = this.declarations.get(name) ?? [];
    if (cells.at(-1) !== cell) cells.push(cell);
    this.declarations.set(name, cells);
  }

  private remember(statement: Statement, cell: number): void {
    if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration") {
      for (const name of patternNames(statement.id)) this.closures.set(name, { cell, free: freeNames(statement) });
    }
    if (statement.type !== "VariableDeclaration") return;
    for (const { id, init } of statement.declarations) {
      const free = init ? heldNames(init) : new Set<string>();
      for (const name of patternNames(id)) this.closures.set(name, { cell, free });
    }
  }

  /** Follows a function, and the functions that it calls, to a name that has since been declared again. */
  private staleBelow(user: string, name: string, seen: Set<string>): StaleClosure | undefined {
    const closure = this.closures.get(name);
    if (closure === undefined || seen.has(name)) return undefined;
    seen.add(name);
    for (const free of closure.free) {
      const cells = this.declarations.get(free) ?? [];
      const declaredIn = cells.find((cell) => cell > closure.cell);
      if (declaredIn !== undefined && cells.some((cell) => cell <= closure.cell)) {
        return { user, definedIn: closure.cell, name: free, declaredIn };
      }
      const deeper = this.staleBelow(user, free, seen);
      if (deeper !== undefined) return deeper;
    }
    return undefined;
  }
}

/**
 * The names that the functions in a value take from outside. Functions that are handed to a call are left out: most are
 * called at once, as in `rows.map(…)`.
 */
function heldNames(value: Node): Set<string> {
  const names = new Set<string>();
  walk(value, (node) => {
    if (node.type === "CallExpression" || node.type === "NewExpression" || node.type === "OptionalCallExpression")
      return false;
    if (!isDeferred(node)) return true;
    for (const name of freeNames(node)) names.add(name);
    return false;
  });
  return names;
}
