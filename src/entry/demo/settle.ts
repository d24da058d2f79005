import type { Emulator } from '../../emulator/emulator.ts';
import type { Inbox } from '../../model/ports.ts';

/**
 * Resolves when every delivery is made and the bot has worked off all that follows. What the bot writes causes
 * deliveries of its own, so it is quiet only when a round has brought nothing new.
 */
export async function settle(github: Emulator, inbox: Inbox): Promise<void> {
  let seen = -1;
  while (seen !== github.deliveries.length) {
    seen = github.deliveries.length;
    await github.settled();
    await inbox.idle();
    await github.settled();
  }
}
