"""Arabic words: what their stem is, and which have one of their own."""

from __future__ import annotations

import pytest

from tests.search.meeting import stems
from thinktank.search.analysis import analyse
from thinktank.search.query import parse


class TestOneStem:
    """Words that a reader takes for one."""

    @pytest.mark.parametrize(
        "words",
        [
            "نهر النهر والنهر بالنهر للنهر كالنهر فالنهر وبالنهر وللنهر",
            "حديقة حديقتها حديقتهم حديقتنا حديقتان",
            "مهندس مهندسون مهندسين مهندسات مهندسة المهندسان",
            "اقتصاد اقتصادية الاقتصادي اقتصادات اقتصاديون",
            "فلسطين الفلسطينيون فلسطينية الفلسطينيين فلسطينيات",
            "بريطانيا البريطانية البريطانيون بريطانيتين",
            "روسيا روسي الروسية الروس",
            "دولة دولتين الدولتان دولته",
            "جبهة الجبهتين جبهتها",
            "شعب شعبهم وشعبهم شعبها",
            "رئيس رئيسهم",
            "موقف موقفهم موقفها",
            "تفاهم التفاهمات تفاهمهم",
            "قانون قانونا قانونيا",
            "تعاون تعاونًا",
            "ابن بن لابن",
            "هيئة هيأة هيئات",
            "أمريكا الأميركية أميركيون",
            "أوروبا الأوربيون",
            "ديمقراطي الديموقراطية",
            "أفغانستان أفغاني الأفغان",
            "مستشفى المستشفيات بالمستشفى",
        ],
    )
    def test_with_what_is_attached(self, words):
        assert len(set(stems(words))) == 1

    @pytest.mark.parametrize(
        "words",
        [
            "وزارة الوزارة للوزارة وزارات",
            "وثيقة الوثيقة وثيقتان",
            "وكالة الوكالة وكالات",
            "واقع الواقع واقعية",
            "ولاية الولايات ولايات",
        ],
    )
    def test_with_a_w_of_their_own(self, words):
        assert len(set(stems(words))) == 1
        assert stems(words)[0].startswith("و")

    @pytest.mark.parametrize(
        ("word", "without"),
        [
            ("ومصر", "مصر"),
            ("وحرب", "حرب"),
            ("ودول", "دول"),
            ("وإعادة", "إعادة"),
            ("ورؤساء", "رؤساء"),
            ("ووزراء", "وزراء"),
            ("والصين", "الصين"),
            ("وقوات", "قوات"),
            ("وعودة", "عودة"),
        ],
    )
    def test_with_a_conjunction(self, word, without):
        assert stems(word) == stems(without)

    @pytest.mark.parametrize(
        ("word", "without"),
        [
            ("لإرسال", "إرسال"),
            ("بأمن", "أمن"),
            ("كأداة", "أداة"),
            ("باستخدام", "استخدام"),
            ("لانتخاب", "انتخاب"),
            ("وباعتبار", "اعتبار"),
            ("لتمويل", "تمويل"),
            ("بتعاون", "تعاون"),
            ("لمكافحة", "مكافحة"),
            ("بمبادرة", "مبادرة"),
            ("بفيتنام", "فيتنام"),
            ("ببيروت", "بيروت"),
            ("لرفع", "رفع"),
            ("كقوة", "قوة"),
        ],
    )
    def test_with_a_letter_that_can_only_be_a_preposition(self, word, without):
        assert stems(word) == stems(without)

    @pytest.mark.parametrize(
        "word", ["بترول", "باكتيريا", "كأس", "لمحات", "ببغاء", "بيروت", "كندا", "فكرة"]
    )
    def test_whose_first_letter_is_their_own(self, word):
        assert stems(word)[0][0] == word[0]

    @pytest.mark.parametrize(
        ("word", "without"),
        [
            ("للاجئين", "لاجئ"),
            ("للجنة", "لجنة"),
            ("للبنان", "لبنان"),
            ("للغة", "لغة"),
            ("للأمم", "أمم"),
            ("للإصلاح", "إصلاح"),
            ("للاقتصاد", "اقتصاد"),
            ("وللمدن", "مدن"),
        ],
    )
    def test_after_two_lams(self, word, without):
        assert stems(word) == stems(without)

    @pytest.mark.parametrize(
        "words",
        [
            "خطة خطتها خطته الخطة خطتان",
            "عملة عملات العملتين عملتها عملتيها",
            "ملف ملفات ملفها",
            "لغة لغات اللغات لغاتها لغتين",
            "جهة جهات جهاتها",
            "قوة قوات القوات",
            "سنة سنوات سنوي السنوية",
            "حياة حياته حياتها",
            "قناة قناتها القناة",
            "بيت بيتها بيته البيت",
        ],
    )
    def test_of_three_letters(self, words):
        assert len(set(stems(words))) == 1

    def test_with_a_t_of_their_own_before_their_ending(self):
        assert stems("ثابت ثابتة الثابتة") == ["ثابت"] * 3

    @pytest.mark.parametrize(
        ("careless", "careful"),
        [("شركه", "شركة"), ("عمله صعبه", "عملة صعبة"), ("«عمله صعبه»", "عملة صعبة")],
    )
    def test_that_somebody_asks_for_with_a_careless_ending(self, careless, careful):
        asked = [term.alternatives[0] for term in parse(careless).words]
        assert [stem for run in asked for stem in run] == stems(careful)

    @pytest.mark.parametrize(
        ("careless", "careful"),
        [
            ("الاسلحه", "الأسلحة"),
            ("إنتخابات", "انتخابات"),
            ("مسئول", "مسؤول"),
            ("القرى", "القري"),
            ("مستشفي", "مستشفى"),
            ("المانيا", "ألمانيا"),
            ("الكترونية", "إلكترونية"),
            ("اداره", "إدارة"),
            ("کتاب", "كتاب"),
            ("پترول", "بترول"),
            ("جمــــيل", "جميل"),
            ("الرَّحْمٰن", "الرحمن"),
            ("دو\u200fلة", "دولة"),
            ("ﻻجئ", "لاجئ"),
        ],
    )
    def test_however_they_are_written(self, careless, careful):
        assert stems(careless) == stems(careful)


