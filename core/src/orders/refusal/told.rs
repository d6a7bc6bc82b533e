//! [`Refusal::told`]: a refusal as a server tells it.

use serde::Deserialize;

use super::{Figures, Refusal, RefusalCode};
use crate::json;

/// A text is no refusal that this library knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a refusal: {0}")]
pub struct NotARefusal(String);

impl Refusal {
    /// The refusal in a JSON object with its `code` and `figures`. What a server says beside them, such as the rule and
    /// the sentences, is passed over: both follow from the code and the design.
    ///
    /// ```
    /// use muntwerk::orders::{Refusal, RefusalCode};
    ///
    /// let told = Refusal::told(r#"{"code": "stale", "rule": "id", "figures": {"count": 3}, "number": null}"#)?;
    /// assert_eq!((told.code, told.figures.count), (RefusalCode::Stale, Some(3)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NotARefusal`] if it is no such object, or its code is none that this library knows.
    pub fn told(text: &str) -> Result<Self, NotARefusal> {
        #[derive(Deserialize)]
        struct Told {
            code: RefusalCode,
            #[serde(default)]
            figures: Box<Figures>,
        }
        let told: Told = json::from_slice(text.as_bytes()).map_err(|error| NotARefusal(error.to_string()))?;
        Ok(Self { code: told.code, figures: told.figures })
    }
}
