import { build, type Rolldown } from 'vite';

/**
 * Bundles one file of `client/` into a classic script: no module needs CORS then, so that it runs on any host and in a
 * sandboxed frame. Minified, without a source map; the same source gives the same bytes.
 */
export async function buildClassic(input: string): Promise<string> {
  const result = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input, output: { format: 'iife', codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  return result.output[0].code;
}
