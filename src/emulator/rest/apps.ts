import { type Call, ok, type Routes } from '../http/call.ts';
import { notFound, unauthorized } from '../refusal.ts';
import { appShape } from '../shapes/account.ts';
import { appOf } from '../state/app.ts';
import type { App } from '../state/entities.ts';
import { findAccount } from '../state/look-up.ts';

/** Source: GitHub docs, REST API, Apps. */
export const appRoutes: Routes = {
  'GET /app': (call) => {
    assertApp(call);
    const { app, installations } = call.world.state;
    return ok({ ...shapeOf(call, app), installations_count: installations.size });
  },
  'GET /apps/{app_slug}': (call) => {
    const bot = findAccount(call.world.state, `${call.params.app_slug}[bot]`);
    if (!bot) throw notFound();
    return ok(shapeOf(call, appOf(call.world.state, bot)));
  },
};

/** The app belongs to the first owner that has it. */
function shapeOf({ world }: Call, app: App) {
  const [first] = app === world.state.app ? world.state.installations.values() : [];
  return appShape(world, app, first?.account ?? app.bot);
}

/** @throws Refusal 401 unless the app itself asks. */
export function assertApp(call: Call): void {
  if (!call.isApp) throw unauthorized('A JSON web token could not be decoded');
}
