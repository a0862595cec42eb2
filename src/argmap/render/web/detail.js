// All there is to say of one claim.

const FEW = 6; // findings that are shown at once
const article = document.getElementById("ui-claim");
const language = { lang: data.language, dir: "auto" };

const isSafe = (address) => /^(https?:\/\/|mailto:)/i.test(address ?? "");
const linkTo = (number) => `#claim-${encodeURIComponent(claims[number].id)}`;

/** A link to a claim, or the bare id if the map has no such claim. */
function claimLink(id) {
  const number = numberOf.get(id);
  if (number === undefined) return make("span", { class: "gap" }, `${id} (not defined)`);
  return make("a", { href: linkTo(number), class: `to ${claims[number].role}`, ...language }, claims[number].text);
}

function section(title, ...children) {
  const inside = children.flat().filter(Boolean);
  return inside.length ? make("section", {}, make("h3", {}, title), ...inside) : null;
}

function verb(relation) {
  const target = relations.get(relation.target);
  const nouns = { supports: "support", attacks: "attack", undercuts: "undercut", rephrases: "rephrasing" };
  const end = target ? ` this ${nouns[target.kind]}` : "";
  const together = relation.premises.length > 1 ? ", together" : "";
  return make("span", { class: `by ${relation.kind}` }, `${data.signs[relation.kind]} ${relation.kind}${end}${together}`);
}

/** A relation as its premises bring it: its word, them, how it works, and what undercuts it. */
function relationItem(relation, met = new Set()) {
  if (met.has(relation)) return null;
  met.add(relation);
  const fields = [
    ["scheme", relation.scheme],
    ["warrant", relation.warrant],
    ["weight", relation.weight],
    ["note", relation.note],
  ].filter(([, value]) => value !== undefined);
  const questions = Object.entries(relation.questions ?? {}).map(([name, answer]) => [`${name}?`, answer]);
  const undercuts = undercutsOf(relation).map((undercut) => relationItem(undercut, met));
  return make(
    "li",
    {},
    verb(relation),
    ...relation.premises.map((premise) => make("div", { class: "via" }, claimLink(premise))),
    fields.length + questions.length ? facts([...fields, ...questions]) : null,
    undercuts.some(Boolean) ? make("ul", {}, ...undercuts) : null,
  );
}

function facts(pairs) {
  return make(
    "dl",
    {},
    ...pairs.flatMap(([name, value]) => [make("dt", {}, name), make("dd", { dir: "auto" }, String(value))]),
  );
}

/** A relation as the claim sees it that it starts from: its word, then what it bears on. */
function stepItem(relation) {
  const denied = relations.get(relation.target);
  const goal = claimLink(goalOf(relation));
  const sign = make("span", { class: `by ${relation.kind}` }, `${data.signs[relation.kind]} ${relation.kind}`);
  if (!denied) return make("li", {}, sign, make("div", { class: "via" }, goal));
  const from = denied.premises.flatMap((premise, place) => (place ? [" and ", claimLink(premise)] : [claimLink(premise)]));
  return make("li", {}, sign, make("div", { class: "via" }, "the step from ", ...from, " to ", goal));
}

/** A place in a source: the passage, if the text is at hand, and the way there. */
function placeItem(place) {
  const quoted = place.passage ?? place.place;
  const where = (place.paragraphs ?? []).map((number) => `¶${number}`).join(" ");
  const source = place.title ?? `${place.source} (not defined)`;
  return make(
    "figure",
    {},
    quoted ? make("blockquote", { dir: "auto" }, quoted) : null,
    make(
      "figcaption",
      {},
      [source, where].filter(Boolean).join(", "),
      place.alike ? ` (${place.alike} % alike)` : null,
      place.problem ? make("span", { class: "gap" }, ` ? ${place.problem}`) : null,
      isSafe(place.link)
        ? make("a", { class: "source", href: place.link, target: "_blank", rel: "noopener noreferrer" }, "Read it there ↗")
        : null,
    ),
  );
}

function verdictItems(number) {
  return data.readings.map((reading) => {
    const word = reading.verdicts[number];
    const kind = { stands: "in", falls: "out", open: "undec" }[word];
    return make(
      "p",
      { class: "reading" },
      make("span", { class: `verdict ${kind}` }, `${reading.signs[word]} ${word}`),
      ` ${reading.words}: ${reading.reasons[number]}`,
    );
  });
}

function findingItem(finding, { linked = false } = {}) {
  const number = numberOf.get(finding.claim);
  const lead = make("strong", {}, `${finding.severity} ${finding.code}`);
  const where = linked && number !== undefined ? make("a", { href: linkTo(number) }, finding.message) : finding.message;
  return make(
    "li",
    { class: `finding ${finding.severity}` },
    lead,
    make("span", { class: "faint" }, ` ${finding.name}, line ${finding.line}`),
    make("div", { dir: "auto" }, where),
    finding.help ? make("div", { class: "faint", dir: "auto" }, finding.help) : null,
  );
}

