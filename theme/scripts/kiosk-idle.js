/** Notices that somebody has left, asks whether that is so, and then calls for a fresh start. */

import { numberWords } from "./language.js";

const TO_ANSWER = 20; // seconds: WCAG 2.2.1 asks for as many
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove", "input"];

/**
 * Begins to count once somebody touches the screen. Time counts as it passes on the wall, so that a tablet which slept
 * starts afresh when it wakes.
 *
 * @param {number} seconds of nothing, before the question
 * @param {HTMLDialogElement} question with a button `data-kiosk="stay"` and a place `data-kiosk="left"` for a number
 * @param {{asks: () => boolean, leave: () => void}} then whether there is anything to lose, and so to ask; and what to
 *   do once somebody has left
 * @returns {{isIdle: () => boolean, touch: () => void}}
 */
export function watchForLeaving(seconds, question, { asks, leave }) {
  /** @type {number | null} */
  let last = null;
  const left = question.querySelector("[data-kiosk=left]");

  const touch = () => {
    last = Date.now();
    if (question.open) question.close();
  };
  const look = () => {
    if (last === null) return;
    const remaining = Math.ceil(seconds + TO_ANSWER - (Date.now() - last) / 1000);
    if (remaining <= 0 || (remaining <= TO_ANSWER && !asks())) {
      last = null;
      if (question.open) question.close();
      leave();
    } else if (remaining <= TO_ANSWER) {
      if (left) left.textContent = numberWords(remaining);
      if (!question.open) question.showModal();
    }
  };

  for (const sign of SIGNS) {
    // While the question is there only an answer counts: a press on it must not reach what lies below.
    addEventListener(sign, () => question.open || touch(), { passive: true, capture: true });
  }
  question.addEventListener("click", touch);
  question.addEventListener("cancel", touch);
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
  return { isIdle: () => last === null, touch };
}
