//! The gender of nouns, by their ending or by table. Start with [`gender`].

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
}

/// The gender of one of what is counted: from three to ten of them in the plural, more in the singular.
pub(super) fn gender(noun: &str, number: u64) -> Gender {
    let noun: String = noun.chars().filter(|c| !matches!(c, '\u{64B}'..='\u{652}')).collect();
    let feminine = match number % 100 {
        3..=10 => {
            FEMININE_PLURALS.contains(&noun.as_str())
                || (noun.ends_with("ات") && !MASCULINE_PLURALS.contains(&noun.as_str()))
        }
        _ => noun.ends_with('ة') || FEMININE.contains(&noun.as_str()),
    };
    if feminine { Gender::Feminine } else { Gender::Masculine }
}

/// Plurals of feminine nouns that do not show it.
const FEMININE_PLURALS: &[&str] = &[
    "غرف",
    "نوافذ",
    "دقائق",
    "دقايق",
    "ثوان",
    "ثواني",
    "ثوانٍ",
    "مدن",
    "قرى",
    "شقق",
    "قصص",
    "صور",
    "مدارس",
    "جرائد",
    "صحف",
    "رسائل",
    "حقائب",
    "حدائق",
    "طوابع",
    "أسر",
    "عيون",
    "أعين",
    "أيد",
    "أيدي",
    "أرجل",
    "آذان",
    "سنين",
    "ليال",
    "ليالي",
    "جزر",
    "غابات",
    "مناطق",
    "دول",
    "شركات",
    "نساء",
    "بنات",
    "أخوات",
    "أمهات",
    "سور",
    "جمل",
    "لعب",
    "علب",
    "قطع",
    "نسخ",
    "حصص",
    "فرص",
    "أمم",
    "منظمات",
    "مراحل",
    "مراكب",
    "طائرات",
    "سفن",
    "محاضرات",
    "كنائس",
    "قنابل",
    "وثائق",
    "قضايا",
    "هدايا",
    "مزايا",
    "زوايا",
    "ضحايا",
    "خطط",
    "خطوات",
    "نقاط",
    "نقط",
    "قنوات",
    "مباريات",
    "بطاقات",
    "فتيات",
    "طالبات",
    "معلمات",
    "نتائج",
    "عمليات",
    "تجارب",
    "مسائل",
    "وجبات",
    "ملاعق",
    "حافلات",
    "سيارات",
    "قواعد",
    "ضرائب",
    "جوائز",
    "وظائف",
    "شرائح",
    "خرائط",
    "غارات",
    "حروب",
    "رياح",
    "آبار",
    "أراض",
    "أنفس",
    "شموس",
    "طرق",
    "أسواق",
    "فئات",
    "درر",
    "إبر",
    "كرات",
    "نجمات",
    "حبات",
    "قارات",
    "لجان",
    "جولات",
    "ركلات",
    "ربات",
    "عواصم",
    "محافظات",
    "فقرات",
    "صفحات",
    "مواد",
    "ورش",
    "ركعات",
    "دفعات",
    "كتل",
    "ثغرات",
    "أشجار",
    "بقع",
    "بيضات",
    "مرات",
];

/// Plurals that look feminine and are not.
const MASCULINE_PLURALS: &[&str] = &[
    "دولارات",
    "قرارات",
    "اجتماعات",
    "حيوانات",
    "مطارات",
    "طلبات",
    "امتحانات",
    "كيلومترات",
    "سنتيمترات",
    "مليمترات",
    "كيلوغرامات",
    "كيلوجرامات",
    "غرامات",
    "جرامات",
    "لترات",
    "مليارات",
    "تريليونات",
    "جنيهات",
    "إعلانات",
    "اتصالات",
    "قطارات",
    "باصات",
    "تلفونات",
    "تلفزيونات",
    "حسابات",
    "عطاءات",
    "إنجازات",
    "مشروعات",
    "اختبارات",
    "انفجارات",
    "اقتراحات",
    "أوقات",
    "أبيات",
    "أصوات",
    "أموات",
    "بيانات",
    "نباتات",
    "خزانات",
    "حمامات",
    "محركات",
    "مؤتمرات",
    "مهرجانات",
    "معسكرات",
    "منتجات",
    "مجلدات",
    "مستودعات",
    "تعليقات",
    "تمرينات",
    "تدريبات",
    "احتمالات",
    "خيارات",
    "سندات",
    "ميغاواتات",
    "برلمانات",
];

/// Feminine nouns without the ending, in the singular.
const FEMININE: &[&str] = &[
    "أم", "بنت", "أخت", "عين", "يد", "نفس", "شمس", "أرض", "دار", "نار", "حرب", "ريح", "بئر", "روح", "سن",
    "كأس", "فأس",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_have_the_gender_of_one() {
        assert_eq!((gender("شهادات", 5), gender("قرارات", 5)), (Gender::Feminine, Gender::Masculine));
        assert_eq!((gender("مدن", 5), gender("كتب", 5)), (Gender::Feminine, Gender::Masculine));
    }

    #[test]
    fn beyond_ten_the_ending_tells() {
        assert_eq!((gender("ساعة", 50), gender("يومًا", 50)), (Gender::Feminine, Gender::Masculine));
    }
}
