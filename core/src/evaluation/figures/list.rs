//! The list of indicators, and what follows from it.

/// Makes of a list of indicators what treats them all alike.
macro_rules! indicators {
    ($($indicator:ident),* $(,)?) => {
        /// What every indicator is.
        pub const INDICATORS: &[About] = &[$(<$indicator as Indicator>::ABOUT),*];

        /// Any of the indicators, as data: what a study asks can be kept in a file and asked again of other
        /// movements.
        ///
        /// ```
        /// use muntwerk::evaluation::figures::Question;
        /// let text = r#"{"transactions":{"window":{"from":"2025-01-01","through":"2025-12-31"},
        ///     "kinds":["transfer","redeem"],"population":"participants"}}"#;
        /// let question: Question = serde_json::from_str(text)?;
        /// assert_eq!(question.about().name, "transactions");
        /// // Nothing is taken for granted.
        /// let vague = text.replace(r#""kinds":["transfer","redeem"],"#, "");
        /// assert!(serde_json::from_str::<Question>(&vague).is_err());
        /// # Ok::<(), serde_json::Error>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Question {
            $(#[doc = concat!("See [`", stringify!($indicator), "`].")] $indicator($indicator),)*
        }

        /// The figure that answers a [`Question`].
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum Answer {
            $(
                #[doc = concat!("To [`", stringify!($indicator), "`].")]
                $indicator(Box<$crate::evaluation::Figure<$indicator>>),
            )*
        }

        impl Answer {
            /// Why it has no value.
            pub const fn undefined(&self) -> Option<$crate::evaluation::Undefined> {
                match self {
                    $(Self::$indicator(figure) => figure.undefined,)*
                }
            }
        }

        impl Question {
            /// What is asked.
            pub const fn about(&self) -> About {
                match self {
                    $(Self::$indicator(_) => <$indicator as Indicator>::ABOUT,)*
                }
            }

            /// The figure.
            ///
            /// # Errors
            /// As [`Indicator::figure`].
            pub fn answer(
                &self,
                movements: &$crate::evaluation::Movements,
            ) -> Result<Answer, $crate::evaluation::EvaluationError> {
                match self {
                    $(Self::$indicator(asked) => {
                        asked.figure(movements).map(|figure| Answer::$indicator(Box::new(figure)))
                    })*
                }
            }
        }
    };
}

pub(super) use indicators;
