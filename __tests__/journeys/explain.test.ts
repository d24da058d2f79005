import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { anEmbeddedFolder } from '../embedded-folder.ts';
import { remit } from '../entry/terminal.ts';
import { addLabels, charter, commit, type House, open, openHouse } from './house.ts';

const issue = 'octo-org/octo-repo#1';
const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schema/explain.json', 'utf8')));

describe('remit explain', () => {
  const folder = anEmbeddedFolder();
  let house: House;
  let token: Record<string, string>;
  let whileServing: Awaited<ReturnType<typeof remit>>;
  let timeline: Awaited<ReturnType<typeof remit>>;

  beforeAll(async () => {
    house = await openHouse({ database: { kind: 'embedded', folder } });
    token = { GITHUB_API_URL: house.github.apiUrl, GITHUB_TOKEN: house.github.as('octo-lead-1').token };
    await open(house.as('octo-user-1'), 'A secret title');
    await house.settle();
    await addLabels(house.as('octo-lead-2'), 1, 'area/config', 'P1');
    await house.settle();
    await commit(house.as('octo-lead-1'), 'WORKING-GROUPS.md', charter.replace(/\| Config.*\n/, ''));
    await house.settle();
    whileServing = await remit('.', ['explain', issue], { REMIT_DATA: folder });
    timeline = await remit('.', ['explain', issue, '--timeline', '--json'], token);
    await house.bot.stop();
    await house.store.close();
  });
  afterAll(async () => {
    await house.github.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells who did what, what Remit did after it, and by which line of which document', async () => {
    const { code, out } = await remit('.', ['explain', issue], { REMIT_DATA: folder });
    expect(code).toBe(0);
    const told = out.split('\n').map((line) => line.replace(/^[-\d]+ [:\d]+ {2}|^ +/, ''));
    expect(told).toEqual(
      expect.arrayContaining([
        'octo-user-1 opened the issue',
        'Remit put up a checklist',
        'after octo-user-1 opened the issue',
        'octo-lead-2 added the label “area/config”',
        'Remit changed its checklist',
        expect.stringMatching(/^✓ owner: .*Config/),
        expect.stringMatching(
          /^WORKING-GROUPS.md line \d+ at \w{7}: http\S+\/blob\/\w{40}\/WORKING-GROUPS.md\?plain=1#L\d+$/,
        ),
        'after octo-lead-1 pushed to the default branch',
        'No group owns it; it still needs: milestone, owner.',
      ]),
    );
    const order = ['opened the issue', 'put up', 'area/config', '✓ owner', 'pushed to', 'No group'].map((text) =>
      out.indexOf(text),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(out).not.toContain('secret');
  });

  it('tells it in the published shape', async () => {
    const { out } = await remit('.', ['explain', issue, '--json'], { REMIT_DATA: folder });
    const story = JSON.parse(out);
    expect([validate(story), validate.errors]).toEqual([true, null]);
    expect(story).toMatchObject({ issue, from: 'ledger' });
    expect(story.story[0]).toMatchObject({ kind: 'opened', by: 'octo-user-1' });
  });

  it('tells it from the timeline where there is no database, with what is found now', () => {
    const story = JSON.parse(timeline.out);
    expect([validate(story), validate.errors]).toEqual([true, null]);
    expect(story.from).toBe('timeline');
    expect(story.story.map((event: { text: string }) => event.text)).toEqual([
      'octo-user-1 opened the issue',
      'octo-lead-2 added the label “area/config”',
      'octo-lead-2 added the label “P1”',
      'Remit was asked what it finds, and wrote nothing',
    ]);
    expect(story.story.at(-1)).toMatchObject({ kind: 'found', open: ['milestone', 'owner'] });
  });

  it.each([
    ['a document', {}, /^Who owns it is not known; it still needs: milestone, priority\.$/m],
    [
      'a configuration',
      { '.github/remit.yml': 'triage: 7\n' },
      /may write nothing: .*\n\nWhat it needs is not decided\.$/m,
    ],
  ])('claims nothing that is not known without %s that can be read', async (_, files, said) => {
    const repositories = [{ owner: 'octo-org', name: 'octo-repo', files, issues: [{ title: 'Hello' }] }];
    const github = await startEmulator({ seed: { users: [{ login: 'octo-lead-1' }], repositories } });
    const env = { GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: github.as('octo-lead-1').token };
    const { code, out } = await remit('.', ['explain', issue, '--timeline'], env).finally(() => github.close());
    expect([code, out]).toEqual([0, expect.stringMatching(said)]);
  });

  it('says what to do while the bot has the embedded database', () => {
    expect(whileServing.code).toBe(3);
    expect(whileServing.err).toMatch(/in use by process \d+.*stop.*DATABASE_URL.*--timeline/);
  });

  it('says what is needed where there is neither a database nor a token', async () => {
    const { code, err } = await remit('.', ['explain', issue], { REMIT_DATA: '/nowhere' });
    expect(code).toBe(1);
    expect(err).toMatch(/REMIT_DATA.*GITHUB_TOKEN/);
  });
});
