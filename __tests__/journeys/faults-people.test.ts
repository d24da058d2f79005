import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reconcileIssue } from '../../src/engine/reconcile.ts';
import type { GitHub } from '../../src/model/ports.ts';
import { type Ground, issue, openGround, place } from '../contracts/emulated-github.ts';
import { charter, configuration, type House, open, openHouse } from './house.ts';
import { labelsWritten } from './written.ts';

const routes = `  routes:
    - title: gateway
      label: area/networking
`;
const files = { 'WORKING-GROUPS.md': charter, '.github/remit.yml': configuration + routes };
const here = { ...place, issue_number: 1 };

describe('a person and the bot that change the same label in the same second', () => {
  const second = new Date('2026-05-01T12:00:00.000Z');
  let ground: Ground;
  beforeEach(async () => {
    ground = await openGround({}, { files, labels: ['area/networking', 'P0', 'P1'] });
    ground.emulator.clock.set(second);
  });
  afterEach(() => ground.emulator.close());

  const lead = () => ground.as('octo-lead-1').issues;
  const openIssue = (labels: string[]) => lead().create({ ...place, title: 'The gateway drops connections', labels });
  const shown = async () => (await lead().listLabelsOnIssue(here)).data.map(({ name }) => name).sort();

  /** Looks at the issue; a person acts after it was read and before it is written. */
  async function lookWhile(act: () => Promise<unknown>): Promise<void> {
    let isFirst = true;
    const github: GitHub = {
      ...ground.github,
      installedAt: async () => '2026-01-01T00:00:00Z',
      async readIssue(...asked) {
        const reading = await ground.github.readIssue(...asked);
        if (isFirst) await act();
        isFirst = false;
        ground.emulator.clock.set(second);
        return reading;
      },
    };
    await reconcileIssue(issue(1), { github, clock: ground.emulator.clock });
  }
  const look = () => lookWhile(async () => {});

  it('add it once, where both add it', async () => {
    await openIssue([]);
    await lookWhile(() => lead().addLabels({ ...here, labels: ['area/networking'] }));
    await look();
    expect(await shown()).toEqual(['area/networking']);
    expect(labelsWritten(ground.emulator, 1)).toEqual([]);
  });

  it('take it off once, where both take it off', async () => {
    await openIssue(['P1']);
    await lead().addLabels({ ...here, labels: ['P0'] });
    await lookWhile(() => lead().removeLabel({ ...here, name: 'P1' }));
    await look();
    expect(await shown()).toEqual(['P0', 'area/networking']);
    expect(labelsWritten(ground.emulator, 1)).toEqual(['+area/networking']);
  });

  it('do not quarrel, where the person wants the opposite: the bot acts once, and the person’s next word is the last', async () => {
    await openIssue([]);
    await lookWhile(async () => {
      await lead().addLabels({ ...here, labels: ['area/networking'] });
      await lead().removeLabel({ ...here, name: 'area/networking' });
    });
    await look();
    await look();
    expect(labelsWritten(ground.emulator, 1)).toEqual(['+area/networking']);
    await lead().removeLabel({ ...here, name: 'area/networking' });
    for (let again = 0; again < 3; again++) await look();
    expect(await shown()).toEqual([]);
    expect(labelsWritten(ground.emulator, 1)).toEqual(['+area/networking']);
  });

  it('leave the priority that the person chose, whichever the bot was about to take off', async () => {
    await openIssue(['P1']);
    await lead().addLabels({ ...here, labels: ['P0'] });
    await lookWhile(async () => {
      await lead().removeLabel({ ...here, name: 'P0' });
      await lead().removeLabel({ ...here, name: 'P1' });
      await lead().addLabels({ ...here, labels: ['P1'] });
    });
    await look();
    await look();
    // The bot's answer was to what it had read, and took P1 off; it does not go on from there.
    expect(labelsWritten(ground.emulator, 1)).toEqual(['-P1', '+area/networking']);
    await lead().addLabels({ ...here, labels: ['P1'] });
    await look();
    expect(await shown()).toEqual(['P1', 'area/networking']);
  });
});

describe('a label storm by another bot', () => {
  let house: House;
  afterEach(() => house.close());

  it('is not answered: the bot changes the label three times a day at most, and no more after that', async () => {
    const speak = configuration.replace('triage:\n', 'triage:\n  speak: label\n');
    house = await openHouse({}, { files: { ...files, '.github/remit.yml': speak }, collaborators: collaborators() });
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    await house.settle();
    const storm = house.as('octo-ci[bot]');
    for (let round = 0; round < 20; round++) {
      const path = '/repos/{owner}/{repo}/issues/{number}/labels';
      await storm(`DELETE ${path}/{name}`, { number: 1, name: 'needs-owner' }).catch(() => null);
      await storm(`POST ${path}`, { number: 1, labels: ['area/config'] });
      await storm(`DELETE ${path}/{name}`, { number: 1, name: 'area/config' });
      await house.settle();
    }
    const written = labelsWritten(house.github, 1).filter((change) => change.endsWith('needs-owner'));
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThanOrEqual(3);
    expect(await house.comments(1)).toEqual([]);
    expect(await house.store.inbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });
});

function collaborators() {
  const people = ['octo-user-1', 'octo-lead-1', 'octo-lead-2', 'octo-ci[bot]'];
  return Object.fromEntries(people.map((login) => [login, 'write' as const]));
}
