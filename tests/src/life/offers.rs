//! Every offer of the catalogue at the edges that the design draws: how many there are, for whom, when,
//! at what price, and how long it is kept.

use muntwerk::books::AccountKind;
use muntwerk::calendar::{Day, Instant, Period};
use muntwerk::design::{Offer, PerPerson, Price, Stock};
use muntwerk::id::{Id, OrderId};
use muntwerk::orders::{OpenAccount, PickUp, Redeem, Release, Reserve, Restock, Reverse};

use super::{Scribe, member};
use crate::stage::{amount, id};

/// Pieces that come in, enough for whatever is tried.
const STOCK: i32 = 60;

impl Scribe<'_> {
    /// What every offer decides.
    pub(super) fn take_offers(&mut self) {
        if self.design.redemption().offers().is_empty() {
            return;
        }
        // Two who share an account count as one where the design says so.
        let holders = ["m-0", "m-1"].map(id).into_iter().collect();
        let home = OpenAccount { account: id("h-0"), kind: AccountKind::Household, holders };
        self.by("project_manager", home);
        for offer in self.design.redemption().offers().to_vec() {
            self.count(&offer);
            self.price(&offer);
            self.keep(&offer);
            if let Some(limit) = offer.per_person {
                self.take_too_many(&offer, limit);
            }
        }
        for offer in self.design.redemption().offers().to_vec() {
            self.wait_for_the_season(&offer);
        }
    }

    fn partner_of(offer: &Offer) -> Id {
        offer.partner.unwrap_or(id("p-98"))
    }

    /// Money in everybody's pocket, and pieces on the shelf.
    fn provide(&mut self, offer: &Offer) {
        for n in 0..3 {
            self.rewarded(0, 6_000, n, 0);
        }
        if offer.stock == Stock::Counted {
            let (partner, reward) = (Self::partner_of(offer), offer.code);
            self.by("project_manager", Restock { partner, reward, by: STOCK });
        }
    }

    /// Redeems as a member.
    pub(super) fn redeem(
        &mut self,
        n: usize,
        offer: &Offer,
        count: u32,
        units: Option<i64>,
    ) -> (OrderId, bool) {
        let (account, partner, reward) = (id(&member(n)), Self::partner_of(offer), offer.code);
        self.own(n, Redeem { account, partner, reward, count, units: units.map(amount) })
    }

    fn reserve(&mut self, n: usize, offer: &Offer) -> (OrderId, bool) {
        let (account, partner, reward) = (id(&member(n)), Self::partner_of(offer), offer.code);
        self.own(n, Reserve { account, partner, reward, count: 1, units: None })
    }

    /// Goes on to a day on which it can be had and nobody has had their share.
    fn go_to_an_open_day(&mut self, offer: &Offer) {
        let fresh = match offer.per_person {
            Some(limit) => {
                limit.per.last_day(self.ledger.day()).next().filter(|_| limit.per != Period::Lifetime)
            }
            None => None,
        };
        let day = fresh.unwrap_or(self.ledger.day());
        if let Some(open) = offer.available.next_open(day) {
            self.close_through(open.minus_days(1).unwrap());
        }
    }

    /// Without a stock, with one, and when it is used up.
    fn count(&mut self, offer: &Offer) {
        self.go_to_an_open_day(offer);
        let (partner, reward) = (Self::partner_of(offer), offer.code);
        self.redeem(0, offer, 1, None);
        self.by("project_manager", Restock { partner, reward, by: 1 });
        self.provide(offer);
        self.by("project_manager", Restock { partner, reward, by: -1 });
        self.by("project_manager", Restock { partner, reward, by: -2 * STOCK });
        let (taken, _) = self.redeem(1, offer, 1, None);
        self.by("project_manager", Reverse { original: taken, amount: None });
    }

    fn price(&mut self, offer: &Offer) {
        self.go_to_an_open_day(offer);
        self.provide(offer);
        match offer.price {
            Price::Steps { minimum, step } => {
                let (minimum, step) = (minimum.minor(), step.minor());
                for units in [minimum - 1, minimum, minimum + step - 1, minimum + step, 3 * step + minimum] {
                    self.redeem(0, offer, 1, Some(units));
                }
                for count in [1, 2, 3] {
                    self.redeem(0, offer, count, None);
                }
            }
            Price::Piece { units, mixed, .. } => {
                self.redeem(0, offer, 1, None);
                let Some(mixed) = mixed else { return };
                let least = (units.minor() * i64::from(mixed.least_units_percent) + 99) / 100;
                for units in [least - 1, least, least + 1, units.minor() - 1, units.minor() + 1] {
                    self.redeem(0, offer, 1, Some(units));
                }
            }
        }
    }

    /// Kept until the last day and the last minute, and not longer.
    fn keep(&mut self, offer: &Offer) {
        let Some(hold) = offer.hold else {
            self.reserve(0, offer);
            return;
        };
        self.go_to_an_open_day(offer);
        self.provide(offer);
        let at = |scribe: &mut Self, n: usize, minutes: i64, reservation: OrderId| {
            let mut order = scribe.draft(&member(n), "participant", PickUp { reservation });
            order.instant = Instant::new(order.instant.millis() + minutes * 60_000);
            scribe.put(order);
        };
        if let Some(minutes) = hold.minutes.map(i64::from) {
            for late in [-1, 0, 1] {
                let (reservation, _) = self.reserve(0, offer);
                self.move_clock(minutes + late);
                at(self, 0, 0, reservation);
                self.own(0, Release { reservation });
                self.go_to_an_open_day(offer);
            }
        }
        let Some(days) = hold.days else { return };
        // Its minutes would be over by then.
        for early in [0, 1] {
            let (reservation, _) = self.reserve(0, offer);
            self.pass(days + early);
            at(self, 0, 0, reservation);
            self.go_to_an_open_day(offer);
            self.provide(offer);
        }
    }

    /// As many as one may have and one more, alone and with whom one lives; and again in the next period.
    fn take_too_many(&mut self, offer: &Offer, limit: PerPerson) {
        for _ in 0..2 {
            self.go_to_an_open_day(offer);
            self.provide(offer);
            for n in [0, 1] {
                self.redeem(n, offer, limit.times, None);
                self.redeem(n, offer, 1, None);
            }
            // A day, a week and a month later, as far as it is another period.
            for later in [1, 6, 7, 24] {
                self.pass(later);
                self.redeem(0, offer, 1, None);
            }
        }
    }

    /// On the eve of the first day, on it, on the last day, and after it.
    fn wait_for_the_season(&mut self, offer: &Offer) {
        let Some(season) = offer.available.season else { return };
        let try_on = |scribe: &mut Self, day: Day| {
            scribe.close_through(day.minus_days(1).unwrap());
            scribe.provide(offer);
            for n in [0, 2] {
                scribe.redeem(n, offer, 1, None);
            }
        };
        let year = self.ledger.day().year() + 1;
        let (first, last) = (season.from.first_in(year).unwrap(), season.until.first_in(year).unwrap());
        for day in [first.minus_days(1).unwrap(), first, last, last.next().unwrap()] {
            try_on(self, day);
        }
    }
}
