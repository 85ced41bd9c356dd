import type { DecisionsPatch } from '../article/write-decisions.ts';
import { choices, formOf, quotation } from './controls.ts';
import { field, html, input, select } from './dom.ts';
import { letterOf } from './map.ts';
import { placePatch } from './patches.ts';
import { pointControl } from './point-control.ts';
import { words } from './strings.ts';
import type { DeskPlace, DeskView } from './view.ts';

/** Sentences that stand open; the others are one click away. */
const SHOWN = 2;

/** A place with its sentences, its candidates on a map, and what an editor can decide on it. */
export function placeForm(
  place: DeskPlace,
  view: DeskView,
  save: (patch: DecisionsPatch) => void,
): HTMLElement {
  const { name, role, status, because, mentions, candidates } = place;
  const decided = view.decided.find(({ section, key }) => section === 'places' && place.keys.includes(key));

  const applies = select(appliesTo(place));
  const otherId = input('', { placeholder: 'geonames:' });
  const means = choices(
    words.means,
    [
      ...candidates.map((each, i): [string, string] => [
        i === 0 ? '' : each.id,
        i === 0 ? words.asFound(candidateLabel(each, i)) : candidateLabel(each, i),
      ]),
      ...(candidates.length === 0 ? [['', words.asFound(words.status[status])] as [string, string]] : []),
      ['none', words.noPlace],
    ],
    otherId,
    words.otherId,
    words.otherIdHint,
  );
  const own = pointControl(place, (index) => means.choose(index === 0 ? '' : (candidates[index]?.id ?? '')));
  const mark = () => own.choose(candidates.findIndex(({ id }, i) => means.value() === (i === 0 ? '' : id)));
  for (const type of ['input', 'change']) means.element.addEventListener(type, mark);
  mark();

  const shownName = input('', { placeholder: name });
  const newRole = select([
    ['', role ? words.asFound(words.roles[role]) : words.none],
    ...Object.entries(words.roles).filter(([value]) => value !== role),
  ]);
  const sameAs = select([
    ['', words.none],
    ...view.places
      .filter((other) => other !== place)
      .flatMap(({ keys }) => keys.map((key): [string, string] => [key, key])),
  ]);
  const reason = input(String(decided?.values['because'] ?? ''));
  const certainty = Math.max(0, ...mentions.map(({ confidence }) => confidence));

  return html(
    'details',
    { 'data-name': `place ${place.id ?? name}` },
    html(
      'summary',
      {},
      html('strong', {}, name),
      ` ${[
        role ? words.roles[role] : null,
        words.status[status],
        words.confidence(Math.round(certainty * 100)),
      ]
        .filter(Boolean)
        .join(' · ')}`,
    ),
    because === '' ? null : html('p', {}, because),
    ...sentencesOf(place),
    formOf(
      [
        field(words.applies, applies),
        means.element,
        ...own.elements,
        field(words.placeName, shownName),
        html('div', { class: 'pair' }, field(words.role, newRole), field(words.sameAs, sameAs)),
        field(words.because, reason),
      ],
      () => {
        const patch = placePatch({
          key: applies.value,
          is: means.value(),
          at: own.point(),
          name: shownName.value.trim(),
          role: newRole.value,
          sameAs: sameAs.value,
          because: reason.value.trim(),
        });
        if (!patch) return words.unchanged;
        if (reason.value.trim() === '') return words.noReason;
        save(patch);
        return null;
      },
    ),
  );
}

/** The first sentences of a place, then the others behind a click. */
function sentencesOf({ id, name, mentions }: DeskPlace): HTMLElement[] {
  const [open, more] = [mentions.slice(0, SHOWN), mentions.slice(SHOWN)];
  if (more.length === 0) return open.map(quotation);
  const heading = html('summary', {}, words.moreMentions(more.length));
  const rest = { class: 'more', 'data-name': `mentions ${id ?? name}` };
  return [...open.map(quotation), html('details', rest, heading, ...more.map(quotation))];
}

/** `C  Troy, Illinois, US, 38.73 N 89.88 W (geonames:4251513)`: namesakes are told apart by state and point. */
function candidateLabel(candidate: DeskPlace['candidates'][number], index: number): string {
  const { name, country, region, lngLat, id } = candidate;
  return `${letterOf(index)}  ${[name, region, country, lngLat && words.point(lngLat)].filter(Boolean).join(', ')} (${id})`;
}

/** Each name in the text with all its mentions, then each mention alone where there are several. */
function appliesTo({ keys, mentions }: DeskPlace): [string, string][] {
  return keys.flatMap((name): [string, string][] => {
    const own = mentions.filter((mention) => mention.name === name);
    const alone = own.map(({ key }): [string, string] => [
      key,
      words.oneMention(name, key.slice(key.lastIndexOf('#') + 1)),
    ]);
    return [[name, words.everyMention(name, own.length)], ...(own.length > 1 ? alone : [])];
  });
}
