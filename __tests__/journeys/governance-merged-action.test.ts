import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { charter } from './house.ts';
import { aRepositoryToMergeIn, called, type Merging } from './merging.ts';

let at: Merging;
beforeEach(async () => {
  at = await aRepositoryToMergeIn();
});
afterEach(() => at.github.close());

describe('the Action on a push that gives a group a new name', () => {
  it('renames its label, which stays on its issues, and sweeps them', async () => {
    const before = at.nodeId('area/config');
    const { failed, summary, outputs, writes } = await at.run(await at.merge(called('Settings')));
    expect(failed).toBe(false);
    expect(at.labels()).toEqual(['area/networking', 'area/settings', 'area/user-experience']);
    expect([at.nodeId('area/settings'), at.carrying('area/settings')]).toEqual([before, 4]);
    expect(writes).toEqual([expect.stringMatching(/^PATCH .*labels/)]);
    expect(summary).toMatch(
      /^### What governs has changed, up to [0-9a-f]{7}\n\n- `area\/config` is renamed to `area\/settings`/,
    );
    expect(summary).toContain('### Open issues: 0 changed\n\n- all 12 open issues of octo-org/octo-repo are covered\n');
    expect(outputs).toMatchObject({ renamed: '1', covered: '12', open: '12', changed: '0' });
    expect(JSON.parse(outputs.report!)).toMatchObject({
      ended: 'complete',
      unowned: 0,
      change: { labels: { renamed: [{ from: 'area/config', to: 'area/settings' }] } },
    });
  });

  it('does nothing when it is run again', async () => {
    const push = await at.merge(called('Settings'));
    await at.run(push);
    const { failed, writes, outputs } = await at.run(push);
    expect([failed, writes, outputs.renamed, outputs.changed]).toEqual([false, [], '0', '0']);
  });

  it('is undone by a revert', async () => {
    const before = at.nodeId('area/config');
    await at.run(await at.merge(called('Settings')));
    await at.run(await at.merge(charter));
    expect(at.labels()).toEqual(['area/config', 'area/networking', 'area/user-experience']);
    expect([at.nodeId('area/config'), at.carrying('area/config'), at.comments()]).toEqual([before, 4, 0]);
  });

  it.each(['in their order', 'the last one first', 'after both'])(
    'comes to its last name, two pushes run %s',
    async (how) => {
      const first = await at.merge(called('Settings'));
      if (how === 'in their order') await at.run(first);
      const second = await at.merge(called('Options'));
      await at.run(how === 'after both' ? first : second);
      await at.run(how === 'after both' ? second : first);
      expect(at.labels()).toEqual(['area/networking', 'area/options', 'area/user-experience']);
      expect(at.carrying('area/options')).toBe(4);
    },
  );

  it('gives its issues the label that there is under the new name already, but for who took it off', async () => {
    await at.ask('POST', '/labels', { name: 'area/settings', color: 'c0ffee' });
    await at.ask('POST', '/issues/4/labels', { labels: ['area/settings'] });
    await at.ask('DELETE', '/issues/4/labels/area%2Fsettings');
    const push = await at.merge(called('Settings'));
    const { failed, summary, outputs } = await at.run(push);
    expect([failed, outputs.renamed]).toEqual([false, '0']);
    expect([at.carrying('area/config'), at.carrying('area/settings')]).toEqual([4, 3]);
    expect(summary).toContain('`area/config` can’t be renamed to `area/settings`: there is such a label.');
    expect(JSON.parse(outputs.report!)).toMatchObject({ wanting: 4, changed: 4, unowned: 1 });
    expect((await at.run(push)).writes).toEqual([]);
  });

  it('gives an issue of two groups the labels of both', async () => {
    for (const name of ['area/settings', 'area/traffic']) await at.ask('POST', '/labels', { name, color: 'c0ffee' });
    await at.ask('POST', '/issues/1/labels', { labels: ['area/networking'] });
    const both = called('Settings').replace('Networking |', 'Traffic |').replace('Networking -', 'Traffic -');
    const { failed } = await at.run(await at.merge(both));
    expect([failed, at.carrying('area/settings'), at.carrying('area/traffic')]).toEqual([false, 4, 9]);
  });

  it('says what it would do as a trial, with the labels as they would be, and does nothing', async () => {
    const push = await at.merge(called('Settings'));
    const { failed, summary, outputs, writes } = await at.run(push, { apply: 'nothing' });
    expect([failed, writes, outputs.renamed, outputs.wanting]).toEqual([false, [], '1', '0']);
    expect(summary).toContain('- `area/config` would be renamed to `area/settings`');
    expect(JSON.parse(outputs.report!)).toMatchObject({ unowned: 0 });
    expect(at.labels()).toContain('area/config');
  });

  it('says what it would do where the label is there already', async () => {
    await at.ask('POST', '/labels', { name: 'area/settings', color: 'c0ffee' });
    const { summary, outputs, writes } = await at.run(await at.merge(called('Settings')), { apply: 'nothing' });
    expect([writes, JSON.parse(outputs.report!).unowned]).toEqual([[], 0]);
    expect(summary).toContain('Open issues would get that one, too, and keep the old one');
  });

  it('fails where the token may not, says which right is missing, and touches no issue', async () => {
    const push = await at.merge(called('Settings'));
    const token = at.github.as('octo-lead-2', { readOnly: true }).token;
    const { failed, out } = await at.run(push, { token });
    expect(failed).toBe(true);
    expect(out).toMatch(
      /^::error::GitHub does not let this token rename “area\/config” to “area\/settings”: it needs `issues: write`/m,
    );
    expect([at.labels().includes('area/config'), at.comments()]).toEqual([true, 0]);
    expect((await at.run(push)).outputs.renamed).toBe('1');
  });
});
