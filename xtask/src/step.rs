//! Saying what is being done and how long it took. A chore's long parts go through here, one line each.

use std::time::{Duration, Instant};

use crate::failure::Failure;

/// Does a piece of work under its title, and says at the end how long it took.
///
/// # Errors
/// Those of the work.
pub(crate) fn step<T>(title: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    println!("==> {title}");
    let (result, took) = timed(work);
    if result.is_ok() {
        println!("    {title}: done in {}", shown(took));
    }
    result
}

/// The result of some work, and how long it took.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    #[expect(clippy::disallowed_methods, reason = "how long a chore took, for its own line")]
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// A duration as a person says it: `0.4 s`, `12 s`, `3 min 05 s`.
pub(crate) fn shown(took: Duration) -> String {
    let seconds = took.as_secs_f64();
    if seconds < 9.95 {
        return format!("{seconds:.1} s");
    }
    let whole = (took + Duration::from_millis(500)).as_secs();
    if whole < 60 { format!("{whole} s") } else { format!("{} min {:02} s", whole / 60, whole % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_reads_like_speech() {
        let shown = |milliseconds| shown(Duration::from_millis(milliseconds));
        assert_eq!(shown(0), "0.0 s");
        assert_eq!(shown(440), "0.4 s");
        assert_eq!(shown(9_990), "10 s");
        assert_eq!(shown(59_700), "1 min 00 s");
        assert_eq!(shown(185_000), "3 min 05 s");
    }
}
