// What is chosen, focused and searched for, kept in step in outline, picture, text and address.

const main = document.getElementById("ui-main");
const wide = matchMedia("(min-width: 60rem)");
let chosen = null;
let focused = null; // the claim whose neighbourhood alone is shown

/** Choose a claim (or none) and show it everywhere. */
function choose(number, { from = null, read = false, stay = false, history: how = "push" } = {}) {
  const isNew = number !== chosen;
  chosen = number;
  if (isNew || from === null) {
    if (!stay || from !== "outline") chooseInOutline(number);
    else markRow(number);
    chooseInPicture(number, { focus: from === "picture" });
    if (number === null) drawAbout();
    else drawClaim(number);
    document.getElementById("ui-about").scrollTop = 0;
    remember(stay ? "replace" : how);
  } else if (from === "outline" && !stay) chooseInOutline(number, { focus: true });
  document.body.classList.toggle("reading", number !== null);
  if (number !== null && !wide.matches && from === "outline") rows[cursor].scrollIntoView({ block: "start" });
  if (focused !== null && isNew && number !== null) setFocus(number);
  if (read && number !== null) article.focus();
}

function markRow(number) {
  tree.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
  rows[placeOf[number]].setAttribute("aria-selected", "true");
}

/** Keep the address in step, so that it leads to what is shown. */
function remember(how) {
  const address = chosen === null ? location.pathname + location.search : linkTo(chosen);
  if (how === "none" || (chosen === null ? !location.hash : location.hash === address)) return;
  if (how === "replace") history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

function followAddress() {
  let id;
  try {
    id = decodeURIComponent(location.hash.slice(1)).replace(/^claim-/, "");
  } catch {
    return;
  }
  const number = numberOf.get(id) ?? null;
  if (number !== chosen) choose(number, { history: "none" });
  if (number !== null) rows[placeOf[number]].scrollIntoView({ block: "center" });
}

/** Show only a claim and what it touches; null for all. */
function setFocus(number) {
  focused = number;
  document.getElementById("ui-focus")?.setAttribute("aria-pressed", String(number !== null && number === chosen));
  redraw();
  if (number === null && chosen !== null) chooseInOutline(chosen);
}

/** Apply focus, or else search and filters, to outline and picture. */
function redraw() {
  const fits = claimsThatFit();
  const left = focused === null ? fits : neighbourhood(focused);
  keepInOutline(left);
  tree.classList.toggle("focused", focused !== null);
  keepInPicture(left, { fit: focused !== null });
  drawStatus(left);
  document.querySelectorAll("[data-clear]").forEach((button) => (button.hidden = !left));
  if (left && rows[cursor]?.hidden) {
    const first = rows.findIndex((row) => !row.hidden);
    if (first >= 0) moveTo(first, { focus: false });
  }
}

function showAll() {
  clearFilters();
  setFocus(null);
}

/** Leave what is innermost: focus, the claim, the search. */
function leave() {
  if (focused !== null) setFocus(null);
  else if (chosen !== null) {
    const back = article.contains(document.activeElement) ? rows[cursor] : null;
    choose(null);
    back?.focus({ preventScroll: true });
  } else showAll();
}

function setView(view) {
  main.dataset.view = view;
  document.querySelectorAll("#ui-views button").forEach((button) =>
    button.setAttribute("aria-pressed", String(button.dataset.view === view)),
  );
  if (view === "picture" && picture) {
    if (!picture.style.width) fitPicture();
    const card = chosen === null ? null : cardOf(chosen);
    if (card) bringIntoView([card], { center: true });
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target.matches("input, select, textarea");
  if (event.key === "Escape") {
    if (isTyping && event.target === searchBox && searchBox.value) searchBox.value = "";
    else if (isTyping) rows[cursor]?.focus();
    else leave();
    redraw();
  } else if (isTyping) {
    if (event.target === searchBox && (event.key === "Enter" || event.key === "ArrowDown")) {
      const first = rows.findIndex((row) => !row.hidden && (!kept || row.classList.contains("fits")));
      if (first >= 0) {
        moveTo(first);
        choose(claimOf[first], { from: "outline", stay: true });
      }
      event.preventDefault();
    }
    return;
  } else if (event.key === "/") searchBox.focus();
  else if (event.key === "f" && chosen !== null) setFocus(focused === chosen ? null : chosen);
  else if (event.key === "p" && picture) {
    if (paper.contains(document.activeElement)) rows[cursor].focus();
    else {
      setView("picture");
      stop.focus({ preventScroll: true });
    }
  } else if (event.key === "+" || event.key === "=") zoomBy("in");
  else if (event.key === "-") zoomBy("out");
  else if (event.key === "0") zoomBy("fit");
  else return;
  event.preventDefault();
});

document.getElementById("ui-more").addEventListener("click", ({ currentTarget }) =>
  currentTarget.setAttribute("aria-expanded", currentTarget.getAttribute("aria-expanded") === "false"),
);
document.getElementById("ui-tools").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("ui-tools").addEventListener("input", (event) => {
  if (event.target === readingBox) {
    readInOutline(data.readings[readingNumber()]);
    drawFilters();
  }
  focused = null;
  redraw();
});
document.querySelectorAll("[data-clear]").forEach((button) => button.addEventListener("click", showAll));
document.querySelectorAll("#ui-views button").forEach((button) =>
  button.addEventListener("click", () => setView(button.dataset.view)),
);
document.body.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#claim-"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const number = numberOf.get(decodeURIComponent(link.hash.slice(1)).replace(/^claim-/, ""));
  choose(number, { read: article.contains(link) });
});
addEventListener("hashchange", followAddress);
addEventListener("popstate", followAddress);
addEventListener("resize", () => picture && !picture.style.width && fitPicture());

drawFilters();
drawFindings();
if (picture) fitPicture();
followAddress();
document.documentElement.dataset.ready = "yes";
