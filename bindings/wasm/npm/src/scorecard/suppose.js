// What-if: the data of a place with some figures replaced. The data themselves are never touched.

/** What a figure is known by. */
export const keyOf = ({ criterion, data_point, role, part }) => [criterion, data_point ?? '', role ?? '', part ?? ''].join('\u0000');

/**
 * The place with changes in it, and where each change went, so that what is found wrong there can be told beside its field.
 * A change has a `field` as a scorecard names it and a `value` (`null`: as if there were none), or `papers: true`.
 */
export function suppose(city, changes) {
  const out = structuredClone(city);
  const at = new Map();
  for (const change of changes) {
    if (change.papers) {
      out.evidence = [...(out.evidence ?? []), { criteria: [change.criterion], summary: 'what-if', kind: 'result' }];
    } else if (change.field.at != null) {
      const observation = out.observations[change.field.at];
      if (change.value === null) {
        delete observation.value;
        observation.status = 'O';
      } else {
        Object.assign(observation, { value: change.value, status: 'A' });
      }
      at.set(change.field.at, change);
    } else if (change.value !== null) {
      const { data_point, role, unit } = change.field;
      const added = { criterion: change.criterion, data_point, role, value: change.value };
      if (unit) added.unit = unit;
      const period = periodFor(out, change.criterion);
      if (period) added.period = period;
      at.set(out.observations.push(added) - 1, change);
    }
  }
  return { city: out, at };
}

/** The period a new figure is taken for: that of the criterion's other figures, else of the assessment, else the latest. */
function periodFor(city, criterion) {
  const latest = (all) => all.map(({ period }) => period).filter(Boolean).sort().at(-1);
  return latest(city.observations.filter((o) => o.criterion === criterion)) ?? city.period ?? latest(city.observations);
}

/** The observation that the place of a finding leads to. */
export function observationOf(place) {
  const [, at] = /^\/cities\/\d+\/observations\/(\d+)(?:\/|$)/.exec(place) ?? [];
  return at === undefined ? undefined : Number(at);
}
