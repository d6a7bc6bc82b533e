//! [`Purse`]: what a holder has, and which of it it pays with. Every rule is one.

use super::Part;
use crate::calendar::Day;
use crate::evaluation::{Birth, EvaluationError, Movement};

/// What a holder has under a rule.
pub(super) trait Purse: Default {
    /// What is passed on.
    type Piece;

    /// How many parts there are to a minor unit.
    const PARTS: i128;

    /// New units, which come about by a movement.
    fn fresh(fresh: Fresh) -> Result<Self::Piece, EvaluationError>;

    /// Takes out what a movement moves. Callers see to it that it is there.
    fn take(&mut self, row: &Movement) -> Result<Vec<Self::Piece>, EvaluationError>;

    /// Puts in what came by a movement.
    fn put(&mut self, pieces: Vec<Self::Piece>, came: &Came<'_>) -> Result<(), EvaluationError>;

    /// A piece as it stands.
    fn part(piece: &Self::Piece) -> Result<Part, EvaluationError>;

    /// Everything in it.
    fn rest(&self) -> Result<Vec<Part>, EvaluationError>;
}

/// New units.
#[derive(Clone, Copy)]
pub(super) struct Fresh {
    pub(super) minor: i64,
    pub(super) day: Day,
    /// The first day of the cohort of that day.
    pub(super) cohort: Day,
    /// Whether they were there before the list begins.
    pub(super) unseen: bool,
}

/// How units came.
#[derive(Clone, Copy)]
pub(super) struct Came<'m> {
    pub(super) row: &'m Movement,
    /// Whether the holder is a series of notes.
    pub(super) onto_paper: bool,
    /// What the books know of lots.
    pub(super) lots: &'m [Birth],
}
