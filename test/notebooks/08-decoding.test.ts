import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCells, checkLesson, checkPictures, checkScript, readChapter } from "./committed-chapter";

const chapter = readChapter("08-decoding");
const shown = chapter.code.map((cell) => cell.shown).join("\n");

test("chapter 8: the cells have run, and fit a screen", () => checkCells(chapter));
test("chapter 8: the lesson is whole", () => checkLesson(chapter));
test("chapter 8: its pictures are there", () => checkPictures(chapter));
test("chapter 8: its script is up to date", () => checkScript(chapter));

test("chapter 8: bars, trees, panels, cuts, strips and heat are drawn from the run", () => {
  const pictures = chapter.code.filter(({ types }) => types.includes("image/svg+xml"));
  assert.ok(pictures.length >= 12, `${pictures.length}`);
});

test("chapter 8: the figures in the text are those of the outputs", () => {
  for (const [said, seen] of [
    ["Of the first three lines, one goes round in circles", /^greedy: +.+que no se puede ser que no se puede ser/m],
    ["has 8.0 % of the probability", /"␠la" has 8\.0% of the probability/],
    [
      "0.11 bits of doubt against 5.16",
      /aprender de 5\.16 bits\n… de la Man +0\.11 bits\nall tokens alike +8\.58 bits/,
    ],
    ["The same. One thing our loop does badly", /^same ids: +true$/m],
    ["1,300 positions against 52", /^the same words: true\nread 1300 positions, with the cache 52$/m],
    ["twice as likely (0.24 against 0.12)", /^0\.240 en un gran castillo\n0\.120 en un lugar de$/m],
    ["*castillo* has -1.43 (0.24) and leads", /2 +castillo +-1\.427 +gran +kept/],
    [
      "sink from 31.2 % to 5.2 %, and the entropy rises from 2.60 to 5.72",
      /␠la +31\.2%.* 5\.2%[\s\S]+entropy +2\.60 .*5\.72/,
    ],
    ["at 0.2 *lugar* has 0.80", /^T = 0\.2 +0\.80/m],
    ["at 5 the rarest word has 0.16", /^T = 5 .* 0\.16$/m],
    ["It took another turn at *la c…*", /^T = 0\.01: .+ de la caballería.+\n[\s\S]+^greedy: +.+ de la ciudad/m],
    ["begins with 18.7 %, *caballería* with 18.6 %", /^after "la c": i +18\.7 %\nafter "la c": ab +18\.6 %$/m],
    ["0.40 becomes 0.47", /^topK 3 +0\.47.*\ntopP 0\.8 +0\.47.*\nminP 0\.3 +0\.47/m],
    ["37 tokens there, 1 here", /keeps 37 \(92\.6%\)[\s\S]+top-p 0\.92 keeps 1 \(99\.0%\)/],
    ["(54.3 % of the probability)", /top-k 10 keeps 10 tokens \(54\.3%\)/],
    ["(*castiles*, *escondillas*, *vierones*, *imagnome*)", /castiles .*escondillas.*\ntopK 50: .*vierones .*imagnome/],
    ["Four of ten pairs have been there before: 0.61", /^distinct-2: 0\.61$/m],
    ["At 1.3 *gran* has caught up with *lugar*", /^1\.3 +0\.36 +0\.36 /m],
    ["its *text* is likely was never promised", /^contrastive +distinct-2 0\.98, -1\.35 a token/m],
    ["the third has -1.31", /^group_beam_search\n.+\n.+\n +-1\.31 /m],
    ["With 0 the shortest wins, 11 tokens", /^0: 11 tokens.*\n1: 14 tokens.*\n2: 60 tokens/m],
    ["40 tokens took 16 steps instead of 40, because 24 of 50", /24 of 50 draft tokens .*: 40 tokens in 16 steps/],
    ["21 steps at 1, and 15 at 0.5", /tokens in 21 steps\nT = 0\.5: .+\n.+ 40 tokens in 15 steps/],
    ["6 of 39, and 24 steps for 30 tokens", /^6 of 39 draft tokens .*: 30 tokens in 24 steps$/m],
    ["below 7.5 % here, where the draws go down to 0.2 %", /below 7\.5 %[\s\S]+Drawn: no token below 0\.2 %/],
    ["Not one *u*", /^a u among the new words: false$/m],
    ["refused, with both names", /`penaltyAlpha` and `numBeams` do not go together/],
    ["says the right name", /there is no option `top_p`\. It is spelt `topP` here/],
    ["The compiler knows every option", /Did you mean to write 'topP'\? \(TS2345\)/],
    ["*hermosa* eleven times as easily", /hermosa 0\.98 %, hermoso 0\.09 %: 11\.\d to 1/],
  ] as const) {
    assert.ok(chapter.prose.includes(said), said);
    assert.match(shown, seen, said);
  }
});

test("chapter 8: more beams find likelier texts", () => {
  const means = [...shown.matchAll(/^ ?\d+ beams: (-[\d.]+) a token$/gm)].map(([, mean]) => Number(mean));
  assert.deepEqual(
    means,
    [...means].sort((left, right) => left - right),
  );
  assert.equal(means.length, 4);
  assert.ok(
    chapter.prose.includes(`our baseline: ${means[0]}`) && chapter.prose.includes(`up to ${means[3]} with ten`),
  );
  assert.ok(Math.exp(Number(means[3]) - Number(means[0])) > 2, "more than twice as likely");
});

test("chapter 8: a fair draft leaves the model's own distribution", () => {
  const row = (name: string): string | undefined => new RegExp(`^${name} +([\\d. ]+)$`, "m").exec(shown)?.[1];
  assert.ok(row("together") !== undefined);
  assert.equal(row("together"), row("model p"));
});

test("chapter 8: the table of strategies tells what the text says of it", () => {
  const row = (name: string): { mean: number; distinct: number } => {
    const [, mean, distinct] = new RegExp(`^${name} +(-[\\d.]+) +([\\d.]+) +80 `, "m").exec(shown) ?? [];
    return { mean: Number(mean), distinct: Number(distinct) };
  };
  const [greedy, beams, hot, contrastive] = ["greedy", "5 beams", "T 1\\.3", "contrastive"].map(row);
  const rows = [...shown.matchAll(/^.{17} +(-\d\.\d\d) +\d\.\d\d +80 /gm)].map(([, mean]) => Number(mean));
  assert.equal(rows.length, 17);
  assert.equal(Math.max(...rows), beams?.mean, "beams find the likeliest texts");
  assert.equal(Math.min(...rows), hot?.mean, "temperature 1.3 is the dearest");
  assert.deepEqual(row("assisted"), greedy);
  assert.ok(Number(hot?.mean) < 2 * Number(contrastive?.mean) && hot?.distinct === contrastive?.distinct);
  const noRuns = row("no 3-gram twice");
  assert.ok(noRuns.mean > Number(greedy?.mean) && noRuns.distinct > Number(greedy?.distinct));
  const best = row("beams, no 3-gram");
  assert.ok(best.mean > Number(greedy?.mean) && best.distinct > Number(greedy?.distinct));
  for (const number of ["-0.84 a token", "a token costs -2.89", "for -1.33", "(-1.27) and has 0.94 instead of 0.84"])
    assert.ok(chapter.prose.includes(number), number);
});
