//! Russian nouns whose form tells their gender or life wrong, and words that are no nouns. A number is all that depends on
//! it.

use crate::language::slavic::lists::{ends_in, has};

/// Words behind a number that are not what it counts.
pub(super) const NO_NOUNS: &str = "\
    и или а но из в во на по до от с со к ко у о об за для при без под над не же ли бы то как что чем \
    был была было были это раз утра дня вечера ночи также уже ещё еще нет да его её их против после \
    около через только лучше хуже больше меньше вместо перед между";

/// Feminine nouns on a soft sign that are often counted; those on `-ость`, `-знь` and the like are known by their ending.
const FEMININE_SOFT: &str = "\
    ночь дверь часть очередь кровать площадь тетрадь печь вещь речь роль цель модель соль боль мышь дочь \
    мать осень степень помощь лошадь область запись подпись треть четверть десять пять сеть связь смерть \
    песнь ступень медаль деталь педаль неделю горсть ложь ветвь церковь морковь ткань карусель постель \
    шинель щель скатерть лень тень сирень нефть шерсть пыль сталь жизнь кость новость";

/// Whether this is a masculine noun on `-а` or `-я`.
pub(super) fn is_masculine_a(noun: &str) -> bool {
    has("мужчина папа дедушка дядя юноша судья коллега староста", noun)
}

/// Endings of adjectives, which may stand between the number and the noun.
pub(super) const ADJECTIVES: &str = "ый ий ой ая яя ое ее ые ие ых их ую юю ого его ому ему ыми ими ым им";

/// Whether this is the animate accusative of somebody who is often counted.
pub(super) fn is_alive(noun: &str) -> bool {
    const STEMS: &str = "\
        человека студента ученика игрока друга брата сына врача учителя солдата гостя ребёнка ребенка \
        кота пса коня мальчика участника пассажира сотрудника рабочего депутата инженера кандидата \
        клиента пациента жителя водителя зрителя победителя";
    const ENDINGS: &str = "иста теля анта ента ника ёра овца";
    has(STEMS, noun) || (ends_in(noun, ENDINGS) && noun != "клубника")
}

/// Nouns whose nominative ends in `-е`.
pub(super) fn is_neuter(noun: &str) -> bool {
    const ENDINGS: &str = "ние тие сто ище вье лье нье тье";
    ends_in(noun, ENDINGS) || matches!(noun, "море" | "поле" | "сердце" | "солнце")
}

/// Feminine nouns on a soft sign.
pub(super) fn is_feminine_soft(noun: &str) -> bool {
    const ENDINGS: &str = "ость есть знь сть вь чь шь щь жь бь дь";
    has(FEMININE_SOFT, noun)
        || (ends_in(noun, ENDINGS) && noun != "гость")
            && !matches!(
                noun,
                "медведь"
                    | "дождь"
                    | "вождь"
                    | "гвоздь"
                    | "голубь"
                    | "лебедь"
                    | "желудь"
                    | "жёлудь"
            )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_and_lists_tell() {
        assert!(is_feminine_soft("скорость") && is_feminine_soft("дверь") && !is_feminine_soft("день"));
        assert!(is_alive("туриста") && is_alive("врача") && !is_alive("берёза"));
        assert!(is_neuter("здание") && !is_neuter("доме"));
    }
}
