/** Folds the menu away on a small screen, behind a button. */

/**
 * Starts on the menu button, which is `hidden` until now; `aria-controls` names the list. Styles fold the list when the
 * button says `aria-expanded="false"` and the screen is small.
 *
 * @param {HTMLElement} button
 */
export function start(button) {
  const list = document.getElementById(button.getAttribute("aria-controls") ?? "");
  if (!list) return;
  /** @param {boolean} open */
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    list.toggleAttribute("data-folded", !open);
  };
  set(false);
  button.hidden = false;
  button.addEventListener("click", () => set(button.getAttribute("aria-expanded") === "false"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    const within = list.contains(document.activeElement);
    set(false);
    if (within) button.focus();
  });
}
