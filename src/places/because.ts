import { isInDateline } from '../article/dateline.ts';
import { distanceKm } from '../geo.ts';
import type { Finding } from './analyse.ts';
import type { Context } from './context.ts';
import type { Gazetteer } from './gazetteer.ts';
import { CHOICE, type ChoiceFeature, type Option } from './resolve.ts';

/**
 * Why this place, in words that an editor understands: "the capital of Russia, named in the dateline; Moscow (Idaho,
 * United States) is 8,400 km away". Never a number of the model's.
 */
export function becauseOf(context: Context, finding: Finding): string {
  const { gazetteer } = context;
  const { option, group, match } = finding;
  const others = [...group.options].filter((other) => other !== option).sort((a, b) => b.p - a.p);
  const reasons = reasonsFor(context, finding);
  if (match.extended)
    reasons.unshift(`near ${gazetteer.name(option.at)}, the longer name is not in the gazetteer`);
  const next = others.find(
    ({ at }) => distanceKm(gazetteer.lngLat(option.at), gazetteer.lngLat(at)) >= TWIN_KM,
  );
  if (!next) return [...reasons, 'no other place of that name'].slice(0, 3).join(', ');
  const km = distanceKm(gazetteer.lngLat(option.at), gazetteer.lngLat(next.at));
  const count = others.length === 1 ? '' : `, and ${others.length - 1} more bear the name`;
  return `${reasons.slice(0, 3).join(', ') || 'the best known of that name'}; ${labelOf(gazetteer, next.at)} is ${roundKm(km)} km away${count}`;
}

/** A unit and its town of one name are no rivals. */
const TWIN_KM = 60;

function reasonsFor(context: Context, { option, match, group }: Finding): string[] {
  const { gazetteer, article } = context;
  const has = (feature: ChoiceFeature, least: number): boolean => valueOf(option, feature) >= least;
  const reasons: string[] = [];
  const feature = gazetteer.feature(option.at);
  if (has('container', 1)) {
    if (group.container >= 0) reasons.push(`named together with ${gazetteer.name(group.container)}`);
  }
  if (option.kind === 'default') reasons.push(`${gazetteer.name(option.at)}, as news use the name`);
  else if (feature === 'country') reasons.push('a country');
  else if (feature === 'PPLC') reasons.push(`the capital of ${countryName(gazetteer, option.at)}`);
  else if (feature === 'admin1') reasons.push(`a state or province of ${countryName(gazetteer, option.at)}`);
  else if (feature === 'admin2') reasons.push(`a county or district of ${countryName(gazetteer, option.at)}`);
  if (isInDateline(article, match)) reasons.push('named in the dateline');
  if (has('homeState', 0.5)) reasons.push("in the outlet's home region");
  if (has('stateVotes', 0.5) && feature !== 'admin1') {
    const state = gazetteer.unit(`${gazetteer.country(option.at)}.${gazetteer.admin1(option.at)}`);
    if (state >= 0) reasons.push(`in ${gazetteer.name(state)}, as other places of the article`);
  } else if (has('nearer', 0.4)) reasons.push('close to other places of the article');
  else if (has('countryVotes', 0.5) && feature !== 'country')
    reasons.push(`in ${countryName(gazetteer, option.at)}, as other places of the article`);
  if (isLargest(gazetteer, option, group.options)) reasons.push('by far the largest of that name');
  return reasons;
}

function isLargest(gazetteer: Gazetteer, option: Option, options: readonly Option[]): boolean {
  const own = gazetteer.population(option.at);
  return (
    options.length > 1 &&
    own > 0 &&
    options.every((other) => other === option || gazetteer.population(other.at) * 3 < own)
  );
}

/** "Moscow (Idaho, United States)": a name told apart from its namesakes. */
function labelOf(gazetteer: Gazetteer, at: number): string {
  const country = gazetteer.country(at);
  const state = gazetteer.unit(`${country}.${gazetteer.admin1(at)}`);
  const within = [
    state >= 0 && state !== at ? gazetteer.name(state) : '',
    gazetteer.feature(at) === 'country' ? '' : countryName(gazetteer, at),
  ];
  const shown = within.filter((name) => name !== '' && name !== gazetteer.name(at)).join(', ');
  return shown ? `${gazetteer.name(at)} (${shown})` : gazetteer.name(at);
}

function countryName(gazetteer: Gazetteer, at: number): string {
  const country = gazetteer.unit(gazetteer.country(at));
  return country >= 0 ? gazetteer.name(country) : '';
}

function valueOf(option: Option, feature: ChoiceFeature): number {
  return option.x[CHOICE.indexOf(feature)] ?? 0;
}

/** Two significant digits, thousands set off by commas: 8,400. */
function roundKm(km: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(km, 1))) - 1);
  return String(Math.round(km / step) * step).replace(/\B(?=(\d{3})+$)/g, ',');
}
