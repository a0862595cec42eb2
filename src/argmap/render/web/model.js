// What the page knows: the map as `argmap show --json` has it, with verdicts, passages and findings.

const data = JSON.parse(document.getElementById("ui-data").textContent);
const claims = data.claims;
const numberOf = new Map(claims.map((claim, number) => [claim.id, number]));
const relations = new Map(data.relations.map((relation) => [relation.id, relation]));
const incoming = grouped(data.relations.map((relation) => [relation.target, relation]));
const outgoing = grouped(
  data.relations.flatMap((relation) => [...new Set(relation.premises)].map((id) => [id, relation])),
);
const findingsOn = grouped(data.findings.map((finding) => [finding.claim, finding]));

function grouped(pairs) {
  const groups = new Map();
  for (const [key, value] of pairs) {
    if (groups.has(key)) groups.get(key).push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Make an element; strings become text, never markup. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const undercutsOf = (relation) => incoming.get(relation.id) ?? [];
const isAgainst = (relation) => relation.kind === "attacks" || relation.kind === "undercuts";

/** The relations on a shortest way from a claim to a thesis; an undercut is followed by what it denies. */
function wayOf(number) {
  const steps = new Set();
  let relation = relations.get(claims[number].by);
  while (relation && !steps.has(relation)) {
    steps.add(relation);
    relation = relations.get(relation.target) ?? relations.get(claims[numberOf.get(relation.target)]?.by);
  }
  return [...steps];
}

/** The claim that a relation leads to, by way of the steps that it denies. */
function goalOf(relation) {
  let target = relation.target;
  while (relations.has(target)) target = relations.get(target).target;
  return target;
}

/** The numbers of the claims that a claim touches: grounds, objections, what it bears on, its way to the thesis. */
function neighbourhood(number) {
  const { id } = claims[number];
  const ids = new Set([id]);
  const add = (relation) => {
    relation.premises.forEach((premise) => ids.add(premise));
    ids.add(goalOf(relation));
  };
  for (const relation of incoming.get(id) ?? []) {
    add(relation);
    undercutsOf(relation).forEach(add);
  }
  for (const relation of outgoing.get(id) ?? []) {
    add(relation);
    if (relations.has(relation.target)) add(relations.get(relation.target));
  }
  wayOf(number).forEach((relation) => {
    relation.premises.forEach((premise) => ids.add(premise));
    ids.add(goalOf(relation));
  });
  return new Set([...ids].map((each) => numberOf.get(each)).filter((each) => each !== undefined));
}

/** Text as it is compared: without case and accents. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
