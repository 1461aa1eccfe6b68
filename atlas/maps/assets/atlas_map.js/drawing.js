/* What is drawn on which sheet. */

function drawGrounds(brush, painting, { units, context }) {
  if (context) {
    for (const { path } of context.all) brush.fill(path, "#F1F3F6");
    for (const { path } of context.all) brush.stroke(path, HAIRLINE, 1);
  }
  const groups = byCharacter(painting, units);
  let hatch = null;
  for (const [character, group] of groups) {
    const look = lookOf(character, painting);
    if (look.hatch) hatch = hatch || brush.pattern(hatchPattern);
    for (const { path } of group) brush.fill(path, look.hatch ? hatch : look.fill);
  }
  if (painting.incomplete) drawMarks(brush, painting, groups);
  for (const [character, group] of groups) {
    // Between thousands of units the sheet of borders has the lines.
    if (painting.dense && character !== OUTSIDE) continue;
    const { border, weight, dash } = lookOf(character, painting);
    for (const { path } of group) brush.stroke(path, border, weight, dash);
  }
}

/* Values that lack figures keep their colour and are hatched. */
function drawMarks(brush, painting, groups) {
  const onDark = brush.pattern(markOnDark), onLight = brush.pattern(markOnLight);
  for (const [character, group] of groups) {
    const { fill } = lookOf(character, painting);
    if (!fill) continue;
    const pattern = isDark(fill) ? onDark : onLight;
    for (const { path, index } of group) {
      if (painting.incomplete[index] === "1") brush.fill(path, pattern);
    }
  }
}

/* `hairlines` is the colour of the borders between units, where the grounds have none. */
function drawBorders(brush, hairlines, { file, lines, outline }) {
  if (hairlines) brush.stroke(file.borders, hairlines, 0.35);
  brush.stroke(lines, "#7A8794", 1.1);
  brush.stroke(outline, "#8592A0", 0.9);
}

/* What is drawn above the units: circles for counts, dots where a coverage has exceptions. */
function marksOf(painting, units) {
  if (painting.symbol === "circles") return (brush) => drawCircles(brush, painting, units);
  const { without, unknown } = painting.dots;
  return without.length + unknown.length ? (brush) => drawDots(brush, painting.dots) : null;
}

/* Places to point out; those that are without above those of which nothing is known. */
function drawDots(brush, { unknown, without }) {
  for (const [points, look] of [[unknown, DOT_LOOKS.unknown], [without, DOT_LOOKS.without]]) {
    for (const point of points) brush.circle(point, ...look);
  }
}

/* The largest first, so that none hides another. */
function drawCircles(brush, painting, units) {
  const sized = units.all.filter(({ index }) => isClass(painting.classes[index]))
    .map((unit) => ({ unit, radius: radiusOf(painting, unit.index) }))
    .filter(({ radius }) => radius > 0)
    .sort((left, right) => right.radius - left.radius);
  for (const { unit, radius } of sized) brush.circle(unit.centre, radius, painting.palette[Number(painting.classes[unit.index])], HAIRLINE, 1, 0.86);
}
