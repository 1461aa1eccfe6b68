/* Names on the map: the largest units first, none over another. */

class Labels {
  constructor(map) {
    this.map = map;
    map.createPane("labels").style.zIndex = 430;
    map.getPane("labels").style.pointerEvents = "none";
    this.group = L.layerGroup().addTo(map);
  }

  draw(painting, units) {
    this.group.clearLayers();
    if (!painting.labels) return;
    const scale = this.map.getZoomScale(this.map.getZoom(), 0), taken = [];
    const free = (box) => !taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
    const named = units.all.filter((unit) => unit.at && (painting.classes[unit.index] || FADED) !== FADED);
    for (const unit of named.sort((left, right) => right.area - left.area)) {
      const word = unit.names[painting.lang] || unit.names.zh;
      if (!word) continue;
      const character = painting.classes[unit.index];
      const half = { x: word.length * (painting.lang === "zh" ? 6.5 : 3.2) + 2, y: 8 };
      const small = unit.area * scale * scale < half.x * half.y * 2.2;
      if (small && character !== OUTSIDE) continue;
      const aside = half.x + 5, x = unit.at[0] * scale, y = -unit.at[1] * scale;
      const boxAt = ([dx, dy]) => [x + dx - half.x, y + dy - half.y, x + dx + half.x, y + dy + half.y];
      const shift = (small ? [[aside, 4], [-aside, 6], [0, 14], [0, -14]] : [[0, 0]]).find((each) => free(boxAt(each)));
      if (!shift) continue;
      taken.push(boxAt(shift));
      this.place(unit, word, half.x, shift, !small && onDark(painting, unit.index));
    }
  }

  place(unit, word, half, [dx, dy], light) {
    const icon = L.divIcon({
      className: "atlas-label" + (light ? " atlas-label-light" : ""), html: element("span", "", word),
      iconSize: [half * 2, 16], iconAnchor: [half - dx, 8 - dy],
    });
    const at = L.latLng(unit.at[1], unit.at[0]);
    this.group.addLayer(L.marker(at, { icon, pane: "labels", interactive: false, keyboard: false }));
  }
}

function onDark(painting, index) {
  const character = painting.classes[index];
  if (!isClass(character)) return false;
  if (painting.symbol === "circles" && radiusOf(painting, index) < 9) return false;
  return isDark(painting.palette[Number(character)]);
}

function radiusOf(painting, index) {
  return painting.radius * SIZE_DIGITS.indexOf(painting.sizes[index] || "0") / 61;
}
