import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { findProjectRoot } from "../../../src/core/project-root";
import { splitRows } from "../../../tools/essays/baselines";
import { fillCard } from "../../../tools/essays/card";
import { makeCorpus } from "../../../tools/essays/corpus";
import { fromCsv, toCsv } from "../../../tools/essays/csv";
import type { Essay } from "../../../tools/essays/essay";
import { DEFAULTS } from "../../../tools/essays/main";
import { ALL_CONNECTIVES } from "../../../tools/essays/phrases/connectives";
import { THEMES } from "../../../tools/essays/themes";
import { LEVELS, type Levels } from "../../../tools/essays/types";
import { median } from "../../../tools/text/median";
import { countWords, sharingOf } from "../../../tools/text/sentences";

const folder = join(findProjectRoot(__dirname), "datasets");
const csv = readFileSync(join(folder, "redacoes.csv"), "utf8");
const rows = fromCsv(csv);
const essays = makeCorpus(DEFAULTS);
const counted = essays.filter((essay) => essay.genre === "essay");

/** The mean of a measure at each level of a competence, from 0 to 200. */
function byLevel(competence: keyof Levels, measure: (essay: Essay) => number): number[] {
  return LEVELS.map((level) => {
    const values = counted.filter((essay) => essay.levels[competence] === level).map(measure);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}

function assertRises(values: readonly number[]): void {
  values.forEach((value, index) => {
    if (index > 0) assert.ok(value > (values[index - 1] ?? Number.NaN), `must rise: ${values.join(", ")}`);
  });
}

describe("the committed essays", () => {
  it("are what the grammar makes, byte for byte", () => {
    assert.ok(toCsv(essays) === csv, "run `npm run make:essays` and commit what it writes");
  });

  it("are CSV with columns essay,score and a final newline", () => {
    assert.ok(csv.startsWith("essay,score\n"));
    assert.ok(csv.endsWith("\n") && !csv.includes("\r") && !csv.includes("\uFFFD"));
    assert.equal(rows.length, 1500);
    assert.equal((csv.match(/"/g) ?? []).length % 2, 0);
  });

  it("have 120 to 400 words each", () => {
    const lengths = rows.map((row) => countWords(row.essay));
    assert.ok(Math.min(...lengths) >= 120 && Math.max(...lengths) <= 400);
  });

  it("cover at least 24 themes evenly", () => {
    assert.ok(THEMES.length >= 24);
    for (const theme of THEMES)
      assert.ok(essays.filter((essay) => essay.theme === theme.id).length >= 1500 / THEMES.length - 1, theme.id);
  });

  it("have every score, most of them 5 to 7, and 6 most often", () => {
    const counts = Array.from({ length: 11 }, (_, score) => rows.filter((row) => row.score === score).length);
    assert.ok(
      counts.every((count) => count > 0),
      String(counts),
    );
    assert.equal(counts.indexOf(Math.max(...counts)), 6);
    assert.ok((counts[5] ?? 0) + (counts[6] ?? 0) + (counts[7] ?? 0) > 0.5 * rows.length);
  });

  it("have scores that are the competences' sum in hundreds", () => {
    for (const { score, levels } of essays) {
      const total = Object.values(levels).reduce((sum: number, level) => sum + level, 0);
      assert.equal(score, Math.round(total / 100));
    }
  });

  it("split without shuffling into parts of like scores", () => {
    const { train, test } = splitRows(rows);
    assert.deepEqual([train.length, test.length], [1200, 300]);
    const mean = (part: readonly { score: number }[]): number =>
      part.reduce((sum, row) => sum + row.score, 0) / part.length;
    assert.ok(Math.abs(mean(train) - mean(test)) < 0.3);
    for (const score of [4, 5, 6, 7, 8]) {
      const share = (part: readonly { score: number }[]): number =>
        part.filter((row) => row.score === score).length / part.length;
      assert.ok(Math.abs(share(train) - share(test)) < 0.07, `score ${score}`);
    }
  });

  it("share at most 30 % of their sentences with any other, and seldom more than 15 %", () => {
    const shared = sharingOf(rows.map((row) => row.essay));
    assert.ok(Math.max(...shared) <= 0.3);
    assert.ok(median(shared) <= 0.15);
  });

  it("have a card whose figures and excerpts are theirs", () => {
    const card = readFileSync(join(folder, "redacoes.md"), "utf8");
    assert.equal(fillCard(card, rows), card);
  });
});

describe("the Portuguese of the essays", () => {
  const texts = counted.map((essay) => essay.clean);
  const none = (pattern: RegExp): void => {
    const found = texts.flatMap((text) => text.match(pattern) ?? []);
    assert.deepEqual([...new Set(found)].slice(0, 5), []);
  };

  it("contracts prepositions with articles and demonstratives", () => {
    none(/(?<!\p{L})(?:de|em) (?:o|os|as?|esses?|essas?)(?!\p{L})/gu);
    none(/(?<!\p{L})por (?:o|os|as?)(?!\p{L})/gu);
    none(/(?<!\p{L})a (?:os?|as?)(?!\p{L})/gu);
  });

  it("has no word twice, no stray space and no odd punctuation", () => {
    none(/(?<!\p{L})(\p{L}+) \1(?!\p{L})/giu);
    none(/ {2}| [,.;:]|,[^ \n]|\.\.|,\.|[<>{}|]|^ | $/gmu);
  });

  it("starts sentences with a capital and ends paragraphs with a full stop", () => {
    for (const essay of counted.filter(({ levels }) => levels.norm === 200)) {
      assert.equal(essay.text, essay.clean);
      for (const paragraph of essay.text.split("\n")) {
        assert.match(paragraph, /[.]$/u);
        for (const sentence of paragraph.split(/(?<=\.) /)) assert.match(sentence, /^[“"]?\p{Lu}/u, sentence);
      }
    }
  });

  it("agrees in number after an article", () => {
    // Words that follow an article without being its noun, or that end alike in singular and plural, are left out.
    none(/(?<=(?:^|\s)(?:dos|das|nos|nas|pelos|pelas) )\p{Ll}{4,}(?<!s|que|mais|recém|sessenta|quinze|treze)(?= )/gu);
  });
});

describe("the competences in the text", () => {
  it("C1: the better the level, the fewer the faults, and none at 200", () => {
    const rates = byLevel("norm", (essay) => essay.faults.length / countWords(essay.text));
    assertRises([...rates].reverse());
    assert.equal(rates.at(-1), 0);
  });

  it("C2: citations of works and laws appear from 160 on", () => {
    const cites = byLevel("theme", (essay) =>
      /“\p{Lu}|\b(?:19|20)\d\d\b|artigo \d|Constituição/u.test(essay.clean) ? 1 : 0,
    );
    assert.ok((cites.at(-1) ?? 0) > 0.9 && (cites.at(-2) ?? 0) > 0.7, String(cites));
    assert.ok((cites.at(-1) ?? 0) > (cites[1] ?? 1) + 0.4, String(cites));
  });

  it("C3: sentences copied from the exam's texts and contradictions disappear, arguments grow", () => {
    const copied = byLevel("argument", (essay) => (/\btexto (?:I|II|III|motivador)\b/.test(essay.clean) ? 1 : 0));
    assert.deepEqual(copied.slice(4), [0, 0]);
    assert.ok(
      copied.slice(0, 3).every((share) => share > 0.5),
      String(copied),
    );
  });

  it("C4: the better the level, the more different connectives", () => {
    const starts = ALL_CONNECTIVES.map((connective) => connective.replace(",", ""));
    assertRises(
      byLevel("cohesion", (essay) => {
        const sentences = essay.clean.split(/[.\n] ?/).filter((sentence) => sentence !== "");
        return (
          new Set(starts.filter((start) => sentences.some((sentence) => sentence.startsWith(start)))).size /
          sentences.length
        );
      }),
    );
  });

  it("C5: one element of the proposal for each 40 points", () => {
    for (const essay of counted) assert.equal(essay.elements.length, essay.levels.proposal / 40);
  });
});

describe("makeCorpus", () => {
  it("gives the same essays for a seed and others for another", () => {
    const [one, again, other] = [3, 3, 4].map((seed) => toCsv(makeCorpus({ seed, rows: 20 })));
    assert.equal(one, again);
    assert.notEqual(one, other);
  });
});
