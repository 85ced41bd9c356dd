import { readFileSync } from 'node:fs';
import { readTable, cellList } from '../places/table.ts';

/** A toponym as a corpus has it; `demonym` where the corpus counts "Russian" as one, which is not to be found. */
export interface GoldToponym {
  start: number;
  end: number;
  name: string;
  lat: number | null;
  lon: number | null;
  demonym: boolean;
}

/** One article of a corpus; `index` is its place in the file. */
export interface GoldArticle {
  id: string;
  index: number;
  text: string;
  home: string | null;
  toponyms: GoldToponym[];
}

/** A prediction within 161 km (100 miles) is right: the measure of the published figures. */
export const NEAR_KM = 161;

/** Reads a corpus in JSON lines, `{id, text, home?, toponyms: [{start, end, name, lat, lon}]}`. */
export function readGold(file: string): GoldArticle[] {
  const demonyms = new Set(
    readTable('countries.tsv', ['demonyms']).flatMap((row) =>
      cellList(row.demonyms).map((name) => name.toLowerCase()),
    ),
  );
  for (const name of OTHER_DEMONYMS) demonyms.add(name);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const article = JSON.parse(line) as GoldArticle;
      const toponyms = article.toponyms.map((toponym) => ({
        ...toponym,
        demonym: demonyms.has(toponym.name.toLowerCase()),
      }));
      return { ...article, index, home: article.home ?? null, toponyms };
    });
}

/** Peoples without a country of their own in countries.tsv. */
const OTHER_DEMONYMS = 'english scottish welsh scots kurdish kurds korean koreans arab arabs european europeans african africans asian asians catalan catalans chechen chechens soviet soviets tibetan tibetans latin american texan texans californian californians western philippines'.split(' '); // prettier-ignore

/** The tuning half: every other article. The other half is only ever scored. */
export function isTuning(article: GoldArticle): boolean {
  return article.index % 2 === 0;
}
