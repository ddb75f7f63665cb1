// The oracle is Python: apply_chat_template with the same templates (test/fixtures/chat/make.py), and published renderings.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { before, describe, test } from "node:test";
import { AutoTokenizer } from "../../../src/tokenizers/auto-tokenizer";
import type { ChatMessage, Conversations } from "../../../src/tokenizers/chat/chat-message";
import type { ChatTemplateOptions } from "../../../src/tokenizers/chat/chat-options";
import { describeTool } from "../../../src/tokenizers/chat/describe-tool";
import { renderTemplate } from "../../../src/tokenizers/chat/render-template";
import { strftime } from "../../../src/tokenizers/chat/strftime";
import type { PreTrainedTokenizerFast } from "../../../src/tokenizers/pre-trained-tokenizer-fast";

interface Case {
  template: string;
  messages: Conversations;
  options: Record<string, unknown>;
  variables: Record<string, unknown>;
  text?: string | string[];
  ids?: number[];
  error?: string;
}

interface Goldens {
  schema: unknown;
  cases: Case[];
  values: Record<string, unknown>;
  pieces: { template: string; text: string }[];
  masked: { messages: ChatMessage[]; ids: number[]; masks: number[] }[];
  short: { ids: number[]; masks: number[] };
  padded: { input_ids: number[][]; attention_mask: number[][] };
}

const root = resolve(__dirname, "../../..");
const fixtures = join(root, "test/fixtures");
const goldens: Goldens = JSON.parse(readFileSync(join(fixtures, "chat/chat.json"), "utf8"));
const published = join(root, "../shared/data/chat/chat-template-goldens.json");
const user = { role: "user", content: "¡Hola!" } as const;
let tokenizer: PreTrainedTokenizerFast;
before(async () => {
  tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, "tokenizers/gpt2"));
  tokenizer.padToken = tokenizer.eosToken;
});

const weather = describeTool((city: string, days: number, unit = "celsius") => `${city} ${days} ${unit}`, {
  name: "weather",
  description: "Says what the weather will be like.",
  parameters: {
    city: { type: "string", description: "A city's name, such as Toledo." },
    days: { type: "integer", description: "How many days ahead." },
    unit: { type: "string", enum: ["celsius", "fahrenheit"], description: "The unit of temperatures." },
  },
  required: ["city", "days"],
});

const OPTIONS: Record<string, keyof ChatTemplateOptions> = {
  add_generation_prompt: "addGenerationPrompt",
  continue_final_message: "continueFinalMessage",
  documents: "documents",
};

describe("templates written here", () => {
  goldens.cases.forEach((one, index) => {
    test(`${one.template} ${JSON.stringify(Object.keys(one.options))} case ${index} is Python's`, () => {
      const options: ChatTemplateOptions = {
        chatTemplate: templateOf(one.template),
        variables: one.variables,
        ...(one.options.tools === true ? { tools: [weather] } : {}),
      };
      for (const [python, ours] of Object.entries(OPTIONS))
        if (one.options[python] !== undefined) Object.assign(options, { [ours]: one.options[python] });
      const { error } = one;
      if (error !== undefined) {
        assert.throws(() => tokenizer.applyChatTemplate(one.messages, options), {
          name: "TokenizerError",
          code: "chat-template-refused",
          message: error,
        });
        return;
      }
      assert.deepEqual(tokenizer.applyChatTemplate(one.messages, { ...options, tokenize: false }), one.text);
      if (one.ids !== undefined) assert.deepEqual(tokenizer.applyChatTemplate(one.messages, options), one.ids);
    });
  });

  for (const { template, text } of goldens.pieces)
    test(`${template} prints what Python prints`, () => {
      assert.equal(renderTemplate(template, goldens.values), text);
    });

  test("a described function is what Python reads out of type hints, and still a function", () => {
    assert.deepEqual(weather.toolSchema, goldens.schema);
    assert.equal(JSON.stringify(weather.toolSchema), JSON.stringify(goldens.schema));
    assert.equal(weather("Toledo", 2), "Toledo 2 celsius");
  });

  test("the assistant's tokens are Python's", () => {
    const options = {
      chatTemplate: templateOf("chatml"),
      returnDict: true,
      returnAssistantTokensMask: true,
    } as const;
    for (const { messages, ids, masks } of goldens.masked) {
      const batch = tokenizer.applyChatTemplate(messages, options);
      assert.deepEqual([batch.input_ids, batch.assistant_masks], [ids, masks]);
    }
    const messages = [goldens.masked[0]?.messages[0] ?? user, goldens.masked[0]?.messages[1] ?? user];
    const short = tokenizer.applyChatTemplate(messages, { ...options, truncation: true, maxLength: 80 });
    assert.deepEqual({ ids: short.input_ids, masks: short.assistant_masks }, goldens.short);
    assert.throws(
      () => tokenizer.applyChatTemplate([user], { ...options, chatTemplate: "{{ messages[0].content }}" }),
      /does not mark what the assistant says/,
    );
  });

  test("several conversations are padded as texts are", () => {
    const one = (goldens.masked[0]?.messages ?? []).slice(0, 2);
    const batch = tokenizer.applyChatTemplate([one.slice(0, 1), one], {
      chatTemplate: templateOf("zephyr"),
      returnDict: true,
      padding: true,
      truncation: true,
      maxLength: 30,
    });
    assert.deepEqual({ input_ids: batch.input_ids, attention_mask: batch.attention_mask }, goldens.padded);
  });
});

