/** What a setup comes to, kept up with a slider: one question at a time, and the latest one always answered. */
import { commands, type Estimate, type RoadmapSource, type Setup } from '../../bridge'
import { problemOf } from '../../shared/problems.svelte'

export class Estimating {
  /** The latest answer. */
  estimate = $state.raw<Estimate | null>(null)
  /** Why the latest setup makes no plan. */
  problem = $state<string | null>(null)

  private wanted: Setup | null = null
  private asking = false

  constructor(private readonly source: RoadmapSource) {}

  async ask(setup: Setup): Promise<void> {
    this.wanted = setup
    if (this.asking) return
    this.asking = true
    while (this.wanted) {
      const asked: Setup = this.wanted
      this.wanted = null
      try {
        this.estimate = await commands.estimate({ source: this.source, setup: asked })
        this.problem = null
      } catch (thrown) {
        this.problem = problemOf(thrown).message
      }
    }
    this.asking = false
  }
}
