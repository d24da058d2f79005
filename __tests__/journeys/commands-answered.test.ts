import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ground, openGround, place } from '../contracts/emulated-github.ts';
import { answers, edit, givenBy, obey, say, shown, silently } from './giving.ts';

const byTeam = `${silently.files['.github/remit.yml']}commands:\n  who:\n    milestone: team:release\n`;
const hostile = '`@octo-lead-1` <img src=x> | #1\u2028/close';

let ground: Ground;
const open = async (configuration: string) => {
  ground = await openGround(
    { repositories: [{ owner: 'octo-org', name: 'octo-plans', collaborators: { 'octo-lead-1': 'write' } }] },
    { files: { '.github/remit.yml': configuration }, issues: [{ title: 'The gateway drops connections' }] },
  );
};
afterEach(() => ground.emulator.close());

describe('what can’t be known now', () => {
  beforeEach(() => open(byTeam));

  it('is answered as such, and obeyed as soon as it is known', async () => {
    const comment = await say(ground, '/milestone 1.4\n/area docs');
    const first = await obey(ground, givenBy(comment));
    expect(await shown(ground)).toMatchObject({ labels: ['area/docs'], milestone: null });
    expect(await answers(ground, comment)).toEqual({
      reactions: ['eyes'],
      replies: [expect.stringMatching(/line 1, `\/milestone 1\.4` can’t be answered now, .* no team release/)],
    });
    expect(first?.unanswered).toMatchObject({ tries: 1, added: { commands: [{ text: '/milestone 1.4' }] } });

    await makeTeam();
    const again = await obey(ground, first!.unanswered!);
    expect([(await shown(ground)).milestone, again?.unanswered]).toEqual(['1.4', null]);
    expect(await answers(ground, comment)).toEqual({ reactions: ['+1'], replies: [] });
  });

  it('is not obeyed any more when it was taken out of the comment meanwhile', async () => {
    const comment = await say(ground, '/milestone 1.4');
    const first = await obey(ground, givenBy(comment));
    await obey(ground, givenBy(await edit(ground, comment, 'Never mind.'), '/milestone 1.4'));
    expect(await answers(ground, comment)).toEqual({ reactions: [], replies: [] });
    await makeTeam();
    await obey(ground, first!.unanswered!);
    expect((await shown(ground)).milestone).toBeNull();
    expect(await answers(ground, comment)).toEqual({ reactions: [], replies: [] });
  });

  const makeTeam = () => ground.as('octo-lead-1').teams.create({ org: 'octo-org', name: 'release', privacy: 'closed' });
});

describe('what GitHub does not take', () => {
  beforeEach(() => open(silently.files['.github/remit.yml']));

  it('is answered as refused, and what it took is done', async () => {
    const comment = await say(ground, '/area docs\n/close');
    let isFirst = true;
    const github: typeof ground.github = {
      ...ground.github,
      async write(issue, effects, ids) {
        const taken = isFirst ? effects.filter((effect) => effect.do !== 'state') : effects;
        const requests = await ground.github.write(issue, taken, ids);
        if (isFirst) {
          isFirst = false;
          throw Object.assign(new Error('GitHub refused writing: no'), { name: 'Refused' });
        }
        return requests;
      },
    };
    await obey(ground, givenBy(comment), { github });
    expect(await shown(ground)).toMatchObject({ labels: ['area/docs'], state: 'open' });
    expect(await answers(ground, comment)).toEqual({
      reactions: ['confused'],
      replies: [expect.stringMatching(/-->\n- line 2, `\/close`: GitHub refused writing: no$/)],
    });
  });

  it('is a repository that it may not move the issue to; one that it may takes it along', async () => {
    const comment = await say(ground, '/transfer octo-nowhere');
    await obey(ground, givenBy(comment));
    expect((await answers(ground, comment)).reactions).toEqual(['confused']);
    const other = await say(ground, '/area docs\n/transfer octo-plans');
    await obey(ground, givenBy(other));
    const { data: moved } = await ground
      .as('octo-lead-1')
      .issues.get({ ...place, repo: 'octo-plans', issue_number: 1 });
    expect(moved.title).toBe('The gateway drops connections');
  });
});

describe('whatever people write', () => {
  beforeEach(() => open(silently.files['.github/remit.yml']));

  it('comes back as code that does nothing, and as the title that it is', async () => {
    const comment = await say(ground, `/milestone ${hostile}\n/label ${hostile}\n/retitle ${hostile}`);
    await obey(ground, givenBy(comment));
    const { replies, reactions } = await answers(ground, comment);
    expect(reactions).toEqual(['confused']);
    const [reply = ''] = replies;
    expect(reply.replace(/(`+)[^`].*?\1/g, '')).not.toMatch(/@|<img|#1/);
    expect(reply).not.toMatch(/^\//m);
  });
});
