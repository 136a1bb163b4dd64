//! What holds for a whole run: language, format, paper, date.

use crate::args::{Cli, Color, Format, Language};
use crate::doc::Paper;
use crate::failure::Failure;
use crate::texts::{T, fill};
use dothi::Lang;
use std::io::IsTerminal;

/// Width of output that does not go to a terminal.
const PIPE_WIDTH: usize = 100;

/// The settings of a run.
pub(crate) struct Settings {
    pub(crate) lang: Lang,
    pub(crate) format: Option<Format>,
    pub(crate) paper: Paper,
    color: Color,
}

impl Settings {
    /// Reads options, environment and terminal once.
    pub(crate) fn open(cli: &Cli) -> Self {
        let lang = cli.lang.map_or_else(|| language_of(|name| std::env::var(name).ok()), Language::lang);
        let width = match terminal_size::terminal_size() {
            Some((width, _)) if std::io::stdout().is_terminal() => usize::from(width.0).clamp(60, 140),
            _ => PIPE_WIDTH,
        };
        let paper = Paper { width, color: colored(cli.color, std::io::stdout().is_terminal()) };
        Self { lang, format: cli.format, paper, color: cli.color }
    }

    /// The same for the error output.
    pub(crate) fn on_stderr(&self, is_terminal: bool) -> Self {
        let paper = Paper { width: self.paper.width, color: colored(self.color, is_terminal) };
        Self { lang: self.lang, format: self.format, paper, color: self.color }
    }

    /// For commands that have one format only.
    pub(crate) fn no_format(&self, command: &str) -> Result<(), Failure> {
        match self.format {
            None => Ok(()),
            Some(asked) => Err(Failure::Usage(fill(T::OneFormat, self.lang, &[("command", command), ("format", asked.word())]))),
        }
    }

    /// The format asked for, when the command has it.
    pub(crate) fn format(&self, command: &str, known: &[Format]) -> Result<Format, Failure> {
        let asked = self.format.or(known.first().copied()).unwrap_or(Format::Table);
        if known.contains(&asked) {
            return Ok(asked);
        }
        let names: Vec<&str> = known.iter().map(|f| f.word()).collect();
        let values = [("command", command), ("format", asked.word()), ("known", &names.join(", "))];
        Err(Failure::Usage(fill(T::NoSuchFormat, self.lang, &values)))
    }
}

/// The language of the environment: the first of the three variables that is set decides.
pub(crate) fn language_of(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    if named.is_some_and(|value| value.to_ascii_lowercase().starts_with("vi")) { Lang::Vi } else { Lang::En }
}

fn colored(asked: Color, is_terminal: bool) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()) || std::env::var_os("TERM").is_some_and(|v| v == "dumb");
    match asked {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => is_terminal && !refused,
    }
}

#[cfg(test)]
mod tests {
    use super::language_of;
    use dothi::Lang;

    #[test]
    fn the_first_variable_that_is_set_names_the_language() {
        let of = |pairs: &'static [(&str, &str)]| {
            language_of(move |name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_string()))
        };
        assert_eq!(of(&[("LANG", "vi_VN.UTF-8")]), Lang::Vi);
        assert_eq!(of(&[("LC_ALL", "en_GB"), ("LANG", "vi_VN.UTF-8")]), Lang::En);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "vi"), ("LANG", "C")]), Lang::Vi);
        assert_eq!(of(&[]), Lang::En);
    }
}
