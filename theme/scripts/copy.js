/** Copies what a box holds, at the press of a button. */

/**
 * Starts on the button, which is `hidden` until now; `aria-controls` names the box and `data-done` is what the button
 * says once the text is copied. Where the browser does not let it, the text is marked, ready to be copied by hand.
 *
 * @param {HTMLElement} button
 */
export function start(button) {
  const box = document.getElementById(button.getAttribute("aria-controls") ?? "");
  if (!(box instanceof HTMLTextAreaElement)) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(box.value);
      button.textContent = button.dataset.done ?? button.textContent;
    } catch {
      box.focus();
      box.select();
    }
  });
}
