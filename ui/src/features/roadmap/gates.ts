/** How far a gate is met: a metric is by its reading, or by being ticked. */
import { childrenOf, isDone, type ItemOf } from '../../shared/plan/items'
import { meets } from '../../shared/plan/words'

export interface GateStanding {
  met: number
  total: number
}

export function isMet(metric: ItemOf<'metric'>): boolean {
  const reading = metric.record?.reading ?? null
  return isDone(metric) || (metric.measure !== null && reading !== null && meets(metric.measure, reading))
}

export function gateStanding(gate: ItemOf<'gate'>): GateStanding {
  const metrics = childrenOf(gate, 'metric')
  return { met: metrics.filter(isMet).length, total: metrics.length }
}
