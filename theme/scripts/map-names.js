/** Puts the names of marks where they do not cover each other. */

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

const BESIDE = ["below", "above", "right", "left"];

/**
 * Gives each name `data-side`: the first side of its mark that is free, or "none", where it is read aloud but shown only
 * while its mark is pointed at or has the focus. A mark's own name never covers another mark.
 *
 * @param {HTMLElement} canvas
 */
export function placeNames(canvas) {
  const marks = [...canvas.querySelectorAll(".hub-map__marker, .hub-map__cluster")];
  /** @type {Box[]} */
  const taken = marks.map((mark) => mark.getBoundingClientRect());
  const frame = canvas.getBoundingClientRect();
  marks.forEach((mark, position) => {
    const name = mark.querySelector(".hub-map__name");
    if (!(name instanceof HTMLElement)) return;
    const others = taken.filter((_, other) => other !== position);
    const side = BESIDE.find((candidate) => {
      name.dataset.side = candidate;
      const box = name.getBoundingClientRect();
      return within(box, frame) && !others.some((other) => meet(box, other));
    });
    name.dataset.side = side ?? "none";
    if (side) taken.push(name.getBoundingClientRect());
  });
}

/** @param {Box} one @param {Box} other */
function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** @param {Box} box @param {Box} frame */
function within(box, frame) {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}
