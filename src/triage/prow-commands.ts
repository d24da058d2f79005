/** Commands of Prow's that Remit has not, and why. Source: the help of Prow's plugins (kubernetes-sigs/prow, pkg/plugins). */
export const otherProwCommands: { names: string[]; why: string }[] = [
  {
    names: [
      'lgtm',
      'remove-lgtm',
      'approve',
      'remove-approve',
      'hold',
      'unhold',
      'remove-hold',
      'cc',
      'uncc',
      'auto-cc',
      'verify-owners',
    ],
    why: 'Reviewing and merging pull requests is none of Remit’s work',
  },
  {
    names: ['test', 'retest', 'retest-required', 'ok-to-test', 'override', 'skip', 'pipeline', 'rerun'],
    why: 'Jobs are run by whatever runs them',
  },
  {
    names: ['cherrypick', 'cherry-pick', 'rebase', 'tide', 'merge-method'],
    why: 'Branches are none of Remit’s work',
  },
  {
    names: [
      'check-cla',
      'check-dco',
      'release-note',
      'release-note-none',
      'release-note-edit',
      'release-note-action-required',
    ],
    why: 'What a pull request must carry is checked where it is written down',
  },
  {
    names: [
      'help-wanted',
      'good-first-issue',
      'remove-help-wanted',
      'remove-good-first-issue',
      'stage',
      'remove-stage',
      'api-review',
    ],
    why: 'Labels are set with `/label`, or with a family of the configuration',
  },
  {
    names: ['status', 'project', 'bugzilla', 'jira', 'link-issue', 'unlink-issue', 'pin', 'unpin', 'transfer-issue'],
    why: 'Plans are kept in milestones, priorities and epics; `/transfer` moves an issue',
  },
  {
    names: ['meow', 'meowvie', 'woof', 'bark', 'honk', 'pony', 'joke', 'shrug', 'unshrug', 'dance'],
    why: 'Remit speaks only when it has to',
  },
];

const names = new Set(otherProwCommands.flatMap((each) => each.names));

/** Whether another bot is meant, so that nobody is told that there is no such command. */
export const isProwCommand = (name: string): boolean => names.has(name);
