/**
 * A host that keeps everything in memory: for developing in a plain browser and for component tests.
 * `?scene=`, `?timer=`, `?theme=`, `?document=`, `?file=`, `?sample` and `?troubled` in the URL pick a situation.
 */
import type { Bridge, Commands, Events, Topic } from '../commands'
import { world, type World } from './world'
import { situation, wished, type Scene, type Wish } from './scenes'

type Heard = (payload: never) => void

export class Fake implements Bridge {
  commands: Commands
  private world: World
  private readonly ears = new Map<keyof Events, Set<Heard>>()

  constructor(wish: Wish) {
    this.world = this.build(wish)
    this.commands = this.world.commands
  }

  on: Bridge['on'] = async (name, heard) => {
    const ears = this.ears.get(name) ?? new Set()
    this.ears.set(name, ears.add(heard as Heard))
    return () => void ears.delete(heard as Heard)
  }

  /** What the host would say by itself. */
  say<Name extends keyof Events>(name: Name, payload: Events[Name]) {
    this.ears.get(name)?.forEach((heard) => heard(payload as never))
  }

  /** Begins anew in this scene. */
  show(scene: Scene, more: Partial<Wish> = {}) {
    this.world.dispose()
    this.world = this.build({ ...wished(''), scene, ...more })
    this.commands = this.world.commands
    this.say('changed', ['frame', 'roadmap', 'plan', 'timer', 'inbox', 'reminders', 'calendars'])
  }

  /** Lets the running interval reach its deadline now. */
  endInterval() {
    this.world.timer.end()
  }

  private build(wish: Wish): World {
    const changed = (...topics: Topic[]) => this.say('changed', topics)
    return world(wish, situation(wish.scene), changed, (view) => this.say('timer', view))
  }
}

export const fake = new Fake(wished(location.search))
