/** How far the gates and their metrics are, as the host reads it from history and from the person's word. */
import { createContext } from 'svelte'
import type { GateReading, ItemId, MetricReading, RoadmapView } from '../../bridge'

export interface GateStanding {
  met: number
  total: number
}

export interface Gates {
  standing(gate: ItemId): GateStanding
  /** Nothing for a metric outside of every gate. */
  metric(metric: ItemId): MetricReading | null
}

export const [useGates, provideGates] = createContext<Gates>()

export function gatesOf(view: () => Pick<RoadmapView, 'gates'> | undefined): Gates {
  const gates = () => view()?.gates ?? []
  return {
    standing(gate) {
      const reading = gates().find((one) => one.gate === gate)
      return reading ? standingOf(reading) : { met: 0, total: 0 }
    },
    metric(metric) {
      const metrics = gates().flatMap((gate) => gate.metrics)
      return metrics.find((one) => one.metric === metric) ?? null
    },
  }
}

export function standingOf({ metrics }: GateReading): GateStanding {
  return { met: metrics.filter((metric) => metric.met).length, total: metrics.length }
}
