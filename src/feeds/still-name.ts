/** The name of a moment's still in `steps/`, without its ending: the step's id, with `.2` for its second state: no id has a dot. */
export function stillName({ step, state }: { step: string; state: number }): string {
  return state === 0 ? step : `${step}.${state + 1}`;
}
