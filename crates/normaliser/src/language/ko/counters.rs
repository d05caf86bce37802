//! What is counted with Korean words, and what with Chinese ones: 세 개, 삼 층. Start with [`counter`].

/// Whose words a number has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Korean,
    Chinese,
}

/// A word behind a number that is written apart from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counter {
    pub(super) word: &'static str,
    pub(super) origin: Origin,
}

const KOREAN: &[&str] = &[
    "개",
    "명",
    "마리",
    "살",
    "잔",
    "병",
    "권",
    "장",
    "대",
    "시",
    "시간",
    "번",
    "번째",
    "알",
    "송이",
    "그루",
    "켤레",
    "벌",
    "채",
    "척",
    "곳",
    "군데",
    "가지",
    "사람",
    "쌍",
    "다발",
    "봉지",
    "봉",
    "상자",
    "박스",
    "조각",
    "컵",
    "그릇",
    "접시",
    "줄",
    "자루",
    "달",
    "배",
    "판",
    "통",
    "끼",
    "모금",
    "건",
    "편",
    "곡",
    "팀",
    "칸",
    "차례",
    "마디",
    "톨",
    "포기",
    "방울",
    "스푼",
    "숟가락",
    "큰술",
    "작은술",
    "밤",
    "걸음",
    "바퀴",
    "글자",
    "문장",
    "집",
    "자리",
    "토막",
    "식구",
    "나라",
    "골",
    "표",
    "가구",
    "세트",
    "묶음",
    "갑",
    "필",
    "짝",
    "꾸러미",
    "덩이",
    "덩어리",
    "뿌리",
    "학교",
    "남자",
    "여자",
    "친구",
    "캔",
    "팩",
    "가닥",
    "사발",
];

const CHINESE: &[&str] = &[
    "개월",
    "개국",
    "개년",
    "개소",
    "년",
    "일",
    "분",
    "초",
    "원",
    "층",
    "호",
    "호선",
    "호실",
    "회",
    "위",
    "등",
    "점",
    "도",
    "세",
    "세기",
    "세대",
    "주",
    "주년",
    "주일",
    "주간",
    "박",
    "학년",
    "학기",
    "반",
    "페이지",
    "쪽",
    "인",
    "인분",
    "인치",
    "인용",
    "급",
    "단계",
    "부",
    "부작",
    "화",
    "회차",
    "라운드",
    "이닝",
    "홀",
    "타",
    "안타",
    "승",
    "패",
    "무",
    "평",
    "교시",
    "관",
    "연승",
    "연패",
    "차",
    "차선",
    "동",
    "번지",
    "번길",
    "번가",
    "달러",
    "유로",
    "엔",
    "위안",
    "파운드",
    "루피",
    "루블",
    "프랑",
    "센트",
    "퍼센트",
    "프로",
    "포인트",
    "킬로",
    "미터",
    "센티",
    "밀리",
    "리터",
    "그램",
    "톤",
    "헥타르",
    "제곱",
    "평방",
    "데시벨",
    "볼트",
    "와트",
    "헤르츠",
    "칼로리",
    "바이트",
    "메가",
    "기가",
    "테라",
    "비트",
    "마일",
    "피트",
    "야드",
    "시즌",
    "개교",
    "보",
    "악장",
    "막",
    "분기",
    "노트",
    "배럴",
    "온스",
    "해리",
    "조항",
    "학점",
    "순위",
    "대학",
    "대회",
];

/// What is numbered, not counted, where 번 stands between: exit three, bus three.
const NUMBERED: &[&str] = &[
    "출구",
    "버스",
    "문제",
    "선수",
    "타자",
    "홈",
    "게이트",
    "트랙",
    "국도",
    "좌석",
    "창구",
    "승강장",
    "플랫폼",
    "채널",
    "교향곡",
    "척추",
    "후보",
    "레인",
    "코스",
    "마을버스",
    "방",
    "입구",
    "탑승구",
    "고속도로",
    "염색체",
    "문항",
    "줄",
];

/// What begins like a counter, but is an ending of the number itself.
const ENDINGS: &[&str] = &[
    "일지",
    "인데",
    "인지",
    "인가",
    "인 ",
    "보다",
    "부터",
    "도록",
    "대로",
    "점차",
    "일 것",
    "일 수",
    "배우",
    "세요",
    "시오",
    "원인",
    "주세",
    "주십",
    "가지고",
    "가지다",
    "가 ",
];

/// The counter with which `following`, what stands behind a number, begins: the longest that fits.
pub(super) fn counter(following: &str) -> Option<Counter> {
    let longest = |words: &'static [&'static str], origin| {
        let fitting = words.iter().filter(|word| following.starts_with(**word));
        fitting.max_by_key(|word| word.len()).map(|word| Counter { word, origin })
    };
    let korean = longest(KOREAN, Origin::Korean);
    let chinese = longest(CHINESE, Origin::Chinese);
    let counter = if length(chinese) > length(korean) { chinese } else { korean };
    let ending = longest(ENDINGS, Origin::Chinese);
    counter.filter(|_| length(ending) <= length(counter))
}

fn length(counter: Option<Counter>) -> usize {
    counter.map_or(0, |counter| counter.word.len())
}

/// Whose words `number` has before a counter and what follows that.
pub(super) fn origin(number: u64, counter: Counter, behind: &str) -> Origin {
    let numbers = |words: &[&str]| words.iter().any(|word| behind.trim_start().starts_with(word));
    match counter.word {
        _ if !(1..100).contains(&number) => Origin::Chinese,
        "시" if number > 12 => Origin::Chinese,
        // People in their twenties; as many machines are rarer.
        "대" if number.is_multiple_of(10) => Origin::Chinese,
        "번" if numbers(NUMBERED) => Origin::Chinese,
        _ => counter.origin,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(number: u64, following: &str) -> Option<Origin> {
        let counter = counter(following)?;
        Some(origin(number, counter, &following[counter.word.len()..]))
    }

    #[test]
    fn counters_have_their_numbers() {
        for following in ["개를", "시에", "시간", "번 갔다", "명", "살이다"] {
            assert_eq!(of(3, following), Some(Origin::Korean), "{following}");
        }
        for following in ["개월", "분", "층에서", "번 출구", "년", "일에", "세기"] {
            assert_eq!(of(3, following), Some(Origin::Chinese), "{following}");
        }
        assert_eq!(
            (of(14, "시"), of(20, "대"), of(120, "명")),
            (Some(Origin::Chinese), Some(Origin::Chinese), Some(Origin::Chinese))
        );
    }

    #[test]
    fn a_particle_is_no_counter() {
        for following in ["은", "를", "에서", "의", "입니다", "만 원", " 개"] {
            assert_eq!(of(3, following), None, "{following}");
        }
    }
}
