/**
 * @file `{ seed }` where `seed` comes from an earlier cell.
 *
 * Variables of earlier cells are properties of `exports` when a cell runs. tslab puts `exports.` before each use of one,
 * but not into a shorthand property, so that `f({ seed })` throws a ReferenceError. Here `{ seed }` becomes
 * `{ seed: exports.seed }` before tslab looks.
 */
import { basename } from "node:path";

/** tslab keeps the declarations of earlier cells in a file of this name. */
const EARLIER_CELLS = "__prev__.d.ts";

/** A syntax node, as far as it is looked at here. */
interface Node {
  readonly kind: number;
}

interface ShorthandProperty extends Node {
  readonly name: Node & { readonly text: string };
  /** The `= 1` of `({ seed = 1 } = options)`. */
  readonly objectAssignmentInitializer?: Node;
}

interface TypeChecker {
  getShorthandAssignmentValueSymbol(
    node: Node,
  ): { declarations?: readonly { getSourceFile(): { fileName: string } }[] } | undefined;
}

/** The parts of the compiler that the rewriting takes. */
export interface TransformingCompiler {
  readonly factory: {
    createIdentifier(text: string): Node;
    createPropertyAccessExpression(object: Node, name: Node): Node;
    createPropertyAssignment(name: Node, value: Node): Node;
    createAssignment(target: Node, value: Node): Node;
  };
  isShorthandPropertyAssignment(node: Node): node is ShorthandProperty;
  getParseTreeNode(node: Node): Node | undefined;
  setSourceMapRange<Changed extends Node>(node: Changed, range: Node): Changed;
  visitEachChild<Visited extends Node>(node: Visited, visit: (child: Node) => Node, context: unknown): Visited;
}

/** A program that can say where a name was declared. */
export interface CheckedProgram {
  getProgram(): { getTypeChecker(): TypeChecker };
}

/** What `emit` takes last. */
export interface CustomTransformers {
  after?: readonly unknown[];
}

/** The transformers that tslab emits a cell with, and ours before them. */
export function withShorthandRepair(
  compiler: TransformingCompiler,
  program: CheckedProgram,
  transformers: CustomTransformers | undefined,
): CustomTransformers {
  const repair = (context: unknown) => {
    const checker = program.getProgram().getTypeChecker();
    const visit = (node: Node): Node => {
      const visited = compiler.visitEachChild(node, visit, context);
      return compiler.isShorthandPropertyAssignment(visited) && isFromEarlierCell(compiler, checker, node)
        ? compiler.setSourceMapRange(spelledOut(compiler, visited), node)
        : visited;
    };
    return (file: Node): Node => visit(file);
  };
  return { ...transformers, after: [repair, ...(transformers?.after ?? [])] };
}

function isFromEarlierCell(compiler: TransformingCompiler, checker: TypeChecker, node: Node): boolean {
  const written = compiler.getParseTreeNode(node);
  if (written === undefined) return false;
  const declarations = checker.getShorthandAssignmentValueSymbol(written)?.declarations ?? [];
  return declarations.some((declaration) => basename(declaration.getSourceFile().fileName) === EARLIER_CELLS);
}

function spelledOut({ factory }: TransformingCompiler, property: ShorthandProperty): Node {
  const { name, objectAssignmentInitializer: initial } = property;
  const variable = factory.createPropertyAccessExpression(
    factory.createIdentifier("exports"),
    factory.createIdentifier(name.text),
  );
  return factory.createPropertyAssignment(
    factory.createIdentifier(name.text),
    initial === undefined ? variable : factory.createAssignment(variable, initial),
  );
}
