//! [`Design::amendable_from`]: what an amendment may change.

use super::{Circulation, Design, Limits, Permissions, Unit};

/// Something that no amendment changes, because what is in the books would change its meaning.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key} cannot be amended: what is in the books would mean something else")]
#[non_exhaustive]
pub struct NeedsConversion {
    /// The key of the design file, such as `unit.scale`.
    pub key: String,
}

impl Design {
    /// Whether this design can take the place of `old` while there are books.
    ///
    /// It cannot change the identity of the currency (`currency.id`, `currency.zone`), what is counted
    /// (`unit.kind`, `unit.scale`, the values there already are, to which only later ones may be
    /// added), how units are born (`circulation.reward` and `circulation.mutual_credit` may be turned
    /// on where balances do not sum to zero, but not off), `lots` or `expiry`, by which the lots there
    /// are were dated and put in order, nor take the pot, a role or a group of accounts away. Names, limits, tariffs, catalogues and
    /// permissions may change. First office-holders only count in the first design.
    ///
    /// # Errors
    /// Every [`NeedsConversion`], in the order of the file.
    pub fn amendable_from(&self, old: &Self) -> Result<(), Vec<NeedsConversion>> {
        let kept = [
            ("currency.id", self.currency.id == old.currency.id),
            ("currency.zone", self.currency.zone == old.currency.zone),
            ("unit.kind", self.unit.kind == old.unit.kind),
            ("unit.scale", self.unit.scale == old.unit.scale),
            ("unit.value", keeps_values(&self.unit, &old.unit)),
            ("circulation.reward", keeps_reward(&self.circulation, &old.circulation)),
            ("circulation.mutual_credit", self.circulation.mutual_credit || !old.circulation.mutual_credit),
            ("expiry", self.expiry == old.expiry),
            ("lots.grain", self.lots.grain == old.lots.grain),
            ("lots.spend", self.lots.spend == old.lots.spend),
            ("pot", self.pot.is_some() || old.pot.is_none()),
        ];
        let changed = kept.into_iter().filter(|(_, kept)| !kept).map(|(key, _)| key.to_owned());
        let needed: Vec<_> = changed
            .chain(lost_groups(&self.limits, &old.limits))
            .chain(lost_roles(&self.permissions, &old.permissions))
            .map(|key| NeedsConversion { key })
            .collect();
        if needed.is_empty() { Ok(()) } else { Err(needed) }
    }
}

/// Values are only added, after those there are. A pegged unit has a value from the start, and a
/// free point cannot get one, so this keeps every value that was ever in force.
fn keeps_values(new: &Unit, old: &Unit) -> bool {
    new.values.starts_with(&old.values)
}

/// Reward is not turned off, and not on either where it would end a sum of zero.
fn keeps_reward(new: &Circulation, old: &Circulation) -> bool {
    new.reward == old.reward || (new.reward && !old.is_zero_sum())
}

/// Groups that accounts may belong to and that are gone.
fn lost_groups(new: &Limits, old: &Limits) -> impl Iterator<Item = String> {
    let gone = old.groups.iter().filter(|group| new.group(&group.code).is_none());
    gone.map(|group| format!("limits.group.{}", group.code))
}

/// Roles that somebody may hold and that are gone, or are held at something else.
fn lost_roles(new: &Permissions, old: &Permissions) -> impl Iterator<Item = String> {
    old.roles().iter().filter(|role| !new.roles().contains(role)).map(|role| format!("roles.{}", role.code))
}
