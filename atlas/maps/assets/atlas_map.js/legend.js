/* The legend: a histogram of the values, then a row for each class and each kind of missing value. */

function legendBox(painting) {
  const { title, bars, rows, foot } = painting.legend;
  const box = element("div", "atlas-legend", element("div", "atlas-legend-title", title));
  if (bars.length) box.append(histogram(bars, painting.palette));
  for (const row of rows) {
    const swatch = element("i", "atlas-swatch atlas-swatch-" + row.look);
    if (row.colour) swatch.style.background = row.colour;
    box.append(element("div", "atlas-legend-row", swatch, element("span", "", row.label), element("b", "", row.count)));
  }
  box.append(element("div", "atlas-legend-foot", foot));
  return box;
}

function histogram(counts, palette) {
  const box = element("div", "atlas-histogram");
  box.setAttribute("aria-hidden", "true");
  const top = Math.max(...counts.map(([count]) => count), 1);
  for (const [count, index] of counts) {
    const bar = element("i");
    bar.style.height = `${Math.round(26 * count / top) + (count ? 1 : 0)}px`;
    bar.style.background = palette[index];
    box.append(bar);
  }
  return box;
}
