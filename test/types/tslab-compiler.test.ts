import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { test } from "node:test";
import type { Cell } from "../../src/notebook/format/types";

// tslab brings its own TypeScript (5.0.4) and reads no tsconfig. What it cannot compile, no student can run.
const root = resolve(__dirname, "../..");
const fromTslab = createRequire(require.resolve("tslab/package.json"));

test("the published declarations compile with tslab's TypeScript and options", () => {
  const ts: typeof import("typescript") = fromTslab("@tslab/typescript-for-tslab");
  const entry = join(root, "dist/index.d.ts");
  assert.ok(existsSync(entry), "Run `npm run build` first.");
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.NodeJs,
    esModuleInterop: true,
    experimentalDecorators: true,
    skipLibCheck: false,
    noEmit: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  });
  const ours = ts
    .getPreEmitDiagnostics(program)
    .filter((diagnostic) => diagnostic.file?.fileName.startsWith(join(root, "dist")))
    .map((diagnostic) => {
      const place = diagnostic.file === undefined ? "" : relative(root, diagnostic.file.fileName);
      return `${place}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
    });
  assert.deepEqual(ours, []);
  assert.equal(ts.version, "5.0.4");
});

interface Converter {
  convert(
    declarations: string,
    source: string,
  ): { declOutput?: string; diagnostics: { messageText: string; start: { line: number } }[] };
  close(): void;
}

test("every cell of every notebook compiles in tslab's own converter, cell after cell", () => {
  const { createConverter }: { createConverter(): Converter } = fromTslab("./dist/converter.js");
  const converter = createConverter();
  try {
    for (const name of readdirSync(join(root, "notebooks")).filter((file) => file.endsWith(".ipynb"))) {
      const { cells }: { cells: (Cell & { source: string[] | string })[] } = JSON.parse(
        readFileSync(join(root, "notebooks", name), "utf8"),
      );
      let declarations = "";
      for (const [position, cell] of cells.entries()) {
        if (cell.cell_type !== "code" || cell.metadata.tags?.includes("raises-exception")) continue;
        const text = [cell.source].flat().join("");
        const result = converter.convert(declarations, text);
        const problems = result.diagnostics.map(
          (problem) => `${name}, cell ${position + 1}, line ${problem.start.line + 1}: ${problem.messageText}`,
        );
        assert.deepEqual(problems, []);
        declarations = result.declOutput ?? declarations;
      }
    }
  } finally {
    converter.close();
  }
});
