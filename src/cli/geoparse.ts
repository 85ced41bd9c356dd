import type { Readable, Writable } from 'node:stream';
import { parseArticle } from '../article/parse.ts';
import { loadGazetteer, type Gazetteer } from '../places/gazetteer.ts';
import { geoparse } from '../places/geoparse.ts';
import type { Toponym } from '../places/place.ts';
import { answerLines, textOf, type JsonLine } from './jsonl.ts';

/**
 * `dateline geoparse`: articles in, their names of places out, as JSON lines.
 *
 * In `{"id", "text", "home"?}`, out `{"id", "toponyms": [{"start", "end", "name", "role", "status", "id", "kind",
 * "country", "lat", "lon", "geonameid", "confidence"}]}`. Gives the exit code, 1 if any line was bad.
 */
export function runGeoparse(input: Readable, output: Writable): Promise<number> {
  const gazetteer = loadGazetteer();
  return answerLines(input, output, (line) => geoparseLine(line, gazetteer));
}

/** One line's answer. Throws a TypeError for a line without a text, or with a `home` that is no region's code. */
export function geoparseLine(line: JsonLine, gazetteer: Gazetteer): Record<string, unknown> {
  const text = textOf(line, 'text');
  const home = line['home'] ?? null;
  if (home !== null && !(typeof home === 'string' && /^[A-Z]{2}(?:[.-][A-Za-z0-9 ]{1,40})?$/.test(home)))
    throw new TypeError(
      `"home" is no region, got ${JSON.stringify(home)}: write a country's code or "US.OH"`,
    );
  const { toponyms } = geoparse(parseArticle(text), gazetteer, { home });
  return { id: line['id'] ?? null, toponyms: toponyms.map(rowOf) };
}

function rowOf({ start, end, name, role, resolution, confidence }: Toponym): Record<string, unknown> {
  const { status, place } = resolution;
  return {
    start,
    end,
    name,
    role,
    status,
    id: place?.id ?? null,
    kind: place?.kind ?? null,
    country: place?.country ?? null,
    lat: place?.lngLat?.[1] ?? null,
    lon: place?.lngLat?.[0] ?? null,
    geonameid: place?.geonameid ?? null,
    confidence,
  };
}
