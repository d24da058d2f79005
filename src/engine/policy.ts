import { dump } from 'js-yaml';
import { z } from 'zod';
import type { Policy, RuleSetting } from '../model/policy.ts';
import { type Place, readYaml, type YamlDocument, type YamlProblem } from '../text/yaml.ts';
import { defaultPolicy } from './policy-defaults.ts';
import { printDuration } from './policy-duration.ts';
import { printRoute } from './policy-routes.ts';
import { policyFile } from './policy-schema.ts';
import { expectedWords, problemsIn } from './policy-words.ts';

const mostProblems = 50;

/**
 * Reads a configuration, which may be missing (`null`) or empty: then all defaults hold.
 * @returns the policy with its defaults, or everything that is wrong with the text, in the order of its lines.
 */
export function readPolicy(text: string | null): { policy: Policy } | { problems: YamlProblem[] } {
  if (text === null) return { policy: defaultPolicy() };
  const yaml = readYaml(text);
  if ('problems' in yaml) return yaml;
  const parsed = policyFile().safeParse(yaml.value ?? {}, { error: expectedWords });
  if (parsed.success) return { policy: policyOf(parsed.data) };
  const problems = problemsIn(parsed.error.issues, yaml.value).slice(0, mostProblems);
  return { problems: problems.map(({ path, message }) => ({ message, ...placeOf(path, yaml) })).sort(byPlace) };
}

/** @returns the configuration as YAML with all defaults written out; read again it gives the same policy. */
export function printPolicy({ charter, check, triage, milestones, commands }: Policy): string {
  const { patience, since, pullRequests, fromForm, routes, ...rest } = triage;
  const { createLabels, team, ...naming } = charter;
  const { pullRequests: onPullRequests, ...others } = commands;
  const file = {
    charter: { ...naming, ...(team === null ? {} : { team }), 'create-labels': createLabels },
    check: { 'fail-on': check.failOn, files: check.files, rules: check.rules },
    triage: {
      ...rest,
      'from-form': fromForm,
      routes: routes.map(printRoute),
      patience: printDuration(patience),
      ...(since === null ? {} : { since }),
      'pull-requests': pullRequests,
    },
    milestones: { gate: milestones.gate, 'closed-early': milestones.closedEarly },
    commands: { ...others, 'pull-requests': onPullRequests },
  };
  return dump(file, { noRefs: true, lineWidth: -1 });
}

/** @returns the JSON schema of `.github/remit.yml`, for editors, which know draft 7 best. */
export function policySchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(policyFile(), { io: 'input', target: 'draft-7' });
  return { ...schema, title: 'Remit', description: 'The configuration of Remit: .github/remit.yml' };
}

function policyOf({ charter, check, triage, milestones, commands }: z.output<ReturnType<typeof policyFile>>): Policy {
  const { 'create-labels': createLabels, team = null, ...naming } = charter;
  const set = Object.entries(check.rules).filter((entry): entry is [string, RuleSetting] => entry[1] !== undefined);
  const { 'pull-requests': pullRequests, 'from-form': fromForm, ...rest } = triage;
  const columns = Object.fromEntries(
    Object.entries(charter.columns).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
  const { 'pull-requests': onPullRequests, ...others } = commands;
  return {
    charter: { ...naming, columns, createLabels, team },
    check: { failOn: check['fail-on'], files: check.files, rules: Object.fromEntries(set) },
    triage: { ...rest, fromForm, pullRequests, since: triage.since ?? null },
    milestones: { gate: milestones.gate, closedEarly: milestones['closed-early'] },
    commands: { ...others, pullRequests: onPullRequests },
  };
}

/** The place of the setting, or of the nearest one around it. */
function placeOf(path: (string | number)[], yaml: YamlDocument): Place {
  for (let length = path.length; length >= 0; length--) {
    const place = yaml.positionOf(path.slice(0, length));
    if (place) return place;
  }
  return { line: 1, column: 1 };
}

const byPlace = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;
