//! Adopting a new version of the design (R8).

use crate::books::{Change, Draft};
use crate::id::Code;
use crate::orders::{AmendDesign, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for AmendDesign {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About::action(Action::AdoptDesign))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let latest = scene.designs.latest();
        let earliest = latest.effective.max(scene.day).next().unwrap_or(crate::calendar::Day::LAST);
        if self.effective < earliest {
            return Err(Refusal::new(RefusalCode::AmendmentDay).with(|f| f.from = Some(earliest)));
        }
        if let Err(needs) = self.design.amendable_from(&latest.design, scene.books.units_out(), self.existing)
        {
            // Keys of the design are words with dots and dashes, as codes are.
            let key = needs.first().and_then(|needed| Code::parse(&needed.key).ok());
            return Err(Refusal::new(RefusalCode::NeedsConversion).with(|f| f.what = key));
        }
        let design = self.design.clone();
        draft.entry.changes.push(Change::DesignAdopted {
            effective: self.effective,
            design,
            existing: self.existing,
        });
        Ok(())
    }
}
