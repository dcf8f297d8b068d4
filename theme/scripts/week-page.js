/** On a timetable, marks today by the clock of the United Kingdom, and of today's sessions what is on and what is over. */

import { gettext } from "./language.js";
import { MINUTES_A_DAY, dayOf, wallTime, weekday } from "./london.js";

const A_MINUTE = 60_000;
const OVER = gettext("Over for today");

/** @param {Element} row of which `data-from` and `data-until` are minutes after midnight @param {number} minutes now */
function mark(row, minutes) {
  const [from, until] = ["data-from", "data-until"].map((name) => Number(row.getAttribute(name)));
  const over = until <= minutes;
  row.toggleAttribute("data-now", from <= minutes && !over);
  if (over === row.hasAttribute("data-over")) return;
  row.toggleAttribute("data-over", over);
  if (!over) return;
  const words = document.createElement("span");
  words.className = "app-occasion__place";
  words.textContent = OVER;
  row.querySelector(".app-occasion__time")?.append(words);
}

function say() {
  const now = wallTime(new Date());
  const today = dayOf(now);
  for (const day of document.querySelectorAll("[data-day]")) {
    const isToday = Number(day.getAttribute("data-day")) === weekday(today);
    day.toggleAttribute("data-today", isToday);
    if (!isToday) continue;
    const jump = day.matches(".app-jumps li") && day.querySelector("a");
    if (jump && !("said" in jump.dataset)) {
      jump.dataset.said = "";
      jump.textContent = gettext("Today, %(date)s", { date: jump.textContent ?? "" });
      day.parentElement?.prepend(day);
    }
    for (const row of day.querySelectorAll("[data-until]")) mark(row, now - today * MINUTES_A_DAY);
  }
}

say();
document.querySelector("[data-week]")?.setAttribute("data-ready", "");
setInterval(say, A_MINUTE);
