//! Whose work is in this binary, and the notices that must go with it. Read [`text`] first.
//!
//! These are the data and the libraries in C. Crates in Rust name their licences in their manifests.

/// Whose it is, and under which terms.
type Notice = (&'static str, &'static str);

#[cfg(feature = "mp3")]
const LAME: Notice = (
    "LAME 3.100, the encoder of MP3: LGPL",
    "Copyright (c) 1999-2011 The L.A.M.E. Team\n\nIt may be passed on under the GNU Lesser General Public License; there is no \
     warranty at all. Its sources are in the crate\nmp3lame-sys, in the version of Cargo.lock: with them and those of Syrinx \
     it can be replaced by another.\n\nThe licence: https://www.gnu.org/licenses/old-licenses/lgpl-2.0.html\n\
     The sources: https://lame.sourceforge.io\n",
);

fn notices() -> Vec<Notice> {
    let mut all = vec![numerals::NOTICE];
    #[cfg(feature = "espeak")]
    all.extend(engine_espeak::notices());
    #[cfg(feature = "mp3")]
    all.push(LAME);
    all
}

/// The licence of the binary, and each notice below whose it is.
#[must_use]
pub fn text(version: &str) -> String {
    let mut text = format!("syrinx {version}\n");
    for (whose, notice) in notices() {
        text.push_str(&format!(
            "\n{whose}\n{}\n\n{}\n",
            "=".repeat(whose.chars().count()),
            notice.trim_end()
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_notice_is_there_whole() {
        let text = text("1.2.3");
        let mut needed = vec!["syrinx 1.2.3\n", "UNICODE LICENSE V3", "THIRD PARTY RIGHTS"];
        if cfg!(feature = "espeak") {
            needed.extend(["Jonathan Duddington", "gpl-3.0", "Agata Naomichi", "Nara Institute of Science"]);
            needed.extend([
                "must include both the above copyright notice",
                "as far as the program is concerned.",
            ]);
        }
        if cfg!(feature = "mp3") {
            needed.push("The L.A.M.E. Team");
        }
        for part in needed {
            assert!(text.contains(part), "{part}");
        }
        assert_eq!(text.contains("GPL"), cfg!(any(feature = "espeak", feature = "mp3")));
    }
}
