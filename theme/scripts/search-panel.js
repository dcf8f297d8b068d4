/** The filters beside the results: boxes to tick with how many each would leave, and what is chosen as chips. */

import { make } from "./elements.js";
import { gettext, ngettext, numberWords, textOf, withElements } from "./language.js";

/**
 * @typedef {{facet: string, box: HTMLInputElement, label: string, count: HTMLElement, group: HTMLElement | null}} Choice
 */

const WIDE = "(min-width: 60rem)";

/**
 * @param {HTMLElement} side what holds the button and the panel
 * @param {HTMLElement} chips
 * @param {HTMLElement} results where the reader goes on once the panel is folded away
 * @param {(facets: string[]) => void} changed called with what is chosen now
 * @param {() => void} entered called when the reader comes near the filters
 */
export function filterPanel(side, chips, results, changed, entered) {
  const button = /** @type {HTMLButtonElement} */ (side.querySelector("button"));
  const panel = /** @type {HTMLElement} */ (side.querySelector("section"));
  /** @type {Map<string, Choice>} in the order of the page */
  const choices = new Map();
  for (const box of panel.querySelectorAll("input")) {
    const facet = `${box.name}=${box.value}`;
    const count = /** @type {HTMLElement} */ (document.getElementById(box.getAttribute("aria-describedby") ?? ""));
    choices.set(facet, { facet, box, label: labelOf(box), count, group: box.closest("details") });
  }
  /** @type {string[]} in the order in which they were chosen */
  let chosen = [];

  /** @param {string[]} facets */
  const choose = (facets) => {
    chosen = facets;
    for (const { facet, box } of choices.values()) box.checked = chosen.includes(facet);
    showChosen();
  };

  const change = (/** @type {string[]} */ facets) => {
    choose(facets);
    changed(facets);
  };

  const showChosen = () => {
    chips.hidden = chosen.length === 0;
    chips.replaceChildren(
      ...chosen.map((facet) => chip(facet)),
      ...(chosen.length > 1 ? [make("li", {}, clearing(gettext("Clear all filters"), () => change([])))] : []),
    );
    const number = chosen.length;
    button.textContent = number > 0 ? gettext("Filter (%(number)s)", { number }) : gettext("Filter");
    for (const group of panel.querySelectorAll("details")) {
      const number = [...choices.values()].filter((each) => each.group === group && each.box.checked).length;
      const words = group.querySelector(".app-filter__chosen");
      if (words) words.textContent = number > 0 ? ngettext("%(number)s chosen", "%(number)s chosen", number) : "";
    }
  };

  /** @param {string} facet */
  const chip = (facet) => {
    const label = make("span", {}, choices.get(facet)?.label ?? "");
    const words = withElements(gettext("Remove %(filter)s"), { filter: label });
    const remove = make("button", { class: "app-chip", type: "button" }, ...words.map(hiddenUnless(label)));
    remove.addEventListener("click", () => {
      const at = chosen.indexOf(facet);
      change(chosen.filter((each) => each !== facet));
      const left = chips.querySelectorAll("button");
      (left[Math.min(at, left.length - 1)] ?? button).focus(); // where the reader was, as near as can be
    });
    return make("li", {}, remove);
  };

  /** @param {boolean} open */
  const unfold = (open) => {
    button.setAttribute("aria-expanded", String(open));
    if (open) panel.dataset.open = "";
    else delete panel.dataset.open;
  };

  side.hidden = false;
  side.parentElement?.setAttribute("data-ready", "");
  button.addEventListener("click", () => unfold(button.getAttribute("aria-expanded") !== "true"));
  panel.querySelector(".app-filters__done")?.addEventListener("click", () => {
    unfold(false);
    results.scrollIntoView();
    results.focus({ preventScroll: true });
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || matchMedia(WIDE).matches) return;
    unfold(false);
    button.focus();
  });
  panel.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const facet = `${target.name}=${target.value}`;
    change(target.checked ? [...chosen, facet] : chosen.filter((each) => each !== facet));
  });
  for (const kind of ["focusin", "pointerenter", "touchstart"]) {
    side.addEventListener(kind, entered, { once: true, passive: true });
  }

  return {
    known: new Set(choices.keys()),
    /** Ticks what an address asks. */
    set: choose,
    /** @param {Record<string, number>} counts */
    count(counts) {
      for (const { facet, box, count } of choices.values()) {
        const number = counts[facet] ?? 0;
        count.textContent = numberWords(number);
        box.closest("li")?.toggleAttribute("data-none", number === 0 && !box.checked);
      }
    },
    /** @param {string} facet or a group @returns {string} its label, or the heading of the group */
    label(facet) {
      const choice = choices.get(facet);
      if (choice) return choice.label;
      const heading = panel.querySelector(`[data-filter="${facet}"] .app-fold__heading`);
      return heading ? textOf(heading) : "";
    },
    change,
  };
}

/** @param {HTMLInputElement} box */
function labelOf(box) {
  return box.labels ? textOf(box.labels[0]) : "";
}

/** @param {Node} shown @returns {(part: string | Node) => Node} what shows that, and lets only hear the rest */
function hiddenUnless(shown) {
  return (part) => (part === shown ? shown : make("span", { class: "govuk-visually-hidden" }, part));
}

/** @param {string} words @param {() => void} clear */
function clearing(words, clear) {
  const button = make("button", { class: "app-chip app-chip--all", type: "button" }, words);
  button.addEventListener("click", clear);
  return button;
}