/** Write a claim into its place. */
function drawClaim(number) {
  const claim = claims[number];
  const bearing = incoming.get(claim.id) ?? [];
  const grounds = bearing.filter((relation) => !isAgainst(relation));
  const objections = bearing.filter(isAgainst);
  const undercut = grounds.flatMap(undercutsOf);
  const way = wayOf(number);
  const others = (outgoing.get(claim.id) ?? []).filter((relation) => relation !== way[0]);
  const nowhere = { implicit: "Left unstated; supplied by the map-maker.", analyst: "Added by the map-maker." };
  const reason = (value) => (typeof value === "string" ? value : "yes");
  const more = [
    ["id", claim.id],
    ["section", claim.section],
    ["tags", claim.tags?.join(", ")],
    ["assumed", claim.assumed && reason(claim.assumed)],
    ["residual", claim.residual && reason(claim.residual)],
    ["confidence", claim.confidence],
    ["standard", claim.standard],
    ["note", claim.note],
    ["draft", claim.draft && reason(claim.draft)],
    ...Object.entries(claim.ignore ?? {}).map(([code, why]) => [`ignores ${code}`, why]),
  ].filter(([, value]) => value !== undefined && value !== false);
  const voice = claim.voice === "author" ? "" : claim.speaker ? `${claim.voice}: ${claim.speaker}` : claim.voice;
  const isUnsupported = claim.is?.includes("unsupported");
  article.replaceChildren(
    make(
      "div",
      { class: "bar" },
      make("span", { class: `role ${claim.role}` }, claim.role),
      voice ? make("span", { class: "voice", dir: "auto" }, voice) : null,
      make(
        "span",
        { class: "buttons" },
        make("button", { type: "button", id: "ui-focus", "aria-pressed": String(focused === number) }, "Focus"),
        make("button", { type: "button", id: "ui-close", "aria-label": "Close: about the map" }, "✕"),
      ),
    ),
    ...[claim.label ? make("p", { class: "label", ...language }, claim.label) : null].filter(Boolean),
    make("h2", { ...language }, claim.text),
    ...[
      make("div", { class: "readings" }, ...verdictItems(number)),
      section("Where it is made", claim.at?.map(placeItem) ?? make("p", {}, nowhere[claim.voice] ?? "The map does not say.")),
      section("Evidence", claim.evidence?.map(placeItem)),
      section(
        "Findings",
        make("ul", {}, ...(findingsOn.get(claim.id) ?? []).map((finding) => findingItem(finding))),
      ),
      section(
        "Grounds",
        grounds.length
          ? make("ul", {}, ...grounds.map((relation) => relationItem(relation)))
          : make("p", { class: isUnsupported ? "gap" : null }, isUnsupported ? "None: it is unsupported." : "None in this map."),
      ),
      section(
        "Objections",
        objections.length || undercut.length
          ? make("ul", {}, ...[...objections, ...undercut].map((relation) => relationItem(relation)))
          : make("p", {}, "None in this map."),
      ),
      section(
        "Way to the thesis",
        claim.role === "thesis"
          ? make("p", {}, "It is a thesis of this map.")
          : claim.role === "detached"
            ? make("p", {}, "None: it bears on no thesis.")
            : make("ol", {}, ...way.filter((step) => numberOf.has(step.target) || step === way[0]).map(stepItem)),
      ),
      section("Bears also on", others.length ? make("ul", {}, ...others.map(stepItem)) : null),
      section("More", facts(more)),
    ].filter(Boolean),
  );
  article.querySelectorAll("section > ul:empty").forEach((list) => list.parentElement.remove());
  article.hidden = false;
  document.getElementById("ui-map").hidden = true;
  document.getElementById("ui-focus").addEventListener("click", () => setFocus(focused === number ? null : number));
  document.getElementById("ui-close").addEventListener("click", () => leave());
}

/** Write what stands there when no claim is chosen. */
function drawAbout() {
  article.hidden = true;
  article.replaceChildren();
  document.getElementById("ui-map").hidden = false;
}

/** List the findings of the whole map. */
function drawFindings() {
  const place = document.getElementById("ui-findings");
  const count = data.findings.length;
  if (!count) return;
  place.append(make("h3", {}, `${count} finding${count > 1 ? "s" : ""}`));
  const rules = grouped(data.findings.map((finding) => [`${finding.severity} ${finding.code} ${finding.name}`, finding]));
  for (const [rule, found] of [...rules].sort(([a], [b]) => a.localeCompare(b))) {
    const list = make("details", { open: count <= FEW ? "" : null }, make("summary", {}, `${rule} (${found.length})`));
    const fill = () => {
      if (list.open && list.children.length < 2) {
        list.append(make("ul", {}, ...found.map((finding) => findingItem(finding, { linked: true }))));
      }
    };
    list.addEventListener("toggle", fill);
    fill();
    place.append(list);
  }
}
