import type { Completion } from './completion/completion.ts';

/** What the filter box's keys need to know and to do. */
interface Box {
  readonly completion: Completion;
  readonly isOpen: boolean;
  readonly active: number | null;
  open(asked: boolean): void;
  accept(at: number): void;
}

/** The combobox's keys; true where the key has done its work. Escape is the panel's, which asks the completion first. */
export function handleKey(event: KeyboardEvent, { completion, isOpen, active, open, accept }: Box): boolean {
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (isOpen) completion.move(event.key === 'ArrowDown' ? 1 : -1);
      else open(true);
      return true;
    case ' ':
      if (!event.ctrlKey) return false;
      open(true);
      return true;
    case 'Enter':
      if (active !== null) accept(active);
      else completion.close();
      return true;
    case 'Tab':
      if (!isOpen || event.shiftKey) return false;
      accept(active ?? 0);
      return true;
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'Home':
    case 'End':
      completion.close();
      return false;
    default:
      return false;
  }
}
