/**
 * Holds findings against labels. A label counts when it is certain, when a check of this one document can see it, and
 * when some rule looks for its category. A finding answers a label on its line that is of its rule's categories; one
 * that answers an uncertain label is neither right nor wrong, one that answers none is a false alarm.
 */
export function score(findings, truth, categoriesOf) {
  const here = truth.labels.filter((label) => !label.file);
  const countable = here.filter((label) => label.certain && !label.beyond);
  const lookedFor = new Set(Object.values(categoriesOf).flat());
  const counted = countable.filter((label) => lookedFor.has(label.category));
  const answeredBy = ({ rule, at }) =>
    here.filter(({ line, category }) => line === at.line && categoriesOf[rule]?.includes(category));

  const found = new Set(findings.flatMap(answeredBy).filter((label) => counted.includes(label)));
  const falseAlarms = findings
    .filter((finding) => answeredBy(finding).length === 0)
    .map(({ rule, message, at: { line } }) => {
      const trap = truth.false_alarm_traps.find((each) => each.line === line);
      return { rule, message, line, trap: trap?.why ?? null };
    });
  return {
    counted,
    found: [...found],
    missed: counted.filter((label) => !found.has(label)),
    falseAlarms,
    withoutRule: countable.filter((label) => !lookedFor.has(label.category)),
  };
}

export const sum = (list, of) => list.reduce((total, each) => total + of(each), 0);

/** A rate of nothing is whole: nothing was missed. */
export const rateOf = (part, whole) => (whole === 0 ? 1 : part / whole);

export const percent = (rate) => rate.toFixed(3);
