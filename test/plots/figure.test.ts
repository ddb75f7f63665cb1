import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { JUPYTER_DISPLAY } from "../../src/core/display";
import { displayWidth } from "../../src/core/text-table";
import { barChart } from "../../src/plots/bar-chart";
import { Figure } from "../../src/plots/figure";
import { heatmap } from "../../src/plots/heatmap";
import { lineChart } from "../../src/plots/line-chart";
import { SERIES_COLORS } from "../../src/plots/palette";
import { scatterPlot } from "../../src/plots/scatter-plot";
import type { Trace } from "../../src/plots/trace";
import { sampleFigures } from "./sample-figures";

const layout = { title: "Title", xaxis: { title: "x (words)" }, yaxis: { title: "y (essays)" } };

test("a figure shows itself as Plotly, as SVG and as text, and prints the text", async () => {
  const figure = new Figure({ data: [{ type: "bar", x: ["a", "b"], y: [1, 2] }], layout });
  const bundle = await figure[JUPYTER_DISPLAY]();
  assert.deepEqual(Object.keys(bundle), ["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"]);
  assert.equal(bundle["text/plain"], inspect(figure));
  assert.deepEqual(
    JSON.parse(JSON.stringify(figure)),
    JSON.parse(JSON.stringify(bundle["application/vnd.plotly.v1+json"])),
  );
});

test("Plotly's layout keeps the words: title, axes with units, and what is to be read aloud", () => {
  const { layout: plotly } = new Figure({ data: [{ type: "bar", x: ["a"], y: [1] }], layout }).toJSON();
  const words = [plotly.title, plotly.xaxis, plotly.yaxis].map((part) => JSON.stringify(part));
  ["Title", "x (words)", "y (essays)"].forEach((text, index) => {
    assert.ok(words[index]?.includes(JSON.stringify(text)), text);
  });
  assert.deepEqual(plotly.meta, { alt: "Bar chart of y (essays) by x (words). a 1." });
});

test("every picture is at most 640 wide, named for screen readers, with ids that differ between figures", () => {
  const ids = new Set<string>();
  const figures = Object.entries(sampleFigures());
  for (const [name, figure] of figures) {
    const svg = figure.toSvg();
    assert.match(svg, /^<svg [^>]*width="640"[^>]* role="img" aria-labelledby="(\S+)-title \1-desc"/, name);
    const id = /<title id="([^"]+)">[^<]+<\/title>\n<desc id="[^"]+">[^<]+<\/desc>/.exec(svg)?.[1];
    assert.ok(id !== undefined, name);
    ids.add(id);
    assert.equal(svg, figure.toSvg());
  }
  assert.equal(ids.size, figures.length);
});

test("no line of text is over 100 columns, whatever the labels", () => {
  const long = "a very long label ".repeat(20);
  const wide = new Figure({
    data: Array.from(
      { length: 7 },
      (_, index): Trace => ({ type: "bar", name: `${long}${index}`, x: [long, "日".repeat(90)], y: [1e9, -2.71] }),
    ),
    layout: {
      title: long,
      xaxis: { title: long },
      yaxis: { title: long },
      referenceLines: [{ axis: "y", at: 1, label: long }],
    },
  });
  const matrix = Array.from({ length: 60 }, () => Array.from({ length: 60 }, () => 0.123456));
  const cells = heatmap(matrix, { title: long, rowTitle: long });
  const lines = lineChart({ [long]: [1, 2], [`${long}!`]: [3, 4] }, { title: long, xTitle: long, yTitle: long });
  for (const figure of [wide, cells, lines, ...Object.values(sampleFigures())]) {
    for (const line of figure.toText().split("\n")) assert.ok(displayWidth(line) <= 100, line);
  }
  assert.match(cells.toText(), /\(\d+ of 60 columns\)/);
});