test("published templates render exactly, all of them", {
  skip: existsSync(published) ? false : "no published renderings",
}, () => {
  const cases: { name: string; chat_template: string; data: Record<string, unknown>; target: string }[] = JSON.parse(
    readFileSync(published, "utf8"),
  );
  for (const { name, chat_template, data, target } of cases) {
    // One template writes the day on which the rendering was made.
    const day = /Today Date: (\d+ \w+ \d+)/.exec(target)?.[1];
    const clock = day === undefined ? {} : { strftime_now: (format: string) => strftime(new Date(day), format) };
    assert.equal(renderTemplate(chat_template, { ...data, ...clock }), target, name);
  }
  const ours = {
    blenderbot: "blenderbot",
    mistral: "TheBloke/Mistral-7B-Instruct-v0.1-GPTQ",
    zephyr: "HuggingFaceH4/zephyr-7b-beta (add_generation_prompt=true)",
  };
  for (const [template, name] of Object.entries(ours)) {
    const { data, target } = cases.find((one) => one.name === name) ?? assert.fail(name);
    assert.equal(renderTemplate(templateOf(template), data), target, `our template in the manner of ${name}`);
  }
});

describe("which template", () => {
  test("the tokenizer's own, the default of several, the one for tools, the named one", async () => {
    const several = await AutoTokenizer.fromPretrained(join(fixtures, "tokenizers/gpt2"));
    const render = (options: ChatTemplateOptions): string =>
      several.applyChatTemplate([user], { ...options, tokenize: false });
    assert.throws(() => render({}), { code: "chat-template-missing", hint: /not trained on conversations/ });
    several.chatTemplate = { default: "plain", tool_use: "with tools", rag: "with documents" };
    assert.equal(render({}), "plain");
    assert.equal(render({ tools: [weather] }), "with tools");
    assert.equal(render({ chatTemplate: "rag" }), "with documents");
    assert.equal(render({ chatTemplate: "{{ messages[0]['content'] }}" }), "¡Hola!");
    assert.throws(() => render({ chatTemplate: "rags" }), {
      hint: /Available templates: default, tool_use, rag\. Did you mean `rag`/,
    });
    several.chatTemplate = { rag: "with documents" };
    assert.throws(() => render({}), { code: "chat-template-missing", hint: /rag/ });
  });

  test("the files in which repositories keep them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "caderno-chat-"));
    try {
      cpSync(join(fixtures, "tokenizers/gpt2"), folder, { recursive: true });
      const load = async (): Promise<unknown> => (await AutoTokenizer.fromPretrained(folder)).chatTemplate;
      const config = JSON.parse(readFileSync(join(folder, "tokenizer_config.json"), "utf8"));
      const write = (chat_template: unknown): void =>
        writeFileSync(join(folder, "tokenizer_config.json"), JSON.stringify({ ...config, chat_template }));
      assert.equal(await load(), undefined);
      write("in the configuration");
      assert.equal(await load(), "in the configuration");
      write([
        { name: "default", template: "one" },
        { name: "rag", template: "two" },
      ]);
      assert.deepEqual(await load(), { default: "one", rag: "two" });
      const saved = join(folder, "saved");
      await (await AutoTokenizer.fromPretrained(folder)).savePretrained(saved);
      assert.deepEqual((await AutoTokenizer.fromPretrained(saved)).chatTemplate, { default: "one", rag: "two" });
      writeFileSync(join(folder, "chat_template.jinja"), "in a file");
      assert.equal(await load(), "in a file");
      mkdirSync(join(folder, "additional_chat_templates"));
      writeFileSync(join(folder, "additional_chat_templates/tool_use.jinja"), "for tools");
      assert.deepEqual(await load(), { tool_use: "for tools", default: "in a file" });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("the embedded chat model has one", async () => {
    const own = await AutoTokenizer.fromPretrained(join(root, "assets/models/gpt2-es-tiny-chat"));
    const ids: number[] = own.applyChatTemplate([user], { addGenerationPrompt: true });
    assert.equal(own.decode(ids), "<|usuario|>¡Hola!<|fin|><|asistente|>");
    assert.deepEqual([ids[0], ids.at(-1)], [2, 3]);
    const tensor = own.applyChatTemplate([user], { returnTensors: "onnx" });
    assert.deepEqual(tensor.dims, [1, ids.length - 1]);
  });
});

describe("templates that are wrong, or worse", () => {
  const failures: [template: string, code: string, message: RegExp][] = [
    ["a\n{% if x %}\nb", "syntax", /in line 2, at `\{% if x %\}`/],
    ["a\n{% if x %}{% endfor %}", "syntax", /in line 2, at `\{% endfor %\}`/],
    ["a\nb {{ x \n", "syntax", /in line 2, at `\{\{ x `.*no end/],
    ["\n\n{{ x + }}", "syntax", /in line 3, at `\{\{ x \+ \}\}`/],
    ["{# {{ #}\n{{ '}}' ~ 'a\\q' }}", "syntax", /in line 2/],
    ["{% for i in range(10 ** 9) %}{% endfor %}", "limit", /range of more than 100000/],
    [
      "{% set s = namespace(x='ab') %}{% for i in range(60) %}{% set s.x = s.x ~ s.x %}{% endfor %}",
      "limit",
      /10000000 characters/,
    ],
    [`{{ ${"(".repeat(100_000)} }}`, "syntax", /line 1/],
    [" ".repeat(20_000), "limit", /20000 spaces/],
    ["x".repeat(200_001), "limit", /at most 200000 characters/],
    ["{{ f(1) }}", "failed", /Cannot call/],
    ["{{ messages[0].content.lengthy + 1 }}", "failed", /undefined/],
  ];
  for (const [template, code, message] of failures)
    test(`${JSON.stringify(template.slice(0, 50))} is told`, () => {
      assert.throws(() => renderTemplate(template, { messages: [user] }), { code: `chat-template-${code}`, message });
    });

  test("loops within loops end by the clock", () => {
    const loop = "{% for i in range(99999) %}{% for j in range(99999) %}{{ j }}{% endfor %}{% endfor %}";
    const start = performance.now();
    assert.throws(() => renderTemplate(loop, {}, { milliseconds: 200, size: 1e6 }), {
      code: "chat-template-limit",
      message: /0\.2 seconds/,
    });
    assert.ok(performance.now() - start < 5000);
  });

  test("nothing of the program can be reached from a template", () => {
    const reach = "{{ messages.constructor.constructor('return process')() }}";
    assert.throws(() => renderTemplate(reach, { messages: [user] }), { code: "chat-template-failed" });
  });
});

describe("calls that cannot be meant", () => {
  const apply =
    (messages: unknown, options: object = {}) =>
    () =>
      tokenizer.applyChatTemplate(messages as Conversations, { chatTemplate: templateOf("zephyr"), ...options });

  test("messages", () => {
    assert.throws(apply("¡Hola!"), /`messages` must be a list of messages.*Such as \[\{ role: "user"/);
    assert.throws(apply([]), /one at least/);
    assert.throws(apply([[user], []]), /`messages\[1\]`/);
    assert.throws(apply(["¡Hola!"]), /`messages\[0\]` must be a message.*\{ role: "user", content: … \}/);
    assert.throws(apply([user, { content: "x" }]), /`messages\[1\]` must have a `role`/);
    assert.throws(apply([{ role: "user", content: 7 }]), /must have a `content`/);
  });

  test("options", () => {
    assert.throws(apply([user], { add_generation_prompt: true }), /It is spelt `addGenerationPrompt` here/);
    assert.throws(apply([user], { enable_thinking: true }), /goes into `variables`/);
    assert.throws(apply([user], { addGenerationPrompt: true, continueFinalMessage: true }), /Set one of them/);
    assert.throws(apply([user], { tokenize: false, returnDict: true }), /`tokenize: false` makes none/);
    assert.throws(apply([user], { tokenize: false, padding: true }), /`padding` is of ids/);
    assert.throws(apply([user], { returnAssistantTokensMask: true }), /set `returnDict: true`/);
    assert.throws(apply([user], { tools: [() => 1] }), /wrap it with `describeTool/);
    assert.throws(apply([user], { tools: weather }), /list of tools/);
    assert.throws(apply([user], { documents: ["x"] }), /objects with `title` and `text`/);
    assert.throws(
      apply([{ role: "user", content: "" }], { continueFinalMessage: true }),
      /Write the beginning of the answer/,
    );
    assert.throws(() => describeTool(() => 1, { description: "x" }), /`name` must be a name/);
  });

  test("a variable of the call takes the place of a special token", () => {
    const text = tokenizer.applyChatTemplate([user], {
      chatTemplate: "{{ eos_token }}{{ more }}",
      tokenize: false,
      variables: { eos_token: "<end>", more: 3 },
    });
    assert.equal(text, "<end>3");
  });
});

test("strftime has Python's C locale", () => {
  const date = new Date(2026, 2, 5, 0, 7, 9);
  assert.equal(
    strftime(date, "%d %b %Y, %A %-d %B, %H:%M:%S %I %p %j %y %% %Q"),
    "05 Mar 2026, Thursday 5 March, 00:07:09 12 AM 064 26 % %Q",
  );
});

function templateOf(name: string): string {
  const file =
    name === "own"
      ? "assets/models/gpt2-es-tiny-chat/chat_template.jinja"
      : `test/fixtures/chat/templates/${name}.jinja`;
  return readFileSync(join(root, file), "utf8");
}
