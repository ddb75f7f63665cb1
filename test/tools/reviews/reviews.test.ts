import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { findProjectRoot } from "../../../src/core/project-root";
import { priorBaseline, splitRows } from "../../../tools/reviews/baselines";
import { fillCard } from "../../../tools/reviews/card";
import { makeReviews } from "../../../tools/reviews/corpus";
import { DOMAINS } from "../../../tools/reviews/domains";
import { englishWriter } from "../../../tools/reviews/english";
import { DEFAULTS } from "../../../tools/reviews/main";
import { ASPECT_NAMES } from "../../../tools/reviews/phrases";
import type { Review } from "../../../tools/reviews/review";
import { clausesAt } from "../../../tools/reviews/review";
import { CLASS_NAMES, fromCsv, toCsv } from "../../../tools/reviews/reviews-csv";
import { trainSoftmax } from "../../../tools/reviews/softmax-regression";
import { LEVELS } from "../../../tools/reviews/types";
import { countWords, sharingOf } from "../../../tools/text/sentences";

const folder = join(findProjectRoot(__dirname), "datasets");
const csv = readFileSync(join(folder, "reviews.csv"), "utf8");
const rows = fromCsv(csv);
const reviews = makeReviews(DEFAULTS);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function ofStars(stars: number): Review[] {
  return reviews.filter(({ plan }) => plan.stars === stars);
}

describe("the committed reviews", () => {
  it("are what the grammar makes, byte for byte", () => {
    assert.ok(toCsv(reviews) === csv, "run `npm run make:reviews` and commit what it writes");
  });

  it("are CSV with columns text,label and a final newline, and at most 2 MB", () => {
    assert.ok(csv.startsWith("text,label\n") && csv.endsWith("\n") && !csv.includes("\r") && !csv.includes("\uFFFD"));
    assert.equal(rows.length, 3000);
    assert.ok(Buffer.byteLength(csv) <= 2 * 1024 * 1024);
  });

  it("have five classes of 600, and each domain as often as any other with each", () => {
    for (const [label, name] of CLASS_NAMES.entries()) {
      const part = rows.filter((row) => row.label === label);
      assert.equal(part.length, 600, name);
      for (const domain of DOMAINS) {
        const count = ofStars(label + 1).filter((review) => review.domain === domain.id).length;
        assert.ok(Math.abs(count - 600 / DOMAINS.length) <= 1, `${name}, ${domain.id}: ${count}`);
      }
    }
  });

  it("have 20 to 150 words each, occur once, and share at most 40 % of their sentences", () => {
    const texts = rows.map((row) => row.text);
    const lengths = texts.map(countWords);
    assert.ok(Math.min(...lengths) >= 20 && Math.max(...lengths) <= 150);
    assert.ok(Math.max(...lengths) > 120);
    assert.equal(new Set(texts.map((text) => text.toLowerCase())).size, texts.length);
    assert.ok(Math.max(...sharingOf(texts)) <= 0.4);
  });

  it("have a card whose figures and examples are theirs", () => {
    const card = readFileSync(join(folder, "reviews.md"), "utf8");
    assert.equal(fillCard(card, rows, reviews), card);
  });

  it("are hard between neighbours and easy between far stars", () => {
    const card = readFileSync(join(folder, "reviews.md"), "utf8");
    const line = (name: string): string[] =>
      card
        .split("\n")
        .find((each) => each.startsWith(`| ${name} |`))
        ?.split(" | ") ?? [];
    const accuracy = (name: string): number => Number.parseFloat(line(name)[2] ?? "");
    const nearly = (name: string): number => Number.parseFloat(line(name)[6] ?? "");
    assert.ok(
      accuracy("bag-of-words softmax") > 55 && accuracy("bag-of-words softmax") < accuracy("softmax on the plans"),
    );
    assert.ok(accuracy("softmax on the plans") < 80);
    assert.ok(nearly("bag-of-words softmax") > 95 && nearly("softmax on the plans") > 98);
  });
});

