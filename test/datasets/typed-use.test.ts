import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(__dirname, "../..");
const fromTslab = createRequire(require.resolve("tslab/package.json"));

test("row types flow through splits, columns and dicts in the compiler of the notebooks", () => {
  const ts: typeof import("typescript") = fromTslab("@tslab/typescript-for-tslab");
  const program = ts.createProgram([join(__dirname, "typed-use.ts")], {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.NodeJs,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  });
  const problems = ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { file, start = 0 } = diagnostic;
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    const place = file === undefined ? "" : `${relative(root, file.fileName)}:${line}: `;
    return place + ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
  });
  assert.deepEqual(problems, []);
});
