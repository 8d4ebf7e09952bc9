//! What two sequences have in common, in order.

use imara_diff::{Algorithm, Diff, Token};
use std::collections::HashMap;
use std::hash::Hash;

/// Of a long sequence so many equal values count as one and the same, and those behind them as another. Of a value that
/// stands very often imara-diff 0.2.0 looks at all that is before each, and takes minutes (mended since, for its next
/// release: "Bound common-line pruning to the local window").
const ALIKE: usize = 63;
/// What a long sequence has at least: a shorter one takes no time, and in this one [`ALIKE`] is not often.
const LONG: usize = 4096;

/// The positions of a longest common subsequence, or of nearly one where finding it would take too long:
/// the diff bounds its work as git's does.
pub(super) fn common<T: Copy + Eq + Hash>(before: &[T], after: &[T]) -> Vec<(usize, usize)> {
    let alike = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let mut pairs: Vec<(usize, usize)> = (0..alike).map(|at| (at, at)).collect();
    let (Some(before), Some(after)) = (before.get(alike..), after.get(alike..)) else { return pairs };
    if before.is_empty() || after.is_empty() {
        return pairs;
    }
    let alike_at_most = if before.len().max(after.len()) < LONG { usize::MAX } else { ALIKE };
    let mut known: HashMap<(T, usize), u32> = HashMap::new();
    let mut tokens = |values: &[T]| -> Vec<Token> {
        let mut counts: HashMap<T, usize> = HashMap::new();
        let mut name = |value: &T| {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            let count = counts.entry(*value).or_default();
            *count += 1;
            Token::from(*known.entry((*value, *count / alike_at_most)).or_insert(next))
        };
        values.iter().map(&mut name).collect()
    };
    let (before, after) = (tokens(before), tokens(after));
    let count = u32::try_from(known.len()).unwrap_or(u32::MAX);
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Myers, &before, &after, count);
    let kept = |len: usize, is_gone: &dyn Fn(u32) -> bool| -> Vec<usize> {
        (0..len).filter(|at| u32::try_from(*at).is_ok_and(|at| !is_gone(at))).map(|at| alike + at).collect()
    };
    let ours = kept(before.len(), &|at| diff.is_removed(at));
    let theirs = kept(after.len(), &|at| diff.is_added(at));
    pairs.extend(ours.into_iter().zip(theirs));
    pairs
}

/// For each of some different numbers, whether it belongs to a longest rising subsequence: the others are
/// those that moved.
pub(super) fn rising(numbers: &[usize]) -> Vec<bool> {
    // The position of the least last number of a rising subsequence of each length, as patience sorting has it.
    let mut last: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = last.partition_point(|end| numbers.get(*end) < Some(number));
        before.push(length.checked_sub(1).and_then(|shorter| last.get(shorter).copied()));
        match last.get_mut(length) {
            Some(end) => *end = at,
            None => last.push(at),
        }
    }
    let mut belongs = vec![false; numbers.len()];
    let mut next = last.last().copied();
    while let Some(at) = next {
        if let Some(belongs) = belongs.get_mut(at) {
            *belongs = true;
        }
        next = before.get(at).copied().flatten();
    }
    belongs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_is_what_does_not_rise() {
        assert_eq!(rising(&[]), Vec::<bool>::new());
        assert_eq!(rising(&[1, 9, 2, 3]), [true, false, true, true]);
        assert_eq!(rising(&[2, 3, 4, 1]), [true, true, true, false]);
    }

    #[test]
    fn a_value_that_stands_very_often_takes_no_longer() {
        let before: Vec<usize> = (0..150_000).map(|at| if at % 20 == 3 { at } else { 0 }).collect();
        let after: Vec<usize> = before.iter().map(|value| if *value > 0 { value + 1 } else { 0 }).collect();
        let pairs = common(&before, &after);
        assert!(pairs.len() * 100 > before.len() * 94, "{}", pairs.len());
        assert!(pairs.iter().all(|(from, to)| from == to));
    }

    #[test]
    fn equal_values_pair_with_those_beside_the_same_neighbours() {
        let pairs = common(&['r', 'a', 'r', 'b', 'r'], &['a', 'r', 'b', 'r']);
        assert_eq!(pairs, [(1, 0), (2, 1), (3, 2), (4, 3)]);
        assert_eq!(common(&['a'], &['b']), []);
    }
}
