import type { Policy } from '../model/policy.ts';
import { standardFamilies } from '../text/commands/standard-families.ts';
import { requirements } from '../triage/requirements/index.ts';

/** @returns the policy of a project without a configuration; the same as that of an empty one, without reading any. */
export function defaultPolicy(): Policy {
  const standard = Object.entries(requirements).map(([id, { standard: isOn, options }]) => [
    id,
    isOn ? options.parse({}) : false,
  ]);
  return {
    charter: {
      documents: [],
      label: ['area/{group}', 'wg/{group}', 'sig/{group}', '{name}'],
      aliases: {},
      columns: {},
      createLabels: false,
      team: null,
    },
    check: { failOn: 'error', files: [], rules: {} },
    triage: {
      requirements: Object.fromEntries(standard),
      fromForm: [],
      routes: [],
      notify: 'none',
      speak: 'comment',
      patience: 24 * 60 * 60,
      since: null,
      backfill: 'none',
      pullRequests: false,
      bots: [],
      ignore: { labels: [], authors: [], types: [] },
    },
    milestones: { gate: { labels: [], branches: [], title: '{milestone}' }, closedEarly: 'report' },
    commands: {
      enabled: true,
      families: { ...standardFamilies },
      labels: [],
      who: {},
      bots: [],
      pullRequests: false,
    },
  };
}
