"""What WhatsApp itself writes into its text exports, in the languages of its users: media, deletions, edits, calls.

On an iPhone the app sets a left-to-right mark before its own words, on Android before file names. Where the mark or
angle brackets stand, stems of words are enough; where they were lost, only the app's whole sentences count.
"""

import re
from typing import NamedTuple

from belisha.chats.whatsapp_dates import MARKS
from belisha.model import Kind

# ruff: noqa: RUF001 - the letters of other languages are meant
LRM = "\u200e"
"""The left-to-right mark."""


def _phrases(lines: str) -> frozenset[str]:
    return frozenset(phrase.strip().casefold() for phrase in lines.replace("\n", "|").split("|") if phrase.strip())


_DELETED = _phrases("""
    This message was deleted|You deleted this message|You deleted this message as admin|Diese Nachricht wurde gelöscht
    Du hast diese Nachricht gelöscht|Se eliminó este mensaje|Este mensaje fue eliminado|Eliminaste este mensaje
    Ce message a été supprimé|Vous avez supprimé ce message|Tu as supprimé ce message|Questo messaggio è stato eliminato
    Hai eliminato questo messaggio|Esta mensagem foi apagada|Mensagem apagada|Você apagou esta mensagem
    Apagou esta mensagem|Apagaste esta mensagem|Esta mensagem foi apagada pelo remetente|Dit bericht is verwijderd
    U hebt dit bericht verwijderd|Je hebt dit bericht verwijderd|Bu mesaj silindi|Bu mesajı sildiniz|Bu mesajı sildin
    Данное сообщение удалено|Сообщение удалено|Вы удалили данное сообщение|Вы удалили это сообщение
    Це повідомлення було видалено|Ви видалили це повідомлення|Ta wiadomość została usunięta|Usunięto tę wiadomość
    Usunąłeś(-ęłaś) tę wiadomość|Usunąłeś(aś) tę wiadomość|Tato zpráva byla smazána|Tato zpráva byla odstraněna
    Tuto zprávu jste smazal/a|Táto správa bola odstránená|Túto správu ste odstránili|Acest mesaj a fost șters
    Ați șters acest mesaj|Ez az üzenet törlésre került|Törölted ezt az üzenetet|Ezt az üzenetet törölted
    Det här meddelandet raderades|Detta meddelande raderades|Du raderade det här meddelandet
    Du raderade detta meddelande|Denne meldingen ble slettet|Du slettet denne meldingen|Denne besked blev slettet
    Denne besked er blevet slettet|Du slettede denne besked|Du har slettet denne besked|Tämä viesti poistettiin
    Poistit tämän viestin|Αυτό το μήνυμα διαγράφηκε|Διαγράψατε αυτό το μήνυμα|Aquest missatge s'ha suprimit
    Has suprimit aquest missatge|Ova je poruka izbrisana|Ova poruka je izbrisana|Izbrisali ste ovu poruku
    Съобщението беше изтрито|Изтрихте това съобщение|Pesan ini dihapus|Pesan ini telah dihapus
    Anda menghapus pesan ini|Anda telah menghapus pesan ini|Mesej ini telah dipadam|Anda telah memadamkan mesej ini
    Tin nhắn này đã bị xóa|Tin nhắn này đã bị xoá|Bạn đã xóa tin nhắn này|Bạn đã xoá tin nhắn này|ข้อความนี้ถูกลบแล้ว
    คุณได้ลบข้อความนี้|คุณลบข้อความนี้|此訊息已刪除|您已刪除此訊息|你已刪除此訊息|这条消息已被删除|您已删除这条消息
    你已删除这条消息|此消息已删除|このメッセージは削除されました|このメッセージを削除しました|이 메시지는 삭제되었습니다
    삭제된 메시지입니다|삭제한 메시지입니다|이 메시지를 삭제했습니다|تم حذف هذه الرسالة|لقد حذفت هذه الرسالة
    لقد حذَفت هذه الرسالة|أنت حذفت هذه الرسالة|הודעה זו נמחקה|מחקת את ההודעה הזו|מחקת הודעה זו|این پیام حذف شد
    این پیام حذف شده است|شما این پیام را حذف کردید|یہ میسج حذف کر دیا گیا ہے|यह मैसेज डिलीट कर दिया गया है
    यह संदेश मिटाया गया|आपने यह मैसेज डिलीट किया|हा मेसेज हटवण्यात आला|આ મેસેજ ડિલીટ કરાયો
""")
_OMITTED = _phrases("""
    image omitted|video omitted|video note omitted|audio omitted|sticker omitted|GIF omitted|document omitted
    Contact card omitted|Bild weggelassen|Video weggelassen|Videonachricht weggelassen|Audio weggelassen
    Sticker weggelassen|GIF weggelassen|Dokument weggelassen|Kontaktkarte ausgelassen|Kontaktkarte weggelassen
    imagen omitida|Video omitido|audio omitido|sticker omitido|GIF omitido|documento omitido|Tarjeta de contacto omitida
    image absente|vidéo absente|audio omis|sticker omis|GIF retiré|document manquant|Fiche contact manquante
    immagine omessa|video omesso|audio omesso|sticker non incluso|GIF esclusa|documento omesso|Scheda contatto omessa
    imagem não revelada|vídeo não revelado|sticker não revelado|documento não revelado|imagem ocultada|vídeo omitido
    áudio ocultado|figurinha omitida|Cartão do contato omitido|afbeelding weggelaten|video weggelaten|audio weggelaten
    sticker weggelaten|document weggelaten|Visitekaartje weggelaten|görüntü dahil edilmedi|video dahil edilmedi
    ses dahil edilmedi|Çıkartma dahil edilmedi|belge dahil edilmedi|GIF dahil edilmedi|Kişi kartı dahil edilmedi
    изображение отсутствует|видео отсутствует|аудиофайл отсутствует|стикер не добавлен|документ отсутствует
    зображення відсутнє|відео відсутнє|аудіо відсутнє|pominięto obraz|pominięto film|audio pominięte|pominięto naklejkę
    dokument pominięty|image manquante|live location shared|Live-Standort wird geteilt
""")
_ABSENT = re.compile(
    r"omit|\bomis|omès|omess|omesos|weggel|ausgel|ausgesch|absent|manquant|esclus|non inclus|não rev|ocultad|vynech|"
    r"pomini|utelatt|utelämn|uteslut|udeladt|sløyf|tidak di(?:ser|ma)|jätet|sisällyt|kihagy|elhagy|izostav|izpušč|"
    r"edilmedi|fără|отсутств|пропущ|не добавлен|изостав|відсут|не додано|παραλ|παράλ|הושמט|נכלל|لم يتم إدراج|حذف|"
    r"نظر ?انداز|বাদ|略去|省略|忽略|略過|bỏ qua|đã bỏ|ละเว้น|ไม่มี|वगळ|हटाई|छोड़ा गया|생략|제외|含まれて|પડત|શામેલ|સામેલ",
    re.IGNORECASE,
)
"""Stems of "left out", for an iPhone's "image omitted" after the mark."""
_FILE = re.compile(
    "media|médi|mídia|mitjans|multim|medien|medier|mediat|medya|meedia|multivid|medij|медиа|медіа|медиј|файл|фајл|fayl|"
    "archiv|fichier|ficheiro|fitxer|arquivo|vedlegg|datotek|pliki|αρχεί|πολυμέσ|وسائط|رسانه|پيوست|میڈیا|מדיה|मीडिया|"
    "মিডিয়া|মিডিয়া|મીડિયા|મિડિયા|ਮੀਡੀਆ|మీడియా|మాధ్యమ|ಮೀಡಿಯಾ|ಮಾಧ್ಯಮ|മീഡിയ|ஊடக|கோப்பு|สื่อ|ມີເດຍ|媒體|媒体|メディア|미디어|"
    "tệp|phương tiện|view once|image|video|audio|sticker|gif|document",
    re.IGNORECASE,
)
"""Stems of "media", for Android's ``<Media omitted>``."""
_ATTACHED = re.compile(
    "attach|angehängt|anhang|adjunt|joint|allegat|anex|bijgevoegd|ekli|eklen|прилож|прикреп|прикач|добавлен|додано|"
    "załącz|bifoga|vedhæft|vedlagt|liite|lampir|přilož|prílož|príloha|pripojen|prilož|privitku|atașa|csatol|đính kèm|"
    "附件|附加|添付|첨부|مرفق|مُرفق|پیوست|מצורף|संलग्न|अटैच|જોડાયેલ|συνημμέν|επισυνάφθηκε|แนบ|nakalakip|ambatanish",
    re.IGNORECASE,
)
_CALLS = _phrases("""
    voice|video|missed|silenced|group|sprachanruf|videoanruf|gruppenanruf|verpasster|llamada|videollamada|appel|chiamata
    videochiamata|ligação|chamada|spraakoproep|video-oproep|videogesprek|gemiste|gemist|sesli|görüntülü|cevapsız
    аудиозвонок|видеозвонок|пропущенный|аудіодзвінок|відеодзвінок|пропущений|połączenie|nieodebrane|panggilan|röstsamtal
    videosamtal|missat|语音通话|视频通话|未接语音通话|未接视频通话|語音通話|視訊通話|未接語音通話|未接視訊通話|音声通話|ビデオ通話
    음성통화|영상통화|부재중|مكالمة|שיחה|שיחת
""")
"""First words of the lines that stand for calls."""
_SORT = re.compile(
    "voice|video|vidéo|vídeo|vocal|voz|group|sprach|spraak|gruppen|sesli|görüntülü|аудио|видео|аудіо|відео|głosowe|"
    "wideo|suara|röst|语音|视频|語音|視訊|音声|ビデオ|음성|영상|صوتية|فيديو|קולית|וידאו",
    re.IGNORECASE,
)
_MISSED = re.compile(
    "missed|silenced|unanswered|no answer|verpasst|keine antwort|perdid|sin respuesta|manqué|pas de réponse|persa|"
    "nessuna risposta|não atendida|sem resposta|gemist|niet opgenomen|cevapsız|пропущен|без ответа|nieodebran|"
    "tak terjawab|missat|未接|不在着信|부재중|فائتة|שלא נענתה",
    re.IGNORECASE,
)
_LASTED = re.compile(rf"[,.(]\s?{LRM}?\d+ ?\S{{1,8}}\)?$|[,.] {LRM}")
_IN_BRACKETS = re.compile(r"<\s?(?P<word>[^<>\n:：]{2,30})\s?[:：]\s?(?P<file>[^<>\n]{1,255}?)\s?>")
_IN_PARENTHESES = re.compile(
    r"(?P<file>[^\n]{1,255}?\.\w{0,5}) \((?P<word>[^()\n]{3,40})\)(?:\r?\n(?P<caption>.*))?", re.DOTALL
)
_LEFT_OUT = re.compile(r"<\s?(?P<what>[^<>\n:]{3,60}?)\s?>(?:\r?\n(?P<caption>.*))?", re.DOTALL)
_ABSENT_THING = re.compile(r"<?(?P<what>[^\n<>]{3,60})>?\.?")
_OWN_FILE = re.compile(r"\d{6,8}-|[A-Z]{3}-\d{8}-WA\d+")
_EDITED = re.compile(
    r"<[^<>\n:]{0,40}(?:edited|bearbeitet|editó|editad|modifi|bewerkt|düzenlen|измен|змінен|отредакт|edytowa|diedit|"
    r"redig|muokat|uprav|编辑|編輯|編集|수정|تعديل|נערכה)[^<>\n:]{0,40}>",
    re.IGNORECASE,
)
_MARKED_EDITED = re.compile(r"<[^<>\n:]{6,70}>")
_SENT_BY_SOMEBODY = re.compile(
    r"[^\n]{0,60}https?://|[^\n]{2,25}:\s*\n|you received a view once|waiting for this message", re.IGNORECASE
)
"""Locations, polls and placeholders, which an iPhone marks like system lines though somebody sent them."""
_ENCRYPTED = re.compile(
    "end-to-end|ende-zu-ende|extremo a extremo|bout en bout|ponta a ponta|ponto a ponto|uçtan uca|сквозн|наскрізн|"
    "端[到对對]端|エンドツーエンド|종단간|التشفير التام|مشفرة تمام|מוצפנות|zaszyfrowan|krypterad",
    re.IGNORECASE,
)
_TAIL = re.compile("[,.(]")
_MARK = re.compile(f"[{MARKS}]")
_SHORTEST_NOTICE, _LONGEST = 20, 100
"""Letters: longer than anything the app writes in place of a message."""
_MOST_WORDS = 5


