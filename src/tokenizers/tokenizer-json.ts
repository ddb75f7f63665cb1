/** @file tokenizer.json out of a repository, or what older files say in its place. */
import type { Repository } from "../hub/repository";
import { bertJson, byteLevelJson } from "./slow-tokenizer-files";
import { TokenizerError } from "./tokenizer-error";

type Json = Readonly<Record<string, unknown>>;

/** The largest tokenizer.json that is read, in bytes. */
const MOST_BYTES = 200_000_000;

/** The content of tokenizer.json. */
export async function readTokenizerJson(repository: Repository, config: Json, tokenizerClass: string): Promise<Json> {
  if (await repository.has("tokenizer.json")) {
    const json = await repository.readJson("tokenizer.json", { maxBytes: MOST_BYTES });
    if (json !== null && typeof json === "object" && !Array.isArray(json)) return withBertOptions(json as Json, config);
    throw new TokenizerError("tokenizer-file", `\`tokenizer.json\` in ${repository.id} is not an object.`, {
      file: "tokenizer.json",
      hint: "Save the tokenizer again, or download it again.",
    });
  }
  if (await repository.has("vocab.txt")) return bertJson(await repository.readText("vocab.txt"), config);
  if ((await repository.has("vocab.json")) && (await repository.has("merges.txt"))) {
    const vocabulary = await repository.readJson("vocab.json");
    return byteLevelJson(vocabulary, await repository.readText("merges.txt"), config, tokenizerClass);
  }
  const files = await repository.list();
  const sentencePiece = files.find((file) => /\.(model|spm)$/.test(file));
  throw new TokenizerError(
    "tokenizer-missing",
    `There is no tokenizer in ${repository.id}: it has no \`tokenizer.json\`.`,
    {
      file: "tokenizer.json",
      hint:
        sentencePiece === undefined
          ? `Its files: ${files.slice(0, 10).join(", ") || "none"}.`
          : `\`${sentencePiece}\` is a SentencePiece file: load and save it once with Python's AutoTokenizer, which writes tokenizer.json.`,
    },
  );
}

/** The options of BERT's own configuration win over those in tokenizer.json, as in Python. */
function withBertOptions(json: Json, config: Json): Json {
  const normalizer = json.normalizer as Json | null | undefined;
  const isBert = /^(Distil)?Bert(Tokenizer|TokenizerFast)$/.test(String(config.tokenizer_class));
  if (!isBert || normalizer?.type !== "BertNormalizer") return json;
  const changed: Record<string, unknown> = { ...normalizer };
  if (typeof config.do_lower_case === "boolean") changed.lowercase = config.do_lower_case;
  if (typeof config.tokenize_chinese_chars === "boolean") changed.handle_chinese_chars = config.tokenize_chinese_chars;
  if (typeof config.strip_accents === "boolean") changed.strip_accents = config.strip_accents;
  return { ...json, normalizer: changed };
}
