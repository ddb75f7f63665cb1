// The script of the frame that shows one HTML output with its scripts, on a light card whatever the page's colours.
(() => {
  if (parent === window) {
    document.body.textContent = "This file shows outputs of a report. Open index.html instead.";
    return;
  }
  /** Elements that do nothing here but make a browser look up an address. */
  const LEAVING = "base, embed, fencedframe, frame, iframe, link, meta, object";
  const say = (message) => parent.postMessage(message, "*");
  // The policy stops every load; peer connections are not covered by policies, so they go.
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"]) {
    Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false });
  }
  // A link would only replace the output by an error page, since the frame may go nowhere.
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a, area") : null;
    if (link !== null && !link.getAttribute("href")?.startsWith("#")) event.preventDefault();
  });
  let isShown = false;

  addEventListener("message", (event) => {
    if (event.source !== parent || event.data?.type !== "show" || isShown) return;
    isShown = true;
    const template = document.createElement("template");
    template.innerHTML = event.data.content;
    for (const element of template.content.querySelectorAll(LEAVING)) element.remove();
    document.body.replaceChildren(template.content);
    runScripts();
    sayHeight();
    // Not before the frame is in view: browsers draw nothing in frames that are out of it.
    new ResizeObserver(sayHeight).observe(document.body);
  });
  say({ type: "ready" });

  function sayHeight() {
    const height = Math.max(document.body.offsetHeight, document.documentElement.offsetHeight);
    // Room for a scroll bar under a table that is wider than the page.
    const bar = document.documentElement.scrollWidth > innerWidth ? 16 : 0;
    say({ type: "height", height: height + bar });
  }

  /** Scripts out of a template do not run; copies of them do, in their order. */
  function runScripts() {
    for (const script of [...document.body.querySelectorAll("script")]) {
      const copy = document.createElement("script");
      for (const attribute of script.attributes) copy.setAttribute(attribute.name, attribute.value);
      copy.textContent = script.textContent;
      script.replaceWith(copy);
    }
  }
})();
