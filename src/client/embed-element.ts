/**
 * `/embed.js`: the element `<story-map src="…/stories/x/">`, which puts the story's embed in place of its content and
 * gives it the height that it asks for. Until it runs, or where it can't, the publisher's own link and picture stand.
 *
 * A classic script, safe to load twice. What it accepts today it accepts for ever.
 */

/** Heights outside of this range, in CSS pixels, are mistakes or mischief. */
const LEAST = 50;
const MOST = 5000;

/**
 * Height in pixels before the embed has spoken, near to what it asks for, so that little moves: the map's own, and rows
 * that from 590 pixels on hold a line for each event.
 */
export function firstHeight(width: number): number {
  return Math.round(Math.max(465, Math.min(0.62 * width, 448) + (width < 590 ? 225 : 275)));
}

/** A height that may be set: a finite number within the range; null for everything else that a message may hold. */
export function heightOf(value: unknown): number | null {
  return typeof value === 'number' && value >= LEAST && value <= MOST ? Math.ceil(value) : null;
}

/** The embed's address for a story's: `step`, `theme` and `timeline` stay. Null for what is no web address. */
export function embedUrl(src: string | null, base: string): string | null {
  if (!src) return null;
  try {
    const url = new URL(src, base);
    if (!/^https?:$/.test(url.protocol)) return null;
    url.pathname = url.pathname.replace(/(embed)?\/*$/, '').replace(/\/*$/, '/embed/');
    return url.href;
  } catch {
    return null;
  }
}

interface Heights {
  type?: unknown;
  height?: unknown;
  /** The least that the embed needs, where the publisher's own aspect ratio decides. */
  min?: unknown;
}

function define(): void {
  class StoryMap extends HTMLElement {
    static observedAttributes = ['src'];
    #frame: HTMLIFrameElement | null = null;
    #watch: MutationObserver | null = null;

    connectedCallback(): void {
      addEventListener('message', this.#hear);
      this.#show();
    }

    disconnectedCallback(): void {
      removeEventListener('message', this.#hear);
      this.#watch?.disconnect();
    }

    /** Being moved without being taken out (`moveBefore`) changes nothing. */
    connectedMoveCallback(): void {
      this.#clear();
    }

    attributeChangedCallback(): void {
      if (this.isConnected) this.#show();
    }

    #show(): void {
      const src = embedUrl(this.getAttribute('src'), document.baseURI);
      if (!src) return;
      this.style.display = 'block';
      const frame = (this.#frame ??= this.#make());
      if (frame.src !== src) frame.src = src;
      this.#clear();
      // The parser may still be adding the content that the frame stands for.
      this.#watch ??= new MutationObserver(() => this.#clear());
      this.#watch.observe(this, { childList: true });
    }

    #make(): HTMLIFrameElement {
      const frame = document.createElement('iframe');
      frame.title = this.title || 'Story map';
      this.removeAttribute('title');
      frame.loading = 'lazy';
      frame.style.cssText = `display:block;width:100%;height:${firstHeight(this.clientWidth)}px;border:0`;
      return frame;
    }

    #clear(): void {
      const frame = this.#frame;
      if (!frame) return;
      for (const node of [...this.childNodes]) if (node !== frame) node.remove();
      if (frame.parentNode !== this) this.append(frame);
      if (this.#fixed()) frame.style.height = '100%';
    }

    /** True where the publisher's CSS gives the box an aspect ratio, so that nothing moves when the embed speaks. */
    #fixed(): boolean {
      return /\d/.test(getComputedStyle(this).aspectRatio);
    }

    #hear = ({ source, data }: MessageEvent<Heights | null>): void => {
      const frame = this.#frame;
      if (!frame || !source || source !== frame.contentWindow || data?.type !== 'dateline:height') return;
      const height = heightOf(data.height);
      if (!this.#fixed()) {
        if (height) frame.style.height = `${height}px`;
        return;
      }
      const least = heightOf(data.min);
      if (least) this.style.minHeight = `${least}px`;
    };
  }
  customElements.define('story-map', StoryMap);
}

if (typeof customElements !== 'undefined' && !customElements.get('story-map')) define();
