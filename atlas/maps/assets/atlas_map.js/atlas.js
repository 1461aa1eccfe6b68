/* One painting after another on the Leaflet map inside the map frame. The server sends a few kilobytes, a character for each
   unit; boundaries come by URL, once per browser. */

const PATIENCE = 1500;

class Atlas {
  constructor(map) {
    this.map = map;
    this.sequence = 0;
    this.asked = 0;
    this.clicks = 0;
    this.fillFrame();
    this.grounds = new Sheet(map, "units", 400);
    // The borders of thousands of units keep a sheet of their own, which a change of colours leaves as it is.
    this.borders = new Sheet(map, "borders", 405);
    this.circles = new Sheet(map, "circles", 420);
    this.outlines = new Sheet(map, "outlines", 425);
    this.sheets = [this.grounds, this.borders, this.circles, this.outlines];
    this.labels = new Labels(map);
    this.pointing = new Pointing(map, this.outlines);
    this.choices = new Choices((painting) => this.paintForeseen(painting), () => this.painting);
    map.on("zoomend", () => this.drawLabels());
    map.on("mousemove", (event) => this.onMove(event));
    map.on("mouseout", () => this.pointing.leave());
    map.on("click", (event) => this.onClick(event));
    map.getContainer().addEventListener("keydown", (event) => this.onKey(event));
    this.listenToBars();
    window.addEventListener("resize", () => { map.invalidateSize(false); if (this.painting) this.fit(this.painting, false); });
  }

  fillFrame() {
    for (const id of ["root", "parent", "map_div"]) {
      const node = document.getElementById(id);
      if (node) { node.style.height = "100vh"; node.style.width = "100%"; }
    }
    const child = document.querySelector(".float-child");
    if (child) child.style.height = "100vh";
    this.map.invalidateSize(false);
    if (this.map.attributionControl) this.map.attributionControl.remove();
  }

  /* What the page sends: where its painting is. One of the choice before does not undo what was foreseen. */
  receive(notice) {
    clearTimeout(this.held);
    const foreseen = this.foreseen;
    if (foreseen && foreseen.key !== notice.key && performance.now() < foreseen.until) {
      this.held = setTimeout(() => this.receive(notice), PATIENCE);
      return;
    }
    this.foreseen = null;
    const turn = ++this.asked;
    document.documentElement.setAttribute("data-atlas-announced", notice.key);
    document.documentElement.setAttribute("data-atlas-pending", notice.key);
    fetchPainting(notice.url).then((painting) => { if (turn === this.asked) this.paint(painting); })
      .catch(() => { if (turn === this.asked) this.complain(notice.failed); });
  }

  paintForeseen(painting) {
    this.foreseen = { key: painting.key, until: performance.now() + PATIENCE };
    return this.paint(painting);
  }

  async paint(painting) {
    const root = document.documentElement;
    if (this.wanted === painting.link) {
      if (root.getAttribute("data-atlas-drawn") === painting.key) root.removeAttribute("data-atlas-pending");
      return;
    }
    this.wanted = painting.link;
    const turn = ++this.sequence;
    root.setAttribute("data-atlas-pending", painting.key);
    root.setAttribute("lang", painting.lang);
    try {
      const shapes = await fetchShapes(painting);
      if (turn !== this.sequence) return;
      this.show(painting, shapes);
      afterFrame(() => {
        if (turn !== this.sequence) return;
        root.setAttribute("data-atlas-polygons", String(painting.classes.replaceAll(FADED, "").length));
        root.setAttribute("data-atlas-drawn", painting.key);
        root.removeAttribute("data-atlas-pending");
      });
    } catch (error) {
      if (turn !== this.sequence) return;
      console.error(error);
      this.wanted = null;
      this.complain(painting.words.geometry_failed);
    }
  }

  show(painting, shapes) {
    const moving = Boolean(this.painting);
    this.showing = true;
    this.painting = painting;
    this.units = shapes.units;
    this.rested = null;
    this.sheets.forEach((sheet) => sheet.hold());
    this.grounds.show(painting.link, (brush) => drawGrounds(brush, painting, shapes));
    const { dense, units, context, lines } = painting;
    const hairlines = dense && (painting.symbol === "circles" ? UNDER_CIRCLES : HAIRLINE);
    this.borders.show([units.url, context && context.url, lines.url, hairlines].join(), (brush) => drawBorders(brush, hairlines, shapes));
    this.circles.show(painting.link, marksOf(painting, shapes.units));
    this.pointing.begin(painting, shapes.units.byCode.get(painting.selected));
    placeBox(this.map, "legend", legendBox(painting));
    this.fit(painting, moving);
    this.sheets.forEach((sheet) => sheet.release());
    this.showing = false;
    this.drawLabels();
    placeBox(this.map, "tiles", painting.tiles.length ? tilesBox(painting, this.pointing, (unit) => this.choose(unit)) : null);
    placeBox(this.map, "inset", painting.inset ? insetBox(painting, shapes) : null);
    this.describe(painting);
  }

