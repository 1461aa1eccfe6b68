/* What comes by URL: boundaries, paintings and what a tooltip says. Each address is asked for once; a failure is not kept. */

const PAINTING_URL = "/api/v1/painting";

function fetchedOnce(read) {
  const kept = new Map();
  const fetched = (url) => {
    if (!kept.has(url)) {
      const pending = fetch(url).then((response) => {
        if (!response.ok) throw new Error(url);
        return response.json();
      }).then(read);
      pending.catch(() => kept.delete(url));
      kept.set(url, pending);
    }
    return kept.get(url);
  };
  fetched.has = (url) => kept.has(url);
  fetched.keep = (url, pending) => kept.set(url, pending);
  return fetched;
}

const fetchTopology = fetchedOnce((content) => new Topology(content));
const fetchPainting = fetchedOnce((painting) => painting);
const fetchCell = fetchedOnce((cell) => cell);

/* All that a painting needs besides itself, decoded and traced. */
function fetchShapes(painting) {
  const wanted = [painting.units, painting.context, painting.lines];
  return Promise.all(wanted.map((file) => file && fetchTopology(file.url))).then(([units, context, lines]) => ({
    file: units,
    units: units.units(painting.units.object),
    context: context && context.units(painting.context.object),
    outline: (context || units).outline,
    lines: lines.lines(painting.lines.object),
  }));
}
