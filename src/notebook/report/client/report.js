// The script of every page of a report: live outputs in their frames, copying code, and the place in the contents.
(() => {
  const MAX_UPDATES = 200;
  const MAX_HEIGHT = 8000;

  /** Frames that are open: their window to the element that holds them. */
  const open = new Map();
  let plotlySource;

  /** Plotly's source as text, loaded once, when the first figure comes near. */
  function loadPlotly() {
    plotlySource ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "assets/plotly-source.js";
      script.onload = () => resolve(globalThis.plotlySource);
      script.onerror = () => reject(new Error("assets/plotly-source.js is missing."));
      document.head.append(script);
    });
    return plotlySource;
  }

  function show(holder) {
    const kind = holder.dataset.live;
    const frame = document.createElement("iframe");
    // Without allow-same-origin: the frame has an origin of its own and cannot touch the page.
    frame.setAttribute("sandbox", "allow-scripts");
    frame.setAttribute("title", holder.dataset.title);
    frame.setAttribute("referrerpolicy", "no-referrer");
    frame.className = "is-waiting";
    frame.src = `assets/${kind}-frame.html`;
    holder.prepend(frame);
    open.set(frame.contentWindow, { holder, frame, kind, updates: 0, isSent: false });
  }

  async function send(live) {
    if (live.isSent) return;
    live.isSent = true;
    const content = JSON.parse(live.holder.querySelector("script").textContent);
    const message = { type: "show", content };
    if (live.kind === "plotly") message.source = await loadPlotly();
    // The frame has no origin that could be named; what is sent is only what it is to show.
    live.frame.contentWindow?.postMessage(message, "*");
  }

  function fail(live, reason) {
    open.delete(live.frame.contentWindow);
    live.frame.remove();
    live.holder.classList.remove("is-live");
    const note = document.createElement("p");
    note.className = "note";
    note.textContent = `This output could not be drawn. ${String(reason).slice(0, 300)}`;
    live.holder.append(note);
  }

  function resize(live, height) {
    if (!Number.isFinite(height) || live.updates++ > MAX_UPDATES) return;
    live.frame.style.height = `${Math.min(MAX_HEIGHT, Math.max(20, Math.ceil(height)))}px`;
    live.frame.classList.remove("is-waiting");
    live.holder.classList.add("is-live");
  }

  addEventListener("message", (event) => {
    const live = open.get(event.source);
    const data = event.data;
    if (live === undefined || data === null || typeof data !== "object") return;
    if (data.type === "ready") send(live).catch((error) => fail(live, error.message));
    else if (data.type === "height") resize(live, data.height);
    else if (data.type === "failed") fail(live, data.reason);
  });

  const near = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        near.unobserve(entry.target);
        show(entry.target);
      }
    },
    { rootMargin: "800px 0px" },
  );
  for (const holder of document.querySelectorAll("[data-live]")) near.observe(holder);

  for (const source of document.querySelectorAll(".cell.code .source")) {
    if (navigator.clipboard === undefined) break;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.querySelector("code").textContent);
      button.textContent = "Copied";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 1500);
    });
    source.append(button);
  }

  const contents = document.querySelector(".contents details");
  if (contents === null) return;
  const wide = matchMedia("(min-width: 72rem)");
  contents.open = wide.matches;
  wide.addEventListener("change", () => {
    contents.open = wide.matches;
  });

  const links = new Map(
    [...contents.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
  );
  const headings = [...links.keys()]
    .map((anchor) => document.getElementById(anchor))
    .filter((heading) => heading !== null);
  let waiting = false;
  function markPlace() {
    waiting = false;
    const passed =
      headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 4).at(-1) ?? headings[0];
    for (const [anchor, link] of links) {
      if (anchor === passed?.id) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  }
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(markPlace);
    },
    { passive: true },
  );
  markPlace();
})();
