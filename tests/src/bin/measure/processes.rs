//! A program's processes, as Linux lists them under `/proc`.

use std::fs;

/// One process, told apart from a later one of the same number by when it was started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Process {
    number: u32,
    parent: u32,
    started: String,
    is_defunct: bool,
}

impl Process {
    fn read(number: u32) -> Option<Self> {
        let stat = fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
        // The name stands in brackets and may itself hold any sign; what follows it has fixed places (proc_pid_stat(5)).
        let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
        Some(Self {
            number,
            parent: fields.get(1)?.parse().ok()?,
            started: (*fields.get(19)?).to_owned(),
            is_defunct: matches!(*fields.first()?, "Z" | "X"),
        })
    }

    /// Whether it runs no more, even if nobody has asked how it ended.
    pub(crate) fn has_ended(&self) -> bool {
        Self::read(self.number).is_none_or(|now| now.is_defunct || now.started != self.started)
    }
}

/// A process and all its children, and theirs.
pub(crate) fn tree(root: u32) -> Vec<Process> {
    let numbers =
        fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let all: Vec<Process> = numbers.filter_map(Process::read).filter(|process| !process.is_defunct).collect();
    let mut tree: Vec<Process> = all.iter().filter(|process| process.number == root).cloned().collect();
    let mut next = 0;
    while let Some(parent) = tree.get(next).map(|process| process.number) {
        tree.extend(all.iter().filter(|process| process.parent == parent).cloned());
        next += 1;
    }
    tree
}

/// The memory that is theirs, in bytes: what several processes share is divided among them (PSS), also with processes
/// of others that use the same libraries.
pub(crate) fn memory(processes: &[Process]) -> u64 {
    let kilobytes = |process: &Process| -> Option<u64> {
        let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", process.number)).ok()?;
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        line.trim().strip_suffix(" kB")?.parse().ok()
    };
    processes.iter().filter_map(kilobytes).sum::<u64>() * 1024
}
