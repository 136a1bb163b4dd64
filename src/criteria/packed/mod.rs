//! A checked set in a form that is read without the reader of criteria files: what small modules for the web hold of a published set.
//!
//! It is text (it travels as a JavaScript string): every distinct text of the set once, then the values in the order of the model, texts
//! by their number. Only the same build of the library reads it: nothing names a member, and a change of the model changes the form.

mod model;
mod scheme;
mod text;

use super::criterion::Criterion;
use super::header::Header;
use super::read::Draft;
use super::scheme::Scheme;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
pub(super) use text::{Packing, Unpacking};

/// A value of the model. Unpacking always gives one: what is wrong with the text is asked once, at the end.
pub(super) trait Pack {
    fn pack(&self, to: &mut Packing);
    fn unpack(from: &mut Unpacking<'_>) -> Self;
}

/// The parts of a set as a packed text.
pub(super) fn pack(header: &Header, criteria: &[Criterion], schemes: &[Scheme], digest: &str) -> String {
    let mut to = Packing::default();
    to.text(digest);
    header.pack(&mut to);
    list(criteria, &mut to);
    list(schemes, &mut to);
    to.finish()
}

fn list<T: Pack>(items: &[T], to: &mut Packing) {
    to.count(items.len());
    items.iter().for_each(|item| item.pack(to));
}

/// The parts of a set and the digest of its file, when the text is one that [`pack`] wrote.
pub(super) fn unpack(text: &str) -> Option<(Draft, String)> {
    let mut from = Unpacking::new(text);
    let digest = Pack::unpack(&mut from);
    let draft = Draft { header: Pack::unpack(&mut from), criteria: Pack::unpack(&mut from), schemes: Pack::unpack(&mut from) };
    from.is_done().then_some((draft, digest))
}

/// A struct is its fields, one after the other.
macro_rules! structs {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Pack for $name {
            fn pack(&self, to: &mut Packing) {
                let Self { $($field),* } = self;
                $($field.pack(to);)*
            }

            fn unpack(from: &mut Unpacking<'_>) -> Self {
                Self { $($field: Pack::unpack(from)),* }
            }
        }
    )*};
}

/// An enum is the number of the variant, then what it holds. Number 0 holds nothing of the enum itself, so that a broken text ends.
macro_rules! enums {
    ($($name:ident { $($tag:literal $variant:ident $({ $($field:ident),* })? $(($inner:ident))?),* })*) => {$(
        impl Pack for $name {
            fn pack(&self, to: &mut Packing) {
                match self {$(
                    Self::$variant $({ $($field),* })? $(($inner))? => {
                        to.number($tag);
                        $($($field.pack(to);)*)?
                        $($inner.pack(to);)?
                    }
                )*}
            }

            fn unpack(from: &mut Unpacking<'_>) -> Self {
                match from.number() {
                    $($tag => Self::$variant $({ $($field: Pack::unpack(from)),* })? $(({ let $inner = Pack::unpack(from); $inner }))?,)*
                    _ => {
                        from.fail();
                        Self::unpack(from)
                    }
                }
            }
        }
    )*};
}

use {enums, structs};

impl Pack for u32 {
    fn pack(&self, to: &mut Packing) {
        to.number(*self);
    }

    fn unpack(from: &mut Unpacking<'_>) -> Self {
        from.number()
    }
}

impl Pack for bool {
    fn pack(&self, to: &mut Packing) {
        to.number(u32::from(*self));
    }

    fn unpack(from: &mut Unpacking<'_>) -> Self {
        from.number() == 1
    }
}

impl Pack for String {
    fn pack(&self, to: &mut Packing) {
        to.text(self);
    }

    fn unpack(from: &mut Unpacking<'_>) -> Self {
        from.text().into()
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Packing) {
        to.number(u32::from(self.is_some()));
        if let Some(value) = self {
            value.pack(to);
        }
    }

    fn unpack(from: &mut Unpacking<'_>) -> Self {
        (from.number() == 1).then(|| T::unpack(from))
    }
}

impl<T: Pack> Pack for Box<T> {
    fn pack(&self, to: &mut Packing) {
        T::pack(self, to);
    }

    fn unpack(from: &mut Unpacking<'_>) -> Self {
        from.enter();
        let value = T::unpack(from);
        from.leave();
        Self::new(value)
    }
}

impl<T: Pack> Pack for [T; 2] {
    fn pack(&self, to: &mut Packing) {
        self.iter().for_each(|item| item.pack(to));
    }

    fn unpack(from: &mut Unpacking<'_>) -> Self {
        [T::unpack(from), T::unpack(from)]
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, to: &mut Packing) {
        list(self, to);
    }

    fn unpack(from: &mut Unpacking<'_>) -> Self {
        // Room is not asked for ahead: a broken text might count anything.
        let mut out = Self::new();
        for _ in 0..from.open() {
            if from.failed() {
                break;
            }
            out.push(T::unpack(from));
        }
        from.leave();
        out
    }
}
