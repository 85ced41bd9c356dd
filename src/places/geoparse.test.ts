import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseArticle } from '../article/parse.ts';
import type { Decisions, PlaceDecision } from '../article/decisions.ts';
import { loadGazetteer, type Gazetteer } from './gazetteer.ts';
import { geoparse } from './geoparse.ts';
import type { Toponym } from './place.ts';

let gazetteer: Gazetteer;
beforeAll(() => {
  gazetteer = loadGazetteer();
}, 180_000);

const read = (text: string, home: string | null = null): Toponym[] =>
  geoparse(parseArticle(text), gazetteer, { home }).toponyms;
const names = (text: string): string[] =>
  read(text)
    .filter(({ role }) => role !== 'embedded')
    .map(({ name }) => name);
const idOf = (text: string, name: string, home: string | null = null): string | null | undefined =>
  read(text, home).find((toponym) => toponym.name === name)?.resolution.place?.id;

describe('recognition', () => {
  it.each([
    ['A fire in Colorado Springs, Colo., spread.', ['Colorado Springs', 'Colo.']],
    ['He flew to Washington, D.C. on Friday.', ['Washington', 'D.C.']],
    ['They met in St. Petersburg and Baden-Baden.', ['St. Petersburg', 'Baden-Baden']],
    ["Moscow's and Kyiv’s envoys met in São Paulo.", ['Moscow', 'Kyiv', 'São Paulo']],
    ['Police in Wheeling, W. Va., and Vancouver, B.C., agreed.', ['Wheeling', 'W. Va.', 'Vancouver', 'B.C.']],
    ['The road runs from Macon to Savannah.', ['Macon', 'Savannah']],
    ['Storms hit Cook, DuPage and Lake counties.', ['Cook', 'DuPage', 'Lake']],
    ['He fled to Co Kildare and County Down.', ['Co Kildare', 'County Down']],
    ['Elyria police and the Lorain County Sheriff came.', ['Elyria', 'Lorain County']],
    [
      'A Fresno man and 90-year-old Geneva Morgan danced in Newport and Bristol.',
      ['Fresno', 'Newport', 'Bristol'],
    ],
    ['Ships left the Solent for the Firth of Forth.', ['Solent', 'Firth of Forth']],
    ['He lives in North London.', ['North London']],
    ['Crowds left Khan Younis for Deir al-Balah.', ['Khan Younis', 'Deir al-Balah']],
    ['He lives in March, Cambridgeshire.', ['March', 'Cambridgeshire']],
    ['Crowds filled Kabul streets and Irish roads.', ['Kabul', 'Irish']],
    ['The ship sank in the Panama Canal off Colon.', ['Panama Canal', 'Colon']],
    ['The Lyon-born man lives in Santiago de Compostela.', ['Lyon', 'Santiago de Compostela']],
    ['It opened on London’s Green Line.', ['London']],
    ['', []],
  ])('finds in %j: %j', (text, found) => {
    expect(names(text)).toEqual(found);
  });

  it.each([
    ['Paris Hilton said that Mr. Lincoln knew Stephen Austin.'],
    ['She was reading in May. It was a nice mobile phone, and the turkey was best.'],
    ['President Abraham Lincoln spoke. Lincoln sat down.'],
    ['The team met Chelsea Clinton and Michael Jordan. Jordan left.'],
    ['The disease is called West Nile virus.'],
    ['We paid US$5 for it, he told us.'],
    ['It broke down on U.S. 30 and on Franklin Boulevard.'],
    ['Hurricane Florence weakened. Florence had killed six.'],
    ['Her son, Dallas, and the late Austin and Virginia Troy were there.'],
    ['Davontae Jackson left. The Clinton administration and Ms. Conlin knew.'],
    ['The Columbus Crew met the Indiana Fever at Kansas State University.'],
    ['The judge freed John Roe, M.D., of EADS N.V.'],
    ['It began at Dundas and Adelaide streets, between Perth, Surrey and Elizabeth Streets.'],
    ['The bus left the Lyon-Turin road for the Leeds–Liverpool line.'],
    ['It sank in the Makassar Canal, near the Colon Canal.'],
    ['A bridge over Black Creek fell.'],
    ['They crossed the Puerto de las Palomas pass to Hobart’s Cross.'],
    ['They ate Boston cream pie, Worcester sauce and Buffalo wings in Panama hats.'],
    ['The ferry Lisbon ran aground. Divers reached the Lisbon by dusk.'],
    ['An old frigate, Kolkata, opened fire; its sister, the Rotterdam, which carried coal, did not.'],
    ['Rain fell on the Marion and on the Leeds before dawn.'],
    ['The shuttle Columbia broke up. They studied Columbia’s wing and spoke of Columbia.'],
    ['The Astoria sank. Divers said that the Astoria’s captain had left the Astoria.'],
    ['Durban Maloney, 46, knew Ranchi Devi (45), Cuba Stone, 28, and Syracuse Berlin, who sang.'],
    ['Said farmer Dayton Cleveland to analyst Troy Moscow: the late Bedford Carter paid.'],
    ['His wife Alexandria and her husband, Jordan.'],
  ])('pins nothing in %j', (text) => {
    const pinned = read(text).filter(({ role, resolution }) => role !== 'embedded' && resolution.place);
    expect(pinned.map(({ name }) => name)).toEqual([]);
  });

  it('gives a name that is plainly a place but has no entry as unknown, without a point', () => {
    const [unknown] = read('The village of Xarbovia burned.');
    expect(unknown).toMatchObject({
      name: 'Xarbovia',
      confidence: 0,
      resolution: { status: 'unknown', place: null },
    });
  });

  it.each([
    ['Rain fell on the Big Xarbo River and on Mount Xarbo.', ['Big Xarbo River', 'Mount Xarbo']],
    ['They live in Little Haiti, near Xarbo Creek.', ['Little Haiti', 'Xarbo Creek']],
    ['A Kurdish village burned. The Xarbo River Hotel and the Grand Bay company closed.', []],
    ['He spoke to Xarbo Lake and Xarbo Banks.', []],
  ])('takes land and water that is named by its kind for a place: %j', (text, found) => {
    const unknown = read(text).filter(({ resolution }) => resolution.status === 'unknown');
    expect(unknown.map(({ name }) => name)).toEqual(found);
  });

  it.each([
    ['A barn in Ankara, Ohio, burned.', 'Ankara'],
    ['He escaped from Camp Douglas in Chicago.', 'Camp Douglas'],
    ['He was flown to Erlanger hospital in Chattanooga.', 'Erlanger'],
    ['They took the village of Pishchane in the Kharkiv region.', 'Pishchane'],
    ['A barn burned in Elyria in western Austria.', 'Elyria'],
  ])('puts no namesake where the text names a container that has none: %j', (text, name) => {
    expect(read(text).find((toponym) => toponym.name === name)).toMatchObject({
      resolution: { status: 'unknown', place: null },
    });
  });

  it.each([
    ['In March, Philippine police arrested him.'],
    ['Since March, England has won. It rained until May, Texas officials said.'],
  ])('takes no month of %j for a town', (text) => {
    expect(names(text)).not.toEqual(expect.arrayContaining(['March']));
    expect(names(text)).not.toEqual(expect.arrayContaining(['May']));
  });
});

