/* Elements of the frame's page. */

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/* A box of this name over the map, instead of the one before; null takes it away. */
function placeBox(map, name, box) {
  const old = document.querySelector(`[data-atlas-box="${name}"]`);
  if (old) old.remove();
  if (!box) return;
  box.setAttribute("data-atlas-box", name);
  map.getContainer().appendChild(box);
  L.DomEvent.disableClickPropagation(box);
}

/* Runs a task when the next frame has been painted, before anything else that waits for its turn. */
function afterFrame(task) {
  requestAnimationFrame(() => {
    if (window.scheduler && scheduler.postTask) scheduler.postTask(task, { priority: "user-blocking" });
    else setTimeout(task, 0);
  });
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
