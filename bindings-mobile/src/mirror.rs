//! How the core's types become those of this library, and these the core's.
//!
//! The types are mirrored, and not declared as remote ones: UniFFI knows no tuples, no `SmallVec` and no sets,
//! it writes out every field of a record (views may get more) and it cannot see private ones. What wraps a
//! value (an option, a list, a box) is carried over here once for all types.

use std::collections::BTreeSet;

use muntwerk::books::{AccountRef, EuroPlace};
use muntwerk::calendar::{Day, Instant};
use muntwerk::dense::{AccountNo, LotNo};
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::money::{Amount, Balance};
use muntwerk::office::Place;
use muntwerk::people::Share;
use smallvec::{Array, SmallVec};

use crate::error::MuntwerkError;
use crate::scalars::Total;

/// Made from a value of the core.
pub(crate) trait FromCore<C: ?Sized> {
    /// What the core's value is here.
    fn from_core(core: &C) -> Self;
}

/// Made into a value of the core.
pub(crate) trait IntoCore<C> {
    /// What this is in the core.
    ///
    /// # Errors
    /// [`MuntwerkError::Invalid`] if the core has no such value.
    fn into_core(self) -> Result<C, MuntwerkError>;
}

macro_rules! the_same {
    ($($kind:ty),+ $(,)?) => {
        $(
            impl FromCore<$kind> for $kind {
                fn from_core(core: &$kind) -> Self {
                    core.clone()
                }
            }
            impl IntoCore<$kind> for $kind {
                fn into_core(self) -> Result<$kind, MuntwerkError> {
                    Ok(self)
                }
            }
        )+
    };
}

the_same!(Id, Code, OrderId, Day, Place, EuroPlace, Amount, Balance, Share, String, bool);
the_same!(u8, u16, u32, u64, i16, i32, i64);

impl FromCore<AccountRef> for Id {
    fn from_core(core: &AccountRef) -> Self {
        core.id()
    }
}

impl FromCore<LotNo> for u32 {
    fn from_core(core: &LotNo) -> Self {
        core.get()
    }
}

impl FromCore<AccountNo> for u32 {
    fn from_core(core: &AccountNo) -> Self {
        core.get()
    }
}

impl FromCore<usize> for u64 {
    fn from_core(core: &usize) -> Self {
        Self::try_from(*core).unwrap_or(Self::MAX)
    }
}

impl FromCore<Instant> for i64 {
    fn from_core(core: &Instant) -> Self {
        core.millis()
    }
}

impl FromCore<i128> for Total {
    fn from_core(core: &i128) -> Self {
        Self(*core)
    }
}

impl<C: ?Sized, M: FromCore<C>> FromCore<Box<C>> for M {
    fn from_core(core: &Box<C>) -> Self {
        Self::from_core(&**core)
    }
}

impl<C, M: IntoCore<C>> IntoCore<Box<C>> for M {
    fn into_core(self) -> Result<Box<C>, MuntwerkError> {
        self.into_core().map(Box::new)
    }
}

impl<C, M: FromCore<C>> FromCore<Option<C>> for Option<M> {
    fn from_core(core: &Option<C>) -> Self {
        core.as_ref().map(M::from_core)
    }
}

impl<C, M: IntoCore<C>> IntoCore<Option<C>> for Option<M> {
    fn into_core(self) -> Result<Option<C>, MuntwerkError> {
        self.map(M::into_core).transpose()
    }
}

impl<C, M: FromCore<C>> FromCore<[C]> for Vec<M> {
    fn from_core(core: &[C]) -> Self {
        core.iter().map(M::from_core).collect()
    }
}

impl<C, M: FromCore<C>> FromCore<Vec<C>> for Vec<M> {
    fn from_core(core: &Vec<C>) -> Self {
        core.iter().map(M::from_core).collect()
    }
}

impl<C, M: IntoCore<C>> IntoCore<Vec<C>> for Vec<M> {
    fn into_core(self) -> Result<Vec<C>, MuntwerkError> {
        self.into_iter().map(M::into_core).collect()
    }
}

impl<A: Array, M: FromCore<A::Item>> FromCore<SmallVec<A>> for Vec<M> {
    fn from_core(core: &SmallVec<A>) -> Self {
        core.iter().map(M::from_core).collect()
    }
}

impl<A: Array, M: IntoCore<A::Item>> IntoCore<SmallVec<A>> for Vec<M> {
    fn into_core(self) -> Result<SmallVec<A>, MuntwerkError> {
        self.into_iter().map(M::into_core).collect()
    }
}

impl<C, M: FromCore<C>> FromCore<BTreeSet<C>> for Vec<M> {
    fn from_core(core: &BTreeSet<C>) -> Self {
        core.iter().map(M::from_core).collect()
    }
}

impl<C: Ord, M: IntoCore<C>> IntoCore<BTreeSet<C>> for Vec<M> {
    fn into_core(self) -> Result<BTreeSet<C>, MuntwerkError> {
        self.into_iter().map(M::into_core).collect()
    }
}

/// Each of several values of the core.
pub(crate) fn each<'c, C: 'c, M: FromCore<C>>(core: impl IntoIterator<Item = &'c C>) -> Vec<M> {
    core.into_iter().map(M::from_core).collect()
}
