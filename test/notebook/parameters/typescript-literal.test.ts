import assert from "node:assert/strict";
import { test } from "node:test";
import ts from "typescript";
import { typescriptLiteral } from "../../../src/notebook/parameters/typescript-literal";

/** What a JavaScript engine makes of the TypeScript, once TypeScript's own compiler has read it. */
function meaning(source: string): unknown {
  const { outputText, diagnostics } = ts.transpileModule(`export const value = ${source};`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  assert.deepEqual(diagnostics, []);
  const exports: { value?: unknown } = {};
  new Function("exports", outputText)(exports);
  return exports.value;
}

test("a value comes back as itself, whatever its texts hold", () => {
  const texts = [
    'a"; process.exit(1); "',
    "`$".concat("{process.exit(1)}`"),
    "'); process.exit(1); ('",
    "line\nbreak\r\n\u2028\u2029\u0085\u0000",
    "</script><!-- -->",
    "\\",
    "\\u0022",
    "\ud800",
    "é😀",
    "*/ process.exit(1) /*",
  ];
  for (const text of texts) {
    assert.equal(meaning(typescriptLiteral(text)), text);
    assert.deepEqual(meaning(typescriptLiteral({ [text]: [text] })), { [text]: [text] });
  }
  for (const value of [0, -1.5, 1e300, 5e-324, true, null, [], {}, [[1, { a: null }]]]) {
    assert.deepEqual(meaning(typescriptLiteral(value)), value);
  }
  assert.ok(Object.is(meaning(typescriptLiteral(-0)), -0));
});

test("a literal stays on one line and closes no script element", () => {
  const literal = typescriptLiteral("</script>\n\u2028<!--");
  assert.doesNotMatch(literal, /[\n\u2028]|<\/|<!/);
});

test("__proto__ is written as a property, not as a prototype", () => {
  const value: unknown = JSON.parse('{"__proto__": {"polluted": true}}');
  const back = meaning(typescriptLiteral(value)) as object;
  assert.deepEqual(Object.keys(back), ["__proto__"]);
  assert.equal(Object.getPrototypeOf(back), Object.prototype);
});

test("what JSON cannot hold is refused", () => {
  const circular: unknown[] = [];
  circular.push(circular);
  for (const value of [Number.NaN, undefined, () => 1, 1n, new Date(), new Map(), Symbol("a"), circular]) {
    assert.throws(() => typescriptLiteral(value), TypeError);
  }
});
