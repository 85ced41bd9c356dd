import { isMap, parseDocument } from 'yaml';
import { readDecisions } from './read-decisions.ts';

/** The line that makes editors complete keys and show their sentences. */
const HEAD = '# yaml-language-server: $schema=../decisions.schema.json\n';

/** Keys to set, nested as in the file; null takes a key out. */
export interface Patch {
  [key: string]: string | number | boolean | null | readonly unknown[] | Patch;
}

/**
 * The decisions file with some keys set; comments, order and every other word stay as they are. `text` is null where
 * there is no file yet. The result has been read: it throws `InputError` rather than give a file that can't be used.
 */
export function editDecisions(file: string, text: string | null, patch: Patch): string {
  const doc = parseDocument(text?.trim() ? text : HEAD);
  if (doc.errors.length > 0 || (doc.contents !== null && !isMap(doc.contents)))
    readDecisions(file, text ?? '');
  const set = (path: string[], value: Patch[string]): void => {
    if (value === null) doc.deleteIn(path);
    else if (isPatch(value)) {
      if (!isMap(doc.getIn(path))) doc.setIn(path, doc.createNode({}));
      for (const [key, inner] of Object.entries(value)) set([...path, key], inner);
    } else doc.setIn(path, doc.createNode(value, { flow: true }));
  };
  for (const [key, value] of Object.entries(patch)) set([key], value);
  const edited = doc.toString({ lineWidth: 0, flowCollectionPadding: true });
  readDecisions(file, edited);
  return edited;
}

/** True for keys within keys; a list is a value. */
export function isPatch(value: Patch[string] | undefined): value is Patch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
