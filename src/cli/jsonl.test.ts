import { PassThrough, Readable, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { answerLines, textOf } from './jsonl.ts';

async function run(
  input: string,
  answer = (line: Record<string, unknown>) => ({ id: line['id'], text: textOf(line, 'text') }),
) {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await answerLines(Readable.from([input]), output, answer);
  return {
    code,
    lines: Buffer.concat(chunks)
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown),
  };
}

it('answers each line in order, skips blank ones, and ends with 0', async () => {
  expect(await run('{"id":1,"text":"a"}\n\n  \r\n{"id":"b","text":""}')).toEqual({
    code: 0,
    lines: [
      { id: 1, text: 'a' },
      { id: 'b', text: '' },
    ],
  });
});

it('answers a bad line with its error and goes on, and ends with 1', async () => {
  const { code, lines } = await run('nope\n{"id":7}\n[1]\n{"id":8,"text":"x"}\n');
  expect(code).toBe(1);
  expect(lines).toEqual([
    { id: null, error: expect.stringContaining('JSON') as string },
    { id: 7, error: '"text" is missing: write {"id": …, "text": "…"}' },
    { id: null, error: 'not a JSON object: write {"id": …, "text": "…"}' },
    { id: 8, text: 'x' },
  ]);
});

it('gives nothing for nothing', async () => {
  expect(await run('')).toEqual({ code: 0, lines: [] });
});

it('waits for a slow reader instead of piling lines up', async () => {
  let held = 0;
  let most = 0;
  const slow = new Writable({
    highWaterMark: 64,
    write(chunk: Buffer, _, done) {
      most = Math.max(most, held - Number((JSON.parse(chunk.toString()) as { id: number }).id));
      setImmediate(done);
    },
  });
  const lines = Array.from({ length: 500 }, (_, id) => `{"id":${id}}\n`);
  await answerLines(Readable.from(lines), slow, ({ id }) => ({ id: (held = Number(id)) }));
  expect(most).toBeLessThan(50);
  expect(slow.listenerCount('close') + slow.listenerCount('drain')).toBeLessThan(3);
});

it('stops without a fault when nobody reads any more', async () => {
  const gone = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  });
  let asked = 0;
  gone.on('error', () => undefined); // as the command line has it
  const lines = Array.from({ length: 500 }, (_, id) => `{"id":${id}}\n`);
  expect(await answerLines(Readable.from(lines), gone, () => ({ asked: (asked += 1) }))).toBe(0);
  expect(asked).toBeLessThan(5);
});
