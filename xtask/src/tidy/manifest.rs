//! As much of a `Cargo.toml` as the rules need: names of tables, and the keys in them.

/// A key and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Of the line, from 1.
    pub(crate) line: usize,
    /// The table it stands in, such as `dev-dependencies`.
    pub(crate) table: String,
    /// The first part of its key: of `speech.workspace` this is `speech`.
    pub(crate) key: String,
    /// The rest of the line.
    pub(crate) value: String,
}

/// How a dependency is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// In what is delivered, or by the script that builds it.
    Production,
    /// In tests only.
    Tests,
}

/// One dependency.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Dependency {
    /// Of the line, from 1.
    pub(crate) line: usize,
    /// The package, under its own name.
    pub(crate) package: String,
    /// What for.
    pub(crate) used: Use,
}

/// All keys of a manifest.
pub(crate) fn entries(text: &str) -> Vec<Entry> {
    let mut table = String::new();
    let mut entries = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[') {
            table = name.trim_matches(['[', ']']).to_owned();
        } else if let Some((key, value)) = line.split_once('=').filter(|_| !line.starts_with('#')) {
            let key = key.trim().split('.').next().unwrap_or_default().trim_matches('"').to_owned();
            entries.push(Entry {
                line: index + 1,
                table: table.clone(),
                key,
                value: value.trim().to_owned(),
            });
        }
    }
    entries
}

/// The package's name.
pub(crate) fn name(text: &str) -> Option<String> {
    let name = entries(text).into_iter().find(|entry| entry.table == "package" && entry.key == "name")?;
    Some(name.value.trim_matches('"').to_owned())
}

/// All dependencies, those for some targets and those in tables of their own included.
pub(crate) fn dependencies(text: &str) -> Vec<Dependency> {
    let mut found: Vec<Dependency> = Vec::new();
    for dependency in entries(text).iter().filter_map(dependency) {
        // A table of its own has several keys, and is one dependency.
        if found.last().is_none_or(|last| last.package != dependency.package || last.used != dependency.used)
        {
            found.push(dependency);
        }
    }
    found
}

fn dependency(entry: &Entry) -> Option<Dependency> {
    let (before, after) = entry.table.split_once("dependencies")?;
    let used = if before.ends_with("dev-") { Use::Tests } else { Use::Production };
    let key = after.strip_prefix('.').unwrap_or(&entry.key);
    let package = renamed(&entry.value).unwrap_or(key).to_owned();
    Some(Dependency { line: entry.line, package, used })
}

/// The package's own name in `alias = { package = "name" }`.
fn renamed(value: &str) -> Option<&str> {
    let (_, after) = value.split_once("package")?;
    after.trim_start().strip_prefix('=')?.trim_start().strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"
[package]
name = "wire"

[dependencies]
speech.workspace = true
clock = { version = "1", package = "tokio" }

[target.'cfg(unix)'.dependencies]
libc = "0.2"

[dev-dependencies.proptest]
version = "1"
features = ["std"]
"#;

    #[test]
    fn every_way_to_write_a_dependency_is_read() {
        let found = dependencies(MANIFEST);
        let names: Vec<_> = found.iter().map(|found| (found.package.as_str(), found.used)).collect();
        let expected = [("speech", Use::Production), ("tokio", Use::Production), ("libc", Use::Production)];
        assert_eq!(names[..3], expected);
        assert_eq!(names[3..], [("proptest", Use::Tests)]);
        assert_eq!(found[0].line, 6);
    }

    #[test]
    fn the_name_is_that_of_the_package() {
        assert_eq!(name(MANIFEST).as_deref(), Some("wire"));
        assert_eq!(name("[workspace]\nname = \"x\"\n"), None);
    }
}
