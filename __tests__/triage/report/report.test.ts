import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { known, unknown } from '../../../src/model/known.ts';
import { decide } from '../../../src/triage/decide.ts';
import { countQueues, reportOf } from '../../../src/triage/report/count-queues.ts';
import { printHtml } from '../../../src/triage/report/print-html.ts';
import { printMarkdown } from '../../../src/triage/report/print-markdown.ts';
import { type Report, reportSchema } from '../../../src/triage/report/report.ts';
import { rowsOf } from '../../../src/triage/report/rows.ts';
import { trendOf } from '../../../src/triage/report/trend.ts';
import { aCharter, aGroup, anIssue, aPolicy } from '../../builders.ts';

type IssueParts = Parameters<typeof anIssue>[0];

const at = '2026-06-01T00:00:00.000Z';
const policy = aPolicy();

/** A report of issues, numbered from 1 on. */
function reported(issues: IssueParts[], { charter = known(aCharter()), on = at } = {}): Report {
  const count = countQueues();
  for (const [index, parts] of issues.entries()) {
    const issue = anIssue({ ref: { owner: 'octo-org', repository: 'octo-repo', number: index + 1 }, ...parts });
    const plan = decide({ issue, charter, policy, now: on, links: {}, installedAt: '2020-01-01T00:00:00Z' });
    count.add(issue, plan, { charter, policy, webUrl: 'https://github.com' });
  }
  const [open, covered] = [issues.length, issues.length];
  return reportOf(count, { repository: 'octo-org/octo-repo', at: on, complete: true, open, covered });
}

const networking = { labels: ['area/networking', 'P0'], milestone: '1.10' };

describe('a report', () => {
  it('counts each group’s open issues by priority and milestone, and those that no group owns', () => {
    const report = reported([networking, { ...networking, milestone: '1.9' }, { labels: ['P1'] }, {}]);
    expect(reportSchema.parse(report)).toEqual(report);
    const [first, docs, none] = report.queues;
    expect(first).toMatchObject({ group: 'networking', name: 'Networking', open: 2 });
    expect(first?.priorities.filter(({ issues }) => issues > 0)).toEqual([{ priority: 'P0', issues: 2 }]);
    expect(first?.milestones).toEqual([
      { milestone: '1.9', issues: 1 },
      { milestone: '1.10', issues: 1 },
    ]);
    expect(docs).toMatchObject({ group: 'docs', open: 0, oldest: null });
    expect(none).toMatchObject({ group: null, open: 2, milestones: [{ milestone: null, issues: 2 }] });
    expect(report.requirements.milestone).toMatchObject({ met: 2, missing: 2 });
  });

  it('has an issue of two groups in both queues', () => {
    const report = reported([{ labels: ['area/networking', 'area/docs'] }]);
    expect(report.queues.map(({ open }) => open)).toEqual([1, 1, 0]);
  });

  it('names the issue that nobody has touched for longest', () => {
    const report = reported([{ updatedAt: '2026-05-02T00:00:00Z' }, { updatedAt: '2026-04-02T00:00:00Z' }]);
    expect(report.queues.at(-1)?.oldest).toEqual({
      issue: 'octo-org/octo-repo#2',
      title: 'The gateway drops connections',
      url: 'https://github.com/octo-org/octo-repo/issues/2',
      untouchedSince: '2026-04-02T00:00:00Z',
    });
    expect(rowsOf(report, null).rows.at(-2)?.at(-1)).toBe('60 days');
  });

  it('does not say that nobody owns an issue where that is not known', () => {
    const report = reported([networking], { charter: unknown('WORKING-GROUPS.md is missing') });
    expect(report.queues.map(({ name }) => name)).toEqual(['owner not known']);
    expect(printHtml(report, null)).not.toContain('without an owner');
  });

  it('gives a share of what is asked for, and none where nothing is', () => {
    const { heading, rows } = rowsOf(reported([networking, { labels: ['area/networking'] }]), null);
    const column = heading.indexOf('milestone');
    expect(rows.map((row) => row[column])).toEqual(['50 %', '–', '–', '50 %']);
  });
});

describe('a trend', () => {
  const before = reported([networking, {}], { on: '2026-05-01T00:00:00.000Z' });

  it('tells what has changed in each queue since an earlier report', () => {
    const now = reported([networking, networking, { ...networking, milestone: null }]);
    const { rows } = rowsOf(now, trendOf(now, before));
    expect(rows.map(([name, open]) => [name, open])).toEqual([
      ['Networking', '3 (+2)'],
      ['Docs', '0'],
      ['no group', '0 (−1)'],
      ['all', '3 (+1)'],
    ]);
    expect(rows.at(-1)).toContain('67 % (+17)');
    expect(printMarkdown(now, trendOf(now, before))).toContain('in brackets what changed since 2026-05-01');
  });

  it('tells groups that are no more, and nothing of new ones', () => {
    const charter = known(aCharter({ groups: [aGroup('Docs'), aGroup('Security')] }));
    const now = reported([networking], { charter });
    const trend = trendOf(now, before);
    expect([trend.gone, [...trend.queues.keys()]]).toEqual([['Networking'], ['docs', null]]);
    expect(printHtml(now, trend)).toContain('No longer a group: Networking.');
  });

  it('calls no group gone while the document can’t be read', () => {
    const now = reported([networking], { charter: unknown('WORKING-GROUPS.md is missing') });
    expect(trendOf(now, before).gone).toEqual([]);
  });
});

describe('a printed report', () => {
  it('as a page is whole by itself', () => {
    const page = printHtml(reported([networking, {}]), null);
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('Networking: 1 P0');
    expect(page).not.toMatch(/<(?:script|link|img|iframe)|url\(|@import|src=/);
  });

  it('shows what people wrote as text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const hostile = fc.constantFrom('<script>alert(1)</script>', '"><img src=x>', '@octo-lead-1 | ``` | #1', '/close');
    fc.assert(
      fc.property(fc.oneof(text, hostile), fc.oneof(text, hostile), (title, milestone) => {
        const report = reported([{ title, milestone: milestone || null, updatedAt: '2026-04-02T00:00:00Z' }]);
        const page = printHtml(report, null);
        const tags = [...page.matchAll(/<\/?([a-z!\d]+)/gi)].map(([, tag]) => tag?.toLowerCase());
        const own = 'html head meta title style body h1 h2 p ul li b i span svg text rect table thead tbody tr th td a';
        expect(tags.filter((tag) => !['!doctype', ...own.split(' ')].includes(tag!))).toEqual([]);
        expect(printMarkdown(report, null)).not.toMatch(/<[a-z]|(?<![\w&])@octo|^\/close/m);
      }),
    );
  });

  it('can be of a repository without issues', () => {
    const report = reported([]);
    expect([printHtml(report, null), printMarkdown(report, null)]).toEqual([
      expect.stringContaining('There is none.'),
      expect.stringContaining('0 open issues'),
    ]);
  });
});
