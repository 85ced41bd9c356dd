import { z } from 'zod';
import { urlOf, type Site } from '../site.ts';
import { storySchema } from '../story/schema.ts';

/** Where the JSON Schema of `story.json` is published, below the site's base. */
export const SCHEMA_PATH = 'schema/story-1.json';

/**
 * The published JSON Schema (2020-12) of `dateline/story@1`, made of the schema that the build itself checks with.
 *
 * It allows more fields than it names: fields may be added, and served stories may carry `quote`.
 */
export function storyJsonSchema(site: Site): Record<string, unknown> {
  const schema = z.toJSONSchema(storySchema, { target: 'draft-2020-12', io: 'input' });
  return { ...schema, $id: urlOf(site, SCHEMA_PATH), title: 'Dateline story, version 1' };
}
