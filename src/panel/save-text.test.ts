import { expect, test, vi } from 'vitest';
import { saveText } from './save-text.ts';

const picking = (written: string[], failure?: DOMException) => ({
  showSaveFilePicker: async () => {
    if (failure !== undefined) throw failure;
    return {
      createWritable: async () => ({
        write: async (text: string) => void written.push(text),
        close: async () => void written.push('closed'),
      }),
    };
  },
});

test('writes where the user says, whole, and downloads nothing', async () => {
  const written: string[] = [];
  const download = vi.fn();
  expect(await saveText('t.yaml', 'A: 1\n', download, picking(written))).toBe(true);
  expect(written).toEqual(['A: 1\n', 'closed']);
  expect(download).not.toHaveBeenCalled();
});

test.each([
  ['there is no picker', {}],
  ['the frame may not ask', picking([], new DOMException('frame', 'SecurityError'))],
])('downloads where %s', async (_name, scope) => {
  const download = vi.fn();
  expect(await saveText('t.yaml', 'A: 1\n', download, scope)).toBe(true);
  expect(download).toHaveBeenCalledExactlyOnceWith('t.yaml', 'A: 1\n', 'text/yaml');
});

test('a user who thinks better of it gets nothing', async () => {
  const download = vi.fn();
  const scope = picking([], new DOMException('aborted', 'AbortError'));
  expect(await saveText('t.yaml', 'A: 1\n', download, scope)).toBe(false);
  expect(download).not.toHaveBeenCalled();
});
