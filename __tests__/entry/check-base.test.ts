import { describe, expect, it } from '@jest/globals';
import { aRepository } from '../repository.ts';
import { aTree, remit } from './terminal.ts';

const old = '# Groups\n\n[a](#nowhere)\n';
const withNew = '# Groups\n\nA sentence more.\n\n[a](#nowhere)\n\n[b](#elsewhere)\n';

/** A repository whose `main` has an old finding, and whose working tree says something else. */
function aBranch(text: string, more: Record<string, string> = {}) {
  const repository = aRepository();
  repository.write({ 'WORKING-GROUPS.md': old, ...more });
  repository.commit();
  repository.git('checkout', '--quiet', '-b', 'work');
  repository.write({ 'WORKING-GROUPS.md': text });
  return repository;
}

const newsOf = (out: string): boolean[] =>
  JSON.parse(out).files.flatMap(({ findings }: { findings: { new: boolean }[] }) => findings.map((each) => each.new));

describe('remit check --base', () => {
  it('says of each finding whether it is new', async () => {
    const { root } = aBranch(withNew);
    const { code, out } = await remit(root, ['check', '--base', 'main', '--json']);
    expect(code).toBe(1);
    expect(newsOf(out)).toEqual([false, true]);
    expect(JSON.parse(out).counts).toMatchObject({ error: 2, new: 1 });
  });

  it('says so at a terminal', async () => {
    const { out } = await remit(aBranch(withNew).root, ['check', '--base', 'main']);
    expect(out).toMatch(/5:1.*dead-fragment {2}known$/m);
    expect(out).toMatch(/7:1.*dead-fragment$/m);
    expect(out).toMatch(/2 problems \(2 errors; 1 new, 1 known\)/);
  });

  it('says nothing of it without a base', async () => {
    const { out } = await remit(aBranch(withNew).root, ['check', '--json']);
    expect(newsOf(out)).toEqual([null, null]);
  });

  it('knows a renamed document by its old name', async () => {
    const { root, git, commit } = aBranch(old);
    git('mv', 'WORKING-GROUPS.md', 'GROUPS.md');
    commit();
    const { out } = await remit(root, ['check', 'GROUPS.md', '--base', 'main', '--json']);
    expect(newsOf(out)).toEqual([false]);
  });

  it('calls everything new in a document that the base has not', async () => {
    const { root, write } = aBranch(old);
    write({ 'NEW.md': '[b](#elsewhere)\n' });
    const { out } = await remit(root, ['check', 'NEW.md', 'WORKING-GROUPS.md', '--base', 'main', '--json']);
    expect(newsOf(out)).toEqual([true, false]);
  });

  it('compares what is on stdin, and documents that are named from a folder below', async () => {
    const { root, write } = aBranch(withNew);
    write({ 'docs/a.md': '' });
    const stdin = await remit(root, ['check', '-', '--base', 'main', '--json'], {}, withNew);
    expect(newsOf(stdin.out)).toEqual([false, true]);
    const below = await remit(`${root}/docs`, ['check', '../WORKING-GROUPS.md', '--base', 'main', '--json']);
    expect(newsOf(below.out)).toEqual([false, true]);
    const absolute = await remit(`${root}/docs`, ['check', `${root}/WORKING-GROUPS.md`, '--base', 'main', '--json']);
    expect(newsOf(absolute.out)).toEqual([false, true]);
  });

  it.each([
    ['a base that there is not', 'nowhere', /“nowhere” is no commit/],
    ['an option in the place of a base', '--output=x', /--base|is no name/],
  ])('ends with 2 for %s, and fixes nothing', async (_what, base, message) => {
    const { root } = aBranch('<!-- remit-disable row-cells -->\n');
    const { code, out, err } = await remit(root, ['check', '--base', base, '--fix']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});

describe('remit check --fail-on new', () => {
  it('passes where all findings are known', async () => {
    const { code, out } = await remit(aBranch(old).root, ['check', '--base', 'main', '--fail-on', 'new']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/1 problem/) });
  });

  it('fails where an error or a warning is new, and not for a note', async () => {
    const { root, write } = aBranch(withNew);
    const args = ['check', '--base', 'main', '--fail-on', 'new'];
    expect((await remit(root, args)).code).toBe(1);
    write({ '.github/remit.yml': 'check:\n  rules:\n    dead-fragment: warning\n' });
    expect((await remit(root, args)).code).toBe(1);
    write({ '.github/remit.yml': 'check:\n  rules:\n    dead-fragment: info\n' });
    expect((await remit(root, args)).code).toBe(0);
  });

  it('can stand in the configuration', async () => {
    const { root, write } = aBranch(old);
    write({ '.github/remit.yml': 'check:\n  fail-on: new\n' });
    expect((await remit(root, ['check', '--base', 'main'])).code).toBe(0);
    expect(await remit(root, ['check'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/check\.fail-on.*--base/),
    });
    expect((await remit(root, ['check', '--fail-on', 'error'])).code).toBe(1);
  });

  it('is refused without a base', async () => {
    const { code, out, err } = await remit(aTree({ 'WORKING-GROUPS.md': old }), ['check', '--fail-on', 'new']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/--fail-on new needs.*--base <ref>/);
  });
});
