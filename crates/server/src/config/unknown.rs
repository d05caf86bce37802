//! What to say of a name that is no setting of one value: that it is a table, or the nearest name that is one.

use super::limits::BOUNDS;
use super::settings::{Setting, settings};

/// Where the settings of protocols live, in the file and in the environment.
const PROTOCOLS: &str = "protocols.";
/// How our variables begin.
const OURS: &str = "SYRINX_";
/// The one variable that is no setting: it says where the others are.
const FILE_VARIABLE: &str = "SYRINX_CONFIG";

/// Whether settings live below this name.
pub(super) fn is_table(key: &str) -> bool {
    keys().any(|known| known.strip_prefix(key).is_some_and(|rest| rest.starts_with('.')))
}

/// In words.
pub(super) fn unknown(key: &str) -> String {
    if is_table(key) {
        return format!("{key} must be a table");
    }
    match key.strip_prefix(PROTOCOLS) {
        Some(rest) => {
            let (id, name) = rest.split_once('.').unwrap_or((rest, ""));
            unknown_of_protocol(id, name)
        }
        None => {
            let known = keys().filter(|known| !known.starts_with(PROTOCOLS));
            format!("there is no setting {key}{}", nearest(known, key))
        }
    }
}

fn unknown_of_protocol(id: &str, name: &str) -> String {
    let ids = || keys().filter_map(|key| Some(key.strip_prefix(PROTOCOLS)?.split_once('.')?.0));
    let prefix = format!("{PROTOCOLS}{id}.");
    let known = || keys().filter_map(|key| key.strip_prefix(&prefix));
    match name.strip_prefix("limits.") {
        _ if !ids().any(|known| known == id) => {
            format!("there is no protocol {id}{}", nearest(ids(), id))
        }
        Some(limit) if BOUNDS.iter().any(|bound| bound.name == limit) => {
            format!("{limit} is the same for all protocols; set limits.{limit}")
        }
        Some(limit) => {
            let limits = known().filter_map(|name| name.strip_prefix("limits."));
            format!("protocol {id} has no limit {limit}{}", nearest(limits, limit))
        }
        None => {
            let options = known().filter(|name| !name.starts_with("limits.")).chain(["limits"]);
            format!("protocol {id} has no option {name}{}", nearest(options, name))
        }
    }
}

/// What a variable of the environment is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// A setting, or nothing of ours at all.
    Well,
    /// Almost a setting, or something in one of our tables: a mistake.
    Badly,
    /// It begins like ours and is like none of them: perhaps a client's.
    Strangely,
}

/// So many letters may be wrong in a name that is taken for a misspelt one.
const SLIPS: usize = 2;

/// What a variable of this name is to us.
pub(super) fn named(variable: &str) -> Named {
    let Some(rest) = variable.strip_prefix(OURS) else { return Named::Well };
    let is_known = variable == FILE_VARIABLE || settings().any(|setting| setting.variable() == variable);
    if is_known || is_platforms(rest) {
        Named::Well
    } else if is_in_table(rest) || is_almost_a_setting(variable) {
        Named::Badly
    } else {
        Named::Strangely
    }
}

/// `LIMITS_DRIAN` is in the table of `limits.drain`.
fn is_in_table(rest: &str) -> bool {
    let tables = keys().filter_map(|key| key.split_once('.')).map(|(table, _)| table.to_ascii_uppercase());
    let mut inside = tables.map(|table| format!("{table}_"));
    inside.any(|table| rest.starts_with(&table))
}

/// Also almost the name that the setting would have if all were made by the same rule (`SYRINX_KEYS`).
fn is_almost_a_setting(variable: &str) -> bool {
    let by_rule = |key: &str| format!("{OURS}{}", key.replace('.', "_").to_ascii_uppercase());
    let mut names = settings().flat_map(|setting| [setting.variable(), by_rule(&setting.key)]);
    names.any(|known| strsim::damerau_levenshtein(&known, variable) <= SLIPS)
}

