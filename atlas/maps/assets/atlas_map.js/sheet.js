/* A sheet: one canvas over the map that keeps what to draw and draws it again wherever the map has moved to. */

const SHARPEST = 2;

const Sheet = L.Renderer.extend({
  initialize(map, name, level) {
    L.Renderer.prototype.initialize.call(this, { pane: name, padding: 0.3 });
    const style = map.createPane(name).style;
    style.zIndex = level;
    style.pointerEvents = "none";
    this.addTo(map);
  },

  /* Have `draw` draw this sheet from now on, or nothing; the same key says that nothing has changed. */
  show(key, draw) {
    if (key === this._key) return;
    this._key = key;
    this._drawing = draw;
    this._stale = true;
    this.refresh();
  },

  /* Put off drawing until `release`: a map that moves several times at once is drawn once. */
  hold() { this._held = true; },

  release() {
    this._held = false;
    this.refresh();
  },

  refresh() {
    if (this._held || !this._stale) return;
    this._stale = false;
    const canvas = this._container, size = this._bounds.getSize(), sharp = Math.min(window.devicePixelRatio || 1, SHARPEST);
    canvas.style.display = this._drawing ? "" : "none";
    if (!this._drawing) return;
    const width = Math.round(size.x * sharp), height = Math.round(size.y * sharp);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width; canvas.height = height;
      canvas.style.width = size.x + "px"; canvas.style.height = size.y + "px";
    }
    L.DomUtil.setPosition(canvas, this._bounds.min);
    const pen = this._pen, origin = this._map.getPixelOrigin().add(this._bounds.min), scale = this._map.getZoomScale(this._map.getZoom(), 0);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.setTransform(scale * sharp, 0, 0, -scale * sharp, -origin.x * sharp, -origin.y * sharp);
    this._drawing(new Brush(pen, scale, sharp, this._bounds.min));
  },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._pen = this._container.getContext("2d");
  },

  _destroyContainer() { this._container.remove(); },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    this._stale = true;
    this.refresh();
  },

  _updatePaths() {},
});

/* Draws in map units; what is measured in pixels stays so. */
class Brush {
  /* `corner` is where the canvas begins on the map, in pixels. */
  constructor(pen, scale, sharp, corner) {
    Object.assign(this, { pen, scale, sharp, corner });
    pen.lineJoin = pen.lineCap = "round";
  }

  fill(path, colour) {
    this.pen.fillStyle = colour;
    this.pen.fill(path, "evenodd");
  }

  stroke(path, colour, width, dash = []) {
    this.pen.strokeStyle = colour;
    this.pen.lineWidth = width / this.scale;
    this.pen.setLineDash(dash.map((length) => length / this.scale));
    this.pen.stroke(path);
  }

  /* A pattern whose tiles keep their size, and their place on the map while it is dragged. */
  pattern(make) {
    const { pen, sharp, corner } = this, pattern = make(pen);
    const pixels = new DOMMatrix([sharp, 0, 0, sharp, -corner.x * sharp, -corner.y * sharp]);
    pattern.setTransform(pen.getTransform().inverse().multiply(pixels));
    return pattern;
  }

  circle([x, y], radius, colour, border, width, opacity = 1) {
    const { pen, scale } = this;
    pen.beginPath();
    pen.arc(x, y, radius / scale, 0, 2 * Math.PI);
    pen.fillStyle = colour;
    pen.globalAlpha = opacity;
    pen.fill();
    pen.globalAlpha = 1;
    pen.strokeStyle = border;
    pen.lineWidth = width / scale;
    pen.stroke();
  }
}
