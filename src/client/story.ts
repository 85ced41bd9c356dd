import { stepOfHash, watchAddress } from './address.ts';
import { startMap } from './map-host.ts';
import { momentKey, momentOfEvent, momentOfPlace, momentOfStep, type PageMoment } from './moment.ts';
import { startMotion } from './motion.ts';
import { fill, readPage } from './page.ts';
import { startSay } from './say.ts';
import { watchScroll } from './scroll.ts';
import { startTimeline } from './timeline.ts';
import { type Choice, startWhy } from './why.ts';

/**
 * The story page. Whatever leads to a moment (scrolling, a click on an event, a place in the text, a mark on the map,
 * arrow keys in the timeline, the address) ends in `show`, so that text, map, timeline and address always agree.
 */
function startStory(): void {
  const page = readPage();
  const stage = document.querySelector<HTMLElement>('[data-stage]');
  const region = document.querySelector<HTMLElement>('[data-say]');
  if (!page || page.moments.length === 0 || !stage || !region) return;
  const { moments, words } = page;
  const sections = [...document.querySelectorAll<HTMLElement>('[data-step]')];
  const elements = moments.map((moment) =>
    document.querySelector<HTMLElement>(`[data-moment="${CSS.escape(momentKey(moment))}"]`)!,
  );
  const caption = stage.querySelector('[data-caption]');
  const picture = stage.querySelector('[data-alt]');
  const say = startSay(region);
  const motion = startMotion(document.documentElement, matchMedia('(prefers-reduced-motion: reduce)'));
  let current = 0;

  const show = (index: number) => {
    const moment = moments[index];
    if (!moment) return;
    current = index;
    for (const section of sections) {
      if (section.dataset['step'] === moment.step) section.setAttribute('aria-current', 'step');
      else section.removeAttribute('aria-current');
    }
    if (caption) caption.textContent = moment.caption;
    picture?.setAttribute('aria-label', moment.alt);
    timeline?.show(moment.events);
    map?.show(moment);
  };

  /** What a control chose: show it, put it in sight, remember it in the address, say where the reader is. */
  const choose = (index: number, { scroll = true, push = true } = {}) => {
    const moment = moments[index];
    if (!moment) return;
    if (scroll) elements[index]?.scrollIntoView({ block: 'start', behavior: 'instant' });
    scrolling.hold();
    show(index);
    if (push) address.push(moment.step, index);
    say(fill(words.step, { n: stepNumber(moment), of: sections.length }));
  };
  const stepNumber = ({ step }: PageMoment) =>
    sections.findIndex((section) => section.dataset['step'] === step) + 1;
  const sectionOf = (index: number) =>
    sections.find((section) => section.dataset['step'] === moments[index]?.step) as HTMLElement;
  const explain = (choice: Choice, index: number) => {
    for (const link of document.querySelectorAll('.chosen')) link.classList.remove('chosen');
    choice.opener.classList.add('chosen');
    why.offer(choice, sectionOf(index));
  };

  const address = watchAddress((step, moment) => {
    const index = moment ?? (step === '' ? 0 : momentOfStep(moments, step));
    if (index < 0 || index >= moments.length) return;
    why.dismiss();
    choose(index, { push: false, scroll: step !== '' });
  });
  const why = startWhy({ open: words.why }, (opened) => say(opened ? words.opened : words.closed));
  const scrolling = watchScroll(
    elements,
    stage,
    () => current,
    (index) => {
      show(index);
      address.replace(moments[index]?.step ?? '', index);
    },
  );

  const root = stage.querySelector<HTMLElement>('[data-timeline]');
  const timeline = root
    ? startTimeline(root, (event, opener) => {
        const step = stepOfHash((opener as HTMLAnchorElement).getAttribute('href') ?? '');
        const index = momentOfEvent(moments, event, step);
        const target = index < 0 ? momentOfStep(moments, step) : index;
        choose(target);
        explain({ kind: 'event', id: event, name: nameOf(opener), opener }, target);
      })
    : null;

  const choosePlace = (id: string, opener: Element, at = momentOfPlace(moments, id), scroll = true) => {
    const row = document.querySelector(`.list [data-place="${CSS.escape(id)}"]`);
    choose(at, { scroll });
    explain({ kind: 'place', id, name: row?.textContent?.trim() ?? '', opener }, at);
  };
  const map = startMap(stage, {
    moment: () => moments[current] as PageMoment,
    animate: motion.allowed,
    words,
    onPlace: (id, opener) => choosePlace(id, opener),
    onExplore: (on) =>
      say(on ? words.explore : fill(words.back, { n: stepNumber(moments[current] as PageMoment) })),
  });

  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (!link) return;
    const own = link.closest<HTMLElement>('[data-moment]');
    const place = link.dataset['place'];
    const step = stepOfHash(link.getAttribute('href') ?? '');
    const index = link.dataset['go']
      ? momentOfEvent(moments, link.dataset['go'], step)
      : momentOfStep(moments, step);
    if (own && place) {
      event.preventDefault();
      choosePlace(place, link, elements.indexOf(own), false);
    } else if (place) {
      event.preventDefault();
      const at = momentOfPlace(moments, place);
      choosePlace(place, link, at < 0 ? Math.max(0, index) : at);
    } else if (index >= 0) {
      event.preventDefault();
      choose(index);
    }
  });

  const toggle = document.querySelector<HTMLButtonElement>('[data-motion]');
  if (toggle) {
    toggle.setAttribute('aria-pressed', String(motion.allowed()));
    toggle.addEventListener('click', () => {
      const on = motion.toggle();
      toggle.setAttribute('aria-pressed', String(on));
      say(on ? words.motionOn : words.motionOff);
    });
  }

  const asked = momentOfStep(moments, stepOfHash(location.hash));
  const kept = (history.state as { moment?: number } | null)?.moment;
  if (asked >= 0) {
    const index = typeof kept === 'number' && moments[kept]?.step === moments[asked]?.step ? kept : asked;
    elements[index]?.scrollIntoView({ block: 'start', behavior: 'instant' });
    scrolling.hold();
    show(index);
  } else {
    show(0);
  }
}

const nameOf = (element: Element) => element.getAttribute('data-name') ?? '';

startStory();
