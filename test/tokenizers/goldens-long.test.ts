// Texts of 100,000 characters against Python; a file of its own, since files run side by side.
import { join } from "node:path";
import { test } from "node:test";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import { assertSame, encodeHash, fixtures, GOLDEN_NAMES, longTexts, readGolden } from "./golden-texts";

const texts = longTexts();

for (const name of GOLDEN_NAMES) {
  test(name, async () => {
    const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, name));
    assertSame(
      texts.map((text) => encodeHash(tokenizer, [text], undefined, {})),
      readGolden(name).long,
      texts.map((text) => text.slice(0, 20)),
    );
  });
}
