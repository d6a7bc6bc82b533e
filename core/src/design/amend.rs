//! [`Design::amendable_from`]: what an amendment may change.

use serde::{Deserialize, Serialize};

use super::{Circulation, Design, Expiry, Limits, Permissions, Series, Suffices, Unit};
use crate::sparse::Absent;

/// Something that no amendment changes, because what is in the books would change its meaning.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key} cannot be amended: what is in the books would mean something else")]
#[non_exhaustive]
pub struct NeedsConversion {
    /// The key of the design file, such as `unit.scale`.
    pub key: String,
}

/// What an amendment does to units that were earned before it takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Existing {
    /// They keep the end they have.
    #[default]
    Keep,
    /// They get the later of the end they have and the one the new rule gives.
    Extend,
}

impl Absent for Existing {
    fn absent(&self) -> bool {
        *self == Self::Keep
    }
}

/// What is out under a design that is to be amended: what its promises to holders are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)]
pub struct UnitsOut {
    /// Whether anybody holds units.
    pub any: bool,
    /// Whether somebody holds units that end.
    pub ending: bool,
}

impl Design {
    /// Whether this design can take the place of `old` while there are books.
    ///
    /// It cannot change the identity of the currency (`currency.id`, `currency.zone`), what is counted
    /// (`unit.kind`, `unit.scale`) or who the issuer was; to the values and the issuers there already are,
    /// only later ones may be added. Nor can it change how units are born (`circulation.reward` and
    /// `circulation.mutual_credit` may be turned on where balances do not sum to zero, but not off; `circulation.euro_backed` stays what it is),
    /// `lots`, by which the lots there are were put
    /// in order, nor take away the pot, paper, a series or a face of it, a role or a group of accounts.
    /// Names, limits, caps, tariffs, catalogues and permissions may change.
    ///
    /// `expiry` may change for units earned from then on. While older units are out, what protects their
    /// holders gets no weaker: not fewer days of notice or of grace, and no less has to have become of a
    /// notice before units lapse. While units are out that end, units can still end
    /// ([`Expiry::expires`](super::Expiry::expires)), or nothing would say after which notice and where
    /// to, unless the amendment frees them (`existing` = [`Existing::Extend`]). First office-holders only count in the first design.
    ///
    /// # Errors
    /// Every [`NeedsConversion`], in the order of the file.
    pub fn amendable_from(
        &self,
        old: &Self,
        out: UnitsOut,
        existing: Existing,
    ) -> Result<(), Vec<NeedsConversion>> {
        let (to, from) = (&self.expiry, &old.expiry);
        let ends = to.expires();
        let freed = existing == Existing::Extend;
        let kept = [
            ("currency.id", self.currency.id == old.currency.id),
            ("currency.zone", self.currency.zone == old.currency.zone),
            ("issuer", old.issuers.go_on_in(&self.issuers)),
            ("unit.kind", self.unit.kind == old.unit.kind),
            ("unit.scale", self.unit.scale == old.unit.scale),
            ("unit.value", keeps_values(&self.unit, &old.unit)),
            ("circulation.reward", keeps_reward(&self.circulation, &old.circulation)),
            ("circulation.mutual_credit", self.circulation.mutual_credit || !old.circulation.mutual_credit),
            ("circulation.euro_backed", self.circulation.euro_backed == old.circulation.euro_backed),
            ("expiry.rule", !out.ending || !from.expires() || ends || freed),
            ("expiry.notice.days", !out.any || !ends || notice_days(to) >= notice_days(from)),
            ("expiry.notice.suffices", !out.any || !ends || no_laxer(to, from)),
            ("expiry.grace_days", !out.any || !ends || to.grace_days >= from.grace_days),
            ("lots.grain", self.lots.grain == old.lots.grain),
            ("lots.spend", self.lots.spend == old.lots.spend),
            ("pot", self.pot.is_some() || old.pot.is_none()),
            ("paper", self.paper.is_some() || old.paper.is_none()),
            ("paper.series", keeps_series(self, old)),
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

fn notice_days(expiry: &Expiry) -> u16 {
    expiry.notice.map_or(0, |notice| notice.days)
}

/// Whether at least as much has to have become of a notice before units lapse.
fn no_laxer(new: &Expiry, old: &Expiry) -> bool {
    let strictness = |suffices| match suffices {
        Suffices::Given => 0,
        Suffices::DeliveredOrUndeliverable => 1,
        Suffices::Delivered => 2,
    };
    match (new.notice, old.notice) {
        (Some(new), Some(old)) => strictness(new.suffices) >= strictness(old.suffices),
        // A notice that is gone is told by its days.
        _ => true,
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

/// Notes that were printed stay countable: a series keeps its faces, and its stamps.
fn keeps_series(new: &Design, old: &Design) -> bool {
    let Some(paper) = &old.paper else { return true };
    paper.series.iter().all(|old| {
        let new = new.paper.as_ref().and_then(|paper| paper.get(&old.code));
        let kept =
            |new: &Series| new.stamps == old.stamps && old.denominations.iter().all(|face| new.has(*face));
        new.is_some_and(kept)
    })
}

/// Roles that somebody may hold and that are gone, or are held at something else.
fn lost_roles(new: &Permissions, old: &Permissions) -> impl Iterator<Item = String> {
    old.roles().iter().filter(|role| !new.roles().contains(role)).map(|role| format!("roles.{}", role.code))
}
