//! Why a document can't be read.

/// The most bytes a document may have: 14 MB, some hundred times the longest roadmap seen. Of the costliest kind, bare
/// addresses without end, that takes some 330 MB of memory to read.
pub const MOST_BYTES: usize = 14 * 1024 * 1024;

/// The most lists and quotes that may be open at once. Beyond that no person follows, and reading
/// gets slow with the square of the depth.
pub const MOST_NESTED: usize = 64;

/// The most lines that say something. 10 MB of a roadmap have some 200,000; as many of the shortest
/// lines take more memory than a desktop app should.
pub const MOST_LINES: usize = 250_000;

/// The most marks of Markdown (list and quote marks, bars of tables, brackets, stars and the like).
/// 10 MB of a roadmap have some 500,000; each may cost as much as a line.
pub const MOST_MARKS: usize = 750_000;

/// Why a document can't be read. Each message names the document and says what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Nothing in it but white space.
    #[error("{name} is empty: open a Markdown file that has text in it")]
    Empty {
        /// The document's name.
        name: String,
    },
    /// It holds NUL bytes, as no text does.
    #[error("{name} is not a text file (NUL byte at {byte}): open the Markdown file it was made from")]
    Binary {
        /// The document's name.
        name: String,
        /// The place of the first NUL, counted from 0.
        byte: usize,
    },
    /// It is in another encoding.
    #[error("{name} is not UTF-8 (line {line}, byte {byte}): save it as UTF-8 in a text editor")]
    NotUtf8 {
        /// The document's name.
        name: String,
        /// The line of the first wrong byte, counted from 1.
        line: usize,
        /// The place of the first wrong byte, counted from 0.
        byte: usize,
    },
    /// It is longer than [`MOST_BYTES`].
    #[error("{name} has {bytes} bytes, and a roadmap may have {limit}: split it into several files")]
    TooLarge {
        /// The document's name.
        name: String,
        /// Its length.
        bytes: usize,
        /// The most that is read.
        limit: usize,
    },
    /// It has more lines than [`MOST_LINES`].
    #[error("{name} has {lines} lines, and a roadmap may have {limit}: split it into several files")]
    TooManyLines {
        /// The document's name.
        name: String,
        /// How many lines say something.
        lines: usize,
        /// The most that is read.
        limit: usize,
    },
    /// It has more marks than [`MOST_MARKS`].
    #[error("{name} has more than {limit} marks of Markdown by line {line}: split it into several files")]
    TooManyMarks {
        /// The document's name.
        name: String,
        /// The line of the first mark too many, counted from 1.
        line: usize,
        /// The most that is read.
        limit: usize,
    },
    /// Lists or quotes are nested deeper than [`MOST_NESTED`].
    #[error("{name} nests lists or quotes more than {limit} deep in line {line}: flatten them there")]
    TooDeep {
        /// The document's name.
        name: String,
        /// The line that goes too deep, counted from 1.
        line: usize,
        /// The most that is read.
        limit: usize,
    },
}
