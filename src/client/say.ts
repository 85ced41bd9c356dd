/**
 * Speaks one short sentence through the page's live region; for controls only, never for scrolling. The same sentence
 * twice is spoken twice.
 */
export function startSay(region: HTMLElement): (sentence: string) => void {
  return (sentence) => {
    region.textContent = '';
    requestAnimationFrame(() => {
      region.textContent = sentence;
    });
  };
}
