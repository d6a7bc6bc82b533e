//! A disk that is made up: it counts what is asked of it, and at any step the process is killed, the
//! power goes, or the disk is full.
//!
//! What a process wrote and did not sync is in the kernel's cache. It survives a kill. When the power
//! goes, of what was not synced each sector is there or is not, the length is the old one, the new one or
//! one between, and of the names only some first ones changed. A sync that fails leaves the cache as it
//! is and takes it for written: the next sync does nothing about it, which is what Linux does.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use super::town::Dice;
use crate::disk::{Disk, DiskFile, Lock};

const SECTOR: usize = 512;

/// What happens at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The process dies; the machine goes on.
    Kill,
    /// The machine stops.
    Power,
    /// The step fails, and everything goes on.
    Fails,
}

#[derive(Clone, Default)]
struct Contents {
    cached: Vec<u8>,
    platter: Vec<u8>,
    dirty: BTreeSet<usize>,
}

impl Contents {
    fn write(&mut self, offset: usize, bytes: &[u8]) {
        let end = offset + bytes.len();
        if self.cached.len() < end {
            self.cached.resize(end, 0);
        }
        self.cached[offset..end].copy_from_slice(bytes);
        if !bytes.is_empty() {
            self.dirty.extend(offset / SECTOR..=(end - 1) / SECTOR);
        }
    }

    fn settle(&mut self, sector: usize) {
        let end = ((sector + 1) * SECTOR).min(self.platter.len());
        let from = (sector * SECTOR).min(end);
        let there = end.min(self.cached.len()).max(from);
        self.platter[from..there].copy_from_slice(&self.cached[from..there]);
    }

    fn sync(&mut self) {
        self.platter.resize(self.cached.len(), 0);
        for sector in std::mem::take(&mut self.dirty) {
            self.settle(sector);
        }
    }

    /// What is left when the power goes.
    fn lose_power(&mut self, dice: &mut Dice) {
        let (old, new) = (self.platter.len(), self.cached.len());
        let between = old.min(new) + usize::try_from(dice.roll()).unwrap() % (old.abs_diff(new) + 1);
        let length = [old, new, between][usize::try_from(dice.below(3)).unwrap()];
        self.platter.resize(length, 0);
        for sector in std::mem::take(&mut self.dirty) {
            if dice.flips() {
                self.settle(sector);
            }
        }
        self.cached = self.platter.clone();
    }
}

#[derive(Clone)]
enum Name {
    Is(PathBuf, usize),
    Gone(PathBuf),
    Moved(PathBuf, PathBuf),
}

impl Name {
    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Self::Is(path, file) => drop(names.insert(path.clone(), *file)),
            Self::Gone(path) => drop(names.remove(path)),
            Self::Moved(from, to) => {
                if let Some(file) = names.remove(from) {
                    names.insert(to.clone(), file);
                }
            }
        }
    }
}

struct Machine {
    files: Vec<Contents>,
    names: BTreeMap<PathBuf, usize>,
    platter_names: BTreeMap<PathBuf, usize>,
    renamed: Vec<Name>,
    locks: BTreeSet<PathBuf>,
    steps: u64,
    fault: Option<(u64, Fault)>,
    stopped: Option<Fault>,
    /// Counts the starts of the machine; files opened before the last one are gone.
    boot: u64,
    dice: Dice,
}

impl Machine {
    fn alive(&self) -> io::Result<()> {
        match self.stopped {
            Some(_) => Err(io::Error::other("the process is dead")),
            None => Ok(()),
        }
    }

    /// Counts a step; true if something happens at it.
    fn step(&mut self) -> io::Result<Option<Fault>> {
        self.alive()?;
        self.steps += 1;
        let hit = self.fault.filter(|(at, _)| self.steps == *at).map(|(_, fault)| fault);
        if let Some(fault @ (Fault::Kill | Fault::Power)) = hit {
            self.stopped = Some(fault);
        }
        Ok(hit)
    }

    /// A step that is done whole or not at all.
    fn whole_step(&mut self, act: impl FnOnce(&mut Self)) -> io::Result<()> {
        match self.step()? {
            None => {
                act(self);
                Ok(())
            }
            Some(Fault::Fails) => Err(full()),
            Some(Fault::Kill | Fault::Power) => {
                if self.dice.flips() {
                    act(self);
                }
                Err(io::Error::other("stopped here"))
            }
        }
    }

    fn name(&mut self, name: Name) {
        name.apply(&mut self.names);
        self.renamed.push(name);
    }

    fn file(&self, path: &Path) -> io::Result<&Contents> {
        let file = self.names.get(path).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        Ok(&self.files[*file])
    }
}

fn full() -> io::Error {
    io::ErrorKind::StorageFull.into()
}

/// The machine, shared by whoever runs on it.
#[derive(Clone)]
pub(super) struct Power(Arc<Mutex<Machine>>);

