(() => {
  "use strict";
  const NEAREST = 16;
  const STEP = 1.5;
  const PAN = 0.1;
  const TILES = 2;
  const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  const within = (low, value, high) => Math.min(Math.max(low, value), high);

  function start(section) {
    const dialog = section.querySelector(".closeup");
    const find = (name) => dialog.querySelector(".closeup-" + name);
    const panes = find("panes");
    const other = find("other");
    const tiled = find("tiled");
    const difference = find("difference");
    const pointers = new Map();
    let chosen = null;
    let beside = [];
    let zoom = 1;
    let left = 0;
    let top = 0;

    const original = (image) => section.querySelector(".originals img[data-original=\"" + image.dataset.photograph + "\"]");

    /* Images of one pane lie over each other, and what is seen of two is their difference. */
    function show(name, caption, ...images) {
      const figure = find(name);
      const pane = figure.querySelector(".pane");
      figure.hidden = images.includes(null) || images.includes(undefined);
      if (figure.hidden) { return; }
      pane.style.backgroundImage = images.map((image) => "url(" + image.src + ")").join(", ");
      pane.style.aspectRatio = images[0].naturalWidth + " / " + images[0].naturalHeight;
      pane.setAttribute("aria-label", caption);
      figure.querySelector("figcaption").textContent = caption;
    }

    function fill() {
      const photograph = original(chosen);
      const second = beside[other.selectedIndex - 1];
      const from = second || photograph;
      show("chosen", chosen.alt, chosen);
      show("photograph", photograph ? photograph.alt : "", photograph);
      show("beside", second ? second.alt : "", second);
      show("apart", from ? "4 × the difference to " + from.alt : "", chosen, difference.checked ? from : null);
      draw();
    }

    /* left and top tell what of the image lies beyond the pane's border, in shares of what is seen at once. */
    function draw() {
      left = within(0, left, zoom - 1);
      top = within(0, top, zoom - 1);
      const tiles = tiled.checked ? TILES : 1;
      panes.classList.toggle("is-near", zoom > 1);
      dialog.querySelectorAll("figure:not([hidden]) .pane").forEach((pane) => {
        const box = pane.getBoundingClientRect();
        pane.style.backgroundSize = box.width * zoom / tiles + "px " + box.height * zoom / tiles + "px";
        pane.style.backgroundPosition = -left * box.width + "px " + -top * box.height + "px";
      });
    }

    function zoomBy(factor, x, y) {
      const next = within(1, zoom * factor, NEAREST);
      left = (left + x) * next / zoom - x;
      top = (top + y) * next / zoom - y;
      zoom = next;
      draw();
    }

    function moveBy(x, y) {
      left += x;
      top += y;
      draw();
    }

    function look(image) {
      chosen = image;
      zoom = 1;
      find("name").textContent = image.alt;
      const photograph = image.dataset.photograph;
      const others = "td img[data-photograph=\"" + photograph + "\"]";
      beside = photograph ? Array.from(section.querySelectorAll(others)).filter((one) => one !== image) : [];
      other.replaceChildren(other.options[0], ...beside.map((one) => new Option(one.alt)));
      other.selectedIndex = 0;
      dialog.showModal();
      fill();
      panes.focus({ preventScroll: true });
    }

    /* Where in a pane, in shares of its sides. */
    function place(event) {
      const box = event.target.closest(".pane").getBoundingClientRect();
      return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    }

    function pressed(event) {
      const direction = DIRECTIONS[event.key];
      const isElsewhere = event.target.matches("select, input");
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere) { return; }
      if (direction) {
        moveBy(direction[0] * PAN, direction[1] * PAN);
      } else if (event.key === "+" || event.key === "=") {
        zoomBy(STEP, 0.5, 0.5);
      } else if (event.key === "-") {
        zoomBy(1 / STEP, 0.5, 0.5);
      } else if (event.key === "0") {
        zoomBy(0, 0, 0);
      } else {
        return;
      }
      event.preventDefault();
    }

    /* Where there is nothing left to zoom out of, the wheel scrolls. */
    function wheeled(event) {
      if (!event.target.closest(".pane") || (event.deltaY > 0 && zoom === 1)) { return; }
      event.preventDefault();
      zoomBy(Math.pow(STEP, -Math.sign(event.deltaY) / 2), ...place(event));
    }

    function put(event) {
      const pane = event.target.closest(".pane");
      if (!pane) { return; }
      pane.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, place(event));
    }

    /* One pointer moves the images; of two, the one that moves zooms about the other. */
    function dragged(event) {
      const before = pointers.get(event.pointerId);
      if (!before) { return; }
      const now = place(event);
      const fixed = Array.from(pointers.keys()).find((id) => id !== event.pointerId);
      pointers.set(event.pointerId, now);
      if (fixed === undefined) {
        moveBy(before[0] - now[0], before[1] - now[1]);
      } else {
        const rest = pointers.get(fixed);
        const distance = (point) => Math.max(0.01, Math.hypot(point[0] - rest[0], point[1] - rest[1]));
        zoomBy(distance(now) / distance(before), ...rest);
      }
    }

    const lifted = (event) => pointers.delete(event.pointerId);
    const actions = { in: () => zoomBy(STEP, 0.5, 0.5), out: () => zoomBy(1 / STEP, 0.5, 0.5), all: () => zoomBy(0, 0, 0) };

    section.addEventListener("look", (event) => look(event.detail));
    find("close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) { dialog.close(); } });
    dialog.addEventListener("keydown", pressed);
    [other, tiled, difference].forEach((control) => control.addEventListener("change", fill));
    dialog.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", actions[button.dataset.zoom]));
    panes.addEventListener("wheel", wheeled, { passive: false });
    panes.addEventListener("pointerdown", put);
    panes.addEventListener("pointermove", dragged);
    panes.addEventListener("pointerup", lifted);
    panes.addEventListener("pointercancel", lifted);
    window.addEventListener("resize", () => { if (dialog.open) { draw(); } });
  }

  document.querySelectorAll(".sheets").forEach(start);
})();
