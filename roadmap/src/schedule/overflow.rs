//! The stated order in which a block takes other work when its own category leaves room.

use crate::Category;
use crate::Category::{HandsOn, InterviewPrep, JobSearch, Networking, Study, Writing};

/// What a block of that category takes besides its own, first choices first, unless the person
/// says otherwise. The nearest kind of work comes first: study and hands-on take each other, since
/// both are deep work; interview practice leans on study; applications, messages and posts stay
/// together. Review and rest take nothing, and nothing takes them.
pub const fn overflow(category: Category) -> &'static [Category] {
    match category {
        Study => &[HandsOn, InterviewPrep, JobSearch, Writing, Networking],
        HandsOn => &[Study, InterviewPrep, Writing, JobSearch, Networking],
        InterviewPrep => &[JobSearch, Study, HandsOn, Networking, Writing],
        JobSearch => &[Networking, InterviewPrep, Writing, Study, HandsOn],
        Writing => &[Networking, JobSearch, Study, HandsOn, InterviewPrep],
        Networking => &[JobSearch, Writing, InterviewPrep, Study, HandsOn],
        Category::Review | Category::Rest => &[],
    }
}
