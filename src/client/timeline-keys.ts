/**
 * The index that a key leads to among the timeline's items: arrows along reading direction, Home and End; null for any
 * other key. It stops at the ends.
 */
export function nextItem(key: string, index: number, count: number, rtl = false): number | null {
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  if (count === 0) return null;
  if (key === forward || key === 'ArrowDown') return Math.min(count - 1, index + 1);
  if (key === back || key === 'ArrowUp') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
