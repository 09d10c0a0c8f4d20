(() => {
  "use strict";
  const FARTHEST = 1;
  const NEAREST = 40;
  const STEP = 1.5;
  const PAN = 0.1;
  const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  const within = (low, value, high) => Math.min(Math.max(low, value), high);

  function start(viewer) {
    const stage = viewer.querySelector(".map-stage");
    const map = viewer.querySelector("svg.map");
    const pane = viewer.querySelector(".map-pane");
    const label = viewer.querySelector(".map-name");
    const across = pane.width.baseVal.value;
    const down = pane.height.baseVal.value;
    const markers = Array.from(viewer.querySelectorAll(".map-marker"), prepared);
    const pointers = new Map();
    let zoom = FARTHEST;
    let left = 0;
    let top = 0;
    let moved = false;

    /* The names are shown by the label; the viewer's own hints would cover it. */
    function prepared(node) {
      const title = node.querySelector("title");
      const name = title.textContent;
      title.remove();
      node.setAttribute("role", "img");
      node.setAttribute("aria-label", name);
      node.setAttribute("tabindex", "-1");
      const marker = { node, name, x: Number(node.dataset.x), y: Number(node.dataset.y) };
      node.addEventListener("pointerenter", () => pointers.size || enter(marker));
      node.addEventListener("pointerleave", () => leave());
      node.addEventListener("focus", () => { reveal(marker); show(marker); });
      node.addEventListener("blur", () => leave());
      return marker;
    }

    const screenX = (marker) => zoom * marker.x + left;
    const screenY = (marker) => zoom * marker.y + top;
    const focused = () => markers.find((marker) => marker.node === document.activeElement);

    /* Patches grow more slowly than the distances between them: what overlaps comes apart. */
    function draw() {
      left = within(across * (1 - zoom), left, 0);
      top = within(down * (1 - zoom), top, 0);
      const size = Math.sqrt(zoom);
      for (const marker of markers) {
        const place = screenX(marker).toFixed(2) + " " + screenY(marker).toFixed(2);
        marker.node.setAttribute("transform", "translate(" + place + ") scale(" + size.toFixed(4) + ")");
      }
      viewer.classList.toggle("is-near", zoom > FARTHEST);
      const current = focused();
      if (current) { show(current); } else { label.textContent = ""; }
    }

    function zoomBy(factor, x, y) {
      const next = within(FARTHEST, zoom * factor, NEAREST);
      left = x - (x - left) * next / zoom;
      top = y - (y - top) * next / zoom;
      zoom = next;
      draw();
    }

    function showAll() {
      zoom = FARTHEST;
      draw();
    }

    function moveBy(x, y) {
      left += x;
      top += y;
      draw();
    }

    /* Brings a patch into view, in the middle if it is out of it. */
    function reveal(marker) {
      const seen = (place, extent) => place === within(extent * PAN, place, extent * (1 - PAN));
      if (!seen(screenX(marker), across) || !seen(screenY(marker), down)) {
        moveBy(across / 2 - screenX(marker), down / 2 - screenY(marker));
      }
    }

    function enter(marker) {
      if (marker !== focused() && marker.node !== pane.lastElementChild) {
        pane.appendChild(marker.node);
      }
      show(marker);
    }

    function leave() {
      const current = focused();
      if (current) { show(current); } else { label.textContent = ""; }
    }

    function show(marker) {
      label.textContent = marker.name;
      const frame = viewer.getBoundingClientRect();
      const box = marker.node.getBoundingClientRect();
      const half = label.offsetWidth / 2 + 4;
      const x = within(half, box.left + box.width / 2 - frame.left, frame.width - half);
      label.style.left = x + "px";
      label.style.top = Math.max(label.offsetHeight + 2, box.top - frame.top - 6) + "px";
    }

    /* The nearest patch in a direction: what lies aside counts double. */
    function next(marker, direction) {
      let best = marker;
      let least = Infinity;
      for (const other of markers) {
        const along = (other.x - marker.x) * direction[0] + (other.y - marker.y) * direction[1];
        const aside = (other.x - marker.x) * direction[1] + (other.y - marker.y) * direction[0];
        const distance = Math.hypot(along, 2 * aside);
        if (along > 0 && least > distance) {
          best = other;
          least = distance;
        }
      }
      return best;
    }

    /* To the front first: a node that is moved while it has the focus loses it. */
    function goTo(marker) {
      if (marker !== focused()) { pane.appendChild(marker.node); }
      marker.node.focus({ preventScroll: true });
    }

    function inMiddle() {
      const distance = (marker) => Math.hypot(screenX(marker) - across / 2, screenY(marker) - down / 2);
      return markers.reduce((best, marker) => (distance(best) > distance(marker) ? marker : best));
    }

    function place(event) {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
      return [point.x, point.y];
    }

    function pressed(event) {
      const current = focused();
      const direction = DIRECTIONS[event.key];
      if (event.ctrlKey || event.metaKey || event.altKey) { return; }
      if (direction && current) {
        goTo(next(current, direction));
      } else if (direction) {
        moveBy(-direction[0] * across * PAN, -direction[1] * down * PAN);
      } else if (event.key === "+" || event.key === "=") {
        zoomBy(STEP, ...middle(current));
      } else if (event.key === "-") {
        zoomBy(1 / STEP, ...middle(current));
      } else if (event.key === "0") {
        showAll();
      } else if (event.key === "Enter" && !current) {
        goTo(inMiddle());
      } else if (event.key === "Escape" && current) {
        stage.focus({ preventScroll: true });
      } else {
        return;
      }
      event.preventDefault();
    }

    function middle(marker) {
      return marker ? [screenX(marker), screenY(marker)] : [across / 2, down / 2];
    }

    /* Where there is nothing left to zoom out of, the wheel scrolls the page. */
    function wheeled(event) {
      if (event.deltaY > 0 && zoom === FARTHEST) { return; }
      event.preventDefault();
      zoomBy(Math.pow(STEP, -Math.sign(event.deltaY) / 2), ...place(event));
    }

    function put(event) {
      pointers.set(event.pointerId, place(event));
      moved = false;
    }

    /* One pointer moves the map; of two, the one that moves zooms about the other. */
    function dragged(event) {
      const before = pointers.get(event.pointerId);
      if (!before) { return; }
      const now = place(event);
      const other = Array.from(pointers.keys()).find((id) => id !== event.pointerId);
      pointers.set(event.pointerId, now);
      if (!moved) {
        moved = true;
        map.setPointerCapture(event.pointerId);
        viewer.classList.add("is-moving");
      }
      if (other === undefined) {
        moveBy(now[0] - before[0], now[1] - before[1]);
      } else {
        const rest = pointers.get(other);
        const distance = (point) => Math.max(1, Math.hypot(point[0] - rest[0], point[1] - rest[1]));
        zoomBy(distance(now) / distance(before), rest[0], rest[1]);
      }
    }

    function lifted(event) {
      pointers.delete(event.pointerId);
      if (pointers.size === 0) { viewer.classList.remove("is-moving"); }
    }

    stage.tabIndex = 0;
    stage.setAttribute("role", "application");
    stage.setAttribute("aria-label", "map of " + markers.length + " patches");
    stage.addEventListener("keydown", pressed);
    map.addEventListener("wheel", wheeled, { passive: false });
    map.addEventListener("pointerdown", put);
    map.addEventListener("pointermove", dragged);
    map.addEventListener("pointerup", lifted);
    map.addEventListener("pointercancel", lifted);
    map.addEventListener("dragstart", (event) => event.preventDefault());
    const tools = viewer.querySelector(".map-tools");
    tools.hidden = false;
    const actions = {
      in: () => zoomBy(STEP, across / 2, down / 2),
      out: () => zoomBy(1 / STEP, across / 2, down / 2),
      all: showAll,
    };
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) { actions[button.dataset.zoom](); }
    });
  }

  document.querySelectorAll(".map-viewer").forEach(start);
})();
