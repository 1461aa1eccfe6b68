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
  const twoFrames = (owner) => new Promise((resolve) => {
    owner.requestAnimationFrame(() => owner.requestAnimationFrame(() => resolve(now(performance.now()))));
  });
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

  /* The atlas says itself when painting is done. */
  window.drawn = (key) => once(() =>
    documents().some((each) => each.documentElement.getAttribute("data-atlas-drawn") === key) && now(performance.now()));

  /* Any other map is painted when all its paths are there, none of them from before, and two frames have passed. */
  window.forget = () => documents().forEach((each) => {
    each.querySelectorAll("path.leaflet-interactive").forEach((path) => { path.old = true; });
  });
  window.paths = (wanted) => once(() => documents().find((each) => {
    const paths = [...each.querySelectorAll("path.leaflet-interactive")];
    return paths.length >= wanted && !paths.some((path) => path.old);
  })).then((found) => twoFrames(found.defaultView));
})();
