//! Acronyms in Italian.

/// Spelled, though one could say them.
pub(super) const SPELLED: &[&str] = &[
    "UE", "DNA", "RNA", "IA", "ONG", "CGIL", "OK", "SEO", "CEO", "API", "OGM", "ADSL", "UV", "AC", "AG",
    "PA", "IT",
];

/// Words in capitals that are said as words, and names that are said otherwise.
pub(super) const NAMES: &[(&str, &str)] =
    &[("CNEL", ""), ("ISTAT", ""), ("USA", ""), ("NASA", ""), ("FIAT", ""), ("UIL", "")];
