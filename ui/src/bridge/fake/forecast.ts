/** When the fake's plan is through, at the pace of its weeks. */
import type { ForecastLine } from '../types/ForecastLine'
import { later } from './week'

export function forecastOf(today: string): ForecastLine[] {
  const between = (from: number, to: number) => ({ from: later(today, from), to: later(today, to) })
  return [
    {
      phase: null,
      months: null,
      title: '',
      planned: later(today, 42),
      reached: { kind: 'between', median: later(today, 50), half: between(46, 54), most: between(40, 63) },
    },
  ]
}
