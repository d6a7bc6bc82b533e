//! What a type looks like from another language.

/// The form in which a value crosses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A value that is not taken apart, by the name of its type in Rust.
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
pub struct Field {
    /// Its name in Rust and in JSON.
    pub name: String,
    /// What it holds.
    pub form: Form,
    /// What it is if it is left out; `None` if it must be there.
    pub default: Option<Given>,
    /// Whether it is left out of JSON when it is its default.
    pub left_out: bool,
    /// What it means.
    pub doc: String,
}

/// What a field is when nobody says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Nothing.
    Nothing,
    /// None of them.
    Empty,
    /// A number.
    Number(String),
    /// One of the words of its type.
    Word(String),
}

/// One way a value can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Its name in Rust.
    pub name: String,
    /// Its word in JSON.
    pub word: String,
    /// What it means.
    pub doc: String,
    /// What it holds.
    pub holds: Holds,
}

/// What a variant holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Nothing.
    Nothing,
    /// A value without a name, or several in a row.
    Value(Form),
    /// Values with names.
    Fields(Vec<Field>),
}

/// What is written for a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Class {
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
pub struct Shape {
    /// What it is called.
    pub name: String,
    /// What it means.
    pub doc: String,
    /// What it is made of.
    pub class: Class,
    /// What it is beside a value.
    pub role: Role,
    /// The type it is read from; `None` for words that a macro of the core defines.
    pub core: Option<CoreType>,
}

/// A type of the core.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoreType {
    /// Its name there.
    pub name: String,
    /// The module from which anybody can use it: `muntwerk::orders`; `None` if nobody can.
    pub module: Option<String>,
    /// Whether it may get more fields or variants.
    pub open: bool,
}

/// What a class is beside a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing more.
    Value,
    /// It can be asked of a ledger, by this word.
    Ask(String),
    /// It can be asked of movements, by this word, and the answer has this form.
    Question(String, Form),
}

impl Form {
    /// The names that it needs.
    pub fn needs(&self) -> Vec<&str> {
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
    pub fn needs(&self) -> Vec<&str> {
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
