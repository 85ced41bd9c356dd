/** Tells how far long work has come. */
export interface Progress {
  /** `done` of `of`; call it as often as you like. */
  tick(done: number, of: number): void;
  /** Ends the line, with the time that it took. */
  end(words?: string): void;
}

const WIDTH = 24;

/**
 * A bar on a terminal; elsewhere one line at the beginning, each further quarter, and one at the end. Work that is over
 * within a second shows its end only.
 */
export function showProgress(name: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const began = performance.now();
  let shown = began;
  let quarter = 0;
  return {
    tick(done, of) {
      const now = performance.now();
      if (now - began < 1000 || done >= of) return;
      if (stream.isTTY) {
        if (now - shown < 100) return;
        shown = now;
        const filled = Math.floor((WIDTH * done) / of);
        stream.write(`\r${name} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${of}`);
      } else if (Math.floor((4 * done) / of) > quarter) {
        quarter = Math.floor((4 * done) / of);
        stream.write(`${name}: ${done} of ${of}\n`);
      }
    },
    end(words = '') {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      stream.write(`${stream.isTTY ? '\r\u001b[K' : ''}${name}${words ? `: ${words}` : ''} (${seconds} s)\n`);
    },
  };
}
