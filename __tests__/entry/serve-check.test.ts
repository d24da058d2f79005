import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { aTree, remit } from './terminal.ts';

describe('remit serve --check', () => {
  it('says where the number of the App is not the key’s', async () => {
    const github = await startEmulator({ seed: { users: [{ login: 'octo-user-1' }] } });
    const env = {
      GHE_HOST: new URL(github.apiUrl).host,
      GHE_PROTOCOL: 'http',
      APP_ID: '5',
      PRIVATE_KEY: github.app.privateKey,
      WEBHOOK_SECRET: 'secret',
    };
    const { code, err } = await remit(aTree({}), ['serve', '--check'], env).finally(() => github.close());
    expect([code, err]).toEqual([2, expect.stringMatching(/does not accept APP_ID with this PRIVATE_KEY/)]);
  });
});
