/**
 * Every command the host answers, with the types that cross. The screens know this and nothing of the
 * host: `host.ts` speaks to the real one, `fake/` stands in for it in a plain browser and in tests.
 */
import type { Absence } from './types/Absence'
import type { BlockDraft } from './types/BlockDraft'
import type { CalendarExport } from './types/CalendarExport'
import type { CalendarLine } from './types/CalendarLine'
import type { Comparison } from './types/Comparison'
import type { DayBlockDraft } from './types/DayBlockDraft'
import type { DaysOffLine } from './types/DaysOffLine'
import type { DocumentView } from './types/DocumentView'
import type { Edit } from './types/Edit'
import type { Estimate } from './types/Estimate'
import type { ExportFormat } from './types/ExportFormat'
import type { ForecastLine } from './types/ForecastLine'
import type { Frame } from './types/Frame'
import type { InboxAction } from './types/InboxAction'
import type { InboxEntry } from './types/InboxEntry'
import type { ItemId } from './types/ItemId'
import type { LibraryEntry } from './types/LibraryEntry'
import type { Mode } from './types/Mode'
import type { PlanCheck } from './types/PlanCheck'
import type { PlanTerms } from './types/PlanTerms'
import type { Preview } from './types/Preview'
import type { Readings } from './types/Readings'
import type { RemovedLine } from './types/RemovedLine'
import type { PhraseReading } from './types/PhraseReading'
import type { ReminderDraft } from './types/ReminderDraft'
import type { ReminderRule } from './types/ReminderRule'
import type { ReplanView } from './types/ReplanView'
import type { RoadmapEntry } from './types/RoadmapEntry'
import type { RoadmapSource } from './types/RoadmapSource'
import type { RoadmapView } from './types/RoadmapView'
import type { SessionDraft } from './types/SessionDraft'
import type { SessionPage } from './types/SessionPage'
import type { Settings } from './types/Settings'
import type { Setup } from './types/Setup'
import type { Shortcuts } from './types/Shortcuts'
import type { SnoozeLength } from './types/SnoozeLength'
import type { Sound } from './types/Sound'
import type { SourceExcerpt } from './types/SourceExcerpt'
import type { Surroundings } from './types/Surroundings'
import type { Taken } from './types/Taken'
import type { Templates } from './types/Templates'
import type { TimerView } from './types/TimerView'
import type { Way } from './types/Way'
import type { Wish } from './types/Wish'
import type { Work } from './types/Work'
import type { TodayView } from './types/TodayView'
import type { WorkChoice } from './types/WorkChoice'
import type { WeekView } from './types/WeekView'

/** What a screen reads. A change names the topics it touched, and whoever shows one reads it again. */
export type Topic = 'frame' | 'roadmap' | 'reading' | 'plan' | 'timer' | 'inbox' | 'reminders' | 'calendars'

/** What the host says by itself. */
export type Events = {
  /** Something changed: these topics are to be read again. */
  changed: Topic[]
  /** The timer changed its state (never once a second). */
  timer: TimerView
  /** A file was dropped on the window or handed over by a second start. */
  'offered-file': string
  /** Whether a file is held over the window, to be dropped. */
  'file-over': boolean
  /** The tray or a notification asks for a place. */
  open: 'today' | 'week' | 'roadmap' | 'settings' | 'replan' | 'inbox'
}

export interface Commands {
  get_frame(): Promise<Frame>
  /** Shows the mini window, or closes it. */
  show_mini(args: { shown: boolean }): Promise<void>
  /** Brings the main window to the front. */
  show_window(): Promise<void>
  /** Whether the system starts Waymark at login. */
  get_autostart(): Promise<boolean>
  set_autostart(args: { on: boolean }): Promise<void>
  /** What the system does not tell of the person, and why. */
  get_surroundings(): Promise<Surroundings>
  /** The keys that reach Waymark from every program, with what the system says to them. */
  get_shortcuts(): Promise<Shortcuts>
  set_shortcut(args: { wish: Wish; chord: string | null }): Promise<void>
  /** Plays a sound as it would be heard. */
  play_sound(args: { sound: Sound }): Promise<void>
  quit(): Promise<void>
  undo(): Promise<string | null>
  redo(): Promise<string | null>

