//! The end of the journal, which may be torn or not durable.

use std::io::{self, Read};
use std::path::PathBuf;

use crate::disk::{Disk, DiskFile};
use crate::error::{Doing, StoreError, at};
use crate::files::Files;

/// How much is written again at a time.
const PIECE: u64 = 1 << 20;

fn part(disk: &dyn Disk, files: &Files, from: u64, through: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    disk.reader(&files.journal, from)?.take(through.saturating_sub(from)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Keeps a copy of the end of the journal, durable when this returns.
pub(crate) fn keep(disk: &dyn Disk, files: &Files, from: u64, length: u64) -> Result<PathBuf, StoreError> {
    let torn = part(disk, files, from, length).map_err(at(&files.journal, Doing::Read))?;
    let mut nth = 1_u32;
    loop {
        let path = files.torn(from, nth);
        match disk.length(&path).map_err(at(&path, Doing::Read))? {
            None => {
                let mut file = disk.create(&path).map_err(at(&path, Doing::Create))?;
                file.write_at(0, &torn).map_err(at(&path, Doing::Write))?;
                file.sync().map_err(at(&path, Doing::Sync))?;
                disk.sync_folder(&files.folder).map_err(at(&files.folder, Doing::Sync))?;
                return Ok(path);
            }
            // Another piece was cut off here before; or this one, and the cut did not come to be.
            Some(_) => nth = nth.saturating_add(1),
        }
    }
}

/// Writes a part of the journal once more over itself and syncs it. A sync alone would not do: after
/// one that failed, the kernel takes the pages for clean.
pub(crate) fn write_again(
    disk: &dyn Disk,
    files: &Files,
    journal: &mut dyn DiskFile,
    from: u64,
    through: u64,
) -> Result<(), StoreError> {
    let mut at_byte = from;
    while at_byte < through {
        let next = at_byte.saturating_add(PIECE).min(through);
        let bytes = part(disk, files, at_byte, next).map_err(at(&files.journal, Doing::Read))?;
        journal.write_at(at_byte, &bytes).map_err(at(&files.journal, Doing::Write))?;
        at_byte = next;
    }
    journal.sync().map_err(at(&files.journal, Doing::Sync))
}
