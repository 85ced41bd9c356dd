import type { DecisionsPatch } from '../article/write-decisions.ts';
import type { LngLat } from '../geo.ts';
import { choices, formOf, quotation } from './controls.ts';
import { field, html, input, select } from './dom.ts';
import { candidateMap, letterOf } from './map.ts';
import { placePatch } from './patches.ts';
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
  const { name, role, status, because, mentions, candidates, lngLat } = place;
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
  const chosenIndex = () => {
    const value = means.value();
    return value === '' ? 0 : candidates.findIndex(({ id }) => id === value);
  };

  const [lng, lat] = [input('', { inputmode: 'decimal' }), input('', { inputmode: 'decimal' })];
  const map = candidateMap({
    name,
    candidates,
    point: lngLat,
    onChoose: (index) => means.choose(index === 0 ? '' : (candidates[index]?.id ?? '')),
    onPoint: (point) => {
      [lng.value, lat.value] = [point[0].toFixed(5), point[1].toFixed(5)];
      map.showPoint(point);
    },
  });
  map.choose(0);
  means.element.addEventListener('change', () => map.choose(chosenIndex()));
  const typedPoint = (): LngLat | undefined => {
    const point: LngLat = [Number(lng.value), Number(lat.value)];
    return lng.value.trim() && lat.value.trim() && point.every(Number.isFinite) ? point : undefined;
  };
  for (const each of [lng, lat]) each.addEventListener('input', () => map.showPoint(typedPoint() ?? lngLat));

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
    ...mentions.slice(0, SHOWN).map(quotation),
    mentions.length > SHOWN
      ? html(
          'details',
          { class: 'more', 'data-name': `mentions ${place.id ?? name}` },
          html('summary', {}, words.moreMentions(mentions.length - SHOWN)),
          ...mentions.slice(SHOWN).map(quotation),
        )
      : null,
    formOf(
      [
        field(words.applies, applies),
        means.element,
        map.element,
        html('div', { class: 'pair' }, field(words.lng, lng, words.pointHint), field(words.lat, lat)),
        field(words.placeName, shownName),
        html('div', { class: 'pair' }, field(words.role, newRole), field(words.sameAs, sameAs)),
        field(words.because, reason),
      ],
      () => {
        const patch = placePatch({
          key: applies.value,
          is: means.value(),
          at: typedPoint(),
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

function candidateLabel({ name, country, id }: DeskPlace['candidates'][number], index: number): string {
  return `${letterOf(index)}  ${[name, country].filter(Boolean).join(', ')} (${id})`;
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
