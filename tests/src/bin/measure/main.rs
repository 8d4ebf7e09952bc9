//! `measure EMPTY_WINDOW UI_DIST`: how long the real window takes from its program's start to the first painted
//! picture, beside a window that has nothing to do, and how much JavaScript its first screen loads.
//!
//! `WAYMARK_BIN` says which app. It needs a screen with a window manager; `cargo xtask bench` brings one. What the
//! figures mean is in `start` (one start of one program), `screen` (what can be seen), `processes` (memory) and
//! `page` (JavaScript); here are the order of the starts and the table.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a tool of the tests: what is not as it must be ends it, and it talks to the person at the terminal"
)]

mod page;
mod processes;
mod screen;
mod start;

use serde_json::json;
use start::{Program, Start};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use std::{env, fs, thread};
use waymark_tests::window::{self, Home};
use waymark_tests::{Desktop, Window};

/// How often each program is started. Odd, so that one start is the median.
const ROUNDS: usize = 7;

/// How much longer than an empty window Waymark's may take until it is painted.
const MOST_TIMES: f64 = 1.3;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [empty_window, ui] = &arguments[..] else {
        eprintln!("usage: measure EMPTY_WINDOW UI_DIST");
        return ExitCode::from(2);
    };
    page::weigh(ui);
    let (desktop, sample) = (Desktop::start(), Home::new());
    load_sample(&desktop, &sample);
    let waymark = |name, data| Program { name, path: window::program(), takes_data: true, data };
    let programs = [
        Program { name: "empty window", path: empty_window.clone(), takes_data: false, data: None },
        waymark("first run", None),
        waymark("sample, Today", Some(sample.data())),
    ];
    println!("\nThe window: {ROUNDS} starts each, in turn, after one that does not count");
    println!("  {}", how_busy());
    let mut starts: Vec<Vec<Start>> = programs.iter().map(|_| Vec::new()).collect();
    let caches = tempfile::tempdir().unwrap();
    for round in 0..=ROUNDS {
        for (program, starts) in programs.iter().zip(&mut starts) {
            let start = program.start(&desktop, caches.path());
            // The first one fills the caches for the others.
            if round > 0 {
                starts.push(start);
            }
        }
    }
    print_table(&programs, &starts);
    ExitCode::SUCCESS
}

/// Gives that person the plan with six weeks of history.
fn load_sample(desktop: &Desktop, home: &Home) {
    let window = Window::open(desktop, home);
    window.invoke("load_sample", json!({})).unwrap();
    window.quit();
}

/// What else the machine has to do, which makes every figure worse.
fn how_busy() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap();
    let load = load.split(' ').next().unwrap();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    format!("load before: {load} on {cores} cores")
}

fn print_table(programs: &[Program], starts: &[Vec<Start>]) {
    println!(
        "  {:<14}  {:>20}  {:>20}  {:>20}  {:>7}",
        "median (range)", "window, ms", "painted, ms", "ready, ms", "PSS, MB"
    );
    for (program, starts) in programs.iter().zip(starts) {
        let time = |moment: fn(&Start) -> Duration| {
            let times = sorted(starts, |start| moment(start).as_secs_f64() * 1000.0);
            format!("{:.0} ({:.0}–{:.0})", median(&times), times[0], times[times.len() - 1])
        };
        println!(
            "  {:<14}  {:>20}  {:>20}  {:>20}  {:>7.0}",
            program.name,
            time(|start| start.window),
            time(|start| start.painted),
            time(|start| start.ready),
            median(&sorted(starts, |start| start.memory as f64 / 1e6)),
        );
    }
    let painted: Vec<Vec<f64>> =
        starts.iter().map(|starts| sorted(starts, |start| start.painted.as_secs_f64())).collect();
    for (program, times) in programs.iter().zip(&painted).skip(1) {
        let ratio = median(times) / median(&painted[0]);
        println!(
            "  {}: painted after {ratio:.2} times an empty window's time ({:.2} at the quickest); {} {MOST_TIMES}",
            program.name,
            times[0] / painted[0][0],
            if ratio <= MOST_TIMES { "within" } else { "MORE THAN" },
        );
    }
}

fn sorted(starts: &[Start], figure: impl Fn(&Start) -> f64) -> Vec<f64> {
    let mut figures: Vec<f64> = starts.iter().map(figure).collect();
    figures.sort_by(f64::total_cmp);
    figures
}

fn median(sorted: &[f64]) -> f64 {
    sorted[sorted.len() / 2]
}