describe("what the reviews say", () => {
  it("gets better with the stars, and one review holds better and worse things", () => {
    const means = [1, 2, 3, 4, 5].map((stars) =>
      mean(ofStars(stars).map(({ plan }) => mean(plan.aspects.map(({ level }) => level)))),
    );
    means.forEach((value, index) => {
      if (index > 0) assert.ok(value > (means[index - 1] ?? 9) + 0.5, String(means));
    });
    const mixed = ofStars(3).filter(
      ({ plan }) => plan.aspects.some(({ level }) => level > 0) && plan.aspects.some(({ level }) => level < 0),
    );
    assert.ok(mixed.length > 100, String(mixed.length));
  });

  it("holds sarcasm in a few of the worst reviews only", () => {
    const sarcastic = (stars: number): number => ofStars(stars).filter(({ plan }) => plan.tone === "sarcastic").length;
    assert.ok(sarcastic(1) > 15 && sarcastic(1) < 60, String(sarcastic(1)));
    assert.deepEqual([3, 4, 5].map(sarcastic), [0, 0, 0]);
  });

  it("hangs on the stars by words and not by length", () => {
    const lengths = [1, 2, 3, 4, 5].map((stars) => mean(ofStars(stars).map(({ text }) => countWords(text))));
    assert.ok(Math.max(...lengths) / Math.min(...lengths) < 1.25, String(lengths));
  });
});

describe("the English of the reviews", () => {
  const texts = reviews.map(({ clean }) => clean);
  const none = (pattern: RegExp): void => {
    const found = texts.flatMap((text) => text.match(pattern) ?? []);
    assert.deepEqual([...new Set(found)].slice(0, 5), []);
  };

  it("has no word twice, no stray space, no odd punctuation, nothing left of a template", () => {
    none(/(?<![\p{L}'])(\p{L}+) \1(?![\p{L}'])/giu);
    none(/ {2}| [,.;:!]|,[^ ]|\.\.|,\.|[.!?][^ ]|[<>{}|_]|^ | $/gm);
  });

  it("starts sentences with a capital and says `an` before a vowel", () => {
    none(/(?:^|[.!?] )\p{Ll}\p{L}*/gu);
    none(/(?<!\p{L})[Aa] (?=[aeiou])(?!one|us|uni|eu)\p{L}+/gu);
    none(/(?<!\p{L})[Aa]n (?=[bcdfgjklmnpqrstvwxyz])\p{L}+/gu);
  });

  it("contracts in about half of the reviews and slips in some", () => {
    const share = (pattern: RegExp): number => reviews.filter(({ text }) => pattern.test(text)).length / reviews.length;
    assert.ok(share(/n't\b|I'm|I've|it's/i) > 0.3);
    assert.ok(share(/becuase|wich\b|thier|freindly|dissapoint|reccomend/) > 0.01);
    assert.ok(share(/'ve to\b/) === 0);
  });
});

describe("the grammar", () => {
  it("has five aspects a domain, each with a name and with something to say at every level", () => {
    assert.equal(DOMAINS.length, 8);
    for (const domain of DOMAINS) {
      assert.equal(domain.aspects.length, 5, domain.id);
      for (const aspect of domain.aspects) {
        assert.ok(aspect.id in ASPECT_NAMES, aspect.id);
        for (const level of LEVELS)
          assert.ok(clausesAt(aspect, level).length > 0, `${domain.id} ${aspect.id} ${level}`);
      }
    }
  });

  it("writes the article that a word asks for", () => {
    const writer = englishWriter({ random: () => 0 }, { thing: ["apple"], other: ["pear"] });
    assert.equal(
      writer.write("a <thing>, A <thing>, a <other>, extra <thing>"),
      "an apple, An apple, a pear, extra apple",
    );
  });

  it("gives the same reviews for a seed and others for another", () => {
    const [one, again, other] = [3, 3, 4].map((seed) => toCsv(makeReviews({ seed, rows: 40 })));
    assert.equal(one, again);
    assert.notEqual(one, other);
  });
});

describe("the baselines", () => {
  it("split as Python's datasets splits with seed 42", () => {
    const { train, test } = splitRows(rows);
    assert.deepEqual([train.length, test.length], [2400, 600]);
    assert.match(test[0]?.text ?? "", /^I can recommend this seller, even if not everything is perfect\./);
  });

  it("learn what can be learned", () => {
    const inputs = Array.from({ length: 40 }, (_, index) => [[index % 2, 1] as const]);
    const labels = inputs.map((_, index) => index % 2);
    const predict = trainSoftmax(inputs, labels, { classes: 2, features: 2, l2: 0, steps: 100, rate: 0.5 });
    assert.ok((predict([[0, 1]])[0] ?? 0) > 0.95 && (predict([[1, 1]])[1] ?? 0) > 0.95);
    const prior = priorBaseline([{ text: "", label: 4 }], [{ text: "", label: 4 }]);
    assert.ok(Math.abs(prior.crossEntropy + Math.log(2 / 6)) < 1e-12);
  });
});
