//! From doc comments to plain text.

/// The text of the doc comments among some attributes, without the marks of links.
pub(crate) fn text(attributes: &[syn::Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes.iter().filter(|one| one.path().is_ident("doc")) {
        let syn::Meta::NameValue(syn::MetaNameValue { value, .. }) = &attribute.meta else { continue };
        if let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = value {
            lines.push(text.value().trim().to_owned());
        }
    }
    let before_code = lines.split(|line| line.starts_with("```")).next().unwrap_or(&[]);
    plain(before_code.join("\n").trim())
}

/// Without links: [`Redeem::units`] is `Redeem.units`, and [so](there) is so.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((inside, behind)) = after.split_once(']') else {
            plain.push('[');
            rest = after;
            continue;
        };
        let is_link = behind.starts_with('(') || inside.starts_with('`') && inside.ends_with('`');
        if is_link {
            plain.push_str(&inside.replace("::", "."));
            rest = behind
                .strip_prefix('(')
                .and_then(|behind| behind.split_once(')'))
                .map_or(behind, |(_, behind)| behind);
        } else {
            plain.push('[');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    #[test]
    fn links_become_words() {
        assert_eq!(
            super::plain("As in [`Redeem::units`]; [so](there), [[a]]."),
            "As in `Redeem.units`; so, [[a]]."
        );
    }
}
