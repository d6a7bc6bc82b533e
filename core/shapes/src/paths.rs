//! From which module of the core a type can be used: what is private in its file is given away further out.

use std::path::{Path, PathBuf};

use syn::{Item, UseTree, Visibility};

/// The outermost module that gives a type away, as `muntwerk::orders`.
pub(crate) fn module_of<'f>(
    path: &Path,
    name: &str,
    file_at: impl Fn(&Path) -> Option<&'f syn::File>,
) -> Option<String> {
    let below: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let source = below.iter().rposition(|part| part == "src")?;
    let mut directory: PathBuf = below.get(..=source)?.iter().collect();
    let mut inner: Vec<&str> = below.get(source.checked_add(1)?..)?.iter().map(String::as_str).collect();
    // The last is the file, which is a module too.
    let last = inner.pop()?.trim_end_matches(".rs");
    if !["mod", "lib"].contains(&last) {
        inner.push(last);
    }
    let mut module = "muntwerk".to_owned();
    let mut at = directory.join("lib.rs");
    for next in inner {
        let file = file_at(&at)?;
        if file.items.iter().any(|item| gives_away(item, name)) {
            return Some(module);
        }
        let is_open = file.items.iter().any(|item| match item {
            Item::Mod(one) => one.ident == next && matches!(one.vis, Visibility::Public(_)),
            _ => false,
        });
        if !is_open {
            return None;
        }
        module = format!("{module}::{next}");
        let folder = directory.join(next).join("mod.rs");
        at = if file_at(&folder).is_some() { folder } else { directory.join(format!("{next}.rs")) };
        directory.push(next);
    }
    Some(module)
}

fn gives_away(item: &Item, name: &str) -> bool {
    match item {
        Item::Use(one) => matches!(one.vis, Visibility::Public(_)) && names(&one.tree, name),
        _ => false,
    }
}

fn names(tree: &UseTree, name: &str) -> bool {
    match tree {
        UseTree::Path(path) => names(&path.tree, name),
        UseTree::Name(one) => one.ident == name,
        UseTree::Group(group) => group.items.iter().any(|one| names(one, name)),
        UseTree::Rename(_) | UseTree::Glob(_) => false,
    }
}
