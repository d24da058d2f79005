/**
 * Holds findings against labels. A label counts when it is certain and when some check can see it. A finding answers a
 * label on its line that is of its rule's categories; one that answers an uncertain label is neither right nor wrong,
 * one that answers none is a false alarm.
 */
export function score(findings, truth, categoriesOf) {
  const placeOf = ({ file = truth.document, line }) => `${file}:${line}`;
  const counted = truth.labels.filter((label) => label.certain && !label.beyond);
  const lookedFor = new Set(Object.values(categoriesOf).flat());
  const answeredBy = ({ rule, at }) =>
    truth.labels.filter(
      (label) => placeOf(label) === `${at.path}:${at.line}` && categoriesOf[rule]?.includes(label.category),
    );

  const found = new Set(findings.flatMap(answeredBy).filter((label) => counted.includes(label)));
  const falseAlarms = findings
    .filter((finding) => answeredBy(finding).length === 0)
    .map(({ rule, message, at: { path, line } }) => {
      const trap = truth.false_alarm_traps.find((each) => placeOf(each) === `${path}:${line}`);
      return { rule, message, path, line, trap: trap?.why ?? null };
    });
  return {
    counted,
    found: [...found],
    missed: counted.filter((label) => !found.has(label)),
    falseAlarms,
    withoutRule: counted.filter((label) => !lookedFor.has(label.category)),
  };
}

export const sum = (list, of) => list.reduce((total, each) => total + of(each), 0);

/** A rate of nothing is whole: nothing was missed. */
export const rateOf = (part, whole) => (whole === 0 ? 1 : part / whole);

export const percent = (rate) => rate.toFixed(3);