test("labels from data neither run nor vanish", () => {
  const figure = sampleFigures().hostile;
  assert.ok(figure !== undefined);
  const svg = figure.toSvg();
  assert.doesNotMatch(svg, /<(script|b|a|i|u)[ >]/);
  assert.match(svg, /&lt;script&gt;/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
  assert.doesNotMatch(svg, /[\u0000-\u0008\u000b-\u001f]/);
  const { meta: _alt, ...plotlyLayout } = figure.toJSON().layout;
  const plotly = JSON.stringify([figure.toJSON().data, plotlyLayout]);
  assert.doesNotMatch(plotly, /<(script|b|a|i|u)[ >]|\$/);
  const sequences = barChart({ "\u001b[2J\u001b]0;title\u0007": 1 }, { title: "\u001b[31mred" });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
  assert.doesNotMatch(sequences.toText(), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test("what cannot be drawn is an error that names the place and the next step", () => {
  const bars =
    (x: unknown, y: unknown): (() => Figure) =>
    () =>
      new Figure({ data: [{ type: "bar", x, y } as Trace], layout });
  assert.throws(bars(["a", "b"], [1, Number.NaN]), {
    name: "RangeError",
    message: /^Figure: `data\[0\]\.y\[1\]` must be a finite number, but got NaN/,
  });
  assert.throws(bars(["a"], [Number.POSITIVE_INFINITY]), RangeError);
  assert.throws(bars(["a"], ["1"]), TypeError);
  assert.throws(bars(["a"], [null]), TypeError);
  assert.throws(bars([], []), /must hold 1 to 2,000 values, but got \[\]/);
  assert.throws(bars(["a"], [1, 2]), /must be as long as `x` \(1\), but got 2/);
  assert.throws(bars(["a", "a"], [1, 2]), /must name every bar once, but got "a"/);
  assert.throws(bars([" "], [1]), /must be a label that can be seen/);
  assert.throws(() => new Figure({ data: [], layout }), TypeError);
  assert.throws(
    () => new Figure({ data: [{ type: "bar", x: ["a"], y: [1] }], layout: { ...layout, height: 1e9 } }),
    /`height` must be 120 to 2000 pixels/,
  );
  const many = Float64Array.from({ length: 1_000_000 }, (_, index) => index);
  assert.throws(() => lineChart(many, { title: "t" }), /lineChart: `values` must hold 1 to 50,000 values.* sample/);
  assert.throws(
    () => lineChart([1, Number.NaN], { title: "t" }),
    /lineChart: `values\[1\]` must be a finite number, but got NaN\. Use null for a gap/,
  );
  assert.throws(() => lineChart([1, 2], { title: "t", x: [1] }), RangeError);
  assert.throws(() => lineChart([], { title: "t" }), RangeError);
  assert.throws(() => lineChart("12" as never, { title: "t" }), TypeError);
  assert.throws(() => scatterPlot([[1, Number.NaN]], { title: "t" }), RangeError);
  assert.throws(
    () => scatterPlot([5 as never], { title: "t" }),
    /scatterPlot: `points\[0\]` must be \[x, y\] or \{ x, y, label \}, but got 5/,
  );
  assert.throws(
    () => heatmap([[1, 2], [3]], { title: "t" }),
    /must be 2 rows of 2 values, one for each label, but got "2 rows of 2 or 1"/,
  );
  assert.throws(
    () => heatmap([[1, 2]], { title: "t", columns: ["the", "the"] }),
    /different label for each place.*`the \(1\)`/,
  );
  assert.throws(() => heatmap([], { title: "t" }), RangeError);
  assert.throws(
    () =>
      heatmap(
        Array.from({ length: 200 }, () => new Array<number>(200).fill(1)),
        { title: "t" },
      ),
    /1 to 10,000 cells, but got 40000/,
  );
  assert.throws(() => barChart({}, { title: "t" }), /1 to 100 labels/);
  assert.throws(() => barChart([1, 2] as never, { title: "t" }), /must be an object or a Map of numbers by label/);
  assert.throws(() => barChart({ a: Number.NaN }, { title: "t" }), /`values\.a` must be a finite number, but got NaN/);
  assert.throws(() => barChart({ a: { x: 1 }, b: 2 as never }, { title: "t" }), TypeError);
});

test("extreme but finite numbers are drawn without NaN", () => {
  const figures = [
    barChart({ a: 0, b: 0 }, { title: "t" }),
    barChart({ a: 1e300, b: 1e-300 }, { title: "t" }),
    barChart({ a: -5 }, { title: "t" }),
    lineChart([7, 7, 7], { title: "t" }),
    lineChart([1], { title: "t" }),
    lineChart([null, null], { title: "t" }),
    lineChart([-1e-12, 1e-12], { title: "t" }),
    scatterPlot([[3, 3]], { title: "t" }),
    heatmap([[null]], { title: "t" }),
    heatmap([[4, 4]], { title: "t" }),
  ];
  for (const figure of figures) {
    assert.doesNotMatch(figure.toSvg(), /NaN|Infinity|undefined/);
    assert.doesNotMatch(figure.toText(), /NaN|Infinity|undefined/);
    assert.doesNotMatch(JSON.stringify(figure), /NaN|Infinity|undefined/);
  }
});

test("50,000 points are a small file, and the line keeps its highest and lowest point", () => {
  const values = Array.from({ length: 50_000 }, (_, index) =>
    index === 31_000 ? 40 : index === 12_000 ? -40 : Math.sin(index),
  );
  const svg = lineChart(values, { title: "t" }).toSvg();
  assert.ok(svg.length < 100_000, String(svg.length));
  const heights = [...svg.matchAll(/L[\d.]+ ([\d.]+)/g)].map((match) => Number(match[1]));
  const span = Math.max(...heights) - Math.min(...heights);
  // The domain is padded by 5% at both ends, so the two spikes are 1 / 1.1 of the plot apart.
  const plot = 360 - 36 - 48 - 12;
  assert.ok(span > plot * 0.85, `${span}`);
});

test("the colours are told apart on the white card", () => {
  for (const color of SERIES_COLORS.filter((each) => each !== "#E69F00" && each !== "#56B4E9")) {
    assert.ok(contrastOnWhite(color) > 2.9, `${color} ${contrastOnWhite(color)}`);
  }
  assert.equal(new Set(SERIES_COLORS).size, SERIES_COLORS.length);
});

function contrastOnWhite(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
