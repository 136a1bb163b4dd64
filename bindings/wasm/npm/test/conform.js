// Runs a case of tests/cases as criteria/FORMAT.md §4 says: only what is listed is compared, exactly. No Node.js in here: pages run it too.

/** The result of a case, or the findings that refuse it. */
export function judge(dothi, set, file, one) {
  const city = { unit: one.unit ?? file.unit, observations: [] };
  for (const key of ['observations', 'evidence', 'not_applicable', 'references', 'published']) {
    if (key in one) city[key] = one[key];
  }
  try {
    return dothi.assess(set, city, { asOf: file.as_of, scheme: file.scheme, parameters: one.parameters });
  } catch (error) {
    if (!(error instanceof dothi.DothiError)) throw error;
    return { refused: error.findings };
  }
}

/** What differs from the expectation of a case, in words; nothing when it is met. */
export function differences(expect, result) {
  const out = [];
  const same = (what, want, got) => {
    const [wanted, found] = [want, got ?? null].map((value) => JSON.stringify(sorted(value)));
    if (wanted !== found) out.push(`${what}: expected ${wanted}, got ${found}`);
  };
  if ('errors' in expect || 'refused' in result) {
    const found = (result.refused ?? []).filter(({ severity }) => severity === 'error');
    same('errors', (expect.errors ?? []).map(({ code }) => code).sort(), found.map(({ code }) => code).sort());
    for (const { code, pointer } of expect.errors ?? []) {
      // Pointers of cases lead into the place.
      if (pointer !== undefined && !found.some((f) => f.code === code && isPlace(`/cities/0${pointer}`, f.place))) out.push(`${code}: not at ${pointer}`);
    }
    return out;
  }
  for (const [key, want] of Object.entries(expect)) {
    if (key === 'findings') same(key, want, (result.findings ?? []).map(({ code }) => code));
    else if (want === null || result[key] === undefined) same(key, want, result[key]);
    else listed(key, want, result[key], VIEW, same);
  }
  return out;
}

function sorted(value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Compares each member that is listed; `readers` say where it stands in a result. */
function listed(what, want, got, readers, same) {
  for (const [key, value] of Object.entries(want)) {
    const here = `${what}.${key}`;
    const reader = readers[key];
    if (reader === undefined) same(`${here}: the runner does not know this key`, value, undefined);
    else if (got === undefined) same(here, value, undefined);
    else if (typeof reader === 'function') same(here, value, reader(got));
    else reader.compare(here, value, got, same);
  }
}

/** A member that is compared by its own members where there is one. */
const inside = (of, readers) => ({
  compare(what, want, got, same) {
    const found = of(got);
    if (want === null || found === undefined) same(what, want, found);
    else listed(what, want, found, readers, same);
  },
});

/** A list, each item of which is found by its key. */
const each = (key, of, readers) => ({
  compare(what, want, got, same) {
    const found = of(got);
    for (const one of want) listed(`${what} ${one[key]}`, one, found.get(one[key]), readers, same);
  },
});

const own = (...keys) => Object.fromEntries(keys.map((key) => [key, (got) => got[key]]));
const keyed = (key, list = []) => new Map(list.map((item) => [item[key], item]));
const valueOrAnswer = ({ value, answer }) => value ?? (answer === undefined ? undefined : answer ? 'yes' : 'no');

/** The nodes of a tree by id, criteria or groups; the root group is `root`. */
function nodes(tree, key, out = new Map()) {
  if (key in tree || (key === 'group' && 'children' in tree)) out.set(tree[key] ?? 'root', tree);
  for (const child of tree.children ?? []) nodes(child, key, out);
  return out;
}

const POSSIBILITY = own('outcome', 'met_level', 'points', 'share');
const NODE = { ...own('value', 'share'), band: (got) => got.band?.at_least };
const PART = { ...own('data_point', 'outcome', 'points'), value: valueOrAnswer };

const CRITERION = {
  id: (got) => got.criterion,
  ...own('outcome', 'met_level', 'share', 'points'),
  value: valueOrAnswer,
  low: inside((got) => got.low, POSSIBILITY),
  high: inside((got) => got.high, POSSIBILITY),
  change: inside((got) => got.change, own('base_value', 'difference')),
  parts: {
    compare(what, want, got, same) {
      const parts = got.parts ?? [];
      same(`${what}.length`, want.length, parts.length);
      for (const [k, part] of want.entries()) listed(`${what} ${k}`, part, parts[k], PART, same);
    },
  },
  flags: (got) => got.flags ?? [],
  sample_to_settle: (got) => got.survey?.sample_to_settle,
  interval: (got) => got.survey?.interval,
  levels: each('level', (got) => keyed('level', got.levels), own('level', 'outcome', 'threshold')),
};

const GROUP = {
  id: (got) => got.group ?? 'root',
  ...own('value', 'share'),
  band: (got) => got.band?.at_least,
  low: inside((got) => got.low, NODE),
  high: inside((got) => got.high, NODE),
  met: each('level', (got) => keyed('level', got.met), { ...own('level', 'met', 'asked'), met_high: (got) => got.met_high ?? got.met }),
};

const VIEW = {
  level: (got) => got.level?.reached,
  refused: (got) => (got.level?.refused ?? []).map(({ condition }) => condition),
  score: (got) => got.score?.value,
  ...own('level_range', 'score_range', 'range'),
  levels: each('level', (got) => keyed('level', got.levels), own('level', 'reached')),
  criteria: each('id', (got) => nodes(got.tree, 'criterion'), CRITERION),
  groups: each('id', (got) => nodes(got.tree, 'group'), GROUP),
};

/** The place itself, or the entry of a list that it lies in. */
function isPlace(expected, answered) {
  return answered.split("/").length > 4 && `${expected}/`.startsWith(`${answered}/`);
}
