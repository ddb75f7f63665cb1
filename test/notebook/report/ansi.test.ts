import assert from "node:assert/strict";
import { test } from "node:test";
import { ansiToHtml, settleLines, stripAnsi } from "../../../src/notebook/report/ansi";

const ESC = "\u001b";

test("the sixteen colours are the page's, and a reset ends them", () => {
  assert.equal(
    ansiToHtml(`${ESC}[1;31mno${ESC}[0m <b>`),
    '<span class="ansi-bold" style="color:var(--ansi-1)">no</span> &lt;b&gt;',
  );
  assert.equal(ansiToHtml(`${ESC}[97;104mx`), '<span style="color:var(--ansi-15);background:var(--ansi-12)">x</span>');
  assert.equal(
    ansiToHtml(`${ESC}[31;42mx${ESC}[39;49my`),
    '<span style="color:var(--ansi-1);background:var(--ansi-2)">x</span>y',
  );
  assert.equal(ansiToHtml(`${ESC}[31mx${ESC}[my`), '<span style="color:var(--ansi-1)">x</span>y');
});

test("the 256 colours are xterm's", () => {
  // https://en.wikipedia.org/wiki/ANSI_escape_code#8-bit
  const expected: [number, string][] = [
    [16, "#000000"],
    [21, "#0000ff"],
    [46, "#00ff00"],
    [67, "#5f87af"],
    [196, "#ff0000"],
    [231, "#ffffff"],
    [232, "#080808"],
    [244, "#808080"],
    [255, "#eeeeee"],
  ];
  for (const [index, color] of expected)
    assert.equal(ansiToHtml(`${ESC}[38;5;${index}mx`), `<span style="color:${color}">x</span>`);
  assert.equal(ansiToHtml(`${ESC}[38;5;9mx`), '<span style="color:var(--ansi-9)">x</span>');
});

test("true colours are read with semicolons and with colons, and the codes after them still count", () => {
  const expected = '<span class="ansi-bold" style="color:#ff8000">x</span>';
  assert.equal(ansiToHtml(`${ESC}[38;2;255;128;0;1mx`), expected);
  assert.equal(ansiToHtml(`${ESC}[38:2::255:128:0;1mx`), expected);
  assert.equal(ansiToHtml(`${ESC}[38;2;999;0;0mx`), "x");
});

test("weights go on and off by themselves, and inverse swaps the colours", () => {
  assert.equal(
    ansiToHtml(`${ESC}[1;3;4;9mx${ESC}[22;24my`),
    '<span class="ansi-bold ansi-italic ansi-underline ansi-strike">x</span><span class="ansi-italic ansi-strike">y</span>',
  );
  assert.equal(ansiToHtml(`${ESC}[31;7mx`), '<span style="color:var(--paper);background:var(--ansi-1)">x</span>');
});

test("every other sequence goes, the text around it stays", () => {
  const text = `a${ESC}[2Kb${ESC}[?25lc${ESC}]0;title\u0007d${ESC}]8;;https://x${ESC}\\link${ESC}]8;;${ESC}\\e${ESC}(Bf${ESC}`;
  assert.equal(ansiToHtml(text), "abcdlinkef");
  assert.equal(stripAnsi(text), "abcdlinkef");
  assert.equal(ansiToHtml("\u0000a\u0007b\u007f"), "␀ab␡");
});

test("a sequence that was cut keeps its text", () => {
  assert.equal(ansiToHtml(`a${ESC}[31`), "a31");
});

test("escape bombs are bounded: no more than 20,000 spans, and all of the text", () => {
  const html = ansiToHtml(`${ESC}[31ma${ESC}[32mb`.repeat(50_000));
  assert.equal(html.split("<span").length - 1, 20_000);
  assert.equal(html.replace(/<[^>]*>/g, "").length, 100_000);
  const unterminated = ansiToHtml(`${ESC}]`.repeat(200_000) + `${ESC}[`.repeat(200_000) + ";".repeat(200_000));
  assert.ok(unterminated.length < 1_500_000);
});

test("a line that was written over shows its last version", () => {
  assert.equal(settleLines("10%\r50%\r100%\ndone\r\n"), "100%\ndone\n");
  assert.equal(settleLines("10%\r100%\r"), "100%");
  assert.equal(settleLines("abc\b\bX\n\bY"), "aX\nY");
});
