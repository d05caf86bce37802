//! Acronyms in Portuguese.

/// Spelled, though one could say them.
pub(super) const SPELLED: &[&str] = &[
    "INSS", "IBGE", "UTI", "IPTU", "UE", "DNA", "RNA", "IA", "OMS", "IPVA", "ICMS", "IOF", "IPI", "CEO",
    "TI", "EAD", "OAB", "API", "FMI", "IPCA", "IGP", "TSE", "AVC", "HIV", "IR", "RG", "OK", "SEO", "ADN",
    "IRS",
];

/// Words in capitals that are said as words, and names that are said otherwise.
pub(super) const NAMES: &[(&str, &str)] =
    &[("PSOL", ""), ("EUA", "Estados Unidos"), ("NASA", ""), ("CIA", "")];
