//! How much JavaScript the page loads before it shows anything: what `index.html` names, and what that imports. What is
//! imported while it runs comes later, a part at a time.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;

/// How much the first screen may load, in bytes, gzipped.
const MOST: usize = 160_000;

/// Prints what the built UI in `folder` loads at first, and what its heaviest part adds when it is opened.
pub(crate) fn weigh(folder: &Path) {
    let scripts = Scripts::read(folder);
    let index = folder.join("index.html");
    let index = fs::read_to_string(&index).unwrap_or_else(|error| panic!("{}: {error}", index.display()));
    let first = scripts.with_imports(scripts.all.keys().filter(|name| index.contains(name.as_str())));
    let weight = scripts.weight(&first);
    println!("The first screen's JavaScript");
    println!(
        "  {} files, {:.1} kB gzipped; {} {} kB",
        first.len(),
        kilobytes(weight),
        if weight <= MOST { "within" } else { "MORE THAN" },
        MOST / 1000
    );
    let later = scripts.all.keys().filter(|name| scripts.is_opened_by(name, &first)).map(|name| {
        let added: BTreeSet<&str> = scripts.with_imports([name]).difference(&first).copied().collect();
        (scripts.weight(&added), name)
    });
    if let Some((weight, name)) = later.max() {
        println!(
            "  the heaviest part that is loaded when it is opened ({name}) adds {:.1} kB",
            kilobytes(weight)
        );
    }
}

fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

/// The built scripts, by their file's name, which the bundler makes unlike any other.
struct Scripts {
    all: BTreeMap<String, String>,
}

impl Scripts {
    fn read(folder: &Path) -> Self {
        let folders = [folder.to_owned(), folder.join("assets")];
        let files = folders.iter().flat_map(|folder| {
            fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        });
        let files = files
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|it| it == "js"));
        let all = files.map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        });
        Self { all: all.collect() }
    }

    /// Those scripts and all they import to run at all.
    fn with_imports<'a>(&'a self, names: impl IntoIterator<Item = &'a String>) -> BTreeSet<&'a str> {
        let mut found = BTreeSet::new();
        let mut next: Vec<&str> = names.into_iter().map(String::as_str).collect();
        while let Some(name) = next.pop() {
            if found.insert(name) {
                next.extend(self.all.keys().map(String::as_str).filter(|other| self.imports(name, other)));
            }
        }
        found
    }

    /// Whether one script names another in an `import` or `export` of its own. A call, `import(…)`, is none.
    fn imports(&self, one: &str, other: &str) -> bool {
        self.has(one, &["from", "import"], other)
    }

    /// Whether one of those scripts imports another while it runs.
    fn is_opened_by(&self, name: &str, first: &BTreeSet<&str>) -> bool {
        !first.contains(name) && first.iter().any(|script| self.has(script, &["import("], name))
    }

    /// Whether a script holds one of those words, followed by another script's name in any quotes.
    fn has(&self, script: &str, words: &[&str], other: &str) -> bool {
        let text = &self.all[script];
        words.iter().any(|word| {
            ['"', '\'', '`'].iter().any(|quote| text.contains(&format!("{word}{quote}./{other}{quote}")))
        })
    }

    fn weight(&self, names: &BTreeSet<&str>) -> usize {
        names.iter().map(|name| gzipped(self.all[*name].as_bytes())).sum()
    }
}

/// How many bytes are left of these, at gzip's usual effort.
fn gzipped(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}
