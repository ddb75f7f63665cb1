// The script of the frame that draws one figure. Everything it is given is data of an untrusted notebook.
(() => {
  if (parent === window) {
    document.body.textContent = "This file draws the figures of a report. Open index.html instead.";
    return;
  }
  const figureElement = document.getElementById("figure");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const say = (message) => parent.postMessage(message, "*");
  let figure;

  addEventListener("message", (event) => {
    if (event.source !== parent || event.data?.type !== "show" || figure !== undefined) return;
    figure = event.data.content;
    try {
      const script = document.createElement("script");
      script.textContent = event.data.source;
      document.head.append(script);
      draw();
      dark.addEventListener("change", draw);
    } catch (error) {
      say({ type: "failed", reason: error.message });
    }
  });
  say({ type: "ready" });

  function draw() {
    const { data, layout, frames } = structuredClone(figure);
    const isOwn = hasOwnColors(layout);
    document.documentElement.style.colorScheme = isOwn ? "light" : "light dark";
    if (isOwn) document.documentElement.style.background = layout.paper_bgcolor ?? "#fff";
    const config = { responsive: true, displaylogo: false, modeBarButtonsToRemove: ["toImage", "sendDataToCloud"] };
    Plotly.react(figureElement, { data, layout: fitted(layout, isOwn), frames, config }).then(
      () => say({ type: "height", height: figureElement.offsetHeight }),
      (error) => say({ type: "failed", reason: error.message }),
    );
  }

  /** The figure takes the width of the page, and a height within reason. */
  function fitted(layout, isOwn) {
    const height = layout.height >= 100 && layout.height <= 2000 ? layout.height : 420;
    const width = layout.width > 0 && layout.width <= innerWidth ? { width: layout.width } : {};
    const { width: _width, ...rest } = layout;
    const fit = { ...rest, ...width, height, autosize: width.width === undefined };
    if (innerWidth < 560) narrow(fit);
    return isOwn ? fit : { ...fit, template: theme() };
  }

  /** On a narrow screen the legend goes below the plot, and a title breaks into lines. */
  function narrow(layout) {
    layout.legend ??= { orientation: "h", x: 0, xanchor: "left", yref: "container", y: 0, yanchor: "bottom" };
    const given = layout.title?.text ?? layout.title;
    if (typeof given !== "string" || given.length > 500) return;
    const title = given.replace(/<br\s*\/?>/gi, " ");
    if (/[<&]/.test(title)) return;
    const lines = brokenInto(title, Math.max(16, Math.floor((innerWidth - 70) / 9.5)));
    if (lines.length === 1) return;
    layout.title = { ...(layout.title?.text === undefined ? {} : layout.title), text: lines.join("<br>") };
    layout.margin = { ...layout.margin, t: Math.max(layout.margin?.t ?? 0, 36 + 22 * lines.length) };
  }

  function brokenInto(text, width) {
    const lines = [];
    for (const word of text.split(" ")) {
      const line = lines.at(-1);
      if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
      else lines.push(word);
    }
    return lines;
  }

  /** A figure that sets a background or the colour of its text is shown as it is, on its own card. */
  function hasOwnColors(layout) {
    const template = layout.template?.layout;
    return [layout.paper_bgcolor, layout.plot_bgcolor, layout.font?.color, layout.template, template].some(
      (value) => value !== undefined,
    );
  }

  /** The page's colours, for a figure without any; series in the order of Okabe and Ito (2008). */
  function theme() {
    const [ink, line] = dark.matches ? ["#d8dbe2", "#3a4150"] : ["#2b303b", "#dfe2e8"];
    const axis = { gridcolor: line, zerolinecolor: line, linecolor: line, automargin: true };
    return {
      layout: {
        font: { color: ink, family: "system-ui, sans-serif", size: 13 },
        paper_bgcolor: "rgba(0,0,0,0)",
        plot_bgcolor: "rgba(0,0,0,0)",
        colorway: dark.matches
          ? ["#56b4e9", "#e69f00", "#2bc49a", "#e59ac4", "#7aa8ff", "#ff8a4c", "#d8dbe2"]
          : ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#2b303b"],
        xaxis: axis,
        yaxis: axis,
        margin: { t: 56, r: 24, b: 56, l: 64 },
      },
    };
  }
})();
