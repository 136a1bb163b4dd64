//! Identifiers: tokens of controls and their parts, UUIDs made of content.

use alloc::format;
use alloc::string::{String, ToString};
use uuid::Uuid;

/// The namespace of every identifier made here, itself made of the name of our namespace.
fn root() -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, crate::facts::NAMESPACE.as_bytes())
}

/// The identifiers of one document.
#[derive(Clone, Copy)]
pub(super) struct Ids(Uuid);

impl Ids {
    /// Those of a document of this kind and content.
    pub(super) fn of(kind: &str, content: &str) -> Self {
        Self(Uuid::new_v5(&Uuid::new_v5(&root(), kind.as_bytes()), content.as_bytes()))
    }

    /// The document itself.
    pub(super) fn document(self) -> String {
        self.0.to_string()
    }

    /// A part of the document.
    pub(super) fn part(self, kind: &str, name: &str) -> String {
        Uuid::new_v5(&self.0, format!("{kind}/{name}").as_bytes()).to_string()
    }
}

/// A criterion as a control. Tokens of OSCAL begin with a letter; ids of criteria have no capital ones, so nothing can collide.
pub(super) fn control(criterion: &str) -> String {
    if criterion.starts_with(|c: char| c.is_ascii_digit()) { format!("C_{criterion}") } else { criterion.into() }
}

/// What a control states.
pub(super) fn statement(criterion: &str) -> String {
    format!("{}_SMT", control(criterion))
}

/// What a control asks at a level.
pub(super) fn objective(criterion: &str, level: u32) -> String {
    format!("{}_OBJ.{level}", control(criterion))
}

/// A number of a control.
pub(super) fn parameter(criterion: &str, name: &str) -> String {
    format!("{}_PRM.{name}", control(criterion))
}

/// A group.
pub(super) fn group(group: &str) -> String {
    format!("G_{group}")
}

#[cfg(test)]
mod tests {
    use super::{Ids, control, objective};

    #[test]
    fn the_same_content_has_the_same_identifier_and_other_content_another() {
        let one = Ids::of("a", "content");
        assert_eq!(one.document(), Ids::of("a", "content").document());
        assert_eq!(one.document().as_bytes()[14], b'5');
        assert_ne!(one.document(), Ids::of("a", "Content").document());
        assert_ne!(one.part("a", "b"), one.part("b", "a"));
        assert_eq!((control("1.2"), control("wat-01")), ("C_1.2".into(), "wat-01".into()));
        assert_eq!(objective("1.2", 3), "C_1.2_OBJ.3");
    }
}
