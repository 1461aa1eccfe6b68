/* Charts are painted when so many are there and nothing on the page, no canvas included, has changed for a while. */
(() => {
  if (window.top !== window) return;
  const QUIET = 700;
  const LONGEST = 60000;
  const now = () => performance.timeOrigin + performance.now();
  let changed = now();
  const note = () => { changed = now(); };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of ["fill", "stroke", "fillText", "fillRect", "drawImage"]) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function drawn(...given) { note(); return draw.apply(this, given); };
  }
  window.settled = (charts) => new Promise((resolve, reject) => {
    const end = now() + LONGEST;
    const look = () => {
      const shown = document.querySelectorAll("[data-testid=stVegaLiteChart] :is(canvas, svg.marks)").length;
      if (shown === charts && now() - changed > QUIET) resolve(changed);
      else if (now() > end) reject(new Error(`${shown} charts instead of ${charts}`));
      else setTimeout(look, 50);
    };
    look();
  });
})();
