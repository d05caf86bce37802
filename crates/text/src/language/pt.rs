//! Portuguese.

use super::{Customs, Nouns, Ordinals, Quotations, Script};

pub(super) const CUSTOMS: Customs = Customs {
    tag: "pt",
    never: NEVER,
    titles: TITLES,
    before_number: BEFORE_NUMBER,
    last: LAST,
    streets: &[],
    endings: &[],
    names: NAMES,
    openers: OPENERS,
    subjects: SUBJECTS,
    labels: LABELS,
    articles: ARTICLES,
    letters: LETTERS,
    months: MONTHS,
    counted: &[],
    determiners: &[],
    quoting: QUOTING,
    particles: &[],
    phrases: PHRASES,
    ordinals: Ordinals::None,
    nouns: Nouns::Small,
    script: Script::Latin,
    quotations: Quotations::Tight,
};

const NEVER: &[&str] = &[
    "cf", "e.g", "ex", "exma", "exmo", "i.e", "il.mo", "ilma", "ilmo", "n.b", "obs", "p.e", "p.ex", "p.s",
    "s.m.j", "v", "v.ex", "v.exa", "v.s",
];

const TITLES: &[&str] = &[
    "al", "arq", "av", "cap", "cel", "d", "dep", "des", "dr", "dra", "dras", "drs", "eng", "enga", "exmo",
    "fr", "gal", "gen", "gov", "ilmo", "maj", "min.o", "pe", "pres", "prof", "profa", "profs", "pça", "r",
    "rod", "s", "sen", "sgt", "sr", "sra", "sras", "srs", "srta", "sta", "sto", "ten", "v.exª",
];

const BEFORE_NUMBER: &[&str] = &[
    "apt", "apto", "art", "arts", "bl", "cap", "caps", "cj", "col", "ed", "fig", "figs", "fl", "fls", "gráf",
    "inc", "inciso", "itens", "km", "n", "no", "nº", "núm", "p", "par", "pp", "pág", "págs", "ref", "rel",
    "sec", "séc", "t", "tab", "tel", "vol", "vols",
];

const LAST: &[&str] = &[
    "a.c", "a.m", "abr", "adm", "ago", "aprox", "av", "cia", "cm", "col", "cols", "cont", "cx", "d.c", "dep",
    "depto", "dez", "dir", "dom", "dpto", "esq", "etc", "exa", "excl", "fev", "filho", "g", "ger", "gov",
    "h", "hab", "incl", "jan", "jr", "jul", "jun", "kg", "km", "ltda", "mai", "mar", "min", "mm", "máx",
    "mín", "nov", "o.k", "obs", "out", "p.m", "par", "pct", "pág", "pça", "qto", "qtos", "qua", "qui", "rel",
    "s.a.s", "seg", "set", "sex", "sup", "sáb", "séc", "tel", "ter", "un", "und", "univ", "v.exa",
];

const NAMES: &[&str] = &["corp", "inc", "jr", "ltd", "s.a"];

const OPENERS: &[&str] = &[
    "A", "Acho", "Agora", "Ainda", "Algo", "Algumas", "Alguns", "Alguém", "Ali", "Além", "Amanhã", "Antes",
    "Ao", "Aos", "Apenas", "Apesar", "Após", "Aquela", "Aquele", "Aqui", "As", "Assim", "Até", "Bem", "Bom",
    "Cada", "Caso", "Claro", "Com", "Como", "Contra", "Da", "Daqui", "Das", "De", "Dentro", "Depois",
    "Desde", "Deve", "Do", "Dois", "Dos", "Durante", "E", "Ela", "Elas", "Ele", "Eles", "Em", "Embora",
    "Enquanto", "Entre", "Então", "Era", "Essa", "Esse", "Esta", "Este", "Estou", "Está", "Estão", "Eu",
    "Foi", "Fui", "Hoje", "Há", "Isso", "Isto", "Já", "Logo", "Lá", "Mais", "Mas", "Me", "Melhor", "Mesmo",
    "Meu", "Meus", "Minha", "Muita", "Muitas", "Muito", "Muitos", "Na", "Nada", "Nas", "Nem", "Nenhum",
    "Nessa", "Nesse", "Nesta", "Neste", "Ninguém", "No", "Nos", "Nossa", "Nosso", "Nunca", "Não", "Nós", "O",
    "Obrigado", "Olá", "Onde", "Ontem", "Os", "Ou", "Outra", "Outro", "Outros", "Para", "Pela", "Pelo",
    "Pode", "Pois", "Por", "Porque", "Portanto", "Porém", "Posso", "Pouco", "Primeiro", "Quais", "Qual",
    "Qualquer", "Quando", "Quanto", "Quase", "Que", "Quem", "Quer", "Se", "Segundo", "Sem", "Sempre", "Ser",
    "Seu", "Seus", "Sim", "Sob", "Sobre", "Somente", "Sou", "Sua", "Suas", "São", "Só", "Também", "Tem",
    "Temos", "Tenho", "Toda", "Todas", "Todo", "Todos", "Tudo", "Um", "Uma", "Umas", "Uns", "Vai", "Vamos",
    "Você", "Vocês", "Vou", "À", "Às", "É",
];

const ARTICLES: &[&str] = &["Da", "Das", "De", "Do", "Dos"];

const SUBJECTS: &[&str] =
    &["E", "Ela", "Elas", "Ele", "Eles", "Eu", "Mas", "Ninguém", "Não", "Nós", "O", "Os", "Você"];

const LABELS: &[&str] = &[
    "anexo",
    "bloco",
    "classe",
    "grupo",
    "hepatite",
    "linha",
    "modelo",
    "nível",
    "opção",
    "plano",
    "plataforma",
    "ponto",
    "portão",
    "seção",
    "série",
    "tipo",
    "vitamina",
    "zona",
];

const LETTERS: &[&str] = &["a", "e", "o", "é"];

const MONTHS: &[&str] = &[
    "abril",
    "agosto",
    "dezembro",
    "fevereiro",
    "janeiro",
    "julho",
    "junho",
    "maio",
    "março",
    "novembro",
    "outubro",
    "setembro",
];

const QUOTING: &[&str] = &["disse", "gritou", "perguntou", "respondeu"];

const PHRASES: &[&str] = &[
    "a", "antes", "ao", "após", "até", "com", "como", "da", "das", "de", "depois", "desde", "do", "dos", "e",
    "em", "embora", "enquanto", "entre", "mas", "na", "nas", "nem", "no", "nos", "onde", "ou", "para",
    "pois", "por", "porque", "porém", "quando", "que", "quem", "se", "sem", "sobre", "à",
];
