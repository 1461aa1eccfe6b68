/* How a unit looks: its colour by class, its look by the kind of missing value. */

const FADED = "~", OUTSIDE = "o";
const STATE_OF = { n: "no_data", x: "not_applicable", s: "suppressed", o: "outside" };
const HATCH = "#B4BEC9", HAIRLINE = "#FFFFFF", UNDER_CIRCLES = "#C3CCD6", INK = "#1B2733", ACCENT = "#D9480F";
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

function hatchPattern(pen) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 7;
  const brush = tile.getContext("2d");
  brush.fillStyle = "#F7F9FB";
  brush.fillRect(0, 0, 7, 7);
  brush.strokeStyle = HATCH;
  brush.lineWidth = 0.9;
  brush.beginPath();
  brush.moveTo(-1, 8); brush.lineTo(8, -1);
  brush.moveTo(-1, 1); brush.lineTo(1, -1);
  brush.moveTo(6, 8); brush.lineTo(8, 6);
  brush.stroke();
  return pen.createPattern(tile, "repeat");
}

function isDark(colour) {
  const [red, green, blue] = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 140;
}
