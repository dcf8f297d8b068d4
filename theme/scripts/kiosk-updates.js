/** Makes the kiosk start without a network, and takes a new build once nobody is using the screen. */

import { KIOSK } from "./kiosk-language.js";

const HALF_AN_HOUR = 1_800_000;

/**
 * @param {() => boolean} isIdle whether nobody is using the screen
 * @returns {Promise<() => void>} takes what is new, if there is something and nobody is using the screen
 */
export async function keepUpToDate(isIdle) {
  if (!("serviceWorker" in navigator)) return () => {};
  const registration = await navigator.serviceWorker.register(`${KIOSK}service-worker.js`, { updateViaCache: "none" });

  const take = () => {
    if (!isIdle() || !registration.active || !registration.waiting) return;
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("take over");
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", take);
  });
  setInterval(() => registration.update().catch(() => {}), HALF_AN_HOUR); // no network: the next time will do
  take();
  return take;
}
