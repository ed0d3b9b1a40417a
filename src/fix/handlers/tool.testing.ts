import { expect, it } from 'vitest';

interface Tool {
  readonly name: string;
  readonly isThere: boolean;
  /** Set where the tool may not be missing. */
  readonly demandedBy: 'CI' | 'CORS_INSPECTOR_PYTHON';
}

/**
 * Declares tests that need what not every machine has. Where it is missing, a test in their place says so in its name and
 * on the console; it fails where the environment demands the tool.
 */
export function itNeeds({ name, isThere, demandedBy }: Tool, declare: () => void): void {
  if (isThere) declare();
  else
    it(`NOT RUN: there is no ${name} here`, () => {
      console.warn(`NOT RUN: there is no ${name} here. Set ${demandedBy} to have this fail.`);
      expect(process.env[demandedBy], `${demandedBy} is set, so ${name} must be there`).toBeUndefined();
    });
}
