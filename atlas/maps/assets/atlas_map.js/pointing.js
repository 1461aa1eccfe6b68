/* What the pointer or the keyboard rests on: its outline, its tooltip, its bar in the page around this frame. */

const REST = 40;

class Pointing {
  constructor(map, sheet) {
    this.map = map;
    this.sheet = sheet;
    this.tip = element("div", "atlas-tip");
    this.tip.setAttribute("role", "tooltip");
    this.tip.hidden = true;
    this.live = element("div", "atlas-live");
    this.live.setAttribute("role", "status");
    map.getContainer().append(this.tip, this.live);
  }

  /* What is pointed at belongs to a painting; another one begins with nothing. */
  begin(painting, selected) {
    this.painting = painting;
    this.selected = selected;
    this.under = null;
    this.tip.hidden = true;
    this.outline();
  }

  rest(unit, point) {
    if (unit === this.under) { this.place(point); return; }
    this.under = unit;
    this.point = point;
    this.tip.hidden = true;
    this.outline();
    highlightBar(unit.code);
    clearTimeout(this.waiting);
    const url = `/api/v1/cell?${this.painting.cells}&unit=${unit.code}`;
    if (fetchCell.has(url)) this.tell(unit, url);
    else this.waiting = setTimeout(() => this.tell(unit, url), REST);
  }

  leave() {
    if (!this.under) return;
    this.under = null;
    clearTimeout(this.waiting);
    this.tip.hidden = true;
    this.outline();
    highlightBar(null);
  }

  tell(unit, url) {
    const current = () => this.under === unit;
    fetchCell(url).then((cell) => {
      if (!current()) return;
      const lines = (cell.lines || []).map((line) => element("div", "atlas-tip-line", line));
      this.tip.replaceChildren(element("strong", "", cell.name), element("div", "atlas-tip-value", cell.value), ...lines);
      this.tip.hidden = false;
      this.place(this.point);
      this.live.textContent = [cell.name, cell.value, ...(cell.lines || [])].join(". ");
    }).catch(() => { if (current()) this.tip.hidden = true; });
  }

  place(point) {
    this.point = point;
    if (this.tip.hidden) return;
    const size = this.map.getSize(), width = this.tip.offsetWidth, height = this.tip.offsetHeight;
    const left = point.x + 16 + width < size.x ? point.x + 16 : Math.max(4, point.x - 16 - width);
    const top = Math.min(Math.max(4, point.y - height / 2), Math.max(4, size.y - height - 4));
    this.tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  /* The unit looked at and the unit under the pointer are outlined on a sheet of their own. */
  outline() {
    const { selected, under } = this;
    const outlined = [[selected, ACCENT, 2.2], [under, under === selected ? ACCENT : INK, 1.8]].filter(([unit]) => unit && unit.path);
    const key = outlined.map(([unit, colour]) => unit.code + colour).join() + (this.painting && this.painting.units.url);
    this.sheet.show(key, outlined.length ? (brush) => {
      for (const [unit, colour, width] of outlined) brush.stroke(unit.path, colour, width);
    } : null);
  }
}

function highlightBar(code) {
  try {
    for (const bar of window.parent.document.querySelectorAll('[aria-roledescription="bar"]')) {
      const own = (bar.getAttribute("aria-label") || "").includes(`[${code}]`);
      bar.style.opacity = code && !own ? "0.35" : "";
    }
  } catch (error) { /* the page around the frame is not ours to read when embedded elsewhere */ }
}
