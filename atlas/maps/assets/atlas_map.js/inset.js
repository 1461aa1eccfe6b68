/* The South China Sea beside the map of the country, as on China's wall maps. */

const INSET_WIDTH = 92;

function insetBox(painting, { units, lines }) {
  const [west, south, east, north] = painting.inset.bounds;
  const width = INSET_WIDTH, height = Math.round(width * (north - south) / (east - west));
  const sharp = window.devicePixelRatio || 1, scale = width / (east - west);
  const canvas = element("canvas");
  canvas.width = width * sharp; canvas.height = height * sharp;
  canvas.style.width = width + "px"; canvas.style.height = height + "px";
  const pen = canvas.getContext("2d");
  pen.setTransform(scale * sharp, 0, 0, -scale * sharp, -west * scale * sharp, north * scale * sharp);
  const brush = new Brush(pen, scale, sharp, L.point(0, 0)), hatch = brush.pattern(hatchPattern);
  for (const unit of units.all) {
    if (!unit.meets(painting.inset.bounds)) continue;
    const character = painting.classes[unit.index] || FADED, look = lookOf(character, painting);
    brush.fill(unit.path, look.hatch ? hatch : look.fill);
    if (!painting.dense) brush.stroke(unit.path, character === OUTSIDE ? "#9AA5B1" : look.hatch ? HATCH : "#7A8794", 0.5);
  }
  brush.stroke(lines, "#5B6875", 1.1);
  return element("div", "atlas-inset", canvas, element("div", "", painting.inset.caption));
}
