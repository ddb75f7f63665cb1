/** @file Makes datasets/redacoes.csv: `npm run make:essays`, or `-- --help`. */
import { runCorpusCommand } from "../text/corpus-command";
import { fillCard } from "./card";
import { makeCorpus } from "./corpus";
import { toCsv } from "./csv";

/** The seed and size of the committed data set. */
export const DEFAULTS: Readonly<{ seed: number; rows: number; out: string }> = {
  seed: 20261121,
  rows: 1500,
  out: "datasets/redacoes.csv",
};

if (require.main === module) {
  runCorpusCommand({
    script: "make:essays",
    what: "essays",
    grammar: "tools/essays",
    defaults: DEFAULTS,
    mostRows: 5000,
    make(options) {
      const essays = makeCorpus(options);
      const rows = essays.map(({ text, score }) => ({ essay: text, score }));
      return { csv: toCsv(essays), fillCard: (card) => fillCard(card, rows) };
    },
  });
}
