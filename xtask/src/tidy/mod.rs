//! `tidy`: the invariants that a compiler cannot see.
//!
//! Each rule is a small function from a [`File`] or the [`Tree`] to [`Finding`]s, with a test that shows it failing and
//! passing. They read text, not types: clippy does the rest with the pure crates' own `clippy.toml`. Read [`check`]
//! first.

mod arrows;
mod crates;
mod finding;
mod manifest;
mod protocols;
mod purity;
mod rust;
mod shape;
mod tree;
mod vendors;

use std::process::ExitCode;

use crate::failure::Failure;
use crate::workspace;

use finding::Finding;
use tree::{File, Tree};

/// Rules that look at one file.
const FILE_RULES: &[fn(&File) -> Vec<Finding>] = &[
    arrows::all_tables_point_downwards,
    crates::workspace_lints_are_on,
    purity::no_impure_dependency,
    purity::no_clock_thread_or_socket,
    shape::no_promises,
    shape::no_long_file,
    shape::no_printing,
    vendors::no_vendor_outside_its_folder,
];

/// Rules that compare files.
const TREE_RULES: &[fn(&Tree) -> Vec<Finding>] =
    &[crates::pure_crates_share_clippy_toml, protocols::each_has_a_page_and_fixtures];

/// `cargo xtask tidy`.
///
/// # Errors
/// If there is a finding, or the tree cannot be read.
pub(crate) fn run() -> Result<ExitCode, Failure> {
    check().map(|()| ExitCode::SUCCESS)
}

/// Prints every finding in the workspace.
///
/// # Errors
/// If there is one, or the tree cannot be read.
pub(crate) fn check() -> Result<(), Failure> {
    let tree = Tree::read(&workspace::root())?;
    let findings = findings(&tree);
    for finding in &findings {
        println!("{finding}");
    }
    println!("tidy: {} files, {} findings", tree.files.len(), findings.len());
    if findings.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!("{} findings, see above", findings.len())))
    }
}

fn findings(tree: &Tree) -> Vec<Finding> {
    let in_files = tree.files.iter().flat_map(|file| FILE_RULES.iter().flat_map(|rule| rule(file)));
    let in_tree = TREE_RULES.iter().flat_map(|rule| rule(tree));
    let mut findings: Vec<Finding> = in_files.chain(in_tree).collect();
    findings.sort();
    findings
}
