// The outline: a tree in rows, opened and closed, gone through with the arrow keys.

const tree = document.getElementById("ui-tree");
const rows = [...tree.children];
const levels = rows.map((row) => Number(row.getAttribute("aria-level")));
const isOpen = rows.map((row) => row.getAttribute("aria-expanded") !== "false");
const claimOf = rows.map((row) => (row.dataset.claim === undefined ? null : Number(row.dataset.claim)));
const parents = [];
const placeOf = []; // the row of each claim that is the claim itself
const indexOf = new Map(rows.map((row, index) => [row, index]));
{
  const above = [];
  rows.forEach((row, index) => {
    above[levels[index]] = index;
    parents[index] = levels[index] > 1 ? above[levels[index] - 1] : null;
    if (claimOf[index] !== null && !row.classList.contains("again")) placeOf[claimOf[index]] = index;
  });
}
let cursor = 0; // the row that the keyboard is at
let kept = null; // the rows that a search or filter leaves, or null for all

/** Show the rows that nothing closed hides or, in a search, those that it leaves. */
function drawOutline() {
  let shutAt = Infinity;
  rows.forEach((row, index) => {
    let isHidden;
    if (kept) isHidden = !kept.has(index);
    else {
      isHidden = levels[index] > shutAt;
      if (!isHidden) shutAt = isOpen[index] ? Infinity : levels[index];
    }
    if (row.hidden !== isHidden) row.hidden = isHidden;
  });
}

function setOpen(index, wanted) {
  if (!rows[index].hasAttribute("aria-expanded") || isOpen[index] === wanted) return false;
  isOpen[index] = wanted;
  rows[index].setAttribute("aria-expanded", wanted);
  return true;
}

/** Open what a row stands in. */
function uncover(index) {
  let changed = false;
  for (let above = parents[index]; above !== null; above = parents[above]) {
    changed = setOpen(above, true) || changed;
  }
  if (changed) drawOutline();
}

/** Keep some claims in the outline, with all that they stand in; null for all claims. */
function keepInOutline(numbers) {
  kept = null;
  rows.forEach((row) => row.classList.remove("fits"));
  if (numbers) {
    kept = new Set();
    rows.forEach((row, index) => {
      if (!numbers.has(claimOf[index]) || placeOf[claimOf[index]] !== index) return;
      row.classList.add("fits");
      for (let at = index; at !== null && !kept.has(at); at = parents[at]) kept.add(at);
    });
  }
  tree.classList.toggle("kept", Boolean(kept));
  tree.parentElement.querySelector(".none").hidden = !kept || kept.size > 0;
  drawOutline();
}

/** Move the keyboard to a row. */
function moveTo(index, { focus = true } = {}) {
  rows[cursor].tabIndex = -1;
  cursor = index;
  rows[cursor].tabIndex = 0;
  if (focus) rows[cursor].focus({ preventScroll: true });
  rows[cursor].scrollIntoView({ block: "nearest" });
}

/** Mark the row of a claim as chosen, or none. */
function chooseInOutline(number, { focus = false } = {}) {
  tree.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
  if (number === null) return;
  const index = placeOf[number];
  uncover(index);
  rows[index].setAttribute("aria-selected", "true");
  moveTo(index, { focus });
}

const nextShown = (index, step) => {
  do index += step;
  while (rows[index]?.hidden);
  return rows[index] ? index : null;
};

function pressedInOutline(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const index = cursor;
  const hasChildren = rows[index].hasAttribute("aria-expanded");
  let to = null;
  if (event.key === "ArrowDown") to = nextShown(index, 1);
  else if (event.key === "ArrowUp") to = nextShown(index, -1);
  else if (event.key === "Home") to = nextShown(-1, 1);
  else if (event.key === "End") to = nextShown(rows.length, -1);
  else if (event.key === "ArrowRight") {
    if (hasChildren && !isOpen[index] && !kept) setOpen(index, true) && drawOutline();
    else if (hasChildren) to = nextShown(index, 1);
  } else if (event.key === "ArrowLeft") {
    if (hasChildren && isOpen[index] && !kept) setOpen(index, false) && drawOutline();
    else to = parents[index];
  } else if (event.key === "*") {
    rows.forEach((_, each) => parents[each] === parents[index] && setOpen(each, true));
    drawOutline();
  } else if (event.key === "Enter" || event.key === " ") {
    if (claimOf[index] === null) setOpen(index, !isOpen[index]) && drawOutline();
    else choose(claimOf[index], { from: "outline", read: event.key === "Enter" });
  } else return;
  event.preventDefault();
  event.stopPropagation();
  if (to === null) return;
  moveTo(to);
  if (claimOf[to] !== null) choose(claimOf[to], { from: "outline", stay: true });
}

tree.addEventListener("keydown", pressedInOutline);
tree.addEventListener("click", (event) => {
  const row = event.target.closest("[role=treeitem]");
  if (!row) return;
  const index = indexOf.get(row);
  // A click that is not the pointer's (a screen reader's) is nowhere in particular: detail is 0.
  const onTwisty = event.detail > 0 && event.clientX < row.getBoundingClientRect().left + parseFloat(getComputedStyle(row).paddingLeft);
  moveTo(index);
  if ((onTwisty || claimOf[index] === null) && !kept) setOpen(index, !isOpen[index]) && drawOutline();
  else if (claimOf[index] !== null) choose(claimOf[index], { from: "outline", stay: !row.classList.contains("again") });
});
for (const [id, wanted] of [["ui-open", true], ["ui-shut", false]]) {
  document.getElementById(id).addEventListener("click", () => {
    rows.forEach((_, index) => setOpen(index, wanted));
    drawOutline();
    if (rows.length) moveTo(rows[cursor].hidden ? 0 : cursor, { focus: false });
  });
}
if (rows.length) rows[0].tabIndex = 0;

/** Write the verdicts of a reading into the rows. */
function readInOutline(reading) {
  const labels = { stands: "in", falls: "out", open: "undec" };
  placeOf.forEach((index, number) => {
    const word = reading.verdicts[number];
    const place = rows[index].querySelector(".verdict");
    place.className = `verdict ${labels[word]}`;
    place.textContent = `${reading.signs[word]} ${word}`;
  });
}
