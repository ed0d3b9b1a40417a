import { useEffect, useState } from 'preact/hooks';

/** How long something stands still before it is told, in ms. */
const calmAfter = 1500;

/** The text once it has not changed for a while; nothing before its first change. */
export function useCalm(text: string): string {
  const [first] = useState(text);
  const [calm, setCalm] = useState('');
  const isNews = text !== first || calm !== '';
  useEffect(() => {
    if (!isNews) return;
    const timer = setTimeout(() => setCalm(text), calmAfter);
    return () => clearTimeout(timer);
  }, [text, isNews]);
  return calm;
}
