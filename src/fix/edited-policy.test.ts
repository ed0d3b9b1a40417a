import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editedPolicy,
  nothingAllowed,
  type PolicyEdit,
  type TracedPolicy,
  withEdit,
} from './edited-policy.ts';
import { policy } from './judged.testing.ts';

const local = 'http://localhost:3000';
const app = 'https://app.example';
const base: TracedPolicy = {
  policy: policy({ headers: ['x-a'], credentials: true }),
  traces: [
    { part: 'origin', value: local, count: 2, exchangeIds: ['1', '2'], development: true },
    { part: 'method', value: 'GET', count: 2, exchangeIds: ['1', '2'], development: false },
    { part: 'header', value: 'x-a', count: 1, exchangeIds: ['1'], development: false },
    { part: 'credentials', value: 'include', count: 1, exchangeIds: ['2'], development: false },
  ],
};

const edit = fc.oneof(
  fc.record({
    type: fc.constantFrom('add', 'remove'),
    part: fc.constantFrom('origin', 'method', 'header', 'expose-header'),
    value: fc.constantFrom(local, app, 'GET', 'PUT', 'x-a', 'X-A', 'x-b'),
  }),
  fc.record({ type: fc.constant('credentials'), on: fc.boolean() }),
  fc.record({ type: fc.constant('max-age'), seconds: fc.option(fc.nat()) }),
  fc.record({ type: fc.constant('reset') }),
);

describe('editedPolicy', () => {
  it('without a change is its base', () => {
    expect(editedPolicy(base, [])).toEqual(base);
    expect(editedPolicy(nothingAllowed, [])).toEqual(nothingAllowed);
  });

  it('adds a production origin that nothing captured asked for, and says so', () => {
    const { policy: made, traces } = editedPolicy(base, [{ type: 'add', part: 'origin', value: app }]);
    expect(made.origins).toEqual([local, app]);
    expect(traces.filter(({ part }) => part === 'origin')).toEqual([
      base.traces[0],
      { part: 'origin', value: app, count: 0, exchangeIds: [], development: false },
    ]);
  });

  it('takes an entry out with its trace, and gives the trace back when it is added again', () => {
    const out: PolicyEdit = { type: 'remove', part: 'origin', value: local };
    expect(editedPolicy(base, [out]).policy.origins).toEqual([]);
    expect(editedPolicy(base, [out]).traces.map(({ part }) => part)).not.toContain('origin');
    expect(editedPolicy(base, [out, { ...out, type: 'add' }])).toEqual(base);
  });

  it('writes header names in lower case, and methods as they are', () => {
    const { policy: made } = editedPolicy(nothingAllowed, [
      { type: 'add', part: 'header', value: 'X-Api-Key' },
      { type: 'add', part: 'expose-header', value: 'ETag' },
      { type: 'add', part: 'method', value: 'PATCH' },
    ]);
    expect(made).toMatchObject({ headers: ['x-api-key'], exposeHeaders: ['etag'], methods: ['PATCH'] });
    const gone = editedPolicy(base, [{ type: 'remove', part: 'header', value: 'X-A' }]);
    expect(gone.policy.headers).toEqual([]);
  });

  it('switches credentials, their trace with them, and sets the age', () => {
    const off = editedPolicy(base, [{ type: 'credentials', on: false }]);
    expect(off.policy.credentials).toBe(false);
    expect(off.traces.map(({ part }) => part)).not.toContain('credentials');
    const on = editedPolicy(nothingAllowed, [{ type: 'credentials', on: true }]);
    expect(on.traces).toEqual([
      { part: 'credentials', value: 'include', count: 0, exchangeIds: [], development: false },
    ]);
    expect(editedPolicy(base, [{ type: 'max-age', seconds: 600 }]).policy.maxAge).toBe(600);
  });

  it('keeps what traffic brings after the change', () => {
    const edits: readonly PolicyEdit[] = [{ type: 'add', part: 'origin', value: app }];
    const later = { ...base, policy: { ...base.policy, methods: ['GET', 'PUT'] } };
    expect(editedPolicy(later, edits).policy).toMatchObject({
      origins: [local, app],
      methods: ['GET', 'PUT'],
    });
  });

  it('goes back to its base', () => {
    const edits = [{ type: 'add', part: 'origin', value: app } as const, { type: 'reset' } as const];
    expect(editedPolicy(base, edits)).toEqual(base);
    expect(withEdit(edits, { type: 'reset' })).toEqual([]);
  });
});

describe('withEdit', () => {
  it('comes to the same as all changes one after the other, in no more than one for each entry', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const kept = edits.reduce<readonly PolicyEdit[]>(withEdit, []);
        expect(editedPolicy(base, kept)).toEqual(editedPolicy(base, edits));
        expect(kept.length).toBeLessThanOrEqual(4 * 7 + 2);
      }),
    );
  });

  it('keeps every list a sorted set with a trace for each entry', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const { policy: made, traces } = editedPolicy(base, edits);
        for (const [part, list] of [
          ['origin', made.origins],
          ['method', made.methods],
          ['header', made.headers],
          ['expose-header', made.exposeHeaders],
        ] as const) {
          expect(list).toEqual([...new Set(list)].sort());
          expect(traces.filter((trace) => trace.part === part).map(({ value }) => value)).toEqual(list);
        }
      }),
    );
  });
});
