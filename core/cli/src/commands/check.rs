//! `muntwerk check`: whether a design is sound.

use muntwerk::orders::Lang;

use super::Done;
use crate::args::Check;
use crate::failure::Failure;
use crate::files::{problems, read_design};
use crate::words::design::{blocks, title};
use crate::words::{fill, say};

pub(crate) fn check(args: &Check, lang: Lang) -> Result<Done, Failure> {
    let design = match read_design(&args.design)? {
        Ok(design) => design,
        Err(error) => return Ok(Done::not_well(problems(&args.design, &error))),
    };
    if args.resolved {
        return Ok(Done::well(design.resolved()));
    }
    let sound = ["{}: in orde", "{} : en ordre", "{}: sound"];
    let mut text = fill(lang, sound, &[&title(&design, lang)]);
    text.push_str("\n\n");
    for block in blocks(&design, lang) {
        text.push_str(&format!("{}: {}\n", say(lang, block.title), block.sentences.join(" ")));
    }
    Ok(Done::well(text))
}
