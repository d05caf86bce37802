//! Acronyms in French.

/// Spelled, though one could say them.
pub(super) const SPELLED: &[&str] = &[
    "RATP", "TVA", "SARL", "EURL", "SAS", "PME", "OMS", "UE", "RER", "TER", "APL", "RSA", "HLM", "IVG",
    "PMA", "QI", "EDF", "IRM", "ADN", "ARN", "OGM", "ONG", "AOC", "AOP", "IUT", "UFR", "CAP", "BEP", "DUT",
    "AFP", "URSS", "OPA", "PIB", "IA", "AG", "SAV", "SA", "CEO", "AME", "UMP", "OK", "UHT", "ULM", "AMP",
    "UNEF", "UDI", "EELV", "LCI", "CIC", "CIA", "ARS", "ACL", "AVC", "TOC", "TIC", "IGN", "IGP", "ISF",
    "CSA", "SEO", "USB", "UTC", "GMT", "EPS", "IMC", "INPI", "ORL", "OTC", "RIP", "UVA", "UVB", "IP", "RU",
    "AR", "APHP", "ISBN", "SMS", "ESS", "TEP", "UTM", "ADSL", "RTT", "ITT", "EDT", "IPR",
];

/// Words in capitals that are said as words, and names that are said otherwise.
pub(super) const NAMES: &[(&str, &str)] = &[
    ("CNIL", ""),
    ("CNED", ""),
    ("INSERM", ""),
    ("SNU", ""),
    ("SVP", ""),
    ("JPEG", "jipègue"),
    ("UNESCO", ""),
    ("NASA", ""),
];
