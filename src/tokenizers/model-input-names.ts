/** @file Which columns a model reads, by the class of its tokenizer. */

/** The classes whose models read token types. */
const WITH_TYPES: ReadonlySet<string> = new Set([
  "Bert",
  "ConvBert",
  "Deberta",
  "DebertaV2",
  "Electra",
  "Funnel",
  "MarkupLM",
  "MobileBert",
  "SqueezeBert",
  "XLNet",
]);

/** The columns that a file declares, or those of the class. Python: `tokenizer.model_input_names`. */
export function modelInputNames(declared: unknown, tokenizerClass: string): readonly string[] {
  if (Array.isArray(declared) && declared.every((name) => typeof name === "string")) return declared as string[];
  const family = tokenizerClass.replace(/Tokenizer(Fast)?$/, "");
  return WITH_TYPES.has(family) ? ["input_ids", "token_type_ids", "attention_mask"] : ["input_ids", "attention_mask"];
}
