/* Reporting units that have no polygon are tiles with the same colours, tooltip and click. */

function tilesBox(painting, pointing, choose) {
  const box = element("div", "atlas-tiles", element("div", "atlas-legend-foot", painting.words.without_polygon));
  for (const [code, name, character, incomplete] of painting.tiles) {
    const state = STATE_OF[character];
    const swatch = element("i", "atlas-swatch" + (state ? " atlas-swatch-" + state : ""));
    if (!state) swatch.style.backgroundColor = painting.palette[Number(character)];
    if (incomplete) swatch.classList.add("atlas-swatch-incomplete");
    const tile = element("button", "", swatch, name);
    tile.type = "button";
    const unit = { code, character };
    const point = () => pointing.rest(unit, L.point(tile.offsetLeft, box.offsetTop + tile.offsetTop));
    tile.addEventListener("click", () => choose(unit));
    tile.addEventListener("mouseenter", point);
    tile.addEventListener("focus", point);
    tile.addEventListener("mouseleave", () => pointing.leave());
    tile.addEventListener("blur", () => pointing.leave());
    box.append(tile);
  }
  return box;
}