class TestPrecision:
    @pytest.mark.parametrize(
        "words",
        [
            "شركة شراكة شريك",
            "حرب حزب",
            "تأمين أمن أمين",
            "عدل عدالة",
            "دول دولار",
            "خط خطأ خطة",
            "بيروت بيرو",
            "طالب طالبان",
            "قمة قمم",
            "نادر نادي",
            "علم علماء عالم",
            "ولد والد",
            "سيطرة سيارة سياسة",
            "كتاب كاتب مكتب",
            "جنة لجنة",
            "فقراء قراء",
            "والدة دين",
            "مسألة سؤال",
            "عمل عملة",
            "مهم مهمة",
            "قطر قطرة",
            "سوريا سورة",
            "ثورة ثور",
            "عرب عربات",
        ],
    )
    def test_words_that_look_alike_have_stems_of_their_own(self, words):
        assert len(set(stems(words))) == len(words.split())

    def test_the_true_form_is_the_first_alternative(self):
        for word in ("لشركات", "بلديات", "كتاب", "والدة"):
            (term,) = parse(word).words
            assert term.alternatives[0] == tuple(stems(word))


class TestNames:
    @pytest.mark.parametrize(
        "texts",
        [
            ("أبو ظبي", "أبوظبي", "ابو ظبى", "أبي ظبي", "وأبو ظبي", "بأبوظبي"),
            ("عبد الله", "عبدالله", "وعبد الله", "لعبدالله", "عَبْدُ الله"),
            ("عبد الرحمن", "عبدالرحمن", "عبد\u00a0الرحمن"),
            ("أبو بكر", "أبوبكر", "أبا بكر"),
        ],
    )
    def test_of_two_words_are_one(self, texts):
        assert len({tuple(stems(text)) for text in texts}) == 1
        assert len(stems(texts[0])) == 1

    @pytest.mark.parametrize(
        ("joined", "apart"),
        [
            ("نورالدين", "نور الدين"),
            ("بدرالدين", "بدر الدين"),
            ("نصرالله", "نصر الله"),
            ("رامالله", "رام الله"),
        ],
    )
    def test_joined_names_are_two_words(self, joined, apart):
        assert stems(joined) == stems(apart)
        one, other = analyse(joined)
        assert (one.end, other.end) == (other.start, len(joined))

    @pytest.mark.parametrize("text", ["والدين", "الخالدين", "بالله", "كالوالدين"])
    def test_what_ends_like_a_name_may_be_none(self, text):
        assert len(analyse(text)) == 1

    @pytest.mark.parametrize(
        "text", ["أبو\nظبي", "أبو، ظبي", "أبى الرئيس", "أبي في", "عبد\nالله"]
    )
    def test_no_name_goes_over_lines_stops_or_verbs(self, text):
        assert len(analyse(text)) == 2

    def test_letters_that_stand_for_a_word_say_nothing(self):
        assert stems("د. محمد") == stems("محمد")
        assert stems("عام 2024م (1445هـ)") == [*stems("عام"), "2024", "1445"]

    @pytest.mark.parametrize("word", ["إمام", "آلي"])
    def test_a_hamza_may_tell_a_word_from_a_preposition(self, word):
        assert stems(word) == stems(f"ال{word}")
        assert stems("أمام إلى") == []

    def test_ali_is_a_name_and_no_preposition(self):
        assert stems("محمد علي باشا") == ["محمد", "علي", "باش"]
        assert stems("هجوم على السفن") == ["هجوم", "سفن"]
        assert [term.text for term in parse("هجوم علي السفن").words] == [
            "هجوم",
            "السفن",
        ]
        assert [term.text for term in parse("علي").words] == ["علي"]
