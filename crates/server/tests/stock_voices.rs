//! The names that clients ship stand for voices that exist.

use std::process::Command;

use wire::PROTOCOLS;

#[test]
fn every_alias_of_every_protocol_means_a_voice() {
    let listed =
        Command::new(env!("CARGO_BIN_EXE_syrinx")).args(["voices", "--format", "json"]).output().unwrap();
    let voices: serde_json::Value = serde_json::from_slice(&listed.stdout).unwrap();
    let ids: Vec<_> = voices.as_array().unwrap().iter().filter_map(|voice| voice["id"].as_str()).collect();
    assert!(ids.len() > 100, "hardly any voices: is this a build with them?");
    for card in PROTOCOLS {
        for alias in card.aliases {
            assert!(ids.contains(&alias.voice), "{}: {} means {}", card.id, alias.name, alias.voice);
        }
    }
}
