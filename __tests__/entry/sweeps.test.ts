import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { openStore } from '../../src/adapters/store.ts';
import { countDecisions } from '../../src/engine/sweep-report.ts';
import { beginSweep } from '../../src/engine/sweep-state.ts';
import type { KeptSweep } from '../../src/model/upkeep-ports.ts';
import { anEmbeddedFolder } from '../embedded-folder.ts';
import { remit } from './terminal.ts';

const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schema/sweeps.json', 'utf8')));

function aSweep(name: string, began: string, parts: Partial<KeptSweep> = {}): KeptSweep {
  const repository = { owner: 'octo-org', name };
  const sweep = { ...beginSweep(repository, new Date(began)), total: 120, covered: 120, wanting: 12 };
  const report = countDecisions().report({ ...sweep, ended: 'complete' });
  return {
    id: `${name} ${began}`,
    installation: 7,
    repository,
    why: 'schedule',
    began,
    ended: began,
    step: 2,
    report,
    ...parts,
  };
}

describe('remit sweeps', () => {
  const folder = anEmbeddedFolder();
  const sweeps = (...args: string[]) => remit('.', ['sweeps', ...args], { REMIT_DATA: folder });

  beforeAll(async () => {
    const store = await openStore({ database: { kind: 'embedded', folder } });
    const changes = ['checklist: something is missing'];
    const installed = aSweep('octo-repo', '2026-06-01T00:00:00.000Z', { why: 'installation' });
    const report = { ...installed.report, issues: [{ issue: 'octo-org/octo-repo#2', changes }] };
    await store.sweeps.keep({ ...installed, report });
    const rename = { from: 'area/config', to: 'area/settings' };
    const labels = { renamed: [rename], joined: [], refused: [{ ...rename, from: 'area/docs' }] };
    await store.sweeps.keep(aSweep('merged', '2026-05-03T00:00:00.000Z', { why: 'governance', labels }));
    await store.sweeps.keep(aSweep('other', '2026-06-02T00:00:00.000Z', { ended: null }));
    await store.sweeps.keep(aSweep('old', '2026-05-02T00:00:00.000Z', { report: { covered: 'many' } }));
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lists what was covered, the newest first', async () => {
    const { code, out } = await sweeps();
    expect(code).toBe(0);
    expect(out.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^2026-06-02 00:00 +octo-org\/other +schedule +goes on +120 of 120 +12 +0$/),
      expect.stringMatching(/^2026-06-01 00:00 +octo-org\/octo-repo +installation +complete +120 of 120 +12 +0$/),
      expect.stringMatching(/^2026-05-03 00:00 +octo-org\/merged +governance +complete +120 of 120 +12 +0$/),
      expect.stringMatching(/^2026-05-02 00:00 +octo-org\/old +schedule +ended +\? +\? +\?$/),
      '',
    ]);
    expect((await sweeps('--limit', '1')).out.split('\n')).toHaveLength(3);
  });

  it('tells of a repository what would be changed after an installation, and how to have it done', async () => {
    const { code, out } = await sweeps('octo-org/octo-repo');
    expect(code).toBe(0);
    expect(out).toMatch(/^12 would be changed; `remit sweep --apply labels` or `--apply all` does it$/m);
    expect(out).toMatch(/^ {2}octo-org\/octo-repo#2: checklist: something is missing$/m);
  });

  it('tells what became of labels when what governs changed', async () => {
    const { out } = await sweeps('octo-org/merged');
    expect(out).toMatch(/^“area\/config” is renamed to “area\/settings”, and stays on its issues$/m);
    expect(out).toMatch(/^“area\/docs” is not renamed to “area\/settings”: GitHub does not allow it$/m);
  });

  it('lists them in the published shape', async () => {
    const listed = JSON.parse((await sweeps('--json')).out);
    expect([validate(listed), validate.errors]).toEqual([true, null]);
    expect(listed.sweeps[3]).toMatchObject({ repository: 'octo-org/old', report: null });
  });

  it.each([
    [['octo-org/nowhere'], 1, /no sweep is kept/],
    [['nowhere'], 2, /“nowhere” is no repository/],
    [['--limit', '0'], 2, /from 1 on/],
  ])('ends with %j as it should', async (args, expected, said) => {
    const { code, out, err } = await sweeps(...args);
    expect([code, out + err]).toEqual([expected, expect.stringMatching(said)]);
  });

  it('says where it looks when there is no database', async () => {
    const { code, err } = await remit('.', ['sweeps'], { REMIT_DATA: `${folder}/nowhere` });
    expect([code, err]).toEqual([2, expect.stringMatching(/REMIT_DATA or DATABASE_URL/)]);
  });
});
