import type { LngLat } from '../geo.ts';

/** A piece of land or water that states disagree about, by a point inside it. */
export interface KnownDispute {
  name: string;
  at: LngLat;
}

/**
 * The disputes that a policy must have a row for where a map shows them, whatever it then says. Kept by hand, by each
 * state's own claims before the United Nations and the International Court of Justice; whose land it is stands nowhere here.
 */
export const KNOWN_DISPUTES: readonly KnownDispute[] = [
  { name: 'Crimea', at: [34.2, 45.2] },
  { name: 'Donetsk and Luhansk', at: [38.3, 48.3] },
  { name: 'Zaporizhzhia and Kherson', at: [34.5, 46.8] },
  { name: 'Gaza Strip', at: [34.4, 31.4] },
  { name: 'West Bank', at: [35.25, 31.95] },
  { name: 'Golan Heights', at: [35.75, 33.0] },
  { name: 'Shebaa Farms', at: [35.72, 33.3] },
  { name: 'Northern Cyprus', at: [33.4, 35.3] },
  { name: 'Kosovo', at: [20.9, 42.6] },
  { name: 'Transnistria', at: [29.5, 47.2] },
  { name: 'Abkhazia', at: [41.0, 43.0] },
  { name: 'South Ossetia', at: [44.0, 42.3] },
  { name: 'Nagorno-Karabakh', at: [46.7, 39.8] },
  { name: 'Kashmir', at: [75.0, 34.3] },
  { name: 'Siachen Glacier', at: [77.1, 35.4] },
  { name: 'Aksai Chin', at: [79.3, 35.2] },
  { name: 'Kalapani', at: [80.8, 30.2] },
  { name: 'Doklam', at: [89.0, 27.3] },
  { name: 'Arunachal Pradesh', at: [94.5, 28.0] },
  { name: 'Taiwan', at: [121.0, 23.7] },
  { name: 'Paracel Islands', at: [112.0, 16.5] },
  { name: 'Spratly Islands', at: [114.3, 9.5] },
  { name: 'Scarborough Shoal', at: [117.8, 15.15] },
  { name: 'Senkaku or Diaoyu Islands', at: [123.5, 25.75] },
  { name: 'Liancourt Rocks', at: [131.87, 37.24] },
  { name: 'Southern Kuril Islands', at: [147.0, 44.4] },
  { name: 'Korean armistice line', at: [127.0, 38.2] },
  { name: 'Abu Musa and the Tunbs', at: [55.03, 25.87] },
  { name: 'Western Sahara', at: [-13.0, 25.0] },
  { name: 'Ceuta', at: [-5.32, 35.89] },
  { name: 'Melilla', at: [-2.94, 35.29] },
  { name: 'Gibraltar', at: [-5.345, 36.14] },
  { name: 'Halaib Triangle', at: [35.5, 22.4] },
  { name: 'Bir Tawil', at: [33.7, 21.9] },
  { name: 'Abyei', at: [28.4, 9.6] },
  { name: 'Ilemi Triangle', at: [35.2, 4.9] },
  { name: 'Al-Fashaga', at: [36.2, 13.9] },
  { name: 'Somaliland', at: [45.0, 9.7] },
  { name: 'Mayotte', at: [45.15, -12.8] },
  { name: 'Scattered Islands of the Indian Ocean', at: [42.7, -17.05] },
  { name: 'Chagos Archipelago', at: [72.4, -7.3] },
  { name: 'Essequibo', at: [-59.5, 5.5] },
  { name: 'Tigri Area', at: [-57.2, 2.3] },
  { name: 'Southern Belize', at: [-88.7, 16.8] },
  { name: 'Southern Patagonian Ice Field', at: [-73.3, -49.5] },
  { name: 'Falkland Islands (Malvinas)', at: [-59.0, -51.7] },
  { name: 'South Georgia', at: [-36.7, -54.3] },
  { name: 'Guantánamo Bay', at: [-75.15, 19.95] },
  { name: 'Antarctica', at: [0, -75] },
];