impl Power {
    pub(super) fn new(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(Machine {
            files: Vec::new(),
            names: BTreeMap::new(),
            platter_names: BTreeMap::new(),
            renamed: Vec::new(),
            locks: BTreeSet::new(),
            steps: 0,
            fault: None,
            stopped: None,
            boot: 0,
            dice: Dice(seed),
        })))
    }

    fn machine(&self) -> MutexGuard<'_, Machine> {
        self.0.lock().unwrap()
    }

    pub(super) fn disk(&self) -> Box<dyn Disk> {
        Box::new(self.clone())
    }

    /// How many steps were taken.
    pub(super) fn steps(&self) -> u64 {
        self.machine().steps
    }

    /// Lets something happen so many steps from now.
    pub(super) fn plan(&self, steps: u64, fault: Fault) {
        let mut machine = self.machine();
        machine.fault = Some((machine.steps + steps, fault));
    }

    /// Starts anew after whatever happened. The power goes if it went, or if that is asked.
    pub(super) fn start_again(&self, without_power: bool) {
        let mut machine = self.machine();
        let machine = &mut *machine;
        if without_power || machine.stopped == Some(Fault::Power) {
            let Machine { files, names, platter_names, renamed, dice, .. } = &mut *machine;
            let kept = usize::try_from(dice.below(u64::try_from(renamed.len()).unwrap() + 1)).unwrap();
            renamed.drain(..).take(kept).for_each(|name| name.apply(platter_names));
            names.clone_from(platter_names);
            files.iter_mut().for_each(|file| file.lose_power(dice));
        }
        machine.stopped = None;
        machine.fault = None;
        machine.boot += 1;
        machine.locks.clear();
    }

    /// A file as a process would read it.
    pub(super) fn read(&self, path: &Path) -> Vec<u8> {
        self.machine().file(path).map(|file| file.cached.clone()).unwrap_or_default()
    }

    /// Puts a file there, durably.
    pub(super) fn put(&self, path: &Path, bytes: &[u8]) {
        let mut machine = self.machine();
        let file = machine.files.len();
        machine.files.push(Contents {
            cached: bytes.to_vec(),
            platter: bytes.to_vec(),
            ..Contents::default()
        });
        machine.names.insert(path.to_owned(), file);
        machine.platter_names.insert(path.to_owned(), file);
    }

    pub(super) fn take_away(&self, path: &Path) {
        let mut machine = self.machine();
        machine.names.remove(path);
        machine.platter_names.remove(path);
    }

    pub(super) fn names(&self) -> Vec<PathBuf> {
        self.machine().names.keys().cloned().collect()
    }
}

struct PowerFile {
    power: Power,
    file: usize,
    boot: u64,
}

struct PowerLock {
    power: Power,
    path: PathBuf,
    boot: u64,
}

impl Lock for PowerLock {}

impl Drop for PowerLock {
    fn drop(&mut self) {
        let mut machine = self.power.machine();
        if machine.boot == self.boot {
            machine.locks.remove(&self.path);
        }
    }
}

impl Disk for Power {
    fn is_folder(&self, _: &Path) -> io::Result<bool> {
        self.machine().alive()?;
        Ok(true)
    }

    fn length(&self, path: &Path) -> io::Result<Option<u64>> {
        let machine = self.machine();
        machine.alive()?;
        Ok(machine.file(path).ok().map(|file| u64::try_from(file.cached.len()).unwrap()))
    }

    fn reader(&self, path: &Path, from: u64) -> io::Result<Box<dyn Read>> {
        let machine = self.machine();
        machine.alive()?;
        let mut bytes = Cursor::new(machine.file(path)?.cached.clone());
        bytes.set_position(from);
        Ok(Box::new(bytes))
    }

    fn create_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let machine = self.machine();
        machine.alive()?;
        let file = *machine.names.get(path).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        Ok(Box::new(PowerFile { power: self.clone(), file, boot: machine.boot }))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let mut machine = self.machine();
        machine.whole_step(|machine| match machine.names.get(path).copied() {
            Some(file) => machine.files[file].cached.clear(),
            None => {
                let file = machine.files.len();
                machine.files.push(Contents::default());
                machine.name(Name::Is(path.to_owned(), file));
            }
        })?;
        let file = machine.names[path];
        Ok(Box::new(PowerFile { power: self.clone(), file, boot: machine.boot }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let name = Name::Moved(from.to_owned(), to.to_owned());
        self.machine().whole_step(|machine| machine.name(name))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.machine().whole_step(|machine| machine.name(Name::Gone(path.to_owned())))
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.machine().whole_step(|machine| {
            machine.renamed.clear();
            machine.platter_names = machine.names.clone();
        })
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Lock>>> {
        let mut machine = self.machine();
        machine.alive()?;
        let boot = machine.boot;
        let free = machine.locks.insert(path.to_owned());
        Ok(free.then(|| -> Box<dyn Lock> {
            Box::new(PowerLock { power: self.clone(), path: path.to_owned(), boot })
        }))
    }
}

impl PowerFile {
    fn machine(&self) -> io::Result<MutexGuard<'_, Machine>> {
        let machine = self.power.machine();
        if machine.boot == self.boot { Ok(machine) } else { Err(io::Error::other("of an earlier start")) }
    }
}

impl DiskFile for PowerFile {
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let mut machine = self.machine()?;
        let fault = machine.step()?;
        let most = u64::try_from(bytes.len()).unwrap() + 1;
        // A write that is broken off has written some first bytes.
        let written = if fault.is_some() { machine.dice.below(most) } else { most - 1 };
        let written = &bytes[..usize::try_from(written).unwrap()];
        machine.files[self.file].write(usize::try_from(offset).unwrap(), written);
        match fault {
            None => Ok(()),
            Some(Fault::Fails) => Err(full()),
            Some(_) => Err(io::Error::other("stopped here")),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        let file = self.file;
        let mut machine = self.machine()?;
        let fault = machine.step()?;
        match fault {
            None => machine.files[file].sync(),
            Some(Fault::Fails) => machine.files[file].dirty.clear(),
            Some(_) if machine.dice.flips() => machine.files[file].sync(),
            Some(_) => {}
        }
        match fault {
            None => Ok(()),
            Some(Fault::Fails) => Err(io::Error::other("input/output error")),
            Some(_) => Err(io::Error::other("stopped here")),
        }
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        let (file, length) = (self.file, usize::try_from(length).unwrap());
        self.machine()?.whole_step(|machine| machine.files[file].cached.truncate(length))?;
        self.sync()
    }
}
