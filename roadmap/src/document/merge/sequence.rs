//! What two sequences have in common, in order.

use imara_diff::{Algorithm, Diff, Token};
use std::collections::HashMap;
use std::hash::Hash;

/// The positions of a longest common subsequence, or of nearly one where finding it would take too long:
/// the diff bounds its work as git's does.
pub(super) fn common<T: Copy + Eq + Hash>(before: &[T], after: &[T]) -> Vec<(usize, usize)> {
    let alike = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let mut pairs: Vec<(usize, usize)> = (0..alike).map(|at| (at, at)).collect();
    let (Some(before), Some(after)) = (before.get(alike..), after.get(alike..)) else { return pairs };
    if before.is_empty() || after.is_empty() {
        return pairs;
    }
    let mut known: HashMap<T, u32> = HashMap::new();
    let mut tokens = |values: &[T]| -> Vec<Token> {
        let mut name = |value: &T| {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            Token::from(*known.entry(*value).or_insert(next))
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
    fn equal_values_pair_with_those_beside_the_same_neighbours() {
        let pairs = common(&['r', 'a', 'r', 'b', 'r'], &['a', 'r', 'b', 'r']);
        assert_eq!(pairs, [(1, 0), (2, 1), (3, 2), (4, 3)]);
        assert_eq!(common(&['a'], &['b']), []);
    }
}
