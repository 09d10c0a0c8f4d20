(() => {
  "use strict";
  const FILTERED_FROM = 12;
  const NUMBER = /^[[<\s]*([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w-]|\.\w)/i;
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  const text = (row, column) => row.cells[column].textContent.trim();
  const isNothing = (cell) => cell === "-" || cell === "";

  /* What is less than 0.001 comes before 0.001. */
  function number(cell) {
    const found = NUMBER.exec(cell);
    return found ? Number(found[1]) - (cell.startsWith("<") ? 1e-9 : 0) : NaN;
  }

  /* Numbers by their size where all are numbers, words by the alphabet; nothing is last, whichever the direction. */
  function order(rows, column, direction) {
    const cells = new Map(rows.map((row) => [row, text(row, column)]));
    const isNumeric = rows.every((row) => isNothing(cells.get(row)) || !Number.isNaN(number(cells.get(row))));
    const compare = isNumeric
      ? (a, b) => number(a) - number(b)
      : (a, b) => a.localeCompare(b, "en", { numeric: true });
    const sign = direction === "ascending" ? 1 : -1;
    return rows.slice().sort((first, second) => {
      const [a, b] = [cells.get(first), cells.get(second)];
      return isNothing(a) || isNothing(b) ? isNothing(a) - isNothing(b) : sign * compare(a, b);
    });
  }

  function sortable(table) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.title = "sort";
      button.append(...head.childNodes);
      if (!button.textContent.trim()) { button.setAttribute("aria-label", "sort by the first column"); }
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const direction = NEXT[head.getAttribute("aria-sort")];
        heads.forEach((other) => other.setAttribute("aria-sort", "none"));
        head.setAttribute("aria-sort", direction);
        body.append(...(direction === "none" ? rows : order(rows, column, direction)));
      });
    });
  }

  /* A row stays if it has every word. */
  function filterable(table, place) {
    const rows = Array.from(table.tBodies[0].rows);
    if (rows.length < FILTERED_FROM) { return; }
    const box = document.createElement("p");
    const field = document.createElement("input");
    const count = document.createElement("span");
    box.className = "filter";
    field.type = "search";
    field.placeholder = "filter rows";
    field.setAttribute("aria-label", "filter rows");
    count.setAttribute("role", "status");
    box.append(field, " ", count);
    place.before(box);
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach((row) => {
        const all = Array.from(row.cells, (cell) => cell.textContent).join(" ").toLowerCase();
        row.hidden = !words.every((word) => all.includes(word));
      });
      const left = rows.filter((row) => !row.hidden).length;
      count.textContent = words.length ? left + " of " + rows.length + " rows" : "";
    });
  }

  document.querySelectorAll(".table").forEach((place) => {
    const table = place.querySelector("table");
    sortable(table);
    filterable(table, place);
  });
})();
