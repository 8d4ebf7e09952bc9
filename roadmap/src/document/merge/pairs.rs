//! Which place of one tree is the same thing as which of another.

const NONE: usize = usize::MAX;

/// Places of two trees, each with at most one counterpart.
pub(super) struct Pairs {
    there: Vec<usize>,
    back: Vec<usize>,
}

impl Pairs {
    /// No pair yet between so many places and so many others.
    pub(super) fn new(here: usize, there: usize) -> Self {
        Self { there: vec![NONE; here], back: vec![NONE; there] }
    }

    /// Makes a pair of two places that are still single. False where one is not.
    pub(super) fn pair(&mut self, here: usize, there: usize) -> bool {
        let (Some(to), Some(back)) = (self.there.get_mut(here), self.back.get_mut(there)) else {
            return false;
        };
        let single = *to == NONE && *back == NONE;
        if single {
            (*to, *back) = (there, here);
        }
        single
    }

    /// The counterpart of a place of the first tree.
    pub(super) fn of(&self, here: usize) -> Option<usize> {
        self.there.get(here).copied().filter(|at| *at != NONE)
    }

    /// The counterpart of a place of the second tree.
    pub(super) fn back(&self, there: usize) -> Option<usize> {
        self.back.get(there).copied().filter(|at| *at != NONE)
    }
}