describe('towns called by a word', () => {
  it.each([
    ['A woman from Deport won.', 'Deport'],
    ['It crashed west of Blossom, troopers said.', 'Blossom'],
    ['Residents of Blossom left.', 'Blossom'],
  ])('are found in their own state’s papers: %s', (text, name) => {
    const around = `Deputies from Paris and Bonham met in Lamar County. ${text}`;
    const named = (home: string): string[] => read(around, home).map((toponym) => toponym.name);
    expect(named('US.TX')).toContain(name);
    expect(named('US.OH')).not.toContain(name);
  });

  it('stay words where no preposition of place leads them, or where they stand small', () => {
    const text = 'Blossom Week began. The blossom fell. They walked west of Blossom.';
    expect(read(text, 'US.TX').map(({ name }) => name)).not.toContain('Blossom');
  });
});

describe('resolution', () => {
  it.each([
    ['The mayor of Paris, Texas, resigned.', 'Paris', 'geonames:4717560'],
    ['A student from Moscow, Idaho, won.', 'Moscow', 'geonames:5601538'],
    ['The Ohio city of Dublin grew.', 'Dublin', 'geonames:5152333'],
    ['Putin was in Moscow on Monday.', 'Moscow', 'geonames:524901'],
    ['New York Gov. Jane Roe signed it in Albany.', 'New York', 'admin1:US.NY'],
    ['The museum in New York reopened.', 'New York', 'geonames:5128581'],
    ['Tbilisi said that Georgia would vote.', 'Georgia', 'geonames:614540'],
    ['Lawmakers in Atlanta, Georgia, met.', 'Georgia', 'admin1:US.GA'],
    ['Aid reached Gaza on Sunday.', 'Gaza', 'area:gaza-strip'],
    ['The city of Gaza was dark.', 'Gaza', 'geonames:281133'],
    ['Gaza City was dark.', 'Gaza City', 'geonames:281133'],
    ['In South Dakota, Watertown flooded.', 'Watertown', 'geonames:5232741'],
    ['Ships crossed the Red Sea to Port Sudan.', 'Red Sea', 'area:red-sea'],
    ['Talks in Geneva ended.', 'Geneva', 'geonames:2660646'],
    ['Snow fell in upstate New York.', 'New York', 'admin1:US.NY'],
    ['China, Japan and Fiji signed.', 'China', 'geonames:1814991'],
    ['Drones flew from the Russian regions of Kursk and Bryansk.', 'Kursk', 'admin1:RU.41'],
    ['Drones flew from the Russian regions of Kursk and Bryansk.', 'Bryansk', 'admin1:RU.10'],
    ['Shelling in the Kharkiv region went on.', 'Kharkiv', 'admin1:UA.07'],
    ['The Donetsk regional administration said so.', 'Donetsk', 'admin1:UA.05'],
    ['Rain fell in Salem and Krishnagiri districts.', 'Salem', 'admin2:IN.25.608'],
    ['Judges heard him in the Boeing district of Bangui.', 'Bangui', 'geonames:2389853'],
    ['War in the Darfur region of Sudan went on.', 'Sudan', 'geonames:366755'],
    ['Jobs in the Boston region grew.', 'Boston', 'geonames:4930956'],
    ['He flew from Kampala in Uganda to Mbale, near the Kenyan border.', 'Mbale', 'geonames:229278'],
    ['Fans met at Highbury in London.', 'Highbury', 'geonames:2646976'],
    ['Beatings in Troy in Rensselaer County rose.', 'Troy', 'geonames:5141502'],
    ['Students from Oxford in Ohio won.', 'Oxford', 'geonames:4520760'],
    ['A mill burned in Dublin, a small town in Ohio.', 'Dublin', 'geonames:5152333'],
    ['A mill burned in Dublin, in western Ohio.', 'Dublin', 'geonames:5152333'],
    ['Ohio’s Dublin grew, and so did Ohio’s leafy Oxford.', 'Oxford', 'geonames:4520760'],
    ['A mill burned in Dublin, just outside Columbus.', 'Dublin', 'geonames:5152333'],
    ['A mill burned in Oxford, 30 miles northwest of Cincinnati.', 'Oxford', 'geonames:4520760'],
    ['Lake and Orange county schools closed in Florida.', 'Orange', 'admin2:US.FL.095'],
    ['Fires spread on Indonesia’s Flores island.', 'Flores island', 'area:flores-island'],
    ['Floods cut off villages in Turkana county.', 'Turkana', 'admin1:KE.51'],
    ['They spent a week in Bali.', 'Bali', 'admin1:ID.02'],
    ['Nurses from London outside Dublin struck.', 'London', 'geonames:2643743'],
  ])('reads %j', (text, name, id) => {
    expect(idOf(text, name)).toBe(id);
  });

  it('takes the namesake in the outlet’s home region, but a world city where nothing else speaks for it', () => {
    expect(idOf('A barn burned in Lebanon.', 'Lebanon', 'US.OH')).not.toBe('geonames:272103');
    expect(idOf('Springfield firefighters came.', 'Springfield', 'US.OH')).toBe('geonames:4525353');
    expect(idOf('The treaty was signed in Paris, France.', 'Paris', 'US.TX')).toBe('geonames:2988507');
  });

  it('keeps the home region’s own town apart from a namesake that has its state beside it', () => {
    const text =
      'LAS VEGAS — Ditches ran dry from Taos to Santa Fe. “We are not Las Vegas, Nevada,” she said.';
    expect(idOf(text, 'LAS VEGAS', 'US.NM')).toBe('geonames:5475433');
    expect(idOf(text, 'LAS VEGAS')).toBe('geonames:5506956');
  });

  it.each(['CA.ON', 'CA-ON', 'CA.08', 'CA.Ontario'])('knows the outlet’s home as %s', (home) => {
    expect(idOf('A barn burned in Cambridge.', 'Cambridge', home)).toBe('geonames:5913695');
  });

  it('holds a town to the state beside it, whatever the outlet’s home', () => {
    expect(idOf('He moved to Manchester, N.H.', 'Manchester', 'US.NY')).toBe('geonames:5089178');
    const text = 'They left Kingston, Jamaica, for Jamaica, Queens.';
    expect(idOf(text, 'Kingston', 'US.NY')).toBe('geonames:3489854');
    expect(idOf(text, 'Jamaica', 'US.NY')).toBe('geonames:3489940');
  });

  it('names the state of a place and of its namesakes', () => {
    const [troy] = read('A barn burned in Troy, Ohio.');
    expect(troy!.resolution.place?.region).toBe('Ohio');
    expect(troy!.resolution.alternatives.map(({ region }) => region)).toContain('New York');
  });

  const around = 'Envoys of China, Japan, Poland and Egypt met in Kyiv. ';
  it.each([
    ['Talks in Geneva ended.', 'Geneva'],
    ['The U.S. envoy left for Rome.', 'Rome'],
    ['They will go to Berlin.', 'Berlin'],
    ['They stayed in the Black Sea port.', 'Black Sea'],
    ['James Ripley, 29, of Ripley, Mississippi, came.', 'Ripley'],
    ['Rain fell in Villupuram, India.', 'Villupuram'],
  ])('is sure where nothing speaks for a namesake: %s', (text, name) => {
    const found = read(around + text).filter((toponym) => toponym.name === name);
    expect(found.at(-1)?.resolution.status).toBe('resolved');
  });

  it('is not sure of London where only Canada is named, and has a town and its district as one answer', () => {
    const [london] = read('London police said that Canada was safe.');
    expect(london!.resolution.status).toBe('ambiguous');
  });

  it.each([
    ['They left the Conwy valley at dawn. Rain fell on Wales.', 'Conwy'],
    ['They live on Springfield island. Rain fell on Illinois.', 'Springfield'],
  ])('is not sure of a town whose name land bears: %s', (text, name) => {
    expect(read(text).find((toponym) => toponym.name === name)?.resolution.status).not.toBe('resolved');
  });

  it('names the dateline as a reason only for what stands in it', () => {
    const found = read('Fire in Moscow\n\nMoscow, August 13 – The fire spread.');
    expect(found.map(({ resolution }) => resolution.because.includes('dateline'))).toEqual([false, true]);
  });

  it('says why in words, with the namesake it decided against', () => {
    const [moscow] = read('Moscow, August 13 – The president met a guest.');
    expect(moscow!.resolution.because).toMatch(
      /^the capital of Russia, named in the dateline.*Moscow \(Idaho, United States\) is 8,400 km away/,
    );
  });

  it('gives one place for a name throughout an article, alternatives with it', () => {
    const found = read('In Dublin, Ohio, snow fell. Dublin schools closed.');
    const dublins = found.filter(({ name }) => name === 'Dublin');
    expect(new Set(dublins.map(({ resolution }) => resolution.place?.id)).size).toBe(1);
    expect(dublins[0]!.resolution.alternatives.map(({ id }) => id)).toContain('geonames:2964574');
  });
});

