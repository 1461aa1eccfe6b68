/* Draws one painting after another on the Leaflet map inside the map frame.
   The server sends a few kilobytes (a class character per unit); geometry comes by URL, once per browser. */
(function () {
  "use strict";

  const STATE_OF = { n: "no_data", x: "not_applicable", s: "suppressed", o: "outside" };
  const HATCH = "#B4BEC9", HAIRLINE = "#FFFFFF", UNDER_CIRCLES = "#C3CCD6", INK = "#1B2733", ACCENT = "#D9480F";
  const topologies = new Map();
  const cells = new Map();
  const paintings = new Map();
  const PATIENCE = 1500, PAINTING_URL = "/api/v1/painting";

  function fetchPainting(url) {
    if (!paintings.has(url)) {
      const pending = fetch(url).then((response) => {
        if (!response.ok) throw new Error(url);
        return response.json();
      });
      pending.catch(() => paintings.delete(url));
      paintings.set(url, pending);
    }
    return paintings.get(url);
  }

  function fetchTopology(url) {
    if (!topologies.has(url)) {
      const pending = fetch(url).then((response) => {
        if (!response.ok) throw new Error(url);
        return response.json();
      }).then(withDecodedArcs);
      pending.catch(() => topologies.delete(url));
      topologies.set(url, pending);
    }
    return topologies.get(url);
  }

  /* A list that closes leaves the pointer on something that nobody has pointed at. */
  function wasPointed(event) {
    return !event || event.movementX !== 0 || event.movementY !== 0;
  }

  function withDecodedArcs(topology) {
    const { scale: [sx, sy], translate: [tx, ty] } = topology.transform;
    topology.decoded = topology.arcs.map((arc) => {
      let x = 0, y = 0;
      return arc.map(([dx, dy]) => [ty + sy * (y += dy), tx + sx * (x += dx)]);
    });
    return topology;
  }

  function ringOf(topology, indices) {
    const ring = [];
    for (const index of indices) {
      const arc = index < 0 ? topology.decoded[~index].slice().reverse() : topology.decoded[index];
      for (let i = ring.length ? 1 : 0; i < arc.length; i++) ring.push(arc[i]);
    }
    return ring;
  }

  function shapeOf(topology, geometry) {
    switch (geometry.type) {
      case "Polygon": return [geometry.arcs.map((ring) => ringOf(topology, ring))];
      case "MultiPolygon": return geometry.arcs.map((part) => part.map((ring) => ringOf(topology, ring)));
      case "LineString": return [ringOf(topology, geometry.arcs)];
      case "MultiLineString": return geometry.arcs.map((line) => ringOf(topology, line));
      default: return [];
    }
  }

  /* Arcs that only one unit uses: coasts and outer borders, which pale fills would leave invisible. */
  function outerArcs(topology) {
    const uses = new Uint8Array(topology.arcs.length);
    const count = (arcs) => arcs.forEach((arc) => (Array.isArray(arc) ? count(arc) : (uses[arc < 0 ? ~arc : arc] += 1)));
    for (const object of Object.values(topology.objects).slice(0, 1)) {
      object.geometries.forEach((geometry) => geometry.arcs && count(geometry.arcs));
    }
    return topology.decoded.filter((_, index) => uses[index] === 1);
  }

  function hatchPattern(context) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 7;
    const pen = tile.getContext("2d");
    pen.fillStyle = "#F7F9FB";
    pen.fillRect(0, 0, 7, 7);
    pen.strokeStyle = HATCH;
    pen.lineWidth = 0.9;
    pen.beginPath();
    pen.moveTo(-1, 8); pen.lineTo(8, -1);
    pen.moveTo(-1, 1); pen.lineTo(1, -1);
    pen.moveTo(6, 8); pen.lineTo(8, 6);
    pen.stroke();
    return context.createPattern(tile, "repeat");
  }

  const PatternCanvas = window.L && L.Canvas.extend({
    _fillStroke(context, layer) {
      const options = layer.options;
      if (options.fill && options.hatch) {
        context.globalAlpha = options.fillOpacity;
        context.fillStyle = this._hatch || (this._hatch = hatchPattern(context));
        context.fill("evenodd");
        const stroke = Object.assign({}, options, { fill: false });
        L.Canvas.prototype._fillStroke.call(this, context, { options: stroke });
        return;
      }
      L.Canvas.prototype._fillStroke.call(this, context, layer);
    },
  });

  function styleOf(character, painting) {
    const thin = painting.dense ? 0.35 : 0.9;
    const base = { stroke: true, color: HAIRLINE, weight: thin, fill: true, fillOpacity: 1, hatch: false, dashArray: null, opacity: 1 };
    if (character === "~") return Object.assign(base, { fillColor: "#EEF1F5", color: "#FFFFFF" });
    const state = STATE_OF[character];
    if (state === "no_data") return Object.assign(base, { hatch: true, color: "#C3CBD5" });
    if (state === "not_applicable") return Object.assign(base, { fillColor: "#DDD8D0" });
    if (state === "suppressed") return Object.assign(base, { fillColor: "#C9C3D6" });
    if (state === "outside") return Object.assign(base, { fillColor: "#FFFFFF", color: "#7A8794", dashArray: "4 3", weight: 1 });
    // The borders of thousands of units lie in a layer of their own, which a change of colours leaves as it is.
    base.stroke = !painting.dense;
    if (painting.symbol === "circles") return Object.assign(base, { fillColor: "#FFFFFF", color: UNDER_CIRCLES });
    return Object.assign(base, { fillColor: painting.palette[Number(character)] });
  }

  class Atlas {
    constructor(map) {
      this.map = map;
      this.renderer = new PatternCanvas({ padding: 0.3 });
      this.layers = new Map();
      this.shown = null;
      this.sequence = 0;
      this.clicks = 0;
      for (const [name, level] of [["context", 390], ["units", 400], ["borders", 405], ["lines", 410], ["circles", 420], ["labels", 430]]) {
        map.createPane(name).style.zIndex = level;
        if (name !== "units") map.getPane(name).style.pointerEvents = "none";
      }
      this.lineRenderer = L.canvas({ pane: "lines", padding: 0.3 });
      this.circleRenderer = L.canvas({ pane: "circles", padding: 0.3 });
      this.contextRenderer = L.canvas({ pane: "context", padding: 0.3 });
      this.borderRenderer = L.canvas({ pane: "borders", padding: 0.3 });
      this.labels = L.layerGroup().addTo(map);
      this.tip = document.createElement("div");
      this.tip.className = "atlas-tip";
      this.tip.setAttribute("role", "tooltip");
      this.tip.hidden = true;
      map.getContainer().appendChild(this.tip);
      this.frameFill();
      map.attributionControl && map.attributionControl.remove();
      map.on("zoomend", () => this.drawLabels());
      map.getContainer().addEventListener("keydown", (event) => this.onKey(event));
      this.listenToBars();
      this.listenToChoices();
      window.addEventListener("resize", () => { map.invalidateSize(false); if (this.painting) this.fit(this.painting, false); });
    }

    frameFill() {
      for (const id of ["root", "parent", "map_div"]) {
        const node = document.getElementById(id);
        if (node) { node.style.height = "100vh"; node.style.width = "100%"; }
      }
      const child = document.querySelector(".float-child");
      if (child) child.style.height = "100vh";
      this.map.invalidateSize(false);
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
      const turn = this.asked = (this.asked || 0) + 1;
      document.documentElement.setAttribute("data-atlas-pending", notice.key);
      fetchPainting(notice.url).then((painting) => { if (turn === this.asked) this.paint(painting); })
        .catch(() => { if (turn === this.asked) this.complain(notice.failed); });
    }

    async paint(painting) {
      const root = document.documentElement;
      const said = JSON.stringify(painting);
      if (said === this.said) {
        if (root.getAttribute("data-atlas-drawn") === painting.key) root.removeAttribute("data-atlas-pending");
        return;
      }
      this.said = said;
      const turn = ++this.sequence;
      root.setAttribute("data-atlas-pending", painting.key);
      root.setAttribute("lang", painting.lang);
      try {
        const wanted = [painting.units, painting.context, painting.lines];
        const [units, context, lines] = await Promise.all(wanted.map((file) => file && fetchTopology(file.url)));
        if (turn !== this.sequence) return;
        this.painting = painting;
        this.under = null;
        this.tip.hidden = true;
        this.showLayer("context", painting.context, context);
        this.showLayer("lines", painting.lines, lines);
        this.showOutline(painting.context ? painting.context.url : painting.units.url, context || units);
        this.showBorders(painting, units);
        const drawn = this.showUnits(painting, units);
        this.legend(painting);
        this.fit(painting, this.shown !== null);
        this.shown = painting.key;
        this.drawLabels();
        this.tiles(painting);
        this.inset(painting, units, lines);
        this.describe(painting);
        // A task queued from inside a frame runs when that frame has been painted.
        requestAnimationFrame(() => setTimeout(() => {
          if (turn !== this.sequence) return;
          root.setAttribute("data-atlas-polygons", String(drawn));
          root.setAttribute("data-atlas-drawn", painting.key);
          root.removeAttribute("data-atlas-pending");
        }, 0));
      } catch (error) {
        if (turn !== this.sequence) return;
        console.error(error);
        this.said = null;
        this.complain(painting.words.geometry_failed);
      }
    }

    complain(sentence) {
      const box = document.createElement("div");
      box.className = "atlas-complaint";
      box.setAttribute("role", "alert");
      box.textContent = sentence;
      this.replaceBox("complaint", box);
    }

    replaceBox(name, box) {
      const old = document.querySelector(`[data-atlas-box="${name}"]`);
      if (old) old.remove();
      if (!box) return;
      box.setAttribute("data-atlas-box", name);
      this.map.getContainer().appendChild(box);
      L.DomEvent.disableClickPropagation(box);
    }

    showLayer(name, file, topology) {
      const key = file ? file.url : null;
      const old = this.layers.get(name);
      if (old && old.key === key) return;
      if (old) old.group.remove();
      this.layers.delete(name);
      if (!file) return;
      const group = L.layerGroup();
      for (const geometry of topology.objects[file.object].geometries) {
        const shape = shapeOf(topology, geometry);
        if (name === "lines") {
          group.addLayer(L.polyline(shape, {
            renderer: this.lineRenderer, pane: "lines", interactive: false, smoothFactor: 0.5, color: "#7A8794", weight: 1.1,
          }));
        } else {
          group.addLayer(L.polygon(shape, {
            renderer: this.contextRenderer, pane: "context", interactive: false, smoothFactor: 0.5,
            color: "#FFFFFF", weight: 1, fillColor: "#F1F3F6", fillOpacity: 1,
          }));
        }
      }
      group.addTo(this.map);
      this.layers.set(name, { key, group });
    }

    showOutline(url, topology) {
      const old = this.layers.get("outline");
      if (old && old.key === url) return;
      if (old) old.group.remove();
      const group = L.layerGroup();
      group.addLayer(L.polyline(outerArcs(topology), {
        renderer: this.lineRenderer, pane: "lines", interactive: false, smoothFactor: 0.5, color: "#8592A0", weight: 0.9,
      }));
      group.addTo(this.map);
      this.layers.set("outline", { key: url, group });
    }

    showBorders(painting, topology) {
      const color = painting.symbol === "circles" ? UNDER_CIRCLES : HAIRLINE;
      const key = painting.dense ? painting.units.url + color : null;
      const old = this.layers.get("borders");
      if ((old ? old.key : null) === key) return;
      if (old) old.group.remove();
      this.layers.delete("borders");
      if (!key) return;
      const group = L.polyline(topology.decoded, {
        renderer: this.borderRenderer, pane: "borders", interactive: false, smoothFactor: 0.4, color, weight: 0.35,
      }).addTo(this.map);
      this.layers.set("borders", { key, group });
    }

    showUnits(painting, topology) {
      const key = painting.units.url + "#" + painting.units.object;
      let units = this.layers.get("units");
      if (!units || units.key !== key) {
        if (units) units.group.remove();
        units = { key, group: L.layerGroup(), polygons: [] };
        for (const geometry of topology.objects[painting.units.object].geometries) {
          const polygon = L.polygon(shapeOf(topology, geometry), { renderer: this.renderer, pane: "units", smoothFactor: 0.4 });
          polygon.code = geometry.id;
          polygon.at = geometry.properties && geometry.properties.at;
          polygon.names = geometry.properties || {};
          this.listen(polygon);
          units.polygons.push(polygon);
          units.group.addLayer(polygon);
        }
        units.group.addTo(this.map);
        this.layers.set("units", units);
      }
      let drawn = 0;
      units.polygons.forEach((polygon, index) => {
        const character = painting.classes[index] || "~";
        polygon.character = character;
        if (character !== "~") drawn += 1;
        const style = styleOf(character, painting);
        if (polygon.code === painting.selected) Object.assign(style, { color: ACCENT, weight: 2.2 });
        Object.assign(polygon.options, style);
        polygon.options._dashArray = style.dashArray ? [3, 3] : null;
      });
      this.renderer._redrawBounds = null;
      this.renderer._clear && this.renderer._redraw();
      if (painting.selected) {
        const chosen = units.polygons.find((polygon) => polygon.code === painting.selected);
        if (chosen) chosen.bringToFront();
      }
      this.showCircles(painting, units);
      return drawn;
    }

    showCircles(painting, units) {
      const old = this.layers.get("circles");
      if (old) old.group.remove();
      this.layers.delete("circles");
      if (painting.symbol !== "circles") return;
      const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
      const group = L.layerGroup();
      units.polygons.forEach((polygon, index) => {
        polygon.radius = painting.radius * digits.indexOf(painting.sizes[index] || "0") / 61;
      });
      const sized = units.polygons
        .filter((polygon) => polygon.radius > 0 && /[0-9]/.test(polygon.character))
        .sort((left, right) => right.radius - left.radius);
      for (const polygon of sized) {
        group.addLayer(L.circleMarker(this.centreOf(polygon), {
          renderer: this.circleRenderer, pane: "circles", interactive: false, radius: polygon.radius,
          color: "#FFFFFF", weight: 1, fillColor: painting.palette[Number(polygon.character)], fillOpacity: 0.86,
        }));
      }
      group.addTo(this.map);
      this.layers.set("circles", { key: painting.key, group });
    }

    listen(polygon) {
      polygon.on("click", () => this.choose(polygon));
      polygon.on("mouseover", (event) => this.hover(polygon, event));
      polygon.on("mousemove", (event) => this.placeTip(event.latlng));
      polygon.on("mouseout", () => this.leave(polygon));
    }

    opens(polygon) {
      return polygon.character !== "~" && polygon.character !== "o" && polygon.code !== this.painting.selected;
    }

    choose(polygon) {
      if (!this.opens(polygon)) return;
      this.clicks += 1;
      this.leave(polygon);
      window.Streamlit.setComponentValue({ code: polygon.code, click: Date.now() + this.clicks });
      this.follow({ next_division: polygon.code });
    }

    /* Where a choice leads, asked for while the pointer rests on it, painted as soon as it is made. The page
       hears of the choice as well, and what it sends has the last word. */
    foresee(choice) {
      const painting = fetchPainting(`${PAINTING_URL}?${this.painting.link}&${new URLSearchParams(choice)}`);
      painting.then((found) => {
        paintings.set(`${PAINTING_URL}?${found.link}`, painting);
        return fetchTopology(found.units.url);
      }).catch(() => {});
      return painting;
    }

    follow(choice) {
      const turn = this.sequence;
      this.foresee(choice).then((painting) => {
        if (turn !== this.sequence) return;
        this.foreseen = { key: painting.key, until: performance.now() + PATIENCE };
        this.paint(painting);
      }).catch(() => {});
    }

    /* Indicators are chosen in the page around this frame: in the list, or on a headline tile. */
    listenToChoices() {
      const choiceOf = (target) => {
        if (!this.painting || !target.closest) return null;
        const tile = target.closest('[class*="st-key-show-"]');
        if (tile) return /st-key-show-([a-z0-9_]+)/.exec(tile.className)[1];
        const option = target.closest('[role="option"]');
        return option && this.indicators && this.indicators[option.textContent.trim()];
      };
      const names = () => {
        if (!this.painting || this.namesIn === this.painting.lang) return;
        this.namesIn = this.painting.lang;
        fetch(`/api/v1/indicators?lang=${this.namesIn}`).then((response) => response.json())
          .then((found) => { this.indicators = found; }).catch(() => { this.namesIn = null; });
      };
      try {
        const around = window.parent.document;
        around.addEventListener("focusin", names);
        around.addEventListener("mouseover", (event) => {
          const indicator = wasPointed(event) && choiceOf(event.target);
          clearTimeout(this.resting);
          if (indicator) this.resting = setTimeout(() => this.foresee({ next_indicator: indicator }).catch(() => {}), 60);
        });
        around.addEventListener("click", (event) => {
          const indicator = choiceOf(event.target);
          if (indicator) this.follow({ next_indicator: indicator });
        }, true);
      } catch (error) { /* the page around the frame is not ours to read when embedded elsewhere */ }
    }

    hover(polygon, event) {
      if (polygon.character === "~") return;
      if (this.under && this.under !== polygon) this.leave(this.under);
      this.under = polygon;
      polygon.setStyle({ stroke: true, color: polygon.code === this.painting.selected ? ACCENT : INK, weight: 1.8 });
      polygon.bringToFront();
      this.highlightBar(polygon.code);
      const url = `/api/v1/cell?${this.painting.cells}&unit=${polygon.code}`;
      const show = (cell) => {
        if (this.under !== polygon) return;
        this.tip.replaceChildren(this.cellBox(cell));
        this.tip.hidden = false;
        this.placeTip(this.at || event.latlng);
        if (this.live) this.live.textContent = [cell.name, cell.value, ...(cell.lines || [])].join(". ");
      };
      if (cells.has(url)) { show(cells.get(url)); return; }
      this.at = event.latlng;
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        fetch(url).then((response) => response.json()).then((cell) => { cells.set(url, cell); show(cell); }).catch(() => { this.tip.hidden = true; });
      }, 40);
      clearTimeout(this.warming);
      if (wasPointed(event.originalEvent) && this.opens(polygon)) this.warming = setTimeout(() => this.foresee({ next_division: polygon.code }).catch(() => {}), 80);
    }

    leave(polygon) {
      if (this.under === polygon) this.under = null;
      const style = styleOf(polygon.character, this.painting);
      if (polygon.code === this.painting.selected) Object.assign(style, { color: ACCENT, weight: 2.2 });
      polygon.setStyle({ stroke: style.stroke, color: style.color, weight: style.weight });
      this.tip.hidden = true;
      this.highlightBar(null);
    }

    placeTip(latlng) {
      this.at = latlng;
      if (this.tip.hidden) return;
      const point = this.map.latLngToContainerPoint(latlng), size = this.map.getSize();
      const width = this.tip.offsetWidth, height = this.tip.offsetHeight;
      const left = point.x + 16 + width < size.x ? point.x + 16 : Math.max(4, point.x - 16 - width);
      const top = Math.min(Math.max(4, point.y - height / 2), Math.max(4, size.y - height - 4));
      this.tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    }

    cellBox(cell) {
      const box = document.createElement("div");
      const title = document.createElement("strong");
      title.textContent = cell.name;
      const value = document.createElement("div");
      value.className = "atlas-tip-value";
      value.textContent = cell.value;
      box.append(title, value);
      for (const line of cell.lines || []) {
        const row = document.createElement("div");
        row.className = "atlas-tip-line";
        row.textContent = line;
        box.append(row);
      }
      return box;
    }

    highlightBar(code) {
      try {
        for (const bar of window.parent.document.querySelectorAll('[aria-roledescription="bar"]')) {
          const own = (bar.getAttribute("aria-label") || "").includes(`[${code}]`);
          bar.style.opacity = code && !own ? "0.35" : "";
        }
      } catch (error) { /* the page around the frame is not ours to read when embedded elsewhere */ }
    }

    /* The bars beside the map are SVG in the page around this frame; hovering one shows its unit here. */
    listenToBars() {
      const barOf = (event) => event.target.closest && event.target.closest('[aria-roledescription="bar"]');
      const polygonOf = (bar) => {
        const code = /\[(\d+)\]/.exec((bar && bar.getAttribute("aria-label")) || "");
        const units = this.layers.get("units");
        return code && units && units.polygons.find((polygon) => polygon.code === code[1]);
      };
      try {
        window.parent.document.addEventListener("mouseover", (event) => {
          const polygon = polygonOf(barOf(event));
          if (polygon) this.hover(polygon, { latlng: this.centreOf(polygon) });
        });
        window.parent.document.addEventListener("mouseout", (event) => {
          if (barOf(event) && this.under) this.leave(this.under);
        });
      } catch (error) { /* the page around the frame is not ours to read when embedded elsewhere */ }
    }

    centreOf(polygon) {
      return polygon.at ? L.latLng(polygon.at[1], polygon.at[0]) : polygon.getBounds().getCenter();
    }

    pointAt(code) {
      const units = this.layers.get("units");
      const polygon = units && units.polygons.find((each) => each.code === code);
      if (!polygon) return null;
      const point = this.map.latLngToContainerPoint(this.centreOf(polygon));
      return { x: point.x, y: point.y };
    }

    fit(painting, moving) {
      const [west, south, east, north] = painting.bounds;
      const bounds = L.latLngBounds([south, west], [north, east]);
      const signature = painting.bounds.join(",") + "@" + this.map.getSize().x + "x" + this.map.getSize().y;
      if (signature === this.fitted) return;
      const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      // Leave the legend its corner on a wide frame.
      const legend = document.querySelector('[data-atlas-box="legend"]');
      const wide = this.map.getSize().x > 640;
      const below = wide || !legend ? 8 : legend.offsetHeight + 10;
      const options = { paddingTopLeft: [wide ? 84 : 8, 8], paddingBottomRight: [8, below] };
      if (moving && !still && this.fitted) this.map.flyToBounds(bounds, Object.assign({ duration: 0.35 }, options));
      else this.map.fitBounds(bounds, Object.assign({ animate: false }, options));
      this.fitted = signature;
    }

    drawLabels() {
      this.labels.clearLayers();
      const units = this.layers.get("units");
      const painting = this.painting;
      if (!units || !painting || !painting.labels) return;
      const taken = [];
      const free = (box) => !taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
      const scored = units.polygons.filter((polygon) => polygon.character !== "~" && polygon.at)
        .map((polygon) => ({ polygon, size: this.pixelArea(polygon) }))
        .sort((left, right) => right.size - left.size);
      for (const { polygon, size } of scored) {
        const word = polygon.names[painting.lang] || polygon.names.zh;
        if (!word) continue;
        const centre = L.latLng(polygon.at[1], polygon.at[0]);
        const point = this.map.latLngToLayerPoint(centre);
        const half = { x: word.length * (painting.lang === "zh" ? 6.5 : 3.2) + 2, y: 8 };
        const small = size < half.x * half.y * 2.2;
        const outside = polygon.character === "o";
        if (small && !outside) continue;
        const aside = half.x + 5;
        const shifts = small ? [[aside, 4], [-aside, 6], [0, 14], [0, -14]] : [[0, 0]];
        const boxAt = ([dx, dy]) => [point.x + dx - half.x, point.y + dy - half.y, point.x + dx + half.x, point.y + dy + half.y];
        const shift = shifts.find((each) => free(boxAt(each)));
        if (!shift) continue;
        taken.push(boxAt(shift));
        const light = !small && this.isDark(polygon);
        const icon = L.divIcon({
          className: "atlas-label" + (light ? " atlas-label-light" : ""), html: "", iconSize: [half.x * 2, 16],
          iconAnchor: [half.x - shift[0], 8 - shift[1]],
        });
        const marker = L.marker(centre, { icon, pane: "labels", interactive: false, keyboard: false });
        marker.addTo(this.labels);
        marker.getElement().textContent = word;
      }
    }

    pixelArea(polygon) {
      const bounds = polygon.getBounds();
      const from = this.map.latLngToLayerPoint(bounds.getSouthWest()), to = this.map.latLngToLayerPoint(bounds.getNorthEast());
      return Math.abs((to.x - from.x) * (to.y - from.y));
    }

    isDark(polygon) {
      if (!/[0-9]/.test(polygon.character)) return false;
      if (this.painting.symbol === "circles" && polygon.radius < 9) return false;
      const colour = this.painting.palette[Number(polygon.character)];
      const [red, green, blue] = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
      return 0.299 * red + 0.587 * green + 0.114 * blue < 140;
    }

    legend(painting) {
      const box = document.createElement("div");
      box.className = "atlas-legend";
      const title = document.createElement("div");
      title.className = "atlas-legend-title";
      title.textContent = painting.legend.title;
      box.append(title);
      if (painting.legend.bars.length) box.append(this.histogram(painting));
      for (const row of painting.legend.rows) {
        const line = document.createElement("div");
        line.className = "atlas-legend-row";
        const swatch = document.createElement("i");
        swatch.className = "atlas-swatch atlas-swatch-" + row.look;
        if (row.colour) swatch.style.background = row.colour;
        const label = document.createElement("span");
        label.textContent = row.label;
        const count = document.createElement("b");
        count.textContent = row.count;
        line.append(swatch, label, count);
        box.append(line);
      }
      const foot = document.createElement("div");
      foot.className = "atlas-legend-foot";
      foot.textContent = painting.legend.foot;
      box.append(foot);
      this.replaceBox("legend", box);
    }

    histogram(painting) {
      const bars = document.createElement("div");
      bars.className = "atlas-histogram";
      bars.setAttribute("aria-hidden", "true");
      const top = Math.max(...painting.legend.bars.map(([count]) => count), 1);
      for (const [count, index] of painting.legend.bars) {
        const bar = document.createElement("i");
        bar.style.height = `${Math.round(26 * count / top) + (count ? 1 : 0)}px`;
        bar.style.background = painting.palette[index];
        bars.append(bar);
      }
      return bars;
    }

    /* Reporting units that have no polygon are tiles with the same colours, tooltip and click. */
    tiles(painting) {
      if (!painting.tiles.length) { this.replaceBox("tiles", null); return; }
      const box = document.createElement("div");
      box.className = "atlas-tiles";
      const caption = document.createElement("div");
      caption.className = "atlas-legend-foot";
      caption.textContent = painting.words.without_polygon;
      box.append(caption);
      for (const [code, name, character] of painting.tiles) {
        const tile = document.createElement("button");
        const style = styleOf(character, painting);
        const swatch = document.createElement("i");
        swatch.className = "atlas-swatch" + (STATE_OF[character] ? " atlas-swatch-" + STATE_OF[character] : "");
        if (!STATE_OF[character]) swatch.style.background = painting.symbol === "circles" ? painting.palette[Number(character)] : style.fillColor;
        tile.type = "button";
        tile.append(swatch, name);
        const centre = () => this.map.containerPointToLatLng([tile.offsetLeft, box.offsetTop + tile.offsetTop]);
        const unit = { code, character, setStyle() {}, bringToFront() {} };
        tile.addEventListener("mouseenter", () => this.hover(unit, { latlng: centre() }));
        tile.addEventListener("focus", () => this.hover(unit, { latlng: centre() }));
        tile.addEventListener("mouseleave", () => this.leave(unit));
        tile.addEventListener("blur", () => this.leave(unit));
        box.append(tile);
      }
      this.replaceBox("tiles", box);
    }

    inset(painting, units, lines) {
      if (!painting.inset) { this.replaceBox("inset", null); return; }
      const [west, south, east, north] = painting.inset.bounds;
      const box = document.createElement("div");
      box.className = "atlas-inset";
      const canvas = document.createElement("canvas");
      const width = 92, height = Math.round(width * (north - south) / (east - west)), sharp = window.devicePixelRatio || 1;
      canvas.width = width * sharp; canvas.height = height * sharp;
      canvas.style.width = width + "px"; canvas.style.height = height + "px";
      const pen = canvas.getContext("2d");
      const factor = width * sharp / (east - west);
      const trace = (path) => {
        path.forEach(([y, x], i) => pen[i ? "lineTo" : "moveTo"]((x - west) * factor, (north - y) * factor));
      };
      const hatch = hatchPattern(pen);
      for (const { index, rings } of this.ringsInside(painting, units)) {
        const character = painting.classes[index] || "~";
        const style = styleOf(character, painting);
        pen.beginPath();
        for (const ring of rings) { trace(ring); pen.closePath(); }
        pen.fillStyle = style.hatch ? hatch : style.fillColor;
        pen.fill("evenodd");
        if (painting.dense) continue;
        pen.strokeStyle = character === "o" ? "#9AA5B1" : (style.hatch ? HATCH : "#7A8794");
        pen.lineWidth = 0.5 * sharp;
        pen.stroke();
      }
      pen.strokeStyle = "#5B6875";
      pen.lineWidth = 1.1 * sharp;
      for (const geometry of lines.objects[painting.lines.object].geometries) {
        for (const line of shapeOf(lines, geometry)) { pen.beginPath(); trace(line); pen.stroke(); }
      }
      const caption = document.createElement("div");
      caption.textContent = painting.inset.caption;
      box.append(canvas, caption);
      this.replaceBox("inset", box);
    }

    /* The rings of the units that reach into the inset, found once for each file. */
    ringsInside(painting, units) {
      const key = painting.units.url + "#" + painting.units.object;
      if (this.insideKey === key) return this.inside;
      const [west, south, east, north] = painting.inset.bounds;
      const meets = (ring) => ring.some(([y, x]) => x > west && x < east && y > south && y < north);
      this.inside = units.objects[painting.units.object].geometries.map((geometry, index) => ({
        index, rings: shapeOf(units, geometry).flat().filter(meets),
      })).filter(({ rings }) => rings.length);
      this.insideKey = key;
      return this.inside;
    }

    describe(painting) {
      const container = this.map.getContainer();
      container.setAttribute("role", "application");
      container.setAttribute("aria-label", painting.description + " " + painting.words.keys);
      if (!this.live) {
        this.live = document.createElement("div");
        this.live.className = "atlas-live";
        this.live.setAttribute("role", "status");
        container.appendChild(this.live);
      }
      this.replaceBox("complaint", null);
    }

    onKey(event) {
      const units = this.layers.get("units");
      if (!units || !["n", "p", "Enter"].includes(event.key)) return;
      const live = units.polygons.filter((polygon) => polygon.character !== "~");
      if (!live.length) return;
      if (event.key === "Enter") { if (this.under) this.choose(this.under); return; }
      const step = event.key === "n" ? 1 : live.length - 1;
      const next = live[(live.indexOf(this.under) + step + live.length) % live.length];
      this.hover(next, { latlng: this.centreOf(next) });
    }
  }

  let atlas = null;
  window.atlasMap = {
    show(map, notice) {
      if (!atlas || atlas.map !== map) atlas = new Atlas(map);
      atlas.receive(notice);
    },
    pointAt(code) { return atlas && atlas.pointAt(code); },
  };
})();
