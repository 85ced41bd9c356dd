import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runDates } from './dates.ts';

async function run(...lines: string[]): Promise<{ exitCode: number; answers: Record<string, unknown>[] }> {
  const written: string[] = [];
  const output = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  const exitCode = await runDates(Readable.from(lines.map((line) => `${line}\n`)), output);
  const answers = written.join('').split('\n').filter(Boolean);
  return { exitCode, answers: answers.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('dateline dates', () => {
  it('answers each line with its time phrases, in order', async () => {
    const { exitCode, answers } = await run(
      '{"id":"a","text":"He left on Monday.","dct":"2024-08-13"}',
      '{"id":2,"text":"Nothing here.","dct":"2024-08-13"}',
    );
    expect(exitCode).toBe(0);
    expect(answers).toEqual([
      { id: 'a', timexes: [{ start: 11, end: 17, text: 'Monday', type: 'DATE', value: '2024-08-12' }] },
      { id: 2, timexes: [] },
    ]);
  });

  it('goes on after a line without a day, and exits with 1', async () => {
    const { exitCode, answers } = await run(
      '{"id":"a","text":"He left on Monday."}',
      '{"id":"b","text":"He left.","dct":"13 August"}',
      '',
      '{"id":"c","text":"He left today.","dct":"2024-08-13"}',
    );
    expect(exitCode).toBe(1);
    expect(answers.map(({ id, error }) => [id, error])).toEqual([
      ['a', '"dct" is missing: write {"id": …, "dct": "…"}'],
      ['b', '"dct" is no day, got "13 August": write it as "2024-08-13"'],
      ['c', undefined],
    ]);
  });
});
