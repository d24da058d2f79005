import { type Call, ok, type Routes } from '../http/call.ts';
import { readBody } from '../http/read-body.ts';
import { hookConfigShape } from '../shapes/hook.ts';
import { assertApp } from './apps.ts';

/** Source: GitHub docs, REST API, Webhooks for a GitHub App. */
export const hookConfigRoutes: Routes = {
  'GET /app/hook/config': (call) => {
    assertApp(call);
    return ok(hookConfigShape(call.world.hook().target));
  },
  'PATCH /app/hook/config': changeConfig,
};

/** What the body does not speak of stays. */
function changeConfig(call: Call) {
  assertApp(call);
  const { target } = call.world.hook();
  const changes = readBody(call.body, (fields) => ({
    url: addressIn(fields.text('url'), fields.fault),
    secret: fields.text('secret'),
    contentType: fields.choice('content_type', ['json', 'form']),
    insecureSsl: fields.choice('insecure_ssl', ['0', '1']),
  }));
  Object.assign(target, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
  return ok(hookConfigShape(target));
}

function addressIn(url: string | undefined, fault: (message: string) => void): string | undefined {
  if (url !== undefined && !URL.canParse(url)) fault(`${url} is not a valid url.`);
  return url;
}
