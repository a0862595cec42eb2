// Search and filters: what they leave, and the selector that names the same on the command line.

const searchBox = document.getElementById("ui-search");
const status = document.getElementById("ui-status");
const filterPlace = document.getElementById("ui-filters");
const searched = claims.map((claim) =>
  plain([claim.text, claim.label, claim.id, claim.speaker, claim.note, ...(claim.tags ?? [])].filter(Boolean).join("\n")),
);
const FILTERS = [
  { name: "role", label: "Role", of: (claim) => [claim.role] },
  { name: "voice", label: "Voice", of: (claim) => [claim.voice] },
  { name: "is", label: "State", of: (claim) => claim.is ?? [] },
  { name: "verdict", label: "Verdict", of: (_, number) => [data.readings[readingNumber()].verdicts[number]] },
  { name: "speaker", label: "Speaker", of: (claim) => (claim.speaker ? [claim.speaker] : []) },
  { name: "section", label: "Section", of: (claim) => (claim.section ? [claim.section] : []) },
  { name: "tag", label: "Tag", of: (claim) => claim.tags ?? [] },
  {
    name: "finding",
    label: "Findings",
    of: (claim) => [...new Set((findingsOn.get(claim.id) ?? []).map((it) => `${it.code} ${it.name}`))],
  },
];
const pickers = new Map();
const readingBox = document.getElementById("ui-reading");
const readingNumber = () => Number(readingBox.value);

/** Fill the filters with what the claims have, and how many have it; a filter that tells none apart is left out. */
function drawFilters() {
  for (const filter of FILTERS) {
    const counts = new Map();
    claims.forEach((claim, number) => {
      for (const value of filter.of(claim, number)) counts.set(value, (counts.get(value) ?? 0) + 1);
    });
    const chosen = pickers.get(filter.name)?.value ?? "";
    const values = [...counts].sort(([a], [b]) => a.localeCompare(b));
    const tells = values.length > 1 || (values.length === 1 && values[0][1] < claims.length);
    pickers.get(filter.name)?.remove();
    pickers.delete(filter.name);
    if (!tells) continue;
    const select = make(
      "select",
      { "aria-label": filter.label, "data-filter": filter.name },
      make("option", { value: "" }, filter.label),
      ...values.map(([value, count]) => make("option", { value }, `${value} (${count})`)),
    );
    select.value = counts.has(chosen) ? chosen : "";
    pickers.set(filter.name, select);
    filterPlace.append(select);
  }
}

/** The numbers of the claims that search and filters leave, or null if none is set. */
function claimsThatFit() {
  const words = plain(searchBox.value).split(/\s+/).filter(Boolean);
  const set = FILTERS.filter((filter) => pickers.get(filter.name)?.value);
  if (!words.length && !set.length) return null;
  const left = new Set();
  claims.forEach((claim, number) => {
    if (!words.every((word) => searched[number].includes(word))) return;
    if (set.every((filter) => filter.of(claim, number).includes(pickers.get(filter.name).value))) left.add(number);
  });
  return left;
}

/** The selector of the filters that are set, for --where; null if the command line has no such thing. */
function selector() {
  const set = FILTERS.map((filter) => [filter.name, pickers.get(filter.name)?.value]).filter(([, value]) => value);
  if (!set.length || searchBox.value.trim() || set.some(([name]) => name === "finding")) return null;
  if (readingNumber() !== 0 && set.some(([name]) => name === "verdict")) return null;
  if (set.some(([, value]) => /["*?[]/.test(value))) return null;
  return set.map(([name, value]) => `${name}:${/[\s,:+]/.test(value) ? `"${value}"` : value}`).join(",");
}

function drawStatus(left) {
  status.replaceChildren();
  pickers.forEach((select) => select.classList.toggle("set", select.value !== ""));
  if (!left) return;
  status.append(`${left.size} of ${claims.length} claims`);
  const named = selector();
  if (named) status.append(" ", make("code", { title: "The same on the command line" }, `--where '${named}'`));
}

function clearFilters() {
  searchBox.value = "";
  pickers.forEach((select) => (select.value = ""));
}