  library(): Promise<LibraryEntry[]>
  /** Opens the system's file dialog; null when it was cancelled. */
  pick_roadmap(): Promise<string | null>
  preview(args: { source: RoadmapSource }): Promise<Preview>
  estimate(args: { source: RoadmapSource; setup: Setup }): Promise<Estimate>
  begin(args: { source: RoadmapSource; setup: Setup }): Promise<void>
  /** Says which of several ways a document goes; none takes the pick back. */
  pick_track(args: { source: RoadmapSource; label: string | null }): Promise<Preview>
  /** What a person can say that an item of a preview is. */
  get_readings(args: { source: RoadmapSource; item: ItemId }): Promise<Readings>
  /** Says what an item of a preview is; remembered for the document. */
  correct(args: { source: RoadmapSource; item: ItemId; taken: Taken }): Promise<Preview>
  take_correction_back(args: { source: RoadmapSource; item: ItemId }): Promise<Preview>
  load_sample(): Promise<void>
  remove_sample(): Promise<void>

  /** Every roadmap there is, the latest first. */
  get_roadmaps(): Promise<RoadmapEntry[]>
  /** Makes another roadmap the active one, and takes it back from the archive. */
  activate_roadmap(args: { id: number }): Promise<void>
  archive_roadmap(args: { id: number; archived: boolean }): Promise<void>
  rename_roadmap(args: { id: number; title: string }): Promise<void>
  /** Makes a copy, which is active afterwards; the hours worked stay with the original. */
  duplicate_roadmap(args: { id: number }): Promise<void>
  /** Opens the system's dialog for saving; null when it was cancelled. */
  pick_export(args: { title: string; format: ExportFormat }): Promise<string | null>
  export_roadmap(args: { id: number; format: ExportFormat; path: string }): Promise<void>
  /** Takes over a roadmap that was exported as JSON. */
  import_roadmap(args: { path: string }): Promise<void>

  /** The document behind the active roadmap. */
  get_document(): Promise<DocumentView>
  set_write_back(args: { consent: boolean }): Promise<void>
  /** What reading the document again would change; with a path, where the file is now. */
  compare_document(args: { path: string | null }): Promise<Comparison>
  /** Takes over what was compared. */
  read_again(args: { path: string | null; key: string }): Promise<void>
  /** Opens the system's file dialog; null when it was cancelled. */
  pick_progress_file(): Promise<string | null>
  set_progress_file(args: { path: string | null; fresh: boolean }): Promise<void>
  /** Writes the progress section now. */
  refresh_progress(): Promise<void>

  get_roadmap(): Promise<RoadmapView>
  get_source(args: { item: ItemId }): Promise<SourceExcerpt>
  set_done(args: { item: ItemId; done: boolean }): Promise<void>
  /** Changes by hand what the roadmap says. */
  edit_roadmap(args: { edit: Edit }): Promise<void>
  /** What was taken out of the roadmap, the latest first. */
  get_removed(): Promise<RemovedLine[]>
  /** Brings it back with what went along with it. */
  bring_back(args: { item: ItemId }): Promise<void>
  /** Picks an option, or none. */
  choose(args: { choice: ItemId; option: ItemId | null }): Promise<void>
  set_evidence(args: { item: ItemId; evidence: string | null }): Promise<void>
  set_reading(args: { item: ItemId; reading: number | null }): Promise<void>
  /** Says on which day an open-ended stage ended, or that it goes on. */
  end_stage(args: { stage: ItemId; on: string | null }): Promise<void>
  /** Opens the system's folder dialog for relative links; null when it was cancelled. */
  pick_resource_base(): Promise<string | null>
  set_resource_base(args: { base: string | null }): Promise<void>
  open_resource(args: { item: ItemId }): Promise<void>

  get_plan_check(): Promise<PlanCheck>
  /** Takes one of a finding's ways out, counted from 0. */
  resolve_finding(args: { key: string; remedy: number }): Promise<void>
  /** Leaves a finding as it is, or looks at it again. */
  accept_finding(args: { key: string; accepted: boolean }): Promise<void>

  /** The week that holds this day. */
  get_week(args: { day: string }): Promise<WeekView>
  save_block(args: { draft: BlockDraft }): Promise<void>
  remove_block(args: { id: number }): Promise<void>
  /** Moves a block on its date alone, or adds one that is there only then. */
  save_day_block(args: { draft: DayBlockDraft }): Promise<void>
  /** Leaves a block out on its date; one that is there only then goes. */
  skip_block(args: { key: string }): Promise<void>
  /** Puts a block back where it usually is. */
  restore_block(args: { key: string }): Promise<void>
  /** Says what a block is for; none leaves it to the plan. */
  give_block(args: { key: string; activity: ItemId | null }): Promise<void>
  get_days_off(): Promise<DaysOffLine[]>
  save_days_off(args: { line: DaysOffLine }): Promise<void>
  remove_days_off(args: { id: number }): Promise<void>
  get_templates(): Promise<Templates>
  /** Lets a template take over from a day on; none takes the change of that day back. */
  use_template(args: { day: string; template: number | null }): Promise<void>
  /** Adds a copy of a template, or one without blocks; answers its id. */
  add_template(args: { name: string; copy: number | null }): Promise<number>
  rename_template(args: { id: number; name: string }): Promise<void>
  remove_template(args: { id: number }): Promise<void>
  /** When each phase and the end are reached at the person's own pace. */
  get_forecast(): Promise<ForecastLine[]>
  /** What is missing of the plan, and the ways out. */
  get_replan(): Promise<ReplanView>
  /** Accepts a way out as it was seen. */
  accept_proposal(args: { way: Way; key: string }): Promise<void>
  get_today(): Promise<TodayView>
  /** Leaves a week as it ended: Today says no more of it. */
  leave_week(args: { week: string }): Promise<void>

