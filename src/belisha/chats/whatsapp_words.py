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
    r"نظر ?انداز|বাদ|略去|省略|忽略|略過|bỏ qua|đã bỏ|ละเว้น|ไม่มี|वगळ|हटाई|छोड़ा गया|생략|제외|含まれて|પડત|શામેલ|સામેલ|ar lár",
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
    call|anruf|sprachanruf|videoanruf|gruppenanruf|llamada|videollamada|appel|chiamata|videochiamata|ligação|chamada
    oproep|spraakoproep|video-oproep|videogesprek|arama|аудиозвонок|видеозвонок|звонок|аудіодзвінок|відеодзвінок
    połączenie|panggilan|röstsamtal|videosamtal|anrop|通话|通話|语音通话|视频通话|語音通話|視訊通話|音声通話|ビデオ通話|통화
    음성통화|영상통화|مكالمة|שיחה|שיחת
""")
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
_IN_BRACKETS = re.compile(
    rf"(?P<caption>.*?)\s*(?P<mark>{LRM})?<\s?(?P<word>[^<>\n:：]{{2,30}})\s?[:：]\s?(?P<file>[^<>\n]+?)\s?>\s*",
    re.DOTALL,
)
_IN_PARENTHESES = re.compile(
    r"(?P<file>[^\n]{1,255}?\.\w{0,5}) \((?P<word>[^()\n]{3,40})\)(?:\r?\n(?P<caption>.*))?", re.DOTALL
)
_LEFT_OUT = re.compile(r"<\s?(?P<what>[^<>\n:]{3,60}?)\s?>(?:\r?\n(?P<caption>.*))?", re.DOTALL)
_MARKED = re.compile(rf"(?:(?P<caption>.*?)\s*)?{LRM}<?(?P<what>[^{LRM}\n<>]{{3,60}})>?\.?", re.DOTALL)
_OWN_FILE = re.compile(r"\d{6,8}-|[A-Z]{3}-\d{8}-WA\d+")
_EDITED = re.compile(
    rf"\s*(?:{LRM}<[^<>\n:]{{6,70}}>|<[^<>\n:]*(?:edited|bearbeitet|editó|editad|modifi|bewerkt|düzenlen|измен|змінен|"
    r"отредакт|edytowa|diedit|redig|muokat|uprav|编辑|編輯|編集|수정|تعديل|נערכה)[^<>\n:]*>)\s*$",
    re.IGNORECASE,
)
_SENT_BY_SOMEBODY = re.compile(
    r"[^\n]{0,60}https?://|[^\n]{2,25}:\s*\n|you received a view once|waiting for this message", re.IGNORECASE
)
"""Locations, polls and placeholders, which an iPhone marks like system lines though somebody sent them."""
_ENCRYPTED = re.compile(
    "end-to-end|ende-zu-ende|extremo a extremo|bout en bout|ponta a ponta|ponto a ponto|uçtan uca|сквозн|наскрізн|"
    "端[到对對]端|エンドツーエンド|종단간|التشفير التام|مشفرة تمام|מוצפנות|zaszyfrowan|krypterad",
    re.IGNORECASE,
)
_MARK = re.compile(f"[{MARKS}]")
_SHORTEST_NOTICE, _LONGEST = 20, 100
"""Letters: longer than anything the app writes in place of a message."""


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
    text = body.lstrip(LRM)
    short = len(text) <= _LONGEST
    if (short and text.rstrip(".。।").casefold() in _DELETED) or text.startswith("This message was deleted by admin"):
        return Said("", deleted=True)
    if media := _media(text, marked=marked):
        return media
    if short and "\n" not in text and _is_call(text, certain=marked and named):
        return Said(unmarked(text), Kind.CALL)
    if not named or (iphone and marked and not _SENT_BY_SOMEBODY.match(text)):
        return Said(unmarked(text), Kind.SYSTEM)
    return Said(_EDITED.sub("", text) if text.endswith(">") else text)


def is_encryption_notice(body: str) -> bool:
    """Whether this is the notice that opens a chat; iPhones name the contact or the group before it."""
    return len(body) > _SHORTEST_NOTICE and _ENCRYPTED.search(body) is not None


def unmarked(text: str) -> str:
    """Without direction marks, and with breakable spaces only."""
    return _MARK.sub("", text).replace("\u00a0", " ").replace("\u202f", " ").strip()


def _media(text: str, *, marked: bool) -> Said | None:
    """The message as a file with its caption, or None when it is none."""
    if text.endswith(">") and (edited := _EDITED.search(text)) and not _FILE.search(edited[0]):
        text = text[: edited.start()]
    if len(text) <= _LONGEST and text.rstrip(".").casefold() in _OMITTED:
        return Said("", Kind.MEDIA, (text,))
    if "<" in text:
        if (found := _IN_BRACKETS.fullmatch(text)) and _is_file(found, marked=marked or bool(found["mark"])):
            return _with(found, found["file"])
        if (found := _LEFT_OUT.fullmatch(text)) and _FILE.search(found["what"]):
            return _with(found, found["what"])
    elif "(" in text and (found := _IN_PARENTHESES.fullmatch(text)) and _is_file(found, marked=marked):
        return _with(found, found["file"])
    return _marked_as_absent(LRM + text if marked else text)


def _marked_as_absent(text: str) -> Said | None:
    found = _MARKED.fullmatch(text) if LRM in text else None
    return _with(found, found["what"]) if found and _ABSENT.search(found["what"]) else None


def _is_file(found: re.Match[str], *, marked: bool) -> bool:
    return marked or _OWN_FILE.match(found["file"]) is not None or _ATTACHED.search(found["word"]) is not None


def _with(found: re.Match[str], file: str) -> Said:
    return Said(unmarked(found["caption"] or ""), Kind.MEDIA, (unmarked(file),))


def _is_call(text: str, *, certain: bool) -> bool:
    """Whether this is a call: named as one, and marked as the app's words, as missed, or with its length."""
    words = {word.strip(f".,{LRM}").casefold() for word in text.split(maxsplit=4)[:4]}
    if words.isdisjoint(_CALLS):
        return False
    return _MISSED.search(text) is not None or (
        _SORT.search(text) is not None and (certain or bool(_LASTED.search(text)))
    )