describe('roles', () => {
  it.each([
    ['Moscow said on Monday that it would answer.', 'Moscow', 'metonym'],
    ['It was due to Moscow’s recent meetings with the group.', 'Moscow', 'metonym'],
    ['He arrived in Moscow.', 'Moscow', 'literal'],
    ['The Kremlin released a statement.', 'Kremlin', 'metonym'],
    ['Russian troops left.', 'Russian', 'demonym'],
    ['She studied at the University of Oxford.', 'Oxford', 'embedded'],
    ['Bombs hit two U.S. embassies.', 'U.S.', 'metonym'],
    ['He was held at the U.S. Embassy in Oslo.', 'U.S.', 'metonym'],
    ['He was held at the U.S. border.', 'U.S.', 'literal'],
    ['He lives in the U.S. and works there.', 'U.S.', 'literal'],
    ['In Leeds, Hull beat Lincoln 2-0 on Saturday.', 'Hull', 'metonym'],
    ['The storm hit Leeds hard on Saturday.', 'Leeds', 'literal'],
    ['In the volleyball playoffs Elkhart swept Bangor, and Lowell advanced.', 'Bangor', 'metonym'],
    ['In the volleyball playoffs Elkhart swept Bangor, and Lowell advanced.', 'Lowell', 'metonym'],
    ['The unbeaten side won the tournament in Bangor.', 'Bangor', 'literal'],
    ['Leeds won 2-0 at Lincoln.', 'Lincoln', 'literal'],
    ['Floods swept Bangor, Maine. Snow fell to the north.', 'Bangor', 'literal'],
    ['It held until Moscow’s invasion of Ukraine.', 'Moscow', 'metonym'],
    ['It is a step that Washington has long sought.', 'Washington', 'metonym'],
    ['She studied law at Oxford in 1990.', 'Oxford', 'metonym'],
    ['She graduated from Exeter in 1990.', 'Exeter', 'metonym'],
    ['She studied in Oxford, at a school.', 'Oxford', 'literal'],
    ['Berlin has long been a haven.', 'Berlin', 'literal'],
    ['Negotiators from Brussels came.', 'Brussels', 'metonym'],
    ['Tourists from Brussels came.', 'Brussels', 'literal'],
    ['They sent a delegation to Doha on Monday.', 'Doha', 'literal'],
    ['Liverpool have agreed a fee with Milan for him.', 'Liverpool', 'metonym'],
    ['Liverpool have agreed a fee with Milan for him.', 'Milan', 'metonym'],
    ['Schools in Liverpool have been shut.', 'Liverpool', 'literal'],
    ['Leeds and Liverpool are in the north.', 'Liverpool', 'literal'],
    ['He is a former Lille defender.', 'Lille', 'metonym'],
    ['France will play a friendly against Brazil in May.', 'Brazil', 'metonym'],
    ['They lost the final to Madagascar on penalties.', 'Madagascar', 'metonym'],
    ['He lost his job and moved to Madagascar.', 'Madagascar', 'literal'],
    ['He won the title and flew to Madagascar.', 'Madagascar', 'literal'],
  ])('in %j %s is %s', (text, name, role) => {
    expect(read(text).find((toponym) => toponym.name === name)?.role).toBe(role);
  });

  it('pins no seat of power that stands for a government', () => {
    expect(read('The Kremlin denied it.')[0]!.resolution.place?.lngLat).toBeNull();
  });
});

