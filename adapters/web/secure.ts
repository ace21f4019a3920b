/** What every answer of the server says to the browser, and which requests it does not answer at all. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import type { Site } from './address.ts';

const nothing = ["'none'"];
const own = ["'self'"];

/** Nothing is loaded but our own style and pictures; nobody may frame us. */
const policy = {
  defaultSrc: nothing,
  imgSrc: own,
  styleSrc: own,
  formAction: own,
  baseUri: nothing,
  frameAncestors: nothing,
};

/** A page of ours has one script at most, from our own file; it speaks with nobody but us. */
const scripted = { ...policy, scriptSrc: own, connectSrc: own };

const headersWith = (
  contentSecurityPolicy: typeof policy,
  referrerPolicy: 'no-referrer' | 'same-origin',
): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy,
    referrerPolicy,
    // What a part of the site says of itself stays.
    overwrite: false,
    // Who speaks HTTPS for us decides whether there is no way back from it.
    strictTransportSecurity: false,
  });

export const plainHeaders = headersWith(policy, 'no-referrer');
/** A form's origin is not sent where nothing is to be known of where it comes from (Fetch, 3.2). */
export const scriptedHeaders = headersWith(scripted, 'same-origin');

/** Characters that a person may type are far fewer. */
const mostBytes = 64 * 1024;

export const limitBody = bodyLimit({ maxSize: mostBytes });

/** A form on another site can not make our visitors do things here. A proxy may speak HTTPS for us: our own name counts too. */
export const sameOrigin = ({ base }: Site): MiddlewareHandler =>
  csrf({
    origin: (origin, { req }) => [new URL(req.url).origin, new URL(base).origin].includes(origin),
  });

/** Another name that leads to this machine is not ours: 421 (RFC 9110, 15.5.20). */
export const ownHost =
  ({ isOwnHost }: Site): MiddlewareHandler =>
  async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (isOwnHost(hostname)) return next();
    return context.text(`This server does not answer as ${hostname}. PUBLIC_URL tells it its name.\n`, 421);
  };
