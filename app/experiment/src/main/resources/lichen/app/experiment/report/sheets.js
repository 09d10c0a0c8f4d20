(() => {
  "use strict";

  /* An image becomes a button that asks for a close look. */
  function lookable(image) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "look";
    button.title = image.alt;
    image.replaceWith(button);
    button.append(image);
    button.addEventListener("click", () => button.dispatchEvent(new CustomEvent("look", { bubbles: true, detail: image })));
  }

  /* The photograph stands in the head of its row, or in the corner of its sheet. */
  function placeOriginals(section) {
    section.querySelectorAll(".originals img").forEach((original) => {
      section.querySelectorAll("th[data-photograph=\"" + original.dataset.original + "\"]").forEach((head) => {
        const words = document.createElement("span");
        words.append(...head.childNodes);
        head.append(original.cloneNode(), words);
      });
    });
    section.querySelector(".originals").hidden = true;
  }

  function start(section) {
    const sheets = Array.from(section.querySelectorAll(".sheet"));
    const choices = Array.from(section.querySelectorAll(".choice"));
    const face = section.querySelector(".face");
    const none = section.querySelector(".none");

    function choose() {
      const choice = choices.map((select) => select.selectedIndex).join(" ");
      sheets.forEach((sheet) => { sheet.hidden = sheet.dataset.choice !== choice; });
      none.hidden = sheets.some((sheet) => !sheet.hidden);
    }

    placeOriginals(section);
    section.querySelectorAll(".sheet img").forEach(lookable);
    section.classList.add("is-live");
    section.querySelector(".choices").hidden = choices.length === 0 && !face;
    choices.forEach((select) => select.addEventListener("change", choose));
    if (face) {
      const turn = () => { section.dataset.face = face.value; };
      face.addEventListener("change", turn);
      turn();
    }
    choose();
  }

  document.querySelectorAll(".sheets").forEach(start);
})();
