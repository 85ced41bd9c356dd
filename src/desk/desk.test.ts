import type { HookParameters } from 'astro';
import { describe, expect, it, vi } from 'vitest';
import { reviewDesk } from './desk.ts';

const hooks = () => ({ addDevToolbarApp: vi.fn(), injectScript: vi.fn(), updateConfig: vi.fn() });
function setUp(command: string) {
  const given = hooks();
  const { integration } = reviewDesk('.', () => []);
  const hook = integration.hooks['astro:config:setup'];
  void hook?.({ command, ...given } as unknown as HookParameters<'astro:config:setup'>);
  return given;
}

describe('reviewDesk', () => {
  it.each(['build', 'preview', 'sync'])('adds nothing to %s', (command) => {
    for (const hook of Object.values(setUp(command))) expect(hook).not.toHaveBeenCalled();
  });

  it('adds the app and a token of its own to each dev server', () => {
    const tokens = [setUp('dev'), setUp('dev')].map(({ addDevToolbarApp, injectScript }) => {
      expect(addDevToolbarApp).toHaveBeenCalledOnce();
      const [stage, script] = injectScript.mock.calls[0] as [string, string];
      expect(stage).toBe('head-inline');
      return /^window\.datelineDesk = "([0-9a-f]{64})";$/.exec(script)?.[1];
    });
    expect(new Set(tokens).size).toBe(2);
    expect(tokens).not.toContain(undefined);
  });

  it('can be told that stories were derived before the server is up', () => {
    expect(() => reviewDesk('.', () => []).announce()).not.toThrow();
  });
});
