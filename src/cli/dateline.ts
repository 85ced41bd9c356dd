#!/usr/bin/env node
import { styleText } from 'node:util';
import { formatProblem, InputError } from '../errors.ts';
import { commands } from './commands.ts';
import { describeCommand, listCommands, nearestName, parseOptions, UsageError } from './usage.ts';

/** Runs one command line and gives its exit code: 0, 1 for bad input or a refusal, 2 for a wrong command line. */
export async function main([name, ...args]: string[]): Promise<number> {
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(listCommands(commands));
      return 0;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) {
      const near = nearestName(name, Object.keys(commands));
      throw new UsageError(
        `unknown command "${name}". ${near ? `Did you mean ${near}?` : 'See npm run -s dateline -- --help'}`,
      );
    }
    const { options, rest } = parseOptions(name, command, args);
    if (options['help']) {
      process.stdout.write(describeCommand(name, command));
      return 0;
    }
    return await command.run(options, rest);
  } catch (error) {
    const bad = (words: string) =>
      process.stderr.write(`${styleText('red', words, { stream: process.stderr })}\n`);
    if (error instanceof UsageError) {
      bad(`dateline: ${error.message}`);
      return 2;
    }
    if (error instanceof InputError) {
      for (const problem of error.problems) bad(formatProblem(problem));
      return 1;
    }
    throw error;
  }
}

/** Who reads us may have had enough (`| head -1`): the rest goes nowhere, and what is being written is finished. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

if (import.meta.main) {
  process.stdout.on('error', ignoreClosed);
  process.stderr.on('error', ignoreClosed);
  process.exitCode = await main(process.argv.slice(2));
}
