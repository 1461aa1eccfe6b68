/* Where a choice leads is asked for and traced while the pointer rests on it, and painted as soon as it is made. The page
   hears of the choice as well, and what it sends has the last word. */

const UNIT_REST = 80, NAME_REST = 60, LATEST_TELLING = 30;

class Choices {
  /* `paint` shows a painting; `current` gives the one shown. */
  constructor(paint, current) {
    this.paint = paint;
    this.current = current;
    this.pointed = pointerMoves();
    this.listenAround();
  }

  foresee(choice) {
    const painting = fetchPainting(`${PAINTING_URL}?${this.current().link}&${new URLSearchParams(choice)}`);
    return painting.then((found) => {
      fetchPainting.keep(`${PAINTING_URL}?${found.link}`, painting);
      return fetchShapes(found).then(() => found);
    });
  }

  /* Foresees once the pointer has rested, unless nobody has pointed: a list that closes leaves the pointer on something. */
  restOn(choice, milliseconds) {
    clearTimeout(this.resting);
    if (choice && !this.pointed()) return false;
    if (choice) this.resting = setTimeout(() => this.foresee(choice).catch(() => {}), milliseconds);
    return true;
  }

  /* Paints what follows from a choice; `tell`, which keeps the browser busy, waits until it is painted if that is soon. */
  follow(choice, tell) {
    clearTimeout(this.resting);
    const from = this.current();
    const painted = this.foresee(choice).then((painting) => this.current() === from && this.paint(painting));
    if (tell) Promise.race([painted, pause(LATEST_TELLING)]).catch(() => {}).then(() => afterFrame(tell));
    else painted.catch(() => {});
  }

  /* Indicators are chosen in the page around this frame: in the list, or on a headline tile. */
  listenAround() {
    try {
      const around = window.parent.document;
      around.addEventListener("focusin", () => this.learnNames());
      around.addEventListener("mouseover", (event) => this.restOn(this.choiceAt(event.target), NAME_REST));
      around.addEventListener("click", (event) => {
        const choice = this.choiceAt(event.target);
        if (choice) this.follow(choice);
      }, true);
    } catch (error) { /* the page around the frame is not ours to read when embedded elsewhere */ }
  }

  choiceAt(target) {
    if (!this.current() || !target.closest) return null;
    const tile = target.closest('[class*="st-key-show-"]');
    if (tile) return { next_indicator: /st-key-show-([a-z0-9_]+)/.exec(tile.className)[1] };
    const option = target.closest('[role="option"]');
    const indicator = option && this.indicators && this.indicators[option.textContent.trim()];
    return indicator ? { next_indicator: indicator } : null;
  }

  learnNames() {
    const painting = this.current();
    if (!painting || this.namesIn === painting.lang) return;
    this.namesIn = painting.lang;
    fetch(`/api/v1/indicators?lang=${this.namesIn}`).then((response) => response.json())
      .then((found) => { this.indicators = found; }).catch(() => { this.namesIn = null; });
  }
}

/* Tells whether the pointer moved for the latest event: layouts that change under a resting pointer make events as well. */
function pointerMoves() {
  let latest = { time: 0 }, moved = false;
  const see = ({ screenX: x, screenY: y, timeStamp, view }) => {
    const time = view.performance.timeOrigin + timeStamp;
    // One movement is several events, in this frame and around it.
    if (time - latest.time > 1) moved = x !== latest.x || y !== latest.y;
    latest = { x, y, time };
  };
  const watch = (page) => ["mousemove", "mouseover"].forEach((kind) => page.addEventListener(kind, see, true));
  watch(document);
  try { watch(window.parent.document); } catch (error) { /* embedded elsewhere */ }
  return () => moved;
}
