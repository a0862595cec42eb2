// The picture: moved and sized, its claims chosen with the pointer or the arrow keys.

const paper = document.getElementById("ui-paper");
const picture = paper?.querySelector("svg") ?? null;
const natural = picture && { width: Number(picture.dataset.width), height: Number(picture.dataset.height) };
const POINT = 4 / 3; // pixels
let zoom = 1;
let stop = null; // the claim in the picture that the keyboard is at

const cards = picture ? [...picture.querySelectorAll("[data-claim]")] : []; // in the order of the claims
const cardOf = (number) => cards[number] ?? null;

/** Every element of a relation: its arrow, its point, the lines of its premises. */
function linesOf(relation) {
  const id = `relation-${relation.id}`;
  const parts = [id, `${id}/point`, ...relation.premises.map((_, place) => `${id}/${place + 1}`)];
  return parts.map((part) => document.getElementById(part)).filter(Boolean);
}

function setZoom(wanted, around = null) {
  const old = zoom;
  zoom = Math.min(Math.max(wanted, 0.02), 4);
  const x = around ? around.x : paper.clientWidth / 2;
  const y = around ? around.y : paper.clientHeight / 2;
  const left = (paper.scrollLeft + x) * (zoom / old) - x;
  const top = (paper.scrollTop + y) * (zoom / old) - y;
  picture.style.width = `${natural.width * POINT * zoom}px`;
  picture.style.height = `${natural.height * POINT * zoom}px`;
  paper.scrollTo(left, top);
}

const fitting = () =>
  Math.min(
    (paper.clientWidth - 4) / (natural.width * POINT),
    (paper.clientHeight - 4) / (natural.height * POINT),
    1,
  );

/** Show all of the picture if it can be read so, else its thesis at a size that can. */
function fitPicture({ whole = false } = {}) {
  if (!picture || !paper.clientWidth) return;
  const fit = fitting();
  setZoom(whole ? fit : Math.max(fit, 0.55));
  if (!whole && fit < 0.55 && cards[0]) bringIntoView([cards[0]], { center: true });
}

/** Scroll the picture, and make it smaller if need be, so that some of its elements are seen. */
function bringIntoView(elements, { center = false, fit = false } = {}) {
  const frame = paper.getBoundingClientRect();
  const boxes = elements.map((element) => element.getBoundingClientRect());
  const box = {
    left: Math.min(...boxes.map((each) => each.left)),
    right: Math.max(...boxes.map((each) => each.right)),
    top: Math.min(...boxes.map((each) => each.top)),
    bottom: Math.max(...boxes.map((each) => each.bottom)),
  };
  if (fit) {
    const share = Math.min(frame.width / (box.right - box.left + 60), frame.height / (box.bottom - box.top + 60));
    if (share < 1) {
      setZoom(zoom * share);
      bringIntoView(elements, { center: true });
      return;
    }
    center = true;
  }
  const within =
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
  if (within && !center) return;
  paper.scrollBy(
    (box.left + box.right) / 2 - (frame.left + frame.right) / 2,
    (box.top + box.bottom) / 2 - (frame.top + frame.bottom) / 2,
  );
}

function isInView(element) {
  const [frame, box] = [paper.getBoundingClientRect(), element.getBoundingClientRect()];
  return box.right > frame.left && box.left < frame.right && box.bottom > frame.top && box.top < frame.bottom;
}

/** Mark a claim as chosen, and its way to the thesis; null for none. */
function chooseInPicture(number, { focus = false } = {}) {
  if (!picture) return;
  picture.querySelectorAll(".chosen, .way").forEach((each) => each.classList.remove("chosen", "way"));
  document.getElementById("ui-halo")?.remove();
  if (number === null) return;
  const card = cardOf(number);
  card.classList.add("chosen");
  for (const relation of wayOf(number)) {
    linesOf(relation).forEach((line) => line.classList.add("way"));
    cardOf(numberOf.get(goalOf(relation)))?.classList.add("way");
  }
  const box = card.getBBox();
  const halo = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const frame = { id: "ui-halo", x: box.x - 5, y: box.y - 5, width: box.width + 10, height: box.height + 10, rx: 6 };
  for (const [name, value] of Object.entries(frame)) halo.setAttribute(name, value);
  card.parentElement.insertBefore(halo, cards[0]);
  stopAt(card, { focus });
  if (paper.clientWidth) bringIntoView([card]);
}

