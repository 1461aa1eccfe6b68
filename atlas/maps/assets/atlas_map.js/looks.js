/* How a unit looks: its colour by class, its look by the kind of missing value. */

const FADED = "~", OUTSIDE = "o";
const STATE_OF = { n: "no_data", x: "not_applicable", s: "suppressed", o: "outside" };
const HATCH = "#B4BEC9", HAIRLINE = "#FFFFFF", UNDER_CIRCLES = "#C3CCD6", INK = "#1B2733", ACCENT = "#D9480F";
/* Radius, colour, colour and width of the edge. */
const DOT_LOOKS = { without: [4.5, ACCENT, HAIRLINE, 1.2], unknown: [3.6, HAIRLINE, "#5B6875", 1.5] };
const SIZE_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

const isClass = (character) => /^[0-9]$/.test(character || "");

/* `hatch` instead of a fill, and the border of a unit; widths and dashes are pixels. */
function lookOf(character, painting) {
  const weight = painting.dense ? 0.35 : 0.9;
  switch (STATE_OF[character]) {
    case "no_data": return { hatch: true, border: "#C3CBD5", weight };
    case "not_applicable": return { fill: "#DDD8D0", border: HAIRLINE, weight };
    case "suppressed": return { fill: "#C9C3D6", border: HAIRLINE, weight };
    case "outside": return { fill: "#FFFFFF", border: "#7A8794", weight: 1, dash: [3, 3] };
  }
  if (character === FADED) return { fill: "#EEF1F5", border: HAIRLINE, weight };
  if (painting.symbol === "circles") return { fill: "#FFFFFF", border: UNDER_CIRCLES, weight };
  return { fill: painting.palette[Number(character)], border: HAIRLINE, weight };
}

/* The units of a painting by their character: those that stand aside first, those outside above all others. */
function byCharacter(painting, units) {
  const groups = new Map([[FADED, []]]);
  for (const unit of units.all) {
    const character = painting.classes[unit.index] || FADED;
    if (!groups.has(character)) groups.set(character, []);
    groups.get(character).push(unit);
  }
  const outside = groups.get(OUTSIDE);
  if (outside) { groups.delete(OUTSIDE); groups.set(OUTSIDE, outside); }
  return groups;
}

/* Rising lines on pale ground: no data. */
const hatchPattern = (pen) => diagonals(pen, HATCH, 0.9, { ground: "#F7F9FB" });

/* Falling lines over the colour of the class, light on dark and dark on light: some figures are still missing. */
const markOnDark = (pen) => diagonals(pen, "rgba(255, 255, 255, .62)", 0.9, { falling: true });
const markOnLight = (pen) => diagonals(pen, "rgba(27, 39, 51, .3)", 0.8, { falling: true });

function diagonals(pen, colour, width, { ground, falling }) {
  const size = 7, tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const brush = tile.getContext("2d");
  if (falling) brush.setTransform(-1, 0, 0, 1, size, 0);
  if (ground) {
    brush.fillStyle = ground;
    brush.fillRect(0, 0, size, size);
  }
  brush.strokeStyle = colour;
  brush.lineWidth = width;
  brush.beginPath();
  for (const shift of [-size, 0, size]) {
    brush.moveTo(shift - 1, size + 1);
    brush.lineTo(shift + size + 1, -1);
  }
  brush.stroke();
  return pen.createPattern(tile, "repeat");
}


function isDark(colour) {
  const [red, green, blue] = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 140;
}