/// Kubernetes and Docker describe each service to its neighbours: of one called `syrinx` in `SYRINX_SERVICE_HOST`,
/// `SYRINX_PORT` and `SYRINX_PORT_80_TCP_ADDR`, of one called `syrinx-eu` in `SYRINX_EU_SERVICE_HOST`, and so on
/// (kubernetes.io, "Accessing the Service", environment variables). No setting of ours has such a name.
fn is_platforms(rest: &str) -> bool {
    let words: Vec<_> = rest.split('_').collect();
    let is_number = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let names_port = words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1);
        *word == "PORT" && (at == 0 || next.is_none() || next.is_some_and(is_number))
    });
    let names_service = words.windows(2).any(|two| two[0] == "SERVICE" && matches!(two[1], "HOST" | "PORT"));
    names_port || names_service || words[0] == "SERVICE"
}

/// In words.
pub(super) fn unknown_variable(variable: &str) -> String {
    let known: Vec<_> = settings().map(Setting::variable).collect();
    format!("there is no such variable{}", nearest(known.iter().map(String::as_str), variable))
}

/// In words, for one that is no mistake.
pub(super) fn strange_variable(variable: &str) -> String {
    format!("{variable} is no setting of the server and has no effect")
}

fn keys() -> impl Iterator<Item = &'static str> {
    settings().map(|setting| setting.key.as_ref())
}

/// The end of a sentence that says that there is no such name.
pub(super) fn nearest<'a>(known: impl Iterator<Item = &'a str>, name: &str) -> String {
    let nearest = known.min_by_key(|known| strsim::damerau_levenshtein(known, name));
    nearest.map(|nearest| format!("; the nearest is {nearest}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_name_has_its_nearest() {
        for (key, told) in [
            ("limits.drian", "there is no setting limits.drian; the nearest is limits.drain"),
            ("protocols.nativ.column", "there is no protocol nativ; the nearest is native"),
            ("protocols.nativ", "there is no protocol nativ; the nearest is native"),
            ("protocols.native.colum", "protocol native has no option colum; the nearest is column"),
            ("protocols.native.limit", "protocol native has no option limit; the nearest is limits"),
            ("protocols.native.limits.idel", "protocol native has no limit idel; the nearest is idle"),
            ("protocols.native.limits.drain", "drain is the same for all protocols; set limits.drain"),
            ("protocols.native", "protocols.native must be a table"),
            ("protocols.native.limits", "protocols.native.limits must be a table"),
            ("protocols", "protocols must be a table"),
            ("tls", "tls must be a table"),
        ] {
            assert_eq!(unknown(key), told);
        }
    }

    #[test]
    fn variables_of_other_people_are_none_of_ours() {
        for theirs in [
            "SYRINX_PORT",
            "SYRINX_PORT_80_TCP_ADDR",
            "SYRINX_SERVICE_HOST",
            "SYRINX_SERVICE_PORT_HTTP",
            "SYRINX_EU_PORT",
            "SYRINX_EU_PORT_443_TCP",
            "SYRINX_EU_SERVICE_PORT",
            "SYRINX_PROTOCOLS_PORT_80_TCP",
            "SYRINX_PROTOCOLS_SERVICE_HOST",
            "PATH",
        ] {
            assert_eq!(named(theirs), Named::Well, "{theirs}");
        }
    }

    #[test]
    fn our_variables_have_their_nearest() {
        for setting in settings() {
            assert_eq!(named(&setting.variable()), Named::Well, "{}", setting.key);
            let below = setting.variable();
            assert!(!is_platforms(below.strip_prefix(OURS).unwrap()), "{below} would be taken for theirs");
        }
        assert_eq!(named(FILE_VARIABLE), Named::Well);
        assert_eq!(named("SYRINX_URL"), Named::Strangely);
        for (wrong, nearest) in [
            ("SYRINX_PROTOCOLS_NATIV_COLUMN", "SYRINX_PROTOCOLS_NATIVE_COLUMN"),
            ("SYRINX_LIMITS_DRIAN", "SYRINX_LIMITS_DRAIN"),
            ("SYRINX_TLS_CERTIFICATE", "SYRINX_TLS_CERT"),
            ("SYRINX_KEYS", "SYRINX_API_KEYS"),
            ("SYRINX_API_KEY", "SYRINX_API_KEYS"),
            ("SYRINX_LOG_LEVELS", "SYRINX_LOG_LEVEL"),
        ] {
            assert_eq!(named(wrong), Named::Badly, "{wrong}");
            assert_eq!(
                unknown_variable(wrong),
                format!("there is no such variable; the nearest is {nearest}")
            );
        }
    }
}
