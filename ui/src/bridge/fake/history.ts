/** What the fake can take back. */
interface Step {
  label: string
  back: () => void
  again: () => void
}

export class FakeHistory {
  private done: Step[] = []
  private undone: Step[] = []

  /** Does something and remembers how to take it back. */
  change(label: string, again: () => void, back: () => void) {
    again()
    this.done.push({ label, back, again })
    this.undone = []
  }

  undo(): string | null {
    const step = this.done.pop()
    if (!step) return null
    step.back()
    this.undone.push(step)
    return step.label
  }

  redo(): string | null {
    const step = this.undone.pop()
    if (!step) return null
    step.again()
    this.done.push(step)
    return step.label
  }

  get undoLabel(): string | null {
    return this.done.at(-1)?.label ?? null
  }

  get redoLabel(): string | null {
    return this.undone.at(-1)?.label ?? null
  }
}
