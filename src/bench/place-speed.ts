import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArticle } from '../article/parse.ts';
import { cacheDir } from '../cache.ts';
import { openGazetteer, type Gazetteer } from '../places/gazetteer.ts';
import { geoparse } from '../places/geoparse.ts';

/**
 * An article of some 350 words made of invented news, so that speed needs no corpus. It names two or three times as many
 * places as news do.
 */
const SENTENCES = [
  'OAKVILLE, Ont. – The mayor of Lyon met Dutch officials in Rotterdam on Tuesday, two days after a storm hit Cardiff.',
  'The talks lasted three hours, and neither side would say what had been decided or when they would meet again.',
  'Maria Lopez, a teacher from Fresno, California, said that the bridge between Porto and Vila Nova de Gaia would close.',
  'She had waited for two years, she told a reporter, and would not believe it before the last stone was laid.',
  'Officials in Nairobi and Kampala agreed to reopen the railway, and Kenya’s president thanked the European Union.',
  'Most of the money comes from a fund that was set up after the war, and nobody knows how long it will last.',
  'Police in Springfield, Ill., arrested two men near the Illinois River after a chase that began in Peoria.',
  'Both were taken to hospital, where doctors said that they were in good health and could leave in the morning.',
  'The company, which has offices in Oslo, Seoul and Mexico City, sells fish from the Barents Sea to Japanese shops.',
  'Sales rose by four percent in the first half of the year, but the price of fuel ate up most of the gain.',
  'Washington said that it would talk to Beijing, while Brussels waited; Paris Hilton was not in Paris, Texas.',
  'A decision is expected before the end of the month, when the ministers return from their holidays.',
];

/**
 * Speed and memory by this machine: milliseconds an article, growth of time with length, load and memory. All by the
 * clock, medians of many runs: what a thread worked is counted in steps of some milliseconds, more than an article takes.
 */
export function measureSpeed(gazetteer: Gazetteer): Record<string, number> {
  const text = Array.from({ length: 18 }, (_, i) => SENTENCES[i % SENTENCES.length]).join('\n\n');
  const words = text.split(/\s+/).length;
  const article = parseArticle(text);
  const run = (): number => timed(() => geoparse(article, gazetteer));
  for (let i = 0; i < 150; i += 1) run();
  const each = Array.from({ length: 101 }, run).sort((a, b) => a - b);
  const milliseconds = ((each[50] ?? 0) * 350) / words;
  const loads = Array.from({ length: 5 }, () => timed(() => openGazetteer(cacheDir('gazetteer')))).sort(
    (a, b) => a - b,
  );
  const memory = gazetteerMemory();
  return {
    'words of the article': words,
    'ms for 350 words, warm, median': round(milliseconds),
    'articles of 350 words a second': Math.round(1000 / milliseconds),
    'ms to load the gazetteer, median': round(loads[2] ?? 0),
    'MB of the gazetteer, heap and buffers': memory.own,
    'MB of the gazetteer, resident': memory.resident,
    'MB of the whole process, resident': Math.round(process.memoryUsage.rss() / 1e6),
    'time ratio, 400 kB to 100 kB of prose (linear: 4)': ratio((n) => text.repeat(n)),
    'time ratio, one word repeated': ratio((n) => 'Springfield '.repeat(n * 190)),
    "time ratio, a person's name that is a state's": ratio((n) =>
      'Michael Jordan met Jordan. '.repeat(n * 85),
    ),
    'time ratio, lists of counties': ratio((n) => 'Orange, Lake and Cook counties, '.repeat(n * 70)),
    'time ratio, one word without end': ratio((n) => 'A'.repeat(n * 23_000)),
    'time ratio, full stops without end': ratio((n) => `A${'.'.repeat(n * 23_000)}`),
    'time ratio, another script': ratio((n) => 'Москва 北京 القاهرة '.repeat(n * 120)),
  };

  function ratio(make: (n: number) => string): number {
    const best = (n: number): number => {
      const long = parseArticle(make(n));
      return Math.min(...Array.from({ length: 5 }, () => timed(() => geoparse(long, gazetteer))));
    };
    best(45);
    return round(best(180) / Math.max(LEAST_MS, best(45)));
  }
}

/** What the gazetteer adds to a fresh process. */
function gazetteerMemory(): { own: number; resident: number } {
  const script = fileURLToPath(new URL('gazetteer-memory.ts', import.meta.url));
  const out = execFileSync(process.execPath, ['--expose-gc', script], { encoding: 'utf8' });
  return JSON.parse(out) as { own: number; resident: number };
}

/** Less work than this can't be told from none. */
const LEAST_MS = 0.05;

function timed(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

const round = (value: number): number => Math.round(value * 100) / 100;
