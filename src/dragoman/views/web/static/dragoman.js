// What a page does beyond links and forms: keys, the slider over days, printing. Everything works without it.
"use strict";

const DAY = 86400000;

function dayAt(first, count) {
  return new Date(Date.parse(first + "T00:00:00Z") + count * DAY).toISOString().slice(0, 10);
}

function ready(root) {
  const slider = root.querySelector("#as-of-slider");
  const field = root.querySelector("#as-of");
  if (slider && field && !slider.dataset.ready) {
    slider.dataset.ready = "1";
    slider.closest(".slider").hidden = false;
    slider.addEventListener("input", () => {
      field.value = dayAt(slider.dataset.first, Number(slider.value));
      slider.setAttribute("aria-valuetext", field.value);
    });
  }
  // The last days are what is looked for first.
  for (const table of root.querySelectorAll(".matrix")) table.parentElement.scrollLeft = table.scrollWidth;
  const print = root.querySelector("#print");
  if (print) {
    print.hidden = false;
    print.onclick = () => window.print();
  }
  const drop = root.querySelector("[data-drop]");
  if (drop && !drop.dataset.ready) {
    drop.dataset.ready = "1";
    const files = drop.querySelector("input[type=file]");
    drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over-it"); });
    drop.addEventListener("dragleave", () => drop.classList.remove("over-it"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over-it");
      files.files = event.dataTransfer.files;
    });
  }
}

function step(by) {
  const lines = [...document.querySelectorAll("main .row .label, main .claim-head a, main .links a")];
  if (lines.length === 0) return;
  const at = lines.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(Math.max(at + by, 0), lines.length - 1);
  lines[next].focus();
}

function follow(selector) {
  const link = document.querySelector(selector);
  if (link) link.click();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => document.querySelector("#search")?.focus(),
  "[": () => follow("#before, .known .step[rel=prev]"),
  "]": () => follow("#after, .known .step[rel=next]"),
  t: () => follow(".period a.plain"),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing) {
    if (event.key === "Escape") typing.blur();
    return;
  }
  const act = KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

// The field that was changed keeps the keyboard when the list around it is drawn anew.
let held = null;
document.addEventListener("htmx:beforeSwap", () => {
  const at = document.activeElement;
  held = at && at.form ? { name: at.name, value: at.type === "checkbox" || at.type === "radio" ? at.value : null, id: at.id } : null;
});
document.addEventListener("htmx:afterSettle", () => {
  ready(document);
  if (!held) return;
  const same = [...document.querySelectorAll("form.ask [name], form.ask [id]")].find((each) =>
    held.id ? each.id === held.id : each.name === held.name && (held.value === null || each.value === held.value));
  if (same) same.focus();
  held = null;
});
ready(document);