describe('decisions', () => {
  const decide = (text: string, places: Record<string, Partial<PlaceDecision>>): Toponym[] => {
    const decisions = {
      file: 'd.yaml',
      places,
      events: {},
      scenes: {},
      corrections: [],
      positions: {},
    } as unknown as Decisions;
    for (const decision of Object.values(places)) decision.because ??= 'asked the reporter';
    return geoparse(parseArticle(text), gazetteer, { decisions }).toponyms;
  };

  it('put a place of the gazetteer in, or none', () => {
    const [first, second] = decide('In Moscow snow fell. Moscow slept.', {
      'Moscow#2': { is: 'geonames:5601538' },
    });
    expect(first!.resolution.place?.id).toBe('geonames:524901');
    expect(second!.resolution).toMatchObject({
      status: 'resolved',
      because: 'decided by the editor: asked the reporter',
      place: { id: 'geonames:5601538' },
    });
    expect(decide('In Moscow snow fell.', { Moscow: { is: null } })).toEqual([]);
  });

  it('add a name that recognition could not see, at a point of the editor’s', () => {
    const [added] = decide('They met at the old mill.', {
      'the old mill': { add: true, at: [1, 2], name: 'Old Mill' },
    });
    expect(added).toMatchObject({
      start: 12,
      name: 'the old mill',
      resolution: { place: { id: 'area:old-mill', lngLat: [1, 2] } },
    });
  });

  it('leave a mention inside a longer name alone', () => {
    const found = decide('Gaza City burned.', { Gaza: { is: null } });
    expect(found.map(({ name }) => name)).toEqual(['Gaza City']);
  });
});

