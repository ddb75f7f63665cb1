/** @file How a model is used, in the libraries that read its folder. */
import type { CardTask, ModelCardOptions } from "./model-card-options";

const AUTO_CLASSES: Readonly<Record<CardTask, string>> = {
  "text-classification": "AutoModelForSequenceClassification",
  "zero-shot-classification": "AutoModelForSequenceClassification",
  "token-classification": "AutoModelForTokenClassification",
  "question-answering": "AutoModelForQuestionAnswering",
  "fill-mask": "AutoModelForMaskedLM",
  "text-generation": "AutoModelForCausalLM",
  "feature-extraction": "AutoModel",
};

/** Code that opens the model in each library. */
export function cardUse(options: ModelCardOptions): string {
  return options.kind === "adapter" ? adapterUse(options) : modelUse(options);
}

function modelUse({ modelId, task, onnx }: ModelCardOptions): string {
  const [name, id] = [JSON.stringify(task ?? "text-classification"), JSON.stringify(modelId)];
  const python = fenced("python", ["from transformers import pipeline", "", `run = pipeline(${name}, model=${id})`]);
  const script = (library: string): string =>
    fenced("ts", [`import { pipeline } from "${library}";`, "", `const run = await pipeline(${name}, ${id});`]);
  const javaScript = onnx === true ? ["transformers.js:", script("@huggingface/transformers")] : [];
  return ["Python:", python, ...javaScript, "Caderno, in TypeScript:", script("caderno")].join("\n\n");
}

function adapterUse({ modelId, task, baseModel, labels }: ModelCardOptions): string {
  const opener = AUTO_CLASSES[task ?? "text-classification"];
  const [base, id] = [JSON.stringify(baseModel ?? "the base model"), JSON.stringify(modelId)];
  const [asPython, asScript] =
    labels === undefined ? ["", ""] : [`, num_labels=${labels.length}`, `, { numLabels: ${labels.length} }`];
  const python = [
    "from peft import PeftModel",
    `from transformers import ${opener}`,
    "",
    `base = ${opener}.from_pretrained(${base}${asPython})`,
    `model = PeftModel.from_pretrained(base, ${id})`,
  ];
  const script = [
    `import { ${opener}, PeftModel } from "caderno";`,
    "",
    `const base = await ${opener}.fromPretrained(${base}${asScript});`,
    `const model = await PeftModel.fromPretrained(base, ${id});`,
  ];
  return ["Python:", fenced("python", python), "Caderno, in TypeScript:", fenced("ts", script)].join("\n\n");
}

function fenced(language: string, lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, "```"].join("\n");
}
