import type { Change, IssueFacts } from '../model/facts.ts';
import type { LabelRename } from '../model/label-rename.ts';
import type { GitHub } from '../model/ports.ts';
import type { LabelChanges } from '../model/upkeep-ports.ts';
import { labelsAfter, renamedBy } from '../triage/labels-after.ts';
import { namesOf } from './relabel.ts';

/**
 * @returns GitHub with its open issues as they will be once labels have their new names: what a trial decides on. All
 * else is read as it is.
 */
export function withLabelsChanged(github: GitHub, labels: LabelChanges): GitHub {
  const nameNow = renamedBy(labels.renamed);
  return {
    ...github,
    async readIssuePage(...asked) {
      const page = await github.readIssuePage(...asked);
      return page && { ...page, issues: page.issues.map((issue) => changed(issue, nameNow, labels.joined)) };
    },
  };
}

function changed(issue: IssueFacts, nameNow: (label: string) => string, joined: LabelRename[]): IssueFacts {
  const { labels, history } = issue;
  const names = labelsAfter(namesOf(labels), nameNow, joined);
  const changeNow = (change: Change): Change =>
    'label' in change ? { ...change, label: nameNow(change.label) } : change;
  return {
    ...issue,
    labels: names.map((name, index) => ({ id: labels[index]?.id ?? '', name })),
    history: history.known ? { ...history, value: history.value.map(changeNow) } : history,
  };
}
