//! The one way to write.

use crate::{Changes, Store, Table, undo};
use chrono::{DateTime, Utc};
use rusqlite::Transaction;
use rusqlite::hooks::Action;
use std::sync::{Arc, Mutex, PoisonError};

/// Who writes and what: a person's change can be undone, the app's own notes cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// A person's change, in words that fit behind "Undo" ("tick “Model deployed”").
    Change(String),
    /// What the app writes by itself: the timer's state, occurrences, sessions.
    Own,
}

impl Label {
    /// A person's change.
    pub fn change(words: impl Into<String>) -> Self {
        Self::Change(words.into())
    }
}

/// What came of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// What the transaction answered.
    pub value: T,
    /// The tables it touched.
    pub changes: Changes,
}

impl Store {
    /// Runs `work` in one transaction: all of it is kept, or nothing where it answers an error. Records
    /// how to take a [`Label::Change`] back, and says which tables were touched.
    ///
    /// # Errors
    /// What `work` answers, or that the transaction could not begin or commit.
    pub fn transact<T, E: From<rusqlite::Error>>(
        &mut self,
        label: &Label,
        now: DateTime<Utc>,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.commit(|transaction| {
            let step = match label {
                Label::Change(words) => Some(undo::begin(transaction, words, now)?),
                Label::Own => None,
            };
            let value = work(transaction)?;
            if let Some(step) = step {
                undo::end(transaction, step)?;
            }
            Ok(value)
        })
    }

    /// Runs `work` in one transaction and says which tables it touched.
    pub(crate) fn commit<T, E: From<rusqlite::Error>>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let touched = Arc::new(Mutex::new(Changes::new()));
        let note = Arc::clone(&touched);
        self.connection.update_hook(Some(move |_: Action, _: &str, table: &str, _: i64| {
            if let Some(table) = Table::named(table) {
                note.lock().unwrap_or_else(PoisonError::into_inner).insert(table);
            }
        }))?;
        let outcome = run(&mut self.connection, work);
        self.connection.update_hook(None::<fn(Action, &str, &str, i64)>)?;
        let value = outcome?;
        let changes = std::mem::take(&mut *touched.lock().unwrap_or_else(PoisonError::into_inner));
        Ok(Done { value, changes })
    }
}

fn run<T, E: From<rusqlite::Error>>(
    connection: &mut rusqlite::Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let value = work(&transaction)?;
    transaction.commit()?;
    Ok(value)
}
