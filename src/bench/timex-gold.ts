import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { TimexType } from '../dates/timex.ts';

/** A time phrase as a corpus or our answer has it. */
export interface GoldTimex {
  start: number;
  end: number;
  text: string;
  type: TimexType;
  value: string;
}

/** An event word; `time` is FUTURE, NON_FUTURE or something that says neither. */
export interface GoldEvent {
  id: string;
  start: number;
  end: number;
  time: string;
}

export interface GoldLink {
  rel: string;
  src: string[];
  tgt: string[];
  kind: string;
}

/** One article of a corpus; `events` and `relations` only where it has them. */
export interface GoldDates {
  id: string;
  dct: string;
  text: string;
  timexes: GoldTimex[];
  events: GoldEvent[];
  relations: GoldLink[];
}

/** The corpora `DIR/time/*.jsonl` by name, in order; none without the folder. */
export function readDateCorpora(dir: string): { name: string; articles: GoldDates[] }[] {
  const folder = `${dir}/time`;
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  return names.sort().map((file) => ({
    name: file.slice(0, -6),
    articles: readFileSync(`${folder}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const article = JSON.parse(line) as Partial<GoldDates> &
          Pick<GoldDates, 'id' | 'dct' | 'text' | 'timexes'>;
        return { ...article, events: article.events ?? [], relations: article.relations ?? [] };
      }),
  }));
}

/**
 * True for the first half of the articles, by which rules were made: FNV-1a of the id is even. The second half was kept
 * from sight until its value F1 was 71.7 (AQUAINT) and 78.0 (MEANTIME); then its errors were read as well.
 */
export function isFirstHalf({ id }: { id: string }): boolean {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  return (hash >>> 0) % 2 === 0;
}
