//! `cargo xtask test`: every check and test, in order, up to the real window. How steps are chosen, run and summed up
//! is here; what they do is in `steps`.

mod steps;

use std::{ffi::OsString, time::Duration};

use crate::{
    failure::{Done, Failure},
    step::{shown, timed},
};

/// `cargo xtask test [--only STEP] [--keep-going] [--list]`.
pub(crate) fn chore(arguments: &[OsString]) -> Done {
    let wish = Wish::read(arguments)?;
    if wish.list {
        list();
        return Ok(());
    }
    let chosen = chosen(steps::STEPS, &wish.only)?;
    let mut results: Vec<Ran> = Vec::new();
    for (at, step) in chosen.iter().enumerate() {
        if results.iter().any(|ran| ran.failed()) && !wish.keep_going {
            results.push(Ran { name: step.name, end: End::NotReached, took: Duration::ZERO });
            continue;
        }
        println!("\n==> [{}/{}] {}: {}", at + 1, chosen.len(), step.name, step.about);
        let (end, took) = timed(step.run);
        let end = end.unwrap_or_else(|failure| {
            failure.say();
            End::Failed
        });
        results.push(Ran { name: step.name, end, took });
    }
    println!("\n{}", summary(&results));
    // The line that counts stays the last one.
    if results.iter().any(Ran::failed) { Err(Failure::already_said()) } else { Ok(()) }
}

/// One check, or one run of tests.
struct Step {
    name: &'static str,
    about: &'static str,
    /// The steps that must have been done before.
    after: &'static [&'static str],
    run: fn() -> Result<End, Failure>,
}

/// How a step ended.
#[derive(Debug, PartialEq, Eq)]
enum End {
    Passed,
    Failed,
    /// It does not apply here, and why.
    Skipped(&'static str),
    /// An earlier one failed.
    NotReached,
}

struct Ran {
    name: &'static str,
    end: End,
    took: Duration,
}

impl Ran {
    fn failed(&self) -> bool {
        self.end == End::Failed
    }
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Wish {
    only: Vec<String>,
    keep_going: bool,
    list: bool,
}

impl Wish {
    fn read(arguments: &[OsString]) -> Result<Self, Failure> {
        const USAGE: &str = "cargo xtask test [--only STEP]... [--keep-going] [--list]";
        let mut wish = Self::default();
        let mut arguments = arguments.iter().map(|argument| argument.to_string_lossy());
        while let Some(argument) = arguments.next() {
            match argument.as_ref() {
                "--keep-going" => wish.keep_going = true,
                "--list" => wish.list = true,
                "--only" => match arguments.next() {
                    Some(step) => wish.only.push(step.into_owned()),
                    None => return Err(Failure::new("`--only` wants a step", "cargo xtask test --list")),
                },
                unknown => return Err(Failure::new(format!("`test` does not know {unknown}"), USAGE)),
            }
        }
        Ok(wish)
    }
}

fn list() {
    let width = steps::STEPS.iter().map(|step| step.name.len()).max().unwrap_or(0);
    for step in steps::STEPS {
        println!("{:width$}  {}", step.name, step.about);
    }
}

/// The steps to run, in order: all, or those asked for with what must have been done before them.
fn chosen<'a>(steps: &'a [Step], only: &[String]) -> Result<Vec<&'a Step>, Failure> {
    if let Some(unknown) = only.iter().find(|name| steps.iter().all(|step| step.name != **name)) {
        return Err(Failure::new(
            format!("there is no step `{unknown}`"),
            "`cargo xtask test --list` lists those there are",
        ));
    }
    let mut wanted: Vec<&str> = only.iter().map(String::as_str).collect();
    // A step comes after those it builds on, so one look from the end finds them all.
    for step in steps.iter().rev() {
        if wanted.contains(&step.name) {
            wanted.extend(step.after);
        }
    }
    Ok(steps.iter().filter(|step| only.is_empty() || wanted.contains(&step.name)).collect())
}

/// A line for each step, and at last the line that counts them.
fn summary(results: &[Ran]) -> String {
    let width = results.iter().map(|ran| ran.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for Ran { name, end, took } in results {
        let end = match end {
            End::Passed => format!("passed   {}", shown(*took)),
            End::Failed => format!("FAILED   {}", shown(*took)),
            End::Skipped(reason) => format!("skipped  {reason}"),
            End::NotReached => "not reached".to_owned(),
        };
        text += &format!("  {name:width$}  {end}\n");
    }
    let total = results.iter().map(|ran| ran.took).sum();
    let passed = results.iter().filter(|ran| ran.end == End::Passed).count();
    let failed = results.iter().filter(|ran| ran.failed()).count();
    text + &format!("  {:width$}  {}\n\n{passed} passed, {failed} failed", "all", shown(total))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: fn() -> Result<End, Failure> = || Ok(End::Passed);
    const STEPS: &[Step] = &[
        Step { name: "packages", about: "", after: &[], run: NOTHING },
        Step { name: "fmt", about: "", after: &[], run: NOTHING },
        Step { name: "ui", about: "", after: &["packages"], run: NOTHING },
        Step { name: "window", about: "", after: &["ui"], run: NOTHING },
    ];

    fn names(only: &[&str]) -> Vec<&'static str> {
        let only: Vec<_> = only.iter().map(|name| (*name).to_owned()).collect();
        chosen(STEPS, &only).unwrap().iter().map(|step| step.name).collect()
    }

    #[test]
    fn all_steps_run_unless_some_are_asked_for() {
        assert_eq!(names(&[]), ["packages", "fmt", "ui", "window"]);
        assert_eq!(names(&["fmt"]), ["fmt"]);
    }

    #[test]
    fn a_step_brings_those_it_builds_on() {
        assert_eq!(names(&["window"]), ["packages", "ui", "window"]);
    }

    #[test]
    fn an_unknown_step_is_named() {
        let said = chosen(STEPS, &["widow".to_owned()]).err().unwrap().to_string();
        assert!(said.contains("widow"), "{said}");
    }

    #[test]
    fn every_step_comes_after_those_it_builds_on() {
        for (at, step) in steps::STEPS.iter().enumerate() {
            for before in step.after {
                assert!(steps::STEPS[..at].iter().any(|step| step.name == *before), "{} {before}", step.name);
            }
        }
    }

    #[test]
    fn the_last_line_counts_what_passed_and_what_failed() {
        let ran = |name, end| Ran { name, end, took: Duration::from_secs(2) };
        let text = summary(&[
            ran("fmt", End::Passed),
            ran("window", End::Skipped("Linux only")),
            ran("clippy", End::Failed),
            ran("tests", End::NotReached),
        ]);
        assert_eq!(text.lines().last(), Some("1 passed, 1 failed"));
        assert!(text.contains("  clippy  FAILED   2.0 s\n"), "{text}");
    }

    #[test]
    fn options_are_read_and_unknown_ones_refused() {
        let words = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        let wish = Wish::read(&words(&["--only", "fmt", "--only", "ui", "--keep-going"])).unwrap();
        assert_eq!(wish, Wish { only: vec!["fmt".into(), "ui".into()], keep_going: true, list: false });
        assert!(Wish::read(&words(&["--onyl", "fmt"])).is_err());
        assert!(Wish::read(&words(&["--only"])).is_err());
    }
}
