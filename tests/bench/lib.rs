//! Nothing but the home of the benches beside it.
