/** Heights in CSS pixels: what the embed wants at its width, and the least that it can do with. */
export interface Heights {
  height: number;
  min: number;
}

/** What a host may have told the embed by its address. */
export interface HostHints {
  slug: string;
  /** `?childId=` of pym.js. */
  pym: string | null;
  /** `#?secret=` of WordPress. */
  secret: string | null;
}

/** Reads the hints of an embed's own address. */
export function hintsOf(slug: string, search: string, hash: string): HostHints {
  const secret = /[?&#]secret=(\w+)/.exec(hash)?.[1] ?? null;
  return { slug, pym: new URLSearchParams(search).get('childId'), secret };
}

/**
 * The messages that tell a height to every kind of host: our own element, AMP's `amp-iframe`, and, where the address
 * shows one, pym.js and WordPress.
 */
export function heightMessages({ height, min }: Heights, { slug, pym, secret }: HostHints): unknown[] {
  return [
    { type: 'dateline:height', slug, height, min },
    { sentinel: 'amp', type: 'embed-size', height },
    ...(pym === null ? [] : [['pym', pym, 'height', height].join('xPYMx')]),
    ...(secret === null ? [] : [{ message: 'height', value: height, secret }]),
  ];
}

/** A question of a host for the height: pym.js sends its width, WordPress says that it is ready. */
export function isHeightQuestion(data: unknown): boolean {
  if (typeof data === 'string') return /^pymxPYMx[\s\S]*xPYMxwidthxPYMx/.test(data);
  return typeof data === 'object' && data !== null && (data as { message?: unknown }).message === 'ready';
}

/**
 * Tells the host the height of the embed's content, in the frame in which it changes and only when it changes; again when
 * the host asks. A frame that isn't shown (`display: none`) has no width and tells nothing. Gives a stop function.
 */
export function watchHeights(root: HTMLElement, measure: () => Heights, hints: HostHints): () => void {
  let told = 0;
  let least = 0;
  const tell = (again: boolean) => {
    if (document.documentElement.clientWidth === 0) return;
    const heights = measure();
    if (!again && heights.height === told && heights.min === least) return;
    told = heights.height;
    least = heights.min;
    for (const message of heightMessages(heights, hints)) parent.postMessage(message, '*');
  };
  const hear = ({ source, data }: MessageEvent) => {
    if (source === parent && isHeightQuestion(data)) tell(true);
  };
  const observer = new ResizeObserver(() => tell(false));
  for (const child of root.children) observer.observe(child);
  addEventListener('message', hear);
  tell(false);
  return () => {
    observer.disconnect();
    removeEventListener('message', hear);
  };
}
