import type { IncomingMessage } from 'node:http';
import { type Identity, isIdentity } from '../../access/identify.ts';
import type { Finding } from '../../domain/finding.ts';
import { inShort } from '../../rulesets/words.ts';
import { isStaffNumber } from '../../usecases/people/account-request.ts';
import { isScope } from '../needed.ts';
import type { Parameter, Route } from '../route.ts';

/** Whom a page shows as signed in while they do something by it: the cookie is of the whole browser, and may be another's by now. */
const personShown: Parameter = {
  name: 'Dixian-Person',
  in: 'header',
  required: false,
  description: {
    zh: '页面上所示登录人的工号；现在登录的是别人时不予办理',
    en: 'The staff number of whom the page shows as signed in: refused where it is somebody else by now',
  },
  schema: { type: 'string', pattern: '^[0-9A-Z][0-9A-Z-]{1,31}$' },
  problems: ['staffNumberMalformed', 'signedInAsAnother'],
  check: (text) => (isStaffNumber(text) ? null : { code: 'staffNumberMalformed', args: { value: inShort(text) } }),
};

/** The same route; what people alone do, and more than reading, with the header by which their page says who they are. */
export function takingPerson(route: Route): Route {
  const { method, scope, parameters = [] } = route;
  if (method === 'GET' || scope === null || isScope(scope)) return route;
  return { ...route, parameters: [...parameters, personShown] };
}

/**
 * Who asks, held to whom the page shows, before anything else is said to them.
 * @returns `signedInAsAnother` where they are somebody else
 */
export function asShown(who: Identity | Finding, { headers }: IncomingMessage): Identity | Finding {
  const shown = headers[personShown.name.toLowerCase()];
  const isOther = isIdentity(who) && who.kind === 'person' && typeof shown === 'string' && isStaffNumber(shown);
  if (!isOther || who.staffNumber === shown) return who;
  return { code: 'signedInAsAnother', severity: 'error', args: {} };
}