/** Leave the keyboard at a claim of the picture. */
function stopAt(card, { focus = false } = {}) {
  stop?.setAttribute("tabindex", "-1");
  stop = card;
  stop.setAttribute("tabindex", "0");
  if (focus) stop.focus({ preventScroll: true });
}

/** Show some claims with the lines between them, and the rest faintly; null for all alike. */
function keepInPicture(numbers, { fit = false } = {}) {
  if (!picture) return;
  picture.classList.toggle("kept", Boolean(numbers));
  picture.querySelectorAll(".fits").forEach((each) => each.classList.remove("fits"));
  if (!numbers) return;
  const shown = [...numbers].sort((a, b) => placeOf[a] - placeOf[b]).map(cardOf).filter(Boolean);
  shown.forEach((card) => card.classList.add("fits"));
  for (const relation of relations.values()) {
    const ends = [...relation.premises, goalOf(relation)].map((id) => numberOf.get(id));
    if (ends.every((end) => numbers.has(end))) {
      linesOf(relation).forEach((line) => line.classList.add("fits"));
    }
  }
  if (!shown.length || !paper.clientWidth) return;
  if (fit) bringIntoView(shown, { fit: true });
  else if (!shown.some(isInView)) bringIntoView([shown[0]], { center: true });
}

/** Where an arrow key leads from a claim: up and down the argument, and to its neighbours. */
function neighbourOf(number, key) {
  const index = placeOf[number];
  const isPlace = (each) => claimOf[each] !== null && placeOf[claimOf[each]] === each;
  const above = (each) => {
    do each = parents[each];
    while (each !== null && claimOf[each] === null);
    return each;
  };
  if (key === "ArrowUp") return above(index);
  const level = [];
  const root = key === "ArrowDown" ? index : above(index);
  const end = root === null ? -1 : levels[root];
  for (let each = root === null ? 0 : root + 1; each < rows.length && levels[each] > end; each += 1) {
    if (isPlace(each) && above(each) === root) level.push(each);
  }
  if (key === "ArrowDown") return level[0] ?? null;
  return level[level.indexOf(index) + (key === "ArrowRight" ? 1 : -1)] ?? null;
}

if (picture) {
  stopAt(cards[0] ?? picture);
  paper.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const card = event.target.closest("[data-claim]");
    if (!card || !/^(Arrow|Enter$| $)/.test(event.key)) return;
    event.preventDefault();
    const number = Number(card.dataset.claim);
    const to = event.key.startsWith("Arrow") ? neighbourOf(number, event.key) : placeOf[number];
    if (to !== null) choose(claimOf[to], { from: "picture", read: event.key === "Enter" });
  });
  let drag = null;
  paper.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    drag = { x: event.clientX, y: event.clientY, left: paper.scrollLeft, top: paper.scrollTop, far: false };
  });
  paper.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [x, y] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.far && Math.hypot(x, y) < 5) return;
    if (!drag.far) paper.setPointerCapture(event.pointerId);
    drag.far = true;
    paper.classList.add("dragged");
    paper.scrollTo(drag.left - x, drag.top - y);
  });
  const drop = (event) => {
    paper.classList.remove("dragged");
    const card = drag && !drag.far && event.type === "pointerup" && event.target.closest?.("[data-claim]");
    drag = null;
    if (card) choose(Number(card.dataset.claim), { from: "picture" });
  };
  paper.addEventListener("pointerup", drop);
  paper.addEventListener("pointercancel", drop);
  paper.addEventListener("click", (event) => {
    const card = event.target.closest("[data-claim]");
    if (card && event.pointerType !== "mouse") choose(Number(card.dataset.claim), { from: "picture" });
  });
  paper.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const frame = paper.getBoundingClientRect();
      setZoom(zoom * Math.exp(-event.deltaY / 300), { x: event.clientX - frame.left, y: event.clientY - frame.top });
    },
    { passive: false },
  );
  document.querySelectorAll("[data-zoom]").forEach((button) =>
    button.addEventListener("click", () => zoomBy(button.dataset.zoom)),
  );
}

function zoomBy(what) {
  if (!picture) return;
  if (what === "fit") fitPicture({ whole: true });
  else setZoom(what === "in" ? zoom * 1.25 : zoom / 1.25);
}
