//! [`Writer`]: puts a file of vectors together.

use muntwerk_tests::stage::id;

use super::format::{File, Step, Vector};
use super::host::public;
use super::story::SECRET_KEY;

pub(crate) struct Writer {
    pub(crate) file: File,
}

impl Writer {
    /// Keeps a feed under a name. A slice is written once, however many feeds have it.
    pub(crate) fn feed(&mut self, name: &str, text: &str) {
        let mut feed: Vec<String> = Vec::new();
        for line in text.split_inclusive('\n') {
            match line.strip_prefix("{\"v\":1,\"number\":").and_then(|rest| rest.split_once(',')) {
                Some((record, _)) => feed.push(self.piece(record, line)),
                None => match feed.last_mut().filter(|last| !last.starts_with('@')) {
                    Some(last) => last.push_str(line),
                    None => feed.push(line.to_owned()),
                },
            }
        }
        assert!(self.file.feeds.insert(name.to_owned(), feed).is_none(), "{name} twice");
    }

    fn piece(&mut self, record: &str, line: &str) -> String {
        let names = std::iter::once(format!("record-{record}"))
            .chain((2..).map(|other| format!("record-{record}-other-{other}")));
        let pieces = &mut self.file.pieces;
        let known = |name: &String| pieces.get(name).is_none_or(|piece| piece == line);
        let name = names.into_iter().find(known).unwrap();
        pieces.insert(name.clone(), line.to_owned());
        format!("@{name}")
    }

    pub(crate) fn vector(&mut self, name: &str, steps: impl IntoIterator<Item = Step>) {
        self.vector_under(&SECRET_KEY, name, steps);
    }

    pub(crate) fn vector_under(&mut self, key: &[u8; 32], name: &str, steps: impl IntoIterator<Item = Step>) {
        let (name, steps) = (name.to_owned(), steps.into_iter().collect());
        self.file.vectors.push(Vector { name, account: id("m-1"), key: public(key), steps });
    }
}
