//! What a type looks like from Python.

/// The form in which a value crosses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A value of Python's own, by the name of its check in `_model.py`.
    Plain(&'static str),
    /// Nothing, or a value.
    Optional(Box<Form>),
    /// Any number of them.
    Many(Box<Form>),
    /// So many of these, in this order.
    Together(Vec<Form>),
    /// Another type that is written.
    Named(String),
}

/// A field of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name in JSON, and in Python unless that is a word of the language.
    pub(crate) name: String,
    pub(crate) form: Form,
    /// What it is if it is left out, as Python; `None` if it must be there.
    pub(crate) default: Option<String>,
    /// Whether it is left out of JSON when it is its default.
    pub(crate) left_out: bool,
    pub(crate) doc: String,
}

/// One way a value can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Variant {
    /// Its name in Rust.
    pub(crate) name: String,
    /// Its word in JSON.
    pub(crate) word: String,
    pub(crate) doc: String,
    pub(crate) holds: Holds,
}

/// What a variant holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    Nothing,
    Value(Form),
    Fields(Vec<Field>),
}

/// What is written for a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A class with fields.
    Fields(Vec<Field>),
    /// One of these words.
    Words(Vec<(String, String)>),
    /// One of these.
    Variants(Vec<Variant>),
    /// Another form by this name.
    Alias(Form),
}

/// A type that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) class: Class,
    /// What it is beside a value.
    pub(crate) role: Role,
}

/// What a class is beside a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing more.
    Value,
    /// It can be asked of a ledger, by this word.
    Ask(String),
    /// It can be asked of movements, by this word, and the answer has this form.
    Question(String, Form),
}

impl Form {
    /// The names that it needs.
    pub(crate) fn needs(&self) -> Vec<&str> {
        match self {
            Self::Plain(_) => Vec::new(),
            Self::Optional(one) | Self::Many(one) => one.needs(),
            Self::Together(all) => all.iter().flat_map(Self::needs).collect(),
            Self::Named(name) => vec![name],
        }
    }
}

impl Shape {
    /// The names that it needs.
    pub(crate) fn needs(&self) -> Vec<&str> {
        let mut needs = self.fields_need();
        if let Role::Question(_, answer) = &self.role {
            needs.extend(answer.needs());
        }
        needs
    }

    fn fields_need(&self) -> Vec<&str> {
        match &self.class {
            Class::Fields(fields) => fields.iter().flat_map(|field| field.form.needs()).collect(),
            Class::Words(_) => Vec::new(),
            Class::Alias(form) => form.needs(),
            Class::Variants(variants) => variants
                .iter()
                .flat_map(|variant| match &variant.holds {
                    Holds::Nothing => Vec::new(),
                    Holds::Value(form) => form.needs(),
                    Holds::Fields(fields) => fields.iter().flat_map(|field| field.form.needs()).collect(),
                })
                .collect(),
        }
    }
}

/// `PendingEnd` as `pending_end`, as serde has it.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (at, letter) in name.char_indices() {
        if letter.is_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}
