/* Runs in every frame: notes when somebody acted, and tells when a map frame has painted what was asked for. */
(() => {
  const now = (moment) => performance.timeOrigin + moment;
  for (const kind of ["click", "keydown"]) {
    addEventListener(kind, (event) => { window.top.acted = now(event.timeStamp); }, true);
  }
  window.middle = (place) => {
    const box = document.querySelectorAll("path.leaflet-interactive")[place].getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  if (window.top !== window) return;

  const documents = () => [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument)
    .filter((each) => each && each.documentElement);
  const once = (found) => new Promise((resolve, reject) => {
    const end = performance.now() + 45000;
    const look = () => {
      const result = found();
      if (result) resolve(result);
      else if (performance.now() > end) reject(new Error("nothing painted for 45 seconds; " + state()));
      else requestAnimationFrame(look);
    };
    look();
  });
  const state = () => documents().map((each) =>
    `${each.documentElement.getAttribute("data-atlas-drawn")}, ${each.querySelectorAll("path").length} paths`).join("; ");

  /* The atlas says itself when it is painted, in a task queued from inside the frame that paints it. The moment is read
     when it says so: asking once a frame would add as much as a frame that has nothing to do with the map. */
  window.drawn = (key) => {
    const said = () => documents().some((each) => each.documentElement.getAttribute("data-atlas-drawn") === key);
    return new Promise((resolve, reject) => {
      const look = () => { if (said()) resolve(now(performance.now())); };
      const watcher = new MutationObserver(look);
      documents().forEach((each) => watcher.observe(each.documentElement, { attributeFilter: ["data-atlas-drawn"] }));
      // Frames that are not there yet are asked.
      once(said).then(look, reject).finally(() => watcher.disconnect());
    });
  };

  /* Any other map is painted when all its paths are there, none of them from before, and the frame that has them is painted. */
  window.forget = () => documents().forEach((each) => {
    each.querySelectorAll("path.leaflet-interactive").forEach((path) => { path.old = true; });
  });
  window.paths = (wanted) => once(() => documents().find((each) => {
    const paths = [...each.querySelectorAll("path.leaflet-interactive")];
    return paths.length >= wanted && !paths.some((path) => path.old);
  })).then(() => scheduler.postTask(() => now(performance.now()), { priority: "user-blocking" }));
})();
