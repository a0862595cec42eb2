// What a reader has set up survives when the page comes anew: rows opened and closed, search, filters, places.

const KEPT = `argmap ${location.pathname}`;

document.addEventListener("leaving", () => {
  const about = document.getElementById("ui-about");
  const state = {
    shut: rows.filter((_, index) => !isOpen[index]).map(nameOfRow),
    open: rows.filter((row, index) => isOpen[index] && row.hasAttribute("aria-expanded")).map(nameOfRow),
    search: searchBox.value,
    reading: readingBox.value,
    filters: [...pickers].map(([name, select]) => [name, select.value]),
    focused: focused === null ? null : claims[focused].id,
    view: main.dataset.view,
    zoom: picture?.style.width ? zoom : null,
    scrolls: [scrollY, tree.scrollTop, about.scrollTop, paper?.scrollLeft, paper?.scrollTop],
  };
  sessionStorage.setItem(KEPT, JSON.stringify(state));
});

/** What a row is known by: its claim, or the one above it and its place there. */
function nameOfRow(row) {
  return row.id || `${rows[parents[indexOf.get(row)]]?.id} ${row.textContent}`;
}

{
  const state = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (state) {
    const [shut, open] = [new Set(state.shut), new Set(state.open)];
    rows.forEach((row, index) => {
      if (shut.has(nameOfRow(row))) setOpen(index, false);
      else if (open.has(nameOfRow(row))) setOpen(index, true);
    });
    readingBox.value = state.reading;
    readInOutline(data.readings[readingNumber()]);
    drawFilters();
    searchBox.value = state.search;
    for (const [name, value] of state.filters) {
      const select = pickers.get(name);
      if (select) select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    setView(state.view);
    if (state.focused !== null && state.focused === claims[chosen]?.id) setFocus(chosen);
    else redraw();
    if (picture && state.zoom) setZoom(state.zoom);
    const [page, outline, about, left, top] = state.scrolls;
    scrollTo(0, page);
    tree.scrollTop = outline;
    document.getElementById("ui-about").scrollTop = about;
    paper?.scrollTo(left ?? 0, top ?? 0);
  }
}
