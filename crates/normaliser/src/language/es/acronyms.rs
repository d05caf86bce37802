//! Acronyms in Spanish.

/// Spelled, though one could say them.
pub(super) const SPELLED: &[&str] = &[
    "ADN", "ARN", "DNI", "IRPF", "UE", "IA", "ITV", "ONG", "OMS", "FMI", "BBVA", "VIH", "ETT", "AEAT", "UGT",
    "UPV", "UAM", "UCM", "ISBN", "IPC", "OPA", "OK", "SEO", "CEO", "URSS", "AVC", "API", "SA", "SL", "AFP",
    "IMC",
];

/// Words in capitals that are said as words, and names that are said otherwise.
pub(super) const NAMES: &[(&str, &str)] =
    &[("PSOE", ""), ("BOE", ""), ("INE", ""), ("UNED", ""), ("CIA", ""), ("UCI", ""), ("NASA", "")];
