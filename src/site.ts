import { InputError } from './errors.ts';

/** Where the site will stand. `base` begins and ends with a slash; `origin` has none at its end. */
export interface Site {
  origin: string;
  base: string;
  /** False where SITE_URL is unset and the address is only this machine's. */
  public: boolean;
}

/** Reads SITE_URL, `https://x.org/maps/`; unset or empty means http://localhost:4321/. Throws `InputError`. */
export function readSite(value: string | undefined): Site {
  const given = value?.trim() || 'http://localhost:4321/';
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new InputError({
      file: 'SITE_URL',
      what: 'not an address that a site can stand at',
      got: given,
      mend: 'Write it as https://x.org/maps/',
    });
  }
  return { origin: url.origin, base: url.pathname.replace(/\/*$/, '/'), public: Boolean(value?.trim()) };
}

/** The full address of a path below the site's base: `urlOf(site, 'stories/x/')`. */
export function urlOf(site: Site, path: string): string {
  return `${site.origin}${site.base}${path.replace(/^\/+/, '')}`;
}