class Said(NamedTuple):
    """The body of a message, understood.

    Attributes:
        text: without what WhatsApp added.
        kind: SYSTEM only where nobody said it.
        attachments: file names, or WhatsApp's words for what was left out.
        deleted: the line stands for a message taken back.
    """

    text: str
    kind: Kind = Kind.TEXT
    attachments: tuple[str, ...] = ()
    deleted: bool = False


def understood(body: str, *, named: bool, iphone: bool) -> Said:
    """What the body of a message says.

    Args:
        body: everything after the head and the name.
        named: a name stands before it.
        iphone: the layout is an iPhone's, where WhatsApp's own words begin with a mark.
    """
    marked = body.startswith(LRM)
    text = body.lstrip(LRM) if marked else body
    if len(text) <= _LONGEST:
        whole = text.rstrip(".。।").casefold()
        if whole in _DELETED or whole.startswith("this message was deleted by admin"):
            return Said("", deleted=True)
        if whole in _OMITTED:
            return Said("", Kind.MEDIA, (text,))
        if whole.partition(" ")[0].strip(".,") in _CALLS and _is_call(text, certain=marked and named):
            return Said(unmarked(text), Kind.CALL)
    if (marked or not text.isascii() or "<" in text or ")" in text) and (media := _media(text, marked=marked)):
        return media
    if not named or (iphone and marked and not _SENT_BY_SOMEBODY.match(text)):
        return Said(unmarked(text), Kind.SYSTEM)
    said = _unedited(text)
    return Said(said.replace(LRM, "") if marked else said)


