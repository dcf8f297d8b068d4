/** Puts the names of marks where they do not cover each other, and names of places where there is room left. */

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

const BESIDE = ["below", "above", "right", "left"];
const ON_OR_BESIDE = ["on", "above", "below", "right", "left"];

/**
 * Gives each name `data-side`: the first side of its point that is free, or "none". Names of places come first, as the
 * marks have numbers. A mark's name without room is read aloud, but shown only while its mark is pointed at or has the
 * focus; so are all names of marks that stand for several hubs, as the places that they tell are on the map.
 *
 * @param {HTMLElement} canvas
 */
export function placeNames(canvas) {
  const frame = canvas.getBoundingClientRect();
  const marks = [...canvas.querySelectorAll(".hub-map__marker, .hub-map__cluster")];
  const controls = canvas.querySelectorAll(".leaflet-control");
  /** @type {Map<Element, Box>} */
  const taken = new Map([...marks, ...controls].map((each) => [each, dotOf(each).getBoundingClientRect()]));
  const place = (/** @type {Element | null} */ name, /** @type {string[]} */ sides, /** @type {Element} */ own) => {
    if (!(name instanceof HTMLElement)) return;
    const others = [...taken].filter(([each]) => each !== own).map(([, box]) => box);
    const side = sides.find((candidate) => {
      name.dataset.side = candidate;
      const box = name.getBoundingClientRect();
      return within(box, frame) && !others.some((other) => meet(box, other));
    });
    name.dataset.side = side ?? "none";
    if (side) taken.set(name, name.getBoundingClientRect());
  };
  for (const name of canvas.querySelectorAll(".hub-map__place-name")) place(name, ON_OR_BESIDE, name);
  for (const mark of marks) {
    const several = mark.classList.contains("hub-map__cluster");
    place(mark.querySelector(".hub-map__name"), several ? [] : BESIDE, mark);
  }
}

/** What is seen of a mark, which is less than what can be pressed. @param {Element} mark */
function dotOf(mark) {
  return mark.querySelector(".hub-map__dot, .hub-map__count") ?? mark;
}

/** @param {Box} one @param {Box} other */
function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** @param {Box} box @param {Box} frame */
function within(box, frame) {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}