  complain(sentence) {
    const box = element("div", "atlas-complaint", sentence);
    box.setAttribute("role", "alert");
    placeBox(this.map, "complaint", box);
  }

  describe(painting) {
    const container = this.map.getContainer();
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", painting.description + " " + painting.words.keys);
    placeBox(this.map, "complaint", null);
  }

  drawLabels() {
    if (this.painting && !this.showing) this.labels.draw(this.painting, this.units);
  }

  fit(painting, moving) {
    const [west, south, east, north] = painting.bounds, size = this.map.getSize();
    const signature = painting.bounds.join(",") + "@" + size.x + "x" + size.y;
    if (signature === this.fitted) return;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    // Leave the legend its corner on a wide frame.
    const wide = size.x > 640, legend = document.querySelector('[data-atlas-box="legend"]');
    const below = wide || !legend ? 8 : legend.offsetHeight + 10;
    const options = { paddingTopLeft: [wide ? 84 : 8, 8], paddingBottomRight: [8, below] };
    const bounds = L.latLngBounds([south, west], [north, east]);
    if (moving && !still && this.fitted) this.map.flyToBounds(bounds, { duration: 0.35, ...options });
    else this.map.fitBounds(bounds, { animate: false, ...options });
    this.fitted = signature;
  }

  characterOf(unit) {
    return unit.character || this.painting.classes[unit.index] || FADED;
  }

  opens(unit) {
    const character = this.characterOf(unit);
    return character !== FADED && character !== OUTSIDE && unit.code !== this.painting.selected;
  }

  choose(unit) {
    if (!this.opens(unit)) return;
    this.clicks += 1;
    const said = { code: unit.code, click: Date.now() + this.clicks };
    this.pointing.leave();
    this.choices.follow({ next_division: unit.code }, () => window.Streamlit.setComponentValue(said));
  }

  unitUnder({ latlng, originalEvent }) {
    if (!this.painting || originalEvent.target.closest("[data-atlas-box], .leaflet-control")) return null;
    const unit = this.units.at(latlng.lng, latlng.lat);
    return unit && this.characterOf(unit) !== FADED ? unit : null;
  }

  onMove(event) {
    if (this.map._animatingZoom || (this.map.dragging && this.map.dragging.moving())) return;
    const unit = this.unitUnder(event);
    this.map.getContainer().style.cursor = unit && this.opens(unit) ? "pointer" : "";
    if (unit) this.pointing.rest(unit, event.containerPoint); else this.pointing.leave();
    if (unit === this.rested) return;
    const choice = unit && this.opens(unit) ? { next_division: unit.code } : null;
    if (this.choices.restOn(choice, UNIT_REST)) this.rested = unit;
  }

  onClick(event) {
    const unit = this.unitUnder(event);
    if (unit) this.choose(unit);
  }

  onKey(event) {
    if (!this.painting || !["n", "p", "Enter"].includes(event.key) || event.target.closest("button")) return;
    if (event.key === "Enter") { if (this.pointing.under) this.choose(this.pointing.under); return; }
    const live = this.units.all.filter((unit) => this.characterOf(unit) !== FADED);
    if (!live.length) return;
    const step = event.key === "n" ? 1 : live.length - 1;
    this.restAt(live[(live.indexOf(this.pointing.under) + step + live.length) % live.length]);
  }

  /* The bars beside the map are SVG in the page around this frame; hovering one shows its unit here. */
  listenToBars() {
    const barOf = (event) => event.target.closest && event.target.closest('[aria-roledescription="bar"]');
    try {
      const around = window.parent.document;
      around.addEventListener("mouseover", (event) => {
        const bar = barOf(event), code = bar && /\[(\d+)\]/.exec(bar.getAttribute("aria-label") || "");
        const unit = code && this.units && this.units.byCode.get(code[1]);
        if (unit) this.restAt(unit);
      });
      around.addEventListener("mouseout", (event) => { if (barOf(event)) this.pointing.leave(); });
    } catch (error) { /* the page around the frame is not ours to read when embedded elsewhere */ }
  }

  restAt(unit) {
    this.pointing.rest(unit, this.pointOf(unit));
  }

  pointOf({ centre: [x, y] }) {
    return this.map.latLngToContainerPoint([y, x]);
  }
}

let atlas = null;
window.atlasMap = {
  show(map, notice) {
    if (!atlas || atlas.map !== map) atlas = new Atlas(map);
    atlas.receive(notice);
  },
  /* Where a unit is, in pixels of the frame. */
  pointAt(code) {
    const unit = atlas && atlas.units && atlas.units.byCode.get(code);
    return unit ? atlas.pointOf(unit) : null;
  },
};
