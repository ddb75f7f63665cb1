import assert from "node:assert/strict";
import { test } from "node:test";
import { argumentRangeError, argumentTypeError, CadernoError, describeValue, messageOf } from "../../src/core/errors";
import { escapeHtml } from "../../src/core/html";

test("an argument error names the function, the parameter, the rule, the value and the next step", () => {
  const problem = {
    function: "split",
    parameter: "testSize",
    rule: "be between 0 and 1",
    value: 1.5,
    next: "Try 0.2.",
  };
  assert.equal(argumentRangeError(problem).message, "split: `testSize` must be between 0 and 1, but got 1.5. Try 0.2.");
  assert.ok(argumentRangeError(problem) instanceof RangeError);
  assert.ok(argumentTypeError(problem) instanceof TypeError);
});

test("a CadernoError is named after its class and keeps code, hint and cause", () => {
  class KernelError extends CadernoError {}
  const cause = new Error("below");
  const error = new KernelError("kernel-dead", "The kernel died.", { hint: "Start it again.", cause });
  assert.equal(error.name, "KernelError");
  assert.deepEqual([error.code, error.hint, error.cause], ["kernel-dead", "Start it again.", cause]);
});

test("a value in a message is quoted and short", () => {
  assert.equal(describeValue("a\nb"), '"a\\nb"');
  assert.ok(describeValue("x".repeat(500)).length < 100);
  assert.equal(describeValue([1, "b", null, 4]), '[1, "b", null, … 4 in all]');
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  assert.equal(describeValue(cyclic), "[[…]]");
  assert.equal(describeValue(10n), "10n");
  assert.equal(describeValue({ essay: 1 }), "Object with essay");
  assert.equal(describeValue(Object.create(null)), "an empty object");
  assert.equal(describeValue(undefined), "undefined");
});

test("whatever is thrown has a message", () => {
  assert.equal(messageOf(new Error("text")), "text");
  assert.equal(messageOf("only text"), "only text");
  assert.equal(messageOf(Object.create(null)), "[object without text]");
});

test("HTML's own characters are escaped", () => {
  assert.equal(escapeHtml(`<a href="x" id='y'>&</a>`), "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
});
