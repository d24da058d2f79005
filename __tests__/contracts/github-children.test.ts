import { expect, it } from '@jest/globals';
import { openGround } from './emulated-github.ts';

const refOf = (number: number) => ({ owner: 'octo-org', repository: 'octo-repo', number });

it('an issue’s own sub-issues are told, closed ones too, with which of them have some themselves', async () => {
  const children = Array.from({ length: 100 }, (_, index) => ({
    title: `chapter ${index}`,
    parent: 1,
    state: index === 3 ? ('closed' as const) : ('open' as const),
  }));
  const issues = [{ title: 'a book' }, ...children, { title: 'a section', parent: 2 }];
  const { github, emulator } = await openGround({}, { issues });
  const found = await github.childrenOf(refOf(1));
  expect(found).toHaveLength(100);
  expect(found[0]).toEqual({ ref: refOf(2), state: 'open', isParent: true });
  expect(found[3]).toEqual({ ref: refOf(5), state: 'closed', isParent: false });
  expect(await github.childrenOf(refOf(3))).toEqual([]);
  expect(await github.childrenOf(refOf(9999))).toEqual([]);
  await emulator.close();
});