  get_timer(): Promise<TimerView>
  /** Everything open that an interval can be for, the current stage first. */
  get_work_choices(): Promise<WorkChoice[]>
  /** Starts a focus interval on this work, or on what comes next; in the last mode, unless another is asked for. */
  start_timer(args: { work: Work | null; mode?: Mode | null }): Promise<void>
  start_break(): Promise<void>
  pause_timer(): Promise<void>
  resume_timer(): Promise<void>
  skip_interval(): Promise<void>
  /** Ends the interval now as finished. */
  finish_interval(): Promise<void>
  /** Abandons the interval. */
  stop_timer(args?: { reason: string | null }): Promise<void>
  /** Lets the cycle that leads to a long break start anew. */
  reset_round(): Promise<void>
  /** Goes on with other work: with the focus that is under way, else with the next one. */
  change_work(args: { work: Work }): Promise<void>
  /** Chooses how the next focus is measured. */
  choose_mode(args: { mode: Mode }): Promise<void>
  /** Notes something of the interval, or of the session that is named, where the timer has gone on since. */
  note_interval(args: { text: string; session?: number | null }): Promise<void>
  count_interruption(): Promise<void>
  extend_interval(args: { minutes: number }): Promise<void>
  resolve_absence(args: { choice: Absence }): Promise<void>

  /** A page of the sessions that began on these days, the latest first; pages count from 0. */
  get_sessions(args: { from: string; to: string; page: number }): Promise<SessionPage>
  /** Adds a session by hand. */
  add_session(args: { draft: SessionDraft }): Promise<void>
  change_session(args: { id: number; draft: SessionDraft }): Promise<void>
  /** Makes two of a session, parted at an instant. */
  split_session(args: { id: number; at: string }): Promise<void>
  remove_session(args: { id: number }): Promise<void>

  get_inbox(): Promise<InboxEntry[]>
  see_inbox(): Promise<void>
  answer_inbox(args: { id: number; action: InboxAction }): Promise<void>
  /** Puts an entry off: it comes again as one of its own. */
  snooze_inbox(args: { id: number; length: SnoozeLength }): Promise<void>

  /** The rules of reminders, the app's own first. */
  get_reminders(): Promise<ReminderRule[]>
  save_reminder(args: { draft: ReminderDraft }): Promise<void>
  /** Reads a reminder in plain words; nothing is kept. */
  read_reminder(args: { words: string }): Promise<PhraseReading>
  /** Adds a reminder from plain words; answers its name. */
  add_reminder(args: { words: string }): Promise<string>
  remove_reminder(args: { id: string }): Promise<void>
  /** Holds all reminders back until then, or no longer. */
  hold_reminders(args: { until: string | null }): Promise<void>

  /** The calendars whose times plans keep clear of. */
  get_calendars(): Promise<CalendarLine[]>
  /** Opens the system's dialog for a calendar file or a folder of them; null when it was cancelled. */
  pick_calendar(args: { folder: boolean }): Promise<string | null>
  /** Reads a calendar and keeps clear of its times. */
  add_calendar(args: { path: string }): Promise<void>
  remove_calendar(args: { id: number }): Promise<void>
  /** Opens the system's dialog for saving; null when it was cancelled. */
  pick_calendar_export(args: { title: string }): Promise<string | null>
  /** Writes the plan's blocks and gates into a calendar file. */
  export_calendar(args: { path: string }): Promise<CalendarExport>

  save_settings(args: { settings: Settings }): Promise<void>
  get_terms(): Promise<PlanTerms>
  /** What other terms of the plan would come to. */
  estimate_terms(args: { setup: Setup }): Promise<Estimate>
  save_terms(args: { setup: Setup }): Promise<void>
}

/** The host, as the screens see it. */
export interface Bridge {
  commands: Commands
  /** Listens to the host; the answer stops listening. */
  on<Name extends keyof Events>(name: Name, heard: (payload: Events[Name]) => void): Promise<() => void>
}
