"""Ordinary talk in languages that Belisha does not know stays green: no model may read English into it."""

import pytest

from belisha.model import Light
from belisha.stream.lanes import named_audience
from belisha.stream.memory import Memory
from belisha.stream.watch import Watch
from tests.stream.test_watch import chat

WATCH = Watch([named_audience("moderators")])
CHATS = {
    "Turkish": (
        "selam naber", "iyiyim sen nasılsın", "bugün okulda ne yaptınız", "matematik sınavı vardı çok zordu",
        "benim de yarın var", "çalıştın mı", "biraz, annem yardım etti", "akşam maç var izleyecek misin",
        "evet babamla izliyoruz", "hafta sonu parka gidelim mi", "olur anneme sorayım", "tamam haber ver",
    ),
    "Romanian": (
        "salut ce faci", "bine tu", "ai terminat tema la mate", "aproape, problema patru e grea",
        "trimite-mi poza cu cartea te rog", "uite pagina doisprezece", "mersi mult", "vii la antrenament diseara",
        "da vin cu fratele meu", "mama ne duce cu masina", "super ne vedem acolo", "pe curand",
    ),
    "Swedish": (
        "hej vad gör du", "inget speciellt, gör läxor", "har du gjort engelskan", "nej inte än, du då",
        "nästan klar", "ska du med på träningen ikväll", "ja pappa skjutsar", "kan jag åka med er",
        "jag frågar honom", "han säger att det går bra", "tack vi ses klockan sex", "glöm inte skorna",
    ),
    "Russian": (
        "привет как дела", "хорошо а у тебя", "ты сделал домашку по русскому", "ещё нет, а ты",
        "осталось одно упражнение", "скинь фото страницы пожалуйста", "держи, страница сорок", "спасибо",
        "пойдёшь завтра на тренировку", "да, мама отвезёт", "тогда до завтра", "пока",
    ),
    "Arabic": (
        "مرحبا كيف حالك", "بخير وأنت", "هل أنهيت واجب الرياضيات", "ليس بعد السؤال الرابع صعب",
        "أرسل لي صورة الصفحة من فضلك", "هذه هي الصفحة", "شكرا", "هل ستأتي إلى التدريب غدا",
        "نعم مع أخي", "حسنا أراك هناك", "لا تنس الكرة", "إلى اللقاء",
    ),
    "Hindi in Latin letters": (
        "aur bhai kya haal", "sab badhiya tu bata", "kal ka homework kiya kya", "nahi yaar bahut tough hai",
        "mujhe page ki photo bhej de", "ruk mummy se phone leke bhejta hu", "thanks yaar", "shaam ko khelne aayega",
        "haan papa se puch ke aata hu", "bat le aana", "theek hai milte hai", "chal bye",
    ),
}  # fmt: skip
"""Invented: two children of one class about homework and sport."""


def light(lines: tuple[str, ...]) -> Light:
    WATCH.memory = Memory()
    said = chat(*((("kim", "lou")[place % 2], text) for place, text in enumerate(lines)))
    changes = [change for noticed in WATCH.see_many(said) for change in noticed.changes]
    return max((change.after for change in changes), default=Light.GREEN)


@pytest.mark.parametrize("language", CHATS)
def test_ordinary_talk_stays_green(language: str) -> None:
    assert light(CHATS[language]) is Light.GREEN


@pytest.mark.parametrize("language", CHATS)
def test_a_long_chat_of_it_stays_green(language: str) -> None:
    assert light(CHATS[language] * 6) is Light.GREEN


@pytest.mark.parametrize("language", CHATS)
def test_no_tactic_is_read_into_it(language: str) -> None:
    WATCH.memory = Memory()
    said = chat(*((("kim", "lou")[place % 2], text) for place, text in enumerate(CHATS[language])))
    seen = [sighting.clue for noticed in WATCH.see_many(said) for sighting in noticed.sightings]
    assert len(seen) <= 1, seen
