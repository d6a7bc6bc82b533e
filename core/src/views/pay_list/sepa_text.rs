//! Text as every bank of SEPA takes it: Latin letters without signs, figures and a few marks (EPC217-08,
//! best practices for the conversion of characters).

/// Latin letters with signs, and what stands for them: Latin-1 and Latin Extended-A, and the comma-below
/// letters of Romanian.
const LETTERS: &[(&str, &str)] = &[
    ("ÀÁÂÃÄÅĀĂĄ", "A"),
    ("àáâãäåāăą", "a"),
    ("Æ", "AE"),
    ("æ", "ae"),
    ("ÇĆĈĊČ", "C"),
    ("çćĉċč", "c"),
    ("ĎĐÐ", "D"),
    ("ďđð", "d"),
    ("ÈÉÊËĒĔĖĘĚ", "E"),
    ("èéêëēĕėęě", "e"),
    ("ĜĞĠĢ", "G"),
    ("ĝğġģ", "g"),
    ("ĤĦ", "H"),
    ("ĥħ", "h"),
    ("ÌÍÎÏĨĪĬĮİ", "I"),
    ("ìíîïĩīĭįı", "i"),
    ("Ĵ", "J"),
    ("ĵ", "j"),
    ("Ķ", "K"),
    ("ķ", "k"),
    ("ĹĻĽĿŁ", "L"),
    ("ĺļľŀł", "l"),
    ("ÑŃŅŇ", "N"),
    ("ñńņň", "n"),
    ("ÒÓÔÕÖØŌŎŐ", "O"),
    ("òóôõöøōŏő", "o"),
    ("Œ", "OE"),
    ("œ", "oe"),
    ("ŔŖŘ", "R"),
    ("ŕŗř", "r"),
    ("ŚŜŞŠȘ", "S"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ŢŤŦȚ", "T"),
    ("ţťŧț", "t"),
    ("Þ", "TH"),
    ("þ", "th"),
    ("ÙÚÛÜŨŪŬŮŰŲ", "U"),
    ("ùúûüũūŭůűų", "u"),
    ("Ŵ", "W"),
    ("ŵ", "w"),
    ("ÝŶŸ", "Y"),
    ("ýŷÿ", "y"),
    ("ŹŻŽ", "Z"),
    ("źżž", "z"),
    ("&", "+"),
    ("‘’`´\"“”", "'"),
    ("–—_", "-"),
];

/// A text in the letters that every bank takes; what has no equal becomes a point.
pub(super) fn sepa_text(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for one in text.chars() {
        if one.is_ascii_alphanumeric() || "/-?:().,'+ ".contains(one) {
            folded.push(one);
        } else {
            let equal = LETTERS.iter().find(|(letters, _)| letters.contains(one));
            folded.push_str(equal.map_or(".", |(_, equal)| equal));
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_in_the_letters_of_every_bank() {
        assert_eq!(sepa_text("Café Ondine & Zoë (Gent)"), "Cafe Ondine + Zoe (Gent)");
        assert_eq!(sepa_text("Łódź – Æbleskiver “Straße”"), "Lodz - AEbleskiver 'Strasse'");
        assert_eq!(sepa_text("日本 €5!"), ".. .5.");
        // No letter is there twice, and all that stands for one is what banks take.
        let all: String = LETTERS.iter().map(|(letters, _)| *letters).collect();
        let mut letters: Vec<char> = all.chars().collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), all.chars().count());
        assert!(LETTERS.iter().all(|(_, equal)| sepa_text(equal) == *equal));
    }
}
