//! Writing structs without their empty fields where a person reads, with all of them where none does.

/// Whether a field says nothing and can be left out of a journal line.
pub(crate) trait Absent {
    /// True for `None`, an empty list, zero where zero means "not touched".
    fn absent(&self) -> bool;
}

impl<T> Absent for Option<T> {
    fn absent(&self) -> bool {
        self.is_none()
    }
}

impl Absent for u16 {
    fn absent(&self) -> bool {
        *self == 0
    }
}

impl<T> Absent for Vec<T> {
    fn absent(&self) -> bool {
        self.is_empty()
    }
}

impl<A: smallvec::Array> Absent for smallvec::SmallVec<A> {
    fn absent(&self) -> bool {
        self.is_empty()
    }
}

/// Implements `Serialize` for a struct: required fields always, the fields after the bar only when
/// they say something. Formats without field names (the history in memory) get every field, since
/// they could not tell which one is missing. The order written is the order listed.
macro_rules! sparse {
    ($type:ty { $($field:ident),* $(,)? | $($optional:ident),* $(,)? }) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;
                use $crate::sparse::Absent;
                let all = !serializer.is_human_readable();
                let required: &[&str] = &[$(stringify!($field),)*];
                let fields = required.len();
                let fields = fields $(.saturating_add(usize::from(all || !self.$optional.absent())))*;
                let mut out = serializer.serialize_struct(stringify!($type), fields)?;
                $(out.serialize_field(stringify!($field), &self.$field)?;)*
                $(if all || !self.$optional.absent() {
                    out.serialize_field(stringify!($optional), &self.$optional)?;
                })*
                out.end()
            }
        }
    };
}

pub(crate) use sparse;