describe('any text', () => {
  const check = (text: string): void => {
    let before = 0;
    for (const { start, end, name, confidence } of read(text)) {
      expect(text.slice(start, end)).toBe(name);
      expect(start).toBeGreaterThanOrEqual(before);
      expect(confidence >= 0 && confidence <= 1).toBe(true);
      before = end;
    }
  };

  it('has toponyms whose offsets cut out their names, in order and apart, whatever Unicode comes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), check), { numRuns: 200, seed: 1 });
  });

  it('has the same when names and signs are mixed', () => {
    const piece = fc.constantFrom('Paris', 'New', 'York', 'St.', 'U.S.', 'Calif.', 'Gaza', 'said', 'in', ',', '.', '-', '’s', '"', '\n', ' ', ' ', 'Москва', '北京', 'é', 'Mr.', 'County', '(', ')', '\u{1F600}', 'counties', '88', '2-0', 'beat', 'Co', 'Sea', 'Hurricane', 'son', 'and', 'upstate', 'State'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => check(pieces.join(' '))),
      { numRuns: 200, seed: 2 },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => check(pieces.join(''))),
      { numRuns: 200, seed: 3 },
    );
  });

  it.each([
    ['one word a million letters long', 'A'.repeat(1_000_000)],
    ['a name 150,000 times', 'Springfield '.repeat(150_000)],
    ['a paragraph a word', 'no\n\n'.repeat(250_000)],
    ['one line of a million characters', 'He went from Lyon to Cardiff and said so. '.repeat(24_000)],
    ['commas and names', 'Paris, Texas, '.repeat(40_000)],
    ['initials', 'U.S.'.repeat(100_000)],
    ['a person with the name of a state', 'Michael Jordan met Jordan. '.repeat(20_000)],
    ['lists of counties', 'Orange, Lake and Cook counties, '.repeat(15_000)],
    ['scores', 'Leeds beat Hull 2-0 and '.repeat(20_000)],
    ['brackets and ages', 'Ann (Troy) Reading, 88, and Bo Berlin; '.repeat(12_000)],
    ['another script', 'القاهرة 北京 Москва '.repeat(40_000)],
  ])(
    'is read to its end: %s',
    (_, text) => {
      expect(read(text).every(({ start, end, name }) => text.slice(start, end) === name)).toBe(true);
    },
    120_000,
  );
});
