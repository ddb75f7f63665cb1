/** @file The imports of all cells as one list at the top of a script. */
import type { ImportDeclaration, Node } from "@babel/types";

/** One imported name: what it is called there and here. */
interface ImportedName {
  kind: "named" | "default" | "namespace";
  imported: string;
  local: string;
  isType: boolean;
}

/** A name that two cells import from different places. */
export interface ImportConflict {
  local: string;
  sources: [string, string];
}

/** Collects imports cell by cell and writes each module's once, in the order of first appearance. */
export class MergedImports {
  private readonly modules = new Map<string, Map<string, ImportedName>>();
  private readonly origins = new Map<string, { source: string; imported: string; kind: ImportedName["kind"] }>();

  /** Takes in a declaration whose module is `source`; gives back the name that already means something else. */
  add(node: ImportDeclaration, source: string): ImportConflict | undefined {
    const key = JSON.stringify([source, attributesOf(node)]);
    const names = this.modules.get(key) ?? new Map<string, ImportedName>();
    this.modules.set(key, names);
    for (const specifier of node.specifiers) {
      const name = importedName(specifier, node.importKind === "type");
      const known = this.origins.get(name.local);
      if (
        known !== undefined &&
        (known.source !== source || known.imported !== name.imported || known.kind !== name.kind)
      ) {
        return { local: name.local, sources: [known.source, source] };
      }
      this.origins.set(name.local, { source, imported: name.imported, kind: name.kind });
      const isType = name.isType && (names.get(name.local)?.isType ?? true);
      names.set(name.local, { ...name, isType });
    }
    return undefined;
  }

  /** Makes sure that a name of a module is imported, as `local` unless it already has a name here, which is returned. */
  need(source: string, imported: string, local: string): string {
    for (const [name, origin] of this.origins) {
      const isValue = this.modules.get(JSON.stringify([source, ""]))?.get(name)?.isType === false;
      if (origin.source === source && origin.imported === imported && isValue) return name;
    }
    const key = JSON.stringify([source, ""]);
    const names = this.modules.get(key) ?? new Map<string, ImportedName>();
    this.modules.set(key, names.set(local, { kind: "named", imported, local, isType: false }));
    this.origins.set(local, { source, imported, kind: "named" });
    return local;
  }

  /** Whether a name is imported by any cell. */
  has(local: string): boolean {
    return this.origins.has(local);
  }

  /** The import declarations as text, a line each. */
  lines(): string[] {
    return [...this.modules].flatMap(([key, names]) => {
      const [source, attributes] = JSON.parse(key) as [string, string];
      return moduleLines([...names.values()], `${JSON.stringify(source)}${attributes};`);
    });
  }
}

function moduleLines(names: readonly ImportedName[], from: string): string[] {
  if (names.length === 0) return [`import ${from}`];
  const lines: string[] = [];
  for (const name of names.filter(({ kind }) => kind !== "named")) {
    const what = name.kind === "namespace" ? `* as ${name.local}` : name.local;
    lines.push(`import ${name.isType ? "type " : ""}${what} from ${from}`);
  }
  const named = names.filter(({ kind }) => kind === "named").sort((left, right) => (left.local < right.local ? -1 : 1));
  if (named.length === 0) return lines;
  const areTypes = named.every(({ isType }) => isType);
  const list = named.map((name) => `${name.isType && !areTypes ? "type " : ""}${renamed(name)}`);
  const opening = `import ${areTypes ? "type " : ""}{`;
  const line = `${opening} ${list.join(", ")} } from ${from}`;
  const wrapped = [opening, ...list.map((name) => `  ${name},`), `} from ${from}`];
  lines.push(...(line.length <= 120 ? [line] : wrapped));
  return lines;
}

function renamed({ imported, local }: ImportedName): string {
  if (imported === local) return local;
  return `${/^[A-Za-z_$][\w$]*$/.test(imported) ? imported : JSON.stringify(imported)} as ${local}`;
}

function importedName(specifier: ImportDeclaration["specifiers"][number], isTypeOnly: boolean): ImportedName {
  const local = specifier.local.name;
  if (specifier.type === "ImportNamespaceSpecifier")
    return { kind: "namespace", imported: "*", local, isType: isTypeOnly };
  if (specifier.type === "ImportDefaultSpecifier")
    return { kind: "default", imported: "default", local, isType: isTypeOnly };
  const isType = isTypeOnly || specifier.importKind === "type";
  return { kind: "named", imported: nameOf(specifier.imported), local, isType };
}

function nameOf(node: Node): string {
  if (node.type === "Identifier") return node.name;
  return node.type === "StringLiteral" ? node.value : "";
}

function attributesOf(node: ImportDeclaration): string {
  const attributes = node.attributes ?? [];
  if (attributes.length === 0) return "";
  const list = attributes.map(({ key, value }) => `${JSON.stringify(nameOf(key))}: ${JSON.stringify(value.value)}`);
  return ` with { ${list.join(", ")} }`;
}
