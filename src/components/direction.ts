const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);
const RIGHT_TO_LEFT_SCRIPTS = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo']);

/** The direction of a language's script by its BCP 47 tag: `ar`, `az-Arab` and `he-IL` run from right to left. */
export function dirOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = lang.toLowerCase().split('-');
  const script = rest.find((part) => part.length === 4);
  const rtl = script ? RIGHT_TO_LEFT_SCRIPTS.has(script) : RIGHT_TO_LEFT.has(language);
  return rtl ? 'rtl' : 'ltr';
}

/** `lang` for parts of the interface on a page in this language: "en" where the page is in another, else undefined. */
export function interfaceLang(lang: string): 'en' | undefined {
  return /^en(-|$)/i.test(lang) ? undefined : 'en';
}
