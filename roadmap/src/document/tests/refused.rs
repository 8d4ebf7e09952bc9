//! Documents that are refused, each with a reason that names the file and the way out.

use crate::document::{ImportError, MOST_BYTES, MOST_LINES, MOST_MARKS, MOST_NESTED, import};

fn refusal(source: &[u8]) -> ImportError {
    import(source, "plan.md").expect_err("a document that is refused")
}

#[test]
fn what_is_no_text_is_refused() {
    let name = || "plan.md".to_owned();
    assert_eq!(refusal(b""), ImportError::Empty { name: name() });
    assert_eq!(refusal("\u{feff} \r\n\t\n".as_bytes()), ImportError::Empty { name: name() });
    assert_eq!(refusal(b"# T\n\0"), ImportError::Binary { name: name(), byte: 4 });
    assert_eq!(refusal(b"\xff\xfe#\0 \0T\0"), ImportError::NotUtf8 { name: name(), line: 1, byte: 0 });
    assert_eq!(refusal(b"# T\n\nCaf\xe9\n"), ImportError::NotUtf8 { name: name(), line: 3, byte: 8 });
}

#[test]
fn what_would_take_too_long_is_refused() {
    let long = vec![b'x'; MOST_BYTES + 1];
    assert!(matches!(refusal(&long), ImportError::TooLarge { bytes, .. } if bytes == MOST_BYTES + 1));
    let deep = format!("# T\n{}words", "> ".repeat(MOST_NESTED + 1));
    assert!(matches!(refusal(deep.as_bytes()), ImportError::TooDeep { line: 2, .. }));
}

#[test]
fn what_would_take_too_much_memory_is_refused() {
    let lines = "a\n".repeat(MOST_LINES + 1);
    assert!(
        matches!(refusal(lines.as_bytes()), ImportError::TooManyLines { lines, .. } if lines == MOST_LINES + 1)
    );
    let marks = format!("# T\n{}", "*a ".repeat(MOST_MARKS));
    assert!(matches!(refusal(marks.as_bytes()), ImportError::TooManyMarks { line: 2, .. }));
}

#[test]
fn every_refusal_names_the_file_and_what_to_do() {
    let lines = "a\n".repeat(MOST_LINES + 1);
    let marks = "*".repeat(MOST_MARKS + 1);
    for source in [&b""[..], b"a\0", b"\xff", lines.as_bytes(), marks.as_bytes()] {
        let message = refusal(source).to_string();
        assert!(message.starts_with("plan.md ") && message.contains(": "), "{message}");
        assert!(!message.contains('\n'), "{message}");
    }
}
