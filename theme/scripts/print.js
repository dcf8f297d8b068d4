/** Prints the page at the press of a button. */

/** @param {HTMLElement} button `hidden` until now */
export function start(button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
