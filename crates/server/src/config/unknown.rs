//! What to say of a name that is no setting: the nearest that is one.

use super::limits::BOUNDS;
use super::settings::{Setting, settings};

/// Where the settings of protocols live, in the file and in the environment.
const PROTOCOLS: &str = "protocols.";
const PROTOCOLS_VARIABLES: &str = "SYRINX_PROTOCOLS_";

/// In words.
pub(super) fn unknown(key: &str) -> String {
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
        _ if name.is_empty() => format!("{PROTOCOLS}{id} must be a table"),
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

/// Whether an unknown variable is a mistake rather than somebody else's. Container platforms put their own beside ours
/// (`SYRINX_PORT=tcp://…`, for a service of our name), but none so deep.
pub(super) fn is_misspelt(variable: &str) -> bool {
    let Some(rest) = variable.strip_prefix(PROTOCOLS_VARIABLES) else { return false };
    let is_platforms = rest.starts_with("PORT") || rest.starts_with("SERVICE_");
    !is_platforms && settings().all(|setting| setting.variable() != variable)
}

/// In words.
pub(super) fn unknown_variable(variable: &str) -> String {
    let known: Vec<_> = settings().map(Setting::variable).collect();
    format!("there is no such variable{}", nearest(known.iter().map(String::as_str), variable))
}

fn keys() -> impl Iterator<Item = &'static str> {
    settings().map(|setting| setting.key.as_ref())
}

fn nearest<'a>(known: impl Iterator<Item = &'a str>, name: &str) -> String {
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
        ] {
            assert_eq!(unknown(key), told);
        }
    }

    #[test]
    fn variables_of_other_people_are_none_of_ours() {
        for theirs in ["SYRINX_PORT", "SYRINX_PROTOCOLS_PORT_80_TCP", "SYRINX_PROTOCOLS_SERVICE_HOST", "PATH"]
        {
            assert!(!is_misspelt(theirs), "{theirs}");
        }
        assert!(!is_misspelt("SYRINX_PROTOCOLS_NATIVE_COLUMN"));
        assert!(is_misspelt("SYRINX_PROTOCOLS_NATIV_COLUMN"));
        assert!(
            unknown_variable("SYRINX_PROTOCOLS_NATIV_COLUMN").ends_with("SYRINX_PROTOCOLS_NATIVE_COLUMN")
        );
    }
}
