/* Boundaries as the browser's own paths in map units (y to the north), traced once and drawn at any zoom. */

class Topology {
  constructor({ arcs, objects, transform: { scale: [sx, sy], translate: [tx, ty] } }) {
    this.objects = objects;
    this.traced = new Map();
    this.arcs = arcs.map((arc) => {
      let x = 0, y = 0;
      return arc.map(([dx, dy]) => [tx + sx * (x += dx), ty + sy * (y += dy)]);
    });
  }

  kept(name, make) {
    if (!this.traced.has(name)) this.traced.set(name, make());
    return this.traced.get(name);
  }

  units(object) {
    return this.kept("units " + object, () => new Units(
      this.objects[object].geometries.map((geometry, index) => new Unit(this, geometry, index)),
    ));
  }

  lines(object) {
    return this.kept("lines " + object, () => {
      const path = new Path2D();
      for (const { type, arcs } of this.objects[object].geometries) {
        (type === "LineString" ? [arcs] : arcs).forEach((line) => this.trace(path, line));
      }
      return path;
    });
  }

  /* Every border once, though two units share it. */
  get borders() {
    return this.kept("borders", () => {
      const path = new Path2D();
      this.arcs.forEach((_, index) => this.trace(path, [index]));
      return path;
    });
  }

  /* Arcs that only one unit uses: coasts and outer borders, which pale fills would leave invisible. */
  get outline() {
    return this.kept("outline", () => {
      const path = new Path2D(), uses = new Uint8Array(this.arcs.length);
      for (const { arcs } of Object.values(this.objects)[0].geometries) {
        for (const index of (arcs || []).flat(3)) uses[index < 0 ? ~index : index] += 1;
      }
      uses.forEach((count, index) => { if (count === 1) this.trace(path, [index]); });
      return path;
    });
  }

  /* Adds a chain of arcs to a path; `see` is told every point. */
  trace(path, chain, see = () => {}) {
    let begun = false;
    for (const index of chain) {
      const arc = this.arcs[index < 0 ? ~index : index];
      for (let i = begun ? 1 : 0; i < arc.length; i++) {
        const [x, y] = arc[index < 0 ? arc.length - 1 - i : i];
        if (begun) path.lineTo(x, y); else path.moveTo(x, y);
        begun = true;
        see(x, y);
      }
    }
  }
}

class Unit {
  constructor(topology, { id, type, arcs, properties }, index) {
    this.code = id;
    this.index = index;
    this.names = properties || {};
    this.at = this.names.at;
    this.path = new Path2D();
    this.west = this.south = Infinity;
    this.east = this.north = -Infinity;
    const see = (x, y) => {
      if (x < this.west) this.west = x;
      if (x > this.east) this.east = x;
      if (y < this.south) this.south = y;
      if (y > this.north) this.north = y;
    };
    for (const part of type === "Polygon" ? [arcs] : arcs || []) {
      for (const ring of part) {
        topology.trace(this.path, ring, see);
        this.path.closePath();
      }
    }
  }

  /* Where its label stands. */
  get centre() {
    return this.at || [(this.west + this.east) / 2, (this.south + this.north) / 2];
  }

  get area() {
    return (this.east - this.west) * (this.north - this.south);
  }

  meets([west, south, east, north]) {
    return this.west < east && this.east > west && this.south < north && this.north > south;
  }
}

class Units {
  constructor(all) {
    this.all = all;
    this.byCode = new Map(all.map((unit) => [unit.code, unit]));
    this.pen = document.createElement("canvas").getContext("2d");
  }

  /* The unit around a point in map units. */
  at(x, y) {
    return this.all.find((unit) => unit.meets([x, y, x, y]) && this.pen.isPointInPath(unit.path, x, y, "evenodd"));
  }
}