def is_encryption_notice(body: str) -> bool:
    """Whether this is the notice that opens a chat; iPhones name the contact or the group before it."""
    return len(body) > _SHORTEST_NOTICE and _ENCRYPTED.search(body) is not None


def unmarked(text: str) -> str:
    """Without direction marks, and with breakable spaces only."""
    return _MARK.sub("", text).replace("\u00a0", " ").replace("\u202f", " ").strip()


def _unedited(text: str) -> str:
    """The text without the note that it was edited. Searched from the end, so that long texts cost no more."""
    start = text.rfind("<")
    if start < 0 or not text.rstrip().endswith(">"):
        return text
    note, before = text[start:].rstrip(), text[:start]
    marked = before.endswith(LRM) and _MARKED_EDITED.fullmatch(note)
    if not (marked or _EDITED.fullmatch(note)) or _FILE.search(note):
        return text
    return before.rstrip(LRM).rstrip()


def _media(text: str, *, marked: bool) -> Said | None:
    """The message as a file with its caption, or None when it is none."""
    text = _unedited(text)
    if len(text) <= _LONGEST and text.casefold() in _OMITTED:
        return Said("", Kind.MEDIA, (text,))
    if "<" in text:
        start = text.rfind("<")
        found = _IN_BRACKETS.fullmatch(text[start:].rstrip())
        if found and _is_file(found, marked=marked or text[:start].endswith(LRM)):
            return _file(found["file"], text[:start])
        if (found := _LEFT_OUT.fullmatch(text)) and _FILE.search(found["what"]):
            return _file(found["what"], found["caption"])
    elif ")" in text and (found := _IN_PARENTHESES.fullmatch(text)) and _is_file(found, marked=marked):
        return _file(found["file"], found["caption"])
    return _marked_as_absent(LRM + text if marked else text)


def _marked_as_absent(text: str) -> Said | None:
    caption, mark, rest = text.rpartition(LRM)
    found = _ABSENT_THING.fullmatch(rest) if mark else None
    return _file(found["what"], caption) if found and _ABSENT.search(found["what"]) else None


def _is_file(found: re.Match[str], *, marked: bool) -> bool:
    return marked or _OWN_FILE.match(found["file"]) is not None or _ATTACHED.search(found["word"]) is not None


def _file(name: str, caption: str | None) -> Said:
    return Said(unmarked(caption or ""), Kind.MEDIA, (unmarked(name),))


def _is_call(text: str, *, certain: bool) -> bool:
    """Whether a line that begins like a call is one: marked as the app's words, missed, or with a length."""
    head, *tail = _TAIL.split(text, maxsplit=1)
    if "\n" in text or len(head.split()) > _MOST_WORDS or not _SORT.search(text):
        return False
    unanswered = any(_MISSED.fullmatch(part.strip(f" .{LRM}")) for part in tail)
    return certain or unanswered or _MISSED.search(head) is not None or _LASTED.search(text) is not None
