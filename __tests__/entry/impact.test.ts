import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { aRepository } from '../repository.ts';
import { remit } from './terminal.ts';

const table = (...groups: [name: string, forum: string][]) =>
  [
    '# Working groups',
    '',
    '| Group | Forum | Description |',
    '| --- | --- | --- |',
    ...groups.map(([name, forum]) => `| ${name} | [Forum](https://forum.example.org/c/${forum}) | Text |`),
    '',
  ].join('\n');

const before = table(['Docs', 'docs'], ['Config', 'config'], ['Networking', 'networking']);

describe('remit impact', () => {
  let github: Emulator;
  let env: Record<string, string>;

  beforeAll(async () => {
    github = await startEmulator({
      seed: {
        users: [{ login: 'octo-user-1' }],
        repositories: [
          {
            owner: 'octo-user-1',
            name: 'octo-repo',
            labels: ['area/docs', 'area/config', 'area/networking'],
            issues: Array.from({ length: 130 }, (_, index) => ({
              title: `Issue ${index}`,
              labels: [index < 120 ? 'area/config' : 'area/networking'],
            })),
          },
        ],
      },
    });
    env = {
      GITHUB_TOKEN: github.as('octo-user-1').token,
      GITHUB_API_URL: github.apiUrl,
      GITHUB_REPOSITORY: 'octo-user-1/octo-repo',
    };
  });
  afterAll(() => github.close());

  function aChange(text: string | null, more: Record<string, string> = {}): string {
    const repository = aRepository();
    repository.write({ 'WORKING-GROUPS.md': before });
    repository.commit();
    repository.write({ ...(text === null ? {} : { 'WORKING-GROUPS.md': text }), ...more });
    return repository.root;
  }

  it('does not take a folder within the repository for it', async () => {
    const root = aChange(table(['Docs', 'docs']), { 'src/index.js': '' });
    const { code, err } = await remit(join(root, 'src'), ['impact', '--base', 'main'], env);
    expect([code, err]).toEqual([2, expect.stringMatching(/topmost folder/)]);
  });

  it('tells where open issues go, all pages of them', async () => {
    const root = aChange(table(['Docs', 'docs'], ['Networking', 'networking']));
    const { code, out } = await remit(root, ['impact', '--base', 'main'], env);
    expect([code, out.split('\n')]).toEqual([
      0,
      [
        'Config is no group any more',
        '120 issues of Config become unowned (#120, #119, #118, #117, #116, …)',
        '“area/config” names no group any more, and stands on 120 open issues',
        '130 open issues looked at',
        '',
      ],
    ]);
  });

  it('tells it as JSON in the published shape', async () => {
    const root = aChange(table(['Docs', 'docs'], ['Settings', 'config'], ['Networking', 'networking']));
    const { code, out } = await remit(root, ['impact', '--base', 'main', '--json'], env);
    const validate = new Ajv2020().compile(JSON.parse(readFileSync('schema/impact.json', 'utf8')));
    const effect = JSON.parse(out);
    expect([code, validate(effect), effect.labels.renamed, effect.moves]).toEqual([
      0,
      true,
      [{ from: 'area/config', to: 'area/settings' }],
      [],
    ]);
  });

  it('asks GitHub nothing where nothing that governs has changed', async () => {
    const asked = github.requests.length;
    const { code, out } = await remit(aChange(null, { 'README.md': 'Text\n' }), ['impact', '--base', 'main'], env);
    expect([code, out]).toEqual([0, 'nothing that governs issues has changed\n']);
    expect(github.requests).toHaveLength(asked);
  });

  it('sees a change of the configuration alone', async () => {
    const root = aChange(null, { '.github/remit.yml': 'charter:\n  label: wg/{group}\n' });
    const { out } = await remit(root, ['impact', '--base', 'main'], env);
    expect(out).toMatch(/120 issues of Config become unowned/);
  });

  it('sees that a document was moved to where it governs', async () => {
    const repository = aRepository();
    repository.write({ 'groups.md': before });
    repository.commit();
    repository.git('mv', 'groups.md', 'WORKING-GROUPS.md');
    const { out } = await remit(repository.root, ['impact', '--base', 'main'], env);
    expect(out).toMatch(/120 issues without an owner move to Config/);
  });

  it('claims nothing where the document can’t be read', async () => {
    const { code, out } = await remit(aChange('Nothing of a table.\n'), ['impact', '--base', 'main'], env);
    expect([code, out]).toEqual([
      3,
      expect.stringMatching(/^the effect is not known: WORKING-GROUPS.md is no governance/),
    ]);
  });

  it.each([
    [['impact'], {}, 2, /--base/],
    [['impact', '--base', 'nothing'], {}, 2, /“nothing” is no commit/],
    [['impact', '--base', 'main'], { GITHUB_TOKEN: '' }, 2, /GITHUB_TOKEN is missing/],
    [['impact', '--base', 'main', '--repo', 'octo-user-1/nothing'], {}, 2, /octo-user-1\/nothing/],
    [['impact', '--base', 'main'], { GITHUB_API_URL: 'http://127.0.0.1:9' }, 3, /can’t be reached/],
  ])('%j with %j ends with %i', async (args, more, expected, message) => {
    const root = aChange(table(['Docs', 'docs']));
    const { code, err } = await remit(root, args, { ...env, ...(more as Record<string, string>) });
    expect([code, err]).toEqual([expected, expect.stringMatching(message)]);
  });
});
