// The oracle of the template is @huggingface/jinja.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Template } from "@huggingface/jinja";
import { defaultRng } from "../../../src/core/random";
import { answersOf, variants, writeConversation } from "../../../tools/models/chat-grammar";
import { INTENTS } from "../../../tools/models/chat-intents";
import { CHAT_TEMPLATE, renderMessage } from "../../../tools/models/chat-template";

test("the template writes what training reads", () => {
  const template = new Template(CHAT_TEMPLATE);
  const random = defaultRng(5);
  for (let index = 0; index < 50; index++) {
    const { messages } = writeConversation(random);
    assert.equal(template.render({ messages }), messages.map(renderMessage).join(""));
  }
  const messages = [{ role: "user", content: " Hola " }];
  assert.equal(template.render({ messages, add_generation_prompt: true }), "<|usuario|>Hola<|fin|><|asistente|>");
});

test("the template refuses roles that it does not know, and a late system message", () => {
  const template = new Template(CHAT_TEMPLATE);
  const render = (roles: string[]) => template.render({ messages: roles.map((role) => ({ role, content: "x" })) });
  assert.throws(() => render(["tool"]), /one message has the role tool/);
  assert.throws(() => render(["user", "system"]), /must come first/);
});

test("conversations take turns, and every answer is one that the grammar has", () => {
  const random = defaultRng(6);
  for (let index = 0; index < 200; index++) {
    const { messages, intents } = writeConversation(random);
    const turns = messages.filter(({ role }) => role !== "system");
    assert.equal(turns.length, 2 * intents.length);
    for (const [place, { role, content }] of turns.entries()) {
      assert.equal(role, place % 2 === 0 ? "user" : "assistant");
      assert.doesNotMatch(content, /[{}|<>]| {2}/);
      if (role === "assistant") assert.ok(answersOf(intents[(place - 1) / 2] ?? "").has(content), content);
    }
  }
});

test("templates have the variants that they spell out", () => {
  assert.deepEqual(variants("a {b|c {d|e}} f"), ["a b f", "a c d f", "a b f", "a c e f"]);
  assert.equal(new Set(INTENTS.map(({ id }) => id)).size, INTENTS.length);
});
