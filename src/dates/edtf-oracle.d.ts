/** The little of npm `edtf` that our tests hold us to; it ships no types. */
declare module 'edtf' {
  export default function edtf(text: string): { min: number; max: number };
}
