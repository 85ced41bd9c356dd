import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A command line that can't be understood: one line for the reader, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

type ParsedOptions = Record<string, string | boolean | undefined>;

/** One option of a command. */
export interface Option {
  /** Takes a value, named so in the help; without it the option is a switch. */
  value?: string;
  /** What it does, as the help says it. */
  does: string;
}

/** A command of `dateline`. What it needs is loaded when it runs. */
export interface Command {
  /** Half a line for the list of commands. */
  does: string;
  /** The arguments after the name, as the help shows them: `FILE`; empty if there are none. */
  takes?: string;
  options?: Record<string, Option>;
  /** What to know and an example or two; lines of at most 100 characters. */
  help: string;
  /** Gives the exit code. */
  run(options: ParsedOptions, rest: string[]): Promise<number>;
}

/** Reads what stands after a command's name. Throws `UsageError`. */
export function parseOptions(
  name: string,
  { options = {}, takes = '' }: Command,
  args: string[],
): { options: ParsedOptions; rest: string[] } {
  const known: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const [key, { value }] of Object.entries(options)) known[key] = { type: value ? 'string' : 'boolean' };
  const hint = `See npm run -s dateline -- ${name} --help`;
  let parsed;
  try {
    parsed = parseArgs({ args, options: known, allowPositionals: true, strict: true });
  } catch (error) {
    const [what = ''] = (error as Error).message.split('. ');
    throw new UsageError(`${name}: ${what.replace(/^./, (letter) => letter.toLowerCase())}. ${hint}`);
  }
  const [least, most] = [
    (takes.match(/^[A-Z]/g) ?? []).length,
    takes.includes('…') ? Infinity : takes ? 1 : 0,
  ];
  const { values, positionals } = parsed;
  if (!values['help'] && (positionals.length < least || positionals.length > most)) {
    const what =
      positionals.length < least ? `${takes} is missing` : `too many arguments, got "${positionals[most]}"`;
    throw new UsageError(`${name}: ${what}. ${hint}`);
  }
  return { options: values as ParsedOptions, rest: positionals };
}

/** The page that `dateline --help` prints. */
export function listCommands(commands: Record<string, Command>): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`);
  return `Dateline: an article goes in, a story map comes out.

npm run -s dateline -- COMMAND [OPTIONS]

${lines.join('\n')}

COMMAND --help says more. Articles stand in seeds/, an editor's decisions in data/stories/,
the site comes out in dist/. npm start, npm run build and npm run dev are start, build and dev.
`;
}

/** The page that `dateline COMMAND --help` prints. */
export function describeCommand(name: string, { does, takes, options = {}, help }: Command): string {
  const flags = Object.entries(options).map(([key, { value, does }]) => [
    `--${key}${value ? ` ${value}` : ''}`,
    does,
  ]);
  const width = Math.max(0, ...flags.map(([flag]) => flag!.length));
  const lines = flags.map(([flag, says]) => `  ${flag!.padEnd(width)}  ${says}`);
  return [
    `dateline ${name}${takes ? ` ${takes}` : ''}: ${does}`,
    '',
    help.trim(),
    ...(lines.length > 0 ? ['', ...lines] : []),
    '',
  ].join('\n');
}

/** The known name within two letters of what was typed, or null. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const shares = (name: string) => {
    const letters = [...typed];
    return [...name].filter(
      (letter) => letters.includes(letter) && letters.splice(letters.indexOf(letter), 1),
    ).length;
  };
  return names.find((name) => Math.max(name.length, typed.length) - shares(name) <= 1) ?? null;
}
